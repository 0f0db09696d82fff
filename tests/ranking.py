"""Learns which of several is meant: a softmax regression, whose weights make those that are right the likeliest."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

SEEDS = 3  # times that what the seeds tell counts
DOCUMENTS = 3  # that must hold a feature for it to be weighed
LEAST = 0.05  # of a weight that is kept
EPOCHS = 8

Weights = dict[str, float]


class Question(Protocol):
    """One of a document, where several may be meant: what is seen of each and whether it is right."""

    @property
    def document(self) -> str: ...
    @property
    def of_seed(self) -> bool: ...
    @property
    def candidates(self) -> list[tuple[tuple[str, ...], bool]]: ...


def learn(questions: Sequence[Question], *, step: float = 0.3, decay: float = 0.003) -> Weights:
    """The weights under which those that are right are the likeliest, of the features that enough documents hold.

    The seeds, which nobody wrote for this, count several times.
    """
    held: dict[str, set[str]] = defaultdict(set)
    usable = [q for q in questions if any(right for _, right in q.candidates)]
    usable += [q for q in usable if q.of_seed] * (SEEDS - 1)
    for q in usable:
        for features, _ in q.candidates:
            for f in features:
                held[f].add(q.document)
    number = {f: i for i, f in enumerate(sorted(f for f, d in held.items() if len(d) >= DOCUMENTS))}
    rows = [
        [(sorted({number[f] for f in features if f in number}), right) for features, right in q.candidates]
        for q in usable
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
                    slope = error + decay * weights[i]
                    squares[i] += slope * slope
                    weights[i] -= step * slope / math.sqrt(squares[i])
    return {f: weights[i] for f, i in number.items() if abs(weights[i]) >= LEAST}
