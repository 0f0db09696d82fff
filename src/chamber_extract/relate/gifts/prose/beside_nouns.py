"""Lots beside a noun of giving: 善款共计50万元, 50万元善款, 首批为洗手液1.2万瓶; or in a list of what was given."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import Lot, is_worth
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.raisers import collector, is_thanked
from chamber_extract.relate.gifts.parties.subject_phrases import RECEIVED, subject
from chamber_extract.relate.gifts.parties.subjects import CUMULATIVE, STUFF, about_things
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.prose.tellings import sums_up
from chamber_extract.relate.gifts.prose.warrant import are_goods, is_money_given
from chamber_extract.relate.gifts.setting import Setting

LEAD = 120  # characters before a figure in which the noun beside it and its giver stand
# What is spent or laid aside: 善款10万元以上的开支, 提取10元作为善款.
_KEPT = re.compile(r"以上的(?:开支|支出)|提取|(?:善款|捐款)总额[^，。]{0,12}，[^，。]{0,4}费")
_LIST = re.compile(
    r"(?:包括|包含|涵盖|主要[有为是]|(?<![包袋箱盒桶]内)(?:其中)?有|(?<!内)含|(?<=品)计|合?共|共计|总计|合计|分别[为是])(?:了|有)?$"
)
_RECEIVED_GOODS = re.compile(r"(?:收到|接到|接收到?)了?(?:[^，。]{0,12}的)?(?:一批)?(?:总?价值)?$")
_RECEIVED_MONEY = re.compile(
    r"(?:收到|收得|[实累共]收|接获|接到|收获|进账|入账|到账)了?(?:善款|捐款|现金|现款)?(?:[0-9,一二三四五六七八九十百千万余多]+笔(?:善款|捐款)?)?(?:总计|合计|共计|累计|共|约|近|逾|超过|达)*$"
)
# 席间筹款未停，即席再得善款116万元
_CAME_TOGETHER = re.compile(r"(?:再|又|共|[即当]席|席间|当[晚场])得(?:善款|捐款)[^，。；]{0,4}$")
_BATCH = re.compile(
    r"(?:首|第[一二三四五六七八九十、0-9]+)批(?:[^，。；]{0,6}(?:物资|捐赠|物品))?(?:主要|分别)?(?:包括|包含|共有|共|含|为|是|有|：|:)+(?:约|近|逾)?$"
)


def _gathers(setting: Setting, topic: Party | None) -> bool:
    """Whether many who were not thanked collect themselves: 华商把募捐箱摆到摊位前，一个上午收到1.2万美元."""
    many = topic is not None and topic.plural and topic.start >= setting.sentence.start
    return bool(topic and many and not is_thanked(setting, topic))


_OF_ONE = re.compile("(?:资助|救助|帮扶|助学)[金款]额?(?!.*[募筹])")  # what is not given together as 善款 are


def give_beside(ledger: Ledger, clause: Clause, lot: Lot, floor: int) -> bool:
    """A lot beside a noun of giving: 善款共计50万元, 50万元善款; or in a list of what was given."""
    state, setting = ledger.state, ledger.setting
    floor = max(floor, lot.start - LEAD)
    if context.COMMERCE.search(ledger.text, floor, min(clause.end, lot.end + 6)):
        return False
    before = ledger.folded[floor : lot.start]
    cash = is_money_given(setting, lot, floor)
    stuff = STUFF.search(ledger.folded, floor, lot.figure.start)
    batch = bool(lot.count and are_goods(setting, lot) and _BATCH.search(before))
    worth = bool(stuff and not lot.count and is_worth(ledger.folded, floor, lot))
    listed = stuff and lot.item and _LIST.search(before)
    received = _RECEIVED_GOODS.search(before) and are_goods(setting, lot)
    summed = sums_up(setting, clause, lot, floor)
    cash = cash or summed
    cash = cash or bool(
        setting.generous_near and lot.money and not lot.item and _RECEIVED_MONEY.search(before)
    )
    if not cash and not (setting.generous_near and (worth or listed or received or batch)):
        return False
    if _KEPT.search(ledger.folded, clause.start, clause.end):
        return False
    donor, taker, _ = subject(ledger.text, floor, lot.start)
    noun = context.CASH_BEFORE.search(ledger.folded, floor, lot.start)
    if donor and noun and donor.start < noun.start() < donor.end:
        donor = named(ledger.text, donor.start, noun.start())  # 商会 of 商会赈灾基金破50万元
    got = RECEIVED.search(ledger.text, floor, lot.start)  # 首日即收到善款45万元
    if not donor and not taker and not got and stuff and about_things(ledger.text, floor, stuff.end()):
        donor = setting.headed or (state.topic if worth else None)
    if batch and not donor:  # 首批为洗手液1.2万瓶
        donor = state.topic or setting.headed
    if summed and not donor and state.topic and state.topic.plural:  # 31家企业响应，金额达6850万元
        donor = state.topic
    if cash and got and not donor and not taker and _gathers(setting, state.topic):
        donor = state.topic
    if cash and not (donor or taker or got) and noun and _OF_ONE.match(noun.group()):
        donor = state.topic  # 会长个人资助学生30名，累计资助金额超过30万元
    collected = None
    total = CUMULATIVE.search(ledger.folded, floor, lot.figure.start) is not None
    told = got and state.body and state.body.start >= setting.sentence.start
    if cash and not donor and (taker or total or told) and not lot.item:
        collected = collector(setting, state, taker)  # 商会累计接收捐款165万元
        donor, taker = (collected, None) if collected else (donor, taker)
    act = Act(lot.start, lot.start, "", "donate" if cash else "deliver", bool(cash))
    state.govern(act, donor, taker, total)
    breaks = noun is not None and "破" in ledger.folded[noun.start() : lot.figure.end]
    several = collected is not None or breaks or _CAME_TOGETHER.search(before) is not None
    state.gathered = cash and (not donor or several)
    ledger.add("beside-noun", lot, floor)
    if worth and stuff and not cash:
        ledger.found[-1].kind = "goods"
        ledger.found[-1].item = None if lot.item else stuff.group()
    return True
