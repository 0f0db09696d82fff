"""Learns whose an office is that stands without a body (see `relate.offices.whose`): part of `python -m tests.weigh`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.pipeline import extract_document
from chamber_extract.readers import Source
from chamber_extract.relate import offices
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.offices.spoken_of import Asked
from chamber_extract.relate.offices.whose import Candidate, best
from tests import evaluate, ranking, scoring, test_offices
from tests.gift_reading import reading
from tests.ranking import Weights

# Annotators often leave out the paper of a reporter that the page names: either is right.
_OF_PAPERS = ("记者", "编辑", "通讯员", "实习生", "责编", "评论员", "校对", "审核")
_PAPERS = frozenset(("newsroom", "outlet", "paper"))

# The offices that somebody has: their titles in simplified characters and their bodies, None for none.
Said = dict[str, list[tuple[str, str | None]]]


class Asking(NamedTuple):
    """An office whose body was asked for: what is seen of each that may be meant, and whether it is."""

    document: str
    of_seed: bool
    candidates: list[tuple[tuple[str, ...], bool]]
    all: list[Candidate]

    def right(self, known: Weights) -> bool:
        """Whether the tool is right under some weights."""
        return self.candidates[self.all.index(best(self.all, known))][1]


def askings(documents: Iterable[evaluate.Annotated]) -> Iterator[Asking]:
    """The offices of annotated documents, and of the texts of tests, that stand without a body."""
    for document in documents:
        read = extract_document(Source(document.name, document.text.read_bytes())).reading
        said = _annotated(document)
        yield from _askings(document.name, read, said, document.set == "seeds")
    for text, expected in (case.values for case in test_offices.CASES):
        yield from _askings(text, reading(text), _expected(expected), True)


def _annotated(document: evaluate.Annotated) -> Said:
    said: Said = {}
    for person in document.gold["people"]:
        for office in person["positions"]:
            if title := office.get("title"):
                offices_of = said.setdefault(scoring.bare(person["name"]), [])
                offices_of.append((fold(title), office.get("organization") or None))
    return said


def _expected(entries: str) -> Said:
    """What `name: title@body title; name: …` says."""
    said: Said = {}
    for name, offices_of in (entry.split(": ", 1) for entry in entries.split("; ")):
        for title, _, body in (office.partition("@") for office in offices_of.split(" ")):
            said.setdefault(scoring.bare(name), []).append((fold(title), body or None))
    return said


def _askings(document: str, read: Reading, said: Said, of_seed: bool = False) -> list[Asking]:
    """The offices asked for; each is answered rightly, so that those told next see what they will."""
    found: list[Asking] = []

    def teach(asked: Asked, candidates: list[Candidate]) -> Candidate:
        known = said.get(scoring.bare(asked.holder), [])
        held = [body for title, body in known if title == asked.title]
        held = held or [body for title, body in known if scoring.agree(title, asked.title)]
        right = _right(candidates, asked.title, held)
        if held:
            seen = [(c.features, r) for c, r in zip(candidates, right, strict=True)]
            found.append(Asking(document, of_seed, seen, candidates))
        return next((c for c, r in zip(candidates, right, strict=True) if r), candidates[-1])

    offices.resolve(read, aliases.resolve(read), teach)
    return found


def _right(candidates: list[Candidate], title: str, held: list[str | None]) -> list[bool]:
    """Which candidates are right: those called as it is said, else those whose name holds that or is held by it."""
    bodies = [body for body in held if body]
    called = [
        c.name is not None and any(scoring.bare(c.name) == scoring.bare(b) for b in bodies)
        for c in candidates
    ]
    if bodies and not any(called):
        called = [c.name is not None and any(scoring.agree(c.name, b) for b in bodies) for c in candidates]
    if None not in held:
        return called
    of_paper = title.endswith(_OF_PAPERS)
    papers = [of_paper and not _PAPERS.isdisjoint(c.features) for c in candidates]
    return [not c.name or r or p for c, r, p in zip(candidates, called, papers, strict=True)]


def learn(askings: list[Asking]) -> Weights:
    """The weights of what is seen of bodies: there is less to learn from than of givers, so each step is shorter."""
    return ranking.learn(askings, step=0.15, decay=0.01)
