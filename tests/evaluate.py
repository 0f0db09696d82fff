"""Accuracy against the annotations in tests/gold.

    python -m tests.evaluate [DATASET] [--set NAME]... [--ner] [--misses] [--update [--allow-regression]]

Without DATASET (json, as `extract` writes it) the annotated documents are extracted now. Prints
precision, recall and F1 for each table, and what was gained and lost since the run recorded in
tests/gold/baseline.json. `--update` records this run; a floor falls only with `--allow-regression`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

from chamber_extract import models
from chamber_extract.dataset import merge
from chamber_extract.extractors.people import model as people_model
from chamber_extract.pipeline import extract_inputs
from chamber_extract.records import Records
from chamber_extract.sources import Input
from chamber_extract.writers.structured import json_text
from tests.scoring import TABLES, Row, Score, by_document, score, with_elsewhere

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
BASELINE = GOLD / "baseline.json"

# Sets whose misses are neither shown nor recorded: what no rule was written for, to score with alone.
UNSEEN = frozenset({"held"})

# A second reader's annotations of documents that stand in another set: see `python -m tests.agreement`.
SECOND = "second"

# Floors are kept to this many digits, rounded down: one record more or less moves F1 by 0.001 or more.
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of a set with its annotations."""

    set: str
    text: Path
    gold: Row

    @property
    def name(self) -> str:
        return self.text.name


def load(folder: Path = GOLD) -> list[Annotated]:
    """All annotated documents. The texts of the set `seeds` are in seeds/, others beside their annotations.

    The second reader's annotations are no set to score.
    """
    documents = []
    for path in sorted(p for p in folder.glob("*/*.json") if p.parent.name != SECOND):
        gold = json.loads(path.read_text("utf-8"))
        texts = ROOT / "seeds" if path.parent.name == "seeds" else path.parent
        documents.append(Annotated(path.parent.name, texts / gold["document"], gold))
    return documents


def faults(document: Annotated) -> Iterator[str]:
    """What is wrong with the annotations themselves."""
    if not document.text.is_file():
        yield f"{document.name}: no such text"
        return
    text = document.text.read_bytes().decode("utf-8-sig")
    for table in TABLES:
        for i, row in enumerate(document.gold.get(table, ())):
            for fault in _row_faults(table, row, text):
                yield f"{document.name}: {table}[{i}]: {fault}"


def _row_faults(table: str, row: Row, text: str) -> Iterator[str]:
    if table in ("dates", "donations") and text[row["start_char"] : row["end_char"]] != row["text"]:
        yield f"{row['text']!r} is not the text from {row['start_char']} to {row['end_char']}"
    allowed = {
        ("chambers", "type"): models.ChamberType,
        ("people", "name_type"): models.NameType,
        ("dates", "relation"): models.Relation,
        ("donations", "scope"): models.Scope,
        ("donations", "kind"): models.DonationKind,
        ("donations", "approximation"): models.Approximation,
        ("policies", "kind"): models.PolicyKind,
    }
    for (of, name), literal in allowed.items():
        if of == table and name in row and row[name] not in get_args(literal):
            yield f"{name} is {row[name]!r}"
    for name in ("start", "end", "issued", "published", "date"):
        if row.get(name):
            try:
                date.fromisoformat(row[name])
            except ValueError:
                yield f"{name} is {row[name]!r}"


def records_now(document: Annotated, *, ner: bool = False) -> list[Records]:
    """What the document's text says; with `ner` as `extract --ner` reads it."""
    supplements = (_model(),) if ner else ()
    given = Input(f"{document.set}/{document.name}", document.text)
    return list(extract_inputs([given], supplements=supplements))


_model = cache(people_model.supplement)  # once a process


def dataset_of(records: list[Records]) -> Row:
    """The dataset of documents, as a reader of its JSON sees it."""
    return json.loads("".join(json_text(merge(records))), parse_float=Decimal)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores of one document."""

    document: Annotated
    scores: dict[str, Score]


def evaluate(documents: list[Annotated], dataset: Row) -> list[Outcome]:
    """The outcome of every annotated document; one that the dataset lacks has missed everything."""
    by_name = {Path(d["path"]).name: d for d in dataset["documents"]}
    said = by_document(dataset)
    annotations = with_elsewhere(d.gold for d in documents)
    out = []
    for d, gold in zip(documents, annotations, strict=True):
        found = by_name.get(d.name)
        out.append(Outcome(d, score(gold, said[found["id"]] if found else {}, found)))
    return out


def outcomes_now(documents: list[Annotated], *, ner: bool = False) -> list[Outcome]:
    """The outcomes of extracting the documents now, each set as one dataset of its own.

    The sets have nothing to do with one another: in one dataset they would share the records of the laws
    that all of them cite, and one set's annotations would be held against what another set's texts say.
    """
    sets: dict[str, tuple[list[Annotated], list[Records]]] = {d.set: ([], []) for d in documents}
    with ProcessPoolExecutor() as pool:
        for document, records in zip(
            documents, pool.map(partial(records_now, ner=ner), documents, chunksize=8), strict=True
        ):
            of_set, said = sets[document.set]
            of_set.append(document)
            said += records
    return [
        outcome
        for _, (of_set, said) in sorted(sets.items())
        for outcome in evaluate(of_set, dataset_of(said))
    ]


def totals(outcomes: list[Outcome]) -> dict[str, dict[str, Score]]:
    """The sums by set and table; the documents of a set are annotated for the same tables."""
    sums: dict[str, dict[str, Score]] = {}
    for outcome in outcomes:
        annotated = [t for t in TABLES if t in outcome.document.gold]
        of_set = sums.setdefault(outcome.document.set, {t: Score() for t in annotated})
        for table in annotated:
            of_set[table].add(outcome.scores[table])
    return sums


def corpus(documents: list[Annotated]) -> str:
    """A hash of the texts and annotations: figures of another corpus are not comparable."""
    digest = hashlib.sha256()
    for d in documents:
        digest.update(d.text.read_bytes())
        digest.update(json.dumps(d.gold, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()


def floor(rate: float) -> float:
    scale = 10**DIGITS
    return int(rate * scale) / scale


def notes(outcome: Outcome) -> Iterator[str]:
    """The notes of all tables."""
    for table in TABLES:
        yield from outcome.scores[table].notes


def record(outcomes: list[Outcome]) -> dict[str, Any]:
    """What baseline.json holds: the corpus, the report, the floors and the misses by document."""
    documents = [o.document for o in outcomes]
    return {
        "corpus": corpus(documents),
        "documents": len(documents),
        "report": {name: list(markdown(of_set)) for name, of_set in totals(outcomes).items()},
        "floors": {
            name: {t: {"f1": floor(s.f1), "strict": floor(s.strict_f1)} for t, s in of_set.items()}
            for name, of_set in totals(outcomes).items()
        },
        "misses": {o.document.name: list(notes(o)) for o in outcomes if o.document.set not in UNSEEN},
    }


def regressions(old: Row, new: Row) -> list[str]:
    """The floors of the old record that the new one does not reach."""
    return [
        f"{name} {table} {measure}: {new['floors'].get(name, {}).get(table, {}).get(measure, 0.0):.3f} < {least:.3f}"
        for name, tables in old["floors"].items()
        for table, measures in tables.items()
        for measure, least in measures.items()
        if new["floors"].get(name, {}).get(table, {}).get(measure, 0.0) < least
    ]


def changes(old: Row, new: Row) -> tuple[list[str], list[str]]:
    """Gains and losses, item by item: the misses that went and those that came."""
    gains, losses = [], []
    for name, now in new["misses"].items():
        before = old["misses"].get(name, [])
        gains += [f"{name}: {n}" for n in before if n not in now]
        losses += [f"{name}: {n}" for n in now if n not in before]
    return gains, losses


def table_lines(scores: dict[str, Score], traits: bool = True) -> Iterator[str]:
    """The scores as a table for people."""
    yield f"{'table':<10} {'gold':>5} {'found':>6} {'P':>6} {'R':>6} {'F1':>6} {'strict':>7}"
    for table, s in scores.items():
        shares = "  ".join(f"{name} {right / n:.2f}" for name, (right, n) in s.traits.items())
        yield (
            f"{table:<10} {s.matched + s.missed:>5} {s.matched + s.wrong:>6} {s.precision:>6.3f} "
            f"{s.recall:>6.3f} {s.f1:>6.3f} {s.strict_f1:>7.3f}  {shares if traits else ''}"
        ).rstrip()


def markdown(scores: dict[str, Score]) -> Iterator[str]:
    """The scores as a table for the README."""
    yield "| table | annotated | found | precision | recall | F1 | strict F1 |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for table, s in scores.items():
        rates = " | ".join(f"{floor(rate):.3f}" for rate in (s.precision, s.recall, s.f1, s.strict_f1))
        yield f"| {table} | {s.matched + s.missed} | {s.matched + s.wrong} | {rates} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "dataset", nargs="?", metavar="DATASET", help="a dataset to score instead of extracting"
    )
    parser.add_argument("--set", action="append", help="only this folder of tests/gold (may be repeated)")
    parser.add_argument("--ner", action="store_true", help="extract with the model of the extra `ner`")
    parser.add_argument("--documents", action="store_true", help="a table for each document")
    parser.add_argument(
        "--misses", action="store_true", help="list missed (-), wrong (+) and partly right (~) records"
    )
    parser.add_argument("--update", action="store_true", help="record this run as the baseline")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: floors may fall")
    return parser.parse_args()


def main() -> int:
    """Print the report. Status 1 where annotations are faulty or a floor is not reached."""
    arguments = _arguments()
    documents = [d for d in load() if not arguments.set or d.set in arguments.set]
    wrong = [fault for d in documents for fault in faults(d)]
    if wrong or not documents:
        print("\n".join(wrong) or "no annotated documents", file=sys.stderr)
        return 1
    if arguments.dataset:
        dataset = json.loads(Path(arguments.dataset).read_text("utf-8"), parse_float=Decimal)
        outcomes = evaluate(documents, dataset)
    else:
        outcomes = outcomes_now(documents, ner=arguments.ner)
    for name, scores in totals(outcomes).items():
        print(f"\n{name}: {sum(o.document.set == name for o in outcomes)} documents")
        print("\n".join(table_lines(scores)))
    if arguments.documents:
        for o in outcomes:
            print(f"\n{o.document.set}/{o.document.name}")
            print("\n".join(table_lines(o.scores, traits=False)))
    if arguments.misses:
        for o in outcomes:
            if o.document.set not in UNSEEN:
                print(f"\n{o.document.set}/{o.document.name}", *notes(o), sep="\n")
    apart = bool(arguments.set or arguments.ner)  # not what the baseline is of
    return _compare(record(outcomes), update=arguments.update, allow=arguments.allow_regression, part=apart)


def _compare(new: Row, *, update: bool, allow: bool, part: bool) -> int:
    """Report against the baseline and, if asked to, record the new one."""
    old = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else None
    fallen: list[str] = []
    if old and not part:
        if old["corpus"] != new["corpus"]:
            print("\nthe corpus has changed since the baseline was recorded")
        gains, losses = changes(old, new)
        for title, lines in (("gained", gains), ("lost", losses)):
            if lines:
                print(f"\n{title}:", *lines, sep="\n  ")
        fallen = regressions(old, new)
        if fallen:
            print("\nbelow the floor:", *fallen, sep="\n  ")
    if update and part:
        print("--update records all sets together: leave out --set and --ner", file=sys.stderr)
        return 1
    if update and (allow or not fallen):
        BASELINE.write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
