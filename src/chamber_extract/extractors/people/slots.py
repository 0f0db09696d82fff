"""What fills a place where a name is expected: right after an office, or between the marks of a list of names.

There a name ends where a word plainly begins, and no word stands in it; which letters spell it matters less.
"""

from __future__ import annotations

from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    CLEAR,
    FAINT,
    HARD,
    NEVER,
    SELDOM,
    after,
    given_score,
    is_han,
    straddled,
    surname_at,
)
from chamber_extract.extractors.people.foreign import (
    explained_by_latin,
    read_foreign,
    read_native_part,
    read_single,
)
from chamber_extract.extractors.people.kinds import NameSpan
from chamber_extract.extractors.people.names import han_readings, padded, too_far
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title

# What an office right before it asks of a name; more after a word that is oftener a common noun.
_AFTER_OFFICE = 3.0


def read_name(text: str, start: int, floor: float = _AFTER_OFFICE) -> NameSpan | None:
    """The name that begins at `start` and is supported by at least `floor`, or None.

    With a title before it `floor` 3 asks for an ordinary given name and a plain end, or for one
    of them beyond doubt.
    """
    best = next(iter(han_readings(text, start)), None)
    # Two characters between an office and a comma are a name even where the second is unusual.
    alone = best and best.end - start == 2 and after(text, best.end) >= CLEAR
    alone = alone and (floor == _AFTER_OFFICE or given_score(text[start + 1]) == 1)  # 会员|施援, 居民|水费
    if best and best.score >= floor - (0.5 if alone else 0):
        return best
    return padded(text, start) or (_unusual(text, start) if floor == _AFTER_OFFICE else None)


def _unusual(text: str, start: int) -> NameSpan | None:
    """Right after an office whatever surname and given name end plainly and hold no word: 廖玒摄, 全开明，.

    An ordinary surname may begin a word with an ordinary given name: 黄金铭说, 方向阳到会.
    """
    levels, given = names().surnames, text[start + 1 : start + 3]
    odd = text[start : start + 1] in _ODD and given_score(given) == 2
    odd = odd and (levels.get(given[0]) != "common" or _again(text, start, start + 3))
    surname = text[start : start + 1] if odd else surname_at(text, start) or ""
    for length in (2, 1) if surname else ():
        end = start + len(surname) + length
        given = text[end - length : end]
        grown = length == 2 and levels.get(surname) == "common" and given_score(given) >= _ORDINARY
        grown = grown and given[-1] not in _SUFFIX
        if (
            end <= len(text)
            and all(is_han(c) and c not in NEVER and c not in BODY_TAILS for c in given)
            and given[-1] not in SELDOM
            and after(text, end) >= (FAINT if grown and given_score(given) == 2 else CLEAR)
            and not straddled(text, end)
            and not too_far(text, end)
            and not _holds_a_word(text, start, end, given, grown)
        ):
            return NameSpan(start, end, _AFTER_OFFICE)
    return None


_ODD = tuple("和老同望木")  # surnames that nearly always are other words: 处长|和丽芬
_GOVERNING = frozenset("和于向")


def _again(text: str, start: int, end: int) -> bool:
    """Whether the name alone opens a clause nearby: 和文昌致词称."""
    name, floor, stop = text[start:end], max(0, start - _NEAR), min(len(text), end + _NEAR)
    place = text.find(name, floor, stop)
    while place >= 0:
        alone = place != start and not is_han(text[place - 1 : place] or ".")
        if alone and after(text, place + len(name)) >= CLEAR:
            return True
        place = text.find(name, place + len(name), stop)
    return False


_NEAR = 2000  # characters
_SUFFIX = frozenset("界里上下中内外人者话业化性度族式型版级家")  # 商业界, 夏季里
_ORDINARY = 1.5  # the score of a given name whose two characters both stand in many


def _holds_a_word(text: str, start: int, end: int, given: str, grown: bool) -> bool:
    """Whether a word or a place stands in the name.

    Before a full stop a noun may make the given name, a town in front of a verb that no preposition governs, and any
    word where the name opens a clause nearby. Where the name may have `grown` out of a noun or a county's short
    name, that may begin it, and before a verb another close it.
    """
    tables = names()
    words = {text[i : i + 2] for i in range(start, end - 1)} | {text[start:end]}
    if after(text, end) >= HARD and tables.common.get(given) == "noun":
        words -= {given} - tables.words.classes.keys() - tables.titles.classes.keys()
    ends = not is_han(text[end : end + 1] or ".") or text[start] not in _GOVERNING
    if given_score(given) == 2 and _again(text, start, end):
        return False
    if given in tables.given or (given_score(given) == 2 and given in tables.places and ends):
        words -= {given}  # 楼|向阳
    if grown:
        nouns = {text[start : start + 2], *([given] if is_han(text[end : end + 1] or ".") else ())}
        words -= {w for w in nouns if _is_noun(w)}
    return any(w in t for w in words for t in (tables.words, tables.places, tables.common, tables.titles))


def _is_noun(word: str) -> bool:
    tables = names()
    plain = tables.words.classes.get(word, "word") != "verb" and tables.common.get(word, "noun") == "noun"
    return plain and tables.places.classes.get(word, "minor") == "minor"


def read_stranger(text: str, start: int, office: Title) -> NameSpan | None:
    """A transliterated name after an office that foreigners hold, or that plainly fills the clause."""
    if office.kind not in ("office", "leader", "honorific", "person", "weak"):
        return None
    if explained := explained_by_latin(text, start):
        return explained
    abroad = text[office.head : office.end] in names().abroad
    if abroad and (single := read_single(text, start)):
        return single
    if office.kind == "office" and (native := read_native_part(text, start)):
        return native
    reading = read_foreign(text, start, sure=True)
    if reading is None and office.kind in ("office", "leader"):
        return stranger(text, start, abroad)
    if reading is None or abroad:
        return reading
    length, end = reading.end - reading.start, after(text, reading.end)
    if office.kind in ("person", "weak") and (length < 3 or (length < _SPELLED and end < CLEAR)):
        return None
    return reading if length >= _SPELLED or end >= _FOREIGN_ENDS.get(length, FAINT) else None


_SPELLED = 5  # characters that spell a name by themselves
# After an office that is not oftener a foreigner's, a short name must end plainly.
_FOREIGN_ENDS = {2: CLEAR}


def stranger(text: str, start: int, abroad: bool) -> NameSpan | None:
    """A name that the tables do not know, spelled by sound or of a people of its own: 范氏秋霞, 坎苗, 塔纳功.

    It ends at the first place where a word plainly begins. Most of its characters are such as spell names, half
    of them where somebody from `abroad` is to be expected.
    """
    translit = names().translit
    for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
        if not _may_name(text, start, end) or (end - start > 1 and _worded(text, start, end)):
            return None
        if end - start > 1 and after(text, end) >= CLEAR and not straddled(text, end):
            spelling = sum(c in translit for c in text[start:end])
            own = text[start + 1] == "氏" and end - start > _VIET
            spelled = own or spelling * 10 >= (end - start) * (_SPELLING - abroad)
            return NameSpan(start, end, _AFTER_OFFICE) if spelled and not too_far(text, end) else None
    return None


_LONGEST = 8  # characters
_SPELLING = 6  # of ten characters at least so many are of those that usually spell
_VIET = 2  # the place of 氏 in a Vietnamese woman's name
_NUMERALS = frozenset("〇一二三四五六七八九十百千两廿卅几数多某首末壹贰叁肆伍陆柒捌玖拾")


def _may_name(text: str, start: int, end: int) -> bool:
    """Whether the character before `end` may stand in a name."""
    char = text[end - 1]
    if char == "氏":
        return end - start == _VIET and text[start] in names().surnames
    return is_han(char) and char not in NEVER and char not in SELDOM and char not in _NUMERALS


def _worded(text: str, start: int, end: int) -> bool:
    """Whether a word or a place ends a reading."""
    tables = names()
    every = (tables.words, tables.places, tables.common, tables.titles, tables.followers, tables.modifiers)
    return any(text[first:end] in table for first in range(max(start, end - 4), end - 1) for table in every)
