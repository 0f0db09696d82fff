"""What the name of a giver or receiver looks like, and how many it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.bounds import trim
from chamber_extract.relate.gifts.parties.clause_words import NO_GIVEN, TITLE, head, heads
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, FIGURE, PERSON

LONGEST_PARTY = 60


# 联同 between two givers; without a name after it, it is an adverb.
_JOINT = r"(?:联同|会同|携手|偕同|连同|协同)"
_SPLIT = re.compile(rf"、|以及|{_JOINT}|(?<![共、])(?:[和及]|与(?!会))|，|,")


_BODIES = frozenset(
    "本会 我会 敝会 贵会 该会 会馆 总会 同乡会 同乡总会 公会 公所 联会 联谊会 商会 协会 联合会 总商会 促进会 工商联会 商业会 工商联 筹委会 筹备会 筹建会 建委会".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone named at `start:end`; `plural` for a party of several that are not named one by one.

    `listed` is one who stands alone in a list, and so is no piece of a sentence.
    """

    start: int
    end: int
    plural: bool = False
    listed: bool = False


@lru_cache(4096)
def is_party(view: str) -> bool:
    """Whether a stretch of the view reads as the name of someone."""
    bare = view.replace(ASIDE, "")
    if not bare or FIGURE in bare or len(view) > LONGEST_PARTY or re.match(r"[\u4e00-\u9fff]$", bare):
        return False
    if bare[-1] in (CHAMBER, PERSON) or _COUNTED.fullmatch(bare):
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
    if not found and is_titled(bare):
        return True
    if not found:
        return bool(re.search(r"(?:LTD|Ltd|Inc|Corp|GmbH|S\.A|Bhd|Co)\.?$", bare))
    return len(bare) > 1 and not _NOBODY.fullmatch(bare)


_RANKS = re.compile("^[一-鿿]{2,6}单位(?=.)")  # 常务副会长单位|鼎盛建设


def _goes_on(name: str) -> bool:
    """Whether a name is a noun for many and words behind it that are no person's name: 华侨华人心系祖国."""
    n = next((n for n in range(len(name) - 1, 1, -1) if heads().get(name[:n])), None)
    return n is not None and not (name[n] in names().surnames and 1 < len(name) - n < 4)


def is_titled(bare: str) -> bool:
    """Whether an office or a trade and then a person's name are all there is: 小朋友关芷晴."""
    known = names().surnames
    return any(
        bare[-n] in known
        and TITLE.search(bare, 0, len(bare) - n)
        and not bare.endswith(("先生", "女士"), 0, len(bare) - n)  # which stand behind a name
        and not NO_GIVEN.search(bare, len(bare) - n)
        for n in (2, 3, 4)
        if len(bare) > n + 1 and (n < 4 or bare[-3] in known)  # 方郑美玲
    )


_NOBODY = re.compile(r"先生|女士|小姐|夫人|太太|博士|老人|(?:[你我他她它]们?|其|本)(?:个人|本人|自己)?")
_STOP = re.compile(r"(?:[火汽]?车|检查|收费|客运|地铁|高铁)站$")  # a place, while 消防站 is a body
_SOME_PEOPLE = re.compile(r"[一-鿿](?<![我你他她它咱人])们$")  # 渔工们, 娃娃们
# 其余26家; what is counted and by its last letter people or firms: 23家鞋企, 8名摊主
_COUNTED = re.compile(
    rf"(?:其余|其他|其它|余下|另外|剩余)的?{COUNT}+|[一-鿿]{{0,6}}{COUNT}{{2,}}[一-鿿]{{1,4}}[企厂店铺馆商户主社队团师员工生民友者人农哥姐嫂]"
)


def party(view: str, start: int, end: int) -> Party | None:
    """The party named by the span, trimmed of openings and adverbs, None where there is none."""
    start, end = trim(view, start, end)
    if start >= end or not is_party(view[start:end]):
        return None
    return Party(start, end, is_plural(view[start:end]))


def is_plural(view: str) -> bool:
    """Whether a name is one of several that are not named one by one."""
    bare = _without_age(view.replace(ASIDE, ""))
    if _MANY.search(bare) or (COUNT in bare and not bare.endswith((CHAMBER, PERSON))):
        return True
    parts = [p for p in _SPLIT.split(bare) if p]
    last = parts[-1] if parts else ""
    unnamed = last in heads() or last == CHAMBER * 2
    if unnamed and any(head(p) in _KINDS for p in parts[:-1]):  # 萧山企业和商会
        return True
    found = head(last)
    return bool(found and found != "个人" and heads()[found] and last[-1] not in (CHAMBER, PERSON))


def _without_age(view: str) -> str:
    """A person's name without the count that tells of him: 6岁的某某, 来马二十年的华商某某."""
    told = _COUNT_OF.match(view)
    name = view[told.end() :] if told else view
    unknown = 1 < len(name) < 4 and name[0] in names().surnames and not heads().get(head(name) or "")
    return name if unknown or name.endswith(PERSON) else view


_COUNT_OF = re.compile(rf"[^、的]{{0,12}}{COUNT}+[^、的]{{0,4}}的(?=[^的]+$)")
_OFFICE = "[首席名誉永远常务副]{0,4}(?:会长|理事长|主席|秘书长|理事|会董|监事)"
_MANY = re.compile(
    rf"等$|等(?:{COUNT}|[^，]{{0,4}}(?:商会|协会|企业|团体|机构|单位|公司)$)|[几数多][位名家个]|若干|一[些批群]|各界|{_SOME_PEOPLE.pattern}"
    r"|^在[一-鿿]{1,4}商$|^(?:共|近|约(?![翰旦克])|全体|各|其他|众(?=[多人位会企侨商乡友副理监董校])|广大|部分|多家|数|海内外|全[国省市县区]各)"
    rf"|^{COUNT}{{2,}}[^、{CHAMBER}]{{0,8}}{CHAMBER}+$|^[两三四五六七八]会$|(?:^|侨胞|会员|华侨|侨界|员工|党员)个人$|^正副(?:会长|主席|理事长|社长)$|^(?:{_OFFICE}[、及和与])+{_OFFICE}$"  # 会长及常务会长: of several each
)
_KINDS = frozenset("企业 会员企业 民营企业 中资企业 会员 会员单位 侨胞 华侨 华人华侨 侨团 商户".split())


SHORT_NAME = re.compile(r"[一-鿿A-Za-z0-9·]{2,8}")
NO_NAME = re.compile(
    r"亦|后续|到位|支出|收入|结转|超越|时值|创造|预[计算]|^连|会[议上后]|大会|议决|方面$|[部此]类$|^主要|公益|[的了着过是有和与及等此这那每个月年第]|元$|[当近今昨同节假生]?日$|[今当每一二三两几]天|天$|活动|仪式|平台|倡议|晚[会宴]|总额|行动|方式|形式|名义|渠道|物资|款|金$|基金|设备|口罩|通知|公告|消息|疫情|灾|震|后$|前$|时$|中$|下$|上$|里$|间$|积极|踊跃|慷慨|最终|成功|开始|继续|进行|组织|努力|响应|号召|爱心|共同|参与|参加|帮助|支持|期间|捐|赠|筹|购|送|运"
    r"|[你我他她它您]|[大家]家|启动|开展|发起|展开|完成|落实|决[议定]|计划|准备|推动|定点|如何|怎样|为何|目前|现场|立即|随即|[很更最再还也都就才又不未没]|需|可[以能]|[许即]可|能够|[可不才就]能|应[当该]|响应|[需主只]要|^要|要求|[，。；：]|向|次性|分批|无偿|免费|[一二三两][批轮]|国内|境外|境内|海外|国外|当地|全球|全国|紧急|及时|人均|首(?![钢创农开汽])|仅|总计|合计|以|通过|来自|[带到往]来|^来|来$|^去|去[年$]|走|进[行一入]|推进"
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
    return titled or view[found.end - 1] == PERSON or is_titled(view[found.start : found.end])


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
