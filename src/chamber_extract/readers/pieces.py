"""What stands on a page: pieces of text with their places, the lines they make, and the rules drawn between them.

Places are in points or pixels from the upper left corner, y growing downwards; a text that is set
sideways or in vertical lines comes turned, so that every piece reads from left to right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from chamber_extract.readers.glyphs import GAP, LEAST, Glyph, TabStops

_MARKS = "：:，。、；"
_LATIN = re.compile(r"[!-~]")
_FIGURE = re.compile(r"[0-9A-Za-z]")
_SIGN = re.compile(r"[!-/:-@\[-`{-~，。、；：！？（）《》“”‘’〔〕【】「」『』…—]")
_POINT = re.compile(r"[，。、；：！？（）《》“”‘’〔〕【】「」『』…—]")

_WIDE = 1.0  # em: such a gap parts cells, or words set far apart
_SPREAD = 0.1  # em: characters that are farther apart throughout need no blanks for it
_SAME_LINE = 0.4  # em between baselines: raised figures stay, the line above does not
SAME_SIZE = 1.15


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on one line; `y` is the baseline, `size` the em."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    lead: str = ""  # a tab or blanks before it, if they are known

    @property
    def top(self) -> float:
        return self.y - self.size

    def beside(self, other: Piece) -> bool:
        """Whether both stand on one line."""
        return abs(self.y - other.y) <= _SAME_LINE * min(self.size, other.size)

    def like(self, other: Piece) -> bool:
        """Whether both are set in one size."""
        return max(self.size, other.size) <= SAME_SIZE * min(self.size, other.size)

    def meets(self, other: Piece) -> bool:
        """Whether one stands above the other, somewhere."""
        return min(self.x1, other.x1) > max(self.x0, other.x0)


@dataclass(frozen=True, slots=True)
class Row(Piece):
    """A row of a ruled table, its cells parted by tabs; it may go on from above, or below, where the table is broken."""

    from_above: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is drawn on the page, across or down."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Sheet:
    """One page as it is found: its size, what is written and drawn on it, in the order of the file.

    `unread` counts characters that the file gives no meaning for; `picture` says that a picture
    covers most of the page. `fonts` are neither in the file nor on the machine: `restored` counts the
    characters of theirs that were read by their codes, `unknown` says that this could not be done.
    """

    width: float = 0.0
    height: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    unread: int = 0
    fonts: frozenset[str] = frozenset()
    restored: int = 0
    unknown: bool = False
    picture: bool = False


def assemble(
    glyphs: Iterable[Glyph], rules: Iterable[Rule] = (), stops: TabStops | None = None
) -> list[Piece]:
    """The pieces that the characters make, in the order in which they come; none goes over a rule drawn down."""
    down = sorted((r for r in rules if r.x1 - r.x0 < r.y1 - r.y0), key=lambda r: r.x0)
    places = [r.x0 for r in down]
    runs: list[list[Glyph]] = []
    leads: dict[int, str] = {}
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        apart = last is not None and glyph.x0 - last.x1 > LEAST * glyph.size
        if apart and stops and (lead := stops.lead(runs[-1], glyph)):
            leads[len(runs)] = lead
            runs.append([glyph])
        elif last and _follows(last, glyph) and not (down and _parted(last, glyph, down, places)):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    airy = _is_airy(runs)
    return [_piece(run, airy, leads.get(i) or run[0].blanks) for i, run in enumerate(runs)]


def _is_airy(runs: Iterable[list[Glyph]]) -> bool:
    """Whether figures are set a little apart from Han characters throughout, as many programs do by themselves."""
    gaps = [
        (b.x0 - a.x1) / a.size
        for run in runs
        for a, b in pairwise(run)
        if bool(_FIGURE.match(a.char)) != bool(_FIGURE.match(b.char))
        and not (_SIGN.match(a.char) or _SIGN.match(b.char))
    ]
    return bool(gaps) and median(gaps) > 0.12


def _follows(a: Glyph, b: Glyph) -> bool:
    size = max(a.size, b.size)
    if abs(a.y - b.y) > _SAME_LINE * min(a.size, b.size):
        return False
    # Figures may be drawn a little over one another, and the letters of a ligature share its place. A
    # blank that is set between two words may be as wide as the em.
    over = b.x0 - a.x1 > -0.6 * size or abs(b.x0 - a.x0) < 0.1 * size
    return over and b.x0 - a.x1 < (1.6 if b.blanks else GAP) * size


def _parted(a: Glyph, b: Glyph, down: list[Rule], places: list[float]) -> bool:
    """Whether a rule goes down between the two; a character may reach over it a little."""
    start, end = a.x1 - 0.3 * a.size, b.x0 + 0.3 * b.size
    middle = a.y - 0.4 * a.size
    for rule in down[bisect_left(places, start) :]:
        if rule.x0 > end:
            return False
        if rule.y0 <= middle <= rule.y1:
            return True
    return False


def _piece(run: list[Glyph], airy: bool, lead: str) -> Piece:
    size = max(g.size for g in run)
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(run))
    usual = max(0.0, gaps[len(gaps) // 2]) if len(gaps) > 4 else 0.0  # lines are spread to fill their column
    text = run[0].char
    for a, b in pairwise(run):
        gap = b.x0 - a.x1 - usual
        if b.blanks and (gap > _SPREAD * size or usual < _SPREAD * size):
            text += b.blanks
        elif gap > _blank(a.char, b.char, airy) * size:
            text += " "
        text += b.char
    return Piece(text, run[0].x0, max(g.x1 for g in run), _baseline(run), size, lead)


def _baseline(run: list[Glyph]) -> float:
    return max(run, key=lambda g: g.size).y


def _blank(a: str, b: str, airy: bool = True) -> float:
    """The gap in em from which on there is a blank between two characters, where the file has none."""
    if _POINT.match(a) or _POINT.match(b):
        return 0.7
    latin = bool(_LATIN.match(a)) + bool(_LATIN.match(b))
    return (0.2, 0.4 if airy else 0.2, 0.15)[latin]


def joined(pieces: list[Piece]) -> Piece:
    """Pieces of one line as one, with as many blanks between them as there is room for."""
    pieces = sorted(pieces, key=lambda p: p.x0)
    # 通　知, 李　勇, 链　接：: one word over the width of a line or a cell
    spread = all(len(p.text.rstrip(_MARKS)) <= 1 for p in pieces)
    text, last = pieces[0].text, pieces[0]
    for piece in pieces[1:]:
        room = (piece.x0 - last.x1) / (
            max(last.size, piece.size) or 1
        )  # a broken file may set text in size 0
        wide = room >= _WIDE and not spread
        blank = "  " if wide else " " if room > _blank(text[-1], piece.text[0]) else ""
        if spread and piece.text in _MARKS:
            blank = ""
        elif not spread:  # a blank may be wider than its sign
            blank = piece.lead if piece.lead == "\t" else max(piece.lead, blank, key=len)
        text += blank + piece.text
        last = piece
    return Piece(
        text,
        pieces[0].x0,
        max(p.x1 for p in pieces),
        max(pieces, key=lambda p: p.size).y,
        max(p.size for p in pieces),
        pieces[0].lead,
    )


def lines(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces that follow one another on one line made one; rows stay by themselves."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (
            isinstance(piece, Row)
            or isinstance(run[-1], Row)
            or not run[-1].beside(piece)
            or -0.6 * piece.size > max(piece.x0 - run[-1].x1, min(p.x0 for p in run) - piece.x1)
        ):
            yield run[0] if len(run) == 1 else joined(run)
            run = []
        run.append(piece)
    if run:
        yield run[0] if len(run) == 1 else joined(run)
