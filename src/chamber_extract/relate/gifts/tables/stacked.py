"""Tables whose cells stand one below another, as pages leave them: 姓名⏎金额⏎张三⏎500⏎李四⏎300."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract.relate.gifts.tables import grid
from chamber_extract.relate.gifts.tables.grid import Cell, Head
from chamber_extract.relate.gifts.tables.listed_names import giver
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

_WIDEST = 40  # characters of a cell
_HEAD = 10  # characters of a head
_COLUMNS = 12
_MOST = 1000  # rows
_FEWEST = 2  # rows; one alone may be two lines of something else
_MEASURES = ("amount", "worth", "count")
# What heads the names of one kind: 爱心企业, 二、个人捐款
_GROUP = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、. ]+)?(?:爱心|其他|热心|本会|会员|企业|单位|个人|团体|机构|理事|会长|监事|侨胞|侨领|商户|公司|人士|商会|现金|物资|实物|捐[款赠物])+(?:部分|[批组类者]|名单)?[:：]?"
)


@dataclass(frozen=True, slots=True)
class Stack:
    """The rows of a stacked table; `head` is None for names and sums by turns below no heads."""

    head: Head | None
    rows: tuple[tuple[Span, ...], ...]
    lines: int  # of heads and rows together


def stack(view: View, folded: str, lines: Sequence[Span], i: int, unit: str | None) -> Stack | None:
    """The table whose cells begin with line `i`, None where there is none."""
    heads: list[Span] = []
    for line in lines[i : i + _COLUMNS]:
        if not _is_head(view, folded, line):
            break
        heads.append(line)
    head = grid.head_of(folded, cells(heads)) if len(heads) > 1 else None
    measured = [c for c, role in head.roles.items() if role in _MEASURES] if head else []
    if not head or not measured:
        return _by_turns(view, folded, lines, i, unit)
    if grid.no_gifts(head):
        return None
    rows, width, at = [], len(heads), i + len(heads)
    while at + width <= len(lines) and len(rows) < _MOST:
        row = tuple(lines[at : at + width])
        if not all(_is_sum(folded, row[c], head.units.get(c) or unit) for c in measured):
            break
        if any(s.end - s.start > _WIDEST for s in row):
            break
        rows.append(row)
        at += width
    return Stack(head, tuple(rows), at - i) if len(rows) >= _FEWEST else None


def cells(lines: Sequence[Span]) -> list[Cell]:
    """The lines as the cells of one row."""
    return [Cell(line.start, line.end, column) for column, line in enumerate(lines)]


def _is_head(view: View, folded: str, line: Span) -> bool:
    words = folded[line.start : line.end]
    plain = (
        len(words) <= _HEAD and FIGURE not in view.text[line.start : line.end] and words[-1] not in "：:。"
    )
    return plain and not any(c.isdigit() for c in words) and grid.role_of(words) is not None


def _is_sum(folded: str, line: Span, unit: str | None) -> bool:
    """Whether a cell is a number, or money or a count with its unit."""
    words = folded[line.start : line.end]
    return len(words) <= _WIDEST and (
        grid.is_number(folded, line.start, line.end)
        or grid.money(words, unit, "CNY") is not None
        or grid.count(words, unit) is not None
    )


def _by_turns(view: View, folded: str, lines: Sequence[Span], i: int, unit: str | None) -> Stack | None:
    """Names and sums by turns, the last a sum: where a sum is before or a name last, the sums head the names below them."""
    if (
        i
        and FIGURE in view.text[lines[i - 1].start : lines[i - 1].end]
        and _is_sum(folded, lines[i - 1], unit)
    ):
        return None
    rows, at = [], i
    while at + 1 < len(lines) and len(rows) < _MOST:
        name, sum_ = lines[at : at + 2]
        named = unit is not None or FIGURE in view.text[sum_.start : sum_.end]  # 5000 alone may be anything
        if not (named and _is_name(view, folded, name) and _is_sum(folded, sum_, unit)):
            break
        rows.append((name, sum_))
        at += 2
    name_last = at < len(lines) and _is_name(view, folded, lines[at])
    return Stack(None, tuple(rows), at - i) if len(rows) >= _FEWEST and not name_last else None


def _is_name(view: View, folded: str, line: Span) -> bool:
    words = folded[line.start : line.end]
    if len(words) > _WIDEST or FIGURE in view.text[line.start : line.end] or _GROUP.fullmatch(words):
        return False
    return giver(view, folded, line.start, line.end) is not None
