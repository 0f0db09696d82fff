"""Whose money a bare 元 or $ is in a document: what it says of it, else that of the place it comes from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache

from chamber_extract.extractors.figures.page_origin import (
    bodies,
    home,
    is_simplified,
    mainland,
    named,
    of_china,
    of_local_paper,
    of_mainland,
    of_own_paper,
    reported,
)
from chamber_extract.gazetteer import table
from chamber_extract.normalize.units import prefix_before, unit_at
from chamber_extract.normalize.values import Quantity
from chamber_extract.text import Text

# Whose own people call their money 元 whether they have named it or not, and those of them that write it $.
_DOLLARS = frozenset({"HK", "MO", "TW", "US", "CA", "AU", "NZ", "SG"})
_CHINESE = frozenset({"HK", "MO", "TW"})
_IN_YUAN = _DOLLARS | {"MY", "PH", "BN", "FJ", "JP"}
_IN_YUAN_AT_HOME = _IN_YUAN | {"VN"}  # and those where the local paper alone does

# （加元，下同）; 单位：万澳元; 以下均为新币
_CONVENTION = re.compile(
    r"[(（]\s?(?:均为|皆为|单位:?|货币:?)?(?P<same>[㐀-鿿]{2,6})[，、,;；\s]?(?:以?下皆?均?同|计)\s?[)）]"
    r"|(?:单位|货币|币种|币别)(?:单位)?\s?:\s?[百千万亿]{0,2}(?P<unit>[㐀-鿿]{2,6})(?![㐀-鿿])"
    r"|(?:以下|本文|文中|所有|上述)(?:捐款|善款|金额|款项|货币|数字){0,2}[均皆都]?(?:以|为|按)(?P<all>[㐀-鿿]{1,4}[元币圆])"
)
_NUMBER = re.compile(
    r"[约近逾超过共计达]{0,3}[0-9一二三四五六七八九十百千万亿两][0-9,.〇零一二三四五六七八九十百千万亿两]*[余多]?"
)
# What tells the worth of the sum before it: （约16万元）, ，折合人民币9万元
_WORTH = re.compile(r"[(]|[(，]?(?:[折约]?合|相当于|等于|折算[为成]?)[约近逾超过计]{0,3}")
_BARE = frozenset("元圆")
_AMERICAN = re.compile("美元|美金|US[$D]")


@cache
def moneys() -> dict[str, str]:
    """The money of each country and territory."""
    return {row["country"]: row["currency"] for row in table("home_currencies")}


@cache
def _shared() -> dict[str, set[str]]:
    """The currencies that share a name: 盾."""
    out: dict[str, set[str]] = {}
    for row in table("local_currencies"):
        out.setdefault(row["name"], set()).add(row["code"])
    return out


@cache
def _east_asian() -> frozenset[str]:
    return frozenset(moneys()[code] for code in ("HK", "MO", "TW", "SG", "JP"))


@cache
def called_yuan() -> frozenset[str]:
    """The currencies of abroad that their own people call 元; a sum in 元 beside 日圓 may be of another."""
    return frozenset(moneys()[country] for country in _IN_YUAN - {"JP"})


@dataclass(slots=True)
class _Sums:
    """The moneys of a page's sums; what only tells the worth of another sum is none of them.

    `used` counts the sums in each, `called` has those named before a sum in 元 (菲币1000万元), `priced` those
    whose worth is told in bare 元 (10万令吉（约16万元）); `bare` has 元 or 圆 as such sums are written, and $;
    `renminbi_first` is whether the renminbi is named before any of them, `bare_first` whether no money is.
    """

    used: Counter[str] = field(default_factory=Counter)
    called: set[str] = field(default_factory=set)
    priced: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    renminbi_first: bool = False
    bare_first: bool = False


def _sums(folded: str) -> _Sums:
    out, last, end = _Sums(), None, 0
    for m in _NUMBER.finditer(folded):
        unit, before = unit_at(folded, m.end()), prefix_before(folded, m.start())
        if unit and unit.kind != "money":
            continue
        named = (unit.currency if unit else None) or (before[0] if before else None)
        codes = {named} if named else _shared().get(unit.name if unit else "", set())
        if not codes and not (unit and unit.name in _BARE):
            continue
        start = before[1] if before else m.start()
        worth = last is not None and _WORTH.fullmatch(folded, end, start)
        if folded[start] == "$":
            out.bare.add("$")
        elif worth:
            out.priced |= set() if codes else last
        elif not codes:
            out.bare_first |= not out.used
            out.bare.add(unit.name)
        else:
            out.used.update(codes)
            out.renminbi_first |= "CNY" in codes and not out.bare & _BARE
            out.called |= codes if unit and unit.name in _BARE else set()
        last, end = codes, m.end() + (len(unit.name) if unit else 0)
    return out


def yuan(text: Text) -> str | None:
    """The currency of a bare 元 in this document, None where that is open.

    What the document says of it comes first (加元，下同). Else a reader takes the script for the writer's
    and looks where the page comes from, and in which moneys it gives its sums.
    """
    if said := _convention(text.folded):
        return said
    sums = _sums(text.folded)
    return _in_simplified(text, sums) if is_simplified(text) else _in_traditional(text, sums)


def _in_simplified(text: Text, sums: _Sums) -> str | None:
    """Of a page in simplified script: the renminbi, unless it is all of one place abroad and of its money.

    That is so where the place's own paper wrote the page and gives its sums in no other money; else, on a page
    without renminbi, worths in 元 and places on the mainland, if it calls the money 元 (菲币1000万元) or gives sums
    in its dollar (one of Hong Kong, Macao and Taiwan, two of others). It stays open where a page from China may
    write of a place that calls its money 元.
    """
    own = of_own_paper(text)
    place, money = _place(reported(text) if own else named(text))
    if (
        own
        and place in _IN_YUAN_AT_HOME
        and money not in sums.priced
        and (sums.used[money] or place not in _CHINESE)
    ):
        return money if sums.used[money] or not sums.used else None
    if sums.used["CNY"] or sums.priced:
        return "CNY"
    others = sums.used.keys() & _east_asian()
    if mainland(text):
        return None if others and named(text) else "CNY"
    if money in sums.called or (place in _DOLLARS and sums.used[money] > (place not in _CHINESE)):
        return money
    if place in _DOLLARS - _CHINESE:
        clear = "$" in sums.bare or (place == "SG" and bodies(text) and not sums.used and not of_china(text))
        return money if clear else None
    return None if others or (place in _IN_YUAN and sums.used[money]) else "CNY"


def _in_traditional(text: Text, sums: _Sums) -> str | None:
    """Of a page in traditional script: the money of the one place it comes from, as far as its sums agree.

    Where they are in that money, it is this one. Else in the only one of Hong Kong, Macao and Taiwan that they are
    in, unless the page comes from elsewhere: from another of these three, it is the money there if 元 stood bare
    before any money was named. Else, if no renminbi was named before, in the home's own of these three, or of
    another whose paper wrote the page or whose bodies open it, or with a dollar that tells itself by $. The renminbi
    is left for bodies that only the mainland has, on a page that names no place elsewhere.
    """
    codes = home(text)
    place, money = _place(codes)
    chinese = sums.used.keys() & {moneys()[code] for code in _CHINESE}
    at_home = place in {*reported(text), *bodies(text)}  # a country named alone may be where gifts go
    clear = at_home or place in _IN_YUAN - {"JP"} if not chinese or place in _IN_YUAN else False
    in_yen = at_home and place == "JP" and sums.bare == {"圆"}
    if in_yen or (clear and sums.used[money] and money not in sums.priced):
        return money
    if chinese:
        rivals = [code for code in codes if code in _IN_YUAN or moneys().get(code) in sums.used]
        at_ease = not rivals or moneys()[rivals[0]] in chinese
        if not at_ease and at_home and place in _CHINESE and sums.bare_first:
            return money
        return min(chinese) if at_ease and len(chinese) == 1 else None
    foreign = sums.used.keys() - {"CNY"}
    if not foreign and of_mainland(text):
        return "CNY"
    if sums.renminbi_first and not reported(text):
        return None
    if place in _CHINESE:
        return money
    if place in _IN_YUAN_AT_HOME - _DOLLARS - {"JP"}:
        return money if (of_own_paper(text) or at_home) and not foreign else None
    told = "$" in sums.bare or (not foreign and (at_home or place == "SG" or of_local_paper(text)))
    return money if place in _DOLLARS and told else None


def _place(codes: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The one place of the codes, or the first where no other calls its money 元; and its money."""
    if len(codes) == 1 or [code for code in codes if code in _IN_YUAN] == [*codes[:1]] != []:
        return codes[0], moneys().get(codes[0])
    return None, None


def _convention(folded: str) -> str | None:
    """The currency that the document says its figures are in."""
    for m in _CONVENTION.finditer(folded):
        name = m["same"] or m["unit"] or m["all"]
        unit = unit_at(name, 0)
        if unit and unit.currency and unit.name == name:
            return unit.currency
    return None


def of_dollar_sign(text: Text, q: Quantity, yuan: str | None) -> Quantity:
    """The quantity with the currency of its $: the one named before it (港幣$1,000), else the page's own dollar.

    Where two countries with a dollar are named it is open, and so it is on a page in traditional script
    that names none.
    """
    folded = text.folded
    if q.currency != "USD" or folded[q.start] != "$":
        return q
    if q.unit and (written := unit_at(q.unit, 0)) and written.currency:  # $5,000美元
        return replace(q, currency=written.currency)
    if before := prefix_before(folded, q.start):
        return replace(q, currency=before[0], start=before[1])
    if yuan in {moneys()[code] for code in _DOLLARS}:
        return replace(q, currency=yuan)
    dollars = {*(reported(text) or named(text))} & _DOLLARS
    if len(dollars) > 1 and _AMERICAN.search(folded):  # told apart as US$
        dollars = dollars - {"US"}
    if len(dollars) == 1:
        return replace(q, currency=moneys()[dollars.pop()])
    return q if is_simplified(text) and not dollars else replace(q, currency=None)
