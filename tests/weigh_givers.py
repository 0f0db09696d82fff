"""Learns who of those spoken of around a gift gave it (see `relate.gifts.parties.givers`): part of `python -m tests.weigh`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from chamber_extract.mention import Reading
from chamber_extract.pipeline import extract_document
from chamber_extract.readers import Source
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts import drafts, resolve
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.givers import Candidate, Givers, name_of, told
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.view import look
from chamber_extract.relate.gifts.writing import write
from tests import evaluate, giver_cases, scoring, test_donations
from tests.gift_reading import expected, reading
from tests.ranking import Weights


class Telling(NamedTuple):
    """A gift that was told: what is seen of each who may have given it and whether he did, whether the clauses were read
    rightly, and whether the tool is right under some weights."""

    document: str
    of_seed: bool
    candidates: list[tuple[tuple[str, ...], bool]]
    read_right: bool
    right: Callable[[Weights], bool]


# Says who gave what a draft tells of: the annotated giver, None where the annotations do not judge it.
Judge = Callable[[Draft, Gift, str | None], "Given | None"]


class Given(NamedTuple):
    """Who gave, None for somebody of whom nothing is said."""

    donor: str | None


def tellings(documents: Iterable[evaluate.Annotated]) -> Iterator[Telling]:
    """The gifts of annotated documents, and of the texts of tests, that are told in sentences and found."""
    for document in documents:
        read = extract_document(Source(document.name, document.text.read_bytes())).reading
        yield from _tellings(document.name, read, _by_annotations(document, read), document.set == "seeds")
    for name, text, wanted in (case for cases in giver_cases.ALL for case in cases):
        yield from _tellings(name, read := reading(text), _by_case(read, wanted))
    for name, text, notes in test_donations.TOLD:
        yield from _tellings(name, reading(text), _by_notes(notes))


def _by_annotations(document: evaluate.Annotated, read: Reading) -> Judge:
    """Each annotated gift is told once; of several with the same figure the one whose giver was read."""
    rest = [g for g in document.gold["donations"] if not g["optional"]]

    def judge(draft: Draft, gift: Gift, name: str | None) -> Given | None:
        found: dict[str, Any] = {f: getattr(gift, f) for f in _COMPARED}
        found["start_char"], found["end_char"] = read.text.span(gift.start, gift.end)
        fits = [g for g in rest if scoring.donation_answers(g, found)]
        if not fits:
            return None
        gold = next((g for g in fits if scoring.agree(g["donor"], name)), fits[0])
        rest.remove(gold)
        return Given(gold["donor"])

    return judge


_COMPARED = ("kind", "amount", "currency", "quantity", "item", "low")


def _by_case(read: Reading, wanted: list[str]) -> Judge:
    """The givers of a case in order of its gifts, none where it tells of more or fewer than are found."""
    found = [(g.start, g.end) for g in resolve(read, aliases.resolve(read))]

    def judge(draft: Draft, gift: Gift, name: str | None) -> Given | None:
        if len(found) != len(wanted) or found.count((gift.start, gift.end)) != 1:
            return None
        donor = wanted[found.index((gift.start, gift.end))]
        return None if donor == "*" else Given(None if donor == "?" else donor)

    return judge


def _by_notes(notes: list[str]) -> Judge:
    """The giver of the note with the figures of a gift."""
    rest = [expected(words) for words in notes]

    def judge(draft: Draft, gift: Gift, name: str | None) -> Given | None:
        fits = [w for w in rest if (w.amount, w.quantity) == (gift.amount, gift.quantity) and w.donor != "*"]
        if not fits:
            return None
        note = next((w for w in fits if w.donor == (name or "?")), fits[0])
        rest.remove(note)
        return Given(None if note.donor == "?" else note.donor)

    return judge


def _tellings(document: str, read: Reading, judge: Judge, of_seed: bool = False) -> Iterator[Telling]:
    chambers = aliases.resolve(read)
    view = look(read, chambers)
    names = PartyNames(read, chambers, view)
    givers = Givers(read, view, names)
    last: Draft | None = None
    for draft in told(drafts(read, chambers, view)):
        name = name_of(names, draft, draft.donor)[0]
        (gift,) = write(read, view, names, [draft])
        given = judge(draft, gift, name)
        if not given:
            continue
        candidates = givers.candidates(draft, last)
        called = [(c, name_of(names, draft, c.party)[0]) for c in candidates]
        seen = [(c.features, scoring.agree(given.donor, n)) for c, n in called if n or not c.party]

        right = _judged(givers, names, replace(draft), candidates, given)
        read_right = scoring.agree(given.donor, name)
        if not read_right:  # as if it had been chosen, for the next gift
            gave = [c.party for c, n in called if c.party and scoring.agree(given.donor, n)]
            draft.donor = min(gave, key=lambda p: abs(p.start - draft.start), default=None)
        last = draft
        yield Telling(document, of_seed, seen, read_right, right)


def _judged(
    givers: Givers, names: PartyNames, draft: Draft, candidates: list[Candidate], given: Given
) -> Callable[[Weights], bool]:
    """Whether the tool is right about a draft under some weights."""

    def right(known: Weights) -> bool:
        chosen = givers.likeliest(draft, candidates, known)
        return scoring.agree(given.donor, name_of(names, draft, chosen)[0])

    return right
