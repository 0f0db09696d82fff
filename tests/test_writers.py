"""The output formats, and files that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chamber_extract import writers
from chamber_extract.errors import UsageError
from chamber_extract.models import Dataset, plain
from chamber_extract.writers import Options
from chamber_extract.writers.files import replacing
from chamber_extract.writers.structured import json_lines, json_text
from chamber_extract.writers.tabular import csv_text

FOUND = {"rule": "title-before", "confidence": Decimal("0.97")}
PLACE = {"document": "doc-1", "section": None, "start_char": 0, "end_char": 2, "text": "捐款", "page": None}
DONATION = {
    **PLACE,
    "id": "don-1",
    "donor": None,
    "donor_chamber": None,
    "donor_count": None,
    "scope": "individual",
    "recipient": None,
    "kind": "cash",
    "amount": Decimal("34796.25"),
    "currency": "GBP",
    "amount_cny": None,
    "quantity": None,
    "unit": None,
    "item": None,
    "approximation": "exact",
    "low": None,
    "high": None,
    "cumulative": False,
    "date": None,
    "action": "donate",
    **FOUND,
}
PERSON = {
    "id": "per-1",
    "name": "江辉",
    "name_type": "full",
    "positions": [{"title": "会长", "organization": "五矿商会", "chamber": None}, {"title": "代表"}],
    "roles": ["speaker"],
    **FOUND,
    "mentions": [PLACE, {**PLACE, "start_char": 9, "end_char": 11}],
}


def dataset(**tables: Any) -> Dataset:
    documents = [{"id": "doc-1", "path": "a.txt"}]
    return Dataset.model_validate(
        {
            "schema_version": "1",
            "generator": {"name": "n", "version": "v"},
            "documents": documents,
            **tables,
        }
    )


def written(form: str, table: str | None = None, **tables: Any) -> str:
    return "".join(writers.FORMATS[form].write(dataset(**tables), Options(table)))  # type: ignore[arg-type]


def rows(table: str | None = None, **tables: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", table, **tables), newline="")))


class TestNumbers:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            ("1250000000", "1250000000"),
            ("1.25E+9", "1250000000"),
            ("34796.25", "34796.25"),
            ("34796.250", "34796.25"),
            ("12000", "12000"),
            ("0", "0"),
            ("0.000001", "0.000001"),
            ("1E-8", "0.00000001"),
            ("-3.5", "-3.5"),
            ("12345678901234567890.12345", "12345678901234567890.12345"),
        ],
    )
    def test_all_digits_and_no_exponent(self, number: str, expected: str) -> None:
        assert plain(Decimal(number)) == expected
        donation = {**DONATION, "amount": Decimal(number)}
        assert f'"amount": {expected},' in written("json", donations=[donation])
        assert f'"amount": {expected},' in written("jsonl", "donations", donations=[donation])
        assert rows("donations", donations=[donation])[0]["amount"] == expected

    def test_what_is_written_reads_back(self) -> None:
        text = written("json", donations=[{**DONATION, "amount": Decimal("1234567890123456.789")}])
        assert json.loads(text, parse_float=Decimal)["donations"][0]["amount"] == Decimal(
            "1234567890123456.789"
        )


class TestJson:
    def test_form_is_that_of_the_standard_library(self) -> None:
        text = written("json", donations=[{**DONATION, "amount": Decimal(5)}], people=[PERSON])
        assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text

    def test_lines_are_records_with_their_table(self) -> None:
        lines = written("jsonl", donations=[DONATION], people=[PERSON]).splitlines()
        assert [json.loads(line)["table"] for line in lines] == ["documents", "people", "donations"]
        assert lines[0] == json.dumps(json.loads(lines[0]), ensure_ascii=False)

    @pytest.mark.parametrize(
        "text", ['"', "\\", "\n", "\t", "\x00", "\x1f", "\u2028", "«»", "𠮷", "</script>"]
    )
    def test_text_survives(self, text: str) -> None:
        documents = [{"id": "doc-1", "path": text}]
        assert json.loads(written("json", documents=documents))["documents"][0]["path"] == text
        (line,) = written("jsonl", documents=documents).split("\n")[:-1]
        assert json.loads(line)["path"] == text

    def test_one_table_is_a_list(self) -> None:
        assert [r["id"] for r in json.loads(written("json", "people", people=[PERSON]))] == ["per-1"]
        assert written("json", "people") == "[]\n"

    def test_of_real_documents(self, dataset: Dataset) -> None:
        text = "".join(json_text(dataset))
        assert Dataset.model_validate_json(text, strict=True) == dataset
        assert json.loads(text) == json.loads(dataset.model_dump_json())
        assert sum(1 for _ in json_lines(dataset)) == sum(len(getattr(dataset, t)) for t in writers.TABLES)


class TestCsv:
    def test_mentions_of_all_tables(self) -> None:
        found = rows(people=[PERSON], donations=[DONATION])
        assert [(r["table"], r["id"], r["path"], r["start_char"]) for r in found] == [
            ("people", "per-1", "a.txt", "0"),
            ("people", "per-1", "a.txt", "9"),
            ("donations", "don-1", "a.txt", "0"),
        ]
        assert found[0]["name"] == "江辉"

    def test_nested_values_are_readable(self) -> None:
        (row,) = rows("people", people=[PERSON])
        assert (row["positions"], row["roles"], row["mentions"]) == ("会长@五矿商会 | 代表", "speaker", "2")

    def test_nothing_is_an_empty_cell_and_truth_a_word(self) -> None:
        (row,) = rows("donations", donations=[DONATION])
        assert (row["donor"], row["cumulative"]) == ("", "false")

    @pytest.mark.parametrize(
        "text", ["=1+1", "+86", "-1", "@x", "\t=1", "\r=1", "＝1+1", "＋8", "－1", "＠x"]
    )
    def test_text_that_begins_as_a_formula_is_held_as_text(self, text: str) -> None:
        (row,) = rows("people", people=[{**PERSON, "name": text}])
        assert row["name"] == "'" + text

    def test_a_negative_number_stays_a_number(self) -> None:
        (row,) = rows("donations", donations=[{**DONATION, "amount": Decimal(-5)}])
        assert row["amount"] == "-5"

    @pytest.mark.parametrize("text", ["中国\n出口", "中国\r\n出口", "中国\r出口", '中"国', "中,国", " 中 "])
    def test_cells_survive(self, text: str) -> None:
        found = rows("people", people=[{**PERSON, "name": text}, PERSON])
        assert [r["name"] for r in found] == [text, "江辉"]

    def test_rows_end_in_line_feeds(self) -> None:
        assert "\r" not in written("csv", "people", people=[PERSON])

    def test_a_donation_has_its_days_and_its_path_beside_the_ids(self) -> None:
        day = {**PLACE, "id": "dat-1", "start": "2020-01-01", "end": "2020-01-31", "edtf": "2020-01", "precision": "month",
               "relation": "on", "inferred": False, **FOUND}  # fmt: skip
        found = rows("donations", dates=[day], donations=[{**DONATION, "date": "dat-1"}, DONATION])
        assert [(r["date"], r["date_start"], r["date_end"], r["path"]) for r in found] == [
            ("dat-1", "2020-01-01", "2020-01-31", "a.txt"),
            ("", "", "", "a.txt"),
        ]
        assert list(found[0])[:2] == ["id", "donor"]

    def test_sections_are_a_table(self) -> None:
        section = {
            "id": "sec-1",
            "title": "题",
            "published": date(2020, 1, 1),
            "start_char": 0,
            "end_char": 9,
        }
        (row,) = rows("sections", documents=[{"id": "doc-1", "path": "a.txt", "sections": [section]}])
        assert (row["document"], row["title"], row["published"]) == ("doc-1", "题", "2020-01-01")

    def test_of_real_documents(self, dataset: Dataset) -> None:
        for table in (*writers.TABLES, *writers.FLAT_TABLES):
            read = list(csv.reader(io.StringIO("".join(csv_text(dataset, Options(table))), newline="")))
            assert {len(row) for row in read} == {len(read[0])}
        assert len(list(csv_text(dataset, Options("donations")))) >= len(dataset.donations) + 1


class TestChoice:
    @pytest.mark.parametrize(
        ("form", "output", "expected"),
        [
            (None, None, "json"),
            (None, "x.json", "json"),
            (None, "x.JSONL", "jsonl"),
            (None, "x.ndjson", "jsonl"),
            (None, "x.csv", "csv"),
            (None, "x/", "csv"),
            (None, "x", "csv"),
            (None, "/dev/null", "json"),
            ("jsonl", "x.json", "jsonl"),
            ("csv", None, "csv"),
        ],
    )
    def test_of_the_format(self, form: str | None, output: str | None, expected: str) -> None:
        assert writers.choose(form, output) == expected

    @pytest.mark.parametrize(("form", "output"), [("xml", None), (None, "x.xml"), (None, "x.txt")])
    def test_of_an_unknown_format_names_the_known(self, form: str | None, output: str | None) -> None:
        with pytest.raises(UsageError, match="json, jsonl, csv"):
            writers.choose(form, output)

    @pytest.mark.parametrize(("table", "form"), [("donation", "json"), ("mentions", "json"), ("x", "csv")])
    def test_of_an_unknown_table_names_the_known(self, table: str, form: str) -> None:
        with pytest.raises(UsageError, match="donations, policies"):
            writers.check(form, Options(table))


class TestFiles:
    def test_replace_together_at_the_end(self, tmp_path: Path) -> None:
        one, two = tmp_path / "one", tmp_path / "deep" / "two"
        one.write_text("old")
        with replacing([one, two]) as files:
            for file in files.values():
                file.write("新\n".encode())
            assert one.read_text() == "old"
            assert not two.exists()
        assert [p.read_bytes() for p in (one, two)] == ["新\n".encode()] * 2

    def test_leave_the_old_and_no_rest_after_an_error(self, tmp_path: Path) -> None:
        one = tmp_path / "one"
        one.write_text("old")
        with pytest.raises(KeyError), replacing([one, tmp_path / "two"]) as files:
            files[one].write(b"new")
            raise KeyError
        assert [p.name for p in tmp_path.iterdir()] == ["one"]
        assert one.read_text() == "old"

    def test_keep_the_permissions_and_the_link(self, tmp_path: Path) -> None:
        real, link = tmp_path / "real", tmp_path / "link"
        real.write_text("old")
        real.chmod(0o640)
        link.symlink_to(real)
        with replacing([link]) as files:
            files[link].write(b"new")
        assert link.is_symlink()
        assert (real.read_text(), real.stat().st_mode & 0o777) == ("new", 0o640)

    def test_devices_are_written_to(self) -> None:
        with replacing([Path("/dev/null")]) as files:
            files[Path("/dev/null")].write(b"new")
        assert Path("/dev/null").is_char_device()

    @pytest.mark.parametrize("place", ["file/x.json", "folder"])
    def test_that_cannot_be_are_named(self, tmp_path: Path, place: str) -> None:
        (tmp_path / "file").touch()
        (tmp_path / "folder").mkdir()
        with pytest.raises(UsageError, match=rf"{place}: cannot be written"), replacing([tmp_path / place]):
            pass
