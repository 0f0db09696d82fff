"""Gifts in tables and in lists of lines: 物资类型/数量/单位 columns, 张三 500元 under 捐款名单."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chamber_extract.extractors.figures import Figure, yuan
from chamber_extract.extractors.items import head_kind
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.values import Quantity
from chamber_extract.relate import captions, donor_lists, grid
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.captions import Caption
from chamber_extract.relate.clauses import FIGURE, View
from chamber_extract.relate.gifts import Draft
from chamber_extract.relate.grid import Cell, Head
from chamber_extract.relate.lots import Lot, lots
from chamber_extract.relate.parties import Party
from chamber_extract.segment import Span, at

_CASH = re.compile(r"^(?:现金|人民币|善款|捐款|资金|爱心款|款)")
_PAID = re.compile(r"捐款|现金|善款|资金")  # beside goods: what else was given, not their worth
_BLANK = re.compile(r"^[-—–/\\无0.〇\s]*$")
_CELL = 8  # characters of a line among rows that is a row with one cell filled
_AFTER = 3  # paragraphs after the rows within which a sentence may say where all of it went


@dataclass(slots=True)
class Found:
    """The drafts of a document's tables and lists, and the paragraphs that they were read from."""

    drafts: list[Draft] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)


def rows(reading: Reading, view: View, chambers: Chambers) -> tuple[list[Draft], tuple[Span, ...]]:
    """The gifts in tables and lists, and the lines that were read, those of tables of other things included."""
    found = _Reader(reading, view, chambers).read()
    return found.drafts, tuple(found.lines)


class _Reader:
    """Reads the paragraphs of one document in order, with what was last said over them."""

    def __init__(self, reading: Reading, view: View, chambers: Chambers) -> None:
        self.reading, self.view = reading, view
        self.folded = reading.text.folded
        self.default = yuan(reading.text)
        self.plain = _plain_currency(reading, view, chambers, self.default)
        self.caption: Caption | None = None
        self.head: Head | None = None
        self.separator = "\t"
        self.refused = False
        self.last: dict[int, Party] = {}  # the giver above, by column
        self.idle = 0
        self.above: Span | None = None
        self.found = Found()

    def read(self) -> Found:
        for paragraph in self.reading.segments.paragraphs:
            self._paragraph(paragraph)
            self.above = paragraph
        return self.found

    def _paragraph(self, p: Span) -> None:
        cells = grid.cells(self.folded, p)
        if len(cells) > 1:
            self._row(p, cells)
            return
        text = self.folded[p.start : p.end].strip()
        spaced = grid.cells(self.folded, p, " ")
        if self.caption and len(text) <= captions.LONGEST_CAPTION and len(spaced) > 1:
            if head := self._head_of(spaced):
                self.head, self.separator, self.refused = head, " ", grid.no_gifts(head)
                return
            spread = self.head and self.separator == " " and not self.refused
            if spread and (found := self._headed(p, spaced)):
                self._keep(p, found)
                return
        if self.caption and self.caption.strict and not self.refused and self._line(p):
            return
        self._between(p, text)

    # -- what stands over the rows

    def _between(self, p: Span, text: str) -> None:
        """A paragraph that is no row: a caption, something that may stand among rows, or their end."""
        if captions.refuses(text) and not captions.passes(text):
            self.caption, self.head, self.refused = None, None, True
            return
        if found := captions.caption_of(self.reading, self.view, p, self._about_giving(p)):
            self._inherit(found)
            if self.above and self.above.end - self.above.start > captions.LONGEST_CAPTION:
                captions.introduce(self.reading, self.above, found)
            self.caption, self.head, self.refused = found, None, False
            return
        if self.caption and len(text) <= captions.LONGEST_CAPTION:
            self.caption.unit = captions.unit_of(text) or self.caption.unit
        if self.caption and (captions.passes(text) or (self.head and len(text) <= _CELL)):
            return
        if self.caption and self.caption.drafts:
            captions.close(self.view, self.folded, p, self.caption.drafts)
            self.idle += 1
            self.head = None
            self.caption.strict = False
            if self.idle < _AFTER:
                return
        self.caption, self.head, self.refused, self.idle = None, None, False, 0

    def _inherit(self, found: Caption) -> None:
        """A caption right under another (统计表, then 现将名单公示如下：) keeps what that said."""
        above = self.caption
        self.idle = 0
        if not above or above.drafts:
            return
        found.unit = found.unit or above.unit
        found.recipient = found.recipient or above.recipient
        found.donor = found.donor or above.donor
        found.day = found.day or above.day

    def _about_giving(self, p: Span) -> bool:
        """Whether the title over a paragraph is about giving."""
        section = at(self.reading.segments.sections, p.start)
        title = (section.title if section else self.reading.segments.title) or ""
        return captions.speaks_of_giving(title)

    # -- rows

    def _head_of(self, cells: list[Cell]) -> Head | None:
        """The row as a row of heads; a sum in words (港币十万元) is none."""
        if any(FIGURE in self.view.text[c.start : c.end] for c in cells):
            return None
        return grid.head_of(self.folded, cells)

    def _row(self, p: Span, cells: list[Cell]) -> None:
        if head := self._head_of(cells):
            given = self.caption is not None or captions.speaks_of_giving(" ".join(head.words.values()))
            self.refused = (self.refused and not given) or grid.no_gifts(head) or not given
            self.head, self.separator, self.last = head, "\t", {}
            self.caption = self.caption or Caption()
            return
        if self.refused and self.head:  # prices, dues, loans: nothing in it was given
            self.found.lines.append(p)
        if self.refused or not self.caption:
            return
        if self.head:
            self._keep(p, self._headed(p, cells))
        elif self.caption.strict or self.caption.unit:
            self._line(p)

    def _line(self, p: Span) -> bool:
        """Reads a line of a list; whether it was one."""
        if not self.caption:
            return False
        found = donor_lists.read(self.view, self.folded, p, self.caption, self.plain)
        if found is None:
            return False
        self._keep(p, found)
        return True

    def _keep(self, p: Span, found: list[Draft]) -> None:
        caption = self.caption or Caption()
        dated = bool(self.reading.within("date", p.start, p.end))
        for draft in found:
            if not dated:
                draft.day = caption.day
            if not draft.donor and not draft.cumulative:  # 商会捐赠物资清单: what its rows do not say
                draft.donor, draft.gathered, draft.cumulative = caption.donor, True, caption.cumulative
            draft.recipient = draft.recipient or caption.recipient
        caption.drafts.extend(found)
        self.found.drafts.extend(found)
        self.found.lines.append(p)
        self.idle = 0

    def _headed(self, p: Span, cells: list[Cell]) -> list[Draft]:
        """The gifts of a row under heads, group by group."""
        head = self.head
        if not head:
            return []
        footer = donor_lists.is_footer(self.folded, cells)
        held = {c.column: c for c in cells}
        if len(head.groups) == 1 and len(cells) < head.columns and cells[-1].column + 1 < head.columns:
            held = self._aligned(head, cells)
        out: list[Draft] = []
        for group in head.groups:
            out.extend(self._group(p, head, {c: held[c] for c in group if c in held}, group, footer))
        return out

    def _aligned(self, head: Head, cells: list[Cell]) -> dict[int, Cell]:
        """The cells of a row whose blank cells left no trace: the figure goes to the column of figures."""
        figures = [c for c in head.groups[0] if head.roles[c] in ("amount", "worth", "count")]
        givers = [c for c in head.groups[0] if head.roles[c] == "donor"]
        numbers = [c for c in cells if self.folded[c.end - 1].isdigit() or self._money(c, head, figures)]
        names = [c for c in cells if c not in numbers]
        if len(figures) != 1 or not numbers or not names or not givers:
            return {c.column: c for c in cells}
        return {figures[0]: numbers[-1], givers[0]: names[0]}

    def _money(self, cell: Cell, head: Head, columns: list[int]) -> Quantity | None:
        unit = head.units.get(columns[0]) if columns else None
        return grid.money(self._text(cell), unit or (self.caption.unit if self.caption else None), self.plain)

    def _text(self, cell: Cell) -> str:
        return self.reading.text.clean[cell.start : cell.end]

    def _group(
        self, p: Span, head: Head, held: dict[int, Cell], columns: tuple[int, ...], footer: bool
    ) -> list[Draft]:
        """The gifts of one group of cells by their roles."""
        cells = {head.roles[c]: cell for c, cell in held.items()}
        donor = None if footer else self._donor(cells, columns)
        item = cells.get("item")
        if item and _CASH.match(self.folded[item.start : item.end]):
            item = None
        out: list[Draft] = []
        for role in ("content", "item"):
            if (cell := cells.get(role)) and not footer and (role == "content" or "count" not in cells):
                inside = self._inside(p, cell, donor)
                out += inside
                item = None if inside and cell is item else item
        lot = self._counted(cells, item) if item or "count" in cells else None
        goods_below = "count" in head.roles.values() and not lot
        for column, cell in held.items():
            role = head.roles[column]
            if role not in ("amount", "worth") or _BLANK.match(self.folded[cell.start : cell.end]):
                continue
            quantity = self._paid(cell, column, cells.get("currency"))
            if not quantity or not quantity.amount.value:
                continue
            cash = Mention("figure", cell.start, cell.end, Figure(quantity), "table-row")
            apart = role == "amount" and ("worth" in head.roles.values() or _PAID.search(head.words[column]))
            if lot and not lot.money and not apart:
                lot.money = cash
            elif item and not lot and not apart and not (goods_below and role == "amount"):
                lot = Lot(cash, money=cash, item=(item.start, item.end))
            else:
                out.append(
                    self._draft(
                        Lot(cash, money=cash), p, cells, donor, footer, "goods" if role == "worth" else None
                    )
                )
        if lot:
            out.append(self._draft(lot, p, cells, donor, footer, "goods"))
        return out

    def _paid(self, cell: Cell, column: int, currency: Cell | None) -> Quantity | None:
        unit = self.head.units.get(column) if self.head else None
        if currency:
            unit = self._text(currency)
        return grid.money(
            self._text(cell),
            unit or (self.caption.unit if self.caption else None),
            self.plain if not unit else self.default,
        )

    def _counted(self, cells: dict[str, Cell], item: Cell | None) -> Lot | None:
        """The things that the cells of number and counter count."""
        number, unit = cells.get("count"), cells.get("unit")
        if not number or _BLANK.match(self.folded[number.start : number.end]):
            return None
        column = next(
            (c for c, role in (self.head.roles if self.head else {}).items() if role == "count"), -1
        )
        counter = self._text(unit) if unit else (self.head.units.get(column) if self.head else None)
        quantity = grid.count(self._text(number), counter)
        if not quantity or not quantity.amount.value:
            return None
        span = (item.start, item.end) if item else None
        figure = Figure(quantity, None, *(span or (None, None)))
        end = (unit or number).end if not unit or unit.start > number.start else number.end
        mention = Mention("figure", number.start, end, figure, "table-row")
        return Lot(mention, count=mention, item=span)

    def _inside(self, p: Span, cell: Cell, donor: Party | None) -> list[Draft]:
        """口罩5000只、酒精200瓶 in one cell."""
        figures = [m for m in self.view.figures if cell.start <= m.start < cell.end]
        return [
            Draft(
                lot,
                "donate",
                min(donor.start if donor else lot.start, lot.start),
                lot.end,
                p,
                p,
                donor=donor,
                gathered=donor is None,
            )
            for lot in lots(self.view, self.folded, figures, [])
            if lot.money or head_kind(self.folded[slice(*lot.item)] if lot.item else "") != "cash"
        ]

    def _donor(self, cells: dict[str, Cell], columns: tuple[int, ...]) -> Party | None:
        """The giver of a group of cells; goods without one are of the giver above."""
        cell = cells.get("donor")
        if cell:
            several = donor_lists.is_several(self.view, self.folded, cell.start, cell.end)
            found = donor_lists.giver(self.view, self.folded, cell.start, cell.end)
            party = found or Party(cell.start, cell.end, several)
            self.last[columns[0]] = party
            return party
        return self.last.get(columns[0]) if "item" in cells or "content" in cells else None

    def _draft(
        self, lot: Lot, p: Span, cells: dict[str, Cell], donor: Party | None, footer: bool, kind: str | None
    ) -> Draft:
        taker = cells.get("recipient")
        spans = [(m.start, m.end) for m in (lot.money, lot.count) if m] + ([lot.item] if lot.item else [])
        if donor and p.start <= donor.start < p.end:
            spans.append((donor.start, donor.end))
        start = p.start if footer else min(a for a, _ in spans)
        return Draft(
            lot, "donate", start, max(b for _, b in spans), p, p,
            donor=donor, recipient=Party(taker.start, taker.end) if taker and not footer else None,
            gathered=donor is None, cumulative=footer, kind="goods" if kind == "goods" else None,
        )  # fmt: skip


def _plain_currency(reading: Reading, view: View, chambers: Chambers, default: str | None) -> str | None:
    """The currency of a column of money that names none: that of all money in the document.

    Without any, the renminbi where the text is of the mainland.
    """
    codes = {m.value.quantity.currency for m in view.figures if m.value.quantity.kind == "money"}
    if codes:
        return codes.pop() if len(codes) == 1 else None
    abroad = any(entity.countries for _, entity in chambers.places if entity)
    return None if abroad else default
