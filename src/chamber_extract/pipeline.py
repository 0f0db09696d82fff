"""The flow of one document, forward only, and of many."""

from __future__ import annotations

from collections.abc import Iterable

from chamber_extract import dataset
from chamber_extract.errors import ReadError
from chamber_extract.extractors import EXTRACTORS
from chamber_extract.mention import Reading
from chamber_extract.models import Dataset
from chamber_extract.overlap import settle
from chamber_extract.readers import Source, read
from chamber_extract.relate import relate
from chamber_extract.segment import segment


def extract_document(source: Source) -> dataset.Result:
    """Everything one document says. A document that cannot be read is a result with a problem."""
    try:
        loaded = read(source)
    except ReadError as error:
        return dataset.unreadable(source, error)
    segments = segment(loaded.text)
    mentions = settle([m for find in EXTRACTORS for m in find(loaded.text, segments)])
    reading = Reading(loaded.text, segments, mentions)
    return dataset.Result(loaded=loaded, reading=reading, relations=relate(reading))


def extract_sources(sources: Iterable[Source]) -> Dataset:
    """The dataset of many documents, the same in whatever order they come."""
    return dataset.merge([dataset.records(extract_document(source)) for source in sources])
