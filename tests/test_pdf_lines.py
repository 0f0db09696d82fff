"""PDF files printed from plain text and by word processors: which ends of lines are the page's, what tabs part."""

from __future__ import annotations

import pytest

from chamber_extract.readers import Source, read
from chamber_extract.readers.setting import needed
from tests.pdf_drawing import Mark, Words, column, needs_font, pdf

# Two paragraphs that fill the page of 400 points from margin to margin, the last line of each short.
WIDE = [
    "三月十日，泰国江苏商会在曼谷召开理事会，会长陈国平宣布，商会",
    "向江苏省红十字会捐款五十万元，并购买口罩三万只，分三批运往南",
    "京。副会长李雅琴说，会员企业响应踊跃，短短七天募集善款八十六",
    "万元。",
    "同日，老挝湖南商会也发来慰问信，表示愿意提供帮助，并派人前往",
    "机场接收物资，转交各医院使用，第一批物资预计在本月二十日以前",
    "运抵长沙。",
]
JOINED = ["".join(WIDE[:4]), "".join(WIDE[4:])]


def paragraphs(*pages: list[Mark]) -> list[str]:
    """The paragraphs of the clean view."""
    return read(Source("a.pdf", pdf(*pages))).text.clean.split("\n")


def page(*lines: str, top: float = 560) -> list[Mark]:
    """Lines under one another; an empty one is a blank line."""
    return [w for w in column(40, top, lines) if w.text]


class TestLinesOfThePage:
    def test_unindented_paragraphs(self) -> None:
        assert paragraphs(page(*WIDE)) == JOINED

    @pytest.mark.parametrize(
        "short",
        [
            pytest.param(["机电商会立即成立突击队", "三名党员连续两天没有合眼", "搭建起申报平台", "开具了首份证明"], id="of verse"),
            pytest.param(["会长：陈国平", "副会长：李雅琴", "秘书长：王大同", "监事长：赵小川"], id="of a roster"),
            pytest.param(["曼谷唐人街有限公司", "清迈华商有限公司", "普吉岛有限公司", "湄公河有限公司"], id="of companies"),
        ],
    )  # fmt: skip
    def test_short_lines_do_not_go_on_where_the_page_has_room(self, short: list[str]) -> None:
        assert paragraphs(page(*WIDE, "", *short)) == [*JOINED, *short]
        assert paragraphs(page(*WIDE), page(*short)) == [*JOINED, *short]

    def test_a_title_that_is_as_wide_as_the_page_goes_on_in_no_date(self) -> None:
        title = "泰国江苏商会向江苏省红十字会捐款五十万元并购买口罩三万只情况"
        assert paragraphs(page(title, "2020-03-10", "", *WIDE)) == [title, "2020-03-10", *JOINED]

    def test_a_wider_line_above_a_column(self) -> None:
        lines = ["商会向灾区捐款五十万元，并", "购买口罩三万只，分三批运往", "南京，会员企业响应踊跃，七", "天募集善款八十六万元。"]  # fmt: skip
        marks = [Words(40, 515, "本报记者王大同通讯员赵小川摄影"), *page(*lines, top=500)]
        marks += column(210, 500, ["\u3000\u3000" + lines[0][:11], *lines[1:]])
        assert paragraphs(marks)[1] == "".join(lines)

    def test_an_address_over_two_lines(self) -> None:
        lines = [*WIDE[:3], "万元。原文见 http://www.example.org/article/202003/notices/", "20200302944564.shtml", "", "商会通讯"]  # fmt: skip
        found = paragraphs(page(*WIDE, *lines))
        assert any("notices/20200302944564.shtml" in p for p in found)
        assert found[-1] == "商会通讯"

    def test_a_list_behind_an_address(self) -> None:
        marks = page(*WIDE, "1.《通知》http://www.example.org/a/202003/notices/1.shtml", "2.《公告》http://www.example.org/b")  # fmt: skip
        assert paragraphs(marks)[-1].startswith("2.《公告》")

    def test_addresses_under_one_another(self) -> None:
        addresses = ["http://www.example.org/article/202003/", "http://www.example.org/article/202004/", "http://www.example.org/article/202005/"]  # fmt: skip
        assert paragraphs(page(*WIDE, "", *addresses))[2:] == addresses

    def test_day_and_hour_over_two_lines(self) -> None:
        first = "信息来源：泰国江苏商会秘书处供稿　　发布时间：2019-06-03"
        assert f"{first} 15:22" in "\n".join(paragraphs(page(*WIDE, first, "15:22 浏览次数很多")))

    def test_marks_of_markdown(self) -> None:
        marks = page(
            "# 工作回顾", "**一要狠抓工作落实。**会员企业响应踊跃。", "原文：<http://www.example.org/a>"
        )
        assert paragraphs(marks) == ["工作回顾", "一要狠抓工作落实。会员企业响应踊跃。", "原文：http://www.example.org/a"]  # fmt: skip

    def test_masked_names_are_no_marks(self) -> None:
        assert paragraphs(page("王*明捐款一百元，李*华捐款两百元。")) == [
            "王*明捐款一百元，李*华捐款两百元。"
        ]


# As a newspaper's column was typed into a text file: the indents of first lines are lost.
TYPED = [
    "近日，江苏省工商联与中国出口信",
    "用保险公司江苏分公司签署合作协议，",
    "江苏省委统战部副部长顾万峰出席会议",
    "并表示，公司在助力江苏省内民营企业",
    "方面作用巨大。",
    "",
    "据悉，为充分发挥政策性保险功能",
    "，切实增强民营企业在国内国际的竞争",
    "力，江苏省工商联响应全国工商联有关",
    "通知要求，开展护航民营企业的专项行",
    "动，取得良好成效。",
]


class TestTypedText:
    def test_a_column_typed_into_a_text(self) -> None:
        assert paragraphs(page(*TYPED)) == ["".join(TYPED[:5]), "".join(TYPED[6:])]

    def test_the_same_as_the_text_file(self) -> None:
        typed = "\n".join(TYPED)
        assert paragraphs(page(*TYPED)) == read(Source("a.txt", typed.encode())).text.clean.split("\n")


@pytest.mark.parametrize(
    ("text", "following", "room"),
    [
        pytest.param("捐款", "五十万元", 1.0, id="a character"),
        pytest.param("捐款", "款，商会", 2.0, id="and the mark behind it"),
        pytest.param("捐款", "“走出去”", 2.0, id="a bracket may not end a line"),
        pytest.param("捐款", "——商会", 2.0, id="a dash of two"),
        pytest.param("contact", "us 电话", 1.2, id="a Latin word"),
        pytest.param("达12", "000元", 2.8, id="a number that is broken off"),
        pytest.param("见http://a.cn/b/", "c/20200302.shtml", 30.0, id="an address behind a sign"),
    ],
)
def test_what_comes_next_needs_room(text: str, following: str, room: float) -> None:
    assert needed(text, following) == pytest.approx(room)


STEP = 36.0


def tabbed(*rows: str, size: float = 10.0, touch: float = 0.6) -> list[Mark]:
    """Rows of cells set at equal stops: each begins at the next one, `touch` points at least behind the one before."""
    marks: list[Mark] = []
    for i, row in enumerate(rows):
        x = 0.0
        for cell in row.split("\t"):
            marks.append(Words(40 + x, 500 - 15 * i, cell, size))
            x += sum(size / 2 if c.isascii() else size for c in cell)
            x = -(-(x + touch) // STEP) * STEP
    return marks


class TestTabs:
    def test_cells_that_nearly_touch(self) -> None:
        # 7 characters of 10 points end 2 points before a stop.
        rows = ["单位\t金额\t日期", "泰国江苏商会会\t500元\t3月10日", "老挝商会\t80000元\t3月11日", "缅甸四川商会会\t90元\t3月12日"]  # fmt: skip
        assert paragraphs(tabbed(*rows)) == rows

    @needs_font  # the one that takes its place may draw figures wider than they are set
    def test_figures_that_nearly_touch(self) -> None:
        rows = ["序号\t数量\t年份", "1\t8000000\t2020年", "2\t50\t2021年", "3\t9000000\t2022年"]
        assert paragraphs(tabbed(*rows)) == rows

    def test_a_label_and_what_it_names(self) -> None:
        rows = [
            "主 办\t泰国江苏商会",
            "编委会的各位委\t陈国平 李雅琴",
            "承 办\t商会秘书处",
            "执行总编\t王大同",
        ]
        assert paragraphs(tabbed(*rows)) == rows

    def test_words_of_prose_are_not_parted(self) -> None:
        assert paragraphs(page(*WIDE)) == JOINED
        rows = ["单位\t金额\t日期", "泰国江苏商会\t500元\t3月10日", "老挝商会\t80000元\t3月11日"]
        assert paragraphs([*tabbed(*rows), *page(*WIDE, top=440)]) == [*rows, *JOINED]

    def test_a_figure_set_a_little_apart_at_a_stop_is_no_cell(self) -> None:
        rows = ["单位\t金额\t日期", "泰国江苏商会\t500元\t3月10日", "老挝商会\t80000元\t3月11日"]
        marks = [*tabbed(*rows), Words(40, 455, "商会共有"), Words(40 + 2 * STEP - 30, 455, "会"), Words(40 + 2 * STEP - 18, 455, "5家")]  # fmt: skip
        assert paragraphs(marks)[-1] == "商会共有会5家"


class TestBlanksOfTheFile:
    @pytest.mark.parametrize(
        "words", ["驻曼谷总领事　段鸿儒", "林俊鹏　林俊豪　马烈光", "会　　长：蔡南生", "李 勇 徐 辰"]
    )
    def test_they_stay_as_they_are(self, words: str) -> None:
        assert read(Source("a.pdf", pdf([Words(40, 500, words)]))).text.source == words

    def test_one_at_the_end_of_a_line_parts_names(self) -> None:
        names = ["委员：刘殿勋 李 勇 周立群 徐 辰 叶水金 郑东林 张朝阳 黄永章 ", "文应征 陈哲瑜"]
        assert "黄永章 文应征" in "\n".join(paragraphs(page(*WIDE, *names)))

    def test_a_line_spread_over_its_column_has_none(self) -> None:
        spread = [Words(40 + 45 * i, 455, char) for i, char in enumerate("原文链接：")]
        marks = [*page(*WIDE), *[Words(w.x, w.y - 60, w.text) for w in spread], *page("http://www.example.org/article/202003/a.html", top=380)]  # fmt: skip
        assert "原文链接：" in "\n".join(paragraphs(marks))
