"""Who raised or took in what many gave, where the clause names nobody: the chamber spoken of, and not who only came to it."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.parties.wording import Party, is_body, is_person
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import CHAMBER, PERSON


def collector(setting: Setting, state: State, taker: Party | None) -> Party | None:
    """The chamber that took in what many gave; a Red Cross or a school is the receiver instead."""
    account = taker is not None and _ACCOUNT.search(setting.text, taker.start, taker.end)
    found = (None if account else taker) or state.body or setting.headed
    if found and CHAMBER in setting.text[found.start : found.end]:
        return found
    return found if found and is_body(setting.text, found) else None


_ACCOUNT = re.compile(r"(?:专户|[账帐户][户号头])$")


# What brings money in by itself: 活动共筹得; 席间举行拍卖，筹得
_OCCASION = re.compile(
    r"(?:活动|义[卖演拍唱跑赛]|拍卖会?|晚[宴会]|全场|现场|环节|摸彩|抽奖|门票|箱[内中]?)(?:已|便|则|累计|先后|一共|共|总共|合共|合计|连同[^，]{1,6}|自[^，]{2,14}以来，)*(?:，\W*)?$"
)


def raiser(setting: Setting, state: State, topic: Party | None, start: int) -> Party | None:
    """Who raised what a clause that names nobody says was raised: the chamber spoken of.

    Others raise only what their own sentence tells of, unless they have given there themselves.
    """
    text = setting.text
    if topic and (only_attends(setting, topic) or _GUESTS.match(setting.folded, topic.end)):
        topic = None
    here = topic is not None and topic.start >= setting.sentence.start and not is_person(text, topic)
    of_body = here or CHAMBER in text[setting.sentence.start : start]
    if not of_body and _OCCASION.search(setting.folded, setting.sentence.start, start):
        state.gathered = True  # 晚宴上义卖共筹得12万元: whoever came
        return None
    if topic and (is_body(text, topic) or (topic.plural and not is_thanked(setting, topic))):
        return topic
    gave = state.given is not None and state.given.donor == topic and state.given.lot.money is not None
    run = topic and _CHAMBERS.match(text, topic.start, topic.end)  # 本会理事长甲
    officer = topic and OFFICER.match(setting.folded, run.end() if run else topic.start, topic.end)
    own = topic is not None and topic.start >= setting.sentence.start and not is_thanked(setting, topic)
    body = state.body if state.body and not only_attends(setting, state.body) else None
    return topic if own and not gave and not officer else body or setting.headed


def total_of(setting: Setting, state: State, start: int) -> tuple[bool, Party | None]:
    """Whether those spoken of gave only a part of the total that a verb at `start` tells, and whose the total is then.

    甲捐款, 乙捐款, 当晚共筹得; 理事响应，连同总会的拨款，共筹得: of the body at the head of the article, if it is another.
    """
    topic, last, headed = state.topic, state.given, setting.headed
    if not topic:
        return False, None
    gave = last and last.donor and last.lot.money and last.donor.start <= topic.start < last.donor.end
    if not (gave and state.several) and not _WITH_MORE.search(setting.folded, setting.sentence.start, start):
        return False, None
    same = headed and setting.folded[headed.start : headed.end] == setting.folded[topic.start : topic.end]
    return True, None if same else headed


_WITH_MORE = re.compile(r"(?:连同|加上|加之)[^，；。]{2,16}，[^，；。]{0,8}$")


def is_thanked(setting: Setting, found: Party) -> bool:
    """Whether a body that collected thanks them: 承蒙各位乡贤鼎力支持，共募集…"""
    return "蒙" in setting.folded[max(0, found.start - 3) : found.start + 2]


_CHAMBERS = re.compile(f"{CHAMBER}+")


OFFICER = re.compile(
    r"[署理副常务总名誉永远首席执行]*(?:会长|主席|理事长|秘书长|监事长|召集人|(?:党[委组]?|党总?支部)?书记)(?!单位|企业|所在)"
)

# The body in whose office somebody is: 女企业家分会会长甲带队
SECTION_OF = re.compile(
    rf"(?P<body>[^、{PERSON}]{{2,16}}[会部组团社股])(?:副?(?:会长|理事长|主席|[部团组股]长|主任))[^、]*$"
)

# 市工商联领导到会。会上…
_ATTENDS = re.compile(
    r"[^，。；、]{0,8}(?:出席|到[场会贺]|见证|列席|观礼|致贺|接[收受领]|受赠)[^，；]{0,8}[。；]"
)


# 六百名嘉宾出席，共筹得: at whose dinner they were
_GUESTS = re.compile(r"[^，。；、]{0,4}(?:出席|聚首|到场|莅临|赴会|赴宴)[^，。；]{0,4}，")


def only_attends(setting: Setting, topic: Party) -> bool:
    """Whether a sentence before said no more of those spoken of than that they were there."""
    told = _ATTENDS.match(setting.folded, topic.end)
    return told is not None and told.end() <= setting.sentence.start
