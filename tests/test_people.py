"""Names of people: what shows one, where it ends, and what only looks like one."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.extractors.people import find
from chamber_extract.mention import Mention
from chamber_extract.normalize.script import fold
from chamber_extract.segment import segment
from chamber_extract.text import Text
from tests.people_cases import (
    BYLINES,
    DEEDS,
    DONORS_AND_SIGNERS,
    LATIN_AND_HAN,
    LISTS,
    NOBODY,
    OFFICE_AFTER,
    OFFICE_BEFORE,
    OPEN_TEXT,
    ROLLS,
    SPELLED,
    UNUSUAL,
)


def people(string: str) -> list[Mention]:
    text = Text(
        string, string, fold(string), array("i", range(len(string))), array("i", range(1, len(string) + 1))
    )
    return list(find(text, segment(text)))


def names(string: str) -> str:
    """The different names found, in order of their first mention, separated by spaces."""
    return " ".join(dict.fromkeys(m.value.name.replace(" ", "_") for m in people(string)))


def tabulate(rows: str) -> list:
    """Rows of `text → names`; no names after the arrow where none is to be found."""
    cases = []
    for row in rows.strip().splitlines():
        text, _, expected = row.partition(" → ")
        cases.append(pytest.param(text.replace("⏎", "\n").replace("⇥", "\t"), expected.strip(), id=text[:24]))
    return cases


@pytest.mark.parametrize(("text", "expected"), tabulate(OFFICE_BEFORE))
def test_office_before_the_name(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(UNUSUAL))
def test_rare_compound_married_native_and_foreign_names(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(OFFICE_AFTER))
def test_office_or_honorific_after_the_name(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(BYLINES))
def test_bylines(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(LISTS))
def test_lists_and_tables(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(DEEDS))
def test_names_beside_a_deed(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(ROLLS))
def test_one_word_for_a_list_and_tags_inside(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(DONORS_AND_SIGNERS))
def test_donors_with_amounts_and_signers(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(LATIN_AND_HAN))
def test_latin_names_beside_han_names(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(SPELLED))
def test_names_spelled_by_sound_and_from_japan_and_korea(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(OPEN_TEXT))
def test_names_in_open_text(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), tabulate(NOBODY))
def test_nobody(text: str, expected: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("来自喀山的钟先生", True),
        ("市场部毛经理说", True),
        ("会长江辉致辞", False),
        ("高云龙主席讲话", False),
    ],
)
def test_a_surname_with_a_calling_is_partial(text: str, partial: bool) -> None:
    (person,) = people(text)
    assert person.value.partial is partial


def test_a_padded_name_closes_up() -> None:
    (person,) = people("会长 李 勇")
    assert [p.value.name for p in people("会长：李 勇")] == ["李勇"]  # at the very end of the text
    assert people("（记者 姜") == []
    assert (person.value.name, person.start, person.end) == ("李勇", 3, 6)


PIECES = st.sampled_from(
    "会长 副会长： 江辉 李 勇 张 （ ） 、 ， 。 \n \t · 记者 ■ 先生 拿督 选举 为 表示 当选 王 欧阳 总统 马克龙 John Smith 12 | 和 的 ".split(
        " "
    )
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_mentions_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for m in people(text):
        assert end <= m.start < m.end <= len(text)
        amid = [t for t in m.value.titles if m.start < t.start and t.end < m.end]  # 叶会长春荣
        words = text[m.start : amid[0].start] + text[amid[0].end : m.end] if amid else text[m.start : m.end]
        assert m.value.name == "".join(words.split()) or m.value.name.isascii()
        end = m.end


def test_time_grows_with_the_text() -> None:
    """A hostile page of titles, names and dots; quadratic work would take minutes."""
    assert people("会长副会长会长：江辉·江辉、李勇（（■记者" * 3000)
