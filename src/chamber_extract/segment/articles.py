"""The articles inside a document: a newsletter's, a newspaper page's, a collection's.

An article is a headline with a text of its own. A reader tells it from a part of an article by what is printed about
it: a contents page that names it; a date line, byline, source line or deck (——…) under the headline; the opening of a
news item (【本报讯】); a heading mark of the first level; the paper and its day, above it or at its end (`own`). Parts
of one make, of which most show it and two in the same way, are all articles. In a newsletter, in a digest and on a
newspaper's page, which say what they are, the headlines stand alike and need no more (`newsletter`, `newspaper`). News
in brief under one name (短讯) are one article. None are the parts of a list, whose headlines are its keys (`keys`), the
subheads and boxes of an article, and what a site offers below its own. A document that shows one article only has no
sections.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise, takewhile

from chamber_extract.segment import newsletter
from chamber_extract.segment.appeared import appeared, appeared_at_end
from chamber_extract.segment.bylines import surnamed
from chamber_extract.segment.contents import Contents, contents
from chamber_extract.segment.headlines import cut, doubled, headline, is_department, unmarked
from chamber_extract.segment.keys import are_keys
from chamber_extract.segment.kinds import ABOUT, OFFERED
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.newspaper import page_head
from chamber_extract.segment.own import BODY, has_text, is_opened, names_source, signs
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import published, told_today
from chamber_extract.segment.publisher import article_source, as_written
from chamber_extract.segment.spans import Section
from chamber_extract.text import Text

_HEADINGS = frozenset({"heading", "line"})
_DOER = re.compile(r"[会联社局厅委府馆院校团]|[中华商厂]总|公司|集团|企业|[侨华]商")
_BRIEFS = re.compile(
    r"[\W_]*(?:[^，。]{0,6}(?:短讯|简讯|快讯|短波|简报|集锦|集纳|一束|动态|短新闻)|一句话[新要]闻|微(?:新闻|动态|资讯)|要闻摘[要录])[\W_]*"
)
_SHORTEST = 5  # characters of a headline: shorter lines are names and labels
_LONG = 100  # characters of a foreword
_PAGE_BREAK = 4  # line feeds: three blank lines, where paragraphs have one


def articles(text: Text, parts: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The articles in order, none where the document is a single one."""
    page = page_head(parts)
    if page:
        parts = page.off(parts)
    starts = _articles(text, parts, on_page=page is not None)
    ranges = list(_ranges(parts, starts))
    issue = page.day if page else newsletter.latest(parts[: starts[0].first]) if starts else None
    sections = [_section(text, parts, start, end, issue) for start, end in ranges]
    if page:
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
    starts = _starts(parts, listed)
    briefs = [s for s in _briefs(parts) if not (listed.headlines and s.first < listed.last)]
    fewest = 1 if on_page and briefs else 2
    items = [] if listed.headlines else _items(parts, fewest, on_page=on_page)
    items = items or newsletter.titled_texts(parts)
    sourced = any(s.lines and s.first < s.lines[0] for s in starts)
    starts = _with_untitled(
        parts, items if not sourced and len(items) >= max(fewest, len(starts)) else starts
    )
    if starts and _is_list(parts, starts):
        return []
    if on_page or items or len(starts) > 1:
        taken = {i for s in starts for i in s.lines}
        starts = sorted([*starts, *(s for s in briefs if s.first not in taken)], key=lambda s: s.first)
    offered = next((i for i, p in enumerate(parts) if not on_page and OFFERED.match(p.text)), len(parts))
    return starts if sum(s.first < offered for s in starts) > 1 else []


def _items(parts: Sequence[Paragraph], fewest: int, *, on_page: bool) -> list[Start]:
    """The texts of one make where they are articles: a newsletter's, a digest's, or by what they show."""
    named = newsletter.named_at(parts)
    digest = newsletter.is_digest(parts)
    beside = _is_beside if on_page else _is_boxed
    for marked, make in newsletter.makes(parts, named or 0, fewest):
        found = [s for s in (_headline_lines(parts, *item) for item in make) if not beside(parts, s)]
        if named is not None or (digest and marked) or (found := _shown(parts, found, on_page=on_page)):
            return found
    return []


def _shown(parts: Sequence[Paragraph], found: list[Start], *, on_page: bool) -> list[Start]:
    """The texts if most show to be articles, two of them in the same way; on a page, the headlines may tell it."""
    ends = [*(s.first for s in found[1:]), len(parts)]
    shown = {s.first: signs(parts, s, end) for s, end in zip(found, ends, strict=False)}
    if not on_page and not shown.get(0, True):
        found = found[1:]  # the title of the whole
    alike = max(Counter(sign for own in shown.values() for sign in own).values(), default=0) > 1
    if alike and 2 * sum(map(bool, shown.values())) > len(found):
        return found
    if not on_page:
        return []
    found = _without_subheads(parts, found, shown)
    telling = sum(any(_DOER.search(parts[i].text) for i in s.lines) for s in found)
    return found if alike or 2 * telling > len(found) else []


def _without_subheads(
    parts: Sequence[Paragraph], found: list[Start], shown: dict[int, set[str]]
) -> list[Start]:
    """The headlines but those of two or more texts without a sign of their own under a reporter's name."""
    kept: list[Start] = []
    for own, group in groupby(found, lambda s: bool(shown[s.first])):
        plain = list(group)
        if own or len(plain) < 2 or not kept or parts[kept[-1].last].kind != "byline":
            kept += plain
    return kept


def _is_list(parts: Sequence[Paragraph], starts: Sequence[Start]) -> bool:
    """Whether the headlines are the keys of a list."""
    heads = ("".join(unmarked(parts[i].text) for i in s.lines) or s.listed for s in starts)
    below = ("\n".join(p.text for p in parts[s.last : s.last + 2]) for s in starts)
    return are_keys(zip(heads, below, strict=True))


def _starts(parts: Sequence[Paragraph], listed: Contents) -> list[Start]:
    """The headlines that the contents page names, and the lines of headings under which an article shows."""
    found = [Start(a, b, tuple(range(a, b)), title) for a, b, title in listed.headlines]
    taken = {i for s in found for i in range(s.first, s.last)}
    # Cuttings have the paper and its day alike, above the headline or at the end; a single text may too.
    sourced: dict[str, list[Start]] = {"above": [], "end": []}
    top = _top_level(parts)
    told = next((i for i, p in enumerate(parts) if p.kind == "prose"), 0)
    runs = [*_headings(parts, top), (len(parts), 0)]
    for (i, end), (following, _) in pairwise(runs):
        if end == len(parts) or listed.first <= i < listed.last or taken.intersection(range(i, end)):
            continue
        marked = top and parts[i].level == top
        start = Start(i, i + 1, (i,)) if marked else _headline_lines(parts, i, end)
        if marked or _shows(parts, i, end, listed, first=not found):
            found.append(start)
        if parts[end].kind in ABOUT | {"prose"} and has_text(parts, end):
            if i and appeared(parts[i - 1].text) and (sourced["above"] or i < told):
                sourced["above"].append(replace(start, first=i - 1))
            elif names_source(parts[end:following]):
                sourced["end"].append(start)
    alike = [s for same in sourced.values() if len(same) > 1 for s in same]
    cuttings = {s.lines for s in alike}
    return sorted([*(s for s in found if s.lines not in cuttings), *alike], key=lambda s: s.first)


def _headings(parts: Sequence[Paragraph], top: int) -> Iterator[tuple[int, int]]:
    """The runs of headings; one of the top level begins a run."""
    i = 0
    while i < len(parts):
        end = i + 1
        if parts[i].kind in _HEADINGS:
            while end < len(parts) and parts[end].kind in _HEADINGS and (not top or parts[end].level != top):
                end += 1
            yield i, end
        i = end


def _shows(parts: Sequence[Paragraph], i: int, end: int, listed: Contents, *, first: bool) -> bool:
    """Whether an article stands under the headings `parts[i:end]`, as what is printed around it says."""
    name, body = parts[end - 1], parts[end]
    if body.kind == "row":
        return name.kind == "heading" and name.space >= _PAGE_BREAK and bool(listed.headlines)
    if is_opened(parts, end):
        return True
    if body.kind == "prose" and listed.headlines:
        foreword = end < listed.first and len(body.text) > _LONG
        portrait = len(name.text) >= _SHORTEST and body.text.startswith(name.text)
        if foreword or portrait:
            return True
    return appeared_at_end(name.text) is not None or _divided(parts, i, end, first=first)


def _top_level(parts: Sequence[Paragraph]) -> int:
    """The highest level of marked headings if it has two of them or more, else 0."""
    levels = [p.level for p in parts if p.level]
    return min(levels) if levels and levels.count(min(levels)) > 1 and min(levels) == 1 else 0


def _divided(parts: Sequence[Paragraph], i: int, end: int, *, first: bool) -> bool:
    """Whether a line is drawn before the heading, or it is the first of texts so divided."""
    under = next((p.kind for p in parts[end:] if p.kind not in ABOUT | {"field"}), None)
    return parts[i].ruled or (
        first and under == "prose" and any(p.ruled and p.kind == "heading" for p in parts)
    )


def _headline_lines(parts: Sequence[Paragraph], first: int, last: int) -> Start:
    """The headline among the lines right before an article's text.

    Lines without a blank between them are one headline (kicker, headline, sub-headline); single
    lines one after another are, up to three. On a newspaper page, which has a byline or a news
    opening under the headline, a subhead or caption may stand between it and the text.
    """
    blocks = [[first]]
    for i in range(first + 1, last):
        if parts[i].space == 1:
            blocks[-1].append(i)
        else:
            blocks.append([i])
    chosen = blocks[-1][-4:]
    if len(chosen) == 1:
        whole = [b for b in blocks if 1 < len(b) <= 4 and b[0]]  # the first line heads the document
        if whole and (parts[last].kind == "byline" or parts[last].dateline):
            chosen = whole[-1]
        else:
            singles = list(takewhile(lambda b: len(b) == 1, reversed(blocks)))
            chosen = sorted(i for b in singles[:3] for i in b)
    if len(chosen) > 1 and chosen[0] == 0 and parts[chosen[1]].space > 1:
        chosen = chosen[1:]  # the title of the whole
    while len(chosen) > 1 and (is_department(parts[chosen[0]].text) or parts[chosen[0]].kind == "line"):
        chosen = chosen[1:]
    while len(chosen) > 1 and parts[chosen[-1]].kind == "line" and surnamed(parts[chosen[-1]].text):
        chosen = chosen[:-1]  # who wrote it
    return Start(chosen[0], last, tuple(chosen))


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
    return _is_boxed(parts, s) or is_department(name) or _BRIEFS.fullmatch(name) is not None


def _is_boxed(parts: Sequence[Paragraph], s: Start) -> bool:
    """Whether the line above says that what follows goes with the article: ■相关链接."""
    return s.first > 0 and OFFERED.match(parts[s.first - 1].text.lstrip("■□●◆▲【[ ")) is not None


def _briefs(parts: Sequence[Paragraph]) -> list[Start]:
    """The news in brief under one name for all: 短讯, and below it news without headlines of their own."""
    return [
        Start(i, i + 1, (i,))
        for i, p in enumerate(parts)
        if _BRIEFS.fullmatch(p.text) and i + 2 < len(parts) and {q.kind for q in parts[i + 1 : i + 3]} <= BODY
    ]


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
    lines, body = [parts[i] for i in start.lines], parts[start.last : end]
    said = headline(text, lines) if lines else cut(start.listed)
    above = appeared(parts[start.first].text) if lines and start.first < start.lines[0] else None
    source = said.appeared or above
    day = source.on(issue) if source else None
    title = said.title or ""
    if start.listed.split() != title.split() and "".join(start.listed.split()) == "".join(title.split()):
        title = min(title, start.listed, key=len)  # the same words: the fewer spaces are no break of a line
    outlet = said.outlet or article_source(text, parts[start.first : start.first + 1] if above else body)
    day = day or published(body, "".join(p.text for p in lines), issue)
    return Section(parts[start.first].start, parts[end - 1].end, title, outlet, day)
