"""What grounds a record in its document: a stable id, the place in the source, the trust in its rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import Any

from chamber_extract.ids import identify
from chamber_extract.mention import Kind, Mention, Reading
from chamber_extract.models import Mention as Place
from chamber_extract.readers import Loaded
from chamber_extract.relate.entities import Gift
from chamber_extract.rules import best, confidence
from chamber_extract.segment import Section as SectionSpan
from chamber_extract.segment import Span, at

# The rule of a mention that no extractor saw: what stands for a body that the document names elsewhere.
REPEATED = "repeated"


def trust(table: str, rule: str) -> dict[str, Any]:
    """The fields of a record that say by which rule it was found and how often that rule is right."""
    return {"rule": rule, "confidence": confidence(table, rule)}


class Grounds:
    """The grounds of one document's text, or of what stands aside in it, where ids are already `used`."""

    def __init__(
        self, loaded: Loaded, reading: Reading, used: Counter[tuple[object, ...]] | None = None
    ) -> None:
        self.text, self.segments, self.pages = reading.text, reading.segments, loaded.pages
        self.document = identify("doc", loaded.source.path)
        self.aside = used is not None
        self.used: Counter[tuple[object, ...]] = Counter() if used is None else used
        self.sections = {s: self.id("sec", s.start, s.title) for s in self.segments.sections}
        self.rules = {
            (kind, m.start, m.end): m.rule for kind, found in reading.mentions.items() for m in found
        }

    def id(self, prefix: str, *parts: object) -> str:
        """An id within this document; what says the very same a second time gets another."""
        self.used[prefix, *parts] += 1
        return identify(prefix, self.document, *parts, *([n] if (n := self.used[prefix, *parts]) > 1 else []))

    def span(self, m: Span | Mention | Gift | SectionSpan) -> tuple[int, int]:
        """Where it begins and ends in the source."""
        return self.text.span(m.start, m.end)

    def place(self, m: Span | Mention | Gift) -> dict[str, Any]:
        """The fields of the record that says where it stands."""
        start, end = self.span(m)
        section = at(self.segments.sections, m.start)
        return {
            "document": self.document,
            "section": self.sections[section] if section else None,
            "start_char": start,
            "end_char": end,
            "text": self.text.source[start:end],
            "page": self._page(start),
            "aside": self.aside,
        }

    def _page(self, start: int) -> int | None:
        """The page on which a place in the source begins."""
        i = bisect_right(self.pages, start, key=lambda p: p.start_char)
        return self.pages[i - 1].number if i else None

    def places(self, spans: Iterable[Span]) -> list[Place]:
        """Each place once, in the order of the text."""
        return [Place(**self.place(s)) for s in sorted(set(spans), key=lambda s: (s.start, s.end))]

    def found_by(self, table: str, kind: Kind, spans: Iterable[Span]) -> dict[str, Any]:
        """The most trustworthy of the rules that found the mentions, and how far to trust it."""
        return trust(table, best(table, (self.rules.get((kind, s.start, s.end), REPEATED) for s in spans)))
