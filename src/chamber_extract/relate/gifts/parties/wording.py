"""What the name of a giver or receiver looks like, and how many it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.clauses import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON

LONGEST_PARTY = 60


@cache
def words(role: str) -> str:
    """The alternatives of a role in the table of clause words, the longest first."""
    found = [row["word"] for row in table("clause_words") if row["role"] == role]
    return "|".join(sorted(map(re.escape, found), key=lambda w: (-len(w), w)))


_NUMBER = "一二三四五六七八九十"
# What may stand before the subject of a clause.
_OPENINGS = (
    # how long
    rf"(?:近|这|过去)?(?:{COUNT}+|[{_NUMBER}两数几多]{{1,3}}[余多]?(?:年|个月|天))(?:以?来(?!自)|之?间|之?内|下来|里(?!程)|之?[前后](?![年期辈]))(?!宾)",
    rf"(?:短短|仅仅)(?:{COUNT}+|[{_NUMBER}两半几数]{{1,3}}个?(?:周|天|日|月|星期|小时))(?:时间|之?[内间]|里)?",
    # when
    rf"(?:截[至止]到?|自|从|于|到|至|在)?{DATE}+(?:[^，。]{{2,10}}时(?=[又再还也亦]))?(?:[上下]午|晚上?|凌晨|中午|清晨|当天|当晚|前后|起|止|以来|前|后|时|里|间|期间|、|的)*",
    rf"(?:截?[至止]到?|自|从|于|到)?(?:当地时间)?(?:[0-9{_NUMBER}]{{1,2}}月)?[0-9{_NUMBER}廿卅]{{1,3}}[日号](?:[0-9]{{1,2}}时)?(?:[上下]午|晚上?|凌晨|中午|止|起|前)?(?![本报头夜])",
    r"(?:去年|今年|前年|上个?月|本月|上周|本周|昨[天日晚]|今[天晨早晚])(?=[^的]{2})",
    rf"首[日天周](?:即|便|就)|全年(?=全|[省市县])|(?:[一-鿿]{{1,8}}?(?:后|期间)(?:即|便)?)?第[{_NUMBER}两]{{1,2}}[天日周]，?",
    # after what, at what, because of what
    rf"[一-鿿]{{1,10}}后(?:的?第[{_NUMBER}]+[天日])?(?={CHAMBER}|[该本]会)",
    rf"[一-鿿]{{1,8}}?(?:(?:(?:过|发生|到来|来袭|爆发|传来|[震灾疫会赛事])后(?![的，、勤援]|重建)|后(?=[{CHAMBER}{PERSON}]|[该公]司|集团))|期间(?![的，、]))",
    r"(?:活动|仪式|会议|晚宴|宴会|典礼|大会|年会)(?:现场|中|上|期间|当[天日晚])",
    r"(?:[在于当经随据]|自从|自|面对|根据|按照|为了|经过|得知|随着)[^，,\ue003]{1,40}?(?:之下|之后|之际|以来|以后|号召下|下|后|之时|期间"
    r"|中(?![国华铁建石海信交兴核粮行资企小学方等央外医欧非美日韩泰缅越柬老])|当天|当日|上(?![海市])|时(?![代尚装]))",
    # marks, numbers of items, datelines
    rf"{ASIDE}+(?=[^的{ASIDE}])|[“‘](?=[^”’]*$)|[【〔［][^】〕］\n]{{0,30}}[】〕］]",
    r"[\s\ufeff·•*●■□▲◆\-—\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+",
    rf"[0-9]{{1,2}}[.、](?!\d)|[{_NUMBER}]{{1,3}}[、.]|[①-⑳]|[{_NUMBER}]是|其[后次]是|依次[是为]|第[{_NUMBER}](?:批次?|[，、])",
    rf"[一-鿿{ASIDE}]{{2,14}}(?:{DATE}+|[0-9]{{1,2}}月[0-9]{{1,2}}日)(?:电|讯|消息|报道)",
    r"[一-鿿]{1,6}(?:网|报|社|台)[讯电]讯?[ \u3000:：]+|本[报刊网][^，。]{0,6}[讯电]|(?:中新社|新华社|中新网|人民网)[^，。]{0,12}?[讯电]",
    # so many, the most, who they are
    rf"(?:累计|总计|合计|已经?|现|共|仅|便|就|先后)*有?(?={COUNT})(?!$)",
    r"(?:现场|其中|当中)?(?:另外?|[还更也亦又再并且仍])*有(?=[^色研限关效机爱意些的所无志，]{2}|爱心[人市网商])|另(?=[有据一])|连(?=[一平]向|平)",
    rf"最[多高大早少]的(?:(?=一|{COUNT})|(?:赞助商|捐[款赠助][者人方])(?=[^，为是]))|(?:单笔|个人|数额|金额|捐款)*最[高多大少小低早][^，]{{0,5}}?[是为]",
    rf"[一-鿿]{{1,8}}(?:之后|其后|最[多高大早])的(?:则|还)?是|这[已也]?是(?={CHAMBER})|是(?=[他她])|[这该此][批些笔][^，]{{0,6}}?(?:系|是|均?由)",
    rf"(?:身为|身兼|作为|时任)[^，]{{2,24}}?的(?=[{PERSON}{CHAMBER}一-鿿])|其?下[属辖]的(?=[^，]{{2}})|[他她]所在的|[^，的]{{2,16}}(?<![成作因认以称名])为首的|包括[^，]{{2,24}}在内的",
    rf"夫[妻妇](?:二人|俩|两人)(?=[把将又也各共还再捐]|$)|夫[妻妇]{COUNT}+(?=[把将又也各共还再捐])",
    rf"代表(?=会员|全体|各|广大|全[省市县]|在)|由[^，]{{1,8}}(?:项下|名下)|承(?=[会名永副常理监])|(?:[他她]|{PERSON}{{2,}})(?:还|又|也)?(?:说|表示|指出|透露|补充)(?=[^，]{{2,}})",
    words("opening"),
)
_OPENING = re.compile("|".join(_OPENINGS))
TAIL = re.compile(
    rf"(?:等(?=$)|的?(?:压岁钱|零[用花]钱|积蓄|退休金|稿费|私房钱)|一人|(?<=[号会员社团校组])义|对外|[，,、：:\s]|(?<![和及、与胞员])个人(?=$|[再又也亦还另])|(?<!华)为|(?<![公会究务诊出场住])所|{words('tail')})+$"
)
# 联同 between two givers; without a name after it, it is an adverb.
_JOINT = r"(?:联同|会同|携手|偕同|连同|协同)"
_SPLIT = re.compile(rf"、|以及|{_JOINT}|(?<![共、])[和及与]|，|,")


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


_BODIES = frozenset(
    "本会 我会 敝会 贵会 该会 会馆 总会 同乡会 同乡总会 公会 公所 联会 联谊会 商会 协会 联合会 总商会 促进会 工商联会 商业会 工商联 筹委会 筹备会 筹建会 建委会".split()
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
    if bare[-1] in (CHAMBER, PERSON) or _REST.fullmatch(bare):
        return True
    if bare.endswith("等"):
        return is_party(bare[:-1])
    if "、" in bare or "和" in bare[1:-1]:
        *others, final = [p for p in _SPLIT.split(bare) if p] or [bare]
        if (
            others
            and any(is_party(p) for p in others)
            and SHORT_NAME.fullmatch(_RANKS.sub("", final))
            and not NO_NAME.search(final)
            and not _goes_on(final)
        ):
            return True
    if _STOP.search(bare):
        return False
    if _SOME_PEOPLE.search(bare):
        return True
    found = head(bare)
    if not found and _is_titled(bare):
        return True
    if not found:
        return bool(re.search(r"(?:LTD|Ltd|Inc|Corp|GmbH|S\.A|Bhd|Co)\.?$", bare))
    return len(bare) > 1 and not _NOBODY.fullmatch(bare)


_RANKS = re.compile("^[一-鿿]{2,6}单位(?=.)")  # 常务副会长单位|鼎盛建设


def _goes_on(name: str) -> bool:
    """Whether a name is a noun for many and words behind it that are no person's name: 华侨华人心系祖国."""
    n = next((n for n in range(len(name) - 1, 1, -1) if heads().get(name[:n])), None)
    return n is not None and not (name[n] in names().surnames and 1 < len(name) - n < 4)


def _is_titled(bare: str) -> bool:
    """Whether an office or a trade and then a person's name are all there is: 小朋友关芷晴."""
    known = names().surnames
    return any(
        bare[-n] in known
        and TITLE.search(bare, 0, len(bare) - n)
        and not _NO_GIVEN.search(bare, len(bare) - n)
        for n in (2, 3, 4)
        if len(bare) > n + 1 and (n < 4 or bare[-3] in known)  # 方郑美玲
    )


_NO_GIVEN = re.compile(
    r"[的了着过是与及等此这那每我你他她们把将被向给捐赠筹募款，。个]|华[人侨商]|侨胞|同胞|单位|积极|踊跃|带头|率先|慷慨|现场|共同|合计|公司|集团|协会|商会|企业|团体|先生|女士|小姐|伉俪|夫妇|活动|仪式"
)
_NOBODY = re.compile(r"先生|女士|小姐|夫人|太太|博士|老人|(?:[你我他她它]们?|其|本)(?:个人|本人|自己)?")
_STOP = re.compile(r"(?:[火汽]?车|检查|收费|客运|地铁|高铁)站$")  # a place, while 消防站 is a body
_SOME_PEOPLE = re.compile(r"[一-鿿](?<![我你他她它咱人])们$")  # 渔工们, 娃娃们
_REST = re.compile(rf"(?:其余|其他|其它|余下|另外|剩余)的?{COUNT}+")  # 其余26家


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
            r"(?:共|近|约(?![翰旦克])|全体|各|其他|众(?=[多人位会企侨商乡友副理监董校])|广大|部分|多家|多位|数|各级|各地|海内外|全[国省市县区]各)",
            bare,
        )
        or re.search(r"[几数多][位名家个]|若干|一[些批群]", bare)
    ):
        return True
    if _SOME_PEOPLE.search(bare):
        return True
    if COUNT in bare and not bare.endswith((CHAMBER, PERSON)):
        return True
    parts = [p for p in _SPLIT.split(bare) if p]
    found = head(parts[-1]) if parts else None
    if re.search(r"(?:侨胞|会员|华侨|侨界|员工|党员)个人$", bare):
        return True
    unnamed = parts and (parts[-1] in heads() or parts[-1] == CHAMBER * 2)
    if unnamed and any(head(p) in _KINDS for p in parts[:-1]):  # 萧山企业和商会
        return True
    if bare == "个人":
        return True
    if found and found != "个人" and heads()[found] and parts[-1][-1] not in (CHAMBER, PERSON):
        return True
    return "各界" in bare or _OFFICES.fullmatch(bare) is not None


# 会长及常务会长: of several each
_OFFICES = re.compile(
    r"正副(?:会长|主席|理事长|社长)|(?:[首席名誉永远常务副]{0,4}(?:会长|理事长|主席|秘书长|理事|会董|监事)[、及和与]){1,6}[首席名誉永远常务副]{0,4}(?:会长|理事长|主席|秘书长|理事|会董|监事)"
)


_KINDS = frozenset("企业 会员企业 民营企业 中资企业 会员 会员单位 侨胞 华侨 华人华侨 侨团 商户".split())


def trim(view: str, start: int, end: int) -> tuple[int, int]:
    """The span without what opens a clause and without the adverbs at its end."""
    while start < end and (m := _OPENING.match(view, start, end)) and m.end() > start:
        start = m.end()
    tail = TAIL.search(view, start, end)
    if tail:
        end = tail.start()
    return start, end


TITLE = re.compile(
    r"(?:会长|主席|理事长|董事长|总经理|秘书长|总裁|主任|书记|委员|理事|董事|创办人|创始人|会员|老板|议员|局绅|拿督|丹斯里|人士|企业家|侨领|侨商|商人|老人|校友|市民|村民|居民|个体户|女士|先生|成员|绅士|店主|店东|东主|业主|牙医|医生|医师|厨师|司机|(?:[小中大]|留)?学生|同学|华侨|侨胞|侨青|华商|乡贤|善长|网友|院士|教授|校长|老师|部长|局长|团长|顾问|监事长?|司库|司理|财政|总务|值理|总干事|经理|青年|党员|干部|船长|小朋友)$"
)
SHORT_NAME = re.compile(r"[一-鿿A-Za-z0-9·]{2,8}")
NO_NAME = re.compile(
    r"亦|后续|到位|支出|收入|结转|超越|时值|创造|预[计算]|^连|会[议上后]|大会|议决|方面$|[部此]类$|^主要|公益|[的了着过是有和与及等此这那每个月年第]|元$|[当近今昨同节假生]?日$|[今当每一二三两几]天|天$|活动|仪式|平台|倡议|晚[会宴]|总额|行动|方式|形式|名义|渠道|物资|款|金$|基金|设备|口罩|通知|公告|消息|疫情|灾|震|后$|前$|时$|中$|下$|上$|里$|间$|积极|踊跃|慷慨|最终|成功|开始|继续|进行|组织|努力|响应|号召|爱心|共同|参与|参加|帮助|支持|期间|捐|赠|筹|购|送|运"
    r"|[你我他她它您]|[大家]家|启动|开展|发起|展开|完成|落实|决[议定]|计划|准备|推动|定点|如何|怎样|为何|目前|现场|立即|随即|[很更最再还也都就才又不未没]|需|可[以能]|[许即]可|能够|[可不才就]能|应[当该]|响应|[需主只]要|^要|要求|[，。；：]|向|次性|分批|无偿|免费|[一二三两]批|国内|境外|境内|海外|国外|当地|全球|全国|紧急|及时|人均|首(?![钢创农开汽])|仅|总计|合计|以|通过|来自|[带到往]来|^来|来$|^去|去[年$]|走|进[行一入]|推进"
)


def is_short_name(view: str, start: int, end: int) -> bool:
    """Whether the span can be a name of no known noun: 华为, 五矿邦巴斯."""
    adverb = (view[start] != "该" and names().common.get(view[start:end]) == "grammar") or view[
        start:end
    ] in _ADVERBS
    named_so = SHORT_NAME.fullmatch(view, start, end) is not None
    return named_so and not adverb and not NO_NAME.search(view, start, end)


_ADVERBS = frozenset(
    "沿途 当场 如期 全数 另行 分批 就地 沿路 随车 随机 随船 代为 顺利 逐户 按时 如数 如约 冒雨 冒雪 星夜 驱车".split()
)


def any_name(view: str, start: int, end: int) -> Party | None:
    """What can only be a name, standing alone in a list of givers."""
    start, end = trim(view, start, end)
    named_so = _ANY_NAME.fullmatch(view, start, end) and not view.endswith("方面", start, end)
    return Party(start, end, is_plural(view[start:end])) if named_so else None


_ANY_NAME = re.compile(r"[一-鿿A-Za-z·\ue001-\ue005]{2,20}")


def is_body(view: str, found: Party) -> bool:
    """Whether the party is one chamber or another body of that kind, which gathers what many give."""
    if view[found.start] == CHAMBER:
        return view.count(CHAMBER, found.start, found.end) == found.end - found.start
    return head(view[found.start : found.end]) in _BODIES


def is_person(view: str, found: Party) -> bool:
    """Whether the party is one person, by name or by office."""
    titled = TITLE.search(view, found.start, found.end) is not None
    return titled or view[found.end - 1] == PERSON or _is_titled(view[found.start : found.end])


def split(view: str, found: Party) -> list[Party]:
    """The parts of 甲、乙和丙, and of 会员单位甲、乙."""
    rank = _RANK_IN_FRONT.match(view, found.start, found.end)
    out, at = [], rank.end() if rank else found.start
    for m in [*_SPLIT.finditer(view, found.start, found.end), None]:
        stop = m.start() if m else found.end
        if stop > at:
            out.append(Party(at, stop, is_plural(view[at:stop])))
        at = m.end() if m else stop
    return out


def members(view: str, found: Party) -> list[Party]:
    """The parties of 甲、乙和丙, each named by itself; the party alone where it is one or unnamed."""
    out = split(view, found)
    last = out[-1]
    if view[last.end - 1] == "等":  # 甲、乙、丙等各捐10万元
        out[-1] = Party(last.start, last.end - 1)
    elif "等" in view[last.start : last.end]:  # 安顺、太平、居銮等十二个属会
        return [found]
    named_so = [is_party(view[p.start : p.end]) or is_short_name(view, p.start, p.end) for p in out]
    people = any(is_person(view, p) for p, party_like in zip(out, named_so, strict=True) if party_like)
    each = all(
        ok or (people and _NAME.fullmatch(view, p.start, p.end)) for p, ok in zip(out, named_so, strict=True)
    )
    return out if len(out) > 1 and each else [found]


_RANK_IN_FRONT = re.compile(r".*?(?:会员|执委|常委|骨干|成员)(?:单位|企业)(?=[^、，和及与]{2,}[、和及与])")
_NAME = re.compile(r"[一-鿿·]{2,4}")
