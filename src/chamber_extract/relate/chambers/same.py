"""Which entities of a document are one body whose name is written in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from chamber_extract.extractors.chambers.tokens import is_generic, is_ordinary
from chamber_extract.gazetteer.places import UNLISTED, Found, host
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.relate.chambers.index import Index
from chamber_extract.relate.chambers.keys import abbreviates, misspells, usual
from chamber_extract.relate.entities import ChamberEntity

Pairs = Iterator[tuple[ChamberEntity, ChamberEntity]]

# A body that opens with a whole country or the nation is not short for one of a place in it.
_WHOLE = ("nation", "country", "area", "province")
_HEADLINE = 120  # characters: a first line beyond that is no headline
# Letters of words that many bodies share: 联合, 中华, 总, 台湾, 大费城.
_FORMAL = "联合中华总工商会湾大"


def join_same(index: Index) -> None:
    """Join the entities whose names differ in ways that one body's names differ in.

    Each is joined only where one other fits.
    """
    for pairs in (_extended, _headlined, _abbreviated, _misspelt):
        fits: dict[int, list[ChamberEntity]] = {}
        found = {id(e): e for e in index.entities()}
        for entity, other in pairs(index):
            fits.setdefault(id(entity), []).append(other)
        for key, others in fits.items():
            if len(others) == 1 and others[0] is not found[key]:
                index.join(found[key], others[0])


def _extended(index: Index) -> Pairs:
    """中山区工商联 is 大连市中山区工商业联合会: a longer place before a division."""
    by_key = {usual(index.key(e)): e for e in index.entities()}
    for other in index.entities():
        key = index.key(other)
        for end in sorted(_openings(index, other)):
            entity = by_key.get(usual(key[end:]))
            if entity is None:
                continue
            opening = index.hosts[id(entity)].places
            # 香港|浙港工商联合总会, 泰国|中华青年商会
            own = bool(other.countries) and (
                entity.countries == other.countries or key.startswith("中华", end)
            )
            # 大唐街道商会 opens with a town that no table has.
            if not opening or (opening[0].start == 0 and (opening[0].place.kind not in _WHOLE or own)):
                yield entity, other


def _headlined(index: Index) -> Pairs:
    """A headline shortens names, and what it names in full is shortened below it: 闽商总会 is 澳门闽商联合总会, 卡城华商会
    卡加利中华商会, 陇南商会 无锡市陇南商会."""
    line = index.folded.find("\n", len(index.folded) - len(index.folded.lstrip()), _HEADLINE)
    named = [e for e in index.entities() if e.mentions]
    heads = {id(e) for e in named if min(s.start for s in e.mentions) < line}
    for other in named:
        for entity in named if id(other) in heads else (e for e in named if id(e) in heads):
            if (
                _is_host(entity, other)
                and _is_shorter(usual(index.key(entity)), usual(index.key(other)))
                and not _together(index, entity, other)
            ):
                yield entity, other


def _is_host(entity: ChamberEntity, other: ChamberEntity) -> bool:
    """Whether the one can be at home where the other is: its name may tell only where its members come from."""
    return entity.countries in ((), ("TW",), other.countries)


def _is_shorter(name: str, full: str) -> bool:
    """Whether the name keeps the place of the full one, of that its first character, or none, and of the other words
    all but those that many bodies share; a part of a body is not short for it."""
    if len(name) >= len(full) or name[-2:] != full[-2:] or full.startswith(name):
        return False
    place, of_full = _opening(name), _opening(full)
    if place in full:
        body, rest = name, full
    elif place[0] == of_full[:1]:
        body, rest = name[len(place) :], full[len(of_full) :]
    else:
        return False
    trade = name[len(place) : -2]
    if is_trade(trade) and full.startswith(place + trade) and is_trade(full[len(place + trade) : -2]):
        return True  # 威省五金|机械|商会
    letters = iter(rest)
    return all(c in letters for c in body) and set(Counter(rest) - Counter(body)) <= {*_FORMAL, *of_full}


def _opening(name: str) -> str:
    """The place that opens a name, nothing where none does or only merchants' home."""
    first = next(iter(host(name).places), None)
    return first.place.name if first and first.start == 0 and first.place.kind != "merchants" else ""


def _openings(index: Index, entity: ChamberEntity) -> set[int]:
    """Where each of the places ends that the name opens with."""
    unlisted = UNLISTED.match(index.key(entity))
    ends = {unlisted.end()} if unlisted else set()
    end = int(index.key(entity)[0] in "旅在驻全")
    for found in index.hosts[id(entity)].places:
        if found.start != end:
            break
        end = found.end
        ends.add(end)
    return ends


def _abbreviated(index: Index) -> Pairs:
    """南中经贸协会 is 南非中国经贸协会, 全巴中资企业协会 全巴基斯坦中资企业协会, 中国特玻协会 中国特种玻璃行业协会: a country in one
    character, a trade in letters that are no word."""
    for entity in index.entities():
        opening = next(iter(index.hosts[id(entity)].places), None)
        if opening is None or not _is_lettered(index.key(entity), opening):
            continue
        place = "" if opening.end - opening.start == 1 else opening.place.name
        for other in index.entities():
            if (
                other is not entity
                and entity.countries in ((), other.countries)
                and index.key(other).startswith(place)
                and abbreviates(usual(index.key(entity)), usual(index.key(other)))
                and not _together(index, entity, other)
            ):
                yield entity, other


def _is_lettered(key: str, opening: Found) -> bool:
    """Whether a name says its country in one character, or at home its trade in two or three that are no word."""
    body = key[opening.end : -2]
    word = is_trade(body) or is_ordinary(body) or is_generic(body)
    short = opening.start == 0 and opening.place.home and 1 < len(body) < 4 and not word
    return short or opening.end - opening.start == 1


def _misspelt(index: Index) -> Pairs:
    """埃及俄比亚中国商会: one character of the country's name is wrong, and nothing else."""
    alike: dict[tuple[int, str], list[ChamberEntity]] = {}
    for entity in index.entities():
        alike.setdefault((len(index.key(entity)), index.key(entity)[-4:]), []).append(entity)
    for other in index.entities():
        if not other.countries:
            continue
        for entity in alike[len(index.key(other)), index.key(other)[-4:]]:
            if entity is not other and misspells(index.key(entity), index.key(other)):
                yield entity, other


def _together(index: Index, entity: ChamberEntity, other: ChamberEntity) -> bool:
    """Whether a sentence names both, as no one does with two forms of one name."""
    for a in entity.mentions:
        for b in other.mentions:
            gap = index.folded[min(a.end, b.end) : max(a.start, b.start)]
            if len(gap) < 200 and not re.search("[。\n！？]", gap):
                return True
    return False
