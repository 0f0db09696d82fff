"""What was given in all, by donor, kind and currency: additive gifts alone, so that nothing counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from chamber_extract.models import Dataset, Donation


@dataclass(frozen=True, slots=True)
class Total:
    """`chamber` is the id where the donor is a named chamber; `hedged` of the `gifts` are not exact."""

    donor: str | None
    chamber: str | None
    kind: str
    currency: str
    gifts: int
    hedged: int
    amount: Decimal


def totals(dataset: Dataset) -> list[Total]:
    """The sums of amounts, largest first in each currency."""
    names = {c.id: c.name for c in dataset.chambers}

    def group(g: Donation) -> tuple[str, ...]:
        return (g.kind, g.currency or "", g.donor_chamber or "", "" if g.donor_chamber else g.donor or "")

    out = []
    for (kind, currency, chamber, donor), members in groupby(sorted(_counted(dataset), key=group), key=group):
        gifts = list(members)
        hedged = sum(g.approximation != "exact" for g in gifts)
        amount = sum((g.amount for g in gifts if g.amount is not None), Decimal(0))
        name = names.get(chamber, gifts[0].donor) if chamber else donor
        out.append(Total(name or None, chamber or None, kind, currency, len(gifts), hedged, amount))
    return sorted(out, key=lambda t: (t.kind, t.currency, -t.amount, t.donor or "", t.chamber or ""))


def left_out(dataset: Dataset) -> dict[str, int]:
    """How many amounts are in no sum, by the first reason that holds."""
    return dict(
        sorted(
            Counter(_reason(g) for g in dataset.donations if g.amount is not None and not g.additive).items()
        )
    )


def _counted(dataset: Dataset) -> Iterator[Donation]:
    return (g for g in dataset.donations if g.additive and g.amount is not None and g.currency)


def _reason(g: Donation) -> str:
    if g.same_as:
        return "same_as"
    if g.scope == "aggregate":
        return "aggregate"
    return "cumulative" if g.cumulative else "part_of"
