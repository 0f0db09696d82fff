"""A text put together from what a structured format holds: paragraphs, headings, lines, rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract import layout
from chamber_extract.readers.markup import INVISIBLE, unmark
from chamber_extract.text import HARD_BREAK, Draft, Edit, Mark, Text

# Stand in a block for what white space of the file does not say; the file's own are taken out.
_LINE, _CELL, _TAB = "\x1d", "\x1c", "\x1a"
_WHITE = re.compile(r"[ \t\r\n\f]+")
_MARGIN = re.compile(r"(?:^|(?<=\x1d))[ \xa0]*+\x1a[ \xa0\x1a]*+")  # tabs that indent a line
_EDGES = re.compile(r"[ \u3000]*+([\x1c\x1d])[ \u3000]*+")
_WIDE = re.compile(r"[\u2014-\u2026\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ENDS = " \t\n\r\u3000\xa0\x1c\x1d"
_RULE = "-----"
_EMPTY = 10  # one block in so many with an empty one before it: the writer set blank lines himself
_LONGEST_ROW = 120  # characters
_STOPS = ("。", "；", "，")
_MOST_BLANKS = 4  # blank lines that say more than fewer


@dataclass(slots=True)
class _Block:
    text: str
    level: int
    row: bool
    aside: bool
    hard: bool  # surely does not go on from the block before
    blanks: int  # empty blocks before it


class Blocks:
    """Collects blocks in their order; `finish` gives the text.

    The source is what was collected: blocks with a blank line between them, rows of a table on lines
    of their own with tabs between their cells. Where blocks are lines, as `lines` says or empty ones
    between them show, an empty one is a blank line. Like the lines of a text file, blocks may be the
    layout's, since people break lines as on a typewriter and programs make a paragraph of each; those
    that surely are the writer's are `hard`, and nothing joins them again.
    """

    def __init__(self, lines: bool = False) -> None:
        self._lines = lines
        self._blocks: list[_Block] = []
        self._block: list[str] = []
        self._blanks = 0
        self._hard = False
        self.aside = False

    def __len__(self) -> int:
        return len(self._blocks)

    @property
    def open(self) -> bool:
        """Whether the block begun holds anything."""
        return any(piece.strip(_ENDS) for piece in self._block)

    def text(self, text: str, kept: bool = False) -> None:
        """Adds running text, whose white space counts as one space; with `kept` its lines, tabs and blanks stay."""
        text = INVISIBLE.sub("", text)
        if kept:
            text = re.sub(r"\r\n?|\n", _LINE, text).replace("\t", _TAB).replace("  ", "\xa0\xa0")
        self._block.append(text)

    def line(self) -> None:
        """Begins a new line in the block, which may be a break of the layout only."""
        self._block.append(_LINE)

    def cell(self) -> None:
        """Ends a cell of the row begun."""
        self._block.append(_CELL)

    def blank(self) -> None:
        """An empty block."""
        self._blanks += 1

    def close(self, level: int = 0, row: bool = False, hard: bool = False) -> None:
        """Ends the block, if one is begun; `level` is that of a heading, `hard` says that it surely ends here."""
        text, self._block = _tidy("".join(self._block)), []
        hard = hard or row or level > 0
        if text.strip(_ENDS):
            text = text.strip(" \n") if row else text.rstrip(_ENDS)
            self._blocks.append(
                _Block(text, level, row, self.aside, self._hard or row or level > 0, self._blanks)
            )
            self._hard, self._blanks = hard, 0
        else:
            self._hard = self._hard or hard

    def rule(self) -> None:
        """A line drawn across the page."""
        self.close(hard=True)
        if self._blocks:
            self._blocks[-1].text += f"\n{_RULE}"

    def finish(self) -> Text:
        """The text of all blocks."""
        self.close()
        lines = self._lines or sum(b.blanks > 0 for b in self._blocks) * _EMPTY > len(self._blocks)
        pieces: list[str] = []
        breaks: list[Edit] = []
        marks: list[Mark] = []
        length = 0
        row = True
        for block in self._blocks:
            text = block.text if lines or block.row else block.text.strip(_ENDS)
            blanks = min(block.blanks, _MOST_BLANKS) if lines else not (row and block.row)
            gap = "\n" * (1 + blanks) if pieces else ""
            if gap and block.hard:
                breaks.append(Edit(length, length + len(gap), HARD_BREAK))
            length += len(gap)
            start = length + len(text) - len(text.lstrip(_ENDS))
            length += len(text)
            pieces += (gap, text)
            if text.endswith(f"\n{_RULE}"):
                breaks.append(Edit(length - len(_RULE) - 1, length, HARD_BREAK))
            if block.aside:
                marks.append(Mark(start, length, aside=True))
            if block.level:
                marks.append(Mark(start, length, block.level))
            row = block.row
        draft = Draft.of("".join(pieces)).edit(breaks)
        return layout.undo(unmark(draft)).finish(marks)


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
        return "  " if tabbed and "\n" not in m[0] and "\t" in m[0] else " "

    # Office programs leave tabs in a paragraph as they are: a row, if there are others like it.
    tabbed = len(block) <= _LONGEST_ROW and not block.rstrip().endswith(_STOPS)
    block = _EDGES.sub(r"\1", _MARGIN.sub("", _WHITE.sub(space, block)))
    return block.replace("\xa0", " ").replace(_LINE, "\n").replace(_CELL, "\t").replace(_TAB, "\t")
