"""The month of a day or of a part of a month that names none: from the last mention, or from the reference."""

from __future__ import annotations

from datetime import date

from chamber_extract.normalize.stretch import MONTH, Stretch, make_day, of_day, of_month
from chamber_extract.normalize.year_choice import MONTH_DAYS, Context

# What is told and not announced is no further ahead of the page than a few days: it is printed for the days to come.
_AHEAD = 3
_FRESH = 2  # days before the page that news is about


def choose_day(context: Context, number: int, position: int, *, ahead: bool = False) -> Stretch | None:
    """The day of that number; `ahead` says that the text announces it."""
    if context.left is not None:
        return _after_left(context.left, number)
    last, reference = context.last, context.reference if context.knows("day") else None
    near = context.distance(position)
    fresh = make_day(reference.year, reference.month, number) if reference else None
    to_come = last is not None and reference is not None and last.last > reference
    if last and last.precision == "period" and reference and fresh:
        # 六月中旬遭水灾，商会十七日晚筹款; 下周将开会，15日至21日供应热粥
        last = None if last.first > reference or 0 <= (reference - fresh).days <= _FRESH else last
    if last and last.precision in ("day", "month", "period"):
        recent = reference is not None and abs((reference - last.first).days) <= 2 * MONTH_DAYS
        if recent or near != "far" or (context.reference is None and last.precision == "day"):
            goes_on = near == "sentence" or (near != "far" and to_come)
            return _after_last(context, last, number, ahead=ahead, goes_on=goes_on)
    if reference is None:
        return None
    if context.style == "document" and (fresh is None or (not ahead and (fresh - reference).days > _AHEAD)):
        fresh = make_day(*_months(reference, -1), number)
    found = of_day(fresh)
    return found.supplied(MONTH, reference) if found else None


def _after_left(left: Stretch, number: int) -> Stretch | None:
    found = make_day(left.last.year, left.last.month, number)
    if found is None or found < left.first:
        found = make_day(*_months(left.last, 1), number)
    return of_day(found)


def _after_last(
    context: Context, mention: Stretch, number: int, *, ahead: bool, goes_on: bool
) -> Stretch | None:
    last, reference = mention.last, context.reference
    same = make_day(*_months(last, 0), number)
    over = reference is None or ahead or (same is not None and same <= reference)
    on = goes_on and same is not None and same > last and over  # 1月4日发出呼吁，至20日止
    months = (0,) if mention.precision == "month" or on else (0, 1, -1)
    known = [d for n in months if (d := make_day(*_months(last, n), number))]
    if ahead and goes_on:
        known = [d for d in known if d >= mention.first] or known
    elif reference and context.firm and context.known == "day" and not (ahead or goes_on):
        known = [d for d in known if (d - reference).days <= _AHEAD] or known
    found = of_day(min(known, key=lambda d: abs((d - last).days), default=None))
    return found.supplied(MONTH, mention.reference or last) if found else None


def month_of_last(context: Context, months: int) -> Stretch | None:
    """当月, 次月: the month of the last mention or one near it."""
    last = context.last
    if last is None or last.precision not in ("day", "month"):
        return None
    found = of_month(*_months(last.last, months))
    return found.supplied(MONTH, last.last) if found else None


def month_about(context: Context, position: int) -> tuple[int, int, date] | None:
    """Year and month that 月底 or 中旬 belongs to, and the day that says so."""
    left, last = context.left, context.last
    if left is not None:
        return left.last.year, left.last.month, left.last
    of_one_month = last is not None and _months(last.first, 0) == _months(last.last, 0)
    if last and of_one_month and context.distance(position) == "sentence":
        base: date | None = last.last
    else:
        base = context.reference if context.knows("day", "month") else None
    return (base.year, base.month, base) if base else None


def _months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    place = day.year * 12 + day.month - 1 + months
    return place // 12, place % 12 + 1
