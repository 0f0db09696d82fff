"""What marks a line as one of several of a make: 【…】 around it, a sign or a number before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from chamber_extract.normalize.calendar_words import number

_SIGNS = "※•\u2190-\u21ff\u2580-\u2bff\U0001f000-\U0001faff"  # arrows, squares, stars, pictures
_PICTURE = "\U0001f000"  # the first: each line may have its own
_FORMAL = "壹贰貳叁参參肆伍陆陸柒捌玖拾"
_NUMBER = rf"(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|[{_FORMAL}]{{1,3}})"
_BOXED = re.compile(r"(?P<mark>[【「『〖])(?P<rest>[^【】]{4,})[】」』〗]$")
# ■ ◆◆ ① * #1 01 NO.1 PART 1 / — 01 — 一、 壹、 1. （一） 1） 【1】 第一则： 报道一：
_MARKED = re.compile(
    rf"(?P<mark>(?P<sign>[{_SIGNS}])\ufe0f?(?P=sign)*|[*-](?=\s)|[①-⑳]|[—–/|\s]*(?:(?:PART|NO)\.?\s?\d{{1,2}}|0\d)[—–/|\s]+|\#\d{{1,2}}\s"
    rf"|[(（【\[]?{_NUMBER}\s?[、．.)）】\]]|(?:第{_NUMBER}[则則条條篇]|[\u4e00-\u9fff]{{2}}之?{_NUMBER})\s?[:：])"
    rf"\s*(?P<rest>[^\d\s].*?)[\s{_SIGNS}]*$",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"{_NUMBER}|[①-⑳]")


class Mark(NamedTuple):
    """How a line is made, its number where it has one, and where in it the words stand."""

    shape: str
    count: int | None
    start: int
    end: int


def mark(line: str) -> Mark | None:
    """What marks the line, None where it is plain."""
    m = _BOXED.match(line) or _MARKED.match(line)
    if not m:
        return None
    words = m.span("rest")
    count = _COUNT.search(m["mark"])
    if not count:
        sign = m["mark"][0]
        return Mark(_PICTURE if sign >= _PICTURE else sign, None, *words)
    figure = count[0]
    if "①" <= figure <= "⑳":
        return Mark("①", ord(figure) - ord("①") + 1, *words)
    kind = "1" if figure.isascii() else "壹" if figure[0] in _FORMAL else "一"
    closed = ")" if m["mark"].rstrip()[-1] in ")）" else ""
    return Mark(kind + closed, number(figure.translate(_ALIKE)), *words)


_ALIKE = str.maketrans("參参", "叁叁")  # what `number` does not know
