"""How the parts of a date are written: patterns for what stands inside a year, read at a position.

Every reader takes the folded text and a position and returns what it read, or None. Parts inside a year
come back as a function from the year to the stretch, since the year is chosen later; that function
gives None where the calendar has no such day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from chamber_extract.normalize import festivals, lunar
from chamber_extract.normalize.calendar_words import (
    AND,
    HALVES,
    HAN,
    SEASON_CODES,
    SEASONS,
    TO,
    YEAR_PARTS,
    N,
    S,
    number,
)
from chamber_extract.normalize.month_days import read_month_part
from chamber_extract.normalize.stretch import (
    Stretch,
    of_day,
    of_days,
    of_month,
    of_months,
)
from chamber_extract.normalize.year_choice import Make, Style, Tense

_AND = re.compile(AND)


class Part(NamedTuple):
    """Something inside a year: how to make it, where it ends, and what its words say about its year."""

    make: Make
    end: int
    tense: Tense = "any"


_MONTH = re.compile(
    rf"(?P<a>(?!两月){N}|(?<![{HAN}0-9百千万亿美欧日港])元(?=月)){S}(?:月{S})?(?:(?P<more>(?:、{N}){{0,4}})(?P<to>{TO}|{AND})(?P<b>{N}){S}两?)?月(?!龄|子弯|票|薪|饼|球|亮|租|怀胎|革命|稻田|(?<=三月)三(?![十日号个周])|一[次会期]|一度(?=的|例|聚|会|举))(?P<z>份(?!额)|度)?"
)
_LUNAR = re.compile(
    rf"(?P<p>农历|阴历|旧历|夏历)?{S}(?P<leap>闰)?(?P<m>正|冬|腊|[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月(?:份)?"
    rf"(?P<d>初[一二三四五六七八九十]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|[0-9]{{1,2}}|[一二三四五六七八九](?=日|$|[,，。、;)）]))?"
    rf"(?P<z>[日号])?"
)
_NEW_YEAR_DAY = re.compile(
    r"(?:大年|正月|农历新年|年)初(十?[一二三四五六七八九]|十)|大年夜|大年三十|年三十|除夕夜?"
)
_QUARTER = re.compile(
    rf"的?(?P<nth>第)?{S}(?P<a>[1-4一二三四首末])(?:(?:(?P<full>个?季度?)?{TO}|{AND})第?(?P<b>[1-4一二三四]))?{S}个?{S}季(?:度(?!一次|假)|(?<=第[1-4一二三四]季)(?![集期部赛播节])|(?<=首季)(?![集期部赛播节嘉冠亚开第])|(?=[,。、;:)，；：）\n]|$))"
    r"|的?(?:[Qq](?P<q>[1-4])|(?P<r>[1-4])[Qq])(?![0-9A-Za-z])"
)
_FIRST_QUARTERS = re.compile(rf"的?[前头]{S}(?P<n>[1-4一二两三四]){S}个?{S}季度?")
_FIRST_MONTHS = re.compile(
    rf"的?[前头首]{S}(?P<n>{N}){S}个?{S}月(?![前后内为是免可试]|的?(?:适应|宽限|过渡|免租|租金))"
)
# 住上半年: half a year, not the first half.
_HALF = re.compile(
    r"(?<![住待呆干做忙等花用学过养躺歇])(?<![住忙干等花学]了)的?(?P<h>[上下前后])半年度?(?![之以]?内)"
)
# 2020年中国 and 年初步 are no parts of a year.
_PART_OF_YEAR = r"(?P<part>底(?![部层线特])|末(?!端|年初|岁初)|(?<!末年)(?<!末岁)初(?!始(?![有能可会见])|[步中级次创衷抵登识赴访一二三四五六七八九十]|到(?![0-9一二三四五六七八九十今去前明年月底现])|来(?![自到访临]))|中(?=期|[,。、;:)，；：）\n]|$)|终(?![身于端止]))"
_YEAR_PART = re.compile(rf"[年岁]{_PART_OF_YEAR}")
_AFTER_YEAR = re.compile(rf"年?{_PART_OF_YEAR}")
_SEASON = re.compile(r"的?(?P<s>[春夏秋冬])(?:季(?![号刊])|天|日(?!报)|(?=[,。、;:)，；：）\n]|$))")


def read_part(
    text: str, position: int, style: Style, *, in_year: bool, lunar_year: bool = False
) -> Part | None:
    """A month with what follows it, a quarter, a half, a festival …: something that a year has once.

    In a `lunar_year` (庚子年, 农历2020年) months are lunar.
    """
    if lunar_year:
        found = read_lunar(text, position, certain=True)
        if found:
            return found
    for reader in _FIGURE_READERS if "0" <= text[position : position + 1] <= "9" else _READERS:
        found = reader(text, position, style, in_year)
        if found:
            return found
    return None


def _festival(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _NEW_YEAR_DAY.match(text, position)
    if m:
        rule = festivals.on("除夕") if m[1] is None else _new_year_day(number(m[1]) or 1)
        return Part(lambda year: of_day(rule(year)), m.end(), "near")
    start = position + text.startswith("的", position)
    for length in range(min(7, len(text) - start), 1, -1):
        rule = festivals.on(text[start : start + length])
        if rule is not None:
            end = start + length
            end += style != "document" and text.startswith("节", end)
            return Part(lambda year, rule=rule: of_day(rule(year)), end, "near")
    return None


def _new_year_day(n: int) -> Callable[[int], date | None]:
    return lambda year: lunar.day(year, 1, n)


def _lunar(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    return read_lunar(text, position, certain=False, alone=style != "document")


def read_lunar(text: str, position: int, *, certain: bool, alone: bool = True) -> Part | None:
    """A lunar month or day: 农历五月初五, 腊月廿三; where that is `certain`, 五月五 too.

    冬月 and 腊月 with no day count where they may stand `alone`.
    """
    m = _LUNAR.match(text, position + text.startswith("的", position))
    if m is None:
        return None
    day, month = m["d"] or "", m["m"]
    # 十月初三日 is how the old press of Southeast Asia writes 3 October.
    solar = m["z"] and not (certain or alone or m["p"] or m["leap"] or month in "正冬腊")
    told = (
        certain
        or m["p"]
        or m["leap"]
        or month in "正冬腊"
        or day[:1] == "初"
        or (day[:1] == "廿" and not m["z"])
    )
    if solar or not told or (month in "冬腊" and not (m["p"] or day or alone)):
        return None
    n = {"正": 1, "冬": 11, "腊": 12}.get(month) or number(month) or 0
    leap = bool(m["leap"])
    if day:
        d = number(day.lstrip("初")) or 0
        return Part(lambda year: of_day(lunar.day(year, n, d, leap=leap)), m.end(), "near")

    def whole(year: int) -> Stretch | None:
        span = lunar.month_span(year, n, leap=leap)
        return of_days(*span, "month") if span else None

    return Part(whole, m.end())


def _month(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _MONTH.match(text, position + text.startswith("的", position))
    if m is None:
        return None
    a = number(m["a"])
    pair = [number(c) for c in m["a"]] if len(m["a"]) == 2 and not m["a"].isascii() and m["b"] is None else []
    if len(pair) == 2 and pair[0] and pair[1] == pair[0] + 1 and m["a"] != "十一":
        # 三四月: one or the other, hence both.
        return Part(lambda year: of_months(year, pair[0], pair[1]), m.end())
    if m["b"] is None:
        # 二月 after 月 … is read; 13月 is no month.
        if a is None or not 1 <= a <= 12:
            return None
        day = read_month_part(text, m.end(), style)
        if day is not None:
            make, end = day
            return Part(lambda year: make(year, a), end)
        return Part(lambda year: of_month(year, a), m.end())
    b = number(m["b"])
    if a is None or b is None or not (1 <= a <= 12 and 1 <= b <= 12 and a != b):
        return None
    if _AND.fullmatch(m["to"]):
        if "月" in text[m.end("a") : m.start("to")]:
            return Part(lambda year: of_month(year, a), m.start("to"))
        if b != a + 1 + m["more"].count("、"):
            return None
    day = read_month_part(text, m.end(), style)
    if day is not None:
        # 1月至2月5日: the month alone, the rest is a range.
        return (
            Part(lambda year: of_month(year, a), text.index("月", m.end("a")) + 1)
            if "月" in m[0][:-1]
            else None
        )
    return Part(lambda year: of_months(year, a, b + 12 * (b < a)), m.end())


def _quarter(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _FIRST_QUARTERS.match(text, position)
    if m:
        n = number(m["n"]) or 0
        return Part(lambda year: of_months(year, 1, 3 * n), m.end(), tense="past")
    m = _QUARTER.match(text, position)
    if m is None:
        return None
    if (
        not m["nth"]
        and m["a"] != "首"
        and not m[0].endswith("度")
        and not m["q"]
        and not m["r"]
        and not (in_year or style != "document")
    ):
        return None
    if m["q"] or m["r"]:
        a = int(m["q"] or m["r"])
        if style == "document" and not in_year:
            return None
        return Part(lambda year: of_months(year, 3 * a - 2, 3 * a, "quarter"), m.end(), "own")
    a = 4 if m["a"] == "末" else number(m["a"]) or 0
    b = number(m["b"]) if m["b"] else a
    if not 1 <= a <= (b or 0) <= 4:
        return None
    return Part(
        lambda year: of_months(year, 3 * a - 2, 3 * b, "quarter" if a == b else "period"), m.end(), "own"
    )


def _half(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _HALF.match(text, position)
    if m is None:
        return None
    h = HALVES[m["h"]]
    return Part(lambda year: of_months(year, 6 * h - 5, 6 * h, "half"), m.end(), "own")


def _first_months(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _FIRST_MONTHS.match(text, position)
    n = number(m["n"]) if m else None
    if m is None or n is None or not 1 <= n <= 12:
        return None
    return Part(lambda year: of_months(year, 1, n), m.end(), tense="past")


def _year_part(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = (_AFTER_YEAR if in_year else _YEAR_PART).match(text, position)
    if m is None or (in_year and text[position - 1] not in "年度 的"):
        return None
    word = m["part"]
    if style == "document" and word == "终":
        return None
    return Part(lambda year: of_month(year, YEAR_PARTS[word], about=True), m.end(), "own")


def _season(text: str, position: int, style: Style, in_year: bool) -> Part | None:
    m = _SEASON.match(text, position)
    if m is None or not (in_year or style != "document"):
        return None
    first, last = SEASONS[m["s"]]

    def make(year: int) -> Stretch | None:
        months = of_months(year, first, last)
        return (
            Stretch(months.first, months.last, "period", f"{year:04d}-{SEASON_CODES[m['s']]}")
            if months
            else None
        )

    return Part(make, m.end())


_READERS = (_festival, _lunar, _first_months, _quarter, _month, _half, _year_part, _season)
# What can begin with an Arabic figure.
_FIGURE_READERS = (_lunar, _quarter, _month)
