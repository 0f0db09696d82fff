"""Names that sign a text: ■丁宽宝 张明亮, （胡学英） at an article's end, 文/甲 图/乙, （甲 摄）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    MIDDOTS,
    given_score,
    is_han,
    surname_at,
    word_penalty,
)
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, padded
from chamber_extract.gazetteer.bylines import words_of
from chamber_extract.gazetteer.names import names
from chamber_extract.segment import Segments

_CREDIT = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])[文图摄编译]|{words_of('image')})[ \u3000]?[/:：|｜│][ \u3000]?(?:图[ \u3000]+)?"
)
_MADE = r"摄影报道|摄影|供图|摄"
_SIGNATURE = re.compile(
    rf"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{2,4}})(?:[ ]?[/／][ ]?(?:{_MADE}|文|图)|[ \u3000]+(?:{_MADE}|供稿|综合报道|报道|报导)|(?:供稿|整理)(?=[)）]))(?![\u4e00-\u9fff])"
)
_WIRED = re.compile(r"[电讯][ ]?[(（](?=[\u4e00-\u9fff·、 ]{2,16}[)）])")  # 中新社北京五月十九日电 (马新民)
_BETWEEN = re.compile(r"[ \u3000\t]*[、,，/][ \u3000\t]*|[ \u3000\t]+")


def bylines(text: str, segments: Segments) -> Iterator[Found]:
    """Every name that signs without an office beside it: those of the bylines, and those beside a picture."""
    ends = {span.end for span in segments.signed if _plain(text, span.start, span.end)}
    for span in segments.signed:
        if span.end in ends or _vouched(text, span.start, span.end, ends):
            yield Found(span.start, span.end, 3.0, "byline", author=True)
    for m in _SIGNATURE.finditer(text):
        reading = _signature(text, m.start(1), m.end(1))
        if reading and reading.end == m.end(1) and _plain(text, reading.start, reading.end):
            yield Found(reading.start, reading.end, reading.score, "byline", author=True)
    for m in _WIRED.finditer(text):
        yield from _signatures(text, m.end(), min(len(text), m.end() + 24))
    for m in _CREDIT.finditer(text):
        found = list(_signatures(text, m.end(), min(len(text), m.end() + 24)))
        if not found and (signed := signer(text, m.end(), listed=True)):
            found = [Found(signed.start, signed.end, signed.score, "byline", author=True)]
        yield from found


def _signatures(text: str, start: int, end: int) -> Iterator[Found]:
    """Names one after another from `start`, each ending where no word goes on."""
    while start < end and (reading := _signature(text, start, end)):
        yield Found(reading.start, reading.end, reading.score, "byline", author=True)
        gap = _BETWEEN.match(text, reading.end)
        start = gap.end() if gap else end


def _signature(text: str, start: int, end: int) -> NameSpan | None:
    for reading in han_readings(text, start):
        free = reading.end >= end or not is_han(text[reading.end])
        if reading.end <= end and free and reading.score >= 2.5:
            return reading
    found = padded(text, start)
    return found if found and found.end <= end else None


def _plain(text: str, start: int, end: int) -> bool:
    """A name that is no word: （未完） and （图片） sign nothing."""
    name = re.sub(r"\s", "", text[start:end])
    if not set(MIDDOTS).isdisjoint(name):
        return True
    surname = surname_at(name, 0) or ""
    given = name[len(surname) :]
    if len(given) > _GIVEN or (names().surnames.get(surname) == "word" and len(name) == 2):
        return False
    return given_score(given) >= 0 and word_penalty(name, 0, len(name)) < 3


_GIVEN = 2  # characters of a given name


def _vouched(text: str, start: int, end: int, others: set[int]) -> bool:
    """Whether a role right before tells that it is a name, or another name beside it, though it is a word: 美编：夏天, （应晓 邬敏）."""
    name, tables = re.sub(r"\s", "", text[start:end]), names()
    given = name.removeprefix(surname_at(name, 0) or name)
    if not 1 <= len(given) <= _GIVEN or is_han(text[end : end + 1] or ".") or name[-1] in BODY_TAILS:
        return False
    if name in tables.places and _REPORTS.match(text, end):
        return False
    if name in tables.titles or tables.common.get(name) == "verb" or tables.words.classes.get(name) == "verb":
        return False
    left = text[max(0, start - _NEXT) : start]
    before = start - len(left) + len(left.rstrip(_BLANKS))
    role = tables.titles.classes.get(tables.titles.before(text, before) or "")
    if role in ("byline", "label", "office"):
        return True
    return name not in tables.places and (before in others or any(end < e <= end + _NEXT for e in others))


_REPORTS = re.compile(r"[ \u3000]*(?:报[道导]|[讯电])")  # 记者 安徽 报道
_BLANKS = " \u3000\t:：/／|｜、"
_NEXT = 6  # characters of the next name and blanks before it


def signer(text: str, start: int, listed: bool = False) -> NameSpan | None:
    """After 记者 any surname and given name sign that end as a byline does: 记者 严明报道, （记者 欧阳晴 实习生 万里）,
    记者商以柔纽约讯; where one signs already (`listed`), a place's name too: （记者卢卓然、米兰）.
    """
    surname = surname_at(text, start)
    if surname is None:
        return None
    tables = names()
    found = []
    for length in (1, 2):
        end = start + len(surname) + length
        name = text[start:end]
        sure = _WITHOUT_DOUBT.match(text, end) or _bracketed(text, start)
        ends = _SIGN_ENDS.match(text, end) or _wires(text, end)
        strange = name in tables.followers or name in _REPORTING
        strange |= (
            name in tables.places
            and not (sure and length > 1)
            and not (listed and text[end : end + 1] == ")")
        )
        strange |= name in tables.common and not sure
        if (
            end <= len(text)
            and ends
            and not strange
            and (
                (given := given_score(name[len(surname) :])) >= -length or (sure and _alone(text, start, end))
            )
        ):
            found.append((given + 1.5 * length, NameSpan(start, end, 3.0)))
    return max(found, key=lambda f: f[0])[1] if found else None


def _wires(text: str, end: int) -> bool:
    """Whether a place follows from which is reported: 纽约讯."""
    place = names().places.at(text, end)
    return place is not None and text[end + len(place) : end + len(place) + 1] in tuple("讯电")


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the name closes the bracket in which 记者 opens: （记者 程是颉）."""
    return _OPENED.search(text, max(0, start - _BYLINE), start) is not None and text[end : end + 1] in (
        ")",
        "）",
    )


def _bracketed(text: str, start: int) -> bool:
    """Whether a bracket is open on the line before: （见习记者 方圆 实习记者 江山）."""
    line = text[max(0, start - _BYLINE) : start]
    return max(map(line.rfind, "(（【")) > max(map(line.rfind, ")）】\n"))


_OPENED = re.compile(r"[(（](?:本报|特约|特派|见习|实习)?记者[ \u3000]*$")
_BYLINE = 40  # characters that the bracket of a byline takes
_SIGN_ENDS = re.compile(
    r"(?:[ ]?[/／])?(?:摄(?!影师)|报道|报导|综合|发自|专电|供图|[图文](?:[)）/／]|$))|[ ]?[)）】\]、\n/／]|[ \u3000]|$"
)
_WITHOUT_DOUBT = re.compile(r"[ ]?(?:摄|报道|报导|[)）/／])")
_REPORTING = frozenset(("报道", "采访", "从", "了解", "获悉", "时报", "通讯"))
