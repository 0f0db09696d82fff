"""Lists of givers: every layout is read, and lists of other things are not."""

from __future__ import annotations

import pytest

from chamber_extract.relate.entities import Gift
from tests.gift_lists import LAYOUTS, NO_LISTS
from tests.gift_reading import gifts


def told(gift: Gift) -> str:
    """The gift in the notation of `gift_lists`."""
    if gift.amount is not None:
        return f"{gift.donor or '-'} {gift.amount.normalize():f} {gift.currency or '-'}"
    assert gift.quantity is not None
    return f"{gift.donor or '-'} {gift.quantity.normalize():f} {gift.unit} {gift.item}"


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in LAYOUTS], ids=[c[0] for c in LAYOUTS])
def test_layouts(text: str, wanted: list[str]) -> None:
    assert sorted(map(told, gifts(text))) == sorted(wanted)


@pytest.mark.parametrize("text", [c[1] for c in NO_LISTS], ids=[c[0] for c in NO_LISTS])
def test_lists_of_other_things(text: str) -> None:
    assert list(map(told, gifts(text))) == []
