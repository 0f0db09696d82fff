"""JSON Schemas of the records and of the dataset, made from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from chamber_extract.models import (
    SCHEMA_VERSION,
    Chamber,
    Dataset,
    Date,
    Document,
    Donation,
    Figure,
    Mention,
    Person,
    Policy,
)
from chamber_extract.writers.datapackage import table_schema
from chamber_extract.writers.flat import NAMES

# The schema's name and what it describes.
SCHEMAS: dict[str, type[BaseModel]] = {
    "dataset": Dataset,
    "document": Document,
    "chamber": Chamber,
    "person": Person,
    "date": Date,
    "donation": Donation,
    "policy": Policy,
    "figure": Figure,
    "mention": Mention,
}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of what the tool writes; its `$id` holds the version of the data model."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:chamber-extract:{SCHEMA_VERSION}:{name}",
        **SCHEMAS[name].model_json_schema(mode="serialization"),
    }


def schema_files() -> dict[str, str]:
    """The text of every schema by its file name: JSON Schemas of records, Table Schemas of the flat tables."""
    records = {f"{name}.schema.json": schema(name) for name in SCHEMAS}
    tables = {f"{name}.tableschema.json": table_schema(name) for name in NAMES}
    return {name: _text(value) for name, value in (records | tables).items()}


def _text(value: dict[str, Any]) -> str:
    """Sorted keys, two spaces deep, LF."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def stale(folder: Path) -> list[Path]:
    """The schema files of the folder that are missing or not what the models say now."""
    paths = {folder / name: text for name, text in schema_files().items()}
    return [path for path, text in paths.items() if not path.is_file() or path.read_text("utf-8") != text]
