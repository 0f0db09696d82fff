"""Text with alignment: what the extractors read, and where each character came from."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text in three views of which the last two have equal length.

    `source` is the document's text; offsets in the output count its code points. `clean` is what
    is left when line breaks inside sentences, stray spaces between Han characters, tags and
    marks are taken out; paragraphs are separated by one line feed, so that a pattern without
    line feed never crosses a paragraph. `folded` is `clean` folded one to one for matching:
    half-width digits, letters and brackets, simplified characters (see `normalize.script.fold`).
    Match on `folded`, take values from `clean`, quote with `quote`.

    `starts[i]` and `ends[i]` are the source offsets of `clean[i]`.
    """

    source: str
    clean: str
    folded: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of the non-empty clean span."""
        return self.starts[start], self.ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The verbatim source text of the non-empty clean span."""
        return self.source[self.starts[start] : self.ends[end - 1]]
