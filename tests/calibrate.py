"""How often each rule is right: `python -m tests.calibrate` prints it, `--update` records it for the tool.

The tool's counts of each rule (rules.csv) come from the documents of `dev`; the seeds are few and every
rule knows them. How much less a table is right in documents that nobody has seen (unseen.csv) comes
from `held`. The bands show what a confidence is worth there: the records of `held` by the confidence of
their rules, and the share of them that was right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from chamber_extract.models import TABLES
from chamber_extract.rules import Rule, estimate, rules
from tests import evaluate

PATH = evaluate.ROOT / "src" / "chamber_extract" / "rules.csv"
UNSEEN = PATH.with_name("unseen.csv")
ALL = "all"
MODEL = "model"  # the rule of `--ner`, which is not run here
BANDS = [Decimal(f"0.{n}") for n in (95, 90, 80, 60)] + [Decimal(0)]

Judged = tuple[str, str, bool]  # table, rule, whether right


def judged(outcome: evaluate.Outcome) -> Iterator[Judged]:
    """The records found in a document, all tables that have rules."""
    for table, score in outcome.scores.items():
        if table in TABLES:
            yield from ((table, rule, right) for rule, right in score.judged)


def counted(records: Iterable[Judged], known: Iterable[Rule]) -> list[Rule]:
    """The known rules, and those that found a record, with the counts of these records."""
    right: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    writings = {(rule.table, rule.name): rule.writing for rule in known}
    for table, name, is_right in records:
        found[table, name] += 1
        right[table, name] += is_right
    keys = sorted(writings.keys() | found.keys(), key=lambda key: (TABLES.index(key[0]), key[1]))
    return [Rule(*key, writings.get(key, ""), right[key], found[key]) for key in keys]


def whole_tables(records: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """Right and found of each table."""
    tally: dict[str, tuple[int, int]] = {}
    for table, _, is_right in records:
        right, found = tally.get(table, (0, 0))
        tally[table] = right + is_right, found + 1
    return tally


def bands(seen: Iterable[Judged], unseen: Collection[Judged]) -> Iterator[tuple[str, Decimal, int, int]]:
    """Table, least confidence of the band, right and found of the unseen."""
    counts = counted(seen, rules().values())
    by_key = {(rule.table, rule.name): rule for rule in counts}
    elsewhere = whole_tables(unseen)
    tally: dict[tuple[str, Decimal], list[int]] = {}
    for table, rule_name, is_right in unseen:
        rule = by_key.get((table, rule_name))
        sure = estimate(table, rule.right if rule else 0, rule.found if rule else 0, counts, elsewhere[table])
        band = next(b for b in BANDS if (sure or 0) >= b)
        for name in (table, ALL):
            so_far = tally.setdefault((name, band), [0, 0])
            so_far[0] += is_right
            so_far[1] += 1
    for table in (*TABLES, ALL):
        for band in BANDS:
            if (table, band) in tally:
                yield table, band, *tally[table, band]


def main() -> int:
    """Print the tables; with --update rewrite the counts of rules.csv."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="record the counts for the tool")
    update = parser.parse_args().update
    documents = evaluate.load()
    of_set: dict[str, list[Judged]] = {}
    for outcome in evaluate.outcomes_now(documents):
        of_set.setdefault(outcome.document.set, []).extend(judged(outcome))
    print("\n".join(_precision(of_set)))
    print("\n| table | confidence from | right | found | share |\n|---|--:|--:|--:|--:|")
    for table, band, right, found in bands(of_set["dev"], of_set["held"]):
        print(f"| {table} | {band} | {right} | {found} | {right / found:.2f} |")
    if update:
        _write(counted(of_set["dev"], rules().values()))
        rows = sorted(whole_tables(of_set["held"]).items(), key=lambda row: TABLES.index(row[0]))
        lines = [f"{table},{right},{found}\n" for table, (right, found) in rows]
        UNSEEN.write_text("".join(["table,right,found\n", *lines]), "utf-8")
    return 0


def _precision(of_set: Mapping[str, list[Judged]]) -> Iterator[str]:
    """A table of all rules: right and found in each set."""
    sets = sorted(of_set)
    yield f"| table | rule | {' | '.join(f'{name}: right of found' for name in sets)} |"
    yield f"|---|---|{'--:|' * len(sets)}"
    known = counted((r for name in sets for r in of_set[name]), rules().values())
    shares = {name: {(r.table, r.name): r for r in counted(of_set[name], known)} for name in sets}
    for rule in known:
        cells = [shares[name][rule.table, rule.name] for name in sets]
        shown = [f"{r.right} of {r.found}" if r.found else "" for r in cells]
        yield f"| {rule.table} | {rule.name} | {' | '.join(shown)} |"


def _write(rows: list[Rule]) -> None:
    """Rewrite the counts; those of the optional model stand as docs/ner.md has them."""
    rows = [rules()[r.table, r.name] if r.name == MODEL else r for r in rows]
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["table", "rule", "writing", "right", "found"])
        writer.writerows([r.table, r.name, r.writing, r.right, r.found] for r in rows)


if __name__ == "__main__":
    sys.exit(main())
