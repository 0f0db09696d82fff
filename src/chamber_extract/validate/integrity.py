"""What a schema cannot say: ids stand once and lead somewhere, quotes stand where they are said to.

Ids, references and quotes wait in a temporary database on disk, so that memory does not grow with the dataset.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from chamber_extract.validate.violation import Violation


class Quote(Protocol):
    """A place in a document and the words that stand there."""

    @property
    def document(self) -> str: ...
    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def text(self) -> str: ...


_TABLES = """
CREATE TABLE known (id TEXT, "table" TEXT, place TEXT, record TEXT, field TEXT);
CREATE TABLE refers ("table" TEXT, id TEXT, place TEXT, record TEXT, field TEXT);
CREATE TABLE documents (id TEXT, path TEXT, sha256 TEXT, place TEXT, seen INTEGER DEFAULT 0);
CREATE TABLE quotes (document TEXT, start INTEGER, text TEXT, place TEXT, record TEXT, field TEXT);
"""
_TWICE = """
SELECT place, record, field, id FROM known WHERE id IN (SELECT id FROM known GROUP BY id HAVING count(*) > 1)
AND rowid NOT IN (SELECT min(rowid) FROM known GROUP BY id) ORDER BY rowid
"""
_ASTRAY = """
SELECT place, record, field, id, "table" FROM refers AS r
WHERE NOT EXISTS (SELECT 1 FROM known AS k WHERE k.id = r.id AND k."table" = r."table") ORDER BY rowid
"""


class Integrity:
    """Gathers what records say of one another; `violations` says what does not fit.

    With `documents` (paths as the command line takes them) quotes are compared with the texts.
    """

    def __init__(self, documents: Iterable[str] = ()) -> None:
        self.documents = list(documents)
        self.db = sqlite3.connect("", isolation_level=None)  # on disk, gone when closed
        self.db.executescript(_TABLES)
        self.db.execute("BEGIN")

    def __enter__(self) -> Integrity:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def known(self, table: str, identifier: str, place: str, record: str | None, field: str) -> None:
        """There is a record of that id."""
        self._add("known", identifier, table, place, record, field)

    def refers(self, table: str, identifier: str, place: str, record: str | None, field: str) -> None:
        """A field holds the id of a record of that table."""
        self._add("refers", table, identifier, place, record, field)

    def document(self, identifier: str, path: str, sha256: str | None, place: str) -> None:
        """There is a document of that path, with the digest of its bytes."""
        self._add("documents", identifier, path, sha256, place, 0)

    def span(self, quote: Quote, place: str, record: str | None, prefix: str = "") -> Iterator[Violation]:
        """A record quotes a document; the quote is as long as it says."""
        if quote.end_char - quote.start_char != len(quote.text):
            length = f"should be {len(quote.text)} characters after start_char, as the text is"
            yield Violation(place, record, f"{prefix}end_char", quote.end_char, length)
        elif self.documents:
            self._add("quotes", quote.document, quote.start_char, quote.text, place, record, f"{prefix}text")

    def violations(self) -> Iterator[Violation]:
        """Ids that stand twice, references that lead nowhere, quotes that stand elsewhere."""
        self.db.execute("COMMIT")
        self.db.execute("CREATE INDEX known_id ON known (id)")
        for place, record, field, value in self.db.execute(_TWICE):
            yield Violation(place, record, field, value, "should be unique in the dataset")
        for place, record, field, value, table in self.db.execute(_ASTRAY):
            yield Violation(place, record, field, value, f"should be the id of one of the {table}")
        if self.documents:
            from chamber_extract.validate.quotes import misquoted  # loads what reads documents

            yield from misquoted(self.db, self.documents)

    def _add(self, table: str, *values: Any) -> None:
        self.db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
