"""FollowTheMoney entities, one a line, for Aleph, OpenSanctions' tools and graph databases.

Chambers are organisations, offices in them memberships, gifts payments. A payment has two ends and is
there once: only gifts that can be added up, with a donor and a recipient, become one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from chamber_extract.ids import identify
from chamber_extract.models import Chamber, Dataset, Date, Document, Donation, Person, plain
from chamber_extract.writers.options import Options

_SCHEMAS = {
    "text/html": "HyperText",
    "text/plain": "PlainText",
    "text/markdown": "PlainText",
    "application/pdf": "Pages",
}
_DIGITS = {"day": 10, "month": 7, "year": 4}  # of an ISO date


def entities(dataset: Dataset, options: Options) -> Iterator[str]:
    """All entities: documents, chambers, people, memberships, the ends of payments, payments."""
    chambers = {c.id: c for c in dataset.chambers}
    dates = {d.id: d for d in dataset.dates}
    ends: set[str] = set()
    for document in dataset.documents:
        yield _line(document.id, _SCHEMAS.get(document.media_type or "", "Document"), _document(document))
    for chamber in dataset.chambers:
        yield _line(chamber.id, "Organization", _chamber(chamber))
    for person in dataset.people:
        yield _line(person.id, "Person", _person(person))
        for number, position in enumerate(person.positions):
            if position.chamber:
                membership = {
                    "member": person.id,
                    "organization": position.chamber,
                    "role": position.title,
                    "proof": _documents(person.mentions),
                }
                yield _line(identify("mem", person.id, number), "Membership", membership)
    for gift in dataset.donations:
        if gift.additive and gift.donor and gift.recipient:
            payer = gift.donor_chamber if gift.donor_chamber in chambers else None
            for name in [gift.recipient] if payer else [gift.donor, gift.recipient]:
                if name not in ends:
                    ends.add(name)
                    yield _line(_end(name), "LegalEntity", {"name": name})
            both = {"payer": payer or _end(gift.donor), "beneficiary": _end(gift.recipient)}
            yield _line(gift.id, "Payment", both | _payment(gift, dates.get(gift.date or "")))


def _end(name: str) -> str:
    return identify("ent", name)


def _line(identifier: str, schema: str, properties: dict[str, Any]) -> str:
    """One entity: every property a list of texts, none empty."""
    lists = {
        name: [value] if isinstance(value, str) else list(value)
        for name, value in properties.items()
        if value
    }
    entity = {"id": identifier, "schema": schema, "properties": lists}
    return json.dumps(entity, ensure_ascii=False) + "\n"


def _document(d: Document) -> dict[str, Any]:
    return {
        "fileName": d.path,
        "title": d.title,
        "author": d.authors,
        "publisher": d.publisher,
        "publishedAt": d.published and d.published.isoformat(),
        "mimeType": d.media_type,
        "encoding": d.encoding,
        "language": "zho",
    }


def _chamber(c: Chamber) -> dict[str, Any]:
    return {
        "name": c.name,
        "alias": c.aliases,
        "country": [code.lower() for code in c.countries] or "cn",
        "classification": c.type,
        "parent": c.parent,
        "proof": _documents(c.mentions),
    }


def _person(p: Person) -> dict[str, Any]:
    offices = dict.fromkeys((o.organization or "") + (o.title or "") for o in p.positions)
    return {"name": p.name, "position": offices, "proof": _documents(p.mentions)}


def _payment(g: Donation, day: Date | None) -> dict[str, Any]:
    span = {"startDate": day.start.isoformat(), "endDate": day.end.isoformat()} if day else {}
    if day and day.precision in _DIGITS:
        span = {"date": day.start.isoformat()[: _DIGITS[day.precision]]}
    goods = "".join(filter(None, (plain(g.quantity) if g.quantity is not None else None, g.unit, g.item)))
    return span | {
        "amount": plain(g.amount) if g.amount is not None else None,
        "currency": g.currency,
        "purpose": goods,
        "summary": g.text,
        "recordId": g.id,
        "proof": g.document,
    }


def _documents(mentions: Iterable[Any]) -> Iterable[str]:
    return dict.fromkeys(m.document for m in mentions)
