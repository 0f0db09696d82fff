"""How two gifts compare: their figures, givers, goods and days."""

from __future__ import annotations

import re
from decimal import Decimal

from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import Gift

# Goods of no one kind: 防疫物资 can be masks.
GENERIC = re.compile("(?:物资|用品|物品|装备|设备|物料|款物|防护品)等?$")


def is_within(g: Gift, other: Gift) -> bool:
    """Whether the gift is a part of the other, directly or through others."""
    seen: Gift | None = g
    while seen is not None:
        if seen is other:
            return True
        seen = seen.part_of or seen.same_as
    return False


def figure(g: Gift) -> Decimal | None:
    return g.amount if g.currency or g.amount is not None else g.quantity


def most(g: Gift) -> Decimal:
    """What the parts of a gift can come to: a tenth more than a figure that is itself not exact."""
    value = g.high if g.high is not None else figure(g)
    if value is None:
        return Decimal("Infinity")
    return value if g.approximation in ("exact", "under") else value * Decimal("1.1")


def same_measure(a: Gift, b: Gift) -> bool:
    """Money of one currency, or goods counted alike."""
    if a.amount is not None or b.amount is not None:
        return a.amount is not None and b.amount is not None and a.currency == b.currency
    return a.unit is not None and a.unit == b.unit and same_items(a, b)


def holds(total: Gift, part: Gift) -> bool:
    """Whether the part can be counted in the total: 物资204万个 holds 防护服2万件."""
    if same_measure(total, part):
        return True
    if part.kind != "goods" or part.amount is not None:
        return False
    general = not total.item or bool(GENERIC.search(fold(total.item)))
    return total.kind == "mixed" or (total.kind == "goods" and general)


def same_items(a: Gift, b: Gift) -> bool:
    x, y = fold(a.item or ""), fold(b.item or "")
    return x in y or y in x or bool(GENERIC.search(x)) or bool(GENERIC.search(y))


def same_donor(a: Gift, b: Gift) -> bool:
    if a.donor_chamber and b.donor_chamber:
        return a.donor_chamber is b.donor_chamber
    return compatible(a.donor, b.donor)


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two names can be one: alike, the one in the other, or one not said."""
    x, y = fold(a or ""), fold(b or "")
    return x in y or y in x


def same_day(a: Gift, b: Gift) -> bool:
    if a.date is None or b.date is None:
        return True
    return (a.date.value.first, a.date.value.last) == (b.date.value.first, b.date.value.last)
