"""Pictures of pages: PNG, JPEG and TIFF, for an OCR engine to read."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence

from chamber_extract.errors import ReadError
from chamber_extract.readers import ocr
from chamber_extract.readers.book import Book
from chamber_extract.readers.source import Content, Source


def read(source: Source) -> Content:
    """The text of the picture, every frame a page. Raises ReadError where there is no engine or no text."""
    engine = ocr.engine()
    if not engine:
        raise ReadError(f"this is an image, not text: {ocr.REMEDY}", "no_text_layer")
    book = Book()
    for frame in _frames(source.data):
        book.add_picture(engine, frame)
    return book.content()


def _frames(data: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # large pictures are what scanners make
            for frame in ImageSequence.Iterator(Image.open(io.BytesIO(data))):
                yield ImageOps.exif_transpose(frame).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ReadError("the image is damaged or too large", "damaged") from error
