"""Corpora: JSON Lines and CSV with the text in one column and what is known of it in others."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from chamber_extract.containers.stream import LARGEST, Container, Options, Refusal, Stream, whole
from chamber_extract.errors import ReadError
from chamber_extract.readers import Source, charset
from chamber_extract.segment.header import FIELDS, Field
from chamber_extract.segment.stated import Stated

# The columns that hold the text, by the name first found.
TEXTS = (
    "text",
    "content",
    "body",
    "raw_content",
    "article",
    "正文",
    "内容",
    "内容正文",
    "全文",
    "文本",
    "內容",
    "全文內容",
)
# Columns inside which others stand: what corpora of web pages keep about a page.
_NESTED = ("meta", "metadata")
# A dataset of this program has a text too, that of each mention.
_OWN = frozenset({"start_char", "end_char"})
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
# An object over several lines, or a list of objects.
_JSON = re.compile(rb"[\xef\xbb\xbf\s]*(?:\{\s*\n\s*\"|\[\s*\{\s*\")")
_DELIMITERS = ",\t;|"

csv.field_size_limit(LARGEST)


def open_jsonl(stream: Stream, options: Options) -> Iterator[Source | Refusal]:
    """A document for each line; a line without one is refused by itself."""
    number = 0
    while line := stream.file.readline(LARGEST + 1):
        number += 1
        name = f"{stream.name}#{number}"
        if len(line) > LARGEST:
            raise ReadError(f"line {number} is longer than {LARGEST >> 20} MiB", "too_large")
        if line.strip():
            yield _of_line(name, line, options)


def open_json(stream: Stream, options: Options) -> Iterator[Source | Refusal]:
    """A document for each object of one list, or the one object: JSON that is no lines has to be read at once."""
    try:
        data = json.loads(charset.decode(whole(stream.file)).text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"no JSON: {error}", "no_json") from error
    rows = data if isinstance(data, list) else [data]
    for number, row in enumerate(rows, 1):
        name = f"{stream.name}#{number}" if isinstance(data, list) else stream.name
        yield _of_row(name, row, options)


def _of_line(name: str, line: bytes, options: Options) -> Source | Refusal:
    try:
        row = json.loads(charset.decode(line).text)
    except (ValueError, RecursionError):
        return Refusal(name, "this line is no JSON", "no_json")
    except ReadError as error:
        return Refusal(name, str(error), error.code)
    return _of_row(name, row, options)


def _of_row(name: str, row: object, options: Options) -> Source | Refusal:
    if isinstance(row, dict):
        return _document(name, row, options)
    return Refusal(name, "this is no JSON object", "no_json")


def open_csv(stream: Stream, options: Options) -> Iterator[Source | Refusal]:
    """A document for each row under the header."""
    head = stream.head
    encoding = charset.decode(head).encoding
    lines = io.TextIOWrapper(stream.file, _with_mark(head, encoding), errors="replace", newline="")
    try:
        reader = csv.DictReader(lines, delimiter=_delimiter(_first_line(head, encoding)))
        for number, row in enumerate(reader, 1):
            yield _document(f"{stream.name}#{number}", row, options)
    except csv.Error as error:
        raise ReadError(f"a damaged table: {error}", "damaged") from error
    finally:
        lines.detach()


def _document(name: str, row: Mapping[Any, Any], options: Options) -> Source | Refusal:
    named = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    column = _text_column(named, options)
    text = named.get(column) if column else None
    if not isinstance(text, str):
        asked = options.text_field or f"one of {', '.join(TEXTS)}"
        return Refusal(name, f"no text: no column {asked} (name another with --text-field)", "no_text_field")
    stated = Stated("row", _fields(named, column))
    return Source(name, text.encode("utf-8", "replace"), "", "utf-8", (stated,))


def _text_column(named: Mapping[str, Any], options: Options) -> str | None:
    if options.text_field:
        return options.text_field.lower() if options.text_field.lower() in named else None
    return next((t for t in TEXTS if isinstance(named.get(t), str)), None)


def _fields(named: Mapping[str, Any], column: str | None) -> dict[Field, str]:
    """What the row says of its text, by the names that headers of pages have; the first column of each."""
    found: dict[Field, str] = {}
    outer = {key: value for key, value in named.items() if key != column}
    for group in (outer, *(outer[n] for n in _NESTED if isinstance(outer.get(n), dict))):
        for key, value in group.items():
            field = FIELDS.get(str(key).strip().lower())
            if isinstance(value, list):
                value = "、".join(v for v in value if isinstance(v, str))
            if field and isinstance(value, str) and value.strip():
                found.setdefault(field, value.strip())
    return found


def _is_jsonl(head: bytes, suffix: str, _: Options) -> bool:
    return suffix in (".jsonl", ".ndjson") or (
        suffix not in _TEXT_SUFFIXES and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b'{"', b'{ "'))
    )


def _is_json(head: bytes, suffix: str, _: Options) -> bool:
    return suffix not in _TEXT_SUFFIXES and _JSON.match(head) is not None


def _is_corpus(head: bytes, suffix: str, options: Options) -> bool:
    """Whether a table's header names a column of texts; other tables are documents themselves."""
    if suffix not in (".csv", ".tsv"):
        return False
    try:
        header = _first_line(head, charset.decode(head).encoding)
    except ReadError:
        return False
    columns = {c.strip().lower() for c in next(csv.reader([header], delimiter=_delimiter(header)), [])}
    wanted = {options.text_field.lower()} if options.text_field else set(TEXTS)
    return bool(columns & wanted) and not columns >= _OWN


def _first_line(head: bytes, encoding: str) -> str:
    text = head.decode(_with_mark(head, encoding), "ignore")
    return text.splitlines()[0] if text.strip() else ""


def _with_mark(head: bytes, encoding: str) -> str:
    """The codec that takes off the byte order mark, if there is one."""
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else encoding


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


CONTAINERS = (
    Container("application/jsonl", (".jsonl", ".ndjson"), _is_jsonl, open_jsonl),
    # JSON and tables stand beside documents for many reasons, so a folder is not walked for them.
    Container("application/json", (), _is_json, open_json),
    Container("text/csv", (), _is_corpus, open_csv),
)
