"""How the lines of some pages are set: the blocks that they stand in, the edges of these, the distance of their lines.

A page breaks a line where the next word has no room. How much room there is, a block of long lines shows
by itself, and for short ones the blocks around do. Lines may also have been broken before they came on the
page, as in a text file that was printed: they end together, but far from where the page would break them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from chamber_extract.readers.pieces import Piece, Row

_FAR = 3.0  # em between lines: another block
INDENT = 1.2  # em: paragraphs are indented by two characters, by one at least
_FEWEST = 4  # lines that show where their block ends
_OPEN = 4.0  # em that no line of a block has filled: it ends before them
_OVER = 1.2  # em: a mark may hang over the edge
_SURE = 3  # lines that were broken by the edge for each one that was not: headings and the like
_RARE = 2  # lines for each one behind a blank: programs that put one at the end of every line mean none
_AROUND = 12  # blocks of long lines before and behind a short one, of which one is its own column
_SLACK = 0.35  # em: lines that are not justified end where the widths of signs and figures let them
_LONGEST_WORD = 8.0  # em of a Latin word or a number that did not fit on the line

_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)】》]*$")
_STOPPED = re.compile(r"[。！？!?][”’」』）)】》]*$")
_HANGING = re.compile(r"[，。、；：！？）》”’」』】〕]$")
# What does not come apart at the end of a line: a word or character with the marks that cannot end or begin one.
_UNIT = re.compile(r"[（《“‘「『【〔(\[]*(?:[!-~]+|——|……|.)[，。、；：！？）》”’」』】〕％…,.;:!?)\]]*")
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*$")
_PART = re.compile(r"(?!https?:|www\.)[!-~]*[/?&=._\d][!-~]*")  # what may be the rest of an address
_LONGEST_PART = 30.0  # em


@dataclass(slots=True)
class Line:
    """A line with what is known of the block that it stands in."""

    piece: Piece
    page: int
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0  # the usual distance of the block's lines, 0 for a line by itself
    typed: bool = False  # it may have been broken before it came on the page
    framed: bool = (
        False  # the right edge is one that lines around show, not the end of its own block's longest line
    )
    spaced: bool = False  # the file has a blank before it, as it has not before most
    before: Line | None = None  # in the block
    after: Line | None = None

    @property
    def row(self) -> bool:
        return isinstance(self.piece, Row)

    @property
    def parted(self) -> bool:
        """Whether it has cells of a table, or words set far apart."""
        return "  " in self.piece.text or "\t" in self.piece.text

    @property
    def ended(self) -> bool:
        return bool(_ENDED.search(self.piece.text))

    @property
    def indent(self) -> float:
        """In em."""
        return (self.piece.x0 - self.left) / self.piece.size

    @property
    def room(self) -> float:
        """What is left free at the end of the line, in em."""
        return (self.right - self.piece.x1) / self.piece.size

    @property
    def reach(self) -> float:
        """Where the line ends, but for a mark that may hang in the margin."""
        hanging = self.piece.size if _HANGING.search(self.piece.text) else 0.0
        return self.piece.x1 - hanging

    @property
    def stands_alone(self) -> bool:
        """Whether neither the sentence nor the line is filled, as in a headline."""
        return (
            not self.ended
            and self.room > (needed(self.piece.text, self.after.piece.text) if self.after else 1.0) + _SLACK
        )

    def has_no_room_for(self, following: Line) -> bool:
        """Whether the line was broken since what comes next had no room."""
        room = self.room
        if _STOPPED.search(
            self.piece.text
        ):  # as a paragraph may: surely not where next to nothing is free and no headline follows
            return -_OVER < room < 1.0 and not following.stands_alone
        return -_OVER < room < needed(self.piece.text, following.piece.text) + _SLACK


def needed(text: str, following: str) -> float:
    """The room in em that the head of the following line would have taken at the end of the text."""
    if ADDRESS.search(text) and _PART.match(following):  # it may be broken behind a sign
        return _LONGEST_PART if text[-1] in "/?&=-" else _LONGEST_WORD
    m = _UNIT.match(following)
    if not m:
        return 1.0
    width = _width(m[0])
    if text[-1].isdigit() and following[0].isdigit():  # a number that is broken off
        width += 1.0
    return width if width <= _LONGEST_WORD else 1.0


def _width(text: str) -> float:
    """In em; figures and Latin letters are half as wide as Han characters, or a little more."""
    return sum(0.6 if c.isascii() else 1.0 for c in text)


@dataclass(slots=True)
class _Block:
    """Lines of one size right under one another."""

    lines: list[Line]
    left: float = 0.0
    right: float = 0.0
    extent: float = 0.0  # where the widest line ends
    size: float = 0.0
    typed: bool = False
    framed: bool = False

    def measure(self) -> None:
        """Finds the edges that the lines show by themselves."""
        self.left = min(x.piece.x0 for x in self.lines)
        self.size = median(x.piece.size for x in self.lines)
        ends = sorted((x.reach for x in self.lines), reverse=True)
        self.extent = ends[0]
        # One that is wider than all others, such as a byline, was not broken by the edge of their column.
        even = (a for a, b in pairwise(ends) if a - b < self.size)
        self.right = next(even, self.extent) if len(ends) >= _FEWEST else self.extent
        pitches = [b.piece.y - a.piece.y for a, b in pairwise(self.lines)]
        pitch = median(pitches) if pitches else 0.0
        for line in self.lines:
            line.left, line.right, line.pitch = self.left, self.right, pitch

    def settle(self) -> None:
        """Tells the lines the edge and the kind that were found for the block."""
        for line in self.lines:
            line.right, line.typed, line.framed = self.right, self.typed, self.framed

    @property
    def solid(self) -> bool:
        """Whether the edge of the block breaks its lines: hardly any sentence goes on from a line that has room."""
        full = short = 0
        for a, b in pairwise(self.lines):
            if a.has_no_room_for(b) and not a.parted:
                full += 1
            elif not a.ended and b.indent < INDENT:
                short += 1
        return full >= _FEWEST - 1 and full >= _SURE * short

    @property
    def indented(self) -> bool:
        """Whether paragraphs are told by their indents."""
        return any(a.indent >= INDENT > b.indent for a, b in pairwise(self.lines))


@dataclass(frozen=True, slots=True)
class _Frame:
    """A place of the page that text fills from edge to edge."""

    left: float
    right: float
    typed: bool = False

    def holds(self, block: _Block) -> bool:
        return self.left - block.size < block.left and block.extent < self.right + _OVER * block.size


def measure(kept: Sequence[Line], widths: Sequence[float]) -> None:
    """Tells every line the edges of its block and the distance of its lines; `widths` are those of the pages."""
    blocks = list(_blocks(kept))
    for block in blocks:
        block.measure()
    spaced = [line for line in kept if line.piece.lead]
    if len(spaced) * _RARE < len(kept):
        for line in spaced:
            line.spaced = True
    paper = _Paper(kept, widths)
    frames: list[_Frame] = []
    places: list[int] = []  # of the blocks that are frames
    for i, block in enumerate(blocks):
        if block.solid:
            edge = paper.edge(block)
            block.framed = True
            block.typed = edge > block.right and not block.indented
            frames.append(_Frame(block.left, block.right, block.typed))
            places.append(i)
            if block.typed:
                block.right = max(block.extent, edge)
    solid = set(places)
    for i, block in enumerate(blocks):
        if i not in solid:
            at = bisect_left(places, i)
            near = *frames[max(0, at - _AROUND) : at][::-1], *frames[at : at + _AROUND]
            paper.fit(block, near)
        block.settle()


class _Paper:
    """The pages with what stands on them."""

    def __init__(self, kept: Sequence[Line], widths: Sequence[float]) -> None:
        self.widths = widths
        self.pages: dict[int, list[Piece]] = defaultdict(list)
        for line in kept:
            self.pages[line.page].append(line.piece)
        lines = [line for line in kept if not line.row]
        right = max((x.reach for x in lines), default=0.0)
        width = max(widths, default=0.0)
        self.left = min((x.piece.x0 for x in lines), default=0.0)
        full = sum(x.reach > right - x.piece.size for x in lines)
        self.sure = width - right < 1.5 * self.left  # as wide a margin as on the left
        self.right = right if full > 1 or self.sure else 0.0  # one may end there by chance

    def edge(self, block: _Block) -> float:
        """Where the page would break the block's lines: its own right edge, or one that is far beyond it."""
        first = block.lines[0]
        # Pages have the same margin on both sides, or nearly: a much wider one means more than a narrow one.
        mirrored = self.widths[first.page] - self.left
        for edge, least in ((self.right, _OPEN), (mirrored, 2 * _OPEN)):
            if edge - block.right > least * block.size and self.is_free(block, edge):
                return edge
        return block.right

    def is_free(self, block: _Block, right: float) -> bool:
        """Whether nothing stands beside the block up to there."""
        top, foot = block.lines[0].piece.top, block.lines[-1].piece.y
        return not any(
            block.right < p.x0 < right and p.top < foot and p.y > top for p in self.pages[block.lines[0].page]
        )

    def fit(self, block: _Block, frames: Iterable[_Frame]) -> None:
        """Gives a block that does not show its edge by itself that of a frame which holds it."""
        whole = _Frame(self.left, self.right)
        frame = next((f for f in (*frames, whole) if f.holds(block) and self.is_free(block, f.right)), None)
        block.typed = len(block.lines) >= _FEWEST or (frame is not None and frame.typed)
        block.framed = frame is not None and (frame is not whole or self.sure)
        if frame and not frame.typed:
            block.right = max(block.extent, frame.right)
        elif block.typed:
            block.right = max(block.extent, self.edge(block))


def _blocks(kept: Sequence[Line]) -> Iterator[_Block]:
    block: list[Line] = []
    for line in kept:
        if block and _is_under(block[-1], line):
            line.before, block[-1].after = block[-1], line
        elif block:
            yield _Block(block)
            block = []
        block.append(line)
    if block:
        yield _Block(block)


def _is_under(a: Line, b: Line) -> bool:
    """Whether the line stands in one block with the one before it, right under it."""
    p, q = a.piece, b.piece
    return (
        a.page == b.page
        and not a.row
        and not b.row
        and p.like(q)
        and 0.5 * q.size < q.y - p.y < _FAR * q.size
        and p.meets(q)
    )
