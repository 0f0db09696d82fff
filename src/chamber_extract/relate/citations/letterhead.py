"""What a document that is a policy itself says above its title and under its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
    section = at(reading.segments.sections, title.start)
    paragraphs = reading.segments.paragraphs
    first = bisect_left(paragraphs, section.start if section else 0, key=lambda p: p.start)
    last = bisect_left(paragraphs, section.end if section else len(reading.text.clean), key=lambda p: p.start)
    heading = bisect_right(paragraphs, title.start, key=lambda p: p.start) - 1
    if heading - first > _HEADING_LINES or "。" in reading.text.folded[paragraphs[first].start : title.start]:
        return None
    foot = paragraphs[max(heading + 1, last - _SIGNATURE_LINES) : last]
    for i, day in enumerate(foot[1:], 1):
        dates = days_in(reading, day.start, day.end)
        issued = (
            full_day(dates[0]) if dates and dates[0].end - dates[0].start >= day.end - day.start - 2 else None
        )
        if issued and (signers := _signers(reading, foot[:i], issuing)):
            head = _signers(reading, paragraphs[max(first, heading - 1) : heading], frozenset())
            return Fields(issuers=head if set(head) > set(signers) else signers, issued=issued)
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
            return full_day(dates[0])
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
