"""Text files. Stub: decodes UTF-8."""

from __future__ import annotations

from array import array

from chamber_extract.models import Problem
from chamber_extract.text import Text


def read(data: bytes) -> tuple[Text, str, list[Problem]]:
    source = data.decode("utf-8-sig")
    n = len(source)
    return Text(source, source, source, array("l", range(n)), array("l", range(1, n + 1))), "utf-8", []
