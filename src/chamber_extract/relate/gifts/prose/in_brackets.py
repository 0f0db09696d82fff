"""Gifts in brackets behind their givers: 捐赠单位有：甲公司（口罩8万只）、乙公司（50万元）."""

from __future__ import annotations

import re

from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import lots
from chamber_extract.relate.gifts.parties.recipients import recipient_before
from chamber_extract.relate.gifts.parties.subject_phrases import subject
from chamber_extract.relate.gifts.prose.enumerations import giver_at
from chamber_extract.relate.gifts.prose.warrant import is_thing
from chamber_extract.relate.gifts.rates import is_rate
from chamber_extract.relate.gifts.view import ASIDE, DATE

_GIVERS = re.compile(
    r"(?:捐[赠款资助献]?|赞助)(?:者|人|单位|企业|方|商号|商会|名单|情况)[^。]{0,12}(?:有|包括|为|是|如下|：|:)|(?:参与|踊跃|积极)捐[赠款][^。]{0,10}(?:有|包括|：|:)|捐[赠款][^。]{0,4}(?:较[多大高]|居前|前[一二三四五六七八九十]名)[^。]{0,6}(?:有|包括|为|是|：|:)|[捐善][款赠][^。]{0,20}最[高多大少小低][^，。]{0,5}[是为]"
)
_FIRST_GIVER = re.compile("[、：:和及]|[者人位家商号业个的名](?:计|分别|主要|还|依次)?(?:有|包括|为|是)")
_STUFF_ENDS = re.compile("(?:物资|物品|用品|捐赠品|礼包|设备|器材)$")
_AFTER_STUFF = re.compile(rf"$|[已于现将均也全陆给予到至{DATE}]|[运送发交寄抵]|由(?!于)")
_MOST = re.compile(r"最[高大多低小少][^，。；]{0,8}[是为自]")


def give_in_brackets(ledger: Ledger, clause: Clause, asides: list[Mention]) -> bool:
    """The gifts of a clause whose figures all stand in brackets; whether there was one."""
    if asides and _stuff_in_brackets(ledger, clause, asides):
        return True
    before = ledger.folded[ledger.setting.sentence.start : clause.end]
    extreme = ledger.setting.generous_near and _MOST.search(before)
    if not asides or not (ledger.found or extreme or _GIVERS.search(before)):
        return False
    count = len(ledger.found)
    for m in asides:
        start = m.start
        while start > clause.start and ledger.text[start - 1] == ASIDE:
            start -= 1
        cut = max((m.end() for m in _FIRST_GIVER.finditer(ledger.text, clause.start, start)), default=-1)
        giver = giver_at(ledger.text, max(cut, clause.start), start)
        lot = next(iter(lots(ledger.setting.view, ledger.folded, [m], [])))
        ledger.lend_currency(lot)
        if giver and is_thing(ledger.setting, lot, sure=True) and not is_rate(ledger.setting, lot):
            ledger.state.govern(Act(start, start, "", "donate", True), giver, None, False)
            ledger.add("in-brackets", lot, m.start)
    return len(ledger.found) > count


def _stuff_in_brackets(ledger: Ledger, clause: Clause, asides: list[Mention]) -> bool:
    """总商会捐出的首批物资（口罩10万个、手套2万双）已运抵港口: what was given stands in the brackets."""
    start, end = asides[0].start, asides[-1].end
    while start > clause.start and ledger.text[start - 1] == ASIDE:
        start -= 1
    while end < clause.end and ledger.text[end] == ASIDE:
        end += 1
    acts = [a for a in clause.acts if a.sure or ledger.setting.generous_near]
    if not acts or not _STUFF_ENDS.search(ledger.text, clause.start, start):
        return False
    counted = [lot for lot in lots(ledger.setting.view, ledger.folded, asides, []) if lot.count and lot.item]
    if len(counted) < len(asides) or not _AFTER_STUFF.match(ledger.text, end, clause.end):
        return False
    donor, _, _ = subject(ledger.text, clause.start, min(acts[0].start, start))
    receiver = recipient_before(ledger.text, donor.end if donor else clause.start, acts[0].start)
    ledger.state.govern(acts[0], donor or ledger.state.topic or ledger.setting.headed, receiver, False)
    for lot in counted:
        ledger.add("in-brackets", lot, lot.start)
    return True
