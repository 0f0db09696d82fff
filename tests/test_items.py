"""The noun that a number counts: after it, before it, of goods, of people and bodies; and where none stands."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from chamber_extract.normalize import Quantity, find, fold
from chamber_extract.normalize.items import head_kind


def items(text: str) -> list[str | None]:
    return [q.item for q in find(text) if isinstance(q, Quantity)]


AFTER = [
    ("5万只口罩", ["口罩"]),
    ("捐赠5000件服装和200套工作服", ["服装", "工作服"]),
    ("100瓶过氧化氢消毒液", ["过氧化氢消毒液"]),
    ("贈送醫用口罩10萬個、護目鏡500副", ["醫用口罩", "護目鏡"]),
    ("20多个国家和地区的300余名代表", ["国家", "代表"]),
    ("200名从业人员参加培训", ["从业人员"]),
    ("312家民营企业结对帮扶94个村", ["民营企业", "村"]),
    ("92个成员签署声明", ["成员"]),
    ("5 万只 口罩", ["口罩"]),
    ("95%的会员企业复工", ["会员企业"]),
    ("三分之二的受访企业", ["受访企业"]),
    ("20万元的防疫物资", ["防疫物资"]),
    ("300多万农民增收", ["农民"]),
    ("三百套牙具。", ["牙具"]),
]
BEFORE = [
    ("口罩5万只", ["口罩"]),
    ("捐赠防护服2000套", ["防护服"]),
    ("捐贈口罩5萬個、防護衣200套及額溫槍30支", ["口罩", "防護衣", "額溫槍"]),
    ("会长个人报效电脑10台", ["电脑"]),
    ("大米 30 吨", ["大米"]),
    ("全市共有民营企业12.5万家", ["民营企业"]),
    ("现有教师60多名、学生一千二百余人", ["教师", "学生"]),
    ("签约项目21个", ["签约项目"]),
    ("价值20万元的口罩6万只", ["口罩", "口罩"]),
    ("医院200名员工", ["员工"]),
]
NONE = [
    ("捐款20万元", [None]),
    ("拨款10万元支援风灾重建", [None]),
    ("3万人参加了会议", [None]),
    ("免去三个月租金", [None]),
    ("增长5%", [None]),
    ("两国贸易", [None]),
    ("全长5公里", [None]),
    ("向会员企业发放3万只", [None]),
    ("捐给武汉市中心医院3万只", [None]),
    ("成立20周年座谈会", [None]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [pytest.param(*case, id=f"{group}-{case[0]}") for group, cases in (("after", AFTER), ("before", BEFORE), ("none", NONE)) for case in cases],
)  # fmt: skip
def test_items(text: str, wanted: list[str | None]) -> None:
    assert items(text) == wanted


@pytest.mark.parametrize("text", [text for text, _ in AFTER + BEFORE])
def test_the_item_stands_at_its_span_and_apart_from_the_number(text: str) -> None:
    for q in find(text):
        assert isinstance(q, Quantity)
        assert q.item is not None and q.item_start is not None and q.item_end is not None
        assert text[q.item_start : q.item_end] == q.item
        assert q.item_end <= q.start or q.item_start >= q.end


def test_the_table_of_nouns_is_in_order_unique_and_folded() -> None:
    table = files("chamber_extract.normalize").joinpath("counted_nouns.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    heads = [row["head"] for row in rows]
    assert heads == sorted(set(heads))
    assert [h for h in heads if fold(h) != h] == []
    assert {row["kind"] for row in rows} == {"goods", "building", "cash", "mixed", "token", "other"}
    assert all(row["source"] for row in rows)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("一次性医用口罩", "goods"), ("善款", "cash"), ("款物", "mixed"), ("教学楼", "building"), ("会员企业", None), ("金花", None)],
)  # fmt: skip
def test_kinds_of_nouns(noun: str, kind: str | None) -> None:
    assert head_kind(noun) == kind
