"""Days of a chronicle that stand under the heading of their month or year: 三月, and below it 5日 商会…; 2015年, and 3.16."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chamber_extract.normalize.dates import parse_period
from chamber_extract.normalize.values import Period

_MARK = r"[ \u3000●■□▲△◆◇★☆•·※〇○【(（\[]*"
_AROUND = re.compile(_MARK)
_AFTER = re.compile(r"份?[ \u3000】)）\]:：]*$")
_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
# 5日, 16日至18日, 5、6日 and 中旬 at the head of a line.
_DAY = re.compile(
    rf"{_MARK}(?P<day>{_N}(?:[、和]{_N})?[日号](?:(?:至|到|[-—~～]+){_N}[日号])?|{_N}(?:至|到|[-—~～]+){_N}[日号]|[上中下]旬)(?![本元内前后报])"
)
# 、3日 behind 2日, and of what the entry goes on to tell: 8日募集善款，16日送交红十字会.
_NEXT_DAY = re.compile(rf"(?:[、和]|[^\n]*?[，。；、](?:截?至|截止|到|自|于)?){_DAY.pattern}")
_MONTH_AND_DAY = re.compile(
    rf"{_MARK}(?P<month>0?[1-9]|1[0-2])\.(?P<last>0?[1-9]|[12][0-9]|3[01])(?![0-9.%万亿])"
)
_LAST_NUMBER = 12  # lines numbered 1.1, 1.2 … seldom come further


def days_under_headings(article: str, periods: list[Period]) -> Iterator[Period]:
    """The days at the heads of lines below a line that is only a month or a year, as far as `periods` give its year.

    `article` is folded text, and `periods` are those already found in it; what they give without a month of its own
    is given anew.
    """
    by_start = {p.start: p for p in periods if "month" not in p.inferred}
    heading: Period | None = None
    lines: list[Period] = []
    for line in re.finditer(r"[^\n]+", article):
        at = _AROUND.match(article, line.start()).end()  # type: ignore[union-attr]
        own = by_start.get(at)
        if own and own.precision in ("month", "year") and _AFTER.match(article[own.end : line.end()]):
            yield from _credible(lines)
            heading, lines = own, []
        elif own and own.precision != "year":
            heading = heading if heading and heading.precision == "year" else None
        elif heading:
            days = _days(article, line.start(), line.end(), heading)
            lines += (p for p in days if p.start not in by_start)
    yield from _credible(lines)


def _days(article: str, start: int, end: int, heading: Period) -> Iterator[Period]:
    """The days of a line below the heading that a day opens: 5日; 2日、3日; 8日…，16日…."""
    under_month = heading.precision == "month"
    m = (_DAY if under_month else _MONTH_AND_DAY).match(article, start, end)
    while m:
        month = f"{heading.first.year}年{heading.first.month if under_month else m['month']}月"
        period = parse_period(month + (m["day"] if under_month else m["last"] + "日"))
        if period:
            span = m.span("day") if under_month else (m.start("month"), m.end("last"))
            inferred = ("year", "month") if under_month else ("year",)
            yield replace(period, start=span[0], end=span[1], inferred=inferred, reference=heading.first)
        m = _NEXT_DAY.match(article, m.end(), end) if under_month else None


def _credible(lines: list[Period]) -> list[Period]:
    """The days, unless what stands for months and days may be the numbers of chapters."""
    numbers = [p for p in lines if "month" not in p.inferred]
    chapters = numbers and max(p.last.day for p in numbers) <= _LAST_NUMBER
    return [] if chapters or (len(numbers) == 1) else lines
