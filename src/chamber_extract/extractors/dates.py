"""Dates and periods of a document, each resolved against its own article.

The reference of an article is its publication date; where it has none, the document's; where that is
missing too, what the text itself states in a way that can serve (see `Reference`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from chamber_extract.mention import Mention
from chamber_extract.normalize.dates import find_periods
from chamber_extract.normalize.quantities import find_quantities
from chamber_extract.normalize.values import Period, Precision
from chamber_extract.segment import Section, Segments
from chamber_extract.text import Text


class Reference(NamedTuple):
    """The day that an article's dates are seen from, and how precisely it is known.

    A masthead period (2020年第1季度) or a year serves with its last day.
    """

    day: date | None
    known: Precision = "day"


# A paragraph this short that holds a date is a date line or a masthead.
_LINE = 40
# A masthead stands at the beginning.
_OPENING = 1500
# What a text plans is no witness of when it was written.
_PLANNED = re.compile(r"(?:到|至|聚焦|力争|展望|面向|迈向|实现|联合国)$")
_PLAN_AFTER = re.compile(r"(?:前|之前|底前)|.{0,6}(?:规划|目标|议程|远景|愿景|计划|达到|实现|力争)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff，。；）】》]+|(?<![\w.+-])[\w.+-]+@[\w.-]+", re.ASCII)
_YEAR = re.compile(r"(?<![0-9A-Za-z.\-/])20[0-4][0-9](?![0-9A-Za-z.\-/%])")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Mentions of kind `date`, their value a `Period`, in order of position."""
    addresses = [m.span() for m in _ADDRESS.finditer(text.folded)]
    whole = document_reference(text.folded, segments)
    for start, end, section in _articles(text, segments):
        reference = _section_reference(text.folded[start:end], section, whole)
        for p in find_periods(
            text.folded[start:end], reference=reference.day, known=reference.known, style="document"
        ):
            if not _inside(addresses, start + p.start, start + p.end):
                yield Mention("date", start + p.start, start + p.end, p, f"date:{p.precision}")


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


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    return i >= 0 and start < spans[i][1]


def document_reference(text: str, segments: Segments) -> Reference:
    """The document's publication date, else its masthead, else the latest time that it speaks of as present or past."""
    if segments.published:
        return Reference(segments.published)
    return _masthead(text) or _latest(text)


def _section_reference(text: str, section: Section | None, whole: Reference) -> Reference:
    """The section's publication date, else the latest day or month of the last year that it says to be up to (截至), else the document's."""
    if section and section.published:
        return Reference(section.published)
    if not section or not whole.day or whole.known == "day":
        return whole
    periods = find_periods(text, reference=whole.day, known=whole.known, style="document")
    told = [p for p in periods if p.precision in ("day", "month") and (whole.day - p.last).days >= 0]
    for p in told:
        if p.precision == "day" and p.start <= _LEAD and _DATELINE.search(text, 0, p.start):
            return Reference(p.last)
    up_to = [
        p
        for p in told
        if p.relation == "as_of" and not p.inferred and (whole.day - p.last).days <= _HALF_YEAR
    ]
    latest = max(up_to, key=lambda p: p.last, default=None)
    return Reference(latest.last, latest.precision) if latest else whole


# A report begins with the day it tells of, after its headline.
_LEAD = 300
_DATELINE = re.compile(r"(?:\n|[讯电])[^\n。]{0,2}\Z")
_HALF_YEAR = 183


def _masthead(text: str) -> Reference | None:
    """The first line of the opening that is short and holds a full period with its year."""
    place = 0
    for line in text[:_OPENING].split("\n"):
        if 0 < len(line) <= _LINE:
            periods = [
                p for p in find_periods(line, style="document") if p.precision in ("day", "month", "quarter")
            ]
            if len(periods) == 1 and _is_masthead(line, periods[0]):
                return Reference(periods[0].last, periods[0].precision)
        place += len(line) + 1
    return None


_MASTHEAD_WORDS = re.compile(
    r"[\s:：()（）\[\]|/,，、总第期刊年月日号0-9一二三四五六七八九十时间日期发布来源作者记者编辑]*"
)


def _is_masthead(line: str, period: Period) -> bool:
    rest = line[: period.start] + line[period.end :]
    return _MASTHEAD_WORDS.fullmatch(rest) is not None


def _latest(text: str) -> Reference:
    """The latest day, month or year that the text names without planning for it."""
    best: tuple[date, Precision] | None = None
    for p in find_periods(text, style="document"):
        if p.inferred or p.precision == "period" or _planned(text, p.start, p.end):
            continue
        if best is None or p.last > best[0]:
            best = p.last, p.precision
    figures = [(q.start, q.end) for q in find_quantities(text)]
    for m in _YEAR.finditer(text):
        last = date(int(m[0]), 12, 31)
        if (
            text[m.end() : m.end() + 1] != "年"
            and not _inside(figures, *m.span())
            and not _planned(text, *m.span())
            and (best is None or last.year > best[0].year)
        ):
            best = last, "year"
    return Reference(*best) if best else Reference(None)


def _planned(text: str, start: int, end: int) -> bool:
    return bool(_PLANNED.search(text, max(0, start - 4), start) or _PLAN_AFTER.match(text, end))
