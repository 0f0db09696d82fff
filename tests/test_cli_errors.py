"""What goes wrong is one clear line each; the rest of the run is unharmed and nothing is half written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chamber_extract import pipeline

TEXT = "2020年1月28日，柬埔寨中国商会向湖北省捐款10万美元。"


@pytest.fixture
def good(here: Path) -> Path:
    path = here / "good.txt"
    path.write_text(TEXT, "utf-8")
    return path


def problems(text: str) -> dict[str, str]:
    return {d["path"]: d["problems"][0]["message"] for d in json.loads(text)["documents"] if d["problems"]}


BAD_FILES = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b" \n\t\n", "empty", id="blank"),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "image", id="picture"),
    pytest.param(bytes(range(256)) * 20, "not text", id="binary"),
]


class TestDocuments:
    @pytest.mark.parametrize(("data", "said"), BAD_FILES)
    def test_a_file_that_cannot_be_read(self, cli, good: Path, data: bytes, said: str) -> None:
        Path("bad.txt").write_bytes(data)
        run = cli("bad.txt", "good.txt")
        assert run.status == 1
        (line,) = run.err.splitlines()
        assert line.startswith("extract: bad.txt: ")
        assert said in line
        assert problems(run.out) == {"bad.txt": line.removeprefix("extract: bad.txt: ")}
        assert len(json.loads(run.out)["documents"]) == 2

    def test_a_missing_file_beside_a_good_one(self, cli, good: Path) -> None:
        run = cli("missing.txt", "good.txt")
        assert (run.status, run.err) == (1, "extract: missing.txt: no such file or folder\n")
        assert problems(run.out) == {"missing.txt": "no such file or folder"}

    def test_a_folder_without_documents_beside_a_good_file(self, cli, good: Path) -> None:
        Path("empty").mkdir()
        run = cli("empty/", "good.txt")
        assert run.status == 1
        assert run.err.startswith("extract: empty: folder without documents (looked for ")
        assert ".md" in run.err and ".txt" in run.err

    def test_what_is_not_harmed_stays_as_it_would_be_alone(self, cli, good: Path) -> None:
        Path("bad.txt").write_bytes(b"")
        alone, beside = json.loads(cli("good.txt").out), json.loads(cli("bad.txt", "good.txt").out)
        assert alone["documents"] == [d for d in beside["documents"] if d["path"] == "good.txt"]
        assert all(alone[t] == beside[t] for t in alone if t != "documents")

    def test_a_fault_of_ours_costs_one_document(
        self, cli, good: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("other.txt").write_text("别的", "utf-8")
        settle = pipeline.settle

        def fault(mentions: list) -> dict:
            if not list(mentions):
                raise KeyError("an unforeseen\nword")
            return settle(mentions)

        monkeypatch.setattr(pipeline, "settle", fault)
        run = cli("good.txt", "other.txt")
        assert run.status == 1
        (line,) = run.err.splitlines()
        assert line.startswith("extract: other.txt: a fault of chamber-extract itself, please report it")
        assert "KeyError" in line and "(test_cli_errors.py:" in line
        assert list(problems(run.out)) == ["other.txt"]

    def test_quiet_still_names_errors(self, cli, good: Path) -> None:
        assert (
            cli("missing.txt", "good.txt", "--quiet").err == "extract: missing.txt: no such file or folder\n"
        )


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["missing.txt"], "missing.txt: no such file or folder"),
            (["missing/", "gone.txt"], "no such file or folder"),
            (["good.txt", "--format", "xml"], "unknown format 'xml': choose one of json, jsonl, csv"),
            (
                ["good.txt", "-o", "x.xml"],
                "x.xml: no format goes by '.xml': name one with --format (json, jsonl, csv, xlsx",
            ),
            (
                ["good.txt", "--table", "gifts"],
                "unknown table 'gifts': choose one of documents, chambers, people",
            ),
            (
                ["good.txt", "--table", "mentions"],
                "mentions, sections and positions are tables of csv and parquet",
            ),
            (["good.txt", "--formt", "json"], "--formt"),
            (["good.txt", "-o", "folder", "-f", "json"], "folder: cannot be written: it is a folder"),
            (["good.txt", "-o", "good.txt/x.json"], "good.txt/x.json: cannot be written"),
            (["shema"], "did you mean 'schema'?"),
            (["shema", "--check"], "did you mean 'schema'?"),
            (["normalise", "3万"], "did you mean 'normalize'?"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_is_refused_before_anything_is_written(
        self, cli, good: Path, arguments: list[str], said: str
    ) -> None:
        Path("folder").mkdir()
        run = cli(*arguments)
        assert (run.status, run.out) == (2, "")
        assert said in run.err
        assert "Traceback" not in run.err
        assert sorted(p.name for p in Path().iterdir()) == ["folder", "good.txt"]

    def test_an_empty_folder_alone(self, cli, here: Path) -> None:
        run = cli(".")
        assert (run.status, run.out) == (2, "")
        assert "folder without documents" in run.err


class TestOutput:
    def test_a_run_that_breaks_leaves_the_old_output(
        self, cli, good: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("x.json").write_text("old")

        def broken(*_: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr("chamber_extract.dataset.merge", broken)
        run = cli("good.txt", "-o", "x.json")
        assert run.status == 1
        assert "please report it: RuntimeError: broken" in run.err
        assert Path("x.json").read_text() == "old"
        assert sorted(p.name for p in Path().iterdir()) == ["good.txt", "x.json"]

    def test_a_full_disk_is_one_line(self, cli, good: Path) -> None:
        run = cli("good.txt", "-o", "/dev/full")
        assert run.status == 2
        assert "No space left on device" in run.err
