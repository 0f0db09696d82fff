"""What the cells of one row of a table measure: sums, counts, and in which money and unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Quantity
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.tables import columns, grid
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.grid import DITTO, Cell, Head, Row
from chamber_extract.relate.gifts.view import View

_MONEY = frozenset({"amount", "worth", "equivalent"})


@dataclass(frozen=True, slots=True)
class Measures:
    """The cells of a table below its heads. `default` is the currency of 元, `plain` that of a bare number.

    `above` is the sum of the row above by its column: 同上 repeats it.
    """

    reading: Reading
    view: View
    head: Head
    caption: Caption
    default: str | None
    plain: str | None
    above: dict[int, Quantity] = field(default_factory=dict)

    @property
    def folded(self) -> str:
        return self.reading.text.folded

    @property
    def unit(self) -> str | None:
        """The one money that the heads name."""
        named = {u for c, u in self.head.units.items() if self.head.roles[c] in ("amount", "worth")}
        return named.pop() if len(named) == 1 else None

    def text(self, cell: Cell) -> str:
        return self.reading.text.clean[cell.start : cell.end]

    def is_blank(self, cell: Cell) -> bool:
        return columns.BLANK.fullmatch(self.folded, cell.start, cell.end) is not None

    def suits(self, cell: Cell, column: int) -> float:
        """How well a cell suits a column of sums or numbers: best with its unit; a bare number is rather a sum."""
        counts = self.head.roles[column] == "count"
        apart = "unit" in self.head.roles.values()  # a column of their own has the units
        if grid.is_number(self.folded, cell.start, cell.end):
            return (4 if apart else 2) if counts else 3
        if counts:
            return (2 if apart else 4) if grid.count(self.text(cell).removeprefix("各"), None) else 0
        inside = self.view.within(cell.start, cell.end)
        return 4 if self.money(cell, column, None) else 2 if inside else 0

    def sums(self, row: Row) -> Iterator[tuple[int, Mention]]:
        """The money in the cells of a group, with its column; a cell may repeat that above."""
        for column, cell in row.cells.items():
            summed = row.total and self.head.roles[column] == "content"
            if not (self.head.roles[column] in _MONEY or summed) or self.is_blank(cell):
                continue
            quantity = self.money(cell, column, row.cell("currency"))
            if DITTO.fullmatch(self.folded, cell.start, cell.end):
                quantity = self.above.get(column)
            if quantity and quantity.amount.value:
                self.above[column] = quantity
                yield column, Mention("figure", cell.start, cell.end, Figure(quantity), "table-row")

    def money(self, cell: Cell, column: int, currency: Cell | None) -> Quantity | None:
        """What a cell of money states, in the currency of its row, its head or the caption."""
        unit = self.text(currency) if currency else self.head.units.get(column) or self.caption.money
        return grid.money(self.text(cell).removeprefix("各"), unit, self.default if unit else self.plain)

    def counted(self, row: Row, item: Cell | None) -> Lot | None:
        """The things that the cells of number and counter count."""
        number, unit = row.cell("count"), row.cell("unit")
        if not number or self.is_blank(number):
            return None
        counter = self.text(unit) if unit else self.head.units.get(number.column)
        quantity = grid.count(self.text(number).removeprefix("各"), counter)
        if not quantity or not quantity.amount.value or not (item or quantity.unit):
            return None  # of nothing that is named
        if quantity.unit == "批":
            return None  # 一批, which tells no number
        span = (item.start, item.end) if item else None
        end = max(number.end, unit.end if unit and unit.start > number.start else 0)
        figure = Figure(quantity, None, *(span or (None, None)))
        mention = Mention("figure", number.start, end, figure, "table-row")
        inside = self.view.within(number.start, number.end)  # 20台（折价7,600元）
        worth = next((m for m in inside if m.value.quantity.kind == "money"), None)
        return Lot(mention, count=mention, money=worth, item=span)

    def things(self, row: Row) -> Iterator[tuple[Lot, str]]:
        """What the cells of a row count under heads that name it: 小米（袋） 200."""
        for column, cell in row.cells.items():
            if self.head.roles[column] == "thing" and not self.is_blank(cell):
                item, unit = grid.thing_of(self.head.words[column])
                quantity = grid.count(self.text(cell), unit)
                if quantity and quantity.amount.value:
                    count = Mention("figure", cell.start, cell.end, Figure(quantity), "table-row")
                    yield Lot(count, count=count), item
