"""The days that lines about a text give: 2020-02-03, 2020年2月3日, 二〇二〇年二月三日, 民国109年2月3日."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from chamber_extract.normalize.calendar_words import ERAS, number
from chamber_extract.normalize.english_dates import read_english

_YEAR = r"\d{2,4}|[〇○零一二三四五六七八九]{4}|(?<=民国)[〇○零一二三四五六七八九十百]{2,4}"
_MONTH = r"\d{1,2}|[正元一二三四五六七八九十]{1,2}"
_DAY = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
DAY = re.compile(
    rf"(?<!\d)(?P<era>民国|(?<=[期间]:)\s?(?=1[0-2]\d[-/.]))?(?P<year>{_YEAR})\s?(?:年\s?(?P<month>{_MONTH})\s?月\s?(?P<day>{_DAY})\s?[日号]"
    r"|(?P<sign>[-/.])(?P<month2>\d{1,2})(?P=sign)(?P<day2>\d{1,2})(?!\d))"
)
_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# The same as a part of other patterns, without names of its own.
DAY_PART = rf"(?:(?<!\d)(?:民国)?(?:{_YEAR})\s?(?:年\s?(?:{_MONTH})\s?月\s?(?:{_DAY})\s?[日号]|[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))|(?<![\d/.-])\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d(?![\d/-])|\b(?:{_NAME}[a-z]*\.? \d{{1,2}}，?|\d{{1,2}} {_NAME}[a-z]*\.?) (?:19|20)\d\d\b)"


# The weekday and the hour behind it.
CLOCK = r"(?:\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?(?:\s*\d{1,2}[:时]\d{2}(?:[:分]\d{2}秒?)?(?:\s?[AP]M)?)?(?:\s*[+-]\d{4})?"
_ENGLISH = re.compile(rf"\b(?:\d{{1,2}}[ -])?{_NAME}")


def day(match: re.Match[str]) -> date | None:
    """The day of a match of `DAY`, None where the calendar has none."""
    year = _number(match["year"])
    if match["era"] is not None:
        year += ERAS["民国"]
    elif len(match["year"]) != 4:
        return None
    try:
        return date(year, _number(match["month"] or match["month2"]), _number(match["day"] or match["day2"]))
    except ValueError:
        return None


# The year last, as papers of Malaysia, Singapore or America have it: 26-4-2016, 10/3/2025.
YEAR_LAST = re.compile(
    r"(?<![\d/-])(?P<a>\d{1,2})(?P<sign>[-/.])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)


def year_last(match: re.Match[str]) -> set[date]:
    """The days that a match of `YEAR_LAST` can be: day first, and month first; with points, as in Europe, day first."""
    days = two_ways(int(match["year"]), match)
    return {d for d in days if d.day == int(match["a"])} if match["sign"] == "." else days


def two_ways(year: int, match: re.Match[str]) -> set[date]:
    """The days that its two numbers `a` and `b` can be in the year."""
    a, b = int(match["a"]), int(match["b"])
    days = set()
    for month, on in ((b, a), (a, b)):
        with suppress(ValueError):
            days.add(date(year, month, on))
    return days


REPUBLIC = re.compile(
    r"(?<![\d.])(?P<year>9\d|1[0-2]\d)(?:(?P<sign>[-/.])|年)(?P<month>\d{1,2})(?:(?P=sign)|月)(?P<day>\d{1,2})(?![\d.])"
)


def republic_day(text: str) -> date | None:
    """The day of the first numbers that can be one with a year of the Republic: 112.3.5, 112年3月5日."""
    m = REPUBLIC.search(text)
    with suppress(ValueError):
        return date(int(m["year"]) + ERAS["民国"], int(m["month"]), int(m["day"])) if m else None
    return None


def first_day(text: str) -> date | None:
    """The first full date of the text, in English where there is no other."""
    days = (day(m) for m in DAY.finditer(text))
    if found := next((d for d in days if d and 1900 <= d.year <= 2100), None):
        return found
    english = (read_english(text, m.start()) for m in _ENGLISH.finditer(text))
    return next((read[0].first for read in english if read and read[0].precision == "day"), None)


def _number(text: str) -> int:
    return 1 if text in "正元" else number(text) or 0
