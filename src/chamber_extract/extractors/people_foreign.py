"""Names that are spelled by sound, with or without middle dots, and names in Latin letters."""

from __future__ import annotations

import re

from chamber_extract.extractors.people_edges import (
    BODY,
    CLEAR,
    HARD,
    LIKELY,
    MIDDOTS,
    NEVER,
    NONE,
    SELDOM,
    after,
    before,
    is_han,
    word_penalty,
)
from chamber_extract.extractors.people_kinds import NameSpan
from chamber_extract.gazetteer.names import names

_LATIN = re.compile(r"[A-Z][A-Za-z'’.\-]*(?: [A-Z][A-Za-z'’.\-]*){1,3}")
_FIRM = re.compile(
    r"(?i)\b(?:ltd|co|inc|corp|corporation|company|limited|group|bank|university|llc|gmbh|plc|holdings?|international|association|chamber)\b"
)


def read_dotted(text: str, start: int) -> NameSpan | None:
    """A name of parts joined by middle dots that begins at `start`: 努尔兰·阿不都满金."""
    end = start
    while end < len(text) and end - start <= 8 and is_han(text[end]):
        end += 1
    if end == start or text[end : end + 1] not in tuple(MIDDOTS):
        return None
    if any(c in NEVER or c in BODY for c in text[start:end]):
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
    return is_han(char) and char not in NEVER and char not in SELDOM


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
