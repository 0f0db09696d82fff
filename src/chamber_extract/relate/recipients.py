"""Who receives: the object of 向, 给, 为 before a verb and of 捐给, 运抵, 汇入 after the figures."""

from __future__ import annotations

import re

from chamber_extract.relate.clauses import ASIDE, DATE, FIGURE, Act
from chamber_extract.relate.gifts import Draft
from chamber_extract.relate.parties import Party, members
from chamber_extract.relate.setting import Setting, State
from chamber_extract.relate.subject_phrases import named

_TO = re.compile(r"(?<![方志风取倾面导一])向(?!来)|(?<![供补发交送])给|(?<![作成因认华以])为|予")
_GIVEN_TO = re.compile(
    r"(?:捐(?:赠|献|助|款|资)?|赠送?|送|寄送?|[运空]?运|发[送运]?|汇|移?交|转交|拨|输送|交付|转赠|派发|发放|投放|递送|资助|分发|转运)(?:给予?|予|往|抵|到|达|至|入|与|向)了?(?P<to>[^，。；！？、：\ue003\n][^，。；！？：\ue003\n]{1,50})"
    r"|(?:支援|驰援|援助|用于支[援持]|用于帮助|用于援助|用于资助|用于[援重修]建|拨捐|转捐|助力|[移转面送递呈]交(?![给予到至付由]))(?P<to2>[^，。；！？、：\ue003\n][^，。；！？：\ue003\n]{1,40})"
)
_TO_END = re.compile(
    r"抗击|赈灾(?!委|会|基金|办)|抗疫(?!一线)|抗震|防控|防疫|用于|用作|[以并将]|的?账户|账号|手[中上里]|作为|做|[，。]|投入|开展|使用|抗洪|救灾(?!基金|委|组织|办|中心|机构)|共|战胜|打赢|进行|疫情|受灾群众|献|分批|供(?!应|销)|[捐送寄]|表示|支援|转"
)
_NOT_TO = re.compile(
    r"[首第一这该]批|[^，。]{0,6}(?:物资|善款|支票|仪式|款项)|支援|抗击|助力|帮助|感谢|做|支持|此|国内抗|打赢|了|抗|防|其|民服务|大|祖国(?=打)|表|筹|[的]$|贡献|响应|配合|满足|方便|确保|保障|缓解|解决|改善|弘扬|进一步|更好|主题|期|名|本|他|她|什么|基础|目标|例"
)
_ADVERBS = re.compile(
    rf"(?:分[^，]{{1,2}}批|{ASIDE}|{DATE}|紧急|先后|累计|共计?|合计|已|定向|再次|无偿|捐助|捐|助|首批|各|分别|一次性|总共|现场|慷慨|免费|追加|的|筹得|合共|又|并|现金|集体|成功|提供|陆续|寄|爱心|积极|率先|及时|第一时间)+$"
)


def recipient_before(view: str, start: int, end: int) -> Party | None:
    """The object of 向, 给, 为 between a subject and its verb."""
    for m in reversed(list(_TO.finditer(view, start, end))):
        a, b = m.end(), end
        tail = _ADVERBS.search(view[a:b])
        if tail:
            b = a + tail.start()
        if b - a >= 2 and not _NOT_TO.match(view, a, b) and FIGURE not in view[a:b]:
            return Party(a, b)
    return None


# Characters after a gift within which its own receiver is named: what is further on is another's.
_NEAR = 300


def recipient_after(view: str, start: int, end: int) -> Party | None:
    """The object of 捐给, 运抵, 寄往, 汇入, 支援 in the span."""
    end = min(end, start + _NEAR)
    if m := _DIRECT.match(view, start, end):
        return _receiver(view, *m.span("to"), end)
    found = None
    if m := _BUILT_FOR.search(view, start, end):
        found = _receiver(view, *m.span("to"), end)
    for m in _GIVEN_TO.finditer(view, start, end):
        group = "to" if m["to"] else "to2"
        if here := _receiver(view, *m.span(group), end):
            if _END_RECEIVER.match(m.group()):  # 运抵杭州，捐赠给浙江省卫健委
                return here
            found = found or here
    return found


_BUILT_FOR = re.compile(
    r"(?<![作成因认华以])为(?P<to>[^，。；！？、：\ue003]{2,20}?)(?:[修兴新重扩捐援搭]建|添置|购置|购买|安装|改造|铺设|配备|[修打]了?一)"
)
_END_RECEIVER = re.compile(r"捐|赠|转赠")


_DIRECT = re.compile(
    r"(?:现金|善款|捐款|的?支票)?(?:[给予]|送给|赠与|赠予)(?P<to>[^，。；！？、：\ue003\n][^，。；！？：\ue003\n]{1,40})"
)


def _receiver(view: str, a: int, b: int, end: int) -> Party | None:
    """The name that opens the span, up to the first verb."""
    stop = _TO_END.search(view, a + 1, b)
    b = min(stop.start() if stop else b, end)
    if b - a < 2 or _NOT_TO.match(view, a, b) or re.match(r"[国境]内?[，。]?$|[我祖]国$", view[a:b]):
        return None
    return Party(a, b) if re.search(r"[一-鿿\ue001\ue002A-Za-z]", view[a:b]) else None


# ---- after a sentence has been read

_FOLLOW = re.compile(
    r"(?:目前|随后|据悉|现|，|,)*(?:这|该|此|上述|所有|全部|以上)(?:[批些次]|一批)?[^，。；]{0,8}?(?:物资|款|物品|口罩|善款|捐赠|用品|设备)"
)
_THIS_IS = re.compile(r"这(?:些|批)?[^，。]{0,8}?(?:是|由)")


def share_out(text: str, drafts: list[Draft]) -> None:
    """甲、乙和丙分别捐X、Y和Z: each figure to its donor, or to its recipient."""
    for part in ("donor", "recipient"):
        groups: dict[Party, list[Draft]] = {}
        for draft in drafts:
            if draft.respectively and (shared := getattr(draft, part)):
                groups.setdefault(shared, []).append(draft)
        for shared, group in groups.items():
            parts = members(text, shared)
            if len(parts) > 1 and len(parts) == len(group):
                for draft, one in zip(group, parts, strict=True):
                    setattr(draft, part, one)


def find_receivers(setting: Setting, drafts: list[Draft]) -> None:
    """Fills in parties named after the figures: in the rest of the sentence, or in the next if it speaks of the gift."""
    text, folded, following = setting.text, setting.folded, setting.following
    this = _THIS_IS.match(folded, following.start, following.end) if following else None
    more = _FOLLOW.match(folded, following.start, following.end) if following else None
    for i, draft in enumerate(drafts):
        if not draft.donor:
            draft.donor = _payer(setting, drafts, i) or _with_next(setting, drafts, i)
        if following and this and not draft.donor:  # 这是商会向红十字会发出的首批物资
            draft.donor = named(text, this.end(), following.end)
            draft.recipient = recipient_before(text, this.end(), following.end) or draft.recipient
        if not draft.recipient:
            draft.recipient = recipient_after(text, draft.lot.end, _limit(setting, drafts[i:]))
        if not draft.recipient and following and more:
            draft.recipient = recipient_after(text, following.start, following.end)


_BORNE = re.compile(r"由(?!于|此|衷)(?P<who>[^，。；由]{2,30}?)(?:[负承]担|捐|赞助|资助|支付|提供|乐助|报效)")


def _payer(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """Who bears a gift whose giver is named after it: 现金每户一千铢，共六十万铢，由商会负担."""
    after = next((d.start for d in drafts[i + 1 :] if d.start >= drafts[i].end), setting.sentence.end)
    borne = _BORNE.search(setting.text, drafts[i].lot.end, after)
    return named(setting.text, *borne.span("who")) if borne else None


_TOGETHER = re.compile(r"[，；]?(?:连同|加上)")


def _with_next(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """The giver of the total, for a sum that it takes in: 连同此前捐出的20万美元，协会捐款总额增至55万美元."""
    clause = next((c for c in setting.clauses if c.start <= drafts[i].start < c.end), None)
    taken_in = clause and _TOGETHER.match(setting.text, clause.start)
    return drafts[i + 1].donor if taken_in and i + 1 < len(drafts) else None


def _limit(setting: Setting, drafts: list[Draft]) -> int:
    """Where the next gift of another donor begins, or the sentence ends."""
    first = drafts[0]
    other = next((d for d in drafts if d.donor != first.donor and d.start >= first.end), None)
    if not other:
        return setting.sentence.end
    return other.donor.start if other.donor and other.donor.start > first.end else other.start


# 拨出18万令吉予三校。其中，公教中学得10万令吉
_SHARES = re.compile(
    r"\s*(?:其中|当中)[，,]?[^，。；]{2,40}?(?:获得?|(?<!所)得|获赠|获拨|分得)[^，。；]{0,12}\ue003"
)


def tell_shares(setting: Setting, state: State) -> bool:
    """Whether a sentence says who got what of the gifts just told of; their verb governs it then."""
    given, start = state.given, setting.sentence.start
    if not given or start - given.sentence.end > 1 or not _SHARES.match(setting.text, start):
        return False
    state.act = Act(given.start, given.start, "", given.action, True)
    state.donor, state.gathered, state.group = given.donor, given.gathered, [given]
    return True
