"""What a document says of itself: title, day, publisher, authors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.spans import Section
from chamber_extract.text import Text


@dataclass(frozen=True, slots=True)
class Imprint:
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def imprint(text: Text, parts: list[Paragraph], sections: tuple[Section, ...]) -> Imprint:
    return Imprint()
