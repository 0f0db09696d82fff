"""What becomes of documents that are not plain text: `python -m tests.reading [accuracy|speed|scans]`.

`accuracy` compares the records of each document of `tests/documents` with those of the same words as
`.txt`; `speed` reads a PDF of 200 pages, with pdfplumber beside it; `scans` needs an OCR engine and shows
its character errors. The tables in `docs/readers.md` are what it prints.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chamber_extract.models import TABLES, Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source, read

DOCUMENTS = Path(__file__).parent / "documents"
# Each document and the texts that it shows.
SHOWN: dict[str, tuple[str, ...]] = {
    "pdf/columns.pdf": ("newspaper",),
    "pdf/across.pdf": ("newspaper",),
    "pdf/ruled.pdf": ("donations",),
    "pdf/unruled.pdf": ("donations",),
    "pdf/headed.pdf": ("report",),
    "pdf/typed.pdf": ("traditional",),
    "pdf/chromium.pdf": ("newspaper",),
    "pdf/radicals.pdf": ("donations",),
    "pdf/libreoffice.pdf": ("report",),
    "pdf/scan.pdf": ("traditional",),
    "image/scan.png": ("traditional",),
    "image/scan.tif": ("traditional",),
    "image/skewed.jpg": ("traditional",),
}
SCANNED = frozenset(name for name in SHOWN if name.startswith("image/") or name == "pdf/scan.pdf")

# What says where a record stands, not what it says.
_PLACES = frozenset({"id", "document", "section", "start_char", "end_char", "page", "text", "mentions"})
# References, as the id that they hold differs from document to document.
_REFERENCES = frozenset({"donor_chamber", "chamber", "date", "parent", "part_of", "same_as"})


def records(source: Source) -> Counter[str]:
    """What the records of a document say, places and ids aside."""
    return said(extract_sources([source]))


def said(dataset: Dataset) -> Counter[str]:
    """What the records of a dataset say, places and ids aside."""
    found: Counter[str] = Counter()
    for table in TABLES[1:]:
        for record in getattr(dataset, table):
            found[f"{table} {_values(record.model_dump())}"] += 1
    return found


def _values(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k not in _PLACES}
        return {k: v is not None if k in _REFERENCES else _values(v) for k, v in kept.items()}
    return [_values(v) for v in value] if isinstance(value, list) else value


def text_of(names: tuple[str, ...]) -> str:
    """The words of the texts, one after another."""
    return "\n".join((DOCUMENTS / "text" / f"{name}.txt").read_text("utf-8") for name in names)


def accuracy() -> Iterator[tuple[str, int, int, int]]:
    """For every document: its name, the records of its words as text, those found alike, and those that are new."""
    for name, texts in SHOWN.items():
        expected = records(Source("a.txt", text_of(texts).encode()))
        found = records(Source(name, (DOCUMENTS / name).read_bytes()))
        yield name, expected.total(), (expected & found).total(), (found - expected).total()
