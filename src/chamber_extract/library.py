"""What `from chamber_extract import ...` offers to a program."""

from __future__ import annotations

import os

from chamber_extract import dataset, pipeline, sources
from chamber_extract.models import Dataset
from chamber_extract.readers import Source


def extract(*paths: str | os.PathLike[str]) -> Dataset:
    """The dataset of the documents at the paths: files, folders (walked), or "-" for standard input.

    A document that cannot be read is in `documents` with its `problems`. Raises UsageError where
    the paths lead to nothing at all.
    """
    return dataset.merge(pipeline.extract_inputs(sources.find([os.fspath(p) for p in paths])))


def extract_text(text: str, *, path: str = "text") -> Dataset:
    """The dataset of a text, named `path` in it. Offsets count the characters of `text`."""
    return pipeline.extract_sources([Source(path, text.encode("utf-8", "replace"), ".txt")])
