"""From what one document says to its records, each grounded in its source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from chamber_extract.grounds import Grounds, trust
from chamber_extract.ids import identify
from chamber_extract.mention import Mention, Reading
from chamber_extract.models import (
    Chamber,
    ChamberRole,
    Date,
    Document,
    Donation,
    Figure,
    NumberParts,
    Person,
    Policy,
    Position,
    Problem,
    Section,
)
from chamber_extract.normalize.finder import FIGURES
from chamber_extract.normalize.script import simplified
from chamber_extract.normalize.values import Period, Quantity
from chamber_extract.readers import Loaded
from chamber_extract.relate.entities import ChamberEntity, Citation, Gift, PersonEntity, Relations
from chamber_extract.segment import Section as SectionSpan

Keys = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Result:
    """One document, through to its relations; `asides` is the same for what stands around its text."""

    loaded: Loaded
    reading: Reading
    relations: Relations
    asides: Result | None = None


@dataclass(slots=True)
class Records:
    """One document's records before merging.

    Chambers, people and policies come with the keys by which other documents know them; their ids,
    and references to chambers, hold within this document until `dataset.merge` settles them.
    """

    document: Document
    chambers: list[tuple[Keys, Chamber]] = field(default_factory=list)
    people: list[tuple[Keys, Person]] = field(default_factory=list)
    policies: list[tuple[Keys, Policy]] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    donations: list[Donation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def take_in(self, other: Records) -> None:
        """Adds the records of another part of the same document; what has one place is in order of places."""
        for name in ("chambers", "people", "policies", "dates", "donations", "figures"):
            getattr(self, name).extend(getattr(other, name))
        for table in (self.dates, self.donations, self.figures):
            table.sort(key=lambda record: (record.start_char, record.end_char))


def failed(path: str, code: str, message: str, data: bytes | None = None) -> Records:
    """What there is of a document that could not be read or gone through: its name and the reason."""
    digest = None if data is None else hashlib.sha256(data).hexdigest()
    return Records(
        Document(
            id=identify("doc", path), path=path, sha256=digest, problems=[Problem(code=code, message=message)]
        )
    )


def build(result: Result) -> Records:
    """One document's records."""
    grounds = Grounds(result.loaded, result.reading)
    records = _Builder(result, grounds).build()
    if around := result.asides:
        aside = Grounds(around.loaded, around.reading, grounds.used)
        records.take_in(_Builder(around, aside).build())
    return records


class _Builder:
    """Makes the records of one document, or of what stands aside in it."""

    def __init__(self, result: Result, grounds: Grounds) -> None:
        self.loaded, self.reading, self.relations = result.loaded, result.reading, result.relations
        self.grounds = grounds
        self.chambers = {id(c): grounds.id("cha", c.name) for c in self.relations.chambers}
        self.gifts = {id(g): self._gift_id(g) for g in self.relations.gifts}
        self.dates = {m: grounds.id("dat", *grounds.span(m), m.value.edtf) for m in self.reading.of("date")}

    def build(self) -> Records:
        return Records(
            self._document(),
            chambers=[(c.keys, self._chamber(c)) for c in self.relations.chambers],
            people=[(p.keys, self._person(p)) for p in self.relations.people],
            policies=[(c.keys, self._policy(c)) for c in self.relations.citations],
            dates=[self._date(m) for m in self.reading.of("date")],
            donations=[self._donation(g) for g in self.relations.gifts],
            figures=[self._figure(m) for m in self.reading.of("figure") if m.value.quantity.kind in FIGURES],
        )

    def _chamber_id(self, c: ChamberEntity | None) -> str | None:
        return self.chambers.get(id(c)) if c else None

    def _document(self) -> Document:
        segments = self.reading.segments
        return Document(
            id=self.grounds.document,
            path=self.loaded.source.path,
            media_type=self.loaded.media_type,
            encoding=self.loaded.encoding,
            sha256=self.loaded.sha256,
            characters=len(self.reading.text.source),
            title=segments.title,
            published=segments.published,
            published_from=segments.published_from,
            url=segments.url,
            publisher=segments.publisher,
            authors=list(segments.authors),
            sections=[self._section(s) for s in segments.sections],
            pages=list(self.loaded.pages),
            problems=[*self.loaded.problems, *self._open_currency()],
        )

    def _open_currency(self) -> list[Problem]:
        """The problem of a page that does not show whose money its 元 or $ is."""
        sums = [m for m in self.reading.of("figure") if m.value.quantity.kind == "money"]
        if not (n := sum(m.value.quantity.currency is None for m in sums)):
            return []
        message = f"whose money {n} of {len(sums)} sums are in does not show: their currency is null"
        return [Problem(code="currency_unknown", message=message)]

    def _section(self, s: SectionSpan) -> Section:
        start, end = self.grounds.span(s)
        return Section(
            id=self.grounds.sections[s],
            title=s.title,
            outlet=s.outlet,
            published=s.published,
            start_char=start,
            end_char=end,
        )

    def _chamber(self, c: ChamberEntity) -> Chamber:
        return Chamber(
            id=self.chambers[id(c)],
            name=c.name,
            name_simplified=simplified(c.name),
            aliases=sorted(c.aliases - {c.name}),
            type=c.type,
            countries=list(c.countries),
            province=c.province,
            parent=self._chamber_id(c.parent),
            roles=[ChamberRole(title=t, body=b) for t, b in c.roles],
            **self.grounds.found_by("chambers", "chamber", c.mentions),
            mentions=self.grounds.places(c.mentions),
        )

    def _person(self, p: PersonEntity) -> Person:
        positions = [
            Position(title=o.title or None, organization=o.organization, chamber=self._chamber_id(o.chamber))
            for o in p.offices
        ]
        return Person(
            id=self.grounds.id("per", p.name),
            name=p.name,
            name_simplified=simplified(p.name),
            name_type="partial" if p.partial else "full",
            positions=positions,
            roles=sorted(p.roles),
            **self.grounds.found_by("people", "person", p.mentions),
            mentions=self.grounds.places(p.mentions),
        )

    def _policy(self, c: Citation) -> Policy:
        parts = (
            dict(zip(("agency", "year", "serial"), c.number_parts, strict=True)) if c.number_parts else None
        )
        return Policy(
            id=self.grounds.id("pol", c.document_number, c.title),
            title=c.title,
            document_number=c.document_number,
            number_parts=NumberParts(**parts) if parts else None,
            issuers=list(c.issuers),
            issued=c.issued,
            url=c.url,
            kind=c.kind,
            **self.grounds.found_by("policies", "policy", c.mentions),
            mentions=self.grounds.places(c.mentions),
        )

    def _date(self, m: Mention) -> Date:
        v: Period = m.value
        return Date(
            id=self.dates[m],
            **self.grounds.place(m),
            start=v.first,
            end=v.last,
            time=v.time,
            edtf=v.edtf,
            precision=v.precision,
            relation=v.relation,
            inferred=bool(v.inferred),
            reference=v.reference,
            **trust("dates", m.rule),
        )

    def _gift_id(self, g: Gift) -> str:
        said = (g.donor, g.amount, g.currency, g.quantity, g.unit, g.item)
        return self.grounds.id("don", *self.grounds.span(g), *said)

    def _donation(self, g: Gift) -> Donation:
        return Donation(
            id=self.gifts[id(g)],
            **self.grounds.place(g),
            donor=g.donor,
            donor_chamber=self._chamber_id(g.donor_chamber),
            donor_count=g.donor_count,
            scope=g.scope,
            recipient=g.recipient,
            kind=g.kind,
            amount=g.amount,
            currency=g.currency,
            amount_cny=g.amount_cny,
            quantity=g.quantity,
            unit=g.unit,
            item=g.item,
            approximation=g.approximation,
            low=g.low,
            high=g.high,
            cumulative=g.cumulative,
            date=self.dates.get(g.date) if g.date else None,
            action=g.action,
            part_of=self.gifts[id(g.part_of)] if g.part_of else None,
            same_as=self.gifts[id(g.same_as)] if g.same_as else None,
            link_reason=g.link_reason,
            **trust("donations", g.rule),
        )

    def _figure(self, m: Mention) -> Figure:
        q: Quantity = m.value.quantity
        return Figure(
            id=self.grounds.id("fig", *self.grounds.span(m), q.amount),
            **self.grounds.place(m),
            kind=q.kind,
            value=q.amount.value,
            low=q.amount.low,
            high=q.amount.high,
            approximation=q.amount.approximation,
            unit=q.unit,
            currency=q.currency,
            item=m.value.item,
            **trust("figures", m.rule),
        )
