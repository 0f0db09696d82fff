"""Quotes compared with the documents that they are from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from chamber_extract import sources
from chamber_extract.errors import ReadError
from chamber_extract.readers import Source, read
from chamber_extract.validate.violation import NOTHING, Violation


def misquoted(db: sqlite3.Connection, documents: Iterable[str]) -> Iterator[Violation]:
    """Quotes of the database (see `integrity`) that do not stand in these documents. Each is read once."""
    db.execute("CREATE INDEX quotes_document ON quotes (document)")
    for given in sources.find(documents):
        for source in given.sources():
            if isinstance(source, Source):
                yield from _compared(db, source)
    unread = "SELECT place, id, path FROM documents WHERE NOT seen AND sha256 NOTNULL ORDER BY rowid"
    for place, identifier, path in db.execute(unread):
        yield Violation(place, identifier, "path", path, "should be one of the documents given")


def _compared(db: sqlite3.Connection, source: Source) -> Iterator[Violation]:
    digest = hashlib.sha256(source.data).hexdigest()
    ours = "SELECT rowid, id, sha256, place FROM documents WHERE NOT seen AND (path = ? OR sha256 = ?)"
    found = db.execute(ours, [source.path, digest]).fetchall()
    if not found:
        return
    db.executemany("UPDATE documents SET seen = 1 WHERE rowid = ?", [row[:1] for row in found])
    changed = [row for row in found if row[2] != digest]
    for _, identifier, sha256, place in changed:
        message = f"should be that of {source.path}, which has changed"
        yield Violation(place, identifier, "sha256", sha256, message)
    try:
        text = read(source).text.source
    except ReadError as error:
        yield Violation("", None, "", NOTHING, f"{source.path}: {error}")
        return
    quotes = "SELECT start, text, place, record, field FROM quotes WHERE document = ? ORDER BY rowid"
    for row in found:
        for start, words, place, record, field in () if row in changed else db.execute(quotes, [row[1]]):
            if not text.startswith(words, start):
                stands = text[start : start + len(words)]
                yield Violation(place, record, field, words, f"should be what stands there: {stands!r}")
