"""Names beside an office: 会长江辉, 副会长：甲、乙、丙, 江辉会长, 毛经理, 马克龙总统."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people_edges import CLEAR, HARD, LIKELY, MIDDOTS, NONE, after, before, is_han
from chamber_extract.extractors.people_foreign import (
    read_dotted,
    read_foreign,
    read_foreign_before,
    read_latin,
)
from chamber_extract.extractors.people_kinds import Found, NameSpan
from chamber_extract.extractors.people_names import read_name, read_name_before
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Span

_GAP = re.compile(r"[ \u3000\t]{0,4}")
_LABEL_GAP = re.compile(r"(?:[(（][^()（）\n]{1,20}[)）])?[ \u3000\t]*[:：|｜丨/][ \u3000\t]*")
_LINK = re.compile(r"由|为|是|即")
# What may stand between a name and the next in a list: (女), (右四), (某公司董事长), 先生.
TAG = re.compile(
    r"(?:[ \u3000]?[(（][^()（）\n]{1,30}[)）])?(?:先生|女士|小姐|博士|同志|教授|局绅|太平绅士)?(?:[ ,，]?[A-Z]{2,5})*(?:[(（][^()（）\n]{1,30}[)）])?"
)
_AND = re.compile(r"[ \u3000]?(?:、|及其夫人|以及|和|与|及|暨)[ \u3000]?")
_COMMA = re.compile(r"[ \u3000\t]*(?:[、,，/]|以及|和|与|及)[ \u3000\t]*|[ \u3000\t]+")


def titled(text: str, offices: list[Title]) -> Iterator[Found]:
    """Every name that stands right before or after an office."""
    for i, office in enumerate(offices):
        yield from _names_after(text, offices, i)
        if office.kind in ("office", "leader", "honorific"):
            yield from _name_before(text, office)


def _names_after(text: str, offices: list[Title], i: int) -> Iterator[Found]:
    office = offices[i]
    label = _LABEL_GAP.match(text, office.end)
    if label:
        found = list(name_list(text, label.end(), _COMMA))
    else:
        start = _GAP.match(text, office.end).end()  # type: ignore[union-attr]
        found = list(
            name_list(text, start, _COMMA if office.kind == "byline" else _AND, first=_floor(office))
        )
        if (
            not found
            and start == office.end
            and office.kind == "office"
            and (link := _LINK.match(text, start))
        ):
            found = [r for r in [_read(text, link.end(), 4.0)] if r]
        foreign = _foreign_after(text, start, office)
        if foreign and (
            not found
            or (foreign.end > found[0].end and after(text, found[0].end) == NONE < after(text, foreign.end))
        ):
            found = [foreign]
    titles = _offices_before(offices, i)
    for r in found:
        yield Found(r.start, r.end, r.score + 1, "title-before", titles, author=office.kind == "byline")


# 丹斯里拿督斯里博士: more honorifics than this do not stand before a name.
_HONORIFICS = 5


def _floor(office: Title) -> float:
    return 5.0 if office.kind == "weak" else 3.0


def _offices_before(offices: list[Title], i: int) -> list[Span]:
    """The office itself, or the one in front of honorifics: 会长拿督."""
    for _ in range(_HONORIFICS):
        if offices[i].kind != "honorific":
            return [Span(offices[i].start, offices[i].end)]
        if i == 0 or offices[i - 1].end != offices[i].start:
            return []
        i -= 1
    return []


def name_list(text: str, start: int, separator: re.Pattern[str], first: float = 3.0) -> Iterator[NameSpan]:
    """The names that follow one another from `start`; the list ends where no name follows."""
    reading = _read(text, _skip_honorifics(text, start), first)
    while reading:
        yield reading
        end = TAG.match(text, reading.end).end()  # type: ignore[union-attr]
        link = separator.match(text, end)
        if not link:
            return
        reading = _read(text, _skip_honorifics(text, link.end()), 2.5)
        if reading and after(text, reading.end) < LIKELY:
            return


def _skip_honorifics(text: str, start: int) -> int:
    titles = names().titles
    for _ in range(_HONORIFICS):
        word = titles.at(text, start)
        if not word or titles.classes[word] != "honorific":
            break
        start += len(word)
    return start


def _read(text: str, start: int, floor: float) -> NameSpan | None:
    return read_dotted(text, start) or read_name(text, start, floor) or read_latin(text, start)


def _foreign_after(text: str, start: int, office: Title) -> NameSpan | None:
    """A transliterated name after an office that foreigners hold, or that plainly fills the clause."""
    if office.kind not in ("office", "leader", "honorific"):
        return None
    abroad = text[office.head : office.end] in names().abroad
    reading = read_foreign(text, start, sure=abroad)
    if reading is None or abroad:
        return reading
    length, end = reading.end - reading.start, after(text, reading.end)
    return reading if (length >= 3 and end >= CLEAR) or (length >= 4 and end > NONE) else None


def _name_before(text: str, office: Title) -> Iterator[Found]:
    title = [] if office.kind == "honorific" else [Span(office.start, office.end)]
    for end in dict.fromkeys((office.start, office.head)):
        if end and text[end - 1] == " " and before(text, end - 1) == HARD:
            continue
        found = read_name_before(text, end)
        if text[office.head : office.end] in names().abroad or any(
            c in MIDDOTS for c in text[max(0, end - 9) : end]
        ):
            foreign = read_foreign_before(text, end)
            if foreign and (found is None or foreign.start < found.start):
                found = foreign
        if found:
            yield Found(found.start, found.end, found.score, "title-after", title)
            return
    if (partial := _addressed(text, office)) and office.head == office.start:
        yield partial


def _addressed(text: str, office: Title) -> Found | None:
    """A surname with a calling: 毛经理. Its left edge must be plain."""
    word, start = text[office.start : office.end], office.start - 1
    if word not in names().callings or start < 0 or text.startswith("们", office.end):
        return None
    if names().surnames.get(text[start]) != "common":
        if names().surnames.get(text[max(0, start - 1) : office.start]) != "compound":
            return None
        start -= 1
    if before(text, start) < LIKELY or names().words.before(text, office.start):
        return None
    if not is_han(text[start]):
        return None
    title = [] if names().titles.classes.get(word) == "honorific" else [Span(office.start, office.end)]
    return Found(start, office.end, CLEAR, "addressed", title, partial=True)
