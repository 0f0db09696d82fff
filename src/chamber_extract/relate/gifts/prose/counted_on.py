"""Lots that go on counting what the verb before them governs: 捐赠口罩3万只，手套2万双，价值20万元."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.relate.gifts.clauses import acts
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import Lot, is_worth
from chamber_extract.relate.gifts.parties.named import named, short_name
from chamber_extract.relate.gifts.parties.officers import clause_end
from chamber_extract.relate.gifts.parties.subject_phrases import PAID
from chamber_extract.relate.gifts.parties.subjects import CUMULATIVE
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.prose.enumerations import add_worth
from chamber_extract.relate.gifts.prose.tellings import is_price

_OF_WHICH = re.compile("其中|当中")
_FIRST_BATCH = re.compile("(?:首|第一)批$")
_EQUIVALENT = re.compile("约合|折合|合(?!计|共)|相当于|等值")
SPENT = ("花费", "耗资", "花了", "花去", "共花")  # 添置体育器材，花费9万元
_TAKES = re.compile(
    r"(?:亲[赴往到自])?[^，。；]{0,6}?(?:统一|负责|代为|代)?(?:领取|接收|签收|接[收受过]|分发|派发|发放|承运|运送|运往|转交|转送|保管|调配|验收|押[车运送]|护送|带队|[船空海陆]运|开车|驾车|随车|带[回到往])"
)
_AND = frozenset("、和及与")
_IN_ALL = re.compile(r"合[共计]|[总共][计价值]|总共")
_SOURCE = re.compile(r"，?(?:的?(?:善款|捐款))?(?:来自于?|出自|系?由)")


def go_on(ledger: Ledger, lot: Lot, floor: int, gap: str) -> bool:
    """Adds a lot that goes on counting, or its worth to the one before; always True."""
    state = ledger.state
    last = state.group[-1].lot if state.group else None
    if last and last.count and lot.count and _FIRST_BATCH.search(gap):  # 捐赠设备20套，首批8套已送抵
        whole, part = last.count.value.quantity, lot.count.value.quantity
        if not lot.item and whole.unit == part.unit and (part.amount.value or 0) < (whole.amount.value or 0):
            return True
    equal = _EQUIVALENT.match(ledger.folded, lot.start) or _EQUIVALENT.fullmatch(gap)
    if last and lot.money and last.money and not last.count and equal:
        last.equivalent = last.equivalent or lot.money  # 八十五亿盾，约合九十二万美元
        return True
    spent = any(ledger.folded.endswith(form, floor, lot.start) for form in SPENT)
    price = spent or is_price(ledger.text, last, lot, gap, sole=len(state.group) == 1)
    worth = (price or is_worth(ledger.folded, floor, lot)) and not lot.item
    if worth and add_worth(state, lot, whole=_IN_ALL.search(ledger.folded, floor, lot.start) is not None):
        return True
    again = last and last.inherited == state.noun and not (lot.item or lot.count) and gap in _AND
    if state.noun and ((worth and not state.group) or again):  # 捐赠了学习用品，价值分别为12万元和8万元
        lot.inherited = state.noun
        ledger.add("counted-on", lot, floor)
        ledger.found[-1].kind = "goods"
        return True
    state.respectively = state.respectively or "分别" in gap
    whole = state.cumulative and not _OF_WHICH.search(gap)
    state.cumulative = whole or CUMULATIVE.search(gap) is not None
    listed = state.listing or _IN_ALL.search(gap)
    if listed and state.cumulative and len({d.donor for d in state.group}) > 1:
        state.donor, state.gathered, state.each = None, True, False  # …、湘商会75万元，共计379.6万元
    elif ledger.is_sum(lot, in_all=_IN_ALL.search(gap) is not None):
        # 甲捐200万元，乙捐380万元，合共580万元
        state.donor, state.gathered, state.each, state.cumulative = None, True, False, True
    if giver := _source(ledger, lot):  # 其中30万元来自新华公司
        state.donor, state.gathered, state.each, state.cumulative = giver, False, False, False
        state.act = replace(state.act, action="donate") if state.act else None
    summed = lot.money and not lot.item and _IN_ALL.search(ledger.folded, floor, lot.start)
    of_goods = [bool(d.lot.count) for d in state.group]
    ledger.add("counted-on", lot, floor)
    if (worth and any(of_goods)) or (summed and of_goods and all(of_goods)):
        ledger.found[-1].kind = "goods"
    return True


def _source(ledger: Ledger, lot: Lot) -> Party | None:
    """Whom a lot is said to come from; who only hands it over, or pays for what another gives, is none."""
    source = _SOURCE.match(ledger.text, lot.end)
    if not source:
        return None
    start, stop = source.end(), ledger.setting.sentence.end
    giver = named(ledger.text, start, stop) or short_name(
        ledger.text, start, clause_end(ledger.text, start, stop)
    )
    if not giver or _TAKES.match(ledger.text, giver.end):
        return None
    does = next(acts(ledger.text, giver.end, clause_end(ledger.text, giver.end, stop)), None)
    if "由" in source.group() and does and does.action == "deliver":
        return None  # 由救援队于七月廿六日送抵
    return None if ledger.state.donor and PAID.match(ledger.folded, giver.end) else giver
