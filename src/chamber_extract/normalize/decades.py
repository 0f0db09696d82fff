"""Decades and centuries: 上世纪八十年代, 1990年代初, 二十世纪."""

from __future__ import annotations

import re
from datetime import date

from chamber_extract.normalize.calendar_words import HAN, number
from chamber_extract.normalize.stretch import Stretch, of_days
from chamber_extract.normalize.year_choice import Context

_DECADE = re.compile(
    rf"(?:(?P<c>上个?世纪|本世纪|(?:[12][0-9]|十[一-九]|二十一?|廿一?)世纪)的?)?(?P<d>[1-9]0|[{HAN}]{{1,2}})年代(?!表)(?P<p>初期?|末期?|中期)?"
    rf"|(?P<y>1[5-9][0-9]0|20[0-9]0|(?:一[五六七八九]|二[〇○零])[〇○零一二三四五六七八九][〇○零])年代(?!表)(?P<q>初期?|末期?|中期)?|(?P<w>上个?世纪|本世纪|(?:[12][0-9]|十[一-九]|二十一?)世纪)"
)


def read_decade(context: Context, position: int) -> tuple[int, int, Stretch] | None:
    """Its first year, where it ends and what it means."""
    m = _DECADE.match(context.text, position)
    if m is None or (context.style == "document" and not (m["y"] or m["c"])):
        return None  # in edited documents only a decade that says of which century
    if m["y"]:
        first = number(m["y"]) or 0
    else:
        century = _century(m["c"] or m["w"], context)
        if century is None:
            return None
        if m["w"]:
            stretch = Stretch(
                date(century, 1, 1), date(century + 99, 12, 31), "period", f"{century // 100:02d}XX"
            )
            return century, m.end(), stretch
        ten = number(m["d"])
        if ten is None or ten % 10 or not 10 <= ten <= 90:
            return None
        first = century + ten
    stretch = Stretch(date(first, 1, 1), date(first + 9, 12, 31), "period", f"{first // 10}X")
    part = (m["p"] or m["q"] or " ")[0]
    a, b = {"初": (0, 2), "中": (4, 6), "末": (7, 9)}.get(part, (0, 9))
    if part != " ":
        stretch = of_days(date(first + a, 1, 1), date(first + b, 12, 31))
    return first, m.end(), stretch


def _century(word: str | None, context: Context) -> int | None:
    """The first year of a century; a decade without one is of the last."""
    now = context.reference.year // 100 * 100 if context.reference else 2000
    if word is None or word.startswith("上"):
        return now - 100
    if word.startswith("本"):
        return now
    n = number(word[: word.index("世")])
    return (n - 1) * 100 if n and 1 < n < 30 else None
