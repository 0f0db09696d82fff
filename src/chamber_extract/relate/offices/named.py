"""Where a text names a body that can have officers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from chamber_extract.relate.entities import ChamberEntity


class Named(NamedTuple):
    """A body where the text names it or points back to it (商会, 该会), by its `name`.

    `chamber` is None for an association that is none.
    """

    start: int
    end: int
    name: str
    chamber: ChamberEntity | None


def longest(named: Iterable[Named]) -> list[Named]:
    """The bodies in order of place, none inside another's name."""
    found: list[Named] = []
    for n in sorted(named, key=lambda n: (n.start, -n.end)):
        if not found or n.start >= found[-1].end:
            found.append(n)
    return found
