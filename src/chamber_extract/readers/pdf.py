"""PDF: the words of each page in the order in which they are read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from chamber_extract.errors import ReadError
from chamber_extract.models import Problem
from chamber_extract.readers import ocr
from chamber_extract.readers.book import Book
from chamber_extract.readers.fontless import Losses, no_font
from chamber_extract.readers.pdf_page import sheet_of
from chamber_extract.readers.pieces import Sheet
from chamber_extract.readers.source import Content, Source

logging.getLogger("pdfminer").setLevel(
    logging.ERROR
)  # thousands of lines about fonts, of no use to anyone here

_HEADER = b"%PDF-"
_FEW = 20  # characters on a picture of a page: a stamp or a page number, not its text
_UNREAD = 0.3  # of the characters: so many without a meaning make the rest worthless


def read(source: Source) -> Content:
    """The text of all pages that can be read. Raises ReadError where there are none."""
    book = Book()
    document = _opened(source.data)
    losses = Losses(source.data) if no_font() else None
    try:
        for number in range(len(document)):
            _read_page(document, number, book, losses)
    finally:
        document.close()
    return book.content(_damage(source.data))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            message = "the PDF is locked by a password: save a copy without one"
            raise ReadError(message, "password") from error
        if document := _rescued(data):
            return document
        (what, code) = ("damaged", "damaged") if _ends(data) else ("cut off", "truncated")
        raise ReadError(f"the PDF is {what}, no page can be read: get the file anew", code) from error


def _rescued(data: bytes) -> pypdfium2.PdfDocument | None:
    """The document of a file whose end is lost: with a trailer that names its catalogue pdfium finds what is left."""
    if catalog := _CATALOG.search(data):
        trailer = b"\nendobj\ntrailer << /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n" % catalog[1]
        try:
            return pypdfium2.PdfDocument(data + trailer)
        except pypdfium2.PdfiumError:
            pass
    return None


def _ends(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


def _read_page(document: pypdfium2.PdfDocument, number: int, book: Book, losses: Losses | None) -> None:
    """Adds the page to the book; what pdfium holds of it is given back."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        book.add_damaged()
        return
    try:
        sheet = sheet_of(page, losses.on(page, number) if losses else None)
        if not _has_no_text(sheet):
            book.add(sheet)
        elif engine := ocr.engine():
            book.add_picture(engine, ocr.picture(page))
        else:
            book.pictures.append(number)
            book.add(sheet)
    except pypdfium2.PdfiumError:
        book.add_damaged()
    finally:
        page.close()


def _has_no_text(sheet: Sheet) -> bool:
    """Whether what is to be read on the page is in pictures, or in characters that mean nothing."""
    characters = sum(len(p.text) for p in sheet.pieces)
    garbled = sheet.unread > _UNREAD * (characters + sheet.unread)
    return garbled or (sheet.picture and characters < _FEW)


_CATALOG = re.compile(rb"(\d{1,10}) \d+ obj\s*<<[^>]{0,200}/Type\s*/Catalog\b")
_START_XREF = re.compile(rb"startxref\s+(\d{1,12})\s")
_XREF = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


def _damage(data: bytes) -> Iterator[Problem]:
    """What is wrong with the file as a whole, though pdfium found pages in it by searching."""
    if not _ends(data):
        message = "the end of the file is missing: pages may be missing, get the file anew"
        yield Problem(code="truncated", message=message)
        return
    stated = _START_XREF.findall(data[-2048:])
    offsets = {int(n) + start for n in stated[-1:] for start in (0, max(0, data.find(_HEADER)))}
    if not any(_XREF.match(data, offset) for offset in offsets):
        message = (
            "the cross-reference table is broken: pages were found by searching the file, some may be missing"
        )
        yield Problem(code="broken_xref", message=message)
