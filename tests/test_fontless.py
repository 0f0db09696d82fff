"""PDF files that bring no font, read where the machine has none either: nothing is lost, and it is said."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from chamber_extract.readers import Source, fontless, read
from chamber_extract.readers.fontless import Code, Losses, Place, missing
from tests.pdf_drawing import Words, pdf
from tests.reading import DOCUMENTS

# pdfium begun anew in a process of its own, with no place to look for fonts.
_BARE = """
import ctypes, json, sys
import pypdfium2.raw as pdfium
pdfium.FPDF_DestroyLibrary()
nowhere = ctypes.create_string_buffer(sys.argv[1].encode())
paths = (ctypes.POINTER(ctypes.c_char) * 2)(ctypes.cast(nowhere, ctypes.POINTER(ctypes.c_char)), None)
config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=paths)
pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))
from pathlib import Path
from chamber_extract.readers import Source, read
for path in map(Path, sys.argv[2:]):
    loaded = read(Source(path.name, path.read_bytes()))
    print(json.dumps([loaded.text.clean, [(p.code, p.message) for p in loaded.problems]]))
"""


ALONE = [
    Words(50, 500, "泰国江苏商会捐款如下"),
    Words(50, 400, "口罩三万"),
    Words(90, 400, "只"),
    Words(50, 300, "年"),
    Words(60, 300, "月"),
    Words(50, 200, "5"),
    Words(200, 560, "〇", matrix=(0, 1, -1, 0)),
]
READ = "泰国江苏商会捐款如下\n口罩三万只\n年月\n5"


NAMES = ("ruled", "unruled", "headed", "libreoffice")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The clean text and the problems of each file, read where there is no font."""
    folder = tmp_path_factory.mktemp("fontless")
    (folder / "alone.pdf").write_bytes(pdf(ALONE))
    (folder / "turned.pdf").write_bytes(pdf(ALONE[:5], rotate=180))
    paths = [folder / "alone.pdf", folder / "turned.pdf", *(DOCUMENTS / "pdf" / f"{n}.pdf" for n in NAMES)]
    command = [sys.executable, "-c", _BARE, str(folder / "none"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {p.stem: json.loads(line) for p, line in zip(paths, done.stdout.splitlines(), strict=True)}


def test_characters_drawn_by_themselves_are_read(bare: dict[str, Any]) -> None:
    text, problems = bare["alone"]
    assert text == READ
    ((code, message),) = problems
    assert code == "no_font"
    assert "STSong-Light" in message
    assert "install a font for Chinese" in message


def test_pages_that_are_turned(bare: dict[str, Any]) -> None:
    assert bare["turned"][0] == READ.removesuffix("\n5")


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_those_of_a_machine_with_fonts(bare: dict[str, Any], name: str) -> None:
    path = DOCUMENTS / "pdf" / f"{name}.pdf"
    text, problems = bare[name]
    assert text == read(Source(path.name, path.read_bytes())).text.clean
    assert [code for code, _ in problems] == (["no_font"] if name in ("ruled", "unruled") else [])


def test_a_file_of_which_the_codes_cannot_be_read_says_that_characters_are_missing() -> None:
    assert Losses(b"no PDF")._lost({"A"}, 0).codes is None


def test_a_machine_with_fonts_asks_for_no_codes() -> None:
    if not fontless.no_font():
        assert read(Source("a.pdf", pdf(ALONE))).problems == ()


def code(char: str, x: float, y: float, embedded: bool = False) -> Code:
    return Code(char, x, y, (1, 0, 0, 1), 10, 10, embedded)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param([code("捐", 50, 500), code("款", 60, 500)], [], id="all there"),
        pytest.param(
            [code("捐", 50, 500), code("赠", 90, 300), code("款", 60, 500)], [(1, "赠")], id="between"
        ),
        pytest.param([code("赠", 90, 300)], [(0, "赠")], id="before all"),
        pytest.param([code("捐", 50.1, 499.9)], [], id="nearly at the place"),
        pytest.param([code("捐", 58, 500)], [(0, "捐")], id="the same one elsewhere"),
        pytest.param([code("赠", 90, 300, embedded=True)], [], id="a font of the file"),
        pytest.param([code(" ", 90, 300), code("fi", 90, 300)], [], id="a blank and a ligature"),
    ],
)
def test_what_is_missing(codes: list[Code], expected: list[tuple[int, str]]) -> None:
    places = [Place("捐", 50, 500, 10), Place("款", 60, 500, 10)]
    assert [(behind, c.char) for behind, c in missing(codes, places)] == expected
