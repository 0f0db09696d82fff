"""The database: types, keys, search, views; and Parquet, the other format of engines."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from chamber_extract.models import Dataset
from chamber_extract.writers import NAMES, Options
from chamber_extract.writers.flat import table
from chamber_extract.writers.sqlite import database
from chamber_extract.writers.totals import totals
from tests.programs import python, run


@pytest.fixture(scope="module")
def file(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "x.sqlite"
    path.write_bytes(b"".join(database(dataset, Options())))
    return path


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


def test_every_table_has_its_rows(db: sqlite3.Connection, dataset: Dataset) -> None:
    for name in NAMES:
        (count,) = db.execute(f"SELECT count(*) FROM {name}").fetchone()
        assert count == len(list(table(name).rows(dataset)))


def test_keys_hold(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    references = {(r[3], r[2]) for r in db.execute("PRAGMA foreign_key_list(donations)")}
    assert references == {
        ("document", "documents"),
        ("section", "sections"),
        ("donor_chamber", "chambers"),
        ("date", "dates"),
        ("part_of", "donations"),
        ("same_as", "donations"),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE donations SET donor_chamber = 'cha-nowhere'",
        "UPDATE donations SET scope = 'many'",
        "UPDATE donations SET text = NULL",
        "UPDATE chambers SET id = 'cha-1'",
    ],
)
def test_the_database_refuses_what_does_not_hang_together(db: sqlite3.Connection, wrong: str) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(wrong)


def test_values_have_types(db: sqlite3.Connection, dataset: Dataset) -> None:
    kinds = db.execute("SELECT DISTINCT typeof(amount) FROM donations").fetchall()
    assert set(kinds) <= {("integer",), ("real",), ("null",)}
    (chamber,) = (c for c in dataset.chambers if len(c.countries) > 1)
    (countries,) = db.execute("SELECT countries FROM chambers WHERE id = ?", [chamber.id]).fetchone()
    assert json.loads(countries) == chamber.countries


def test_quotes_can_be_searched(db: sqlite3.Connection, dataset: Dataset) -> None:
    found = db.execute(
        "SELECT m.id FROM mentions_search AS s JOIN mentions AS m ON m.rowid = s.rowid WHERE s.text MATCH '防护服'"
    ).fetchall()
    expected = [
        m for t in ("dates", "donations", "figures") for m in getattr(dataset, t) if "防护服" in m.text
    ]
    assert len(found) == len(expected) > 10


def test_donations_by_chamber_count_each_gift_once(db: sqlite3.Connection, dataset: Dataset) -> None:
    found = db.execute("SELECT chamber, kind, currency, gifts, amount FROM donations_by_chamber").fetchall()
    expected = {
        (t.chamber, t.kind, t.currency, t.gifts, float(t.amount)) for t in totals(dataset) if t.chamber
    }
    assert {(*row[:4], float(row[4])) for row in found} == expected


def test_people_by_chamber(db: sqlite3.Connection) -> None:
    found = db.execute("SELECT name, title, person_name FROM people_by_chamber").fetchall()
    assert ("中国五矿化工进出口商会", "会长", "江辉") in found


def test_the_timeline_runs_forward(db: sqlite3.Connection) -> None:
    days = [row[0] for row in db.execute("SELECT start FROM timeline")]
    assert days == sorted(days)
    assert {row[0] for row in db.execute('SELECT DISTINCT "table" FROM timeline')} >= {
        "donations",
        "sections",
    }


def test_datasette_opens_it(file: Path, dataset: Dataset) -> None:
    tables = json.loads(run("datasette", "inspect", file))["x"]["tables"]
    assert {name: tables[name]["count"] for name in NAMES} == {
        name: len(list(table(name).rows(dataset))) for name in NAMES
    }


class TestParquet:
    @pytest.fixture
    def folder(self, dataset: Dataset, tmp_path: Path) -> Path:
        from chamber_extract.writers.parquet import parquet

        for name in NAMES:
            (tmp_path / f"{name}.parquet").write_bytes(b"".join(parquet(dataset, Options(name))))
        return tmp_path

    def test_decimals_dates_and_lists_are_real(self, folder: Path, dataset: Dataset) -> None:
        import pyarrow.parquet as pq

        donations = pq.read_table(folder / "donations.parquet").to_pylist()
        assert [d["amount"] for d in donations] == [g.amount for g in dataset.donations]
        assert all(isinstance(d["amount"], Decimal | None) for d in donations)
        chambers = pq.read_table(folder / "chambers.parquet").to_pylist()
        assert [c["countries"] for c in chambers] == [c.countries for c in dataset.chambers]
        documents = pq.read_table(folder / "documents.parquet").to_pylist()
        assert [d["published"] for d in documents] == [d.published for d in dataset.documents]
        schema = pq.read_schema(folder / "donations.parquet")
        assert schema.field("donor_count").metadata == {b"description": "54 in 54家商会".encode()}

    def test_duckdb_counts_and_adds_up_alike(self, folder: Path, dataset: Dataset) -> None:
        code = (
            "import duckdb\n"
            "print(duckdb.sql(\"select count(*), sum(amount) from 'donations.parquet' where additive\").fetchall())"
        )
        additive = [g for g in dataset.donations if g.additive]
        total = sum((g.amount for g in additive if g.amount is not None), Decimal(0))
        shown = python(code, folder).strip()
        assert shown == f"[({len(additive)}, Decimal('{total:.10f}'))]"
