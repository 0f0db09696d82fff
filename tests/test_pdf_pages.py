"""How pages are read: columns, paragraphs, tables, running heads, turned and vertical text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chamber_extract.readers import Source, read
from tests.pdf_drawing import Line, Mark, Words, column, grid, pdf

LEFT = [
    "\u3000\u3000三月十日，泰国江苏商会召",
    "开理事会，会长陈国平宣布，商",
    "会向江苏省红十字会捐款五十万",
    "元，并购买口罩三万只，分三批",
    "运往南京。",
    "\u3000\u3000副会长李雅琴说，会员企业",
]
RIGHT = [
    "响应踊跃，短短七天募集善款八",
    "十六万元。",
    "\u3000\u3000同日，老挝湖南商会也发来",
    "慰问信，表示愿意提供帮助，并",
    "派人前往机场接收物资，转交各",
    "医院使用。",
]
READ = [
    "三月十日，泰国江苏商会召开理事会，会长陈国平宣布，商会向江苏省红十字会捐款五十万元，并购买口罩三万只，分三批运往南京。",
    "副会长李雅琴说，会员企业响应踊跃，短短七天募集善款八十六万元。",
    "同日，老挝湖南商会也发来慰问信，表示愿意提供帮助，并派人前往机场接收物资，转交各医院使用。",
]


def paragraphs(*pages: list[Mark], **options: int) -> list[str]:
    """The paragraphs of the clean view."""
    return read(Source("a.pdf", pdf(*pages, **options))).text.clean.split("\n")


def by_height(marks: list[Words]) -> list[Words]:
    """As a program draws that goes over all columns line by line."""
    return sorted(marks, key=lambda w: (-w.y, w.x))


TWO = [*column(40, 500, LEFT), *column(210, 500, RIGHT)]
HEAD = Words(40, 540, "侨商驰援家乡", 20)


class TestColumns:
    def test_column_by_column(self) -> None:
        assert paragraphs([HEAD, *TWO]) == ["侨商驰援家乡", *READ]

    def test_drawn_across(self) -> None:
        assert paragraphs([HEAD, *by_height(TWO)]) == ["侨商驰援家乡", *READ]

    def test_three_columns_drawn_across(self) -> None:
        third = [line.replace("老挝湖南商会", "缅甸四川商会") for line in RIGHT]
        marks = [*column(20, 500, LEFT, 8), *column(145, 500, RIGHT, 8), *column(270, 500, third, 8)]
        found = paragraphs(by_height(marks))
        assert found[:3] == READ
        assert found[-1] == READ[2].replace("老挝湖南商会", "缅甸四川商会")

    def test_columns_that_do_not_share_their_lines(self) -> None:
        assert paragraphs(by_height([*column(40, 500, LEFT), *column(210, 493, RIGHT)])) == READ

    def test_one_of_the_columns_is_longer(self) -> None:
        longer = [*LEFT[:5], "\u3000\u3000商会表示，还将捐款十万元。"]
        marks = by_height(
            [*column(40, 500, longer), *column(210, 500, ["\u3000\u3000" + READ[2][:11], *RIGHT[3:5]])]
        )
        assert paragraphs(marks)[:2] == [READ[0], "商会表示，还将捐款十万元。"]

    def test_a_headline_that_is_drawn_last(self) -> None:
        assert paragraphs([*TWO, HEAD]) == ["侨商驰援家乡", *READ]

    def test_a_foot_that_is_drawn_first(self) -> None:
        foot = Words(40, 300, "地址：南京市中山路一号商会大厦", 8)
        assert paragraphs([foot, *column(40, 500, LEFT[:5])])[-1] == foot.text

    def test_cells_without_rules_stay_in_their_rows(self) -> None:
        rows = [
            ("单位", "金额", "日期"),
            ("泰国江苏商会", "500000元", "3月10日"),
            ("老挝湖南商会", "80000元", "3月11日"),
        ]
        marks = [
            Words(x, 500 - 20 * i, cell)
            for i, row in enumerate(rows)
            for x, cell in zip((40, 150, 250), row, strict=True)
        ]
        assert paragraphs([Words(40, 540, "捐款名单如下："), *marks]) == [
            "捐款名单如下：",
            *map("\t".join, rows),
        ]


class TestParagraphs:
    def test_one_goes_on_over_the_page(self) -> None:
        assert paragraphs(column(40, 500, LEFT), column(40, 500, RIGHT)) == READ

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            pytest.param(["商会捐款二百", "万元。"], ["商会捐款二百万元。"], id="a word"),
            pytest.param(["捐款总额达到12", "00000元整。"], ["捐款总额达到1200000元整。"], id="a number"),
            pytest.param(
                ["联系方式 contact", "us 电话一二三四"],
                ["联系方式 contact us 电话一二三四"],
                id="Latin words",
            ),
            pytest.param(
                ["会长：陈国平", "秘书长：李雅琴副会"], ["会长：陈国平", "秘书长：李雅琴副会"], id="labels"
            ),
            pytest.param(
                ["一、工作回顾", "今年以来商会开展了各项活动"],
                ["一、工作回顾", "今年以来商会开展了各项活动"],
                id="a heading",
            ),
            pytest.param(
                ["捐款全部到位。", "二、下一步打算"],
                ["捐款全部到位。", "二、下一步打算"],
                id="a numbered one",
            ),
        ],
    )
    def test_ends_of_lines(self, lines: list[str], expected: list[str]) -> None:
        assert paragraphs(column(40, 500, lines)) == expected

    def test_a_larger_line_is_a_heading(self) -> None:
        marks = [Words(40, 520, "商会召开大会商会召开大会", 12), *column(40, 500, LEFT[:5])]
        assert paragraphs(marks) == ["商会召开大会商会召开大会", READ[0]]

    def test_more_room_parts_paragraphs_that_are_not_indented(self) -> None:
        first = ["商会向灾区捐款五十万元整", "并购买口罩三万只分批运出"]
        marks = [*column(40, 500, first), *column(40, 455, ["会员企业响应踊跃善款不断"])]
        assert paragraphs(marks) == ["".join(first), "会员企业响应踊跃善款不断"]

    def test_hanging_entries(self) -> None:
        lines = [
            "1.泰国江苏商会向灾区捐款五",
            "\u3000\u3000十万元整，已经到账。",
            "2.老挝湖南商会捐赠口罩三万",
            "\u3000\u3000只，已经运抵长沙。",
        ]
        assert paragraphs(column(40, 500, lines)) == [
            "1.泰国江苏商会向灾区捐款五十万元整，已经到账。",
            "2.老挝湖南商会捐赠口罩三万只，已经运抵长沙。",
        ]


class TestBlanks:
    def test_room_between_han_and_figures_means_nothing(self) -> None:
        marks = [
            Words(40, 500, "截至"),
            Words(62.5, 500, "2020"),
            Words(85, 500, "年"),
            Words(97.5, 500, "3"),
            Words(105, 500, "月"),
        ]
        assert paragraphs(marks) == ["截至2020年3月"]

    def test_room_between_han_parts_words(self) -> None:
        assert paragraphs([Words(40, 500, "记者"), Words(63, 500, "陈国平")]) == ["记者 陈国平"]

    @pytest.mark.parametrize(("char", "expected"), [("通知公告", "通知公告"), ("李勇", "李 勇")])
    def test_a_word_over_the_width_of_a_line(self, char: str, expected: str) -> None:
        marks = [Words(60 + 40 * i, 540, c, 16) for i, c in enumerate(char)]
        assert paragraphs([*marks, *column(40, 500, LEFT[:5])]) == [expected, READ[0]]

    def test_words_that_are_drawn_twice_to_look_bold(self) -> None:
        assert paragraphs([Words(40, 500, "商会捐款五十万元"), Words(40.3, 500, "商会捐款五十万元")]) == [
            "商会捐款五十万元"
        ]

    def test_a_line_that_is_drawn_from_its_end(self) -> None:
        marks = [Words(200, 500, "会长：陈国平"), Words(40, 500, "泰国江苏商会"), *column(40, 480, LEFT[:5])]
        assert paragraphs(marks)[0] == "泰国江苏商会  会长：陈国平"

    def test_spread_lines(self) -> None:
        marks = [Words(40 + 13 * i, 500, char) for i, char in enumerate("商会向灾区捐款五十万元")]
        assert paragraphs(marks) == ["商会向灾区捐款五十万元"]


def cells(xs: list[float], ys: list[float], rows: list[tuple[str, ...]]) -> list[Mark]:
    words = [
        Words(x + 3, y - 14 - 12 * n, line)
        for y, row in zip(ys, rows, strict=False)
        for x, cell in zip(xs, row, strict=False)
        for n, line in enumerate(cell.split("\n"))
    ]
    return [*grid(xs, ys), *words]


XS = [40.0, 140.0, 210.0, 300.0]


class TestTables:
    def test_rows(self) -> None:
        rows = [("单位", "金额", "日期"), ("泰国江苏商会", "500000元", "3月10日")]
        assert paragraphs(cells(XS, [500, 480, 460], rows)) == [
            "单位\t金额\t日期",
            "泰国江苏商会\t500000元\t3月10日",
        ]

    def test_cells_of_several_lines(self) -> None:
        rows = [("单位", "物资", "接收单位"), ("泰国江苏商会驻南京\n办事处", "口罩", "南京市第一人民\n医院")]
        found = paragraphs(cells(XS, [500, 480, 440], rows))
        assert found[1] == "泰国江苏商会驻南京办事处\t口罩\t南京市第一人民医院"

    def test_short_lines_in_a_cell_are_told_apart(self) -> None:
        rows = [("会长", "副会长", "备注"), ("陈国平", "李雅琴\n王大同", "连任")]
        assert paragraphs(cells(XS, [500, 480, 440], rows))[1] == "陈国平\t李雅琴 王大同\t连任"

    def test_an_empty_cell_keeps_its_place(self) -> None:
        rows = [("单位", "金额", "日期"), ("泰国江苏商会", "", "3月10日")]
        assert paragraphs(cells(XS, [500, 480, 460], rows))[1] == "泰国江苏商会\t\t3月10日"

    def test_cells_that_nearly_touch_are_parted_by_their_rule(self) -> None:
        marks = [
            *grid([40, 101, 160, 220], [500, 480, 460]),
            Words(41, 485, "单位名称全写"),
            Words(102, 485, "金额"),
            Words(162, 485, "日期"),
        ]
        marks += [Words(40.5, 465, "泰国江苏商会"), Words(101.5, 465, "500元"), Words(162, 465, "3月")]
        assert paragraphs(marks)[1] == "泰国江苏商会\t500元\t3月"

    def test_a_row_that_is_broken_between_pages(self) -> None:
        first = [
            *cells(XS, [500, 480, 460], [("单位", "金额", "日期")]),
            *(Line(x, 460, x, 430) for x in XS),
        ]
        first += [Words(43, 440, "泰国江苏商会驻"), Words(143, 440, "500元"), Words(213, 440, "3月")]
        second = [
            *(Line(x, 570, x, 540) for x in XS),
            *grid(XS, [540, 520]),
            Words(43, 552, "南京办事处"),
        ]
        second += [Words(43, 526, "老挝湖南商会"), Words(143, 526, "800元"), Words(213, 526, "4月")]
        assert paragraphs(first, second)[1:] == [
            "泰国江苏商会驻南京办事处\t500元\t3月",
            "老挝湖南商会\t800元\t4月",
        ]

    def test_frames_around_articles_are_no_table(self) -> None:
        frame = [*grid([30, 200, 390], [520, 400, 380])]
        assert paragraphs([*frame, *TWO]) == READ


def numbered(number: str, y: float = 30) -> list[Mark]:
    return [*column(40, 500, LEFT[:4]), Words(190, y, number, 8)]


class TestRunningHeads:
    @pytest.mark.parametrize(
        "number",
        [
            "12",
            "- 12 -",
            "—12—",
            "第12页",
            "第 3 页 共 10 页",
            "3/10",
            "Page 3 of 10",
            "第十二页",
            "·5·",
            "iv",
        ],
    )
    def test_page_numbers(self, number: str) -> None:
        assert paragraphs(numbered(number)) == [READ[0].removesuffix("运往南京。")]

    @pytest.mark.parametrize("words", ["2020年", "共12人", "3万元", "一、二"])
    def test_what_is_no_page_number(self, words: str) -> None:
        assert paragraphs(numbered(words))[-1] == words

    def test_a_number_in_the_text_stays(self) -> None:
        assert "12" in paragraphs(numbered("12", y=300))

    def test_heads_and_feet_interrupt_no_sentence(self) -> None:
        pages = [
            [
                Words(40, 570, "泰国江苏商会2020年年报", 8),
                *column(40, 500, lines),
                Words(40, 30, f"内部资料 {i}", 8),
            ]
            for i, lines in enumerate((LEFT[:3], LEFT[3:], RIGHT[:3], RIGHT[3:]), 1)
        ]
        assert paragraphs(*pages) == ["泰国江苏商会2020年年报", *READ]

    def test_heads_of_left_and_right_pages(self) -> None:
        heads = ("泰国江苏商会", "二〇二〇年年报") * 2
        parts = (LEFT[:3], LEFT[3:], RIGHT[:3], RIGHT[3:])
        pages = [
            [Words(40, 570, head, 8), *column(40, 500, lines)]
            for head, lines in zip(heads, parts, strict=True)
        ]
        assert paragraphs(*pages) == ["泰国江苏商会", *READ]

    def test_they_are_in_the_text_all_the_same(self) -> None:
        pages = [[*column(40, 500, LEFT[:3]), Words(40, 30, f"内部资料 {i}", 8)] for i in range(3)]
        assert read(Source("a.pdf", pdf(*pages))).text.source.count("内部资料") == 3

    def test_headings_of_pages_that_differ_stay(self) -> None:
        pages = [
            [Words(40, 570, f"{name}商会捐款情况", 12), *column(40, 500, LEFT[:5])]
            for name in ("泰国", "缅甸", "老挝")
        ]
        assert [p for p in paragraphs(*pages) if p.endswith("情况")] == [
            "泰国商会捐款情况",
            "缅甸商会捐款情况",
            "老挝商会捐款情况",
        ]


class TestTurned:
    @pytest.mark.parametrize(
        ("rotate", "matrix", "place"),
        [
            pytest.param(90, (0, 1, -1, 0), lambda x, y: (600 - y, x), id="left"),
            pytest.param(180, (-1, 0, 0, -1), lambda x, y: (400 - x, 600 - y), id="upside down"),
            pytest.param(270, (0, -1, 1, 0), lambda x, y: (y, 400 - x), id="right"),
        ],
    )
    def test_a_page_that_is_shown_turned(
        self,
        rotate: int,
        matrix: tuple[int, int, int, int],
        place: Callable[[float, float], tuple[float, float]],
    ) -> None:
        marks = [Words(*place(w.x, w.y), w.text, w.size, matrix) for w in [HEAD, *TWO]]
        assert paragraphs(marks, size=(600, 600), rotate=rotate) == ["侨商驰援家乡", *READ]

    @pytest.mark.parametrize(
        "rotate",
        [
            pytest.param(90, marks=pytest.mark.xfail(reason="pdfium orders its characters otherwise")),
            180,
            270,
        ],
    )
    def test_text_that_lies_on_its_side(self, rotate: int) -> None:
        assert paragraphs([HEAD, *TWO], rotate=rotate) == ["侨商驰援家乡", *READ]

    def test_vertical_lines_from_right_to_left(self) -> None:
        lines = ["\u3000\u3000三月十日，泰国江苏商会召", *LEFT[1:5]]
        marks = [
            Words(350 - 15 * i, 500 - 10 * j, char)
            for i, line in enumerate(lines)
            for j, char in enumerate(line)
            if char != "\u3000"
        ]
        assert paragraphs(marks) == [READ[0]]

    def test_a_watermark_at_an_angle_is_left_out(self) -> None:
        assert paragraphs(
            [*column(40, 500, LEFT[:5]), Words(60, 400, "内部资料", 60, (0.7, 0.7, -0.7, 0.7))]
        ) == [READ[0]]
