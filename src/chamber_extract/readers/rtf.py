"""Rich text (RTF), whose characters are in the code page that its head names."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from chamber_extract.errors import ReadError
from chamber_extract.readers import plain
from chamber_extract.readers.source import Content, Format, Source

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_LARGER = {"936": "gb18030", "950": "big5hkscs", "65001": "utf-8", "54936": "gb18030"}


def read(source: Source) -> Content:
    """The document's text, the cells of its tables divided by pipes. Raises ReadError where it is damaged."""
    m = _CODE_PAGE.search(source.data, 0, 4096)
    page = m[1].decode() if m else "936"
    encoding = _LARGER.get(page, f"cp{page}")
    try:
        text = rtf_to_text(source.data.decode("latin-1"), encoding=encoding, errors="replace")
    except (LookupError, ValueError, IndexError, TypeError) as error:
        raise ReadError(f"a damaged RTF document: {error}", "damaged") from error
    return Content(plain.tidy(text), encoding)


FORMATS = (Format("application/rtf", (".rtf",), lambda data, _: data.startswith(b"{\\rtf"), read),)
