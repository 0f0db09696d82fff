"""A stretch of calendar time without a place in a text: what a date expression means."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chamber_extract.normalize.values import Component, Precision

YEAR: tuple[Component, ...] = ("year",)
MONTH: tuple[Component, ...] = ("year", "month")
DAY: tuple[Component, ...] = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day, both inclusive; `inferred` and `reference` as in `values.Period`."""

    first: date
    last: date
    precision: Precision
    edtf: str
    time: str | None = None
    inferred: tuple[Component, ...] = ()
    reference: date | None = None

    def supplied(self, components: tuple[Component, ...], reference: date | None) -> Stretch:
        """The same stretch, marked as resolved against the reference. A mark made before stays."""
        both = tuple(c for c in DAY if c in components or c in self.inferred)
        return replace(self, inferred=both, reference=self.reference or reference) if components else self


def of_day(day: date | None) -> Stretch | None:
    """A day; None for None."""
    return Stretch(day, day, "day", day.isoformat()) if day else None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (30 February, year 0)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def of_year(year: int) -> Stretch | None:
    """A calendar year."""
    if not 1 <= year <= 9999:
        return None
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year", f"{year:04d}")


def of_month(year: int, month: int, *, about: bool = False) -> Stretch | None:
    """A calendar month; with `about` the month that 年初 or 年底 stands for, marked `~` in EDTF."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = date(year, month, monthrange(year, month)[1])
    return Stretch(date(year, month, 1), last, "month", f"{year:04d}-{month:02d}" + "~" * about)


def of_months(year: int, first: int, last: int, precision: Precision = "period") -> Stretch | None:
    """Whole months, counted from January of the year; a last month past 12 lies in the next year.

    EDTF says months for a period and days for a quarter or a half, which have no number of their own.
    """
    start = of_month(year, first)
    end = of_month(year + (last - 1) // 12, (last - 1) % 12 + 1)
    if start is None or end is None:
        return None
    if precision == "period":
        return Stretch(start.first, end.last, precision, f"{start.edtf}/{end.edtf}")
    return of_days(start.first, end.last, precision)


def of_days(first: date, last: date, precision: Precision = "period") -> Stretch:
    """From one day to another."""
    return Stretch(first, last, precision, f"{first.isoformat()}/{last.isoformat()}")


def of_month_days(year: int, month: int, first: int, last: int) -> Stretch | None:
    """Days of one month; a last day of 31 means the month's own last day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    length = monthrange(year, month)[1]
    return of_days(date(year, month, first), date(year, month, length if last == 31 else last))


def of_week(day: date, weeks: int = 0) -> Stretch | None:
    """The week, from Monday, that holds the day, or one that lies weeks away from it."""
    monday = shift(day, 7 * weeks - day.weekday())
    sunday = shift(monday, 6) if monday else None
    return of_days(monday, sunday) if monday and sunday else None


def shift(day: date, days: int) -> date | None:
    """The day so many days away, None outside the years 1 to 9999."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def shift_year(stretch: Stretch, years: int) -> Stretch | None:
    """The same part of another year: 去年同期 seen from 今年1至6月."""
    first = make_day(stretch.first.year + years, stretch.first.month, min(stretch.first.day, 28))
    month = of_month(stretch.last.year + years, stretch.last.month)
    if first is None or month is None or stretch.precision == "month":
        return month
    whole = (stretch.last + timedelta(1)).day == 1
    last = month.last if whole else month.last.replace(day=min(stretch.last.day, month.last.day))
    first = first.replace(day=min(stretch.first.day, monthrange(first.year, first.month)[1]))
    if first == last:
        return of_day(first)
    return of_days(first, last, stretch.precision)


def join(left: Stretch, right: Stretch) -> Stretch | None:
    """From the beginning of one to the end of the other, None where that runs backwards."""
    if right.last < left.first:
        return None
    edtf = (
        f"{left.edtf}/{right.edtf}"
        if "/" not in left.edtf + right.edtf
        else f"{left.first.isoformat()}/{right.last.isoformat()}"
    )
    return Stretch(
        left.first,
        right.last,
        "period",
        edtf,
        time=left.time,
        inferred=tuple(c for c in DAY if c in left.inferred + right.inferred),
        reference=left.reference or right.reference,
    )
