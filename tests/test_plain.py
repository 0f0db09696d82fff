"""Reading text files: the source is the decoded file, what cannot be read is refused in one clear line."""

from __future__ import annotations

import pytest

from chamber_extract.errors import ReadError
from chamber_extract.readers import Source, read

TEXT = "柬埔寨中国商会向会员企业发出倡议，号召大家捐款。\r\n\r\n截至3月24日，共收到捐款197万元。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_source_is_the_decoded_file(encoding: str) -> None:
    loaded = read(Source("a.txt", TEXT.encode(encoding)))
    assert loaded.text.source == TEXT
    assert loaded.text.quote(0, len(loaded.text.clean)) == TEXT.rstrip()
    assert not loaded.problems


def test_line_ends_stay_in_the_source() -> None:
    text = read(Source("a.txt", TEXT.encode())).text
    place = text.clean.index("197万元")
    start, end = text.span(place, place + 5)
    assert TEXT[start:end] == "197万元"


def test_broken_characters_are_a_problem() -> None:
    data = (TEXT * 5).encode()
    loaded = read(Source("a.txt", data[:60] + b"\xff" + data[60:]))
    assert [p.code for p in loaded.problems] == ["replaced_characters"]
    assert loaded.problems[0].message.startswith("1 ")


REFUSED = {
    "empty": (b"", "empty"),
    "white space": (b" \r\n\t\n", "empty"),
    "only marks": (b"\xef\xbb\xbf", "empty"),
    "only tags": (b"<p></p><br>", "no text"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "Word": (b"PK\x03\x04\x14\x00\x06\x00", "Office"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "Office"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
    "gzip": (b"\x1f\x8b\x08\x00\x00\x00", "gzip"),
    "zeros": (b"\x00" * 400, "binary"),
    "controls": (b"\x01\x02\x03ab" * 50, "binary"),
    "program": (b"\x7fELF\x02\x01\x01" + b"\x00" * 90, "program"),
    "noise": (bytes((i * 89 + 147) % 128 + 128 for i in range(600)), "encoding"),
}


@pytest.mark.parametrize(("data", "word"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_clear_line(data: bytes, word: str) -> None:
    with pytest.raises(ReadError) as error:
        read(Source("a.txt", data))
    message = str(error.value)
    assert word in message
    assert "\n" not in message


MEDIA_TYPES = {
    "text": ("a.txt", "商会捐款。", "text/plain"),
    "Markdown": ("a.md", "# 商会\n\n捐款。", "text/markdown"),
    "no suffix": ("a", "商会捐款。", "text/plain"),
    "HTML in a text file": (
        "a.txt",
        "<!DOCTYPE html><html><body><p>商会捐款。</p></body></html>",
        "text/html",
    ),
    "wrong suffix": ("a.pdf", "商会捐款。", "text/plain"),
}


@pytest.mark.parametrize(("path", "text", "expected"), MEDIA_TYPES.values(), ids=MEDIA_TYPES)
def test_media_type_is_told_by_content(path: str, text: str, expected: str) -> None:
    loaded = read(Source(path, text.encode()))
    assert loaded.media_type == expected
    assert "捐款" in loaded.text.clean


def test_same_clean_text_in_txt_and_md() -> None:
    data = "# 商会年报\n\n**一、**捐款 100 万元。\n".encode()
    assert (
        read(Source("a.txt", data)).text.clean
        == read(Source("a.md", data)).text.clean
        == "商会年报\n一、捐款 100万元。"
    )
