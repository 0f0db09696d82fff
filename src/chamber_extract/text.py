"""Text with alignment: what the extractors read, and where each character came from."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from chamber_extract.normalize.script import fold

# Stands in a draft for the end of a paragraph that no later step may take out; control
# characters of the source are gone by then, so it cannot come from there.
HARD_BREAK = "\x1e"


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text in three views of which the last two have equal length.

    `source` is the document's text; offsets in the output count its code points. `clean` is what
    is left when line breaks inside sentences, stray spaces between Han characters, tags and
    marks are taken out; paragraphs are separated by one line feed, so that a pattern without
    line feed never crosses a paragraph. Tabs stay: they separate the cells of a table row.
    The space in a padded two-character name (李 勇) and between the halves of a headline stays
    too. `folded` is `clean` folded one to one for matching: half-width digits, letters and
    brackets, simplified characters (see `normalize.script.fold`).
    Match on `folded`, take values from `clean`, quote with `quote`.

    `starts[i]` and `ends[i]` are the source offsets of `clean[i]`; `starts` rises strictly, and
    `source[starts[i]]` is `clean[i]` save where a line feed, tab or space stands for a tag or a line
    break, a character for its entity, or an ideograph for its radical. `marks` are in order of their starts.
    """

    source: str
    clean: str
    folded: str
    starts: array[int]
    ends: array[int]
    marks: tuple[Mark, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of the non-empty clean span."""
        return self.starts[start], self.ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The verbatim source text of the non-empty clean span."""
        return self.source[self.starts[start] : self.ends[end - 1]]

    def gap(self, position: int) -> str:
        """What cleaning took out of the source right before `clean[position]`."""
        return self.source[self.ends[position - 1] if position else 0 : self.starts[position]]

    def split(self) -> tuple[Text, Text | None]:
        """The text itself, and what stands aside of it if anything does: two clean views of one source.

        A text that is all aside is the text itself.
        """
        asides = [m for m in self.marks if m.aside]
        if not asides:
            return self, None
        edges = [0]
        for mark in asides:
            start, end = bisect_left(self.starts, mark.start), bisect_left(self.starts, mark.end)
            if start < end:
                if len(edges) > 1 and not self.clean[edges[-1] : start].strip():
                    edges.pop()
                else:
                    edges.append(start)
                edges.append(end)
        edges.append(len(self.clean))
        own, aside = self._without(edges[1:-1]), self._without(edges)
        if not own.clean.strip() or not aside.clean.strip():
            return self, None
        return own, aside

    def _without(self, edges: list[int]) -> Text:
        """The text without the stretches between every other two edges; a line feed divides what is left."""
        cuts = []
        for start, end in zip(edges[0::2], edges[1::2], strict=True):
            while start and self.clean[start - 1] == "\n":
                start -= 1
            while end < len(self.clean) and self.clean[end] == "\n":
                end += 1
            if start < end:
                cuts.append(Edit(start, end, "\n" if start and end < len(self.clean) else ""))
        return Draft(self.source, self.clean, self.starts, self.ends).edit(cuts).finish(self.marks)


class Mark(NamedTuple):
    """What the format itself says of a stretch of the source, beyond its words.

    A heading has its `level` from 1; what is `aside` stands around the text and is none of it:
    navigation, lists of other articles, footers.
    """

    start: int
    end: int
    level: int = 0
    aside: bool = False


class Edit(NamedTuple):
    """Put `text`, one character or none, in place of the draft's non-empty `start:end`."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way from the source to the clean view, aligned at every step."""

    source: str
    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, source: str) -> Draft:
        """The source as it is."""
        n = len(source)
        return cls(source, source, array("l", range(n)), array("l", range(1, n + 1)))

    def edit(self, edits: Iterable[Edit]) -> Draft:
        """The draft with the edits made. They must be in order and free of overlap."""
        pieces: list[str] = []
        starts, ends = array("l"), array("l")
        position = 0
        for start, end, text in edits:
            pieces.append(self.text[position:start])
            starts.extend(self.starts[position:start])
            ends.extend(self.ends[position:start])
            if text:
                pieces.append(text)
                starts.append(self.starts[start])
                ends.append(self.ends[end - 1])
            position = end
        if not pieces:
            return self
        pieces.append(self.text[position:])
        starts.extend(self.starts[position:])
        ends.extend(self.ends[position:])
        return Draft(self.source, "".join(pieces), starts, ends)

    def finish(self, marks: Iterable[Mark] = ()) -> Text:
        """The draft's text as the clean view."""
        return Text(self.source, self.text, fold(self.text), self.starts, self.ends, tuple(marks))
