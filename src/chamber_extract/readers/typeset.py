"""From the lines on pages to a text: which line goes on in the next one, told by how the page is set.

A line goes on where it fills its column and the next one is not indented, across columns and pages
too. Where the page does not say, `layout.lines` decides by the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract import layout
from chamber_extract.readers import markup
from chamber_extract.readers.running_heads import Leaf, furniture
from chamber_extract.readers.setting import ADDRESS, INDENT, Line, measure
from chamber_extract.text import HARD_BREAK, Draft, Edit, Text

_DIGITS = 0.8  # em in which there was room for one more figure: a number was not broken off
_APART = 1.5  # times the usual distance of lines: a blank between paragraphs

_ENTRY = re.compile(r"\d{1,3}[ \u3000]+[^\d\s]|.*[.…·]{3,} ?\d{1,3}$")  # of contents: number and title
_DAY = re.compile(
    r"[（(]?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|[二〇零○一三四五六七八九十年月]{8,11}日)[）)]?"
)
_OPENING = re.compile(
    r"https?://|www\.|[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.](?!\d)|第[一二三四五六七八九十百\d]{1,3}[章节條条編编]"
    r"|[㐀-鿿]{2,6}[:：]|[■□▲△●○◆◇★☆※•①-⑳【]|附件?[：:\d]"
)


@dataclass(frozen=True, slots=True)
class Typeset:
    """The text of some pages and where each of them begins in it."""

    text: Text
    starts: tuple[int, ...]


def typeset(leaves: Sequence[Leaf]) -> Typeset:
    """The text of the pages: all that stands on them; running heads and page numbers are out of the clean view."""
    removed = furniture(leaves)
    kept = {
        (page, i): Line(piece, page)
        for page, leaf in enumerate(leaves)
        for i, piece in enumerate(leaf.lines)
        if (page, i) not in removed
    }
    measure(list(kept.values()), [leaf.width for leaf in leaves])
    made, starts, edits = _Made(), [], []
    last: Line | None = None
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
    return Typeset(layout.undo(markup.unmark(draft)).finish(), tuple(starts))


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


def _stands_apart(last: Line | None, line: Line | None) -> bool:
    """Whether more than the usual distance parts two lines of a page."""
    if not last or not line or last.page != line.page or (last.row and line.row):
        return False
    if last.after is not line:
        return True
    return line.piece.y - last.piece.y > _APART * line.pitch


def _joint(last: Line, line: Line) -> str:
    """What stands between two lines in the clean view: nothing or a blank where the first goes on in the second."""
    if last.row or line.row or not last.piece.like(line.piece) or (last.parted and line.parted):
        return HARD_BREAK
    if _DAY.fullmatch(line.piece.text):
        return "\n"
    complete = last.ended or ADDRESS.search(last.piece.text)
    if _opens(last, line) or (complete and _OPENING.match(line.piece.text)):
        return HARD_BREAK
    if _ENTRY.match(last.piece.text) and _ENTRY.match(line.piece.text):
        return HARD_BREAK
    if not _is_tabbed(last, line) and _follows(last, line) and last.has_no_room_for(line):
        return _blank(last, line)
    unsure = (last.typed and line.typed) or last.room < 1.0
    return HARD_BREAK if last.ended and not unsure else "\n"


def _is_tabbed(last: Line, line: Line) -> bool:
    """Whether a row of cells at tab stops begins or ends, unless it fills a page whose edge is known."""
    above, below = "\t" in last.piece.text, "\t" in line.piece.text
    return (below and not above) or (above and not last.framed)


def _follows(last: Line, line: Line) -> bool:
    """Whether the line is where the text goes on: right under the last one, or at the head of a column."""
    if last.after is line:
        return line.piece.y - last.piece.y <= _APART * line.pitch
    return not (last.page == line.page and line.piece.y > last.piece.y and line.piece.meets(last.piece))


def _opens(last: Line, line: Line) -> bool:
    """Whether the line is indented as the first one of a paragraph."""
    if line.indent < INDENT:
        return False
    size = line.piece.size
    if (
        line.before is last
        and not last.ended
        and last.has_no_room_for(line)
        and _OPENING.match(last.piece.text)
    ):
        return False  # an entry whose further lines are indented
    if line.after and line.piece.x0 - line.after.piece.x0 >= INDENT * size:
        return True
    if line.before is last:
        return line.piece.x0 - last.piece.x0 >= INDENT * size or last.ended
    return True


def _blank(last: Line, line: Line) -> str:
    """A blank between two Latin words, or where the file has one; an address goes on without."""
    text, following = last.piece.text, line.piece.text
    if ADDRESS.search(text):
        return ""
    latin = text[-1].isascii() and following[0].isascii()
    words = text[-1].isalpha() or following[0].isalpha() or last.room > _DIGITS
    return " " if (latin and words) or line.spaced else ""
