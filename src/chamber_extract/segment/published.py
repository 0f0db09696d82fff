"""The day of an article, where it states one; the day of an issue is not that of its articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta

from chamber_extract.normalize.calendar_words import ERAS
from chamber_extract.normalize.dates import find_periods
from chamber_extract.segment.appeared import YEARLESS, appeared_at_end, appeared_in_lead, full_day
from chamber_extract.segment.days import CLOCK, DAY, DAY_PART, REPUBLIC, YEAR_LAST, day, first_day, year_last
from chamber_extract.segment.media import HAN
from chamber_extract.segment.paragraphs import Paragraph

# What is said at a meeting is said on the meeting's day.
_SPEECH = re.compile(r"讲话|致辞|致词|报告|发言|演讲|建言|贺信|访谈|专访|实录|答记者问|倡议")
_HELD = re.compile(r"[^，。；\d]{0,12}?(?:召开|举行|举办|开幕)")
_TODAY = re.compile(r"今[天日][上下]?[午晚]?[(]\s?$")


def published(body: Sequence[Paragraph], title: str = "", issue: date | None = None) -> date | None:
    """The day given right under the headline, at the article's end, in a bracket about its text, or as the day of what
    it reports.

    Where the day of the `issue` is known, a month and a day do.
    """
    return (
        _under_headline(body, issue)
        or at_end(body, issue)
        or _wired(body)
        or _sent(body, issue)
        or _in_bracket(body, issue)
        or _of_event(body, title)
    )


_POSTED = re.compile("(?:发布|刊登|发表)(?:日期|时间)")
_LINE = 40  # characters of a line that gives the paper and its day
_SENT = re.compile(
    r"(?<![\d月])(\d{1,2})日(?:[讯电]|专?电|(?=[在于向晚]|[上下]午|宣布|举行|召开))|[今昨][(](\d{1,2})(?:[)]日|日[)])"
)


def with_year_last(parts: Sequence[Paragraph]) -> date | None:
    """The day that a line at the head or end gives with its year last: 砂拉越华报 10/3/2025.

    Where it can be read two ways, the day of the dateline (诗巫9日讯) or of the lead (商会4日在华埠召开) decides:
    a paper brings it then or the day after.
    """
    sent = {int(m[1] or m[2]) for p in parts[:6] for m in _SENT.finditer(p.text[:60])}
    for p in [*parts[-4:], *parts[:5]]:
        m = YEAR_LAST.search(p.text) if len(p.text) <= _LINE else None
        days = year_last(m) if m else set()
        near = {d for d in days if sent & {d.day, (d - timedelta(days=1)).day}}
        if len(days) == 1 or len(near) == 1:
            return (days if len(days) == 1 else near).pop()
    return None


def _under_headline(body: Sequence[Paragraph], issue: date | None) -> date | None:
    for p in body[:5]:
        if p.kind in ("date", "source", "byline", "field", "meta"):
            posted = _POSTED.search(p.text)  # the day of writing may stand before it
            found = (posted and first_day(p.text[posted.end() :])) or full_day(p.text, issue)
            if found:
                return found
        elif p.kind not in ("deck", "heading", "label", "line", "link"):
            return full_day(p.credit.when, issue) if p.credit and p.credit.place == "before" else None
    return None


def _sent(body: Sequence[Paragraph], issue: date | None) -> date | None:
    """The day of the opening, which an agency's item may follow by one, or of the paper that a review's text is after."""
    lead = next((p for p in body[:5] if p.kind == "prose"), None)
    if not lead:
        return None
    said = appeared_in_lead(lead.text) if issue else None
    return said.on(issue) if said else lead.dateline and full_day(lead.dateline.text, issue)


def sent_before(body: Sequence[Paragraph], last: date) -> date | None:
    """The last day up to the given one with the day of the month that the opening names: （吉隆坡17日讯）."""
    lead = next((p for p in body[:5] if p.kind == "prose"), None)
    on = lead.dateline.day if lead and lead.dateline else None
    return next((d for n in range(31) if (d := last - timedelta(n)).day == on), None)


def at_end(body: Sequence[Paragraph], issue: date | None) -> date | None:
    """A line that is a date, or a source or byline with its date, and closes the prose, as under a speech or a letter,
    or the paper and its day behind the last sentence; tables may follow."""
    for p in reversed(body):
        behind = p.credit.when if p.credit and p.credit.place == "behind" else ""
        told = p.text if p.kind in ("date", "source", "byline") and not _FOOT.search(p.text) else behind
        if p.kind in ("heading", "line") and _SIGNS.search(p.text):
            told = p.text
        if told and (found := full_day(told, issue)):
            return found
        if (bracket := _BEHIND.search(p.text)) and (found := _only_day(bracket["words"], issue)):
            return found
        if p.kind == "prose":
            said = appeared_at_end(p.text)
            return said and said.on(issue)
    return None


def _of_event(body: Sequence[Paragraph], title: str) -> date | None:
    """The day of the meeting, where the article reports what was said there."""
    said = title + "".join(p.text for p in body[:3] if p.kind == "deck")
    if not _SPEECH.search(said):
        return None
    for p in [p for p in body if p.kind == "prose"][:3]:
        for m in DAY.finditer(p.text, 0, 300):
            found = day(m)
            if found and (
                _HELD.match(p.text, m.end()) or _TODAY.search(p.text, max(0, m.start() - 8), m.start())
            ):
                return found
    return None


_FOOT = re.compile(r"\d日\s?(?:印发?|编印|出[版刊]|付印)[)]?(?:\s|$)")  # of the paper, below its last article
# 秘书处启 十月十五日: who signs, and when
_SIGNS = re.compile(
    rf"^[^，。:\d]{{2,30}}(?:[启示识]|[会局厅部委处室]|公司)\s+(?:{DAY_PART}|{re.sub('[?]P<[a-z0-9]+>', '?:', YEARLESS.pattern)})$"
)
_HEAD, _TAIL = 6, 4  # lines about a text stand at most so far from its ends
_STAMP = 60  # characters of a line that gives its day, with the paper, page and people beside it
# What says of a day that it is of something else than of the text.
_TOLD = re.compile(
    r"[。，；？！]|将|拟|定于|截[至止]|成立|开[幕业]|举[行办]|召开|[至起前後后]|讲话|致辞|捐|名单|统计|换届|生于|逝世|施行|生效|通过|修[订正]|有效|版权|©|年度|第\S{1,3}[届次]"
    r"|[采专受]访|访谈|^[\s(]*时\s?间|地点|发文|印发"
)
_OWN_LINE = frozenset({"date", "source", "byline", "field", "heading", "line", "label", "prose", "deck"})
_PAPER = re.compile(r"[报网社刊]|版|记者")
# Of a line that may be of a table or a chronicle: a paper, body or clock of its own, and no figure but the page's.
_SIGNED = re.compile(
    r"(?=.*(?:[报网社刊会局委厅组联]|版|记者|\b[A-Z]{2}\s*$|\t于))(?:\D|[A-Z]?(?<!\d)\d{1,2}(?=\s*版|\s|$))*$"
)
# （2011年1月25日） behind the last sentence; （香港，2025年12月2日）, 2024/4/5 17:42（, 悉尼，2020年1月20日—— before the first.
_BEHIND = re.compile(r"(?:^|(?<=[。！？”」]))\s?(?P<words>[(【][^()【】]{4,50}[)】])$")
_DAY_OF_TEXT = rf"(?:{DAY_PART}|\d{{1,2}}月\d{{1,2}}日)"
_BEFORE = re.compile(
    rf"【[^【】]{{2,12}}】\s?(?P<behind>{DAY_PART})(?=\s|[{HAN}])"
    rf"|(?:【[^【】]{{2,12}}】\s?)?(?P<words>[(【](?:[{HAN}]{{2,6}}[，、\s])?[^()【】，]{{3,40}}(?:，[{HAN}]{{2,6}})?[)】])(?=[{HAN}“「\d])"
    rf"|(?P<open>(?:[{HAN}]{{2,6}}，)?{DAY_PART}(?:，[{HAN}]{{2,6}})?(?=\s?——?[{HAN}“「])|{DAY_PART}{CLOCK}(?=[(【]|[电讯]\s))"
    rf"|(?:[{HAN}]{{2,6}}\s?)?(?P<colon>[(]{_DAY_OF_TEXT}[)]|{_DAY_OF_TEXT})\s?(?::|——)(?=\s?[{HAN}“「])"
)


def opens_with_day(paragraph: str) -> bool:
    """Whether the day of the text stands before its first words: （9月12日）, 布加勒斯特（9月12日）：, 9月12日——."""
    m = _BEFORE.match(paragraph)
    return m is not None and any(_only_day(words, date.max) for words in m.groups() if words)


def stamped(front: Sequence[Paragraph]) -> date | None:
    """The day on a line of its own at the text's end or head, beside the paper, page or people, or in a bracket
    about the text."""
    tail, head = front[-_TAIL:], front[:_HEAD]
    for p in [*reversed(tail), *head]:
        if len(p.text) > _STAMP or (p is front[0] and not _PAPER.search(p.text)):
            continue
        if found := _only_day(p.text, signed=p.kind not in _OWN_LINE):
            return found
    return _in_bracket(front) or _wired(front)


def _in_bracket(body: Sequence[Paragraph], issue: date | None = None) -> date | None:
    """The day in the bracket behind the last sentence or before the first."""
    prose = [p.text for p in body if p.kind == "prose"]
    brackets = (_BEHIND.search(prose[-1]), _BEFORE.match(prose[0])) if prose else ()
    words = (next(filter(None, m.groups())) for m in brackets if m)
    return next((found for said in words if (found := _only_day(said, issue))), None)


# Of a line that gives its day: weekdays, hours, other calendars, what counts its readers, and signs.
_DRESS = re.compile(
    r"农历[^\s]*|(?:最[新后近])?更新于?|[(]?(?:(?:星期|周)[一二三四五六日天]|(?<=[(])[一二三四五六日])[)]?|(?:[上下]午|晚上?|早上)?\s?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?|\bE[SD]?T\b"
    r"|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:Views|Hits|浏览|阅读)\W*\d+|\b(?:by|由)\s\S+|[\s()【】\[\]|，,.·/—-]",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"(?:会议|活动|举行|召开|开会|届满|截止|起止|有效|下次|成立|报名|开标)[^:]{0,6}:")
_PLACE_BEFORE = re.compile(rf"[(【]?[{HAN}]{{2,6}}[，、\s]\s?")
_PLACE_AFTER = re.compile(rf"，[{HAN}]{{2,6}}[)】]?")


def _only_day(line: str, issue: date | None = None, *, signed: bool = False) -> date | None:
    """The one day that the line states, None where it says what happened on it, or not whose line it is.

    Where the day of the `issue` is known, a month and a day do.
    """
    periods = find_periods(line, style="document")
    days = [(p.start, p.end, p.first) for p in periods if p.precision == "day" and not p.inferred]
    short = (m for pattern in (YEARLESS, REPUBLIC) for m in pattern.finditer(line))
    days = days or [(*m.span(), on) for m in short if (on := full_day(m[0], issue))]
    if len(days) != 1:
        return None
    start, end, found = days[0]
    before, after = line[:start], line[end:]
    rest = f"{'' if _PLACE_BEFORE.fullmatch(before) else before} {'' if _PLACE_AFTER.fullmatch(after) else after}"
    if not _DRESS.sub("", rest):
        return found
    if _TOLD.search(rest) or _OTHER_DAY.search(rest) or (signed and not _SIGNED.match(f"{before} {after}")):
        return None
    return found


# 1010328: how the agency of Taiwan closes an item, by years of the Republic.
_WIRE_CODE = re.compile(r"(?:(?<=[。)」])|^)(?P<year>9\d|1[0-2]\d)(?P<month>\d\d)(?P<day>\d\d)$")


def _wired(front: Sequence[Paragraph]) -> date | None:
    """The day that closes an agency's item, if it is the day of its opening."""
    sent = {p.dateline.day for p in front[:_HEAD] if p.dateline}
    for m in (m for p in front[-_TAIL:] if (m := _WIRE_CODE.search(p.text))):
        with suppress(ValueError):
            day = date(int(m["year"]) + ERAS["民国"], int(m["month"]), int(m["day"]))
            return day if day.day in sent else None
    return None


_ON_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
_HERE_TODAY = re.compile(
    r"今[天日](?:[上下]午|晚上?|早上?)?[^，。；]{0,6}?(?:成立|召开|举行|举办|开幕|闭幕|签署|签订|揭牌|发布|启动|宣布|抵达)"
)


def told_today(body: Sequence[Paragraph], dated: Iterable[date]) -> date | None:
    """The day of a news item that says 今天 of what happened on a month and day, if one of the dated articles has them.

    Two articles of one document on the same day of the year report the same event; with two years to choose from there is no day.
    """
    text = "".join(p.text for p in body if p.kind == "prose")
    if not _HERE_TODAY.search(text):
        return None
    days = {(int(m[1]), int(m[2])) for m in _ON_DAY.finditer(text)}
    same = {d for d in dated if (d.month, d.day) in days}
    return same.pop() if len(same) == 1 else None
