"""Chambers that a user knows, from a CSV file like ours: name, aliases, type, country, source."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from chamber_extract.errors import UsageError
from chamber_extract.gazetteer import table
from chamber_extract.models import ChamberType
from chamber_extract.normalize.script import fold

COLUMNS = tuple(table("chambers")[0])
TYPES: tuple[str, ...] = get_args(ChamberType)
SEPARATOR = ";"


def read(path: Path) -> tuple[dict[str, str], ...]:
    """The rows of the file, columns that it leaves out empty. Raises UsageError with every fault in it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", restval="")
            header = list(reader.fieldnames or [])
            rows = list(reader)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: no CSV in UTF-8: {error}") from error
    found = [
        f"{name!r} is none of the columns {', '.join(COLUMNS)}" for name in header if name not in COLUMNS
    ]
    found += [] if "name" in header else ["the column name is missing"]
    found = found or list(faults(rows))
    if found:
        raise UsageError("\n".join(f"{path}: {fault}" for fault in found))
    return tuple({column: row.get(column, "") for column in COLUMNS} for row in rows)


def faults(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """What is wrong with rows of chambers, each with its line; a form may be of one chamber alone."""
    codes = {row["code"] for row in table("countries")}
    owners: dict[str, str] = {}
    for line, row in enumerate(rows, start=2):
        cells = {column: row.get(column, "") for column in COLUMNS}
        if "" in row:
            yield f"line {line}: has more cells than the header"
        for column, cell in cells.items():
            if cell != cell.strip() or "\n" in cell:
                yield f"line {line} {column}: has space around it or a line break in it, found {cell!r}"
        if not cells["name"]:
            yield f"line {line} name: required, but empty"
        if cells["type"] and cells["type"] not in TYPES:
            yield f"line {line} type: should be one of {', '.join(TYPES)}, found {cells['type']!r}"
        for code in filter(None, cells["country"].split(SEPARATOR)):
            if code not in codes:
                yield f"line {line} country: should be ISO 3166-1 alpha-2, found {code!r}"
        for form in dict.fromkeys((cells["name"], *filter(None, cells["aliases"].split(SEPARATOR)))):
            if owners.setdefault(fold(form), cells["name"]) != cells["name"]:
                yield f"line {line} {form!r}: is a form of {owners[fold(form)]} already"
