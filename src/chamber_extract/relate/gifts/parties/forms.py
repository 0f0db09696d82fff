"""The forms of a name as characters alone: tidied, shortened, and the firm within it."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.script import fold

HOUSES = "宫庙寺店堂社"  # temples, shops and societies that are told as 该宫, 该店
_HEAD = "[总副执行]*(?:理事长|主席|会长|住持|主持|东主|老板|店主|店东|店长|社长|总理|董事长|负责人)"
_FIRM_NAME = re.compile(r"[一-鿿A-Za-z）)]{2,}(?:公司|集团|企业|厂|行|机构|基金会|控股|实业|股份)$")


def firm_of(name: str, noun: str) -> str | None:
    """The firm that a name is, or whose officer it names: 南华银行 of 南华银行行长林志明; its name ends in `noun`."""
    if noun and noun in HOUSES:
        house = re.match(rf"[^、]{{2,}}?{noun}(?={_HEAD}|$)", fold(name))
        return name[: house.end()] if house else None  # 斗母宫理事长甲
    led = _LED.search(fold(name))
    firm = name[slice(*led.span("firm"))] if led else name
    return firm if _FIRM_NAME.search(fold(firm)) and fold(firm).endswith(noun) else None


_LED = re.compile(
    r"(?:^|、)(?P<firm>[^、]{2,}?(?:公司|集团|企业|厂|银行|分行|控股|股份))(?:[总副执行]*(?:董事长|董事局主席|总裁|总经理|经理|行长|厂长|老板|负责人|创办人|创始人))[^、]{0,6}$"
)


SHORT = re.compile(r"[一-鿿]{2,5}[联总会盟]|[一-鿿]总")


def abbreviates(short: str, name: str) -> bool:
    """Whether a name without some of its characters is the short form, which keeps its first character or its noun."""
    rest = iter(name)
    place = names().places.at(name, 0) or ""
    opens = short[0] in (name[0], name[len(place) : len(place) + 1])  # 中总 of 古晋中华工商总会
    return (
        (opens or (len(short) > 2 and name.endswith(short[-2:])))
        and len(name) > len(short)
        and all(c in rest for c in short)
    )


def tidy(text: str) -> str:
    """A name or noun without the line breaks and spaces of the source; words in Latin letters stay apart."""
    return " ".join(text.split()) if _WORDS.search(text) else re.sub(r"\s+", "", text)


_WORDS = re.compile(r"[A-Za-z,.&] [A-Za-z]")
