"""What a document that is a policy itself says above its title and under its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.citations.days import days_in, full_day
from chamber_extract.relate.citations.fields import Fields, heads
from chamber_extract.segment import Span, at

_HEADING_LINES = 6  # above a title: the site's name, the way there, a red letterhead
# 市　长　　阎克俭, 商务部部长：王文涛
_OFFICER = re.compile(
    r"[\u4e00-\u9fff、() \u3000]{0,30}?(?:[省市区县州盟部署局行][ \u3000]*长|主[ \u3000]*[任席]|总[ \u3000]*理)[ \u3000:]*[\u4e00-\u9fff· \u3000]{2,14}"
)
_SIGNATURE_LINES = 12  # below it: annexes, recipients of copies, the site's footer


def signature(reading: Reading, mentions: Sequence[Mention], issuing: frozenset[str]) -> Fields | None:
    """Issuers and day under the text, where the article is the policy itself: its title on top, at the end
    its issuers (those already known, if any are) on a line of their own and a full date on the next."""
    if day := next((day for m in mentions if (day := _decreed(reading, m))), None):
        return Fields(issued=day)
    title = next((m for m in mentions if m.value.title), None)
    if title is None or not heads(reading.text.folded, title):
        return None
    first, last = _article(reading, title)
    paragraphs = reading.segments.paragraphs
    heading = bisect_right(paragraphs, title.start, key=lambda p: p.start) - 1
    if heading - first > _HEADING_LINES or "。" in reading.text.folded[paragraphs[first].start : title.start]:
        return None
    signed = _signed(reading, max(heading + 1, last - _SIGNATURE_LINES), last, issuing)
    head = _signers(reading, paragraphs[max(first, heading - 1) : heading], frozenset())
    return replace(signed, issuers=head) if signed and set(head) > set(signed.issuers) else signed


def writer(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """Who speaks as 我厅 or 我局 in the article: the organs that sign it."""
    first, last = _article(reading, mention)
    signed = _signed(reading, max(first, last - _SIGNATURE_LINES), last, frozenset())
    return signed.issuers if signed else ()


def _article(reading: Reading, mention: Mention) -> tuple[int, int]:
    """The paragraphs of the article that holds the mention, from the first to before the last index."""
    section = at(reading.segments.sections, mention.start)
    start, end = (section.start, section.end) if section else (0, len(reading.text.clean))
    a, b = (bisect_left(reading.segments.paragraphs, i, key=lambda p: p.start) for i in (start, end))
    return a, b


def _signed(reading: Reading, first: int, last: int, issuing: frozenset[str]) -> Fields | None:
    """The organs and the day under the paragraphs, each on lines of their own."""
    foot = reading.segments.paragraphs[first:last]
    for i, line in enumerate(foot[1:], 1):
        dates = days_in(reading, line.start, line.end)
        alone = dates and dates[0].end - dates[0].start >= line.end - line.start - 2
        day = full_day(reading, dates[0]) if alone else None
        if day and (signers := _signers(reading, foot[:i], issuing)):
            return Fields(issuers=signers, issued=day)
    return None


def _decreed(reading: Reading, number: Mention) -> date | None:
    """The day under a decree in whose letterhead the number stands: below the line of the officer who signs it."""
    if not number.value.number or "\n" not in reading.text.folded[number.start : number.end]:
        return None
    paragraphs = reading.segments.paragraphs
    first = bisect_left(paragraphs, number.end, key=lambda p: p.start)
    for officer, day in pairwise(paragraphs[first : first + _SIGNATURE_LINES]):
        dates = days_in(reading, day.start, day.end)
        if dates and _OFFICER.fullmatch(reading.text.folded, officer.start, officer.end):
            return full_day(reading, dates[0])
    return None


def _signers(reading: Reading, lines: Sequence[Span], issuing: frozenset[str]) -> tuple[str, ...]:
    """The organs of state of which the last of the lines consist; empty where there are none, or not the issuers known."""
    folded, clean = reading.text.folded, reading.text.clean
    signed: list[issuers.Body] = []
    for line in reversed(lines):
        bodies = issuers.ending_at(folded, line.end, line.start)
        if not bodies or bodies[0].start != line.start or any(b.standing == "private" for b in bodies):
            break
        signed = [*bodies, *signed]
    if issuing and issuing != {issuers.full_name(folded[b.start : b.end]) for b in signed}:
        return ()
    return tuple(clean[b.start : b.end] for b in signed)
