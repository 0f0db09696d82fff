"""From the paths that a user names to the inputs of a run: folders walked, names settled."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from chamber_extract.containers import (
    SUFFIXES,
    Options,
    Refusal,
    Stream,
    bare_suffix,
    buffered,
    is_document,
    unpack,
)
from chamber_extract.errors import UsageError
from chamber_extract.readers import Source
from chamber_extract.segment.stated import Stated

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read and the name by which the dataset knows it.

    `path` is None for standard input. `trouble` says why there is nothing to read.
    """

    name: str
    path: Path | None = None
    trouble: str | None = None

    def sources(self, options: Options | None = None) -> Iterator[Source | Refusal]:
        """The documents in it, one by one, as they are read; what cannot be read is a refusal in its place."""
        options = options or Options()
        if self.trouble:
            yield Refusal(self.name, self.trouble)
            return
        try:
            with open(self.path, "rb") if self.path else nullcontext(sys.stdin.buffer) as file:
                stream = Stream(self.name, bare_suffix(self.name), buffered(file))
                for one in unpack(stream, options):
                    yield _with(options, one) if isinstance(one, Source) else one
        except OSError as error:
            yield Refusal(self.name, f"cannot be read: {error.strerror}")


def _with(options: Options, source: Source) -> Source:
    """The source with what the user says of all."""
    said = (Stated("option", {"day": options.published}),) if options.published else ()
    return replace(source, stated=(*source.stated, *said), main_only=options.main_only)


def find(arguments: Iterable[str]) -> list[Input]:
    """The inputs that the paths name, each file once, sorted by name; `-` is standard input.

    The same for every order of the arguments. A path that leads to nothing is an input with
    `trouble`. Raises UsageError where all of them are.
    """
    files: dict[str, _File] = {}
    others: dict[str, Input] = {}
    for argument in sorted(set(arguments)):
        path = Path(argument)
        if argument == STDIN:
            others[STDIN] = Input(STDIN)
        elif path.is_dir():
            found = list(_walk(path))
            for file in found:
                _add(files, file)
            if not found:
                listed = ", ".join(sorted(SUFFIXES))
                others[argument] = Input(
                    _decoded(path), path, f"folder without documents (looked for {listed})"
                )
        elif os.path.lexists(path):
            _add(files, _File(path, depth=1))
        else:
            others[argument] = Input(_decoded(path), path, "no such file or folder")
    if others and not files and all(i.trouble for i in others.values()):
        raise UsageError("\n".join(f"{i.name}: {i.trouble}" for i in others.values()))
    return sorted([*_named(list(files.values())), *others.values()], key=lambda i: i.name)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was named or found; its name is the last `depth` parts of its absolute path."""

    path: Path
    depth: int

    @property
    def absolute(self) -> Path:
        return Path(os.path.abspath(self.path))

    @property
    def name(self) -> str:
        return _decoded(Path(*self.absolute.parts[-self.depth :]))


def _walk(folder: Path) -> Iterator[_File]:
    """The documents below the folder; hidden files and folders are left out, and so is a README."""
    above = len(Path(os.path.abspath(folder)).parts) - 1
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if is_document(name):
                path = Path(place, name)
                yield _File(path, depth=len(Path(os.path.abspath(path)).parts) - above)


def _add(files: dict[str, _File], file: _File) -> None:
    """Keep one of the ways to the same file: the one that says most about where it lies."""
    known = files.get(key := os.path.realpath(file.path))
    if known is None or (-file.depth, file.absolute) < (-known.depth, known.absolute):
        files[key] = file


def _named(files: list[_File]) -> list[Input]:
    """Every file under a name of its own, without more of the machine's folders than that takes.

    A file below the working directory is named from there. Others are named from the folder that
    the user gave, and where two would share a name, from as many folders above as tell them apart.
    """
    here = Path.cwd()
    inside = [f for f in files if f.absolute.is_relative_to(here)]
    outside = [f for f in files if not f.absolute.is_relative_to(here)]
    inputs = [Input(_decoded(f.absolute.relative_to(here)), f.path) for f in inside]
    taken = {i.name for i in inputs} | {STDIN}
    while True:
        names = Counter(f.name for f in outside)
        shared = [names[f.name] > 1 or f.name in taken for f in outside]
        if not any(shared):
            return [*inputs, *(Input(f.name, f.path) for f in outside)]
        outside = [replace(f, depth=f.depth + 1) if s else f for f, s in zip(outside, shared, strict=True)]


def _decoded(path: Path) -> str:
    """The path with forward slashes, in characters that UTF-8 can write, whatever its bytes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
