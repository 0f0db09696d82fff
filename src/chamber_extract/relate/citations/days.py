"""The day on which a policy was issued, where the words beside it state a full date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from chamber_extract.extractors.policies.titles import act_of_issue
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Period

_DAY_AFTER = re.compile(
    r"[》”)〕 \t\u3000]*(?:\([^()\n]{0,60}\)[ \t]*)?[(〔,，、 \t\u3000]{0,3}(?:已|现)?(?:经|由)?[\u4e00-\u9fff、 ]{0,48}?(?:于|,|，)?$"
)
# 《…》（…号）印发于2020年3月5日, ，发布时间：2020年3月5日
_DATED = re.compile(
    r"[》”)〕 ]*(?:\([^()\n]{0,60}\))?[，,]?(?:印发|发布|公布|颁布|成文|发文|出台)(?:于|(?:时间|日期)[为是:]?)[ \t]*"
)
# （2020年3月5日, and after a number whose year has brackets of its own: （温委办发（2020）24号，2020年3月5日
_IN_BRACKET = re.compile(
    r"[》”]?[ \t]*(?:\([^()\n]{0,60}\))?[ \t]*\((?:[^()\n]{0,60}|[^()\n]{2,16}\([0-9]{4}\)[^()\n]{1,30})$"
)
# （2022年1月24日…会议批准　2022年2月25日中共中央、国务院发布）: of two days that of publication.
_MADE_PUBLIC = re.compile("[\u4e00-\u9fff、 ]{0,24}(?:发布|公布|颁布|印发)(?=[)，,；;])")
_LINE_END = re.compile(r"[》”)〕】 \t\u3000,，]*(?:\([^()\n]{0,60}\))?[ \t\u3000,，]*")
_ISSUED_THEN = re.compile(
    r"(?:[\u4e00-\u9fff\d、 ]{0,24}?)(?:正式|联合|对外)*(?:印发|发布|公布|颁布|出台|下发|签发|通过|发出)"
)
# 《…》。国家网信办于2023年9月28日公布，
_SAID_OF_IT = re.compile(r"[》”](?:\([^()\n]{0,60}\))?[。，,][^，。;；！？\n《》]{2,40}[于在]")
_ACT_ALONE = re.compile(r"(?:正式|联合|对外)?(?:发布|公布|印发|颁布|出台)[，。;；\n]")
_IN_FORCE = re.compile(
    r"[ \t]*(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起|修[订正改](?!通过|公布|发布)|废止|至|到|—|(?:以|之)?前)"
)
# 《慈善法》自2016年3月16日通过以来
_SINCE_ISSUED = re.compile("(?:通过|公布|发布|颁布|印发|出台)(?:以来|至今|之日|[以之]?后)")
_ISSUED_NOW = re.compile("(?:印发|发布|下发|公布)[了的]?$")
# 2025年4月30日，《…》由第十四届全国人大常委会第十五次会议通过.
_THEN_ISSUED = re.compile(
    r"[》”](?:\([^()\n]{0,60}\))?(?:正式|已)?(?:[由经在][^，。；;\n《》]{2,40}?)?(?:表决|审议)*(?:通过|公布|发布|印发|出台)"
)
_ORDERED = re.compile("(?:正式)?(?:公布|发布|颁布|印发)")
_ORDERS = re.compile("[，,]?(?:以|由|经|原)?")
_YEAR_TOLD = ("今年", "去年", "前年", "本年")
_ISSUED = frozenset("印发 发布 公布 颁布 出台 下发 签发 发出 通过 作出 发文".split())


def issued_beside(reading: Reading, mentions: Sequence[Mention]) -> date | None:
    """The full date that the words beside a mention state as the day of issuing."""
    for told in (_day_of_order, _day_after, _day_before):
        if day := next((day for m in mentions if (day := told(reading, m))), None):
            return day
    return None


def _day_after(reading: Reading, m: Mention) -> date | None:
    """（2020年2月18日） or 于2020年2月18日印发 after the mention."""
    folded = reading.text.folded
    days = days_in(reading, m.end, m.end + 90)
    for d in days[:1]:
        gap, after = folded[m.end : d.start], folded[d.end : d.end + 40]
        if m.rule == "law-heading" and gap.strip() == "(":
            return full_day(reading, d)
        if _SAID_OF_IT.fullmatch(gap) and _ACT_ALONE.match(after):
            return full_day(reading, d)
        if "\n" in gap or "》" in gap[1:] or _IN_FORCE.match(after):
            continue
        if _LINE_END.fullmatch(gap) and (
            after[:1] in ("", "\n") or (m.value.number and after[:1] in "。；;")
        ):
            return full_day(reading, d)
        if _IN_BRACKET.fullmatch(gap) and "自" not in gap and not gap.endswith("至"):
            told = (
                x for x in days if ")" not in folded[d.end : x.start] and _MADE_PUBLIC.match(folded, x.end)
            )
            return full_day(reading, next(told, d))
        act = _SINCE_ISSUED if gap.endswith("自") else _ISSUED_THEN
        if _DATED.fullmatch(gap) or (_DAY_AFTER.fullmatch(gap) and act.match(after)):
            return full_day(reading, d)
    return None


def _day_before(reading: Reading, m: Mention) -> date | None:
    """2020年2月18日，商务部印发《…》: the date and the act of issuing in one sentence before a title or a code."""
    folded = reading.text.folded
    if not m.value.title and not _ISSUED_NOW.search(folded, max(0, m.start - 4), m.start):
        return None
    low = max(0, m.start - 110)
    low += max(folded.rfind(c, low, m.start) - low + 1 for c in "。！？;\n")
    day = next(reversed(days_in(reading, low, m.start)), None)
    if day is None or _IN_FORCE.match(folded, day.end) or "》" in folded[day.end : m.start]:
        return None
    mark = m.start - (folded[m.start - 1] in "《“")
    if folded[day.end : mark] in ("，", ",") and _THEN_ISSUED.match(folded, m.end):
        return full_day(reading, day)
    act = act_of_issue(folded, low, mark)
    if act is None or act[1] not in _ISSUED or len(folded[day.end : mark]) > 90:
        return None
    bodies = issuers.ending_at(folded, act[0], low)
    between = folded[day.end : bodies[0].start] if bodies and bodies[0].start > day.start else ""
    stated = act[0] <= day.end or (bodies and not between.strip("，,、 上下午"))
    return full_day(reading, day) if stated else None


def _day_of_order(reading: Reading, m: Mention) -> date | None:
    """1998年10月25日国务院令第250号公布: the day right before the number, the act right after it."""
    folded = reading.text.folded
    lettered = m.value.number is not None and m.value.number.code and not m.value.number.year
    if m.value.number is None or not (lettered or _ORDERED.match(folded, m.end)):
        return None
    day = next(reversed(days_in(reading, max(0, m.start - 24), m.start)), None)
    return full_day(reading, day) if day and _ORDERS.fullmatch(folded, day.end, m.start) else None


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
    """The day of a date mention that states year, month and day itself, the year also as 今年 or 去年."""
    period: Period = m.value
    told = not period.inferred or reading.text.folded.startswith(_YEAR_TOLD, m.start)
    return period.first if period.precision == "day" and told else None
