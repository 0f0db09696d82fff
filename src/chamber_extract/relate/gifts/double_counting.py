"""Gifts that a document tells twice: totals and their parts, lots of one gift, a gift told again.

Only where words or exact sums say so. A gift that may be another's part, but need not, stays free.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal

from chamber_extract.mention import Reading
from chamber_extract.models import LinkReason
from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts.likeness import (
    GENERIC,
    compatible,
    figure,
    holds,
    is_within,
    most,
    same_day,
    same_donor,
    same_items,
    same_measure,
)
from chamber_extract.segment import Section, Span, at

REACH = 40  # characters between a total and its 其中: 元（折合人民币约32.9万元）用于采购防疫物资，
NEAR = 500  # gifts that are looked back on: a longer list is a table
SAME = 20  # gifts of one figure that are looked back on
STEP = 120  # characters between two entries of a list, or a total and the list that it sums up

_OF_WHICH = re.compile("其中|当中|包括|包含")
_LISTING = frozenset({"包括", "包含"})  # they list what the same sentence has just named
_EACH = re.compile("各")
_MORE_OF_IT = re.compile("再|又|另|追加|第[二三四五]次")
_MORE = re.compile("另|此外|除此|还[向捐有]|同时[还向]")
_SUM = re.compile("合计|共|总[计额值价数]|总共|小计|凑足|以上|两批|连同")
_SUM_ROW = re.compile("合计|总计|共计|小计")
_WORTH = re.compile("总值|总价|总计|共计|合计|总额|共值|价值共")
_REST = re.compile("其余|其他|其它|余下(?!的)")
_LOT = re.compile("第[一二三四五六七八九十0-9]{1,3}批|首批")
_THIS = re.compile("[此这该](?:一)?[批笔项]|[此这]次(?:捐|所捐|募)|上述|[该这]些(?:物|善|款|捐|口|防|医)")
_LISTS = frozenset({"list-line", "in-brackets"})
_TABLES = frozenset({"table-row", "table-cell"})


def link(reading: Reading, gifts: Sequence[Gift]) -> None:
    """Sets `part_of`, `same_as` and `link_reason` of the gifts, which are in order of position."""
    linker = _Linker(reading, gifts)
    linker.of_which()
    linker.table_totals()
    linker.sums()
    linker.worths()
    linker.lots()
    linker.told_again()


class _Linker:
    """Links the gifts of one document; what is linked once stays so."""

    def __init__(self, reading: Reading, gifts: Sequence[Gift]) -> None:
        self.gifts, self.segments, self.folded = gifts, reading.segments, reading.text.folded
        self.ends = [g.end for g in gifts]

    def _before_this(self, i: int) -> Sequence[Gift]:
        """The gifts before the i-th, the nearest first."""
        return self.gifts[max(i - NEAR, 0) : i][::-1]

    def of_which(self) -> None:
        """捐款100万元，其中甲公司60万元、乙公司40万元；此外……"""
        for mark in _OF_WHICH.finditer(self.folded):
            parts = [g for g in self._after(mark.end()) if not _MORE.search(self.folded, mark.end(), g.end)]
            told = self._before(mark.start(), strict=mark[0] in _LISTING) if parts else []
            total = next((t for t in told if holds(t, parts[0])), None)
            if total:
                self._part((g for g in parts if holds(total, g)), total, "of_which")

    def _before(self, position: int, *, strict: bool) -> list[Gift]:
        """The gifts just told, the last first: in the same sentence, or unless strict in the one before."""
        sentence = at(self.segments.sentences, position)
        if sentence is None:
            return []
        start = sentence.start
        if not strict and not self.folded[start:position].strip(" \u3000,，.。"):
            previous = at(self.segments.sentences, max(start - 2, 0))
            start = previous.start if previous else start
        told = []
        i = bisect_right(self.ends, position) - 1
        while i >= 0 and self.gifts[i].end > start and position - self.gifts[i].end <= REACH:
            told.append(self.gifts[i])
            position, i = self.gifts[i].start, i - 1
        return told

    def _after(self, position: int) -> Iterable[Gift]:
        """The gifts of the rest of the sentence; where its paragraph ends at once (其中：), of the list below."""
        paragraph = at(self.segments.paragraphs, position - 1)
        listing = paragraph is not None and not self.folded[position : paragraph.end].strip(" \u3000:：,，")
        sentence = at(self.segments.sentences, position - 1)
        i, last = bisect_left(self.ends, position + 1), position
        while i < len(self.gifts):
            g = self.gifts[i]
            listed = listing and g.rule in _LISTS and g.end - last <= STEP
            if not listed and (sentence is None or g.end > sentence.end):
                return
            yield g
            i, last = i + 1, g.end

    def table_totals(self) -> None:
        """The row 合计 of a table is the sum of those above it, 小计 of those since the last."""
        for table in self.segments.tables:
            rows: list[Gift] = []
            inside = self.gifts[bisect_left(self.ends, table.start) : bisect_right(self.ends, table.end)]
            for g in inside:
                if g.rule in _TABLES and g.donor is None and _SUM_ROW.search(self.folded, *self._line(g)):
                    self._part([r for r in rows if same_measure(g, r)], g, "total")
                    rows = [r for r in rows if r.part_of is not g]
                rows.append(g)

    def _line(self, g: Gift) -> tuple[int, int]:
        return self.folded.rfind("\n", 0, g.end) + 1, g.end

    def sums(self) -> None:
        """A stated sum is exactly that of the gifts just before or just after it, or of a list with its rest."""
        for i, total in enumerate(self.gifts):
            if total.part_of or total.rule in _TABLES:
                continue
            before = self._adding_up(total, self._before_this(i))
            if before and _SUM.search(self.folded, before[0].end, total.end):
                self._part(before, total, "total")
                continue
            words = _SUM.search(self.folded, total.start, total.end) or total.scope == "aggregate"
            after = self._adding_up(total, self.gifts[i + 1 : i + 1 + NEAR])
            if after and (words or _REST.search(self.folded, total.end, after[-1].end)):
                self._part(after, total, "total")

    def _adding_up(self, total: Gift, others: Sequence[Gift]) -> list[Gift]:
        """Neighbours of the total, nearest first, that are at least two and make it up; empty if they do not."""
        section, last, sum_, found = self._section(total), total, Decimal(0), list[Gift]()
        for g in others:
            if abs(g.end - last.end) > STEP or self._section(g) != section:
                break
            gap, last = (last.end, g.end), g
            row = g.rule in _TABLES and not (g.donor is None and g.scope == "aggregate")
            if row or g.part_of or g.same_as or not same_measure(total, g):
                continue
            value = figure(g)
            if value is None or g.approximation != "exact":
                break
            sum_ += value
            found.append(g)
            whole = sum_ == figure(total)
            if (
                len(found) == 1
                and _EACH.search(self.folded, max(g.start - 2, 0), g.end)
                and self._multiple(total, value)
            ):
                return found
            rest = g.end > total.end and sum_ < most(total) and _REST.search(self.folded, *gap)
            if len(found) > 1 and (whole or rest):
                return found
            if sum_ > most(total):
                break
        return []

    def _multiple(self, total: Gift, value: Decimal) -> bool:
        """各捐10万元，共20万元: the sum of what each of several gave or got."""
        whole = figure(total)
        return whole is not None and 0 < value < whole and whole % value == 0

    def worths(self) -> None:
        """包括玉米粉40吨、毛毯2500条，物资总值约8600万元: the worth of what was listed just before."""
        for i, total in enumerate(self.gifts):
            if total.kind == "cash" or total.amount is None or total.quantity is not None:
                continue
            if total.item and not GENERIC.search(fold(total.item)):
                continue
            sentence = at(self.segments.sentences, total.end - 1)
            parts = []
            for g in self._before_this(i):
                if sentence is None or g.start < sentence.start or g.amount is not None or g.kind != "goods":
                    break
                parts.append(g)
            if parts and _WORTH.search(self.folded, parts[0].end, total.end):
                self._part(parts, total, "total")

    def lots(self) -> None:
        """医用手套80万副……第一批40万副: a lot of what the same giver gives in all."""
        for i, g in enumerate(self.gifts):
            if g.donor is None or not _LOT.search(self.folded, g.start, g.end):
                continue
            for total in self._before_this(i):
                if (
                    same_donor(total, g)
                    and total.donor
                    and same_measure(total, g)
                    and not _LOT.search(self.folded, total.start, total.end)
                    and self._section(total) == self._section(g)
                ):
                    told = [p for p in self._before_this(i) if p.part_of is total]
                    if sum((figure(p) or Decimal(0) for p in [*told, g]), Decimal(0)) <= most(total):
                        self._part([g], total, "lots")
                    break

    def told_again(self) -> None:
        """A headline and its article; 此批物资; the same figure of the same giver, or of nobody named."""
        told: dict[tuple[object, ...], list[Gift]] = {}
        for i, g in enumerate(self.gifts):
            if g.rule in _TABLES or g.rule in _LISTS:
                continue
            if at(self.segments.headings, g.start) and not at(self.segments.tables, g.start):
                full = next((f for f in self.gifts[i + 1 : i + 1 + NEAR] if self._headed(g, f)), None)
                if full:
                    self._same(g, full)
                continue
            alike = told.setdefault((self._section(g), figure(g), g.currency or g.unit), [])
            first = next((f for f in alike[: -SAME - 1 : -1] if self._repeats(f, g)), None)
            if first:
                self._same(g, first)
            else:
                alike.append(g)

    def _headed(self, headline: Gift, g: Gift) -> bool:
        """Whether the article below tells what its headline tells, perhaps in rounder figures."""
        if self._section(headline) != self._section(g) or at(self.segments.headings, g.start):
            return False
        if not same_measure(headline, g) or not same_donor(headline, g):
            return False
        low, value = figure(headline), figure(g)
        if low is None or value is None:
            return False
        rounded = headline.approximation in ("over", "about") and low <= value <= low * Decimal("1.1")
        return low == value or rounded

    def _repeats(self, first: Gift, g: Gift) -> bool:
        """Whether the later gift, of the same figure, is the first one again."""
        if figure(g) is None or not same_measure(first, g):
            return False
        sentence = at(self.segments.sentences, g.start) or Span(g.start, g.end)
        if first.end > sentence.start:  # one sentence tells a gift once
            return False
        if not same_donor(first, g) or not same_items(first, g):
            return False
        if _THIS.search(self.folded, max(sentence.start, g.start - REACH), g.end):
            return True
        if _MORE_OF_IT.search(self.folded, sentence.start, g.end):
            return False
        if not compatible(first.recipient, g.recipient) or not same_day(first, g):
            return False
        if g.donor is None:
            return g.kind == "goods" and g.amount is None
        return first.donor is not None and first.recipient is not None and g.recipient is not None

    def _section(self, g: Gift) -> Section | None:
        return at(self.segments.sections, g.start)

    def _part(self, parts: Iterable[Gift], total: Gift, reason: LinkReason) -> None:
        """Links the parts, unless they come to more than the total."""
        free = [
            g for g in parts if g is not total and not g.part_of and not g.same_as and not is_within(total, g)
        ]
        sum_ = sum((figure(g) or Decimal(0) for g in free if same_measure(total, g)), Decimal(0))
        if sum_ <= most(total):
            for g in free:
                g.part_of, g.link_reason = total, reason

    def _same(self, again: Gift, first: Gift) -> None:
        if not again.part_of and not again.same_as and first is not again:
            again.same_as, again.link_reason = first, "said_again"
