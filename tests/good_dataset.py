"""A dataset in which nothing is wrong, a record in every table, and what makes something of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chamber_extract.models import Dataset
from chamber_extract.writers import Options as Style
from chamber_extract.writers import opened

TEXT = {
    "document": "doc-1",
    "section": "sec-1",
    "start_char": 0,
    "end_char": 4,
    "text": "某某商会",
    "page": None,
    "aside": False,
}
FOUND = {"rule": "title-before", "confidence": 0.97}
GOOD: dict[str, Any] = {
    "schema_version": "1.0.0",
    "generator": {"name": "chamber-extract", "version": "0.1.0"},
    "documents": [
        {
            "id": "doc-1",
            "path": "a.txt",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "sha256": "0" * 64,
            "characters": 10,
            "title": None,
            "published": "2020-03-01",
            "published_from": "text",
            "url": None,
            "publisher": None,
            "authors": [],
            "sections": [
                {
                    "id": "sec-1",
                    "title": "题",
                    "outlet": None,
                    "published": None,
                    "start_char": 0,
                    "end_char": 10,
                }
            ],
            "pages": [{"number": 1, "start_char": 0, "ocr": True, "confidence": 0.97}],
            "problems": [],
        }
    ],
    "chambers": [
        {
            "id": "cha-1",
            "name": "某某商会",
            "name_simplified": "某某商会",
            "aliases": [],
            "type": "overseas",
            "countries": ["KH"],
            "province": None,
            "parent": None,
            "roles": [],
            **FOUND,
            "mentions": [TEXT],
        }
    ],
    "people": [
        {
            "id": "per-1",
            "name": "某某",
            "name_simplified": "某某",
            "name_type": "full",
            "positions": [{"title": "会长", "organization": "某某商会", "chamber": "cha-1"}],
            "roles": [],
            **FOUND,
            "mentions": [TEXT],
        }
    ],
    "dates": [
        {
            **TEXT,
            "id": "dat-1",
            "start": "2020-03-01",
            "end": "2020-03-01",
            "time": None,
            "edtf": "2020-03-01",
            "precision": "day",
            "relation": "on",
            "inferred": False,
            "reference": None,
            **FOUND,
        }
    ],
    "donations": [
        {
            **TEXT,
            "id": "don-1",
            "donor": "某某商会",
            "donor_chamber": "cha-1",
            "donor_count": None,
            "scope": "individual",
            "recipient": None,
            "kind": "cash",
            "amount": 34796.25,
            "currency": "GBP",
            "amount_cny": None,
            "quantity": None,
            "unit": None,
            "item": None,
            "approximation": "exact",
            "low": None,
            "high": None,
            "cumulative": False,
            "date": "dat-1",
            "action": "donate",
            "part_of": None,
            "same_as": None,
            "link_reason": None,
            "additive": True,
            **FOUND,
        }
    ],
    "policies": [
        {
            "id": "pol-1",
            "title": "某法",
            "document_number": None,
            "number_parts": None,
            "issuers": [],
            "issued": None,
            "url": None,
            "kind": "law",
            **FOUND,
            "mentions": [TEXT],
        }
    ],
    "figures": [
        {
            **TEXT,
            "id": "fig-1",
            "kind": "count",
            "value": 5,
            "low": None,
            "high": None,
            "approximation": "exact",
            "unit": "家",
            "currency": None,
            "item": None,
            **FOUND,
        }
    ],
}


def changed(path: str, value: Any = ..., *, drop: bool = False) -> dict[str, Any]:
    """The good dataset with the value at `donations.0.amount` replaced or dropped."""
    data = json.loads(json.dumps(GOOD))
    *way, last = path.split(".")
    place: Any = data
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if drop:
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return data


def lines(data: dict[str, Any]) -> str:
    tables = [name for name, value in data.items() if isinstance(value, list)]
    return "".join(json.dumps({"table": t, **record}) + "\n" for t in tables for record in data[t])


def small(tmp_path: Path, name: str, headers: str = "en") -> Path:
    """The good dataset in a format, told by its name."""
    target = str(tmp_path / name) + ("" if Path(name).suffix else "/")
    form = {"": "csv", ".csv": "csv"}.get(Path(name).suffix, Path(name).suffix[1:])
    with opened(target, form, Style(headers=headers)) as write:  # type: ignore[arg-type]
        write(Dataset.model_validate_json(json.dumps(GOOD)))
    return Path(target)
