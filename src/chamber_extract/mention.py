"""What an extractor finds: a span of the clean text, its kind, and a value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from chamber_extract.segment import Segments
from chamber_extract.text import Text

Kind = Literal["chamber", "person", "date", "figure", "policy"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found at `start:end` of `Text.clean`.

    `value` is what the kind's extractor says it is (a Quantity for figures, a Period for dates,
    an extractor's own small dataclass for the others); `rule` names the rule that saw it.
    """

    kind: Kind
    start: int
    end: int
    value: Any
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One document after finding: its text, its segments and its settled mentions by kind."""

    text: Text
    segments: Segments
    mentions: dict[Kind, tuple[Mention, ...]] = field(default_factory=dict)

    def of(self, kind: Kind) -> tuple[Mention, ...]:
        """The mentions of a kind, in order of position."""
        return self.mentions.get(kind, ())

    def within(self, kind: Kind, start: int, end: int) -> list[Mention]:
        """The mentions of a kind that lie inside the span, in order of position."""
        mentions = self.of(kind)  # free of overlap, so starts and ends are both in order
        first = bisect_left(mentions, start, key=lambda m: m.start)
        last = bisect_right(mentions, end, key=lambda m: m.end)
        return list(mentions[first:last])


Extractor = Callable[[Text, Segments], Iterable[Mention]]
# Finds what all extractors together left out; what they found is its third argument.
Supplement = Callable[[Text, Segments, Iterable[Mention]], Iterable[Mention]]
