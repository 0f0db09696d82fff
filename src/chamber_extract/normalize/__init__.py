"""Chinese numerals, quantities, money and dates as exact values. Usable without any document.

>>> from chamber_extract.normalize import find, parse
>>> [(q.amount.value, q.unit, q.item) for q in find("共捐赠口罩三万多枚、500套防护服")]
[(Decimal('30000'), '枚', '口罩'), (Decimal('500'), '套', '防护服')]
>>> parse("人民幣壹佰萬元整").amount.value
Decimal('1000000')
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal

from chamber_extract.normalize.finder import KINDS
from chamber_extract.normalize.numerals import read_integer
from chamber_extract.normalize.quantities import find_quantities, parse_quantity
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.values import Amount, Period, Quantity, QuantityKind

__all__ = [
    "Amount", "Period", "Quantity", "find", "find_quantities", "fold", "parse", "read_integer",
]  # fmt: skip

Kind = QuantityKind | Literal["date"]


def _find_periods(text: str, reference: date | None) -> list[Period]:
    from chamber_extract.normalize.dates import find_periods

    return find_periods(text, reference=reference)


def find(
    text: str,
    *,
    reference: date | None = None,
    kinds: Collection[Kind] | None = None,
    default_currency: str | None = None,
) -> list[Quantity | Period]:
    """Everything of the kinds in a text, in order: quantities and, as the kind "date", periods of time.

    Where both overlap the period stands: 2020年 is no count of years. `reference` is the date that
    relative and year-less dates are resolved against. Without `kinds` figures and dates are found.

    >>> [f.start for f in find("捐款3万元，又捐5万元", kinds={"money"})]
    [2, 8]
    """
    wanted = None if kinds is None else frozenset(kinds)
    numeric = None if wanted is None else wanted & KINDS
    quantities = (
        []
        if numeric is not None and not numeric
        else find_quantities(text, kinds=numeric, default_currency=default_currency)
    )
    if wanted is not None and "date" not in wanted and not (wanted & {"number", "measure", "count"}):
        return list(quantities)
    periods = _find_periods(text, reference)
    shown = periods if wanted is None or "date" in wanted else []
    return sorted([*_apart(quantities, periods), *shown], key=lambda f: f.start)


def _apart(quantities: list[Quantity], periods: list[Period]) -> Iterator[Quantity]:
    """The quantities that overlap no period; both lists are in order and free of overlap."""
    i = 0
    for q in quantities:
        while i < len(periods) and periods[i].end <= q.start:
            i += 1
        if i == len(periods) or q.end <= periods[i].start:
            yield q


def parse(
    text: str,
    kind: Kind | None = None,
    *,
    reference: date | None = None,
    default_currency: str | None = None,
) -> Quantity | Period | None:
    """What the whole text says, a period or a quantity, or None. `kind` settles what could be either.

    >>> parse("三分之二", "ratio").amount.approximation
    'exact'
    >>> parse("第十一届") is None
    True
    """
    if kind is None or kind == "date":
        from chamber_extract.normalize.dates import parse_period

        period = parse_period(text, reference=reference)
        if period is not None or kind == "date":
            return period
    return parse_quantity(text, kind, default_currency=default_currency)
