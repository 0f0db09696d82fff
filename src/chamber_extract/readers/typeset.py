"""From the lines on pages to a text: which line goes on in the next one, told by how the page is set.

A line goes on where it fills its column and the next one is not indented, across columns and pages
too. Where the page does not say, `reflow` decides by the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from chamber_extract.readers.pieces import Piece, Row
from chamber_extract.readers.running_heads import Leaf, furniture
from chamber_extract.reflow import join_lines
from chamber_extract.spacing import close_up, set_tabs
from chamber_extract.text import HARD_BREAK, Draft, Edit, Text

_INDENT = 1.2  # em: paragraphs are indented by two characters, by one at least
_FULL = 1.6  # em: a line may be shorter by a character and a stop that could not stand at its end
_APART = 1.5  # times the usual distance of lines: a blank between paragraphs
_FAR = 3.0  # em between lines: another block
_LONGEST_WORD = 8.0  # em of a Latin word or a number that did not fit on the line

_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)】》]*$")
_WORD = re.compile(r"[!-~]*")
_ENTRY = re.compile(r"\d{1,3}[ \u3000]+[^\d\s]|.*[.…·]{3,} ?\d{1,3}$")  # of contents: number and title
_OPENING = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.](?!\d)|第[一二三四五六七八九十百\d]{1,3}[章节條条編编]"
    r"|[㐀-鿿]{2,6}[:：]|[■□▲△●○◆◇★☆※•①-⑳【]|附件?[：:\d]"
)


@dataclass(slots=True)
class _Line:
    """A line with what is known of the block that it stands in."""

    piece: Piece
    page: int
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0  # the usual distance of the block's lines, 0 for a line by itself
    before: _Line | None = None  # in the block
    after: _Line | None = None

    @property
    def row(self) -> bool:
        return isinstance(self.piece, Row)

    @property
    def parted(self) -> bool:
        """Whether it has cells of a table, or words set far apart."""
        return "  " in self.piece.text

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


@dataclass(frozen=True, slots=True)
class Typeset:
    """The text of some pages and where each of them begins in it."""

    text: Text
    starts: tuple[int, ...]


def typeset(leaves: Sequence[Leaf]) -> Typeset:
    """The text of the pages: all that stands on them; running heads and page numbers are out of the clean view."""
    removed = furniture(leaves)
    kept = {
        (page, i): _Line(piece, page)
        for page, leaf in enumerate(leaves)
        for i, piece in enumerate(leaf.lines)
        if (page, i) not in removed
    }
    _measure(list(kept.values()))
    made, starts, edits = _Made(), [], []
    last: _Line | None = None
    end = 0  # of the last line that is kept
    for page, leaf in enumerate(leaves):
        made.page()
        starts.append(made.size)
        for i, piece in enumerate(leaf.lines):
            line = kept.get((page, i))
            joint = _joint(last, line) if last and line else None
            made.line(piece.text, apart=joint is None or _stands_apart(last, line))
            if line is None:
                continue
            start = made.size - len(piece.text)
            between = start - end
            if last is None:
                edits += [Edit(0, start)] if start else []
            elif joint is not None and (joint != "\n" or between > 2):
                edits.append(Edit(end, start, joint))
            last, end = line, made.size
    source = "".join(made.parts)
    if end < len(source):
        edits.append(Edit(end, len(source)))
    draft = Draft.of(source).edit(edits)
    return Typeset(close_up(join_lines(set_tabs(draft))).finish(), tuple(starts))


class _Made:
    """The source as far as it is written."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.fresh = True  # nothing stands on the page yet

    def page(self) -> None:
        if self.parts and not self.fresh:
            self._add("\n")
        self.fresh = True

    def line(self, text: str, apart: bool) -> None:
        """A line of the text, with a blank one before it if it stands apart."""
        if not self.fresh:
            self._add("\n\n" if apart else "\n")
        self._add(text)
        self.fresh = False

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)


def _measure(kept: list[_Line]) -> None:
    """Tells every line the edges of its block and the distance of its lines."""
    blocks: list[list[_Line]] = []
    for line in kept:
        if blocks and _under(blocks[-1][-1], line):
            line.before, blocks[-1][-1].after = blocks[-1][-1], line
            blocks[-1].append(line)
        else:
            blocks.append([line])
    edges: list[tuple[float, float, float]] = []  # of the last tall blocks: left, right, size
    for block in blocks:
        left = min(x.piece.x0 for x in block)
        right = max(x.piece.x1 for x in block)
        size = median(x.piece.size for x in block)
        near = [e for e in edges if -size < left - e[0] < 3 * size and right - e[1] < size]
        if len(block) < 4 and near:  # too few to tell: a block that stands above or on the page before does
            left, right = min(left, near[-1][0]), max(right, near[-1][1])
        elif len(block) >= 4:
            edges = [*edges[-11:], (left, right, size)]
        pitches = [b.piece.y - a.piece.y for a, b in pairwise(block)]
        for line in block:
            line.left, line.right = left, right
            line.pitch = median(pitches) if pitches else 0.0


def _under(a: _Line, b: _Line) -> bool:
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


def _stands_apart(last: _Line | None, line: _Line | None) -> bool:
    """Whether more than the usual distance parts two lines of a page."""
    if not last or not line or last.page != line.page or (last.row and line.row):
        return False
    if last.after is not line:
        return True
    return line.piece.y - last.piece.y > _APART * line.pitch


def _joint(last: _Line, line: _Line) -> str:
    """What stands between two lines in the clean view: nothing or a blank where the first goes on in the second."""
    if last.row or line.row or not last.piece.like(line.piece) or (last.parted and line.parted):
        return HARD_BREAK
    if _opens(last, line) or (last.ended and _OPENING.match(line.piece.text)):
        return HARD_BREAK
    if _ENTRY.match(last.piece.text) and _ENTRY.match(line.piece.text):
        return HARD_BREAK
    if not _follows(last, line):
        return HARD_BREAK if last.ended else "\n"
    if _is_full(last, line):
        return _blank(last.piece.text, line.piece.text)
    return HARD_BREAK if last.ended else "\n"


def _follows(last: _Line, line: _Line) -> bool:
    """Whether the line is where the text goes on: right under the last one, or at the head of a column."""
    if last.after is line:
        return line.piece.y - last.piece.y <= _APART * line.pitch
    return not (last.page == line.page and line.piece.y > last.piece.y and line.piece.meets(last.piece))


def _opens(last: _Line, line: _Line) -> bool:
    """Whether the line is indented as the first one of a paragraph."""
    if line.indent < _INDENT:
        return False
    size = line.piece.size
    if line.before is last and not last.ended and last.room < _FULL and _OPENING.match(last.piece.text):
        return False  # an entry whose further lines are indented
    if line.after and line.piece.x0 - line.after.piece.x0 >= _INDENT * size:
        return True
    if line.before is last:
        return line.piece.x0 - last.piece.x0 >= _INDENT * size or last.ended
    return True


def _is_full(last: _Line, line: _Line) -> bool:
    """Whether the line takes all the room there is, but for a word that had none."""
    room = last.room
    if room < _FULL:
        return True
    word = _WORD.match(line.piece.text)
    taken = 0.55 * len(word[0]) if word else 0.0
    if last.piece.text[-1].isdigit() and line.piece.text[0].isdigit():  # a number that is broken off
        taken += 1.0
    return not last.ended and 0 < taken <= _LONGEST_WORD and room < _FULL + taken


def _blank(a: str, b: str) -> str:
    """A blank between two Latin words."""
    return " " if a[-1].isascii() and b[0].isascii() and (a[-1].isalpha() or b[0].isalpha()) else ""
