"""What stands beside the names of those who made a text: 记者, 责任编辑, 摄影, 校对, 填表人."""

from __future__ import annotations

import re
from functools import cache

from chamber_extract.gazetteer import table

_SIGN = ("writer", "editor", "image")


@cache
def words_of(*roles: str) -> str:
    """A pattern of the words for those roles: `writer`, `editor`, `image`, `check` (of others' work), `clerk`; the longest first."""
    words = {row["word"] for row in table("bylines") if row["role"] in roles}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _signing() -> re.Pattern[str]:
    return re.compile(rf"{words_of(*_SIGN)}|[主总]编")


def signs(title: str) -> bool:
    """Whether who holds the folded title wrote, edited or pictured what it stands under: 副主编, 摄影, but not 校对."""
    return _signing().search(title) is not None
