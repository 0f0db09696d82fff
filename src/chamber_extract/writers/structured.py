"""JSON and JSON Lines: every number with all its digits, which no float could promise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from chamber_extract.models import TABLES, Dataset, Record, plain
from chamber_extract.writers.options import EVERYTHING, Options


def json_text(dataset: Dataset, options: Options = EVERYTHING) -> Iterator[str]:
    """The dataset, or the list of one table's records, as one JSON value: two spaces deep, LF, a last line feed."""
    return json_value(getattr(dataset, options.table) if options.table else dataset)


def json_value(value: Any) -> Iterator[str]:
    """Records, dicts, lists and plain values as JSON, with a last line feed."""
    yield from _indented(value, "\n")
    yield "\n"


def json_lines(dataset: Dataset, options: Options = EVERYTHING) -> Iterator[str]:
    """One record a line, the name of its table first."""
    for name in [options.table] if options.table else TABLES:
        for record in getattr(dataset, name):
            yield f'{{"table": "{name}", {_compact(record)[1:]}\n'


def _scalar(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return plain(value)
        case str():
            return encode_basestring(value)
        case date():
            return f'"{value.isoformat()}"'
    raise TypeError(f"no JSON for {type(value).__name__}")


def _fields(value: Record | dict[str, Any]) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return [(name, getattr(value, name)) for name in type(value).model_fields]


def _indented(value: Any, line: str) -> Iterator[str]:
    """Pieces of the value's JSON; `line` is a line feed and the indentation of where it stands."""
    deeper = line + "  "
    if isinstance(value, Record | dict):
        separator = "{"
        for name, item in _fields(value):
            yield f'{separator}{deeper}"{name}": '
            yield from _indented(item, deeper)
            separator = ","
        yield line + "}"
    elif isinstance(value, list) and value:
        separator = "["
        for item in value:
            yield separator + deeper
            yield from _indented(item, deeper)
            separator = ","
        yield line + "]"
    else:
        yield "[]" if isinstance(value, list) else _scalar(value)


def _compact(value: Any) -> str:
    if isinstance(value, Record | dict):
        return "{" + ", ".join(f'"{name}": {_compact(item)}' for name, item in _fields(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_compact, value)) + "]"
    return _scalar(value)
