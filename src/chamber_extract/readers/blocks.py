"""A text put together from what a structured format holds: paragraphs, headings, lines, rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chamber_extract.readers.markup import INVISIBLE
from chamber_extract.reflow import join_lines
from chamber_extract.spacing import close_up, set_tabs
from chamber_extract.text import HARD_BREAK, Draft, Edit, Mark, Text

# Stand in a block for what white space of the file does not say; the file's own are taken out.
_LINE, _CELL = "\x1d", "\x1c"
_WHITE = re.compile(r"[ \t\r\n\f]+")
_EDGES = re.compile(r"[ \u3000]*+([\x1c\x1d])[ \u3000]*+")
_WIDE = re.compile(r"[\u2014-\u2026\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ENDS = " \t\n\r\u3000\xa0\x1c\x1d"
_RULE = "-----"
_MOST_BLANKS = 4  # blank lines that say more than fewer


class Blocks:
    """Collects blocks in their order; `finish` gives the text.

    The source is what was collected: blocks with a blank line between them, rows of a table on lines
    of their own with tabs between their cells. With `lines` each block is a line and an empty one a
    blank line. Like the lines of a text file, blocks may be the layout's, since people break lines
    as on a typewriter and programs make a paragraph of each; those that surely are the writer's are
    `hard`, and nothing joins them again.
    """

    def __init__(self, lines: bool = False) -> None:
        self._lines = lines
        self._pieces: list[str] = []
        self._length = 0
        self._blanks = 0
        self._breaks: list[Edit] = []
        self._marks: list[Mark] = []
        self._block: list[str] = []
        self._row = self._hard = False
        self.aside = False

    @property
    def open(self) -> bool:
        """Whether the block begun holds anything."""
        return any(piece.strip(_ENDS) for piece in self._block)

    @property
    def length(self) -> int:
        """Characters of the finished blocks."""
        return self._length

    def text(self, text: str, kept: bool = False) -> None:
        """Adds running text, whose white space counts as one space; with `kept` its lines stay."""
        text = INVISIBLE.sub("", text)
        self._block.append(re.sub(r"\r\n?|\n", _LINE, text) if kept else text)

    def line(self) -> None:
        """Begins a new line in the block, which may be a break of the layout only."""
        self._block.append(_LINE)

    def cell(self) -> None:
        """Ends a cell of the row begun."""
        self._block.append(_CELL)

    def close(self, level: int = 0, row: bool = False, hard: bool = False) -> None:
        """Ends the block, if one is begun; `level` is that of a heading, `hard` says that it surely ends here."""
        text, self._block = _tidy("".join(self._block)), []
        hard = hard or row or bool(level)
        if not text.strip(_ENDS):
            self._blanks += 1
            self._hard = self._hard or hard
            return
        text = text.strip(" \n") if row else text.rstrip(_ENDS) if self._lines else text.strip(_ENDS)
        if self._pieces:
            blanks = self._blanks if self._lines else not (row and self._row)
            gap = "\n" * (1 + min(blanks, _MOST_BLANKS))
            if self._hard or row or level:
                self._breaks.append(Edit(self._length, self._length + len(gap), HARD_BREAK))
            self._put(gap)
        if level or self.aside:
            start = self._length + len(text) - len(text.lstrip(_ENDS))
            self._marks.append(Mark(start, self._length + len(text), level, self.aside))
        self._put(text)
        self._row, self._hard, self._blanks = row, hard, 0

    def rule(self) -> None:
        """A line drawn across the page."""
        self.close(hard=True)
        if self._pieces:
            start = self._length
            self._put(f"\n{_RULE}")
            self._breaks.append(Edit(start, self._length, HARD_BREAK))

    def finish(self) -> Text:
        """The text of all blocks."""
        self.close()
        draft = Draft.of("".join(self._pieces)).edit(self._breaks)
        return close_up(join_lines(set_tabs(draft))).finish(_merged(self._marks))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _tidy(block: str) -> str:
    """White space as a page shows it: none where a line of the file breaks between two Han characters."""

    def space(m: re.Match[str]) -> str:
        start, end = m.span()
        if (
            "\n" in m[0]
            and start
            and end < len(block)
            and _WIDE.match(block[start - 1])
            and _WIDE.match(block[end])
        ):
            return ""
        return " "

    block = _EDGES.sub(r"\1", _WHITE.sub(space, block))
    return block.replace("\xa0", " ").replace(_LINE, "\n").replace(_CELL, "\t")


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    """Headings by themselves; what stands aside in as few stretches as hold it, each before its headings."""
    asides: list[Mark] = []
    for m in marks:
        if m.aside:
            asides.append(Mark(m.start, m.end, aside=True))
    headings = [Mark(m.start, m.end, m.level) for m in marks if m.level]
    return sorted([*asides, *headings], key=lambda m: (m.start, m.level))
