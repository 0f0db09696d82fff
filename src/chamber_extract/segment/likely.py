"""How likely a line is the headline of an article of a collection, by what stands around it and how the document is made.

Its words, its make and its place, what is printed about the text under it, the other lines of its make and what the
document says of itself speak for or against it with a weight (headline_weights.csv): a logistic regression, learned from
the annotated documents by `python -m tests.weigh`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from chamber_extract.segment import keys, masthead, newsletter
from chamber_extract.segment.contents import Contents
from chamber_extract.segment.headlines import is_department, unmarked
from chamber_extract.segment.kinds import ABOUT, OFFERED
from chamber_extract.segment.marks import Mark, mark
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.own import BODY, signs
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.weights import weights

# From this likelihood on a line counts as a headline that the layout does not show.
ENOUGH = 0.6
NONE = "no headline"

_NO_HEADLINE = ABOUT | {"prose", "row", "meta", "field", "link"}
_LINES = 4  # of one headline
_NEAR = 5  # lines in which its text follows
_SOME_TEXT = 15  # characters of it
_HEAD = 4  # lines in which a collection names itself
# What tells something of the words of a headline: 为何…？, 一、…, 甲：…
_WORDS = {
    "ends :": re.compile(r":$"),
    "ends ?": re.compile(r"[?？]$"),
    "has !": re.compile(r"[!！]"),
    "has space": re.compile(r"\S\s\S"),
    "has comma": re.compile(r"[，、]"),
    "has :": re.compile(r":"),
    "begins with figure": re.compile(r"^\d"),
    "briefs": re.compile(r"^.{0,6}(?:短讯|简讯|快讯|短波|简报|集锦|集纳|一束|动态|短新闻)$"),
    "does": re.compile(
        r"^(?=.{6}).*(?:[会联社局厅委府馆院校团](?![是的])|[中华商厂]总|公司|集团|企业|[侨华]商)"
    ),
}
_DAY = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|近日|日前|[昨今][日天]|连日来")


@dataclass(frozen=True)
class Line:
    """What may be a headline: lines `first` to before `last` that stand together, and the lines up to the next one."""

    parts: Sequence[Paragraph]
    first: int
    last: int
    end: int
    shape: str

    @property
    def start(self) -> Start:
        return Start(self.first, self.last, tuple(range(self.first, self.last)))

    @cached_property
    def words(self) -> str:
        return unmarked("".join(p.text for p in self.parts[self.first : self.last]))

    @cached_property
    def mark(self) -> Mark | None:
        return mark(self.parts[self.first].text)

    @cached_property
    def text(self) -> list[Paragraph]:
        """The paragraphs under it."""
        return [p for p in self.parts[self.last : self.end] if p.kind == "prose"]

    @cached_property
    def length(self) -> int:
        """Characters of its text."""
        return sum(len(p.text) for p in self.text)

    @cached_property
    def has_text(self) -> bool:
        """Whether something is told under it, behind lines about it."""
        below = self.parts[self.last : self.last + _NEAR]
        told = next((p.kind for p in below if p.kind not in ABOUT | {"field", "link"}), None)
        return told in BODY and any(p.kind in BODY and len(p.text) >= _SOME_TEXT for p in below)


def likelihoods(
    parts: Sequence[Paragraph], listed: Contents, *, on_page: bool
) -> Iterator[tuple[Start, float]]:
    """The lines that may be headlines, and how likely each is one."""
    known = weights("headline")
    for start, seen in features(parts, listed, on_page=on_page):
        score = math.fsum(known.get(f, 0.0) for f in seen)
        yield start, 1 / (1 + math.exp(known[NONE] - score))


def features(
    parts: Sequence[Paragraph], listed: Contents, *, on_page: bool
) -> Iterator[tuple[Start, frozenset[str]]]:
    """The lines that may be headlines, and what is seen of each and of the document."""
    lines = list(_lines(parts, listed))
    if not lines:
        return
    head = masthead.named_at(parts) or masthead.collection_at(parts) or 0
    of_document = set(_of_document(parts, listed, lines, on_page=on_page))
    makes: dict[str, list[Line]] = {}
    for line in lines:
        if line.has_text and line.first >= head:
            makes.setdefault(line.shape, []).append(line)
    shown = {line.first: signs(parts, line.start, _end_of_make(lines, i)) for i, line in enumerate(lines)}
    named = {line.first for line in lines for a, b, _ in listed.headlines if a < line.last and line.first < b}
    spaces = sorted(parts[x.first].space for x in lines if x.has_text and x.first)
    offered = next((i for i, p in enumerate(parts) if OFFERED.match(p.text)), len(parts))
    before: Line | None = None
    for line in lines:
        seen = of_document | set(_of_line(line, shown[line.first])) | set(_of_make(line, makes, shown))
        seen |= set(_of_place(line, before, shown, spaces))
        told = {
            "in head": line.first < head,
            "behind head": 0 < head == line.first,
            "listed": line.first in named,
            "over contents": line.first < listed.first,
            "offered": line.first >= offered,
            "first": line is lines[0],
            "last": line is lines[-1],
        }
        yield line.start, frozenset(seen | {f for f, holds in told.items() if holds})
        before = line if line.has_text else before


def _lines(parts: Sequence[Paragraph], listed: Contents) -> Iterator[Line]:
    """The short lines outside the contents; those without a mark or a blank between them are one."""
    blocks: list[tuple[int, int]] = []
    for i, p in enumerate(parts):
        if not _may_head(p) or listed.first <= i < listed.last:
            continue
        plain = not (p.level or mark(p.text))
        first, last = blocks[-1] if blocks else (0, 0)
        if (
            blocks
            and last == i
            and p.space == 1
            and plain
            and i - first < _LINES
            and not mark(parts[i - 1].text)
        ):
            blocks[-1] = (first, i + 1)
        else:
            blocks.append((i, i + 1))
    for (first, last), end in zip(blocks, [*(b[0] for b in blocks[1:]), len(parts)], strict=False):
        yield Line(parts, first, last, end, _shape(parts, first))


def _may_head(p: Paragraph) -> bool:
    return len(p.text) <= masthead.LONGEST and p.kind not in _NO_HEADLINE and p.text[-1] not in "。；，"


def _shape(parts: Sequence[Paragraph], i: int) -> str:
    """What the line has in common with others of its make: level, mark, kind or the blank above."""
    p = parts[i]
    if p.level:
        return f"level {p.level}"
    if said := mark(p.text):
        return f"mark {said.shape}"
    if p.kind in ("label", "entry", "deck"):
        return p.kind
    return "apart" if p.space > 1 or not i else "plain"


def _end_of_make(lines: Sequence[Line], i: int) -> int:
    """Where the next line of the same make stands."""
    same = (line.first for line in lines[i + 1 :] if line.shape == lines[i].shape)
    return next(same, len(lines[i].parts))


def _of_document(
    parts: Sequence[Paragraph], listed: Contents, lines: Sequence[Line], *, on_page: bool
) -> Iterator[str]:
    """What the document says of itself."""
    told = {
        "issue": masthead.named_at(parts) is not None,
        "collection": masthead.collection_at(parts) is not None,
        "digest": masthead.is_digest(parts),
        "organ": any(masthead.names_collection(p) for p in parts[:_HEAD]),
        "page": on_page,
        "contents": bool(listed.headlines),
    }
    yield from (f"document: {sign}" for sign, holds in told.items() if holds)
    yield f"document: {_step(sum(line.has_text for line in lines), 2, 3, 4, 6, 9, 14)} texts"


def _of_line(line: Line, shown: set[str]) -> Iterator[str]:
    """What is seen of the line and its text."""
    parts, p = line.parts, line.parts[line.first]
    yield from (f"kind {p.kind}", line.shape, f"{line.last - line.first} lines")
    yield from (f"begins {line.words[:2]}", f"ends {line.words[-2:]}")
    yield f"{_step(len(line.words), 3, 5, 8, 12, 18, 26, 36)} length"
    yield f"{_step(len(line.text), 1, 2, 3, 4, 5)} paragraphs"
    yield f"{_step(line.length, 1, 40, 80, 150, 300, 600, 1200)} text"
    yield "text" if line.has_text else "no text"
    yield f"below {parts[line.last].kind if line.last < len(parts) else 'nothing'}"
    yield from (f"shows {sign}" for sign in shown)
    yield from (f"shows {n} or more" for n in (1, 2) if len(shown) >= n)
    yield from (f"words: {name}" for name, pattern in _WORDS.items() if pattern.search(line.words))
    if line.text and _DAY.match(line.text[0].text):
        yield "opens with day"
    if line.last < len(parts) and parts[line.last].dateline:
        yield "dateline"
    if is_department(line.words):
        yield "department"
    if masthead.is_imprint(p.text):
        yield "imprint"
    if newsletter.is_salutation(p.text):
        yield "salutation"
    if newsletter.is_signature(p.text):
        yield "signature"
    if line.mark and line.mark.count:
        yield "counted first" if line.mark.count == 1 else "counted on"
    if key := keys.key(line.words, "\n".join(q.text for q in parts[line.last : line.last + 2])):
        yield f"key: {key}"


def _of_place(
    line: Line, before: Line | None, shown: dict[int, set[str]], spaces: Sequence[int]
) -> Iterator[str]:
    """What stands above it."""
    parts, i = line.parts, line.first
    p, above = parts[i], parts[i - 1] if i else None
    yield f"above {above.kind if above else 'nothing'}"
    yield f"{_step(p.space, 1, 2, 3, 4)} blank above" if above else "top"
    yield f"{_step(parts[line.last].space, 2, 3)} blank below" if line.last < len(parts) else "end"
    if above and spaces:
        middle = spaces[len(spaces) // 2]
        yield "more blank" if p.space > middle else "less blank" if p.space < middle else "as much blank"
    if p.ruled:
        yield "ruled"
    if above and above.kind in ("source", "byline", "date"):
        yield "behind credit"
    if above and above.kind == "prose" and above.text.endswith(")"):
        yield "behind bracket"
    if before:
        yield f"before: {_step(before.length, 1, 60, 150, 300, 600)} text"
        yield "before: shows" if shown[before.first] else "before: shows nothing"
        yield "before: same make" if before.shape == line.shape else f"before: {before.shape}"
        if any(q.kind == "byline" for q in parts[before.last : before.last + 2]):
            yield "before: byline"


def _of_make(line: Line, makes: dict[str, list[Line]], shown: dict[int, set[str]]) -> Iterator[str]:
    """What is seen of all lines of its make that have texts."""
    same = makes.get(line.shape, [])
    yield f"make: {_step(len(same), 1, 2, 3, 4, 6, 9)}"
    if not same:
        return
    showing = _share(same, lambda x: bool(shown[x.first]))
    yield f"make: {_step(showing, 0.01, 0.34, 0.5, 0.67, 0.9)} show"
    yield f"make: {_step(_share(same, _does), 0.01, 0.34, 0.5, 0.67, 0.9)} do"
    if not shown[line.first] and showing >= 0.5:
        yield "lonely"
    if shown[line.first] and showing < 0.34:
        yield "odd"
    told = sum(len(p.text) for p in line.parts[: same[0].first] if p.kind == "prose" and len(p.text) >= 20)
    yield f"make: {_step(told, 1, 60, 150, 400)} told above"
    yield f"make: {_step(_middle(len(x.words) for x in same), 4, 6, 8, 11, 15, 20, 28)} length"
    yield f"make: {_step(_middle(x.length for x in same), 40, 80, 150, 250, 400, 700)} text"
    counts = [x.mark.count for x in same if x.mark and x.mark.count]
    if counts:
        on = counts == list(range(1, len(counts) + 1))
        yield f"make: counted {'on' if on else 'afresh' if counts.count(1) > 1 else 'otherwise'}"
    if line is same[0]:
        yield "make: first"
    if line.first < same[0].first:
        yield "make: above"
    others = [make for shape, make in makes.items() if shape != line.shape]
    if any(make[0].first < same[0].first for make in others):
        yield "make: within another"
    if any(make[0].first > same[0].first and len(make) > len(same) for make in others):
        yield "make: holds another"


def tells_of_doing(headline: str) -> bool:
    """Whether the folded line names a body that may have done something."""
    return _WORDS["does"].search(headline) is not None


def _does(line: Line) -> bool:
    return tells_of_doing(line.words)


def _share(lines: Sequence[Line], holds: Callable[[Line], bool]) -> float:
    return sum(map(holds, lines)) / len(lines)


def _middle(values: Iterator[int]) -> int:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _step(value: float, *steps: float) -> int:
    """How many of the steps the value reaches."""
    return sum(value >= step for step in steps)
