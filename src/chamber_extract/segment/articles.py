"""The articles inside a document: a newsletter's, a newspaper page's, a collection's.

An article is a headline with a text of its own. A reader tells it from a part of an article by what is printed about
it: a contents page that names it; a date line, byline, source line or deck (——…) under the headline; the opening of a
news item (【本报讯】); a heading mark of the first level; the paper and its day, above it or at its end (`own`). Parts
of one make, of which most show it and two in the same way, are all articles. In a newsletter and in a digest, which say
what they are, the headlines stand alike and need no more (`newsletter`, `newspaper`). Any other line is a headline where
that is likely (`likely`). News in brief under one name (短讯) are one article. None are the parts of a list, whose
headlines are its keys (`keys`), the subheads and boxes of an article, and what a site offers below its own. A document
that shows one article only has no sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise, takewhile

from chamber_extract.segment import masthead, newsletter
from chamber_extract.segment.appeared import day_beside, full_day
from chamber_extract.segment.contents import Contents, contents
from chamber_extract.segment.headlines import (
    cut,
    doubled,
    headline,
    is_department,
    names_briefs,
    subtitle,
    unmarked,
)
from chamber_extract.segment.keys import are_keys
from chamber_extract.segment.kinds import ABOUT, OFFERED
from chamber_extract.segment.likely import ENOUGH, likelihoods, tells_of_doing
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.newspaper import page_head
from chamber_extract.segment.own import BODY, names_source, shown, signs, with_ends
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import published, sent_before, told_today
from chamber_extract.segment.publisher import article_source, as_written
from chamber_extract.segment.roles import headline_lines, over
from chamber_extract.segment.spans import Section
from chamber_extract.segment.starts import headed
from chamber_extract.text import Text

_REPORT = re.compile("关于.*(?:报告|汇报|请示|建议|函|意见|通知|情况|方案)$")
_SOME_NEWS = (
    3  # texts: two may be parts of one, and so many news that none of them but one is told by its headline
)
_MONTH = timedelta(days=31)
_FOREWORD = re.compile(r"[【\[(]?(?:编者按|编者的话|编前话?|编辑按|小编按)")


def articles(text: Text, parts: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The articles in order, none where the document is a single one."""
    page = page_head(parts)
    if page:
        parts = page.off(parts)
    starts = _articles(text, parts, on_page=page is not None)
    ranges = list(_ranges(parts, starts))
    head = parts[: starts[0].first] if starts else []
    issue = page.day if page else masthead.latest(head)
    sections = [_section(text, parts, start, end, issue) for start, end in ranges]
    if month := masthead.latest(head, _MONTH):
        sections = [
            replace(s, published=s.published or sent_before(parts[start.last : end], month))
            for s, (start, end) in zip(sections, ranges, strict=True)
        ]
    if page and not all(newsletter.is_counted(parts[s.first]) for s in starts):  # a digest's news are counted
        # What a page takes from another paper may say when that brought it.
        paper = as_written(text, *page.paper) if page.paper else None
        day_of = (s.published if s.outlet and s.published else page.day for s in sections)
        return tuple(
            replace(s, published=day, outlet=s.outlet or paper)
            for s, day in zip(sections, day_of, strict=True)
        )
    dated = {s.published for s in sections if s.published}
    return tuple(
        replace(s, published=told_today(parts[start.last : end], dated))
        if s.outlet and not s.published
        else s
        for s, (start, end) in zip(sections, ranges, strict=True)
    )


def _articles(text: Text, parts: Sequence[Paragraph], *, on_page: bool) -> list[Start]:
    """Where the articles begin, if there are two or more."""
    listed = contents(text, parts)
    named = masthead.named_at(parts)
    head = named or masthead.collection_at(parts) or 0
    starts = [s for s in headed(parts, listed) if s.first >= head]
    briefs = [s for s in _briefs(parts) if not (listed.headlines and s.first < listed.last)]
    fewest = 1 if on_page and briefs else 2
    items = [] if listed.headlines else _items(parts, listed, fewest, on_page=on_page)
    items = items or ([] if starts else _titled(parts))
    sourced = any(s.lines and s.first < s.lines[0] for s in starts)
    if not sourced and len(items) >= max(fewest, len(starts)):
        taken = {i for s in items for i in s.lines}
        own = [s for s in starts if parts[s.last].credit and not taken.intersection(s.lines)]
        starts = sorted([*items, *own], key=lambda s: s.first)
    starts = _with_untitled(parts, starts)
    if starts and _is_title_of_all(parts, starts[0]):
        starts = starts[1:]
    likely = _likely(parts, listed, [*starts, *briefs], on_page=on_page)
    starts = _without_parts(parts, sorted([*starts, *likely], key=lambda s: s.first))
    if starts and _is_list(parts, starts, in_paper=named is not None):
        return []
    if on_page or items or len(starts) > 1:
        taken = {
            i for s in starts for i in (s.first - 1, *s.lines)
        }  # a part of the paper is right above its first
        starts = sorted([*starts, *(s for s in briefs if s.first not in taken)], key=lambda s: s.first)
    starts = [s for s in starts if not (s.lines and OFFERED.match(parts[s.lines[0]].text))]
    offered = next((i for i, p in enumerate(parts) if not on_page and OFFERED.match(p.text)), len(parts))
    return starts if sum(s.first < offered for s in starts) > 1 else []


def _items(parts: Sequence[Paragraph], listed: Contents, fewest: int, *, on_page: bool) -> list[Start]:
    """The texts of one make in a newsletter, which says that it is one, or in a digest of marked items.

    None stands on the contents page.
    """
    named = masthead.named_at(parts)
    digest = masthead.is_digest(parts)
    beside = _is_beside if on_page else _is_boxed
    for marked, make in newsletter.makes(parts, named or masthead.collection_at(parts) or 0, fewest):
        make = [(i, end) for i, end in make if not listed.first <= i < listed.last]
        found = [s for s in (headline_lines(parts, *item) for item in make) if not beside(parts, s)]
        if not marked:
            found = _without_subheads(parts, found, _sure(parts, found))
        digested = marked and (digest or (on_page and bool(found) and found[0].first == 0))
        if (named is not None or digested) and len(found) >= fewest:
            return found
    return []


def _titled(parts: Sequence[Paragraph]) -> list[Start]:
    """The paragraphs under titles of their own in a newsletter, or that show to be articles."""
    named = masthead.named_at(parts)
    found = newsletter.titled_texts(parts, named or 0)
    sure = named is not None or 2 * len(shown(parts, found)) > len(found)
    return found if len(found) > 1 and sure else []


def _without_parts(parts: Sequence[Paragraph], found: list[Start]) -> list[Start]:
    """The headlines but those under a report or request to someone, before its day."""
    within: set[int] = set()
    addressed = False
    for i, (p, below) in enumerate(pairwise(parts)):
        if addressed:
            within.add(i)
        if p.kind == "date":
            addressed = False
        elif p.kind == "heading" and _REPORT.match(p.text) and newsletter.is_salutation(below.text):
            addressed = True
    return [s for s in found if s.first not in within]


def _sure(parts: Sequence[Paragraph], found: list[Start]) -> set[int]:
    """Where the headlines of articles stand as they or their texts show."""
    return {
        s.first
        for s, end in with_ends(parts, found)
        if any(tells_of_doing(parts[i].text) for i in s.lines) or signs(parts, s, end)
    }


def _without_subheads(parts: Sequence[Paragraph], found: list[Start], sure: set[int]) -> list[Start]:
    """The headlines but those of two or more texts that are not sure to be articles under a reporter's name, or where
    the first alone of many is."""
    kept: list[Start] = []
    if len(found) > _SOME_NEWS and sure & {s.first for s in found} == {found[0].first}:
        return found[:1]
    for own, group in groupby(found, lambda s: s.first in sure):
        plain = list(group)
        about = takewhile(lambda p: p.kind in ABOUT, parts[kept[-1].last :]) if kept else ()
        if own or len(plain) < 2 or all(p.kind != "byline" for p in about):
            kept += plain
    return kept


def _likely(
    parts: Sequence[Paragraph], listed: Contents, known: Sequence[Start], *, on_page: bool
) -> Iterator[Start]:
    """The headlines that the layout does not show, but are likely."""
    taken = {i for s in known for i in (s.first, *s.lines)}
    for s, likelihood in likelihoods(parts, listed, on_page=on_page):
        if likelihood >= ENOUGH and taken.isdisjoint(s.lines) and not _is_boxed(parts, s):
            yield headline_lines(parts, s.first, s.last)


def _is_title_of_all(parts: Sequence[Paragraph], start: Start) -> bool:
    """Whether the headline is the first, over what the editor says of the articles below."""
    said = next((p.text for p in parts[start.last :] if p.kind not in ABOUT), "")
    return bool(start.lines) and start.lines[0] == 0 and _FOREWORD.match(said) is not None


def _is_list(parts: Sequence[Paragraph], starts: Sequence[Start], *, in_paper: bool) -> bool:
    """Whether the headlines are the keys of a list; its texts greet no one, nor have they days in a newsletter."""
    letters = sum(any(newsletter.is_salutation(p.text) for p in parts[s.last : s.last + 3]) for s in starts)
    if 2 * letters > len(starts):
        return False
    about = {"source", "byline", *(["date"] if in_paper else [])}
    named = (
        parts[s.last].kind in about or names_source(parts[s.last : end])
        for s, end in with_ends(parts, starts)
        if s.last < end
    )
    heads = ("".join(_undated(unmarked(parts[i].text)) for i in s.lines) or s.listed for s in starts)
    below = ("\n".join(p.text for p in parts[s.last : s.last + 2]) for s in starts)
    above = (p.text for p in parts[: starts[0].first] if p.kind == "heading")
    return are_keys(zip(heads, below, strict=True), above, sourced=2 * sum(named) > len(starts))


def _undated(headline: str) -> str:
    said = day_beside(headline)
    return headline[: said.start] or headline[said.end :] if said else headline


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


def _is_beside(parts: Sequence[Paragraph], s: Start) -> bool:
    """Whether the lines head a photograph, the news in brief, or a box that goes with the article above."""
    name = parts[s.lines[-1]].text
    return _is_boxed(parts, s) or is_department(name) or names_briefs(name)


def _is_boxed(parts: Sequence[Paragraph], s: Start) -> bool:
    """Whether the line above says that what follows goes with the article: ■相关链接."""
    return s.first > 0 and OFFERED.match(parts[s.first - 1].text.lstrip("■□●◆▲【[ ")) is not None


def _briefs(parts: Sequence[Paragraph]) -> list[Start]:
    """The news in brief under one name for all: 短讯, and below it news without headlines of their own."""
    return [
        Start(i, i + 1, (i,))
        for i, p in enumerate(parts)
        if names_briefs("".join(p.text.split()))
        and i + 2 < len(parts)
        and {q.kind for q in parts[i + 1 : i + 3]} <= BODY
    ]


def _ranges(parts: Sequence[Paragraph], starts: Sequence[Start]) -> Iterable[tuple[Start, int]]:
    """Each article with the lines above it that give its paper or day, and where it ends: before what stands over the next."""
    floors = [0, *(s.last + 1 for s in starts)]
    tops = [over(parts, s.first, floor) for s, floor in zip(starts, floors, strict=False)]
    for start, top, end in zip(starts, tops, [*tops[1:], len(parts)], strict=False):
        while end - 1 > start.last and (
            parts[end - 1].kind in ("label", "line")
            or (parts[end - 1].kind == "heading" and is_department(parts[end - 1].text))
        ):
            end -= 1
        credits = (i for i in range(top, start.first) if parts[i].kind in ("source", "date"))
        yield replace(start, first=next(credits, start.first)), end


def _section(text: Text, parts: Sequence[Paragraph], start: Start, end: int, issue: date | None) -> Section:
    lines, body = [parts[i] for i in start.lines], parts[start.last : end]
    said = headline(text, lines) if lines else cut(start.listed)
    above = parts[start.first : start.lines[0]] if lines else []
    day = said.appeared.on(issue) if said.appeared else None
    day = day or next(filter(None, (full_day(p.text, issue) for p in above)), None)
    title = said.title or ""
    if start.listed.split() != title.split() and "".join(start.listed.split()) == "".join(title.split()):
        title = min(title, start.listed, key=len)  # the same words: the fewer spaces are no break of a line
    if lines and body and not start.listed:
        title += subtitle(body[0], text.clean[body[0].start : body[0].end])
    outlet = said.outlet or article_source(text, above or body)
    day = day or published(body, "".join(p.text for p in lines), issue)
    return Section(parts[start.first].start, parts[end - 1].end, title, outlet, day)
