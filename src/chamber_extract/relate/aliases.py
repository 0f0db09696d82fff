"""Which names mean the same chamber within one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from chamber_extract.mention import Reading
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span


@dataclass(slots=True)
class Chambers:
    """The chambers of one document and where each is named, also by short forms and by 商会, 该会."""

    entities: list[ChamberEntity] = field(default_factory=list)
    places: list[tuple[Span, ChamberEntity]] = field(default_factory=list)

    def at(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber named by exactly or inside the span (the longest name), or None."""
        inside = [(s, e) for s, e in self.places if start <= s.start and s.end <= end]
        return max(inside, key=lambda p: p[0].end - p[0].start)[1] if inside else None


def resolve(reading: Reading) -> Chambers:
    """One entity per organisation, in order of first mention."""
    return Chambers()
