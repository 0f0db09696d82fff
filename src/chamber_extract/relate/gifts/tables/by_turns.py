"""Names and sums that stand by turns on lines of their own, as pages leave them: 张三⏎500⏎李四⏎300."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamber_extract.relate.gifts.tables import grid, rolls
from chamber_extract.relate.gifts.tables.listed_names import giver
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

_WIDEST = 40  # characters of a line
_MOST = 1000  # pairs
_FEWEST = 2  # pairs; one alone may be two lines of something else
_THING = rf"[^\W\d_]{{2,12}}{FIGURE}+"
_THINGS = re.compile(rf"{_THING}(?:[、，]{_THING})*")
# What heads the names of one kind: 爱心企业, 二、个人捐款
_GROUP = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、. ]+)?(?:爱心|其他|热心|本会|会员|企业|单位|个人|团体|机构|理事|会长|监事|侨胞|侨领|商户|公司|人士|商会|现金|物资|实物|捐[款赠物])+(?:部分|[批组类者]|名单)?[:：]?"
)


def pairs(view: View, folded: str, lines: Sequence[Span], i: int, unit: str | None) -> list[Span]:
    """The pairs of a name and its sum from line `i` on, the last a sum; none where a sum before or a name behind tells
    that the sums head the names below them."""
    before = lines[i - 1] if i else None
    if before and FIGURE in view.text[before.start : before.end] and _is_sum(view, folded, before, unit):
        return []
    out: list[Span] = []
    at = i
    while at + 1 < len(lines) and len(out) < _MOST:
        name, sum_ = lines[at : at + 2]
        named = unit is not None or FIGURE in view.text[sum_.start : sum_.end]  # 5000 alone may be anything
        if not (named and _is_name(view, folded, name) and _is_sum(view, folded, sum_, unit)):
            break
        out.append(Span(name.start, sum_.end))
        at += 2
    name_last = at < len(lines) and _is_name(view, folded, lines[at])
    summed = len(out) == 1 and rolls.TOTAL.match(folded, out[0].start, out[0].end)
    return out if summed or (len(out) >= _FEWEST and not name_last) else []


def _is_sum(view: View, folded: str, line: Span, unit: str | None) -> bool:
    """Whether a cell is a number, money or a count with its unit, or things with theirs: 羽绒服300件、棉被20床."""
    words = folded[line.start : line.end]
    things = _THINGS.fullmatch(view.text, line.start, line.end) is not None
    return len(words) <= _WIDEST and (
        (things and all(m.value.quantity.kind != "money" for m in view.within(line.start, line.end)))
        or grid.is_number(folded, line.start, line.end)
        or grid.money(words, unit, "CNY") is not None
        or grid.count(words, unit) is not None
    )


def _is_name(view: View, folded: str, line: Span) -> bool:
    words = folded[line.start : line.end]
    if len(words) > _WIDEST or FIGURE in view.text[line.start : line.end] or _GROUP.fullmatch(words):
        return False
    if rolls.TOTAL.match(folded, line.start, line.end):  # 小计, and its sum on the next line
        return True
    return giver(view, folded, line.start, line.end) is not None
