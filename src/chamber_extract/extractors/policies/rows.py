"""Titles of policies without marks in the cells of a table under 政策名称, and standards under 标准编号 and 标准名称."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.issue import Issue
from chamber_extract.extractors.policies.names import LIST_MARK, PolicyName
from chamber_extract.extractors.policies.parts import ASIDE, TITLE
from chamber_extract.extractors.policies.titles import ENOUGH, Surroundings, weigh
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.mention import Mention
from chamber_extract.normalize import document_numbers
from chamber_extract.segment import Segments, Span
from chamber_extract.segment.cells import tables_of_cells

_MARK = re.compile(LIST_MARK)
# Of the heads of two columns: what stands below is a standard.
_STANDARDS = re.compile(
    r"(?:(?:现行|国家|行业)?标准)?(?:(?P<code>(?:编|代|文)号|(?<=标准)号)|(?P<name>(?:中文)?名称))"
)
# Of a column's head: what stands below it is the title of a policy.
_COLUMN = re.compile(
    r"(?:政策|文件|法规|法律|惠企政策|制度)(?:文件|法规|条款)?(?:名称|标题|题名)(?:及文号)?|(?:政策|法规)文件|文件名|(?:政策|文件)依据"
)


def in_rows(context: Context, segments: Segments) -> Iterator[Mention]:
    """The titles in cells whose columns say so by their heads."""
    folded = context.text.folded
    for rows in tables_of_cells(context.text, segments):
        columns: set[int] = set()
        standards: tuple[int, int] | None = None
        for row in rows:
            if heads := {c for c, s in row.items() if _COLUMN.fullmatch(folded, s.start, s.end)}:
                columns = heads
                continue
            heads = {
                m.lastgroup: c for c, s in row.items() if (m := _STANDARDS.fullmatch(folded, s.start, s.end))
            }
            if len(heads) == 2:
                standards = heads["code"], heads["name"]
                continue
            if standards and set(standards) <= row.keys():
                yield from _standard(context, *(row[c] for c in standards))
            for column in columns & row.keys():
                yield from _title(context, row[column])


def _standard(context: Context, code: Span, name: Span) -> Iterator[Mention]:
    """A standard's code and what it is called."""
    number = document_numbers.standard(context.text.folded, code.start, code.end)
    if number:
        yield Mention("policy", code.start, code.end, PolicyName(number=number, kind="standard"), "series")
        yield titled(context.text, name.start, name.end, "cell-title", Issue())


def _title(context: Context, cell: Span) -> Iterator[Mention]:
    folded = context.text.folded
    lead = _MARK.match(folded, cell.start, cell.end)
    start = lead.end() if lead else cell.start
    title = ASIDE.sub("", folded[start : cell.end])
    if "《" in title[:1] or not TITLE.fullmatch(title) or instrument(title) is None:
        return
    if weigh(title, Surroundings("", "", labelled=True), ()) > ENOUGH:
        yield titled(context.text, start, start + len(title), "cell-title", Issue())
