"""Scans: what an OCR engine makes of them. `make ocr` installs the engine; CI has it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Loaded, Source, ocr, read, straight
from chamber_extract.readers.pieces import Rule
from tests.pdf_drawing import needs_font
from tests.reading import DOCUMENTS, SCANNED, SHOWN, errors, records, records_of, scanned, text_of

INSTALLED = all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))
rapidocr = pytest.mark.skipif(
    not INSTALLED and "CI" not in os.environ, reason="the OCR engine is an extra: make ocr; CI has it"
)
tesseract = pytest.mark.skipif(
    not shutil.which("tesseract") and "CI" not in os.environ,
    reason="the other engine is the system's tesseract-ocr-chi-sim; CI has it",
)


@cache
def loaded(name: str) -> Loaded:
    return read(Source(name, (DOCUMENTS / name).read_bytes()))


@rapidocr
class TestRapidOCR:
    @pytest.mark.parametrize("name", sorted(SCANNED))
    def test_nine_records_in_ten_are_those_of_the_text(self, name: str) -> None:
        expected = records_of(SHOWN[name])
        found = records(Source(name, (DOCUMENTS / name).read_bytes()))
        assert 10 * (expected & found).total() >= 9 * expected.total(), expected - found

    @pytest.mark.parametrize("name", ["pdf/scan.pdf", "image/skewed.jpg"])
    def test_one_character_in_a_hundred_at_most_is_wrong(self, name: str) -> None:
        assert errors(loaded(name).text.clean, text_of(SHOWN[name])) < 0.01

    @needs_font
    @pytest.mark.parametrize("skew", [0.0, 1.0, -1.0])
    def test_ruled_tables_are_rows(self, skew: float) -> None:
        rows = [line for line in text_of(("donations",)).splitlines() if "\t" in line]
        found = read(scanned(DOCUMENTS / "pdf" / "ruled.pdf", 150, skew)).text.folded.split("\n")
        assert sum(row.replace("（", "(").replace("）", ")") in found for row in rows) >= len(rows) - 1

    def test_the_page_says_that_it_was_read_from_an_image(self) -> None:
        text, scan = loaded("pdf/mixed.pdf").pages
        assert (text.ocr, text.confidence) == (False, None)
        assert scan.ocr
        assert Decimal("0.9") < scan.confidence <= 1

    def test_so_does_the_document(self) -> None:
        found = loaded("pdf/mixed.pdf").problems
        assert [p.code for p in found] == ["ocr"]
        assert found[0].message.startswith("page 2 is read from an image with confidence 0.9")

    def test_mentions_are_on_its_page(self) -> None:
        found = extract_sources([Source("a.pdf", (DOCUMENTS / "pdf" / "mixed.pdf").read_bytes())])
        assert {m.page for c in found.chambers for m in c.mentions if c.name == "澳門福建商會"} == {2}

    def test_an_image_without_words(self) -> None:
        from tests.pdf_drawing import Line, pdf

        source = scanned_bytes(pdf([Line(0, 0, 300, 300)]))
        assert [p.code for p in extract_sources([source]).documents[0].problems] == ["no_text_layer"]


def scanned_bytes(data: bytes) -> Source:
    """The first page of a PDF in memory as an image."""
    import io

    import pypdfium2

    image = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        document[0].render(scale=2).to_pil().save(image, "PNG")
    return Source("a.png", image.getvalue())


@tesseract
class TestTesseract:
    @pytest.fixture(autouse=True)
    def _alone(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setitem(sys.modules, "rapidocr", None)
        ocr.engine.cache_clear()
        if ocr.engine() is None and "CI" not in os.environ:
            pytest.skip("a Tesseract without Chinese")
        yield
        ocr.engine.cache_clear()

    def test_simplified_print(self) -> None:
        source = scanned(DOCUMENTS / "pdf" / "seed.pdf", 300, 0)
        assert errors(read(source).text.clean, text_of(("seed",))) < 0.1

    def test_a_script_that_it_does_not_know_is_left_out(self) -> None:
        engine = ocr.engine()
        if "chi_tra" in engine.languages:
            pytest.skip("this one knows it")
        found = extract_sources([Source("a.pdf", (DOCUMENTS / "pdf" / "mixed.pdf").read_bytes())])
        assert [p.code for p in found.documents[0].problems] == ["ocr_unsure"]
        assert "page 2" in found.documents[0].problems[0].message


def level(x: float, y: float, width: float, height: float, fall: float) -> list[tuple[float, float]]:
    """The corners of a box, its right side lower by so many pixels a pixel."""
    return [(x, y), (x + width, y + fall * width), (x + width, y + height + fall * width), (x, y + height)]


class TestStraight:
    def test_lines_that_fall_to_the_right_are_levelled(self) -> None:
        corners = [
            level(100, 100, 800, 40, 0.02),
            level(100, 200, 780, 40, 0.02),
            level(100, 300, 60, 40, 0.3),
        ]
        angle = straight.tilt(corners)
        assert angle == pytest.approx(0.02, abs=0.001)
        (_, top, right, bottom), *_ = straight.boxes(corners[:1], angle)
        assert (right, bottom - top) == (pytest.approx(902, abs=3), pytest.approx(40, abs=1))

    def test_a_page_without_lines_lies_level(self) -> None:
        assert straight.tilt([]) == 0.0

    @rapidocr
    def test_rules_are_found_between_words(self) -> None:
        from PIL import Image, ImageDraw

        image = Image.new("RGB", (600, 400), "white")
        draw = ImageDraw.Draw(image)
        draw.line((50, 100, 500, 100), fill=90)
        draw.line((50, 100, 50, 300), fill=90)
        draw.rectangle((200, 150, 220, 170), fill=0)  # a character
        across, down = straight.rules(image, 20.0, 0.0)
        assert isinstance(across, Rule)
        assert (across.x0, across.x1, across.y0) == (
            pytest.approx(50, abs=3),
            pytest.approx(500, abs=3),
            pytest.approx(100, abs=3),
        )
        assert (down.y0, down.y1, down.x0) == (
            pytest.approx(100, abs=3),
            pytest.approx(300, abs=3),
            pytest.approx(50, abs=3),
        )
