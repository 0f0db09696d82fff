"""Web pages saved as one file (MHTML): the page among its pictures and styles."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from chamber_extract.errors import ReadError
from chamber_extract.readers import html
from chamber_extract.readers.source import Content, Format, Source
from chamber_extract.segment.stated import Stated

_SUFFIXES = (".mht", ".mhtml")


def read(source: Source) -> Content:
    """The text of the page, which is the first part that is one. Raises ReadError where there is none."""
    message = email.message_from_bytes(source.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    page = next(
        (p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes) or not data.strip():
        raise ReadError("a saved web page without the page itself: save it again", "damaged")
    content = html.read(replace(source, data=data, charset=page.get_content_charset()))
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    return replace(content, stated=(*content.stated, Stated("metadata", {"url": str(address)})))


def _is_saved_page(data: bytes, suffix: str) -> bool:
    head = data[:4096].lower()
    return b"mime-version:" in head and (b"multipart/related" in head or suffix in _SUFFIXES)


FORMATS = (Format("multipart/related", _SUFFIXES, _is_saved_page, read),)
