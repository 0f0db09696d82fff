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
_AMONG = re.compile(r"(?<=[\dA-Za-z一-鿿])[、，,+＋](?P<noun>[㐀-鿿A-Za-z]{2,10})$")
_DESCRIBED = re.compile(r"(?P<noun>[㐀-鿿A-Za-z]{2,10})[（(][^（()）\n]{2,12}[)）]$")  # 饮用水（五公升装）
# 九　张 of 刘阿九　张炎坤, 三元 of 三元电子
_OF_NAME = re.compile(
    r"(?<=[一-鿿])(?<![一二三四五六七八九十百千万])[一二三四五六七八九十]\s+张(?=[一-鿿])"
    r"|(?<![\d一二三四五六七八九十百千万])[一二三四五六七八九]元(?=[㐀-鿿])(?![整正者])"
)
_LEAST = 2  # characters of a giver before it
_KIND = re.compile(r"[^、和及]+")
_ENDS = re.compile(r"[\s、，,；;。(（+＋]|$")


def shown(reading: Reading, view: View, lines: Sequence[Span]) -> View:
    """The view with such things among its figures, and without numbers that are of a name: 刘阿九　张炎坤, 三元电子."""
    known = {m.start: m for m in view.figures}
    letters = list(view.text)
    for line in lines:
        if line.end - line.start > _LONGEST:
            continue
        for m in reading.within("figure", line.start, line.end):
            if m.start in known and _OF_NAME.match(reading.text.folded, m.start):
                letters[m.start : m.end] = reading.text.folded[m.start : m.end]
                del known[m.start]
            elif thing := _thing(reading.text, m, line, known=m.start in known):
                known[m.start] = thing
                letters[m.start : m.end] = FIGURE * (m.end - m.start)
    return replace(view, text="".join(letters), figures=tuple(known[start] for start in sorted(known)))


def _thing(text: Text, m: Mention, line: Span, *, known: bool) -> Mention | None:
    """The count with the noun of its field, None where it is none of a field behind another.

    What is `known` to be counted stands behind other things: 抗生素一万粒、维他命丸三百瓶.
    """
    quantity = m.value.quantity
    if known and m.value.item is not None:
        return None
    if quantity.kind != "count" or quantity.unit not in _UNITS or not _ENDS.match(text.folded, m.end):
        return None
    noun = _DESCRIBED.search(text.folded, line.start, m.start)
    if not noun or head_kind(noun["noun"]) != "goods":
        noun = (_AMONG if known else _NOUN).search(text.folded, line.start, m.start)
        if not noun or noun.start() < line.start + _LEAST:
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
