"""Figures that the words around them show to be given, told in ways that no rule knows."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract import extract_text
from tests import weigh

DRIVE = (
    "南非中国商会为家乡灾区募捐\n1月28日，南非中国商会为家乡灾区发起募捐，会员踊跃捐款捐物，收到各界善款。\n"
)


def gifts(sentence: str) -> list[tuple[str | None, str, str]]:
    """Donor, amount or quantity, and rule of each gift that the sentence tells of within a drive."""
    return [(g.donor, str(g.amount or g.quantity), g.rule) for g in extract_text(DRIVE + sentence).donations]


@pytest.mark.parametrize(
    ("sentence", "donor", "amount"),
    [
        ("会长李强从口袋里摸出一沓钞票，数了数，整整5000兰特。", "会长李强", "5000"),
        ("理事张伟当场刷卡3万兰特。", "理事张伟", "30000"),
        ("福建同乡会也凑了份子，一共8万兰特。", "福建同乡会", "80000"),
    ],
    ids=["out of a pocket", "by card", "shares put together"],
)
def test_what_is_given_in_other_words(sentence: str, donor: str, amount: str) -> None:
    assert gifts(sentence) == [(donor, amount, "likely")]


@pytest.mark.parametrize(
    "sentence",
    [
        "餐厅租金4万元由会费支付。",
        "每席收费8000元。",
        "去年两国贸易额达120亿美元。",
        "该医院新楼总造价3000万元。",
        "商会目标是100万兰特。",
        "全市受灾房屋2.3万间，直接损失12亿元。",
        "会费每年2000兰特。",
        "商会现有会员380家，年营业额50亿兰特。",
        "一等奖奖金1万元。",
        "仪式共有嘉宾300人出席，设宴30席。",
    ],
)
def test_other_figures_of_such_a_report_stay_out(sentence: str) -> None:
    assert gifts(sentence) == []


def test_without_giving_around_nothing_is_likely() -> None:
    found = extract_text("理事张伟当场刷卡3万兰特。福建同乡会也凑了份子，一共8万兰特。").donations
    assert "likely" not in {g.rule for g in found}


@given(st.text("捐款赠给商会长张三十万元兰特，。\n0123456789口罩只", max_size=80))
def test_any_text_is_weighed_without_a_fault(text: str) -> None:
    source = DRIVE + text
    for g in extract_text(source).donations:
        assert source[g.start_char : g.end_char] == g.text


@pytest.mark.parametrize(("name", "most"), [("gift", weigh.KEPT + 1), ("giver", 5000)])
def test_the_weights_are_sorted_and_each_stands_once(name: str, most: int) -> None:
    with (weigh.FOLDER / f"{name}_weights.csv").open(encoding="utf-8", newline="") as file:
        names = [row["feature"] for row in csv.DictReader(file)]
    assert names == sorted(set(names))
    assert len(names) <= most


def test_learning_tells_what_speaks_for_a_gift() -> None:
    seen = [
        weigh.Figure(f"{n}.txt", frozenset({"left 捐款" if n % 2 else "left 会费", "unit 元"}), bool(n % 2))
        for n in range(40)
    ]
    weights = weigh.learn(seen)
    assert weights["left 捐款"] > 0 > weights["left 会费"]
    assert weights == weigh.learn(seen)
