"""gzip, bzip2, xz and Zstandard: one stream inside another, unpacked as it is read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from chamber_extract.containers.stream import Container, Options, Stream, buffered

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# What the libraries raise on bytes that are damaged or end too early.
DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, gzip.BadGzipFile)

_OPENERS = {
    "application/gzip": (b"\x1f\x8b", (".gz", ".tgz"), gzip.GzipFile),
    "application/x-bzip2": (b"BZh", (".bz2",), bz2.BZ2File),
    "application/x-xz": (b"\xfd7zXZ\0", (".xz",), lzma.LZMAFile),
    "application/zstd": (b"\x28\xb5\x2f\xfd", (".zst", ".zstd"), zstd.ZstdFile),
}
SUFFIXES = frozenset(s for _, suffixes, _ in _OPENERS.values() for s in suffixes)


def bare_suffix(name: str) -> str:
    """The suffix of a name, that of a compression aside: `.txt` of a.txt.gz."""
    path = PurePath(name.lower())
    if path.suffix == ".tgz":
        return ".tar"
    return PurePath(path.stem).suffix if path.suffix in SUFFIXES else path.suffix


def _container(media_type: str, magic: bytes, suffixes: tuple[str, ...], opener: type) -> Container:
    def unpack(stream: Stream, _: Options) -> Iterator[Stream]:
        file = opener(filename=None, fileobj=stream.file) if opener is gzip.GzipFile else opener(stream.file)
        with file:
            inner = buffered(io.BufferedReader(file) if not hasattr(file, "readinto") else file)
            yield Stream(stream.name, bare_suffix(stream.name), inner, stream.charset, stream.stated)

    return Container(media_type, suffixes, lambda head, *_: head.startswith(magic), unpack)


CONTAINERS = tuple(_container(kind, *rest) for kind, rest in _OPENERS.items())
