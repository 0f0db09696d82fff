"""Checking a dataset against the data model: shape first, then whether it hangs together.

A file is read as it streams and never held: what has to be compared across records waits in a
temporary database on disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from chamber_extract.errors import ReadError
from chamber_extract.validate import records, tables
from chamber_extract.validate.integrity import Integrity
from chamber_extract.validate.violation import Violation

__all__ = ["Violation", "validate", "validate_stream"]

_LINES = (".jsonl", ".ndjson")


def validate(path: str | os.PathLike[str], documents: Iterable[str] = ()) -> Iterator[Violation]:
    """All violations of a dataset: json, jsonl, xlsx, sqlite, one csv table or a folder of them.

    With documents, every quote is compared with its text. Raises ReadError where the file is none of these.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    try:
        if path.is_dir() or suffix in (".csv", ".xlsx", ".sqlite", ".sqlite3", ".db"):
            with Integrity(documents) as integrity:
                yield from _then(tables.check(path, integrity), integrity)
        else:
            with path.open("rb") as file:
                yield from validate_stream(file, documents, lines=suffix in _LINES)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error


def validate_stream(
    file: IO[bytes], documents: Iterable[str] = (), *, lines: bool = False
) -> Iterator[Violation]:
    """All violations of a dataset in JSON, or in JSON Lines with a `table` in each record.

    The second is also known by its first record. Raises ReadError where the bytes are no UTF-8.
    """
    with Integrity(documents) as integrity:
        try:
            yield from _then(records.check(file, integrity, lines=lines), integrity)
        except UnicodeDecodeError as error:
            raise ReadError("not UTF-8, as JSON has to be") from error


def _then(shape: Iterator[Violation], integrity: Integrity) -> Iterator[Violation]:
    """The violations of shape; where there are none, what does not hang together."""
    sound = True
    for violation in shape:
        sound = False
        yield violation
    if sound:
        yield from integrity.violations()
