"""Days, weeks and months seen from another day: 昨天, 次日, 上周五, 上个月20日, 今明两天, 三天前."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from chamber_extract.normalize import festivals
from chamber_extract.normalize.calendar_grammar import N, S, nth_day, read_month_part, read_nth_day
from chamber_extract.normalize.calendar_words import (
    DAYS,
    DAYS_AFTER,
    MONTHS,
    MONTHS_AFTER,
    WEEKDAYS,
    WEEKS,
    number,
)
from chamber_extract.normalize.stretch import (
    DAY,
    MONTH,
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


class Found(NamedTuple):
    """A stretch read in a text, and where it ends. `named` says that the text named its year."""

    stretch: Stretch
    end: int
    named: bool = False
    daypart: str = ""


def _any(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_DAYS = re.compile(rf"(?P<w>{_any(DAYS)})(?![气赋性空])(?:{S}[(（](?P<n>{N})[日号]?[)）](?P<z>日)?)?")
_PRINTED = re.compile(rf"(?P<w>[今昨前明])[(（](?P<n>{N})[日号]?[)）](?P<z>[日天])")
_DAYS_AFTER = re.compile(rf"(?P<w>{_any(DAYS_AFTER)})(?!本(?!报|刊|台|网))(?![元薪常历记志])")
_MONTHS = re.compile(rf"(?P<w>{_any(MONTHS)})(?![亮球台])(?:份|度)?")
_MONTHS_AFTER = re.compile(rf"(?P<w>{_any(MONTHS_AFTER)})(?:份)?")
_WEEK = re.compile(
    rf"(?P<w>{_any(WEEKS)})个?(?:一?周(?![年期边围转密岁折到游全])|星期|礼拜)(?P<d>[一二三四五六日天](?!系列|次|天|个))?(?P<end>末)?"
)
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<d>[一二三四五六日天末])")
_QUARTER = re.compile(r"(?P<w>上|本|这|当前|下)个?季度")
_HALF_OF = re.compile(r"的?(?P<h>[上下前后])半年")
_PAIRS = re.compile(r"(?P<p>今明后?|明后(?:大后)?|昨今)(?:[两三2-3]?[天日])")
_NEXT_FESTIVAL = re.compile(
    r"(?P<w>[上下])一?个的?(?P<f>[\u4e00-\u9fff]{1,4}节|元旦|春节|除夕|端午|中秋|圣诞)"
)
_NEAR_DAY = "大后天|昨天|今天|明天|后天"
_CHAIN = re.compile(rf"(?:{_NEAR_DAY})(?:(?:[、和]?(?:{_NEAR_DAY})){{1,3}}[两三四]天|(?:{_NEAR_DAY}){{1,3}})")
_AGO = re.compile(
    rf"(?P<n>{N}|[0-9]{{3}}){S}个?(?P<u>年|月|周|星期|天|日)(?:之|以)?(?P<way>前|后)(?![的]?第)"
)
_AROUND = re.compile(
    rf"(?P<w>前面|前|后面|后|过去的?|近|最近|上|下|未来|将来|接下来的?|之前|之后|往前|往后|向前|向后){S}(?P<n>{N}|几){S}个?(?P<u>年|月|季度|周|星期|天|日)(?![前后内])"
)
_WITHIN = re.compile(rf"(?P<n>{N}){S}个?(?P<u>年|月|季度|周|星期|天|日)(?:之|以)?内")
_BESIDE = re.compile(
    rf"的?(?:(?P<way>前|后)(?:的?第)?{S}(?P<n>{N}){S}[天日]|(?P<one>前|后)[一1][天日]|(?P<eve>前夕)|(?P<next>次日|翌日|第二天)"
    rf"|(?P<k>{N}|[0-9]{{3}}){S}(?P<u>天|日|周|个月|年)(?:之|以)?(?P<side>前|后))"
)


def read_relative(context: Context, position: int) -> Found | None:
    """The day, week or month at the position that is seen from the reference or from the last mention."""
    for reader in _READERS:
        found = reader(context, position)
        if found is not None:
            return found
    return None


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
        n = _DAYS.match(context.text, found.end + 1) if context.text.startswith("的", found.end) else None
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


def _day(context: Context, position: int) -> Found | None:
    if not (context.style != "document" or context.knows("day")) or context.reference is None:
        return None
    m = _PRINTED.match(context.text, position) or _DAYS.match(context.text, position)
    if m is None or m["w"] == "当天" or _glued(context.text, position, m["w"]):
        return None
    word = m["w"] if len(m["w"]) > 1 else m["w"] + "天"
    stretch = of_day(shift(context.reference, DAYS[word]))
    if stretch is None:
        return None
    end = m.end()
    if m["n"]:
        # 今(6)日: the printed number must agree with some day about the reference.
        day = number(m["n"])
        near = [shift(context.reference, n) for n in range(-3, 4)]
        agreed = next((d for d in near if d and d.day == day), None)
        stretch = of_day(agreed)
        if stretch is None or (m.re is _DAYS and not m["z"] and len(m["w"]) > 1):
            stretch, end = of_day(shift(context.reference, DAYS[word])), m.end("w")
    daypart = m["w"] if m["w"][-1] in "晚夜" else ""
    return Found(stretch.supplied(DAY, context.reference), end, daypart=daypart)


def _glued(text: str, position: int, word: str) -> bool:
    """Whether the word is only the end of another one: 目前日, 先天后天, 此后日."""
    before = text[max(0, position - 1) : position]
    return bool(before) and word[0] in "前后" and before in "目日以之此午先年月"


def _day_after(context: Context, position: int) -> Found | None:
    m = _DAYS_AFTER.match(context.text, position)
    if m is None:
        return None
    base = context.left.last if context.left else context.day
    if (
        context.style == "document"
        and not context.left
        and context.distance(position, context.day_end) == "far"
    ):
        base = None
    if base is None and context.style != "document":
        base = context.reference
    stretch = of_day(shift(base, DAYS_AFTER[m["w"]])) if base else None
    if stretch is None or base is None:
        return None
    if m["w"] in ("当天", "当日") and context.last and context.last_end == position:
        return None
    return Found(stretch.supplied(DAY, base), m.end())


def _month(context: Context, position: int) -> Found | None:
    m = _MONTHS.match(context.text, position)
    before = context.text[max(0, position - 1) : position]
    if m is not None and context.reference is not None and before not in ("以", "之"):
        if context.style == "document" and not context.knows("day", "month"):
            return None
        place = context.reference.year * 12 + context.reference.month - 1 + MONTHS[m["w"]]
        whole = of_month(place // 12, place % 12 + 1)
        reference = context.reference
    else:
        m = _MONTHS_AFTER.match(context.text, position)
        whole = context.month_of_last(MONTHS_AFTER[m["w"]]) if m else None
        reference = whole.reference if whole else None
    if m is None or whole is None:
        return None
    part = read_month_part(context.text, m.end(), context.style)
    if part:
        make, end = part
        inner = make(whole.first.year, whole.first.month)
        return Found(inner.supplied(MONTH, reference), end) if inner else None
    return Found(whole.supplied(MONTH, reference), m.end())


def _week(context: Context, position: int) -> Found | None:
    m = _WEEK.match(context.text, position)
    if m is None or context.reference is None:
        return None
    if context.style == "document" and (
        not context.knows("day") or context.text[max(0, position - 1) : position] == "以"
    ):
        return None
    week = of_week(context.reference, WEEKS[m["w"]])
    if week is None:
        return None
    stretch: Stretch | None = week
    if m["d"]:
        stretch = of_day(shift(week.first, WEEKDAYS[m["d"]]))
    elif m["end"]:
        saturday = shift(week.first, 5)
        stretch = of_days(saturday, week.last) if saturday else None
    return Found(stretch.supplied(DAY, context.reference), m.end()) if stretch else None


def _quarter(context: Context, position: int) -> Found | None:
    m = _QUARTER.match(context.text, position)
    if (
        m is None
        or context.reference is None
        or (context.style == "document" and not context.knows("day", "month", "quarter"))
    ):
        return None
    place = (
        context.reference.year * 4 + (context.reference.month - 1) // 3 + {"上": -1, "下": 1}.get(m["w"], 0)
    )
    stretch = of_months(place // 4, place % 4 * 3 + 1, place % 4 * 3 + 3, "quarter")
    return Found(stretch.supplied(MONTH, context.reference), m.end()) if stretch else None


def _pair(m: re.Match[str], reference: date) -> Stretch | None:
    word = m[0]
    first = -1 if word[0] == "昨" else 0 if word[0] == "今" else 1
    last = 3 if "大后" in word else 2 if "后" in word else 1 if "明" in word else 0
    a, b = shift(reference, first), shift(reference, last)
    return of_days(a, b) if a and b else None


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


def _next_festival(m: re.Match[str], reference: date) -> Stretch | None:
    rule = festivals.on(m["f"]) or festivals.on(m["f"].removesuffix("节"))
    if rule is None:
        return None
    days = [rule(reference.year + n) for n in (-1, 0, 1)]
    known = [d for d in days if d and (d > reference if m["w"] == "下" else d < reference)]
    return of_day((min if m["w"] == "下" else max)(known)) if known else None


_EVERYDAY = (
    (_NEXT_FESTIVAL, _next_festival),
    (_CHAIN, lambda m, r: _chain(m, r)),
    (_PAIRS, _pair),
    (_AGO, _ago),
    (_AROUND, _around),
    (_WEEKDAY, _weekday),
)


def _chain(m: re.Match[str], reference: date) -> Stretch | None:
    words = re.findall(_NEAR_DAY, m[0])
    a, b = shift(reference, DAYS[words[0]]), shift(reference, DAYS[words[-1]])
    return of_days(a, b) if a and b and a < b else None


_READERS = (_day, _day_after, _week, _quarter, _month)
