"""A text as the rules for chambers are given it, and the chambers that they tell apart in it."""

from __future__ import annotations

import re
from array import array

from chamber_extract.extractors.chambers import find
from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers, resolve
from chamber_extract.segment import Section, Segments, Span
from chamber_extract.text import Text


def reading(clean: str, *, articles: bool = False) -> Reading:
    """The text as paragraphs and sentences; with `articles` each paragraph is a section of its own."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", clean))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n。]+。?", clean))
    sections = (
        tuple(Section(p.start, p.end, clean[p.start : p.end][:10]) for p in paragraphs) if articles else ()
    )
    text = Text(
        clean, clean, fold(clean), array("q", range(len(clean))), array("q", range(1, len(clean) + 1))
    )
    segments = Segments(paragraphs, sentences, sections)
    return Reading(text, segments, {"chamber": tuple(find(text, segments))})


def chambers(clean: str, **kind: bool) -> Chambers:
    return resolve(reading(clean, **kind))
