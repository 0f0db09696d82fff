"""What goes into a container and what comes out of it, and how much may come out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from chamber_extract.errors import ReadError
from chamber_extract.readers import Source
from chamber_extract.segment.stated import Stated

HEAD = 1 << 16  # bytes in which every container shows

# A document is worked on in memory, at some hundred times its bytes: no text that people write is larger.
LARGEST = 64 << 20  # bytes of one document out of a container
LARGEST_INSIDE = 256 << 20  # bytes of an archive that comes out of another, or through a pipe
MOST = 1_000_000  # members of one archive
DEEPEST = 6  # containers within one another: an archive in an archive, each compressed
# Text packs ten to one, tables of blanks a hundred to one; what packs better was made to burst.
RATIO = 250
SMALL = 8 << 20  # bytes that any archive may hold, however well they pack


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about all inputs.

    `text_field` names the column that holds the text of a corpus; `published` is the day for
    documents that do not say theirs; `main_only` leaves out what stands aside of their text.
    """

    text_field: str | None = None
    published: str | None = None
    main_only: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """Bytes that can be read once, forward, and what is known of them."""

    name: str
    suffix: str
    file: io.BufferedReader
    charset: str | None = None
    stated: tuple[Stated, ...] = field(default=())

    @property
    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.file.peek(HEAD)[:HEAD]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in an input that is no document or could not be taken out, and why."""

    name: str
    message: str
    code: str = "unreadable"


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of input that holds documents. `recognises` looks at the first bytes, then at the suffix.

    What an `archive` holds is chosen as in a folder, by its name.
    """

    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str, Options], bool]
    open: Callable[[Stream, Options], Iterator[Stream | Source | Refusal]]
    archive: bool = False


def buffered(file: BinaryIO) -> io.BufferedReader:
    """The file with a head that can be looked at."""
    return io.BufferedReader(file, HEAD)  # type: ignore[arg-type]


def whole(file: BinaryIO) -> bytes:
    """All bytes of a document in a container. Raises ReadError where they are more than a document has."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(
            f"larger than {LARGEST >> 20} MiB unpacked: take it out of its container, and divide it",
            "too_large",
        )
    return data
