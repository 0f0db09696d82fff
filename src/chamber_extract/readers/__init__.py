"""From bytes to text: one file per format, and the registry that knows them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath

from chamber_extract.errors import ReadError
from chamber_extract.readers import docx, epub, html, mhtml, paged, plain, rtf
from chamber_extract.readers.source import Content, Format, Loaded, Source

__all__ = ["FORMATS", "SUFFIXES", "Content", "Format", "Loaded", "Source", "read"]

# The first that recognises a file reads it; plain text comes last and takes what is left.
FORMATS: tuple[Format, ...] = (
    *paged.FORMATS,
    *docx.FORMATS,
    *epub.FORMATS,
    *rtf.FORMATS,
    *mhtml.FORMATS,
    *html.FORMATS,
    *plain.FORMATS,
)
# By these a folder's documents are known.
SUFFIXES: frozenset[str] = frozenset(s for form in FORMATS for s in form.suffixes)


def read(source: Source) -> Loaded:
    """The document's text. Raises ReadError where there is none to be had."""
    if source.suffix is None:
        source = replace(source, suffix=PurePath(source.path).suffix.lower())
    form = next(f for f in FORMATS if f.recognises(source.data, source.suffix))
    content = form.read(source)
    text, asides = content.text.split()
    if not text.clean.strip():
        raise ReadError("the file holds no text: nothing to extract")
    return Loaded(
        source=source,
        text=text,
        asides=None if source.main_only else asides,
        media_type=form.media_type,
        encoding=content.encoding,
        sha256=hashlib.sha256(source.data).hexdigest(),
        problems=content.problems,
        pages=content.pages,
        stated=(*content.stated, *source.stated),
    )
