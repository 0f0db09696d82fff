"""Dates in figures and separators: 2020-01-30, 2020.1.30, 2022-01-09 20:08:36 +0800, 113/04/08, 10/31/1974, 20200130."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.normalize.calendar_words import ERAS, S
from chamber_extract.normalize.clock import HALF_DAY
from chamber_extract.normalize.stretch import Stretch, make_day, of_day, of_days, of_month
from chamber_extract.normalize.units import unit_at
from chamber_extract.normalize.year_choice import QUARTER_DAYS, Context

_CLOCK = rf"(?P<h>[0-2]?[0-9]):(?P<mi>[0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]{{1,6}})?)?(?: ?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})(?![0-9])| E[SD]?T\b)?(?![0-9:]){HALF_DAY}"
# The year of our era, or two or three figures of that of the Republic.
_Y = "[12][0-9]{3}|1[0-2][0-9]|[7-9][0-9]"
_FULL = re.compile(
    rf"(?P<y>{_Y}){S}(?P<s>[-/.·]){S}(?P<m>[01]?[0-9]){S}(?P=s){S}(?P<d>[0-3]?[0-9])(?![0-9]|[./-][0-9])(?:日(?!本))?"
    rf"(?:(?:T|[ \u3000]{{1,2}}){_CLOCK})?"
)
# 2020.1.30-2.5 and 2020-01-30-2020-02-05: the hyphen after the day opens a range.
_FULL_IN_RANGE = re.compile(
    rf"(?P<y>{_Y})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?=[-—–~～至到]{{1,2}}(?:(?:{_Y})[-/.])?[01]?[0-9][-/.][0-3]?[0-9](?![0-9]))"
)
_MONTH = re.compile(r"(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?![0-9./-])")
_MONTH_IN_RANGE = re.compile(
    r"(?P<y>[12][0-9]{3})(?P<s>[/.])(?P<m>0?[1-9]|1[0-2])(?=[-—–~～至到]{1,2}[12][0-9]{3}[/.](?:0?[1-9]|1[0-2])(?![0-9]))"
)
_SHORT_MONTH = re.compile(r"(?P<y>[0-9]{2})[-/](?P<m>0?[1-9]|1[0-2])$")
_AMERICAN = re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>[12][0-9]{3}|[0-9]{2})(?![0-9/])")
_YEAR_LAST = re.compile(
    r"(?P<a>[0-9]{1,2})(?P<s>[-/])(?P<b>[0-9]{1,2})(?P=s)(?P<y>(?:19|20)[0-9]{2})(?![0-9A-Za-z_]|[/.-][0-9A-Za-z])"
)
_COMPACT = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z_]|\.[A-Za-z])"
)
_MONTH_DAY = re.compile(r"(?P<m>0?[1-9]|1[0-2])(?P<s>[-/.])(?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9./-])")
# 4/5 18:02, 9/18（日）: in running text with a clock or a weekday behind it.
_SLASHED = re.compile(
    rf"(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12][0-9]|3[01])(?: {_CLOCK}|(?=[(（][一二三四五六日][)）]))"
)
# 4.15-4.24 in running text: two days of one season with a word that tells of time beside them.
_DAYS_WITH_POINTS = re.compile(
    r"(?P<m>0?[1-9]|1[0-2])\.(?P<d>0?[1-9]|[12][0-9]|3[01])(?P<to>[-—~至]{1,2})(?P<n>0?[1-9]|1[0-2])\.(?P<e>0?[1-9]|[12][0-9]|3[01])"
    r"日?(?![0-9.%/:-])"
)
_TIME_BEFORE = re.compile(r"(?:[于在自从期(（]|时间|日期|年|月份)[:：]?\s?$")
_TIME_AFTER = re.compile(r"(?:[)）]|举[行办]|召开|期间|活动|日|报名|展[出览]|开[放展幕])")
# A figure within letters, slashes or an address is part of a code.
_CODE_BEFORE = re.compile(r"[0-9A-Za-z_=\\#&%@+]|(?<![\u4e00-\u9fff])[/.-]")
_CODE_AFTER = re.compile(r"[0-9A-Za-z_=\\#&@]|[/.-][0-9A-Za-z]")


def read_numeric(context: Context, position: int) -> tuple[Stretch, int] | None:
    """The date in figures at the position, and its end."""
    text, whole = context.text, context.style == "whole"
    if context.left is None and position and _CODE_BEFORE.match(text, position - 1):
        return None
    m = _FULL.match(text, position) or _FULL_IN_RANGE.match(text, position)
    if m:
        return _day(context, m)
    if whole or context.left is not None:
        m = _MONTH.match(text, position) or (whole and _SHORT_MONTH.match(text, position)) or None
    m = m or _MONTH_IN_RANGE.match(text, position)
    if m:
        year = int(m["y"]) if len(m["y"]) == 4 else _full(int(m["y"]))
        month = of_month(year, int(m["m"]))
        return (month, m.end()) if month else None
    if context.style == "document":
        if (m := _YEAR_LAST.match(text, position)) and (found := _year_last(context, m)):
            return found
    else:
        m = _AMERICAN.match(text, position)
        if m:
            year = int(m["y"]) if len(m["y"]) == 4 else _full(int(m["y"]))
            a, b = int(m["m"]), int(m["d"])
            day = of_day(make_day(year, a, b) or make_day(year, b, a))
            return (day, m.end()) if day else None
        m = _COMPACT.match(text, position)
        if m:
            day = of_day(make_day(int(m["y"]), int(m["m"]), int(m["d"])))
            return (day, m.end()) if day else None
    return _month_day(context, position)


def _year_last(context: Context, m: re.Match[str]) -> tuple[Stretch, int] | None:
    """26-4-2016, which can be read one way only; 10/3/2025 where one of its ways is the day of the page."""
    year, a, b = int(m["y"]), int(m["a"]), int(m["b"])
    days = {day for day in (make_day(year, b, a), make_day(year, a, b)) if day}
    sure = days if len(days) == 1 else days & {context.reference}
    day = of_day(sure.pop()) if sure else None
    return (day, m.end()) if day else None


def _day(context: Context, m: re.Match[str]) -> tuple[Stretch, int] | None:
    year = _written(context, m["y"])
    day = of_day(make_day(year, int(m["m"]), int(m["d"]))) if year else None
    end = m.end()
    after = _CODE_AFTER.match(context.text, end) if m.re is _FULL else None
    if day is None or (after and context.style == "document"):
        return None
    return _at_clock(day, m), end


def _written(context: Context, figures: str) -> int | None:
    """The year that the figures before a month and a day are; fewer than four count the years of the Republic.

    Three are nothing else in traditional script; two may be, unless the text says that it counts so.
    """
    if len(figures) == 4:
        return int(figures)
    counts = context.traditional and context.style == "document" and (len(figures) == 3 or context.republic)
    return int(figures) + ERAS["民国"] if counts else None


def _at_clock(day: Stretch, m: re.Match[str]) -> Stretch:
    """The day with the hour of the match, where it has one."""
    clock = m.groupdict()
    if not clock.get("h") or int(clock["h"]) > 23:
        return day
    hour = int(clock["h"])
    if clock["noon"] and hour <= 12:
        hour = hour % 12 + 12 * (clock["noon"][0] in "Pp")
    return replace(day, time=f"{hour:02d}:{clock['mi']}")


def _month_day(context: Context, position: int) -> tuple[Stretch, int] | None:
    """2.12 as a day: the whole expression, or the right side of a range between days."""
    left = context.left
    if left is None and context.style != "whole":
        return _slashed(context, position) or _days_with_points(context, position)
    if context.style != "whole" and (left is None or left.precision != "day"):
        return None
    m = _MONTH_DAY.match(context.text, position)
    if m is None:
        return None
    found = context.choose(lambda year: of_day(make_day(year, int(m["m"]), int(m["d"]))), position)
    return (found, m.end()) if found else None


def _slashed(context: Context, position: int) -> tuple[Stretch, int] | None:
    m = _SLASHED.match(context.text, position)
    found = (
        context.choose(lambda year: of_day(make_day(year, int(m["m"]), int(m["d"]))), position) if m else None
    )
    return (_at_clock(found, m), m.end()) if m and found else None


def _days_with_points(context: Context, position: int) -> tuple[Stretch, int] | None:
    text = context.text
    m = _DAYS_WITH_POINTS.match(text, position)
    if m is None or unit_at(text, m.end()):
        return None
    if not (_TIME_BEFORE.search(text, max(0, position - 5), position) or _TIME_AFTER.match(text, m.end())):
        return None

    def make(year: int) -> Stretch | None:
        first, last = make_day(year, int(m["m"]), int(m["d"])), make_day(year, int(m["n"]), int(m["e"]))
        return of_days(first, last) if first and last and 0 < (last - first).days <= QUARTER_DAYS else None

    found = context.choose(make, position)
    return (found, m.end()) if found else None


def _full(year: int) -> int:
    return year + (2000 if year < 50 else 1900)
