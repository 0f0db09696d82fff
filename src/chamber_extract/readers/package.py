"""Documents that are ZIP archives of XML: taking their parts out of memory, with limits."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree as XML

from chamber_extract.errors import ReadError

# What one part may unpack to; the text of the longest novels has 10 MiB in XML.
LARGEST = 128 << 20  # bytes


class Package:
    """The parts of a document by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())

    def part(self, name: str) -> bytes:
        """A part's bytes. Raises ReadError where there is none, it is encrypted, or unpacks to too much."""
        if name not in self.names:
            raise ReadError(f"a damaged document: its part {name} is missing", "damaged")
        member = self.archive.getinfo(name)
        if member.flag_bits & 1:
            raise ReadError("encrypted: save it without a password first", "encrypted")
        if member.file_size > LARGEST:
            raise ReadError(f"its part {name} unpacks to more than {LARGEST >> 20} MiB", "too_large")
        return self.archive.read(member)

    def tree(self, name: str) -> XML.Element:
        """A part as XML, its names without their namespaces. Raises ReadError where it is none."""
        data = self.part(name)
        if b"<!ENTITY" in data[:65536]:
            raise ReadError(f"its part {name} defines entities, as no document does", "damaged")
        try:
            root = XML.fromstring(data)
        except XML.ParseError as error:
            raise ReadError(f"a damaged document: {name}: {error}", "damaged") from error
        for element in root.iter():
            element.tag = _bare(element.tag)
            element.attrib = {_bare(key): value for key, value in element.attrib.items()}
        return root


@contextmanager
def opened(data: bytes) -> Iterator[Package]:
    """The document's parts. Raises ReadError where its archive is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Package(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise ReadError(f"a damaged document: {error}", "damaged") from error


def holds(data: bytes, name: bytes) -> bool:
    """Whether the bytes are a ZIP archive with such a part: names stand in it as they are."""
    return data.startswith(b"PK\x03\x04") and name in data


_NAMESPACE = re.compile(r"\{[^}]*\}")


def _bare(name: object) -> str:
    return _NAMESPACE.sub("", name) if isinstance(name, str) else ""
