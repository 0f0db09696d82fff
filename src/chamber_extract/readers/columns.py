"""In which order the lines of a page are read.

Most files hold the words of a page in the order in which they are read, column by column; that order
is kept, save that a block which the file holds late, such as a headline, goes above what stands under
it. Some print line by line over all columns. There the page is cut: into bands that share their gutters,
and these into columns, where what is in them is prose. Columns of figures are tables and stay in rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from chamber_extract.readers.glyphs import GAP
from chamber_extract.readers.pieces import SAME_SIZE, Piece, Row, lines

Gap = tuple[float, float]

_PAUSE = re.compile(r"[，。、；：！？]")
_GUTTER = 0.7  # em: no blank inside a line of a narrow column is as wide at one place all the way down
_FEWEST = 3  # lines that make a column
_NARROWEST = 6.0  # em: newspapers' columns hold nine characters and more
_NEAR = 1.2  # em between two bands: a line that is short belongs to what stands right under it
_HEIGHT = 0.9  # em: nearer lines are not under one another
_DEEPEST = 6  # columns in columns
_BLOCKS, _PIECES = 200, 3000  # more of them are no page of prose


def in_order(pieces: list[Piece]) -> list[Piece]:
    """The lines of a page in the order in which they are read."""
    if len(pieces) <= _PIECES and _pairs(pieces) >= _FEWEST:
        cut = _Cut()
        order = cut.order(pieces)
        if cut.columns:
            return list(lines(order))
    return _settled(list(lines(pieces)))


def _pairs(pieces: list[Piece]) -> int:
    """How often the file goes on to the right, at about the same height but far away."""
    return sum(
        abs(a.y - b.y) < _HEIGHT * min(a.size, b.size) and b.x0 - a.x1 >= GAP * max(a.size, b.size)
        for a, b in pairwise(pieces)
        if not isinstance(a, Row) and not isinstance(b, Row)
    )


# -- blocks that the file holds late


def _settled(found: list[Piece]) -> list[Piece]:
    """The lines with each block that is wholly above an earlier one, in its own column, put before that."""
    blocks: list[list[Piece]] = []
    for line in found:
        if blocks and line.y > blocks[-1][-1].y - 0.5 * line.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    if not 1 < len(blocks) <= _BLOCKS:
        return found
    order: list[Piece] = []
    for block in blocks:
        left, right = min(p.x0 for p in block), max(p.x1 for p in block)
        foot = block[-1].y
        after = (
            i
            for i, p in enumerate(order)
            if p.top > foot - 0.5 * p.size and min(p.x1, right) - max(p.x0, left) > p.size
        )
        at = next(after, len(order))
        order[at:at] = block
    return order


# -- pages that are printed across their columns


@dataclass(slots=True)
class _Band:
    """Pieces over one another that leave the same gaps free."""

    pieces: list[Piece]
    gaps: list[Gap]
    inner: list[Gap]  # gaps with something on both sides

    @property
    def size(self) -> float:
        return median(p.size for p in self.pieces)

    @property
    def top(self) -> float:
        return min(p.top for p in self.pieces)

    @property
    def foot(self) -> float:
        return max(p.y for p in self.pieces)


class _Cut:
    """Cuts a page; `columns` counts the columns of prose that were found."""

    def __init__(self) -> None:
        self.columns = 0

    def order(self, pieces: list[Piece], depth: int = 0) -> list[Piece]:
        order: list[Piece] = []
        for band in _bands(pieces):
            columns = _columns(band)
            if len(columns) > 1 and depth < _DEEPEST and _are_prose(columns):
                self.columns += len(columns)
                for column in columns:
                    order += self.order(column, depth + 1)
            else:
                order += by_rows(band.pieces)
        return order


def by_rows(pieces: list[Piece]) -> list[Piece]:
    """The pieces line by line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and rows[-1][0].beside(piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [p for row in rows for p in sorted(row, key=lambda p: p.x0)]


def _bands(pieces: list[Piece]) -> list[_Band]:
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    bands: list[_Band] = []
    for strip in _strips(pieces):
        gaps = _gaps(strip, left, right)
        band = _Band(strip, gaps, _inner(strip, gaps))
        if bands and (joint := _joint(bands[-1], band)):
            bands[-1] = joint
        else:
            bands.append(band)
    return bands


def _strips(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces parted wherever a blank goes all across the page."""
    strip: list[Piece] = []
    foot = float("-inf")
    for piece in sorted(pieces, key=lambda p: p.top):
        if strip and piece.top > foot:
            yield strip
            strip = []
        strip.append(piece)
        foot = max(foot, piece.y) if len(strip) > 1 else piece.y
    if strip:
        yield strip


def _gaps(pieces: Iterable[Piece], left: float, right: float) -> list[Gap]:
    """What the pieces leave free between left and right, wide enough for a gutter."""
    gaps = []
    reach = left
    size = 0.0
    for piece in sorted(pieces, key=lambda p: p.x0):
        size = max(size, piece.size) if size else piece.size
        if piece.x0 - reach >= _GUTTER * piece.size:
            gaps.append((reach, piece.x0))
        reach = max(reach, piece.x1)
    if right - reach >= _GUTTER * size:
        gaps.append((reach, right))
    return gaps


def _inner(pieces: Iterable[Piece], gaps: list[Gap]) -> list[Gap]:
    pieces = list(pieces)
    return [
        (a, b) for a, b in gaps if any(p.x1 <= a + 1 for p in pieces) and any(p.x0 >= b - 1 for p in pieces)
    ]


def _joint(upper: _Band, lower: _Band) -> _Band | None:
    """Both as one band, where they leave the same gaps: gutters with words on either side, or any if they are near."""
    if max(upper.size, lower.size) > SAME_SIZE * min(upper.size, lower.size):
        return None
    least = _GUTTER * min(upper.size, lower.size)
    gaps = _common(upper.gaps, lower.gaps, least)
    inner = _common(upper.inner, lower.inner, least)
    near = lower.top - upper.foot < _NEAR * upper.size
    if not inner and not (gaps and near):
        return None
    pieces = upper.pieces + lower.pieces
    return _Band(pieces, gaps, _inner(pieces, gaps))


def _common(some: list[Gap], others: list[Gap], least: float) -> list[Gap]:
    return [(max(a, c), min(b, d)) for a, b in some for c, d in others if min(b, d) - max(a, c) >= least]


def _columns(band: _Band) -> list[list[Piece]]:
    """The pieces of the band between its gaps, from left to right."""
    cuts = sorted((a + b) / 2 for a, b in band.inner)
    columns: list[list[Piece]] = [[] for _ in range(len(cuts) + 1)]
    for piece in band.pieces:
        columns[sum(cut < (piece.x0 + piece.x1) / 2 for cut in cuts)].append(piece)
    return [c for c in columns if c]


def _are_prose(columns: list[list[Piece]]) -> bool:
    """Whether the columns hold lines that fill them and have the commas and stops of sentences."""
    tall = [list(lines(by_rows(c))) for c in columns]
    tall = [c for c in tall if len(c) >= _FEWEST]
    return len(tall) > 1 and all(map(_is_prose, tall))


def _is_prose(column: list[Piece]) -> bool:
    left, right = min(p.x0 for p in column), max(p.x1 for p in column)
    full = sum(right - p.x1 < 1.5 * p.size for p in column)
    paused = sum(bool(_PAUSE.search(p.text)) for p in column)
    wide = right - left >= _NARROWEST * median(p.size for p in column)
    return wide and 2 * full >= len(column) and 4 * paused >= len(column)
