"""Who gives: names of parties, and the subject of a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from chamber_extract.gazetteer import table
from chamber_extract.relate.clauses import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON

LONGEST_PARTY = 60


@cache
def _words(role: str) -> str:
    """The alternatives of a role in the table of clause words, the longest first."""
    found = [row["word"] for row in table("clause_words") if row["role"] == role]
    return "|".join(sorted(map(re.escape, found), key=lambda w: (-len(w), w)))


# What may stand before the subject of a clause.
_OPENING = re.compile(
    rf"(?:(?:近|这|过去)?(?:{COUNT}+|[一二三四五六七八九十两数几多]{{1,3}}[余多]?(?:年|个月|天))(?:以?来|间|内)(?!宾)"
    rf"|{ASIDE}+(?=.)|【[^】\n]{{0,30}}】|[一-鿿{ASIDE}]{{2,14}}{DATE}+(?:电|讯|消息|报道)|本[报刊网][^，。]{{0,6}}[讯电]|(?:中新社|新华社|中新网|人民网)[^，。]{{0,12}}?[讯电]"
    rf"|连(?=[一平]向|平)|(?:累计|总计|合计|已经?|现|共|仅|便|就|先后)*有?(?={COUNT})(?!$)|[\s\ufeff·•*●■□▲◆\-—\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+|[0-9]{{1,2}}[.、](?!\d)"
    rf"|(?:截[至止]到?|自|从|于|到|至|在)?{DATE}+(?:[上下]午|晚上?|凌晨|中午|清晨|当天|当晚|前后|起|止|以来|前|后|时|里|间|期间|、|的)*"
    r"|(?:活动|仪式|会议|晚宴|宴会|典礼|大会|年会)(?:现场|中|上|期间|当[天日晚])|[一二三四五六七八九十]是|第[一二三四五六七八九十](?:批次?|[，、])|另(?=[有据一])"
    r"|(?:[在于当经随据]|自从|自|面对|根据|按照|为了|经过|得知|随着)[^，,\ue003]{1,40}?(?:之下|之后|之际|以来|以后|号召下|下|后|之时|期间"
    r"|中(?![国华铁建石海信交兴核粮行资企小学方等央外医欧非美日韩泰缅越柬老])|当天|当日|上(?![海市])|时(?![代尚装]))"
    r"|首[日天周](?:即|便|就)"
    rf"|{_words('opening')})"
)
# Where the subject ends: a preposition or an adverb before the verb. A letter of a name is none:
# 华为, 信用, 在日中国企业协会, 联合会, 各界, 爱心企业.
_ABROAD = "日华中美英法德韩泰越缅老柬菲马新港澳台意俄印巴埃南非加土塔阿摩赤沪京深粤津渝浙"
_MARK = re.compile(
    rf"(?<!一)向(?!阳|前|日葵|来)|(?<=.)到(?![位达])|(?<!华)为(?!民)|(?<![信医专家日食军民备费使])用(?!友)|以(?![及色])|也(?!门)|还(?!是)|再(?!生)|共(?![青产和同享])"
    rf"|第[一二三四五六七八九十]批|各(?![界国地省市位族行大级方类种商单企会分])|联合(?![会国总商社早])|(?<=.)在(?![{_ABROAD}])"
    rf"|(?<=.)在[{_ABROAD}](?![^，]{{0,6}}(?:[商企协侨华机]|同胞|人士))|于(?=[\ue000今近])|爱心(?!人士|企|单位|商|机构|团|市民|会员|车|组织|家庭|网友)"
    rf"|热心(?!人|市民|企业|网友)|代表(?![处们团大])|组织(?![部委者成])|便(?!利)|都(?=[捐为向积已])|得(?=到)|{DATE}|{_words('mark')}"
)
_PIVOT = re.compile(
    r"号召|动员|组织(?!部|委)|发动|引导|带领|率领|引领|带动|推动|倡议|呼吁|发起|促成|感召|倡导|鼓励|广泛"
)
RECEIVED = re.compile(r"(?:共|已|先后|陆续)?(?:收到|接到|接收|接受|接获|获得|喜获|获)(?:了|过)?(?:来自|由)?")
_SOURCE = re.compile(rf"来自于?|由(?!于|衷|此)|(?:共|已|现|便|就|先后)有(?={COUNT})")
_TAIL = re.compile(rf"(?:等(?=$)|[，,、：:\s]|(?<![和及、与])个人(?=$)|(?<!华)为|{_words('tail')})+$")
# 联同 between two givers; without a name after it, it is an adverb.
_JOINT = r"(?:联同|会同|携手|偕同|连同|协同)"
_SPLIT = re.compile(rf"、|以及|{_JOINT}|(?<!共)[和及与]|，|,")
_PLACE_IN_FRONT = re.compile(
    r"^在[^，]{1,6}$|^[^，]{2,6}(?:经由?(?=[水陆空海公铁])|循|取道)[^，]{1,6}$|^[^，]{0,8}(?:[水洪旱火雪风震]灾|地震|海啸|洪水|台风|疫情)$"
)


@cache
def heads() -> dict[str, bool]:
    """Nouns that end the name of a party: noun to whether it means several."""
    return {row["head"]: row["plural"] == "1" for row in table("party_heads")}


LONGEST_HEAD = 6


def head(text: str) -> str | None:
    """The longest party noun that ends the text, None without one."""
    return next(
        (text[i:] for i in range(max(0, len(text) - LONGEST_HEAD), len(text)) if text[i:] in heads()), None
    )


@dataclass(frozen=True, slots=True)
class Party:
    """Someone named at `start:end`; `plural` for a party of several that are not named one by one."""

    start: int
    end: int
    plural: bool = False


def is_party(view: str) -> bool:
    """Whether a stretch of the view reads as the name of someone."""
    bare = view.replace(ASIDE, "")
    if not bare or FIGURE in bare or len(view) > LONGEST_PARTY or re.match(r"[\u4e00-\u9fff]$", bare):
        return False
    if bare[-1] in (CHAMBER, PERSON):
        return True
    if bare.endswith("等"):
        return is_party(bare[:-1])
    if "、" in bare or "和" in bare[1:-1]:
        *others, final = [p for p in _SPLIT.split(bare) if p] or [bare]
        if (
            others
            and any(is_party(p) for p in others)
            and _SHORT_NAME.fullmatch(final)
            and not _NO_NAME.search(final)
        ):
            return True
    found = head(bare)
    if not found:
        return bool(re.search(r"(?:LTD|Ltd|Inc|Corp|GmbH|S\.A|Bhd|Co)\.?$", bare))
    return len(bare) > 1 and bare not in _FORMS_OF_ADDRESS


_FORMS_OF_ADDRESS = frozenset({"先生", "女士", "小姐", "夫人", "太太", "博士", "老人"})


def party(view: str, start: int, end: int) -> Party | None:
    """The party named by the span, trimmed of openings and adverbs, None where there is none."""
    start, end = trim(view, start, end)
    if start >= end or not is_party(view[start:end]):
        return None
    return Party(start, end, is_plural(view[start:end]))


def is_plural(view: str) -> bool:
    bare = view.replace(ASIDE, "")
    if (
        bare.endswith("等")
        or re.search(rf"等(?:{COUNT}|[^，]{{0,4}}(?:商会|协会|企业|团体|机构|单位|公司)$)", bare)
        or re.match(
            r"(?:共|近|约|全体|各|其他|众(?=[多人位会企侨商乡友])|广大|部分|多家|多位|数|各级|各地|海内外|全[国省市县区]各)",
            bare,
        )
    ):
        return True
    if COUNT in bare and not bare.endswith((CHAMBER, PERSON)):
        return True
    parts = [p for p in _SPLIT.split(bare) if p]
    found = head(parts[-1]) if parts else None
    if bare == "个人":
        return True
    if found and found != "个人" and heads()[found] and parts[-1][-1] not in (CHAMBER, PERSON):
        return True
    return "各界" in bare


def trim(view: str, start: int, end: int) -> tuple[int, int]:
    """The span without what opens a clause and without the adverbs at its end."""
    while start < end and (m := _OPENING.match(view, start, end)) and m.end() > start:
        start = m.end()
    tail = _TAIL.search(view, start, end)
    if tail:
        end = tail.start()
    return start, end


def subject(view: str, start: int, end: int, short: bool = False) -> tuple[Party | None, Party | None, bool]:
    """Who acts in `start:end`, the part of a clause before its verb.

    Returns the donor, the recipient where the clause tells of receiving, and whether the part
    names anything at all as subject (False: the subject is carried over). With `short`, a name
    need not end in a noun that names a party.
    """
    at, _ = trim(view, start, end)
    if received := _last(RECEIVED, view, at, end):
        return named(view, received.end(), end), named(view, at, received.start()), True
    for pattern in (_SOURCE, _PIVOT, DEPUTY):
        turn = _last(pattern, view, at, end)
        if turn and (
            found := named(view, turn.end(), end)
            or (short_name(view, turn.end(), end) if pattern is not _SOURCE else None)
        ):
            return found, None, True
    if found := named(view, at, end) or (short_name(view, at, end) if short else None):
        return found, None, True
    mark = _MARK.search(view, at, end)
    rest = _TAIL.sub("", view[at : mark.start() if mark else end].strip())
    return None, None, len(rest) > 3 and not _PLACE_IN_FRONT.match(rest)


DEPUTY = re.compile(r"代表(?![处们团大])|以(?=[^，]{2,30}名义)")


def named(view: str, start: int, end: int) -> Party | None:
    """The party that opens the span, before the first preposition."""
    start, _ = trim(view, start, end)
    if _FRONT.match(view, start, end):
        return None
    stop = next(
        (
            m.start()
            for m in _MARK.finditer(view, start, end)
            if m.start() > start and m.group() in _PREPOSITIONS
        ),
        end,
    )
    whole = party(view, start, stop)
    if whole and not _MARK.search(view, whole.start + 1, whole.end):
        return whole
    last, gap = None, 0
    for i in range(start + 1, min(stop, start + LONGEST_PARTY) + 1):
        gap += view[i - 1] != ASIDE
        if last and (gap > CHAIN or _MARK.match(view, i - 1)):
            break
        if is_party(view[start:i]):
            last, gap = i, 0
    if not last:
        return None
    # The name goes on as far as the noun does: 中国建设银行 before 巴黎分行.
    if _TITLE.search(view, start, last) or _RANK.search(
        view, start, last
    ):  # 会长方侨生勋爵, whose name is not known as one
        mark = next((m.start() for m in _MARK.finditer(view, last, stop)), stop)
        if _PERSON_NAME.fullmatch(view, last, mark) and not _NO_PERSON.search(view, last, mark):
            return Party(*trim(view, start, mark))
    return Party(start, last, is_plural(view[start:last]))


_TITLE = re.compile(
    r"(?:会长|主席|理事长|董事长|总经理|秘书长|总裁|主任|书记|委员|理事|董事|创办人|创始人|会员|老板|议员|局绅|拿督|丹斯里|人士|企业家|侨领|侨商|商人|老人|校友|市民|村民|居民|个体户|女士|先生|成员|绅士)$"
)
_NO_PERSON = re.compile(
    r"[的了着过是有和与及等向把将在于为个元万们各]|活动|仪式|踊跃|纷纷|积极|慷慨|爱心|共同|热烈|自愿|一行|代表|出席|响应|联合|签|启动|大会|会议|晚宴|宣布|表示|介绍|透露|披露|指出|强调|致辞|参加|组织"
)
_RANK = re.compile(
    r"(?:会长|理事|会员|秘书长|监事长|主席)单位$|会员企业$|爱心(?:企业|人士)$"
)  # 副会长单位丰泽粮机
_PERSON_NAME = re.compile(r"[一-鿿·]{2,7}")


_PREPOSITIONS = frozenset("向 给 为 通过 透过 将 把 用 以 于 从 被 由 令 让 来自 在 到".split())
_FRONT = re.compile(
    r"前往|赶赴|奔赴|走访|慰问|看望|免息|低息|借予|访问(?!学)|组织(?![部委者成])|号召|动员|发动|呼吁|倡议|感谢|赞赏|邀[请得约]?|向|给|为(?!民)|通过|透过|[将把]|以(?!色列)|被|由|令|让|与|对|[将把]|用(?!友)|在(?=[^，]{1,3}(?:成功|紧急|当地|积极))"
)
CHAIN = 4  # characters between two nouns of one name: 银行巴黎分行, 企业和个人


def nearest(view: str, start: int, end: int) -> Party | None:
    """The party that ends the span, as in 同机运送的还有瑞士华人捐赠的口罩."""
    breaks = [m.end() for m in _BREAK.finditer(view, start, end)]
    for at in reversed([start, *breaks]):
        if found := named(view, at, end):
            return found
    return short_name(view, breaks[-1] if breaks else start, end)


_BREAK = re.compile(
    r"还有|带着|收到|落实|接收|由|[将把被是着了从对](?!外)|的(?=[^，]{2,})|有(?!限)|来自|除|[，、](?=其他|另)"
)


def short_name(view: str, start: int, end: int) -> Party | None:
    """A name without a known noun (华为, 中工国际) right before a preposition, an adverb or the verb."""
    mark = next((m for m in _MARK.finditer(view, start, end) if m.start() > start), None)
    stop = mark.start() if mark else end
    start, stop = trim(view, start, stop)
    if _FRONT.match(view, start, stop) or _MARK.match(view, start, stop):
        return None
    return (
        Party(start, stop)
        if _SHORT_NAME.fullmatch(view, start, stop) and not _NO_NAME.search(view, start, stop)
        else None
    )


_SHORT_NAME = re.compile(r"[一-鿿A-Za-z0-9·]{2,8}")
_NO_NAME = re.compile(
    r"后续|^连|公益|[的了着过是有和与及等此这那每个元万日月年天第]|活动|仪式|平台|倡议|晚[会宴]|总额|行动|方式|形式|名义|渠道|物资|款|金|设备|口罩|通知|公告|消息|疫情|灾|震|后$|前$|时$|中$|下$|上$|里$|间$|积极|踊跃|慷慨|最终|成功|开始|继续|进行|组织|努力|响应|号召|爱心|共同|参与|参加|帮助|支持|期间|捐|赠|筹|购|送|运"
    r"|[你我他她它您]|[大家]家|启动|开展|发起|展开|完成|落实|决[议定]|计划|准备|推动|定点|如何|怎样|为何|目前|现场|立即|随即|[很更最再还也都就才又不未没]|需|可|能|应|要|[，。；：]|向|次性|分批|无偿|免费|[一二三两]批|国内|境外|境内|海外|国外|当地|全球|全国|紧急|及时|人均|首|仅|总计|合计|以|通过|来|去|走|进"
)


def any_name(view: str, start: int, end: int) -> Party | None:
    """What can only be a name, standing alone in a list of givers."""
    start, end = trim(view, start, end)
    return Party(start, end, is_plural(view[start:end])) if _ANY_NAME.fullmatch(view, start, end) else None


_ANY_NAME = re.compile(r"[一-鿿A-Za-z·\ue001-\ue005]{2,20}")


def is_person(view: str, found: Party) -> bool:
    """Whether the party is one person, by name or by office."""
    return view[found.end - 1] == PERSON or _TITLE.search(view, found.start, found.end) is not None


def _last(pattern: re.Pattern[str], view: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(view, start, end))), None)


def split(view: str, found: Party) -> list[Party]:
    """The parts of 甲、乙和丙."""
    out, at = [], found.start
    for m in [*_SPLIT.finditer(view, found.start, found.end), None]:
        stop = m.start() if m else found.end
        if stop > at:
            out.append(Party(at, stop, is_plural(view[at:stop])))
        at = m.end() if m else stop
    return out


def members(view: str, found: Party) -> list[Party]:
    """The parties of 甲、乙和丙, each named by itself; the party alone where it is one or unnamed."""
    out = split(view, found)
    named_so = [is_party(view[p.start : p.end]) for p in out]
    people = any(is_person(view, p) for p, party_like in zip(out, named_so, strict=True) if party_like)
    each = all(
        ok or (people and _NAME.fullmatch(view, p.start, p.end)) for p, ok in zip(out, named_so, strict=True)
    )
    return out if len(out) > 1 and each else [found]


_NAME = re.compile(r"[一-鿿·]{2,4}")
