"""How likely a line is the headline of an article of a collection, by what stands around it and how the document is made.

Its words, its make and its place, what is printed about the text under it, the other lines of its make and what the
document says of itself speak for or against it with a weight (headline_weights.csv): a logistic regression, learned from
the annotated documents by `python -m tests.weigh`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

from chamber_extract.segment import keys, masthead, newsletter
from chamber_extract.segment.candidates import Line, lines_of
from chamber_extract.segment.contents import Contents
from chamber_extract.segment.headlines import is_department, names_briefs
from chamber_extract.segment.kinds import OFFERED
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.own import signs
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.weights import weights

# From this likelihood on a line counts as a headline that the layout does not show.
ENOUGH = 0.6
NONE = "no headline"

_HEAD = 4  # lines in which a collection names itself
_SHARES = (0.01, 0.34, 0.5, 0.67, 0.9)  # of the lines of a make, in steps
_SENTENCE = 20  # characters: shorter ones are salutations and remarks
# What tells something of the words of a headline: 为何…？, 一、…, 甲：…
_WORDS = {
    "ends :": re.compile(r":$"),
    "ends ?": re.compile(r"[?？]$"),
    "has !": re.compile(r"[!！]"),
    "has space": re.compile(r"\S\s\S"),
    "has comma": re.compile(r"[，、]"),
    "has :": re.compile(r":"),
    "begins with figure": re.compile(r"^\d"),
    "does": re.compile(
        r"^(?=.{6}).*(?:[会联社局厅委府馆院校团](?![是的])|[中华商厂]总|公司|集团|企业|[侨华]商)"
    ),
}
_DAY = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|近日|日前|[昨今][日天]|连日来")


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
    lines = list(lines_of(parts, listed))
    if not lines:
        return
    head = masthead.named_at(parts) or masthead.collection_at(parts) or 0
    of_document = set(_of_document(parts, listed, lines, on_page=on_page))
    shown: dict[int, set[str]] = {}
    below: dict[str, int] = {}  # where the next line of a make stands
    for line in reversed(lines):
        shown[line.first] = signs(parts, line.start, below.get(line.shape, len(parts)))
        below[line.shape] = line.first
    makes: dict[str, list[Line]] = {}
    for line in lines:
        if line.has_text and line.first >= head:
            makes.setdefault(line.shape, []).append(line)
    of_make = {shape: frozenset(_of_make(shape, makes, shown)) for shape in {line.shape for line in lines}}
    named = {i for a, b, _ in listed.headlines for i in range(a, b)}
    spaces = sorted(parts[x.first].space for x in lines if x.has_text and x.first)
    offered = next((i for i, p in enumerate(parts) if OFFERED.match(p.text)), len(parts))
    before: Line | None = None
    for line in lines:
        seen = of_document | of_make[line.shape] | set(_of_line(line, shown[line.first]))
        seen |= set(_of_place(line, before, shown, spaces))
        seen |= set(_in_make(line, makes.get(line.shape, []), shown, of_make[line.shape]))
        told = {
            "in head": line.first < head,
            "behind head": 0 < head == line.first,
            "listed": not named.isdisjoint(range(line.first, line.last)),
            "over contents": line.first < listed.first,
            "offered": line.first >= offered,
            "first": line is lines[0],
            "last": line is lines[-1],
        }
        yield line.start, frozenset(seen | {f for f, holds in told.items() if holds})
        before = line if line.has_text else before


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
    if names_briefs(line.words):
        yield "briefs"
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


def _of_make(shape: str, makes: dict[str, list[Line]], shown: dict[int, set[str]]) -> Iterator[str]:
    """What is seen of all lines of a make that have texts."""
    same = makes.get(shape, [])
    yield f"make: {_step(len(same), 1, 2, 3, 4, 6, 9)}"
    if not same:
        return
    yield f"make: {_step(_share(same, lambda x: bool(shown[x.first])), *_SHARES)} show"
    yield f"make: {_step(_share(same, _does), *_SHARES)} do"
    parts = same[0].parts
    told = sum(len(p.text) for p in parts[: same[0].first] if p.kind == "prose" and len(p.text) >= _SENTENCE)
    yield f"make: {_step(told, 1, 60, 150, 400)} told above"
    yield f"make: {_step(_middle(len(x.words) for x in same), 4, 6, 8, 11, 15, 20, 28)} length"
    yield f"make: {_step(_middle(x.length for x in same), 40, 80, 150, 250, 400, 700)} text"
    counts = [x.mark.count for x in same if x.mark and x.mark.count]
    if counts:
        on = counts == list(range(1, len(counts) + 1))
        yield f"make: counted {'on' if on else 'afresh' if counts.count(1) > 1 else 'otherwise'}"
    others = [make for other, make in makes.items() if other != shape]
    if any(make[0].first < same[0].first for make in others):
        yield "make: within another"
    if any(make[0].first > same[0].first and len(make) > len(same) for make in others):
        yield "make: holds another"


def _in_make(
    line: Line, same: Sequence[Line], shown: dict[int, set[str]], of_make: frozenset[str]
) -> Iterator[str]:
    """What sets the line apart from the others of its make."""
    if not same:
        return
    showing = next(n for n in range(len(_SHARES) + 1) if f"make: {n} show" in of_make)
    if not shown[line.first] and showing >= 3:
        yield "lonely"
    if shown[line.first] and showing < 2:
        yield "odd"
    if line is same[0]:
        yield "make: first"
    if line.first < same[0].first:
        yield "make: above"


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
