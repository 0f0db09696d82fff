"""Checking datasets: what is refused and how it is named."""

from __future__ import annotations

import io
import json
import random
import sqlite3
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chamber_extract.schema import schema
from chamber_extract.validate import Violation, stream, validate_stream
from chamber_extract.validate import validate as validate_path
from tests.good_dataset import GOOD, changed, lines, small


def validate(text: str, *, lines: bool = False) -> list[Violation]:
    return list(validate_stream(io.BytesIO(text.encode()), lines=lines))


def test_a_good_dataset_has_no_violation() -> None:
    assert validate(json.dumps(GOOD)) == []
    assert validate(lines(GOOD), lines=True) == []


# path, value, what the violation says of it
SHAPE = [
    ("donations.0.amount", "34796.25", 'donations[0] don-1 amount: should be a number, found "34796.25"'),
    ("donations.0.amount", True, "donations[0] don-1 amount: should be a number, found true"),
    ("donations.0.amount", [1], "donations[0] don-1 amount: should be a number, found [1]"),
    ("donations.0.donor_count", "3", 'donations[0] don-1 donor_count: should be a valid integer, found "3"'),
    ("donations.0.cumulative", 1, "donations[0] don-1 cumulative: should be a valid boolean, found 1"),
    ("donations.0.donor", 5, "donations[0] don-1 donor: should be a valid string, found 5"),
    ("donations.0.start_char", -1, "donations[0] don-1 start_char: should be greater than or equal to 0, found -1"),
    ("dates.0.start", "2020-02-30", "dates[0] dat-1 start: should be a valid date"),
    ("dates.0.start", "2020年3月1日", "dates[0] dat-1 start: should be a valid date"),
    ("chambers.0.type", "club", "chambers[0] cha-1 type: should be 'overseas'"),
    ("chambers.0.countries.0", 1, "chambers[0] cha-1 countries[0]: should be a valid string, found 1"),
    ("people.0.positions.0.title", 5, "people[0] per-1 positions[0].title: should be a valid string, found 5"),
    ("chambers.0.mentions.0.end_char", "4", "chambers[0] cha-1 mentions[0].end_char: should be a valid integer"),
    ("chambers.0.color", "red", "chambers[0] cha-1 color: extra inputs are not permitted"),
    ("chambers.0", [], "chambers[0]"),
    ("chambers", {}, "chambers: should be a valid array"),
    ("schema_version", None, "schema_version: should be a valid string, found null"),
]  # fmt: skip
MISSING = [
    ("donations.0.amount", "donations[0] don-1 amount: "),
    ("donations.0.scope", "donations[0] don-1 scope: "),
    ("people.0.positions.0.chamber", "people[0] per-1 positions[0].chamber: "),
    ("chambers.0.mentions.0.section", "chambers[0] cha-1 mentions[0].section: "),
    ("figures", "figures: "),
    ("generator", "generator: "),
    ("chambers.0.id", "chambers[0] id: "),
]


@pytest.mark.parametrize(("path", "value", "said"), SHAPE, ids=[f"{p}={v}" for p, v, _ in SHAPE])
def test_a_wrong_value_is_named_with_its_place(path: str, value: Any, said: str) -> None:
    (violation,) = validate(json.dumps(changed(path, value)))
    assert str(violation).startswith(said)


@pytest.mark.parametrize(("path", "said"), MISSING, ids=[p for p, _ in MISSING])
def test_a_missing_field_is_named_with_its_place(path: str, said: str) -> None:
    (violation,) = validate(json.dumps(changed(path, drop=True)))
    assert str(violation).startswith(said)
    assert "found" not in str(violation)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD, id="good"),
        *[pytest.param(changed(p, v), id=f"{p}={v}") for p, v, _ in SHAPE],
        *[pytest.param(changed(p, drop=True), id=f"no {p}") for p, _ in MISSING],
        pytest.param([], id="a list"),
        pytest.param({}, id="empty"),
    ],
)
def test_jsonschema_agrees(data: Any) -> None:
    checker = Draft202012Validator(schema("dataset"), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert checker.is_valid(data) == (not validate(json.dumps(data)))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("figures.0.id", "don-1", "figures[0] don-1 id: should be unique in the dataset"),
        ("documents.0.sections.0.id", "doc-1", "documents[0] doc-1 sections[0].id: should be unique"),
        ("figures.0.document", "doc-9", 'figures[0] fig-1 document: should be the id of one of the documents, found "doc-9"'),
        ("people.0.mentions.0.section", "doc-1", "people[0] per-1 mentions[0].section: should be the id of one of the sections"),
        ("people.0.positions.0.chamber", "cha-9", "people[0] per-1 positions[0].chamber: should be the id of one of the chambers"),
        ("chambers.0.parent", "per-1", "chambers[0] cha-1 parent: should be the id of one of the chambers"),
        ("donations.0.donor_chamber", "x", "donations[0] don-1 donor_chamber: should be the id of one of the chambers"),
        ("donations.0.date", "don-1", "donations[0] don-1 date: should be the id of one of the dates"),
        ("dates.0.end_char", 5, "dates[0] dat-1 end_char: should be 4 characters after start_char"),
        ("policies.0.mentions.0.end_char", 3, "policies[0] pol-1 mentions[0].end_char: should be 4 characters"),
    ],
)  # fmt: skip
def test_what_does_not_hang_together_is_named(path: str, value: Any, said: str) -> None:
    data = changed(path, value)
    assert any(str(v).startswith(said) for v in validate(json.dumps(data)))
    assert any(said.split(" ", 1)[1] in str(v) for v in validate(lines(data), lines=True))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"table": "donations"', "line 1: not JSON"),
        ('{"id": "don-1"}', "line 1 don-1 table: should be one of documents"),
        ('{"table": "gifts"}', 'line 1 table: should be one of documents, chambers, people, dates, donations, policies, figures, found "gifts"'),
        ("[]", "line 1 table: should be one of"),
        ('\n\n{"table": "figures", "id": "fig-1", "value": NaN}', "line 3: not JSON: NaN is no JSON number"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named_by_its_number(text: str, said: str) -> None:
    assert str(validate(text, lines=True)[0]).startswith(said)


class TestStream:
    @pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
    def test_pieces_may_end_anywhere(self, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stream, "CHUNK", size)
        for indent in (None, 1):
            assert validate(json.dumps(GOOD, indent=indent, ensure_ascii=False)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "", "{", "[", "nul", '{"documents": [', '{"documents": [{}', '{"documents": [{},]}', '{"documents": [,{}]}',
            '{"a" 1}', '{"a": 1,}', '{a: 1}', '{"a": 1} x', '{"documents": [{"id": "doc-1}]}', "{1: 2}", '{"a": NaN}',
            '{"a": ' + "[" * 100_000,
        ],
    )  # fmt: skip
    def test_what_is_no_json_is_said_once(self, text: str) -> None:
        (violation,) = [v for v in validate(text) if "not JSON" in v.message]
        assert violation.place == ""

    def test_a_table_that_stands_twice_is_named(self) -> None:
        text = json.dumps(GOOD)[:-1] + ', "figures": []}'
        assert "figures: stands twice" in map(str, validate(text))

    def test_tables_may_come_in_any_order(self) -> None:
        keys = list(GOOD)
        random.Random(3).shuffle(keys)
        assert validate(json.dumps({key: GOOD[key] for key in keys})) == []

    def test_memory_does_not_grow_with_the_file(self, tmp_path: Path) -> None:
        """Sixteen times the records, not much more memory."""
        peaks = []
        for count in (500, 8_000):
            with (tmp_path / "x.json").open("w") as file:
                head = json.dumps(changed("figures", []))[: -len("[]}")]
                figures = (json.dumps({**GOOD["figures"][0], "id": f"fig-{i}"}) for i in range(count))
                file.write(head + "[")
                file.writelines(("," if i else "") + figure for i, figure in enumerate(figures))
                file.write("]}")
            tracemalloc.start()
            assert list(validate_path(tmp_path / "x.json")) == []
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        assert peaks[1] < 2 * peaks[0] + 500_000


class TestTables:
    @pytest.mark.parametrize("name", ["tables", "x.xlsx", "x.sqlite"])
    @pytest.mark.parametrize("headers", ["en", "zh"])
    def test_a_good_dataset_has_no_violation(self, tmp_path: Path, name: str, headers: str) -> None:
        assert list(validate_path(small(tmp_path, name, headers))) == []

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (",34796.25,", ",much,", 'donations row 2 don-1 amount: should be a number, found "much"'),
            (",individual,", ",one,", 'donations row 2 don-1 scope: should be one of individual, aggregate, found "one"'),
            (",individual,", ",,", "donations row 2 don-1 scope: required, but empty"),
            (",cha-1,", ",cha-9,", 'donations row 2 don-1 donor_chamber: should be the id of one of the chambers, found "cha-9"'),
            (",dat-1,", ",dat-9,", 'donations row 2 don-1 date: should be the id of one of the dates, found "dat-9"'),
            ("2020-03-01,2020-03-01", "2020年3月,2020-03-01", 'donations row 2 don-1 date_start: should be a date as 2020-03-01, found "2020年3月"'),
            (",true,", ",maybe,", 'donations row 2 don-1 additive: should be true or false, found "maybe"'),
            (",某某商会,", ",某商会,", 'donations row 2 don-1 end_char: should be 3 characters after start_char, as the text is, found "4"'),
            (",scope,", ",sort,", "donations sort: column is not one of the data model"),
            (",scope,", ",sort,", "donations scope: column is missing"),
            ("don-1,", "fig-1,", 'figures row 2 fig-1 id: should be unique in the dataset, found "fig-1"'),
        ],
    )  # fmt: skip
    def test_a_wrong_cell_is_named_with_its_row(self, tmp_path: Path, old: str, new: str, said: str) -> None:
        folder = small(tmp_path, "tables")
        text = (folder / "donations.csv").read_text("utf-8-sig")
        assert old in text
        (folder / "donations.csv").write_text(text[::-1].replace(old[::-1], new[::-1], 1)[::-1], "utf-8")
        assert said.replace(', found "4"', ", found 4") in map(str, validate_path(folder))

    def test_a_table_that_is_missing_is_named(self, tmp_path: Path) -> None:
        folder = small(tmp_path, "tables")
        (folder / "dates.csv").unlink()
        assert "dates: table is missing" in map(str, validate_path(folder))

    def test_one_table_alone_leads_nowhere_and_may(self, tmp_path: Path) -> None:
        assert list(validate_path(small(tmp_path, "tables") / "donations.csv")) == []

    def test_a_database_is_checked_by_rows(self, tmp_path: Path) -> None:
        file = small(tmp_path, "x.sqlite")
        with sqlite3.connect(file) as db:
            db.execute("UPDATE donations SET amount = 'much', date = 'dat-9'")
        assert [str(v) for v in validate_path(file)] == [
            'donations row 2 don-1 amount: should be a number, found "much"'
        ]

    def test_a_workbook_is_checked_by_cells(self, tmp_path: Path) -> None:
        import openpyxl

        file = small(tmp_path, "x.xlsx", "zh")
        book = openpyxl.load_workbook(file)
        sheet = book["捐赠"]
        (amount,) = (c.column for c in sheet[1] if c.value == "金额")
        sheet.cell(2, amount).value = "much"
        book.save(file)
        assert [str(v) for v in validate_path(file)] == [
            'donations row 2 don-1 amount: should be a number, found "much"'
        ]


class TestCommand:
    @pytest.fixture
    def saved(self, here: Path) -> Callable[[str, str], str]:
        def save(name: str, text: str) -> str:
            (here / name).write_text(text, "utf-8")
            return name

        return save

    def test_good_files_are_said_to_be(self, cli, saved) -> None:
        files = saved("a.json", json.dumps(GOOD)), saved("b.jsonl", lines(GOOD))
        run = cli("validate", *files)
        assert (run.status, run.out, run.err) == (0, "", "extract: a.json: valid\nextract: b.jsonl: valid\n")
        assert cli("validate", "-q", *files).err == ""

    def test_violations_are_lines_with_file_record_field_and_value(self, cli, saved) -> None:
        bad = changed("donations.0.amount", "5")
        run = cli("validate", saved("a.json", json.dumps(bad)), saved("b.jsonl", lines(bad)))
        assert run.status == 3
        assert run.out.splitlines() == [
            'a.json: donations[0] don-1 amount: should be a number, found "5"',
            'b.jsonl: line 5 don-1 amount: should be a number, found "5"',
        ]

    @pytest.mark.parametrize("text", [json.dumps(GOOD), lines(GOOD)])
    def test_standard_input(self, cli, text: str) -> None:
        assert cli("validate", "-", stdin=text.encode()).status == 0

    def test_files_that_cannot_be_read_do_not_stop_the_rest(self, cli, saved, here: Path) -> None:
        (here / "gbk.json").write_bytes('{"名": 1}'.encode("gbk"))
        run = cli("validate", "missing.json", "gbk.json", saved("a.json", json.dumps(GOOD)))
        assert run.status == 1
        assert run.err.splitlines() == [
            "extract: missing.json: cannot be read: No such file or directory",
            "extract: gbk.json: not UTF-8, as JSON has to be",
            "extract: a.json: valid",
        ]

    def test_what_is_no_json_is_a_violation(self, cli, saved) -> None:
        run = cli("validate", saved("a.json", "{"))
        assert run.status == 3
        assert run.out.startswith("a.json: not JSON: ")
