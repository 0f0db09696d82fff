"""Gifts: which figures were given, by whom and to whom.

A verb of giving governs the figures that follow it in its clause and in the clauses that only go
on counting; a figure may also stand before its verb (将4万只口罩寄往湖北). The donor is the
subject of the verb, carried over from clause to clause as the grammar carries it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from chamber_extract.mention import Mention, Reading
from chamber_extract.models import Action
from chamber_extract.relate import context, tables
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import ASIDE, CHAMBER, COUNT, FIGURE, Act, Clause, View, clauses, look
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts import Draft, write
from chamber_extract.relate.lots import Lot, is_worth, lots
from chamber_extract.relate.parties import (
    Party,
    members,
    named,
    party,
    recipient_after,
    recipient_before,
    subject,
    trim,
)
from chamber_extract.segment import Span, at

REACH = 60  # characters between a verb and the figure it governs
NEAR = 200  # characters of text before a paragraph that still tell what it is about

_CUMULATIVE = re.compile(r"累[计积]|共(?![同和产青享建])|合计|总计|总额|总价?值|增至|总数")
_TAKE = re.compile(r"[将把以携带着被]|拿出|献出|出资|自费|自筹")
_LIST = re.compile(
    r"(?:包括|包含|涵盖|主要[有为是]|(?:其中)?有|含|合?共|共计|总计|合计|分别[为是])(?:了|有)?$"
)
_STUFF = re.compile(r"物资|物品|善款|捐赠品|捐赠|捐款|款物")
_THING = re.compile(r"(?:物资|物品|善款|捐赠品|款物|用品|设备|捐款|款项|资金|车辆|药品|礼包|口罩)$")
_BATCH = re.compile(r"第[一二三四五六七八九十]批|其中|首批|另[有外]?|余下|其余")
_EACH = re.compile(r"各(?:自|捐|[赠献出认])?|每[人家]|均")
_FOLLOW = re.compile(
    r"(?:目前|随后|据悉|现|，|,)*(?:这|该|此|上述|所有|全部|以上)(?:[批些次]|一批)?[^，。；]{0,8}?(?:物资|款|物品|口罩|善款|捐赠|用品|设备)"
)
_THIS_IS = re.compile(r"这(?:些|批)?[^，。]{0,8}?(?:是|由)")
_MONEY_RAISING = frozenset({"raise"})


@dataclass(slots=True)
class State:
    """What one clause hands on to the next."""

    topic: Party | None = None
    donor: Party | None = None
    recipient: Party | None = None
    act: Act | None = None
    clause: Clause | None = None
    cumulative: bool = False
    gathered: bool = False
    each: bool = False
    respectively: bool = False
    group: list[Draft] = field(default_factory=list)


def resolve(reading: Reading, chambers: Chambers) -> list[Gift]:
    """The gifts of one document, in order of position."""
    view = look(reading, chambers)
    drafts = tables.rows(reading, view)
    tabled = reading.segments.tables
    figures = [m for m in view.figures if not at(tabled, m.start)]
    state = State()
    previous: Span | None = None
    for paragraph in _paragraphs_with(reading, figures):
        if previous is None or not _runs_on(reading, previous, paragraph):
            state = State()
        drafts.extend(_Paragraph(reading, view, paragraph, figures, state).drafts())
        previous = paragraph
    return write(reading, chambers, view, drafts)


def _paragraphs_with(reading: Reading, figures: list[Mention]) -> list[Span]:
    """The paragraphs that hold a figure, and those just before them."""
    paragraphs = reading.segments.paragraphs
    starts = [p.start for p in paragraphs]
    wanted = set()
    for m in figures:
        i = bisect_left(starts, m.start + 1) - 1
        wanted |= {i - 1, i}
    return [paragraphs[i] for i in sorted(wanted) if i >= 0]


def _runs_on(reading: Reading, before: Span, after: Span) -> bool:
    """Whether a paragraph goes on in the next: one line feed between them and no full stop."""
    folded = reading.text.folded
    heading = at(reading.segments.headings, before.start) or at(reading.segments.headings, after.start)
    return not heading and after.start - before.end <= 1 and folded[before.end - 1] not in "。！？!?；;"


class _Paragraph:
    """Reads one paragraph, sentence by sentence."""

    def __init__(
        self, reading: Reading, view: View, span: Span, figures: list[Mention], state: State
    ) -> None:
        self.reading, self.view, self.span, self.state = reading, view, span, state
        self.text, self.folded = view.text, reading.text.folded
        self.figures = figures
        self.heading = at(reading.segments.headings, span.start) is not None
        section = at(reading.segments.sections, span.start)
        self.title = (section.title if section else reading.segments.title) or ""
        before = self.folded[max(0, span.start - NEAR) : span.end]
        self.giving_near = bool(context.GIVING.search(self.title) or context.GIVING.search(before))
        self.found: list[Draft] = []

    def drafts(self) -> list[Draft]:
        segments = self.reading.segments.sentences
        i = bisect_left(segments, self.span.start, key=lambda s: s.start)
        while i < len(segments) and segments[i].start < self.span.end:
            following = (
                segments[i + 1] if i + 1 < len(segments) and segments[i + 1].start < self.span.end else None
            )
            self._sentence(segments[i], following)
            i += 1
        return self.found

    # -- a sentence

    def _sentence(self, sentence: Span, following: Span | None) -> None:
        self.sentence, self.following = sentence, following
        self.words = self.folded[sentence.start : sentence.end]
        self.giving = bool(context.GIVING.search(self.words))
        a = bisect_left(self.figures, sentence.start, key=lambda m: m.start)
        b = bisect_left(self.figures, sentence.end, key=lambda m: m.start)
        inside = self.figures[a:b]
        self.clauses = clauses(self.view, sentence.start, sentence.end, spaces=self.heading)
        state = self.state
        state.act, state.group = (None, []) if self._ended_before(sentence) else (state.act, state.group)
        count = len(self.found)
        legal = context.LEGAL.search(self.words)
        for n, clause in enumerate(self.clauses):
            held = [m for m in inside if clause.start <= m.start < clause.end]
            if held and not legal:
                self._clause(n, clause, held)
            else:
                self._silent(clause)
        self._receivers(self.found[count:])

    def _ended_before(self, sentence: Span) -> bool:
        i = sentence.start - 1
        while i >= 0 and self.folded[i] in " \t\n\u3000":
            i -= 1
        return i < 0 or self.folded[i] in "。！？!?；;" or self.heading

    def _silent(self, clause: Clause) -> None:
        """A clause without a figure may set the topic and ends the counting."""
        first = clause.acts[0] if clause.acts else None
        if first:
            donor, taker, _ = subject(self.text, clause.start, first.start)
            found = donor or taker
        else:
            found = named(self.text, clause.start, clause.end) or self._leading(clause)
        if found:
            self.state.topic = found
        sure = [a for a in clause.acts if a.sure]
        if sure and sure[-1].end >= clause.end - 1:  # 现场慷慨解囊，共10万元
            self.state.act, self.state.clause, self.state.donor = sure[-1], clause, found or self.state.topic
        elif not context.GOING_ON.fullmatch(self.text, clause.start, clause.end):
            self.state.act = None

    def _leading(self, clause: Clause) -> Party | None:
        """The chamber or person at the head of a clause."""
        start, end = trim(self.text, clause.start, clause.end)
        stop = start
        while stop < end and self.text[stop] == self.text[start] and self.text[start] in (CHAMBER,):
            stop += 1
        return Party(start, stop) if stop > start else None

    # -- a clause with figures

    def _clause(self, n: int, clause: Clause, held: list[Mention]) -> None:
        main = [m for m in held if self.text[m.start] == FIGURE]
        asides = [m for m in held if self.text[m.start] == ASIDE]
        at_last = clause.start
        governed = False
        for lot in lots(self.view, self.folded, main, asides):
            governed = self._lot(n, clause, lot, at_last, governed)
            at_last = max(lot.end, at_last)
        if not main:
            self._silent(clause)

    def _lot(self, n: int, clause: Clause, lot: Lot, floor: int, governed: bool) -> bool:
        """Decides one lot; `floor` is where the lot before ended, `governed` whether that was a gift."""
        state = self.state
        if self._is_rate(lot) or not self._is_thing(lot):
            return False
        left = [a for a in clause.acts if floor <= a.start and a.end <= lot.start]
        gap = self.text[floor : lot.start]
        if left:
            return self._by_verb(clause, lot, left, floor)
        going_on = context.GOING_ON.fullmatch(gap) is not None
        if floor > clause.start and governed and going_on:
            return self._add(clause, lot, floor)
        if (right := self._right_act(clause, lot, floor)) and (
            going_on or not state.act or _TAKE.search(gap) or right.start - lot.end <= 2
        ):
            return self._before_verb(clause, lot, right, floor)
        if state.act and going_on and (floor == clause.start or governed):
            if state.group and is_worth(self.folded, floor, lot) and not lot.item and self._worth(lot):
                return True
            if _BATCH.match(gap.lstrip()):
                state.cumulative = False
            return self._add(clause, lot, floor)
        if state.act and state.act.sure and state.group and (giver := self._listed(lot, floor)):
            state.donor = giver
            return self._add(clause, lot, floor)
        return self._by_noun(clause, lot, floor)

    def _listed(self, lot: Lot, floor: int) -> Party | None:
        """乙公司 in 甲公司捐款10万元、乙公司5万元."""
        found = party(self.text, floor, lot.start)
        if found and context.GOING_ON.fullmatch(self.text, floor, found.start):
            return found
        return None

    def _by_verb(self, clause: Clause, lot: Lot, left: list[Act], floor: int) -> bool:
        """A lot after a verb of giving in its clause."""
        state = self.state
        act = next((a for a in reversed(left) if a.sure), left[-1])
        last = left[-1]
        between = self.text[last.end : lot.start]
        if (
            len(between) > REACH
            or context.COMMERCE.search(between)
            or not self._allowed(clause, act, lot, left)
        ):
            return False
        donor, taker, present = subject(self.text, floor, left[0].start)
        lead = self.text[floor : lot.start]
        state.act, state.clause, state.group = act, clause, []
        relative = "的" in between[:3]
        state.gathered = taker is not None and donor is None
        if donor:
            state.donor = donor
        elif taker or (present and not self._about_things(floor, left[0].start)):
            state.donor = None
        else:
            state.donor = state.topic or self._headed(present)
        if donor or taker:
            state.topic = taker or donor
        state.recipient = taker or recipient_before(self.text, donor.end if donor else floor, left[0].start)
        if not state.recipient:
            state.recipient = recipient_after(self.text, left[0].start, lot.start)
        state.cumulative = bool(_CUMULATIVE.search(lead)) or bool(
            _CUMULATIVE.search(self.folded[floor : lot.figure.start])
        )
        state.each = bool(_EACH.search(self.text[donor.end if donor else floor : last.end + 1]))
        state.respectively = "分别" in lead
        return self._add(clause, lot, left[0].start, relative=relative)

    def _about_things(self, start: int, end: int) -> bool:
        a, b = trim(self.text, start, end)
        return bool(_THING.search(self.text, a, b)) or not re.search(r"[一-鿿]{2}", self.text[a:b])

    def _headed(self, present: bool) -> Party | None:
        return None

    def _before_verb(self, clause: Clause, lot: Lot, right: Act, floor: int) -> bool:
        """A lot before its verb: 将4万只口罩寄往湖北; 10万元善款已汇入."""
        state = self.state
        between = self.text[lot.end : right.start]
        if context.COMMERCE.search(between) or not self._allowed(clause, right, lot, [right]):
            return False
        passive = re.search(r"被|由", between)
        donor = named(self.text, lot.end + passive.end(), right.start) if passive else None
        lead_donor, taker, present = subject(self.text, floor, lot.start)
        donor = donor or lead_donor
        take = _TAKE.search(self.text, floor, lot.start)
        if not donor and (take or not present):
            donor = state.topic if take else None
        state.act, state.clause, state.group = right, clause, []
        state.gathered = False
        state.donor, state.recipient = donor, recipient_before(self.text, floor, lot.start)
        if lead_donor:
            state.topic = lead_donor
        state.cumulative = bool(_CUMULATIVE.search(self.text, floor, lot.start))
        return self._add(clause, lot, floor)

    def _right_act(self, clause: Clause, lot: Lot, floor: int) -> Act | None:
        """The verb after a lot that may govern it, with nothing but further lots and adverbs between."""
        for act in clause.acts:
            if act.start >= lot.end:
                return act
        return None

    def _by_noun(self, clause: Clause, lot: Lot, floor: int) -> bool:
        """A lot beside a noun of giving: 善款共计50万元, 50万元善款; or in a list of what was given."""
        state = self.state
        before = self.text[floor : lot.start]
        if context.COMMERCE.search(self.text, floor, min(clause.end, lot.end + 6)):
            return False
        cash = lot.money and (
            context.CASH_BEFORE.search(self.folded[max(floor, lot.money.start - 24) : lot.money.start])
            or context.CASH_AFTER.match(self.folded, lot.money.end)
        )
        listed = (
            _LIST.search(before)
            and self.giving_near
            and (
                _STUFF.search(before)
                or (
                    not re.search(r"[一-鿿]", _LIST.sub("", before))
                    and _STUFF.search(self.words[: lot.start - self.sentence.start])
                )
            )
        )
        if not cash and not (listed and (lot.item or lot.money)):
            return False
        donor, taker, present = subject(self.text, floor, lot.start)
        state.act = Act(lot.start, lot.start, "", "donate" if cash else "deliver", bool(cash))
        state.clause, state.group = clause, []
        state.donor, state.recipient, state.gathered = donor, taker, not donor
        state.cumulative = bool(_CUMULATIVE.search(before))
        return self._add(clause, lot, floor)

    # -- tests

    def _is_thing(self, lot: Lot) -> bool:
        """Whether a lot is money, or a count of something named."""
        if lot.money and lot.money.value.quantity.kind == "number":
            return bool(
                re.search(
                    r"(?:捐款?|善款|捐出|捐资|捐赠)(?:了|共|约|近|逾|达|人民币)*$",
                    self.folded[max(0, lot.start - 8) : lot.start],
                )
            )
        return True

    def _is_rate(self, lot: Lot) -> bool:
        m = lot.figure
        if context.RATE_AFTER.match(self.folded, m.end):
            return True
        return bool(context.RATE_BEFORE.search(self.folded[max(self.sentence.start, m.start - 12) : m.start]))

    def _allowed(self, clause: Clause, act: Act, lot: Lot, chain: list[Act]) -> bool:
        """Whether the verb means giving here: sure verbs always, others where the context says so."""
        goods = lot.item is not None and not (
            lot.money and not lot.count and context.is_cash(self.folded[slice(*lot.item)])
        )
        if any(a.sure for a in chain):
            return True
        if context.COMMERCE.search(self.text, clause.start, clause.end):
            return False
        if (
            act.action == "donate"
            and "拨" in act.form
            and context.GOVERNMENT.search(self.text, clause.start, act.start)
        ):
            return False
        if goods:
            return self.giving or self.giving_near
        if act.action == "raise":
            return self.giving and not context.FINANCE.search(self.words)
        cash = lot.money and (
            context.CASH_AFTER.match(self.folded, lot.money.end)
            or context.CASH_BEFORE.search(self.folded[max(0, lot.money.start - 16) : lot.money.start])
        )
        later = any(a.sure for c in self.clauses for a in c.acts if a.start > lot.end)
        return bool(
            self.giving
            and (
                cash
                or later
                or "拨" in act.form
                or act.form in ("援助", "支援", "赞助", "汇入", "移交", "转交", "交给")
            )
        )

    # -- results

    def _worth(self, lot: Lot) -> bool:
        """Adds a worth to the one lot of goods just counted; False where several were."""
        counted = [d for d in self.state.group if d.lot.count]
        if len(self.state.group) == 1 and counted and not counted[0].lot.money:
            counted[0].lot.money, counted[0].lot.equivalent = lot.money, lot.equivalent
            counted[0].end = lot.end
            return True
        return False

    def _add(self, clause: Clause, lot: Lot, floor: int, relative: bool = False) -> bool:
        state = self.state
        assert state.act
        start = max(floor, self.sentence.start)
        while start < lot.start and (self.text[start] in "，、；,; \n：" or self.folded[start] in "和及与"):
            start += 1
        draft = Draft(
            lot, state.act.action, start, lot.end, self.sentence, self.span, state.donor, state.recipient,
            state.cumulative, relative, state.gathered,
        )  # fmt: skip
        if not draft.recipient:
            draft.recipient = None
        parts = members(self.text, state.donor) if state.donor and state.each else []
        drafts = [draft]
        if len(parts) > 1:
            drafts = [
                Draft(**{f: getattr(draft, f) for f in Draft.__dataclass_fields__} | {"donor": p})
                for p in parts
            ]
        self.found.extend(drafts)
        state.group.extend(drafts)
        return True

    def _receivers(self, drafts: list[Draft]) -> None:
        """Receivers named after the figures: in the rest of the sentence, or in the next if it speaks of the gift."""
        for draft in drafts:
            if draft.recipient:
                continue
            draft.recipient = recipient_after(self.text, draft.lot.end, self.sentence.end)
            following = self.following
            if (
                not draft.recipient
                and following
                and _FOLLOW.match(self.folded, following.start, following.end)
            ):
                draft.recipient = recipient_after(self.text, following.start, following.end)
