"""What pdfium tells of a page: its characters with their places, the lines drawn on it, its pictures."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from chamber_extract.normalize.script import ideograph
from chamber_extract.readers.fontless import Code, Lost, Place, missing
from chamber_extract.readers.glyphs import Glyph, TabStops
from chamber_extract.readers.pieces import Rule, Sheet, assemble

_THIN = 3.0  # points: a filled box no thicker is a line
_COVERS = 0.5  # of the page: a picture of a page, not in it
_HAN = re.compile("[\u2e80-\u2fd5\u3400-\u9fff\uf900-\ufad9]")
_HUGE = 1e6  # points: what lies farther off is on no page
_HYPHEN = 2  # pdfium's sign for one at the end of a line
_UNKNOWN = frozenset((0, *range(0xD800, 0xF900), 0xFFFD, 0xFFFE, 0xFFFF))  # private use: the font alone knows
_CONTROLS = {*range(1, 9), *range(14, 32), 127, 0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF}
_NOTHING = frozenset(_CONTROLS - {_HYPHEN})  # nothing to see
_DESCENT = -0.12  # em below the baseline
_UPRIGHT = math.radians(10)


class _Mark(NamedTuple):
    """A character as pdfium gives it, y upwards; `turn` counts quarters of a turn to the left, None for others."""

    char: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    size: float
    width: float  # of the em
    turn: int | None


def sheet_of(page: pypdfium2.PdfPage, lost: Lost | None = None) -> Sheet:
    """What is on the page. Turned text is turned back; text at an angle to the rest, such as a watermark, is left out.

    What pdfium has lost is put back as far as it is known.
    """
    box = left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    drawn = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH], max_depth=3))
    sheet = Sheet(width, height, picture=_is_picture(drawn, width * height))
    text = page.get_textpage()
    try:
        marks = list(_marks(text, sheet))
    finally:
        text.close()
    if lost:
        sheet.fonts, sheet.unknown = frozenset(lost.fonts), lost.codes is None
        marks = _with(marks, lost, sheet)
    turns = Counter(m.turn for m in marks if m.turn is not None)
    if not turns:
        return sheet
    turn = turns.most_common(1)[0][0] or 0
    marks = [m for m in marks if m.turn == turn]
    view = _View(box, turn, turn == 0 and _runs_down(marks))
    if (turn % 2 == 1) != view.down:
        sheet.width, sheet.height = height, width
    sheet.rules = [view.rule(r) for r in _rules(drawn)]
    glyphs = list(view.glyphs(marks))
    sheet.pieces = assemble(glyphs, sheet.rules, TabStops(glyphs))
    return sheet


def _marks(page: pypdfium2.PdfTextPage, sheet: Sheet) -> Iterator[_Mark]:
    text = page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    at_x, at_y, at_box, at_matrix = map(ctypes.byref, (x, y, box, matrix))
    for i in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        # Blanks and ends of lines may be pdfium's own reading of the places; that is ours to do.
        if code in _NOTHING or (code <= 32 and pdfium.FPDFText_IsGenerated(text, i) == 1):
            continue
        if code in _UNKNOWN:
            sheet.unread += 1
            continue
        pdfium.FPDFText_GetCharOrigin(text, i, at_x, at_y)
        pdfium.FPDFText_GetLooseCharBox(text, i, at_box)
        pdfium.FPDFText_GetMatrix(text, i, at_matrix)
        scale, stretch, turn = _shape(matrix.a, matrix.b, matrix.c, matrix.d)
        points = pdfium.FPDFText_GetFontSize(text, i)
        size = scale * points
        if 0 < size < _HUGE and abs(x.value) + abs(y.value) + abs(box.left) + abs(box.right) < _HUGE:
            char = "-" if code == _HYPHEN else chr(code)
            edges = box.left, box.bottom, box.right, box.top
            yield _Mark(char, x.value, y.value, *edges, size, points * stretch, turn)


def _with(marks: list[_Mark], lost: Lost, sheet: Sheet) -> list[_Mark]:
    """The marks with those that were lost, each where it is drawn."""
    places = [Place(m.char, m.x, m.y, m.size) for m in marks]
    found = list(missing(lost.codes or (), places))
    sheet.restored = len(found)
    for behind, code in reversed(found):
        marks.insert(behind, _mark(code))
    return marks


def _mark(code: Code) -> _Mark:
    a, b, c, d = code.matrix
    scale, stretch, turn = _shape(a, b, c, d)
    low, high = _DESCENT * code.points, (1 + _DESCENT) * code.points
    corners = [(code.x + a * u + c * v, code.y + b * u + d * v) for u in (0, code.width) for v in (low, high)]
    xs, ys = zip(*corners, strict=True)
    edges = min(xs), min(ys), max(xs), max(ys)
    return _Mark(code.char, code.x, code.y, *edges, scale * code.points, stretch * code.points, turn)


@lru_cache(maxsize=256)
def _shape(a: float, b: float, c: float, d: float) -> tuple[float, float, int | None]:
    """How a text matrix scales the em, how it stretches it along the line, and how often it turns it."""
    angle = math.atan2(b, a)
    turn = round(angle / (math.pi / 2))
    straight = abs(angle - turn * math.pi / 2) < _UPRIGHT
    return math.sqrt(abs(a * d - b * c)), math.hypot(a, b), turn % 4 if straight else None


def _runs_down(marks: list[_Mark]) -> bool:
    """Whether the characters stand under one another, as in vertical setting."""
    down = across = 0
    for a, b in pairwise(marks):
        if abs(b.x - a.x) < 0.2 * a.size and 0.5 * a.size < a.y - b.y < 1.8 * a.size:
            down += 1
        elif abs(b.y - a.y) < 0.2 * a.size:
            across += 1
    return down > 2 * across and down > 10


@dataclass(frozen=True, slots=True)
class _View:
    """How the page has to be held to read it."""

    box: tuple[float, float, float, float]  # left, bottom, right, top of the page
    turn: int
    down: bool

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, turned back, from the upper left; vertical lines lie down, the first one uppermost."""
        left, bottom, right, top = self.box
        x, y = ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[
            self.turn
        ]
        if not self.down:
            return x, y
        return y, (top - bottom if self.turn % 2 else right - left) - x

    def rule(self, r: Rule) -> Rule:
        (x0, y0), (x1, y1) = self.place(r.x0, r.y0), self.place(r.x1, r.y1)
        return Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def glyphs(self, marks: list[_Mark]) -> Iterator[Glyph]:
        place, down, blanks = self.place, self.down, ""
        for m in marks:
            if m.char.isspace():
                blanks += "\u3000" if m.char == "\u3000" else " "
                continue
            x0, y = place((m.left + m.right) / 2 if down else m.x, m.y)
            ends = place(m.left, m.bottom)[0], place(m.right, m.top)[0]
            x1 = max(ends)
            if down:
                x0 = min(ends)
            # pdfium widens its box to the drawn shape, and some fonts give nonsense: a Han character is as wide as the em.
            if _HAN.match(m.char) or x1 - x0 > 3 * m.size:
                x1 = x0 + m.width
            yield Glyph(ideograph(m.char), x0, x1, y, m.size, blanks)
            blanks = ""


def _is_picture(drawn: Iterable[pypdfium2.PdfObject], area: float) -> bool:
    covered = 0.0
    for image in (d for d in drawn if d.type == pdfium.FPDF_PAGEOBJ_IMAGE):
        left, bottom, right, top = image.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > _COVERS * area


def _rules(drawn: Iterable[pypdfium2.PdfObject]) -> Iterator[Rule]:
    """The lines drawn across and down, edges of boxes among them."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in (d for d in drawn if d.type == pdfium.FPDF_PAGEOBJ_PATH):
        matrix = path.get_matrix()
        last = start = (0.0, 0.0)
        for i in range(pdfium.FPDFPath_CountSegments(path)):
            segment = pdfium.FPDFPath_GetPathSegment(path, i)
            if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                continue
            point = matrix.on_point(x.value, y.value)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                yield from _straight(last, point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield from _straight(point, start)
            last = point


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Rule]:
    if (abs(a[0] - b[0]) < 1) != (abs(a[1] - b[1]) < 1) and max(abs(a[0] - b[0]), abs(a[1] - b[1])) > _THIN:
        yield Rule(*a, *b)
