"""The lines of a document that may be headlines: short, no sentences, told apart by how they are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from chamber_extract.segment import masthead
from chamber_extract.segment.contents import Contents
from chamber_extract.segment.headlines import unmarked
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.marks import Mark, mark
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.own import BODY
from chamber_extract.segment.paragraphs import Paragraph

_NO_HEADLINE = ABOUT | {"prose", "row", "meta", "field", "link"}
_LINES = 4  # of one headline
_NEAR = 5  # lines in which its text follows
_SOME_TEXT = 15  # characters of it


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


def lines_of(parts: Sequence[Paragraph], listed: Contents) -> Iterator[Line]:
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
