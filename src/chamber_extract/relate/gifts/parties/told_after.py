"""Parties that are known once a sentence has been read: named behind the gifts, shared out, or told before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from chamber_extract.relate.gifts.clauses import Act
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.borne import find_givers
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.recipients import (
    BODY,
    CLAUSES,
    NEAR,
    before_purpose,
    hands_on,
    helped,
    recipient_after,
    recipient_before,
    through,
    visited,
)
from chamber_extract.relate.gifts.parties.wording import Party, members, split
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, FIGURE

_FOLLOW = re.compile(
    r"(?:目前|随后|据悉|现|，|,)*(?:这|该|此|上述|所有|全部|以上)(?:[批些次]|一批)?[^，。；]{0,8}?(?:物资|款|物品|口罩|善款|捐赠|用品|设备)"
)
# 会长将支票交予红十字会; 扣除开支后，全数捐予赈济基金
_HANDED_ON = re.compile(
    r"(?![^。；]{0,60}(?:表示|称)[^，。]{0,10}(?:将|会)尽?快?)[^。；]{0,40}?(?:[将把](?:这|该|此|上述|全部|所得)?[笔批些]?(?:善款|支票|款项|捐款|物资|所得)|[全悉]数|全部款项)"
    r"|(?:目前|随后|据悉|，)*(?:善款|款项|捐款|物资|支票|所得(?:款项|善款)?|款)(?:[将已会均现]|全[部数]|悉数|随后|[通透]过|经|用于)"
)
_THIS_IS = re.compile(
    r"(?:这(?:些|批)?[^，。]{0,8}?，?(?:是|由)|(?:送礼|捐赠|捐款|赠送|出资|送来)(?:的人?|者)，?(?:正|就)?是)"
)


def share_out(text: str, drafts: list[Draft], part: Literal["donor", "recipient"]) -> None:
    """甲、乙和丙分别捐X、Y和Z: each figure to its donor, or to its recipient; one figure to each donor."""
    groups: dict[Party, list[Draft]] = {}
    for draft in drafts:
        if draft.respectively and (shared := getattr(draft, part)):
            groups.setdefault(shared, []).append(draft)
    for shared, group in groups.items():
        parts = members(text, shared) if part == "donor" and len(group) == 1 else split(text, shared)
        if len(parts) > 1 and len(parts) == len(group):
            for draft, one in zip(group, parts, strict=True):
                setattr(draft, part, one)
        elif len(parts) > 1 and _has_unread(text, group):
            drafts[:] = [d for d in drafts if d not in group]  # 分别捐出50和30万港元
        elif len(parts) > 1 and len(group) == 1 and part == "donor":
            at = drafts.index(group[0])
            drafts[at : at + 1] = [replace(group[0], donor=one) for one in parts]


_NUMBER_BEFORE = re.compile(r"[0-9一二三四五六七八九十百千万亿][、和及与](?:约|近|逾)?$")
_NUMBER_AFTER = re.compile(r"[、和及与](?:约|近|逾)?[0-9一二三四五六七八九十百]")


def _has_unread(text: str, group: list[Draft]) -> bool:
    """Whether a number beside the figures that are shared out was not read as one."""
    first, last = group[0].lot.figure, group[-1].lot.figure
    before = _NUMBER_BEFORE.search(text, max(0, first.start - 8), first.start)
    return before is not None or _NUMBER_AFTER.match(text, last.end) is not None


def find_receivers(setting: Setting, drafts: list[Draft]) -> None:
    """Fills in parties named after the figures: in the rest of the sentence, or in the next if it speaks of the gift."""
    text, folded, following = setting.text, setting.folded, setting.following
    this = _THIS_IS.match(folded, following.start, following.end) if following else None
    more = following and _FOLLOW.match(folded, following.start, following.end)
    parts = _PARTS.match(folded, setting.sentence.start, setting.sentence.end)
    if following and not more and not parts and FIGURE not in text[following.start : following.end]:
        more = _HANDED_ON.match(folded, following.start, following.end)
    find_givers(setting, drafts)
    for i, draft in enumerate(drafts):
        if following and this and not draft.donor:  # 这是商会向红十字会发出的首批物资
            draft.donor = named(text, this.end(), following.end)
            draft.recipient = recipient_before(text, this.end(), following.end) or draft.recipient
        draft.recipient = _end_receiver(setting, drafts, i)
    for i, draft in reversed(list(enumerate(drafts))):
        draft.recipient = (
            draft.recipient
            or _same_as_next(setting, drafts, i)
            or _named_behind(setting, drafts, i)
            or visited(setting, draft)
            or before_purpose(text, setting.sentence.start, draft.lot.start)
            or (recipient_after(text, following.start, following.end) if following and more else None)
        )
    for i, draft in enumerate(drafts):
        draft.recipient = (
            draft.recipient or _same_as_before(setting, drafts, i) or _told_before(setting, draft)
        )
    for i, draft in reversed(list(enumerate(drafts))):
        if not draft.recipient or hands_on(text, draft.recipient):
            draft.recipient = (
                helped(text, draft.lot.end, min(_limit(setting, drafts, i), draft.lot.end + NEAR))
                or (helped(text, following.start, following.end) if following and more else None)
                or draft.recipient
                or _same_as_next(setting, drafts, i)
                or through(text, max(setting.sentence.start, draft.start - CLAUSES), setting.sentence.end)
            )


# What takes in what others are to get; a chamber that collects is named as the receiver.
_PASSES_ON = re.compile(r"(?:领馆|使馆|赈灾委员会)$")
_TAKES_IN = re.compile(r"[^，。；]{0,6}?(?:收到|接到|接获|接收|代收)")


def _end_receiver(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """The receiver found so far, unless it only takes in what it hands on (总领馆收到捐款30万元) or is but a place."""
    to = drafts[i].recipient
    if to and _ON_ITS_WAY.search(setting.folded, to.start - 2, to.start):
        return _named_behind(setting, drafts, i) or to  # 物资运抵省城，包括大米20吨，移交指挥部
    if not to or not _TAKES_IN.match(setting.folded, to.end):
        return to
    if setting.text[to.end - 1] == CHAMBER:  # 联谊会收到会员认捐，将交公益基金会
        return _named_behind(setting, drafts, i) or to
    return None if _PASSES_ON.search(setting.text, to.start, to.end) else to


_FEW = 30  # gifts behind one: more of them reach further than its receiver can
_PARTS = re.compile("(?:其中|当中)(?![^。；]{0,60}(?:全部|悉数|一并))")
# 捐款52万元（市慈善总会），口罩1万只（市中心人民医院）
_IN_BRACKETS = re.compile(
    rf"[（(](?:已?[捐转汇送交拨定][给往赠至到向]+)?(?P<to>[一-鿿]{{0,20}}?(?:{BODY}|慈善总会|[局厅部]|指挥部|[乡镇]政府))[)）]"
)
_ON_ITS_WAY = re.compile(r"(?:[运送寄发](?:往|抵|到|达|至)|转[送运])$")


def _named_behind(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """捐款10万元给红十字会: who is named behind a gift, up to the next gift of another."""
    text, draft = setting.text, drafts[i]
    start = draft.lot.end
    if draft.lot.count and draft.lot.money:  # 送40台电脑予该校，时值8万令吉
        start = max(draft.lot.count.end, draft.lot.item[1] if draft.lot.item else 0)
    while draft.rule == "in-brackets" and text[start : start + 1] == ASIDE:  # 物资（口罩2万只）给警察局
        start += 1
    end = min(_limit(setting, drafts, i), start + NEAR)
    parts = _PARTS.search(setting.folded, start, end)  # 拨出三百万元，其中一百万元汇抵民政厅
    if bracketed := _IN_BRACKETS.match(setting.folded, draft.lot.end):
        return Party(*bracketed.span("to"))
    to = recipient_after(text, start, parts.start() if parts else end)
    if to and text.startswith(FIGURE, to.end):
        return None  # 拨出18万令吉，分别捐给甲校10万令吉
    if to and not draft.lot.count:
        others = {m for d in drafts for m in (d.lot.money, d.lot.count, d.lot.equivalent)}
        between = [m for m in setting.figures if draft.lot.end <= m.start < to.start]
        made = (m for m in between if m.value.quantity.kind == "count" and text[m.start] == FIGURE)
        if not draft.lot.item and any(m not in others for m in made):
            return None  # 捐款50万元，厂家正赶制棉衣6000件，可运抵西宁
        if _ON_ITS_WAY.search(setting.folded, start, to.start) and any(
            d.lot.count and d.start < to.start for d in drafts[i + 1 : i + 1 + _FEW]
        ):
            return None  # 捐款40万元，购买帐篷300顶，运往皮乌拉
    return to


_JOINT = re.compile(rf"{ASIDE}*[、及和与][^，。；：]{{0,30}}")


def _same_as_next(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """会长捐10万元、副会长捐5万元，拨入奖学金: what is joined to the next gift goes where that goes."""
    if i + 1 == len(drafts):
        return None
    joint = _JOINT.fullmatch(
        setting.folded, drafts[i].lot.end, max(drafts[i].lot.end, drafts[i + 1].lot.start)
    )
    return drafts[i + 1].recipient if joint else None


_AGAIN = re.compile(
    r"[，、；]捐[赠款物资献]|(?:[，、；]|\s)(?:(?:并|还|又|再)?另(?:外|行)?(?:再|又)?[捐赠送拨]|并[捐赠送提拨])"
)


def _same_as_before(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """为小学捐款10万元，另捐牙刷600支: what is given besides goes to the same."""
    if not i or drafts[i - 1].donor != drafts[i].donor:
        return None
    besides = _AGAIN.search(setting.folded, drafts[i - 1].lot.end - 1, drafts[i].lot.start)
    shared = drafts[i].rule == "share-received"  # 拨款10万元予两校，每校各得5万元
    return drafts[i - 1].recipient if besides or shared else None


_OF_THIS = re.compile(
    r"(?:[此这本]次|[此这该]批)[^，。；]{0,4}(?:捐赠|交接|移交|发放)?的?(?:物资|款物|善款)?|(?:这些|上述|捐赠的?)?(?:医疗|防疫|抗疫|救灾|生活)?物资(?:中?包括|有|含)"
)
_GAVE_TO = re.compile(
    r"向(?P<to>[^，。；、：\ue003]{2,24}?)(?:紧急|定向|无偿|再次)?(?:捐赠|赠送|移交|交付|捐献|援助|转交|提供)(?:了|一批|首批|第二批|[\ue003\ue004])"
)


def _told_before(setting: Setting, draft: Draft) -> Party | None:
    """商会向卫生部捐赠一批物资。此次捐赠的物资包括口罩10万只: who got them was said before."""
    lead = max(setting.sentence.start, draft.lot.start - CLAUSES)
    if not draft.lot.count or not _OF_THIS.search(setting.folded, lead, draft.lot.start):
        return None
    start = max(0, setting.sentence.start - NEAR)
    told = list(_GAVE_TO.finditer(setting.text, start, setting.sentence.start))
    return Party(*told[-1].span("to")) if told else None


def _limit(setting: Setting, drafts: list[Draft], i: int) -> int:
    """Where the next gift of another donor begins, or the sentence ends."""
    first = drafts[i]
    following = drafts[i + 1 : i + 1 + _FEW]
    other = next((d for d in following if d.donor != first.donor and d.start >= first.end), None)
    if not other:
        return setting.sentence.end
    return other.donor.start if other.donor and other.donor.start > first.end else other.start


# 拨出18万令吉予三校。其中，公教中学得10万令吉
AMONG = re.compile(
    r"\s*(?:其中|当中|(?:受[惠益助]|上述|获[捐赠])[^，。；]{1,8}[中里]|从(?:受赠|受捐|用途|[去流投]向)[^，]{0,3}看)"
)
APART = 3  # characters between two paragraphs


def tell_shares(setting: Setting, state: State) -> bool:
    """Whether a sentence says who got or gave what of the gifts just told of; their verb governs it then."""
    given, start = state.given, setting.sentence.start
    if not given or start - given.sentence.end > APART:
        return False
    if not AMONG.match(setting.text, start):
        return False
    state.act = Act(given.start, given.start, "", given.action, True)
    state.donor, state.gathered, state.group = given.donor, given.gathered, [given]
    return True
