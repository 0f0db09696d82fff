"""WARC: the pages of a crawl, and the texts that were made of them (WET)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.containers.stream import Container, Options, Refusal, Stream, whole
from chamber_extract.errors import ReadError
from chamber_extract.readers import Source
from chamber_extract.segment.stated import Stated

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.I)
# What may hold a document; the readers tell which from the bytes.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rtf": ".rtf",
    "application/octet-stream": "",
    "": "",
}
_KINDS = ("response", "resource", "conversion")


def open_warc(stream: Stream, _: Options) -> Iterator[Source | Refusal]:
    """A document for each page that was answered, named by the number of its record."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(stream.file):
            number += 1
            if record.rec_type not in _KINDS:
                continue
            http = record.http_headers
            if http and http.get_statuscode() != "200":
                continue
            kind = (http or record.rec_headers).get_header("Content-Type") or ""
            suffix = _SUFFIXES.get(kind.partition(";")[0].strip().lower())
            if suffix is None:
                continue
            name = f"{stream.name}#{number}"
            try:
                data = whole(record.content_stream())
            except ReadError as error:
                yield Refusal(name, str(error), error.code)
                continue
            label = _CHARSET.search(kind)
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            stated = Stated("row", {"url": address} if address else {})
            yield Source(name, data, suffix, label[1] if label else None, (stated,))
    except ArchiveLoadFailed as error:
        raise ReadError(f"a damaged WARC file after record {number}: {error}", "damaged") from error


CONTAINERS = (
    Container("application/warc", (".warc", ".wet"), lambda head, *_: head.startswith(b"WARC/"), open_warc),
)
