"""Entries in a list of officers, a name with what else the person is: 兼职副主席：王冰（女） 冰点服饰创始人；于泽海（某公司总经理）."""

from __future__ import annotations

import re

from chamber_extract.extractors.people.edges import BODY, BODY_TAILS, given_score, is_han
from chamber_extract.extractors.people.foreign import read_latin, read_spelled
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, padded
from chamber_extract.extractors.people.series import list_item, past_honorifics
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Span

_ITEM = re.compile(r"[^;；。\n]+")
_NUMBER = re.compile(r"[ \u3000\t]*(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．][ ]?)?[ \u3000\t]*")
_TAG = re.compile(r"[ \u3000]?(?:先生|女士|同志|博士)?[(（][^()（）\n]{1,40}[)）]|先生|女士|同志")
# Between the name and what else the person is.
_OPENS = re.compile(r"[ \u3000\t]*[(（:：,，][ \u3000]*|[ \u3000\t]+")
_NEXT = re.compile(r"[ \u3000]*(?:[、,，]|以及|[和与及])[ \u3000]*|[ \u3000\t]+")

_GOES_ON = re.compile(f"{_NEXT.pattern}|{_TAG.pattern}")


def entries(
    text: str, start: int, end: int, offices: dict[int, Title], held: list[Span]
) -> list[Found] | None:
    """The people of the entries that fill `start:end`, each with the office `held` by all; else None.

    `offices` are the offices of the text by their ends.
    """
    found: list[Found] = []
    strangers = 0
    for item in _ITEM.finditer(text, start, end):
        people = _entry(text, _NUMBER.match(text, item.start(), item.end()).end(), item.end(), offices)  # type: ignore[union-attr]
        if not people:
            return None
        found += [Found(r.start, r.end, r.score + 1, "entry", [*held, *own]) for r, own in people]
        strangers += sum(r.score < SURE for r, _ in people)
    return found if found and 2 * strangers < len(found) else None


def entrants(text: str, start: int, end: int, offices: dict[int, Title]) -> list[tuple[NameSpan, list[Span]]]:
    """Several people who fill `start:end`, or one with a tag, most of them beyond doubt, with their own offices; else none."""
    people = _entry(text, start, end, offices) or []
    strangers = sum(r.score < SURE for r, _ in people)
    told = len(people) > 1 or (people and people[0][0].end < end)
    return people if told and 2 * strangers < len(people) else []


def _entry(
    text: str, start: int, end: int, offices: dict[int, Title]
) -> list[tuple[NameSpan, list[Span]]] | None:
    """One person with an office of their own, or several one after another; None unless nothing else is there."""
    people: list[tuple[NameSpan, list[Span]]] = []
    last = _closing(text, start, end, offices)
    while start < end:
        start = past_honorifics(text, start)
        reading = named(text, start, end) or named(text, _presented(text, start, end, offices), end)
        if reading is None:
            return None
        position, own = reading.end, []
        while tag := _TAG.match(text, position, end):
            inside = _closing(text, position, tag.end(), offices)
            own += [inside] if inside and inside.start >= position else []
            position = tag.end()
        people.append((reading, own))
        opened = _OPENS.match(text, position, end)
        near = (
            opened
            and last
            and end - position < _LONGEST
            and not re.search("[(（]", text[opened.end() : last.start])
        )
        if near and not own and last.start >= opened.end():
            own.append(last)
            return people
        following = _NEXT.match(text, position, end)
        if position < end and following is None:
            return people if not text[position:end].strip(" \u3000\t。.") else None
        start = following.end() if following else end
    return people


def _presented(text: str, start: int, end: int, offices: dict[int, Title]) -> int:
    """Where the name stands that a body and an office present: 永兴镇商会会长|何正举; `end` if none does."""
    mark = _MARK.search(text, start, end)
    stops = range(mark.start() if mark else end, start, -1)
    return next((stop for stop in stops if stop in offices), end)


_MARK = re.compile("[、,，]")


def named(text: str, start: int, end: int) -> NameSpan | None:
    """The name that an entry begins with, where it plainly ends."""
    readings = (
        read_spelled(text, start),
        padded(text, start),
        *han_readings(text, start),
        list_item(text, start),
        read_latin(text, start),
    )
    for reading in readings:
        sure = reading and reading.end <= end and reading.score >= SURE
        if sure and (
            reading.end == end or not is_han(text[reading.end]) or _GOES_ON.match(text, reading.end)
        ):
            return reading
    return _stranger(text, start, end)


def _stranger(text: str, start: int, end: int) -> NameSpan | None:
    """What stands between two names where no word is in it: 阿余铁日　邓世平　冯 敏.

    After a surname, a word may run on into the name or make the given one: 万里鹏, 罗求实; with an ordinary given name it may be one: 江海.
    """
    whole = _WHOLE.match(text, start, end)
    if whole is None or whole[0][-1] in BODY or whole[0][-1] in BODY_TAILS:
        return None
    tables, word = names(), whole[0]
    level = tables.surnames.get(word[0])
    if len(word) == 2 and level not in ("common", "rare", "word"):
        return None
    parts = [word, *(word[i : i + 2] for i in range(len(word) - 1))]
    if level and len(word) == 3:
        parts.remove(word[:2])
        parts = parts[:1] if given_score(word[1:]) >= 1 else parts
    plain = len(word) == 2 and level == "common" and given_score(word[1]) == 1
    known = (tables.titles,) if plain else (tables.words, tables.places, tables.common, tables.titles)
    worded = any(part in t for part in parts for t in known)
    return None if worded else NameSpan(*whole.span(), SURE - 1)


_WHOLE = re.compile(r"[\u4e00-\u9fff]{2,5}(?=[ \u3000\t、,，(（]|$)")
SURE = 2.5  # as of names after an office, in a list


def _closing(text: str, start: int, end: int, offices: dict[int, Title]) -> Span | None:
    """The office at the end of an entry, its bracket closed or not."""
    stop = end
    while stop > start and text[stop - 1] in " \u3000\t。.)）":
        stop -= 1
    office = offices.get(stop)
    return Span(office.start, office.end) if office and office.start >= start else None


_LONGEST = 60  # characters that somebody's firm and office take
