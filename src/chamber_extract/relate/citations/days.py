"""The day on which a policy was issued, where the words beside it state day and month."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from chamber_extract.extractors.policies.marks import ABOUT_IT, JOINED, LONGEST_TITLE
from chamber_extract.extractors.policies.titles import act_of_issue
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Period

_GAZETTE = r"(?:[于在]《[^《》\n]{0,16}公报》)"
_ACTS = "印发|发布|公布|颁布|颁行|出台|下发|签发|发出|刊宪|刊[登载](?=[于在]?[^，。；;\\n]{0,12}公报)"
# Whose vote is not yet the act: of a cabinet's regulation and a foreign assembly's law the gazette gives the day.
_VOTED = re.compile(
    r"(?:常务会议|办公会|部务会|局务会|国常会|党组会?|政治局|立法[会院议]|国会|议会|议院|参议|众议|内阁)[^。；;\n]*通过"
)
_ASIDE = r"(?:\([^()\n]{0,60}\)[ \t]*)?"
# What was issued: no object follows, as in 2023年7月14日印发的《…》, of another policy. A law has the day on which the
# assembly passed it, which orders it published at once; a bill of three readings has none yet.
_WAS_ISSUED = re.compile(
    rf"[\u4e00-\u9fff\d、 〔〕]{{0,30}}?{_GAZETTE}?(?:正式|联合|对外)*(?:{_ACTS}|(?<!三读)通过)(?!的(?![，。；])|了?(?:[\u4e00-\u9fff]{{0,2}}《|第|\d{{4}}年|[\u4e00-\u9fff]{{0,12}}(?:公告|通知|号令)))"
)
# From the title to the day: 《…》（…号）已由国务院于, 《…》。国家网信办于, 《…法》共12章，于, and on an entry's next line.
_TO_DAY = re.compile(
    rf"[》”)〕 \t\u3000]*{_ASIDE}(?![与和及])(?:[(〔,，、 \t\u3000]{{0,3}}[\u4e00-\u9fff、 ]{{0,48}}?[,，]?|[。，,]?[^。；;！？\n《》]{{1,40}}[于在]|\n[ \t\u3000]*)"
)
# 《…》（…号）印发于2020年3月5日, ，发布时间：2020年3月5日
_DATED = re.compile(
    rf"[》”)〕 ]*{_ASIDE}[，,]?(?:\n[ \t\u3000]*)?自?(?:{_ACTS}|刊[登载]|成文|发文)(?:于|(?:时间|日期)[为是:]?|之日\()[ \t]*"
)
_GAZETTE_BEHIND = re.compile(r"[^，。；;\n]{0,12}公报")  # 刊登于2021年5月10日|第一组公报
# （2020年3月5日, and after a number whose year has brackets of its own: （温委办发（2020）24号，2020年3月5日
_IN_BRACKET = re.compile(
    rf"[》”]?[ \t]*{_ASIDE}\((?:[^()\n]{{0,60}}|[^()\n]{{2,16}}\([0-9]{{4}}\)[^()\n]{{1,30}})(?<!至)"
)
# （2022年1月24日…会议批准　2022年2月25日中共中央、国务院发布）: of two days that of publication.
_MADE_PUBLIC = re.compile("[\u4e00-\u9fff、 ]{0,24}(?:发布|公布|颁布|印发)(?=[)，,；;])")
# …2022年6月9日获立法会通过，同月17日|刊宪: of the days in its sentence the one on which it was published.
_PUBLISHED = re.compile(rf"(?:正式|由[^，。；;\n《》]{{2,20}})?(?:{_ACTS})(?=[，。,；;)）\n]|$|并|生效|实施)")
_OTHER_SENTENCE = re.compile("[。；;！？\n《]")
_LINE_END = re.compile(rf"[》”)〕】 \u3000,，]*{_ASIDE}[ \u3000,，]*")
_IN_FORCE = re.compile(
    r"[ \t]*(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起|修(?:[订正]|改)(?!通过|公布|发布)|废止|至|到|—|(?:以|之)?前)"
)
# 《慈善法》自2016年3月16日通过以来
_SINCE_ISSUED = re.compile(f"(?:{_ACTS}|通过)(?:以来|至今|之日|[以之]?后)")
# 2025年4月30日，《…》由第十四届全国人大常委会第十五次会议通过.
_THEN_ISSUED = re.compile(
    rf"[》”](?:\([^()\n]{{0,60}}\))?(?:正式|已)?(?:[由经在][^，。；;\n《》]{{2,40}}?)?(?:表决|审议)*(?:{_ACTS}|通过)"
)
_ISSUED_NOW = re.compile(rf"(?:{_ACTS})(?:[了的]?|[\u4e00-\u9fff]{{0,6}}(?:通知|公告|意见|文件)\()$")
_UNNAMED = re.compile(
    r"(?:[，,]经[^，。；\n]{2,20}(?:批准|同意|授权))?[，,、 ]?(?:[上下]午)?(?:[会联]同|联合|[两二三四五六七八九十多数几\d]+个?(?:部门|部委))?刚?"
)
_ORDERED = re.compile("(?:正式|批准|联合)?(?:公布|发布|颁布|印发)")
# 1998年10月25日|国务院令第250号公布, 2014年8月7日，国务院总理签署|第654号国务院令
_ORDERS = re.compile(r"[，,]?(?:(?P<signed>[^，。；\n]{0,12}签[署发]了?)|[^，。；\n\d]{0,24}以|由|经|原)?")
_ISSUED = re.compile(f"{_ACTS}|通过|作出|发文")
# 《…公报》 in which it stands is no other title.
_OTHER_TITLE = re.compile("(?<!公报)》")
# 第5/2020号法律…。该法律本年四月二十七日在《公报》公布
_THIS = re.compile(
    "[该此](?:法律?|法规|条例|办法|规定|细则|通知|公告|通告|意见|方案|措施|决定|标准|指引|文件|政策)[已是]?[于在由]?$"
)
_ANAPHOR_REACH = 200


def issued_beside(reading: Reading, mentions: Sequence[Mention], year: int | None) -> date | None:
    """The day that the words beside a mention state as that of issuing; where they leave its year open, the `year` of
    the policy's number."""
    for told in (_day_of_order, _day_after, _day_before, _day_of_this):
        for m in mentions:
            stated = told(reading, m)
            if stated and (day := full_day(reading, stated)):
                open_year = year and "year" in stated.value.inferred and (day.month, day.day) != (2, 29)
                return day.replace(year=year) if year and open_year else day
    return None


def _day_after(reading: Reading, m: Mention) -> Mention | None:
    """（2020年2月18日） or 于2020年2月18日印发 after the mention."""
    folded = reading.text.folded
    days = days_in(reading, m.end, m.end + 90)
    if not days:
        return None
    d = days[0]
    gap, after = folded[m.end : d.start], folded[d.end : d.end + 40]
    if "》" in gap[1:] or _IN_FORCE.match(after):
        return None
    if m.rule == "law-heading" and gap.strip() == "(":
        return d
    if _LINE_END.fullmatch(gap) and (after[:1] in ("", "\n") or (m.value.number and after[:1] in "。；;")):
        return d
    if _IN_BRACKET.fullmatch(gap) and "自" not in gap:
        told = (x for x in days if ")" not in folded[d.end : x.start] and _MADE_PUBLIC.match(folded, x.end))
        return next(told, None if _only_voted(after.split(")")[0]) else d)
    act = _SINCE_ISSUED if gap.endswith("自") else _WAS_ISSUED
    told_of = act.match(after) if _TO_DAY.fullmatch(gap) else None
    dated = _DATED.fullmatch(gap) and ("刊" not in gap[-3:] or _GAZETTE_BEHIND.match(after))
    if dated or (told_of and not _only_voted(gap + told_of[0])):
        return d
    later = (x for x in days[1:] if not _OTHER_SENTENCE.search(folded, m.end + 1, x.start))
    return next((x for x in later if _PUBLISHED.match(folded, x.end)), None)


def _day_before(reading: Reading, m: Mention) -> Mention | None:
    """2020年2月18日，商务部印发《…》: the date and the act of issuing in one sentence before a title or a code."""
    folded = reading.text.folded
    m = _first_of_run(reading, m)
    if not m.value.title and not _ISSUED_NOW.search(folded, max(0, m.start - 12), m.start):
        return None
    low = max(0, m.start - 110)
    low += max(folded.rfind(c, low, m.start) - low + 1 for c in "。！？;\n")
    days = (d for d in reversed(days_in(reading, low, m.start)) if not _IN_FORCE.match(folded, d.end))
    day = next(days, None)
    if m.value.title and ABOUT_IT.match(folded, m.end):
        return None
    if day is None or _OTHER_TITLE.search(folded, day.end, m.start):
        return None
    mark = m.start - (folded[m.start - 1] in "《“")
    then = _THEN_ISSUED.match(folded, m.end) if folded[day.end : mark] in ("，", ",") else None
    if then and not _only_voted(then[0]):
        return day
    act = act_of_issue(folded, low, mark)
    if act is None or not _ISSUED.search(act[1]) or "三读" in folded[act[0] : mark] or mark - day.end > 90:
        return None
    if _only_voted(folded[day.end : mark]):
        return None
    bodies = issuers.ending_at(folded, act[0], low)
    subject = bodies[0].start if bodies and bodies[0].start > day.start else act[0]
    stated = subject <= day.end or _UNNAMED.fullmatch(folded, day.end, subject)
    return day if stated else None


def _only_voted(words: str) -> bool:
    """Whether the last that the words tell is the vote of a body whose acts another publishes."""
    voted = _VOTED.search(words)
    return voted is not None and not re.search(_ACTS, words[voted.end() :])


def _first_of_run(reading: Reading, m: Mention) -> Mention:
    """The title with which an enumeration begins that one act issued, all numbered or none; else the mention itself."""
    folded = reading.text.folded
    for other in reversed(reading.within("policy", max(0, m.start - LONGEST_TITLE), m.start)):
        if not (m.value.title and other.value.title):
            continue
        numbered = {folded.startswith("》(", x.end) for x in (other, m)}
        joined = folded[other.end] == "》" and JOINED.fullmatch(folded, other.end + 1, m.start - 1)
        if not joined or len(numbered) > 1 or other.value.issuers != m.value.issuers:
            break
        m = other
    return m


def _day_of_this(reading: Reading, m: Mention) -> Mention | None:
    """该通知已于3月5日印发: said of the policy named last."""
    folded = reading.text.folded
    end = min(
        (x.start for x in reading.within("policy", m.end, m.end + _ANAPHOR_REACH)),
        default=m.end + _ANAPHOR_REACH,
    )
    for day in days_in(reading, m.end, end):
        if _THIS.search(folded, max(m.end, day.start - 8), day.start) and _WAS_ISSUED.match(folded, day.end):
            return day
    return None


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
    """The day of a date mention that states day and month itself; its year may be told elsewhere in the document."""
    period: Period = m.value
    written = reading.text.folded[m.start : m.end]
    told = not period.inferred or "月" in written or written in ("同日", "当日", "次日", "翌日")
    return period.first if period.precision == "day" and told else None
