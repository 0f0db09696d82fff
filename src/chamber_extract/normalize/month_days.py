"""What stands after a month: a day, days, a third of it, its beginning or end, its last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from chamber_extract.normalize.calendar_words import AND, HAN, MONTH_PARTS, TO, WEEKDAYS, N, S, number
from chamber_extract.normalize.stretch import (
    Stretch,
    make_day,
    of_day,
    of_days,
    of_month,
    of_month_days,
    shift,
)
from chamber_extract.normalize.year_choice import Style

MonthPart = Callable[[int, int], Stretch | None]

_AND = re.compile(AND)


_DAY = re.compile(
    rf"{S}的?{S}(?:初(?=[一二三四五六七八九十]日))?(?P<a>{N}){S}(?:(?P<more>(?:、{N}){{0,4}})(?P<to>{TO}|{AND})(?P<b>{N}){S})?(?:[日号](?!内|以内|之内|游)|(?={TO}{N}月{N}[日号]))"
)
_LAST_NUMBER = re.compile(rf"(?P<a>{N})$")
_MONTH_PART = re.compile(
    r"(?:份?的?月?)(?P<part>中下旬|上中旬|上旬|中旬|下旬|初(?![一二三四五六七八九十步级中次创始衷])|底(?![线部层特气])|末(?!端)|中(?=期|[,。、;:)，；：）\n]|$))"
)
_NTH = re.compile(
    rf"{S}的?{S}(?:(?P<last>最后(?:一|1)天)|(?P<from>倒数)?第(?P<n>[0-9]{{1,3}}|[{HAN}百]{{1,5}})天)"
)
_NTH_WEEKDAY = re.compile(
    r"的?(?:第(?P<n>[一二三四五1-5])|(?P<last>最后一))个?(?:周|星期|礼拜)(?P<d>[一二三四五六日天])"
)


def read_month_part(text: str, position: int, style: Style) -> tuple[MonthPart, int] | None:
    """What stands after a month: a day, days, a third, the beginning, the last day …"""
    m = _DAY.match(text, position)
    if m is None and style != "document":
        m = _NTH.match(text, position)
        if m:
            return _nth_of_month(m), m.end()
        m = _NTH_WEEKDAY.match(text, position)
        if m:
            return _weekday_of_month(m), m.end()
        m = None
    if m is not None:
        a = number(m["a"])
        b = number(m["b"].removesuffix("两")) if m["b"] else None  # 七、八两日
        if a is None or not 1 <= a <= 31:
            return None
        if b is None:
            return (lambda year, month: of_day(make_day(year, month, a))), m.end()
        if _AND.fullmatch(m["to"]) and b != a + 1 + m["more"].count("、"):
            return (lambda year, month: of_day(make_day(year, month, a))), m.end("a")
        return (lambda year, month: days_of(year, month, a, b)), m.end()
    if style == "whole":
        m = _LAST_NUMBER.match(text, position)
        a = number(m["a"]) if m else None
        if m and a:
            return (lambda year, month: of_day(make_day(year, month, a))), m.end()
    m = _MONTH_PART.match(text, position)
    if m:
        first, last = MONTH_PARTS[m["part"]]
        if style == "document" and m["part"] in ("初", "底", "末"):
            # Like 年底 a month that is only nearly so; no calendar says which of its days.
            return (lambda year, month: of_month(year, month, about=True)), m.end()
        return (lambda year, month: of_month_days(year, month, first, last)), m.end()
    return None


def days_of(year: int, month: int, a: int, b: int) -> Stretch | None:
    """From one day of a month to another, which lies in the next month if its number is lower."""
    first = make_day(year, month, a)
    last = make_day(year, month, b) if b > a else make_day(year + month // 12, month % 12 + 1, b)
    return of_days(first, last) if first and last else None


def _nth_of_month(m: re.Match[str]) -> MonthPart:
    def make(year: int, month: int) -> Stretch | None:
        whole = of_month(year, month)
        return nth_day(whole, m) if whole else None

    return make


def nth_day(whole: Stretch, m: re.Match[str]) -> Stretch | None:
    """The day that 第三天, 倒数第三天 or 最后一天 (a match of the pattern) names in a stretch."""
    n = 1 if m["last"] else number(m["n"])
    if not n:
        return None
    day = shift(whole.last, 1 - n) if m["last"] or m["from"] else shift(whole.first, n - 1)
    return of_day(day) if day and whole.first <= day <= whole.last else None


def read_nth_day(text: str, position: int) -> re.Match[str] | None:
    """第三天, 最后一天 after a longer stretch."""
    return _NTH.match(text, position)


def _weekday_of_month(m: re.Match[str]) -> MonthPart:
    weekday, n = WEEKDAYS[m["d"]], number(m["n"]) if m["n"] else None

    def make(year: int, month: int) -> Stretch | None:
        whole = of_month(year, month)
        if whole is None:
            return None
        days = [d for d in range(1, whole.last.day + 1) if date(year, month, d).weekday() == weekday]
        place = (n or len(days)) - 1
        return of_day(date(year, month, days[place])) if place < len(days) else None

    return make
