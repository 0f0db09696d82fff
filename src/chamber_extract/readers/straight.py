"""A page that lay askew on the scanner: its words and the rules drawn on it as if it had lain level.

numpy and OpenCV come with the OCR engine.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from PIL import Image

from chamber_extract.readers.pieces import Rule

Point = tuple[float, float]

_INK = 160  # of 255: darker is drawn; hair lines are grey on a scan
_LONGER = 3.0  # em: no stroke of a character is as long
_MOST = 400  # rules: more are a drawing


def tilt(corners: Sequence[Sequence[Point]]) -> float:
    """By which angle the lines fall to the right, in radians; `corners` are those of each line's box, clockwise."""
    tilts = [
        math.atan2(b[1] - a[1], b[0] - a[0]) for a, b, _, d in corners if b[0] - a[0] > 3 * abs(d[1] - a[1])
    ]
    return median(tilts) if tilts else 0.0


def boxes(corners: Sequence[Sequence[Point]], angle: float) -> list[tuple[float, float, float, float]]:
    """The boxes as they are when the page is turned level: left, top, right, bottom."""
    made = []
    for box in corners:
        a, b, c, d = (_turned(p, angle) for p in box)
        made.append((min(a[0], d[0]), (a[1] + b[1]) / 2, max(b[0], c[0]), (c[1] + d[1]) / 2))
    return made


def rules(image: Image.Image, em: float, angle: float) -> list[Rule]:
    """The lines that are drawn across and down."""
    import cv2
    import numpy

    ink = (numpy.asarray(image.convert("L")) < _INK).astype(numpy.uint8)
    ink = cv2.dilate(ink, numpy.ones((3, 3), numpy.uint8))  # a hair line that is askew becomes one line again
    found = [*_drawn(ink, em, angle, across=True), *_drawn(ink, em, angle, across=False)]
    return found if len(found) <= _MOST else []


def _drawn(ink: Any, em: float, angle: float, across: bool) -> Iterator[Rule]:
    import cv2
    import numpy

    length = max(20, round(_LONGER * em))
    kernel = numpy.ones((1, length) if across else (length, 1), numpy.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
    for left, top, width, height, _ in stats[1:count].tolist():
        if max(width, height) < 4 * min(width, height):
            continue
        right, bottom = left + width, top + height
        falls = (angle >= 0) == across
        ends = ((left, top), (right, bottom)) if falls else ((left, bottom), (right, top))
        (x0, y0), (x1, y1) = (_turned(p, angle) for p in ends)
        if across:
            yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        else:
            yield Rule((x0 + x1) / 2, min(y0, y1), (x0 + x1) / 2, max(y0, y1))


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
