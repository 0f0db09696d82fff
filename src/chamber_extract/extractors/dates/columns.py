"""Days in a column of a table that only its head tells to be days: 1/6, 20240408 or 1130408 under 日期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chamber_extract.normalize.calendar_words import ERAS
from chamber_extract.normalize.dates import parse_period
from chamber_extract.normalize.values import Period
from chamber_extract.segment import Segments, Span
from chamber_extract.segment.cells import tables_of_cells
from chamber_extract.text import Text

_HEAD = re.compile(
    r"(?:[捐收到汇入发生活动交易登记]{0,4}(?:日 ?期|时 ?间|日)|月/?日|date)(?:[(（][^()（）]{1,6}[)）])?$",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"(?P<m>0?[1-9]|1[0-2])(?P<s>[/.\-])(?P<d>0?[1-9]|[12]\d|3[01])")
_TOTAL = re.compile(r"[合总小共累] ?计|总[额数]")
# 20240408, and 1130408 by the years of the Republic.
_FIGURES = re.compile(r"(?P<y>(?:19|20)\d\d|1[0-2]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])")


def columns_of_days(text: Text, segments: Segments, reference: date | None) -> Iterator[Period]:
    """The days of such columns, month before day; those without a year are seen from the reference, none without one.

    A column in which a cell can be no such day (13/6, 1.5) is left alone.
    """
    for rows in tables_of_cells(text, segments):
        for i, row in enumerate(rows):
            for column, cell in row.items():
                if _HEAD.fullmatch(text.folded, cell.start, cell.end):
                    below = (r[column] for r in rows[i + 1 :] if column in r)
                    cells = [c for c in below if not _TOTAL.match(text.folded, c.start, c.end)]
                    yield from _days(text.folded, cells, reference)


def _days(folded: str, cells: list[Span], reference: date | None) -> list[Period]:
    found, signs = [], set()
    for cell in cells:
        m = _MONTH_AND_DAY.fullmatch(folded, cell.start, cell.end)
        signs.add(m and m["s"])
        m = m or _FIGURES.fullmatch(folded, cell.start, cell.end)
        period = parse_period(_in_words(m), reference=reference) if m else None
        if not period or len(signs) > 1:
            return []
        found.append(replace(period, start=cell.start, end=cell.end))
    return found


def _in_words(m: re.Match[str]) -> str:
    """The day of a match with its units: 2024年04月08日, 4月8日."""
    year = m.groupdict().get("y") or ""
    year = f"{int(year) + ERAS['民国']}" if len(year) == 3 else year
    return f"{year}{'年' if year else ''}{m['m']}月{m['d']}日"
