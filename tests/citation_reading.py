"""The citations of a document that holds nothing but chambers, dates and policies."""

from __future__ import annotations

from chamber_extract.extractors import chambers, dates, policies
from chamber_extract.mention import Reading
from chamber_extract.overlap import settle
from chamber_extract.relate import citations
from chamber_extract.relate.entities import Citation
from chamber_extract.segment import segment
from chamber_extract.text import Draft

Row = tuple[str | None, str | None, tuple[str, ...]]


def cited(source: str) -> list[Citation]:
    """One citation per policy, in order of first mention."""
    text = Draft.of(source).finish()
    segments = segment(text)
    mentions = settle([m for kind in (chambers, dates, policies) for m in kind.find(text, segments)])
    return citations.resolve(Reading(text, segments, mentions))


def rows(source: str) -> list[Row]:
    """Title, number and issuers of each."""
    return [(c.title, c.document_number, c.issuers) for c in cited(source)]
