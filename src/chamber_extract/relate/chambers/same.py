"""Which entities of a document are one body whose name is written in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from chamber_extract.extractors.chambers.tokens import is_generic, is_ordinary
from chamber_extract.gazetteer.places import UNLISTED, host
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.relate.chambers.index import Index
from chamber_extract.relate.chambers.keys import abbreviates, misspells, skeleton, usual
from chamber_extract.relate.entities import ChamberEntity

Pairs = Iterator[tuple[ChamberEntity, ChamberEntity]]

# A body that opens with a whole country or the nation is not short for one of a place in it.
_WHOLE = ("nation", "country", "area", "province")
_HEADLINE = 120  # characters: a first line beyond that is no headline
# Letters of words that many bodies share: 联合, 中华, 总, 台湾, 大费城.
_FORMAL = "联合中华总工商会湾大"
_BEHIND = re.compile(r"\(([\u4e00-\u9fff]{2,5})\)")


def join_same(index: Index) -> None:
    """Join the entities whose names differ in ways that one body's names differ in.

    Each is joined only where one other fits.
    """
    for pairs in (_extended, _headlined, _hosted, _abbreviated, _shortened, _misspelt):
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
    letters = iter(rest)
    return all(c in letters for c in body) and set(Counter(rest) - Counter(body)) <= {*_FORMAL, *of_full}


def _opening(name: str) -> str:
    """The place that opens a name, nothing where none does or only merchants' home."""
    first = next(iter(host(name).places), None)
    return first.place.name if first and first.start == 0 and first.place.kind != "merchants" else ""


def _shortened(index: Index) -> Pairs:
    """中国特玻协会 is 中国特种玻璃行业协会: the same place, and letters of the trade that are no word themselves."""
    for entity in index.entities():
        opening = index.hosts[id(entity)].places
        key = index.key(entity)
        if len(opening) != 1 or opening[0].start or not opening[0].place.home:
            continue
        body = key[opening[0].end : -2]
        if not 2 <= len(body) <= 3 or is_trade(body) or is_ordinary(body) or is_generic(body):
            continue
        for other in index.entities():
            same = other is not entity and index.key(other).startswith(opening[0].place.name)
            if same and abbreviates(key, index.key(other)) and not _together(index, entity, other):
                yield entity, other


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


def _hosted(index: Index) -> Pairs:
    """广西玉林商会（深圳） is 深圳市玉林商会: the host in brackets, the members' home in full."""
    for span, entity in index.places.items():
        behind = _BEHIND.match(index.folded, span.end)
        if behind is None or index.hosts[id(entity)].countries:
            continue
        for found in index.hosts[id(entity)].places:
            other = index.by_skeleton.get(skeleton(behind[1] + index.key(entity)[found.start :]))
            if other is not None and other is not entity:
                yield entity, other


def _abbreviated(index: Index) -> Pairs:
    """南中经贸协会 is 南非中国经贸协会, 全巴中资企业协会 全巴基斯坦中资企业协会: a country in one character."""
    for entity in index.entities():
        opening = index.hosts[id(entity)].places
        if not opening or opening[0].end - opening[0].start > 1:
            continue
        for other in index.entities():
            same_host = not entity.countries or entity.countries == other.countries
            if (
                same_host
                and abbreviates(usual(index.key(entity)), usual(index.key(other)))
                and not _together(index, entity, other)
            ):
                yield entity, other


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
