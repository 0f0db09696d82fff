"""The README says what is true: its commands are run, its tables compared with the record."""

from __future__ import annotations

import doctest
import os
import re
import shutil

import pytest
from conftest import ROOT

from chamber_extract.models import TABLES
from tests import readme

TEXT = readme.README.read_text("utf-8")


@pytest.mark.skipif(
    not shutil.which("jq") and "CI" not in os.environ, reason="the README's commands use jq; CI has it"
)
def test_commands_print_what_it_shows() -> None:
    assert readme.rendered(TEXT) == TEXT, "read the differences after `make output`"


def test_the_first_command_is_the_promise() -> None:
    assert readme.commands(TEXT)[0].startswith("extract seeds/ --format json")


def test_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    assert len(test.examples) >= 3
    assert doctest.DocTestRunner().run(test).failed == 0


def test_every_table_and_command_is_there() -> None:
    assert [table for table in TABLES if f"`{table}`" not in TEXT] == []
    assert [c for c in ("schema", "validate", "normalize") if f"extract {c}" not in TEXT] == []


def test_paths_that_it_names_exist() -> None:
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in target]
    assert links
    assert [target for target in links if not (ROOT / target).exists()] == []
