"""What stands on pages but belongs to none of their texts: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from chamber_extract.normalize.script import fold
from chamber_extract.readers.pieces import Piece, Row

_ZONE = 0.14  # of the page's height, at its head and foot
_DEPTH = 3  # lines of them
_OFTEN = 3  # times at the same place: a heading of the text does not come so often
_SMALL = 0.95  # of the usual size: heads are, headings of the text are not, and twice is often enough
_DRIFT = 6.0  # points by which the place differs between left and right pages

_FIGURES = re.compile(r"\d+")
_BLANK = re.compile(r"\s+")
_HAN = "一二三四五六七八九十百〇"
# 12, -12-, 第 3 页 共 10 页, 3/10, Page 3 of 10, P3, —十二—; iv
_NUMBER = re.compile(
    rf"[-—~·.|/]*(?:第?(?:\d{{1,4}}|[{_HAN}]{{1,5}})[页]?(?:(?:[/，,-]|of|共)*(?:\d{{1,4}}|[{_HAN}]{{1,5}})页?)?"
    rf"|(?:page|p\.?)\d{{1,4}}(?:(?:of|/)\d{{1,4}})?|[ivx]{{1,6}})[-—~·.|/]*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page's lines in the order in which they are read, and its size."""

    lines: list[Piece]
    height: float
    width: float


def furniture(leaves: Sequence[Leaf]) -> set[tuple[int, int]]:
    """Which lines are, as places: the page from 0, the line from 0.

    What heads the first page stays: there it names the paper or the report.
    """
    found = set()
    seen: dict[tuple[bool, str], list[tuple[int, int, float]]] = defaultdict(list)
    body = median([p.size for leaf in leaves for p in leaf.lines] or [0.0])
    for page, leaf in enumerate(leaves):
        for i, at_head in _margins(leaf):
            line = leaf.lines[i]
            words = _BLANK.sub("", fold(line.text))
            if _NUMBER.fullmatch(words) and (_MARKED.search(words) or _stands_free(leaf, i)):
                found.add((page, i))
            seen[at_head, _FIGURES.sub("0", words)].append((page, i, line.y))
    for (at_head, _), places in seen.items():
        small = all(leaves[page].lines[i].size < _SMALL * body for page, i, _ in places)
        for page, i in _repeated(places, 2 if small or len(leaves) == 2 else _OFTEN):
            if page or not at_head:
                found.add((page, i))
    return found


def _margins(leaf: Leaf) -> Iterator[tuple[int, bool]]:
    """The lines at the head and at the foot of a page."""
    order = sorted(
        (i for i, p in enumerate(leaf.lines) if not isinstance(p, Row)), key=lambda i: leaf.lines[i].y
    )
    yield from ((i, True) for i in order[:_DEPTH] if leaf.lines[i].y < _ZONE * leaf.height)
    yield from ((i, False) for i in order[-_DEPTH:] if leaf.lines[i].y > (1 - _ZONE) * leaf.height)


def _stands_free(leaf: Leaf, i: int) -> bool:
    """Whether a bare number has more room around it than a line of the text."""
    own = leaf.lines[i]
    others = (p for j, p in enumerate(leaf.lines) if j != i)
    return all(abs(p.y - own.y) > 1.6 * max(p.size, own.size) for p in others)


def _repeated(places: list[tuple[int, int, float]], least: int) -> Iterator[tuple[int, int]]:
    """The places that are at one height on so many pages."""
    places = sorted(places, key=lambda p: p[2])
    group: list[tuple[int, int, float]] = []
    for place in [*places, (0, 0, float("inf"))]:
        if group and place[2] - group[-1][2] > _DRIFT:
            if len({page for page, _, _ in group}) >= least:
                yield from ((page, i) for page, i, _ in group)
            group = []
        group.append(place)
