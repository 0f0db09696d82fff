"""What the rules for people hand on: a reading of a name, a mention in the making, a mention's value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chamber_extract.segment import Span


@dataclass(frozen=True, slots=True)
class PersonName:
    """What a mention of a person says: the name without inner spaces, and what stands around it.

    `partial` for 毛经理, whose name is that form; `titles` are the spans of the offices that the
    person holds here (会长 alone: whose it is, `relate.offices` tells); `author` for bylines,
    `speaker` where the person is quoted; `desk` is where the name of the department ends at which to ask for them.
    """

    name: str
    partial: bool = False
    titles: tuple[Span, ...] = ()
    author: bool = False
    speaker: bool = False
    desk: int | None = None


@dataclass(slots=True)
class Found:
    """A mention in the making: several rules may see the same name and add what they know.

    `amid` is an office that stands inside the name: 葉|會長|春榮.
    """

    start: int
    end: int
    score: float
    rule: str
    titles: list[Span] = field(default_factory=list)
    partial: bool = False
    author: bool = False
    desk: int | None = None
    amid: Span | None = None

    def spelled(self, text: str) -> str:
        """The name as the text writes it, without the office inside and, but in Latin letters, without white space."""
        words = text[self.start : self.end]
        if self.amid:
            words = text[self.start : self.amid.start] + text[self.amid.end : self.end]
        return words if words[0].isascii() else re.sub(r"\s", "", words)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at `start:end` of the text, spaces inside included, and how well the text supports it."""

    start: int
    end: int
    score: float
