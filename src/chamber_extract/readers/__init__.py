"""From bytes to text: one file per format, and the registry that knows them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from chamber_extract.readers import plain
from chamber_extract.readers.source import Content, Loaded, Source

__all__ = ["FORMATS", "Content", "Format", "Loaded", "Source", "read"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `recognises` looks at the first bytes and at the suffix, in this order of trust."""

    media_type: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes], Content]


# The first that recognises a file reads it; plain text comes last and takes what is left.
FORMATS: tuple[Format, ...] = (
    Format(
        "text/html",
        lambda head, _: head.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")),
        plain.read,
    ),
    Format("text/markdown", lambda _, suffix: suffix in (".md", ".markdown"), plain.read),
    Format("text/plain", lambda *_: True, plain.read),
)


def read(source: Source) -> Loaded:
    """The document's text. Raises ReadError where there is none to be had."""
    head, suffix = source.data[:1024], PurePath(source.path).suffix.lower()
    form = next(f for f in FORMATS if f.recognises(head, suffix))
    content = form.read(source.data)
    return Loaded(
        source=source,
        text=content.text,
        media_type=form.media_type,
        encoding=content.encoding,
        sha256=hashlib.sha256(source.data).hexdigest(),
        problems=content.problems,
        pages=content.pages,
    )
