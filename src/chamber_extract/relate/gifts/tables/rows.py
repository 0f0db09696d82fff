"""Gifts in tables and in lists of lines: 物资类型/数量/单位 columns, 张三 500元 under 捐款名单."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from chamber_extract.extractors.figures import local_currency
from chamber_extract.mention import Reading
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.tables import (
    bare_sums,
    by_turns,
    captions,
    cards,
    columns,
    donor_lists,
    grid,
    listed_names,
    moneys,
    rolls,
    subscriptions,
    things,
    torn_names,
)
from chamber_extract.relate.gifts.tables.bare_sums import BareSums
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.grid import Cell, Head
from chamber_extract.relate.gifts.tables.measures import Measures
from chamber_extract.relate.gifts.tables.sheets import Sheet
from chamber_extract.relate.gifts.tables.standing import Standing
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

_SIGNS = {" ": 2, "，": 3}  # what parts cells without a trace of those that are blank, and the fewest heads
_ROWS = 100  # that are looked at before a table is read


@dataclass(slots=True)
class Found:
    """The drafts of a document's tables and lists, and the paragraphs that they were read from."""

    drafts: list[Draft] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)


def rows(reading: Reading, view: View, chambers: Chambers) -> tuple[list[Draft], tuple[Span, ...]]:
    """The gifts in tables and lists, and the lines that were read, those of tables of other things included."""
    reader = _Reader(reading, view, chambers)
    found = reader.read()
    lines = sorted({*found.lines, *reader.over.passed}, key=lambda line: line.start)
    return found.drafts, tuple(lines)


class _Reader:
    """Reads the paragraphs of one document in order, with what was last said over them."""

    def __init__(self, reading: Reading, view: View, chambers: Chambers) -> None:
        self.reading, self.view = reading, view
        self.folded = reading.text.folded
        self.default = view.home
        self.plain = moneys.plain(view, chambers, self.default)
        self.over = Standing(reading, view, self._is_line)
        self.at = 0  # the paragraph that is read
        self.held: tuple[Span, list[Draft]] | None = None  # a line below a doubtful caption
        self.found = Found()

    @cached_property
    def _bare(self) -> BareSums:
        splits = ((captions.run_in(self.reading, self.view, p), p) for p in self.reading.segments.paragraphs)
        lines = [split[1] if split else p for split, p in splits]
        return bare_sums.find(things.shown(self.reading, self.view, lines), self.folded, lines)

    @cached_property
    def _closings(self) -> dict[int, str]:
        return moneys.closings(self.view, self.folded, self.reading.segments.paragraphs)

    def read(self) -> Found:
        paragraphs = self.reading.segments.paragraphs
        i = 0
        while i < len(paragraphs):
            self.at = i
            taken = self._card(i) or self._by_turns(i)
            if not taken:
                self._paragraph(paragraphs[i])
            i += taken or 1
            self.over.above = paragraphs[i - 1]
        return self.found

    def _card(self, i: int) -> int:
        """Reads the gift whose fields stand one below another from line `i` on; how many lines they took."""
        found = cards.card(self.folded, self.reading.segments.paragraphs, i)
        if not found:
            return 0
        whole = Span(found.lines[0].start, found.lines[-1].end)
        sheet = self._sheet(found.head, self.over.caption or Caption(), "\t")
        self._keep(whole, sheet.row(whole, found.cells))
        return len(found.lines)

    def _by_turns(self, i: int) -> int:
        """Reads the names and sums that stand by turns from line `i` on; how many lines they took."""
        caption = self.over.caption
        if not caption or self.over.refused:
            return 0
        lines = self.reading.segments.paragraphs
        caption.closing = self._closings.get(lines[i].start)
        unit = caption.money or (self.over.sheet.measures.unit if self.over.sheet else None)
        found = by_turns.pairs(self.view, self.folded, lines, i, unit)
        if found:
            caption.unit = unit
        for line in found:
            self._line(line)
        return 2 * len(found)

    def _paragraph(self, p: Span) -> None:
        if self.over.caption:
            self.over.caption.closing = self._closings.get(p.start)
        cells = self._cells(p)
        if len(cells) > 1:
            self._row(p, cells)
            return
        text = self.folded[p.start : p.end].strip()
        if len(text) <= rolls.LONGEST_CAPTION and self._parted(p):
            return
        if self._names_giver(p) or (self.over.caption and not self.over.refused and self._line(p)):
            return
        self.held = None
        if self._run_in(p):
            return
        self.over.read(p, text)

    def _names_giver(self, p: Span) -> bool:
        """Whether a line names the giver of what the lines or the table below it tell."""
        alone = None if self.over.refused else listed_names.over_things(self.view, self.folded, p)
        if alone:
            self.over.caption = self.over.caption or Caption()
            self.over.caption.donor, self.over.caption.own = alone, True
        return alone is not None

    def _parted(self, p: Span) -> bool:
        """Reads a row whose cells blanks or commas part, or its heads; whether it was one."""
        if not self.over.caption:
            return False
        for sign, fewest in _SIGNS.items():
            cells = grid.cells(self.folded, p, sign)
            are_heads = len(cells) >= fewest and (sign == " " or self.folded[p.end - 1] not in "。！：；")
            head = self._head_of(grid.whole_words(self.folded, cells)) if are_heads else None
            if head:
                self.over.sheet, self.over.refused = (
                    self._sheet(head, self.over.caption, sign),
                    rolls.counts_otherwise(head.text),
                )
                return True
        sheet = self.over.sheet
        if not sheet or sheet.separator not in _SIGNS or self.over.refused:
            return False
        cells = grid.cells(self.folded, p, sheet.separator)
        if len(cells) < 2:
            return False
        found = sheet.row(p, cells)
        if found or sheet.torn:
            self._keep(p, found)
        return bool(found or sheet.torn)

    def _run_in(self, p: Span) -> bool:
        """Reads a list that stands on the line of its caption; whether there was one."""
        split = captions.run_in(self.reading, self.view, p)
        if not split:
            return False
        found = donor_lists.read(self.view, self._bare, split[1], split[0], self.plain)
        if found:
            self.over.caption, self.over.sheet, self.over.refused = split[0], None, False
            self._keep(p, found)
        return bool(found)

    def _head_of(self, cells: list[Cell]) -> Head | None:
        """The row as a row of heads; a sum in words (港币十万元) is none."""
        if any(FIGURE in self.view.text[c.start : c.end] for c in cells):
            return None
        return grid.head_of(self.folded, cells)

    def _sheet(self, head: Head, caption: Caption, separator: str) -> Sheet:
        apart = columns.apart(self.folded, head, self._below() if separator == "\t" else ())
        measures = Measures(self.reading, self.view, head, caption, self.default, self.plain)
        return Sheet(measures, separator, apart)

    def _below(self) -> Iterator[list[Cell]]:
        """The rows below a row of heads."""
        lines = self.reading.segments.paragraphs
        for i in range(self.at + 1, min(self.at + 1 + _ROWS, len(lines))):
            cells = self._cells(lines[i])
            if len(cells) < 2:
                return
            yield cells

    def _cells(self, p: Span) -> list[Cell]:
        bars = self.folded.count("|", p.start, p.end) > 1 and "\t" not in self.folded[p.start : p.end]
        return grid.cells(self.folded, p, r"\|" if bars else "\t")

    def _row(self, p: Span, cells: list[Cell]) -> None:
        if head := self._head_of(cells):
            given = (
                self.over.caption is not None
                or "entry" in head.roles.values()
                or any(map(rolls.speaks_of_giving, head.words.values()))
            )
            self.over.refused = self.over.refused or not given or rolls.counts_otherwise(head.text)
            self.over.caption = self.over.caption or Caption()
            self.over.sheet = self._sheet(head, self.over.caption, "\t")
            return
        numbered = any(grid.is_number(self.folded, c.start, c.end) for c in cells)
        if not numbered and FIGURE not in self.view.text[p.start : p.end]:  # 爱心榜　排名不分先后
            found = captions.caption_of(self.reading, self.view, p, False)
            if found and (found.strict or not self.over.sheet):
                self.over.open(found)
                return
            if self.over.caption:  # 捐款期间：…	单位：元
                self.over.caption.unit = (
                    moneys.unit_of(self.folded[p.start : p.end]) or self.over.caption.unit
                )
        if self.over.refused and (
            self.over.sheet or self.over.left
        ):  # prices, dues, what was spent: nothing in it was given
            self.found.lines.append(p)
        if self.over.refused or not self.over.caption:
            return
        if self.over.sheet:
            self._keep(p, self.over.sheet.row(p, cells))
        else:
            self._line(p)

    def _line(self, p: Span) -> bool:
        """Reads a line of a list; whether it was one."""
        if not self.over.caption:
            return False
        text = self.folded[p.start : p.end].strip()
        if captions.heads_part(text) or moneys.is_remark(text):
            self.over.caption.each = None
            return False
        if not self.over.caption.strict and captions.is_prose(text):
            return False
        if price := subscriptions.stated(self.reading.text, self.view, p):
            self.over.caption.price = price
            self.found.lines.append(p)
            return True
        whole = torn_names.whole(self.view, self.folded, self.over.above, p)
        found = donor_lists.read(self.view, self._bare, whole, self.over.caption, self.plain)
        if found is None or not (found or self.over.caption.strict):
            return False
        found = torn_names.mend(self.view, self.folded, self.over.above, found)
        if not self.over.caption.spoken and not all(draft.donor or draft.cumulative for draft in found):
            return False
        summed = self.over.caption.drafts and all(draft.cumulative for draft in found)
        if not (self.over.caption.strict or self.held or summed):
            self.held = p, found
            return True
        if self.held:
            self._keep(*self.held)
            self.held, self.over.caption.strict = None, True
        self._keep(p, found)
        return True

    def _is_line(self, p: Span) -> bool:
        """Whether a line would be one of a list of gifts under a caption of gifts."""
        return bool(donor_lists.read(self.view, self._bare, p, Caption(), self.plain))

    def _keep(self, p: Span, found: list[Draft]) -> None:
        caption = self.over.caption or Caption()
        dated = bool(self.reading.within("date", p.start, p.end))
        for draft in found:
            money = draft.lot.money
            if money and not money.value.quantity.currency:  # 比索, whichever the page names the country of
                text, segments = self.reading.text, self.reading.segments
                draft.lot.currency = draft.lot.currency or local_currency(
                    text, segments, money.value.quantity
                )
            if not dated:  # 截至: when what is summed up ends
                draft.day = caption.day if draft.donor is None or draft.cumulative else caption.within
            if not draft.donor and not draft.cumulative:  # 商会捐赠物资清单: what its rows do not say
                draft.donor, draft.gathered, draft.cumulative = (
                    caption.donor,
                    not (caption.donor and caption.own),
                    caption.cumulative,
                )
            draft.recipient = draft.recipient or caption.recipient
        caption.drafts.extend(found)
        self.found.drafts.extend(found)
        self.found.lines.append(p)
        self.over.idle = 0
