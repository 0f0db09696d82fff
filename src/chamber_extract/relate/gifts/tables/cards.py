"""Gifts told as cards, one field a line: 捐赠单位：甲公司⏎捐赠物资：口罩5000只⏎接收单位：乙医院."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from chamber_extract.relate.gifts.tables import grid, rolls
from chamber_extract.relate.gifts.tables.grid import MEASURES, Cell, Head
from chamber_extract.segment import Span

_FIELD = re.compile(r"\s*(?P<label>[^，。；:：\s]{2,8})[:：][ \t]*(?P<value>\S[^\n]*)")
_MOST = 12  # fields
_GIVEN = MEASURES | {"item"}


class Card(NamedTuple):
    """The fields of a card as a row under their labels, and the lines that they are."""

    head: Head
    cells: list[Cell]
    lines: Sequence[Span]


def card(folded: str, lines: Sequence[Span], i: int) -> Card | None:
    """The card that begins with line `i`: labels that name a giver and what was given, none of them twice."""
    words: dict[int, str] = {}
    roles: dict[int, str] = {}
    cells: list[Cell] = []
    for n, line in enumerate(lines[i : i + _MOST]):
        field = _FIELD.fullmatch(folded, line.start, line.end)
        role = grid.role_of(field["label"]) if field else None
        another = role == "donor" and _GIVEN & set(roles.values())
        if not field or field["label"] in words.values() or another or (n and not role):
            break
        words[n] = field["label"]
        roles.update({n: role} if role else {})
        cells.append(Cell(field.start("value"), line.end, n))
    named = set(roles.values())
    if "donor" not in named or not _GIVEN & named or not rolls.speaks_of_giving(" ".join(words.values())):
        return None
    return Card(Head(roles, (tuple(roles),), {}, len(words), words), cells, lines[i : i + len(words)])
