"""The words of a document's bodies: where chambers are named, and how."""

from __future__ import annotations

import re

from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.ellipses import elliptical
from chamber_extract.relate.offices.phrases import reach
from chamber_extract.segment import at

_SHORT = 4  # characters of a name that is short for another


class Wording:
    """The document's text, and where chambers and people are named in it."""

    def __init__(self, reading: Reading, chambers: Chambers) -> None:
        self.text, self.segments = reading.text, reading.segments
        self.folded = reading.text.folded
        self.places = sorted(chambers.places, key=lambda p: (p[0].start, p[0].end))
        self.entities = {(s.start, s.end): e for s, e in self.places}
        self.chamber_ends: dict[int, int] = {}
        for s, _ in self.places:
            self.chamber_ends[s.end] = min(s.start, self.chamber_ends.get(s.end, s.start))
        people = list(reading.of("person"))
        self.person_ends = {m.end for m in people if not m.value.partial}
        self.addressed_ends = {m.end for m in people if m.value.partial}  # where a calling ends too

    def clean(self, start: int, end: int) -> str:
        return re.sub(r"\s(?![A-Za-z])", "", self.text.clean[start:end])

    def written(self, entity: ChamberEntity) -> str:
        """The chamber's name in the document's own script and words, where it is spelled out there."""
        written = (self.clean(s.start, s.end) for s in entity.mentions)
        longest = max((w for w in written if not w.isascii()), key=len, default=entity.name)
        if not elliptical(fold(longest)) and len(longest) > _SHORT:
            return longest
        spelled = self.folded.find(fold(entity.name))
        return self.clean(spelled, spelled + len(entity.name)) if spelled >= 0 else entity.name

    def chamber(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber whose name closes the organisation."""
        begin = self.chamber_ends.get(end)
        return self.entities.get((begin, end)) if begin is not None and begin >= start else None

    def abbreviated(self, name: str) -> ChamberEntity | None:
        """The chamber that the document calls so for short: FDV."""
        return next((e for e in self.entities.values() if name in e.aliases), None)

    def reach(self, end: int) -> int:
        """How far left of `end` the name of a body reaches."""
        return reach(self.folded, end, self.chamber_ends, self.person_ends)

    def floor(self, start: int, back: int) -> int:
        """How far back words can still speak of the place: `back` characters, within its article."""
        section = at(self.segments.sections, start)
        return max(start - back, section.start if section else 0)
