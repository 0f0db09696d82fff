"""Documents of pages: how PDF and pictures are told. What reads them is loaded when the first one comes."""

from __future__ import annotations

from chamber_extract.readers.source import Content, Format, Source

_PREAMBLE = 1024  # bytes that may stand before the beginning of a PDF


def _pdf(source: Source) -> Content:
    from chamber_extract.readers import pdf

    return pdf.read(source)


def _picture(source: Source) -> Content:
    from chamber_extract.readers import pictures

    return pictures.read(source)


FORMATS = (
    Format("application/pdf", (".pdf",), lambda data, _: b"%PDF-" in data[:_PREAMBLE], _pdf),
    Format("image/png", (), lambda data, _: data.startswith(b"\x89PNG\r\n"), _picture),
    Format("image/jpeg", (), lambda data, _: data.startswith(b"\xff\xd8\xff"), _picture),
    Format("image/tiff", (".tif", ".tiff"), lambda data, _: data.startswith((b"II*\0", b"MM\0*")), _picture),
)
