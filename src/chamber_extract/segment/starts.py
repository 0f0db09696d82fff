"""Headlines under which an article shows: named on the contents page, or with what is printed about an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chamber_extract.segment.contents import Contents
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.own import alike, credit_above, has_text, is_opened
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.roles import headline_lines

_HEADINGS = frozenset({"heading", "line"})
_SHORTEST = 5  # characters of a headline: shorter lines are names and labels
_LONG = 100  # characters of a foreword
_PAGE_BREAK = 4  # line feeds: three blank lines, where paragraphs have one


def headed(parts: Sequence[Paragraph], listed: Contents) -> list[Start]:
    """The headlines that the contents page names, and the lines of headings under which an article shows."""
    found = [Start(a, b, tuple(range(a, b)), title) for a, b, title in listed.headlines]
    taken = {i for s in found for i in range(s.first, s.last)}
    top = _top_level(parts)
    texts: list[Start] = []
    for i, end in _headings(parts, top):
        names_paper = i == 0 and end < listed.first and listed.headlines
        if (
            names_paper
            or end == len(parts)
            or listed.first <= i < listed.last
            or taken.intersection(range(i, end))
        ):
            continue
        marked = top and parts[i].level == top
        start = Start(i, i + 1, (i,)) if marked else headline_lines(parts, i, end)
        if marked or _shows(parts, i, end, listed, first=not found):
            found.append(start)
        if has_text(parts, end):
            texts.append(start)
    same = alike(parts, texts)
    cuttings = {s.lines: s for place in ("end", "day") for s in same.get(place, ())}
    cuttings |= {s.lines: replace(s, first=credit_above(parts, s.first)) for s in same.get("above", ())}
    others = (s for s in found if s.lines not in cuttings)
    return sorted([*others, *cuttings.values()], key=lambda s: s.first)


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
    return _divided(parts, i, end, first=first)


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
