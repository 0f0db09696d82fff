"""Names one after another: 江辉, and what follows by the same separator, tags in between: 江辉（女）、李勇."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    CLEAR,
    FAINT,
    HARD,
    LIKELY,
    after,
    given_score,
    surname_at,
)
from chamber_extract.extractors.people.foreign import read_foreign, read_latin, read_native_part, read_spelled
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import runs_on
from chamber_extract.extractors.people.slots import read_name, stranger
from chamber_extract.gazetteer.names import names

_NATIVE = re.compile(r"[ ]?[(（]([\u4e00-\u9fff]{2,6})[)）]")
# What may stand between a name and the next in a list: (女), (右四), (某公司董事长), 先生.
_TAG = re.compile(
    r"(?:[ \u3000]?[(（][^()（）\n]{1,30}[)）])?(?:先生|女士|小姐|博士|同志|教授|局绅|太平绅士|勋爵){0,2}(?:[ ,，]?[A-Z]{2,5})*(?:太平绅士)?(?:[(（][^()（）\n]{1,30}[)）])?"
)
_BLANK = " \u3000\t"
_LATE = re.compile(r"已故|[A-Z]{2,5}(?=[\u4e00-\u9fff])")  # 已故丹斯里甲, PJK乙
# 丹斯里拿督斯里博士: more honorifics than this do not stand before a name.
HONORIFICS = 5


def name_list(text: str, start: int, separator: re.Pattern[str], first: float = 3.0) -> Iterator[NameSpan]:
    """The names that follow one another from `start`; the list ends where no name follows."""
    reading, count = read_at(text, past_honorifics(text, start), first), 0
    while reading:
        yield reading
        count += 1
        link = separator.match(text, past(text, reading))
        if not link:
            return
        start = past_honorifics(text, link.end())
        reading = read_at(text, start, 2.5) or read_native_part(text, start)
        if (reading is None or after(text, reading.end) < LIKELY) and count > 1:
            reading = list_item(text, start)
        reading = reading or _amid(text, start) or _spelled_item(text, start)
        if reading and (after(text, reading.end) < FAINT or _in_title(text, reading.end)):
            return
        if reading and text[reading.end : reading.end + 1] in tuple(":：") and not link[0].strip(_BLANK):
            return  # 校对：高芸　　印数：600份


def _in_title(text: str, end: int) -> bool:
    """Whether an office begins with the last character of what could be a name: 伊州|众议员."""
    return len(names().titles.at(text, end - 1) or "") > 2


def past(text: str, reading: NameSpan | Found) -> int:
    """Where the text goes on after a name, its tags and the bracket that it closes: (林培德)."""
    end = _TAG.match(text, reading.end).end()  # type: ignore[union-attr]
    closes = text[end : end + 1] in (")", "）") and text[reading.start - 1 : reading.start] in ("(", "（")
    return end + 1 if closes and reading.start else end


def list_item(text: str, start: int) -> NameSpan | None:
    """What fills its place in a list of names, though it begins as a town does: 安顺利."""
    surname = surname_at(text, start) or ""
    level = names().surnames.get(surname)
    if level not in ("common", "compound", "word"):
        return None
    for length in (2, 1):
        end = start + len(surname) + length
        word = text[start:end]
        given = given_score(word[len(surname) :])
        whole = after(text, end) == HARD and given == length  # 甲、乙、向阳；
        if (
            end > len(text)
            or given < (2 if level == "word" and not whole else length - 1)
            or word in names().places
            or (word in names().words and not whole)
            or word[-1] in BODY_TAILS
            or runs_on(text, end)
        ):
            continue
        if after(text, end) >= (CLEAR if length == 2 else HARD):
            return NameSpan(start, end, 2.5)
    return None


def _spelled_item(text: str, start: int) -> NameSpan | None:
    """What fills its place in a list of names and is spelled by sound: 陈伟豪、拉惹古玛；."""
    if text.startswith("氏", start + 1):
        return stranger(text, start, abroad=False)
    reading = read_foreign(text, start, sure=True)
    if reading is None or reading.end - start < _SPELLED:
        return None
    return reading if after(text, reading.end) >= HARD else None


_SPELLED = 3  # characters that no word or place makes


def _amid(text: str, start: int) -> NameSpan | None:
    """What stands between two names, its given name of whatever characters, where no word is in it: 甲、潘在铭、乙."""
    end, tables = start + 3, names()
    name = text[start:end]
    if tables.surnames.get(name[:1]) != "common" or text[end : end + 1] != "、" or not name.isalpha():
        return None
    worded = any(
        part in t
        for part in (name[:2], name[1:], name)
        for t in (tables.common, tables.words, tables.places, tables.titles)
    )
    return (
        None
        if worded or name[-1] in BODY_TAILS or not read_name(text, end + 1)
        else NameSpan(start, end, 2.5)
    )


def past_honorifics(text: str, start: int) -> int:
    titles = names().titles
    if late := _LATE.match(text, start):
        start = late.end()
    for _ in range(HONORIFICS):
        word = titles.at(text, start)
        if not word or titles.classes[word] != "honorific":
            break
        start += len(word)
    return start


def read_at(text: str, start: int, floor: float) -> NameSpan | None:
    """The Chinese name that begins at `start` and is supported by `floor` or more, or one in Latin letters."""
    return read_spelled(text, start) or read_name(text, start, floor) or _latin(text, start)


def _latin(text: str, start: int) -> NameSpan | None:
    """A name in Latin letters; where the Chinese one follows in brackets, that one: Peter Lin(林培德)."""
    latin = read_latin(text, start)
    native = _NATIVE.match(text, latin.end) if latin else None
    if native is None:
        return latin
    reading = read_name(text, native.start(1)) or read_foreign(text, native.start(1), sure=True)
    return reading if reading and reading.end == native.end(1) else latin


def name_at(text: str, start: int) -> NameSpan | None:
    """The name that begins at `start`, of whatever kind."""
    return read_at(text, start, 3.0) or read_foreign(text, start, sure=True)
