"""Output formats: a dataset as text, piece by piece. Adding one is one file and one line here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO

from chamber_extract.errors import UsageError
from chamber_extract.models import TABLES, Dataset
from chamber_extract.writers import structured, tabular
from chamber_extract.writers.files import replacing

# Each gives the text of one table, or of the whole dataset where the table is None.
FORMATS: dict[str, Callable[[Dataset, str | None], Iterator[str]]] = {
    "json": structured.json_text,
    "jsonl": structured.json_lines,
    "csv": tabular.csv_text,
}
# Tables that only the tabular formats have: what is nested elsewhere.
FLAT_TABLES = ("mentions", "sections")
SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}


def choose(form: str | None, output: str | None) -> str:
    """The format that was asked for, else what the output's name says, else json.

    Raises UsageError for an unknown format and for a name that says nothing.
    """
    if form:
        if form not in FORMATS:
            raise UsageError(f"unknown format {form!r}: choose one of {', '.join(FORMATS)}")
        return form
    if output is None or (Path(output).exists() and not Path(output).is_dir() and not Path(output).suffix):
        return "json"
    suffix = PurePath(output).suffix.lower()
    if output.endswith("/") or not suffix:
        return "csv"
    if suffix not in SUFFIXES:
        raise UsageError(
            f"{output}: no format goes by {suffix!r}: name one with --format ({', '.join(FORMATS)})"
        )
    return SUFFIXES[suffix]


def check_table(table: str | None, form: str) -> None:
    """Raises UsageError where the format has no such table."""
    known = TABLES + FLAT_TABLES if form == "csv" else TABLES
    if table is not None and table not in known:
        only = " (mentions and sections are tables of csv alone)" if table in FLAT_TABLES else ""
        raise UsageError(f"unknown table {table!r}: choose one of {', '.join(known)}{only}")


@contextmanager
def opened(target: str | None, form: str, table: str | None) -> Iterator[Mapping[str | None, IO[str]]]:
    """A file for each table that is to be written (None: the whole dataset), by name of the table.

    Standard output where no target is given. What is written takes its place when all is done.
    """
    if target is None:
        yield {table: sys.stdout}
        sys.stdout.flush()
        return
    if (
        form == "csv"
        and table is None
        and (target.endswith("/") or Path(target).is_dir() or not Path(target).suffix)
    ):
        paths = {name: Path(target, f"{name}.csv") for name in (*TABLES, *FLAT_TABLES)}
    else:
        paths = {table: Path(target)}
    with replacing(paths.values()) as files:
        if form == "csv":
            for file in files.values():
                file.write("\ufeff")  # without it Excel takes UTF-8 for something else
        yield {name: files[path] for name, path in paths.items()}
