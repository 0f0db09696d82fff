"""From what each document says to one dataset: ids, order, and the same chamber across documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from chamber_extract import __version__
from chamber_extract.errors import ReadError
from chamber_extract.mention import Mention, Reading
from chamber_extract.models import (
    SCHEMA_VERSION,
    Chamber,
    ChamberRole,
    Dataset,
    Date,
    Document,
    Donation,
    Figure,
    Generator,
    NumberParts,
    Person,
    Policy,
    Position,
    Problem,
    Section,
)
from chamber_extract.models import Mention as Place
from chamber_extract.normalize.values import Period, Quantity
from chamber_extract.readers import Loaded, Source
from chamber_extract.relate.entities import ChamberEntity, Relations
from chamber_extract.segment import Span, at


@dataclass(frozen=True, slots=True)
class Result:
    """One document, through to its relations; `error` instead where it could not be read."""

    loaded: Loaded | None
    reading: Reading | None
    relations: Relations | None
    source: Source | None = None
    error: str | None = None


@dataclass(slots=True)
class Records:
    """One document's records, before merging."""

    document: Document
    chambers: list[Chamber] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    donations: list[Donation] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def unreadable(source: Source, error: ReadError) -> Result:
    """The result of a document that could not be read."""
    return Result(None, None, None, source, str(error))


def identify(prefix: str, *parts: object) -> str:
    """A stable id of the content: no counter, no clock. The prefix keeps spreadsheets from reading a number."""
    digest = hashlib.sha256("\x1f".join(str(p) for p in parts).encode()).hexdigest()
    return f"{prefix}-{digest[:12]}"


def records(result: Result) -> Records:
    """One document's records. Chambers and people carry document-local identity until `merge`."""
    if result.loaded is None or result.reading is None or result.relations is None:
        assert result.source is not None
        path = result.source.path
        return Records(
            Document(id=identify("doc", path), path=path, problems=[Problem(code="unreadable", message=result.error or "")])
        )
    return _Builder(result.loaded, result.reading, result.relations).build()


class _Builder:
    """Makes the records of one document."""

    def __init__(self, loaded: Loaded, reading: Reading, relations: Relations) -> None:
        self.loaded, self.reading, self.relations = loaded, reading, relations
        self.text, self.segments = reading.text, reading.segments
        self.document = identify("doc", loaded.source.path)
        self.sections = {
            s: identify("sec", self.document, s.start, s.title) for s in self.segments.sections
        }
        self.chamber_ids: dict[int, str] = {}

    def build(self) -> Records:
        out = Records(self._document())
        out.chambers = [self._chamber(c) for c in self.relations.chambers]
        out.people = [self._person(p) for p in self.relations.people]
        out.dates = [self._date(m) for m in self.reading.of("date")]
        out.donations = [self._donation(g) for g in self.relations.gifts]
        out.policies = [self._policy(c) for c in self.relations.citations]
        out.figures = [self._figure(m) for m in self.reading.of("figure") if self._counts(m)]
        return out

    def place(self, start: int, end: int) -> dict[str, Any]:
        a, b = self.text.span(start, end)
        section = at(self.segments.sections, start)
        return {
            "document": self.document,
            "section": self.sections[section] if section else None,
            "start_char": a,
            "end_char": b,
            "text": self.text.source[a:b],
        }

    def places(self, spans: Iterable[Span]) -> list[Place]:
        return [Place(**self.place(s.start, s.end)) for s in sorted(spans, key=lambda s: (s.start, s.end))]

    def _document(self) -> Document:
        segments = self.segments
        return Document(
            id=self.document,
            path=self.loaded.source.path,
            media_type=self.loaded.media_type,
            encoding=self.loaded.encoding,
            sha256=self.loaded.sha256,
            characters=len(self.text.source),
            title=segments.title,
            published=segments.published,
            publisher=segments.publisher,
            authors=list(segments.authors),
            sections=[self._section(s) for s in segments.sections],
            problems=list(self.loaded.problems),
        )

    def _section(self, s: Any) -> Section:
        a, b = self.text.span(s.start, s.end)
        return Section(id=self.sections[s], title=s.title, outlet=s.outlet, published=s.published, start_char=a, end_char=b)

    def _chamber_id(self, c: ChamberEntity | None) -> str | None:
        return identify("cha", c.name) if c else None

    def _chamber(self, c: ChamberEntity) -> Chamber:
        return Chamber(
            id=identify("cha", c.name),
            name=c.name,
            aliases=sorted(c.aliases - {c.name}),
            type=c.type,
            countries=list(c.countries),
            province=c.province,
            parent=self._chamber_id(c.parent),
            roles=[ChamberRole(title=t, body=b) for t, b in c.roles],
            mentions=self.places(c.mentions),
        )

    def _person(self, p: Any) -> Person:
        return Person(
            id=identify("per", p.name, self.document, *(o.organization for o in p.offices)),
            name=p.name,
            name_type="partial" if p.partial else "full",
            positions=[
                Position(title=o.title, organization=o.organization, chamber=self._chamber_id(o.chamber)) for o in p.offices
            ],
            roles=sorted(p.roles),
            mentions=self.places(p.mentions),
        )

    def _date_id(self, m: Mention) -> str:
        v: Period = m.value
        return identify("dat", self.document, m.start, m.end, v.first, v.last)

    def _date(self, m: Mention) -> Date:
        v: Period = m.value
        return Date(
            id=self._date_id(m),
            **self.place(m.start, m.end),
            start=v.first,
            end=v.last,
            time=v.time,
            edtf=v.edtf,
            precision=v.precision,
            relation=v.relation,
            inferred=bool(v.inferred),
            reference=v.reference,
        )

    def _donation(self, g: Any) -> Donation:
        return Donation(
            id=identify("don", self.document, g.start, g.end, g.amount, g.currency, g.quantity, g.unit, g.item),
            **self.place(g.start, g.end),
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
            date=self._date_id(g.date) if g.date else None,
            action=g.action,
        )

    def _policy(self, c: Any) -> Policy:
        return Policy(
            id=identify("pol", c.document_number or c.title, c.issuers if not c.document_number else ""),
            title=c.title,
            document_number=c.document_number,
            number_parts=NumberParts(agency=c.number_parts[0], year=c.number_parts[1], serial=c.number_parts[2])
            if c.number_parts
            else None,
            issuers=list(c.issuers),
            issued=c.issued,
            url=c.url,
            kind=c.kind,
            mentions=self.places(c.mentions),
        )

    def _counts(self, m: Mention) -> bool:
        return m.value.quantity.kind in ("money", "count", "percent", "measure", "ratio")

    def _figure(self, m: Mention) -> Figure:
        q: Quantity = m.value.quantity
        return Figure(
            id=identify("fig", self.document, m.start, m.end, q.amount.value),
            **self.place(m.start, m.end),
            kind=q.kind,
            value=q.amount.value,
            low=q.amount.low,
            high=q.amount.high,
            approximation=q.amount.approximation,
            unit=q.unit,
            currency=q.currency,
            item=m.value.item,
        )


def merge(parts: Iterable[Records]) -> Dataset:
    """One dataset: the same chamber, person and policy of several documents become one record."""
    parts = sorted(parts, key=lambda p: p.document.path)
    chambers: dict[str, Chamber] = {}
    people: dict[str, Person] = {}
    policies: dict[str, Policy] = {}
    for part in parts:
        for table, found in ((chambers, part.chambers), (people, part.people), (policies, part.policies)):
            for record in found:
                known = table.get(record.id)
                table[record.id] = record if known is None else _join(known, record)
    return Dataset(
        schema_version=SCHEMA_VERSION,
        generator=Generator(name="chamber-extract", version=__version__),
        documents=[p.document for p in parts],
        chambers=sorted(chambers.values(), key=lambda c: (c.name, c.id)),
        people=sorted(people.values(), key=lambda p: (p.name, p.id)),
        dates=[d for p in parts for d in p.dates],
        donations=[d for p in parts for d in p.donations],
        policies=sorted(policies.values(), key=lambda p: (p.document_number or "", p.title or "", p.id)),
        figures=[f for p in parts for f in p.figures],
    )


def _join(known: Any, other: Any) -> Any:
    """The union of two records of the same thing: lists are joined without repeats, gaps filled."""
    update: dict[str, Any] = {}
    for name in type(known).model_fields:
        a, b = getattr(known, name), getattr(other, name)
        if isinstance(a, list):
            update[name] = a + [x for x in b if x not in a]
        elif a is None:
            update[name] = b
    return known.model_copy(update=update)
