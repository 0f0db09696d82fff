"""The workbook: what Excel would show, and what LibreOffice calculates."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chamber_extract.models import Dataset
from chamber_extract.writers import NAMES, Options
from chamber_extract.writers.flat import table
from chamber_extract.writers.options import title
from chamber_extract.writers.totals import totals
from chamber_extract.writers.workbook import xlsx
from tests.programs import run

# LibreOffice takes a workbook's stored results for true unless told to calculate on loading.
ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


@pytest.fixture(scope="module")
def data(dataset: Dataset) -> bytes:
    (data,) = xlsx(dataset, Options())
    return data


@pytest.fixture(scope="module")
def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(book: Any, name: str) -> list[dict[str, Any]]:
    header, *rest = book[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rest]


def test_a_sheet_explains_one_adds_up_and_every_table_has_one(book: Any, dataset: Dataset) -> None:
    assert book.sheetnames == ["about", "totals", *NAMES]
    for name in NAMES:
        assert len(rows(book, name)) == len(list(table(name).rows(dataset)))
    explained = {(r[1], r[3]) for r in book["about"].iter_rows(values_only=True)}
    assert ("donor_count", "54 in 54家商会") in explained
    assert all(meaning for column, meaning in explained if column)


def test_numbers_and_dates_are_real(book: Any, dataset: Dataset) -> None:
    found = {r["id"]: r for r in rows(book, "donations")}
    for g in dataset.donations:
        amount = found[g.id]["amount"]
        assert (None if amount is None else Decimal(str(amount))) == g.amount
        assert found[g.id]["additive"] is g.additive
    day = next(d for d in dataset.dates if d.precision == "day")
    (row,) = (r for r in rows(book, "dates") if r["id"] == day.id)
    assert row["start"] == datetime(day.start.year, day.start.month, day.start.day)
    cell = next(c for c in book["dates"]["A"][1:] if c.value)
    assert cell.number_format == "yyyy-mm-dd"


def test_the_header_stays_and_filters(book: Any) -> None:
    for name in NAMES:
        assert book[name].freeze_panes == "B2"
        assert book[name].auto_filter.ref.startswith("A1:")


def test_quotes_wrap_within_a_width(book: Any) -> None:
    sheet = book["donations"]
    (text,) = (c for c in sheet[1] if c.value == "text")
    assert sheet.cell(2, text.column).alignment.wrap_text
    assert 20 < sheet.column_dimensions[text.column_letter].width <= 62


def test_a_record_leads_to_its_document(book: Any, dataset: Dataset) -> None:
    sheet = book["donations"]
    (column,) = (c.column for c in sheet[1] if c.value == "document")
    cell = sheet.cell(2, column)
    leads = cell.hyperlink.location
    assert leads.startswith("'documents'!A")
    row = int(leads.rpartition("A")[2])
    header = [c.value for c in book["documents"][1]]
    assert book["documents"].cell(row, header.index("id") + 1).value == cell.value


def test_a_document_leads_to_its_file_beside_the_workbook(
    cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("docs/a.txt").write_text("柬埔寨中国商会。", "utf-8")
    assert cli("docs", "-o", "out/x.xlsx").status == 0
    sheet = openpyxl.load_workbook("out/x.xlsx")["documents"]
    assert sheet["A2"].hyperlink.target.replace("\\", "/") == "../docs/a.txt"


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "@x", "-1", "2020-03", "00123", "http://a.example", "x" * 40_000]
)
def test_text_stays_text(text: str, dataset: Dataset) -> None:
    document = dataset.documents[0].model_copy(update={"title": text})
    small = Dataset(schema_version="1", generator=dataset.generator, documents=[document])
    (data,) = xlsx(small, Options())
    (row,) = rows(openpyxl.load_workbook(io.BytesIO(data)), "documents")
    assert row["title"] == (text if len(text) < 32_768 else "x" * 32_766 + "…")


@pytest.mark.parametrize(
    ("amount", "expected"), [("34796.25", 34796.25), ("12345678901234567890", "12345678901234567890")]
)
def test_digits_that_a_cell_would_lose_are_kept_as_text(
    amount: str, expected: object, dataset: Dataset
) -> None:
    gift = dataset.donations[0].model_copy(update={"amount": Decimal(amount)})
    small = Dataset(
        schema_version="1", generator=dataset.generator, documents=dataset.documents, donations=[gift]
    )
    (data,) = xlsx(small, Options())
    assert rows(openpyxl.load_workbook(io.BytesIO(data)), "donations")[0]["amount"] == expected


def test_chinese_names_of_sheets_and_columns(dataset: Dataset) -> None:
    (data,) = xlsx(dataset, Options(headers="zh"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["说明", "汇总", *(title(name, "zh") for name in NAMES)]
    header = [c.value for c in book["捐赠"][1]]
    assert {"捐赠方", "金额", "币种", "原文"} <= set(header)


def test_libreoffice_opens_it_and_comes_to_the_same_totals(
    data: bytes, dataset: Dataset, tmp_path: Path
) -> None:
    (tmp_path / "profile" / "user").mkdir(parents=True)
    (tmp_path / "profile" / "user" / "registrymodifications.xcu").write_text(ALWAYS_CALCULATE)
    (tmp_path / "x.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "out", tmp_path / "x.xlsx")  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "out" / "x.xlsx", data_only=True)
    shown = [row for row in book["totals"].iter_rows(min_row=3, values_only=True) if row[2]]
    expected = [(t.kind, t.currency, t.amount, t.gifts) for t in totals(dataset)]
    assert [(r[2], r[3], Decimal(str(r[4])), r[5]) for r in shown] == expected
    assert expected
    for name in NAMES:
        assert len(rows(book, name)) == len(list(table(name).rows(dataset)))


def test_totals_are_formulas(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    formulas = [
        row[4].value
        for row in book["totals"].iter_rows(min_row=3)
        if row[2].value and row[0].value != "(not named)"
    ]
    assert formulas
    assert all(f.startswith("=SUMIFS('donations'!") for f in formulas)


def test_without_the_library_it_says_what_to_install(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from chamber_extract.errors import UsageError

    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"chamber-extract\[xlsx\]"):
        list(xlsx(dataset, Options()))
