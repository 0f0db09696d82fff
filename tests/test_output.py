"""output/ is what the code makes of seeds/, so that every change in what is found shows in review."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from chamber_extract.models import TABLES, Dataset
from chamber_extract.writers import FLAT_TABLES, Options
from chamber_extract.writers.structured import json_text
from chamber_extract.writers.tabular import csv_text

OUTPUT = ROOT / "output"
STALE = "stale: read the differences after `make output`"


def test_dataset(dataset: Dataset) -> None:
    assert (OUTPUT / "dataset.json").read_bytes() == "".join(json_text(dataset)).encode(), STALE


@pytest.mark.parametrize("table", (*TABLES, *FLAT_TABLES))
def test_tables(dataset: Dataset, table: str) -> None:
    expected = "".join(["\ufeff", *csv_text(dataset, Options(table))]).encode()
    assert (OUTPUT / "csv" / f"{table}.csv").read_bytes() == expected, STALE


def test_nothing_else_is_there() -> None:
    tables = {Path("csv", f"{t}.csv") for t in (*TABLES, *FLAT_TABLES)}
    assert {p.relative_to(OUTPUT) for p in OUTPUT.rglob("*") if p.is_file()} == {
        Path("dataset.json"),
        Path("csv", "datapackage.json"),
        *tables,
    }
