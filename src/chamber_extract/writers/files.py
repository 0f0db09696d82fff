"""Writing to files so that whatever happens, the old content stands or the new does, whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from chamber_extract.errors import UsageError


@contextmanager
def replacing(paths: Iterable[Path]) -> Iterator[Mapping[Path, IO[bytes]]]:
    """Open files to write to; they take the places of `paths` together at the end, if all went well.

    The folders are made where they do not exist. Raises UsageError where a file cannot be written.
    """
    files: dict[Path, tuple[Path, IO[bytes]]] = {}
    try:
        try:
            for path in paths:
                files[path] = _open(path)
            yield {path: file for path, (_, file) in files.items()}
            for _, file in files.values():
                file.close()
            for path, (temporary, _) in files.items():
                if temporary != path:
                    os.replace(temporary, os.path.realpath(path))
        except OSError as error:
            raise UsageError(f"{error.filename or 'output'}: cannot be written: {error.strerror}") from error
    finally:
        for path, (temporary, file) in files.items():
            with suppress(OSError):
                file.close()
            if temporary != path:
                temporary.unlink(missing_ok=True)


def _open(path: Path) -> tuple[Path, IO[bytes]]:
    """A file beside the path that will replace it; the path itself where it is a device or a pipe."""
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder", str(path))
    if path.exists() and not path.is_file():
        return path, path.open("wb")
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    return Path(name), open(handle, "wb")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
