"""Whose money a bare 元 or $ is in a document: that of the place the page comes from, where it shows."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import find_places
from chamber_extract.normalize.units import prefix_before
from chamber_extract.normalize.values import Quantity
from chamber_extract.text import Text

_DOLLARS = {
    "HKD": re.compile("港元|港币|港圆|港纸|HK[$D]"),
    "TWD": re.compile("新台币|台币|NT[$D]"),
    "MOP": re.compile("澳门元|澳门币|澳币|MOP|葡币"),
    "SGD": re.compile("新加坡元|新元|坡元|坡币|S[$]"),
}
_RENMINBI = re.compile("人民币|RMB")
# Written in traditional characters, a page of these places means its own money by 元.
_HOMES = {"HK": "HKD", "MO": "MOP", "TW": "TWD"}
_REPUBLIC = re.compile("民国|新北市|立法院|内政部")
_OPENING = 300  # characters: headline, dateline and first sentence


def yuan(text: Text) -> str | None:
    """The currency of a bare 元 in this document, None where that is open.

    On the mainland it is the renminbi. In traditional script it is one of several dollars: the only
    one that the document names, if it names no renminbi; else that of Hong Kong, Macao or Taiwan if
    this is the only place abroad or beyond the mainland that title and opening name.
    """
    named = {code for code, names in _DOLLARS.items() if names.search(text.folded)}
    renminbi = bool(_RENMINBI.search(text.folded))
    if is_simplified(text):
        return "CNY" if renminbi or not named else None
    if renminbi or len(named) > 1:
        return None
    return named.pop() if named else _home(text)


def _home(text: Text) -> str | None:
    codes = _named(text)
    if not codes and _REPUBLIC.search(text.own, 0, _OPENING):
        return "TWD"
    return _HOMES.get(codes.pop()) if len(codes) == 1 else None


def _named(text: Text) -> set[str]:
    """The countries and territories that the opening names, by their codes."""
    return {code for found in find_places(text.own[:_OPENING]) for code in found.place.codes}


def of_dollar_sign(text: Text, q: Quantity, home: str | None) -> Quantity:
    """The quantity with the currency of its $: the one named before it (港幣$1,000), else the page's own dollar.

    On a page in traditional script that does not show where it comes from, it is open.
    """
    folded = text.folded
    if q.currency != "USD" or folded[q.start] != "$":
        return q
    if named := prefix_before(folded, q.start):
        return replace(q, currency=named[0], start=named[1])
    if home in _DOLLARS:
        return replace(q, currency=home)
    return q if is_simplified(text) or _named(text) == {"US"} else replace(q, currency=None)


def is_simplified(text: Text) -> bool:
    """Whether hardly any character changes when folded to simplified script.

    Traditional text changes about every third character; names and quotations in simplified
    text stay far below one in thirty.
    """
    han = changed = 0
    for a, b in zip(text.clean, text.folded, strict=True):
        if "一" <= b <= "鿿":
            han += 1
            changed += a != b
    return changed * 30 <= han
