"""Lots that stand before their verb: 将4万只口罩寄往湖北; 10万元善款已汇入; 大米800袋由华商捐赠."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.items import OF_BUILDINGS, head_kind
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.named import named, short_name
from chamber_extract.relate.gifts.parties.officers import HIS_OWN
from chamber_extract.relate.gifts.parties.recipients import recipient_before
from chamber_extract.relate.gifts.parties.roles import is_asked
from chamber_extract.relate.gifts.parties.subject_phrases import subject
from chamber_extract.relate.gifts.parties.subjects import CUMULATIVE, PARTITIVE, TAKE, for_body
from chamber_extract.relate.gifts.parties.wording import Party, is_body, trim
from chamber_extract.relate.gifts.prose.enumerations import bought
from chamber_extract.relate.gifts.prose.warrant import LENT, are_savings, is_given
from chamber_extract.relate.gifts.setting import State
from chamber_extract.relate.gifts.view import COUNT, FIGURE

_TOGETHER = re.compile(r"(?:连同|加上|连)")
_PASSIVE = re.compile(r"(?:已|将|现|则|全部|都|均|一并|随后|后|并|,|，)*(?:被|由)")
_BY = re.compile(r"(?<![棉毛丝床线])被(?![子褥单套服芯])")  # not of 棉被
_AGENT = re.compile(f"{_BY.pattern}|由")
# 96盏路灯是光明照明送来的; 五万比索为理事长所捐
_CARRIED_BY = re.compile(
    rf"[{COUNT}{FIGURE}一-鿿]{{0,8}}(?:货车|卡车|车队|专车|专机|班机|航班|货机|飞机|货轮|列车|快递|物流车)"
)
_FOR_ANOTHER = re.compile(r"代[为购办]|协助|负责|押运|承运|带队|领队|经手")
_IS_FROM = re.compile(r"[，则均都也]*(?:[是为]|系由?)(?P<who>[^，。；]{2,30}?)(?:本身|自身|自己)?所?")
_LED_OUT = re.compile(r"(?:带领|率领?|组织|出动|派出|调集|调派|抽调)[^，]{0,12}$")
_TAKEN = re.compile(r"(?P<who>[一-鿿A-Za-z]{2,6}?)[将把]")
_SAID_END = re.compile(r"的|[，。；]")
_BY_GIVER = re.compile(r"[，,]?(?:则|均|都|全部)*由(?!于|此)")
# 为南湖区两个隔离点捐赠设备: what is counted before the verb is to whom
_COUNTS_RECEIVERS = re.compile(r"(?:(?<![作成因认华以])为(?!民)|(?<!一)向|给)[^，。；将把的由]{0,12}$")
_PLACE_BEFORE = re.compile("[到在赴往至于][^，。；将把]{0,12}$")
_ALL_OF_IT = re.compile(
    r"，?(?:当[晚场天日]|随后|以[会个本][名人]名?义?|也|都|均|已|则|便|就|将|全部|全数|全额|悉数|一并|一起|如数)+"
)
_THROUGH = re.compile(r"[托委请让由经][托请由]?[^，]{1,10}")
_EARNED = re.compile(
    r"[把将](?P<who>[^，把将]{2,14}?)(?:义卖|义演|拍卖|变卖|打工|积攒|攒下|省下|节省)(?:所得|得来|来)?的?$"
)
_PROCEEDS = re.compile(r"所得|积蓄")
# What may stand between a list and the comma before its verb: …三千箱前往独鲁万市，分发予灾民; 由工商联牵头，由…捐赠
_LEFT_OPEN = re.compile(
    r"[等、 ]*(?:[蒸煮炒烤打装包洗][^，。]{0,2}|(?:前往|赶赴|赴|抵达?|来到|到)[^，。]{1,14}|经[^，。]{2,20}(?:协调|安排|清关|报关|中转|协助)|由[^，。]{2,24}(?:牵头|组织|发起|协调|统筹)(?:筹集|采购)?)?"
)
FARTHEST = 12  # clauses over which a list taken up by 将 may run before its verb


def verb_after(ledger: Ledger, n: int, clause: Clause, lot: Lot) -> Act | None:
    """The verb after a lot that may govern it: in its clause, or after a list that runs over commas."""
    if act := next((a for a in clause.acts if a.start >= lot.figure.end), None):
        return act
    if not _LEFT_OPEN.fullmatch(ledger.text, ledger.run_end, clause.end):
        return None
    taken = TAKE.search(ledger.text, clause.start, lot.start)
    for later in ledger.setting.clauses[n + 1 : n + FARTHEST]:
        if later.acts and _TOGETHER.match(ledger.text, clause.start, lot.start):
            return later.acts[0]
        if later.acts:
            opening = ledger.text[later.start : later.acts[0].start]
            goes_on = (
                taken
                or _ALL_OF_IT.fullmatch(opening)
                or context.GOING_ON.fullmatch(opening)
                or _PASSIVE.match(opening)
            )
            goes_on = goes_on or _is_from(ledger, lot, later.acts[0]) is not None
            goes_on = goes_on or (later.acts[0].action == "deliver" and _THROUGH.fullmatch(opening))
            return later.acts[0] if goes_on else None
        if FIGURE not in ledger.text[later.start : later.end]:
            return None
    return None


def may_precede(ledger: Ledger, lot: Lot, right: Act, floor: int) -> bool:
    """Whether a lot can be object or subject of a verb after it: taken up by 将, passive, or first in its clause."""
    thing = lot.item is not None and head_kind(ledger.folded[slice(*lot.item)]) is not None
    houses = lot.count and lot.count.value.quantity.unit in OF_BUILDINGS
    if houses and _PLACE_BEFORE.search(ledger.text, floor, lot.start):
        return False  # 到南昌街一间社区中心派发防疫包
    if lot.count and not thing and _COUNTS_RECEIVERS.search(ledger.text, floor, lot.start):
        return False
    if right.start <= lot.end or TAKE.search(ledger.text, floor, lot.start):
        return True
    if _BY.search(ledger.text, lot.end, right.start):
        return True
    if _is_from(ledger, lot, right):
        return True
    if _BY_GIVER.match(ledger.text, lot.end, right.start):  # 本金200万元由会长单位独家出资
        return True
    if right.sure and _ALL_OF_IT.fullmatch(ledger.text, lot.end, right.start):
        return True
    found = named(ledger.text, floor, lot.start)
    start = found.end if found else trim(ledger.text, floor, lot.start)[0]
    if together := _TOGETHER.match(ledger.text, start, lot.start):  # 连同第一批48,200欧元，总会共募得…
        start = together.end()
    return context.GOING_ON.fullmatch(ledger.text, start, lot.start) is not None


def _is_from(ledger: Ledger, lot: Lot, right: Act) -> Party | None:
    """Who is said to be behind a lot: 路灯96盏是光明照明送来的, 五万比索为理事长所捐."""
    m = _IS_FROM.fullmatch(ledger.text, lot.end, max(lot.end, right.start))
    said = m and (ledger.folded[right.start - 1] == "所" or _SAID_END.match(ledger.folded, right.end))
    return named(ledger.text, *m.span("who")) if m and said and right.action != "purchase" else None


def _is_one_of_givers(ledger: Ledger, state: State, lot: Lot) -> bool:
    """Whether the body spoken of only was the last of those who gave to what the lot is a first part of."""
    given, body = state.given, state.body
    if not (given and body and given.donor and given.donor.start <= body.start < given.donor.end):
        return False
    told = ledger.folded[given.sentence.start : lot.start]
    return _FIRST_PART.search(told) is not None and _SHARES.search(told) is not None


_FIRST_PART = re.compile(r"(?:首|第[一二三])[批期笔][^，。；]{0,8}$")
_SHARES = re.compile("其中|当中|各捐|分别")


def _spoken_of(ledger: Ledger, state: State, lot: Lot, right: Act) -> Party | None:
    """Whose a lot is of which its clause does not say: those of the sentence who were asked to give, else the body spoken of.

    What only arrives is not the body's unless it is what the sentence is about.
    """
    topic, setting = state.topic, ledger.setting
    here = topic if topic and topic.start >= setting.sentence.start else None
    if here and is_asked(ledger.folded, here):  # 商会呼吁会员捐赠衣物，首批1200件已运抵
        return here
    about_body = here is not None and is_body(ledger.text, here)
    arrives = "carries" in right.senses and not setting.heading and not about_body
    body = None if arrives or _is_one_of_givers(ledger, state, lot) else state.body
    return body or setting.headed


def give_before(ledger: Ledger, clause: Clause, lot: Lot, right: Act, floor: int) -> bool:
    """A lot before its verb: 将4万只口罩寄往湖北; 10万元善款已汇入."""
    if clause.undone and not TAKE.search(ledger.text, floor, lot.start):
        return False  # 呼吁政府拨款5亿元资助中小企业
    state = ledger.state
    between = ledger.text[lot.end : max(lot.end, right.start)]
    led = lot.item is not None and LENT.search(ledger.folded, *lot.item) is not None
    if led and _LED_OUT.search(ledger.text, floor, lot.start):
        return False
    if right.action == "purchase" and ledger.text.startswith("以", lot.start - 1):
        return False  # 博物馆以80万元从后人手中购得侨批
    if context.COMMERCE.search(between) and not are_savings(ledger.setting, right, lot):
        return False
    if not is_given(ledger.setting, clause, right, lot, [right], floor):
        return False
    if right.action == "purchase" and (goods := bought(ledger.text, ledger.folded, lot)):
        lot.item = goods  # 用其中21万元购买了抽水泵
    agents = [m for m in _AGENT.finditer(between) if not _CARRIED_BY.match(between, m.end())]
    agent = agents[-1] if agents else None  # 由工商联牵头，由商会捐赠; not 由6辆货车运抵
    donor = named(ledger.text, lot.end + agent.end(), right.start) if agent else None
    if donor and _FOR_ANOTHER.match(ledger.text, donor.end):  # 由云南商会代为采购
        donor = agent = None
    donor = donor or _is_from(ledger, lot, right)
    lead, taker, _ = subject(ledger.text, floor, lot.start)
    taken = _TAKEN.match(ledger.text, floor, lot.start) if not lead else None
    if taken and taken["who"] not in names().common:  # 好利来将门店当日生产的蛋糕
        lead = short_name(ledger.text, *taken.span("who"))
    part = PARTITIVE.match(ledger.folded, floor)
    donor = donor or lead or (part and state.donor) or None
    if earned := _EARNED.search(ledger.text, floor, lot.start):  # 把会员们义卖所得的2万元转交
        donor = named(ledger.text, *earned.span("who")) or donor
    if not donor and (part or TAKE.search(ledger.text, floor, lot.start)):
        says = state.speaker if HIS_OWN.search(ledger.folded, floor, lot.start) else None
        donor = says if says and says.start >= ledger.setting.sentence.start else state.topic
    if not donor and not lead and _PROCEEDS.search(ledger.text, floor, lot.start):
        donor = state.topic  # 一对姊妹，变卖金饰所得68万元，托里长转交
    if not donor and _TOGETHER.match(ledger.text, floor, lot.start):
        donor = named(
            ledger.text, max(lot.end, ledger.text.rfind("，", lot.end, right.start) + 1), right.start
        )
    modifies = lot.item is not None and lot.item[0] >= right.end  # 25万只捐赠口罩转运重庆
    if not donor and not agent and (ledger.setting.heading or not modifies):
        donor = _spoken_of(ledger, state, lot, right)
    donor = for_body(ledger.setting, state, right, donor)
    if lead:
        state.turn_to(ledger.text, lead)
    recipient = recipient_before(ledger.text, lead.end if lead else floor, lot.start)
    state.govern(right, donor, recipient, CUMULATIVE.search(ledger.folded, floor, lot.start) is not None)
    state.gathered = taker is not None and right.sure  # 总商会已收到105万元认捐
    state.respectively = "分别" in ledger.folded[ledger.run_end : right.start]
    ledger.add("before-verb", lot, floor)
    return True
