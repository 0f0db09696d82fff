"""docs/outputs.md says what is true: its commands are run, with other people's programs."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

from chamber_extract.writers import FORMATS
from tests import readme
from tests.programs import program

PAGE = readme.OUTPUTS.read_text("utf-8")


def test_commands_print_what_it_shows() -> None:
    for name in ("jq", "sqlite3", "frictionless", "ftm", "csvjoin"):
        program(name)
    assert readme.outputs(PAGE) == PAGE, "read the differences after `make output`"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_there_with_its_size(form: str) -> None:
    assert re.search(rf"^\| {form}(, a folder)? \| [\d.]+ \| [\d.]+ \|$", PAGE, re.MULTILINE)


def test_paths_that_it_names_exist() -> None:
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", PAGE) if "://" not in target]
    assert links
    assert [target for target in links if not (ROOT / "docs" / target).exists()] == []
