"""Where a personal name ends: readings of a name that begins, or ends, at a known place.

The evidence is added up in half points; no reading is taken that the text does not support on
both sides. All functions read the folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chamber_extract.gazetteer.names import names
from chamber_extract.segment import Span

MIDDOTS = "·•‧・･⋅∙"
HARD, CLEAR, LIKELY, FAINT, NONE = 3.0, 2.5, 2.0, 1.5, 0.0
_LATIN = re.compile(r"[A-Z][A-Za-z'’.\-]*(?: [A-Z][A-Za-z'’.\-]*){1,3}")
_FIRM = re.compile(
    r"(?i)\b(?:ltd|co|inc|corp|corporation|company|limited|group|bank|university|llc|gmbh|plc|holdings?|international|association|chamber)\b"
)
# Characters that never stand in a given name (grammar words), and those that seldom do (verbs).
_NEVER = frozenset(
    "摄员的了着过是在这那们我你他她它没很被把给及或但而所该每各某些么吗呢吧啊说已并等者还到於与您"
)
_SELDOM = frozenset(
    "得不地为率带致任出向表指提代主会当身首即则受收让请因称跟都也就位名兼谈讲携赴获偕副总对于同由及作从以将又"
)
_LEFT_ONE = frozenset(
    "位名由在与和对向是为从将让被有的请及同以据经跟给了暨随令使聘选叫派邀至到致者叙即而但并和还时日后前中"
)
_BODY = frozenset("会司部局委院所处行厂店校社报网厅署室馆省国")
_BODY_TAILS = frozenset("乡镇村街宫系盟构厅局院校厂店站所处室馆社网报省市县区州部")
_LEFT_ORG = frozenset("会司部局委院所处行厂店校社报网厅署室馆省国州联团组协心站")
_TIMES = frozenset(
    (
        "今年",
        "明年",
        "去年",
        "今天",
        "昨天",
        "明天",
        "今日",
        "昨日",
        "明日",
        "当年",
        "当天",
        "当时",
        "近年",
        "近日",
    )
)
# Surnames that are oftener a preposition or an adverb, told by what they govern.
_PREPOSITIONS = frozenset("于向和应常曾时任")
# 王磊任组长: these and an office after them end a name more surely than the office itself would.
_APPOINTED = ("为", "任", "出任", "担任", "当选", "兼任", "接任", "作为")


@dataclass(frozen=True, slots=True)
class PersonName:
    """What a mention of a person says: the name without inner spaces, and what stands around it.

    `partial` for 毛经理, whose name is that form; `titles` are the spans of the offices that the
    person holds here (会长 alone: whose it is, `relate.offices` tells); `author` for bylines,
    `speaker` where the person is quoted.
    """

    name: str
    partial: bool = False
    titles: tuple[Span, ...] = ()
    author: bool = False
    speaker: bool = False


@dataclass(slots=True)
class Found:
    """A mention in the making: several rules may see the same name and add what they know."""

    start: int
    end: int
    score: float
    rule: str
    titles: list[Span] = field(default_factory=list)
    partial: bool = False
    author: bool = False


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at `start:end` of the text, spaces inside included, and how well the text supports it."""

    start: int
    end: int
    score: float


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇"


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
        if text.startswith(verb, end) and title_at(text, end + len(verb)):
            return HARD + 1
    word = tables.followers.at(text, end)
    if word and (
        tables.followers.classes[word] == "speech"
        and (len(word) > 1 or not is_han(text[end + 1 : end + 2] or "x"))
    ):
        return HARD
    if word and len(word) > 1:
        return CLEAR
    if char in "和与及跟" and (surname_at(text, end + 1) or title_at(text, end + 1)):
        return HARD
    if tables.titles.at(text, end) and char not in "和与":
        return CLEAR
    if tables.places.at(text, end) or char == "等":
        return LIKELY
    if tables.words.class_at(text, end) == "verb":
        return LIKELY
    return FAINT if word else NONE


def before(text: str, start: int) -> float:
    """How surely a name begins at `start`, judged by what stands before it."""
    if start == 0:
        return HARD
    char = text[start - 1]
    if not (is_han(char) or char.isalnum() or char in MIDDOTS):
        return HARD
    tables = names()
    if tables.titles.before(text, start):
        return HARD
    if tables.titles.before(text, start + 1):
        return NONE
    word = text[max(0, start - 2) : start]
    if len(word) == 2 and (tables.words.classes.get(word, "tail") != "tail" or word in tables.followers):
        return LIKELY
    if text[start - 1 : start + 1] in tables.words:
        return NONE
    if char in _LEFT_ONE or char in _LEFT_ORG or tables.places.before(text, start):
        return LIKELY
    return NONE


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


def given_score(chars: str) -> float:
    """How well the characters make a given name."""
    strength = names().given
    total = 0.0
    for c in chars:
        if c in _NEVER or not is_han(c):
            return -9.0
        total += -2.5 if c in _SELDOM else {"strong": 1.0, "weak": 0.5}.get(strength.get(c, ""), -1.0)
    return total


def word_penalty(text: str, start: int, end: int) -> float:
    """What it costs that ordinary words or places begin where the name would.

    A county's short name is as good a name as any (钟山), provided that the text goes on after it.
    """
    tables = names()
    given = text[start + 1 : end]
    prefix = 2.5 if given_score(given) == len(given) else 3.5  # 高明远 more than 花园里
    cost = 0.0
    if tables.surnames.get(text[start]) != "common":
        if tables.places.classes.get(given) == "place":
            cost = 4.0
        elif tables.words.classes.get(given, "tail") not in ("tail", "famed"):
            cost = 2.5
    for length in range(2, end - start + 3):
        word = text[start : start + length]
        if start + length == end and tables.places.classes.get(word) == "minor" and after(text, end) > NONE:
            continue
        if word in tables.places:
            cost = max(cost, 4.0 if length < end - start else 4.5)
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


def han_readings(text: str, start: int) -> list[NameSpan]:
    """Every way to read a Han name that begins at `start`, the best first."""
    levels = names().surnames
    found = []
    for size in (1, 2):
        surname = text[start : start + size]
        level = levels.get(surname)
        if level is None or len(surname) < size:
            continue
        for length in (1, 2, 3) if level == "japanese" else (1, 2):
            end = start + size + length
            if end > len(text):
                break
            given = given_score(text[start + size : end])
            if given < -3:
                continue
            if level == "japanese" and (
                given < (-2 if length == 3 else 0) or (length == 3 and text[end - 1] not in "夫郎子美彦")
            ):
                continue
            prior = {"common": 0.5, "rare": 0.0, "word": -1.5, "compound": 1.5, "japanese": 0.5}[level]
            prior -= 1.5 if length == 2 and _runs_on(text, end) else 0.0
            prior += 1.0 if (length == 2 and size == 1) or length == 3 else 0.0
            found.append(
                NameSpan(start, end, given + prior + after(text, end) - word_penalty(text, start, end))
            )
    found += _double_surname(text, start)
    return sorted(found, key=lambda r: (-r.score, -r.end))


def _runs_on(text: str, end: int) -> bool:
    """Whether a word that follows names begins with the last character: 毛宁|先后, not 毛宁先|后."""
    return len(names().followers.at(text, end - 1) or "") > 1


def _double_surname(text: str, start: int) -> list[NameSpan]:
    """A married woman's name of two surnames, as 陈冯富珍, where all four characters and the end are plain."""
    levels, end = names().surnames, start + 4
    if (
        (
            levels.get(text[start : start + 1]) == "common"
            and levels.get(text[start + 1 : start + 2]) == "common"
        )
        and end <= len(text)
        and given_score(text[start + 2 : end]) >= 2
        and after(text, end) >= HARD
    ):
        return [NameSpan(start, end, 4.0 - word_penalty(text, start, end))]
    return []


def padded(text: str, start: int) -> NameSpan | None:
    """A two-character name spread to the width of three, as 李 勇, that stands alone."""
    if names().surnames.get(text[start : start + 1]) not in ("common", "rare", "word"):
        return None
    middle = start + 1
    while text[middle : middle + 1] in (" ", "\u3000") and middle - start <= 3:
        middle += 1
    end = middle + 1
    if middle == start + 1 or middle >= len(text) or given_score(text[middle]) < -1:
        return None
    alone = end == len(text) or not (is_han(text[end]) or text[end].isalnum())
    return NameSpan(start, end, 3.0) if alone else None


def read_name(text: str, start: int, floor: float = 3.0) -> NameSpan | None:
    """The name that begins at `start` and is supported by at least `floor`, or None.

    With a title before it `floor` 3 asks for an ordinary given name and a plain end, or for one
    of them beyond doubt.
    """
    best = next(iter(han_readings(text, start)), None)
    dotted = read_dotted(text, start)
    if dotted:
        return dotted
    # Two characters between an office and a comma are a name even where the second is unusual.
    if best and best.score >= floor - (0.5 if best.end - start == 2 and after(text, best.end) >= HARD else 0):
        return best
    return padded(text, start)


def read_dotted(text: str, start: int) -> NameSpan | None:
    """A name of parts joined by middle dots that begins at `start`: 努尔兰·阿不都满金."""
    end = start
    while end < len(text) and end - start <= 8 and is_han(text[end]):
        end += 1
    if end == start or text[end : end + 1] not in tuple(MIDDOTS):
        return None
    if any(c in _NEVER or c in _BODY for c in text[start:end]):
        return None
    if any(names().titles.before(text, place) for place in range(start + 2, end)):
        return None
    while text[end : end + 1] in tuple(MIDDOTS) and end < len(text):
        part = _foreign_run(text, end + 1, dotted=True)
        if part is None:
            return None
        end = part
    return NameSpan(start, end, 4.0)


def _foreign_run(text: str, start: int, dotted: bool = False) -> int | None:
    """The end of a run of characters that spell foreign names, cut where a word plainly follows.

    After a middle dot any character may spell, until a word follows.
    """
    translit = names().translit
    end = start
    while end < len(text) and end - start < 8 and text[end] in translit:
        end += 1
        if end < len(text) and end - start >= 2 and is_han(text[end]) and after(text, end) >= CLEAR:
            return end
    if end > start and (text[end : end + 1] in tuple(MIDDOTS) or after(text, end) > NONE):
        return end
    for longer in range(max(end, start + 1), min(start + 8, len(text))) if dotted else ():
        if not _spells(text[longer]):
            break
        if after(text, longer + 1) >= LIKELY:
            return longer + 1
    return end if dotted and end - start >= 2 else None


def _spells(char: str) -> bool:
    return is_han(char) and char not in _NEVER and char not in _SELDOM


def read_foreign(text: str, start: int, sure: bool = False) -> NameSpan | None:
    """A transliterated name that begins at `start`, as 马克龙 after 总统.

    Where it is `sure` that a foreigner's name stands there, three such characters end where the
    spelling ends, whatever follows.
    """
    end = _foreign_run(text, start)
    if end is None and sure:
        end = start
        while end < len(text) and text[end] in names().translit:
            end += 1
        end = end if 3 <= end - start <= 8 else None
    if (
        end is None
        or end - start < 2
        or text[end : end + 1] in tuple(MIDDOTS)
        or word_penalty(text, start, end) > 0
    ):
        return None
    return NameSpan(start, end, 3.0)


def read_latin(text: str, start: int) -> NameSpan | None:
    """A name in Latin letters that begins at `start`; no firm's."""
    m = _LATIN.match(text, start)
    return NameSpan(start, m.end(), 3.0) if m and not _FIRM.search(m[0]) else None


def read_name_before(text: str, end: int, floor: float = 3.0) -> NameSpan | None:
    """The Han name that ends at `end`, in front of a title or a verb, or None."""
    levels = names().surnames
    found = []
    for length in (4, 3, 2):
        start = end - length
        if start < 0:
            continue
        for size in (2, 1):
            level = levels.get(text[start : start + size])
            if level is None or not 1 <= length - size <= 2:
                continue
            given = given_score(text[start + size : end])
            left = before(text, start)
            if given < -1.5 or (left == NONE and not _unmistakable(text, start, end, level, given)):
                continue
            prior = {"common": 0.5, "rare": 0.0, "word": -1.5, "compound": 1.5, "japanese": 0.0}[level]
            prior += 0.5 if length == 3 else 0.0
            prior -= 3.0 if text[end - 1] in _BODY_TAILS else 0.0
            found.append(NameSpan(start, end, given + prior + left - word_penalty(text, start, end)))
    best = max(found, key=lambda r: (r.score, r.start), default=None)
    return best if best and best.score >= floor else None


def _unmistakable(text: str, start: int, end: int, level: str, given: float) -> bool:
    """Whether three characters make a name even after a word unknown here: 落实|习近平主席."""
    return (
        end - start == 3
        and level == "common"
        and given == 2
        and text[end - 2] not in names().surnames
        and text[start - 1 : start + 1] not in names().words
    )


def read_foreign_before(text: str, end: int) -> NameSpan | None:
    """The transliterated name that ends at `end`, in front of a ruler's title: 米佐塔基斯总理."""
    translit, start = names().translit, end
    while start > 0 and end - start < 12 and (text[start - 1] in translit or text[start - 1] in MIDDOTS):
        start -= 1
        if end - start >= 2 and (names().places.before(text, start) or before(text, start) >= HARD):
            break
    while start < end and text[start] in MIDDOTS:
        start += 1
    place = names().places.before(text, end) or ""
    if (
        end - start < 2
        or len(place) >= end - start
        or before(text, start) == NONE
        or word_penalty(text, start, end) >= 4.5
    ):
        return None
    return NameSpan(start, end, 3.0)
