"""What goes into a reader and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from chamber_extract.models import Page, Problem
from chamber_extract.segment.stated import Stated
from chamber_extract.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A document's bytes and the path under which the dataset names it.

    `suffix` is that of the name, in lower case, taken from the path where it is not given; `charset` what an outer layer (a web server's answer)
    says of the bytes, and `stated` what the row of a corpus or the user says of the document. With
    `main_only` what stands aside of the text is left out.
    """

    path: str
    data: bytes
    suffix: str | None = None
    charset: str | None = None
    stated: tuple[Stated, ...] = field(default=())
    main_only: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that has been read: its text and what is known of the file.

    `asides` is a second view of the same source: what stands around the text, None where nothing does
    or nobody wants it.
    """

    source: Source
    text: Text
    media_type: str
    encoding: str | None
    sha256: str
    problems: tuple[Problem, ...] = field(default=())
    pages: tuple[Page, ...] = field(default=())
    stated: tuple[Stated, ...] = field(default=())
    asides: Text | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader makes of a file's bytes; `pages` in order, none where the format has none.

    `stated` is what the file says of its document beside the text.
    """

    text: Text
    encoding: str | None = None
    problems: tuple[Problem, ...] = field(default=())
    pages: tuple[Page, ...] = field(default=())
    stated: tuple[Stated, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document. `recognises` looks at the first bytes and at the suffix, in this order of trust.

    In a folder, files with one of the `suffixes` are taken for documents.
    """

    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    read: Callable[[Source], Content]
