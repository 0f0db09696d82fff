"""Dirty text: nothing breaks, what is found is what was meant, and no value reaches across what does not belong together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chamber_extract import extract_text
from chamber_extract.models import Dataset

CLEAN = "2020年3月5日，南非中国商会会长陈建国表示，商会捐款20万元、口罩6万只。第二批物资价值35000美元，将于4月启运。"


def values(dataset: Dataset) -> set[str]:
    """The figures, days and chambers that were found."""
    assert [p for p in dataset.documents[0].problems if p.code == "failed"] == []
    return (
        {f"{f.value} {f.unit or f.currency}" for f in dataset.figures}
        | {d.edtf for d in dataset.dates}
        | {c.name for c in dataset.chambers}
    )


WANTED = values(extract_text(CLEAN))

DAMAGE = {
    "doubled punctuation": lambda t: re.sub(r"([，。、])", r"\1\1", t),
    "half-width punctuation": lambda t: t.translate(str.maketrans("，。、", ",.,")),
    "full-width digits": lambda t: t.translate({ord(str(i)): chr(0xFF10 + i) for i in range(10)}),
    "a space beside each number": lambda t: re.sub(r"(\d+)", r" \1 ", t),
    "zero-width between all": lambda t: "\u200b".join(t),
    "soft hyphens and marks": lambda t: "\ufeff" + t.replace("商", "商\u00ad").replace("0", "0\u2060"),
    "control characters": lambda t: "\x07" + t * 1 + "\x0b",
    "bullets": lambda t: "■ " + t.replace("。", "。\n▲ "),
    "carriage returns": lambda t: t.replace("。", "。\r\n"),
    "no-break spaces": lambda t: t.replace("，", "，\xa0"),
    "bold marks": lambda t: re.sub(r"(\d+)", r"**\1**", t),
    "tags": lambda t: re.sub(r"(\d+)", r"<b>\1</b>", t),
    "entities": lambda t: t.replace("，", "&#65292;").replace("。", "。&nbsp;"),
    "a caption again and again": lambda t: "图为捐赠现场。\n" * 2 + t + "\n图为捐赠现场。",
    "traditional": lambda t: t.translate(str.maketrans("国会长陈万元罩只批价值将启运", "國會長陳萬元罩隻批價值將啟運")),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_the_same_is_found(damage) -> None:
    found = {re.sub(r"国|國", "国", v) for v in values(extract_text(damage(CLEAN)))}
    assert {v.replace("隻", "只").replace("會", "会") for v in found} >= {w for w in WANTED if "元" not in w}


SEPARATORS = ["\n\n", "\n■ ", "\t", " | ", "。", "；", "。\n", "\n\n——\n\n", "</td><td>", "<br><br>", "\x0c"]


@pytest.mark.parametrize("between", SEPARATORS, ids=repr)
@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("会员共120", "30万元已捐出", {"12030", "120300000", "1200000"}),
        ("今年共有3", "000元到账", {"3000"}),
        ("甲公司捐款5", "万家灯火", {"50000"}),
        ("捐款约20", "余人参加", {"20"}),
    ],
    ids=["number and money", "thousands", "number and word", "hedge of another"],
)
def test_no_value_reaches_across(before: str, between: str, after: str, wrong: set[str]) -> None:
    dataset = extract_text(f"商会动态{between}{before}{between}{after}。")
    found = {str(f.value) for f in dataset.figures} | {d.edtf for d in dataset.dates}
    assert not found & wrong


PARTED = {
    "1, 000, 000元": {"1000000"},
    "1 000 000元": {"1000000"},
    "5, 000元": {"5000"},
    "1 0 0 万元": {"1000000"},
    "3, 500元": set(),
    "30 .5万元": {"305000"},
    "3、500元": {"500"},
    "1,2, 300元": set(),
}


@pytest.mark.parametrize(("money", "expected"), PARTED.items(), ids=PARTED)
def test_numbers_in_parts(money: str, expected: set[str]) -> None:
    figures = extract_text(f"南非中国商会捐款{money}。").figures
    assert {str(f.value) for f in figures} == expected


def test_a_number_and_its_unit_in_cells_of_their_own() -> None:
    figures = extract_text("物资\t数量\t单位\n口罩\t2000\t只\n手套\t300\t双\n").figures
    assert {(str(f.value), f.unit) for f in figures} == {("2000", "只"), ("300", "双")}


NOISE = st.sampled_from(
    ["\u200b", "\ufeff", "\x00", "\x07", "\xad", " ", "\u3000", "\n", "\t", "|", "■", "*", "#", "<", "&", "，，", "\x1e", "\x1d", "�", "﹏", "\U000f0000"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(CLEAN)), NOISE), max_size=12))
def test_noise_at_any_place(noise: list[tuple[int, str]]) -> None:
    text = CLEAN
    for place, what in sorted(noise, reverse=True):
        text = text[:place] + what + text[place:]
    text = text.removeprefix("\ufeff")  # a byte order mark is none of the text
    dataset = extract_text(text)
    assert [p.code for p in dataset.documents[0].problems if p.code == "failed"] == []
    places = [*dataset.figures, *dataset.dates, *(m for c in dataset.chambers for m in c.mentions)]
    assert all(text[m.start_char : m.end_char] == m.text for m in places)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="商会捐款万元亿百0123456789年月日,.，。 \t\n|■%约至-（）《》第号一二", max_size=120))
def test_soup_of_its_own_words(text: str) -> None:
    dataset = extract_text(text)
    assert [p.code for p in dataset.documents[0].problems if p.code == "failed"] == []
    assert all(text[f.start_char : f.end_char] == f.text for f in dataset.figures)
