"""What a document says of itself, and paragraphs to say it about."""

from __future__ import annotations

from typing import NamedTuple

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment


class Said(NamedTuple):
    """What a document must be read to say of itself."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def said(source: str) -> Said:
    found = segment(tidy(source))
    day = found.published.isoformat() if found.published else None
    return Said(found.title, day, found.publisher, found.authors)


BODY = "近日，商会向灾区捐款10万元，会长表示，今后还将继续组织会员捐助，共渡难关。"
BODY_T = "商會日前向災區捐款10萬元，會長表示，今後還將繼續組織會員捐助，共渡難關。"
