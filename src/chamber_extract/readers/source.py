"""What goes into a reader and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from chamber_extract.models import Page, Problem
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
    pages: tuple[Page, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader makes of a file's bytes; `pages` in order, none where the format has none."""

    text: Text
    encoding: str | None = None
    problems: tuple[Problem, ...] = field(default=())
    pages: tuple[Page, ...] = field(default=())
