"""What a document says of itself: title, day, publisher, authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from chamber_extract.segment.bylines import authors
from chamber_extract.segment.days import DAY_PART, first_day
from chamber_extract.segment.headlines import headline
from chamber_extract.segment.kinds import closed_label
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import published
from chamber_extract.segment.spans import Section
from chamber_extract.text import Text

_META = re.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*)$")
_TITLE_KEYS = frozenset({"title"})
_DAY_KEYS = frozenset({"date", "published", "pubdate", "publishdate", "publish_date", "created", "time"})
_SOURCE_KEYS = frozenset({"source", "publisher", "media", "site"})
_AUTHOR_KEYS = frozenset({"author", "authors", "by", "writer", "editor"})
_ISSUE = re.compile(
    r"(?:.*[^\d])?(?:总?第\s?[\d一二三四五六七八九十百]+\s?[期号辑]|\d{4}年第\s?[\d一二三四]+\s?(?:期|季度))"
)
_NAMED_ISSUE = re.compile(
    r"(?P<name>[^\d，。:(]{4,30}?)[ (]*(?:\d{4}年)?\s?总?第\s?[\d一二三四五六七八九十]{1,4}\s?[期辑]"
)
_SOURCE = re.compile(
    r"(?:来源|出处|转自|转载自|稿源|发布(?:机构|单位|者|方))\s?[:：]?\s?(?:[㐀-鿿]{0,8}(?=《))?(?P<name>《[^《》]{2,20}》|[^\s，。;；|()（）《》<>【】:：]{2,30})"
)
_HOST = re.compile(r"主\s?办(?:单位|方)?\s?[:：\t]\s?(?P<name>[^\t，。;；]{2,40})")
_ISSUER = re.compile(
    rf"(?P<name>《[^《》]{{2,14}}》(?=\s*{DAY_PART})|(?<=日)《[^《》]{{2,14}}》|[㐀-鿿（）()]{{3,30}}(?=[\s|]+{DAY_PART}))"
)
_HEAD = 8  # lines: title, kicker, decks, date, source and byline take no more
_TAIL = 6
_CHRONICLE = 3  # lines that are dates: more than one of its own and one at its end


@dataclass(frozen=True, slots=True)
class Imprint:
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def imprint(text: Text, parts: Sequence[Paragraph], sections: Sequence[Section]) -> Imprint:
    """What the document says; None and empty where it says nothing."""
    meta = _front_matter(text, parts)
    body = [p for p in parts if p.kind != "meta"]
    front = [p for p in body if p.start < sections[0].start] if sections else body
    title, outlet = _title(text, body, front, bool(sections))
    written = tuple(meta[k] for k in _AUTHOR_KEYS if k in meta) + authors(text, body)
    return Imprint(
        title=next((meta[k] for k in _TITLE_KEYS if k in meta), title),
        published=next((d for k in _DAY_KEYS if k in meta and (d := first_day(meta[k]))), None)
        or _published(front, bool(sections)),
        publisher=next((meta[k] for k in _SOURCE_KEYS if k in meta), None)
        or _publisher(text, front, bool(sections))
        or outlet,
        authors=tuple(dict.fromkeys(written)),
    )


def _front_matter(text: Text, parts: Sequence[Paragraph]) -> dict[str, str]:
    found: dict[str, str] = {}
    for p in parts:
        if p.kind != "meta":
            break
        m = _META.match(text.clean[p.start : p.end])
        if m:
            value = m["value"].strip().strip("\"'").strip()
            if value:
                found.setdefault(m["key"].lower(), value)
    return found


def _title(
    text: Text, body: Sequence[Paragraph], front: Sequence[Paragraph], many: bool
) -> tuple[str | None, str | None]:
    """The title and the medium named before it."""
    marked = sorted((p for p in front[: 2 * _HEAD] if p.level), key=lambda p: p.level)
    if many:
        name = _periodical(text, front)
        if not name and (marked or (front and front[0].kind == "heading")):
            name = headline(text, marked[:1] or front[:1]).title
        return name, None
    if marked:
        said = headline(text, marked[:1])
        return said.title, said.outlet
    lines: list[Paragraph] = []
    for p in body[:_HEAD]:
        if p.kind in ("label", "date", "source", "byline", "line", "link", "field", "entry") and not lines:
            continue
        if p.kind != "heading" or (lines and p.space > 1):
            break
        lines.append(p)
    if not lines or len(lines) > 3:
        lines = lines[:1]
    if not lines or not _heads(body, lines):
        return None, None
    said = headline(text, lines)
    return said.title, said.outlet


def _heads(body: Sequence[Paragraph], lines: Sequence[Paragraph]) -> bool:
    """Whether the lines stand at the head of a text, before its first prose."""
    first = next((i for i, p in enumerate(body) if p.kind in ("prose", "item", "row")), len(body))
    return body.index(lines[0]) < first


def _periodical(text: Text, front: Sequence[Paragraph]) -> str | None:
    """The name of a paper that comes in issues: the longest line right before an issue's number, or that holds one."""
    names = [
        a
        for a, b in pairwise(front)
        if a.kind in ("heading", "line") and _ISSUE.match(b.text) and not _ISSUE.match(a.text)
    ]
    if names:
        return headline(text, [max(names, key=lambda p: p.end - p.start)]).title
    for p in front:
        m = _NAMED_ISSUE.match(p.text) if p.kind in ("heading", "field") else None
        if m:
            return text.clean[p.start : p.start + m.end("name")]
    return None


def _published(front: Sequence[Paragraph], many: bool) -> date | None:
    if many:
        return next(
            (d for p in front if p.kind in ("date", "source", "field") and (d := first_day(p.text))), None
        )
    if sum(p.kind == "date" for p in front) >= _CHRONICLE:
        return None
    first = next((i for i, p in enumerate(front) if p.kind == "heading"), 0)
    return published(front[first + 1 :]) or published(front[:first])


def _publisher(text: Text, front: Sequence[Paragraph], many: bool) -> str | None:
    lines = list(front) if many else [*front[:_HEAD], *front[max(_HEAD, len(front) - _TAIL) :]]
    for pattern in (_HOST, _SOURCE, _ISSUER) if many else (_SOURCE, _HOST, _ISSUER):
        for p in lines:
            if p.kind in ("source", "row", "field", "prose") and (p.kind == "source" or p.end - p.start < 80):
                m = pattern.search(closed_label(p.text))
                if m:
                    return _as_written(text, p, m["name"]).strip("《》 ").lstrip("（(")
    for p in [] if many else front[:_HEAD]:
        if p.paper:
            return _as_written(text, p, p.paper)
    return None


def _as_written(text: Text, p: Paragraph, folded: str) -> str:
    """The words of the paragraph in the clean text's characters."""
    start = p.text.find(folded)
    return text.clean[p.start + start : p.start + start + len(folded)] if start >= 0 else folded
