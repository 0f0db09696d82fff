"""The day that 当日 and 同日 take up from the paragraphs before."""

from __future__ import annotations

import re
from datetime import date

from chamber_extract.normalize.year_choice import NEWS_DAYS, REACH, WIRE, Context

_LONGEST_ASIDE = 80
# Paragraphs of one report; further down something else is told.
_BELOW = 4
_COUNTED_TO = re.compile("(?:截至|截止)[^，。；\n]{0,12}$")
# 为本月11日发生的强震, 自13日起: when something else was, not what is told.
RECALLED = re.compile(
    "(?:发生|举行|举办|召开|发布|公布|出台|印发|成立)[的后]|起(?:至|到|[，、]|[\u4e00-\u9fff])|以来"
)
_DAYS_BACK = 40  # mentions of days that are looked through


def day_told(context: Context, position: int) -> date | None:
    """The day that the article tells of at the position, where its paragraph names none: the last one of the
    paragraph before, else that of the lead if no other is told since. Datelines, asides, what somebody is quoted
    with and the day of the page tell of none."""
    named = [
        (day, end)
        for day, end in context.days[-_DAYS_BACK:]
        if not (context.reference and day > context.reference)
        and not RECALLED.match(context.text, end)
        and not WIRE.match(context.text, end)
        and not _closed(context.text, end, position)
        and (context.quoted(position) or not context.quoted(end))
    ]
    counted = _COUNTED_TO.search(context.text, max(0, position - 16), position)
    opening = next((end for _, end in context.days if WIRE.match(context.text, end)), 0)
    if counted and any(day == context.today and end > opening for day, end in named):
        return context.today  # 截至当日下午六时 of a report that tells of the day it opens with
    if context.knows("day"):
        # What a report of now goes on to tell happened now, not on a day of years ago that it recalls.
        recent = [(day, end) for day, end in named if (context.reference - day).days <= NEWS_DAYS]
        named = recent or named
    told = [(day, end) for day, end in named if day != context.reference] or named
    if not told or position - told[-1][1] > REACH:
        return None
    day, end = told[-1]
    if _COUNTED_TO.search(context.text, max(0, end - 16), end):
        return None  # 截至4月24日 says how far was counted, not when something was done
    below = context.text.count("\n", end, position)
    if below <= 1:
        return day
    lead, first = told[0]
    if not re.search("[。\n]", context.text[first:end]):
        day = lead  # 昨天发布15日印发的意见
    closes = context.text[position - 1 : position] == "("  # 散会（同日下午四时）
    return (
        day
        if day == lead
        and (
            closes
            or (
                below <= (2 * _BELOW if day == context.today else _BELOW)
                and "。" in context.text[end:position]
            )
        )
        else None
    )


# What happens, and its day may be taken up by: 地震次日, 于地震发生翌日.
_EVENT = re.compile(
    "(?P<event>(?P<this>[事案]发|出事)|[\u4e00-\u9fff]{2}(?<!节))(?:发生|举行|登陆|结束)?(?:后|的|之)?$"
)
# 五级大火 and 火警 are one event, 强台风 and 风灾.
_KINDS = "震风洪火"
_SAID_OF_DAY = 24  # characters in which a day's event is named


def day_of_event(context: Context, position: int) -> date | None:
    """The day of the event named right before the position: of 地震次日 the day that a sentence before gave to 地震, of
    8月3日地震当晚 its own."""
    m = _EVENT.search(context.text, max(0, position - 8), position)
    if m is None:
        return None
    if m["this"]:
        told = {day for day, end in context.days if not WIRE.match(context.text, end)}
        return told.pop() if len(told) == 1 else None
    named = next((kind for kind in _KINDS if kind in m["event"]), m["event"])
    for day, end in reversed(context.days[-_DAYS_BACK:]):
        own = context.text[end : m.start()]
        said = re.split("[。\n]", own[:_SAID_OF_DAY], maxsplit=1)[0]
        if named in said or (len(own) <= _SAID_OF_DAY and not re.search("[，。；\n]", own)):
            return day
    return None


_EVENING = re.compile("[^，。；\n]{0,20}?[晚夜]")
_HOUR = 8  # characters of 昨晚（25日）


def evening_told(context: Context, position: int) -> date | None:
    """The last day whose evening the text told of: 8日晚, 昨晚（25日）, 5月3日举行晚宴."""
    text = context.text
    for day, end in reversed(context.days[-_DAYS_BACK:]):
        if _EVENING.match(text, end) or "晚" in text[max(0, end - _HOUR) : end]:
            return day if position - end <= REACH else None
    return None


def of_a_month(context: Context, position: int) -> bool:
    """Whether the sentence names a month and no day."""
    month = context.last is not None and context.last.precision == "month"
    return (
        month
        and context.distance(position) == "sentence"
        and context.distance(position, context.day_end) != "sentence"
    )


def _closed(text: str, end: int, position: int) -> bool:
    """Whether a bracket that was open at `end` has closed before the position."""
    between = text[end : min(position, end + _LONGEST_ASIDE)]
    opening, closing = between.find("("), between.find(")")
    return closing >= 0 and (opening < 0 or closing < opening)
