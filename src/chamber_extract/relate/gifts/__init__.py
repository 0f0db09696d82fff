"""Gifts: which figures were given, by whom and to whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts import days as gift_days
from chamber_extract.relate.gifts import double_counting
from chamber_extract.relate.gifts.context import COMMERCE
from chamber_extract.relate.gifts.drafts import COLUMNS, Draft
from chamber_extract.relate.gifts.lots import is_torn
from chamber_extract.relate.gifts.mood import is_supposed
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.parties.wording import Party, party
from chamber_extract.relate.gifts.prose import sentences
from chamber_extract.relate.gifts.prose.likely import tells_of_giving
from chamber_extract.relate.gifts.setting import State, about_giving, settings
from chamber_extract.relate.gifts.tables import rows as tables
from chamber_extract.relate.gifts.view import FIGURE, View, look
from chamber_extract.relate.gifts.writing import write
from chamber_extract.segment import Span, at

ENTRY = 80  # characters; an entry in a list of givers is a line, not a paragraph


def resolve(reading: Reading, chambers: Chambers) -> list[Gift]:
    """The gifts of one document, in order of position."""
    view = look(reading, chambers)
    names = PartyNames(reading, chambers, view)
    gifts = write(reading, view, names, _drafts(reading, chambers, view))
    double_counting.link(reading, gifts)
    return gifts


def _drafts(reading: Reading, chambers: Chambers, view: View) -> list[Draft]:
    """What was given by the rows and clauses of one document."""
    found, read = tables.rows(reading, view, chambers)
    figures = [m for m in view.figures if not at(read, m.start)]
    state, previous, about = State(), None, about_giving(reading)
    listed = False
    for paragraph in _paragraphs_with(reading, figures, read):
        # 会员企业连夜送来, and the goods on the next lines; 捐赠情况如下：, and the givers
        entry = state.listing and paragraph.end - paragraph.start <= ENTRY
        counting = entry or (state.act is not None and (state.itemized or not state.group))
        if previous is None or not _runs_on(reading, _past(read, previous), paragraph, counting):
            state = State(topic=_heads_entry(view, previous, paragraph), given=state.given)
        numbered = _NUMBERED.match(view.text, paragraph.start, min(paragraph.end, paragraph.start + ENTRY))
        listed = listed or at(read, paragraph.start - 2) is not None
        if numbered and listed and _names_thing(reading, numbered):
            state.list_givers(paragraph.start)
        told = len(found)
        for setting in settings(reading, view, about, paragraph, figures):
            if not is_supposed(reading.text.folded, paragraph, setting.sentence):
                found.extend(sentences.read(setting, state))
        listed = numbered is not None and (listed or len(found) > told)
        previous = paragraph
    whole = [d for d in found if not _is_torn(reading, d)]
    if not tells_of_giving(view, (d.lot for d in whole)):
        whole = [d for d in whole if d.rule in COLUMNS]
    gift_days.date(reading, view, whole)
    return whole


# 3.钢铁商会：蔬菜12吨, an entry after 1.福建商会：捐款52万元。
_NUMBERED = re.compile(
    r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])\s*[^，。；：:\n]{2,40}[:：](?=\S)"
    rf"(?P<what>[^，。；：:\n{FIGURE}]{{0,12}}{FIGURE})?"
)


def _names_thing(reading: Reading, entry: re.Match[str]) -> bool:
    """Whether what opens an entry behind its giver is money or goods, not 会费收入12万元."""
    words = reading.text.folded[slice(*entry.span("what"))][:-1]
    named = entry["what"] is not None and (not words or head_kind(words) is not None)
    return named and not COMMERCE.search(entry[0][: -len(entry["what"])])  # 三、结余：132万元


def _is_torn(reading: Reading, draft: Draft) -> bool:
    """Whether a measure of a lot is only a part of a number."""
    measures = (draft.lot.money, draft.lot.count)
    return draft.rule not in COLUMNS and any(m and is_torn(reading.text.folded, m) for m in measures)


def _paragraphs_with(reading: Reading, figures: list[Mention], read: tuple[Span, ...]) -> list[Span]:
    """The paragraphs that hold a figure, and those just before them, beyond the lines of a list that are read."""
    paragraphs = reading.segments.paragraphs
    wanted = set()
    for i in {bisect_left(paragraphs, m.start + 1, key=lambda p: p.start) - 1 for m in figures}:
        before = i - 1
        while before >= 0 and at(read, paragraphs[before].start):
            before -= 1
        wanted |= {before, i}
    return [paragraphs[i] for i in sorted(wanted) if i >= 0]


def _heads_entry(view: View, before: Span | None, after: Span) -> Party | None:
    """The one whose name is all of the line just before, and so heads what the next line tells: ■ 雅安市浙江商会."""
    if before is None or after.start - before.end > APART or before.end - before.start > ENTRY:
        return None
    found = party(view.text, before.start, before.end)
    if not found or found.plural:
        return None
    around = view.text[before.start : found.start] + view.text[found.end : before.end]
    return found if _MARKS.fullmatch(around) else None


APART = 2  # characters between a line and the one that it heads
_MARKS = re.compile(r"[\W\d_一二三四五六七八九十]*")


def _past(lines: tuple[Span, ...], before: Span) -> Span:
    """The last of the lines of a list that follow a paragraph: they are read by themselves."""
    for line in lines[bisect_left(lines, before.end, key=lambda p: p.start) :]:
        if line.start - before.end > 1:
            break
        before = line
    return before


def _runs_on(reading: Reading, before: Span, after: Span, counting: bool) -> bool:
    """Whether a paragraph goes on in the next: one line feed between them and no full stop."""
    segments = reading.segments
    if after.start - before.end > 1 or at(segments.tables, before.start):
        return False
    if not counting and (at(segments.headings, before.start) or at(segments.headings, after.start)):
        return False
    return counting or reading.text.folded[before.end - 1] not in "。！？!?；;"
