"""Tables whose cells are ruled: their rows in place of the pieces in them.

How rules make cells and cells make tables is pdfplumber's; what stands in a cell is ours, since its
own reading of Chinese loses characters and takes a hundred times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from chamber_extract.readers.pieces import Piece, Row, Rule, Sheet, lines

Box = tuple[float, float, float, float]  # left, top, right, bottom
Edge = dict[str, Any]  # pdfplumber's

_NEAR = 3.0  # points within which rules meet: pdfplumber's own figure
_FEWEST = 4  # rules: a table of two cells has more
_MOST, _MOST_EDGES = 5000, 500  # rules, and the edges that they make: beyond that they are a drawing
_MOST_PAIRS = 5_000_000  # cells times pieces: some seconds, and more than any page has
_LONGEST = 120  # characters in a cell on average: frames around articles hold more
_FULL = 1.5  # em: a line that ends so near to the edge of its cell goes on in the next one


def with_rows(sheet: Sheet) -> list[Piece]:
    """The pieces of the page, with those in ruled tables made into rows, each table where its first piece stands."""
    pieces = list(sheet.pieces)
    if not _FEWEST <= len(sheet.rules) <= _MOST:
        return pieces
    for table in _tables(sheet.rules):
        pieces = table.put_into(pieces)
    return pieces


def mend(above: Row, below: Row) -> Row | None:
    """A row that was broken between two columns or pages as one, None where the two are different rows."""
    cells, more = above.text.split("\t"), below.text.split("\t")
    if not (above.goes_on and below.from_above and len(cells) == len(more)):
        return None
    text = "\t".join(a + b for a, b in zip(cells, more, strict=True))
    return replace(above, text=text, goes_on=below.goes_on)


def _tables(rules: Iterable[Rule]) -> list[_Table]:
    from pdfplumber import table as plumber  # takes a third of a second, and few pages have rules

    edges = plumber.merge_edges([_edge(r) for r in rules], _NEAR, _NEAR, _NEAR, _NEAR)
    if not _FEWEST <= len(edges) <= _MOST_EDGES:
        return []
    heads, feet = (list(_open_ends(edges, end)) for end in ("top", "bottom"))
    edges = plumber.merge_edges([*edges, *map(_edge, heads), *map(_edge, feet)], _NEAR, _NEAR, _NEAR, _NEAR)
    cells = plumber.intersections_to_cells(plumber.edges_to_intersections(edges, _NEAR, _NEAR))
    return [_Table(list(t), heads, feet) for t in plumber.cells_to_tables(cells)]


def _edge(r: Rule) -> Edge:
    width, height = r.x1 - r.x0, r.y1 - r.y0
    return {
        "x0": r.x0,
        "x1": r.x1,
        "top": r.y0,
        "bottom": r.y1,
        "width": width,
        "height": height,
        "orientation": "h" if width > height else "v",
    }


def _open_ends(edges: list[Edge], end: str) -> Iterator[Rule]:
    """The rules that are missing where those that go down end together: there the table is broken off."""
    across = [e for e in edges if e["orientation"] == "h"]
    ends: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge["orientation"] == "v":
            ends[round(edge[end] / _NEAR)].append(edge)
    for found in ends.values():
        for a, b in pairwise(sorted(found, key=lambda e: e["x0"])):
            y = a[end]
            over = [e for e in across if e["x0"] <= a["x0"] + _NEAR and e["x1"] >= b["x0"] - _NEAR]
            apart = any(a["top"] <= e["top"] <= a["bottom"] for e in over)  # both go down one table
            if apart and all(abs(e["top"] - y) > 2 * _NEAR for e in over):
                yield Rule(a["x0"], y, b["x0"], y)


@dataclass(slots=True)
class _Table:
    """The cells of a table, and the places at which tables of the page are broken off."""

    cells: list[Box]
    heads: list[Rule]
    feet: list[Rule]

    def put_into(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with those in the cells as rows; as they are where the cells are no table."""
        if len({c[1] for c in self.cells}) < 2 or len({c[0] for c in self.cells}) < 2:
            return pieces
        if len(self.cells) * len(pieces) > _MOST_PAIRS:
            return pieces
        held: dict[Box, list[Piece]] = {}
        taken: set[int] = set()
        for i, piece in enumerate(pieces):
            if cell := next((c for c in self.cells if _within(piece, c)), None):
                held.setdefault(cell, []).append(piece)
                taken.add(i)
        texts = {cell: _text(found, cell) for cell, found in held.items()}
        if len(texts) < 3 or sum(map(len, texts.values())) > _LONGEST * len(texts):
            return pieces
        first = min(taken)
        before = [p for i, p in enumerate(pieces[:first]) if i not in taken]
        after = [p for i, p in enumerate(pieces[first:], first) if i not in taken]
        return [*before, *self._rows(texts, held), *after]

    def _rows(self, texts: dict[Box, str], held: dict[Box, list[Piece]]) -> Iterator[Row]:
        """A row for every height at which cells begin; cells that span several stand in the first."""
        places = {(c[1], c[0]): c for c in self.cells}
        lefts = sorted({c[0] for c in self.cells})
        right = max(c[2] for c in self.cells)
        for top in sorted({c[1] for c in self.cells}):
            row = [places.get((top, left)) for left in lefts]
            words = [texts.get(cell, "") if cell else "" for cell in row]
            if not any(words):
                continue
            found = [p for cell in row if cell for p in held.get(cell, ())]
            cells = [cell for cell in row if cell]
            yield Row(
                "\t".join(words),
                lefts[0],
                right,
                max(p.y for p in found),
                max(p.size for p in found),
                from_above=any(_at(self.heads, cell, cell[1]) for cell in cells),
                goes_on=any(_at(self.feet, cell, cell[3]) for cell in cells),
            )


def _at(rules: list[Rule], cell: Box, y: float) -> bool:
    return any(
        abs(r.y0 - y) <= 2 * _NEAR and r.x0 <= cell[0] + _NEAR and r.x1 >= cell[2] - _NEAR for r in rules
    )


def _within(piece: Piece, box: Box) -> bool:
    """Whether the middle of the piece is in the box."""
    return box[0] <= (piece.x0 + piece.x1) / 2 <= box[2] and box[1] <= piece.y - 0.35 * piece.size <= box[3]


def _text(pieces: list[Piece], cell: Box) -> str:
    """What stands in a cell; lines that fill it go on in the next one, others are told apart by a blank."""
    text, last = "", None
    for line in lines(sorted(pieces, key=lambda p: (round(p.y / (0.5 * p.size)), p.x0))):
        if last:
            margin = min(p.x0 for p in pieces) - cell[0]
            full = last.x1 >= cell[2] - margin - _FULL * last.size
            words = text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii()
            text += "" if full and not words else " "
        text += line.text
        last = line
    return text.replace("\t", " ")
