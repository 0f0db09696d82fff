"""CSV for spreadsheets and for programs: one flat table a file, what is nested in tables of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from chamber_extract.models import (
    TABLES,
    ChamberRole,
    Dataset,
    Mention,
    Position,
    Problem,
    Record,
    Section,
    plain,
)

# Between the items of a list in one cell. Chinese text has 、；，of its own, but not this.
SEPARATOR = " | "

# A text cell that begins so can be run as a formula (the list is OWASP's, full-width forms included);
# an apostrophe before it makes every spreadsheet take it for the text it is.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_MENTION = tuple(Mention.model_fields)


def csv_text(dataset: Dataset, table: str | None = None) -> Iterator[str]:
    """One table, a row a record, its header first; the mentions of all tables where none is named."""
    for row in _rows(dataset, table or "mentions"):
        buffer = io.StringIO()
        # Told that rows end in CR LF, the csv module quotes cells that hold either. Ours end in LF.
        csv.writer(buffer, lineterminator="\r\n").writerow([_cell(value) for value in row])
        yield buffer.getvalue()[:-2] + "\n"


Row = Iterable[Any]


def _rows(dataset: Dataset, table: str) -> Iterator[Row]:
    """The header and the records of the table, as rows of values."""
    if table == "mentions":
        return _mentions(dataset)
    if table == "sections":
        return _sections(dataset)
    return _records(dataset, table)


def _mentions(dataset: Dataset) -> Iterator[Row]:
    """Every place in a document that something was found in, with what it was."""
    yield ("table", "id", "name", "path", *_MENTION)
    paths = {d.id: d.path for d in dataset.documents}
    for table in TABLES[1:]:
        for record in getattr(dataset, table):
            for m in getattr(record, "mentions", [record]):
                yield (table, record.id, _label(record), paths.get(m.document), *_values(m, _MENTION))


def _sections(dataset: Dataset) -> Iterator[Row]:
    yield ("document", *Section.model_fields)
    for document in dataset.documents:
        for section in document.sections:
            yield (document.id, *_values(section, Section.model_fields))


def _records(dataset: Dataset, table: str) -> Iterator[Row]:
    """One row a record: what is said first, then where.

    References are ids; beside them stand a donation's days and a single mention's path, so that a
    spreadsheet needs no look-up for them.
    """
    record_type = _record_type(table)
    fields = sorted(record_type.model_fields, key=lambda field: field in _MENTION)
    header, beside = list(fields), []
    if table == "donations":
        days = {d.id: [d.start, d.end] for d in dataset.dates}
        header += ["date_start", "date_end"]
        beside.append(lambda record: days.get(record.date, [None, None]))
    if issubclass(record_type, Mention):
        paths = {d.id: [d.path] for d in dataset.documents}
        header.append("path")
        beside.append(lambda record: paths.get(record.document, [None]))
    yield header
    for record in getattr(dataset, table):
        values = zip(fields, _values(record, fields), strict=True)
        yield [
            *(_count(field, value) for field, value in values),
            *chain.from_iterable(look_up(record) for look_up in beside),
        ]


def _values(record: Record, fields: Iterable[str]) -> list[Any]:
    return [getattr(record, field) for field in fields]


def _record_type(table: str) -> type[Record]:
    (record,) = Dataset.model_fields[table].annotation.__args__  # type: ignore[union-attr]
    return record


def _count(field: str, value: Any) -> Any:
    """Mentions and sections are tables of their own, pages are in JSON: their parents say how many there are."""
    return len(value) if field in ("mentions", "sections", "pages") else value


def _label(record: Any) -> str | None:
    """What the record is about, in a word or two; None where its text says it."""
    for field in ("name", "title", "document_number"):
        if value := getattr(record, field, None):
            return str(value)
    return None


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case list():
            return _guarded(SEPARATOR.join(_item(item) for item in value))
        case Record():
            return _guarded(_item(value))
        case str():
            return _guarded(value)
    return str(value)


def _guarded(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text


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
