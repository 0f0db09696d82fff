"""Inputs that hold many documents: archives, compressed files, corpora, crawls. They stream: nothing is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator

from chamber_extract.containers import archives, compression, rows, warc
from chamber_extract.containers.compression import bare_suffix
from chamber_extract.containers.stream import (
    DEEPEST,
    Container,
    Options,
    Refusal,
    Stream,
    buffered,
    whole,
)
from chamber_extract.errors import ReadError
from chamber_extract.readers import SUFFIXES as DOCUMENTS
from chamber_extract.readers import Source

__all__ = [
    "CONTAINERS",
    "SUFFIXES",
    "Container",
    "Options",
    "Refusal",
    "Stream",
    "buffered",
    "is_document",
    "unpack",
]

CONTAINERS: tuple[Container, ...] = (
    *compression.CONTAINERS,
    *archives.CONTAINERS,
    *warc.CONTAINERS,
    *rows.CONTAINERS,
)
# By these the documents of a folder or an archive are known, compressed or not.
SUFFIXES: frozenset[str] = DOCUMENTS.union(*(c.suffixes for c in CONTAINERS)) - compression.SUFFIXES


def is_document(name: str) -> bool:
    """Whether a file among others is a document by its name: not hidden, nor a README, which is about the others."""
    base = os.path.basename(name)
    return (
        bare_suffix(base) in SUFFIXES
        and not base.lower().startswith("readme.")
        and not name.startswith((".", "__MACOSX/"))
        and "/." not in name
    )


def unpack(stream: Stream, options: Options, depth: int = 0) -> Iterator[Source | Refusal]:
    """The documents of a stream, each as it comes; what cannot be taken out is a refusal in its place."""
    try:
        form = next((c for c in CONTAINERS if c.recognises(stream.head, stream.suffix, options)), None)
        if form is None:
            data = whole(stream.file) if depth else stream.file.read()
            yield Source(stream.name, data, stream.suffix, stream.charset, stream.stated)
        elif depth >= DEEPEST:
            yield Refusal(stream.name, f"more than {DEEPEST} archives inside one another", "too_deep")
        else:
            yield from _inside(form, stream, options, depth)
    except ReadError as error:
        yield Refusal(stream.name, str(error), error.code)
    except (*compression.DAMAGE, *archives.DAMAGE) as error:
        reason = str(error) or "it ends too early"
        yield Refusal(stream.name, f"damaged: {reason}", "damaged")


def _inside(form: Container, stream: Stream, options: Options, depth: int) -> Iterator[Source | Refusal]:
    found = False
    for inner in form.open(stream, options):
        if isinstance(inner, Source):
            yield inner
        elif form.archive and not is_document(inner.name[len(stream.name) + 1 :]):
            continue
        elif isinstance(inner, Refusal):
            yield inner
        else:
            yield from unpack(inner, options, depth + 1)
        found = True
    if not found:
        raise ReadError("it holds no documents", "no_documents")
