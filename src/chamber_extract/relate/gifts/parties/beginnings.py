"""Where the name in a stretch of text begins and ends: without words of time, adverbs and what else stands around it."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.clause_words import (
    SOME,
    Word,
    alternatives,
    each_word,
    opening_at,
    predicate_at,
)
from chamber_extract.relate.gifts.parties.nouns import TITLE, head, heads
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, DATE, PERSON

_DIGIT = "[0-9一二三四五六七八九十廿卅两数几半]"
# 截至2月1日下午, 3日晚, 近三年来, 短短一周内
_TIME = re.compile(
    rf"(?:截?[至止]到?|自|从|于|到|至|早?在|[一-鿿]{{2}}时间)?(?:{DATE}+|{_DIGIT}{{1,2}}月[底初末中上下]旬?|(?:{_DIGIT}{{1,2}}月)?{_DIGIT}{{1,3}}[日号](?![本报头夜])(?:{_DIGIT}{{1,2}}时)?)"
    r"(?:[上下]午|晚上?|凌晨|中午|清晨|当[天晚]|前后|[起止前后时里间、的]|以来|期间)*"
    rf"|(?:短短|仅仅)(?:{COUNT}+|{_DIGIT}{{1,3}}个?(?:[周天日月]|星期|小时))(?:时间|之?[内间]|里)?"
    rf"|(?:近|这|过去)?(?:{COUNT}+|{_DIGIT}{{1,3}}[余多]?个?(?:年|月|[天周日]|星期|小时))"
    r"(?:时间)?(?:以?来(?!自)|之?[间内]|下来|里(?!程)|之?[前后](?![年期辈]))(?!宾)"
)
# What may stand before the subject of a clause.
_OPENING = re.compile(
    "|".join(
        (
            # where, when, because of what
            r"(?:[在于经随据]|当(?![天日晚年月时])|自从?|面对|根据|按照|为了|经过|得知|随着)[^，,\ue003]{1,40}?"
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
            rf"承(?=[会名永副常理监])|(?:[他她]|{PERSON}{{2,}})[还又也]?(?:说|表示|指出|透露|补充)(?=[^，]{{2,}})",
        )
    )
)
TAIL = re.compile(
    rf"(?:等(?=$)|的?(?:压岁钱|零[用花]钱|积蓄|退休金|稿费|私房钱)|一人|(?<=[号会员社团校组])义|对外|[，,、：:\s]|(?<![和及、与胞员])个人(?=$|[再又也亦还另])|(?<!华)为|(?<![公会究务诊出场住])所|{alternatives('tail')})+$"
)


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
    if sure and front:
        return True
    pairs = (front[i : i + 2] for i in range(0, len(front), 2))
    return any(w not in names().common or w in names().places for w in pairs) if front else many


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


def tells(words: str) -> bool:
    """Whether words that read like a name begin or go on as a sentence does: 走访恒通公司, 恒通公司踊跃."""
    for word in each_word(words, 0, len(words)):
        if "的" in words[word.end :]:  # 经营雨具的会员, 随行的老板
            continue
        if predicate_at(words, word.start, len(words)):
            return True
        governs = word.kind == "verb" or words[0] in "跟替帮"
        opens = word.start == 0 and governs and words[word.end : word.end + 1] != COUNT
        if opens and says_who(words, word.end, len(words)):
            return True
        breaks = word.kind in ("break", "adverb") and word.end - word.start > 1
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
