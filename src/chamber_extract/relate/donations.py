"""Gifts: which figures were given, by whom and to whom.

A verb of giving governs the figures that follow it in its clause and in the clauses that only go
on counting; a figure may also stand before its verb (将4万只口罩寄往湖北). The donor is the
subject of the verb, carried over from clause to clause as the grammar carries it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from chamber_extract.extractors.items import head_kind
from chamber_extract.mention import Mention, Reading
from chamber_extract.relate import context, tables
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import ASIDE, CHAMBER, FIGURE, Act, Clause, View, clauses, look
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts import Draft, write
from chamber_extract.relate.lots import Lot, is_worth, lots
from chamber_extract.relate.parties import (
    DEPUTY,
    RECEIVED,
    Party,
    members,
    named,
    nearest,
    party,
    recipient_after,
    recipient_before,
    subject,
    trim,
)
from chamber_extract.segment import Span, at

REACH = 60  # characters between a verb and the figure it governs
SLACK = 30  # characters by which a title in the text may be longer than its clean form: outlet, spaces
NEAR = 200  # characters of text before a paragraph that still tell what it is about

_CUMULATIVE = re.compile(r"累[计积]|共(?![同和产青享建])|合计|总计|增至")
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
_OBJECT = re.compile(
    r"(?:第[一二三四五六七八九十]批|首批|\ue004|[了的、和及与或等]|各类|一批|大批|大量|物资|善款|款项|资金|现金|捐款|医疗|医用|防疫|抗疫|紧缺|急需|生活|救灾|用品|款物|爱心)*"
)
_VEHICLE = frozenset({"搭载", "装载", "满载", "运载", "运抵", "抵达", "送达", "送抵", "转运"})
_UNKNOWN_GOODS = re.compile(r"了?[一-鿿A-Za-z0-9]{2,12}")
_MEANS = re.compile(r"通过|透过|经由?|以(?!色列)|除|为(?!民)|对|随着|鉴于|面对")
_RELATIVE = re.compile(r"(?:[给予至到往][^，]{1,30}?|爱心|物资)?的")
_SAID = re.compile(r"(?:说|表示|宣布|指出|介绍|透露|披露|强调|致[辞词]|谈到|告诉\S{0,6}|认为|称)[道]?$")
_EQUIVALENT = re.compile("约合|折合|合(?!计|共)|相当于|等值")
_COLLECTING = frozenset({"筹得", "募得", "筹获", "筹募", "募捐", "义卖", "义演", "筹款", "募款"})
_SPENDING = frozenset({"投入", "出资"})
_PRONOUN = re.compile(r"(?:大家|他们|她们|我们|其|双方|[他她])$")
_PASSIVE = re.compile(r"(?:已|将|现|全部|都|均|一并|随后|后|并|,|，)*(?:被|由)")
_RECEIVED_GOODS = re.compile(r"(?:收到|接到|接收到?|领到)了?(?:[^，。]{0,12}的)?(?:一批)?(?:总?价值)?$")
_GOODS_UNITS = frozenset(
    "只 套 副 付 双 箱 台 顶 瓶 辆 吨 公斤 千克 斤 本 册 盒 包 袋 桶 支 张 床 头 株 枚 把 部 艘 架 块 条 桌 打 件 剂 剂次 罐 听 幅 匹 卷 隻 雙 輛 噸 頭 臺 冊 張 顆 颗 粒 筐 车 吨位".split()
)
_REPEATED = re.compile(r"(.)(?:一)?\1")
_ASIDE_END = re.compile(r"[(（][^()（）]*[)）]$")
_THANKS = re.compile(r"感谢|赞赏|称赞|肯定|表扬|点赞")
_DEED = re.compile(r"善举|义举|爱心|的?(?:捐赠|慷慨|支持|援助|无私|大爱)")
_SOURCE = re.compile(r"(?:的?(?:善款|捐款))?(?:来自于?|系?由)")
_GETS = frozenset({"获捐", "获赠", "受赠"})
_PARTITIVE = re.compile(r"另[外有]?|第[一二三四五六七八九十]批|其中|其余|余下")


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
        self.giving_near = bool(context.GENEROUS.search(self.title) or context.GENEROUS.search(before))
        self.headed = self._heading_chamber(section.start if section else 0)
        self.found: list[Draft] = []

    def _heading_chamber(self, start: int) -> Party | None:
        """The one chamber named in the title of the article."""
        end = start + len(self.title) + SLACK
        at_first = self.text.find(CHAMBER, start, end)
        if at_first < 0:
            return None
        stop = at_first
        while self.text[stop : stop + 1] == CHAMBER:
            stop += 1
        return Party(at_first, stop) if self.text.find(CHAMBER, stop, end) < 0 else None

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
        legal = context.LEGAL.search(self.words) or context.RATE.search(self.words)
        for n, clause in enumerate(self.clauses):
            held = [m for m in inside if clause.start <= m.start < clause.end]
            if held and not legal:
                self._clause(n, clause, held)
            else:
                self._silent(clause)
        self._share(self.found[count:])
        self._receivers(self.found[count:])

    def _ended_before(self, sentence: Span) -> bool:
        i = sentence.start - 1
        while i >= 0 and self.folded[i] in " \t\n\u3000":
            i -= 1
        return i < 0 or self.folded[i] in "。！？!?；;" or self.heading

    def _silent(self, clause: Clause) -> None:
        """A clause without a figure may set the topic and ends the counting."""
        state = self.state
        first = clause.acts[0] if clause.acts else None
        thanks = _THANKS.search(self.text, clause.start, clause.end)
        deed = _DEED.search(self.text, thanks.end(), clause.end) if thanks else None
        if thanks and deed:  # 感谢在摩中资企业善举
            found = named(self.text, thanks.end(), deed.start())
        elif _MEANS.match(self.text, clause.start, clause.end):
            found = None  # 通过会员企业捐赠等渠道，
        elif first:
            donor, taker, _ = subject(self.text, clause.start, first.start)
            found = donor or taker
        else:
            deputed = DEPUTY.search(self.text, clause.start, clause.end)
            found = named(self.text, deputed.end(), clause.end) if deputed else None
            found = found or named(self.text, clause.start, clause.end)
        said = _SAID.search(self.text, clause.start, clause.end)
        if found and not (said and self.text[found.end - 1] != CHAMBER):  # 会长宣布，…: he only tells of it
            state.topic = found
        sure = [a for a in clause.acts if a.sure or self.giving_near]
        if sure and _OBJECT.fullmatch(
            self.text, sure[-1].end, clause.end
        ):  # 慷慨解囊，共10万元; 捐赠各类物资，包括
            state.act, state.clause, state.group, state.donor = sure[-1], clause, [], found or state.topic
            state.recipient = recipient_before(
                self.text, found.end if found else clause.start, sure[-1].start
            )
            state.cumulative = bool(_CUMULATIVE.search(self.text, clause.start, clause.end))
            state.gathered = False
        elif not context.GOING_ON.fullmatch(self.text, clause.start, clause.end):
            state.act = None

    # -- a clause with figures

    def _clause(self, n: int, clause: Clause, held: list[Mention]) -> None:
        main = [m for m in held if self.text[m.start] == FIGURE]
        asides = [m for m in held if self.text[m.start] == ASIDE]
        if not main:
            self._silent(clause)
            return
        floor, governed = clause.start, False
        for lot in lots(self.view, self.folded, main, asides):
            governed = self._lot(n, clause, lot, floor, governed)
            if governed:
                floor = max(lot.end, floor)
            else:
                self.state.act, self.state.group = None, []

    def _lot(self, n: int, clause: Clause, lot: Lot, floor: int, governed: bool) -> bool:
        """Decides one lot; `floor` is where the lot before ended, `governed` whether that was a gift."""
        state = self.state
        left = [a for a in clause.acts if floor <= a.start and a.end <= lot.start]
        if self._is_rate(lot):
            if left and self._by_verb(clause, lot, left, floor):  # 每人发放2000元，共计4万元
                self.found.pop()
                return True
            return False
        if left:
            return self._by_verb(clause, lot, left, floor)
        gap = self.text[floor : lot.start]
        self._inherit(lot, gap)
        if not self._is_thing(lot, sure=bool(state.act and state.act.sure)):
            return False
        going_on = context.GOING_ON.fullmatch(gap) is not None
        if state.act and going_on and (floor == clause.start or governed):
            return self._continue(lot, floor, gap)
        if right := self._right_act(n, clause, lot):
            if going_on or _TAKE.search(gap) or right.start <= lot.end or not state.act:
                return self._before_verb(clause, lot, right, floor)
        if state.act and state.act.sure and state.group and (giver := self._listed(lot, floor)):
            state.donor, state.gathered, state.cumulative = giver, False, False
            state.act = replace(state.act, action="donate")
            return self._add(lot, floor)
        return self._by_noun(clause, lot, floor)

    def _continue(self, lot: Lot, floor: int, gap: str) -> bool:
        """A lot that goes on counting what the verb before governs."""
        state = self.state
        if (
            (last := state.group[-1].lot if state.group else None)
            and lot.money
            and last.money
            and not last.count
        ):
            if _EQUIVALENT.match(self.folded, lot.start):  # 八十五亿盾，约合九十二万美元
                last.equivalent = last.equivalent or lot.money
                return True
        worth = is_worth(self.folded, floor, lot) and not lot.item
        if worth and self._worth(lot):
            return True
        if "其中" in gap:
            state.cumulative = False
        state.cumulative = state.cumulative or bool(_CUMULATIVE.search(gap))
        source = _SOURCE.match(self.text, lot.end)
        if source and (giver := named(self.text, source.end(), self.sentence.end)):  # 其中30万元来自新华公司
            state.donor, state.gathered, state.cumulative = giver, False, False
        self._add(lot, floor)
        if worth and any(d.lot.count for d in state.group):
            self.found[-1].kind = "goods"
        return True

    def _inherit(self, lot: Lot, gap: str) -> None:
        """其中8万只 counts the noun of the lot before, and so does 4万只 after it."""
        last = self.state.group[-1].lot if self.state.group else None
        if not (last and last.count and lot.count) or lot.item:
            return
        if last.count.value.quantity.unit == lot.count.value.quantity.unit and (
            "其中" in gap or last.inherited
        ):
            lot.inherited = last.item or last.inherited

    def _listed(self, lot: Lot, floor: int) -> Party | None:
        """乙公司 in 甲公司捐款10万元、乙公司5万元."""
        found = party(self.text, floor, lot.start)
        return found if found and context.GOING_ON.fullmatch(self.text, floor, found.start) else None

    def _by_verb(self, clause: Clause, lot: Lot, left: list[Act], floor: int) -> bool:
        """A lot after a verb of giving in its clause."""
        state = self.state
        last = left[-1]
        act = self._main(left)
        between = self.text[last.end : lot.start]
        if lot.count and not lot.item and last.sure and _UNKNOWN_GOODS.fullmatch(between):
            lot.item = lot.inherited = (
                lot.start - len(between.removeprefix("了")),
                lot.start,
            )  # 捐赠智慧黑板20块
            between = ""
        if len(between) > REACH or context.COMMERCE.search(between) or not self._is_thing(lot, act.sure):
            return False
        if not self._allowed(clause, act, lot, left, floor):
            return False
        relative = _RELATIVE.match(between) is not None or (
            act.form.endswith(("给", "予")) and "的" in between
        )
        state.act, state.clause, state.group, state.gathered = act, clause, [], False
        self._parties(clause, left, floor, lot.start, relative)
        lead = self.folded[floor : lot.figure.start]
        state.cumulative = bool(_CUMULATIVE.search(lead))
        after = state.donor.end if state.donor and floor <= state.donor.start < lot.start else floor
        state.respectively = "分别" in lead
        state.each = bool(_EACH.search(self.text[after : last.end + 1]))
        if relative and act.action in ("raise", "purchase") and _TAKE.search(self.text, floor, left[0].start):
            # 将募集的善款10万元捐赠给灾区: what was raised is given.
            if right := next(
                (a for a in clause.acts if a.start >= lot.end and a.action in ("donate", "deliver")), None
            ):
                state.act = right
        return self._add(lot, left[0].start)

    @staticmethod
    def _main(left: list[Act]) -> Act:
        """Of 募得捐款, 捐资采购 and the like the verb that says how: raising first, then giving."""
        for first, second in zip(left, left[1:], strict=False):
            if first.action == "raise" and second.start - first.end <= 2:
                return Act(first.start, second.end, first.form, first.action, first.sure or second.sure)
        return next((a for a in reversed(left) if a.sure), left[-1])

    def _parties(self, clause: Clause, left: list[Act], floor: int, start: int, relative: bool) -> None:
        """Sets donor and recipient from what stands before the verbs."""
        state = self.state
        first, last = left[0], left[-1]
        donor: Party | None
        taker: Party | None
        if relative and last is not first:
            donor, taker, present = nearest(self.text, first.end, last.start), None, True
            if not donor:
                donor, taker, present = subject(self.text, floor, first.start)
        elif relative and not _TAKE.search(self.text, max(floor, first.start - 2), first.start):
            donor, taker, present = subject(self.text, floor, first.start)
            donor = nearest(self.text, floor, first.start) or donor
            if not donor and _PARTITIVE.match(self.folded, floor):  # 第二批捐赠的20万只
                donor = state.donor
        elif relative:
            donor, taker, present = named(self.text, floor, first.start), None, False
        else:
            donor, taker, present = subject(self.text, floor, first.start, short=first.sure)
        if donor and _PRONOUN.fullmatch(self.text, donor.start, donor.end):
            state.gathered, donor, present = True, state.topic, False
        if first.form in _GETS:  # 该校获捐100万元
            donor, taker, state.topic = None, donor, donor or state.topic
            state.donor, state.recipient = None, taker
            return
        elif not donor and not taker and (got := RECEIVED.search(self.text, floor, last.start)):
            taker = state.topic if got.start() - floor < 24 and not present else state.topic
        elif not donor and not taker and not present:
            donor = self._carried(first)
        elif not donor and not taker and self._about_things(floor, first.start):
            donor = self._headed()
        if (
            first.action == "deliver"
            and not (donor and donor.start >= floor)
            and _STUFF.search(self.text, last.end, start)
        ):
            state.gathered, donor = bool(state.topic and state.topic.plural), None
        state.gathered = state.gathered or (taker is not None and donor is None)
        state.donor = donor
        if donor or taker:
            state.topic = taker or donor
        after = donor.end if donor and floor <= donor.start else floor
        state.recipient = (
            taker
            or recipient_before(self.text, after, first.start)
            or recipient_after(self.text, first.start, min(clause.end, last.end + REACH))
        )

    def _carried(self, act: Act) -> Party | None:
        """The topic, as subject of a clause that names none; a shipment keeps it only if it is a chamber."""
        topic = self.state.topic
        if (
            topic
            and act.form in _VEHICLE
            and topic.start < self.sentence.start
            and self.text[topic.start] != CHAMBER
        ):
            return None
        return topic

    def _about_things(self, start: int, end: int) -> bool:
        """Whether the subject is 这批物资, 善款 and the like."""
        a, b = trim(self.text, start, end)
        return bool(_THING.search(self.text, a, b))

    def _headed(self) -> Party | None:
        """The one chamber that the paragraphs above are about."""
        return self.headed

    def _before_verb(self, clause: Clause, lot: Lot, right: Act, floor: int) -> bool:
        """A lot before its verb: 将4万只口罩寄往湖北; 10万元善款已汇入."""
        state = self.state
        between = self.text[lot.end : max(lot.end, right.start)]
        if context.COMMERCE.search(between) or not self._allowed(clause, right, lot, [right], floor):
            return False
        passive = re.search(r"被|由", between)
        donor = named(self.text, lot.end + passive.end(), right.start) if passive else None
        lead, taker, present = subject(self.text, floor, lot.start)
        take = _TAKE.search(self.text, floor, lot.start)
        donor = donor or lead
        if not donor and (take or _PARTITIVE.match(self.folded, floor)):
            donor = state.donor if _PARTITIVE.match(self.folded, floor) and state.donor else state.topic
        if lead:
            state.topic = lead
        if not donor and self.heading:
            donor = self.headed
        state.act, state.clause, state.group, state.gathered = right, clause, [], False
        state.donor, state.recipient = (
            donor,
            recipient_before(self.text, lead.end if lead else floor, lot.start),
        )
        state.cumulative = bool(_CUMULATIVE.search(self.folded, floor, lot.start))
        return self._add(lot, floor)

    def _right_act(self, n: int, clause: Clause, lot: Lot) -> Act | None:
        """The verb after a lot that may govern it: in its clause, or after a list that runs over commas."""
        if act := next((a for a in clause.acts if a.start >= lot.figure.end), None):
            return act
        if self.text[lot.end : clause.end].strip("等、 "):
            return None
        taken = _TAKE.search(self.text, clause.start, lot.start)
        for later in self.clauses[n + 1 : n + 12]:
            if later.acts:
                first = later.acts[0]
                opening = self.text[later.start : first.start]
                if taken or context.GOING_ON.fullmatch(opening) or _PASSIVE.match(opening):
                    return first
                return None
            if FIGURE not in self.text[later.start : later.end]:
                return None
        return None

    def _by_noun(self, clause: Clause, lot: Lot, floor: int) -> bool:
        """A lot beside a noun of giving: 善款共计50万元, 50万元善款; or in a list of what was given."""
        state = self.state
        if clause.undone or context.COMMERCE.search(self.text, floor, min(clause.end, lot.end + 6)):
            return False
        before = self.text[floor : lot.start]
        cash = self._is_money_given(lot, floor)
        stuff = _STUFF.search(self.folded, floor, lot.figure.start)
        worth = bool(stuff and not lot.count and is_worth(self.folded, floor, lot))
        listed = stuff and lot.item and _LIST.search(before)
        received = _RECEIVED_GOODS.search(self.folded[floor : lot.start]) and self._are_goods(lot)
        if not cash and not (self.giving_near and (worth or listed or received)):
            return False
        donor, taker, _ = subject(self.text, floor, lot.start)
        if not donor and not taker and stuff and self._about_things(floor, stuff.end()):
            donor = self.headed or (state.topic if worth else None)
        state.act = Act(lot.start, lot.start, "", "donate" if cash else "deliver", bool(cash))
        state.clause, state.group = clause, []
        state.donor, state.recipient, state.gathered = donor, taker, cash and not donor
        state.cumulative = bool(_CUMULATIVE.search(self.folded, floor, lot.figure.start))
        added = self._add(lot, floor)
        if worth and stuff and not cash:
            self.found[-1].kind = "goods"
            self.found[-1].item = self.found[-1].item or (None if lot.item else stuff.group())
        return added

    def _are_goods(self, lot: Lot) -> bool:
        """Whether a lot has a noun that is more than a word for money."""
        return lot.item is not None and not context.is_cash(self.folded[slice(*lot.item)])

    def _is_money_given(self, lot: Lot, floor: int) -> bool:
        if not lot.money:
            return bool(lot.item and re.search("捐[赠助献]", self.folded[lot.figure.end : lot.item[0]]))
        left = self.folded[max(floor, lot.money.start - 24) : lot.money.start]
        return bool(context.CASH_BEFORE.search(left) or context.CASH_AFTER.match(self.folded, lot.money.end))

    # -- tests

    def _is_thing(self, lot: Lot, sure: bool) -> bool:
        """Whether a lot is money, or a count of goods; other named things only right after a sure verb."""
        if not lot.money and lot.count:
            if lot.inherited or lot.item and head_kind(_ASIDE_END.sub("", self.folded[slice(*lot.item)])):
                return True
            return (
                sure
                and (lot.count.value.quantity.unit or "") in _GOODS_UNITS
                and not _REPEATED.match(self.folded, lot.count.end - 1)
            )
        if lot.money and lot.money and lot.money.value.quantity.kind == "number":
            return bool(
                re.search(
                    r"(?:捐款?|善款|捐出|捐资|捐赠)(?:了|共|约|近|逾|达|人民币)*$",
                    self.folded[max(0, lot.start - 8) : lot.start],
                )
            )
        return True

    def _is_rate(self, lot: Lot) -> bool:
        m = lot.figure
        if context.is_threshold(self.folded, m.start, m.end):
            return True
        if context.RATE_AFTER.match(self.folded, m.end):
            return True
        return bool(context.RATE_BEFORE.search(self.folded[max(self.sentence.start, m.start - 12) : m.start]))

    def _allowed(self, clause: Clause, act: Act, lot: Lot, chain: list[Act], floor: int) -> bool:
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
            if act.action == "raise" and lot.count:
                return True
            if act.action == "deliver" and lot.money and not lot.count:
                return bool(context.GENEROUS.search(self.words))
            return bool(context.GENEROUS.search(self.words)) or self.giving_near
        if act.action == "raise":
            client = recipient_before(self.text, floor, act.start)
            if client and re.search(r"(?:企业|公司|项目)$", self.text[client.start : client.end]):
                return False  # 为3家企业募集资金
            return (
                (self.giving or (self.giving_near and act.form in _COLLECTING))
                and not context.FINANCE.search(self.words)
                and not context.COMMERCE.search(self.words)
            )
        if act.form in _SPENDING:
            return context.CHARITY.search(self.text, act.end, min(lot.end + 8, clause.end)) is not None
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

    def _add(self, lot: Lot, floor: int) -> bool:
        state = self.state
        assert state.act
        start = max(floor, self.sentence.start)
        while start < lot.start and (self.text[start] in "，、；,; \n：" or self.folded[start] in "和及与"):
            start += 1
        draft = Draft(
            lot, state.act.action, start, lot.end, self.sentence, self.span, state.donor, state.recipient,
            state.cumulative, state.gathered, respectively=state.respectively,
        )  # fmt: skip
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

    def _share(self, drafts: list[Draft]) -> None:
        """甲、乙和丙分别捐X、Y和Z: each figure to its donor, or to its recipient."""
        for part in ("donor", "recipient"):
            groups: dict[Party, list[Draft]] = {}
            for draft in drafts:
                if draft.respectively and (party := getattr(draft, part)):
                    groups.setdefault(party, []).append(draft)
            for party, group in groups.items():
                parts = members(self.text, party)
                if len(parts) > 1 and len(parts) == len(group):
                    for draft, one in zip(group, parts, strict=True):
                        setattr(draft, part, one)

    def _receivers(self, drafts: list[Draft]) -> None:
        """Parties named after the figures: in the rest of the sentence, or in the next if it speaks of the gift."""
        following = self.following
        for i, draft in enumerate(drafts):
            this = _THIS_IS.match(self.folded, following.start, following.end) if following else None
            if following and this and not draft.donor:  # 这是商会向红十字会发出的首批物资
                draft.donor = named(self.text, this.end(), following.end)
                draft.recipient = recipient_before(self.text, this.end(), following.end) or draft.recipient
            if not draft.recipient:
                draft.recipient = recipient_after(self.text, draft.lot.end, self._limit(drafts[i:]))
            if (
                not draft.recipient
                and following
                and _FOLLOW.match(self.folded, following.start, following.end)
            ):
                draft.recipient = recipient_after(self.text, following.start, following.end)

    def _limit(self, drafts: list[Draft]) -> int:
        """Where the next gift of another donor begins, or the sentence ends."""
        first = drafts[0]
        other = next((d for d in drafts if d.donor != first.donor and d.start > first.end), None)
        if not other:
            return self.sentence.end
        return other.donor.start if other.donor and other.donor.start > first.end else other.start
