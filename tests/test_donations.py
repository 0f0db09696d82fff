"""What was given, by whom, to whom; and what only looks like giving."""

from __future__ import annotations

import pytest

from tests import gift_cases, gift_families, gift_measures, gift_prose
from tests.gift_reading import report

GIFTS = [
    *gift_cases.CASH,
    *gift_cases.GOODS,
    *gift_cases.DOCUMENTS,
    *gift_cases.NAMED_BEFORE,
    *gift_families.PASSAGES,
]
NOT_GIFTS = [
    *gift_cases.NOT_GIFTS,
    *gift_cases.NO_GIFTS_HERE,
    *gift_families.LOOK_ALIKES,
    *gift_measures.NO_MEASURES,
    *gift_prose.NO_PROSE,
]
FAMILIES = [*gift_families.FAMILIES, *gift_measures.MEASURES, *gift_prose.PROSE]
# All of them as they are read.
TOLD = [*GIFTS, *((name, gift_families.HEAD + text, wanted) for name, text, wanted in FAMILIES)]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in GIFTS], ids=[c[0] for c in GIFTS])
def test_gifts(text: str, wanted: list[str]) -> None:
    assert report(text, wanted) == []


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in FAMILIES], ids=[c[0] for c in FAMILIES])
def test_gifts_below_a_title_that_speaks_of_giving(text: str, wanted: list[str]) -> None:
    assert report(gift_families.HEAD + text, wanted) == []


@pytest.mark.parametrize("text", [c[1] for c in NOT_GIFTS], ids=[c[0] for c in NOT_GIFTS])
def test_look_alikes_are_no_gifts(text: str) -> None:
    assert report(text, []) == []


# In an article about giving these still read as gifts.
READ_AS_GIFTS = {
    "notice-19": "what neighbours brought in hard times",
    "loan-collect": "borrowed money handed to a hospital",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            text,
            id=name,
            marks=pytest.mark.xfail(strict=True, reason=READ_AS_GIFTS[name]) if name in READ_AS_GIFTS else (),
        )
        for name, text in NOT_GIFTS
    ],
)
def test_look_alikes_are_no_gifts_below_a_title_that_speaks_of_giving(text: str) -> None:
    assert report(gift_families.HEAD + text, []) == []
