"""Things that lines of a list count in fields of their own, be they of no known kind: 陳永福　課室一間　三十五萬元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.items import OF_BUILDINGS, head_kind
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.view import FIGURE, GOODS_UNITS, View
from chamber_extract.segment import Span
from chamber_extract.text import Text

_LONGEST = 400  # characters of a line
_UNITS = GOODS_UNITS | OF_BUILDINGS | {"对", "對"}
# What stands behind a giver, or behind another thing: 　課室, ：石獅, 、地磚
_NOUN = re.compile(r"(?<=[\s:：、，,+＋])(?P<noun>[㐀-鿿A-Za-z]{2,10})\s?$")
_LEAST = 2  # characters of a giver before it
_KIND = re.compile(r"[^、和及]+")
_ENDS = re.compile(r"[\s、，,；;。(（+＋]|$")


def shown(reading: Reading, view: View, lines: Sequence[Span]) -> View:
    """The view with such things among its figures."""
    known = {m.start for m in view.figures}
    letters, found = list(view.text), list[Mention]()
    for line in lines:
        if line.end - line.start > _LONGEST:
            continue
        for m in reading.within("figure", line.start, line.end):
            quantity = m.value.quantity
            if m.start in known or quantity.kind != "count" or quantity.unit not in _UNITS:
                continue
            if thing := _thing(reading.text, m, line):
                found.append(thing)
                letters[m.start : m.end] = FIGURE * (m.end - m.start)
    if not found:
        return view
    figures = sorted([*view.figures, *found], key=lambda m: m.start)
    return replace(view, text="".join(letters), figures=tuple(figures))


def _thing(text: Text, m: Mention, line: Span) -> Mention | None:
    """The count with the noun of its field, None where it is none of a field behind another."""
    noun = _NOUN.search(text.folded, line.start, m.start)
    if not noun or noun.start() < line.start + _LEAST or not _ENDS.match(text.folded, m.end):
        return None
    start, end = noun.span("noun")
    figure = replace(m.value, item=text.clean[start:end], item_start=start, item_end=end)
    return replace(m, value=figure)


def kinds(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """方便面 and 挂面 of 方便面、挂面, each of which is counted: 各50箱."""
    return [m.span() for m in _KIND.finditer(folded, start, end)]


def is_built(lot: Lot, folded: str) -> bool:
    """Whether a lot is a building or a part of one, whose price a sum beside it is."""
    unit = lot.count.value.quantity.unit if lot.count else None
    noun = head_kind(folded[slice(*lot.item)]) if lot.item else None
    return unit in OF_BUILDINGS and noun in (None, "building")
