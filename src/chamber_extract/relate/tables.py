"""Gifts in tables: columns of givers, things, numbers and units."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from chamber_extract.extractors.figures import Figure, yuan
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.quantities import find_quantities
from chamber_extract.normalize.values import Quantity
from chamber_extract.relate.clauses import View
from chamber_extract.relate.gifts import Draft
from chamber_extract.relate.lots import Lot
from chamber_extract.relate.parties import Party, is_plural, named
from chamber_extract.segment import Span, at

_GIVEN = re.compile(r"捐|善款|义款|爱心款|芳名|乐助|功德|鸣谢|赠送|赈灾")
_NOT_GIVEN = re.compile(r"支出|使用情况|费用|开支|需求|会费|预算|采购计划")
_ROLES = (
    ("item", re.compile(r"物[资品]|品[名种类]|货物|捐赠内容|类[型别]")),
    ("count", re.compile(r"数量|件数")),
    (
        "amount",
        re.compile(r"金额|款额|善款|捐款(?!人|单位|方|企业|者|日)|人民币|[（(](?:万?[元]|.{1,4}元)[)）]"),
    ),
    ("recipient", re.compile(r"受[赠捐]|接收|收款")),
    (
        "donor",
        re.compile(
            r"捐[赠款助]?(?:人|单位|方|企业|者|机构)|姓名|企业|公司|商会|会员|名称|机构|单位名称|团体|芳名"
        ),
    ),
    ("unit", re.compile(r"^(?:计量)?单位$")),
)
_UNIT_IN_HEAD = re.compile(r"[（(](?:单位[:：])?(人民币|万?[^（()）]{0,4}元|[^（()）]{1,3})[)）]")
_UNIT_ABOVE = re.compile(r"单位[:：]\s*(万?[^\s，。:：（）()]{1,6})")
_TOTAL = re.compile(r"合计|总计|小计|共计|总数|总额")
_DATA = re.compile(r"[0-9](?![0-9]*[年月])")  # no head of a column holds a number
_NUMBER = re.compile(r"[\d,.，]+(?:余|多)?[万亿]?")
ABOVE = 120  # characters above a table in which its unit may be named


@dataclass(frozen=True, slots=True)
class Cell:
    start: int
    end: int
    column: int


def rows(reading: Reading, view: View) -> tuple[list[Draft], tuple[Span, ...]]:
    """The gifts in tables, and the tables that were read."""
    out: list[Draft] = []
    read = []
    for table in reading.segments.tables:
        drafts = _table(reading, view, table)
        if drafts is not None:
            out.extend(drafts)
            read.append(table)
    return out, tuple(read)


def _table(reading: Reading, view: View, table: Span) -> list[Draft] | None:
    """The gifts of a table; None for one without heads or of other things, whose cells are read as prose."""
    folded = reading.text.folded
    every = reading.segments.paragraphs
    first = bisect_left(every, table.start, key=lambda p: p.start)
    paragraphs = every[first : bisect_left(every, table.end, key=lambda p: p.start)]
    grid = [_cells(folded, p) for p in paragraphs]
    head = next((i for i, cells in enumerate(grid) if _roles(folded, cells)), None)
    if head is None:
        return None
    roles = _roles(folded, grid[head]) or {}
    above = folded[max(0, table.start - ABOVE) : grid[head][-1].end]
    if not _GIVEN.search(above) or _NOT_GIVEN.search(above):
        return None
    caption = (
        Span(paragraphs[0].start, paragraphs[0].end) if head else at(reading.segments.captions, table.start)
    )
    unit = _UNIT_ABOVE.search(above)
    sheet = _Sheet(
        reading,
        grid[head],
        _caption_donor(view, folded, caption),
        yuan(reading.text),
        unit[1] if unit else None,
    )
    prose, out = _prose_above(reading, table), []
    for paragraph, cells in zip(paragraphs[head + 1 :], grid[head + 1 :], strict=True):
        for group in _groups(roles):
            if draft := sheet.row(paragraph, cells, group):
                if prose:  # the sentence above dates the table: 截至3月24日，累计筹得…
                    draft.sentence = Span(prose.start, paragraph.end)
                    draft.cumulative = draft.cumulative or "累计" in folded[prose.start : prose.end]
                out.append(draft)
    return out


def _prose_above(reading: Reading, table: Span) -> Span | None:
    """The paragraph of prose right above a table and its caption."""
    paragraphs = reading.segments.paragraphs
    i = bisect_left(paragraphs, table.start, key=lambda p: p.start)
    for p in reversed(paragraphs[max(0, i - 2) : i]):
        if reading.text.folded[p.end - 1] in "。：:":
            return p
    return None


def _cells(folded: str, paragraph: Span) -> list[Cell]:
    """The cells of a row with their columns; blank cells are left out."""
    out, column, at_ = [], 0, paragraph.start
    for piece in re.split(r"([\t|])", folded[paragraph.start : paragraph.end]):
        if piece in ("\t", "|"):
            column += 1
        elif piece.strip():
            left = len(piece) - len(piece.lstrip())
            out.append(Cell(at_ + left, at_ + left + len(piece.strip()), column))
        at_ += len(piece)
    return out


def _roles(folded: str, cells: list[Cell]) -> dict[int, str] | None:
    """The role of each column by its head, None where this is no row of heads."""
    if len(cells) < 2 or any(_DATA.search(folded, c.start, c.end) for c in cells):
        return None
    roles = {}
    for cell in cells:
        text = folded[cell.start : cell.end]
        role = next((name for name, pattern in _ROLES if pattern.search(text)), None)
        if role:
            roles[cell.column] = role
    kinds = set(roles.values())
    if "unit" in kinds and "count" not in kinds:  # 单位 | 金额: the head of donors
        roles = {c: ("donor" if r == "unit" else r) for c, r in roles.items()}
    return roles if kinds & {"count", "amount"} else None


def _groups(roles: dict[int, str]) -> list[dict[str, int]]:
    """Groups of columns that repeat the same heads: 物资类型 数量 单位 物资类型 数量 单位."""
    groups: list[dict[str, int]] = [{}]
    for column in sorted(roles):
        role = roles[column]
        if role in groups[-1] and not (
            role in ("amount", "count")
            and len(set(roles.values())) > 1
            and role not in list(roles.values())[:1]
            and groups[-1].keys() == {role}
        ):
            groups.append({})
        groups[-1][role] = column
    return groups


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What holds for all rows of a table: its heads, who gave by its caption, currency and unit."""

    reading: Reading
    heads: list[Cell]
    donor: Party | None
    default: str | None
    unit: str | None

    def row(self, paragraph: Span, cells: list[Cell], group: dict[str, int]) -> Draft | None:
        """The gift of one group of columns of a row, None where it holds no figure."""
        by_column = {c.column: c for c in cells}
        found = {role: by_column[column] for role, column in group.items() if column in by_column}
        total = any(_TOTAL.fullmatch(self._words(c)) for c in cells[:2])
        lot = self._lot(found, total)
        if not lot:
            return None
        giver, taker = found.get("donor") if not total else None, found.get("recipient")
        used = [cells[0]] if total else [c for role, c in found.items() if role != "recipient"]
        end = max([c.end for c in used] + [lot.figure.end])
        return Draft(
            lot,
            "donate",
            min(c.start for c in used),
            end,
            paragraph,
            paragraph,
            donor=_giver(self._words(giver), giver) if giver else None if total else self.donor,
            recipient=Party(taker.start, taker.end) if taker else None,
            cumulative=total,
            gathered=giver is None,
            kind="goods" if lot.item else None,
        )

    def _lot(self, found: dict[str, Cell], total: bool) -> Lot | None:
        """The count and the money of a row; of a row of totals the money alone."""
        item, count, unit, amount = (found.get(role) for role in ("item", "count", "unit", "amount"))
        span = (item.start, item.end) if item and not total else None
        lot = None
        if count and not total and (quantity := self._quantity(count, unit)):
            end = (unit or count).end
            mention = Mention(
                "figure", count.start, end, Figure(quantity, None, *(span or (None, None))), "table-row"
            )
            lot = Lot(mention, count=mention, item=span)
        if amount and (quantity := self._quantity(amount, None)):
            mention = Mention("figure", amount.start, amount.end, Figure(quantity), "table-row")
            lot = lot or Lot(mention, item=span)
            lot.money = mention
        return lot

    def _quantity(self, number: Cell, unit: Cell | None) -> Quantity | None:
        """The quantity of a cell, its unit from a cell of its own, the column's head or above the table."""
        clean, default = self.reading.text.clean, self.default
        text = clean[number.start : number.end]
        if unit:
            text += clean[unit.start : unit.end]
        elif _NUMBER.fullmatch(self.reading.text.folded, number.start, number.end):
            head = next((self._words(h) for h in self.heads if h.column == number.column), "")
            named_unit = _UNIT_IN_HEAD.search(head)
            word = named_unit[1] if named_unit else self.unit
            if not word:
                return None
            text += "元" if word == "人民币" else word
            default = "CNY" if "人民币" in head else default
        quantities = find_quantities(text, default_currency=default)
        usable = len(quantities) == 1 and quantities[0].kind in ("count", "measure", "money")
        return quantities[0] if usable else None

    def _words(self, cell: Cell) -> str:
        return self.reading.text.folded[cell.start : cell.end]


def _giver(words: str, cell: Cell) -> Party:
    """The party of a cell; several where its noun says so."""
    return Party(cell.start, cell.end, is_plural(words))


def _caption_donor(view: View, folded: str, caption: Span | None) -> Party | None:
    """Who gave by the caption: 境外中资企业商会捐赠物资清单."""
    if not caption:
        return None
    given = _GIVEN.search(folded, caption.start, caption.end)
    return named(view.text, caption.start, given.start()) if given else None
