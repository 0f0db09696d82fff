"""Receivers that the clauses around a gift show: who was called on, for whom a drive was, whom a verb helps."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.setting import Setting

_REACH = 80  # characters behind it within which a visit is told of
CLAUSES = 120  # characters of the clauses before a gift
_NO_HOST = r"(?:金(?!融)|团|活动|品|信|演出|组|物资|仪式|期间|现场|会场|捐[赠款]|各[地处]|银行|邮局|街头|商场|超市|[今昨同]|[这那]里)"
# 慰问抗洪官兵，送去矿泉水200箱; 走进禾库小学，捐赠图书3000册; 来到管理局，代表会员转交善款
_CALLED_ON = re.compile(
    rf"(?:慰问|看望|慰劳|探望|探访|探视|走访|访问|走进|来到|前往|赶赴|奔赴|飞抵|抵达|深入)了?(?P<to>(?!{_NO_HOST})(?:(?!慰问|看望|慰劳|探[望访视])[^，。；：\ue000\ue003]){{2,24}}?)"
    r"(?:时|并|后)?[，,](?:代表[^，。]{2,20}?)?(?:并|还|先后|随后|随即|当场|现场|共|一并|亲手|分别|为他们|给他们|向他们|将|把)*"
    r"(?=送|赠|捐|派|分发|发放|带去|[移转递]?交|致|资助|发出|一批)"
)


# 为医院基金会筹款，当晚共筹得12万元
_DRIVE_FOR = re.compile(
    r"(?<![作成因认华以])为(?P<to>[^，。；：\ue003]{2,20}?)(?:发起的?|举[办行]的?|进行)?(?:筹[款集募]|募[捐款集]|义[卖演])"
)


# 前往消防大队慰问，送去矿泉水200箱; 携大米2吨前往敬老院慰问, 上门慰问孤寡老人
_ON_VISIT = re.compile(
    r"(?:前往|赶赴|赴|走进|来到|深入|到)(?P<to>[^，。；：\ue000\ue003]{2,24}?)(?:走访)?(?:慰问|看望|探望|探访|探视)(?:时)?(?=[，,。；]|$)"
)
# 前往花莲县政府致赠善款300万元, 到青洲派发樽装水
_ON_SPOT = re.compile(
    rf"(?:前往|赶赴|奔赴|走进|来到|深入|(?<![收得达接直感受找回运送寄遇捐])到)(?P<to>(?!{_NO_HOST})[^，。；：\ue000\ue003]{{2,20}}?)"
    r"(?=派[发送赠]|[发致]放|分[发送]|[致捐转面]赠|赠[送予]|移交|递交|致送|捐[款助资出])"
)


def visited(setting: Setting, draft: Draft) -> Party | None:
    """Who was called on to hand the gift over, in the clause before it or behind it."""
    text, start = setting.text, max(setting.sentence.start, draft.lot.start - CLAUSES)
    visits = list(_ON_VISIT.finditer(text, start, min(draft.lot.end + _REACH, setting.sentence.end)))
    if visits and "，" not in text[visits[-1].end() + 1 : draft.lot.start]:
        return Party(*visits[-1].span("to"))
    if draft.action == "raise" and (drive := _DRIVE_FOR.search(text, start, draft.lot.start)):
        return Party(*drive.span("to"))
    calls = [m for p in (_CALLED_ON, _ON_SPOT) for m in p.finditer(text, start, draft.lot.start)]
    last = max(calls, key=lambda m: m.end(), default=None)
    return Party(*last.span("to")) if last and "，" not in text[last.end() : draft.lot.start] else None
