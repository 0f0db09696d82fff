"""Answer the cases of public normaliser suites with `chamber_extract.normalize`.

    python -m tests.conformance.answer CASES_DIR > ANSWERS.jsonl

A case is a line of CASES_DIR/*.jsonl with `id`, `kind`, `text`, `reference` and `whole`; an answer
is {"id", "found": [{"start", "end", "kind", "value", "low", "high", "currency", "iso_start",
"iso_end"}]} with offsets in code points. As in every peer's run, the kind wanted is told.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from chamber_extract.normalize import Period, Quantity, find, parse

CALENDAR = frozenset(("date", "period", "holiday", "lunar", "time"))
HINTS = {
    "number": None, "ordinal": "ordinal", "percent": "percent", "fraction": "ratio", "range": None, "measure": None,
    "money": "money", "money_range": "money",
}  # fmt: skip
NAMES = {"count": "measure", "ratio": "fraction"}


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """The case's id and what is found in its text."""
    reference = date.fromisoformat(case["reference"][:10]) if case["reference"] else None
    kind = "date" if case["kind"] in CALENDAR else HINTS[case["kind"]]
    found: list[Quantity | Period] = []
    if case["whole"]:
        one = parse(case["text"], kind, reference=reference, default_currency="CNY")
        found = [] if one is None else [one]
    if not found:
        kinds = (
            {"date"}
            if kind == "date"
            else {"number", "ordinal", "money", "count", "measure", "percent", "ratio"}
        )
        found = find(case["text"], reference=reference, kinds=kinds, default_currency="CNY")
    return {
        "id": case["id"],
        "found": [entry for f in found for entry in entries(f, case["kind"], case["whole"])],
    }


def entries(found: Quantity | Period, kind: str, whole: bool) -> Iterator[dict[str, Any]]:
    """The found thing in the suites' terms: bounds of 以上 and 以下, a number where a number is asked for."""
    if isinstance(found, Period):
        yield {
            "start": found.start, "end": found.end, "kind": "period" if found.first != found.last else "date",
            "iso_start": found.first.isoformat(), "iso_end": found.last.isoformat(),
        }  # fmt: skip
        return
    amount = found.amount
    entry: dict[str, Any] = {
        "start": found.start,
        "end": found.end,
        "kind": NAMES.get(found.kind, found.kind),
    }
    if found.currency:
        entry["currency"] = found.currency
    low = amount.value if amount.approximation == "over" else amount.low
    high = amount.value if amount.approximation == "under" else amount.high
    for name, value in (("value", amount.value), ("low", low), ("high", high)):
        if value is not None:
            entry[name] = str(value)
    if low is not None and high is not None:
        entry["kind"] = (
            "money_range" if found.kind == "money" else "percent" if found.kind == "percent" else "range"
        )
    if kind == "number" and found.kind == "ratio":
        entry["kind"] = "number"
    if not whole and kind == "number":
        entry["start"], entry["end"] = found.number_start, found.number_end
    if kind == "number" and found.unit == "打" and amount.value is not None:
        entry["value"] = str(amount.value * 12)
    if kind == "percent" and found.kind == "ratio" and amount.value is not None:
        entry.update(kind="percent", value=str(amount.value * 100))
    yield entry


def main() -> None:
    for path in sorted(Path(sys.argv[1]).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main()
