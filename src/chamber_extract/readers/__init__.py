"""From bytes to text: one file per format, and the registry that knows them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from chamber_extract.models import Problem
from chamber_extract.readers import plain
from chamber_extract.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes and the path under which the dataset names it."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that has been read: its text and what is known of the file."""

    source: Source
    text: Text
    media_type: str
    encoding: str | None
    sha256: str
    problems: tuple[Problem, ...] = field(default=())


def read(source: Source) -> Loaded:
    """The document's text. Raises ReadError where there is none to be had."""
    text, encoding, problems = plain.read(source.data)
    return Loaded(
        source=source,
        text=text,
        media_type="text/plain",
        encoding=encoding,
        sha256=hashlib.sha256(source.data).hexdigest(),
        problems=tuple(problems),
    )
