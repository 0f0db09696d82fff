"""Finding numbers with their units, money, shares and fractions in running text.

All matching is on text folded by `script.fold` and with the blanks inside expressions closed up;
spans and units are those of the caller's text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection

from chamber_extract.normalize.blanks import close_up
from chamber_extract.normalize.dressing import Wanted
from chamber_extract.normalize.finder import FIGURES, KINDS, Finder
from chamber_extract.normalize.items import with_items
from chamber_extract.normalize.numerals import read_number
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.units import prefix_before, unit_at
from chamber_extract.normalize.values import Amount, Quantity, QuantityKind

# A full-width comma as thousands mark: only before cents or a currency, else it ends a clause.
_THOUSANDS = re.compile(
    r"，(?<=[0-9]，)(?=[0-9]{3}(?:[,，][0-9]{3})*(?:\.[0-9]{1,2}(?![0-9])|(?:\.[0-9]{1,6})?[万亿]?[元圆美欧英港日]))"
    r"|、(?<=[〇一二三四五六七八九]、)(?=〇〇〇(?![〇一二三四五六七八九]))"
    r"|，(?<=[〇零一二三四五六七八九]，)(?=[〇零一二三四五六七八九]{3}(?:[,，][〇零一二三四五六七八九]{3})*(?:[元圆]|[一-鿿]{1,2}[元币]))"
)
# 50 000兰特, as South Africa and France part them; of other groups a blank may part two numbers.
_BLANK_THOUSANDS = re.compile(r"(?<![0-9.,])(?<![0-9] )[0-9]{1,3}(?: 000)+(?![0-9.,])")


def _with_commas(folded: str) -> str:
    """The text with commas of half width between the thousands of a number, of equal length."""
    if "，" in folded or "、〇〇〇" in folded:
        folded = _THOUSANDS.sub(",", folded)
    if " 000" in folded:
        folded = _BLANK_THOUSANDS.sub(lambda m: m[0].replace(" ", ","), folded)
    return _POINTS.sub(_with_commas_for_points, folded) if "." in folded else folded


# Where thousands are parted by points. 5.000 is then five thousand, as no money has three decimals; 5.000.000 always is so many.
POINTED = frozenset("EUR IDR BRL ARS CLP COP PYG VND DKK TRY".split())
_POINTS = re.compile(
    r"(?<![0-9=兑])(?<![0-9][.,])[1-9][0-9]{0,2}(?P<more>(?:\.[0-9]{3})+)(?P<cents>,[0-9]{2})?(?![0-9.,])"
)


def _with_commas_for_points(m: re.Match[str]) -> str:
    if len(m["more"]) == len(".000") and not _is_pointed(m.string, *m.span()):
        return m[0]
    whole = m[0][: m.end("more") - m.start()].replace(".", ",")
    return whole + (m["cents"] or "").replace(",", ".")


def _is_pointed(folded: str, start: int, end: int) -> bool:
    """Whether the money before or behind a number is one whose thousands are parted by points: Rp 5.000, 5.000欧元."""
    before = prefix_before(folded, start)
    after = unit_at(folded, end + folded.startswith(" ", end))
    named = after is not None and (after.currency in POINTED or after.name == "盾")
    return named or (before is not None and before[0] in POINTED)


def find_quantities(
    text: str, *, kinds: Collection[QuantityKind] | None = None, default_currency: str | None = None
) -> list[Quantity]:
    """The quantities of a text in order, free of overlap, with spans in that text.

    Without `kinds` all but ordinals and bare numbers are found; a bare number counts where it
    cannot be anything else (12.5亿, 一千二百万). `default_currency` is the ISO code of a bare 元.

    >>> [(q.amount.value, q.unit, q.currency) for q in find_quantities("捐款4.7万美元（约合人民币32.9万元）")]
    [(Decimal('47000'), '美元', 'USD'), (Decimal('329000'), '元', 'CNY')]
    >>> find_quantities("十分感谢，第一时间回应“十三五”规划")
    []
    """
    folded = fold(text)
    closed, origin = close_up(_with_commas(folded))
    wanted = Wanted(
        FIGURES if kinds is None else frozenset(kinds), "number" in (kinds or ()), default_currency
    )
    found = Finder(closed, wanted).find()
    if origin is not None or folded != text:
        found = [_in_source(q, closed, text, origin) for q in found]
    return with_items(text, folded, found)


def parse_quantity(
    text: str, kind: QuantityKind | None = None, *, default_currency: str | None = None
) -> Quantity | None:
    """The quantity that the whole text is, or None. 块, 毛 and 分 are money where `kind` says so.

    >>> parse_quantity("九块九毛九", "money", default_currency="CNY").amount.value
    Decimal('9.99')
    >>> parse_quantity("三四百").amount.low
    Decimal('300')
    """
    folded = _with_commas(fold(text))
    closed, origin = close_up(folded)
    wanted = Wanted(KINDS, True, default_currency, whole=True, spoken=kind == "money")
    for candidate, places in ((closed, origin), _without_blanks(folded)):
        inner = candidate.strip(" 。.，")
        start = candidate.find(inner)
        for q in Finder(candidate, wanted).find():
            if q.start <= start and q.end >= start + len(inner):
                return _in_source(q, candidate, text, places)
    return _vast(folded)


def _vast(folded: str) -> Quantity | None:
    """A bare number with 京, 垓 and beyond, which running text does not have."""
    inner = folded.strip()
    value = read_number(inner)
    if value is None:
        return None
    start = folded.find(inner)
    return Quantity(start, start + len(inner), "number", Amount(value), start, start + len(inner))


def _without_blanks(text: str) -> tuple[str, array[int]]:
    places = array("l", (i for i, char in enumerate(text) if not char.isspace()))
    return "".join(text[i] for i in places), places


def _in_source(q: Quantity, closed: str, text: str, origin: array[int] | None) -> Quantity:
    """The quantity with the spans and the unit of the text as it was written."""

    def place(position: int) -> int:
        return position if origin is None else origin[position]

    unit, at = q.unit, closed.find(q.unit, q.number_end, q.end) if q.unit else -1
    if unit and at >= 0:
        unit = "".join(text[place(i)] for i in range(at, at + len(unit)))
    return Quantity(
        place(q.start), place(q.end - 1) + 1, q.kind, q.amount,
        place(q.number_start), place(q.number_end - 1) + 1, unit, q.currency,
    )  # fmt: skip
