"""Datasets of whole records, in JSON and JSON Lines, against the models."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import IO, Any, get_args

from pydantic import ValidationError

from chamber_extract.models import TABLES, Dataset, Identified, Mention, Record, Refers
from chamber_extract.validate.integrity import Integrity
from chamber_extract.validate.stream import Stream, loads
from chamber_extract.validate.violation import NOTHING, Violation

TYPES: dict[str, type[Identified]] = {t: get_args(Dataset.model_fields[t].annotation)[0] for t in TABLES}

_HEAD = 16  # bytes that show what the first record begins with


def check(file: IO[bytes], integrity: Integrity, *, lines: bool) -> Iterator[Violation]:
    """Violations of shape, in order; what has to be compared across records goes to `integrity`."""
    buffered = io.BufferedReader(file)  # type: ignore[arg-type]
    lines = lines or buffered.peek(_HEAD)[:_HEAD].removeprefix(codecs.BOM_UTF8).startswith(b'{"table"')
    text = io.TextIOWrapper(buffered, encoding="utf-8-sig", newline="")
    try:
        yield from _lines(text, integrity) if lines else _object(text, integrity)
    finally:
        text.detach()
        buffered.detach()  # whoever opened the file closes it


def _object(file: IO[str], integrity: Integrity) -> Iterator[Violation]:
    head: dict[str, Any] = {}
    seen: set[str] = set()
    try:
        for key, index, value, text in Stream(file).entries(TABLES):
            if index is not None:
                yield from _record(key, f"{key}[{index}]", value, text, integrity)
            elif key == "" and not isinstance(value, dict):
                yield from _head(value)
                return
            elif key in seen:
                yield Violation("", None, key, NOTHING, "stands twice")
            else:
                seen.add(key)
                head[key] = value
    except (ValueError, RecursionError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise
        yield Violation("", None, "", NOTHING, f"not JSON: {error}")
        return
    yield from _head(head)


def _head(value: Any) -> Iterator[Violation]:
    """What stands beside the records: version, generator, and that every table is there."""
    try:
        dataset = Dataset.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        yield from (_violation(value, e, "") for e in error.errors())
        return
    yield from (_absent(value, path, name, "") for path, name in _missing(dataset))


def _lines(file: IO[str], integrity: Integrity) -> Iterator[Violation]:
    number = 0
    while line := file.readline():
        number += 1
        place = f"line {number}"
        if not line.strip():
            continue
        try:
            raw = loads(line)
        except (ValueError, RecursionError) as error:
            yield Violation(place, None, "", NOTHING, f"not JSON: {error}")
            continue
        table = raw.pop("table", None) if isinstance(raw, dict) else None
        if not isinstance(table, str) or table not in TYPES:
            message = f"should be one of {', '.join(TABLES)}"
            yield Violation(place, _id(raw), "table", table, message)
            continue
        yield from _record(table, place, raw, json.dumps(raw), integrity)


def _record(table: str, place: str, raw: Any, text: str, integrity: Integrity) -> Iterator[Violation]:
    """Violations of one record."""
    try:
        record = TYPES[table].model_validate_json(text, strict=True)
    except ValidationError as error:
        yield from (_violation(raw, e, place) for e in error.errors())
        return
    yield from (_absent(raw, path, name, place) for path, name in _missing(record))
    integrity.known(table, record.id, place, record.id, "id")
    if table == "documents":
        integrity.document(record.id, record.path, record.sha256, place)  # type: ignore[attr-defined]
    for prefix, part in _parts(record):
        if isinstance(part, Mention):
            yield from integrity.span(part, place, record.id, prefix)
        elif isinstance(part, Identified) and part is not record:
            integrity.known("sections", part.id, place, record.id, f"{prefix}id")
        for name, target in _references(part):
            integrity.refers(target, getattr(part, name), place, record.id, f"{prefix}{name}")


def _parts(record: Record, prefix: str = "") -> Iterator[tuple[str, Record]]:
    """The record and the records in it, with what stands before the names of their fields."""
    yield prefix, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, list):
            for i, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _parts(item, f"{prefix}{name}[{i}].")


def _references(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that hold an id, with the table that it should be in."""
    for name, field in type(record).model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, Refers) and getattr(record, name):
                yield name, mark.table


def _violation(raw: Any, error: Any, place: str) -> Violation:
    """What pydantic says, placed in the record where it stands."""
    absent = error["type"] == "missing"
    return _placed(
        raw, list(error["loc"]), NOTHING if absent else error["input"], _sentence(error["msg"]), place
    )


def _absent(raw: Any, path: list[str | int], name: str, place: str) -> Violation:
    return _placed(raw, [*path, name], NOTHING, "required, but missing", place)


def _placed(raw: Any, path: list[Any], value: Any, message: str, place: str) -> Violation:
    field = ".".join(f"[{p}]" if isinstance(p, int) else str(p) for p in path).replace(".[", "[")
    return Violation(place, _id(raw), field, value, message)


def _id(record: Any) -> str | None:
    identifier = record.get("id") if isinstance(record, dict) else None
    return identifier if isinstance(identifier, str) else None


def _sentence(message: str) -> str:
    """Pydantic's message in the manner of ours: `should be a valid integer`."""
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    return message[:1].lower() + message[1:]


def _missing(record: Record) -> Iterator[tuple[list[str | int], str]]:
    """Fields that the model could fill in but that a dataset must have, as path and name."""
    fields = type(record).model_fields
    for name in fields:
        if name not in record.model_fields_set:
            yield [], name
        value = getattr(record, name)
        nested = enumerate(value) if isinstance(value, list) else [(None, value)]
        for i, item in nested:
            if isinstance(item, Record):
                here = [name] if i is None else [name, i]
                yield from (([*here, *path], field) for path, field in _missing(item))
