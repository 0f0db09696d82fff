"""What is wrong with a dataset, and where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

NOTHING = object()  # no value was found


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong and where: `place` is the record (`donations[3]`, `line 7`, `donations row 5`)."""

    place: str
    record: str | None
    field: str
    value: Any
    message: str

    def __str__(self) -> str:
        where = " ".join(x for x in (self.place, self.record, self.field) if x)
        found = "" if self.value is NOTHING else f", found {_shown(self.value)}"
        return f"{where}{': ' if where else ''}{self.message}{found}"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:77] + "..."
