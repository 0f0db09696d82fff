"""Which parts of a document are articles of their own: documents of several, and look-alikes that are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment

# `%% name` heads a document, `% title | outlet | day` says each of its sections, - for none; the rest is its text.
# sections.txt: which texts are articles; headlines.txt: what is told of them by the lines around their headlines.
_DOCUMENTS = [Path(__file__).parent / "documents" / name for name in ("sections.txt", "headlines.txt")]
_DOCUMENT = re.compile(
    r"^%% (?P<name>.+)\n(?P<expected>(?:% .+\n)*)(?P<source>(?:(?!%% ).*\n)*)", re.MULTILINE
)


def documents() -> Iterator[tuple[str, str, list[tuple[str, ...]]]]:
    """The name and text of each document and what is said of its sections."""
    text = "".join(path.read_text(encoding="utf-8") for path in _DOCUMENTS)
    for m in _DOCUMENT.finditer(text):
        yield m["name"], m["source"], [tuple(line[2:].split(" | ")) for line in m["expected"].splitlines()]


@pytest.mark.parametrize(
    ("source", "expected"), [pytest.param(source, said, id=name) for name, source, said in documents()]
)
def test_sections(source: str, expected: list[tuple[str, ...]]) -> None:
    found = segment(tidy(source)).sections
    assert [(s.title, s.outlet or "-", str(s.published or "-")) for s in found] == expected
