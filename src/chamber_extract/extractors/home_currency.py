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
# Of other countries, by the country: what their Chinese papers call 元 once they have named it.
_ABROAD = {
    "US": ("USD", re.compile("美元|美金|US[$D]")),
    "CA": ("CAD", re.compile("加元|加币|加拿大元|CA?[$D]")),
    "AU": ("AUD", re.compile("澳元|澳币|澳大利亚元|AU?[$D]")),
    "NZ": ("NZD", re.compile("纽元|纽币|新西兰元|NZ[$D]")),
    "SG": ("SGD", _DOLLARS["SGD"]),
    "JP": ("JPY", _DOLLARS["JPY"]),
    "PH": ("PHP", re.compile("菲币|披索|₱|PHP")),
    "BN": ("BND", re.compile("汶币|汶莱元|文莱元")),
    "FJ": ("FJD", re.compile("斐币|斐济元|FJ[$D]")),
}
_DOLLAR_COUNTRIES = frozenset({"US", "CA", "AU", "NZ", "SG"})
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
# 【記者溫哥華報導】, （亚罗士打19日讯）, 中新社纽约5月3日电
_DATELINE = re.compile(
    r"记者[^，。；\n]{2,16}?(?:报导|报道)|[(（【\[〔][^()（）【】\n]{2,24}?[讯电][)）】\]〕]|(?:本报|中新社|新华社)[^，。\n]{2,10}?[讯电]"
)
_PAPERS = {"中央社": "TW", "本港": "HK", "本澳": "MO"}
_PAPER = re.compile("|".join(_PAPERS))
_AS_WORTH = re.compile(r"(?:[合值]|相当于|等于|折算)[^，。；]{0,14}$")
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
    script, unless the page comes from a country whose money is called so too: there it is the money of
    that country where the page gives its sums in it, else open, or what $ stands for if the page writes
    that; Singapore's own pages, which write simplified script, mean its dollar. In traditional script
    it is the money of the place the page comes from if the page names that money; else the only one of
    the dollars of East Asia that it names, unless it was reported from a country with its own; if it
    names neither one nor the renminbi, that of the place the page comes from, as far as this is Hong
    Kong, Macao or Taiwan or the country it was reported from, or what $ stands for.
    """
    if said := _convention(text.folded):
        return said
    named = {code for code, names in _DOLLARS.items() if names.search(text.folded)}
    renminbi = bool(_RENMINBI.search(text.folded))
    if is_simplified(text):
        if _abroad_alone(text) and not _mainland(text) and (own := _own_sums(text)):
            return own
        if renminbi:
            return "CNY"
        if _abroad_alone(text):
            open_or_chinese = named or _FROM_CHINA.search(text.folded, 0, _OPENING)
            singapore = _named(text) == {"SG"} and not open_or_chinese
            return "SGD" if singapore else _of_sign(text)
        return None if named else "CNY"
    if own := _named_at_home(text):
        return own
    if len(named) == 1:
        return None if _reported(text) & _DOLLAR_COUNTRIES else named.pop()
    if renminbi or named:
        return None
    return _home(text) or (_of_sign(text) if _abroad_alone(text) else None)


def _convention(folded: str) -> str | None:
    """The currency that the document says its figures are in."""
    for m in _CONVENTION.finditer(folded):
        name = m["same"] or m["unit"] or m["all"]
        unit = unit_at(name, 0)
        if unit and unit.currency and unit.name == name:
            return unit.currency
    return None


def _home(text: Text) -> str | None:
    """The money of Hong Kong, Macao or Taiwan, or of the country that the dateline names."""
    codes = _reported(text) or _named(text)
    if not codes and _REPUBLIC.search(text.folded, 0, _OPENING):
        return "TWD"
    if len(codes) != 1:
        return None
    (home,) = codes
    foreign = any(names.search(text.folded) for _, names in _ABROAD.values())
    if home in _HOMES:
        return _HOMES[home]
    return _ABROAD[home][0] if home in _DOLLAR_COUNTRIES and _reported(text) and not foreign else None


def _named_at_home(text: Text) -> str | None:
    """The money of the place the page comes from, if the page names it."""
    codes = _reported(text) or _named(text)
    if len(codes) != 1:
        return None
    (home,) = codes
    currency = _HOMES.get(home)
    if home in _ABROAD:
        currency, names = _ABROAD[home]
    elif currency:
        names = _DOLLARS[currency]
    return currency if currency and names.search(text.folded) else None


def _reported(text: Text) -> set[str]:
    """The countries and territories that the dateline names: 記者溫哥華報導, 中央社, 本澳."""
    out: set[str] = set()
    for m in _DATELINE.finditer(text.folded, 0, _OPENING):
        out |= {code for found in find_places(m[0]) for code in found.place.codes}
    if m := _PAPER.search(text.folded, 0, _OPENING):
        return {_PAPERS[m[0]]}
    if out == {"JP"} and "TW" in _named(text):  # 冈山, 板桥 and 松山 are in Taiwan too
        return {"TW"}
    return out - {"CN"}


def _own_sums(text: Text) -> str | None:
    """The money of the only country that the opening names, if the page gives sums in it and others only as worth."""
    (country,) = _named(text)
    currency, names = _ABROAD[country]
    sums, others = _sums(text.folded, names), _sums(text.folded, _RENMINBI)
    return currency if sums > 1 and not others else None


def _sums(folded: str, names: re.Pattern[str]) -> int:
    """How often money is named, but for what sums are worth: 2万澳元（折合人民币9.4万元）."""
    found = (m.start() for m in names.finditer(folded))
    return sum(not _AS_WORTH.search(folded, max(0, at - 16), at) for at in found)


def _abroad_alone(text: Text) -> bool:
    """Whether the opening names a country with a dollar and no other place."""
    return len(codes := _named(text)) == 1 and codes <= _DOLLAR_COUNTRIES and not _mainland(text)


def _of_sign(text: Text) -> str | None:
    """The dollar of the only country that the opening names, if the document writes $."""
    (country,) = _named(text)
    return _ABROAD[country][0] if _SIGN.search(text.folded) else None


def _named(text: Text) -> set[str]:
    """The countries and territories that the opening names, by their codes; China is in too many names.

    Where members of a body abroad come from is none: 休斯敦台湾商会.
    """
    codes: set[str] = set()
    opening, end = text.folded[:_OPENING], -1
    for found in find_places(opening):
        if found.start != end or not _HOMELAND.match(opening, found.end):
            codes.update(found.place.codes)
        end = found.end
    return codes - {"CN"}


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
    if _abroad_alone(text):
        return replace(q, currency=_of_sign(text))
    return q if is_simplified(text) else replace(q, currency=None)


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
