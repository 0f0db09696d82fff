"""Learns who of those spoken of around a gift gave it (see `relate.gifts.parties.givers`): part of `python -m tests.weigh`."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from chamber_extract.pipeline import extract_document
from chamber_extract.readers import Source
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.gifts import drafts
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.givers import TRUST, Givers, name_of, told
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.view import look
from chamber_extract.relate.gifts.writing import write
from tests import evaluate, scoring

SEEDS = 3
DOCUMENTS = 3  # that must hold a feature for it to be weighed
LEAST = 0.05  # of a weight that is kept
EPOCHS, STEP, DECAY = 8, 0.3, 0.003

Weights = dict[str, float]


class Telling(NamedTuple):
    """A gift that was told, all who may have given it with whether each did, and whom the clauses were read to name."""

    document: str
    of_seed: bool
    candidates: list[tuple[str | None, tuple[str, ...], bool]]
    read: str | None
    read_right: bool


def tellings(documents: Iterable[evaluate.Annotated]) -> Iterator[Telling]:
    """The gifts of annotated documents that are told in sentences and found."""
    for document in documents:
        reading = extract_document(Source(document.name, document.text.read_bytes())).reading
        chambers = aliases.resolve(reading)
        view = look(reading, chambers)
        names = PartyNames(reading, chambers, view)
        givers = Givers(reading, view, names)
        rest = [g for g in document.gold["donations"] if not g["optional"]]
        last: Draft | None = None
        for draft in told(drafts(reading, chambers, view)):
            read = name_of(names, draft, draft.donor)[0]
            (gift,) = write(reading, view, names, [draft])
            found: dict[str, Any] = {
                f: getattr(gift, f) for f in ("kind", "amount", "currency", "quantity", "item", "low")
            }
            found["start_char"], found["end_char"] = reading.text.span(gift.start, gift.end)
            fits = [g for g in rest if scoring._donation_answers(g, found)]
            if not fits:
                continue
            gold = next((g for g in fits if scoring.agree(g["donor"], read)), fits[0])
            rest.remove(gold)
            named = [(c, name_of(names, draft, c.party)[0]) for c in givers.candidates(draft, last)]
            seen = [
                (name, c.features, scoring.agree(gold["donor"], name))
                for c, name in named
                if name or not c.party
            ]
            read_right = scoring.agree(gold["donor"], read)
            if not read_right:  # as if it had been chosen, for the next gift
                gave = [c.party for c, name in named if c.party and scoring.agree(gold["donor"], name)]
                draft.donor = min(gave, key=lambda p: abs(p.start - draft.start), default=None)
            last = draft
            yield Telling(document.name, document.set == "seeds", seen, read, read_right)


def learn(tellings: list[Telling]) -> Weights:
    """The weights under which those who gave are the likeliest, of the features that enough documents hold.

    The seeds, which nobody wrote for this, count several times.
    """
    held: dict[str, set[str]] = defaultdict(set)
    usable = [t for t in tellings if any(right for *_, right in t.candidates)]
    usable += [t for t in usable if t.of_seed] * (SEEDS - 1)
    for t in usable:
        for _, features, _ in t.candidates:
            for f in features:
                held[f].add(t.document)
    number = {f: i for i, f in enumerate(sorted(f for f, d in held.items() if len(d) >= DOCUMENTS))}
    rows = [
        [(sorted({number[f] for f in features if f in number}), right) for _, features, right in t.candidates]
        for t in usable
    ]
    weights, squares = [0.0] * len(number), [1e-6] * len(number)
    order = random.Random(0)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for row in rows:
            scores = [math.exp(sum(weights[i] for i in features)) for features, _ in row]
            every, of_right = sum(scores), sum(s for s, (_, right) in zip(scores, row, strict=True) if right)
            for score, (features, right) in zip(scores, row, strict=True):
                error = score / every - (score / of_right if right else 0.0)
                if abs(error) < 1e-3:
                    continue
                for i in features:
                    slope = error + DECAY * weights[i]
                    squares[i] += slope * slope
                    weights[i] -= STEP * slope / math.sqrt(squares[i])
    return {f: weights[i] for f, i in number.items() if abs(weights[i]) >= LEAST}


def right(weights: Weights, telling: Telling) -> bool:
    """Whether the giver chosen by the weights, and the reading of the clauses, is the annotated one."""
    likely: dict[str | None, float] = defaultdict(float)
    for name, features, _ in telling.candidates:
        likely[name] += math.exp(sum(weights.get(f, 0.0) for f in features))
    likely[telling.read] *= math.exp(TRUST)
    chosen = max(likely, key=lambda name: likely[name])
    return (
        telling.read_right
        if chosen == telling.read
        else any(r for n, _, r in telling.candidates if n == chosen)
    )
