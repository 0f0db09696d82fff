"""The dataset as flat tables: what every tabular format writes, validates and describes.

A table's rows hold plain values: text, numbers, dates, booleans, None, and lists of texts. What is nested
in a record becomes a table of its own (mentions, sections, positions); its parent says how many there are.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any, Literal

from pydantic.fields import FieldInfo

from chamber_extract.models import (
    TABLES,
    ChamberRole,
    Dataset,
    Identified,
    Mention,
    Position,
    Problem,
    Record,
    Refers,
    Section,
)

Kind = Literal["text", "number", "integer", "boolean", "date", "list"]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`required`: the cell is never empty; `refers`: the table whose ids it holds; `choices`: all its values."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    refers: str | None = None
    choices: tuple[str, ...] = ()
    minimum: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` gives a dataset's rows in the order of `columns`; `keyed` tables have an id that stands once."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Dataset], Iterator[Row]]
    keyed: bool = True


# Nested elsewhere, tables here.
FLAT_TABLES = ("mentions", "sections", "positions")
NAMES = (*TABLES, *FLAT_TABLES)

_COUNTED = ("mentions", "sections", "pages")
_PLACE = tuple(Mention.model_fields)
_PATH = Column("path", "text", "path of the document")


@cache
def table(name: str) -> Table:
    """The table of that name, one of NAMES."""
    if name in TABLES:
        return _of_records(name)
    return {"mentions": _mentions, "sections": _sections, "positions": _positions}[name]()


def _of_records(name: str) -> Table:
    """One row a record: what is said first, then where.

    Beside a donation's references stand its days, beside a single mention the path of its document, so
    that a spreadsheet needs no look-up for them.
    """
    kind = _record_type(name)
    fields = sorted(kind.model_fields, key=lambda field: field in _PLACE)
    columns = [_column(field, kind.model_fields[field]) for field in fields]
    beside: list[Callable[[Dataset], Callable[[Any], Row]]] = []
    if name == "donations":
        columns += [
            Column("date_start", "date", "first day of the date"),
            Column("date_end", "date", "last day"),
        ]
        beside.append(_days)
    if issubclass(kind, Mention):
        columns.append(_PATH)
        beside.append(_paths)

    def rows(dataset: Dataset) -> Iterator[Row]:
        look_ups = [make(dataset) for make in beside]
        for record in getattr(dataset, name):
            own = (_value(field, getattr(record, field)) for field in fields)
            yield (*own, *chain.from_iterable(look_up(record) for look_up in look_ups))

    return Table(name, _sentence(kind), tuple(columns), rows)


def _days(dataset: Dataset) -> Callable[[Any], Row]:
    days = {d.id: (d.start, d.end) for d in dataset.dates}
    return lambda donation: days.get(donation.date, (None, None))


def _paths(dataset: Dataset) -> Callable[[Any], Row]:
    paths = {d.id: (d.path,) for d in dataset.documents}
    return lambda mention: paths.get(mention.document, (None,))


def _mentions() -> Table:
    columns = (
        Column("table", "text", "table of the record", True, choices=TABLES[1:]),
        Column("id", "text", "id of the record", True),
        Column("name", "text", "name, title or number of the record; empty where its text says it"),
        _PATH,
        *(_column(field, Mention.model_fields[field]) for field in _PLACE),
    )

    def rows(dataset: Dataset) -> Iterator[Row]:
        path = _paths(dataset)
        for name in TABLES[1:]:
            for record in getattr(dataset, name):
                for m in getattr(record, "mentions", [record]):
                    yield (name, record.id, _label(record), *path(m), *(getattr(m, f) for f in _PLACE))

    return Table("mentions", "Every place where something was found, with what it was.", columns, rows, False)


def _sections() -> Table:
    fields = Section.model_fields
    document = Column("document", "text", "id of the document", True, "documents")
    columns = (document, *(_column(name, field) for name, field in fields.items()))

    def rows(dataset: Dataset) -> Iterator[Row]:
        for d in dataset.documents:
            for section in d.sections:
                yield (d.id, *(getattr(section, field) for field in fields))

    return Table("sections", _sentence(Section), columns, rows)


def _positions() -> Table:
    fields = Position.model_fields
    columns = (
        Column("person", "text", "id of the person", True, "people"),
        Column("name", "text", "name of the person", True),
        *(_column(name, field) for name, field in fields.items()),
    )

    def rows(dataset: Dataset) -> Iterator[Row]:
        for person in dataset.people:
            for position in person.positions:
                yield (person.id, person.name, *(getattr(position, field) for field in fields))

    return Table("positions", "An office that a person holds.", columns, rows, False)


def _record_type(name: str) -> type[Record]:
    (record,) = typing.get_args(Dataset.model_fields[name].annotation)
    return record


def _sentence(kind: type[Record]) -> str:
    """The first paragraph of the docstring, on one line."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _column(name: str, field: FieldInfo) -> Column:
    """What the model says of a field, for a cell."""
    if name in _COUNTED:
        return Column(name, "integer", f"how many {name} it has", True, minimum=0)
    kind, optional, choices = _kind(field.annotation)
    refers = next((m.table for m in field.metadata if isinstance(m, Refers)), None)
    minimum = next((m.ge for m in field.metadata if hasattr(m, "ge")), None)
    required = not optional and kind != "list"
    return Column(name, kind, field.description or "", required, refers, choices, minimum)


def _kind(annotation: Any) -> tuple[Kind, bool, tuple[str, ...]]:
    """The kind of a field's cell, whether it may be empty, and its choices."""
    optional, choices = False, ()
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            (annotation,) = (a for a in typing.get_args(annotation) if a is not type(None))
            optional = True
        else:
            break
    if origin is Literal:
        choices = typing.get_args(annotation)
    kinds: dict[Any, Kind] = {bool: "boolean", int: "integer", Decimal: "number", date: "date"}
    return "list" if origin is list else kinds.get(annotation, "text"), optional, choices


def _value(field: str, value: Any) -> Any:
    """A field's value as a cell holds it."""
    if field in _COUNTED:
        return len(value)
    if isinstance(value, list):
        return [_item(item) for item in value]
    return _item(value) if isinstance(value, Record) else value


def _item(value: Any) -> str:
    """A nested record as people write it: 会长@中国五矿化工进出口商会."""
    match value:
        case Position():
            return f"{value.title}@{value.organization}" if value.organization else value.title
        case ChamberRole():
            return f"{value.title}@{value.body}" if value.body else value.title
        case Problem():
            return f"{value.code}: {value.message}"
        case Record():
            return " ".join(str(getattr(value, field)) for field in type(value).model_fields)
    return str(value)


def _label(record: Identified) -> str | None:
    """What the record is about, in a word or two; None where its text says it."""
    for field in ("name", "title", "document_number"):
        if value := getattr(record, field, None):
            return str(value)
    return None
