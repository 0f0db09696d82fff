"""What a document that is a policy itself says above its title and under its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from chamber_extract.extractors.policies.names import TITLE_LABEL
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.citations.days import days_in, full_day
from chamber_extract.relate.citations.fields import Fields, full_names, head_mark
from chamber_extract.segment import Span, at

_HEADING_LINES = 6  # above a title: the site's name, the way there, a red letterhead
_LABEL = re.compile(TITLE_LABEL)
# 市　长　　阎克俭, 商务部部长：王文涛
_OFFICER = re.compile(
    r"[\u4e00-\u9fff、() \u3000]{0,30}?(?:[省市区县州盟部署局行][ \u3000]*长|主[ \u3000]*[任席]|总[ \u3000]*理)[ \u3000:]*[\u4e00-\u9fff· \u3000]{2,14}"
)
_SIGNATURE_LINES = 12  # below it: annexes, recipients of copies, the site's footer


def signature(reading: Reading, mentions: Sequence[Mention], issuing: frozenset[str]) -> Fields | None:
    """Issuers and day under the text, where the article is the policy itself: its title on top, at the end
    its issuers (those already known among them) on lines of their own and a full date on the next."""
    if day := next((day for m in mentions if (day := _decreed(reading, m))), None):
        return Fields(issued=day)
    title = next((m for m in mentions if m.value.title), None)
    mark = head_mark(reading.text.folded, title) if title else None
    if title is None or mark is None or (mark and not _LABEL.match(mark)):
        return None
    first, last = _article(reading, title)
    paragraphs = reading.segments.paragraphs
    heading = bisect_right(paragraphs, title.start, key=lambda p: p.start) - 1
    if heading - first > _HEADING_LINES or "。" in reading.text.folded[paragraphs[first].start : title.start]:
        return None
    bodies, day = _foot(reading, max(heading + 1, last - _SIGNATURE_LINES), last)
    signed = _organs(reading, bodies)
    if not signed or not issuing <= full_names(signed):
        return None
    head = _organs(reading, _trailing(reading, paragraphs[max(first, heading - 1) : heading]))
    return Fields(issuers=head if set(head) > set(signed) else signed, issued=day)


def writer(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """Who speaks as 我厅 or 我局 in the article: the organs that sign it."""
    first, last = _article(reading, mention)
    return _organs(reading, _foot(reading, max(first, last - _SIGNATURE_LINES), last)[0])


def is_private(reading: Reading, number: Mention) -> bool:
    """Whether the number, on a line of its own on top of an article, is that of a paper by an association: its name
    opens a line above, or stands under the text."""
    paragraphs = reading.segments.paragraphs
    first, last = _article(reading, number)
    line = bisect_right(paragraphs, number.start, key=lambda p: p.start) - 1
    alone = paragraphs[line].end - paragraphs[line].start <= number.end - number.start + 2
    if not alone or not 0 < line - first <= _HEADING_LINES:
        return False
    bodies, _ = _foot(reading, max(line + 1, last - _SIGNATURE_LINES), last)
    above = reading.within("chamber", paragraphs[first].start, number.start)
    titled = {m.start for m in reading.within("policy", paragraphs[first].start, number.start)}
    opens = {p.start for p in paragraphs[first:line]} - titled
    return any(m.start in opens and m.value.form != "bare" and "工商" not in m.value.key for m in above) or (
        bool(bodies) and all(b.standing == "private" for b in bodies)
    )


def _article(reading: Reading, mention: Mention) -> tuple[int, int]:
    """The paragraphs of the article that holds the mention, from the first to before the last index."""
    section = at(reading.segments.sections, mention.start)
    start, end = (section.start, section.end) if section else (0, len(reading.text.clean))
    a, b = (bisect_left(reading.segments.paragraphs, i, key=lambda p: p.start) for i in (start, end))
    return a, b


def _foot(reading: Reading, first: int, last: int) -> tuple[tuple[Body, ...], date | None]:
    """The bodies and the day under the paragraphs, each on lines of their own."""
    foot = reading.segments.paragraphs[first:last]
    for i, line in enumerate(foot[1:], 1):
        dates = days_in(reading, line.start, line.end)
        alone = dates and dates[0].end - dates[0].start >= line.end - line.start - 2
        day = full_day(reading, dates[0]) if alone else None
        if day and (bodies := _trailing(reading, foot[:i])):
            return bodies, day
    return (), None


def _trailing(reading: Reading, lines: Sequence[Span]) -> tuple[Body, ...]:
    """The bodies of which the last of the lines consist."""
    found: list[Body] = []
    for line in reversed(lines):
        bodies = issuers.ending_at(reading.text.folded, line.end, line.start)
        if not bodies or bodies[0].start != line.start:
            break
        found = [*bodies, *found]
    return tuple(found)


def _organs(reading: Reading, bodies: Sequence[Body]) -> tuple[str, ...]:
    """The bodies' names as written; none where an association or a company is among them."""
    if any(b.standing == "private" for b in bodies):
        return ()
    return tuple(reading.text.clean[b.start : b.end] for b in bodies)


def _decreed(reading: Reading, number: Mention) -> date | None:
    """The day under a decree in whose letterhead the number stands: below the line of the officer who signs it."""
    if not number.value.number:
        return None
    paragraphs = reading.segments.paragraphs
    first = bisect_left(paragraphs, number.end, key=lambda p: p.start)
    line = paragraphs[first - 1]
    if line.start < number.start or line.end > number.end:
        return None
    for officer, day in pairwise(paragraphs[first : first + _SIGNATURE_LINES]):
        dates = days_in(reading, day.start, day.end)
        if dates and _OFFICER.fullmatch(reading.text.folded, officer.start, officer.end):
            return full_day(reading, dates[0])
    return None
