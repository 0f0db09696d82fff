"""PDF files drawn word by word, for tests of how pages are read: no library writes them, so none mends them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pytest

from chamber_extract.readers.fontless import no_font


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place of the page, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10.0
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)  # turns and stretches


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is drawn from one place to another."""

    x0: float
    y0: float
    x1: float
    y1: float


Mark = Words | Line


def pdf(*pages: Iterable[Mark], size: tuple[int, int] = (400, 600), rotate: int = 0) -> bytes:
    """A file of these pages, each with its marks in the order given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 752 /Descent -271"
        b" /CapHeight 737 /StemV 58 /FontBBox [-25 -254 1000 880] >>",
    ]
    kids = []
    for page in pages:
        content = b"\n".join(map(_drawn, page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (*size, rotate, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def column(
    x: float, top: float, lines: Sequence[str], size: float = 10.0, leading: float = 15.0
) -> list[Words]:
    """Lines under one another; a line that opens with two blanks of an em is indented by them."""
    return [
        Words(
            x + size * (len(line) - len(line.lstrip("\u3000"))),
            top - i * leading,
            line.lstrip("\u3000"),
            size,
        )
        for i, line in enumerate(lines)
    ]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Line]:
    """The rules around the cells between these places."""
    across = [Line(xs[0], y, xs[-1], y) for y in ys]
    return across + [Line(x, ys[0], x, ys[-1]) for x in xs]


def _drawn(mark: Mark) -> bytes:
    if isinstance(mark, Line):
        return b"%f %f m %f %f l S" % (mark.x0, mark.y0, mark.x1, mark.y1)
    place = (*mark.matrix, mark.x, mark.y)
    words = mark.text.encode("utf-16-be").hex().encode()
    return b"BT /F %f Tf %f %f %f %f %f %f Tm <%s> Tj ET" % (mark.size, *place, words)


def _assembled(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(data)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            start,
        )
    )


needs_font = pytest.mark.skipif(
    no_font() and "CI" not in os.environ,
    reason="no font for Chinese on this machine: fonts-arphic-uming of Debian is one; CI has it",
)
