"""Names that sign a text: ■丁宽宝 张明亮, （胡学英） at an article's end, 文/甲 图/乙, （甲 摄）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import given_score, surname_at, word_penalty
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, padded
from chamber_extract.gazetteer.names import names
from chamber_extract.segment import Segments

_BULLET = re.compile(r"[ \u3000]*[■□▲◆●◎○★☆◇△][ \u3000]*")
_CLOSING = re.compile(
    r"(?:(?<=[。!?！？”\"」』…\s])|^)[ \u3000]?[(（]([^()（）\n]{2,40})[)）][ \u3000]*(?=\n|$)", re.M
)
_CREDIT = re.compile(
    r"(?:(?<![\u4e00-\u9fff])[文图摄编译]|图文|文图|撰文|供图)[ \u3000]?[/:：|｜│][ \u3000]?"
)
_SIGNED = re.compile(
    r"[ /／]?(?:摄影报道|摄影|供图|供稿|摄|报道|整理|编译|文图|图文|文|图)(?=[)）】\]\s,，。、]|$)"
)
_SIGNATURE = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})(?:[ ]?[/／][ ]?(?:摄影|供图|摄|文|图)|[ \u3000]+(?:摄影报道|综合报道|报道|报导|摄影|供图|供稿|摄))(?![\u4e00-\u9fff])"
)
_BEHIND_DATELINE = re.compile(
    r"[日号网社报][电讯][ ]?[(（]([\u4e00-\u9fff]{2,4}(?:[ \u3000、][\u4e00-\u9fff]{2,4}){0,3})[)）]"
)
_BETWEEN = re.compile(r"[ \u3000\t]*[、,，/][ \u3000\t]*|[ \u3000\t]+")


def bylines(text: str, segments: Segments) -> Iterator[Found]:
    """Every name that signs without an office beside it."""
    for paragraph in segments.paragraphs:
        if bullet := _BULLET.match(text, paragraph.start, paragraph.end):
            signed = list(_signatures(text, bullet.end(), paragraph.end))
            # ■ 霍启明：… answers in an interview.
            if not (signed and text[signed[-1].end : signed[-1].end + 1] in (":", "：")):
                yield from signed
    for m in _CLOSING.finditer(text):
        whole = list(_signatures(text, m.start(1), m.end(1)))
        if whole and _filled(text, whole, m.start(1), m.end(1)):
            yield from whole
    for m in _BEHIND_DATELINE.finditer(text):
        yield from _all_sign(text, *m.span(1))
    for m in _SIGNATURE.finditer(text):
        reading = _signature(text, m.start(1), m.end(1))
        if reading and reading.end == m.end(1) and _plain(text, reading):
            yield Found(reading.start, reading.end, reading.score, "byline", author=True)
    for m in _CREDIT.finditer(text):
        yield from _signatures(text, m.end(), min(len(text), m.end() + 24))


def _all_sign(text: str, start: int, end: int) -> Iterator[Found]:
    """In the bracket behind a dateline every word signs where one is plainly a name: 8日电（博源 盛佳怡）."""
    tables = names()
    spans = [m.span() for m in re.finditer(r"[^ \u3000、]+", text[start:end])]
    spans = [(a + start, b + start) for a, b in spans]
    words = [text[a:b] for a, b in spans]
    strange = any(w in t for w in words for t in (tables.words, tables.places, tables.common, tables.titles))
    usual = any(_signature(text, a, b) for a, b in spans)
    if usual and not strange and all(2 <= len(w) <= 4 for w in words):
        yield from (Found(a, b, 3.0, "byline", author=True) for a, b in spans)


def _signatures(text: str, start: int, end: int) -> Iterator[Found]:
    """Names one after another from `start`, each ending where no word goes on."""
    while start < end:
        reading = _signature(text, start, end)
        if reading is None:
            return
        yield Found(reading.start, reading.end, reading.score, "byline", author=True)
        position = reading.end
        if signed := _SIGNED.match(text, position):
            position = signed.end()
        gap = _BETWEEN.match(text, position)
        if not gap:
            return
        start = gap.end()


def _signature(text: str, start: int, end: int) -> NameSpan | None:
    for reading in han_readings(text, start):
        free = (
            reading.end >= end
            or not "\u4e00" <= text[reading.end] <= "\u9fff"
            or _SIGNED.match(text, reading.end)
        )
        if reading.end <= end and free and reading.score >= 2.5:
            return reading
    found = padded(text, start)
    return found if found and found.end <= end else None


def _filled(text: str, found: list[Found], start: int, end: int) -> bool:
    """Whether the bracket holds names and nothing else."""
    position = start
    for f in found:
        if text[position : f.start].strip(" \u3000、,，/"):
            return False
        position = f.end
        if signed := _SIGNED.match(text, position):
            position = signed.end()
    return position >= end and all(_plain(text, f) for f in found)


def _plain(text: str, found: Found | NameSpan) -> bool:
    """A name that is no word: （未完） and （图片） sign nothing."""
    name = text[found.start : found.end].replace(" ", "").replace("\u3000", "")
    surname = surname_at(text, found.start) or ""
    if names().surnames.get(surname) == "word" and len(name) == 2:
        return False
    return given_score(name[len(surname) :]) >= 0 and word_penalty(name, 0, len(name)) < 3


def signer(text: str, start: int) -> NameSpan | None:
    """After 记者 any surname and given name sign that end as a byline does: 记者 严明报道, （记者 欧阳晴 实习生 万里）."""
    surname = surname_at(text, start)
    if surname is None:
        return None
    tables = names()
    found = []
    for length in (1, 2):
        end = start + len(surname) + length
        name = text[start:end]
        sure = _WITHOUT_DOUBT.match(text, end) or _bracketed(text, start)
        strange = name in tables.followers or name in _REPORTING
        strange |= name in tables.places and (length == 1 or not sure)
        strange |= name in tables.common and not sure
        if (
            end <= len(text)
            and _SIGN_ENDS.match(text, end)
            and not strange
            and (given := given_score(name[len(surname) :])) >= -length
        ):
            found.append((given + 1.5 * length, NameSpan(start, end, 3.0)))
    return max(found, key=lambda f: f[0])[1] if found else None


def _bracketed(text: str, start: int) -> bool:
    """Whether a bracket is open on the line before: （见习记者 方圆 实习记者 江山）."""
    line = text[max(0, start - _BYLINE) : start]
    return max(map(line.rfind, "(（【")) > max(map(line.rfind, ")）】\n"))


_BYLINE = 40  # characters that the bracket of a byline takes
_SIGN_ENDS = re.compile(
    r"(?:[ ]?[/／])?(?:摄(?!影师)|报道|报导|综合|发自|专电|供图|[图文](?:[)）/／]|$))|[ ]?[)）】\]、\n/／]|[ \u3000]|$"
)
_WITHOUT_DOUBT = re.compile(r"[ ]?(?:摄|报道|报导|[)）/／])")
_REPORTING = frozenset(("报道", "采访", "从", "了解", "获悉", "时报", "通讯"))
