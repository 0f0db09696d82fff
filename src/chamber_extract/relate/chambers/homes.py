"""Whose 市工商联 it is: the divisions that an article names, and the one it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chamber_extract.extractors.chambers import Name
from chamber_extract.extractors.chambers.tokens import NOT_IN_PLACE, is_ordinary, unlisted_at
from chamber_extract.gazetteer.places import UNLISTED, Found, find_places, host, places
from chamber_extract.mention import Mention
from chamber_extract.relate.chambers.keys import skeleton

# A division that no table has, at the head of other words than a body's name: 《瓯南市|…办法》.
_OPENS = re.compile(rf"(?:(?<![\u4e00-\u9fff])|(?<=中共)){UNLISTED.pattern}(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Division:
    """A division named at `start`: its full name, and the province where that is certain."""

    start: int
    name: str
    province: str | None


class Homes:
    """The divisions named in a document, in order; those that members come from are none (浙江省|四川|商会)."""

    def __init__(self, folded: str, chambers: Iterable[Mention]) -> None:
        taken: set[int] = set()
        hosts: list[tuple[int, str]] = []
        unlisted: list[Division] = []
        for m in chambers:
            name: Name = m.value
            spots = list(find_places(name.key))
            if name.form == "full" and len(codes := host(name.key).countries) == 1:
                hosts.append((m.start, codes[0]))
            taken |= {m.start + f.start for f in _origins(spots, name)}
            named = UNLISTED.match(name.key)
            if name.form == "full" and named and named[0] not in places():
                unlisted.append(Division(m.start, named[0], None))
        unlisted += _running(folded)
        places_named = [f for f in find_places(folded) if not NOT_IN_PLACE.match(folded, f.start)]
        self._abroad = sorted(
            [*hosts, *((f.start, f.place.codes[0]) for f in places_named if len(f.place.codes) == 1)]
        )
        listed = [
            Division(
                f.start,
                skeleton(f.place.name)[0],
                next(iter(f.place.provinces), None) if len(f.place.provinces) == 1 else None,
            )
            for f in places_named
            if f.place.kind in ("division", "province") and f.place.home and f.start not in taken
        ]
        self.all = sorted(listed + unlisted, key=lambda d: d.start)
        self._starts = [d.start for d in self.all]
        self._shorts = [(f.start, f.place.name) for f in places_named if f.place.kind == "short"]

    def sole(self, level: str, start: int, end: int) -> str | None:
        """The only division of the level (市, 省, 区, 县, 州) named in the span; 武汉 is 武汉市."""
        names = {d.name for d in self._within(start, end) if d.name.endswith(level)}
        return names.pop() if len(names) == 1 else None

    def main(self, level: str, start: int, end: int) -> str | None:
        """The division of the level that the span is about: the one named most, of equals the first.

        A province is also named by its cities.
        """
        there = self._within(start, end)
        names = [d.name for d in there if d.name.endswith(level)]
        if level in ("省", "自治区"):
            names = [d.province for d in there if d.province and d.province.endswith(level)] or names
        counts = Counter(names)
        if not counts:
            return self._of_short_form(level, start, end)
        return max(counts, key=lambda name: (counts[name], -names.index(name)))

    def _of_short_form(self, level: str, start: int, end: int) -> str | None:
        """遂昌县 where the span says 遂昌 twice at least, and no other short form as often."""
        counts = Counter(name for at, name in self._shorts if start <= at < end and name + level in places())
        (name, n), *others = counts.most_common(2) or [("", 0)]
        return name + level if n > 1 and not is_ordinary(name) and all(m < n for _, m in others) else None

    def country(self, start: int, end: int) -> str | None:
        """The country or territory that the span is about: named twice at least, and more than all others.

        The host of a body counts as named once more than by its place.
        """
        i, j = (bisect_left(self._abroad, (p, "")) for p in (start, end))
        counts = Counter(code for _, code in self._abroad[i:j])
        code, n = max(counts.items(), key=lambda c: (c[1], c[0]), default=("", 0))
        return code if n > 1 and 2 * n > counts.total() else None

    def _within(self, start: int, end: int) -> list[Division]:
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _running(folded: str) -> Iterator[Division]:
    """The divisions that no table has and with which words of the text begin."""
    for m in _OPENS.finditer(folded):
        found = unlisted_at(folded, m.start(), len(folded))
        if found and found.end == m.end() and m[0] not in places():
            yield Division(m.start(), m[0], None)


def _origins(spots: list[Found], name: Name) -> list[Found]:
    """The places in a body's name where its members come from, not where it is at home."""
    if name.form == "ellipsis":
        return spots
    home: set[str] = set(spots[0].place.provinces) if spots else set()
    return [f for f in spots[1:] if not (home & set(f.place.provinces) and f.place.name[-1] in "市区县州")]
