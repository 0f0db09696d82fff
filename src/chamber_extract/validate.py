"""Checking a dataset against the data model: shape first, then whether it hangs together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from chamber_extract.models import TABLES, Dataset, Identified, Mention, Record


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong and where: `place` is the record (`donations[3]`, `line 7`, empty for the whole)."""

    place: str
    record: str | None
    field: str
    value: Any
    message: str

    def __str__(self) -> str:
        where = " ".join(x for x in (self.place, self.record, self.field) if x)
        found = "" if self.value is _NOTHING else f", found {_shown(self.value)}"
        return f"{where}{': ' if where else ''}{self.message}{found}"


_NOTHING = object()


def validate(text: str, *, lines: bool = False) -> list[Violation]:
    """All violations of a dataset in JSON, or in JSON Lines with a `table` in each record."""
    found, located = _read_lines(text) if lines else _read_object(text)
    return found or list(_integrity(located))


Located = list[tuple[str, str, Identified]]  # table, place, record


def _read_object(text: str) -> tuple[list[Violation], Located]:
    try:
        raw = json.loads(text, parse_constant=_no_constant)
    except ValueError as error:
        return [Violation("", None, "", _NOTHING, f"not JSON: {error}")], []
    try:
        dataset = Dataset.model_validate_json(text, strict=True)
    except ValidationError as error:
        return [_violation(raw, e) for e in error.errors()], []
    missing = [v for path, name in _missing(dataset) for v in [_absent(raw, path, name)]]
    located = [(t, f"{t}[{i}]", r) for t in TABLES for i, r in enumerate(getattr(dataset, t))]
    return missing, located


def _read_lines(text: str) -> tuple[list[Violation], Located]:
    violations: list[Violation] = []
    located: Located = []
    types = {t: Dataset.model_fields[t].annotation.__args__[0] for t in TABLES}  # type: ignore[union-attr]
    for number, line in enumerate(text.split("\n"), start=1):
        place = f"line {number}"
        if not line.strip():
            continue
        try:
            raw = json.loads(line, parse_constant=_no_constant)
        except ValueError as error:
            violations.append(Violation(place, None, "", _NOTHING, f"not JSON: {error}"))
            continue
        table = raw.pop("table", None) if isinstance(raw, dict) else None
        if table not in types:
            message = f"should be one of {', '.join(TABLES)}"
            violations.append(Violation(place, _id(raw), "table", table, message))
            continue
        try:
            record = types[table].model_validate_json(json.dumps(raw), strict=True)
        except ValidationError as error:
            violations += [_violation(raw, e, place) for e in error.errors()]
            continue
        violations += [_absent(raw, path, name, place) for path, name in _missing(record)]
        located.append((table, place, record))
    return violations, located


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _violation(raw: Any, error: Any, place: str | None = None) -> Violation:
    """What pydantic says, placed in the record where it stands; `place` where the input is one record."""
    path = list(error["loc"])
    absent = error["type"] == "missing"
    return _placed(raw, path, _NOTHING if absent else error["input"], _sentence(error["msg"]), place)


def _absent(raw: Any, path: list[str | int], name: str, place: str | None = None) -> Violation:
    return _placed(raw, [*path, name], _NOTHING, "required, but missing", place)


def _placed(raw: Any, path: list[Any], value: Any, message: str, place: str | None) -> Violation:
    record = raw
    if place is None:
        place = ""
        if len(path) > 1 and path[0] in TABLES:
            place, record, path = f"{path[0]}[{path[1]}]", raw[path[0]][path[1]], path[2:]
    field = ".".join(f"[{p}]" if isinstance(p, int) else str(p) for p in path).replace(".[", "[")
    return Violation(place, _id(record), field, value, message)


def _id(record: Any) -> str | None:
    identifier = record.get("id") if isinstance(record, dict) else None
    return identifier if isinstance(identifier, str) else None


def _sentence(message: str) -> str:
    """Pydantic's message in the manner of ours: `should be a valid integer`."""
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    return message[:1].lower() + message[1:]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:77] + "..."


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


def _integrity(located: Located) -> Iterator[Violation]:
    """What a schema cannot say: ids stand once and lead somewhere, spans are as long as their text."""
    owners: dict[str, str] = {}
    for table, place, record in located:
        sections = [(s.id, f"sections[{i}].id") for i, s in enumerate(getattr(record, "sections", ()))]
        for identifier, field in [(record.id, "id"), *sections]:
            if identifier in owners:
                yield Violation(place, record.id, field, identifier, "should be unique in the dataset")
            owners[identifier] = "sections" if field != "id" else table
    for _, place, record in located:
        identifier = record.id
        for field, target, table in _references(record):
            if owners.get(target) != table:
                yield Violation(place, identifier, field, target, f"should be the id of one of the {table}")
        for field, m in _mentions(record):
            if m.end_char - m.start_char != len(m.text):
                length = f"should be {len(m.text)} characters after start_char, as the text is"
                yield Violation(place, identifier, f"{field}end_char", m.end_char, length)


def _mentions(record: Record) -> Iterable[tuple[str, Mention]]:
    if isinstance(record, Mention):
        return [("", record)]
    return [(f"mentions[{i}].", m) for i, m in enumerate(getattr(record, "mentions", ()))]


def _references(record: Record) -> Iterator[tuple[str, str, str]]:
    """The references in the record: field, id, and the table it should be in."""
    for prefix, m in _mentions(record):
        yield f"{prefix}document", m.document, "documents"
        if m.section:
            yield f"{prefix}section", m.section, "sections"
    for field, table in (("parent", "chambers"), ("donor_chamber", "chambers"), ("date", "dates")):
        if target := getattr(record, field, None):
            yield field, target, table
    for i, position in enumerate(getattr(record, "positions", ())):
        if position.chamber:
            yield f"positions[{i}].chamber", position.chamber, "chambers"
