"""CSV for spreadsheets and for programs: one flat table a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from chamber_extract.models import Dataset, plain
from chamber_extract.writers.flat import table
from chamber_extract.writers.options import Options, headings

# Between the items of a list in one cell. Chinese text has 、；，of its own, but not this.
SEPARATOR = " | "

# A text cell that begins so can be run as a formula (the list is OWASP's, full-width forms included);
# an apostrophe before it makes every spreadsheet take it for the text it is.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_text(dataset: Dataset, options: Options) -> Iterator[str]:
    """One table, a row a record, its header first; the mentions of all tables where none is named."""
    name = options.table or "mentions"
    mark = "'" if options.escape_formulas else ""
    if options.bom:
        yield "\ufeff"  # without it Excel takes UTF-8 for something else
    yield _line(headings(name, options.headers))
    for row in table(name).rows(dataset):
        yield _line([_cell(value, mark) for value in row])


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    # Told that rows end in CR LF, the csv module quotes cells that hold either. Ours end in LF.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()[:-2] + "\n"


def _cell(value: Any, mark: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case list():
            value = SEPARATOR.join(value)
            return mark + value if value.startswith(FORMULA) else value
        case str():
            return mark + value if value.startswith(FORMULA) else value
    return str(value)
