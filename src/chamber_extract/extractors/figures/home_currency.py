"""Whose money a bare 元 or $ is in a document: that of the place the page comes from, where it shows."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.extractors.figures.page_origin import (
    OPENING,
    first_body,
    homes_of_bodies,
    is_simplified,
    mainland,
    named,
    of_own_paper,
    reported,
)
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
    "MY": ("MYR", re.compile("令吉|零吉|马币|RM(?=[0-9])|MYR")),
    "PH": ("PHP", re.compile("菲币|披索|₱|PHP")),
    "BN": ("BND", re.compile("汶币|汶莱元|文莱元")),
    "FJ": ("FJD", re.compile("斐币|斐济元|FJ[$D]")),
}
CALLED_YUAN = (frozenset(_DOLLARS) | {currency for currency, _ in _ABROAD.values()}) - {"JPY"}
_DOLLAR_COUNTRIES = frozenset({"US", "CA", "AU", "NZ", "SG"})
_YUAN_COUNTRIES = frozenset(_ABROAD) - {"JP"}  # whose papers write 元 before they have named their money
_FROM_CHINA = re.compile("中国|中资|中企|国内|大使馆|祖国|驻新")
_DOLLAR_SIGNS = frozenset({"HKD", "TWD", "MOP", "SGD", "USD", "CAD", "AUD", "NZD"})
_SIGN = re.compile("(?<![A-Z])[$]")
_RENMINBI = re.compile("人民币|RMB")
# Written in traditional characters, a page of these places means its own money by 元.
_HOMES = {"HK": "HKD", "MO": "MOP", "TW": "TWD"}
_REPUBLIC = re.compile("民国|新北市|立法院|内政部")
_MAINLAND_BODY = re.compile(
    "工商联(?![谊合])|统战部|[省市县]委(?!员)|民政局|(?:[省市县]|自治州)[一-鿿]{0,4}(?:总?商会|行业协会)|中国[一-鿿]{2,8}协会"
)
_WORTH_IN_YUAN = re.compile(
    r"[(（](?:约合?|折合|合|相当于)[^()（），。]{0,3}[0-9.,]+[百千万亿]*元[)）]"
)  # 10万令吉（约16万元）
# Japan alone is as often where a gift goes: 賑濟日本地震災民.
_IN_JAPAN = re.compile(
    "日本(?:中[华国]|华[人侨商]|侨|台[湾商]|[一-鿿]{2}(?:总?商会|同乡会))|东京|大阪|横滨|神户|名古屋|福冈|长崎|京都|冲绳|琉球|仙台|札幌"
)
_AS_WORTH = re.compile(r"(?:[合值]|相当于|等于|折算)[^，。；]{0,14}$")
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
    that country where the page gives its sums in it or is the country's own paper, else open, or what $
    stands for if the page writes that; Singapore's own pages, which write simplified script, mean its
    dollar. In traditional script it is the money of the place the page comes from if the page names that
    money; else the only one of Hong Kong, Macao and Taiwan that it names, unless it comes from elsewhere;
    if it names none of them, that of the place the page comes from, else of where all bodies that it opens
    with are at home, as far as this is Hong Kong, Macao, Taiwan, Singapore or the country it was reported
    from (a page that names the renminbi tells by its dateline alone), or what $ stands for; and the
    renminbi if it opens with a body that only the mainland has and names no place elsewhere.
    """
    if said := _convention(text.folded):
        return said
    told = {code for code, names in _DOLLARS.items() if names.search(text.folded)}
    renminbi = bool(_RENMINBI.search(text.folded))
    if is_simplified(text):
        return _in_simplified(text, told, renminbi)
    if own := _named_at_home(text):
        return own
    if len(chinese := told & set(_HOMES.values())) == 1:
        (money,) = chinese
        return money if _may_come_from(text, money) else None
    if chinese or (renminbi and not reported(text)):
        return None
    if home := _home(text):
        return home
    if _abroad_alone(text):
        return None if told else _of_sign(text)
    return "CNY" if not told and _of_mainland(text) else None


def _in_simplified(text: Text, told: set[str], renminbi: bool) -> str | None:
    """The same of a page in simplified script, where `told` are the dollars of East Asia that it names."""
    if not renminbi and _abroad_in_yuan(text):
        return _abroad(text)
    if _abroad_alone(text) and not mainland(text) and (own := _own_sums(text)):
        return own
    if renminbi:
        return "CNY"
    if _abroad_alone(text):
        open_or_chinese = told or _FROM_CHINA.search(text.folded, 0, OPENING)
        singapore = named(text) == {"SG"} and not open_or_chinese
        return "SGD" if singapore else _of_sign(text)
    if not told:
        return "CNY"
    if mainland(text):  # a page from home names them as others' money
        return None if named(text) else "CNY"
    return _named_at_home(text) if len(told) == 1 and named(text) <= _HOMES.keys() else None


def _abroad_in_yuan(text: Text) -> bool:
    """Whether a page in simplified script may mean by 元 the money of a country abroad."""
    codes = reported(text) or named(text)
    if len(codes) != 1 or not codes <= _YUAN_COUNTRIES or _WORTH_IN_YUAN.search(text.folded):
        return False
    (country,) = codes
    told = _ABROAD[country][1].search(text.folded)
    return of_own_paper(text) or bool(told and country not in _DOLLAR_COUNTRIES and not mainland(text))


def _abroad(text: Text) -> str | None:
    """The money of the country whose own paper a page is: （槟城10日讯）; of its other pages if they name it and not China."""
    (country,) = reported(text) or named(text)
    currency, names = _ABROAD[country]
    told = names.search(text.folded)
    if of_own_paper(text):
        others = (of for code, (_, of) in _ABROAD.items() if code != country)
        return currency if told or not any(_sums(text.folded, of) for of in others) else None
    chinese = reported(text) or _FROM_CHINA.search(text.folded, 0, OPENING)
    return currency if told and not chinese else None


def _may_come_from(text: Text, money: str) -> bool:
    """Whether nothing shows that a page comes from elsewhere than where the money is at home."""
    home = reported(text) or first_body(text) or named(text)
    users = home & (_ABROAD.keys() | _HOMES.keys())
    return not users or any(_HOMES.get(code) == money for code in users)


def _convention(folded: str) -> str | None:
    """The currency that the document says its figures are in."""
    for m in _CONVENTION.finditer(folded):
        name = m["same"] or m["unit"] or m["all"]
        unit = unit_at(name, 0)
        if unit and unit.currency and unit.name == name:
            return unit.currency
    return None


def _home(text: Text) -> str | None:
    """The money of Hong Kong, Macao, Taiwan or Singapore, or of the country that the dateline names."""
    codes = reported(text) or named(text)
    if not codes and _REPUBLIC.search(text.folded, 0, OPENING):
        return "TWD"
    if len(codes) > 1:
        codes = homes_of_bodies(text)  # 中總捐百萬助花蓮災民: a body of Hong Kong, a place in Taiwan
    if len(codes) != 1:
        return None
    (home,) = codes
    foreign = any(names.search(text.folded) for _, names in _ABROAD.values())
    if home in _HOMES:
        return _HOMES[home]
    own = reported(text) or home == "SG"  # whose papers and chambers write 元 for their dollar
    return _ABROAD[home][0] if home in _DOLLAR_COUNTRIES and own and not foreign else None


def _named_at_home(text: Text) -> str | None:
    """The money of the place the page comes from, if the page names it."""
    codes = reported(text) or named(text)
    if len(codes) != 1:
        return None
    (home,) = codes
    if home == "JP" and not reported(text) and not _IN_JAPAN.search(text.folded, 0, OPENING):
        return None
    currency = _HOMES.get(home)
    if home in _ABROAD:
        currency, names = _ABROAD[home]
    elif currency:
        names = _DOLLARS[currency]
    return currency if currency and names.search(text.folded) else None


def _own_sums(text: Text) -> str | None:
    """The money of the only country that the opening names, if the page gives sums in it and others only as worth."""
    (country,) = named(text)
    currency, names = _ABROAD[country]
    sums, others = _sums(text.folded, names), _sums(text.folded, _RENMINBI)
    return currency if sums > 1 and not others else None


def _sums(folded: str, names: re.Pattern[str]) -> int:
    """How often money is named, but for what sums are worth: 2万澳元（折合人民币9.4万元）."""
    found = (m.start() for m in names.finditer(folded))
    return sum(not _AS_WORTH.search(folded, max(0, at - 16), at) for at in found)


def _abroad_alone(text: Text) -> bool:
    """Whether the opening names a country with a dollar and no other place."""
    return len(codes := named(text)) == 1 and codes <= _DOLLAR_COUNTRIES and not mainland(text)


def _of_mainland(text: Text) -> bool:
    """Whether a page opens with a body that only the mainland has, and names no place elsewhere: 深圳市潮陽商會."""
    return (
        not named(text)
        and _MAINLAND_BODY.search(text.folded, 0, OPENING) is not None
        and not _REPUBLIC.search(text.folded)
    )


def _of_sign(text: Text) -> str | None:
    """The dollar of the only country that the opening names, if the document writes $."""
    (country,) = named(text)
    return _ABROAD[country][0] if _SIGN.search(text.folded) else None


def of_dollar_sign(text: Text, q: Quantity, home: str | None) -> Quantity:
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
    if home in _DOLLAR_SIGNS:
        return replace(q, currency=home)
    dollars = (reported(text) or named(text)) & (_DOLLAR_COUNTRIES | _HOMES.keys())
    if len(dollars) > 1 and _ABROAD["US"][1].search(folded):  # told apart as US$
        dollars = dollars - {"US"}
    if len(dollars) == 1:
        (country,) = dollars
        return replace(q, currency=_HOMES.get(country) or _ABROAD[country][0])
    return q if is_simplified(text) and not dollars else replace(q, currency=None)
