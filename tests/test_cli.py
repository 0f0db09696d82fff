"""The command line when all goes well."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

import chamber_extract
from chamber_extract import writers

TEXT = "2020年1月28日，柬埔寨中国商会向湖北省捐款10万美元。"


@pytest.fixture
def folder(here: Path) -> Path:
    """Documents to extract: docs/a.txt and docs/b.md."""
    docs = here / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text(TEXT, "utf-8")
    (docs / "b.md").write_text("# 通知\n\n中国医师协会。\n", "utf-8")
    return docs


def paths(text: str) -> list[str]:
    return [d["path"] for d in json.loads(text)["documents"]]


class TestRun:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["docs/"],
            ["docs/", "--format", "json"],
            ["--format", "json", "docs/"],
            ["-f", "json", "docs/a.txt", "docs/b.md"],
            ["docs/b.md", "docs/a.txt"],
            ["run", "docs/"],
            ["--", "docs/"],
            ["--quiet", "docs/"],
            ["-o", "-", "docs/"],
        ],
        ids=" ".join,
    )
    def test_extraction_needs_no_command(self, cli, folder: Path, arguments: list[str]) -> None:
        run = cli(*arguments)
        assert (run.status, run.err) == (0, "")
        assert paths(run.out) == ["docs/a.txt", "docs/b.md"]

    def test_standard_input(self, cli, here: Path) -> None:
        run = cli("-", stdin=TEXT.encode("gb18030"))
        (document,) = json.loads(run.out)["documents"]
        assert (document["path"], document["encoding"], document["characters"]) == ("-", "gb18030", len(TEXT))

    def test_a_path_with_the_name_of_a_command(self, cli, here: Path) -> None:
        Path("schema").mkdir()
        Path("schema/x.txt").write_text(TEXT, "utf-8")
        assert paths(cli("./schema").out) == ["schema/x.txt"]
        assert paths(cli("--", "schema").out) == ["schema/x.txt"]

    def test_output_is_what_standard_output_would_be(self, cli, folder: Path) -> None:
        for name in ("x.json", "x.jsonl"):
            run = cli("docs", "--output", name)
            assert (run.status, run.out, run.err) == (0, "", "")
            assert Path(name).read_text("utf-8") == cli("docs", "--format", name[2:]).out

    def test_output_into_a_new_folder(self, cli, folder: Path) -> None:
        assert cli("docs", "-o", "new/deep/x.json").status == 0
        assert paths(Path("new/deep/x.json").read_text("utf-8")) == ["docs/a.txt", "docs/b.md"]

    def test_format_outdoes_the_name(self, cli, folder: Path) -> None:
        cli("docs", "-o", "x.txt", "-f", "jsonl")
        assert json.loads(Path("x.txt").read_text("utf-8").splitlines()[0])["table"] == "documents"

    @pytest.mark.parametrize("target", ["tables/", "tables"])
    def test_a_folder_gets_every_table(self, cli, folder: Path, target: str) -> None:
        assert cli("docs", "--output", target).status == 0
        assert {p.name for p in Path("tables").iterdir()} == {
            "datapackage.json",
            *(f"{t}.csv" for t in (*writers.TABLES, *writers.FLAT_TABLES)),
        }
        for path in Path("tables").glob("*.csv"):
            assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel asks for it

    def test_one_table(self, cli, folder: Path) -> None:
        out = cli("docs", "--format", "csv", "--table", "documents").out
        assert [r["path"] for r in csv.DictReader(io.StringIO(out))] == ["docs/a.txt", "docs/b.md"]
        assert [d["path"] for d in json.loads(cli("docs", "--table", "documents").out)] == [
            "docs/a.txt",
            "docs/b.md",
        ]
        assert cli("docs", "-f", "jsonl", "--table", "documents").out.count("\n") == 2
        cli("docs", "-o", "documents.csv", "--table", "documents")
        assert Path("documents.csv").read_text("utf-8-sig") == out

    def test_csv_without_a_table_is_the_mentions(self, cli, folder: Path) -> None:
        assert cli("docs", "-f", "csv").out.startswith("table,id,name,path,document,")


class TestNormalize:
    def test_json_has_values_and_places(self, cli) -> None:
        (answer,) = json.loads(cli("normalize", "捐款折合人民币197余万元").out)
        assert answer == {
            "text": "捐款折合人民币197余万元",
            "found": [
                {
                    "text": "人民币197余万元",
                    "start_char": 4,
                    "end_char": 13,
                    "kind": "money",
                    "value": 1970000,
                    "low": None,
                    "high": None,
                    "approximation": "over",
                    "unit": "元",
                    "currency": "CNY",
                    "item": None,
                }
            ],
        }

    def test_dates_are_seen_from_the_reference(self, cli) -> None:
        (answer,) = json.loads(cli("normalize", "去年上半年", "--reference", "2020-03-24").out)
        (found,) = answer["found"]
        assert (found["start"], found["end"], found["inferred"]) == ("2019-01-01", "2019-06-30", True)

    def test_a_phrase_each(self, cli) -> None:
        answers = json.loads(cli("normalize", "3万只", "-", stdin="近五千人\n好\n".encode()).out)
        assert [len(a["found"]) for a in answers] == [1, 1, 0]
        assert [a["text"] for a in answers] == ["3万只", "近五千人", "好"]

    def test_a_table_for_people(self, cli) -> None:
        out = cli(
            "normalize",
            "3-5万只",
            "12.5亿元人民币",
            "1月28日",
            "[b]",
            "--reference",
            "2020-03-01",
            "-f",
            "table",
        ).out
        for part in ("3-5万只", "30000 to 50000", "1250000000", "CNY", "2020-01-28", "inferred"):
            assert part in out

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["1万", "--reference", "去年"], "'去年' is no date: write it as 2020-03-01"),
            (["1万", "--format", "xml"], "unknown format 'xml': choose one of json, table"),
        ],
    )
    def test_wrong_usage(self, cli, arguments: list[str], said: str) -> None:
        run = cli("normalize", *arguments)
        assert (run.status, run.out, run.err) == (2, "", f"extract: {said}\n")


class TestHelp:
    @pytest.mark.parametrize("arguments", [["-h"], ["--help"]])
    def test_of_the_root_has_examples_commands_and_statuses(self, cli, arguments: list[str]) -> None:
        out = cli(*arguments).out
        for part in (
            "extract seeds/",
            "-o dataset.json",
            "run",
            "schema",
            "validate",
            "normalize",
        ):
            assert part in out
        assert "Exit status: 0 all well" in out

    @pytest.mark.parametrize("command", ["run", "schema", "validate", "normalize"])
    def test_of_every_command(self, cli, command: str) -> None:
        run = cli(command, "--help")
        assert run.status == 0
        assert f"extract {command}" in run.out

    def test_of_a_path_is_that_of_run(self, cli) -> None:
        assert cli("seeds", "-h").out == cli("run", "-h").out

    def test_no_arguments_show_it(self, cli) -> None:
        run = cli()
        assert "extract seeds/" in run.out + run.err

    def test_the_version_is_that_of_the_package(self, cli) -> None:
        assert cli("--version").out == f"chamber-extract {chamber_extract.__version__}\n"
        assert f'version = "{chamber_extract.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def extract(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "chamber_extract", *arguments], cwd=ROOT, check=False, **options
    )


HEAVY = (
    "pdfplumber",
    "pypdfium2",
    "pdfminer",
    "rich.progress",
    "regex",
    "chamber_extract.pipeline",
    "chamber_extract.models",
)
EXTRACTION = ("pdfplumber", *(f"chamber_extract.{p}" for p in ("readers", "segment", "extractors", "relate")))


class TestProcess:
    @pytest.mark.parametrize(
        ("commands", "heavy"),
        [
            ([["--version"]], HEAVY),
            (
                [["normalize", "3万只"], ["schema", "donation"], ["validate", "output/dataset.json"]],
                EXTRACTION,
            ),
        ],
        ids=["version", "what extracts nothing"],
    )
    def test_what_is_not_needed_is_not_loaded(
        self, commands: list[list[str]], heavy: tuple[str, ...]
    ) -> None:
        code = (
            "import sys\n"
            "from chamber_extract.cli import main\n"
            f"for arguments in {commands!r}:\n"
            "    sys.argv[1:] = arguments\n"
            "    try: main()\n"
            "    except SystemExit as end: assert not end.code, end\n"
            f"print([m for m in {heavy!r} if m in sys.modules])\n"
        )
        out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout
        assert out.splitlines()[-1] == "[]"

    @pytest.mark.parametrize("module", ["chamber_extract", "chamber_extract.normalize"])
    def test_importing_the_library_loads_no_command_line(self, module: str) -> None:
        code = f"import sys, {module}; print([m for m in ('typer', 'rich', 'pydantic', 'pdfplumber') if m in sys.modules])"
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"

    @pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
    def test_a_reader_that_goes_away_ends_it_quietly(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "chamber_extract", *SEEDS[2:4]],  # their dataset is more than a pipe holds
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout.readline() == b"{\n"
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == -13

    @pytest.mark.skipif(os.name == "nt", reason="no such signals there")
    @pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_a_run_that_is_stopped_leaves_no_file(self, here: Path, number: int, status: int) -> None:
        (here / "x.json").write_text("old")
        program = [sys.executable, "-m", "chamber_extract", "-", "-o", "x.json"]
        # Tests that run in the background are deaf to the signal, and what they start is too.
        heed = partial(signal.signal, number, signal.SIG_DFL)
        pipe = subprocess.PIPE
        with subprocess.Popen(program, stdin=pipe, stderr=pipe, preexec_fn=heed) as process:
            while len(list(here.iterdir())) < 2:  # it waits for its input, the new file is begun
                time.sleep(0.01)
            process.send_signal(number)
            assert process.wait() == status
            assert b"Traceback" not in process.stderr.read()
        assert [(p.name, p.read_text()) for p in here.iterdir()] == [("x.json", "old")]

    def test_output_is_utf8_whatever_the_machine_says(self) -> None:
        settings = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        run = extract("-", input=TEXT.encode(), capture_output=True, env=settings)
        assert "柬埔寨" in run.stdout.decode("utf-8")

    @pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
    def test_progress_is_for_terminals_alone(self, cli) -> None:
        import pty

        leader, terminal = pty.openpty()
        settings = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
        run = extract(*SEEDS[:2], stdout=subprocess.PIPE, stderr=terminal, env=settings)
        os.close(terminal)
        seen = os.read(leader, 65536).decode("utf-8", "replace")
        os.close(leader)
        assert "extract" in seen
        assert len(paths(run.stdout.decode("utf-8"))) == 2
        assert cli(*SEEDS[:2]).err == ""


class TestLibrary:
    def test_extract_gives_what_the_command_writes(self, cli, folder: Path) -> None:
        from chamber_extract import Dataset, extract
        from chamber_extract.writers.structured import json_text

        dataset = extract("docs/")
        assert isinstance(dataset, Dataset)
        assert "".join(json_text(dataset)) == cli("docs/").out
        assert extract(folder / "a.txt", folder / "b.md") == dataset

    def test_extract_text(self) -> None:
        from chamber_extract import extract_text

        dataset = extract_text(TEXT)
        assert (dataset.documents[0].characters, dataset.documents[0].path) == (len(TEXT), "text")
        assert all(TEXT[d.start_char : d.end_char] == d.text for d in dataset.dates)

    def test_other_names_are_not_there(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'extracts'"):
            chamber_extract.extracts  # noqa: B018
