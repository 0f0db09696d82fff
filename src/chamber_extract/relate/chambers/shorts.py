"""Short forms that readers understand: 中总 of 香港中华总商会, 厂商会, 消协. Folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.relate.chambers.keys import spelled
from chamber_extract.relate.entities import ChamberEntity

# 其|中总|额, 集|中总|结: two characters of other words. Before a short form stand particles and offices at most.
_WORD_BEFORE = re.compile("[其集当之心空年期手华国市省县区州个家各]")
_WORD_AFTER = re.compile("[共额数体量计值结裁经监管公部局署有是]|会(?!长|员|见)")


@cache
def _shorts() -> tuple[tuple[str, str], ...]:
    """(ending, short form) of the names of bodies, the longest ending first."""
    rows = gazetteer.table("chamber_shorts")
    return tuple(sorted(((r["ending"], r["short"]) for r in rows), key=lambda r: -len(r[0])))


def understood(
    entities: Iterable[ChamberEntity], key: Callable[[ChamberEntity], str]
) -> dict[str, list[ChamberEntity]]:
    """Each short form to the entities that it can mean, by the endings of their folded names."""
    found: dict[str, list[ChamberEntity]] = {}
    for entity in entities:
        for ending, short in _shorts():
            if key(entity).endswith(ending):
                found.setdefault(short, []).append(entity)
                break
    return found


def known_by(short: str, country: str | None) -> str | None:
    """The known chamber of the country that the short form can mean: 中总, 中华总商会 in Hong Kong."""
    endings = [ending for ending, form in _shorts() if form == short] or [short]
    names = _names().get(country or "", ())
    fits = [name for name in names if any(spelled(name).endswith(ending) for ending in endings)]
    return fits[0] if len(fits) == 1 else None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The known chambers of each country."""
    found: dict[str, list[str]] = {}
    for row in gazetteer.table("chambers"):
        found.setdefault(row["country"], []).append(row["name"])
    return {country: tuple(names) for country, names in found.items() if country}


def shorts() -> tuple[str, ...]:
    """Every short form that the table knows."""
    return tuple(dict.fromkeys(form for _, form in _shorts()))


def stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether a form of two characters is no part of other words; a longer one is taken to be none."""
    if end - start > 2:
        return True
    return not (_WORD_BEFORE.match(folded[start - 1 : start]) or _WORD_AFTER.match(folded, end))
