"""The day that 当日 and 同日 take up from the paragraphs before."""

from __future__ import annotations

import re
from datetime import date

from chamber_extract.normalize.year_choice import NEWS_DAYS, REACH, WIRE, Context

_LONGEST_ASIDE = 80
# Characters of a paragraph after the day it tells of.
_TOLD = 300
# Paragraphs of one report; further down something else is told.
_BELOW = 4
_COUNTED_TO = re.compile("(?:截至|截止)[^，。；\n]{0,12}$")
_DAYS_BACK = 40  # mentions of days that are looked through


def day_told(context: Context, position: int) -> date | None:
    """The day that the article tells of at the position, where its paragraph names none: the last one of the
    paragraph before, else the only one so far. Datelines, asides, what somebody is quoted
    with and the day of the page tell of none."""
    named = [
        (day, end)
        for day, end in context.days[-_DAYS_BACK:]
        if not (context.reference and day > context.reference)
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
        return day if position - end <= _TOLD else None
    alone = all(other == day for other, _ in told)
    closes = context.text[position - 1 : position] == "("  # 散会（同日下午四时）
    return (
        day
        if alone
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
    "(?P<event>(?P<this>[事案]发|出事)|地震|[强余]震|震灾|[台飓]风|风[灾暴]|洪[水灾]|水灾|火[灾警]|大火|爆炸|海啸|泥石流|滑坡|事故|开幕|揭牌|成立|开业|典礼|会议|大会|庆典|签约|启动|选举)(?:发生|举行|登陆|结束)?(?:后|的|之)?$"
)
# 五级大火 and 火警 are one event, 强台风 and 风灾.
_KINDS = "震风洪火"
_SAID_OF_DAY = 24  # characters in which a day's event is named


def day_of_event(context: Context, position: int) -> date | None:
    """The day of the event named right before the position: of 地震次日 the day that a sentence before gave to 地震."""
    m = _EVENT.search(context.text, max(0, position - 8), position)
    if m and m["this"]:
        told = {day for day, end in context.days if not WIRE.match(context.text, end)}
        return told.pop() if len(told) == 1 else None
    for day, end in reversed(context.days[-_DAYS_BACK:]) if m else ():
        stop = min(end + _SAID_OF_DAY, m.start())  # type: ignore[union-attr]
        said = re.split("[。\n]", context.text[end:stop], maxsplit=1)[0]
        event = m["event"]  # type: ignore[index]
        if next((kind for kind in _KINDS if kind in event), event) in said:
            return day
    return None


def _closed(text: str, end: int, position: int) -> bool:
    """Whether a bracket that was open at `end` has closed before the position."""
    between = text[end : min(position, end + _LONGEST_ASIDE)]
    opening, closing = between.find("("), between.find(")")
    return closing >= 0 and (opening < 0 or closing < opening)
