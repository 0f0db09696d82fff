"""The articles inside a document: a newsletter's, a newspaper page's, a collection's.

An article shows by its headline and one of these: a contents page that names it; a date line,
byline or source line under it, or the paper and its day above it or at its end; the opening of a news item (【本报讯】); a deck (——…); a heading mark
of the first level. A newsletter's items show by their make (see `newsletter`). A document that shows
one article only has no sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from chamber_extract.normalize.script import fold
from chamber_extract.segment import newsletter
from chamber_extract.segment.appeared import appeared, appeared_at_end, day_behind
from chamber_extract.segment.contents import Contents, contents
from chamber_extract.segment.cuttings import Start, closed_by_source, under_source
from chamber_extract.segment.headlines import cut, doubled, headline, is_department
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import closing_day, page_day, published, told_today
from chamber_extract.segment.publisher import article_source
from chamber_extract.segment.spans import Section
from chamber_extract.text import Text

_HEADINGS = frozenset({"heading", "line"})
_BODY = frozenset({"prose", "item", "row"})
_ISSUE = re.compile(r"第\s?[\d一二三四五六七八九十]{1,4}\s?[期号辑]|\d{4}年第\d季度")
_SIGNATURE = re.compile(r"(?:会|局|厅|部|委|社|府|馆|院|处|办公室|公司|中心|小组|秘书长|会长)$")
_DOER = re.compile(r"[会联社局厅委府馆院]|公司|集团|企业|[侨华]商")
_SOME_LENGTH = 20  # characters: salutations and remarks are shorter
_SHORTEST = 5  # characters of a headline: shorter lines are names and labels
_PAGE_BREAK = 4  # line feeds: three blank lines, where paragraphs have one


def articles(text: Text, parts: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The articles in order, none where the document is a single one."""
    listed = contents(text, parts)
    starts = _starts(parts, listed)
    items = [] if listed.headlines else newsletter.items(parts)
    if len(items) >= max(2, len(starts)):
        starts = [
            Start(i.at, i.at, (), i.title) if i.title else Start(i.at, i.at + 1, (i.at,)) for i in items
        ]
    starts = under_source(parts) or (starts if len(starts) > 1 else closed_by_source(parts) or starts)
    starts = _with_untitled(parts, _with_foreword(parts, listed, starts))
    if not starts and page_day(list(takewhile(lambda p: p.kind not in _HEADINGS, parts))):
        starts = _briefs(parts)
    if len(starts) < 2:
        return ()
    starts = _with_lists(parts, starts)
    starts = _with_profile(parts, starts)
    ranges = list(_ranges(parts, starts))
    above = parts[: starts[0].first]
    issue = newsletter.latest(above)
    sections = [_section(text, parts, a, b, issue) for a, b in ranges]
    dated = {s.published for s in sections if s.published}
    for i, (start, end) in enumerate(ranges):
        if sections[i].outlet and not sections[i].published:
            sections[i] = replace(sections[i], published=told_today(parts[start.last : end], dated))
    for i, (start, end) in enumerate(ranges):
        if issue and not sections[i].published:
            sections[i] = replace(sections[i], published=closing_day(parts[start.last : end], issue))
    if items and any(s.published for s in sections):
        return tuple(sections)  # an issue that tells the days of some items leaves those of others open
    issued = newsletter.issued(above) if items else page_day(above)
    return tuple(replace(s, published=s.published or issued) for s in sections)


def _starts(parts: Sequence[Paragraph], listed: Contents) -> list[Start]:
    found = [Start(a, b, tuple(range(a, b)), title) for a, b, title in listed.headlines]
    taken = {i for s in found for i in range(s.first, s.last)}
    top = _top_level(parts)
    i = 0
    while i < len(parts):
        if parts[i].kind not in _HEADINGS or listed.first <= i < listed.last:
            i += 1
            continue
        end = i
        while (
            end < len(parts)
            and parts[end].kind in _HEADINGS
            and (end == i or parts[end].level != top or not top)
        ):
            end += 1
        if not taken.intersection(range(i, end)):
            if top and parts[i].level == top and end < len(parts):
                found.append(Start(i, i + 1, (i,)))
            elif (
                _evident(parts, end)
                or (appeared_at_end(parts[end - 1].text) and _has_text(parts, end))
                or (_has_text(parts, end) and _divided(parts, i, end, first=not found))
            ):
                start = _headline_lines(parts, i, end)
                if sum(len(parts[j].text) for j in start.lines) >= _SHORTEST:
                    found.append(start)
        i = end
    return sorted(found, key=lambda s: s.first)


def _top_level(parts: Sequence[Paragraph]) -> int:
    """The highest level of marked headings if it has two of them or more, else 0."""
    levels = [p.level for p in parts if p.level]
    return min(levels) if levels and levels.count(min(levels)) > 1 and min(levels) == 1 else 0


def _evident(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether an article's text begins at `i`: lines about it and then prose, or the opening of a news item."""
    body = i
    while body < len(parts) and body < i + 5 and parts[body].kind in ABOUT | {"field", "link"}:
        body += 1
    if body >= len(parts) or parts[body].kind not in _BODY:
        return False
    if parts[i].kind == "date" and i and _SIGNATURE.search(parts[i - 1].text):
        closing = i > 1 and parts[i - 1].space == 1 and parts[i - 2].kind == "prose"
        if closing or parts[body].kind != "prose":
            return False  # who signed and when; an annex or another letter follows
    return any(parts[j].kind in ABOUT for j in range(i, body)) or parts[body].dateline is not None


def _divided(parts: Sequence[Paragraph], i: int, end: int, *, first: bool) -> bool:
    """Whether a line is drawn before the heading, or it is the first of texts so divided."""
    under = next((p.kind for p in parts[end:] if p.kind not in ABOUT | {"field"}), None)
    return parts[i].ruled or (
        first and under == "prose" and any(p.ruled and p.kind == "heading" for p in parts)
    )


def _has_text(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences of some length stand there."""
    return sum(len(p.text) for p in parts[i : i + 3] if p.kind == "prose") >= _SOME_LENGTH


def _headline_lines(parts: Sequence[Paragraph], first: int, last: int) -> Start:
    """The headline among the lines right before an article's text.

    Lines without a blank between them are one headline (kicker, headline, sub-headline); single
    lines one after another are, up to three. On a newspaper page, which has a byline or a news
    opening under the headline, a subhead or caption may stand between it and the text.
    """
    lines = [i for i in range(first, last) if not (doubled(parts[i].text) or _ISSUE.search(parts[i].text))]
    if not lines:
        return Start(last - 1, last, (last - 1,))
    blocks = [[lines[0]]]
    for i in lines[1:]:
        if parts[i].space == 1:
            blocks[-1].append(i)
        else:
            blocks.append([i])
    chosen = blocks[-1][-4:]
    if len(chosen) == 1:
        whole = [b for b in blocks if 1 < len(b) <= 4]
        if whole and (parts[last].kind == "byline" or parts[last].dateline):
            chosen = whole[-1]
        else:
            singles = list(takewhile(lambda b: len(b) == 1, reversed(blocks)))
            chosen = sorted(i for b in singles[:3] for i in b)
    if len(chosen) > 1 and chosen[0] == 0 and parts[chosen[1]].space > 1:
        chosen = chosen[1:]  # the title of the whole
    while len(chosen) > 1 and (is_department(parts[chosen[0]].text) or parts[chosen[0]].kind == "line"):
        chosen = chosen[1:]
    return Start(chosen[0], last, tuple(chosen))


def _with_foreword(parts: Sequence[Paragraph], listed: Contents, starts: list[Start]) -> list[Start]:
    """Adds the article that stands before the contents page: a heading with prose under it."""
    if not listed.headlines:
        return starts
    for i in range(listed.first - 1):
        if parts[i].kind == "heading" and parts[i + 1].kind == "prose" and len(parts[i + 1].text) > 100:
            return [Start(i, i + 1, (i,)), *starts]
    return starts


def _with_untitled(parts: Sequence[Paragraph], starts: list[Start]) -> list[Start]:
    """Adds the article that begins the page without a headline, if a headline without an article is left.

    The layout of a newspaper page can put the text of an article before its headline; what tells
    that headline apart is that it is printed twice over, for its shadow.
    """
    first = starts[0].first if starts else 0
    if not any(p.kind == "byline" or p.dateline for p in parts[: min(3, first)]):
        return starts
    for i in range(first):
        if doubled(parts[i].text):
            return [Start(0, 0, (i,)), *starts]
    return starts


def _with_lists(parts: Sequence[Paragraph], starts: list[Start]) -> list[Start]:
    """Adds lists with a page of their own: a heading after a page break, and a table under it."""
    taken = {i for s in starts for i in range(s.first, s.last)}
    found = list(starts)
    for i in range(starts[0].first, len(parts) - 1):
        p = parts[i]
        if p.kind == "heading" and i not in taken and p.space >= _PAGE_BREAK and parts[i + 1].kind == "row":
            found.append(Start(i, i + 1, (i,)))
    return sorted(found, key=lambda s: s.first)


def _briefs(parts: Sequence[Paragraph]) -> list[Start]:
    """The items of a newspaper page without bylines: headlines right above prose, each of which tells what a body did."""
    heads = [
        i
        for i in range(len(parts) - 1)
        if parts[i].kind == "heading" and parts[i].space > 1 and parts[i + 1].kind == "prose"
    ]
    if len(heads) < 2 or not all(_DOER.search(parts[i].text) for i in heads):
        return []
    return [Start(i, i + 1, (i,)) for i in heads]


def _with_profile(parts: Sequence[Paragraph], starts: list[Start]) -> list[Start]:
    """Adds the portrait of a body at the document's end: its name, and prose that begins with it."""
    for i in range(len(parts) - 2, starts[-1].last, -1):
        name, body = parts[i], parts[i + 1]
        if (
            name.kind == "heading"
            and body.kind == "prose"
            and body.text.startswith(name.text)
            and len(name.text) >= 5
        ):
            return [*starts, Start(i, i + 1, (i,))]
    return starts


def _ranges(parts: Sequence[Paragraph], starts: Sequence[Start]) -> Iterable[tuple[Start, int]]:
    for i, start in enumerate(starts):
        end = starts[i + 1].first if i + 1 < len(starts) else len(parts)
        while end - 1 > start.last and (
            parts[end - 1].kind in ("label", "line")
            or (parts[end - 1].kind == "heading" and is_department(parts[end - 1].text))
        ):
            end -= 1
        yield start, end


def _section(text: Text, parts: Sequence[Paragraph], start: Start, end: int, issue: date | None) -> Section:
    lines = [parts[i] for i in start.lines]
    said = headline(text, lines) if lines else cut(start.listed)
    above = appeared(parts[start.first].text) if lines and start.first < start.lines[0] else None
    source = said.appeared or above
    day = source.on(issue) if source else None
    day = day or published(parts[start.last : end], "".join(p.text for p in lines), issue)
    title = said.title
    if issue and not day:
        folded, day = day_behind(fold(title), issue)
        title = title[: len(folded)]
    if start.listed.split() != title.split() and "".join(start.listed.split()) == "".join(title.split()):
        title = min(title, start.listed, key=len)  # the same words: the fewer spaces are no break of a line
    about = parts[start.first : start.first + 1] if above else parts[start.last : end]
    outlet = said.outlet or article_source(text, about)
    return Section(parts[start.first].start, parts[end - 1].end, title, outlet, day)
