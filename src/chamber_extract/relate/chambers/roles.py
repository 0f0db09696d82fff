"""Offices that chambers hold in other bodies: 轮值主席单位, 副会长单位, 理事单位, 成员单位."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from chamber_extract.mention import Reading
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span, at

Places = list[tuple[Span, ChamberEntity]]

_OFFICE = (
    r"(?:轮值|执行|名誉|常务)?(?:副?(?:主席|会长|理事长)|常务理事|理事|监事|成员|会员|发起)单位|轮值主席"
)
# 中资企业（新加坡）协会担任首届轮值主席; 埃及中国商会等57家商（协）会为首批成员单位
_HOLDS = re.compile(
    rf"(?:等)?(?:\d+家)?(?:境外)?(?:中资企业)?(?:商\(协\)会|商会|协会|商协会)?"
    rf"(?:担任|出任|当选为?|获选为?|成为|为|是|系|任)(?:首届|首任|首批|新一届|本届|第\w{{1,3}}届)?({_OFFICE})"
)
# 首任轮值主席单位为中资企业（新加坡）协会; 理事单位：甲、乙
_HELD_BY = re.compile(rf"({_OFFICE})(?:名单)?(?:为|是|包括|有|:)$")
# What stands between the members of one list.
_AND = re.compile(r"(?:、|,|，|和|及|以及|与|\s)*")
_ROLL = re.compile(r"(成员|会员|理事|副会长|副主席|会长|发起)(?:单位)?名单")


def hold(reading: Reading, places: Places) -> None:
    """Add to each chamber the offices it holds, with the body where the text names it."""
    folded = reading.text.folded
    for run in _lists(folded, places):
        first, last = run[0][0], run[-1][0]
        held = _HOLDS.match(folded, last.end)
        title = held[1] if held else None
        if title is None:
            before = _HELD_BY.search(folded, max(0, first.start - 16), first.start)
            title = before[1] if before else None
        if title:
            _give(run, title, _body(reading, places, run))
    _rolls(reading, places)


def _lists(folded: str, places: Places) -> Iterator[Places]:
    """Runs of chambers with nothing but 、 and 和 between them; a chamber alone is a run too."""
    run: Places = []
    for span, entity in places:
        if run and not _AND.fullmatch(folded, run[-1][0].end, span.start):
            yield run
            run = []
        run.append((span, entity))
    if run:
        yield run


def _give(run: Places, title: str, body: ChamberEntity | None) -> None:
    for _, entity in run:
        if entity is not body and (title, body.name if body else None) not in entity.roles:
            entity.roles.append((title, body.name if body else None))


def _body(reading: Reading, places: Places, run: Places) -> ChamberEntity | None:
    """The alliance named last before the list in its section, else the only one there."""
    section = at(reading.segments.sections, run[0][0].start)
    own = {id(entity) for _, entity in run}
    there = [
        (span, entity)
        for span, entity in places
        if entity.type == "alliance"
        and id(entity) not in own
        and at(reading.segments.sections, span.start) == section
    ]
    before = [p for p in there if p[0].end <= run[0][0].start]
    return before[-1][1] if before else (there[0][1] if there else None)


def _rolls(reading: Reading, places: Places) -> None:
    """A heading 甲联席会议成员名单 and the rows of names under it."""
    folded, paragraphs = reading.text.folded, reading.segments.paragraphs
    starts = [span.start for span, _ in places]
    for m in _ROLL.finditer(folded):
        here = at(paragraphs, m.start())
        named = [e for s, e in places if here and here.start <= s.start and s.end <= m.start()]
        if here is None or not named:
            continue
        i = bisect_left([p.start for p in paragraphs], here.start) + 1
        while i < len(paragraphs):
            row = places[bisect_left(starts, paragraphs[i].start) : bisect_left(starts, paragraphs[i].end)]
            cells = re.sub(r"[\s、,，]", "", folded[paragraphs[i].start : paragraphs[i].end])
            if not row or sum(s.end - s.start for s, _ in row) < len(cells):
                break
            _give(row, m[1] + "单位", named[-1])
            i += 1
