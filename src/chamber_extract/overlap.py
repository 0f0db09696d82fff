"""The one overlap policy: which of several overlapping mentions stand."""

from __future__ import annotations

from collections.abc import Iterable

from chamber_extract.mention import Kind, Mention

# A mention of the left kind gives way to an overlapping mention of a right kind: the year in a
# document number is no date of its own, the count in a date no figure.
YIELDS: dict[Kind, frozenset[Kind]] = {
    "figure": frozenset({"date", "policy", "chamber"}),
    "date": frozenset({"policy"}),
    "person": frozenset({"chamber", "policy"}),
    "chamber": frozenset(),
    "policy": frozenset(),
}


def settle(mentions: Iterable[Mention]) -> dict[Kind, tuple[Mention, ...]]:
    """Within a kind the longest stands, then the leftmost; across kinds, YIELDS decides."""
    mentions = list(mentions)
    kept: dict[Kind, list[Mention]] = {kind: [] for kind in YIELDS}
    for kind in YIELDS:
        taken: list[Mention] = []
        for m in sorted((m for m in mentions if m.kind == kind), key=lambda m: (m.start - m.end, m.start, m.rule)):
            if not any(m.start < t.end and t.start < m.end for t in taken):
                taken.append(m)
        kept[kind] = sorted(taken, key=lambda m: m.start)
    return {
        kind: tuple(
            m
            for m in kept[kind]
            if not any(m.start < o.end and o.start < m.end for other in YIELDS[kind] for o in kept[other])
        )
        for kind in kept
    }
