"""The cells of a table's rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.segment.spans import Segments, Span
from chamber_extract.text import Text

Cells = dict[int, Span]  # by column, without the white space around them

_CELL = re.compile(r"[^\t\n]+")


def tables_of_cells(text: Text, segments: Segments) -> Iterator[list[Cells]]:
    """The rows of each table in order, each as its cells; empty cells are left out."""
    i = 0
    for table in segments.tables:
        rows = []
        while i < len(segments.paragraphs) and segments.paragraphs[i].end <= table.end:
            if segments.paragraphs[i].start >= table.start:
                rows.append(cells(text.folded, segments.paragraphs[i]))
            i += 1
        yield rows


def cells(folded: str, row: Span) -> Cells:
    """The cells of one row."""
    found: Cells = {}
    for m in _CELL.finditer(folded, row.start, row.end):
        if words := m[0].strip():
            start = m.start() + m[0].index(words)
            found[folded.count("\t", row.start, m.start())] = Span(start, start + len(words))
    return found
