"""Pictures of pages, read by an OCR engine if one is on the machine.

RapidOCR comes with `pip install 'chamber-extract[ocr]'`, its models in its package; without it
Tesseract is taken where it knows Chinese. Both run on the machine alone.
"""

from __future__ import annotations

import csv
import io
import math
import os
import shutil
import subprocess
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby
from statistics import median
from typing import Any, Protocol

import pypdfium2
from PIL import Image

from chamber_extract.normalize.script import ideograph
from chamber_extract.readers.columns import by_rows
from chamber_extract.readers.pieces import Piece, Sheet

REMEDY = "pip install 'chamber-extract[ocr]' to have it read"

_DPI = 300
_LARGEST = 5000  # pixels on a side: a page of a broadsheet at 200 dpi
_EM = 0.88  # of the height of the box that an engine draws around a line
_BASELINE = 0.14  # of it below the baseline

# A word of a picture: what it says, its box (left, top, right, bottom), and how sure the engine is, 0 to 1.
Word = tuple[str, tuple[float, float, float, float], float]


class Engine(Protocol):
    """What reads pictures."""

    name: str
    knows_columns: bool  # gives the words in the order in which they are read

    def words(self, image: Image.Image) -> list[Word]:
        """What stands in the picture, line by line."""


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
    """What stands on the picture of a page, and the engine's confidence, by length of text."""
    words = [w for w in reader.words(image) if w[0].strip()]
    weight = sum(len(text) for text, _, _ in words)
    sure = sum(len(text) * score for text, _, score in words) / weight if weight else 0.0
    pieces = [_piece(text, box) for text, box, _ in words]
    if not reader.knows_columns:
        pieces = by_rows(pieces)
    return Sheet(float(image.width), float(image.height), pieces), Decimal(str(round(sure, 3)))


def _piece(text: str, box: tuple[float, float, float, float]) -> Piece:
    left, top, right, bottom = box
    height = bottom - top
    return Piece(
        "".join(map(ideograph, text.strip())), left, right, bottom - _BASELINE * height, _EM * height
    )


class _RapidOCR:
    """PP-OCR models on onnxruntime."""

    name, knows_columns = "RapidOCR", False

    def __init__(self) -> None:
        import onnxruntime  # noqa: F401  what RapidOCR runs on, but does not bring along
        from rapidocr import RapidOCR

        self.read: Any = RapidOCR(
            params={"Global.log_level": "error", "Global.use_cls": False, "Global.max_side_len": _LARGEST}
        )

    def words(self, image: Image.Image) -> list[Word]:
        import numpy

        found = self.read(numpy.asarray(image)[:, :, ::-1])
        if found.boxes is None:
            return []
        corners = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
        return list(zip(found.txts, _straightened(corners), map(float, found.scores), strict=True))


def _straightened(boxes: Sequence[Sequence[tuple[float, float]]]) -> list[tuple[float, float, float, float]]:
    """The boxes as they lie when the page is turned so that its lines are level."""
    tilts = [
        math.atan2(b[1] - a[1], b[0] - a[0]) for a, b, c, d in boxes if b[0] - a[0] > 3 * abs(d[1] - a[1])
    ]
    tilt = median(tilts) if tilts else 0.0
    cos, sin = math.cos(tilt), math.sin(tilt)
    made = []
    for a, b, c, d in boxes:
        x = [p[0] * cos + p[1] * sin for p in (a, b, c, d)]
        y = [p[1] * cos - p[0] * sin for p in (a, b, c, d)]
        made.append((min(x[0], x[3]), (y[0] + y[1]) / 2, max(x[1], x[2]), (y[2] + y[3]) / 2))
    return made


class _Tesseract:
    """The program of that name; it has to know Chinese."""

    name, knows_columns = "Tesseract", True

    def __init__(self) -> None:
        """Raises FileNotFoundError where the program or the language is missing."""
        program = shutil.which("tesseract")
        known = self._run("--list-langs").decode().split() if program else []
        self.languages = "+".join(name for name in ("chi_sim", "chi_tra") if name in known)
        if not self.languages:
            raise FileNotFoundError("no tesseract with chi_sim")

    def words(self, image: Image.Image) -> list[Word]:
        data = io.BytesIO()
        image.save(data, "PNG")
        table = self._run("-", "-", "-l", self.languages, "--dpi", str(_DPI), "tsv", given=data.getvalue())
        rows = csv.DictReader(io.StringIO(table.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
        found = (r for r in rows if r["level"] == "5" and r["text"].strip())
        return [
            self._line(list(line))
            for _, line in groupby(found, key=lambda r: (r["block_num"], r["par_num"], r["line_num"]))
        ]

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
        return text, (float(words[0]["left"]), top, right, bottom), sure / weight

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        # One thread: several wait for one another, and take longer.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        return subprocess.run(
            ["tesseract", *arguments], input=given, capture_output=True, check=True, env=environment
        ).stdout
