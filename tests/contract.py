"""The shape of the data model, version by version: what a program that reads a dataset relies on.

python -m tests.contract --update    records the present shape under the present version
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from chamber_extract.models import SCHEMA_VERSION
from chamber_extract.schema import SCHEMAS, schema
from chamber_extract.writers.datapackage import table_schema
from chamber_extract.writers.flat import NAMES

RECORD = Path(__file__).with_suffix(".json")
# What a reader can rely on; words of explanation may change at any time.
_WORDS = ("$id", "$schema", "title", "description")


def shape(value: Any, *, names: bool = False) -> Any:
    """A schema without its words. `names`: the keys are those of fields, not of the schema language."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if names or k not in _WORDS}
        return {k: shape(v, names=k in ("properties", "$defs")) for k, v in kept.items()}
    return [shape(item) for item in value] if isinstance(value, list) else value


def fingerprint() -> str:
    """One line that changes with any field, type, choice or column."""
    shapes = {name: shape(schema(name)) for name in SCHEMAS}
    tables = {name: shape(table_schema(name)) for name in NAMES}
    text = json.dumps([shapes, tables], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def recorded() -> dict[str, str]:
    """The fingerprint of each version."""
    return json.loads(RECORD.read_text("utf-8")) if RECORD.is_file() else {}


def update() -> None:
    """Records the present shape. Stops where the version had another: it is what has to change."""
    versions = recorded()
    if versions.setdefault(SCHEMA_VERSION, fingerprint()) != fingerprint():
        sys.exit(f"the data model changed, and its version is {SCHEMA_VERSION} still: see CONTRIBUTING.md")
    RECORD.write_text(json.dumps(versions, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update()
