"""The day that 当日 and 同日 take up from the paragraphs before."""

from __future__ import annotations

from datetime import date

from chamber_extract.normalize.year_choice import REACH, WIRE, Context

_LONGEST_ASIDE = 80
# Characters of a paragraph after the day it tells of.
_TOLD = 300
# Paragraphs of one report; further down something else is told.
_BELOW = 4
_DAYS_BACK = 40  # mentions of days that are looked through


def day_told(context: Context, position: int) -> date | None:
    """The day that the article tells of at the position, where its paragraph names none: the last one of the
    paragraph before, else the only one so far. Datelines, asides and the day of the page tell of none."""
    named = [
        (day, end)
        for day, end in context.days[-_DAYS_BACK:]
        if not (context.reference and day > context.reference)
        and not WIRE.match(context.text, end)
        and not _closed(context.text, end, position)
    ]
    told = [(day, end) for day, end in named if day != context.reference] or named
    if not told or position - told[-1][1] > REACH:
        return None
    day, end = told[-1]
    below = context.text.count("\n", end, position)
    if below <= 1:
        return day if position - end <= _TOLD else None
    alone = all(other == day for other, _ in told)
    return day if alone and below <= _BELOW and "。" in context.text[end:position] else None


def _closed(text: str, end: int, position: int) -> bool:
    """Whether a bracket that was open at `end` has closed before the position."""
    between = text[end : min(position, end + _LONGEST_ASIDE)]
    opening, closing = between.find("("), between.find(")")
    return closing >= 0 and (opening < 0 or closing < opening)
