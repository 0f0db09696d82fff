"""What has been found to be given in a sentence so far, and what is known for what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from chamber_extract.extractors.figures.home_currency import called_yuan
from chamber_extract.relate.gifts.clauses import hands_over
from chamber_extract.relate.gifts.drafts import Draft, Rule
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.officers import HIS_OWN
from chamber_extract.relate.gifts.parties.wording import members
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import DATE, FIGURE

_NAMED = re.compile(r"(?:约|近|逾)?[一-鿿]{1,3}[币幣金][^元]*元$")
_BARE = re.compile(r"[0-9一二三四五六七八九十百千万亿零〇两,.余多]+[元圆]")
_WISHES = frozenset("礼物 大礼 厚礼 心意 爱心 温暖 礼 关爱".split())  # 一份心意 is no goods
_TOLD_WITH = 60  # characters between two sums of one occasion
_PARTED = re.compile(f"[。{DATE}]")
_OF_IT = re.compile("善款[中里]|其中|当中")
_JOINED = re.compile(r"[及和与、]$")


ADDED = 60  # gifts of a sentence that its sum may add up


@dataclass(slots=True)
class Ledger:
    """The drafts of one sentence; `run_end` is where the enumeration of the lot in hand ends."""

    setting: Setting
    state: State
    found: list[Draft] = field(default_factory=list)
    run_end: int = 0

    @property
    def text(self) -> str:
        return self.setting.text

    @property
    def folded(self) -> str:
        return self.setting.folded

    def add(self, rule: Rule, lot: Lot, floor: int) -> None:
        """A draft of the lot with what the state says of it, one for each donor of 各捐10万元."""
        state, setting = self.state, self.setting
        assert state.act
        start = min(max(floor, setting.sentence.start), lot.start)
        while start < lot.start and (self.text[start] in "，、；,; \n：" or self.folded[start] in "和及与"):
            start += 1
        # 募得30万元，另有棉衣300件; 筹措口罩 and 商会筹集的口罩 may be the chamber's own.
        own = "措" in state.act.form or self.folded.startswith("的", state.act.end)
        raised = state.act.action == "raise"
        collected = raised and ("募" in state.act.form or ("筹" in state.act.form and not own))
        draft = Draft(
            rule, lot, state.act.action, start, lot.end, setting.sentence, setting.paragraph, state.donor, state.recipient,
            state.cumulative, state.gathered or collected, each=state.each, respectively=state.respectively, form="" if state.group else state.act.form,
            handed=hands_over(state.act.action, state.act.form) and not self._is_his_own(lot),
        )  # fmt: skip
        donors = members(self.text, state.donor) if state.donor and state.each else [state.donor]
        drafts = [replace(draft, donor=donor) for donor in donors]
        if not (_is_one(lot) and lot.item and self.folded[slice(*lot.item)] in _WISHES):
            self.found.extend(drafts)
        state.group.extend(drafts)
        state.several |= bool(
            state.given and state.given.paragraph == draft.paragraph and state.given.donor != draft.donor
        )
        state.given = draft

    def _is_his_own(self, lot: Lot) -> bool:
        """Whether a lot is said to be the giver's own, whoever's office he has: 副会长甲把女儿婚宴节省下来的30万铢交出."""
        donor = self.state.donor
        return donor is not None and HIS_OWN.search(self.folded, donor.end, lot.start) is not None

    def is_sum(self, lot: Lot, *, in_all: bool = False) -> bool:
        """Whether a sum is that of what several were just said to have given, or with `in_all` holds it."""
        quantity = lot.money.value.quantity if lot.money else None
        if not quantity or not 1 < len(self.found) <= ADDED or len({d.donor for d in self.found}) < 2:
            return False
        before = [d.lot for d in self.found if d.lot.money]
        sums = [x.money.value.quantity.amount.value for x in before if x.money]
        moneys = [x.currency or x.money.value.quantity.currency for x in before if x.money]
        if in_all and moneys and quantity.currency != moneys[-1]:
            return True  # 甲捐3000万新台币，乙捐100万美元，合计逾6000万新台币
        same = all(money == quantity.currency for money in moneys)
        rest = (quantity.amount.value or 0) - sum(sums) if all(sums) else -1
        return same and (rest == 0 or (in_all and rest > 0))

    def lend_currency(self, lot: Lot) -> None:
        """乙三百万 and 乙三百万元 after 甲捐五百万港元 are in the same money."""
        if not lot.money:
            return
        quantity, words = lot.money.value.quantity, self.folded[lot.money.start : lot.money.end]
        before = self.folded[max(0, lot.money.start - 2) : lot.money.start]
        if _BARE.fullmatch(words) and _JOINED.search(before) and self.state.named:
            lot.currency = self.state.named  # 菲币250万元及170万元
        elif _BARE.fullmatch(words) and self._goes_on_in_renminbi(lot):
            lot.currency = self.state.currency = "CNY"
        elif quantity.currency:
            self.state.currency = quantity.currency
            self.state.named = quantity.currency if _NAMED.match(words) else None
        elif quantity.kind == "number":
            lot.currency = self.state.currency or self._money_around(lot)
        elif quantity.unit in ("元", "圆", "圓") and self.state.currency in called_yuan():
            lot.currency = self.state.currency  # a sum in 元 of its own place is none of 日圓 or 銖

    def _goes_on_in_renminbi(self, lot: Lot) -> bool:
        """Whether a sum in 元 is a part of one in renminbi (出資人民幣1000萬元。善款中，會長捐300萬元), or is told with
        one on a page that names its own money nowhere (商會捐一百萬元人民幣；副會長捐二十萬元).
        """
        view = self.setting.view
        if view.home in (None, "CNY") or "CNY" not in view.named:
            return False
        i = bisect_left(view.figures, lot.start, key=lambda m: m.start) - 1
        while i >= 0 and view.figures[i].value.quantity.kind != "money":
            i -= 1
        if i < 0 or "人民" not in self.folded[view.figures[i].start : view.figures[i].end]:
            given = self.state.given
            return bool(given and given.lot.currency == "CNY" and given.sentence == self.setting.sentence)
        between = self.text[view.figures[i].end : lot.start]
        together = view.home not in view.named and len(between) <= _TOLD_WITH and not _PARTED.search(between)
        return together or _OF_IT.search(self.folded, self.setting.sentence.start, lot.start) is not None

    def _money_around(self, lot: Lot) -> str | None:
        """The money last named in the paragraph before a lot, else the only one of the document, else its own."""
        view = self.setting.view
        i = bisect_left(view.figures, lot.start, key=lambda m: m.start) - 1
        while i >= 0 and view.figures[i].start >= self.setting.paragraph.start:
            currency = view.figures[i].value.quantity.currency
            if currency and self.text[view.figures[i].start] == FIGURE:
                return currency
            i -= 1
        if len(view.moneys) == 1:
            return next(iter(view.moneys))
        # A page that names no money, or whose own 元 is known.
        return view.home if not view.moneys or view.home != "CNY" else None


def _is_one(lot: Lot) -> bool:
    return lot.count is not None and lot.count.value.quantity.amount.value == 1
