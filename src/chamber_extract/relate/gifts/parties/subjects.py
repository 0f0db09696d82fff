"""Who acts in a clause: the subject of its verb, or the topic carried over to it."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.clauses import Act, Clause, raises
from chamber_extract.relate.gifts.parties.bounds import trim
from chamber_extract.relate.gifts.parties.named import described, named
from chamber_extract.relate.gifts.parties.officers import TAKE, for_body, is_officer
from chamber_extract.relate.gifts.parties.raisers import (
    collector,
    is_thanked,
    only_attends,
    raiser,
    total_of,
)
from chamber_extract.relate.gifts.parties.recipients import recipient_after, recipient_before
from chamber_extract.relate.gifts.parties.roles import asker, is_asked
from chamber_extract.relate.gifts.parties.subject_phrases import RECEIVED, nearest, subject
from chamber_extract.relate.gifts.parties.wording import Party, is_body, is_person
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import CHAMBER, PERSON

REACH = 60  # characters between a verb and the figure it governs

CUMULATIVE = re.compile(
    r"累[计积]|(?:^|[，、])合?计(?!划|算|有)|共(?![同和产青享建])|合计|总计|增至|连前|(?:捐[款赠物资]|善款|款物|募款|筹款|收款)总?[额数](?:现?已)?(?:达到?|为|逾|超过|约|共)"
)
PARTITIVE = re.compile(r"另[外有]?|当中|余款|第[一二三四五六七八九十]批|其中|其余|余下")
STUFF = re.compile(r"物资|物品|用品|药品|礼[物品]|慰问品|善款|捐赠品|捐赠|捐款|款物")
_THING = re.compile(r"(?:物资|物品|善款|捐赠品|款物|用品|设备|捐款|款项|资金|车辆|药品|礼包|口罩)$")
_ALONE = re.compile(r"[个本]人|自己")
_IN_OWN_NAME = re.compile(r"(?:^|[，又还再也另])以个人名义|^个人(?=[又还再也另则亦])")
_PRONOUN = re.compile(r"(?:大家|他们|她们|其|双方)$")
_FIRST_BATCH = re.compile(r"(?:首|第[一二三四五])批")
_PAID_OUT = frozenset({"发放", "派发", "分发"})
_HIMSELF = re.compile(r"我(?:本人|个人|自己)")
_OWN = re.compile("自己(?![的家])")


def take_parties(
    setting: Setting, state: State, clause: Clause, left: list[Act], floor: int, start: int, relative: bool
) -> None:
    """Sets donor and recipient from what stands before the verbs `left` of a lot that starts at `start`."""
    text = setting.text
    while len(left) > 1 and (told := described(text, floor, left[1].start)) and told.end > left[0].start:
        left = left[1:]  # 做了半辈子生意的会长甲拿出
    first, last = left[0], left[-1]
    donor, taker, present = _before(setting, state, left, floor, start, relative)
    told = state.topic if state.topic and state.topic.start >= setting.sentence.start else None
    someone = told and (PERSON in text[told.start : told.end] or is_person(text, told))
    if (donor and _ALONE.fullmatch(text, donor.start, donor.end)) or (
        (not donor or donor.start < floor) and _IN_OWN_NAME.search(text, floor, first.start)
    ):
        # 会长甲率先响应，个人认捐5万元; 会长甲代表商会捐款，又以个人名义捐款
        donor = told if someone else _person_before(setting, first.start) or donor
    if donor and _PRONOUN.fullmatch(text, donor.start, donor.end):
        # not a firm that gave before
        meant = state.topic and (state.topic.plural or is_body(text, state.topic))
        state.gathered, donor, present = True, state.topic if meant else donor, False
    if "gets" in first.senses:  # 该校获捐100万元
        state.donor, state.recipient, state.topic = None, donor, donor or state.topic
        return
    if not donor and not taker:
        opens = trim(text, floor, first.start)[0]
        if RECEIVED.search(text, floor, last.start):
            many = state.topic is not None and state.topic.plural  # 商会号召全体会员伸出援手，共收到捐款
            donor, taker = (state.topic, None) if many else (None, state.topic)
            state.gathered = state.gathered or not many
        elif _HIMSELF.match(text, opens, first.start):
            donor = state.speaker or state.topic
        elif not present or _about_time(setting.folded, *trim(text, floor, first.start)):
            donor = carried(setting, state, first)
            if not donor and _OWN.match(text, opens, first.start):  # 会长甲说自己捐了2000元
                donor = _person_before(setting, first.start)
    sums = _SUMS.search(setting.folded, floor, last.end) or _WITH_OTHERS.match(
        setting.folded, floor, last.end
    )
    raised, parts = any(raises(a.action, a.form) for a in left), False
    if sums and CUMULATIVE.search(setting.folded, last.end, start):
        state.gathered, state.donor, donor = True, None, None  # 四笔捐款合计63万元
    elif (raised or RECEIVED.search(text, floor, last.start)) and not (donor and donor.start >= floor):
        parts, body = total_of(setting, state, first.start)
        if parts:
            state.gathered, donor, taker = True, body, None
        elif raised:
            donor = raiser(setting, state, donor, first.start)
    if (
        not donor
        and not parts
        and RECEIVED.search(text, floor, last.start)
        and (collected := collector(setting, state, taker))
    ):
        donor, taker, state.gathered = collected, None, True
    own = donor is not None and donor.start >= floor
    if donor and not own and _FIRST_BATCH.match(setting.folded, floor) and is_person(text, donor):
        donor = state.body or setting.headed  # 甲一人就捐了2万元。首批采购的口罩已寄出
    if "carries" in first.senses and not own and STUFF.search(text, last.end, start):
        state.gathered, donor = bool(state.topic and state.topic.plural), None  # 已运抵的捐赠物资包括
    again = bool(state.given and clause.start < state.given.start < floor)  # 捐款50万元、捐赠物资价值20万元
    state.gathered = state.gathered or (taker is not None and donor is None)
    donor = for_body(setting, state, last if relative else first, donor)
    state.donor = donor
    got = own and donor and RECEIVED.search(text, floor, last.start) and not is_thanked(setting, donor)
    if turn := taker or (None if got else donor):
        state.turn_to(text, turn)
    state.recipient = (
        taker
        or recipient_before(
            text, donor.end if donor and own and donor.end <= first.start else floor, first.start
        )
        or recipient_after(text, first.start, start)  # 送给学校电脑30台
        or recipient_after(text, first.start, min(clause.end, last.end + REACH))
        or (state.given.recipient if again and state.given and not own else None)
    )
    asked = state.recipient and first.action == "raise" and text[state.recipient.start - 1] == "向"
    if asked and not taker:  # 向会员募得善款5万元
        state.recipient = None
    state.cumulative = state.cumulative or bool(again and state.given and not own and state.given.cumulative)


_BRINGS = re.compile("..?来了?|转[交达送]|代[交转]")
_OF_OTHERS = re.compile(
    r"的?(?P<who>[^，的]{2,20}?)们?(?:义卖|义演|凑|攒|认?捐|募|集资|零用|压岁|打工)[^，]{0,6}(?:[的之]|钱)"
)


def _person_before(setting: Setting, end: int) -> Party | None:
    """The last person named in the sentence before `end`, else the 他 or 她 who says so."""
    named_so = list(_PERSONS.finditer(setting.text, setting.sentence.start, end))
    return Party(*named_so[-1].span()) if named_so else None


_PERSONS = re.compile(f"{PERSON}+|[他她](?!们|人)")


def _before(
    setting: Setting, state: State, left: list[Act], floor: int, start: int, relative: bool
) -> tuple[Party | None, Party | None, bool]:
    """Donor, recipient and whether there is a subject, from the words before the verbs."""
    text, first, last = setting.text, left[0], left[-1]
    brought = (first.end + text.startswith("的", first.end), last.start)  # 大使馆转来商会捐款5万元
    if last is not first and _BRINGS.fullmatch(first.form) and (donor := named(text, *brought)):
        return donor, None, True
    of = _OF_OTHERS.fullmatch(text, last.end, start) if _BRINGS.fullmatch(last.form) else None
    if of and (donor := named(text, *of.span("who"))):  # 会馆转来学生义卖所得的1260美元
        return donor, None, True
    if not relative:
        return subject(
            text,
            floor,
            first.start,
            short=first.sure
            or ("hands" in first.senses and "运" not in first.form and setting.generous_near),
        )
    if last is not first and (donor := nearest(text, first.end, last.start)):  # 运送的还有华人捐赠的口罩
        return donor, None, True
    donor, taker, present = subject(text, floor, first.start)
    if last is not first:
        return donor, taker, present
    if TAKE.search(text, max(floor, first.start - 2), first.start) or (
        first.form in _PAID_OUT and TAKE.search(text, floor, first.start)
    ):  # 商会组织会员将捐赠给医院的口罩装箱, 理事甲把政府发放的现金捐出
        return named(text, floor, first.start), None, False
    donor = nearest(text, floor, first.start) or donor
    if not donor and PARTITIVE.match(setting.folded, floor):  # 第二批捐赠的20万只
        donor = state.donor
    return donor, taker, present


def carried(setting: Setting, state: State, act: Act) -> Party | None:
    """The topic, as subject of a clause that names none; a shipment keeps it only if it is a chamber."""
    topic = state.topic or setting.headed
    if topic and only_attends(setting, topic):
        topic = setting.headed
    officer = topic is not None and is_officer(setting, topic.start, topic.end)
    given = state.given if state.given and state.given.sentence == setting.sentence else None
    bought = not state.topic and act.action in ("purchase", "deliver")
    if given and bought and given.gathered and not given.donor:
        state.gathered = True  # bought with what was just said to have come in
        return None
    if given and act.form in _ALSO and RECEIVED.search(setting.text, setting.sentence.start, given.start):
        state.gathered = given.gathered  # 收到会员捐款50万元，捐物折合20万元
        return given.donor
    if topic and _AHEAD.match(setting.text, topic.end) and topic.end < act.start:
        after = setting.folded[topic.end : act.start]
        summed = setting.folded.startswith(("总额", "总数", "总计"), act.end)
        if act.action != "donate" or summed or _ALL_TOLD.search(after):
            state.gathered, state.topic = True, None  # 会长甲、乙带头，一夜之间捐款64万元: they are not all
            return state.body if act.action == "raise" else None
    if topic and topic.start < setting.sentence.start and _PART.search(setting.folded, 0, topic.start):
        return state.body or setting.headed or topic  # 其余由会员捐出。首批物资计有口罩2万只
    if topic and topic.start < setting.sentence.start and is_asked(setting.folded, topic):
        told_of = CUMULATIVE.search(setting.folded, setting.sentence.start, act.end + NEXT)
        return topic if told_of else state.body or setting.headed or topic
    too = topic and act.action != "raise" and _TOO.search(setting.folded, topic.end, act.start)
    if topic and too and topic.start >= setting.sentence.start and is_asked(setting.folded, topic):
        return asker(setting.text, setting.sentence.start, topic) or state.body or topic
    if (
        topic
        and "carries" in act.senses
        and topic.start < setting.sentence.start
        and setting.text[topic.start] != CHAMBER
    ):
        told = state.speaker is not None and state.speaker.start >= setting.sentence.start
        return (state.body or setting.headed) if told or officer else None  # 会长甲说，车队装载大米20吨
    return for_body(setting, state, act, topic)


# 四笔捐款合计63万元; 基金连同商会拨款共收63万元
_SUMS = re.compile(r"[一二三四五六七八九十两几数0-9]+[笔项宗](?:捐款|善款)$|(?:连同|加上)[^，]*拨款$")
_WITH_OTHERS = re.compile(r"(?:连同|加上)[^，]*(?:捐款|认捐)$")  # 连同各属会捐款共218万元
_SPAN = re.compile(
    r"(?:短短|仅|不到|不足)*[一二三四五六七八九十两半几数0-9]+[余多]?个?(?:天|日|小时|分钟|周|星期|月|年|夜|晚)多?(?:时间)?(?:之内|之间|以内|内|间|下来)?[已便就]?"
)


def _about_time(folded: str, start: int, end: int) -> bool:
    """Whether all there is before a verb tells how long it took: 一天之内."""
    return _SPAN.fullmatch(folded, start, end) is not None


# 商会号召会员捐款，并率先捐出…: who asks gives as well
_TOO = re.compile("[，,](?:[并也还又另]|同时)*(?:并|率先|首先|带头|先行|自己|自身|本身)[^，,]*$")
_PART = re.compile(r"(?:其中|当中|其?余[^，。；]{0,3}由)[，：]?$")
NEXT = 6  # characters behind a verb in which a sum is said to be a total
_ALSO = frozenset("捐款 捐物 捐资 捐赠".split())
_AHEAD = re.compile(r"(?:率先|带头|牵头|领头|首先)+(?:捐款|认捐|响应|解囊)?[，,]")
_ALL_TOLD = re.compile(r"[，,].*(?:[天夜时]之?[间内]|共|累计|总[共计]|合计)")


def about_things(text: str, start: int, end: int) -> bool:
    """Whether the subject is 这批物资, 善款 and the like."""
    return _THING.search(text, *trim(text, start, end)) is not None
