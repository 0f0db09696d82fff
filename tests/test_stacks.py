"""Tables whose cells stand one below another become rows; what only looks like one stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.stacks import set_rows
from chamber_extract.text import Draft
from tests.citation_reading import rows

STACKED = [
    ("序号\n名称\n文号\n1\n甲\n国发〔2020〕1号\n2\n乙\n国发〔2020〕2号\n", "序号\t名称\t文号\n1\t甲\t国发〔2020〕1号\n2\t乙\t国发〔2020〕2号\n"),
    ("目录\n\n編　號\n\n名 稱\n\n\n1\n\n甲\n\n\n2\n\n乙\n\n\n3\n\n丙\n\n说明：完", "目录\n\n編　號\t名 稱\n1\t甲\n2\t乙\n3\t丙\n\n说明：完"),
    ("NO.\n单位 \n金额\n1\n 甲 \n5\n2\n乙\n6\n4\n丁\n7", "NO.\t单位\t金额\n1\t甲\t5\n2\t乙\t6\n4\n丁\n7"),
]  # fmt: skip

APART = [
    "序号\n名称\n1\n甲",
    "序号\n名称\n1\n甲\n乙\n2\n丙",
    "名称\n文号\n1\n甲\n2\n乙",
    "序号\t名称\n1\t甲\n2\t乙",
    "序号\n本目录所列的文件以发文机关公布的文本为准\n1\n甲\n2\n乙",
]


@pytest.mark.parametrize(("source", "expected"), STACKED, ids=["blank", "wide", "broken off"])
def test_cells_below_one_another_are_rows(source: str, expected: str) -> None:
    assert set_rows(Draft.of(source)).text == expected


@pytest.mark.parametrize("source", APART, ids=["one row", "uneven", "no numbers", "rows", "prose"])
def test_other_lines_stay(source: str) -> None:
    assert set_rows(Draft.of(source)).text == source


@given(st.text(alphabet="序号12甲 \n\t", max_size=60))
def test_only_white_space_changes(source: str) -> None:
    assert set_rows(Draft.of(source)).text.split() == source.split()


def test_a_row_is_one_policy() -> None:
    table = set_rows(
        Draft.of("序号\n名称\n文号\n1\n对外承包工程管理条例\n国务院令第527号\n2\n境外投资管理办法\n商合发[2010]313号\n")
    ).text
    assert rows(table) == [
        ("对外承包工程管理条例", "国务院令第527号", ("国务院",)),
        ("境外投资管理办法", "商合发〔2010〕313号", ()),
    ]
