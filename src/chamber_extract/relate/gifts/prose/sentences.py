"""Reads a sentence clause by clause and decides which of its lots were given.

A verb of giving governs the lots that follow it in its clause and in the clauses that only go on
counting; a lot may also stand before its verb (将4万只口罩寄往湖北), or beside a noun of giving
(善款共50万元).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile

from chamber_extract.mention import Mention
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause, main_verb
from chamber_extract.relate.gifts.drafts import Draft, Rule
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import Lot, is_worth, lots
from chamber_extract.relate.gifts.parties.subject_phrases import PAID, subject
from chamber_extract.relate.gifts.parties.subjects import (
    CUMULATIVE,
    REACH,
    TAKE,
    carried,
    take_parties,
)
from chamber_extract.relate.gifts.parties.told_after import find_receivers, share_out, tell_shares
from chamber_extract.relate.gifts.parties.wording import Party, party, trim
from chamber_extract.relate.gifts.prose.before_verbs import give_before, may_precede, verb_after
from chamber_extract.relate.gifts.prose.beside_nouns import give_beside
from chamber_extract.relate.gifts.prose.counted_on import SPENT, go_on
from chamber_extract.relate.gifts.prose.enumerations import (
    bought,
    ends_of_runs,
    inherit,
    listed_giver,
    name_building,
    paid_before,
    pay_for,
    unknown_goods,
)
from chamber_extract.relate.gifts.prose.in_brackets import give_in_brackets
from chamber_extract.relate.gifts.prose.likely import is_bought_to_help, is_credible, is_likely
from chamber_extract.relate.gifts.prose.tellings import (
    BOTH,
    is_for_use,
    listed_receiver,
    most_or_least,
    shares_of,
    told_source,
)
from chamber_extract.relate.gifts.prose.topics import LISTED_HERE, hear
from chamber_extract.relate.gifts.prose.warrant import (
    is_given,
    is_of_state,
    is_thing,
    is_traded,
    speaks_against,
)
from chamber_extract.relate.gifts.rates import is_rate, is_rule
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import ASIDE, FIGURE

_LABEL = 4  # characters of what a clause is headed with
_RETURNED = re.compile(r"退[款还回]?:$")  # 退：甲夫妇十万元
_EACH = re.compile(r"各(?![项类界地种级方行])|每[人家]|均")
_UNKNOWN_GOODS = re.compile(r"[了之]?(?![给予向至])(?P<noun>[一-鿿A-Za-z0-9]{2,12}|[餐饭水药菜米油粥衣被书])")
_HANDED_OUT = frozenset({"hands", "brings", "makes"})
_RELATIVE = re.compile(r"(?:[给予至到往][^，]{1,30}?|爱心|物资)?[的之]")
_GOT = re.compile(
    r"(?:其中|，|,|、|和)*(?P<who>[一-鿿A-Za-z0-9\ue001\ue004、]{2,40}?)(?:各|分别)?(?:获得?|(?<![所可])得|获赠|获拨|分得)(?:约|逾)?"
)
_EACH_GOT = re.compile(
    r"(?:^|，)每(?:校|[所间家个](?:学校|医院|机构|院舍|村)?|[院村])各?(?:获得?|得|分得|获赠|获拨)(?:约|逾)?$"
)
# A clause of accounts: 支出40万元，结余25.5万元.
_SPENT_OR_LEFT = re.compile(
    rf"\W*(?:(?:本?年|期|月)末|[现尚目]前?|已|共|合计|资金|款项|善款|捐款)*(?:{context.SPENT_OR_LEFT})(?:了|共|合计|为|约|:|：|\s)*"
)
_ACCOUNT = 24  # characters before its sum
# 捐出8000令吉购买用品: the sum is the gift
_GAVE_MONEY = frozenset({"捐", "捐出", "捐款", "捐献", "拨捐", "支出"})
_BY_WHOM = re.compile(r"[的，]?(?:则|均|都|全部|皆|分别|悉数|也|已)*由(?!于|此)")
_TO_WHOM = ("捐", "捐助", "资助", "赞助", "送", "赠", "报效", "给", "予")  # 捐助育才中學5萬、中山中學3萬
_BARE = re.compile(r"[一-鿿A-Za-z]{2,8}")  # 中地海外 among those listed
_SAME_RATE = re.compile(r"[一-鿿]{0,5}(?:[、及和与]|以及)[一-鿿]{0,3}")


def read(setting: Setting, state: State) -> list[Draft]:
    """The gifts of a sentence; `state` is left as the next sentence finds it."""
    return _Reader(setting, state).read()


class _Reader(Ledger):
    """Reads one sentence."""

    def read(self) -> list[Draft]:
        if self.setting.starts_anew and not self.state.listing and not self.state.itemized:
            goes_on = self.setting.follows_semicolon and self.state.group  # 甲捐款50万元；乙、丙各20万元
            if not goes_on and not tell_shares(self.setting, self.state):
                self.state.release()
        for n, clause in enumerate(self.setting.clauses):
            held = [m for m in self.setting.figures if clause.start <= m.start < clause.end]
            if (held and is_rule(self.setting, clause)) or not self._clause(n, clause, held):
                hear(self.setting, self.state, clause)
        share_out(self.text, self.found, "donor")
        find_receivers(self.setting, self.found)
        share_out(self.text, self.found, "recipient")
        return self.found

    def _clause(self, n: int, clause: Clause, held: list[Mention]) -> bool:
        """Reads the lots of a clause; whether one of them was given."""
        main = [m for m in held if self.text[m.start] == FIGURE]
        asides = [m for m in held if self.text[m.start] == ASIDE]
        if not main:
            return give_in_brackets(self, clause, asides)
        returned = _RETURNED.search(self.folded, max(0, clause.start - _LABEL), clause.start)
        untold = clause.undone and not clause.acts
        if untold or returned or is_bought_to_help(self.setting, clause):
            self.state.release()
            return False
        floor, governed, given, rate = clause.start, False, False, False
        led = LISTED_HERE.search(self.text, clause.start, main[0].end)
        if led and self.setting.generous_near and party(self.text, led.end(), main[0].start):
            self.state.list_givers(led.end())
            floor = led.end()
        found = pay_for(self.folded, lots(self.setting.view, self.folded, main, asides), clause.acts)
        ends = ends_of_runs(self.text, found)
        runs: dict[int, list[Lot]] = {}
        for lot, end in zip(found, ends, strict=True):
            runs.setdefault(end, []).append(lot)
        for lot, end in zip(found, ends, strict=True):
            self.run_end = end
            if rate and _SAME_RATE.fullmatch(self.text, floor, lot.start):  # 每户500元慰问金及大米20斤
                floor = lot.end
                continue
            if lot.start - floor <= _ACCOUNT and _SPENT_OR_LEFT.fullmatch(self.text, floor, lot.start):
                self.state.release()
                return given
            rate = is_rate(self.setting, lot)
            worth = self.state.group and is_worth(self.folded, floor, lot)
            may_be = worth or is_credible(self.setting.view, lot)
            governed = bool(may_be) and (
                self._lot(n, clause, lot, floor, governed)
                or (not rate and self._likely(clause, lot, runs[end], floor))
            )
            if governed:
                floor, given = max(lot.end, floor), True
            elif rate and not (lot.item and lot.item[0] >= lot.figure.end):
                # 每包25公斤的大米2000包; 助学金每人2000元，合计10万元; not 每天为14个路口送餐
                floor = max(lot.figure.end, floor)
            elif not self.state.listing:
                self.state.release()
        return given

    def _lot(self, n: int, clause: Clause, lot: Lot, floor: int, governed: bool) -> bool:
        """Decides one lot; `floor` is where the lot before ended, `governed` whether that was a gift."""
        self.lend_currency(lot)
        name_building(self.folded, self.setting.paragraph.start, lot)
        state = self.state
        first, start = bisect_left(clause.acts, floor, key=lambda a: a.start), lot.start
        left = list(takewhile(lambda a: a.end <= start, clause.acts[first:]))
        if not left and (share := shares_of(self.setting, state, lot, floor)):  # 其中宫城县1200万日元
            whole, helped = share
            if lot.count and not (lot.item and lot.item[0] >= lot.figure.end):
                lot.item, lot.inherited = None, whole.lot.item or whole.lot.inherited
            state.act = state.act or Act(lot.start, lot.start, "", whole.action, True)
            state.donor, state.recipient, state.cumulative = whole.donor, helped, False
            state.gathered = whole.gathered
            return self._take("share-received", lot, floor)
        giver = None if left else listed_giver(self.text, state, lot, floor)
        each = giver is not None and _EACH.search(self.text, giver.end, lot.start) is not None
        to_each = state.group and not left and _EACH_GOT.search(self.text[floor:start])
        if is_rate(self.setting, lot) and not (each or to_each):
            if left and self._by_verb(clause, lot, left, floor):  # 每人发放2000元，共计4万元
                self.found.pop()
                state.given = None
                return True
            return False
        most = (most_or_least(self.setting, lot) or told_source(self.setting, lot)) if lot.money else None
        if most and (not left or most.start >= left[-1].end):  # 个人捐款以甲的50万元为最多
            state.govern(Act(lot.start, lot.start, "", "donate", True), most, state.recipient, False)
            return self._take("listed-giver", lot, floor)
        spent = len(left) == 1 and left[0].form in SPENT and (state.noun or state.group)
        if left and not spent:
            return self._by_verb(clause, lot, left, floor)
        gap = self.text[left[-1].end if left else floor : lot.start]
        inherit(state, lot, gap)
        receiver = (giver or listed_receiver(self.text, lot, floor)) if state.to_each and state.act else None
        if receiver and lot.count and not lot.item:
            lot.inherited = state.noun
        else:
            gap = unknown_goods(self.text, state, lot, gap)
        if not is_thing(self.setting, lot, sure=bool(state.act and state.act.sure)):
            return False
        going_on = context.GOING_ON.fullmatch(gap) is not None
        if state.act and state.group and (got := _GOT.fullmatch(gap)):  # 其中育才小学获20万元
            if not to_each:
                state.recipient = Party(floor + got.start("who"), floor + got.end("who"))
            state.cumulative = False
            return self._take("share-received", lot, floor)
        if state.group and lot.money and is_for_use(state, lot, gap):
            state.cumulative, whole = False, state.group[0]
            self.add("share-received", lot, floor)
            if BOTH.search(self.folded, whole.start, whole.end):
                self.found[-1].kind = "mixed"
            return True
        right = verb_after(self, n, clause, lot)
        handed = right and lot.money and "brings" in right.senses  # 一百万元由会长发放给灾民
        passed = not right or right.action == "deliver" or handed
        by_whom = not passed and _BY_WHOM.match(self.text, self.run_end)
        paid = right and self.state.donor and PAID.match(self.folded, right.end)
        by_whom = by_whom and not paid and not is_worth(self.folded, floor, lot)  # 价值30万元，由商会捐赠
        if state.act and going_on and (floor == clause.start or governed) and not by_whom:
            return go_on(self, lot, floor, gap)
        if receiver:
            state.recipient = receiver
            return self._take("listed-giver", lot, floor)
        listed = giver is not None and state.listing
        if right and not listed and may_precede(self, lot, right, floor):
            return give_before(self, clause, lot, right, floor)
        if giver and not lot.is_bare_share:
            kept = (state.donor, state.gathered, state.each, state.cumulative, state.act)
            state.donor, state.gathered, state.each = giver, False, each
            state.cumulative = CUMULATIVE.search(self.folded, giver.end, lot.start) is not None
            state.act = Act(lot.start, lot.start, "", "donate", True)
            self.add("listed-giver", lot, floor)
            if self._in_brackets(lot):  # 捐款87万元（会长个人10万元）、美元12万
                state.donor, state.gathered, state.each, state.cumulative, state.act = kept
            return True
        return give_beside(self, clause, lot, floor)

    def _likely(self, clause: Clause, lot: Lot, run: list[Lot], floor: int) -> bool:
        """Takes a lot for which the words around it or its enumeration speak, though it is told in no way that we know."""
        setting, state, text = self.setting, self.state, self.text
        if not is_thing(setting, lot, sure=False, likely=True) or is_worth(self.folded, floor, lot):
            return False
        left = [a for a in clause.acts if floor <= a.start and a.end <= lot.start]
        if any(is_of_state(setting, clause, a) for a in left):
            return False
        doubted = any(not a.sure and speaks_against(setting, clause, a, lot) for a in left)
        goes_on = floor > clause.start and bool(state.group)
        if not is_likely(setting, clause, lot, run, doubted=doubted, goes_on=goes_on):
            return False
        cumulative = CUMULATIVE.search(self.folded, floor, lot.figure.start) is not None
        if left:
            state.govern(main_verb(left), state.donor, None, cumulative)
            take_parties(setting, state, clause, left, floor, lot.start, False)
        else:
            act = Act(lot.start, lot.start, "", "donate", True)
            listed = bool(state.group) and state.group[-1].rule == "listed-giver"
            start, end = trim(text, floor + (text[floor] in "、和及"), lot.start)
            bare = Party(start, end) if listed and _BARE.fullmatch(text, start, end) else None
            donor = bare or subject(text, floor, lot.start)[0] or carried(setting, state, act)
            if donor and context.COMMERCE.search(self.folded, donor.start, donor.end):
                return False  # 县财政安排资金
            if donor and donor.start >= floor:
                state.turn_to(text, donor)
            state.govern(act, donor, None, cumulative)
            if bare:
                return self._take("listed-giver", lot, floor)
        return self._take("likely", lot, floor)

    def _in_brackets(self, lot: Lot) -> bool:
        opened = self.text.rfind("(", self.setting.sentence.start, lot.start)
        return opened >= 0 and self.text.find(")", opened, lot.end) < 0

    def _take(self, rule: Rule, lot: Lot, floor: int) -> bool:
        self.add(rule, lot, floor)
        return True

    # -- a lot after its verb

    def _by_verb(self, clause: Clause, lot: Lot, left: list[Act], floor: int) -> bool:
        """A lot after verbs of giving in its clause."""
        state, act, last = self.state, main_verb(left), left[-1]
        between = self.text[last.end : lot.start]
        sure = last.sure or bool(_HANDED_OUT & last.senses and self.setting.generous_near)
        named_goods = lot.count and not lot.item and sure and last.form[-1] not in "给予"
        if named_goods and (unknown := _UNKNOWN_GOODS.fullmatch(between)):
            lot.item = lot.inherited = (lot.start - len(unknown["noun"]), lot.start)  # 捐赠智慧黑板20块
            between = ""
        elif named_goods and state.act and state.noun and not between:
            lot.inherited = state.noun  # 准备了爱心包，目前已发放230份
        if (
            len(between) > REACH
            or is_traded(self.setting, last, lot)
            or not is_thing(self.setting, lot, act.sure, likely=sure)
        ):
            return False
        if paid_before(self, clause, lot, left[0]):
            return True
        handed_on = TAKE.search(self.text, floor, left[0].start) and any(
            a.start >= lot.end and a.action in ("donate", "deliver") for a in clause.acts
        )  # 把会员筹集的50万元交到灾民手中
        if not (handed_on and self.setting.generous_near) and not is_given(
            self.setting, clause, act, lot, left, floor
        ):
            return False
        goods = bought(self.text, self.folded, lot)
        if goods and last.form not in _GAVE_MONEY and "拨" not in last.form and act.action != "raise":
            lot.item = goods
        relative = bool(_RELATIVE.match(between)) or (act.form[-1] in "给予" and "的" in between)
        cumulative = CUMULATIVE.search(self.folded, floor, lot.figure.start) is not None
        state.govern(act, state.donor, None, cumulative)
        take_parties(self.setting, state, clause, left, floor, lot.start, relative)
        named_so = last.form.endswith(_TO_WHOM) and not self.text.startswith("学金", last.end)  # 捐 助学金
        if named_so and (to := party(self.text, last.end, lot.start)):
            state.recipient, state.to_each = to, True
        after = state.donor.end if state.donor and floor <= state.donor.start < lot.start else floor
        state.respectively = "分别" in self.folded[floor : lot.start]
        state.each = _EACH.search(self.text, after, last.end + 2) is not None
        if relative and act.action in ("raise", "purchase") and TAKE.search(self.text, floor, left[0].start):
            # 将募集的善款10万元捐赠给灾区: what was raised is given.
            given = (a for a in clause.acts if a.start >= lot.end and a.action in ("donate", "deliver"))
            state.act = next(given, act)
        return self._take("after-verb", lot, left[0].start)
