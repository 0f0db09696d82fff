"""Tables whose cells stand one below another, as pages leave them: 序号⏎名称⏎文号⏎1⏎…条例⏎国务院令第527号⏎2⏎…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chamber_extract.text import Draft, Edit

_LINES = re.compile(r"[^\s\x1e][^\n\x1e]*")
_INDEX = re.compile(r"[序编項项][ \u3000]*[号號次]|編[ \u3000]*號|No\.?", re.IGNORECASE)
_COLUMNS = range(2, 10)
_HEAD, _CELL = 16, 120  # characters
_FEWEST = 2  # rows


def set_rows(draft: Draft) -> Draft:
    """The draft with the cells of such a table in rows, tabs between them: the numbers of its rows say how wide it is."""
    lines = [(m.start(), m.start() + len(m[0].rstrip())) for m in _LINES.finditer(draft.text)]
    edits: list[Edit] = []
    i = 0
    while i < len(lines):
        width, size = _table(draft.text, lines, i)
        edits += _joints(lines[i : i + size], width)
        i += size or 1
    return draft.edit(edits)


def _table(text: str, lines: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """How many columns and how many cells the table has that begins with line `i`; of none 0 and 0."""
    words = [text[a:b] for a, b in lines[i : i + _COLUMNS.stop]]
    width = next((n for n in _COLUMNS if words[n : n + 1] == ["1"]), 0)
    if not width or not _INDEX.fullmatch(words[0]) or any(len(word) > _HEAD for word in words[:width]):
        return 0, 0
    rows = 0
    while i + (rows + 2) * width <= len(lines):
        row = [text[a:b] for a, b in lines[i + (rows + 1) * width : i + (rows + 2) * width]]
        if row[0] != str(rows + 1) or any(len(cell) > _CELL for cell in row):
            break
        rows += 1
    return (width, (rows + 1) * width) if rows >= _FEWEST else (0, 0)


def _joints(cells: Sequence[tuple[int, int]], width: int) -> Iterator[Edit]:
    """What stands between the cells: a tab, after the last of a row the end of the line."""
    for n, (cell, following) in enumerate(pairwise(cells), 1):
        yield Edit(cell[1], following[0], "\t" if n % width else "\n")
