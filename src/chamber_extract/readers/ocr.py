"""Images of pages, read by an OCR engine if one is on the machine.

RapidOCR comes with `pip install 'chamber-extract[ocr]'`, its models in its package; without it
Tesseract is taken where it knows Chinese. Both run on the machine alone.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import groupby
from statistics import median
from typing import Any, Protocol

import pypdfium2
from PIL import Image

from chamber_extract.normalize.script import ideograph
from chamber_extract.readers import straight
from chamber_extract.readers.columns import by_rows
from chamber_extract.readers.pieces import Piece, Rule, Sheet

REMEDY = "pip install 'chamber-extract[ocr]' to have it read"

_DPI = 300
_LARGEST = 5000  # pixels on a side: a page of a broadsheet at 200 dpi
_EM = 0.88  # of the height of the box that an engine draws around a line
_BASELINE = 0.14  # of it below the baseline
_ALIKE, _SHORT_ALIKE = 0.25, 0.4  # of the height, of a few characters: a heading is larger by more
_SHORT = 5  # characters: boxes of so few are the least exact
_POINTS = 11.0  # the em of a page's text, whatever its pixels

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Word:
    """Words of a line, where they stand, and how sure the engine is of them, 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What an engine sees of a page, in pixels, lines level; `ordered` where it comes in the order of reading."""

    words: list[Word]
    rules: list[Rule] = field(default_factory=list)
    ordered: bool = False


class Engine(Protocol):
    """What reads images."""

    def look(self, image: Image.Image) -> Sight:
        """What stands on the image of a page."""


@cache
def engine() -> Engine | None:
    """The engine that is on this machine, None where there is none."""
    for make in (_RapidOCR, _Tesseract):
        try:
            return make()
        except (ImportError, FileNotFoundError):
            continue
    return None


def picture(page: pypdfium2.PdfPage) -> Image.Image:
    """The page as it looks."""
    scale = min(_DPI / 72, _LARGEST / max(1.0, *page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return bitmap.to_pil().convert("RGB")
    finally:
        bitmap.close()


def read(reader: Engine, image: Image.Image) -> tuple[Sheet, Decimal]:
    """What stands on the image of a page, and the engine's confidence, by length of text."""
    sight = reader.look(image)
    words = [w for w in sight.words if w.text.strip() and w.box[3] > w.box[1]]
    if not words:
        return Sheet(float(image.width), float(image.height)), Decimal(0)
    height = median(w.box[3] - w.box[1] for w in words)
    scale = _POINTS / (_EM * height)
    pieces = [_piece(w, scale, height) for w in words]
    rules = [Rule(*(scale * n for n in (r.x0, r.y0, r.x1, r.y1))) for r in sight.rules]
    weight = sum(len(w.text) for w in words)
    sure = sum(len(w.text) * w.sure for w in words) / weight
    sheet = Sheet(
        scale * image.width, scale * image.height, pieces if sight.ordered else by_rows(pieces), rules
    )
    return sheet, Decimal(str(round(sure, 3)))


def _piece(word: Word, scale: float, usual: float) -> Piece:
    """The word in points; boxes of one size of type differ by the characters in them, and are made alike."""
    left, top, right, bottom = word.box
    height = bottom - top
    alike = _ALIKE if len(word.text) > _SHORT else _SHORT_ALIKE
    if abs(height - usual) < alike * usual:
        top, bottom, height = top + (height - usual) / 2, bottom - (height - usual) / 2, usual
    text = "".join(map(ideograph, word.text.strip()))
    return Piece(
        text, scale * left, scale * right, scale * (bottom - _BASELINE * height), scale * _EM * height
    )


class _RapidOCR:
    """PP-OCR models on onnxruntime."""

    def __init__(self) -> None:
        import onnxruntime  # noqa: F401  what RapidOCR runs on, but does not bring along
        from rapidocr import RapidOCR

        options = {
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.max_side_len": _LARGEST,
        }
        self.read: Any = RapidOCR(params=options)

    def look(self, image: Image.Image) -> Sight:
        import numpy

        found = self.read(numpy.asarray(image)[:, :, ::-1])
        if found.boxes is None:
            return Sight([])
        corners = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
        tilt = straight.tilt(corners)
        boxes = straight.boxes(corners, tilt)
        em = _EM * median(bottom - top for _, top, _, bottom in boxes)
        words = [Word(t, b, float(s)) for t, b, s in zip(found.txts, boxes, found.scores, strict=True)]
        return Sight(words, straight.rules(image, em, tilt))


class _Tesseract:
    """The program of that name; it has to know Chinese."""

    def __init__(self) -> None:
        """Raises FileNotFoundError where the program or the language is missing."""
        known = self._run("--list-langs").decode().split() if shutil.which("tesseract") else []
        self.languages = "+".join(name for name in ("chi_sim", "chi_tra") if name in known)
        if not self.languages:
            raise FileNotFoundError("no tesseract with chi_sim")

    def look(self, image: Image.Image) -> Sight:
        data = io.BytesIO()
        image.save(data, "PNG")
        table = self._run("-", "-", "-l", self.languages, "--dpi", str(_DPI), "tsv", given=data.getvalue())
        rows = csv.DictReader(io.StringIO(table.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
        found = (r for r in rows if r["level"] == "5" and r["text"].strip())
        by_line = groupby(found, key=lambda r: (r["block_num"], r["par_num"], r["line_num"]))
        return Sight([self._line(list(line)) for _, line in by_line], ordered=True)

    def _line(self, words: list[dict[str, str]]) -> Word:
        """A line of one block; Tesseract's words of Chinese are no words, only what stands apart or is Latin is."""
        text, right, weight, sure = "", 0.0, 0, 0.0
        top = min(float(w["top"]) for w in words)
        bottom = max(float(w["top"]) + float(w["height"]) for w in words)
        for w in words:
            room = float(w["left"]) - right
            latin = text[-1:].isascii() and w["text"][0].isascii() and room > 0.2 * (bottom - top)
            text += " " * (bool(text) and (latin or room > bottom - top)) + w["text"]
            right = float(w["left"]) + float(w["width"])
            weight += len(w["text"])
            sure += float(w["conf"]) * len(w["text"]) / 100
        return Word(text, (float(words[0]["left"]), top, right, bottom), sure / weight)

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        # One thread: several wait for one another, and take longer.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        return subprocess.run(
            ["tesseract", *arguments], input=given, capture_output=True, check=True, env=environment
        ).stdout
