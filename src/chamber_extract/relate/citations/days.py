"""The day on which a policy was issued, where the words beside it state day and month."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from chamber_extract.extractors.policies.acts import IN_FORCE
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Period

_DATELINE = 120  # characters from a report's dateline to the day of its first sentence
_NEXT_SENTENCE = re.compile("[。；;！？\n]|[电讯]")
_NUMBERED_DAY = re.compile(r"[\d一二三四五六七八九十廿卅]{1,3}日")
_LINE_END = re.compile(r"[》”)〕】 \u3000,，]*(?:\([^()\n]{0,60}\)[ \t]*)?[ \u3000,，]*")
_APPLIES = re.compile("[^，。；;\n]{0,6}(?:施行|实施|生效|执行|废止|届满|到期)")
_ORDERED = re.compile("(?:正式|批准|联合)?(?:公布|发布|颁布|印发)")
# 1998年10月25日|国务院令第250号公布, 2014年8月7日，国务院总理签署|第654号国务院令
_ORDERS = re.compile(r"[，,]?(?:(?P<signed>[^，。；\n]{0,12}签[署发]了?)|[^，。；\n\d]{0,24}以|由|经|原)?")


def day_of_entry(reading: Reading, mentions: Sequence[Mention]) -> date | None:
    """The day of issue that the entry of a list gives which tells of the policy alone."""
    spans = (m.value.day for m in mentions if m.value.day)
    stated = (d for span in spans for d in days_in(reading, span.start, span.end))
    return next(filter(None, (full_day(reading, d) for d in stated)), None)


def issued_beside(reading: Reading, mentions: Sequence[Mention], year: int | None) -> date | None:
    """The day that the words beside a mention state as that of issuing; where they leave its year open, the `year` of
    the policy's number."""
    for told in (_day_of_order, _day_told, _day_of_line):
        for m in mentions:
            stated = told(reading, m)
            if stated and (day := full_day(reading, stated)):
                open_year = year and "year" in stated.value.inferred and (day.month, day.day) != (2, 29)
                return day.replace(year=year) if year and open_year else day
    return None


def _day_told(reading: Reading, m: Mention) -> Mention | None:
    """The day that the acts beside it tell, of several acts that of making it public."""
    for told in m.value.told:
        days = [
            d for d in _issuing_days(reading, told.start, told.end) if not _in_bracket(reading, d, told.end)
        ]
        if days:
            return days[-1]
    return None


def _day_of_line(reading: Reading, m: Mention) -> Mention | None:
    """The day that ends its line."""
    folded = reading.text.folded
    day = next(iter(days_in(reading, m.end, m.end + 90)), None)
    if day is None or not _LINE_END.fullmatch(folded, m.end, day.start) or IN_FORCE.match(folded, day.end):
        return None
    after = folded[day.end : day.end + 1]
    return day if after in ("", "\n") or (m.value.number and after in "。；;") else None


def _in_bracket(reading: Reading, day: Mention, mark: int) -> bool:
    """Whether the day stands among words in brackets that close before the mark: it is another policy's."""
    folded = reading.text.folded
    closed = folded.find(")", day.end, mark)
    alone = closed == day.end and folded[day.start - 1] == "("  # 昨日（12月13日）发布
    return closed >= 0 and not alone and folded.find("(", day.end, closed) < 0


def _issuing_days(reading: Reading, start: int, end: int) -> list[Mention]:
    """The days among these words but those on which something comes into force."""
    return [d for d in days_in(reading, start, end) if not IN_FORCE.match(reading.text.folded, d.end)]


def _day_of_order(reading: Reading, m: Mention) -> Mention | None:
    """1998年10月25日国务院令第250号公布: the day right before the number, the act right after it or before it."""
    folded, number = reading.text.folded, m.value.number
    day = next(reversed(days_in(reading, max(0, m.start - 36), m.start)), None)
    order = _ORDERS.fullmatch(folded, day.end, m.start) if day and number else None
    if day is None or order is None:
        return None
    opens = order[0] in ("，", ",") and folded[day.start - 1 : day.start] in ("", "\n", "。", "；", ";")
    if opens and number.series and number.year in (None, day.value.first.year):
        return None if _APPLIES.match(folded, m.end) else day  # 4月10日，海关总署公告2020年第53号要求…
    lettered = number.code and not number.year
    return day if lettered or not order[0] or order["signed"] or _ORDERED.match(folded, m.end) else None


def days_in(reading: Reading, start: int, end: int) -> list[Mention]:
    """Mentions of dates inside the span, found by bisection."""
    dates = reading.of("date")
    i = bisect_right(dates, start - 1, key=lambda d: d.start)
    found = []
    while i < len(dates) and dates[i].end <= end:
        found.append(dates[i])
        i += 1
    return found


def full_day(reading: Reading, m: Mention) -> date | None:
    """The day of a date mention that states day and month, or whose month or self one shortly before states (7月19日电
    …19日发布; 7月6日通过的《…》21日公布); its year may be told elsewhere in the document."""
    period: Period = m.value
    folded = reading.text.folded
    written = folded[m.start : m.end]
    told = not period.inferred or "月" in written or written in ("同日", "当日", "次日", "翌日")
    told = told or any(
        "月" in folded[d.start : d.end] and (d.value.first == period.first or _of_month(folded, d, m))
        for d in days_in(reading, m.start - _DATELINE, m.start)
    )
    return period.first if period.precision == "day" and told else None


def _of_month(folded: str, before: Mention, m: Mention) -> bool:
    """Whether a day by its number alone is of the month of the day before it in its sentence, no dateline."""
    one, other = before.value.first, m.value.first
    numbered = _NUMBERED_DAY.fullmatch(folded, m.start, m.end) and (one.year, one.month) == (
        other.year,
        other.month,
    )
    return bool(numbered) and not _NEXT_SENTENCE.search(folded, before.end, m.start)
