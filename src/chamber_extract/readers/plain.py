"""Text files, with or without Markdown, tags and front matter inside."""

from __future__ import annotations

import re

from chamber_extract import layout
from chamber_extract.errors import ReadError
from chamber_extract.models import Problem
from chamber_extract.readers import charset, markup
from chamber_extract.readers.charset import Decoded
from chamber_extract.readers.source import Content, Format, Source
from chamber_extract.text import Text

# How files begin that are no text, and what they are.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MANY = 50  # one control character in so many: no text has them


def read(source: Source) -> Content:
    """The text of the bytes. Raises ReadError where they are empty or no text."""
    decoded = decode(source)
    return Content(tidy(decoded.text), decoded.encoding, damage(decoded))


def decode(source: Source) -> Decoded:
    """The characters of a text file. Raises ReadError where it is empty or no text."""
    data = source.data
    if not data.strip():
        raise ReadError("the file is empty: nothing to extract")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"this is {what}, not text: convert it to text first")
    decoded = charset.decode(data, source.charset)
    if len(_CONTROL.findall(decoded.text)) * _MANY > len(decoded.text):
        raise ReadError("this is a binary file, not text: convert it to text first")
    if not decoded.text.strip():
        raise ReadError("the file is empty: nothing to extract")
    return decoded


def damage(decoded: Decoded) -> tuple[Problem, ...]:
    """The problem of a text with broken characters."""
    if not decoded.replaced:
        return ()
    message = (
        f"{decoded.replaced} broken characters were replaced when reading the file as {decoded.encoding}"
    )
    return (Problem(code="replaced_characters", message=message),)


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return (
        head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in data[:4096].lower()
    )


def tidy(source: str) -> Text:
    """The source with its marks, soft line breaks and stray spaces taken out of the clean view."""
    return layout.undo(markup.strip(source)).finish()


SUFFIXES = (".txt", ".text", ".md", ".markdown")
FORMATS = (
    Format("text/markdown", (".md", ".markdown"), lambda _, suffix: suffix in (".md", ".markdown"), read),
    Format("text/plain", (".txt", ".text"), lambda *_: True, read),
)
