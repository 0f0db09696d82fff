"""What stands about a policy beside its title: labelled fields of a list entry, cells of a row, the day it was issued."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from chamber_extract.extractors.policy_names import LABEL, LIST_MARK
from chamber_extract.extractors.policy_titles import act_of_issue
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Period
from chamber_extract.segment import Span, at

D = TypeVar("D")

_LONGEST_ROW = 400
_HEADING_LINES = 6  # above a title: the site's name, the way there, a red letterhead
_SIGNATURE_LINES = 12  # below it: annexes, recipients of copies, the site's footer
_URL = re.compile(r"https?://[^\s<>()（）「」《》“”，。、;；]+")
_HEAD = re.compile(rf"[ \t\u3000#*]*(?P<mark>{LIST_MARK})?[*《“]*$")
_ALONE = re.compile(rf"[*》”]*[ \t]*(?:[(【〔\[][^()\n]{{0,80}}[)】〕\]])?[ \t*]*(?:$|\n|{LABEL.pattern})")
_DAY_AFTER = re.compile(
    r"[》”)〕 \t\u3000]*(?:\([^()\n]{0,60}\)[ \t]*)?[(〔,，、 \t\u3000]{0,3}(?:已|现)?(?:经|由)?[\u4e00-\u9fff、 ]{0,48}?(?:于|,|，)?$"
)
_IN_BRACKET = re.compile(r"[》”]?[ \t]*(?:\([^()\n]{0,60}\))?[ \t]*\([^()\n]{0,60}$")
_LINE_END = re.compile(r"[》”)〕】 \t\u3000,，]*(?:\([^()\n]{0,60}\))?[ \t\u3000,，]*")
_ISSUED_THEN = re.compile(
    r"(?:[\u4e00-\u9fff、 ]{0,24}?)(?:正式|联合|对外)*(?:印发|发布|公布|颁布|出台|下发|签发|通过|发出)"
)
# 《…》。国家网信办于2023年9月28日公布，
_SAID_OF_IT = re.compile(r"[》”](?:\([^()\n]{0,60}\))?[。，,][^，。;；！？\n《》]{2,40}[于在]")
_ACT_ALONE = re.compile(r"(?:正式|联合|对外)?(?:发布|公布|印发|颁布|出台)[，。;；\n]")
_OTHERS = re.compile(
    r"(?:等?[\d一二三四五六七八九十两]*个?(?:部门|部委|单位|机构|厅局)?)?[ \t\u3000]?"
)  # 等12部门
_IN_FORCE = re.compile(r"[ \t]*(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起|修订|修正|修改|废止|至|到|—)")
_ISSUED_NOW = re.compile("(?:印发|发布|下发|公布)了?$")
_ORDERED = re.compile("(?:正式)?(?:公布|发布|颁布|印发)")
_ORDERS = re.compile("[，,]?(?:以|由|经|原)?")
_ISSUED = frozenset("印发 发布 公布 颁布 出台 下发 签发 发出 通过 作出 发文".split())


@dataclass(frozen=True, slots=True)
class Fields:
    """What labels say of one policy. `numbers` are the mentions of its number there."""

    issuers: tuple[str, ...] = ()
    issued: date | None = None
    url: str | None = None
    numbers: tuple[Mention, ...] = ()

    def joined(self, other: Fields) -> Fields:
        """These fields, with the gaps filled from others."""
        return Fields(
            self.issuers or other.issuers,
            self.issued or other.issued,
            self.url or other.url,
            self.numbers + other.numbers,
        )


def entry_fields(reading: Reading, titles: Sequence[tuple[D, Mention]]) -> Iterator[tuple[D, Fields]]:
    """The labelled fields after each title that heads an entry, up to the next entry, and the cells of its row."""
    folded = reading.text.folded
    heads = sorted(((m.start, owner) for owner, m in titles if _heads(folded, m)), key=lambda x: x[0])
    starts = [start for start, _ in heads]
    for label in LABEL.finditer(folded):
        i = bisect_right(starts, label.start()) - 1
        if i < 0 or not _same_section(reading, starts[i], label.start()):
            continue
        stop = starts[i + 1] if i + 1 < len(starts) else len(folded)
        fields = _value(reading, label, stop)
        if fields:
            yield heads[i][1], fields
    for owner, m in titles:
        if fields := _row(reading, m):
            yield owner, fields


def _heads(folded: str, m: Mention) -> bool:
    """Whether the title stands at the head of an entry: behind a list mark, or alone on its line with its number."""
    low = max(0, m.start - 24)
    line = folded.rfind("\n", low, m.start) + 1
    lead = _HEAD.match(folded, line, m.start) if line or not low else None
    return lead is not None and (lead["mark"] is not None or _ALONE.match(folded, m.end) is not None)


def _same_section(reading: Reading, a: int, b: int) -> bool:
    sections = reading.segments.sections
    return at(sections, a) == at(sections, b)


def _value(reading: Reading, label: re.Match[str], stop: int) -> Fields | None:
    """What the label says, read to the next label or the end of the line (a link may stand on the next)."""
    folded, clean = reading.text.folded, reading.text.clean
    start = label.end()
    line = folded.find("\n", start)
    end = line if line >= 0 else len(folded)
    following = LABEL.search(folded, start, end)
    end = min(following.start() if following else end, stop)
    if label["url"]:
        url = _URL.search(clean, start, min(end + 200, stop) if not clean[start:end].strip() else end)
        return Fields(url=url[0]) if url else None
    if label["issuer"]:
        named = tuple(clean[b.start : b.end].strip() for b in issuers.listed(folded, start, end))
        return Fields(issuers=tuple(dict.fromkeys(filter(None, named)))) if named else None
    if label["date"]:
        return next((Fields(issued=day) for m in _dates(reading, start, end) if (day := _full_day(m))), None)
    numbers = tuple(m for m in reading.within("policy", start, end) if m.value.number)
    return Fields(numbers=numbers[:1]) if numbers else None


def _row(reading: Reading, title: Mention) -> Fields | None:
    """Issuers and day from the cells of a table row that holds the title."""
    folded, clean = reading.text.folded, reading.text.clean
    low = max(0, title.start - _LONGEST_ROW)
    line = folded.rfind("\n", low, title.start) + 1
    end = folded.find("\n", title.end, title.end + _LONGEST_ROW)
    end = end if end >= 0 else min(len(folded), title.end + _LONGEST_ROW)
    if "\t" not in folded[line:end] or (low and not line):
        return None
    named: tuple[str, ...] = ()
    day = None
    for cell in re.finditer(r"[^\t\n]+", folded[line:end]):
        a, b = line + cell.start(), line + cell.end()
        if a <= title.start < b:
            continue
        bodies = issuers.ending_at(folded, b, a)
        if (
            bodies
            and not folded[a : bodies[0].start].strip()
            and _OTHERS.fullmatch(folded, bodies[-1].end, b)
        ):
            named = named or tuple(clean[x.start : x.end] for x in bodies)
        dates = _dates(reading, a, b)
        if len(dates) == 1 and len(cell[0].strip()) - (dates[0].end - dates[0].start) <= 2:
            day = day or _full_day(dates[0])
    return Fields(issuers=named, issued=day) if named or day else None


def issued_beside(reading: Reading, mentions: Sequence[Mention]) -> date | None:
    """The full date that the words beside a mention state as the day of issuing."""
    for m in mentions:
        if day := _day_after(reading, m) or _day_before(reading, m) or _day_of_order(reading, m):
            return day
    return None


def _day_after(reading: Reading, m: Mention) -> date | None:
    """（2020年2月18日） or 于2020年2月18日印发 after the mention."""
    folded = reading.text.folded
    for d in _dates(reading, m.end, m.end + 90)[:1]:
        gap, after = folded[m.end : d.start], folded[d.end : d.end + 40]
        if m.rule == "law-heading" and gap.strip() == "(":
            return _full_day(d)
        if m.rule == "law-heading" and gap.strip() == "(":
            return _full_day(d)
        if _SAID_OF_IT.fullmatch(gap) and _ACT_ALONE.match(after):
            return _full_day(d)
        if "\n" in gap or "》" in gap[1:] or _IN_FORCE.match(after):
            continue
        if _LINE_END.fullmatch(gap) and after[:1] in ("", "\n"):
            return _full_day(d)
        bracket = _IN_BRACKET.fullmatch(gap) and "自" not in gap
        if bracket or (_DAY_AFTER.fullmatch(gap) and not gap.endswith("自") and _ISSUED_THEN.match(after)):
            return _full_day(d)
    return None


def _day_before(reading: Reading, m: Mention) -> date | None:
    """2020年2月18日，商务部印发《…》: the date and the act of issuing in one sentence before a title or a code."""
    folded = reading.text.folded
    if not m.value.title and not _ISSUED_NOW.search(folded, max(0, m.start - 4), m.start):
        return None
    low = max(0, m.start - 110)
    low += max(folded.rfind(c, low, m.start) - low + 1 for c in "。！？;\n")
    day = next(reversed(_dates(reading, low, m.start)), None)
    if day is None or _IN_FORCE.match(folded, day.end) or "》" in folded[day.end : m.start]:
        return None
    mark = m.start - (folded[m.start - 1] in "《“")
    act = act_of_issue(folded, low, mark)
    if act is None or act[1] not in _ISSUED or len(folded[day.end : mark]) > 90:
        return None
    bodies = issuers.ending_at(folded, act[0], low)
    between = folded[day.end : bodies[0].start] if bodies and bodies[0].start > day.start else ""
    stated = act[0] <= day.end or (bodies and not between.strip("，,、 上下午"))
    return _full_day(day) if stated else None


def _day_of_order(reading: Reading, m: Mention) -> date | None:
    """1998年10月25日国务院令第250号公布: the day right before the number, the act right after it."""
    folded = reading.text.folded
    lettered = m.value.number is not None and m.value.number.code and not m.value.number.year
    if m.value.number is None or not (lettered or _ORDERED.match(folded, m.end)):
        return None
    day = next(reversed(_dates(reading, max(0, m.start - 24), m.start)), None)
    return _full_day(day) if day and _ORDERS.fullmatch(folded, day.end, m.start) else None


def signature(reading: Reading, mentions: Sequence[Mention], issuing: frozenset[str]) -> Fields | None:
    """Issuers and day under the text, where the article is the policy itself: its title on top, at the end
    its issuers (those already known, if any are) on a line of their own and a full date on the next."""
    title = next((m for m in mentions if m.value.title), None)
    if title is None or not _heads(reading.text.folded, title):
        return None
    section = at(reading.segments.sections, title.start)
    paragraphs = reading.segments.paragraphs
    first = bisect_left(paragraphs, section.start if section else 0, key=lambda p: p.start)
    last = bisect_left(paragraphs, section.end if section else len(reading.text.clean), key=lambda p: p.start)
    heading = bisect_right(paragraphs, title.start, key=lambda p: p.start) - 1
    if heading - first > _HEADING_LINES:
        return None
    for name, day in pairwise(paragraphs[max(heading + 1, last - _SIGNATURE_LINES) : last]):
        dates = _dates(reading, day.start, day.end)
        issued = (
            _full_day(dates[0])
            if dates and dates[0].end - dates[0].start >= day.end - day.start - 2
            else None
        )
        if issued and (signers := _signers(reading, name, issuing)):
            head = _signers(reading, paragraphs[heading - 1], frozenset()) if heading > first else ()
            return Fields(issuers=head if set(head) > set(signers) else signers, issued=issued)
    return None


def _signers(reading: Reading, line: Span, issuing: frozenset[str]) -> tuple[str, ...]:
    """The organs of state that a line consists of; empty where it holds more, or not the issuers known."""
    folded, clean = reading.text.folded, reading.text.clean
    bodies = issuers.ending_at(folded, line.end, line.start)
    if not bodies or bodies[0].start != line.start or any(b.standing == "private" for b in bodies):
        return ()
    if issuing and issuing != {issuers.full_name(folded[b.start : b.end]) for b in bodies}:
        return ()
    return tuple(clean[b.start : b.end] for b in bodies)


def _dates(reading: Reading, start: int, end: int) -> list[Mention]:
    """Mentions of dates inside the span, found by bisection."""
    dates = reading.of("date")
    i = bisect_right(dates, start - 1, key=lambda d: d.start)
    found = []
    while i < len(dates) and dates[i].end <= end:
        found.append(dates[i])
        i += 1
    return found


def _full_day(m: Mention) -> date | None:
    """The day of a date mention that states year, month and day itself."""
    period: Period = m.value
    return period.first if period.precision == "day" and not period.inferred else None
