"""Spoken and vague forms, which documents use for lengths of time: 三天前, 过去两周, 周五, 今明两天, 圣诞节前一天."""

from __future__ import annotations

import re
from datetime import date

from chamber_extract.normalize import festivals
from chamber_extract.normalize.calendar_words import DAYS, WEEKDAYS, N, S, number
from chamber_extract.normalize.month_days import nth_day, read_nth_day
from chamber_extract.normalize.relative_days import DAY_WORD, Found
from chamber_extract.normalize.stretch import (
    DAY,
    Stretch,
    make_day,
    of_day,
    of_days,
    of_month,
    of_months,
    of_week,
    of_year,
    shift,
)
from chamber_extract.normalize.year_choice import Context

_NEXT_FESTIVAL = re.compile(
    r"(?P<w>[上下])一?个的?(?P<f>[\u4e00-\u9fff]{1,4}节|元旦|春节|除夕|端午|中秋|圣诞)"
)
_NEAR_DAY = "大后天|昨天|今天|明天|后天"
_CHAIN = re.compile(rf"(?:{_NEAR_DAY})(?:(?:[、和]?(?:{_NEAR_DAY})){{1,3}}[两三四]天|(?:{_NEAR_DAY}){{1,3}})")
_PAIRS = re.compile(r"(?P<p>今明后?|明后(?:大后)?|昨今)(?:[两三2-3]?[天日])")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<d>[一二三四五六日天末])")
_AGO = re.compile(
    rf"(?P<n>{N}|[0-9]{{3}}){S}个?(?P<u>年|月|周|星期|天|日)(?:之|以)?(?P<way>前|后)(?!的?第|[一二两三四1-4]个?季|{N}个?月)"
)
_AROUND = re.compile(
    rf"(?P<w>前面|前|后面|后|过去的?|近|最近|上|下|未来|将来|接下来的?|之前|之后|往前|往后|向前|向后){S}(?P<n>{N}|几){S}个?(?P<u>年|月|季度|周|星期|天|日)(?![前后内])"
)
_BESIDE = re.compile(
    rf"的?(?:(?P<way>前|后)(?:的?第)?{S}(?P<n>{N}){S}[天日]|(?P<one>前|后)[一1][天日]|(?P<eve>前夕)|(?P<next>次日|翌日|第二天)"
    rf"|(?P<k>{N}|[0-9]{{3}}){S}(?P<u>天|日|周|个月|年)(?:之|以)?(?P<side>前|后))"
)


def read_everyday(context: Context, position: int) -> Found | None:
    """Spoken and vague forms that documents use for lengths of time, not for dates: 三天前, 过去两周, 周五."""
    reference = context.reference
    if reference is None:
        return None
    if context.text[max(0, position - 1) : position] == "每":
        return None
    for pattern, make in _EVERYDAY:
        m = pattern.match(context.text, position)
        stretch = make(m, reference) if m else None
        if m and stretch:
            return Found(stretch.supplied(DAY, reference), m.end())
    return None


def beside(context: Context, found: Found) -> Found:
    """The same, moved by what follows: 圣诞节前一天, 2月13号后的第3天, 2013年的第二天, 去年的今天."""
    m = _BESIDE.match(context.text, found.end) if found.stretch.precision == "day" else None
    day = None
    if m:
        if m["way"]:
            n = number(m["n"]) or 0
            day = shift(found.stretch.first, -n if m["way"] == "前" else n)
        elif m["k"]:
            day = _moved(
                found.stretch.first, (number(m["k"]) or 0) * (-1 if m["side"] == "前" else 1), m["u"]
            )
        else:
            day = shift(found.stretch.first, -1 if m["one"] == "前" or m["eve"] else 1)
    elif found.stretch.precision == "day":
        # 明天的后天: a day seen from another.
        n = DAY_WORD.match(context.text, found.end + 1) if context.text.startswith("的", found.end) else None
        m = n if n and n["w"] != "当天" else None
        day = shift(found.stretch.first, DAYS[m["w"]]) if m else None
    else:
        m = read_nth_day(context.text, found.end)
        made = nth_day(found.stretch, m) if m else None
        day = made.first if made else None
    stretch = of_day(day)
    if m is None or stretch is None:
        return found
    marked = stretch.supplied(found.stretch.inferred, found.stretch.reference)
    return Found(marked, m.end(), found.named)


def _moved(day: date, n: int, unit: str) -> date | None:
    if unit in ("天", "日"):
        return shift(day, n)
    if unit in ("周", "星期"):
        return shift(day, 7 * n)
    months = n * (12 if unit == "年" else 1)
    place = day.year * 12 + day.month - 1 + months
    month = of_month(place // 12, place % 12 + 1)
    return make_day(month.first.year, month.first.month, min(day.day, month.last.day)) if month else None


def _next_festival(m: re.Match[str], reference: date) -> Stretch | None:
    rule = festivals.on(m["f"]) or festivals.on(m["f"].removesuffix("节"))
    if rule is None:
        return None
    days = [rule(reference.year + n) for n in (-1, 0, 1)]
    known = [d for d in days if d and (d > reference if m["w"] == "下" else d < reference)]
    return of_day((min if m["w"] == "下" else max)(known)) if known else None


def _pair(m: re.Match[str], reference: date) -> Stretch | None:
    word = m[0]
    first = -1 if word[0] == "昨" else 0 if word[0] == "今" else 1
    last = 3 if "大后" in word else 2 if "后" in word else 1 if "明" in word else 0
    a, b = shift(reference, first), shift(reference, last)
    return of_days(a, b) if a and b else None


def _chain(m: re.Match[str], reference: date) -> Stretch | None:
    words = re.findall(_NEAR_DAY, m[0])
    a, b = shift(reference, DAYS[words[0]]), shift(reference, DAYS[words[-1]])
    return of_days(a, b) if a and b and a < b else None


def _weekday(m: re.Match[str], reference: date) -> Stretch | None:
    if m["d"] == "末":
        saturday, sunday = (
            shift(reference, 5 - reference.weekday()),
            shift(reference, 6 - reference.weekday()),
        )
        return of_days(saturday, sunday) if saturday and sunday else None
    return of_day(shift(reference, WEEKDAYS[m["d"]] - reference.weekday()))


def _ago(m: re.Match[str], reference: date) -> Stretch | None:
    n = (number(m["n"]) or 0) * (-1 if m["way"] == "前" else 1)
    if m["u"] == "年":
        return of_year(reference.year + n)
    day = _moved(reference, n, m["u"])
    if day is None:
        return None
    if m["u"] == "月":
        return of_month(day.year, day.month)
    return of_week(day) if m["u"] in ("周", "星期") else of_day(day)


_BACK = ("前", "过去", "近", "最近", "上", "之前", "往前", "向前")


def _around(m: re.Match[str], reference: date) -> Stretch | None:
    n = number(m["n"])
    if not n:
        return None
    back = m["w"].startswith(_BACK)
    inclusive = m["w"] in ("后面", "未来", "接下来", "接下来的")
    if m["u"] in ("天", "日"):
        near = reference if inclusive else shift(reference, -1 if back else 1)
        far = shift(near, (1 - n) if back else (n - 1)) if near else None
        return of_days(min(near, far), max(near, far)) if near and far else None
    if m["u"] in ("周", "星期"):
        a, b = (
            (of_week(reference, -n), of_week(reference, -1))
            if back
            else (of_week(reference, 1), of_week(reference, n))
        )
        return of_days(a.first, b.last) if a and b else None
    if m["u"] == "年":
        a, b = (
            (of_year(reference.year - n), of_year(reference.year - 1))
            if back
            else (of_year(reference.year + 1), of_year(reference.year + n))
        )
        return of_days(a.first, b.last) if a and b else None
    size = 3 if m["u"] == "季度" else 1
    base = reference.year * 12 + (reference.month - 1) // size * size
    start = base - n * size if back else base + size
    return of_months(start // 12, start % 12 + 1, start % 12 + n * size)


_EVERYDAY = (
    (_NEXT_FESTIVAL, _next_festival),
    (_CHAIN, lambda m, r: _chain(m, r)),
    (_PAIRS, _pair),
    (_AGO, _ago),
    (_AROUND, _around),
    (_WEEKDAY, _weekday),
)
