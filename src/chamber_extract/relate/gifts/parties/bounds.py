"""Where the name in a stretch of text begins and ends, and whether what is left can be a name or is a piece of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.clause_words import (
    SOME,
    TITLE,
    Word,
    alternatives,
    each_word,
    head,
    heads,
    opening_at,
    predicate_at,
)
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON

_DIGIT = "[0-9一二三四五六七八九十廿卅两数几半]"
# 截至2月1日下午, 3日晚, 近三年来, 短短一周内
_TIME = re.compile(
    rf"(?:截?[至止]到?|自|从|于|到|至|早?在|[一-鿿]{{2}}时间)?(?:{DATE}+|{_DIGIT}{{1,2}}月[底初末中上下]旬?|(?:{_DIGIT}{{1,2}}月)?{_DIGIT}{{1,3}}[日号](?![本报头夜])(?:{_DIGIT}{{1,2}}时)?)"
    r"(?:[上下]午|晚上?|凌晨|中午|清晨|当[天晚]|前后|[起止前后时里间、的]|以来|期间)*"
    rf"|(?:短短|仅仅|(?:刚刚?)?过去的?)(?:{COUNT}+|{_DIGIT}{{1,3}}个?(?:[周天日月]|星期|小时))(?:时间|之?[内间]|里)?"
    rf"|(?:近|这|过去)?(?:{COUNT}+|{_DIGIT}{{1,3}}[余多]?个?(?:年|月|[天周日]|星期|小时))"
    r"(?:时间)?(?:以?来(?!自|[^，的]{1,12}的)|之?[间内]|下来|里(?!程)|之?[前后](?![年期辈]))(?!宾)"
)
# What may stand before the subject of a clause.
_OPENING = re.compile(
    "|".join(
        (
            # where, when, because of what
            r"遵照?[^，]{0,6}(?:遗嘱|遗命|遗愿|遗志|嘱托|嘱咐)|节约?[^，]{0,4}(?:丧|殡|奠|寿|筵|宴)[^，]{0,3}费用?",
            rf"(?!在[^，]{{2,24}}的[^，的]{{0,6}}{PERSON}[^，]{{0,8}}[后时])(?:[在于经随据]|当(?![天日晚年月时])|自从?|面对|根据|按照|为了|经过|得知|随着)[^，,\ue003]{{1,40}}?"
            r"(?:之[下后际时]|以[来后]|[下后]|期间|年起|月起|日起|中(?![国华铁建石海信交兴核粮行资企小学方等央外医欧非美日韩泰缅越柬老])|当[天日]|上(?![海市])|时(?![代尚装]))",
            rf"[一-鿿{DATE}]{{2,16}}时(?=[又再还也亦])|由[^，]{{1,8}}[项名]下|第{_DIGIT}{{1,2}}[天日周]",
            # marks, numbers of items, datelines
            rf"{ASIDE}+(?=[^的{ASIDE}])|[“‘](?=[^”’]*$)|[【〔［][^】〕］\n]{{0,30}}[】〕］]|{_DIGIT}{{1,3}}[、.](?!\d)",
            r"[\s\ufeff·•*●■□▲◆\-—\u2190-\u2bff\ufe0f\U0001f000-\U0001faff①-⑳]+",
            rf"[一-鿿{ASIDE}]{{2,14}}(?:{DATE}+|[0-9]{{1,2}}月[0-9]{{1,2}}日)(?:电|讯|消息|报道)|(?:本[报刊网]|中新|新华|[一-鿿]{{2,6}}[网报社台])[^，。]{{0,6}}[讯电][ \u3000:：]+",
            # so many, the most, who they are, who says so
            rf"(?:累计|总计|合计|已经?|现|共|仅|便|就|先后)*有?(?={COUNT})(?!$)",
            r"(?:现场|其中|当中)?(?:另外?|[还更也亦又再并且仍])*有(?=[^色研限关效机爱意些的所无志，]{2}|爱心[人市网商])|另(?![蒙荷外行])(?=[^，]{2})",
            r"(?:单笔|个人|数额|金额|捐款)*最[高多大少小低早][^，]{0,5}?[是为]|最大的(?:赞助商|捐[款赠助][者人方])(?=[^，为是])|[一-鿿]{1,10}的[则还]?是",
            rf"[^，的]{{0,24}}(?:在内|为首|最[多高大早])的(?=一|{COUNT})|[这该此][批些笔][^，]{{0,6}}?(?:系|是|均?由)|代表(?=[会全各广在])|连(?=[一平])",
            rf"(?:身为|身兼|作为|时任|来自)[^，]{{2,24}}?的(?=[{PERSON}{CHAMBER}{COUNT}一-鿿])|夫[妻妇](?:二人|俩|两人|{COUNT}+)(?=[把将又也各共还再捐]|$)",
            rf"倒是|(?:可|但|而|就?连)(?=[{PERSON}{CHAMBER}]|[副会理][会事]?长|[该本]?会)|(?:[荷幸]?承蒙?|[荷幸]蒙)(?=[会名永副常理监各诸]|社会|广大|热心)|蒙(?=各|诸)|(?:[他她]|{PERSON}{{2,}})[还又也]?(?:说|表示|指出|透露|补充)(?=[^，]{{2,}})",
        )
    )
)
TAIL = re.compile(
    rf"(?:等(?=$)|的?(?:压岁钱|零[用花]钱|积蓄|退休金|稿费|私房钱)|一人|(?<=[号会员社团校组])义|对外|[，,、：:\s]|(?<![和及、与胞员])个人(?=$|[再又也亦还另])|(?<!华)为|(?<![公会究务诊出场住])所|{alternatives('tail')})+$"
)


@lru_cache(4096)  # every reader of a clause asks for the same spans
def trim(view: str, start: int, end: int) -> tuple[int, int]:
    """The span from where a name can begin, without the adverbs at its end."""
    while start < end and (after := _after_opening(view, start, end)) > start:
        start = after
    tail = TAIL.search(view, start, end)
    end = tail.start() if tail else end
    return _first_name(view, start, end), end


def _after_opening(view: str, start: int, end: int) -> int:
    """Where the words end that open the span and are no part of a name; `start` without any."""
    found = _TIME.match(view, start, end) or _OPENING.match(view, start, end)
    return max(found.end() if found else start, start + opening_at(view, start, end))


# 未能到场的商会: what is told of a name that is known
_TOLD_OF = re.compile(
    rf"(?P<what>[^，、的和与{CHAMBER}{PERSON}{COUNT}]{{2,24}})的(?={CHAMBER}{{4}}|{PERSON})"
)
_TAKES_OBJECT = frozenset("得承蒙获受率带领托请邀找拜访")
LONGEST_NAME = 30  # characters


def _first_name(view: str, start: int, end: int) -> int:
    """Where the first name of the span begins: behind the last word that no name holds, at a name that is known.

    The start of the span where a preposition comes first, or where what is left would not say who it is.
    """
    told_of = _TOLD_OF.match(view, start, end)
    if told_of and not head(told_of["what"]):
        start = told_of.end()
    begin, sure = start, False
    for word in each_word(view, start, end):
        if word.kind == "known":
            return _before_known(view, begin, word)
        if word.kind in ("joint", "preposition"):
            return start if word.start == begin else begin
        if word.kind == "count":
            break
        if word.kind in ("break", "adverb"):
            begin, sure = word.end, word.kind == "break"
        elif head(view[begin : word.end]) and not _goes_on(view, word.end, end):
            break
    whole = begin < end and (SOME.match(view, begin, end) or says_who(view, begin, end, sure))
    return begin if whole else start


def _goes_on(view: str, at: int, end: int) -> bool:
    return at < end and (view[at] in (CHAMBER, PERSON) or view.startswith("们", at))


def _before_known(view: str, begin: int, known: Word) -> int:
    """Where the party begins to which a known name belongs: 会长甲, 海外商会; not 灾情传开商会."""
    front, at, before = view[begin : known.start], known.start, known.before
    if not front or is_governed(before) or head(front):
        return begin
    if view[at] == PERSON:
        return begin if before in ("noun", "grammar") or TITLE.search(front) else at
    full = view.startswith(CHAMBER * 4, at) or view[at] != CHAMBER
    return at if full or before not in ("noun", "place", "grammar") else begin


def is_governed(before: str) -> bool:
    """Whether the kind of word before a name makes it an object: 走访商会, 托商会."""
    return before in ("verb", "preposition") or before in _TAKES_OBJECT


def says_who(view: str, start: int, end: int, sure: bool = False) -> bool:
    """Whether a name that begins at `start` says who, not only what: 恒通集团, 会员, not 汽车公司, nor 侨胞 of 闻讯的侨胞.

    Where it is `sure` that something ends before it, 东方集团 and 汽车公司 say enough.
    """
    stops = range(start + 2, min(end, start + LONGEST_NAME) + 1)
    stop = next(
        (i for i in stops if head(view[start:i]) and (i == end or not head(view[start : i + 1]))), None
    )
    noun = head(view[start:stop]) if stop else None
    if not noun or not stop:
        return False
    front, many = view[start : stop - len(noun)], heads()[noun]
    if view[start - 1] == "的" and many:
        return False
    if sure and (front or noun in _A_BODY):
        return True
    pairs = (front[i : i + 2] for i in range(0, len(front), 2))
    return any(w not in names().common or w in names().places for w in pairs) if front else many


_A_BODY = frozenset("总会 商会 协会 公会 会馆 同乡会 联谊会 联合会 促进会 分会".split())


def object_inside(view: str, start: int, end: int) -> bool:
    """Whether a verb or a preposition of the span governs the first known name in it."""
    for word in each_word(view, start, end):
        if word.kind == "known":
            return (
                word.start > start and is_governed(word.before) and not TITLE.search(view, start, word.start)
            )
        if word.kind in ("joint", "count") or head(view[start : word.end]):
            return False
    return False


_TOLD_OF_NAMES = frozenset("统一 公开 不久".split())


@lru_cache(4096)  # the same words stand in many spans
def tells(words: str) -> bool:
    """Whether words that read like a name begin or go on as a sentence does: 走访恒通公司, 恒通公司踊跃."""
    for word in each_word(words, 0, len(words)):
        if "的" in words[word.end :]:  # 经营雨具的会员, 随行的老板
            continue
        if predicate_at(words, word.start, len(words)):
            return True
        governs = (word.kind == "verb" and words[:2] not in _STATES) or words[0] in "跟替帮"
        opens = word.start == 0 and governs and words[word.end : word.end + 1] != COUNT
        if opens and says_who(words, word.end, len(words)):
            return True
        breaks = word.kind in ("break", "adverb") and word.end - word.start > 1
        breaks = breaks or (word.kind == "break" and word.before == "verb")  # 爆发后|总会
        if (
            breaks
            and words[word.start : word.end] not in _TOLD_OF_NAMES
            and COUNT not in words[: word.start + 1]
        ):
            return True
    return False


def only_tells(words: str) -> bool:
    """Whether words before a verb name nobody and nothing: adverbs, verbs, words of time; 一致议决."""
    told = 0
    for word in each_word(words, 0, len(words)):
        told = max(told, word.start + predicate_at(words, word.start, len(words)))
        if word.kind in ("break", "adverb", "verb"):
            told = max(told, word.end)
        if word.end > told:
            return False
    return True


def opens_with_verb(words: str) -> bool:
    """Whether words before a verb begin with another, so that who acts was named before: 连夜开了两百公里, 没有参加侨团.

    What describes a noun behind it tells who acts: 参加募捐的侨胞.
    """
    for word in each_word(words, 0, len(words)):
        if word.kind in ("break", "adverb") or words[word.start : word.end] == "没有":
            continue
        acts = word.kind == "verb" or words[word.end : word.end + 1] in _ASPECTS
        named_so = head(words[: word.end + 1]) or words[word.end - 1] == "有"  # 参加者; 共有63家商户
        return acts and not named_so and "的" not in words[word.end :]
    return False


_ASPECTS = tuple("了着过")  # behind a verb


# What no name begins with, be it that it makes an object of the name behind it; and what none ends with.
_OPENS = re.compile(
    r"请(?!愿)|委?托(?![普克里马尔福斯])|委人|[连联会协]同|偕|携手|加上|前往|赶赴|奔赴|走访|慰问|看望|免息|低息|借予|访问(?!学)|组织(?![部委者成])|号召|动员|发动|呼吁|倡议|感谢|赞赏|邀[请得约]?|向|给|为(?!民)|[通透]过"
    r"|以(?!色列)|到(?![会场])|去(?!年)|用(?!友)|在(?=[^，]{1,3}(?:成功|紧急|当地|积极)|[一-鿿](?:商会|企业))|"
    r"[的了着过但却而且若则因虽既仍曾并亦就才更最很甚把被让令及或又即由从]|已(?!故)|将(?![军乐])|开(?=[设办]?[小一家几个]*(?:餐馆|饭[馆店]|面馆|超市|小?店|工厂|公司|诊所|酒店|商店))|获(?!嘉)|受(?!益)|赴|连(?![云江州平城锁山])|随(?![州县行访同员])"
    r"|经(?![济贸纬典营])|往(?!来)|要(?!塞)|使(?![馆节领者])|与(?!会(?![员友长董馆]))|只(?!园)|比(?!利时|亚迪|中)|至(?![善诚德孝美真和])|占(?!美)|按|据|对(?!外)|除|说[要是将会]"
    r"|假(?=[^，]{2,}[厅堂店楼])|为(?=[了此何]|社会|公益|家乡|祖国|会员)|在(?=[^，]{0,6}(?:堂|厅|酒店|现场|上|下|中|会所)$)|所[有得]|转[来到赴往]|一行(?!诚)|[这那如][样次项些个果]"
    r"|[他她它](?![们人乡]|的?(?:侄|夫|太太|妻|儿|女|父|母|兄|弟|姐|妹|姊|友|朋友|同乡)|[^，]{0,6}的(?=[^，]{2}))|[一二三四五六七八九十廿卅0-9]{1,3}[日月号](?!本)"
)
_ENDS = re.compile(
    r"(?:[的了着过并且但却也又还再仍便就都均皆已将把被让由向往对于与及或之累占是有达至]|(?<!华)为|以及|组织|发起|成立|参加|响应|一直|共同|热心|通过)$"
)
_WITHIN = re.compile(
    rf"[。；：？！;:?!]|(?<={PERSON})[不没未就却]|[，,](?![{CHAMBER}{PERSON}])|(?<![{CHAMBER}{PERSON}])[，,]|是(?!山)|[将把被](?!军)|了(?!解)|着(?!名|陆)|们的"
    r"|告诉|希望(?!小学|工程|学校|之|中学|集团)|成立(?!于)|联络(?!处|部|官|会|站|委|中心|小?组|员)|联系(?!会|处|人)|通过(?!者)|慰问(?![团组队金])|看望"
)
_QUOTES = (("“", "”"), ("‘", "’"), ("（", "）"), ("(", ")"), ("《", "》"))
_STATES = frozenset(  # in which people are, and which have no object
    "参会 参展 与会 列席 到场 在场 在座 到会 退休 离休 随行 匿名 无名 归国 留学 旅居 爱国 入会 在任 现任 卸任 离任 执业 待业 就业".split()
)
_LIKE_ADJECTIVES = _STATES | frozenset(
    "参与 参加 执行 出席 捐赠 捐款 加盟 创始 联合 直属 下属 所属 属下"
    " 永久 驻外 援建 救援 投资 从事 民办 合资 独资 承建 建设 施工 生产 制造 加工 销售 运输 装饰 建筑 设计 广告 印刷 包装 开发".split()
)
# What money is for: 其中抗疫捐款50万元.
_PURPOSE = re.compile(
    r"(?:抗[疫震洪灾]|防[疫汛]|赈灾|救灾|助[学残老医]|扶[贫困]|[济助]困|敬老|慰老|奖[教学]|教育|公益|慈善|文化|医疗|爱心|光彩|定向|专项|现金|物资|建设|修路|修桥|乡村振兴|社会)+"
)
# “美食街”的32家店铺, 一名做了二十年裁缝的温州大姐: what is told of them is no part of the name
_TOLD = re.compile(f"^(?:{ASIDE}+|(?:{COUNT}+|[一某][位名个])[^，]{{2,24}})的(?=[^的]+$)")
_RUN = frozenset({CHAMBER, PERSON})


@lru_cache(4096)  # as of `trim`
def is_credible(view: str, start: int, end: int) -> bool:
    """Whether `start:end` of the view reads as a whole name and as nothing more.

    It does not where it begins or ends inside a name that is known, holds half a pair of quotation
    marks or of brackets, or opens, ends or goes on with words that no name has.
    """
    if _is_cut(view, start) or _is_cut(view, end) or object_inside(view, start, end):
        return False
    if view.startswith(("会议", "大会"), end) or (view[start] == "在" and view.startswith("的", end)):
        return False  # 常委|会议决定, 在金边开餐馆|的老冯
    words = _TOLD.sub("", view[start:end]).replace(ASIDE, "")
    if not words or FIGURE in words or any(words.count(a) != words.count(b) for a, b in _QUOTES):
        return False
    if words[2:] in heads() and words[:2] in _LIKE_ADJECTIVES:
        return True  # 出席嘉宾
    if words[2:] in heads() and names().common.get(words[:2]) == "verb":
        return False  # 服务会员, 履行社会
    if _PURPOSE.fullmatch(words) or _does_something(words):
        return False
    return not (_OPENS.match(words) or _ENDS.search(words) or _WITHIN.search(words) or tells(words))


def _does_something(words: str) -> bool:
    """Whether a verb follows a chamber, or those who are many, with whom the words open: 商会腾出仓库安置灾民, 会员跑遍药店."""
    known = _KNOWN.match(words)
    many = (n for n in range(min(len(words), _LONGEST_NOUN), 1, -1) if heads().get(words[:n]))
    after = known.end() if known else next(many, len(words))
    verb = words[after : after + 2]
    told_of = (
        verb in _LIKE_ADJECTIVES or words.startswith("的", after + 2) or len(words) < after + 4
    )  # 会员开设的超市, 华裔互助会
    return names().common.get(verb) == "verb" and verb not in heads() and not told_of


_KNOWN = re.compile(f"{CHAMBER}{{2,}}")
_LONGEST_NOUN = 6  # characters of a noun for many: 民营企业家


def _is_cut(view: str, at: int) -> bool:
    """Whether a name that is known goes on over the edge."""
    return 0 < at < len(view) and view[at] in _RUN and view[at - 1] == view[at]
