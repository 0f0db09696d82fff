"""How a dataset is to be written: what the command line or a configuration asks for."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from chamber_extract.writers.flat import NAMES, table

Headers = Literal["en", "zh"]
HEADERS: tuple[str, ...] = get_args(Headers)


@dataclass(frozen=True, slots=True)
class Options:
    """`bom` None: where it helps, in CSV files but not on standard output. `encoding` is that of CSV alone.

    `beside` is the folder that links to documents start from, None where there is none.
    """

    table: str | None = None
    headers: Headers = "en"
    bom: bool | None = None
    encoding: str = "utf-8"
    escape_formulas: bool = True
    beside: str | None = None


EVERYTHING = Options()


def _rows(name: str) -> list[dict[str, str]]:
    with files("chamber_extract.writers").joinpath(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _chinese() -> dict[tuple[str, str], str]:
    return {(row["table"], row["column"]): row["zh"] for row in _rows("headers.csv")}


def sheet_words(headers: Headers) -> dict[str, str]:
    """What a workbook says beside its tables."""
    return {row["word"]: row[headers] for row in _rows("sheet_words.csv")}


def heading(name: str, column: str, headers: Headers) -> str:
    """A column's name at the head of the table `name`."""
    if headers == "en":
        return column
    chinese = _chinese()
    return chinese.get((name, column)) or chinese["", column]


def title(name: str, headers: Headers) -> str:
    """The table's own name."""
    return name if headers == "en" else _chinese()[name, ""]


def headings(name: str, headers: Headers) -> list[str]:
    """The first row of a table."""
    return [heading(name, column.name, headers) for column in table(name).columns]


def unnamed() -> set[tuple[str, str]]:
    """Columns that have no Chinese name."""
    chinese = _chinese()
    columns = {(name, column.name) for name in NAMES for column in table(name).columns}
    return {(name, column) for name, column in columns if not {(name, column), ("", column)} & chinese.keys()}
