"""Tables whose cells are ruled: their rows in place of the pieces in them.

How rules make cells and cells make tables is pdfplumber's; what stands in a cell is ours, since its
own reading of Chinese loses characters and takes a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chamber_extract.readers.pieces import Piece, Row, Rule, Sheet, lines

Box = tuple[float, float, float, float]  # left, top, right, bottom

_NEAR = 3.0  # points within which rules meet: pdfplumber's own figure
_FEWEST = 4  # rules: a table of two cells has more
_MOST = 5000  # rules: beyond that they are a drawing
_LONGEST = 120  # characters in a cell on average: frames around articles hold more
_FULL = 1.5  # em: a line that ends so near to the edge of its cell goes on in the next one


def with_rows(sheet: Sheet) -> list[Piece]:
    """The pieces of the page, with those in ruled tables made into rows, each table where its first piece stands."""
    pieces = list(sheet.pieces)
    if not _FEWEST <= len(sheet.rules) <= _MOST:
        return pieces
    for cells in _tables(sheet.rules):
        pieces = _with_table(pieces, cells)
    return pieces


def _tables(rules: Iterable[Rule]) -> list[list[Box]]:
    """The cells of each table."""
    from pdfplumber import table as tables  # takes a third of a second, and few pages have rules

    edges = [
        {
            "x0": r.x0,
            "x1": r.x1,
            "top": r.y0,
            "bottom": r.y1,
            "width": r.x1 - r.x0,
            "height": r.y1 - r.y0,
            "orientation": "h" if r.x1 - r.x0 > r.y1 - r.y0 else "v",
        }
        for r in rules
    ]
    merged = tables.merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    if not _FEWEST <= len(merged) <= _MOST // 10:
        return []
    crossings = tables.edges_to_intersections(merged, _NEAR, _NEAR)
    return [list(t) for t in tables.cells_to_tables(tables.intersections_to_cells(crossings))]


def _with_table(pieces: list[Piece], cells: list[Box]) -> list[Piece]:
    """The pieces with those in the cells as rows; as they are where the cells are no table."""
    tops = sorted({c[1] for c in cells})
    lefts = sorted({c[0] for c in cells})
    if len(tops) < 2 or len(lefts) < 2:
        return pieces
    box = (lefts[0], tops[0], max(c[2] for c in cells), max(c[3] for c in cells))
    inside = [i for i, p in enumerate(pieces) if _within(p, box)]
    held: dict[Box, list[Piece]] = {}
    for i in inside:
        if cell := next((c for c in cells if _within(pieces[i], c)), None):
            held.setdefault(cell, []).append(pieces[i])
    texts = {cell: _text(found, cell) for cell, found in held.items()}
    if len(texts) < 3 or sum(map(len, texts.values())) > _LONGEST * len(texts):
        return pieces
    taken = {id(p) for found in held.values() for p in found}
    first = next(i for i in inside if id(pieces[i]) in taken)
    rows = list(_rows(cells, tops, lefts, texts, box, held))
    return [
        *(p for p in pieces[:first] if id(p) not in taken),
        *rows,
        *(p for p in pieces[first:] if id(p) not in taken),
    ]


def _within(piece: Piece, box: Box) -> bool:
    """Whether the middle of the piece is in the box."""
    return box[0] <= (piece.x0 + piece.x1) / 2 <= box[2] and box[1] <= piece.y - 0.35 * piece.size <= box[3]


def _rows(
    cells: Sequence[Box],
    tops: list[float],
    lefts: list[float],
    texts: dict[Box, str],
    box: Box,
    held: dict[Box, list[Piece]],
) -> Iterator[Row]:
    """A row for every height at which cells begin; cells that span several stand in the first."""
    places = {(c[1], c[0]): c for c in cells}
    for top in tops:
        row = [places.get((top, left)) for left in lefts]
        words = [texts.get(cell, "") if cell else "" for cell in row]
        if any(words):
            found = [p for cell in row if cell for p in held.get(cell, ())]
            size, y = max(p.size for p in found), max(p.y for p in found)
            yield Row("\t".join(words), box[0], box[2], y, size)


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
