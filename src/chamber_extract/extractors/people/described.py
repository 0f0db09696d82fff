"""Names behind what their bearers are or do: 当地村民胡翠, 家住习礼村的吴阿根, 青海循化人马学礼, 横滨华侨总会的曾祥明."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamber_extract.extractors.people.addressed import familiar
from chamber_extract.extractors.people.edges import (
    CLEAR,
    FAINT,
    LIKELY,
    NEVER,
    after,
    given_score,
    straddled,
    surname_at,
)
from chamber_extract.extractors.people.kinds import Found
from chamber_extract.extractors.people.names import han_readings, runs_on
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title

# 在餐馆打工的, 做建材生意的, 家住石排湾的, 经商多年的湖南人: where somebody lives and what they do.
_DOES = re.compile(
    r"(?:(?:开|做|办|卖|跑|经营|从事|考上|考入|就读)[\u4e00-\u9fff]{1,9}?|(?:打工|经商|务工|创业|生意|谋生|上班)[\u4e00-\u9fff]{0,5}"
    r"|(?:家住|住在|居住在|租住在|来自|祖籍|远在)[\u4e00-\u9fff]{2,12}?)(?<![挣赚得攒])的(?:[\u4e00-\u9fff]{2,3}人)?"
)
# 某总会的, 某街道的: whose somebody is.
_OF_BODY = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?P<body>[会院局处]|公司|集团|[小中大]学|学校|中心|银行)|[厂店馆部科村镇乡]|街道|社区)的"
)
_NATIVE_OF = re.compile(r"(?<=[\u4e00-\u9fff]{2})人(?=[\u4e00-\u9fff]{2})")
_FIRM = re.compile(r"[\u4e00-\u9fff]{0,2}(?:超市|公司|集团|酒[楼店家]|贸易)")
_FAMILIAR = frozenset("阿小老")


def described(text: str, offices: Iterable[Title]) -> Iterator[Found]:
    """Every such name, whatever follows it that is no part of a longer word."""
    for m in _DOES.finditer(text):
        yield from _presented(text, m.end())
    for m in _OF_BODY.finditer(text):
        yield from _presented(text, m.end(), m.end("body") if m["body"] else None, alone=True)
    for m in _NATIVE_OF.finditer(text):
        if names().places.before(text, m.start()):
            yield from _presented(text, m.end())
    for office in offices:
        if office.kind == "person":
            yield from _presented(text, office.end)


def _presented(text: str, start: int, desk: int | None = None, alone: bool = False) -> Iterator[Found]:
    """The name that begins at `start`, of a usual surname where only whose it is tells it (`alone`); `desk` is where the
    body ends whose it is."""
    if friend := familiar(text, start):
        yield Found(friend.start, friend.end, CLEAR, "deed", partial=True)
        return
    surname = surname_at(text, start) or ""
    level = names().surnames.get(surname)
    if level is None or level == "japanese":
        return
    for length in (2, 1):
        end = start + len(surname) + length
        usual = level in ("common", "compound")
        if not usual and not alone and given_score(text[end - length : end]) == 2:
            usual = any(r.end == end for r in han_readings(text, start))
        if usual and end < len(text) and _is_name(text, start, start + len(surname), end):
            yield Found(start, end, LIKELY, "deed", desk=desk)
            return


def _is_name(text: str, start: int, first: int, end: int) -> bool:
    """Whether no word stands in the name or runs across its end; a given name that is one ends plainly."""
    tables, given, right = names(), text[first:end], after(text, end)
    whole, begun = text[start:end], text[start : start + 2]
    worded = [
        any(w in t for t in (tables.words, tables.common, tables.places)) for w in (whole, begun, given)
    ]
    known = whole in tables.titles or given in tables.titles or given in tables.words or runs_on(text, end)
    if worded[0] or (worded[1] and first - start == 1) or known or _FIRM.match(text, end):
        return False
    if right < CLEAR and straddled(text, end):
        return False
    score = given_score(given)
    if len(given) == 1:
        return score >= 1 and (right >= LIKELY or text[end] in NEVER)
    if given[0] in _FAMILIAR:
        return score >= 0
    return (
        score == 2 or (score >= 0 and right >= FAINT) if not worded[2] else score >= FAINT and right >= LIKELY
    )
