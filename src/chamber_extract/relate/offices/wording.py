"""The words of a document's bodies: where chambers are named, and how."""

from __future__ import annotations

import re

from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.chambers.keys import shortens
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.ellipses import elliptical, home
from chamber_extract.relate.offices.extent import reach
from chamber_extract.relate.offices.kinds import DIVISIONS
from chamber_extract.segment import at

_SHORT_FORM = re.compile("[\u4e00-\u9fff]{1,6}[总联]|[\u4e00-\u9fff]{2,7}[会盟]")


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
        """The chamber's full name in the document's own script, where it has it; else the longest that it uses."""
        forms = [self.clean(s.start, s.end) for s in entity.mentions]
        longest = max((w for w in forms if not w.isascii()), key=len, default=entity.name)
        spelled = len(longest) <= len(entity.name) and fold(entity.name) in self.folded
        of_here = fold(longest)[0] in DIVISIONS and fold(entity.name).endswith(
            fold(longest)
        )  # 市女企业家协会
        short = of_here or elliptical(fold(longest))
        return self.in_its_script(entity.name) if spelled or short else longest

    def chamber(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber whose name closes the organisation."""
        begin = self.chamber_ends.get(end)
        return self.entities.get((begin, end)) if begin is not None and begin >= start else None

    def shortened(self, name: str) -> ChamberEntity | None:
        """The only chamber of the document that is called so for short: FDV, 中总, 青企联盟."""
        short, bodies = fold(name), dict.fromkeys(self.entities.values())
        like = _SHORT_FORM.fullmatch(short) is not None
        found = [e for e in bodies if name in e.aliases or (like and fold(e.name).endswith(short))]
        found = found or [e for e in bodies if like and shortens(short, fold(e.name))]
        return found[0] if len(found) == 1 else None

    def placed(self, name: str, entity: ChamberEntity) -> str:
        """The name with the place that the chamber's own has: 大连市工商联; else its full name."""
        place = home(fold(name), entity.name)
        return self.in_its_script(place) + name if place else self.written(entity)

    def in_its_script(self, words: str) -> str:
        """The words in the script of the document, where it has them."""
        start = self.folded.find(fold(words))
        return self.clean(start, start + len(words)) if start >= 0 else words

    def reach(self, end: int) -> int:
        """How far left of `end` the name of a body reaches."""
        return reach(self.folded, end, self.chamber_ends, self.person_ends)

    def floor(self, start: int, back: int) -> int:
        """How far back words can still speak of the place: `back` characters, within its article."""
        section = at(self.segments.sections, start)
        return max(start - back, section.start if section else 0)
