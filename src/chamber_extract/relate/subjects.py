"""Who acts in a clause: the subject of its verb, or the topic carried over to it."""

from __future__ import annotations

import re

from chamber_extract.normalize.items import LONGEST, head_kind
from chamber_extract.relate import context
from chamber_extract.relate.clauses import CHAMBER, COUNT, FIGURE, Act, Clause
from chamber_extract.relate.parties import Party, any_name, is_person, trim
from chamber_extract.relate.recipients import recipient_after, recipient_before
from chamber_extract.relate.setting import NEAR, Setting, State
from chamber_extract.relate.subject_phrases import DEPUTY, RECEIVED, delegation, named, nearest, subject
from chamber_extract.relate.warrant import HANDING

REACH = 60  # characters between a verb and the figure it governs

CUMULATIVE = re.compile(
    r"累[计积]|(?:^|[，、])合?计(?!划|算)|共(?![同和产青享建])|合计|总计|增至|连前|(?:捐[款赠物资]|善款|款物|募款|筹款|收款)总?[额数](?:现?已)?(?:达到?|为|逾|超过|约|共)"
)
TAKE = re.compile(r"[将把以携带着被]|拿出|献出|出资|自费|自筹")
PARTITIVE = re.compile(r"另[外有]?|当中|余款|第[一二三四五六七八九十]批|其中|其余|余下")
STUFF = re.compile(r"物资|物品|善款|捐赠品|捐赠|捐款|款物")
_THING = re.compile(r"(?:物资|物品|善款|捐赠品|款物|用品|设备|捐款|款项|资金|车辆|药品|礼包|口罩)$")
_MEANS = re.compile(r"通过|透过|经由?|以(?!色列)|除|为(?!民)|对|随着|鉴于|面对")
_THANKS = re.compile(r"感谢|赞赏|称赞|肯定|表扬|点赞")
_DEED = re.compile(r"善举|义举|爱心|的?(?:捐赠|慷慨|支持|援助|无私|大爱)")
_SAID = re.compile(r"(?:说|表示|宣布|指出|介绍|透露|披露|强调|致[辞词]|谈到|告诉\S{0,6}|认为|称)道?$")
LISTED_BELOW = re.compile(
    r"(?:捐[款赠资献物](?:捐[款物资])?(?:物资|款物)?(?:情况|名单|明细|金额|数额|如下|公示|统计|一览|汇总|清单|排名)表?(?:如下|公布|公示)?"
    r"|接龙)(?:[（(][^（()）]*[)）])?$"
)
_PARTS_BELOW = re.compile(r"\s*(?:其中|其中有|包括|分别[是为]|具体如下|明细如下)$")
_ENDS_OPEN = frozenset({"：", ":", "\n", ""})
_PRONOUN = re.compile(r"(?:大家|他们|她们|我们|其|双方|[他她])$")
_TAKES_PART = re.compile(
    r"(?:组织(?![部委者成])|号召|动员|发动|引导)(?=[^，。]{2,20}(?:参[与加]|投身|踊跃|响应|伸出|援手|解囊|奉献|献|行动|募捐|捐))"
)
_HIMSELF = re.compile(r"[他她我](?:本人|个人|自己)")
_OBJECT = re.compile(
    r"(?:第[一二三四五六七八九十]批|首批|\ue004|[了的、和及与或等]|各类|一批|大批|大量|物资|善款|款项|资金|现金|捐款|医疗|医用|防疫|抗疫|紧缺|急需|生活|救灾|用品|款物|爱心|总额|总数|合计|共计|累计|情况|如下|为|是|折款|折价|折合|价值)*(?:[给予][^，]{2,20})?"
)
_COUNTED = re.compile(
    rf"每[人户名家位份校]{FIGURE}+|(?:[共合总计]|受[惠益]者?|惠及|覆盖|涉及)*[一-鿿]{{0,4}}{COUNT}{{2,}}[一-鿿]{{0,6}}"
)
# What is loaded or arrives has no giver in its clause.
_VEHICLE = frozenset({"搭载", "装载", "满载", "运载", "运抵", "抵达", "送达", "送抵", "转运"})
_GETS = frozenset({"获捐", "获赠", "受赠"})


def hear(setting: Setting, state: State, clause: Clause) -> None:
    """A clause in which nothing is given may set the topic, and ends or opens the counting."""
    text = setting.text
    opens = setting.folded[clause.end : clause.end + 1] in _ENDS_OPEN
    if opens and state.act and _PARTS_BELOW.fullmatch(text, clause.start, clause.end):
        state.listing = True
        return
    found = _topic(text, clause)
    if not found and (state.listing or (opens and _acts_next(setting, clause))):
        found = any_name(text, clause.start, clause.end)
    said = _SAID.search(text, clause.start, clause.end)
    if found and said and is_person(text, found):  # 会长宣布，…: he only tells of it
        state.speaker = found
    elif found:
        state.topic = found
    acts = [a for a in clause.acts if a.sure or setting.generous_near]
    rest = setting.folded[acts[-1].end : clause.end] if acts else ""
    noun = _A_LOT.sub("", rest.removeprefix("了"))
    noun_start = clause.end - len(rest.removeprefix("了"))
    kind = head_kind(noun) if len(noun) <= LONGEST else None
    listed = LISTED_BELOW.search(setting.folded, clause.start, clause.end)
    if listed and opens:
        donor = Act(listed.start(), listed.end(), listed.group(), "donate", True)
        state.govern(donor, None, recipient_before(text, clause.start, listed.start()), False)
        state.listing = True
    elif state.listing and found:  # 甲公司：50万元 in a list of givers
        state.donor, state.group = found, []
    elif setting.generous_near and opens and _TAKEN_IN.search(text, clause.start, clause.end):
        taker = collector(setting, found or state.topic)  # 商会共收到：现金50万元，旧衣320袋
        state.govern(Act(clause.end, clause.end, "", "donate", True), taker, None, True)
        state.gathered = state.itemized = True
    elif acts and (
        kind in ("goods", "cash") or _OBJECT.fullmatch(text, acts[-1].end, clause.end)
    ):  # 慷慨解囊，共10万元; 捐赠各类物资，包括
        recipient = recipient_before(text, found.end if found else clause.start, acts[-1].start)
        cumulative = CUMULATIVE.search(text, clause.start, clause.end) is not None
        state.govern(acts[-1], found or state.topic, recipient, cumulative)
        state.itemized = opens and setting.folded[clause.end : clause.end + 1] in "：:"
        state.noun = (noun_start, noun_start + len(noun)) if kind == "goods" else None
    elif _announces(setting, clause):  # 此次交接的为第二批物资，包括
        donor = found or (state.topic if state.topic and not state.topic.plural else None)
        state.govern(Act(clause.end, clause.end, "", "deliver", True), donor, None, False)
        state.gathered = donor is None
    elif state.act and _is_aside(text, clause):
        return
    elif not context.GOING_ON.fullmatch(text, clause.start, clause.end):
        state.act, state.listing, state.itemized = None, False, False


_TAKEN_IN = re.compile(r"(?:收到|接获|接收|募得|筹得|收得)了?$")
_STUFF_END = re.compile(r"(?:物资|物品|善款|用品|捐赠品|礼包|款物)$")
_SUCH_AS = re.compile(r"[，,:：]\s*(?:主要)?(?:包括|计有|内有|含|有|分别[为是])")


def _announces(setting: Setting, clause: Clause) -> bool:
    """Whether a clause ends in what was given, and the next says of what that consists."""
    stuff = _STUFF_END.search(setting.text, clause.start, clause.end)
    such = _SUCH_AS.match(setting.text, clause.end, setting.sentence.end)
    return bool(setting.generous_near and stuff and such and not clause.undone)


def _is_aside(text: str, clause: Clause) -> bool:
    """Whether a clause only counts people or names a day: 每人2000元，共360人，计72万元."""
    start, end = trim(text, clause.start, clause.end)
    return start >= end or _COUNTED.fullmatch(text, clause.start, clause.end) is not None


def _acts_next(setting: Setting, clause: Clause) -> bool:
    """Whether the next clause starts with a verb of giving: 天和食品：捐矿泉水3000箱."""
    after = next((c for c in setting.clauses if c.start >= clause.end), None)
    if not after or not after.acts:
        return False
    start, end = trim(setting.text, after.start, after.acts[0].start)
    return start >= end


def _topic(text: str, clause: Clause) -> Party | None:
    """Who a clause is about."""
    thanks = _THANKS.search(text, clause.start, clause.end)
    deed = _DEED.search(text, thanks.end(), clause.end) if thanks else None
    if led := delegation(text, clause.start, clause.end):
        return led
    if thanks and deed:  # 感谢在摩中资企业善举
        return named(text, thanks.end(), deed.start())
    if _MEANS.match(text, clause.start, clause.end):  # 通过会员企业捐赠等渠道
        return None
    if clause.acts:
        donor, taker, _ = subject(text, clause.start, clause.acts[0].start)
        return donor or taker
    if members := _TAKES_PART.search(text, clause.start, clause.end):  # 工商联组织会员企业参与行动，捐资…
        return named(text, members.end(), clause.end)
    deputed = DEPUTY.search(text, clause.start, clause.end)
    found = named(text, deputed.end(), clause.end) if deputed else None
    return found or named(text, clause.start, clause.end)


def take_parties(
    setting: Setting, state: State, clause: Clause, left: list[Act], floor: int, start: int, relative: bool
) -> None:
    """Sets donor and recipient from what stands before the verbs `left` of a lot that starts at `start`."""
    text, first, last = setting.text, left[0], left[-1]
    donor, taker, present = _before(setting, state, left, floor, relative)
    if donor and _PRONOUN.fullmatch(text, donor.start, donor.end):
        state.gathered, donor, present = True, state.topic, False
    if first.form in _GETS:  # 该校获捐100万元
        state.donor, state.recipient, state.topic = None, donor, donor or state.topic
        return
    if not donor and not taker:
        if RECEIVED.search(text, floor, last.start):
            many = state.topic is not None and state.topic.plural  # 商会号召全体会员伸出援手，共收到捐款
            donor, taker = (state.topic, None) if many else (None, state.topic)
            state.gathered = state.gathered or not many
        elif _HIMSELF.match(text, trim(text, floor, first.start)[0], first.start):
            donor = state.speaker or state.topic
        elif not present:
            donor = carried(setting, state, first)
        elif about_things(text, floor, first.start):
            donor = setting.headed
    if not donor and RECEIVED.search(text, floor, last.start) and (collected := collector(setting, taker)):
        donor, taker, state.gathered = collected, None, True
    own = donor is not None and donor.start >= floor
    if first.action == "deliver" and not own and STUFF.search(text, last.end, start):
        state.gathered, donor = bool(state.topic and state.topic.plural), None  # 已运抵的捐赠物资包括
    bought = relative and first.action == "purchase" and not own and donor is not None and donor.plural
    if (
        bought
        and donor
        and _RECEIVED_OF.search(text, max(setting.paragraph.start, donor.start - 4), donor.start)
    ):
        donor = chamber_before(setting, donor.start) or donor  # 收到侨胞捐款，采购的口罩
    again = bool(state.given and clause.start < state.given.start < floor)  # 捐款50万元、捐赠物资价值20万元
    state.gathered = state.gathered or (taker is not None and donor is None)
    donor = for_body(setting, state, first, donor)
    state.donor, state.topic = donor, taker or donor or state.topic
    state.recipient = (
        taker
        or recipient_before(text, donor.end if donor and own else floor, first.start)
        or recipient_after(text, first.start, min(clause.end, last.end + REACH))
        or (state.given.recipient if again and state.given and not own else None)
    )
    state.cumulative = state.cumulative or bool(again and state.given and not own and state.given.cumulative)


def _before(
    setting: Setting, state: State, left: list[Act], floor: int, relative: bool
) -> tuple[Party | None, Party | None, bool]:
    """Donor, recipient and whether there is a subject, from the words before the verbs."""
    text, first, last = setting.text, left[0], left[-1]
    if not relative:
        return subject(
            text,
            floor,
            first.start,
            short=first.sure or (first.form in HANDING and "运" not in first.form and setting.generous_near),
        )
    if last is not first and (donor := nearest(text, first.end, last.start)):  # 运送的还有华人捐赠的口罩
        return donor, None, True
    donor, taker, present = subject(text, floor, first.start)
    if last is not first:
        return donor, taker, present
    if TAKE.search(text, max(floor, first.start - 2), first.start):  # 商会组织会员将捐赠给医院的口罩装箱
        return named(text, floor, first.start), None, False
    donor = nearest(text, floor, first.start) or donor
    if not donor and PARTITIVE.match(setting.folded, floor):  # 第二批捐赠的20万只
        donor = state.donor
    return donor, taker, present


def collector(setting: Setting, taker: Party | None) -> Party | None:
    """The chamber that took in what many gave; a Red Cross or a school is the receiver instead."""
    found = taker or setting.headed
    return found if found and CHAMBER in setting.text[found.start : found.end] else None


_RECEIVED_OF = re.compile(r"(?:收到|接到|募集|筹集|募得|筹得)了?$")


def chamber_before(setting: Setting, end: int) -> Party | None:
    """The one chamber named shortly before `end` in the paragraph, else at the head of the article."""
    runs = list(_CHAMBERS.finditer(setting.text, max(setting.paragraph.start, end - NEAR), end))
    names = {setting.folded[m.start() : m.end()] for m in runs}
    return Party(*runs[-1].span()) if len(names) == 1 else setting.headed


_CHAMBERS = re.compile(f"{CHAMBER}+")
_A_LOT = re.compile(r"(?:一批|若干|一宗)$")
_OFFICER = re.compile(
    r"(?:[署理副常务总名誉永远首席执行]*(?:会长|主席|理事长|会长单位|秘书长|监事长|召集人))"
)


def for_body(setting: Setting, state: State, act: Act, donor: Party | None) -> Party | None:
    """The chamber spoken of, where its officer only hands over: 商会举行仪式，会长甲将善款移交红十字会."""
    topic = state.topic
    if not donor or not topic or act.action != "deliver" or CHAMBER in setting.text[donor.start : donor.end]:
        return donor
    officer = _OFFICER.match(setting.folded, donor.start, donor.end)
    near = topic.start >= setting.paragraph.start and setting.text[topic.start] == CHAMBER
    return topic if officer and near else donor


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause that holds `start` ends."""
    return next((i for i in range(start, end) if text[i] in "，。；、！"), end)


def carried(setting: Setting, state: State, act: Act) -> Party | None:
    """The topic, as subject of a clause that names none; a shipment keeps it only if it is a chamber."""
    topic = state.topic or (setting.headed if act.action == "raise" or state.cumulative else None)
    if (
        topic
        and act.form in _VEHICLE
        and topic.start < setting.sentence.start
        and setting.text[topic.start] != CHAMBER
    ):
        return None
    return topic


def about_things(text: str, start: int, end: int) -> bool:
    """Whether the subject is 这批物资, 善款 and the like."""
    return _THING.search(text, *trim(text, start, end)) is not None
