"""What was learned from the annotated documents by `python -m tests.weigh`: tables of features and their weights."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of the table `NAME_weights.csv`, by feature."""
    path = files("chamber_extract").joinpath(f"{name}_weights.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
