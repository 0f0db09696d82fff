"""Whose office it is in the row of a table: of the body under the head of bodies, or of the row's only firm."""

from __future__ import annotations

import re

from chamber_extract.extractors.people.tables import BODY_HEAD, cells_of, words_of
from chamber_extract.segment import Span

_FIRM = re.compile(
    r"(?:公司|集团|厂|[商银分支]行|酒店|企业|事务所|经营部|合作社|中心)(?:[(（][^()（）]{1,8}[)）])?$"
)


def under_head(text: str, head: int, row: int) -> Span | None:
    """The cell of the row at `row` under the word for bodies, where the office at `head` is another head of its table."""
    heads, cells = _cells(text, head), _cells(text, row)
    if len(heads) != len(cells) or not any(s.start == head for s in heads):
        return None
    columns = [i for i, s in enumerate(heads) if BODY_HEAD.fullmatch(text, s.start, s.end)]
    return cells[columns[0]] if columns else None


def firm_beside(text: str, start: int) -> Span | None:
    """The only firm among the cells of the row in which a cell begins with the office at `start`."""
    cells = _cells(text, start)
    if not any(s.start == start for s in cells):
        return None
    firms = [s for s in cells if s.end - s.start > _SHORT and _FIRM.search(text[s.start : s.end])]
    return firms[0] if len(firms) == 1 else None


_SHORT = 4  # characters of 某公司


def _cells(text: str, position: int) -> list[Span]:
    """The cells of the line, which blanks keep apart where no tab does, without the blanks around them."""
    stop = text.find("\n", position)
    begin, end = text.rfind("\n", 0, position) + 1, stop if stop >= 0 else len(text)
    apart = cells_of if "\t" in text[begin:end] else words_of
    return [Span(*cell) for cell in apart(text, begin, end)]
