"""Which cell of a row stands under which head, where blanks that part cells also stand in them or cells left no trace."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.tables.grid import MEASURES, Cell, Head, is_number
from chamber_extract.relate.gifts.tables.rolls import TOTAL
from chamber_extract.relate.gifts.view import GOODS_UNITS, WEIGHTS

BLANK = re.compile(r"[-—–/\\无0.〇\s]*|未定|待定|不详")
_MOST = 40  # cells of a row
_JOINED = 6  # cells between blanks that are one: 棉被 800 床、矿泉水 500 件
_INDEX = re.compile(r"[A-Za-z]{0,2}\d{1,6}[.、]?")
_DAY = re.compile(r"\d{1,4}[年月./-]\d{1,2}")
_SHORT = re.compile(r"\D{1,4}")
_MEASURED = re.compile(r"\D{1,16}\d.*\D")
_SHARE = 1.0  # what joining two cells costs: less than a number among words does

Measure = Callable[
    [Cell, int], float
]  # how well a cell suits a column of sums or numbers, 0 where it states none


def aligned(folded: str, cells: Sequence[Cell], head: Head, measures: Measure, *, loose: bool) -> list[Cell]:
    """The cells under the heads that suit them best, in their order; `loose` cells, which blanks part, may be joined.

    Cells that suit the heads they stand under stay there if none is missing, or a measure is told.
    """
    if len(cells) > _MOST or (not loose and cells[-1].column >= head.columns):
        return list(cells)
    fit = _Fit(folded, head, measures)
    measured = any(head.roles.get(c.column) in MEASURES for c in cells)
    whole = len(cells) == head.columns or (measured and not loose)
    if whole and all(fit(cell, cell.column) >= 0 for cell in cells):
        return list(cells)
    # best[i]: the best score, and cells, of the first i cells under the columns so far
    best: list[tuple[float, list[Cell]] | None] = [(0.0, []), *[None] * len(cells)]
    for column in range(head.columns):
        for i in range(len(cells), 0, -1):
            for first in range(max(0, i - _JOINED) if loose else i - 1, i):
                before = best[first]
                if before is None:
                    continue
                cell = replace(cells[first], end=cells[i - 1].end, column=column)
                score = before[0] + fit(cell, column) - _SHARE * (i - 1 - first)
                held = best[i]
                if held is None or score > held[0]:
                    best[i] = score, [*before[1], cell]
    found = best[len(cells)]
    return found[1] if found and found[0] > 0 else list(cells)


_PAID = re.compile(r"捐款|现金|善款|资金")  # beside goods: what else was given, not their worth
_THINGS = frozenset({"item", "content", "count"})


def apart(folded: str, head: Head, rows: Iterable[Sequence[Cell]]) -> frozenset[int]:
    """The columns of sums that are gifts of their own beside things, by their heads or by rows that hold only either."""
    sums = {c for c, role in head.roles.items() if role == "amount"}
    if "worth" in head.roles.values():
        return frozenset(sums)
    out = {c for c in sums if _PAID.search(head.words.get(c, ""))}
    held = [
        {c.column for c in row if not BLANK.fullmatch(folded, c.start, c.end)}
        for row in rows
        if not any(TOTAL.match(folded, c.start, c.end) for c in row[:3])
    ]
    things = {c for c, role in head.roles.items() if role in _THINGS}
    of_things = any(columns & things and not columns & sums for columns in held)
    out |= {c for c in sums if of_things and any(c in columns and not columns & things for columns in held)}
    return frozenset(out)


class _Fit:
    """How well a cell suits a column, below zero where it does not."""

    def __init__(self, folded: str, head: Head, measures: Measure) -> None:
        self.folded, self.head, self.measures = folded, head, measures

    def __call__(self, cell: Cell, column: int) -> float:
        role = self.head.roles.get(column)
        text = self.folded[cell.start : cell.end]
        number = is_number(self.folded, cell.start, cell.end)
        if role == "index":
            return 3 if _INDEX.fullmatch(text) else 0 if TOTAL.match(text) else -3
        if role in ("amount", "worth", "equivalent", "count", "outgo"):
            return self.measures(cell, column) or (1 if BLANK.fullmatch(text) else -4)
        if role == "date":
            return 3 if _DAY.match(text) else -1
        if role == "unit":
            return 2 if text in GOODS_UNITS | WEIGHTS else 0.5 if _SHORT.fullmatch(text) else -2
        if role == "content":
            return 3 if _MEASURED.fullmatch(text) else 0 if number else 2
        if role == "item":
            return -2 if number else 3 if head_kind(text) == "goods" else 2
        if role in ("donor", "recipient", "entry"):
            return -2 if number else 2
        return 0.5 if number else 1
