"""The rows of one table of gifts, read under its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot, lots
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import columns, grid, listed_names, rolls, things
from chamber_extract.relate.gifts.tables.grid import DITTO, Cell, Head, Row
from chamber_extract.relate.gifts.tables.measures import Measures
from chamber_extract.relate.gifts.view import View
from chamber_extract.segment import Span

_CASH = re.compile(r"现金|人民币|善款|捐款|资金|爱心款|款")
_NOUN = re.compile(r"[㐀-鿿A-Za-z]{2,12}\d{0,3}[㐀-鿿]{0,6}\s?")
_NAME = re.compile(r"[^\d：:，,、]{2,16}")
_GENERIC = re.compile("物资|实物|物品|捐物")
# 收宏发建材捐款
_ENTRY = re.compile(
    r"(?:收到?)?(?P<name>(?![捐善爱募])[^，。]{2,30}?)(?:(?P<gave>捐[款赠资助]+|善款|爱心款|乐捐|赞助款?)[^，。]{0,16}?)?(?:[（(][^（()）]*[)）])?"
)
_PERSON = re.compile(r"姓 ?名|芳名|人$|者$|名字")  # beside a column of firms: who of them gave


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table below its heads.

    `last` is the giver above, by the first column of a group: blank cells repeat it. `taken` is the
    receiver above, `named` what was given, by its column: 同上 repeats it. `apart` are the columns of sums that are gifts
    of their own beside things, and do not say what those are worth. `torn` is the name of a row that goes on in the next line.
    """

    measures: Measures
    separator: str = "\t"
    apart: frozenset[int] = frozenset()
    last: dict[int, Party] = field(default_factory=dict)
    taken: dict[int, Party] = field(default_factory=dict)
    named: dict[int, Cell] = field(default_factory=dict)
    torn: list[Cell] = field(default_factory=list)

    def row(self, line: Span, cells: list[Cell]) -> list[Draft]:
        """The gifts of a row, group of columns by group."""
        total = any(self._heads_total(c, line) for c in cells[:3])
        held = {c.column: c for c in self._mended(self._aligned(line, cells))}
        out: list[Draft] = []
        for group in self.head.groups:
            row = Row(line, total, group[0], {c: held[c] for c in group if c in held}, self.head.roles)
            giver = row.cell("donor")
            if self._has("entry") and (total or not self._entered(row)):
                continue
            if giver and listed_names.is_nobodys(self._folded, giver.start, giver.end):
                continue
            named = any(
                row.roles[c.column] == "donor" and not self.measures.is_blank(c) for c in row.cells.values()
            )
            if not (row.total or named or {"item", "content"} & set(row.cells_by_role)) and self._has(
                "donor"
            ):
                continue  # the number of a page
            for draft in self._group(row):
                out += [replace(draft, donor=one) for one in self._each(row)] or [draft]
        return out

    def _entered(self, row: Row) -> Party | None:
        """The giver that an entry of accounts names: 宏发建材捐款; 宏发建材 under 收入."""
        cell = row.cell("entry")
        m = _ENTRY.fullmatch(self._folded, cell.start, cell.end) if cell else None
        if not (cell and m) or not (m["gave"] or self.head.words[cell.column].startswith("收")):
            return None
        return listed_names.giver(self.view, self._folded, *m.span("name"))

    def _each(self, row: Row) -> list[Party]:
        """江文清 and 萧国华 where a row has 江文清、萧国华 | 各100,000; none where a sum is of one."""
        sums = [c for c in row.cells.values() if self.head.roles[c.column] == "amount"]
        givers = row.cell("donor")
        if not givers or not sums or self._folded[sums[0].start] != "各":
            return []
        return listed_names.names(self.view, self._folded, givers.start, givers.end)

    def _heads_total(self, cell: Cell, line: Span) -> bool:
        """Whether a cell says that its row sums up others: 合计, 合 计, 专户小计."""
        opens = rolls.TOTAL.match(self._folded, cell.start, line.end)
        return opens is not None or self._folded.endswith(("小计", "合计", "总计"), cell.start, cell.end)

    def _aligned(self, line: Span, cells: list[Cell]) -> list[Cell]:
        """The cells under their heads; where the row has all its marks between cells they are."""
        loose = self.separator == " "
        marks = max(
            self._folded.count(mark, line.start, line.end)
            for mark in ("\t|" if self.separator == "\t" else self.separator)
        )
        if not loose and marks + 1 >= self.head.columns:
            return cells
        if loose and (total := rolls.TOTAL.match(self._folded, cells[0].start, line.end)):
            cells = [
                replace(cells[0], end=total.end()),
                *(c for c in cells if c.start >= total.end()),
            ]  # 小 计
        return columns.aligned(self._folded, cells, self.head, self.measures.suits, loose=loose)

    def _mended(self, cells: list[Cell]) -> list[Cell]:
        """The row with what the line above holds of its name: 1 长丰汽车零部件⏎制造有限公司 100,000."""
        above, self.torn[:] = self.torn[:], []
        roles = [self.head.roles.get(c.column) for c in cells]
        if not self._has("index") or "donor" not in roles:
            return cells
        giver = roles.index("donor")
        if roles == ["index", "donor"]:
            self.torn.append(cells[giver])
        elif above and "index" not in roles and cells[giver].start == above[0].end + 1:
            return [*cells[:giver], replace(cells[giver], start=above[0].start), *cells[giver + 1 :]]
        return cells

    def _has(self, role: str) -> bool:
        return role in self.head.roles.values()

    @property
    def _folded(self) -> str:
        return self.measures.folded

    @property
    def view(self) -> View:
        return self.measures.view

    @property
    def head(self) -> Head:
        return self.measures.head

    def _group(self, row: Row) -> Iterator[Draft]:
        """The gifts of one group of cells."""
        donor = None if row.total else self._donor(row)
        named = self._named(row)
        cash_named = named is not None and _CASH.match(self._folded, named.start, named.end) is not None
        item = None if cash_named or row.total else named
        for lot, thing in self.measures.things(row):
            yield replace(self._draft(lot, row, donor, True), item=thing)
        inside = [] if row.total else list(self._told(row, named, donor))
        sums = dict(self.measures.sums(row))
        goods = [d.lot for d in inside if d.lot.count]
        worth = [sums.pop(c) for c in [*sums] if c not in self.apart] if len(goods) == len(inside) > 0 else []
        if len(goods) == len(worth) == 1 and not goods[0].money:  # what they are worth: 编织袋30000条 | 18000
            goods[0].money = worth[0]
        elif worth:
            inside.append(self._draft(Lot(worth[0], money=worth[0]), row, donor, True))
        yield from inside
        if worth and not sums:
            return
        item = None if inside else item
        lot = self.measures.counted(row, named if row.total else item)
        if lot and item and (kinds := self._kinds(row, item)):
            yield from (self._draft(replace(lot, item=kind), row, donor, True) for kind in kinds)
            return
        uncounted = self._has("count") and not lot
        equal = next((column for column in sums if self.head.roles[column] == "equivalent"), None)
        same = sums.pop(equal) if equal is not None and len(sums) > 1 else None  # the same in renminbi
        told = [d.lot.money.value.quantity.amount for d in inside if d.lot.money]
        for column, money in sums.items():
            role = self.head.roles[column]
            if money.value.quantity.amount in told:  # 现金10,000元 | 10,000
                continue
            apart = column in self.apart
            if lot and not lot.money and not apart:
                lot.money = money
            elif item and not lot and not apart and not (uncounted and role == "amount"):
                lot = Lot(money, money=money, equivalent=same, item=(item.start, item.end))
            else:
                goods_ = role == "worth" and not cash_named
                yield self._draft(Lot(money, money=money, equivalent=same), row, donor, goods_)
        if lot:
            yield self._draft(lot, row, donor, True)

    def _named(self, row: Row) -> Cell | None:
        """The cell that names what was given; 物资 beside 面粉500袋 does not."""
        item = row.cell("item") or self._unmeasured(row)
        if item and DITTO.fullmatch(self._folded, item.start, item.end):
            return self.named.get(item.column)
        if item:
            self.named[item.column] = item
        generic = item and row.cell("content") and _GENERIC.fullmatch(self._folded, item.start, item.end)
        return None if generic else item

    def _told(self, row: Row, named: Cell | None, donor: Party | None) -> Iterator[Draft]:
        """What the cells of a row tell by themselves, a measure whose cell names the thing too included: 毛毯350张."""
        yield from self._inside(row, row.cell("content"), donor)
        if named and "count" not in row.cells_by_role:
            yield from self._inside(row, named, donor)
        content = self._unmeasured(row) or row.cell("item")
        number, sum_ = row.cell("count"), row.cell("amount")
        if number and not content and grid.count(self.measures.text(number), None) is None:
            yield from self._inside(row, number, donor)
        if sum_ and content and not self.measures.money(sum_, sum_.column, row.cell("currency")):
            for draft in self._inside(row, sum_, donor):  # 40台（折价86000元）
                if draft.lot.count:
                    draft.lot.item = draft.lot.item or (content.start, content.end)
                    yield draft

    def _kinds(self, row: Row, item: Cell) -> list[tuple[int, int]]:
        """方便面 and 挂面 where a row has 方便面、挂面 | 各50箱."""
        number = row.cell("count")
        if not number or self._folded[number.start] != "各":
            return []
        return things.kinds(self._folded, item.start, item.end)

    def _unmeasured(self, row: Row) -> Cell | None:
        """The cell of contents that only names what another cell measures: 捐赠内容 抽水泵 | 金额或数量 40台."""
        cell = row.cell("content")
        return cell if cell and _NAME.fullmatch(self._folded, cell.start, cell.end) else None

    def _inside(self, row: Row, cell: Cell | None, donor: Party | None) -> Iterator[Draft]:
        """口罩5000只、酒精200瓶 in one cell."""
        if not cell:
            return
        figures = self.view.within(cell.start, cell.end)
        for lot in lots(self.view, self._folded, *self.view.parted(figures)):
            if not lot.item and not lot.money and _NOUN.fullmatch(self._folded, cell.start, lot.start):
                lot.item = (cell.start, lot.start)
            if lot.money or head_kind(self._folded[slice(*lot.item)] if lot.item else "") != "cash":
                start = min(donor.start, lot.start) if donor and donor.start >= row.line.start else lot.start
                yield Draft(
                    "table-cell",
                    lot,
                    "donate",
                    start,
                    lot.end,
                    row.line,
                    row.line,
                    donor=donor,
                    recipient=None if row.total else self._recipient(row),
                    gathered=donor is None,
                )

    def _donor(self, row: Row) -> Party | None:
        """The giver of a group of cells; goods without one are of the giver above."""
        givers = [
            c for c in row.cells.values() if row.roles[c.column] == "donor" and not self.measures.is_blank(c)
        ]
        people = [c for c in givers if _PERSON.search(self.head.words.get(c.column, ""))]
        for cell in (people or givers)[:1]:
            if DITTO.fullmatch(self._folded, cell.start, cell.end):
                return self.last.get(row.first)
            found = listed_names.giver(self.view, self._folded, cell.start, cell.end)
            several = listed_names.is_several(self.view, self._folded, cell.start, cell.end)
            self.last[row.first] = found or Party(cell.start, cell.end, several)
            return self.last[row.first]
        if row.cell("entry"):
            return self._entered(row)
        return self.last.get(row.first) if row.cell("item") or row.cell("content") else None

    def _recipient(self, row: Row) -> Party | None:
        """The receiver of a row, that of the row above where a cell says so."""
        cell = row.cell("recipient")
        if not cell or self.measures.is_blank(cell):
            return None
        if not DITTO.fullmatch(self._folded, cell.start, cell.end):
            self.taken[cell.column] = Party(cell.start, cell.end)
        return self.taken.get(cell.column)

    def _draft(self, lot: Lot, row: Row, donor: Party | None, goods: bool) -> Draft:
        spans = [(m.start, m.end) for m in (lot.money, lot.count) if m] + ([lot.item] if lot.item else [])
        if donor:
            spans.append((donor.start, donor.end))
        spans = [span for span in spans if row.line.start <= span[0]]
        start = row.line.start if row.total else min(a for a, _ in spans)
        return Draft(
            "table-row", lot, "donate", start, max(b for _, b in spans), row.line, row.line,
            donor=donor, recipient=None if row.total else self._recipient(row),
            gathered=donor is None, cumulative=row.total, kind="goods" if goods else None,
        )  # fmt: skip
