"""Datasets of flat tables, in csv, xlsx and sqlite, against the columns that they should have."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from chamber_extract.errors import ReadError, UsageError
from chamber_extract.validate.integrity import Integrity
from chamber_extract.validate.violation import NOTHING, Violation
from chamber_extract.writers.flat import NAMES, Column, Table, table
from chamber_extract.writers.options import HEADERS, headings, title
from chamber_extract.writers.tabular import FORMULA
from chamber_extract.writers.workbook import CELL

Rows = Iterator[tuple[Any, ...]]

csv.field_size_limit(1 << 27)


@dataclass(frozen=True, slots=True)
class _Quote:
    document: str
    start_char: int
    end_char: int
    text: str


def check(path: Path, integrity: Integrity) -> Iterator[Violation]:
    """Violations of a csv file, a folder of them, a workbook or a database.

    Raises ReadError where it is none.
    """
    opened = {".csv": _csv, ".xlsx": _xlsx}.get(path.suffix.lower(), _csv if path.is_dir() else _sqlite)
    given = opened(path)
    for name in NAMES if len(given) > 1 or path.is_dir() else given:
        if name not in given:
            yield Violation("", None, name, NOTHING, "table is missing")
            continue
        with closing(given[name]()) as rows:
            yield from _table(table(name), rows, integrity, alone=len(given) == 1)


def _csv(path: Path) -> dict[str, Callable[[], Rows]]:
    files = {name: path / f"{name}.csv" for name in NAMES} if path.is_dir() else {path.stem: path}
    files = {name: file for name, file in files.items() if file.is_file()}
    if unknown := [name for name in files if name not in NAMES]:
        raise ReadError(f"{unknown[0]} is no table: a csv file goes by one of {', '.join(NAMES)}")
    if not files:
        raise ReadError("no csv tables in it")
    encoding = _encoding(path if path.is_dir() else path.parent)

    def rows(file: Path) -> Rows:
        with file.open(encoding=encoding, newline="") as text:
            try:
                for row in csv.reader(text):
                    yield tuple(value or None for value in row)
            except (UnicodeDecodeError, csv.Error) as error:
                raise ReadError(f"{file.name} cannot be read: {error}") from error

    return {name: lambda file=file: rows(file) for name, file in files.items()}  # type: ignore[misc]


def _encoding(folder: Path) -> str:
    """That of the Data Package, where there is one."""
    try:
        package = json.loads((folder / "datapackage.json").read_text("utf-8"))
        encoding = package["resources"][0]["encoding"]
    except (OSError, ValueError, LookupError, TypeError):
        encoding = "utf-8"
    return "utf-8-sig" if encoding == "utf-8" else str(encoding)


def _xlsx(path: Path) -> dict[str, Callable[[], Rows]]:
    try:
        import openpyxl
    except ImportError as error:
        raise UsageError("reading xlsx needs openpyxl: pip install 'chamber-extract[xlsx]'") from error
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        raise ReadError(f"no workbook: {error}") from error
    sheets = {title(name, headers): name for name in NAMES for headers in HEADERS}  # type: ignore[arg-type]
    found = {sheets[s.title]: s for s in book.worksheets if s.title in sheets}
    return {
        name: lambda sheet=sheet: _padded(sheet.iter_rows(values_only=True)) for name, sheet in found.items()
    }  # type: ignore[misc]


def _padded(rows: Rows) -> Rows:
    """Rows as long as the header: a sheet does not store what is empty at the end."""
    width = 0
    for row in rows:
        width = width or len(row)
        yield (*row, *[None] * (width - len(row)))


def _sqlite(path: Path) -> dict[str, Callable[[], Rows]]:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise ReadError(f"no database: {error}") from error

    def rows(name: str) -> Rows:
        cursor = connection.execute(f'SELECT * FROM "{name}"')
        yield tuple(column[0] for column in cursor.description)
        yield from cursor

    return {name: lambda name=name: rows(name) for name in NAMES if name in found}  # type: ignore[misc]


def _table(shape: Table, rows: Rows, integrity: Integrity, *, alone: bool) -> Iterator[Violation]:
    """Violations of one table; a table alone has nothing to lead to."""
    header = [str(name) for name in next(rows, ())]
    names = next((n for h in HEADERS if set(n := headings(shape.name, h)) & set(header)), [])  # type: ignore[arg-type]
    columns = dict(zip(names, shape.columns, strict=False))
    for name in header:
        if name not in columns:
            yield Violation(shape.name, None, name, NOTHING, "column is not one of the data model")
    for name in columns.keys() - set(header) if columns else ("id",):
        yield Violation(shape.name, None, name, NOTHING, "column is missing")
    order = [columns.get(name) for name in header]
    for number, cells in enumerate(rows, start=2):
        place = f"{shape.name} row {number}"
        if len(cells) != len(header):
            yield Violation(place, None, "", len(cells), f"should have {len(header)} cells")
            continue
        found: dict[str, Any] = {}
        wrong = []
        for column, cell in zip(order, cells, strict=True):
            if column is not None:
                found[column.name], message = _read(column, cell)
                if message:
                    wrong.append((column.name, cell, message))
        record = found.get("id") if isinstance(found.get("id"), str) else None
        yield from (Violation(place, record, n, NOTHING if c is None else c, m) for n, c, m in wrong)
        if not wrong:
            yield from _related(shape, found, place, record, integrity, alone=alone)


def _related(
    shape: Table, row: dict[str, Any], place: str, record: str | None, integrity: Integrity, *, alone: bool
) -> Iterator[Violation]:
    if shape.keyed and record:
        integrity.known(shape.name, record, place, record, "id")
    if shape.name == "documents" and record:
        integrity.document(record, row["path"], row["sha256"], place)
    if not alone:
        for column in shape.columns:
            if column.refers and row.get(column.name):
                integrity.refers(column.refers, row[column.name], place, record, column.name)
        if shape.name == "mentions":
            integrity.refers(row["table"], row["id"], place, record, "id")
    quoted = {"document", "start_char", "end_char", "text"} <= row.keys()
    if quoted and len(row["text"]) < CELL:  # a longer one was cut by the spreadsheet
        quote = _Quote(row["document"], row["start_char"], row["end_char"], row["text"])
        yield from integrity.span(quote, place, record)


def _read(column: Column, cell: Any) -> tuple[Any, str | None]:
    """A cell's value, and what is wrong with it."""
    if cell is None:
        return None, "required, but empty" if column.required else None
    try:
        value = _VALUES[column.kind](cell)
    except (ValueError, InvalidOperation):
        return cell, f"should be {_KINDS[column.kind]}"
    if column.choices and value not in column.choices:
        return value, f"should be one of {', '.join(column.choices)}"
    if column.minimum is not None and value < column.minimum:
        return value, f"should be at least {column.minimum}"
    return value, None


_KINDS = {
    "text": "text",
    "list": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date as 2020-03-01",
}


def _text(cell: Any) -> str:
    if not isinstance(cell, str):
        raise ValueError
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _number(cell: Any) -> Decimal:
    if isinstance(cell, bool):
        raise ValueError
    number = Decimal(str(cell))
    if not number.is_finite():
        raise ValueError
    return number


def _integer(cell: Any) -> int:
    number = _number(cell)
    if number != number.to_integral_value():
        raise ValueError
    return int(number)


def _boolean(cell: Any) -> bool:
    if isinstance(cell, bool | int) and cell in (0, 1):
        return bool(cell)
    return {"true": True, "false": False}[cell] if cell in ("true", "false") else _fail()


def _date(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    return date.fromisoformat(cell) if isinstance(cell, str) else _fail()


def _fail() -> Any:
    raise ValueError


_VALUES: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "list": _text,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "date": _date,
}
