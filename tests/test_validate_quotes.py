"""Checking datasets against their documents: every quote is compared with the text that it names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


class TestQuotes:
    """Every quote is compared with the text of its document."""

    @pytest.fixture(autouse=True)
    def dataset(self, here: Path, cli) -> None:
        Path("docs").mkdir()
        Path("docs/a.txt").write_text("2020年1月28日，柬埔寨中国商会捐款10万美元。", "utf-8")
        assert cli("docs", "-o", "x.json").status == 0

    def test_that_stand_there_are_well(self, cli) -> None:
        assert cli("validate", "x.json", "--documents", "docs/").status == 0

    def test_of_a_moved_document_are_found_by_its_digest(self, cli) -> None:
        Path("docs").rename("moved")
        assert cli("validate", "x.json", "--documents", "moved/").status == 0

    def test_that_stand_elsewhere_are_named(self, cli) -> None:
        data = json.loads(Path("x.json").read_text("utf-8"))
        data["donations"][0]["start_char"] += 1
        data["donations"][0]["end_char"] += 1
        Path("x.json").write_text(json.dumps(data), "utf-8")
        run = cli("validate", "x.json", "--documents", "docs")
        assert run.status == 3
        assert f"donations[0] {data['donations'][0]['id']} text: should be what stands there: " in run.out

    def test_of_a_changed_document_are_not_believed(self, cli) -> None:
        Path("docs/a.txt").write_text("别的。", "utf-8")
        run = cli("validate", "x.json", "--documents", "docs")
        assert run.status == 3
        assert "sha256: should be that of docs/a.txt, which has changed" in run.out

    def test_of_a_document_that_is_not_given_are_not_believed(self, cli) -> None:
        Path("other.txt").write_text("别的。", "utf-8")
        run = cli("validate", "x.json", "--documents", "other.txt")
        assert run.status == 3
        assert 'path: should be one of the documents given, found "docs/a.txt"' in run.out

    def test_in_every_format(self, cli) -> None:
        for name in ("x.jsonl", "x.xlsx", "x.sqlite", "tables"):
            cli("docs", "-o", name)
            assert cli("validate", name, "--documents", "docs").status == 0
