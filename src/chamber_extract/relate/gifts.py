"""From drafts to gifts: values, names, scope and date of what the clauses say was given."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from chamber_extract.extractors.items import head_kind
from chamber_extract.mention import Mention, Reading
from chamber_extract.models import Action, DonationKind, Scope
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import ASIDE, View
from chamber_extract.relate.entities import ChamberEntity, Gift
from chamber_extract.relate.lots import Lot
from chamber_extract.relate.parties import Party
from chamber_extract.segment import Span


@dataclass(slots=True)
class Draft:
    """A lot that was given, and what the clause says of it; spans are of the clean text."""

    lot: Lot
    action: Action
    start: int
    end: int
    sentence: Span
    paragraph: Span
    donor: Party | None = None
    recipient: Party | None = None
    cumulative: bool = False
    gathered: bool = False  # several gave, whoever is named: 收到捐款, 物资清单
    kind: DonationKind | None = None
    item: str | None = None
    count: int | None = None
    respectively: bool = False  # 分别: each figure has its own donor or recipient
    form: str = ""  # the verb


_SEVERAL = re.compile(
    r"各(?![自个])|海外|海內外|海内外|境外|全[省市县區区縣球]|所属|众|眾|广大|廣大|多家|多位|数家|數家|部分|其他"
)
_ONE = re.compile(r"总会|總會|总商会|總商會|联合会|聯合會|公司|基金会|基金會")
_BARE = re.compile(r"(?:本|该|我|此)?(?:商会|协会|总会|会)")
_MANY = re.compile(r"(\d+)?余?家")
_DEPARTMENT = re.compile(r"(?:党委|秘书处|理事会|全体同仁|党支部|总会)?")
_CASH_NAMED = re.compile("资金|现金|善款|款项")
_MIXED = re.compile(
    r"款物|捐款捐物|捐资捐物|捐钱捐物|(?:资金|善款|现金|款项)(?:及|和|与|、)(?:各类)?(?:防疫|抗疫|救灾|生活|医疗)?物资"
)


def write(reading: Reading, chambers: Chambers, view: View, drafts: Iterable[Draft]) -> list[Gift]:
    """The gifts of the drafts, in order of position, each written once."""
    out, seen = [], set()
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        gift = _gift(reading, chambers, view, draft)
        key = (
            gift.start,
            gift.end,
            gift.donor,
            gift.recipient,
            gift.amount,
            gift.currency,
            gift.quantity,
            gift.item,
        )
        if key not in seen:
            seen.add(key)
            out.append(gift)
    return out


def _gift(reading: Reading, chambers: Chambers, view: View, draft: Draft) -> Gift:
    lot = draft.lot
    noun = lot.item or lot.inherited
    item = draft.item or (clean(reading.text.clean[noun[0] : noun[1]]) if noun else None)
    kind = draft.kind or _kind(reading, draft, item)
    money = lot.money.value.quantity if lot.money else None
    count = lot.count.value.quantity if lot.count else None
    measure = (count or money).amount if not (money and not count) else money.amount
    if money and count and count.amount.approximation == "exact":
        measure = money.amount
    donor, chamber = _name(reading, chambers, draft.donor)
    cny = None
    if lot.equivalent and lot.equivalent.value.quantity.currency == "CNY":
        cny = lot.equivalent.value.quantity.amount.value
    return Gift(
        start=draft.start,
        end=draft.end,
        scope=_scope(draft, donor, kind),
        kind=kind,
        action=draft.action,
        approximation=measure.approximation,
        donor=donor,
        donor_chamber=chamber,
        donor_count=draft.count or _donor_count(reading, draft.donor),
        recipient=_name(reading, chambers, draft.recipient)[0],
        amount=money.amount.value if money else None,
        currency=money.currency if money else None,
        amount_cny=cny,
        quantity=count.amount.value if count else None,
        unit=count.unit if count else None,
        item=item if kind == "goods" else None,
        low=measure.low,
        high=measure.high,
        cumulative=draft.cumulative,
        date=_date(reading, view, draft),
    )


def clean(text: str) -> str:
    return re.sub(r"\s+", "", text) if not re.search(r"[A-Za-z] [A-Za-z]", text) else " ".join(text.split())


def _kind(reading: Reading, draft: Draft, item: str | None) -> DonationKind:
    """`goods` for a count; for money, what its noun says it buys, else cash."""
    if draft.lot.count:
        return "goods"
    around = reading.text.folded[draft.start : draft.end]
    if _MIXED.search(around) or (
        draft.form in ("捐款捐物", "捐资捐物", "捐钱捐物") and not item and not _CASH_NAMED.search(around)
    ):
        return "mixed"
    if "捐物" in around and "捐款" not in around:  # 捐物折款46万元
        return "goods"
    found = head_kind(reading.text.folded[draft.lot.item[0] : draft.lot.item[1]]) if draft.lot.item else None
    return found or "cash"  # type: ignore[return-value]


def _name(
    reading: Reading, chambers: Chambers, found: Party | None
) -> tuple[str | None, ChamberEntity | None]:
    """A party's name as written and cleaned, and the chamber that it is."""
    if not found:
        return None, None
    text = clean(reading.text.clean[found.start : found.end]).strip("，,、；;：:的 ")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    place = next(((s, e) for s, e in chambers.places if s.start == found.start and s.end <= found.end), None)
    chamber = (
        place[1] if place and _DEPARTMENT.fullmatch(reading.text.folded, place[0].end, found.end) else None
    )
    if chamber and _BARE.fullmatch(reading.text.folded, found.start, found.end):
        return chamber.name, chamber
    return text or None, chamber


def _donor_count(reading: Reading, donor: Party | None) -> int | None:
    """54 for 54家商会: the one count of people or bodies inside the donor's name."""
    if not donor:
        return None
    for m in reading.within("figure", donor.start, donor.end):
        quantity = m.value.quantity
        if (
            quantity.kind == "count"
            and quantity.unit in ("家", "个", "名", "位", "人", "户", "間", "間")
            and quantity.amount.value
        ):
            return int(quantity.amount.value)
    return None


def _scope(draft: Draft, name: str | None, kind: DonationKind) -> Scope:
    """`aggregate` for what several gave, and for money that a body raised from many."""
    if name and _SEVERAL.match(name) and not _ONE.search(name):
        return "aggregate"
    if draft.gathered or (draft.donor and draft.donor.plural):
        return "aggregate"
    if draft.action == "raise" and (kind != "goods" or draft.cumulative or not draft.donor):
        return "aggregate"
    return "individual"


def _date(reading: Reading, view: View, draft: Draft) -> Mention | None:
    """The date in the gift's sentence, the nearest before it first; else the one that opens the paragraph."""
    dates = reading.of("date")
    a = bisect_left(dates, draft.sentence.start, key=lambda m: m.start)
    b = bisect_right(dates, draft.sentence.end, key=lambda m: m.start)
    usable = [m for m in dates[a:b] if view.text[m.start] != ASIDE and m.value.relation != "since"]
    fine = [m for m in usable if m.value.precision != "year"] or usable
    before = [m for m in fine if m.end <= draft.lot.figure.start]
    after = [m for m in fine if m.start >= draft.lot.figure.end]
    if before or after:
        return before[-1] if before else after[0]
    first = bisect_left(dates, draft.paragraph.start, key=lambda m: m.start)
    if (
        first < len(dates)
        and dates[first].start - draft.paragraph.start <= OPENING
        and dates[first].start < draft.lot.start
    ):
        return dates[first] if dates[first].value.relation != "since" else None
    return None


OPENING = 8  # characters; 截至目前、 and 据悉， may stand before the date that opens a paragraph
