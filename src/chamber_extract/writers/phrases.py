"""What the normaliser makes of a phrase, as rows to print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from chamber_extract.models import plain
from chamber_extract.normalize import Period, Quantity, find


def answers(texts: Iterable[str], reference: date | None) -> list[dict[str, Any]]:
    """Each text with a row for each finding, under the names that the dataset's dates and figures have."""
    return [{"text": t, "found": [_row(t, f) for f in find(t, reference=reference)]} for t in texts]


def _row(text: str, f: Quantity | Period) -> dict[str, Any]:
    place = {"text": text[f.start : f.end], "start_char": f.start, "end_char": f.end}
    if isinstance(f, Period):
        return {
            **place,
            "kind": "date",
            "start": f.first,
            "end": f.last,
            "time": f.time,
            "edtf": f.edtf,
            "precision": f.precision,
            "relation": f.relation,
            "inferred": bool(f.inferred),
            "reference": f.reference,
        }
    return {
        **place,
        "kind": f.kind,
        "value": f.amount.value,
        "low": f.amount.low,
        "high": f.amount.high,
        "approximation": f.amount.approximation,
        "unit": f.unit,
        "currency": f.currency,
        "item": f.item,
    }


COLUMNS = ("text", "kind", "value", "qualifier", "unit", "item")


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row's cells in the order of COLUMNS, for people."""
    if row["kind"] == "date":
        days = f"{row['start']}" if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
        said = [row["relation"] if row["relation"] != "on" else "", "inferred" if row["inferred"] else ""]
        return (
            row["text"],
            "date",
            f"{days} {row['time'] or ''}".strip(),
            " ".join(filter(None, said)),
            row["precision"],
            "",
        )
    bounds = [plain(n) for n in (row["low"], row["high"]) if n is not None]
    value = plain(row["value"]) if row["value"] is not None else ""
    named = " ".join(filter(None, (value, f"({' to '.join(bounds)})" if bounds else "")))
    qualifier = row["approximation"] if row["approximation"] != "exact" else ""
    unit = row["currency"] or row["unit"] or ""
    return (row["text"], row["kind"], named, qualifier, unit, row["item"] or "")
