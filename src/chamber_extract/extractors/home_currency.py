"""Whose money a bare 元 or $ is in a document: that of the place the page comes from, where it shows."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import find_places
from chamber_extract.normalize.units import prefix_before, unit_at
from chamber_extract.normalize.values import Quantity
from chamber_extract.text import Text

# Currencies that their own people call 元 or 圓, and how a text names them.
_DOLLARS = {
    "HKD": re.compile("港元|港币|港圆|港纸|HK[$D]"),
    "TWD": re.compile("新台币|台币|NT[$D]"),
    "MOP": re.compile("澳门元|澳门币|澳币|MOP|葡币"),
    "SGD": re.compile("新加坡元|新元|坡元|坡币|新币|S[$]"),
    "JPY": re.compile("日元|日圆|日币|円"),
}
_ABROAD = {
    "US": ("USD", re.compile("美元|美金|US[$D]")),
    "CA": ("CAD", re.compile("加元|加币|加拿大元|CA?[$D]")),
    "AU": ("AUD", re.compile("澳元|澳币|澳大利亚元|AU?[$D]")),
    "NZ": ("NZD", re.compile("纽元|纽币|新西兰元|NZ[$D]")),
    "SG": ("SGD", _DOLLARS["SGD"]),
}
_FROM_CHINA = re.compile("中国|中资|中企|国内|大使馆|祖国|驻新")
_DOLLAR_SIGNS = frozenset({"HKD", "TWD", "MOP", "SGD", "USD", "CAD", "AUD", "NZD"})
_SIGN = re.compile("(?<![A-Z])[$]")
_RENMINBI = re.compile("人民币|RMB")
# Written in traditional characters, a page of these places means its own money by 元.
_HOMES = {"HK": "HKD", "MO": "MOP", "TW": "TWD"}
_REPUBLIC = re.compile("民国|新北市|立法院|内政部")
_HOMELAND = re.compile(
    "籍|人|(?:工?商|企业家?|华侨|华人){0,2}(?:总?商会|总会|协会|联合会|同乡|会馆|公会|联谊)"
)
_OPENING = 300  # characters: headline, dateline and first sentence
# （加元，下同）; 单位：万澳元; 以下均为新币
_CONVENTION = re.compile(
    r"[(（]\s?(?:均为|皆为|单位:?|货币:?)?(?P<same>[㐀-鿿]{2,6})[，、,;；\s]?(?:以?下皆?均?同|计)\s?[)）]"
    r"|(?:单位|货币|币种|币别)(?:单位)?\s?:\s?[百千万亿]{0,2}(?P<unit>[㐀-鿿]{2,6})(?![㐀-鿿])"
    r"|(?:以下|本文|文中|所有|上述)(?:捐款|善款|金额|款项|货币|数字){0,2}[均皆都]?(?:以|为|按)(?P<all>[㐀-鿿]{1,4}[元币圆])"
)


def yuan(text: Text) -> str | None:
    """The currency of a bare 元 in this document, None where that is open.

    What the document says of it comes first (加元，下同). Else it is the renminbi in simplified
    script, unless the page comes from a country whose money is called so too: there it is open, or
    what $ stands for if the page writes that; Singapore's own pages, which write simplified script,
    mean its dollar. In traditional script it is one of several dollars: the only one that the
    document names; if it names neither one nor the renminbi, that of Hong Kong, Macao or Taiwan if
    this is the only place abroad or beyond the mainland that title and opening name, or that of
    another country so named if the document names its money.
    """
    if said := _convention(text.folded):
        return said
    named = {code for code, names in _DOLLARS.items() if names.search(text.folded)}
    renminbi = bool(_RENMINBI.search(text.folded))
    if is_simplified(text):
        if renminbi:
            return "CNY"
        if _abroad_alone(text):
            open_or_chinese = named or _FROM_CHINA.search(text.folded, 0, _OPENING)
            singapore = _named(text) == {"SG"} and not open_or_chinese
            return "SGD" if singapore else _of_sign(text)
        return None if named else "CNY"
    if len(named) == 1:
        return named.pop()
    return None if renminbi or named else _home(text) or _named_abroad(text)


def _convention(folded: str) -> str | None:
    """The currency that the document says its figures are in."""
    for m in _CONVENTION.finditer(folded):
        name = m["same"] or m["unit"] or m["all"]
        unit = unit_at(name, 0)
        if unit and unit.currency and unit.name == name:
            return unit.currency
    return None


def _home(text: Text) -> str | None:
    codes = _named(text)
    if not codes and _REPUBLIC.search(text.folded, 0, _OPENING):
        return "TWD"
    return _HOMES.get(codes.pop()) if len(codes) == 1 else None


def _abroad_alone(text: Text) -> bool:
    """Whether the opening names a country of `_ABROAD` and no other place."""
    return len(codes := _named(text)) == 1 and codes <= _ABROAD.keys() and not _mainland(text)


def _of_sign(text: Text) -> str | None:
    """The dollar of the only country that the opening names, if the document writes $."""
    (country,) = _named(text)
    return _ABROAD[country][0] if _SIGN.search(text.folded) else None


def _named_abroad(text: Text) -> str | None:
    """The only dollar of `_ABROAD` that the document names, if the opening names its country."""
    named = {code for code, (_, names) in _ABROAD.items() if names.search(text.folded)}
    return _ABROAD[named.pop()][0] if len(named) == 1 and named <= _named(text) else None


def _named(text: Text) -> set[str]:
    """The countries and territories that the opening names, by their codes; China is in too many names."""
    return {code for found in find_places(text.folded[:_OPENING]) for code in found.place.codes} - {"CN"}


def _mainland(text: Text) -> bool:
    """Whether the opening names a place on the mainland that is not the home of people abroad (浙江商会)."""
    opening = text.folded[:_OPENING]
    return any(
        found.place.provinces and found.place.kind != "short" and not _HOMELAND.match(opening, found.end)
        for found in find_places(opening)
    )


def of_dollar_sign(text: Text, q: Quantity, home: str | None) -> Quantity:
    """The quantity with the currency of its $: the one named before it (港幣$1,000), else the page's own dollar.

    On a page in traditional script that does not show where it comes from, it is open.
    """
    folded = text.folded
    if q.currency != "USD" or folded[q.start] != "$":
        return q
    if named := prefix_before(folded, q.start):
        return replace(q, currency=named[0], start=named[1])
    if home in _DOLLAR_SIGNS:
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
