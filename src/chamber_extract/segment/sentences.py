"""Sentences inside paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.segment.spans import Span

# A stop with the brackets and quotation marks that close behind it. Half-width marks count only
# where no letter or digit follows: ?from=1 and 1;2 are no ends of sentences.
_END = re.compile(r"(?:[。！？；]|[!?;](?![0-9A-Za-z&#=/]))+[。！？!?]*[”’」』）)》〉】\]\"']*")


def sentences(clean: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, without white space around them; together they cover it."""
    start = paragraph.start
    for m in _END.finditer(clean, paragraph.start, paragraph.end):
        yield from _trimmed(clean, start, m.end())
        start = m.end()
    yield from _trimmed(clean, start, paragraph.end)


def _trimmed(clean: str, start: int, end: int) -> Iterator[Span]:
    while start < end and clean[start].isspace():
        start += 1
    while end > start and clean[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
