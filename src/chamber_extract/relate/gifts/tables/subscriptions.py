"""Shares and things taken on at a price: 每口菲幣五萬元 over 陳永福　二口, 每間教室十五萬元 over 蔡金鐘　一間."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.normalize.items import LONGEST_HEAD, head_kind, heads
from chamber_extract.normalize.numerals import read_number
from chamber_extract.normalize.values import Amount, Quantity
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.tables.listed_names import VERB, giver
from chamber_extract.relate.gifts.view import View
from chamber_extract.segment import Span
from chamber_extract.text import Text

_COUNTERS = "份口名位间座所栋幢套"
_PER = re.compile(rf"每一?(?P<unit>[{_COUNTERS}])(?P<item>[一-鿿]{{2,8}}?)?(?:需?捐款?|[为计约:])*$")
_TAKEN = re.compile(
    rf"(?:{VERB}[\s:]*|(?<=[\s:)]))(?P<number>\d{{1,3}}|[一二三四五六七八九十百两]{{1,4}}) ?(?P<unit>[{_COUNTERS}股])(?=[\s(，。、;]|$)"
)
_GAP = re.compile(r"[\s(，、]*[计共合即捐]{0,2}[\s:]*")  # between what was taken on and its sum
_NEAR = 16  # characters of what a price is of
_THINGS = frozenset({"building", "goods"})


@dataclass(frozen=True, slots=True)
class Price:
    """The money that one of something comes to: `unit` counts it, and `item` is what it is, None for a share of money.

    `written` is the unit as written.
    """

    money: Mention
    unit: str
    written: str
    item: str | None


def price_of(text: Text, view: View, words: Span) -> Price | None:
    """The price that words over rows name: 每份菲幣五千元, 教室每間十五萬披索."""
    folded, clean = text.folded, text.clean
    for m in view.within(words.start, words.end):
        quantity = m.value.quantity
        per = _PER.search(folded, max(words.start, m.start - _NEAR), m.start)
        if per and quantity.kind == "money" and quantity.amount.approximation == "exact":
            item = _thing(folded, per, words.start)
            return Price(
                m, per["unit"], clean[slice(*per.span("unit"))], clean[slice(*item)] if item else None
            )
    return None


def _thing(folded: str, per: re.Match[str], first: int) -> tuple[int, int] | None:
    """What building or goods a price is of, named behind its counter or before it."""
    if per["item"]:
        return per.span("item") if head_kind(per["item"]) in _THINGS else None
    starts = range(max(first, per.start() - LONGEST_HEAD), per.start() - 1)
    return next(((i, per.start()) for i in starts if heads().get(folded[i : per.start()]) in _THINGS), None)


def shares(folded: str, line: Span, is_sum: Callable[[int], bool]) -> list[Span]:
    """The counts of a line that only say for how many the sum right behind them is: 三份　15,000, 一口（P50,000）."""
    found = (
        (m, _GAP.match(folded, m.end(), line.end)) for m in _TAKEN.finditer(folded, line.start, line.end)
    )
    return [Span(m.start("number"), m.end()) for m, gap in found if gap and is_sum(gap.end())]


def taken(
    view: View, folded: str, line: Span, start: int, sums: list[Mention], price: Price
) -> list[Draft] | None:
    """What givers took on at a price, each with its count: 陳永福　一間　蔡金鐘　二間; None where a line is no such."""
    drafts: list[Draft] = []
    at = start
    own = {m.start: m for m in sums if m.value.quantity.kind == "money"}
    for m in _TAKEN.finditer(folded, start, line.end):
        number = read_number(m["number"])
        name = giver(view, folded, at, m.start())
        gap = _GAP.match(folded, m.end(), line.end)
        sum_ = own.pop(gap.end(), None) if gap else None
        if m["unit"] != price.unit or not number or not name or (sum_ and not price.item):
            return None
        count = Span(m.start("number"), m.end())
        lot = _lot(price, count, Amount(number), sum_)
        at = sum_.end if sum_ else m.end()
        drafts.append(
            Draft("list-line", lot, "donate", name.start, at, line, line, donor=name, item=price.item)
        )
    rest = folded[at : line.end].strip(" \t，。、;()")
    return drafts if drafts and not own and not rest else None


def _lot(price: Price, count: Span, number: Amount, sum_: Mention | None) -> Lot:
    """So many at the price; a thing with its worth, a share as money."""
    cost = price.money.value.quantity
    assert cost.amount.value is not None and number.value is not None
    worth = replace(cost, amount=replace(cost.amount, value=cost.amount.value * number.value))
    money = sum_ or Mention("figure", count.start, count.end, Figure(worth), "list-line")
    if price.item is None:
        return Lot(money, money=money)
    counted = Quantity(count.start, count.end, "count", number, count.start, count.end - 1, price.written)
    mention = Mention("figure", count.start, count.end, Figure(counted), "list-line")
    return Lot(mention, money=money, count=mention)
