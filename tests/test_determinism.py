"""The same documents give the same bytes: run by run, in any order, on any machine."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source
from chamber_extract.writers import FORMATS, Options


def command(*arguments: object, hash_seed: int, folder: Path = ROOT) -> bytes:
    settings = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "TZ": f"UTC{hash_seed - 5:+d}"}
    program = [sys.executable, "-m", "chamber_extract", *map(str, arguments)]
    return subprocess.run(program, cwd=folder, env=settings, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def once() -> bytes:
    return command("seeds/", hash_seed=1)


def test_two_runs_and_another_order_are_byte_equal(once: bytes) -> None:
    files = [p.relative_to(ROOT) for p in SEEDS]
    assert command("seeds/", hash_seed=9) == once
    assert command(*files[::-1], "seeds/", hash_seed=2) == once


def test_another_machines_folder_does_not_show(once: bytes, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    assert command("seeds/", hash_seed=3, folder=tmp_path) == once
    assert command(tmp_path / "seeds", hash_seed=4) == once


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_for_every_order(form: str) -> None:
    sources = [Source(f"seeds/{p.name}", p.read_bytes()) for p in SEEDS[:4]]
    once = list(FORMATS[form].write(extract_sources(sources), Options()))
    random.Random(5).shuffle(sources)
    assert list(FORMATS[form].write(extract_sources(sources), Options())) == once


def test_a_document_says_the_same_alone_and_among_others() -> None:
    """Tables without merging do not depend on what else is extracted."""
    sources = [Source(f"seeds/{p.name}", p.read_bytes()) for p in SEEDS]
    together = extract_sources(sources)
    for source in sources:
        alone = extract_sources([source])
        (document,) = alone.documents
        assert alone.dates == [d for d in together.dates if d.document == document.id]
        assert alone.figures == [f for f in together.figures if f.document == document.id]
