"""Gifts under labels that stand beside what they name: 捐款人 | 甲 | 乙 over 金额 | 500 | 300; 捐款单位：甲 金额：500元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import grid
from chamber_extract.relate.gifts.tables.grid import Cell
from chamber_extract.relate.gifts.tables.listed_names import giver
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

_FEWEST = 3  # cells: a head and two names; one name beside its head is a line of a form


def are_names(folded: str, cells: list[Cell]) -> bool:
    """Whether a row is a head of givers with the givers beside it."""
    head = grid.role_of(folded[cells[0].start : cells[0].end])
    return head == "donor" and len(cells) >= _FEWEST


def are_sums(folded: str, cells: list[Cell]) -> bool:
    """Whether a row is a head of money with the sums beside it."""
    return grid.role_of(folded[cells[0].start : cells[0].end]) == "amount"


def read(
    view: View,
    folded: str,
    names: list[Cell],
    sums: list[Cell],
    line: Span,
    unit: str | None,
    currency: str | None,
) -> list[Draft]:
    """A gift for each name above a sum; `unit` is that of the sums, `currency` that of a bare 元 or number."""
    found: list[Draft] = []
    givers = {c.column: giver(view, folded, c.start, c.end) for c in names[1:]}
    for cell in sums[1:]:
        quantity, donor = grid.money(folded[cell.start : cell.end], unit, currency), givers.get(cell.column)
        if quantity and donor:
            cash = Mention("figure", cell.start, cell.end, Figure(quantity), "table-row")
            lot = Lot(cash, money=cash)
            found.append(Draft("table-row", lot, "donate", cell.start, cell.end, line, line, donor=donor))
    return found


_FORM = re.compile(
    r"捐[款赠助]?(?:单位|人|企业|方|者|机构)[:：]\s*(?P<name>[^\s:：，。；]{2,30})[\s，；]*(?:捐[款赠])?(?:金额|数额|款额)[:：]\s*"
    rf"(?P<figure>{FIGURE}+)"
)


def forms(view: View) -> Iterator[Draft]:
    """A draft for each 捐款单位：甲公司 金额：50万元."""
    figures = {m.start: m for m in view.figures}
    for e in _FORM.finditer(view.text):
        m = figures.get(e.start("figure"))
        if m and m.value.quantity.kind == "money":
            line = Span(e.start(), m.end)
            yield Draft(
                "form",
                Lot(m, money=m),
                "donate",
                e.start("name"),
                m.end,
                line,
                line,
                donor=Party(*e.span("name")),
            )
