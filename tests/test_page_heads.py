"""Pages of the web and of newspapers: their noise, what their heads say, their titles; lists that stay lines."""

from __future__ import annotations

import pytest

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment
from tests.imprint_reading import BODY, BODY_T, Said, said

NOISE = [
    "首页 > 商会动态 > 正文", "当前位置：首页 >> 新闻中心", "您现在的位置：网站首页 › 商会要闻 › 正文", "浏览次数：1286 字号：【大 中 小】 打印",
    "上一篇：商会召开年会 下一篇：商会走访企业", "上一篇：商会召开理事会议并走访会员企业", "下一篇：没有了", "分享到：", "分享到：微信 微博 QQ空间", "Copyright © 2021 某某商会 版权所有",
    "【打印】【关闭】", "【打印本页】 【关闭窗口】", "扫一扫，关注商会公众号", "扫描二维码关注我们", "粤ICP备12345678号-1", "京公网安备11010502030000号", "技术支持：某某科技",
    "[打印] [关闭] [返回顶部]", "【字体：大 中 小】", "字体大小：大 中 小", "点击蓝字关注我们", "阅读原文", "相关链接：", "相关新闻", "热门推荐", "收藏本站 设为首页",
    "字號：【大 中 小】 列印", "上一則：商會年會", "責任編輯：", "网站地图 | 联系我们 | 关于我们", "阅读量：355 点赞：12", "举报/反馈", "返回列表", "网站首页  商会概况  会员风采  联系我们",
    "欢迎您访问海峡侨网！ 设为首页 | 加入收藏 | 手机版 | RSS订阅", "侨网>>地方>>福建频道", "原标题：旅外商会捐款赈灾", "收录于合集", "点击“阅读原文”了解更多", "关于我们 | 广告服务 | 法律声明",
]  # fmt: skip


@pytest.mark.parametrize("line", NOISE)
def test_noise_of_web_pages(line: str) -> None:
    for blank in ("\n", "\n\n"):
        text = tidy(blank.join([line, "旅外商会捐款赈灾", "2020-03-04", BODY, line, BODY, line]))
        found = segment(text)
        assert text.clean.split("\n").count(tidy(line).clean) == 3
        assert found.title == "旅外商会捐款赈灾"
        assert (found.sections, found.publisher, found.authors) == ((), None, ())
        assert line not in [text.clean[h.start : h.end] for h in found.headings]


PAGES = {
    "title and meta": (
        '<html><head><meta charset="utf-8"><title>旅外商会捐款赈灾-海峡侨网</title><meta name="author" content="林海燕">'
        '<meta property="article:published_time" content="2020-03-04T08:00:00+08:00"/></head>'
        f"<body><div>网站首页</div><p>{BODY}</p></body></html>",
        Said("旅外商会捐款赈灾", "2020-03-04", "海峡侨网", ("林海燕",)),
    ),
    "open graph": (
        "<html><head><meta content='旅外商会捐款赈灾' property='og:title'><meta property='og:site_name' content='海峡侨网'>"
        f"<meta name=PubDate content=\"2020-03-04 10:00\"></head><body><p>{BODY}</p></body></html>",
        Said("旅外商会捐款赈灾", "2020-03-04", "海峡侨网"),
    ),
    "names used by government sites": (
        '<html><head><meta name="ArticleTitle" content="旅外商会捐款赈灾"><meta name="PubDate" content="2020-03-04">'
        f'<meta name="ContentSource" content="省工商联"></head><body><p>{BODY}</p></body></html>',
        Said("旅外商会捐款赈灾", "2020-03-04", "省工商联"),
    ),
    "heading before the page's title": (
        f"<html><head><title>海峡侨网首页</title></head><body><h1>旅外商会捐款赈灾</h1><p>{BODY}</p></body></html>",
        Said("旅外商会捐款赈灾"),
    ),
    "underscores and traditional characters": (
        f"<title>旅外商會捐款賑災_海峽僑網</title>\n<p>{BODY_T}</p>",
        Said("旅外商會捐款賑災", None, "海峽僑網"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), PAGES.values(), ids=PAGES)
def test_heads_of_web_pages(source: str, expected: Said) -> None:
    assert said(source) == expected
    assert "海峡侨网" not in tidy(source).clean


def test_a_file_of_several_records_has_an_article_each() -> None:
    records = [("旅外商会助学", "海峡侨报", "2015-08-20"), ("旅外商会赈灾", "海峡侨网", "2015-09-20")]
    source = "\n".join(
        f"标题：{title}\n来源：{paper}\n日期：{day}\n\n{BODY}\n" for title, paper, day in records
    )
    found = segment(tidy(source))
    assert [(s.title, str(s.published)) for s in found.sections] == [
        (title, day) for title, _, day in records
    ]


def test_the_days_of_a_chronicle_are_not_its_own() -> None:
    source = (
        "旅外商会抗疫日志\n\n2020年1月23日 商会发出倡议书，号召捐款\n2020年1月27日 首批口罩运抵武汉\n"
        "2020年2月3日 会长单位捐款100万元\n2020年2月5日 走访河南商会\n"
    )
    assert said(source) == Said("旅外商会抗疫日志")


@pytest.mark.xfail(
    strict=True, reason="known gap: two headlines that show nothing of their own are not likely enough"
)
def test_a_newspaper_page_gives_its_articles_their_day() -> None:
    source = (
        f"濠江商讯　2017年9月6日　第3版\n\n建材商会设基金\n\n{BODY}\n\n{BODY}\n\n茶业协会助学\n\n{BODY}\n"
    )
    found = segment(tidy(source))
    assert said(source) == Said(None, "2017-09-06", "濠江商讯")
    assert [(s.title, str(s.published)) for s in found.sections] == [
        ("建材商会设基金", "2017-09-06"),
        ("茶业协会助学", "2017-09-06"),
    ]


def test_subheads_of_an_article_on_a_newspaper_page_are_no_articles() -> None:
    source = f"濠江商报　2017年9月6日　第3版\n\n建材商会设基金\n\n{BODY}\n\n多方筹措\n\n{BODY}\n"
    assert segment(tidy(source)).sections == ()
    assert said(source) == Said("建材商会设基金", "2017-09-06", "濠江商报")


def test_a_weekday_under_the_headline_makes_no_newspaper_page() -> None:
    source = f"工商界合力抗疫\n\n2022年3月4日（星期五）\n\n{BODY}\n\n鞋业商会赠药\n\n{BODY}\n\n茶业协会捐款\n\n{BODY}\n"
    assert segment(tidy(source)).sections == ()
    assert said(source) == Said("工商界合力抗疫", "2022-03-04")


TITLES = {
    "kicker and headline close": (f"八方支援\n旅外商会捐款赈灾\n\n{BODY}", "八方支援 旅外商会捐款赈灾"),
    "kicker, headline and date apart": (
        f"八方支援显真情\n\n旅外商会捐款赈灾\n\n2020-03-04\n\n{BODY}",
        "八方支援显真情 旅外商会捐款赈灾",
    ),
    "headline and deck": (f"旅外商会捐款赈灾\n——会长一行赴灾区慰问\n\n{BODY}", "旅外商会捐款赈灾"),
    "kicker, headline and deck": (
        f"八方支援显真情\n旅外商会捐款赈灾\n——会长一行赴灾区慰问\n\n{BODY}",
        "八方支援显真情 旅外商会捐款赈灾",
    ),
    "headline and subhead": (f"旅外商会捐款赈灾\n\n会员踊跃响应\n\n{BODY}", "旅外商会捐款赈灾"),
    "masthead with an issue": (f"港九商讯  2021年第3期\n\n旅外商会捐款赈灾\n\n{BODY}", "旅外商会捐款赈灾"),
    "collection with its issue in brackets": (f"惠企政策汇编（第12期）\n\n{BODY}", "惠企政策汇编（第12期）"),
    "collection with its issue below": (f"惠企政策速递\n（2025年第6期 总第58期）\n\n{BODY}", "惠企政策速递"),
    "headline broken at its comma": (
        f"凝聚侨商力量，\n助力乡村振兴\n\n本报讯 （记者 李娜）{BODY}",
        "凝聚侨商力量，助力乡村振兴",
    ),
    "three lines close": (
        f"茶业总商会筹赈水灾\n昨日举行慈善球赛\n筹得善款二百八十万\n\n{BODY}",
        "茶业总商会筹赈水灾 昨日举行慈善球赛 筹得善款二百八十万",
    ),
    "records with commas": ("名称,来源,日期\n甲商会,海峡侨报,2020-03-04\n乙商会,海峡侨报,2020-03-05\n", None),
    "caption of a table": ("旅外商会会员捐款名单\n\n甲公司\t10\n乙公司\t20\n", "旅外商会会员捐款名单"),
    "caption with its unit": (
        "旅外商会会员捐款名单（单位：元）\n甲公司\t10\n乙公司\t20\n",
        "旅外商会会员捐款名单（单位：元）",
    ),
}


@pytest.mark.parametrize(("source", "expected"), TITLES.values(), ids=TITLES)
def test_titles(source: str, expected: str | None) -> None:
    found = segment(tidy(source))
    assert (found.title, found.sections) == (expected, ())


ROWS = {
    "commas": ["甲公司,500000元", "乙公司,30000元", "丙公司,20000元"],
    "full-width commas with names": ["王建国，500元", "李晓红，300元", "张志强，200元", "陈美玲，100元"],
    "spaces": ["王建国        500元", "李晓红        300元", "欧阳晴晴      200元"],
    "colons": ["甲公司：50万元", "乙公司：30万元", "丙公司：20万元"],
    "pairs in rows": ["王建国  500元  李晓红  300元", "张志强  200元  陈美玲  100元"],
    "dots": ["甲公司……50万元", "乙公司……30万元"],
    "long lines with commas": [
        "甲省乙市丙县进出口贸易有限责任公司，捐款人民币五十万元，口罩两万只",
        "甲省丁市戊县轻工纺织品集团股份公司，捐款人民币三十万元，口罩一万只",
        "甲省己市庚县建筑安装工程有限责任公司，捐款人民币十万元，手套三千副",
    ],
}


@pytest.mark.parametrize("lines", ROWS.values(), ids=ROWS)
def test_lists_stay_lines(lines: list[str]) -> None:
    clean = tidy("捐款名单如下：\n" + "\n".join(lines)).clean
    assert ["".join(line.split()) for line in clean.split("\n")[1:]] == [
        "".join(line.split()) for line in lines
    ]
