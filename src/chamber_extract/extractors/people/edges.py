"""How surely a name begins or ends at a place, and how well characters make a given name.

The evidence is weighed in half points, from NONE to HARD; all functions read the folded text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from chamber_extract.gazetteer.names import names

MIDDOTS = "·•‧・･⋅∙"
HARD, CLEAR, LIKELY, FAINT, NONE = 3.0, 2.5, 2.0, 1.5, 0.0
# Characters that never stand in a given name (grammar words), and those that seldom do (verbs).
NEVER = frozenset(
    "摄员氏另要的了着过是在这那们我你他她它没很被把给或但而所该每各某些么吗呢吧啊说已并等者还到於与您"
)
SELDOM = frozenset(
    "及得不地为率带致任出向表指提代主会当身首即则受收让请因称跟都也就位名兼谈讲携赴获偕副总对于同由及作从以将又接"
)
# What stands right before a name: prepositions, verbs and particles; the ends of bodies and of places.
_LEFT_ONE = frozenset(
    "位名商师员匠找询洽由在或与和对向是为从将让被有的了请及同以据经跟给了暨随令使聘选叫派邀至到致者叙即而但并和还时日后前中"
)
# Characters that close the name of a body: none stands in a spelled name, few end a person's.
BODY = frozenset("会司部局委院所处行厂店校社报网厅署室馆省国")
BODY_TAILS = frozenset("府郡乡镇村街宫系盟构厅局院校厂店站所处室馆社网报省市县区州部团队组股")
_LEFT_ORG = frozenset("会司部科股局委院所处行厂店校社报网厅署室馆省国州联团组协心站")
_TIMES = frozenset(("今年", "明年", "去年", "今天", "昨天", "明天", "今日", "昨日", "明日", "当年", "当天", "当时", "近年", "近日"))  # fmt: skip
# Surnames that are oftener a preposition or an adverb, told by what they govern.
_PREPOSITIONS = frozenset("于向和应常曾时任")
# 王磊任组长: these and an office after them end a name more surely than the office itself would.
_OFFICE_AWAY = 20  # characters between 为 and the office that somebody gets
_APPOINTED = ("为", "系", "任", "出任", "担任", "当选", "兼任", "接任", "作为")


# What a name is part of, rather than named by it.
DOCTRINE = re.compile(
    r"新时代中国特色社会主义|[\u4e00-\u9fff]{0,4}思想|理论|(?:会计师|律师|测量师|建筑师)(?:行|楼|事务所)"
)

_WHETHER = frozenset(f"{c}不{c}" for c in "能是会该要好可应")
# 则带来, 也表示
_ADVERBS = frozenset("则也都已又就还却便皆亦遂更仍再曾")

# 甲、乙各五万元, 各捐, 各认捐
_EACH = frozenset("0123456789一二三四五六七八九十百千万两数捐认出赠交缴RUHMN$￥¥€£")


# 林广捐2万美元, 汤婧从《公益事业捐赠法》讲起, 许维的《红梅》
GIVES = re.compile(r"[捐献赠][\dA-Z$￥¥€£一二三四五六七八九十百千万两数半]")
_AMOUNT = re.compile(r"[一二三四五六七八九十两百]{1,4}[亿万千](?![桌席名人位个只盒箱件里])")
_SO_MANY = re.compile(r"[一两二三四五六七八九十]{1,3}(?:[位名](?![列次誉])|人(?![民]))")  # 甲、乙两位副会长
_DEAR = ("尊敬的", "敬爱的", "亲爱的")
_OPENS = re.compile(r"[从在以就把将用对为的][《“「『]")


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇"


@lru_cache(4096)  # one edge of many readings
def after(text: str, end: int) -> float:
    """How surely a name ends before `end`, judged by what follows."""
    char = text[end : end + 1]
    if not char or not (is_han(char) or char in MIDDOTS or char.isalnum()):
        return HARD
    if char in MIDDOTS:
        return -5.0
    if not is_han(char):
        return LIKELY
    tables = names()
    for verb in _APPOINTED:
        whole = text[end - 1 : end + len(verb)] not in tables.followers  # 陈华|转任监事长
        if text.startswith(verb, end) and whole and title_at(text, end + len(verb)):
            return HARD + 1
    if (char == "各" and text[end + 1 : end + 2] in _EACH) or (
        char == "以" and text[end + 1 : end + 2].isdigit()
    ):
        return CLEAR
    if char == "为" and _made(text, end + 1):
        return LIKELY
    if char in _ADVERBS and _acts(text, end + 1):
        return CLEAR
    if char == "等" and text[end + 1 : end + 2] not in tuple("级待于同候额价"):
        return CLEAR
    if any(p.match(text, end) for p in (_AMOUNT, GIVES, _OPENS, _SO_MANY)):
        return CLEAR
    word = tables.followers.at(text, end)
    if word and (
        tables.followers.classes[word] == "speech"
        and (len(word) > 1 or not is_han(text[end + 1 : end + 2] or "x"))
    ):
        return HARD
    if word and len(word) > 1:
        return CLEAR
    joined = (surname_at(text, end + 1), title_at(text, end + 1), tables.places.at(text, end + 1))
    if char == "暨" or (char in "和与及跟" and any(joined)):
        return HARD
    if tables.titles.at(text, end) and char not in "和与":
        return CLEAR
    if tables.places.at(text, end) or char in "等的":
        return LIKELY
    if tables.words.class_at(text, end) == "verb":
        return LIKELY
    if tables.common.get(text[end : end + 2]) in ("verb", "grammar") and not straddled(text, end):
        return LIKELY
    return FAINT if word or char in NEVER else NONE


def _acts(text: str, start: int) -> bool:
    """Whether what somebody does begins at `start`: a word that follows names, or a verb."""
    tables = names()
    word = tables.followers.at(text, start) or ""
    return (
        len(word) > 1 or tables.common.get(text[start : start + 2]) in ("verb", "grammar")
    ) and not straddled(text, start)


def straddled(text: str, place: int) -> bool:
    """Whether an ordinary word begins right before `place` and ends right after it, or 能不能 runs across."""
    return text[place - 1 : place + 1] in names().common or text[place - 1 : place + 2] in _WHETHER


def _made(text: str, start: int) -> bool:
    """Whether a clause goes on to an office that closes it: (选举甲)为区工商联第九届执委会常委."""
    for position in range(start, min(start + _OFFICE_AWAY, len(text))):
        if not is_han(text[position]):
            return False
        title = names().titles.at(text, position)
        following = text[position + len(title) : position + len(title) + 1] if title else ""
        if title and not (is_han(following) or following.isalnum()):
            return True
    return False


def before(text: str, start: int) -> float:
    """How surely a name begins at `start`, judged by what stands before it."""
    if start == 0:
        return HARD
    char = text[start - 1]
    if not (is_han(char) or char.isalnum() or char in MIDDOTS):
        return HARD
    tables = names()
    if tables.titles.before(text, start) or text.endswith(_DEAR, 0, start):
        return HARD
    if tables.titles.before(text, start + 1):
        return NONE
    if tables.words.classes.get(text[start - 1 : start + 1]) == "tail":
        return NONE
    if (char == "人" and tables.places.before(text, start - 1)) or text.endswith("岁的", 0, start):
        return HARD  # 温州人|潘先生, 6岁的|黄佳怡
    if char in "年月" and text[start - 2 : start - 1].isdigit():
        return LIKELY
    word = text[max(0, start - 2) : start]
    if len(word) == 2 and (tables.words.classes.get(word, "tail") != "tail" or word in tables.followers):
        return LIKELY
    if text[start - 1 : start + 1] in tables.words:
        return NONE
    if char in _LEFT_ONE or char in _LEFT_ORG or tables.places.before(text, start):
        return LIKELY
    if straddled(text, start):
        return NONE
    ordinary = tables.common.get(word)
    return LIKELY if ordinary in ("verb", "grammar") else FAINT if ordinary else NONE


def title_at(text: str, start: int) -> str | None:
    """The title that begins at `start`, after modifiers such as 副 and 名誉, or None."""
    tables = names()
    for _ in range(4):
        if title := tables.titles.at(text, start):
            return title
        modifier = tables.modifiers.at(text, start)
        if not modifier:
            return None
        start += len(modifier)
    return None


def surname_at(text: str, start: int) -> str | None:
    """The surname that begins at `start`: a compound one where it can be, else one character."""
    levels = names().surnames
    pair, one = text[start : start + 2], text[start : start + 1]
    if levels.get(pair) == "compound":
        return pair
    return one if one in levels else None


@lru_cache(4096)
def given_score(chars: str) -> float:
    """How well the characters make a given name."""
    strength = names().given
    if len(chars) == 2 and chars in strength:
        return _TOGETHER
    total = 0.0
    for c in chars:
        if c in NEVER or not is_han(c):
            return -9.0
        total += -2.5 if c in SELDOM else {"strong": 1.0, "weak": 0.5}.get(strength.get(c, ""), -1.0)
    return total


_TOGETHER = 1.5  # of two that make a name though one of them seldom does: 致远, 向阳


def word_penalty(text: str, start: int, end: int) -> float:
    """What it costs that ordinary words or places begin where the name would.

    A county's short name is as good a name as any (钟山), provided that the text goes on after it.
    """
    tables = names()
    given = text[start + 1 : end]
    prefix = 2.5 if given_score(given) == len(given) else 3.5  # 高明远 more than 花园里
    plain = given_score(given) >= len(given) - 0.5 and after(text, end) >= CLEAR  # 黄山忠致辞
    cost = 0.0
    if tables.surnames.get(text[start]) != "common":
        if tables.places.classes.get(given) == "place":
            cost = 4.0 if tables.surnames.get(text[start]) == "word" else 2.0  # 缪长春, but not 于长春
        elif tables.words.classes.get(given, "tail") not in ("tail", "famed"):
            cost = 2.5
    for length in range(2, end - start + 3):
        word = text[start : start + length]
        if start + length == end and tables.places.classes.get(word) == "minor" and after(text, end) > NONE:
            continue
        if word in tables.places:
            cost = max(cost, (2.5 if plain else 4.0) if length < end - start else 4.5)
        elif tables.words.classes.get(word, "tail") not in ("tail", "famed"):
            cost = max(cost, prefix if length < end - start else 4.5)
    title = tables.titles.at(text, start + 1)
    if (title and start + 1 + len(title) <= end) or text[start + 1 : start + 3] in _TIMES:
        cost = max(cost, 4.5)
    if text[start] in _PREPOSITIONS and (
        tables.followers.at(text, start + 1)
        or tables.places.at(text, start + 1)
        or tables.words.at(text, start + 1)
    ):
        cost = max(cost, 3.5)
    return cost
