"""SQLite: typed tables with keys, a full-text index of the quotes, and views for the common questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from chamber_extract.models import Dataset
from chamber_extract.writers.flat import NAMES, Table, table
from chamber_extract.writers.options import Options

_TYPES = {
    "text": "TEXT",
    "number": "NUMERIC",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "date": "TEXT",  # YYYY-MM-DD, as SQLite's own functions take it
    "list": "TEXT",  # a JSON list, for json_each
}

_VIEWS = """
CREATE VIEW donations_by_chamber AS
SELECT c.id AS chamber, c.name, d.kind, d.currency, count(*) AS gifts, sum(d.amount) AS amount
FROM donations AS d JOIN chambers AS c ON c.id = d.donor_chamber
WHERE d.additive AND d.amount IS NOT NULL
GROUP BY c.id, d.kind, d.currency ORDER BY c.name, d.kind, d.currency;

CREATE VIEW people_by_chamber AS
SELECT DISTINCT c.id AS chamber, c.name, p.title, p.person, p.name AS person_name
FROM positions AS p JOIN chambers AS c ON c.id = p.chamber ORDER BY c.name, p.title, p.name;

CREATE VIEW timeline AS
SELECT t.start, t.end, 'donations' AS "table", d.id, coalesce(d.donor || '：', '') || d.text AS what, d.path
FROM donations AS d JOIN dates AS t ON t.id = d.date WHERE d.same_as IS NULL
UNION ALL
SELECT issued, issued, 'policies', id, coalesce(title, document_number), NULL FROM policies WHERE issued NOT NULL
UNION ALL
SELECT s.published, s.published, 'sections', s.id, s.title, d.path
FROM sections AS s JOIN documents AS d ON d.id = s.document WHERE s.published NOT NULL
UNION ALL
SELECT published, published, 'documents', id, coalesce(title, path), path FROM documents WHERE published NOT NULL
ORDER BY 1, 2, 3, 4;
"""

# Chinese has no spaces between words: three characters in a row are what the index knows.
_SEARCH = """
CREATE VIRTUAL TABLE mentions_search USING fts5(name, text, content='mentions', tokenize='trigram');
INSERT INTO mentions_search (mentions_search) VALUES ('rebuild');
"""


def database(dataset: Dataset, options: Options) -> Iterator[bytes]:
    """The bytes of a database file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("BEGIN")
        for name in NAMES:
            _fill(connection, table(name), dataset)
        for name in NAMES:
            for column in table(name).columns:
                if column.refers or (name, column.name) == ("mentions", "id"):
                    connection.execute(f'CREATE INDEX "{name}_{column.name}" ON "{name}" ("{column.name}")')
        connection.execute("COMMIT")
        connection.executescript(_VIEWS + _SEARCH)
        yield connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, shape: Table, dataset: Dataset) -> None:
    connection.execute(_definition(shape))
    places = ", ".join("?" * len(shape.columns))
    rows = ([_bound(value) for value in row] for row in shape.rows(dataset))
    connection.executemany(f'INSERT INTO "{shape.name}" VALUES ({places})', rows)


def _definition(shape: Table) -> str:
    lines = []
    for column in shape.columns:
        line = f'"{column.name}" {_TYPES[column.kind]}'
        if shape.keyed and column.name == "id":
            line += " PRIMARY KEY"
        if column.required:
            line += " NOT NULL"
        if column.choices:
            line += f' CHECK ("{column.name}" IN ({", ".join(map(repr, column.choices))}))'
        if column.refers:
            line += f' REFERENCES "{column.refers}" ("id")'
        lines.append(line)
    return f'CREATE TABLE "{shape.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


_LARGEST = 2**63 - 1  # SQLite's integer


def _bound(value: Any) -> Any:
    match value:
        case Decimal():
            whole = value == value.to_integral_value() and abs(value) <= _LARGEST
            return int(value) if whole else float(value)
        case list():
            return json.dumps(value, ensure_ascii=False)
        case date():
            return value.isoformat()
    return value
