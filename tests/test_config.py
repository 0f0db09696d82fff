"""Settings of a project, several outputs of one run, and chambers of one's own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import chamber_extract.gazetteer as gazetteer
from chamber_extract import config
from chamber_extract.errors import UsageError
from chamber_extract.gazetteer import own

TEXT = "2020年1月28日，金华商会向湖北省捐款10万美元。"


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    (here / "a.txt").write_text(TEXT, "utf-8")
    return here


class TestSettings:
    def test_stand_in_extract_toml_or_pyproject(self, cli, folder: Path) -> None:
        (folder / "pyproject.toml").write_text(
            '[tool.extract]\nformat = "csv"\ntable = "donations"\nheaders = "zh"\n'
        )
        assert cli("a.txt").out.startswith("编号,捐赠方,")
        (folder / "extract.toml").write_text('format = "jsonl"\n')
        assert json.loads(cli("a.txt").out.splitlines()[0])["table"] == "documents"

    def test_a_pyproject_without_them_says_nothing(self, cli, folder: Path) -> None:
        (folder / "pyproject.toml").write_text('[project]\nname = "x"\n')
        assert cli("a.txt").out.startswith("{")

    def test_the_command_line_wins(self, cli, folder: Path) -> None:
        (folder / "extract.toml").write_text('format = "csv"\nheaders = "zh"\nadd-bom = true\n')
        run = cli("a.txt", "--headers", "en", "--no-add-bom", "--table", "donations")
        assert run.out.startswith("id,donor,")
        assert cli("a.txt", "-f", "json").out.startswith("{")

    def test_another_file_can_be_named(self, cli, folder: Path) -> None:
        (folder / "extract.toml").write_text('format = "csv"\n')
        (folder / "other.toml").write_text('format = "jsonl"\n')
        assert cli("a.txt", "--config", "other.toml").out.startswith('{"table"')
        assert cli("--config", "other.toml", "a.txt").out.startswith('{"table"')
        assert cli("--config", "/dev/null", "a.txt").out.startswith("{\n")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ('formats = "csv"', "x.toml: unknown setting 'formats': did you mean 'format'?"),
            ("colour = 1", "x.toml: unknown setting 'colour': known are format, output, table"),
            ("headers = 5", "x.toml: headers: should be a valid string, found 5"),
            ('add-bom = "yes"', "x.toml: add-bom: should be a valid boolean, found 'yes'"),
            ("gazetteer = 'my.csv'", "x.toml: gazetteer: should be a valid list, found 'my.csv'"),
            ("headers = ", "x.toml: no TOML: "),
            ('headers = "fr"', "unknown headers 'fr': choose one of en, zh"),
        ],
    )
    def test_what_no_option_takes_is_named(self, cli, folder: Path, content: str, said: str) -> None:
        (folder / "x.toml").write_text(content)
        run = cli("a.txt", "--config", "x.toml")
        assert (run.status, run.out) == (2, "")
        assert f"extract: {said}" in run.err

    def test_a_file_that_is_missing_is_named(self, cli) -> None:
        assert "no.toml: cannot be read: No such file" in cli("a.txt", "--config", "no.toml").err

    def test_every_setting_is_an_option(self, cli) -> None:
        shown = cli("run", "--help").out
        for name in config.Settings.model_fields:
            assert f"--{name.replace('_', '-')}" in shown


class TestOutputs:
    def test_one_run_writes_several(self, cli, folder: Path) -> None:
        run = cli("a.txt", "-o", "x.json", "-o", "tables/", "-o", "x.sqlite", "-o", "-")
        assert (run.status, run.err) == (0, "")
        assert Path("x.json").read_text("utf-8") == run.out
        assert Path("tables/datapackage.json").is_file()
        assert Path("x.sqlite").read_bytes().startswith(b"SQLite format 3")

    def test_settings_name_them(self, cli, folder: Path) -> None:
        (folder / "extract.toml").write_text('output = ["x.json", "x.jsonl"]\n')
        assert cli("a.txt").status == 0
        assert Path("x.json").is_file() and Path("x.jsonl").is_file()

    def test_one_format_for_several_is_refused(self, cli) -> None:
        run = cli("a.txt", "-o", "x.json", "-o", "x.csv", "-f", "json")
        assert run.status == 2
        assert "one format for several outputs" in run.err

    def test_none_is_written_where_one_cannot_be(self, cli, folder: Path) -> None:
        (folder / "file").touch()
        assert cli("a.txt", "-o", "x.json", "-o", "file/x.csv").status == 2
        assert not Path("x.json").exists()


class TestGazetteer:
    GOOD = "name,aliases,country\n金边华商联合商会,金华商会;金联会,KH\n"

    @pytest.fixture
    def chambers(self, cli) -> Callable[..., list[dict[str, str]]]:
        def chambers(*arguments: str) -> list[dict[str, str]]:
            run = cli("a.txt", "-f", "csv", "--table", "chambers", *arguments)
            assert run.status == 0, run.err
            return list(csv.DictReader(io.StringIO(run.out)))

        return chambers

    def test_its_names_and_countries_are_known(self, chambers, folder: Path) -> None:
        (folder / "my.csv").write_text(self.GOOD, "utf-8")
        (plain,) = chambers()
        assert (plain["name"], plain["countries"]) != ("金边华商联合商会", "KH")
        (row,) = chambers("--gazetteer", "my.csv")
        assert (row["name"], row["aliases"], row["countries"]) == ("金边华商联合商会", "金华商会", "KH")
        assert row["type"] == "overseas"

    def test_a_short_form_without_any_word_for_a_chamber_is_found_too(self, chambers, folder: Path) -> None:
        (folder / "my.csv").write_text("name,aliases,country\n金边华商联合商会,金边华总,KH\n", "utf-8")
        (folder / "a.txt").write_text("昨天，金边华总召开理事会议。", "utf-8")
        assert chambers() == []
        (row,) = chambers("--gazetteer", "my.csv")
        assert (row["name"], row["aliases"], row["countries"]) == ("金边华商联合商会", "金边华总", "KH")

    def test_settings_find_it_beside_them(self, chambers, folder: Path) -> None:
        (folder / "deep").mkdir()
        (folder / "deep" / "my.csv").write_text(self.GOOD, "utf-8")
        (folder / "deep" / "extract.toml").write_text('gazetteer = ["my.csv"]\n')
        assert chambers("--config", "deep/extract.toml")[0]["countries"] == "KH"

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("names\n甲商会\n", "my.csv: 'names' is none of the columns name, aliases, english, type, country, source"),
            ("aliases\n甲\n", "my.csv: the column name is missing"),
            ("name,type\n甲商会,club\n", "my.csv: line 2 type: should be one of overseas, import_export, industry"),
            ("name,country\n甲商会,Cambodia\n", "my.csv: line 2 country: should be ISO 3166-1 alpha-2, found 'Cambodia'"),
            ("name,aliases\n甲商会,乙会\n丙商会,乙会\n", "my.csv: line 3 '乙会': is a form of 甲商会 already"),
            ("name\n 甲商会\n", "my.csv: line 2 name: has space around it"),
            ("name,aliases\n,甲会\n", "my.csv: line 2 name: required, but empty"),
            ("name\n甲商会,乙会\n", "my.csv: line 2: has more cells than the header"),
        ],
    )  # fmt: skip
    def test_faults_are_named_with_their_line(self, folder: Path, content: str, said: str) -> None:
        (folder / "my.csv").write_text(content, "utf-8")
        with pytest.raises(UsageError) as error:
            own.read(Path("my.csv"))
        assert any(line.startswith(said) for line in str(error.value).splitlines()), str(error.value)

    def test_a_fault_ends_the_run(self, cli, folder: Path) -> None:
        (folder / "my.csv").write_text("names\n甲商会\n", "utf-8")
        run = cli("a.txt", "--gazetteer", "my.csv")
        assert (run.status, run.out) == (2, "")
        assert "my.csv: 'names' is none of the columns" in run.err

    def test_ours_passes_the_same_check(self) -> None:
        assert list(own.faults(gazetteer.table("chambers"))) == []
