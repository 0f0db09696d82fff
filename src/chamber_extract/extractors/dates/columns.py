"""Days in a column of a table that are a month and a day alone: 1/6 under 日期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chamber_extract.normalize.dates import parse_period
from chamber_extract.normalize.values import Period
from chamber_extract.segment import Segments, Span
from chamber_extract.segment.cells import tables_of_cells
from chamber_extract.text import Text

_HEAD = re.compile(
    r"(?:[捐收到汇入发生活动交易登记]{0,4}(?:日 ?期|时 ?间|日)|月/?日|date)(?:[(（][^()（）]{1,6}[)）])?$",
    re.IGNORECASE,
)
_DAY = re.compile(r"(0?[1-9]|1[0-2])([/.\-])(0?[1-9]|[12]\d|3[01])")


def columns_of_days(text: Text, segments: Segments, reference: date | None) -> Iterator[Period]:
    """The days of such columns, month before day, seen from the reference; none without one.

    A column in which a cell can be no month and day (13/6, 1.5) is left alone.
    """
    if reference is None:
        return
    for rows in tables_of_cells(text, segments):
        for i, row in enumerate(rows):
            for column, cell in row.items():
                if _HEAD.fullmatch(text.folded, cell.start, cell.end):
                    below = [r[column] for r in rows[i + 1 :] if column in r]
                    yield from _days(text.folded, below, reference)


def _days(folded: str, cells: list[Span], reference: date) -> list[Period]:
    found, signs = [], set()
    for cell in cells:
        m = _DAY.fullmatch(folded, cell.start, cell.end)
        signs.add(m and m[2])
        period = parse_period(f"{m[1]}月{m[3]}日", reference=reference) if m else None
        if not period or len(signs) > 1:
            return []
        found.append(replace(period, start=cell.start, end=cell.end))
    return found
