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
from chamber_extract.relate.gifts.lots import SHARE, Lot
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables.listed_names import VERB, giver, names
from chamber_extract.relate.gifts.view import View
from chamber_extract.segment import Span
from chamber_extract.text import Text

_COUNTER = rf"{SHARE.pattern}|方尺|平方[米尺]|[口间座所栋幢套张台副双袋箱册本株棵盏把扇根支件条组]"
_LINE = 40  # characters of a line that gives a price and nothing else
_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十百两]{1,4}) ?"
_PER = re.compile(rf"每一?(?P<unit>{_COUNTER})(?P<item>[一-鿿]{{2,8}}?)?(?:需?捐款?|[为计约:])*$")
_TAKEN = re.compile(rf"(?:{VERB}[\s:]*|(?<=[\s:()计])){_NUMBER}(?P<unit>{_COUNTER})(?=[\s()，。、;]|$)")
_SUMMED = re.compile(
    rf"(?:{VERB}[\s:]*|(?<=[\s:()计])){_NUMBER}(?P<unit>单位|[份口名位间座所栋幢套股])(?=[\s()，。、;]|$)"
)
_HEAD = re.compile(rf"{VERB}\s?{_NUMBER}(?P<unit>{_COUNTER})者?:\s?")  # 认捐二间：陈永福、林文彬
_GAP = re.compile(r"[\s()，、]*[计共合即捐]{0,2}[\s:]*")  # between what was taken on and its sum
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
            item = _thing(folded, per, words)
            unit = clean[slice(*per.span("unit"))]
            return Price(m, per["unit"], unit, clean[slice(*item)] if item else None)
    return None


def stated(text: Text, view: View, line: Span) -> Price | None:
    """The price that a line gives and nothing else: 每單位菲幣五萬元; it is nobody's gift."""
    opens = text.folded.startswith(("每", "(每"), line.start)
    return price_of(text, view, line) if opens and line.end - line.start <= _LINE else None


def _thing(folded: str, per: re.Match[str], words: Span) -> tuple[int, int] | None:
    """What building or goods a price is of: named behind its counter, before it, or for things anywhere in its words."""
    if per["item"]:
        return per.span("item") if head_kind(per["item"]) in _THINGS else None
    first = per.start() if SHARE.fullmatch(per["unit"]) or per["unit"] == "口" else words.start
    for end in range(per.start(), first - 1, -1):
        starts = range(max(words.start, end - LONGEST_HEAD), end - 1)
        if found := [(i, end) for i in starts if heads().get(folded[i:end]) in _THINGS]:
            return found[0]
    return None


def shares(folded: str, line: Span, is_sum: Callable[[int], bool]) -> list[Span]:
    """The counts of a line that only say for how many the sum right behind them is: 三份　15,000, 一口（P50,000）.

    In brackets they say how many gave it: 个人捐款（63名）735万韩元.
    """
    found = []
    for m in _SUMMED.finditer(folded, line.start, line.end):
        gap = _GAP.match(folded, m.end(), line.end)
        if gap and folded[m.start("number") - 1] != "(" and is_sum(gap.end()):
            found.append(Span(m.start("number"), m.end()))
    return found


def taken(
    view: View, folded: str, line: Span, start: int, sums: list[Mention], price: Price
) -> list[Draft] | None:
    """What givers took on at a price, each with its count: 陳永福　一間　蔡金鐘　二間; None where a line is no such."""
    if head := _HEAD.match(folded, start, line.end):
        lot = _lot(price, head, None)
        givers = names(view, folded, head.end(), line.end)
        return [_draft(price, lot, one, line, one.end) for one in givers] if lot and givers else None
    drafts: list[Draft] = []
    at = start
    own = {m.start: m for m in sums if m.value.quantity.kind == "money"}
    for m in _TAKEN.finditer(folded, start, line.end):
        name = giver(view, folded, at, at + len(folded[at : m.start()].rstrip(" \t(")))
        gap = _GAP.match(folded, m.end(), line.end)
        sum_ = own.pop(gap.end(), None) if gap else None
        lot = _lot(price, m, sum_)
        if not lot or not name or (sum_ and not price.item):
            return None
        at = sum_.end if sum_ else m.end() + folded.startswith(")", m.end())
        drafts.append(_draft(price, lot, name, line, at))
    rest = folded[at : line.end].strip(" \t，。、;()")
    return drafts if drafts and not own and not rest else None


def _draft(price: Price, lot: Lot, name: Party, line: Span, end: int) -> Draft:
    return Draft("list-line", lot, "donate", name.start, end, line, line, donor=name, item=price.item)


def _lot(price: Price, m: re.Match[str], sum_: Mention | None) -> Lot | None:
    """So many at the price, a thing with its worth and a share as money; None where something else is counted."""
    cost, number = price.money.value.quantity, read_number(m["number"])
    if m["unit"] != price.unit or not number or cost.amount.value is None:
        return None
    (start, stop), end = m.span("number"), m.end("unit")
    worth = replace(cost, amount=replace(cost.amount, value=cost.amount.value * number))
    money = sum_ or Mention("figure", start, end, Figure(worth), "list-line")
    if price.item is None:
        return Lot(money, money=money)
    counted = Quantity(start, end, "count", Amount(number), start, stop, price.written)
    mention = Mention("figure", start, end, Figure(counted), "list-line")
    return Lot(mention, money=money, count=mention)
