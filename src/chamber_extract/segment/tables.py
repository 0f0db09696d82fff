"""Tables: runs of rows whose cells are separated by tabs, each with its caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chamber_extract.segment.paragraphs import Paragraph

_FIGURE = re.compile(r"\d[万亿]?[^年月日\d]")
_LONGEST_CAPTION = 40  # characters


def tables(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int, bool]]:
    """For each table the indexes of its first paragraph and after its last, and whether the first is a caption.

    The caption is a row of one cell at the head (a title spread over the columns), or the
    heading or announcement (捐款名单如下：) right before the rows.
    """
    i = 0
    while i < len(paragraphs):
        if paragraphs[i].kind != "row":
            i += 1
            continue
        first = i
        while i < len(paragraphs) and paragraphs[i].kind == "row":
            if (
                i > first
                and _title_row(paragraphs[i])
                and not _title_row(paragraphs[i - 1])
                and _header(paragraphs, i + 1)
            ):
                break
            i += 1
        captioned = _title_row(paragraphs[first])
        if not captioned and first and _captions(paragraphs[first - 1]):
            captioned = True
            first -= 1
        yield first, i, captioned


def _captions(paragraph: Paragraph) -> bool:
    if paragraph.kind == "prose":  # an announcement that says nothing by itself
        text = paragraph.text
        return len(text) <= _LONGEST_CAPTION and text.endswith(":") and not _FIGURE.search(text)
    return paragraph.kind in ("heading", "item")


def _title_row(paragraph: Paragraph) -> bool:
    return sum(bool(cell.strip()) for cell in paragraph.text.split("\t")) == 1


def _header(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a row of several cells, none of them a number, stands there."""
    if i >= len(paragraphs) or paragraphs[i].kind != "row":
        return False
    cells = [c for c in paragraphs[i].text.split("\t") if c.strip()]
    return len(cells) > 1 and not any(c.strip()[0].isdigit() for c in cells)
