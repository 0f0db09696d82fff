"""How far two readers of the same documents agree, by the rules of the evaluation.

    python -m tests.agreement [--differences]

A document has two readers where tests/gold/second has a file of the same name as one of a set. The
second reader had the text, the data model and the annotations of the set `dev` as examples, not the
first reader's of the same document. His annotations are scored as a dataset would be, with the
first reader's as the truth, so that the figures compare with those of `python -m tests.evaluate`.
What either reader calls optional is neither rewarded nor punished; `firm` is the F1 where a record
that one reader requires and the other calls optional, or leaves out, is a difference too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tests import evaluate
from tests.scoring import TABLES, Row, Score, score

HERE = "doc"  # the id of the one document of a dataset made of annotations


def pairs(folder: Path = evaluate.GOLD) -> list[tuple[evaluate.Annotated, Row]]:
    """The documents with two readers: the first reader's annotations, and the second's."""
    second = {p.name: p for p in (folder / evaluate.SECOND).glob("*.json")}
    return [
        (first, json.loads(second[name].read_text("utf-8")))
        for first in evaluate.load(folder)
        if (name := f"{Path(first.name).stem}.json") in second
    ]


def required(annotations: Row) -> dict[str, list[Row]]:
    """The annotations that are not optional."""
    return {t: [row for row in annotations[t] if not row.get("optional")] for t in TABLES}


def as_dataset(annotations: Row) -> Row:
    """The annotations, without the optional ones, as a dataset of one document."""
    plain = required(annotations)
    days = {row["date"] for row in plain["donations"] if row.get("date")}
    return {
        "documents": [{"id": HERE, "sections": plain["sections"]}],
        "chambers": [_mentioned(row, row["surfaces"]) for row in plain["chambers"]],
        "people": [_mentioned(row, [row["name"]]) for row in plain["people"]],
        "policies": [_mentioned(row, row["surfaces"] or [row["title"]]) for row in plain["policies"]],
        "donations": [{**row, "document": HERE} for row in plain["donations"]],
        # A donation names its date by id, an annotated one by the day itself: each day is a date of
        # that id, outside the document.
        "dates": [{**row, "document": HERE, "id": None} for row in plain["dates"]]
        + [{"id": day, "start": day, "document": None} for day in sorted(days)],
    }


def _mentioned(row: Row, forms: Iterable[str]) -> Row:
    return {**row, "mentions": [{"document": HERE, "text": form} for form in forms]}


def compare(first: Row, second: Row) -> dict[str, Score]:
    """The scores of the second reader by table: `missed` only the first has, `wrong` only the second."""
    forth, back = _scored(first, second), _scored(second, first)
    return {t: _both(forth[t], back[t]) for t in TABLES}


def _scored(truth: Row, other: Row) -> dict[str, Score]:
    dataset = as_dataset(other)
    return score(truth, dataset, dataset["documents"][0])


def _both(forth: Score, back: Score) -> Score:
    """What only the first has is what is wrong the other way round: there the second's optional count."""
    notes = [n for n in forth.notes if not n.startswith("-")]
    notes += [f"-{n[1:]}" for n in back.notes if n.startswith("+")]
    return replace(forth, missed=back.wrong, notes=notes)


def total(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """The sums by table."""
    sums = {t: Score() for t in TABLES}
    for of_document in scores:
        for table in TABLES:
            sums[table].add(of_document[table])
    return sums


def lines(scores: dict[str, Score], firm: dict[str, Score]) -> Iterator[str]:
    """The agreement as a table for people: the records of either reader, optional ones left out."""
    yield f"{'table':<10} {'first':>6} {'second':>6} {'F1':>6} {'strict':>7} {'firm':>6}"
    for table, s in scores.items():
        n, m = s.matched + s.missed, s.matched + s.wrong
        yield f"{table:<10} {n:>6} {m:>6} {s.f1:>6.3f} {s.strict_f1:>7.3f} {firm[table].f1:>6.3f}"


def main() -> None:
    """Print the agreement over all documents with two readers."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.agreement",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--differences",
        action="store_true",
        help="list what only the first (-) or only the second reader (+) has, or both have differently (~)",
    )
    arguments = parser.parse_args()
    read = pairs()
    outcomes = [evaluate.Outcome(first, compare(first.gold, second)) for first, second in read]
    firm = total(compare(required(first.gold), required(second)) for first, second in read)
    print(f"{len(read)} documents with two readers")
    print("\n".join(lines(total(o.scores for o in outcomes), firm)))
    if arguments.differences:
        for outcome in outcomes:
            print(f"\n{outcome.document.name}", *evaluate.notes(outcome), sep="\n")


if __name__ == "__main__":
    main()
