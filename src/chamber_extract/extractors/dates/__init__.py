"""Dates and periods of a document, each resolved against its own article.

The reference of an article is the first of these that there is: its publication date; the document's;
where neither is stated, a masthead (2020年第1季度 alone on a line of the opening); the latest time that
the document names without planning for it, known as precisely as it is written. An article of a
document that knows itself only to a month, a quarter or a year is seen from the day that opens it as a
dateline, or from the day or month up to which it counts (截至2019年11月). Where no year is named
anywhere, dates without a year stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from chamber_extract.extractors.dates.chronicles import days_under_headings
from chamber_extract.extractors.dates.columns import columns_of_days
from chamber_extract.mention import Mention
from chamber_extract.normalize.dates import find_periods
from chamber_extract.normalize.quantities import find_quantities
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.values import Period, Precision
from chamber_extract.segment import Section, Segments
from chamber_extract.text import Text


class Reference(NamedTuple):
    """The day that an article's dates are seen from, and how precisely it is known.

    It is `firm` unless it was only gathered from what the text tells. A period (2020年第1季度, a year) serves with its last day.
    """

    day: date | None
    known: Precision = "day"
    firm: bool = True


# A masthead is a short line within the first page.
_LINE = 40
_OPENING = 1500
_MASTHEAD = re.compile(
    r"[\s:：()（）\[\]|/,，、总第期刊年月日号0-9一二三四五六七八九十时间日期发布来源作者记者编辑]*"
)
# A report begins with the day it tells of, after its headline.
_LEAD = 300
_DATELINE = re.compile(r"(?:\n|[讯电])[^\n。]{0,2}\Z")
_HALF_YEAR = 183
# What a text plans, and what stands below it on a web page, is no witness of when it was written.
_PLANNED = re.compile(
    r"(?:(?<![截止])[到至]|聚焦|力争|展望|面向|迈向|实现|联合国|预计|将于|©|Copyright ?|版权所有.{0,3})$",
    re.IGNORECASE,
)
_PLAN_AFTER = re.compile(
    r"(?:前|之前|底前)|.{0,6}(?:规划|目标|议程|远景|愿景|计划|达到|实现|力争|生效|施行|实施|版权|rights|Inc)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\u4e00-\u9fff，。；）】》]+|(?<![\w.+-])[\w.+-]+@[\w.-]+", re.ASCII
)
# The year of a document number or an edition is part of its name: 公告2020年第17号, 2021年版.
_IN_NUMBER = re.compile(
    r"\s?第?\s?[0-9一二三四五六七八九十]{1,5}(?:号|[、和](?:第?[0-9]{1,4}号|[0-9]))|(?<=年)版"
)
_SEEN_FROM_NOW = re.compile("今年|去年|明年|昨[天日晚]|上周|[0-9]日[讯电]")
_OPENS = re.compile(r"[\n。(][ \u3000于自从]*\Z")
_DAY_ALONE = re.compile(r"(?<![年0-9])(0?[1-9]|1[0-2])月(0?[1-9]|[12][0-9]|3[01])日")
# 2021护航…: a year before a name, without 年.
_YEAR = re.compile(r"(?<![0-9A-Za-z.,\-/])20[0-4][0-9](?=[\u4e00-\u9fff《“])(?!年)")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Mentions of kind `date`, their value a `Period`, those of tables first."""
    addresses = [m.span() for m in _ADDRESS.finditer(text.folded)]
    whole = document_reference(text.clean, segments)
    for p in columns_of_days(text, segments, whole.day if whole.known == "day" else None):
        yield Mention("date", p.start, p.end, p, "column")
    for start, end, section in _articles(text, segments):
        article = text.folded[start:end]
        reference = section_reference(text.clean[start:end], section, whole)
        periods = find_periods(
            text.clean[start:end],
            reference=reference.day,
            known=reference.known,
            firm=reference.firm,
            style="document",
        )
        if reference.day is None:
            periods = sorted([*periods, *_dated_elsewhere(article, periods)], key=lambda p: p.start)
        listed = list(days_under_headings(article, periods))
        anew = {p.start for p in listed}
        for p in sorted([*(p for p in periods if p.start not in anew), *listed], key=lambda p: p.start):
            in_name = p.precision == "year" and _IN_NUMBER.match(article, p.end)
            if not in_name and not _within(addresses, start + p.start):
                yield Mention("date", start + p.start, start + p.end, p, _rule(p))


def _dated_elsewhere(article: str, periods: list[Period]) -> Iterator[Period]:
    """Days without a year, of an article that has no reference, which it names with their year further on:
    the headline 慈善法9月5日起施行 and the text 自2024年9月5日起施行."""
    days = {(p.first.month, p.first.day): p for p in periods if p.precision == "day" and not p.inferred}
    taken = [(p.start, p.end) for p in periods]
    for m in _DAY_ALONE.finditer(article):
        same = days.get((int(m[1]), int(m[2])))
        if same and not _within(taken, m.start()):
            yield replace(
                same, start=m.start(), end=m.end(), time=None, inferred=("year",), reference=same.first
            )


def _rule(p: Period) -> str:
    """How the date is written: in full, in part (1月28日), or by a word for it (次日, 去年, 春节)."""
    if not p.inferred:
        return "in-full"
    return "in-part" if "day" not in p.inferred and "month" not in p.inferred else "by-word"


def _articles(text: Text, segments: Segments) -> Iterator[tuple[int, int, Section | None]]:
    """The sections and what lies between them, in order."""
    done = 0
    for section in segments.sections:
        if done < section.start:
            yield done, section.start, None
        yield section.start, section.end, section
        done = section.end
    if done < len(text.clean):
        yield done, len(text.clean), None


def _within(spans: list[tuple[int, int]], position: int) -> bool:
    """Whether one of the sorted, disjoint spans holds the position."""
    i = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return i >= 0 and position < spans[i][1]


def document_reference(text: str, segments: Segments) -> Reference:
    """What dates outside dated articles are seen from; see the module's rule."""
    if segments.published:
        return Reference(segments.published)
    return _masthead(text) or _latest(text)


def section_reference(text: str, section: Section | None, whole: Reference) -> Reference:
    """What the dates of one article are seen from."""
    if section and section.published:
        return Reference(section.published)
    if not section or not whole.day or whole.known == "day":
        return whole
    periods = find_periods(text, reference=whole.day, known=whole.known, style="document")
    told = [p for p in periods if p.precision in ("day", "month") and p.last <= whole.day]
    for p in told:
        if p.precision == "day" and p.start <= _LEAD and _DATELINE.search(text, 0, p.start):
            return Reference(p.last)
    counted = [p for p in told if p.relation == "as_of" and not p.inferred]
    latest = max(counted, key=lambda p: p.last, default=None)
    if latest and (whole.day - latest.last).days <= _HALF_YEAR:
        return Reference(latest.last, latest.precision)
    return whole


def _masthead(text: str) -> Reference | None:
    """The first line of the opening that holds a month or a quarter with its year, and little else."""
    for line in fold(text[:_OPENING]).split("\n"):
        if not 0 < len(line) <= _LINE:
            continue
        periods = [p for p in find_periods(line, style="document") if p.precision in ("month", "quarter")]
        if len(periods) == 1 and _MASTHEAD.fullmatch(line[: periods[0].start] + line[periods[0].end :]):
            return Reference(periods[0].last, periods[0].precision)
    return None


def _latest(text: str) -> Reference:
    """The latest day, month or year that the text names without planning for it."""
    periods, text = find_periods(text, style="document"), fold(text)
    named = [
        p for p in periods if not p.inferred and not _planned(text, p.start, p.end) and _tells_now(text, p)
    ]
    dated: list[Period] = [p for p in named if p.last.year == p.first.year]
    # A year or a month is later than a day only if it begins later.
    last = max(dated, key=lambda p: (p.first, -p.last.toordinal()), default=None)
    bare = [
        m
        for m in _YEAR.finditer(text)
        if (last is None or int(m[0]) > last.last.year) and not _planned(text, *m.span())
    ]
    if bare:
        figures = [(q.start, q.end) for q in find_quantities(text)]
        years = [int(m[0]) for m in bare if not _within(figures, m.start())]
        if years:
            return Reference(date(max(years), 12, 31), "year", firm=False)
    return (
        Reference(last.last, "month" if last.precision == "period" else last.precision, firm=False)
        if last
        else Reference(None)
    )


def _tells_now(text: str, p: Period) -> bool:
    """Whether the text may have been written about then, and does not only recall it.

    Whoever says 今年 or leaves the year out of days told before calls the running year so; a year that it names
    further on is another, unless it heads the text, opens what is told, or says up to when was counted.
    """
    line = text[text.rfind("\n", 0, p.start) + 1 : (text.find("\n", p.end) + 1 or len(text) + 1) - 1]
    if (len(line) <= _LINE and "。" not in line) or p.relation == "as_of":
        return True
    before = _OPENS.search(text, 0, p.start)
    leads = "。" not in text[: p.start]
    if _SEEN_FROM_NOW.search(text):
        return p.precision == "day" and (leads or (before is not None and before[0][0] != "。"))
    return leads or before is not None or not _DAY_ALONE.search(text, 0, p.start)


def _planned(text: str, start: int, end: int) -> bool:
    return bool(_PLANNED.search(text, max(0, start - 10), start) or _PLAN_AFTER.match(text, end))
