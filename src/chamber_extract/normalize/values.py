"""The values that the normaliser makes of Chinese text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Approximation = Literal["exact", "about", "over", "under", "several"]
QuantityKind = Literal["number", "ordinal", "money", "count", "measure", "percent", "ratio"]
Precision = Literal["day", "month", "quarter", "half", "year", "period"]
Relation = Literal["on", "as_of", "since", "until", "range"]
Component = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as worded: exact, or with the openness that the words give.

    `value` is the number that stands there (300 for 300余; None for 数千 and for ranges such as
    三四百 or 3-5万, which have only `low` and `high`). Bounds are given only where the wording
    names both; 约, 近, 超过, 多, 余 leave them None. `approximation` is `several` wherever there are
    bounds, `over` for 多, 余, 超过, 以上 and 不少于, `under` for 近, 不到, 以下 and 不超过.
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    approximation: Approximation = "exact"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in running text with its unit or currency.

    `start:end` covers the whole expression, hedges included (约2100万中非法郎, 三万多枚,
    人民币197余万); `number_start:number_end` the number alone, without hedge, unit and currency
    (2100万; 三万; 197余万 → 197余万). Offsets are code points of the text given to `find`.
    `kind` is `count` for a counter (家 只 套 人), `measure` for a physical unit (吨 公里 亩),
    `money` where a currency is written, `number` where neither stands there. `unit` is the unit
    as written (只(副), 元/吨), 个月 for 个多月, % for 百分之; `currency` an ISO 4217 code, or None for
    a bare 元 without a default and for a name that several currencies share (卢比). Percent values
    are the number before the sign, 三成 is 30; 千分之五 and 三分之一 are ratios, 0.005 and a third.
    Multipliers are applied: 1183.05万个 is 11830500 个. `item` is the noun that is counted, after the
    number or before it, without its number (口罩 of 5万只口罩 and of 口罩5万只), at
    `item_start:item_end`; all three are None where no noun stands there.
    """

    start: int
    end: int
    kind: QuantityKind
    amount: Amount
    number_start: int
    number_end: int
    unit: str | None = None
    currency: str | None = None
    item: str | None = None
    item_start: int | None = None
    item_end: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A point or period of calendar time, both ends inclusive.

    `inferred` names the components that context supplied (the year of 1月28日); `reference` is
    the date they were resolved against, None where nothing was supplied. `start:end` covers the
    calendar expression only: 截至, 自, 起, 以来 stand outside and give `relation`.
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    edtf: str
    time: str | None = None
    relation: Relation = "on"
    inferred: tuple[Component, ...] = ()
    reference: date | None = None
