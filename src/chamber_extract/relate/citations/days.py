"""The day on which a policy was issued, where the words beside it state day and month."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from chamber_extract.extractors.policies.acts import (
    PUBLISHED,
    act_of_issue,
    act_words,
    acts_behind,
    acts_in_bracket,
    publishes,
)
from chamber_extract.extractors.policies.issue import IN_FORCE, ISSUED, gives_day, only_voted
from chamber_extract.extractors.policies.marks import ABOUT_IT, JOINED, LONGEST_TITLE
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Period

_DATELINE = 120  # characters from a report's dateline to the day of its first sentence
_SENTENCE = re.compile("[。；;！？\n《]")
_OTHER_TITLE = re.compile("(?<!公报)》")  # 《…公报》 in which it stands is no other title
_NEXT_SENTENCE = re.compile("[。；;！？\n]|[电讯]")
_NUMBERED_DAY = re.compile(r"[\d一二三四五六七八九十廿卅]{1,3}日")
_LINE_END = re.compile(r"[》”)〕】 \u3000,，]*(?:\([^()\n]{0,60}\)[ \t]*)?[ \u3000,，]*")
_ISSUED_NOW = re.compile(rf"(?:{PUBLISHED})(?:[了的]?|[\u4e00-\u9fff]{{0,6}}(?:通知|公告|意见|文件)\()$")
_UNNAMED = re.compile(
    r"(?:[，,]经[^，。；\n]{2,20}(?:批准|同意|授权))?[，,、 ]?(?:[上下]午)?(?:[会联]同|联合|[两二三四五六七八九十多数几\d]+个?(?:部门|部委)"
    r"|[\u4e00-\u9fff·]{0,8}(?:总统|总理|首相|国王|州长|部长|[省市]长)[\u4e00-\u9fff·]{0,8})?刚?"
)
# 9月25日，为贯彻落实《…》（…），|最高法印发
_FOR_WHAT = re.compile(r"[，,](?:为|根据|按照|依据|依照|围绕|针对|结合)[^。；;\n]{2,80}[，,]")
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
    for told in (_day_of_order, _day_after, _day_before):
        for m in mentions:
            stated = told(reading, m)
            if stated and (day := full_day(reading, stated)):
                open_year = year and "year" in stated.value.inferred and (day.month, day.day) != (2, 29)
                return day.replace(year=year) if year and open_year else day
    return None


def _day_after(reading: Reading, m: Mention) -> Mention | None:
    """The day that its brackets, its sentence or one on 该办法 tell, of several acts that of making it public; or the day
    that ends its line."""
    folded = reading.text.folded
    last = _run(reading, m)[-1]
    own, rest = acts_in_bracket(folded, m.end)[0], acts_in_bracket(folded, last.end)[1]
    told = [*own, *acts_behind(folded, rest)]
    for act in sorted(told, key=lambda act: bool(act.verbs) and not publishes(act)):
        if (days := _issuing_days(reading, act.start, act.end)) and gives_day(folded, act):
            return days[-1]
    day = next(iter(days_in(reading, m.end, m.end + 90)), None)
    if day is None or not _LINE_END.fullmatch(folded, m.end, day.start) or IN_FORCE.match(folded, day.end):
        return None
    after = folded[day.end : day.end + 1]
    return day if after in ("", "\n") or (m.value.number and after in "。；;") else None


def _day_before(reading: Reading, m: Mention) -> Mention | None:
    """2020年2月18日，商务部印发《…》: the date and the act of issuing in one sentence before a title or a code."""
    folded = reading.text.folded
    m = _run(reading, m)[0]
    if not m.value.title and not _ISSUED_NOW.search(folded, max(0, m.start - 12), m.start):
        return None
    mark = m.start - (folded[m.start - 1] in "《“")
    sentence = max(0, m.start - 110)
    sentence += max(folded.rfind(c, sentence, m.start) - sentence + 1 for c in "。！？;\n")
    low, mark = act_words(folded, sentence, mark)
    day = next(
        (d for d in reversed(_issuing_days(reading, low, mark)) if not _in_bracket(folded, d, mark)), None
    )
    if day is None or ABOUT_IT.match(folded, m.end):
        return None
    if folded[day.end : mark] in ("，", ",", ""):  # 2025年4月30日，《…》由全国人大常委会通过
        end = acts_in_bracket(folded, m.end)[1]
        told = acts_behind(folded, end)
        if told and gives_day(folded, told[0]) and not _SENTENCE.search(folded, end, told[0].start):
            return day
    act = act_of_issue(folded, low, mark)
    if act is None or not ISSUED.search(act[1]) or mark - day.end > 90:
        return None
    bodies = issuers.ending_at(folded, act[0], low)
    subject = bodies[0].start if bodies and bodies[0].start > day.start else act[0]
    for_what = _FOR_WHAT.match(folded, day.end, subject)
    told_from = for_what.end() if for_what else day.end
    if _OTHER_TITLE.search(folded, told_from, mark) or only_voted(folded[told_from:mark]):
        return None
    stated = subject <= told_from or _UNNAMED.fullmatch(folded, told_from, subject)
    return day if stated else None


def _in_bracket(folded: str, day: Mention, mark: int) -> bool:
    """Whether the day stands among words in brackets that close before the mark: it is another policy's."""
    closed = folded.find(")", day.end, mark)
    alone = closed == day.end and folded[day.start - 1] == "("  # 昨日（12月13日）发布
    return closed >= 0 and not alone and folded.find("(", day.end, closed) < 0


def _issuing_days(reading: Reading, start: int, end: int) -> list[Mention]:
    """The days among these words but those on which something comes into force."""
    return [d for d in days_in(reading, start, end) if not IN_FORCE.match(reading.text.folded, d.end)]


def _run(reading: Reading, m: Mention) -> list[Mention]:
    """The titles of the enumeration that one act issued in which the title stands, all numbered or none; else it alone."""
    folded = reading.text.folded
    around = reading.within("policy", max(0, m.start - LONGEST_TITLE), m.end + LONGEST_TITLE)
    found = [m]
    for others, at in ((reversed(around), 0), (around, -1)):
        for other in others:
            first, second = (other, found[0]) if at == 0 else (found[-1], other)
            if not (m.value.title and other.value.title) or first.end >= second.start:
                continue
            numbered = {folded.startswith("》(", x.end) for x in (first, second)}
            joined = folded[first.end] == "》" and JOINED.fullmatch(folded, first.end + 1, second.start - 1)
            if not joined or len(numbered) > 1 or first.value.issuers != second.value.issuers:
                break
            found.insert(0 if at == 0 else len(found), other)
    return found


def _day_of_order(reading: Reading, m: Mention) -> Mention | None:
    """1998年10月25日国务院令第250号公布: the day right before the number, the act right after it or before it."""
    folded, number = reading.text.folded, m.value.number
    day = next(reversed(days_in(reading, max(0, m.start - 36), m.start)), None)
    order = _ORDERS.fullmatch(folded, day.end, m.start) if day and number else None
    if day is None or order is None:
        return None
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
