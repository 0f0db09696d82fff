"""Idioms, names and slogans that hold numerals but no figure (`not_figures.csv`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

NUMERAL_CHARS = frozenset("零〇一二三四五六七八九十百千万亿兆两几数半廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟参")
_TO_THE_LAST = re.compile("一[一-鿿]不[留剩少落漏差缺]")  # 把库存一件不留地交给车队


@cache
def _by_anchor() -> dict[str, tuple[tuple[str, int], ...]]:
    """The words by the two characters from each of their numerals on, with the place of that numeral."""
    table: dict[str, list[tuple[str, int]]] = {}
    for words in files(__package__).joinpath("not_figures.csv").read_text(encoding="utf-8").split()[1:]:
        for at, char in enumerate(words):
            if char in NUMERAL_CHARS:
                table.setdefault(words[at : at + 2], []).append((words, at))
    return {anchor: tuple(sorted(group, key=lambda g: -len(g[0]))) for anchor, group in table.items()}


def end_of_words(text: str, position: int) -> int | None:
    """Where the idiom or name ends with a numeral at the position, or None."""
    for key in (text[position : position + 2], text[position : position + 1]):
        for words, at in _by_anchor().get(key, ()):
            if at <= position and text.startswith(words, position - at):
                return position - at + len(words)
    to_the_last = _TO_THE_LAST.match(text, position)
    return to_the_last.end() if to_the_last else None
