"""What labels, headers and the cells of a row say of a policy beside its title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from chamber_extract.extractors.policies.acts import PUBLISHED
from chamber_extract.extractors.policies.names import LABEL, LIST_MARK, OTHER_DAY, TITLE_LABEL
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.citations.days import days_in, full_day
from chamber_extract.segment import at

D = TypeVar("D")

_LONGEST_ROW = 400
_URL = re.compile(r"https?://[^\s<>()（）「」《》“”，。、;；]+")
_HEAD = re.compile(rf"[ \t\u3000#*]*(?P<mark>{LIST_MARK})?[*]*")
_LONGEST_HEAD = 80  # characters before a title that heads an entry
_ALONE = re.compile(rf"[*》”]*[ \t]*(?:[(【〔\[][^()\n]{{0,80}}[)】〕\]])?[ \t*]*(?:$|\n|{LABEL.pattern})")
# 税务总局等十部门 2022年4月20日
_BESIDE_DAY = re.compile(r"(?:等?[\d一二三四五六七八九十两]*个?(?:部门|部委|单位|机构|厅局)?)?[ \t\u3000(]*")
# A cell that begins with bodies says so of them: 市国资委:减免租金, 省发改委牵头, 由区工信局2022年6月1日发布.
_BLANK = re.compile(r"[ \u3000]*由?")
_CELL_SAYS = re.compile(
    r":(?![ \u3000]?[\d+(])|(?:联合|共同|负责)?牵头(?:制定|印发|实施|落实|负责)?[ \u3000]*$"
    rf"|(?:于|在)?(?:\d{{4}}年)?(?:\d{{1,2}}月\d{{1,2}}日)?(?:联合|正式)?(?:{PUBLISHED}|制定)"
)
# Lines above a title that say of it: 索引号:…, 发文机关:…; short ones without a colon are the site's.
_ABOVE = re.compile(r"[^。！？\n]{0,120}:[^。！？\n]{0,120}|[^。！？\n]{0,24}")
_TITLE_LINE = re.compile(rf"[ \t\u3000#*]*(?:{TITLE_LABEL})?[ \u3000《*]*")
# A line above the entries of a list that says whose they are: 一、国家发展改革委, 【海关总署】, 国务院文件, 财政部出台的政策:
_THEIRS = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:发布|出台|印发|制定|下发)?的?(?:有关|相关|主要)?(?:政策|文件|措施|公告|通知)*(?:清单|目录|如下)?】?(?P<colon>:?)[ \u3000]*\Z"
)
# Heads of columns that say neither who issued a policy nor when.
_OTHER_COLUMN = re.compile(f"{OTHER_DAY}|申报|归口|起草|受理|咨询|承办|解读")
_LONGEST_HEADING = 40
_ENTRIES = 40  # paragraphs of a list under one such line
_HIGHEST = 1200  # characters of such a header


@dataclass(frozen=True, slots=True)
class Fields:
    """What labels say of one policy. `numbers` are the mentions of its number there; `posted` is the day that a
    page gives for its publication, which may be later than that of the policy."""

    issuers: tuple[str, ...] = ()
    issued: date | None = None
    posted: date | None = None
    url: str | None = None
    numbers: tuple[Mention, ...] = ()

    def joined(self, other: Fields) -> Fields:
        """These fields, with the gaps filled from others."""
        return Fields(
            self.issuers or other.issuers,
            self.issued or other.issued,
            self.posted or other.posted,
            self.url or other.url,
            self.numbers + other.numbers,
        )


def full_names(written: Sequence[str]) -> frozenset[str]:
    """The full names, folded, of bodies as written."""
    return frozenset(issuers.full_name(fold(name)) for name in written)


def entry_fields(reading: Reading, titles: Sequence[tuple[D, Mention]]) -> Iterator[tuple[D, Fields]]:
    """The labelled fields of each title that heads an entry or an article: those after it up to the next
    entry, and those of a header above it."""
    folded = reading.text.folded
    headed = sorted(
        ((m.start, owner) for owner, m in titles if head_mark(folded, m) is not None), key=lambda x: x[0]
    )
    starts = [start for start, _ in headed]
    for label in LABEL.finditer(folded):
        i = bisect_right(starts, label.start()) - 1
        if i < 0 or not _same_section(reading, starts[i], label.start()):
            i += 1
            if i == len(starts) or not _is_above(reading, label.start(), starts[i]):
                continue
            stop = starts[i]
        else:
            stop = starts[i + 1] if i + 1 < len(starts) else len(folded)
        if fields := _value(reading, label, stop):
            yield headed[i][1], fields


def _is_above(reading: Reading, label: int, title: int) -> bool:
    """Whether the label stands in the header above a title that heads its section: lines of fields, no prose."""
    folded = reading.text.folded
    if title - label > _HIGHEST or not _same_section(reading, label, title):
        return False
    line = folded.rfind("\n", 0, title) + 1
    lines = folded[folded.rfind("\n", 0, label) + 1 : line].split("\n")
    return _TITLE_LINE.fullmatch(folded, line, title) is not None and all(map(_ABOVE.fullmatch, lines))


def head_mark(folded: str, m: Mention) -> str | None:
    """The list mark of the entry that the title heads, its issuers at most between them; empty for a title alone on
    its line with its number; None where it heads nothing."""
    stop = m.start - (folded[m.start - 1 : m.start] in ("《", "“", "*"))
    line = folded.rfind("\n", max(0, stop - _LONGEST_HEAD), stop) + 1
    lead = _HEAD.match(folded, line, stop) if line or stop <= _LONGEST_HEAD else None
    if lead is None:
        return None
    if lead.end() < stop:
        bodies = issuers.ending_at(folded, stop - (folded[stop - 1] == ":"), lead.end())
        if not bodies or bodies[0].start != lead.end():
            return None
    mark = lead["mark"] or ""
    return mark if mark or _ALONE.match(folded, m.end) else None


def heading_issuers(reading: Reading, m: Mention) -> tuple[str, ...]:
    """The bodies of which the line above consists under which the title is an entry of a list, or the lines above."""
    folded, paragraphs = reading.text.folded, reading.segments.paragraphs
    if m.value.entry is None and head_mark(folded, m) is None:
        return ()
    i = bisect_right(paragraphs, m.start, key=lambda p: p.start) - 1
    named: tuple[str, ...] = ()
    for line in reversed(paragraphs[max(0, i - _ENTRIES) : i]):
        cited = reading.within("policy", line.start, line.end)
        told = cited or line.end - line.start > _LONGEST_HEADING or folded[line.end - 1] == "。"
        if told and not named:
            continue
        start = _HEAD.match(folded, line.start, line.end).end()  # type: ignore[union-attr]
        start += folded[start] == "【"
        said = _THEIRS.search(folded, start, line.end)
        if said is None or (said[0] == ":" and start == line.start):  # 市商务局: is who a letter goes to
            break
        bodies = issuers.ending_at(folded, said.start(), start)
        theirs = bodies and bodies[0].start == start and all(b.standing != "private" for b in bodies)
        level = folded[start : said.start()] == "中央"  # beside 省级 and 市级
        if not theirs or level:
            break
        named = (*(reading.text.clean[b.start : b.end] for b in bodies), *named)
        if said[0] or start > line.start:
            break
    return named


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
        bodies = issuers.listed(folded, start, end)
        named = tuple(clean[b.start : b.end].strip() for b in bodies)
        day = next(iter(days_in(reading, start, end)), None) if bodies else None
        beside = day and _BESIDE_DAY.fullmatch(folded, bodies[-1].end, day.start)
        issued = full_day(reading, day) if day and beside else None
        return Fields(issuers=tuple(dict.fromkeys(filter(None, named))), issued=issued) if named else None
    if label["date"]:
        field = "posted" if label["date"].startswith(("发布", "公布")) else "issued"
        days = (full_day(reading, m) for m in days_in(reading, start, end))
        return next((Fields(**{field: day}) for day in days if day), None)
    numbers = tuple(m for m in reading.within("policy", start, end) if m.value.number)
    return Fields(numbers=numbers[:1]) if numbers else None


def row_fields(reading: Reading, m: Mention) -> Fields | None:
    """Issuers and day from the other cells of the table row that holds the mention, as its heads say."""
    folded, clean = reading.text.folded, reading.text.clean
    low = max(0, m.start - _LONGEST_ROW)
    line = folded.rfind("\n", low, m.start) + 1
    end = folded.find("\n", m.end, m.end + _LONGEST_ROW)
    end = end if end >= 0 else min(len(folded), m.end + _LONGEST_ROW)
    if (low and not line) or "\t" not in folded[line:end]:
        return None
    named: tuple[str, ...] = ()
    day = None
    heads = _heads(reading, line)
    for cell in re.finditer(r"[^\t\n]+", folded[line:end]):
        a, b = line + cell.start(), line + cell.end()
        if a <= m.start < b or _OTHER_COLUMN.search(heads.get(folded.count("\t", line, a), "")):
            continue
        named = named or tuple(clean[x.start : x.end] for x in _bodies_of(folded, a, b))
        dates = days_in(reading, a, b)
        if len(dates) == 1 and len(cell[0].strip()) - (dates[0].end - dates[0].start) <= 2:
            day = day or full_day(reading, dates[0])
    return Fields(issuers=named, issued=day) if named or day else None


def _heads(reading: Reading, line: int) -> dict[int, str]:
    """The heads of the columns of the table that holds the line: its first row of several cells, if none has digits."""
    table = at(reading.segments.tables, line)
    rows = reading.text.folded[table.start : line].split("\n") if table else []
    head = next((row for row in rows if row.strip().count("\t")), "")
    return {} if re.search(r"\d", head) else dict(enumerate(head.split("\t")))


def _bodies_of(folded: str, start: int, end: int) -> tuple[issuers.Body, ...]:
    """The bodies that a cell consists of, or those with which it begins to say who issued or leads."""
    start = _BLANK.match(folded, start, end).end()  # type: ignore[union-attr]
    for stop in (end, *(m.start() for m in _CELL_SAYS.finditer(folded, start, end))):
        found = issuers.ending_at(folded, stop, start)
        if found and found[0].start == start:
            return found if stop == end or all(b.standing == "state" for b in found) else ()
    return ()
