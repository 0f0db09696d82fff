"""The same documents give the same bytes: run by run, in any order, on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEEDS

from chamber_extract.models import Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source
from chamber_extract.writers import FORMATS, Options
from chamber_extract.writers.structured import json_text


@pytest.fixture(scope="module")
def few() -> list[Source]:
    return [Source(f"seeds/{p.name}", p.read_bytes()) for p in SEEDS[:4]]


@pytest.fixture(scope="module")
def once(few: list[Source]) -> Dataset:
    return extract_sources(few)


@pytest.fixture(scope="module")
def again(few: list[Source]) -> Dataset:
    return extract_sources(few[::-1])


@pytest.fixture(scope="module")
def elsewhere(few: list[Source], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the seeds are found under the same paths."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "seeds").mkdir()
    for source in few:
        (folder / source.path).write_bytes(source.data)
    return folder


def test_another_run_order_and_folder_do_not_show(elsewhere: Path, few: list[Source], once: Dataset) -> None:
    """This process has a hash seed of its own, which is another each time; `output/` shows the same of all seeds."""
    files = [source.path for source in few[::-1]]
    program = [sys.executable, "-m", "chamber_extract", *files, "seeds/"]
    settings = {**os.environ, "PYTHONHASHSEED": "2", "TZ": "UTC-3"}
    run = subprocess.run(program, cwd=elsewhere, env=settings, capture_output=True, check=True)
    assert run.stdout == "".join(json_text(once)).encode()


def test_another_machines_path_does_not_show(cli, elsewhere: Path, once: Dataset) -> None:
    assert cli(elsewhere / "seeds").out == "".join(json_text(once))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_for_every_order(form: str, once: Dataset, again: Dataset) -> None:
    write = FORMATS[form].write
    assert list(write(again, Options())) == list(write(once, Options()))


def test_a_document_says_the_same_alone_and_among_others(dataset: Dataset, few: list[Source]) -> None:
    """Tables without merging do not depend on what else is extracted."""
    for source in few:
        one = extract_sources([source])
        (document,) = one.documents
        assert document.path == source.path
        assert one.dates == [d for d in dataset.dates if d.document == document.id]
        assert one.figures == [f for f in dataset.figures if f.document == document.id]
