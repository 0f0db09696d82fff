"""What LibreOffice prints and saves says what the text says: any size of the page, indents, columns."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chamber_extract.models import Dataset
from chamber_extract.readers import Source
from tests.layouts import FORMATS, LAYOUTS, SEEDS, converted
from tests.pdf_drawing import needs_font
from tests.reading import EVERY, records, records_of, said

pytestmark = needs_font  # LibreOffice prints no characters that no font has
NAMES = [f"{seed.stem[:3]}.{form}" for form in FORMATS for seed in sorted(SEEDS.glob("*.txt"))]
NAMES += [f"{text}, {name}" for name in LAYOUTS for text in EVERY]


@pytest.fixture(scope="module")
def said_by(alone: dict[str, Dataset]) -> Callable[[Path], Counter[str]]:
    """The records of a text, which many documents show."""
    seeds = {path.rpartition("/")[2]: said(one) for path, one in alone.items()}
    return lambda text: seeds.get(text.name) or records_of((text.stem,))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The text and the document of every name."""
    found = {name: paths for name, *paths in converted(tmp_path_factory.mktemp("layouts"))}
    if not found or not all(document.exists() for _, document in found.values()):
        reason = "LibreOffice Writer is not here: libreoffice-writer-nogui of Debian; CI has it"
        assert "CI" not in os.environ, reason
        pytest.skip(reason)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_records_are_those_of_the_text(
    made: dict[str, tuple[Path, Path]], said_by: Callable[[Path], Counter[str]], name: str
) -> None:
    text, document = made[name]
    expected = said_by(text)
    found = records(Source(document.name, document.read_bytes(), main_only=True))
    assert expected.total() > 20
    assert 100 * (expected & found).total() >= 99 * expected.total(), expected - found
