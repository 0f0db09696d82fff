"""Units, counters and currencies: open lists, looked up by their first character.

`units.csv` has a row for each counter and unit with the words in which it is no unit (`not_before`
follows it: 家庭, 次性); `currencies.csv` names, signs and codes (CLDR, ISO 4217, usage).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from chamber_extract.normalize.values import QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign after a number. `worth` is its share of the currency (美分: 0.01)."""

    name: str
    kind: QuantityKind
    not_before: tuple[str, ...] = ()
    currency: str | None = None
    worth: Decimal = Decimal(1)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()))


# 元旦, 元素 and their like begin with the name of the commonest currency.
_NO_YUAN = tuple("旦月宵素首老勋器年朝宝帅芳里通件")
_NO_EURO = tuple("亚佩冠姆式洲派班盟线美阳系")


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """Every unit, by first character, the longest first."""
    found = [
        Unit(r["unit"], r["kind"], tuple(filter(None, r["not_before"].split("|"))))
        for r in _rows("units.csv")
    ]  # type: ignore[arg-type]
    for r in _rows("currencies.csv"):
        if r["form"] == "letter":
            continue
        guards = _NO_YUAN if r["name"].endswith("元") else _NO_EURO if r["name"] == "欧" else ()
        found.append(Unit(r["name"], "money", guards, r["code"] or None, Decimal(r["worth"])))
    table: dict[str, list[Unit]] = {}
    for unit in sorted(found, key=lambda u: (-len(u.name), u.name)):
        table.setdefault(unit.name[0], []).append(unit)
    return {first: tuple(group) for first, group in table.items()}


# After Arabic digits few of these are meant (2020元旦, but 100元通过), after a multiplier none: 50万元首批.
_NO_YUAN_AFTER_DIGITS = tuple("旦月宵素件")
_MULTIPLIERS = frozenset("十百千万亿余多")


def _other_words(unit: Unit, before: str) -> tuple[str, ...]:
    """What cannot follow the unit, as it would be part of another word."""
    if unit.not_before is not _NO_YUAN:
        return unit.not_before
    if before in _MULTIPLIERS:
        return ()
    return _NO_YUAN_AFTER_DIGITS if before.isdecimal() else _NO_YUAN


def unit_at(text: str, position: int) -> Unit | None:
    """The longest unit that stands at the position."""
    if position >= len(text):
        return None
    for unit in units().get(text[position], ()):
        if not text.startswith(unit.name, position):
            continue
        end = position + len(unit.name)
        if unit.not_before and text.startswith(_other_words(unit, text[position - 1 : position]), end):
            continue
        if unit.name[-1].isascii() and unit.name[-1].isalpha() and text[end : end + 1].isascii():
            following = text[end : end + 1]
            if following.isalnum() or following == "-":
                continue
        return unit
    return None


@cache
def prefixes() -> tuple[dict[str, str], frozenset[str], int]:
    """Currencies that may stand before a number: name to code, their last characters, the longest length.

    A letter (R50,000) and a name that several countries use (先令) have the code "": whose money it is depends
    on the place.
    """
    table = {}
    for r in _rows("currencies.csv"):
        name, word = r["name"], r["form"] == "word"
        if r["form"] == "letter" or (word and not r["code"] and name in SHARED):
            table[name] = ""
        elif r["code"] and r["worth"] == "1" and (not word or len(name) > 2 or name[-1] in _ENDS):
            table[name] = r["code"]
    return table, frozenset(name[-1] for name in table), max(map(len, table))


# How money is called in several countries, and the ends of short names that no name of a person has (福林 is one).
SHARED = frozenset(
    "先令 克朗 克瓦查 卢比 埃斯库多 弗罗林 比索 披索 法郎 科朗 第纳尔 索姆 迪拉姆 迪尔汗 里亚尔 里尔 马纳特 阿币 巴币 乌币".split()
)
_ENDS = frozenset("元币金圆镑磅盾铢郎布特吉纸索比拉姆戈朗尔查地扎普图卡奥")


# What a letter before it makes money: R50,000 and P500.00, no road R22.
_LETTERED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+\.\d\d(?!\d)|[1-9]\d+00(?![0-9A-Za-z]| \d)|\d+(?:\.\d+)?万(?:元|(?![㐀-鿿]))"
)


_CASH = frozenset({"现金", "现钞", "现款"})


def prefix_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency whose name or sign ends at the position, or before the cash it is in (美元现钞): its code and where it starts."""
    table, last, longest = prefixes()
    end = position - 1 if position and text[position - 1] == " " else position
    end -= 2 if text[max(0, end - 2) : end] in _CASH else 0
    if not end or text[end - 1] not in last:
        return None
    for start in range(max(0, end - longest - 1), end):
        name = text[start:end]
        code = table.get(name, table.get(name.removesuffix("币")))  # 瓜拉尼币
        if code is None or (
            text[start].isalpha() and start and (text[start - 1] == "/" or _is_latin(text[start - 1]))
        ):
            continue
        lettered = not name.isascii() or _LETTERED.match(text, position)
        if code or (lettered and not text[start - 1 : start].isdecimal()):
            return code, start
    return None


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
