"""The same documents give the same bytes: run by run, in any order, on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

from chamber_extract.models import Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source
from chamber_extract.writers import FORMATS, Options
from chamber_extract.writers.structured import json_text


def command(*arguments: object, hash_seed: int, folder: Path = ROOT) -> bytes:
    settings = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "TZ": f"UTC{hash_seed - 5:+d}"}
    program = [sys.executable, "-m", "chamber_extract", *map(str, arguments)]
    return subprocess.run(program, cwd=folder, env=settings, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def few() -> list[Source]:
    return [Source(f"seeds/{p.name}", p.read_bytes()) for p in SEEDS[:4]]


@pytest.fixture(scope="module")
def once(few: list[Source]) -> Dataset:
    return extract_sources(few)


@pytest.fixture(scope="module")
def again(few: list[Source]) -> Dataset:
    return extract_sources(few[::-1])


def test_another_run_order_and_folder_do_not_show(dataset: Dataset, tmp_path: Path) -> None:
    """This process has a hash seed of its own, which is another each time."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    files = [p.relative_to(ROOT) for p in SEEDS]
    found = command(*files[::-1], "seeds/", hash_seed=2, folder=tmp_path)
    assert found == "".join(json_text(dataset)).encode()


def test_another_machines_path_does_not_show(few: list[Source], once: Dataset, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for source in few:
        (tmp_path / source.path).write_bytes(source.data)
    assert command(tmp_path / "seeds", hash_seed=9) == "".join(json_text(once)).encode()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_for_every_order(form: str, once: Dataset, again: Dataset) -> None:
    write = FORMATS[form].write
    assert list(write(again, Options())) == list(write(once, Options()))


def test_a_document_says_the_same_alone_and_among_others(dataset: Dataset, alone: dict[str, Dataset]) -> None:
    """Tables without merging do not depend on what else is extracted."""
    for path, one in alone.items():
        (document,) = one.documents
        assert document.path == path
        assert one.dates == [d for d in dataset.dates if d.document == document.id]
        assert one.figures == [f for f in dataset.figures if f.document == document.id]
