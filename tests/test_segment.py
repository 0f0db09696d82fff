"""Documents divide as their layout says: articles with title, medium and day; sentences; headings; tables; the document's own words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import Segments, at, segment
from chamber_extract.segment.days import first_day
from chamber_extract.segment.headlines import headline
from chamber_extract.segment.kinds import kind_of
from chamber_extract.segment.paragraphs import paragraphs
from chamber_extract.text import Text
from tests.conftest import SEEDS
from tests.layout_cases import LAYOUTS, Layout


def parted(source: str) -> tuple[Text, Segments]:
    text = tidy(source)
    return text, segment(text)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(layout: Layout) -> None:
    _, found = parted(layout.source)
    said = [(s.title, s.outlet, s.published and s.published.isoformat()) for s in found.sections]
    assert said == list(layout.sections)
    assert found.title == layout.title
    assert (found.published and found.published.isoformat()) == layout.published
    assert found.publisher == layout.publisher
    assert found.authors == layout.authors


def test_a_section_begins_with_its_headline_and_ends_before_the_next() -> None:
    text, found = parted(LAYOUTS["press review with media before the headlines"].source)
    begins = [text.clean[s.start : s.start + 4] for s in found.sections]
    ends = [text.clean[s.end - 4 : s.end] for s in found.sections]
    assert begins == ["人民网：", "新华社：", "《星洲日"]
    assert ends == ["万比索。", "5万只。", "万令吉。"]


def test_a_speech_is_dated_by_its_meeting_and_a_report_is_not() -> None:
    lead = "2019年12月29日召开的全国商务工作会议上，商务部部长作了报告。"
    source = f"深入推动高质量发展\n——部长在会议上的报告\n\n{lead}\n\n会议胜利召开\n——侧记\n\n{lead}\n"
    _, found = parted(source)
    assert [s.published for s in found.sections] == [date(2019, 12, 29), None]


HEADLINES = {
    "人民日报：商会在行动": ("商会在行动", "人民日报"),
    "新华非洲：莫桑比克中国商会募捐": ("莫桑比克中国商会募捐", "新华非洲"),
    "《联合早报》：总商会捐款": ("总商会捐款", "联合早报"),
    "中國新聞網：澳門商會賑災": ("澳門商會賑災", "中國新聞網"),
    "中国石油：加快绿色转型": ("中国石油：加快绿色转型", None),
    "温州商会：搭台唱戏": ("温州商会：搭台唱戏", None),
    "图片新闻：会长走访企业": ("图片新闻：会长走访企业", None),
    "喜报：我会获评五A级": ("喜报：我会获评五A级", None),
    "习近平： 统筹做好各项工作": ("习近平：统筹做好各项工作", None),
    "奥地利 中资企业协会捐款": ("奥地利中资企业协会捐款", None),
    "共抗疫情 芬兰中资企业在行动": ("共抗疫情 芬兰中资企业在行动", None),
    "成员名单 (截至2020年3月，共101家)": ("成员名单", None),
    "商会管理办法 （试行）": ("商会管理办法 （试行）", None),
    "标题：商会捐建学校": ("商会捐建学校", None),
    "商会捐款救灾商会捐款救灾": ("商会捐款救灾", None),
    "【赣南日报】商会牵线 农企进山": ("商会牵线 农企进山", "赣南日报"),
    "【会员新闻】商会牵线 农企进山": ("商会牵线 农企进山", None),
    "【会员风采】卖了三十年胡辣汤料的老万": ("卖了三十年胡辣汤料的老万", None),
    "【美国】对华铝箔容器作出反规避初裁": ("美国对华铝箔容器作出反规避初裁", None),
    "〔土耳其〕对华玻璃器皿启动调查": ("土耳其对华玻璃器皿启动调查", None),
    "【日本】东京商会向灾区捐款八万": ("东京商会向灾区捐款八万", None),
    "【会务】对华铝箔容器作出反规避初裁": ("对华铝箔容器作出反规避初裁", None),
    "【简讯】": ("简讯", None),
    "政策速览（整理：江若塵）": ("政策速览", None),
    "《规范》问答（三）": ("《规范》问答（三）", None),
}


@pytest.mark.parametrize(("line", "expected"), HEADLINES.items(), ids=HEADLINES)
def test_headlines(line: str, expected: tuple[str, str | None]) -> None:
    text = tidy(line)
    said = headline(text, paragraphs(text))
    assert (said.title, said.outlet) == expected


SENTENCES = {
    "stops": (
        "商会成立。会员三百家！还会更多？是；不是。",
        ["商会成立。", "会员三百家！", "还会更多？", "是；", "不是。"],
    ),
    "closing quotation marks": ("他说：“谢谢大家。”会议结束。", ["他说：“谢谢大家。”", "会议结束。"]),
    "traditional quotation marks": ("他說：「感謝。」散會。", ["他說：「感謝。」", "散會。"]),
    "closing bracket": ("（会员见附件。）特此通知。", ["（会员见附件。）", "特此通知。"]),
    "decimal and list number": ("1. 增长3.5%，出口2.5亿元。", ["1. 增长3.5%，出口2.5亿元。"]),
    "half-width marks": ("非常好!谢谢;再见", ["非常好!", "谢谢;", "再见"]),
    "address": ("见http://a.cn/b?c=1;d=2 网站。", ["见http://a.cn/b?c=1;d=2 网站。"]),
    "doubled marks": ("太好了！！真的？！是。", ["太好了！！", "真的？！", "是。"]),
    "row of a table": ("甲公司。\t10万元；现金\n", ["甲公司。\t10万元；现金"]),
}


@pytest.mark.parametrize(("source", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(source: str, expected: list[str]) -> None:
    text, found = parted(source)
    assert [text.clean[s.start : s.end] for s in found.sentences] == expected


def test_table_with_a_spread_title_row() -> None:
    text, found = parted("以下是清单。\n\n捐赠物资清单\t\t\n物资\t数量\t单位\n口罩\t10\t万只\n\n以上。")
    assert [text.clean[t.start : t.end] for t in found.tables] == [
        "捐赠物资清单\t\t\n物资\t数量\t单位\n口罩\t10\t万只"
    ]
    assert [text.clean[c.start : c.end].strip() for c in found.captions] == ["捐赠物资清单"]


def test_table_with_a_heading_before_it() -> None:
    text, found = parted("捐款名单（单位：万元）\n\n甲公司\t10\n乙公司\t20\n\n共计两家。")
    assert [text.clean[c.start : c.end] for c in found.captions] == ["捐款名单（单位：万元）"]
    assert len(found.tables) == 1


def test_table_announced_by_a_sentence_and_set_with_spaces() -> None:
    text, found = parted(
        "捐款名单如下：\n序号   单位            金额(元)\n1      甲有限公司      100000\n2      乙集团公司      50000\n"
    )
    assert [text.clean[c.start : c.end] for c in found.captions] == ["捐款名单如下："]
    assert text.clean.endswith("1\t甲有限公司\t100000\n2\t乙集团公司\t50000")


def test_headings_are_not_verse_nor_prose() -> None:
    text, found = parted(
        "商会年报\n\n去年工作顺利。\n\n多措并举 共克时艰\n\n今年继续努力。\n\n女士们、先生们！\n\n谢谢大家。"
    )
    assert [text.clean[h.start : h.end] for h in found.headings] == ["商会年报", "多措并举 共克时艰"]


KINDS = {
    "2020-01-30": "date",
    "(2019年11月5日，上海)": "date",
    "二〇二〇年三月五日": "date",
    "发布时间:2021-08-18 10:30": "date",
    "来源:中国机电产品进出口商会 时间:2021-08-18 分享:": "source",
    "(文章来源:国际商报)": "source",
    "2019-06-18 10:30 来源:中国侨网": "source",
    "■丁宽宝 张明亮 本报记者庄道秋": "byline",
    "□本报记者刘叶琳": "byline",
    "文/张小明 图/李大同": "byline",
    "作者:张小明 编辑:李红": "byline",
    "记者:2021年有哪些工作？": "prose",
    "——会长在年会上的讲话": "deck",
    "【专题报道】": "label",
    "〖以案说法〗": "label",
    "■来信照登■": "label",
    "—— 会员圈 ——": "label",
    "最新消息 / 会务活动": "label",
    "·读者来信·": "label",
    "◆市茶叶协会为受灾村民送钱送物◆": "item",
    "👆点击“伊比利亚华商联合会”关注，华商资讯一手掌握": "field",
    "点击率上升 商会网店忙": "heading",
    "二、《科技日报》3月5日第3版": "source",
    "(《金融观察报》2018年11月6日第5版，原文约4200字)": "source",
    "《星洲日报》 一九九八年二月二十日 全国版 第四页": "source",
    "发文单位:商务部 发文时间:2020年2月18日": "field",
    "国发〔2012〕14号": "field",
    "04 开放合作 命运与共": "entry",
    "商会工作回顾……12": "entry",
    "(一)提高质量": "item",
    "1.《关于做好工作的通知》": "item",
    "原文链接:http://www.gov.cn/a.htm": "link",
    "甲公司\t10": "row",
    "多措并举 共克时艰": "heading",
    "2019年商务工作稳中有进": "heading",
    "2020年2月3日，商会捐款。": "prose",
    "商会会员企业家数达到300家，": "prose",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS)
def test_kinds_of_lines(text: str, kind: str) -> None:
    assert kind_of(text) == kind


DAYS = {
    "2020-02-03": date(2020, 2, 3),
    "2020.2.3": date(2020, 2, 3),
    "2020年2月3日": date(2020, 2, 3),
    "二〇二〇年十二月三十一日": date(2020, 12, 31),
    "民国109年2月3日": date(2020, 2, 3),
    "2020年2月30日": None,
    "2020年2月": None,
    "第2020-2-3号": date(2020, 2, 3),
    "12020-02-03": None,
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items(), ids=DAYS)
def test_days(text: str, expected: date | None) -> None:
    assert first_day(text) == expected


def check(text: Text, found: Segments) -> None:
    for spans in (
        found.paragraphs,
        found.sentences,
        found.sections,
        found.headings,
        found.tables,
        found.captions,
    ):
        for a, b in pairwise(spans):
            assert a.end <= b.start
        for span in spans:
            assert 0 <= span.start < span.end <= len(text.clean)
            assert at(spans, span.start) == span
    for paragraph in found.paragraphs:
        assert "\n" not in text.clean[paragraph.start : paragraph.end]
    for sentence in found.sentences:
        assert any(
            p.start <= sentence.start and sentence.end <= p.end
            for p in [at(found.paragraphs, sentence.start)]
            if p
        )
    covered = sum(len(text.clean[s.start : s.end].strip()) for s in found.sentences)
    assert covered >= len("".join(text.clean.split())) - text.clean.count(" ")
    assert len(found.sections) != 1


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_segments_of_seeds(path: Path) -> None:
    text = tidy(path.read_bytes().decode("utf-8"))
    check(text, segment(text))


lines = st.sampled_from(
    ["商会召开年会", "2020-01-30", "目录", "3 商会召开年会", "12 政策解读", "5 会员风采", "■王 勇", "【本报讯】近日，商会捐款。", "# 商会动态",
     "人民网：商会捐款", "甲\t乙", "\t", "（一）总则", "会员三百家。捐款10万元；口罩。", "来源：某报", "——侧记", "主 办\t某商会", "总第3期", "---", "编辑：李 红"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(lines, st.sampled_from(["\n", "\n\n", "\n\n\n\n"])), max_size=25))
def test_segments_of_any_lines(parts: list[tuple[str, str]]) -> None:
    text = tidy("".join(a + b for a, b in parts))
    check(text, segment(text))
