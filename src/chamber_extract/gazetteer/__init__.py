"""The data files: open lists that grow by a row, each row with its source."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name.csv`, as header to cell. Raises FileNotFoundError for an unknown table."""
    with files(__package__).joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


Row = tuple[tuple[str, str], ...]
_own: tuple[Row, ...] = ()


def own_chambers() -> tuple[Row, ...]:
    """The user's chambers, each row as (column, cell); they go before ours."""
    return _own


def add_chambers(rows: Iterable[Mapping[str, str]]) -> None:
    """From now on this process knows these chambers too (see `own.read`)."""
    global _own
    _own = tuple(dict.fromkeys((*_own, *(tuple(row.items()) for row in rows))))
