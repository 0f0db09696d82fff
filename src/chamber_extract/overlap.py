"""The one overlap policy: which of several overlapping mentions stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from chamber_extract.mention import Kind, Mention

# A mention of the left kind gives way to an overlapping mention of a right kind: the count in a date is
# no figure. The year in a title (《关于做好2020年…工作的通知》) is a date all the same; the year and the serial
# in a document number (银保监发〔2020〕6号) are none.
YIELDS: dict[Kind, frozenset[Kind]] = {
    "figure": frozenset({"date", "policy", "chamber"}),
    "date": frozenset(),
    "person": frozenset({"chamber", "policy"}),
    "chamber": frozenset(),
    "policy": frozenset(),
}

DOCUMENT_NUMBERS = frozenset({"number", "series"})  # the rules that find them


def settle(mentions: Iterable[Mention]) -> dict[Kind, tuple[Mention, ...]]:
    """Within a kind the longest stands, then the leftmost; across kinds, YIELDS decides.

    What a kind yields to is what stands of the other kind by itself, whether or not that yields in
    turn. The mentions of each kind come back free of overlap and in order of position.
    """
    kept: dict[Kind, _Disjoint] = {kind: _Disjoint() for kind in YIELDS}
    for m in sorted(mentions, key=lambda m: (m.start - m.end, m.start, m.rule)):
        kept[m.kind].add(m)
    numbers = _Disjoint()
    for m in kept["policy"].mentions:
        if m.rule in DOCUMENT_NUMBERS:
            numbers.add(m)
    return {
        kind: tuple(
            m
            for m in own.mentions
            if not any(kept[other].meets(m) for other in YIELDS[kind])
            and not (kind == "date" and numbers.meets(m))
        )
        for kind, own in kept.items()
    }


class _Disjoint:
    """Mentions free of overlap, in order of position; looked up in logarithmic time."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._ends: list[int] = []

    def add(self, mention: Mention) -> None:
        """Take the mention in unless one that is here overlaps it."""
        i = bisect_left(self._ends, mention.start + 1)
        if i == len(self._ends) or mention.end <= self.mentions[i].start:
            self.mentions.insert(i, mention)
            self._ends.insert(i, mention.end)

    def meets(self, mention: Mention) -> bool:
        """Whether one that is here overlaps the mention."""
        i = bisect_left(self._ends, mention.start + 1)
        return i < len(self._ends) and self.mentions[i].start < mention.end
