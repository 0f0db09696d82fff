"""Thousands parted by points, as in Italy, Spain, Germany and Brazil, where nothing beside the number says so: 口罩5.000只."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.extractors.figures.home_currency import moneys
from chamber_extract.extractors.figures.page_origin import OPENING, countries_in
from chamber_extract.normalize.numerals import tidy
from chamber_extract.normalize.quantities import POINTED
from chamber_extract.normalize.values import Amount, Quantity
from chamber_extract.text import Text

_THREE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
# A decimal point: 3.5公里, 12.50元, 1.1255; but no 3.5万, 2020.3.21, 3.8%, which are written so everywhere.
_DECIMALS = re.compile(
    r"(?<![0-9.,])[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,%‰/:万亿千百]|[多余]?[万亿]|[月日号年])"
)


def read(text: Text, found: list[Quantity]) -> list[Quantity]:
    """The quantities; a number with a point before three digits counts thousands on a page from where they are so parted.

    Elsewhere 5.000只 is left out, as nobody counts things to three decimals, or a number was torn.
    """
    if not any(_is_doubted(text, q) for q in found):
        return found
    by_points = _parts_by_points(text)
    out = []
    for q in found:
        if not _is_doubted(text, q):
            out.append(q)
        elif by_points:
            out.append(replace(q, amount=_thousandfold(q)))
        elif not _is_thousands_only(text, q):
            out.append(q)
    return out


def _is_doubted(text: Text, q: Quantity) -> bool:
    """Whether a number of things, of weight or of a money of several countries (比索) has a point before three digits.

    Of other moneys their name tells how they are written, and a rate of exchange may well have three decimals.
    """
    told = q.kind in ("count", "measure") or (q.kind == "money" and not q.currency and q.unit not in _YUAN)
    if not told or not _THREE.fullmatch(text.folded, q.number_start, q.number_end):
        return False
    return q.amount.value is not None and q.amount.value < _THOUSAND


_YUAN = frozenset("元圆圓")
_THOUSAND = 1000


def _thousandfold(q: Quantity) -> Amount:
    assert q.amount.value is not None
    return replace(q.amount, value=tidy(q.amount.value * _THOUSAND))


def _is_thousands_only(text: Text, q: Quantity) -> bool:
    """Whether a number of things can be nothing but thousands; 平均1.125个 and 3.250吨 may be what they seem."""
    return q.kind == "count" and text.folded.endswith("0", 0, q.number_end)


def _parts_by_points(text: Text) -> bool:
    """Whether a page comes from where thousands are parted by points, and has no decimal point."""
    used = {moneys().get(country) for country in countries_in(text.folded[:OPENING])}
    return bool(used & POINTED) and _DECIMALS.search(text.folded) is None
