"""The articles inside a document."""

from __future__ import annotations

from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.spans import Section
from chamber_extract.text import Text


def articles(text: Text, parts: list[Paragraph]) -> tuple[Section, ...]:
    return ()
