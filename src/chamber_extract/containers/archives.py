"""ZIP and tar archives: their documents one by one, never written to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import IO

from chamber_extract.containers.compression import bare_suffix
from chamber_extract.containers.stream import (
    LARGEST_INSIDE,
    MOST,
    RATIO,
    SMALL,
    Container,
    Options,
    Refusal,
    Stream,
    buffered,
)
from chamber_extract.errors import ReadError
from chamber_extract.readers import Source

# Formats that are ZIP archives themselves: what each surely holds.
_OFFICE = ("[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml")
_ENCRYPTED = 1  # flag of a member
_UTF8 = 0x800


def open_zip(stream: Stream, _: Options) -> Iterator[Stream | Source | Refusal]:
    """The documents of a ZIP archive in their order; an Office document or a book as the one that it is."""
    file = _seekable(stream)
    try:
        with zipfile.ZipFile(file) as archive:
            if any(name in _OFFICE for name in archive.namelist()):
                file.seek(0)
                yield Source(stream.name, file.read(), stream.suffix, stated=stream.stated)
                return
            yield from _members(archive, stream)
    except zipfile.BadZipFile as error:
        raise ReadError(f"a damaged ZIP archive: {error}", "damaged") from error


def _seekable(stream: Stream) -> IO[bytes]:
    """The archive itself where it is a file; else, inside another, its bytes. Raises ReadError for too many."""
    under = stream.file.raw
    if isinstance(under, io.BufferedReader) and isinstance(under.raw, io.FileIO) and under.seekable():
        return stream.file
    data = stream.file.read(LARGEST_INSIDE + 1)
    if len(data) > LARGEST_INSIDE:
        raise ReadError(f"an archive inside another of more than {LARGEST_INSIDE >> 20} MiB", "too_large")
    return io.BytesIO(data)


def _members(archive: zipfile.ZipFile, stream: Stream) -> Iterator[Stream | Refusal]:
    members = [m for m in archive.infolist() if not m.is_dir()]
    if len(members) > MOST:
        raise ReadError(f"more than {MOST} files: divide the archive", "too_many")
    packed = sum(m.compress_size for m in members)
    names: Counter[str] = Counter()
    unpacked = 0
    for member in members:
        name = _name(member)
        full = _full(stream, name, names)
        unpacked += member.file_size  # zipfile reads no more of a member than it declares
        if unpacked > SMALL + RATIO * packed:
            raise ReadError(f"unpacks to more than {RATIO} times its size: not read further", "bomb")
        if member.flag_bits & _ENCRYPTED:
            yield Refusal(full, "encrypted: unpack it with its password first", "encrypted")
            continue
        try:
            with archive.open(member) as file:
                yield Stream(full, bare_suffix(name), buffered(file))
        except (NotImplementedError, RuntimeError) as error:
            yield Refusal(full, f"packed in a way that cannot be read: {error}")


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a member; one without the mark of UTF-8 is in whatever the packing machine wrote."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    data = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def open_tar(stream: Stream, _: Options) -> Iterator[Stream | Refusal]:
    """The documents of a tar archive in their order, read as they come."""
    names: Counter[str] = Counter()
    try:
        with tarfile.open(fileobj=stream.file, mode="r|") as archive:
            for member in archive:
                if not member.isfile():
                    continue
                full = _full(stream, member.name, names)
                if names.total() > MOST:
                    raise ReadError(f"more than {MOST} files: divide the archive", "too_many")
                if file := archive.extractfile(member):
                    yield Stream(full, bare_suffix(member.name), buffered(file))
    except tarfile.TarError as error:
        raise ReadError(f"a damaged tar archive: {error}", "damaged") from error


def _full(stream: Stream, name: str, names: Counter[str]) -> str:
    """The member's name below the archive's, which is numbered where a name comes again."""
    name = name.removeprefix("./")
    names[name] += 1
    again = f"#{names[name]}" if names[name] > 1 else ""
    return f"{stream.name}{again}/{name}"


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


# What reading a member raises.
DAMAGE = (tarfile.TarError, zipfile.BadZipFile)
CONTAINERS = (
    Container("application/zip", (".zip",), lambda head, *_: head.startswith(b"PK\x03\x04"), open_zip, True),
    Container("application/x-tar", (".tar",), lambda head, *_: _is_tar(head), open_tar, True),
)
