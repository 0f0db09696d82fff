"""Cleaning keeps what the writer wrote, drops what the layout put in, and remembers where each character stood."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chamber_extract.normalize.script import ideograph
from chamber_extract.readers.plain import tidy
from chamber_extract.text import Text

SEEDS = sorted(Path(__file__).parent.parent.joinpath("seeds").glob("*.txt"))


def clean(source: str) -> str:
    return tidy(source).clean


def check_alignment(text: Text) -> None:
    n = len(text.clean)
    assert len(text.folded) == len(text.starts) == len(text.ends) == n
    previous = -1
    for i, c in enumerate(text.clean):
        start, end = text.starts[i], text.ends[i]
        assert previous < start < end <= len(text.source)
        previous = start
        written = text.source[start:end]
        if written == c or ideograph(written) == c:
            continue
        # A line feed, tab or space may stand for a tag or a line break, any character for its entity.
        assert c in "\n\t " or html.unescape(written.replace("&amp;", "&")) == c or written.startswith("&"), (
            i,
            c,
            written,
        )


COLUMN = [  # a newspaper's column of eleven characters
    "在防疫工作开展以来，马来",
    "西亚中华总商会发动会员捐",
    "款，先后购买口罩十万只、",
    "防护服两千套，交给湖北省",
    "红十字会。会长林国才说，",
    "商会还将继续募捐。",
]

JOINED = {
    "newspaper column": ("\n".join(COLUMN), "".join(COLUMN)),
    "newspaper column, blank line inside a word": (
        "\n".join([*COLUMN[:3], "", *COLUMN[3:]]),
        "".join(COLUMN),
    ),
    "column, several blank lines inside a word": (
        "\n".join([*COLUMN[:1], "", "", "", *COLUMN[1:]]),
        "".join(COLUMN),
    ),
    "column with carriage returns": ("\r\n".join(COLUMN), "".join(COLUMN)),
    "traditional column": (
        "香港中華總商會昨日舉行記\n者會，宣布向災區捐贈港幣\n一百萬元，並呼籲會員踴躍\n捐款，支援重建工作。",
        "香港中華總商會昨日舉行記者會，宣布向災區捐贈港幣一百萬元，並呼籲會員踴躍捐款，支援重建工作。",
    ),
    "page break inside a number's unit": (
        "截至目前，商会已筹集各类医用物资二百多万件，其中包括医用口罩一百六十多万个，护目镜。防护服\n\n222901件，已经全部运抵武汉。",
        "截至目前，商会已筹集各类医用物资二百多万件，其中包括医用口罩一百六十多万个，护目镜。防护服222901件，已经全部运抵武汉。",
    ),
    "page break inside a word": (
        "商会七十余家会员企业和个人捐款近十五万元人民币和一万个医用口\n\n\n\n罩，支援武汉抗击疫情。",
        "商会七十余家会员企业和个人捐款近十五万元人民币和一万个医用口罩，支援武汉抗击疫情。",
    ),
    "page number between the halves of a sentence": (
        "商会七十余家会员企业和个人积极响应。其中，会长单位捐款十五万元人民币和一万个医用口\n\n— 12 —\n\n罩，支援武汉抗击疫情。",
        "商会七十余家会员企业和个人积极响应。其中，会长单位捐款十五万元人民币和一万个医用口罩，支援武汉抗击疫情。",
    ),
    "bracket left open": (
        "江苏省工商联与中国信保江苏分公司（以下简称\n\n“江苏信保”）在南京签署协议。",
        "江苏省工商联与中国信保江苏分公司（以下简称“江苏信保”）在南京签署协议。",
    ),
    "title mark left open": (
        "商会转发了商务部《关于应对疫情做好稳外贸工\n\n作的通知》，要求会员企业认真落实。",
        "商会转发了商务部《关于应对疫情做好稳外贸工作的通知》，要求会员企业认真落实。",
    ),
    "title over three lines of a narrow column": (
        "下一步，商会将按照省政府《关于加\n快灾后重建的实施意\n见》（豫政〔2021〕23号）要求，引导会员参与。",
        "下一步，商会将按照省政府《关于加快灾后重建的实施意见》（豫政〔2021〕23号）要求，引导会员参与。",
    ),
    "title over two short lines, traditional": (
        "商會會員須遵守《公\n司條例》第622章。",
        "商會會員須遵守《公司條例》第622章。",
    ),
    "Latin words keep their space": (
        "该会会员单位缅甸公司Great Advanced\nTechnology Co.,LTD捐赠口罩二十五万只，\n会长陈先念说，这批口罩将第一时间送往\n重庆，交给红十字会。",
        "该会会员单位缅甸公司Great Advanced Technology Co.,LTD捐赠口罩二十五万只，会长陈先念说，这批口罩将第一时间送往重庆，交给红十字会。",
    ),
    "English prose": (
        "The China Chamber of International Commerce held its annual meeting,\nand its members, who came from forty countries, gave their support.\nAfter the meeting, the chamber donated 500 masks.",
        "The China Chamber of International Commerce held its annual meeting, and its members, who came from forty countries, gave their support. After the meeting, the chamber donated 500 masks.",
    ),
}


@pytest.mark.parametrize(("source", "expected"), JOINED.values(), ids=JOINED)
def test_soft_breaks_go(source: str, expected: str) -> None:
    assert clean(source) == expected


KEPT = {
    "paragraphs of one line each": ["商会发出倡议，号召会员捐款。", "会员企业积极响应，三天内筹得善款十万元。", "会长表示感谢。"],
    "verse": ["庚子年初", "大江南北仿佛按下了“暂停键”", "小区街道没有了过年的喧闹", "商会闻令而动", "第一时间召开会议"],
    "list of chambers": ["中国五矿化工进出口商会", "中国纺织品进出口商会", "中国轻工工艺品进出口商会", "中国医药保健品进出口商会"],
    "list of donors with amounts": ["王建国捐款5000元", "李晓红捐款3000元", "张志强捐款2000元", "陈美玲捐款1000元"],
    "numbered policies": ["1.《关于做好稳外贸工作的通知》", "发文单位：商务部", "2.《关于支持企业复工复产的意见》", "发文单位：财政部"],
    "headline, date, lead": ["英国中国商会募集救援物资发往国内", "2020-02-07", "2月3日，英国中国商会募集的第一批物资启运，", "随后发往国内各地。"][:3],
    "headline with a comma and its text": [
        "境外商会战“疫”进行时：捐赠抗“疫”，开辟第二战场",
        "多地发生疫情以来，各商会万众一心，共同参与到行动中来。这场行动牵动着所有人的心。",
    ],
    "subhead between paragraphs": ["商会将继续努力，做好各项工作。", "强化自身建设 增强服务能力", "商会先后组织研讨会、培训班，取得良好成效。"],
    "salutations": ["尊敬的马克龙总统，", "尊敬的各位议长，", "各位来宾，", "女士们，先生们："],
    "caption after an unfinished sentence": [
        "引导企业积极履行社会责任，是商会的目标之一。商会积极参与捐资助学、抗洪救灾等各类公",
        "抗震救灾捐赠现场",
    ],
    "letter with signature": ["特此通知，请各会员单位遵照执行。", "中国机电产品进出口商会", "2020年2月3日"],
    "chinese numbered items": ["一、加强组织领导", "二、完善工作机制", "三、强化责任落实"],
    "bullets": ["■ 会员大会圆满召开", "■ 换届选举顺利完成", "■ 新一届班子履职"],
    "headlines with labelled dates": ["省工商联开展“百会万企”行动", "日期：2023-09-14", "省工商联组织120家商会参与。", "异地商会座谈会召开",
                                      "日期：2023-09-15", "会议由主席张健主持。", "县工商联换届", "日期：2023-09-16", "大会选举了主席，并通过决议。"],
    "line in brackets over lines of a list": ["会馆基金乐捐芳名", "（单位：欧元，排名不分先后）", "会长 池长青 5,000", "名誉会长 戴国华 3,000"],
    "line that dates the page, a short text": ["商会爱心捐赠简报", "发布时间：2021-08-20", "8月10日，商会慰问队前往灾区。", "会长带队。"],
    "donors behind their sums": ["12,000元　　陈国庆", "8,000元　　温州大华阀门厂", "300元　　欧阳文轩"],
    "donors in sums of dollars": ["$30,000 李福成慈善基金", "$10,000 陳振源 黃德業 新南建築私人有限公司", "$5,000 林玉水、侯清河"],
    "sums in brackets": ["陈国庆、王海波（各12,000元）", "温州大华阀门厂（8,000元正）", "欧阳文轩、丁志强（各300元）"],
    "bare sums behind dots": ["陈国庆、王海波……12,000", "大华阀门厂、金鼎鞋业……8,000.00", "欧阳文轩、丁志强……300"],
    "donors with commas": ["广东省服装商会，捐款10万元", "浙江省水产商会，捐款20万元", "福建省石材商会，捐款5万元", "江西省茶叶商会，捐款8万元"],
    "titles of papers over lines of their own": ["来源：《国际商报》", "《经济日报》2020年3月5日", "商会捐款十万元"],
    "figures one on a line": ["口罩", "5000", "防护服", "2000"],
}  # fmt: skip


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["close", "spaced"])
@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT)
def test_breaks_between_paragraphs_stay(lines: list[str], blank: str) -> None:
    assert clean(blank.join(lines)).split("\n") == lines


def test_indent_begins_a_paragraph() -> None:
    lines = ["\u3000\u3000" + COLUMN[0], *COLUMN[1:], "\u3000\u3000" + COLUMN[0], *COLUMN[1:]]
    assert clean("\n".join(lines)).split("\n") == ["".join(COLUMN)] * 2


def test_subhead_inside_a_column_stays_alone() -> None:
    source = "\n".join([*COLUMN, "", "多方筹措 共克时艰", "", *COLUMN])
    assert clean(source).split("\n") == ["".join(COLUMN), "多方筹措 共克时艰", "".join(COLUMN)]


PARAGRAPHS = [
    "据商会秘书处统计，截至三月底，会员企业累计向灾区捐款一千二百万元，捐赠帐篷、棉被、饮用水等物资三十余批，分别送往受灾最重的五个县。会长表示，商会将继续组织会员投身重建。",
    "在捐赠仪式上，市工商联副主席李国华代表受助学校致谢。他说，困难时刻见真情，商会的善举让师生们深受感动，大家一定会把这份关爱化作努力学习的动力，用优异的成绩回报社会。",
    "另据了解，商会自成立以来先后在贵州、甘肃、云南等地援建小学十二所，资助贫困学生两千多名；同时还设立了专项基金，每年拿出一百万元用于扶贫济困，受到各界一致好评。",
]


# Flush and close nothing would tell the paragraphs apart.
@pytest.mark.parametrize(
    ("indent", "separator"), [("", "\n\n"), ("\u3000\u3000", "\n"), ("\u3000\u3000", "\n\n")]
)
@pytest.mark.parametrize("width", [12, 14, 16, 18, 20, 24, 28, 36])
def test_wrapped_paragraphs_come_back(width: int, indent: str, separator: str) -> None:
    wrapped = []
    for paragraph in PARAGRAPHS:
        body = indent + paragraph
        wrapped.append("\n".join(body[i : i + width] for i in range(0, len(body), width)))
    assert clean(separator.join(wrapped)).split("\n") == PARAGRAPHS


def test_table_rows_are_never_joined() -> None:
    rows = ["物资类型\t数量\t单位", "医用口罩\t1183.05\t万个", "防护服，一次性\t67.66\t万套"]
    assert clean("\n".join(rows)).split("\n") == rows


MARKS = {
    "paragraph tags": ("<p>甲商会捐款。</p>\n <p>乙协会捐物。</p>", "甲商会捐款。\n乙协会捐物。"),
    "line break tag": ("甲商会<br>乙协会<br/>丙联合会", "甲商会\n乙协会\n丙联合会"),
    "link tag": ('见<a href="http://a.cn/?x=1">中国商会</a>网站', "见中国商会网站"),
    "comment": ("甲<!-- 编辑：删 -->乙", "甲乙"),
    "comment without end": ("甲<!-- 乙", "甲<!-- 乙"),
    "script and style": ("甲<script>var a = '商会';</script>乙<style>p{}</style>丙", "甲乙丙"),
    "table cells": ("<table><tr><td>口罩</td><td>10</td></tr></table>", "口罩\t10\t"),
    "less than": ("增长<5%，利润>3%", "增长<5%，利润>3%"),
    "less than a letter": ("a<b\n商会--> c", "a<b\n商会--> c"),
    "tag over two lines": ("甲<span\n class=x>乙</span>", "甲乙"),
    "book title in angle brackets": ("详见<中国商会年鉴>一书", "详见<中国商会年鉴>一书"),
    "autolink": ("原文：<http://www.a.cn/b?c=1>", "原文：http://www.a.cn/b?c=1"),
    "entities": ("A&amp;B &lt;甲&gt;&nbsp;乙&#8212;&#x4E2D;", "A&B <甲> 乙—中"),
    "no entity": ("AT&T公司；R&D;&foo;", "AT&T公司；R&D;&foo;"),
    "entity escaped twice": ("甲&amp;nbsp;乙", "甲 乙"),
    "zero width": ("商\u200b会\ufeff捐\xad款", "商会捐款"),
    "control characters": ("商\x00会\x07捐款", "商会捐款"),
    "bold": ("**一是加强领导。**要做好", "一是加强领导。要做好"),
    "bold by underscores": ("__重要__ 通知", "重要 通知"),
    "emphasis": ("这是 *重点* 内容", "这是 重点 内容"),
    "heading": ("# 商会年报\n\n正文如下。", "商会年报\n正文如下。"),
    "hashtag": ("#商会抗疫#活动开始", "#商会抗疫#活动开始"),
    "markdown link": ("[返回首页](//a.cn/)｜[通知](b.html)", "返回首页｜通知"),
    "image": ("前![图](a/b.png)后", "前后"),
    "quote": ("> 引文在此。", "引文在此。"),
    "snake case": ("文件 my_file_name.txt 在此", "文件 my_file_name.txt 在此"),
    "product": ("规格2*3*4厘米，另有5 * 6", "规格2*3*4厘米，另有5 * 6"),
    "lone star": ("*注：数据来自商会", "*注：数据来自商会"),
    "masked names": ("王*明、李*华、张*强", "王*明、李*华、张*强"),
    "document number in square brackets": ("国发[2020](4)号", "国发[2020](4)号"),
    "pipe table": ("| 物资 | 数量 |\n|---|---|\n| 口罩 | 10 |", "物资\t数量\n口罩\t10"),
    "table without outer pipes": (
        "单位 | 物资 | 数量\n甲 | 口罩 | 10\n乙 | 手套 | 5",
        "单位\t物资\t数量\n甲\t口罩\t10\n乙\t手套\t5",
    ),
    "menus of a page": (
        "首页 | 新闻 | 政务\n关于我们 | 联系\n正文",
        "首页 | 新闻 | 政务\n关于我们 | 联系\n正文",
    ),
    "pipe noise": ("|\n||||\n|\n■ 本报记者 王勇 报道。 |", "■ 本报记者 王勇 报道。"),
    "pipe inside a line": ("*活动邀请|项目交流会", "*活动邀请|项目交流会"),
    "rule": ("甲。\n\n---\n\n乙。", "甲。\n乙。"),
    "front matter": (
        "---\ntitle: 商会\ndate: 2022-01-09\n---\n正文。",
        "title: 商会\ndate: 2022-01-09\n正文。",
    ),
    "dashes that are no front matter": ("---\n正文。\n---\n", "正文。"),
}


@pytest.mark.parametrize(("source", "expected"), MARKS.values(), ids=MARKS)
def test_marks(source: str, expected: str) -> None:
    text = tidy(source)
    assert text.clean == expected
    check_alignment(text)


SPACES = {
    "spread over a line": ("海外商会 2020 年 累 计 捐 赠 款 物 金 额", "海外商会 2020年累计捐赠款物金额"),
    "spread label": ("编 委 会 委 员\t刘殿勋", "编委会委员\t刘殿勋"),
    "spread title": ("倡 议 书", "倡议书"),
    "wide spaces": ("捐\u3000赠\u3000名\u3000单", "捐赠名单"),
    "date with spaces": ("2020 年 3 月 10 日", "2020年3月10日"),
    "number spread before its unit": ("捐款人民幣 1 0 0 萬元，共 3 5 家", "捐款人民幣100萬元，共35家"),
    "number and unit": ("捐款 100 万元", "捐款 100万元"),
    "padded names in a list": ("刘殿勋 李 勇 周立群 徐 辰 叶水金", "刘殿勋 李 勇 周立群 徐 辰 叶水金"),
    "only padded names": ("李 勇 周 洁 王 芳", "李 勇 周 洁 王 芳"),
    "halves of a headline": ("宏图初展迎“大考” 抗“疫”之战显担当", "宏图初展迎“大考” 抗“疫”之战显担当"),
    "figures in a row": ("1 2 3 4 5", "1 2 3 4 5"),
    "torn before its noughts": ("捐款3 00万元，應急燈 2 000 盞", "捐款300万元，應急燈 2000 盞"),
    "torn at its point": ("捐款 30 .5 万元、即食麵 1 .1 萬箱，折款 112. 36万元", "捐款 30.5万元、即食麵 1.1萬箱，折款 112.36万元"),
    "torn in a group of thousands": ("圍欄網 1,2 00 片，支票 8,306.5 0元", "圍欄網 1,200 片，支票 8,306.50元"),
    "torn day": ("截至8月1 0日，8月3 1 日止", "截至8月10日，8月31日止"),
    "torn like others of the page": (
        "捐款3 00万元、口罩2 000只，另捐牛奶 1 260件、发电机 2 3 台，总价值 3 7.2万元",
        "捐款300万元、口罩2000只，另捐牛奶 1260件、发电机 23 台，总价值 37.2万元",
    ),
    "two numbers on a page that tears none": ("口罩 200 500元", "口罩 200 500元"),
    "number of a table and a sum": ("详见表2 300元以上者", "详见表2 300元以上者"),
    "numbers of items": ("1. 5家会员捐款\n2. 30万元到账", "1. 5家会员捐款\n2. 30万元到账"),
    "hours and numbers of telephones": ("上午8 00开始，电话 020 8555 0142", "上午8 00开始，电话 020 8555 0142"),
    "cells of a list": ("张三 2 000\n李四 3 500", "张三 2 000\n李四 3 500"),
    "names and amounts": ("王建国 5000元 李晓红 3000元", "王建国 5000元 李晓红 3000元"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), SPACES.values(), ids=SPACES)
def test_spaces(source: str, expected: str) -> None:
    assert clean(source) == expected


CELLS = {
    "table set with spaces": ("单位      金额\n甲公司    100000\n乙商会    5000", "单位\t金额\n甲公司\t100000\n乙商会\t5000"),
    "names in columns": ("王建国  李晓红  张志强\n陈美玲  赵大勇  孙丽", "王建国\t李晓红\t张志强\n陈美玲\t赵大勇\t孙丽"),
    "list of names and amounts": ("王建国  500元\n李晓红  300元", "王建国  500元\n李晓红  300元"),
    "last cell empty": (
        "芳　名　　　　金　額　　備　註\n林　美　惠　　　50,000　　本會會長\n兵庫貿易協會　　30,000\n吳佩珊　　　　　20,000\n無　名　氏　　　10,000",
        "芳名\t金額\t備註\n林美惠\t50,000\t本會會長\n兵庫貿易協會\t30,000\n吳佩珊\t20,000\n無名氏\t10,000",
    ),
    "total under a line": ("单位      金额\n甲公司    1000\n──────────\n合　计　　　1000", "单位\t金额\n甲公司\t1000\n──────────\n合计\t1000"),
    "headline over paper, day and writer": (
        "商会换届　周立新当选会长\n《山城晚报》　2021年8月4日　通讯员 蓝琴",
        "商会换届　周立新当选会长\n《山城晚报》　2021年8月4日　通讯员 蓝琴",
    ),
    "one line with a wide space": ("第一章  总则\n本会定名为商会。", "第一章  总则\n本会定名为商会。"),
    "spread labels": ("主  编：陈刚\n编  辑：李红", "主  编：陈刚\n编  辑：李红"),
    "prose with wide spaces": ("商会成立。  会员三百。\n会长致辞。  大会闭幕。", "商会成立。  会员三百。\n会长致辞。  大会闭幕。"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), CELLS.values(), ids=CELLS)
def test_cells_set_apart_by_spaces(source: str, expected: str) -> None:
    text = tidy(source)
    assert text.clean == expected
    check_alignment(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_alignment_of_seeds(path: Path) -> None:
    text = tidy(path.read_bytes().decode("utf-8"))
    check_alignment(text)
    assert text.span(0, len(text.clean))[0] == text.starts[0]


pieces = st.sampled_from(
    ["商会", "捐款", "，", "。", "\n", "\n\n", "\r\n", " ", "\t", "|", "**", "*", "_", "# ", "<p>", "</p>", "<br>", "<b", "&nbsp;",
     "&amp;", "&#65;", "[a](b.c)", "（", "）", "2020", " 年 ", "\u3000", "\u200b", "\x1e", "---\n", "李 勇", "王", "\x0c", "<!--", "-->", "<script>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_alignment_of_pieces(source: str) -> None:
    text = tidy(source)
    check_alignment(text)
    assert text.source == source
    for a in range(len(text.clean)):
        start, end = text.span(a, len(text.clean))
        assert text.quote(a, len(text.clean)) == source[start:end]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_alignment_of_any_text(source: str) -> None:
    check_alignment(tidy(source))


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join))
def test_no_han_character_is_lost(source: str) -> None:
    plain = source.replace("<script>", "").replace("<!--", "")
    assert [c for c in clean(plain) if c in "商会捐款李勇王"] == [c for c in plain if c in "商会捐款李勇王"]
