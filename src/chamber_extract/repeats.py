"""Gifts that several documents tell, and which gifts can be added up."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence

from chamber_extract.models import Date, Donation
from chamber_extract.normalize.script import fold

# 湖北省慈善总会 and 湖北慈善总会 are one receiver.
_LEVELS = re.compile("[省市县区州]|壮族自治|回族自治|维吾尔自治|自治")
# A clause of so many characters is not written twice by chance.
VERBATIM = 16


def link(donations: Sequence[Donation], dates: Iterable[Date]) -> list[Donation]:
    """The donations, in the given order, with `same_as` set on those that an earlier document tells.

    The same gift: donor, figure, item, receiver and days agree and all are said; or donor and figure do, and
    the very words.
    """
    days = {d.id: (d.start, d.end) for d in dates}
    told: dict[Hashable, Donation] = {}
    out = []
    for g in donations:
        if g.same_as is None:
            keys = list(_keys(g, days))
            first = next(
                (told[key] for key in keys if key in told and told[key].document != g.document), None
            )
            if first and g.part_of is None:
                g = g.model_copy(update={"same_as": first.id, "link_reason": "other_document"})
            else:
                for key in keys:
                    told.setdefault(key, g)
        out.append(g)
    return marked(out)


def _keys(g: Donation, days: dict[str, tuple[object, object]]) -> Iterator[Hashable]:
    """What identifies the gift in other documents; nothing where too little is said."""
    donor = g.donor_chamber or fold(g.donor or "")
    if not donor or (g.amount is None and g.quantity is None):
        return
    said = (donor, g.kind, g.amount, g.currency, g.quantity, g.unit, g.approximation)
    if g.recipient and g.date in days:
        yield (*said, fold(g.item or ""), _LEVELS.sub("", fold(g.recipient)), days[g.date])
    words = "".join(g.text.split())
    if len(words) >= VERBATIM:
        yield (*said, words)


def marked(donations: Sequence[Donation]) -> list[Donation]:
    """The donations with `additive` set: true of a gift of one giver that no other additive gift contains.

    A running total can contain the giver's other gifts of its kind: where there are any it is not
    additive, and of several the largest is. A link that leads nowhere is none.
    """
    by_id = {g.id: g for g in donations}
    counted = {g.id for g in donations if g.scope == "individual" and by_id.get(g.same_as or "") is None}
    counted -= _running(donations, counted)

    def contained(g: Donation) -> bool:
        seen = {g.id}
        while (total := by_id.get(g.part_of or g.same_as or "")) and total.id not in seen:
            if total.id in counted:
                return True
            seen.add(total.id)
            g = total
        return False

    out = []
    for g in donations:
        mark = g.id in counted and not contained(g)
        reason = g.link_reason if g.part_of or g.same_as else None
        same = (g.additive, g.link_reason) == (mark, reason)
        out.append(g if same else g.model_copy(update={"additive": mark, "link_reason": reason}))
    return out


def _running(donations: Sequence[Donation], counted: set[str]) -> set[str]:
    """Of the counted gifts, the running totals that may contain another of them."""
    by_giver: dict[Hashable, list[Donation]] = {}
    for g in donations:
        if g.id in counted:
            measure = g.currency if g.amount is not None else (g.unit, fold(g.item or ""))
            giver = g.donor_chamber or fold(g.donor or "") or g.id
            by_giver.setdefault((giver, measure), []).append(g)
    out: set[str] = set()
    for gifts in by_giver.values():
        totals = [g for g in gifts if g.cumulative]
        ids = {g.id for g in totals}
        if any(not g.cumulative and g.part_of not in ids for g in gifts):
            out |= ids
        elif totals:
            out |= ids - {max(totals, key=lambda g: g.amount or g.quantity or 0).id}
    return out
