"""The descriptor of a Data Package (frictionless, version 1): what each CSV file holds and how they hang together."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from chamber_extract.models import Dataset
from chamber_extract.writers.flat import NAMES, Column, table
from chamber_extract.writers.options import Headers, Options, heading, title

# Lists are joined in one cell, so a Table Schema knows them as text.
_TYPES = {"text": "string", "list": "string"}


def descriptor(dataset: Dataset, options: Options) -> Iterator[bytes]:
    """datapackage.json for the CSV files beside it: UTF-8, whatever they are in."""
    package = {
        "profile": "tabular-data-package",
        "name": "chamber-extract",
        "title": "Chambers of commerce, people, dates, donations and policies",
        "version": dataset.schema_version,
        "resources": [_resource(name, options) for name in NAMES],
    }
    yield (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def table_schema(name: str, headers: Headers = "en") -> dict[str, Any]:
    """The Table Schema of one table."""
    shape = table(name)
    schema: dict[str, Any] = {"fields": [_field(name, column, headers) for column in shape.columns]}
    if shape.keyed:
        schema["primaryKey"] = [heading(name, "id", headers)]
    keys = [_foreign_key(name, column, headers) for column in shape.columns if column.refers]
    if keys:
        schema["foreignKeys"] = keys
    schema["missingValues"] = [""]
    return schema


def _resource(name: str, options: Options) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": title(name, options.headers),
        "description": table(name).description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": codecs.lookup(options.encoding).name,
        "dialect": {"lineTerminator": "\n"},
        "schema": table_schema(name, options.headers),
    }


def _field(name: str, column: Column, headers: Headers) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": heading(name, column.name, headers),
        "title": heading(name, column.name, "zh"),
        "type": _TYPES.get(column.kind, column.kind),
        "description": column.description,
    }
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(name: str, column: Column, headers: Headers) -> dict[str, Any]:
    target = column.refers or ""
    # Within one table the standard wants no name at all.
    reference = {
        "resource": "" if target == name else target,
        "fields": [heading(target, "id", headers)],
    }
    return {"fields": [heading(name, column.name, headers)], "reference": reference}
