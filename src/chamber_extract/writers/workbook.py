"""XLSX, by XlsxWriter: a sheet that explains, a sheet of totals, and one sheet a table, for people."""

from __future__ import annotations

import io
import os
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from chamber_extract.errors import UsageError
from chamber_extract.models import Dataset, plain
from chamber_extract.writers.flat import NAMES, Column, Table, table
from chamber_extract.writers.options import Options, heading, headings, sheet_words, title
from chamber_extract.writers.tabular import SEPARATOR
from chamber_extract.writers.totals import left_out, totals

ROWS = 1_048_576  # of a sheet, as Excel has it
CELL = 32_767  # characters of a cell, likewise
LINKS = 65_530  # of a sheet, likewise
_WIDTHS = {"number": 15, "integer": 10, "boolean": 10, "date": 12}
# What a reader looks up rarely stands to the right, narrow and grey.
_BACKSTAGE = frozenset(
    "id rule confidence start_char end_char sha256 encoding media_type edtf reference".split()
)
_WIDEST = {"text": 60, "item": 30, "path": 44}  # by column; what is longer is wrapped


def xlsx(dataset: Dataset, options: Options) -> Iterator[bytes]:
    """The bytes of a workbook."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError("xlsx needs XlsxWriter: pip install 'chamber-extract[xlsx]'") from error
    buffer = io.BytesIO()
    # Text stays text: nothing of a document becomes a formula, a link or a number.
    plain_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "use_future_functions": True, **plain_text})
    book.set_properties({"title": "chamber-extract", "created": datetime(1980, 1, 1)})  # no clock
    _Book(book, dataset, options).write()
    book.close()
    yield buffer.getvalue()


class _Book:
    """One workbook."""

    def __init__(self, book: Any, dataset: Dataset, options: Options) -> None:
        self.book, self.dataset, self.options = book, dataset, options
        self.words = sheet_words(options.headers)
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "valign": "vcenter"})
        self.right = book.add_format(
            {
                "bold": True,
                "bg_color": "#DCE6F1",
                "bottom": 1,
                "align": "right",
                "indent": 1,
                "valign": "vcenter",
            }
        )
        self.faint = book.add_format(
            {"font_color": "#7F7F7F", "bg_color": "#EDEDED", "bottom": 1, "valign": "vcenter"}
        )
        self.bold = book.add_format({"bold": True})
        self.top = book.add_format(top)
        self.wrapped = book.add_format({**top, "text_wrap": True})
        self.link = book.add_format({**top, "font_color": "#1F5FBF", "underline": 1})
        self.day = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        number = {**top, "align": "right", "indent": 1}  # apart from the words of the next column
        self.whole = book.add_format({**number, "num_format": "#,##0"})
        self.broken = book.add_format({**number, "num_format": "#,##0.00########"})
        # Excel knows truth by itself; LibreOffice would show 1 and 0.
        self.truth = book.add_format({**top, "num_format": '"TRUE";"TRUE";"FALSE"', "align": "center"})
        self.bare = book.add_format({**number, "num_format": "0"})

    def write(self) -> None:
        sheets = [self.words["about"], self.words["totals"], *(title(n, self.options.headers) for n in NAMES)]
        about, sums, *tables = (self.book.add_worksheet(name) for name in sheets)
        self.rows = {d.id: i for i, d in enumerate(self.dataset.documents, start=2)}
        counts = {name: self._table(sheet, name) for sheet, name in zip(tables, NAMES, strict=True)}
        self._about(about, counts)
        self._totals(sums, counts["donations"])

    def _about(self, sheet: Any, counts: dict[str, int]) -> None:
        """Each table with its rows, each column with its meaning and its name for programs."""
        words, headers = self.words, self.options.headers
        names = [words[word] for word in ("table", "column", "field", "meaning", "rows")]
        self._header(sheet, names, ["text", "text", "text", "text", "number"], 0)
        row = 1
        for name in NAMES:
            shape = table(name)
            target = f"internal:'{title(name, headers)}'!A1"
            sheet.write_url(row, 0, target, self.link, title(name, headers))
            sheet.write_string(row, 3, shape.description, self.wrapped)
            sheet.write_number(row, 4, counts[name], self.whole)
            for column in (shape.columns[i] for i in _order(shape)):
                row += 1
                said = _explained(column)
                sheet.write_string(row, 1, heading(name, column.name, headers), self.top)
                sheet.write_string(row, 2, column.name, self.top)
                sheet.write_string(row, 3, said, self.wrapped)
                sheet.set_row(row, 16 * (1 + _width(said, 500) // 105))
            row += 2
        sheet.set_column(0, 2, 18)
        sheet.set_column(3, 3, 110)
        sheet.set_column(4, 4, 10)
        generator = self.dataset.generator
        sheet.write_string(
            row, 0, f"{generator.name} {generator.version}, data model {self.dataset.schema_version}"
        )

    def _totals(self, sheet: Any, count: int) -> None:
        """Per donor and currency, as formulas over the donations."""
        words, headers = self.words, self.options.headers
        sheet.write_string(0, 0, words["note"])
        names = [
            heading("donations", c, headers) for c in ("donor", "donor_chamber", "kind", "currency", "amount")
        ]
        kinds = ["text"] * 4 + ["number"] * 3
        self._header(sheet, [*names, words["gifts"], words["hedged"]], kinds, 1)
        found = totals(self.dataset)
        for row, total in enumerate(found, start=2):
            for place, value in enumerate(
                (total.donor or words["unnamed"], total.chamber, total.kind, total.currency)
            ):
                self._text(sheet, row, place, value, self.wrapped if place == 0 else self.top)
            form = self._form(total.amount)
            formula = self._sum(row, total.chamber, total.donor, count)
            if formula:
                sheet.write_formula(row, 4, formula, form, float(total.amount))
            else:
                sheet.write_number(row, 4, float(total.amount), form)
            sheet.write_number(row, 5, total.gifts, self.whole)
            sheet.write_number(row, 6, total.hedged, self.whole)
        if found:
            sheet.autofilter(1, 0, 1 + len(found), 6)
        below = 3 + len(found)
        sheet.write_string(below, 0, words["left_out"], self.bold)
        for row, (reason, number) in enumerate(left_out(self.dataset).items(), start=below + 1):
            sheet.write_string(row, 0, words[reason])
            sheet.write_number(row, 4, number, self.whole)
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, 1, 24)
        sheet.set_column(2, 3, 10)
        sheet.set_column(4, 6, 18)

    def _sum(self, row: int, chamber: str | None, donor: str | None, count: int) -> str | None:
        """The formula of a total; None where Excel could not compare the donor's name (255 characters at most)."""
        if not chamber and (not donor or len(donor) > 255 or re.search(r"[*?~<>=]", donor)):
            return None
        sheet = title("donations", self.options.headers)
        shape = table("donations")
        order = [shape.columns[i].name for i in _order(shape)]

        def cells(column: str) -> str:
            letter = _letters(order.index(column))
            return f"'{sheet}'!${letter}$2:${letter}${count + 1}"

        whose = f"{cells('donor_chamber')},B{row + 1}"
        if not chamber:
            whose = f'{cells("donor")},A{row + 1},{cells("donor_chamber")},""'
        same = f"{cells('kind')},C{row + 1},{cells('currency')},D{row + 1},{cells('additive')},TRUE"
        return f"=SUMIFS({cells('amount')},{whose},{same})"

    def _table(self, sheet: Any, name: str) -> int:
        """One table, its header frozen and filtered; how many rows it has."""
        shape = table(name)
        order = _order(shape)
        columns = [shape.columns[i] for i in order]
        names = [headings(name, self.options.headers)[i] for i in order]
        self._header(sheet, names, ["faint" if _backstage(c) else c.kind for c in columns], 0)
        widths = [_width(head) for head in names]
        count = 0
        for count, values in enumerate(shape.rows(self.dataset), start=1):
            if count >= ROWS:
                raise UsageError(f"{name} has more rows than a sheet of xlsx: take csv, sqlite or parquet")
            for place, column in enumerate(columns):
                value = values[order[place]]
                self._cell(sheet, count, place, column, value)
                if column.kind in ("text", "list") and value:
                    longest = _width(value if isinstance(value, str) else SEPARATOR.join(value))
                    widths[place] = max(widths[place], longest)
        for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
            widest = 12 if _backstage(column) else _WIDEST.get(column.name, 36)
            sheet.set_column(place, place, max(_WIDTHS.get(column.kind, 8), min(width + 2, widest)))
        sheet.autofilter(0, 0, max(count, 1), len(names) - 1)
        return count

    def _header(self, sheet: Any, names: list[str], kinds: list[str], row: int) -> None:
        """The first row, above its columns as they are aligned; it stays in sight."""
        forms = {"faint": self.faint, "number": self.right, "integer": self.right}
        for place, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            sheet.write_string(row, place, name, forms.get(kind, self.head))
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(row)
        sheet.set_row(row, 20)
        sheet.freeze_panes(row + 1, 1)

    def _cell(self, sheet: Any, row: int, place: int, column: Column, value: Any) -> None:
        match value:
            case None:
                return
            case bool():
                sheet.write_boolean(row, place, value, self.truth)
            case Decimal() | int():
                self._number(sheet, row, place, column, value)
            case list():
                self._text(sheet, row, place, SEPARATOR.join(value), self.wrapped)
            case str() if link := self._target(column, value, row):
                sheet.write_url(row, place, link, self.link, value)
            case str():
                self._text(sheet, row, place, value, self.top if _backstage(column) else self.wrapped)
            case _ if value.year >= 1900:
                sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), self.day)
            case _:  # Excel's calendar begins in 1900
                self._text(sheet, row, place, value.isoformat(), self.top)

    def _number(self, sheet: Any, row: int, place: int, column: Column, value: Decimal | int) -> None:
        """A number; what the fifteen digits of a cell would change stays text."""
        number = Decimal(value)
        if Decimal(repr(float(number))) != number or len(number.as_tuple().digits) > 15:
            self._text(sheet, row, place, plain(number), self.top)
        else:
            form = self._form(number) if column.kind == "number" else self.bare
            sheet.write_number(row, place, float(number), form)

    def _form(self, number: Decimal) -> Any:
        return self.whole if number == number.to_integral_value() else self.broken

    def _text(self, sheet: Any, row: int, place: int, value: str | None, form: Any) -> None:
        if value:
            sheet.write_string(row, place, value if len(value) <= CELL else value[: CELL - 1] + "…", form)

    def _target(self, column: Column, value: str, row: int) -> str | None:
        """Where the cell leads: from a record to its document's row, from there to the file."""
        if row > LINKS:
            return None
        if column.refers == "documents":
            return f"internal:'{title('documents', self.options.headers)}'!A{self.rows[value]}"
        beside = self.options.beside
        if column.name == "path" and column.required and beside is not None:
            absolute = PurePath(value).is_absolute() or PurePath(beside).is_absolute()
            # A link into the file system names no machine's folders.
            return None if absolute or value == "-" else f"external:{os.path.relpath(value, beside)}"
        return None


def _backstage(column: Column) -> bool:
    return column.refers is not None or column.name in _BACKSTAGE


def _order(shape: Table) -> list[int]:
    """The columns as people read them: where to look things up comes last."""
    return sorted(range(len(shape.columns)), key=lambda i: _backstage(shape.columns[i]))


def _explained(column: Column) -> str:
    choices = f" ({', '.join(column.choices)})" if column.choices else ""
    leads = f" → {column.refers}" if column.refers else ""
    return (column.description + choices + leads).strip()


def _width(text: str, most: int = 60) -> int:
    """Columns that the longest line takes, Chinese characters two."""
    return max(
        (
            sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line[:most])
            for line in text.split("\n")
        ),
        default=0,
    )


def _letters(index: int) -> str:
    """The column's letters: A, Z, AA."""
    first, last = divmod(index, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
