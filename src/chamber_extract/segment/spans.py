"""How a text divides: spans of `Text.clean`, and what the document says of itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from chamber_extract.segment.stated import Origin


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of `Text.clean`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """One article inside a document. `published` is what its year-less dates are resolved against."""

    start: int
    end: int
    title: str
    outlet: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Segments:
    """How a document divides. All lists are sorted and free of overlap.

    `sections` is empty for a document of a single article. `published`, `title`, `publisher` and
    `authors` are the document's own; `signed` is where authors and editors are named. `headings` are paragraphs that are titles or subheads;
    `tables` are runs of paragraphs that are rows of cells, with the caption before them as their
    first paragraph where there is one; `captions` are those paragraphs. `published_from` says what
    gave the day.
    """

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    sections: tuple[Section, ...] = ()
    headings: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = field(default=())
    signed: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    published_from: Origin | None = None
    url: str | None = None


T = TypeVar("T", Span, Section)


def at(spans: tuple[T, ...], position: int) -> T | None:
    """The span that holds the position, or None."""
    i = bisect_right(spans, position, key=lambda s: s.start) - 1
    return spans[i] if i >= 0 and position < spans[i].end else None
