"""Names that are no full ones: 毛经理, 林副会长, 理事小郑."""

from __future__ import annotations

import re

from chamber_extract.extractors.people.edges import (
    BODY,
    CLEAR,
    FAINT,
    HARD,
    LIKELY,
    NONE,
    after,
    before,
    given_score,
    is_han,
)
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Span

# How plainly a surname must begin that stands alone before a calling, by its level.
_CALLED = {"common": LIKELY, "compound": LIKELY, "rare": HARD, "word": HARD}
_DEPUTY = re.compile(r"^(?:常务|执行)?副")
_SURE = 9.0  # more than any name that begins behind the office: 金生 of 黄会长金生
_GOVERNING = frozenset("应向和召祝谈回呼于由位但全这那")
_POLITE = frozenset(("女士", "先生", "小姐", "太太"))
_OF_PLACES = frozenset(("镇长", "村长", "区长", "县长"))


def addressed(text: str, office: Title) -> Found | None:
    """A surname with a calling: 毛经理, 林副会长. Its left edge must be plain."""
    word, start = _DEPUTY.sub("", text[office.head : office.end]), office.start - 1
    if start < 0 or text.startswith("们", office.end):
        return None
    level = names().surnames.get(text[start], "")
    if names().surnames.get(text[max(0, start - 1) : office.start]) == "compound":
        start, level = start - 1, "compound"
    if text[start] == "暨":  # 江先生暨夫人
        return None
    if level == "word" and (
        text[start] in _GOVERNING
        or (word not in _POLITE and names().followers.class_at(text, office.end) != "speech")
    ):
        return None  # 应会长要求, 任会长期间
    if word in _OF_PLACES and after(text, office.end) == NONE:
        return None  # 古镇|长泾
    plain = HARD if text[start - 1 : start].isdigit() else before(text, start)  # 2542 8600罗小姐
    if plain < _CALLED.get(level, HARD + 1) or names().words.before(text, office.start):
        return None
    of_body = text[start] in BODY and is_han(text[start - 1 : start] or ".")  # 商业司|处长
    if not is_han(text[start]) or text[start] == word[0] or of_body:  # 亚洲司|司长
        return None
    title = [] if names().titles.classes.get(word) == "honorific" else [Span(office.start, office.end)]
    if title and (end := _given_after(text, office.end)):  # 叶会长春荣
        return Found(start, end, _SURE, "addressed", title, amid=title[0])
    calling = Found(start, office.end, CLEAR, "addressed", title, partial=True)
    return calling if word in names().callings else None


def _given_after(text: str, start: int) -> int | None:
    """Where a given name ends that begins at `start` and is no word: 春荣 of 叶会长春荣."""
    end, tables = start + 2, names()
    given = text[start:end]
    worded = any(
        given in t for t in (tables.words, tables.common, tables.places, tables.titles, tables.followers)
    )
    plain = given_score(given) >= 1 and not worded and tables.followers.class_at(text, start) != "speech"
    return end if len(given) == 2 and plain and after(text, end) >= CLEAR else None


def familiar(text: str, start: int) -> NameSpan | None:
    """理事小郑, 副会长老王, 老板娘阿萍: a name as friends say it, where it plainly ends; 小组, 老家 are words. Or as neighbours
    do: 陈太, or courts: 李某.
    """
    end, tables = start + 2, names()
    first, second = text[start : start + 1], text[start + 1 : end]
    if second == "某" and tables.surnames.get(first) == "common":
        return NameSpan(start, end + text.startswith("某", end), CLEAR)
    friend = first in ("小", "老", "阿") and tables.surnames.get(second) == "common"
    friend |= first == "阿" and given_score(second) == 1
    if second in _NEIGHBOURS:
        friend = tables.surnames.get(first) == "common" and after(text, end) >= CLEAR
    tail = tables.words.classes.get(text[start:end], "tail") == "tail"
    free = friend and tail and after(text, end) >= FAINT and not tables.words.at(text, start + 1)
    whole = free and tables.words.at(text, start) in (None, text[start:end])
    return NameSpan(start, end, CLEAR) if whole else None


_NEIGHBOURS = frozenset("太伯叔姨姐哥婶嫂")
