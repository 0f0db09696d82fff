"""Gifts: which figures were given, by whom and to whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from chamber_extract.mention import Mention, Reading
from chamber_extract.relate import double_counting, rolls, sentences, tables
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import is_torn, look
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts import Draft, write
from chamber_extract.relate.setting import State, settings
from chamber_extract.segment import Span, at

ENTRY = 80  # characters; an entry in a list of givers is a line, not a paragraph


def resolve(reading: Reading, chambers: Chambers) -> list[Gift]:
    """The gifts of one document, in order of position."""
    view = look(reading, chambers)
    drafts, read = tables.rows(reading, view, chambers)
    entries, lines = rolls.rolls(reading, view, read)
    drafts += entries
    figures = [m for m in view.figures if not at(read, m.start) and not at(lines, m.start)]
    state, previous = State(), None
    for paragraph in _paragraphs_with(reading, figures):
        # 会员企业连夜送来, and the goods on the next lines; 捐赠情况如下：, and the givers
        entry = state.listing and paragraph.end - paragraph.start <= ENTRY
        counting = entry or (state.act is not None and (state.itemized or not state.group))
        if previous is None or not _runs_on(reading, previous, paragraph, counting):
            state = State()
        for setting in settings(reading, view, paragraph, figures):
            if not _is_supposed(reading.text.folded, paragraph, setting.sentence):
                drafts.extend(sentences.read(setting, state))
        previous = paragraph
    whole = [d for d in drafts if not _is_torn(reading, d)]
    gifts = write(reading, chambers, view, whole)
    double_counting.link(reading, gifts)
    return gifts


_COLUMNS = frozenset({"table-row", "table-cell", "list-line", "roll"})  # where blanks part figures


def _is_torn(reading: Reading, draft: Draft) -> bool:
    """Whether a measure of a lot is only a part of a number."""
    measures = (draft.lot.money, draft.lot.count)
    return draft.rule not in _COLUMNS and any(m and is_torn(reading.text.folded, m) for m in measures)


# What explains a law by a case: 假设某企业捐赠100万元, 例：甲公司捐款20万元.
_SUPPOSED = re.compile(
    r"假[设定如若](?!的)|倘若|举例(?:来说|说明)?|(?:例如|比如|譬如)[，:]?(?=.{0,12}(?:某|[甲乙丙丁A-D](?:企业|公司|商会|单位)))"
)
_SOMEONE = re.compile(
    r"某(?:[一-鿿]{0,6})(?:企业|公司|单位|纳税人|居民|商会|协会|人)|[甲乙丙丁A-D](?:企业|公司|商会|先生|某)"
)
_TAXED = re.compile(r"扣除|应纳税|所得额|利润总额|税前|第[一二三四五六七八九十百\d]+条|处以|罚款")
_CASE = re.compile(r"[【\[(（]?\s?(?:案例|示例|例\s?[\d一二三]?)\s?[\d一二三]?\s?[】\])）]?[:：、]")


def _is_supposed(folded: str, paragraph: Span, sentence: Span) -> bool:
    """Whether a sentence supposes a gift to explain a rule, and reports none."""
    words = folded[sentence.start : sentence.end]
    if _SUPPOSED.search(words) or _CASE.match(folded, paragraph.start, paragraph.end):
        return True
    said = folded[paragraph.start : paragraph.end]
    return _SOMEONE.search(words) is not None and _TAXED.search(said) is not None


def _paragraphs_with(reading: Reading, figures: list[Mention]) -> list[Span]:
    """The paragraphs that hold a figure, and those just before them."""
    paragraphs = reading.segments.paragraphs
    wanted = set()
    for m in figures:
        i = bisect_left(paragraphs, m.start + 1, key=lambda p: p.start) - 1
        wanted |= {i - 1, i}
    return [paragraphs[i] for i in sorted(wanted) if i >= 0]


def _runs_on(reading: Reading, before: Span, after: Span, counting: bool) -> bool:
    """Whether a paragraph goes on in the next: one line feed between them and no full stop."""
    segments = reading.segments
    if after.start - before.end > 1 or at(segments.tables, before.start):
        return False
    if not counting and (at(segments.headings, before.start) or at(segments.headings, after.start)):
        return False
    return counting or reading.text.folded[before.end - 1] not in "。！？!?；;"
