"""Books (EPUB): their chapters, which are web pages, in the order of reading."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from chamber_extract.errors import ReadError
from chamber_extract.readers import charset, html, package
from chamber_extract.readers.blocks import Blocks
from chamber_extract.readers.package import Package
from chamber_extract.readers.source import Content, Format, Source
from chamber_extract.segment.stated import Stated

# XML closes an empty element in its own tag, where HTML would leave it open.
_SHORT = re.compile(r"<(title|script|style|a|p|div|span|td|th|b|i|em|strong|h[1-6])((?:\s[^<>]*)?)/>")
_FIELDS = {"title": "title", "creator": "author", "publisher": "site", "date": "day"}


def read(source: Source) -> Content:
    """The book's text. Raises ReadError where it is damaged or locked."""
    blocks = Blocks()
    with package.opened(source.data) as parts:
        rootfile = parts.tree("META-INF/container.xml").find(".//rootfile")
        if rootfile is None:
            raise ReadError("a damaged book: nothing says where its contents are", "damaged")
        contents = rootfile.get("full-path", "")
        book = parts.tree(contents)
        for chapter in _chapters(book, dirname(contents)):
            if chapter in parts.names:
                _add(parts, chapter, blocks)
    return Content(blocks.finish(), stated=(Stated("metadata", _stated(book)),))


def _add(parts: Package, chapter: str, blocks: Blocks) -> None:
    try:
        page = charset.decode(parts.part(chapter)).text
    except ReadError:
        if "META-INF/encryption.xml" in parts.names:
            raise ReadError("the book is locked for one reader's device", "encrypted") from None
        raise
    if html.is_too_deep(page):
        raise ReadError("the book's elements are nested too deeply", "damaged")
    html.add(LexborHTMLParser(_SHORT.sub(r"<\1\2></\1>", page)), blocks)
    blocks.close(hard=True)


def _chapters(book: Element, folder: str) -> list[str]:
    """The parts in the order of reading, without the table of contents."""
    items = {
        item.get("id", ""): normpath(join(folder, unquote(item.get("href", ""))))
        for item in book.iter("item")
        if "html" in item.get("media-type", "") and "nav" not in item.get("properties", "").split()
    }
    return [items[ref.get("idref", "")] for ref in book.iter("itemref") if ref.get("idref", "") in items]


def _stated(book: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in book.iter():
        if element.tag in _FIELDS and (element.text or "").strip():
            found.setdefault(_FIELDS[element.tag], (element.text or "").strip())
    return found


FORMATS = (
    Format(
        "application/epub+zip",
        (".epub",),
        lambda data, _: package.holds(data, b"META-INF/container.xml"),
        read,
    ),
)
