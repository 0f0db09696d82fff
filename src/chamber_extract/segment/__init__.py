"""A text's sections, paragraphs, sentences, headings and tables, as spans of `Text.clean`."""

from __future__ import annotations

from chamber_extract.segment.articles import articles
from chamber_extract.segment.credited import credited
from chamber_extract.segment.imprint import imprint
from chamber_extract.segment.paragraphs import Paragraph, paragraphs
from chamber_extract.segment.sentences import sentences
from chamber_extract.segment.spans import Section, Segments, Span, at
from chamber_extract.segment.stated import Stated
from chamber_extract.segment.tables import tables
from chamber_extract.text import Text

__all__ = ["Section", "Segments", "Span", "at", "segment"]

_WHOLE = frozenset({"row", "meta", "date", "source", "byline", "link", "field", "entry"})  # one sentence each


def segment(text: Text, stated: tuple[Stated, ...] = ()) -> Segments:
    """How the text divides, and what it says of its own title, day, publisher and authors.

    `stated` is what is said of it elsewhere.
    """
    parts = credited(paragraphs(text))
    sections = articles(text, parts)
    own = imprint(text, parts, sections, stated)
    found = list(tables(parts))
    return Segments(
        paragraphs=tuple(_span(p) for p in parts),
        sentences=tuple(
            s for p in parts for s in ((_span(p),) if p.kind in _WHOLE else sentences(text.clean, _span(p)))
        ),
        sections=sections,
        headings=tuple(_span(p) for i, p in enumerate(parts) if _is_heading(parts, i)),
        tables=tuple(Span(parts[a].start, parts[b - 1].end) for a, b, _ in found),
        captions=tuple(_span(parts[a]) for a, _, captioned in found if captioned),
        title=own.title,
        published=own.published,
        published_from=own.published_from,
        url=own.url,
        publisher=own.publisher,
        authors=own.authors,
        signed=own.signed,
    )


def _span(paragraph: Paragraph) -> Span:
    return Span(paragraph.start, paragraph.end)


def _is_heading(parts: list[Paragraph], i: int) -> bool:
    """Whether prose, a table or the lines about an article follow within three lines, as they do not in verse."""
    if parts[i].level:
        return True
    if parts[i].kind not in ("heading", "label"):
        return False
    return any(p.kind not in ("heading", "label", "line") for p in parts[i + 1 : i + 4])
