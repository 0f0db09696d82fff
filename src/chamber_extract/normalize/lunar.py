"""The Chinese calendar, 1900 to 2100: lunar days, solar terms and the sixty-year cycle as Gregorian days.

The table `lunar_years.csv` is made by `tools/make_lunar_table.py`; each row names its source.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
# From January to December.
TERMS = (
    "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 "
    "小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至"
).split()


@dataclass(frozen=True, slots=True)
class LunarYear:
    """One row of the table: `months` are lengths in days, the leap month in its place."""

    new_year: date
    leap: int
    months: tuple[int, ...]
    terms: tuple[int, ...]


@cache
def years() -> dict[int, LunarYear]:
    """The table by the Gregorian year in which the lunar year begins."""
    with (files(__package__) / "lunar_years.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(row["year"]): LunarYear(
                new_year=date.fromisoformat(row["new_year"]),
                leap=int(row["leap"]),
                months=tuple(map(int, row["months"].split())),
                terms=tuple(map(int, row["terms"].split())),
            )
            for row in csv.DictReader(file)
        }


def month_span(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """First and last day of a lunar month, None where there is none (no such leap month, no such year).

    >>> month_span(2020, 1)
    (datetime.date(2020, 1, 25), datetime.date(2020, 2, 22))
    """
    row = years().get(year)
    if row is None or not 1 <= month <= 12 or (leap and row.leap != month):
        return None
    place = month - 1 + (leap or 0 < row.leap < month)
    first = row.new_year + timedelta(sum(row.months[:place]))
    return first, first + timedelta(row.months[place] - 1)


def day(year: int, month: int, number: int, *, leap: bool = False) -> date | None:
    """The Gregorian day of a lunar one, None where there is none.

    >>> day(2024, 8, 15)
    datetime.date(2024, 9, 17)
    """
    span = month_span(year, month, leap=leap)
    if span is None or number < 1:
        return None
    found = span[0] + timedelta(number - 1)
    return found if found <= span[1] else None


def eve(year: int) -> date | None:
    """除夕 of the new year that begins in `year`: the day before 正月初一."""
    row = years().get(year)
    return row.new_year - timedelta(1) if row else None


def year_span(year: int) -> tuple[date, date] | None:
    """First and last day of the lunar year that begins in `year`."""
    row = years().get(year)
    return (row.new_year, row.new_year + timedelta(sum(row.months) - 1)) if row else None


def term(year: int, name: str) -> date | None:
    """The day of a solar term in a Gregorian year.

    >>> term(2020, "清明")
    datetime.date(2020, 4, 4)
    """
    row = years().get(year)
    if row is None:
        return None
    place = TERMS.index(name)
    return date(year, place // 2 + 1, row.terms[place])


def sexagenary(name: str, near: int) -> int | None:
    """The year that a pair such as 庚子 names: the nearest to `near`, the past preferred; None for no pair.

    >>> sexagenary("庚子", 2021)
    2020
    """
    stem, branch = STEMS.find(name[0]), BRANCHES.find(name[1])
    if min(stem, branch) < 0 or (stem - branch) % 2:
        return None
    place = (6 * stem - 5 * branch) % 60
    # Year 4 was a 甲子 year.
    ahead = (4 + place - near) % 60
    return near + ahead - (60 if ahead > _AHEAD else 0)


# A pair is named some years before its year begins, seldom more.
_AHEAD = 5
