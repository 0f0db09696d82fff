"""The flow of one document, forward only, and of many."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from chamber_extract.containers import Options, Refusal
from chamber_extract.dataset import merge
from chamber_extract.errors import ReadError
from chamber_extract.extractors import EXTRACTORS
from chamber_extract.mention import Reading, Supplement
from chamber_extract.models import Dataset
from chamber_extract.overlap import settle
from chamber_extract.readers import Loaded, Source, read
from chamber_extract.records import Records, Result, build, failed
from chamber_extract.relate import relate
from chamber_extract.segment import Segments, segment
from chamber_extract.sources import Input
from chamber_extract.text import Text


def extract_document(source: Source, supplements: Sequence[Supplement] = ()) -> Result:
    """Everything one document says. Raises ReadError where it cannot be read."""
    loaded = read(source)
    segments = segment(loaded.text, loaded.stated)
    result = _result(loaded, loaded.text, segments, supplements)
    if loaded.asides is None:
        return result
    # What stands aside is read by itself, so that it changes nothing in what the text says.
    around = replace(segment(loaded.asides), sections=(), published=segments.published)
    return replace(result, asides=_result(loaded, loaded.asides, around, supplements))


def _result(loaded: Loaded, text: Text, segments: Segments, supplements: Sequence[Supplement]) -> Result:
    found = [m for find in EXTRACTORS for m in find(text, segments)]
    more = [m for find in supplements for m in find(text, segments, found)]
    reading = Reading(text, segments, settle([*found, *more]))
    return Result(loaded=loaded, reading=reading, relations=relate(reading))


def extract_sources(sources: Iterable[Source], supplements: Sequence[Supplement] = ()) -> Dataset:
    """The dataset of many documents, the same in whatever order they come."""
    return merge(_records(source, supplements) for source in sources)


def extract_inputs(
    inputs: Iterable[Input], options: Options | None = None, supplements: Sequence[Supplement] = ()
) -> Iterator[Records]:
    """The records of each document in turn, for `dataset.merge`. What went wrong is in the documents' problems."""
    for given in inputs:
        for source in given.sources(options):
            if isinstance(source, Source):
                yield _records(source, supplements)
            else:
                yield failed(source.name, source.code, source.message)


def read_text(inputs: Iterable[Input], path: str | None = None) -> Iterator[Callable[[], str]]:
    """The text of each document, or of the one that the dataset calls `path`, read when it is called for.

    What is called raises ReadError where there is none.
    """
    for given in inputs:
        for source in given.sources():
            name = source.path if isinstance(source, Source) else source.name
            if path in (None, name):
                yield partial(_text, source)


def _text(source: Source | Refusal) -> str:
    if isinstance(source, Source):
        return read(source).text.source
    raise ReadError(source.message, source.code)


def _records(source: Source, supplements: Sequence[Supplement]) -> Records:
    """One document's records. Whatever happens, the other documents of the run are unharmed."""
    try:
        return build(extract_document(source, supplements))
    except ReadError as error:
        return failed(source.path, error.code, str(error), source.data)
    except Exception as error:
        return failed(source.path, "failed", _report(error), source.data)


def _report(error: Exception) -> str:
    """One line that is enough to look into the error."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    return (
        f"a fault of chamber-extract itself, please report it with this line and the document: "
        f"{what} ({Path(place.filename).name}:{place.lineno})"
    )
