"""Share of the cases of public normaliser suites that are read right, by suite.

    python -m tests.conformance.score CASES_DIR [ANSWERS.jsonl]...

Without answers ours are made on the spot; with some, each file (as `answer` writes it) is a column.
Counted are cases of written news: neither colloquial nor a suite's own convention nor doubtful. A case
is right if everything expected is found with its exact value (numbers within one part in a thousand
million, both ends of a range, both days of a period), or nothing where nothing is expected; its span
is right if it is given and also agrees.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.conformance.answer import CALENDAR, answer

TAGS = {"convention", "suspect"}
# What a found kind may stand for.
ACCEPTED = {
    "number": {"number", "measure", "money", "ordinal"},
    "ordinal": {"ordinal", "number"},
    "percent": {"percent"},
    "fraction": {"fraction", "number", "percent"},
    "range": {"range", "money_range", "number"},
    "measure": {"measure", "number"},
    "money": {"money"},
    "money_range": {"money_range", "money"},
}
NEAR = Decimal("1e-9")


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    """The cases of written news."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if not case["colloquial"] and TAGS.isdisjoint(case["tags"]):
                yield case


def equal(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    a, b = Decimal(str(wanted)), Decimal(str(found))
    return abs(a - b) <= abs(a) * NEAR


def fits(wanted: dict[str, Any], found: dict[str, Any], slack: int) -> bool:
    """Whether a finding has the value wanted; `slack` is how many days an open end may be off."""
    if wanted["kind"] in CALENDAR:
        ends = ("iso_start", "iso_end")
        return found["kind"] not in ACCEPTED and any(
            all(near(one.get(end), found.get(end), slack) for end in ends)
            for one in wanted.get("alternatives") or [wanted]
        )
    currency = wanted.get("currency")
    if found["kind"] not in ACCEPTED[wanted["kind"]] or (currency and found.get("currency") != currency):
        return False
    if "value" not in wanted:
        bounds = [equal(wanted.get(end), found.get(end)) for end in ("low", "high")]
        return all(bounds) and ("low" in found or "high" in found)
    share = wanted["kind"] == "fraction" and found["kind"] == "percent" and "value" in found
    return equal(wanted["value"], str(Decimal(found["value"]) / 100) if share else found.get("value"))


def near(wanted: str | None, found: str | None, slack: int) -> bool:
    if wanted is None or found is None:
        return wanted is found
    days = (date.fromisoformat(wanted[:10]) - date.fromisoformat(found[:10])).days
    return abs(days) <= slack


def judge(case: dict[str, Any], found: list[dict[str, Any]]) -> tuple[bool, bool]:
    """Whether the values are right, and the spans too."""
    rest = [f for f in found if (f["kind"] in ACCEPTED) == (case["kind"] in ACCEPTED)]
    if not case["expected"]:
        if case["kind"] not in ("number", "fraction", *CALENDAR):
            rest = [f for f in rest if f["kind"] in ACCEPTED[case["kind"]] - {"number"}]
        return not rest, not rest
    spans = True
    slack = int("open_range" in case["tags"])
    for wanted in case["expected"]:
        place = (wanted.get("start"), wanted.get("end"))
        hits = [f for f in rest if fits(wanted, f, slack)]
        hits.sort(key=lambda f: (f.get("start"), f.get("end")) != place)
        if not hits:
            return False, False
        rest.remove(hits[0])
        spans &= place[0] is None or (hits[0].get("start"), hits[0].get("end")) == place
    return True, spans


def main() -> None:
    folder = Path(sys.argv[1])
    columns = {"ours": {}} if len(sys.argv) == 2 else {name: read(name) for name in sys.argv[2:]}
    total: Counter[str] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for case in cases(folder):
        for suite in (case["suite"], "all"):
            total[suite] += 1
        for name, answers in columns.items():
            given = answers.get(case["id"]) if answers else answer(case)["found"]
            value, span = judge(case, given or [])
            for suite in (case["suite"], "all"):
                right[suite, name] += value
                right[suite, name + ", span"] += span
    heads = [head for name in columns for head in (name, name + ", span")]
    print(f"{'suite':18}{'cases':>6}", *(f"{Path(head).stem:>12}" for head in heads))
    for suite in sorted(total, key=lambda s: (s == "all", s)):
        shares = (f"{100 * right[suite, head] / total[suite]:12.1f}" for head in heads)
        print(f"{suite:18}{total[suite]:6}", *shares)


def read(name: str) -> dict[str, list[dict[str, Any]]]:
    lines = Path(name).read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry.get("found", []) for entry in map(json.loads, lines)}


if __name__ == "__main__":
    main()
