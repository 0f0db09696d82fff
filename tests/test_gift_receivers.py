"""Who receives a gift."""

from __future__ import annotations

import pytest

from tests.gift_families import HEAD
from tests.gift_reading import gifts
from tests.gift_receivers import RECEIVERS


def received(text: str) -> list[tuple[str | None, str]]:
    return [(g.recipient, f"{g.amount or ''}{g.quantity or ''}") for g in gifts(HEAD + text)]


def wanted(cases: list[str]) -> list[tuple[str | None, str]]:
    found = []
    for case in cases:
        parties, measures = case.split(" : ")
        receiver = parties.split(" -> ")[1]
        found.append((None if receiver == "-" else receiver, measures.split()[0]))
    return found


@pytest.mark.parametrize(("text", "cases"), [c[1:] for c in RECEIVERS], ids=[c[0] for c in RECEIVERS])
def test_receivers(text: str, cases: list[str]) -> None:
    assert received(text) == wanted(cases)
