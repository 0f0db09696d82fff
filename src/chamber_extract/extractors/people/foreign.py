"""Names that are spelled by sound, with or without middle dots, and names in Latin letters."""

from __future__ import annotations

import re
from itertools import takewhile

from chamber_extract.extractors.people.edges import (
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
    straddled,
    word_penalty,
)
from chamber_extract.extractors.people.kinds import NameSpan
from chamber_extract.gazetteer.names import names

_LETTER = "A-Za-zÀ-ÖØ-öø-ſ"  # with the accents of the languages of Europe
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_LATIN = re.compile(
    rf"[{_CAPITAL}][{_LETTER}'’.\-]*(?: (?:[{_CAPITAL}][{_LETTER}'’.\-]*|van|von|der|den|de|del|da|dos|di|la|bin|binti|al-[A-Z]\w+)){{0,4}} [{_CAPITAL}][{_LETTER}'’.\-]*"
)
_FIRM = re.compile(
    r"(?i)\b(?:ltd|co|inc|corp|corporation|company|limited|group|bank|university|llc|gmbh|plc|holdings?|international|association|chamber)\b"
)

# No foreign name is spelled with these at its head.
_JOINING = frozenset("和与同跟向由为")


def read_spelled(text: str, start: int) -> NameSpan | None:
    """A name spelled by sound beyond doubt: with middle dots, of known parts, or with its people in brackets behind."""
    return read_dotted(text, start) or read_native(text, start) or read_tagged(text, start)


_TAGGED = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?=[ ]?[(（](?:[男女]|(?:[男女][,，、 ])?[\u4e00-\u9fff]{1,4}族)[)）,，、 ])"
)


def read_tagged(text: str, start: int) -> NameSpan | None:
    """What stands before a bracket that tells a person's sex or people, where no office begins it: 旦正加（藏族）."""
    m = _TAGGED.match(text, start)
    if m is None or NEVER.intersection(m[0]) or names().titles.at(text, start):
        return None
    return NameSpan(start, m.end(), 4.0)


def read_dotted(text: str, start: int) -> NameSpan | None:
    """A name of parts joined by middle dots that begins at `start`: 努尔兰·阿不都满金."""
    end = start
    while end < len(text) and end - start <= 8 and (is_han(text[end]) or (end > start and text[end] == "-")):
        end += 1
    if end == start or not (text[end : end + 1] in tuple(MIDDOTS) or _full_stop(text, start, end)):
        return None
    if text[start] in _JOINING or any(c in NEVER or c in BODY for c in text[start:end]):
        return None
    if any(names().titles.before(text, place) for place in range(start + 2, end)):
        return None
    while end < len(text) and (text[end] in _JOINTS or _full_stop(text, start, end)):
        part = _foreign_run(text, end + 1, dotted=True)
        if part is None:
            return None
        end = part
    return NameSpan(start, end, 4.0)


def _full_stop(text: str, start: int, end: int) -> bool:
    """Whether a full stop joins the parts, as papers of Taiwan set it: 馬塞洛．埃布拉德."""
    near = text[end - 1 : end] + text[end + 1 : end + 3]
    return (
        text[end : end + 1] == "." and end - start > 1 and len(near) > 2 and names().translit.issuperset(near)
    )


_JOINTS = (*MIDDOTS, "-")  # 德尔加多-里瓦斯


def _foreign_run(text: str, start: int, dotted: bool = False) -> int | None:
    """The end of a run of characters that spell foreign names, cut where a word plainly follows.

    After a middle dot other characters may spell too, until a word follows.
    """
    translit = names().translit
    end = start
    while end < len(text) and end - start < 8 and text[end] in translit:
        end += 1
        if end - start >= 2 and _word_follows(text, end, end - start):
            return end
    if end - start > 2 and straddled(text, end):
        end -= 1  # 西雅尔多|日前
    if end > start and (text[end : end + 1] in tuple(MIDDOTS) or after(text, end) > NONE):
        return end
    longer = takewhile(
        lambda e: e == start + 1 or _spells(text[e - 1]),
        range(end + 1, min(end + (4 if end > start else 6), len(text) + 1)),
    )
    ends = [(after(text, e), e) for e in (longer if dotted else ())]
    for floor in (CLEAR, LIKELY):  # 阿夸罗利|会谈, though 罗利 is a place too
        if found := next((e for sure, e in ends if sure >= floor), None):
            return found
    return end if dotted and end - start >= 2 else None


def _word_follows(text: str, end: int, length: int) -> bool:
    if end >= len(text) or not is_han(text[end]) or straddled(text, end):
        return False
    floor = LIKELY if length > 2 and text[end : end + 2] in names().common else CLEAR
    return after(text, end) >= floor


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
    if end is None or end - start < 2 or text[end : end + 1] in tuple(MIDDOTS) or _ordinary(text, start, end):
        return None
    second = _foreign_run(text, end + 1, dotted=True) if text[end : end + 1] == "-" else None  # 奥塞-邦苏
    return NameSpan(start, second or end, 3.0)


def _ordinary(text: str, start: int, end: int) -> bool:
    """Whether words or a place begin the reading and leave no more than a character of it."""
    tables = names()
    for stop in (end, end - 1):
        word = text[start:stop]
        if word in tables.words or word in tables.common or word in tables.places:
            return True
    place = tables.places.at(text, start) or ""
    return len(place) > end - start


# One part this long names somebody by itself: 阿依努尔.
_LONG_PART = 3


def read_native(text: str, start: int) -> NameSpan | None:
    """A name of two parts or more, written without dots, as Tibetans and Mongols write theirs: 扎西次仁."""
    native, end, parts = names().native, start, 0
    while part := native.at(text, end) or _last_syllable(text, start, end):
        end, parts = end + len(part), parts + 1
    if (parts < 2 and end - start < _LONG_PART) or text[end : end + 1] in tuple(MIDDOTS):
        return None
    return NameSpan(start, end, 4.0) if after(text, end) > NONE or text[end : end + 1] in NEVER else None


def _last_syllable(text: str, start: int, end: int) -> str:
    """What closes a Tibetan or Kazakh name behind one of its words: 拉毛|措, 木拉提|江."""
    last = text[end : end + 1]
    closes = end > start and last in _SYLLABLES and not straddled(text, end + 1)
    return last if closes and after(text, end + 1) > NONE else ""


_SYLLABLES = frozenset("措错加杰毛吉本才江汗")


def read_native_part(text: str, start: int) -> NameSpan | None:
    """A name of one such part, where an office stands right before it and it plainly ends: 副会长|德吉."""
    end = start + len(names().native.at(text, start) or "")
    return NameSpan(start, end, 4.0) if end - start > 1 and after(text, end) > NONE else None


def read_latin(text: str, start: int) -> NameSpan | None:
    """A name in Latin letters that begins at `start`; no firm's."""
    m = _LATIN.match(text, start)
    return NameSpan(start, m.end(), 3.0) if m and not _FIRM.search(m[0]) else None


_SINGLE = re.compile(rf"[{_CAPITAL}][a-zß-öø-ÿ]{{2,}}(?![{_LETTER}.&-]|[ ][{_LETTER}&])")


def read_single(text: str, start: int) -> NameSpan | None:
    """A name of one word in Latin letters: 副省长Sulaiman."""
    m = _SINGLE.match(text, start)
    return NameSpan(start, m.end(), 3.0) if m else None


_EXPLAINED = re.compile(r"([\u4e00-\u9fff]{2,5})[ ]?[(（]([A-Z][a-z'’.-]+(?: [A-Z][A-Za-z'’.-]*){1,3})[)）]")


def explained_by_latin(text: str, start: int) -> NameSpan | None:
    """A name that the Latin one in brackets explains: 彦辞(Jens Eskelund)."""
    m = _EXPLAINED.match(text, start)
    if m is None or not read_latin(text, m.start(2)):
        return None
    spelled = any(c in NEVER or c in BODY for c in m[1]) or m[1] in names().places or m[1] in names().words
    title = names().titles.before(text, m.end(1)) or ""
    end = m.end(1) - (len(title) if names().titles.classes.get(title) == "honorific" else 0)  # 沙逊|勋爵
    return None if spelled or end - start < 2 else NameSpan(start, end, 4.0)


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
