"""The rules by which records are found, and how far each is to be trusted.

A rule is a way of writing: 会长 before a name, a row of a table, a title in 《》. `rules.csv` has a row
for each: what is written so, and how many of its finds in annotated documents were right. These
documents were read when rules were mended, so the shares flatter; `unseen.csv` says of each table how
much was right in documents that nobody had read, and all its rules are trusted that much less. The
counts are made by `python -m tests.calibrate --update`. Figures are not annotated: they have no counts
and no confidence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from chamber_extract.models import TABLES, Dataset, Record, Refers
from chamber_extract.repeats import marked

# A rule of few finds is expected to do as its table does: it weighs as much as so many finds.
WEIGHT = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """`right` of `found` records were those of careful readers; `writing` says what it sees."""

    table: str
    name: str
    writing: str
    right: int
    found: int


@cache
def rules() -> dict[tuple[str, str], Rule]:
    """All rules by table and name."""
    with files("chamber_extract").joinpath("rules.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Rule(row["table"], row["rule"], row["writing"], int(row["right"]), int(row["found"]))
            for row in csv.DictReader(file)
        ]
    return {(rule.table, rule.name): rule for rule in rows}


@cache
def confidence(table: str, name: str) -> Decimal | None:
    """How likely a find of the rule is right, in hundredths; of an unknown rule, as its table does.

    None where no record of the table was ever judged.
    """
    rule = rules().get((table, name))
    right, found = (rule.right, rule.found) if rule else (0, 0)
    return estimate(table, right, found, rules().values(), unseen().get(table))


@cache
def unseen() -> dict[str, tuple[int, int]]:
    """Of each table, how many records were right and found in documents that nobody had read."""
    with files("chamber_extract").joinpath("unseen.csv").open(encoding="utf-8", newline="") as file:
        return {row["table"]: (int(row["right"]), int(row["found"])) for row in csv.DictReader(file)}


def estimate(
    table: str, right: int, found: int, of: Iterable[Rule], elsewhere: tuple[int, int] | None = None
) -> Decimal | None:
    """The share of right finds, drawn towards that of the whole table by `WEIGHT` finds.

    It is lessened as the table's share is `elsewhere`: right and found in documents not counted here.
    """
    rows = [rule for rule in of if rule.table == table]
    total_right, total = sum(r.right for r in rows), sum(r.found for r in rows)
    if not total:
        return None
    usual = Decimal(total_right + 1) / (total + 2)
    share = (right + WEIGHT * usual) / (found + WEIGHT)
    if elsewhere:
        share *= min(Decimal(1), Decimal(elsewhere[0] + 1) / (elsewhere[1] + 2) / usual)
    return share.quantize(Decimal("0.01"))


def best(table: str, names: Iterable[str]) -> str:
    """Of several rules that found the same record, the one to trust most."""
    return max(names, key=lambda name: (confidence(table, name) or 0, name))


def confident(dataset: Dataset, least: Decimal) -> Dataset:
    """The dataset without the records of less confidence; what refers to one of them refers to none."""
    if not least:
        return dataset
    kept = {table: [r for r in getattr(dataset, table) if _sure(r) >= least] for table in TABLES}
    gone = {r.id for t in TABLES for r in getattr(dataset, t)} - {r.id for t in TABLES for r in kept[t]}
    tables = {t: [_without(r, gone) for r in rows] for t, rows in kept.items()}
    return dataset.model_copy(update={**tables, "donations": marked(tables["donations"])})


def _sure(record: Record) -> Decimal:
    """The record's confidence; one that nobody judged is kept."""
    judged = getattr(record, "confidence", None)
    return Decimal(1) if judged is None else judged


def _without(record: Record, gone: set[str]) -> Record:
    """The record with every reference to one that is gone taken out."""
    update: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if any(isinstance(m, Refers) for m in field.metadata) and value in gone:
            update[name] = None
        elif isinstance(value, list) and value and isinstance(value[0], Record):
            update[name] = [_without(item, gone) for item in value]
    return record.model_copy(update=update) if update else record
