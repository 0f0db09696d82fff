"""What is said of a document beside its text: by its file, by the row of a corpus, by the user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# Where a document's day comes from: the file's own header, the text, the row, the user's option.
Origin = Literal["metadata", "text", "row", "option"]


@dataclass(frozen=True, slots=True)
class Stated:
    """`fields` are as written, by the names of `segment.header.Field`; `page` is the title of a web page's window."""

    origin: Origin
    fields: Mapping[str, str] = field(default_factory=dict)


def said_by(stated: tuple[Stated, ...], origin: Origin) -> dict[str, str]:
    """What one origin says, the first of each field."""
    found: dict[str, str] = {}
    for one in stated:
        if one.origin == origin:
            found = {**one.fields, **found}
    return found
