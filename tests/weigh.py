"""Learns what speaks for a figure being given: `python -m tests.weigh` writes gift_weights.csv.

A logistic regression over the words around each figure of the documents in `dev` and the seeds (see
`relate.gifts.prose.likely`), by steps of AdaGrad in a fixed order, so that the same documents give the
same weights. `--folds N` does not write, but says how it fares on documents that it did not see.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chamber_extract.pipeline import extract_document
from chamber_extract.readers import Source
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.gifts.prose import likely, warrant
from chamber_extract.relate.gifts.prose.likely import BIAS, features
from chamber_extract.relate.gifts.view import look
from tests import evaluate

PATH = evaluate.ROOT / "src" / "chamber_extract" / "gift_weights.csv"
DOCUMENTS = 8  # that must hold a feature for it to be weighed
KEPT = 2000  # features of the greatest weight
EPOCHS, STEP, DECAY = 30, 0.3, 10.0

Weights = dict[str, float]


class Figure(NamedTuple):
    """What is weighed of a figure, and whether it was given."""

    document: str
    features: frozenset[str]
    given: bool


def figures(documents: Iterable[evaluate.Annotated]) -> Iterator[Figure]:
    """The figures of annotated documents; those on which careful readers may differ are left out."""
    for document in documents:
        reading = extract_document(Source(document.name, document.text.read_bytes())).reading
        view = look(reading, aliases.resolve(reading))
        gifts = document.gold["donations"]
        for figure in view.figures:
            start, end = reading.text.span(figure.start, figure.end)
            said = [g["optional"] for g in gifts if g["start_char"] < end and start < g["end_char"]]
            if not all(said) or not said:
                seen = frozenset(features(view, figure))
                yield Figure(document.name, seen, bool(said))


def learn(seen: list[Figure]) -> Weights:
    """The weights of the features that enough documents hold, and of these only the greatest."""
    held = Counter(f for f, _ in {(f, figure.document) for figure in seen for f in figure.features})
    weights = _fit(seen, {f for f, n in held.items() if n >= DOCUMENTS})
    ranked = sorted(weights, key=lambda f: (-abs(weights[f]), f))
    return _fit(seen, {f for f in ranked if f != BIAS and weights[f]} & set(ranked[:KEPT]))


def _fit(seen: list[Figure], known: set[str]) -> Weights:
    """Weights of the known features; each pulls back towards zero as its figures come by."""
    number = {f: i for i, f in enumerate(sorted(known), start=1)}
    rows = [([0, *sorted(number[f] for f in s.features if f in number)], s.given) for s in seen]
    times = Counter(i for row, _ in rows for i in row)
    weights, squares = [0.0] * (len(number) + 1), [1e-6] * (len(number) + 1)
    for _ in range(EPOCHS):
        for row, given in rows:
            score = sum(weights[i] for i in row)
            error = 1 / (1 + math.exp(-score)) - given
            for i in row:
                slope = error + (DECAY * weights[i] / times[i] if i else 0.0)
                squares[i] += slope * slope
                weights[i] -= STEP * slope / math.sqrt(squares[i])
    return {BIAS: weights[0]} | {f: weights[i] for f, i in number.items()}


def likelihood(weights: Weights, figure: Figure) -> float:
    score = weights[BIAS] + sum(weights.get(f, 0.0) for f in figure.features)
    return 1 / (1 + math.exp(-score))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--folds", type=int, help="parts of the documents, each judged by what the others teach"
    )
    folds = parser.parse_args().folds
    seen = list(figures(d for d in evaluate.load() if d.set not in evaluate.UNSEEN))
    if folds:
        names = sorted({s.document for s in seen})
        part = {name: n % folds for n, name in enumerate(names)}
        judged = []
        for fold in range(folds):
            weights = learn([s for s in seen if part[s.document] != fold])
            judged += [(likelihood(weights, s), s.given) for s in seen if part[s.document] == fold]
        for enough in (likely.ENOUGH, warrant.LEAST):
            taken = [given for p, given in judged if p >= enough]
            print(
                f"{enough}: {sum(taken)} of {len(taken)} right, of {sum(given for _, given in judged)} given"
            )
        return 0
    weights = learn(seen)
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((f, f"{w:.2f}") for f, w in sorted(weights.items()) if f == BIAS or abs(w) >= 0.005)
    print(f"{len(weights) - 1} weights from {len(seen)} figures")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
