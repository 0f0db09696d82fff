"""From drafts to gifts: the values, kind and scope of what the clauses say was given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from chamber_extract.mention import Reading
from chamber_extract.models import DonationKind, Scope
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.entities import ChamberEntity, Gift
from chamber_extract.relate.gifts.clauses import raises
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.forms import tidy
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.scopes import is_own, scope
from chamber_extract.relate.gifts.view import View

TOLD = 16  # characters before a gift in which its kind is told
_CLAUSE = re.compile(r"[，。；,;]")
_COUNTERS = frozenset({"家", "个", "個", "名", "位", "人", "户", "戶", "間", "间"})
_BOTH = frozenset({"捐款捐物", "捐资捐物", "捐钱捐物"})
# 捐赠3000万元，包括现金2000万元和价值1000万元的食品
_IN_BOTH = re.compile(
    r"[，（(](?:包括|包含|其中|含)(?:现金|捐款|资金)[^，。；]{0,16}?(?:以及|[和及、，])[^，。；]{0,4}(?:物资|价值|食品|药品|设备|物品|实物)"
)
_IN_KIND = re.compile(
    r"(?<![款财钱和及])(?:物资?|实物|物品)(?:折[款价合]|价值|共计?|合计|计|约|[:：])*$"
)  # 款430万元、物250万元
_CASH_NAMED = re.compile("资金|现金|善款|款项")
_MIXED = re.compile(
    r"款物|捐款捐物|捐资捐物|捐钱捐物|(?:资金|善款|现金|款项)(?:及|和|与|、)(?:各类)?(?:防疫|抗疫|救灾|生活|医疗)?(?:物资|实物)|(?:物资|实物)(?:及|和|与|、)(?:资金|善款|现金)|现金、[一-鿿、]{2,16}等总值"
)


def write(reading: Reading, view: View, names: PartyNames, drafts: Iterable[Draft]) -> list[Gift]:
    """The gifts of the drafts, in order of position, each written once."""
    writer = _Writer(reading, view, names)
    out: dict[tuple[object, ...], Gift] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        g = writer.gift(draft)
        out.setdefault((g.start, g.end, g.donor, g.recipient, g.amount, g.currency, g.quantity, g.item), g)
    return list(out.values())


class _Writer:
    """Writes gifts of one document."""

    def __init__(self, reading: Reading, view: View, names: PartyNames) -> None:
        self.reading, self.view, self.names = reading, view, names
        self.clean, self.folded = reading.text.clean, reading.text.folded
        self.many: tuple[Draft, DonationKind] | None = None  # what came together and others go on counting

    def gift(self, draft: Draft) -> Gift:
        lot = draft.lot
        draft.donor = self.names.without_fellows(
            draft.donor, 0 if lot.money else lot.start, handed=draft.handed
        )
        noun = lot.item or lot.inherited
        item = draft.item or (tidy(self.clean[noun[0] : noun[1]]) if noun else None)
        kind = draft.kind or self._kind(draft, item)
        money = lot.money.value.quantity if lot.money else None
        count = lot.count.value.quantity if lot.count else None
        measures = [q.amount for q in (count, money) if q]
        measure = next((m for m in measures if m.approximation != "exact"), measures[0])
        equivalent = lot.equivalent.value.quantity if lot.equivalent else None
        donor, chamber = self._giver(draft)
        return Gift(
            start=draft.start,
            end=draft.end,
            rule=draft.rule,
            scope=self._scope(draft, donor, kind),
            kind=kind,
            action=draft.action,
            approximation=measure.approximation,
            donor=donor,
            donor_chamber=chamber,
            donor_count=self._donor_count(draft.donor),
            recipient=self.names.receiver(draft.recipient),
            amount=money.amount.value if money else None,
            currency=(lot.currency or money.currency) if money else None,
            amount_cny=equivalent.amount.value if equivalent and equivalent.currency == "CNY" else None,
            quantity=count.amount.value if count else None,
            unit=count.unit if count else None,
            item=item if kind == "goods" else None,
            low=measure.low,
            high=measure.high,
            cumulative=draft.cumulative,
            date=draft.day,
        )

    def _giver(self, draft: Draft) -> tuple[str | None, ChamberEntity | None]:
        """What the giver is called, and the chamber that he is; what its members raised is a body's."""
        raised = draft.donor is not None and not is_own(draft.donor, draft.lot, self.folded)
        return self.names.giver(
            draft.donor, handed=draft.handed, raised=raised and raises(draft.action, draft.form)
        )

    def _scope(self, draft: Draft, name: str | None, kind: DonationKind) -> Scope:
        """The scope of a gift; what goes on counting what came together from many did so too: 收到饮用水320箱、干粮150箱."""
        if draft.rule == "counted-on" and self.many:
            first, of = self.many
            if (first.sentence, first.donor, of) == (draft.sentence, draft.donor, kind):
                return "aggregate"
        found = scope(draft, name, kind, self.folded, self.view.text)
        if draft.rule != "counted-on":
            self.many = (draft, kind) if found == "aggregate" else None
        return found

    def _kind(self, draft: Draft, item: str | None) -> DonationKind:
        """`goods` for a count; for money, what its noun and verb say it was, else cash."""
        if draft.lot.count:
            return "goods"
        around = self.folded[draft.start : draft.end]
        if draft.lot.money and not item and _IN_BOTH.match(self.folded, draft.lot.end):
            return "mixed"
        clause = _CLAUSE.split(self.folded[max(draft.sentence.start, draft.start - TOLD) : draft.end])[-1]
        both = draft.form in _BOTH and not item and not _CASH_NAMED.search(around)
        if both or _MIXED.search(around) or _MIXED.search(clause):
            return "mixed"
        if not item and _IN_KIND.search(self.folded, draft.sentence.start, draft.lot.figure.start):
            return "goods"
        if draft.form == "捐物" or ("捐物" in around and "捐款" not in around):  # 捐物折款46万元
            return "goods"
        noun = head_kind(self.folded[slice(*draft.lot.item)]) if draft.lot.item else None
        if noun is None and draft.lot.item:  # 价值15万元的滑板: worth of a thing of no known noun
            return "goods"
        return "mixed" if noun == "mixed" else "goods" if noun == "goods" else "cash"

    def _donor_count(self, donor: Party | None) -> int | None:
        """54 for 54家商会: the first count of people or bodies inside the donor's name."""
        if not donor:
            return None
        figures = self.reading.of("figure")
        i = bisect_left(figures, donor.start, key=lambda m: m.start)
        while i < len(figures) and figures[i].end <= donor.end:
            quantity = figures[i].value.quantity
            if quantity.kind == "count" and quantity.unit in _COUNTERS and quantity.amount.value:
                return int(quantity.amount.value)
            i += 1
        return None
