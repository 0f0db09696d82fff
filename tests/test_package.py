"""The Data Package beside the CSV files, and CSV for people: names, marks, encodings."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from chamber_extract.ids import identify
from chamber_extract.models import Dataset
from chamber_extract.writers import NAMES, Options, opened
from chamber_extract.writers.flat import table
from chamber_extract.writers.options import headings, unnamed
from tests.programs import python, run


def written(dataset: Dataset, target: Path, options: Options) -> None:
    with opened(f"{target}/", "csv", options) as write:
        write(dataset)


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    written(dataset, folder, Options())
    return folder


WRITTEN = {
    "as it is": Options(),
    "zh": Options(headers="zh"),
    "no bom": Options(bom=False),
    "gb18030": Options(encoding="gb18030"),
    "formulas": Options(escape_formulas=False),
}


@pytest.fixture(scope="module")
def reports(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What frictionless says of each way of writing, and of chambers that are missing: "astray"."""
    parent = tmp_path_factory.mktemp("packages")
    for name, options in {**WRITTEN, "astray": Options()}.items():
        written(dataset, parent / name, options)
    chambers = parent / "astray" / "chambers.csv"
    lines = chambers.read_text("utf-8").splitlines(keepends=True)
    chambers.write_text("".join(lines[:1] + lines[-1:]), "utf-8")
    code = (
        "import json, pathlib, frictionless\n"
        "packages = pathlib.Path().glob('*/datapackage.json')\n"
        "print(json.dumps({p.parent.name: frictionless.validate(p).to_dict() for p in packages}))"
    )
    return json.loads(python(code, parent))


@pytest.mark.parametrize("name", WRITTEN)
def test_frictionless_accepts_it(name: str, reports: dict[str, Any], dataset: Dataset) -> None:
    report = reports[name]
    assert report["valid"], [t["errors"] for t in report["tasks"]]
    assert {t["name"]: t["stats"]["rows"] for t in report["tasks"]} == {
        name: len(list(table(name).rows(dataset))) for name in NAMES
    }


def test_frictionless_sees_a_reference_that_leads_nowhere(reports: dict[str, Any]) -> None:
    assert not reports["astray"]["valid"]
    assert "foreign-key" in {e["type"] for t in reports["astray"]["tasks"] for e in t["errors"]}


def test_every_field_is_described_and_named_in_chinese(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        assert resource["description"]
        for field in resource["schema"]["fields"]:
            assert field["description"]
            assert re.search(r"[一-鿿]|SHA|EDTF", field["title"])
    assert unnamed() == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_of_a_table_have_one_name(name: str) -> None:
    for headers in ("en", "zh"):
        names = headings(name, headers)  # type: ignore[arg-type]
        assert len(set(names)) == len(names)


def test_pandas_counts_and_adds_up_alike(folder: Path, dataset: Dataset) -> None:
    code = (
        "import pandas\n"
        "d = pandas.read_csv('donations.csv')\n"
        "print(len(d), d[d.additive].groupby('currency').amount.sum().to_dict())"
    )
    sums: dict[str, Decimal] = {}
    for g in dataset.donations:
        if g.additive and g.amount is not None and g.currency:
            sums[g.currency] = sums.get(g.currency, Decimal(0)) + g.amount
    shown = {currency: float(total) for currency, total in sorted(sums.items())}
    assert python(code, folder).strip() == f"{len(dataset.donations)} {shown}"


def test_jq_counts_and_adds_up_alike(dataset: Dataset, tmp_path: Path) -> None:
    sums = '[.donations[] | select(.additive and .currency == "CNY").amount // 0] | add'
    with opened(str(tmp_path / "x.json"), "json", Options()) as write:
        write(dataset)
    shown = run("jq", f"(.donations | length), ({sums})", tmp_path / "x.json").split()
    cny = [g.amount for g in dataset.donations if g.additive and g.currency == "CNY" and g.amount is not None]
    assert list(map(Decimal, shown)) == [len(dataset.donations), sum(cny)]
    with opened(str(tmp_path / "x.jsonl"), "jsonl", Options()) as write:
        write(dataset)
    lines = run("jq", "-r", ".table", tmp_path / "x.jsonl").split()
    assert lines.count("donations") == len(dataset.donations)


def test_csvstat_reads_it(folder: Path, dataset: Dataset) -> None:
    assert run("csvstat", "--count", folder / "donations.csv").strip() == str(len(dataset.donations))


class TestForPeople:
    TEXT = "2020年1月28日，柬埔寨中国商会向湖北省捐款10万美元。"

    @pytest.fixture(autouse=True)
    def document(self, here: Path) -> None:
        (here / "a.txt").write_text(self.TEXT, "utf-8")

    def test_standard_output_has_no_mark_and_files_have_one(self, cli) -> None:
        assert cli("a.txt", "-f", "csv").out.startswith("table,id")
        cli("a.txt", "-o", "x.csv")
        assert Path("x.csv").read_bytes().startswith(b"\xef\xbb\xbftable")
        assert cli("a.txt", "-f", "csv", "--add-bom").out.startswith("\ufefftable")
        cli("a.txt", "-o", "y.csv", "--no-add-bom")
        assert Path("y.csv").read_bytes().startswith(b"table")
        cli("a.txt", "-o", "x.json")
        assert Path("x.json").read_bytes().startswith(b"{")

    def test_old_spreadsheets_get_gb18030(self, cli) -> None:
        assert cli("a.txt", "-o", "x.csv", "--encoding", "gb18030", "--table", "donations").status == 0
        assert "柬埔寨中国商会" in Path("x.csv").read_bytes().decode("gb18030")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--encoding", "latin-1"], "latin-1 has no '柬': write utf-8 or gb18030"),
            (["--encoding", "gb23"], "unknown encoding 'gb23'"),
            (["--encoding", "gb18030", "--add-bom"], "a byte order mark belongs to UTF-8"),
            (["--headers", "fr"], "unknown headers 'fr': choose one of en, zh"),
            (["-f", "xlsx", "--table", "donations"], "xlsx holds all tables together"),
        ],
    )
    def test_what_cannot_be_is_said(self, cli, arguments: list[str], said: str) -> None:
        run = cli("a.txt", "-o", "x.csv", *arguments)
        assert run.status == 2
        assert said in run.err
        assert not Path("x.csv").exists()

    def test_chinese_names_of_columns(self, cli) -> None:
        (row,) = csv.DictReader(
            io.StringIO(cli("a.txt", "-f", "csv", "--table", "donations", "--headers", "zh").out)
        )
        assert (row["捐赠方"], row["金额"], row["币种"]) == ("柬埔寨中国商会", "100000", "USD")
        assert row["原文"] in self.TEXT

    def test_formulas_are_left_alone_where_asked(self, cli) -> None:
        Path("=1+1.txt").write_text(self.TEXT, "utf-8")
        out = cli("=1+1.txt", "-f", "csv", "--table", "documents").out
        assert ",'=1+1.txt," in out
        assert (
            ",=1+1.txt," in cli("=1+1.txt", "-f", "csv", "--table", "documents", "--no-escape-formulas").out
        )

    def test_no_id_is_a_number_or_a_date_to_a_spreadsheet(self, dataset: Dataset) -> None:
        months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
        for name in NAMES:
            shape = table(name)
            places = [i for i, c in enumerate(shape.columns) if c.name == "id"]
            for row in shape.rows(dataset):
                for i in places:
                    assert re.fullmatch(r"[a-z]{3}-[0-9a-f]{16}", row[i])
                    assert row[i][:3] not in months
        assert identify("don", 1) != identify("don", 2)


def test_the_committed_table_schemas_are_those_of_the_tables() -> None:
    from chamber_extract.writers.datapackage import table_schema

    for name in NAMES:
        path = ROOT / "schemas" / f"{name}.tableschema.json"
        assert json.loads(path.read_text("utf-8")) == table_schema(name), "stale: run `make schemas`"
