"""PDF files that bring no font, on a machine that has none for Chinese: what pdfium then loses is found by its codes.

A character that is drawn by itself has no width without a font, and pdfium leaves it out of the page's
text. pdfminer, which comes with pdfplumber, takes characters from the tables of codes alone.
"""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_ORDERINGS = ((b"GB1", b"UniGB-UCS2-H"), (b"CNS1", b"UniCNS-UCS2-H"))
_FONT_FILES = frozenset({"FontFile", "FontFile2", "FontFile3"})
_NOTHING = 0.1  # points: no character is as narrow
_NEAR = 0.3  # em within which the same character is at the same place
_PROBE = b"""%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length 31 >> stream
BT /F 9 Tf 9 9 Td <5E74> Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /%s /DescendantFonts [6 0 R] >> endobj
6 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /A /DW 1000 /FontDescriptor 7 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >> >> endobj
7 0 obj << /Type /FontDescriptor /FontName /A /Flags 6 /FontBBox [0 0 1000 1000] >> endobj
trailer << /Root 1 0 R >>
"""


class Code(NamedTuple):
    """A character as its code says, with its place as `FPDFText_GetCharOrigin` and `FPDFText_GetMatrix` tell it."""

    char: str
    x: float
    y: float
    matrix: tuple[float, float, float, float]
    points: float  # size of the font
    width: float  # in units of the text's matrix
    embedded: bool  # whether its font is in the file


@cache
def no_font() -> bool:
    """Whether pdfium has no font for Chinese on this machine."""
    return not all(_has_year(_PROBE % (encoding, ordering)) for ordering, encoding in _ORDERINGS)


def _has_year(data: bytes) -> bool:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        return bool(page.get_text_range() == "年")


def _fonts_of_lost(page: pypdfium2.PdfPage) -> set[str]:
    """The fonts, not in the file, of text without any width, which pdfium has left out."""
    names = set()
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
        try:
            left, _, right, _ = found.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        font = pdfium.FPDFTextObj_GetFont(found) if right - left < _NOTHING else None
        if font and pdfium.FPDFFont_GetIsEmbedded(font) == 0:
            size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
            name = ctypes.create_string_buffer(size)
            pdfium.FPDFFont_GetBaseFontName(font, name, size)
            names.add(name.value.decode("utf-8", "replace"))
    return names


class Lost(NamedTuple):
    """The fonts that a page lacks, and all its characters by their codes; None where these cannot be told either."""

    fonts: set[str]
    codes: list[Code] | None


class Losses:
    """What pdfium leaves out of a file's pages."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pages: list[Any] | None = None

    def on(self, page: pypdfium2.PdfPage, number: int) -> Lost | None:
        """What may be lost of a page, counted from 0; None where nothing is."""
        fonts = _fonts_of_lost(page)
        return self._lost(fonts, number) if fonts else None

    def _lost(self, fonts: set[str], number: int) -> Lost:
        try:
            return Lost(fonts, self._codes(number))
        except Exception:  # whatever pdfminer makes of a file that is not as it should be
            return Lost(fonts, None)

    def _codes(self, number: int) -> list[Code]:
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        if self._pages is None:
            self._pages = list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(self._data)))))
        page = self._pages[number]
        page.rotate = 0  # places are those of the page as it is written
        device = _device(*page.mediabox[:2])
        PDFPageInterpreter(PDFResourceManager(), device).process_page(page)
        codes: list[Code] = device.codes
        return codes


def _device(left: float, bottom: float) -> Any:
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
    from pdfminer.pdfinterp import PDFResourceManager

    class Device(PDFTextDevice):
        def __init__(self) -> None:
            super().__init__(PDFResourceManager())
            self.codes: list[Code] = []

        def render_char(self, matrix: Any, font: PDFFont, fontsize: float, scaling: float, rise: float,
                        cid: int, *_: Any) -> float:  # fmt: skip
            a, b, c, d, x, y = matrix
            width = font.char_width(cid) * fontsize * scaling
            try:
                char = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                return width
            embedded = not _FONT_FILES.isdisjoint(font.descriptor)
            place = x + c * rise + left, y + d * rise + bottom
            self.codes.append(Code(char, *place, (a, b, c, d), fontsize, width, embedded))
            return width

    return Device()


class Place(NamedTuple):
    """Where a character of pdfium's is, and how many points its em has."""

    char: str
    x: float
    y: float
    size: float


def missing(codes: Sequence[Code], places: Sequence[Place]) -> Iterator[tuple[int, Code]]:
    """Characters of fonts not in the file that are at none of the places, each with the number of places that it comes behind."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        cells[round(place.x / 10), round(place.y / 10)].append(i)
    behind = 0
    for code in codes:
        near = (
            cells.get((round(code.x / 10) + i, round(code.y / 10) + j), ())
            for i in (0, -1, 1)
            for j in (0, -1, 1)
        )
        found = next((i for cell in near for i in cell if _is_at(places[i], code)), None)
        if found is not None:
            behind = found + 1
        elif not code.embedded and len(code.char) == 1 and not code.char.isspace():
            yield behind, code


def _is_at(place: Place, code: Code) -> bool:
    far = max(abs(place.x - code.x), abs(place.y - code.y))
    return place.char == code.char and far < _NEAR * place.size
