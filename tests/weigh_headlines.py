"""Learns which lines are headlines of articles (see `segment.likely`): part of `python -m tests.weigh`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chamber_extract.readers import Source, read
from chamber_extract.readers.plain import tidy
from chamber_extract.segment.contents import contents
from chamber_extract.segment.credited import credited
from chamber_extract.segment.likely import NONE, features
from chamber_extract.segment.newspaper import page_head
from chamber_extract.segment.paragraphs import paragraphs
from chamber_extract.text import Text
from tests import evaluate, ranking, test_newsletter, test_newspaper, test_sections
from tests.ranking import Weights

_ABOVE = 120  # characters that a kicker, a column's name or a credit may stand above the headline


class Line(NamedTuple):
    """What is seen of a line that may be a headline, and whether an article begins there."""

    document: str
    of_seed: bool
    features: tuple[str, ...]
    begins: bool

    @property
    def candidates(self) -> list[tuple[tuple[str, ...], bool]]:
        return [(self.features, self.begins), ((NONE,), not self.begins)]


def lines(documents: Iterable[evaluate.Annotated]) -> Iterator[Line]:
    """The lines of annotated documents, and of the documents of tests, that may be headlines."""
    for document in documents:
        text = read(Source(document.name, document.text.read_bytes())).text
        opens = [section["starts_with"] for section in document.gold["sections"]]
        yield from _lines(document.name, text, opens, document.set == "seeds")
    for name, source, titles in _of_tests():
        yield from _lines(f"%% {name}", tidy(source), titles, True)
    for name, source, titles in test_newsletter.documents():  # many of one make
        yield from _lines(f"%% {name}", tidy(source), titles, False)


def _of_tests() -> Iterator[tuple[str, str, list[str]]]:
    """The name and text of each document of the tests, and the titles of its articles: each shows another way of writing,
    and counts as a seed does."""
    for name, source, sections in test_sections.documents():
        yield name, source, [title for title, *_ in sections]
    for name, (source, titles) in test_newspaper.ARTICLES_OF_PAGES.items():
        yield name, test_newspaper.HEAD + source, titles
    for name, source in test_newspaper.SINGLE.items():
        yield name, source, []


def _lines(document: str, text: Text, opens: list[str], of_seed: bool) -> Iterator[Line]:
    parts = credited(paragraphs(text))
    page = page_head(parts)
    parts = page.off(parts) if page else parts
    found = list(features(parts, contents(text, parts), on_page=page is not None))
    spans = [(parts[s.first].start, parts[s.last - 1].end) for s, _ in found]
    begun = _begun(spans, list(_begins(text, opens)))
    for i, (_, seen) in enumerate(found):
        yield Line(document, of_seed, tuple(sorted(seen)), i in begun)


def _begins(text: Text, opens: list[str]) -> Iterator[int]:
    """Where the articles begin; their headlines may stand in the contents, too, so the last are found first."""
    end = len(text.clean)
    for said in reversed(opens):
        places = (text.clean.rfind(words, 0, end) for words in (said, said.split("\n")[0], said[:8]))
        if (begin := next((place for place in places if place >= 0), -1)) >= 0:
            end = begin
            yield begin


def _begun(spans: list[tuple[int, int]], begins: list[int]) -> set[int]:
    """The lines in which an article begins, or right below its beginning."""
    begun = set()
    for begin in begins:
        holding = [i for i, (start, end) in enumerate(spans) if start - 1 <= begin < end]
        below = [i for i, (start, _) in enumerate(spans) if begin <= start < begin + _ABOVE]
        begun |= set((holding or below)[:1])
    return begun


def learn(lines: list[Line]) -> Weights:
    """The weights under which those that begin articles outweigh none."""
    return ranking.learn(lines, step=0.1)


def likelihood(weights: Weights, line: Line) -> float:
    score = math.fsum(weights.get(f, 0.0) for f in line.features)
    return 1 / (1 + math.exp(weights[NONE] - score))
