"""Characters with their places, and where among them there are tab stops.

At a tab stop words begin on several lines near one another, whatever stands before them. A word that
ends right before one leaves next to no gap, and yet the next word is another cell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

# em: a wider gap ends a piece, for it may be a gutter between columns.
GAP = 0.7
_WIDE = 1.0  # em: such a gap parts cells anyway
_EXACT = 0.3  # points: a stop is where it is
_NEAR = 6.0  # em between lines of one list or table
_LINES = 2  # that have a wide gap before the stop: one may have it by chance
_SEEN = 0.06  # em: more than there is between characters of a word
LEAST = _SEEN / 2  # em: at a stop whose place is known
_PLACES = 2  # different ones that are equally far apart
_FITTING = 0.9  # of all places: a title may be set apart too
_FEWEST_POINTS = 18.0  # between stops: nearer ones would be everywhere
_FIGURES = 5  # places where Han characters and figures meet show how far apart they are set
_ALIKE = 0.015  # em
_AIR = (0.12, 0.3)  # em that programs put between Han characters and figures by themselves


class Glyph(NamedTuple):
    """One character; `blanks` are those before it in the file."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    blanks: str = ""


class TabStops:
    """The stops of one page.

    Where nobody sets them, stops stand at equal distances from the left margin. Such stops are known, and what
    they part is as sure as a tab in a text; of others no more is known than that words are set apart there.
    """

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        stops: dict[float, set[float]] = defaultdict(set)
        for a, b in pairwise(glyphs):
            if b.x0 - a.x1 >= GAP * b.size and abs(a.y - b.y) < 1 and not b.blanks:
                stops[round(b.x0, 1)].add(b.y)
        self._stops = sorted(stops.items())
        self._left = min((g.x0 for g in glyphs), default=0.0)
        self._step = self._grid()
        self._air = _air(glyphs) if stops else None

    def _grid(self) -> float:
        """The distance of equal stops, 0 where there are none."""
        offsets = [x - self._left for x, _ in self._stops]
        places = {round(x / _FEWEST_POINTS) for x in offsets}
        if len(places) < _PLACES:
            return 0.0
        factors = range(1, 25 if len(places) > _PLACES else 2)
        steps = sorted((x / k for x in offsets[:_PLACES] for k in factors), reverse=True)
        wanted = _FITTING * len(offsets)
        return next(
            (s for s in steps if s >= _FEWEST_POINTS and sum(_fits(x, s) for x in offsets) >= wanted), 0.0
        )

    def lead(self, line: Sequence[Glyph], glyph: Glyph) -> str:
        """What stands before a character that begins at a stop: a tab, or blanks where words are set apart; else nothing.

        Where the gap is small, it must be one that the line before the character does not have throughout.
        """
        last = line[-1]
        gap = (glyph.x0 - last.x1) / glyph.size
        known = self._step > 0 and _fits(glyph.x0 - self._left, self._step)
        seen = LEAST if known else _SEEN
        if gap < seen or glyph.blanks or abs(last.y - glyph.y) > 1:
            return ""
        if gap < GAP:
            usual = (last.x0 - line[-2].x1) / last.size if len(line) > 1 and not last.blanks else 0.0
            mixed = last.char.isascii() != glyph.char.isascii()
            if gap < usual + seen or (mixed and self._is_air(gap - usual)):
                return ""
        if known:
            return "\t" if self._lines_near(glyph, 0.0, float("inf")) else ""
        near = gap < _WIDE and self._lines_near(glyph, glyph.x0 - _EXACT, glyph.x0 + _EXACT)
        return "  " if near else ""

    def _is_air(self, gap: float) -> bool:
        """Whether the gap may be that between Han characters and figures on this page."""
        return abs(gap - self._air) < _ALIKE if self._air is not None else _AIR[0] < gap < _AIR[1]

    def _lines_near(self, glyph: Glyph, left: float, right: float) -> bool:
        """Whether other lines near the character have stops between these places."""
        lines: set[float] = set()
        for i in range(bisect_left(self._stops, (left,)), len(self._stops)):
            place, ys = self._stops[i]
            if place > right:
                break
            lines.update(y for y in ys if 1 < abs(y - glyph.y) < _NEAR * glyph.size)
        return len(lines) >= _LINES


def _fits(offset: float, step: float) -> bool:
    return abs(offset - step * round(offset / step)) < _EXACT


def _air(glyphs: Sequence[Glyph]) -> float | None:
    """The gap in em that a page has between Han characters and figures, None where they hardly meet."""
    gaps = [
        (b.x0 - a.x1) / b.size
        for a, b in pairwise(glyphs)
        if a.char.isascii() != b.char.isascii() and a.char.isalnum() and b.char.isalnum()
    ]
    gaps = [gap for gap in gaps if gap < GAP]
    return median(gaps) if len(gaps) >= _FIGURES else None
