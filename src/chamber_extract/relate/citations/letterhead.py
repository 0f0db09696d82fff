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
    """Issuers and day under the text, where an article, or what is attached to one, is the policy itself: its title or
    number on top, at the end its issuers (those already known among them) on lines of their own and a full date on the
    next; of a letter by known issuers the date may stand alone."""
    if day := next((day for m in mentions if (day := _decreed(reading, m))), None):
        return Fields(issued=day)
    named = any(m.value.title for m in mentions)
    for m in mentions:
        if (m.value.title or not named) and (lines := _lines_of(reading, m)):
            top, heading, last = lines
            bodies, day = _foot(reading, heading + 1, last, known=bool(issuing))
            signed = _organs(reading, bodies)
            if day and not bodies:
                return Fields(issued=day)
            if signed and issuing <= full_names(signed):
                head = _organs(
                    reading, _trailing(reading, reading.segments.paragraphs[max(top, heading - 1) : heading])
                )
                return Fields(issuers=head if set(head) > set(signed) else signed, issued=day)
    return None


def _lines_of(reading: Reading, m: Mention) -> tuple[int, int, int] | None:
    """The paragraphs of the policy that the mention heads: its first, the one of its title, and before which it ends."""
    mark = head_mark(reading.text.folded, m)
    if mark is None or (mark and not _LABEL.match(mark)):
        return None
    first, last = _article(reading, m)
    paragraphs = reading.segments.paragraphs
    heading = bisect_right(paragraphs, m.start, key=lambda p: p.start) - 1
    above = range(heading - 1, max(first, heading - _HEADING_LINES) - 1, -1)
    top = next(
        (i + 1 for i in above if _day_alone(reading, i)), first
    )  # under the letter that it is attached to
    if heading - top > _HEADING_LINES or "。" in reading.text.folded[paragraphs[top].start : m.start]:
        return None
    return top, heading, last


def writer(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """Who speaks as 我厅 or 我局 in the article: the organs that sign it."""
    first, last = _article(reading, mention)
    return _organs(reading, _foot(reading, first, last)[0])


def is_private(reading: Reading, number: Mention) -> bool:
    """Whether the number, on a line of its own on top of an article, is that of a paper by an association: its name
    opens a line above, or stands under the text."""
    paragraphs = reading.segments.paragraphs
    first, last = _article(reading, number)
    line = bisect_right(paragraphs, number.start, key=lambda p: p.start) - 1
    alone = paragraphs[line].end - paragraphs[line].start <= number.end - number.start + 2
    if not alone or not 0 < line - first <= _HEADING_LINES:
        return False
    bodies, _ = _foot(reading, line + 1, last)
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


def _foot(
    reading: Reading, first: int, last: int, *, known: bool = False
) -> tuple[tuple[Body, ...], date | None]:
    """The bodies and the day under the paragraphs, each on lines of their own: the first such lines under a letter's
    text if it is `known` who writes, whose date may then stand alone, else those at the end."""
    paragraphs, folded = reading.segments.paragraphs, reading.text.folded
    first = first if known else max(first, last - _SIGNATURE_LINES)
    addressed = written = False
    for i in range(first, last):
        if day := _day_alone(reading, i):
            bodies = _trailing(reading, paragraphs[first:i])
            if bodies and (written or not known):
                return bodies, day
            if known and addressed and written:
                return (), day
        words = folded[paragraphs[i].start : paragraphs[i].end].rstrip()
        written = written or "。" in words
        addressed = addressed or (words.endswith(":") and not written)
    return (), None


def _day_alone(reading: Reading, i: int) -> date | None:
    """The full day of which the paragraph consists."""
    line = reading.segments.paragraphs[i]
    dates = days_in(reading, line.start, line.end)
    alone = dates and dates[0].end - dates[0].start >= line.end - line.start - 2
    return full_day(reading, dates[0]) if alone else None


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
