"""Output formats: a dataset as files of bytes. Adding one is one file and one line here."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath
from typing import IO

from chamber_extract.errors import UsageError
from chamber_extract.models import TABLES, Dataset
from chamber_extract.writers import datapackage, ftm, parquet, sqlite, structured, tabular, workbook
from chamber_extract.writers.files import replacing
from chamber_extract.writers.flat import FLAT_TABLES, NAMES
from chamber_extract.writers.options import HEADERS, Options

__all__ = [
    "FLAT_TABLES",
    "FORMATS",
    "NAMES",
    "TABLES",
    "Options",
    "all_opened",
    "check",
    "choose",
    "opened",
    "targets",
]

Pieces = Iterator[str] | Iterator[bytes]
Writer = Callable[[Dataset, Options], Pieces]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives one file, of the table in the options; `tables` names those that it can give alone.

    `folder` gives the files of a whole dataset by their names, where one file cannot hold it. Text is
    written in UTF-8, or for `encodable` formats as the options say; a `binary` format is none.
    """

    write: Writer
    suffixes: tuple[str, ...]
    tables: tuple[str, ...] = TABLES
    folder: Mapping[str, Writer] = field(default_factory=dict)
    encodable: bool = False
    binary: bool = False


def _each_table(suffix: str, write: Writer) -> dict[str, Writer]:
    """A file for every table."""

    def one(name: str, dataset: Dataset, options: Options) -> Pieces:
        return write(dataset, replace(options, table=name))

    return {f"{name}{suffix}": partial(one, name) for name in NAMES}


_PACKAGE = {**_each_table(".csv", tabular.csv_text), "datapackage.json": datapackage.descriptor}
_PARQUET = _each_table(".parquet", parquet.parquet)

FORMATS: dict[str, Format] = {
    "json": Format(structured.json_text, (".json",)),
    "jsonl": Format(structured.json_lines, (".jsonl", ".ndjson")),
    "csv": Format(tabular.csv_text, (".csv",), NAMES, _PACKAGE, encodable=True),
    "xlsx": Format(workbook.xlsx, (".xlsx",), (), binary=True),
    "sqlite": Format(sqlite.database, (".sqlite", ".sqlite3", ".db"), (), binary=True),
    "parquet": Format(parquet.parquet, (".parquet",), NAMES, _PARQUET, binary=True),
    "ftm": Format(ftm.entities, (".ftm", ".ijson"), ()),
}
SUFFIXES = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}


def choose(form: str | None, output: str | None) -> str:
    """The format that was asked for, else what the output's name says, else json.

    Raises UsageError for an unknown format and for a name that says nothing.
    """
    if form:
        if form not in FORMATS:
            raise UsageError(f"unknown format {form!r}: choose one of {', '.join(FORMATS)}")
        return form
    if output is None or (Path(output).exists() and not Path(output).is_dir() and not Path(output).suffix):
        return "json"
    suffix = PurePath(output).suffix.lower()
    if output.endswith("/") or not suffix:
        return "csv"
    if suffix not in SUFFIXES:
        raise UsageError(
            f"{output}: no format goes by {suffix!r}: name one with --format ({', '.join(FORMATS)})"
        )
    return SUFFIXES[suffix]


def targets(outputs: Sequence[str], form: str | None, options: Options) -> dict[str | None, str]:
    """Each output with its format; None is standard output, `-`. Raises UsageError where one cannot be."""
    chosen = {None if output == "-" else output: form for output in outputs}
    if form and len(chosen) > 1:
        raise UsageError("one format for several outputs: leave --format out, their names tell")
    chosen = {target: choose(form, target) for target in chosen}
    for each in chosen.values():
        check(each, options)
    return chosen


def check(form: str, options: Options) -> None:
    """Raises UsageError where the format cannot do what is asked for."""
    known = FORMATS[form].tables
    if options.table is not None and options.table not in known:
        if not known:
            raise UsageError(f"{form} holds all tables together: leave --table out")
        only = " (mentions, sections and positions are tables of csv and parquet)" if known == TABLES else ""
        raise UsageError(f"unknown table {options.table!r}: choose one of {', '.join(known)}{only}")
    if options.headers not in HEADERS:
        raise UsageError(f"unknown headers {options.headers!r}: choose one of {', '.join(HEADERS)}")
    try:
        codecs.lookup(options.encoding)
    except LookupError:
        raise UsageError(f"unknown encoding {options.encoding!r}: utf-8 or gb18030, say") from None
    if options.bom and not codecs.lookup(options.encoding).name.startswith("utf"):
        raise UsageError(f"a byte order mark belongs to UTF-8, not to {options.encoding}")


@contextmanager
def all_opened(chosen: Mapping[str | None, str], options: Options) -> Iterator[Callable[[Dataset], None]]:
    """What writes a dataset to all of the targets (see `opened`)."""
    with ExitStack() as stack:
        writes = [stack.enter_context(opened(target, form, options)) for target, form in chosen.items()]

        def write_all(dataset: Dataset) -> None:
            for write in writes:
                write(dataset)

        yield write_all


@contextmanager
def opened(target: str | None, form: str, options: Options) -> Iterator[Callable[[Dataset], None]]:
    """What writes a dataset, once: to standard output where no target is given, else to a file or folder.

    That it can be written is known before the work begins; it takes its place when all is done.
    """
    chosen = FORMATS[form]
    if target is None:
        if chosen.binary and sys.stdout.isatty():
            raise UsageError(f"{form} is no text to look at: name a file with --output")
        yield lambda dataset: _put(sys.stdout.buffer, chosen, chosen.write(dataset, options), options)
        sys.stdout.buffer.flush()
        return
    if options.bom is None:
        options = replace(options, bom=options.encoding == "utf-8")
    many = chosen.folder and options.table is None
    if many and (target.endswith("/") or Path(target).is_dir() or not Path(target).suffix):
        writers = {Path(target, name): write for name, write in chosen.folder.items()}
    else:
        writers = {Path(target): chosen.write}
        options = replace(options, beside=str(Path(target).parent))
    with replacing(writers) as files:

        def write_all(dataset: Dataset) -> None:
            for path, write in writers.items():
                _put(files[path], chosen, write(dataset, options), options)

        yield write_all


def _put(file: IO[bytes], form: Format, pieces: Pieces, options: Options) -> None:
    """Raises UsageError where the encoding lacks a character."""
    pieces = iter(pieces)
    first = next(pieces, "")
    if isinstance(first, bytes):
        file.write(first)
        file.writelines(pieces)  # type: ignore[arg-type]
        return
    encoding = options.encoding if form.encodable else "utf-8"
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        text.write(first)
        text.writelines(pieces)  # type: ignore[arg-type]
    except UnicodeEncodeError as error:
        lacking = error.object[error.start : error.start + 1]
        raise UsageError(f"{encoding} has no {lacking!r}: write utf-8 or gb18030") from error
    finally:
        text.detach()
