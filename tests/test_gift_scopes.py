"""Whether one gave or many, and whether a sum is one of several gifts."""

from __future__ import annotations

import pytest

from tests import gift_scopes
from tests.gift_families import HEAD
from tests.gift_reading import gifts


def scopes(text: str) -> dict[str | None, str]:
    return {g.donor: g.scope for g in gifts(HEAD + text)}


@pytest.mark.parametrize(
    ("text", "donor"), [c[1:] for c in gift_scopes.MANY], ids=[c[0] for c in gift_scopes.MANY]
)
def test_many_give(text: str, donor: str) -> None:
    assert scopes(text)[donor] == "aggregate"


@pytest.mark.parametrize(
    ("text", "donor"), [c[1:] for c in gift_scopes.ONE], ids=[c[0] for c in gift_scopes.ONE]
)
def test_one_gives(text: str, donor: str) -> None:
    assert scopes(text)[donor] == "individual"


@pytest.mark.parametrize(
    ("text", "many"), [c[1:] for c in gift_scopes.LISTED], ids=[c[0] for c in gift_scopes.LISTED]
)
def test_givers_in_lists(text: str, many: dict[str, bool]) -> None:
    assert {donor: scope == "aggregate" for donor, scope in scopes(text).items()} == many


@pytest.mark.parametrize(
    ("text", "many"), [c[1:] for c in gift_scopes.FIGURES], ids=[c[0] for c in gift_scopes.FIGURES]
)
def test_totals_and_their_parts(text: str, many: dict[int, bool]) -> None:
    assert {int(g.amount or 0): g.scope == "aggregate" for g in gifts(HEAD + text)} == many


def test_parts_of_a_total_are_no_totals() -> None:
    assert [g.cumulative for g in gifts(HEAD + gift_scopes.PARTS_OF_A_TOTAL)] == [True, False]
