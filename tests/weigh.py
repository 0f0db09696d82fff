"""Learns what speaks for a figure being given, for an office being a body's and for a line being a headline:
`python -m tests.weigh` writes gift_weights.csv, office_weights.csv and headline_weights.csv.

Three logistic regressions over the documents in `dev` and the seeds, of the words around each figure (see
`relate.gifts.prose.likely`), of the bodies around each office (see `relate.offices.whose`) and, in `collections` too, of
what stands around each line that may be a headline (see `segment.likely`), by steps of AdaGrad in a fixed order, so that
the same documents give the same weights. `--folds N` does not write, but says how they fare on documents that they did not see:
those of an author stand in one part. `--only NAME` learns one of the tables alone.
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
from chamber_extract.relate.gifts.prose import likely
from chamber_extract.relate.gifts.prose.likely import BIAS, features
from chamber_extract.relate.gifts.view import look
from chamber_extract.segment.likely import ENOUGH
from tests import evaluate, weigh_headlines, weigh_offices

FOLDER = evaluate.ROOT / "src" / "chamber_extract"
DOCUMENTS = 8  # that must hold a feature for it to be weighed
KEPT = 2000  # features of the greatest weight
TABLES = ("gift", "office", "headline")
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
    parser.add_argument("--only", choices=TABLES, help="one of the tables alone")
    arguments = parser.parse_args()
    asked = (arguments.only,) if arguments.only else TABLES
    seeable = [d for d in evaluate.load() if d.set not in evaluate.UNSEEN]
    documents = [d for d in seeable if "donations" in d.gold]
    seen = list(figures(documents)) if "gift" in asked else []
    offices = list(weigh_offices.askings(documents)) if "office" in asked else []
    lines = list(weigh_headlines.lines(seeable)) if "headline" in asked else []
    if arguments.folds:
        return _fare(seen, offices, lines, arguments.folds)
    if "gift" in asked:
        _write("gift", {f: w for f, w in learn(seen).items() if f == BIAS or abs(w) >= 0.005})
    if "office" in asked:
        _write("office", weigh_offices.learn(offices))
    if "headline" in asked:
        _write("headline", weigh_headlines.learn(lines))
    return 0


def _fare(
    seen: list[Figure], offices: list[weigh_offices.Asking], lines: list[weigh_headlines.Line], folds: int
) -> int:
    """Prints how many figures, bodies and headlines of each part the others teach to judge rightly; authors' files begin
    alike."""
    authors = sorted({t.document[:2] for t in (*seen, *offices, *lines)})
    part = {author: n % folds for n, author in enumerate(authors)}
    judged, placed, headed = [], [], []
    for fold in range(folds):
        weights = learn([s for s in seen if part[s.document[:2]] != fold]) if seen else {}
        judged += [(likelihood(weights, s), s.given) for s in seen if part[s.document[:2]] == fold]
        bodies = weigh_offices.learn([a for a in offices if part[a.document[:2]] != fold])
        placed += [a.right(bodies) for a in offices if part[a.document[:2]] == fold]
        headlines = weigh_headlines.learn([x for x in lines if part[x.document[:2]] != fold])
        headed += [
            (weigh_headlines.likelihood(headlines, x) >= ENOUGH, x.begins)
            for x in lines
            if part[x.document[:2]] == fold
        ]
    for enough in (likely.ENOUGH, likely.LEAST, likely.TELLS) if seen else ():
        taken = [given for p, given in judged if p >= enough]
        print(f"{enough}: {sum(taken)} of {len(taken)} right, of {sum(given for _, given in judged)} given")
    if offices:
        print(f"bodies of offices: {sum(placed)} of {len(offices)} right")
    if lines:
        right, found = sum(one and other for one, other in headed), sum(likely for likely, _ in headed)
        print(f"headlines: {right} of {found} right, of {sum(begins for _, begins in headed)} that are some")
    return 0


def _write(name: str, weights: Weights) -> None:
    with (FOLDER / f"{name}_weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((f, f"{w:.2f}") for f, w in sorted(weights.items()))


if __name__ == "__main__":
    raise SystemExit(main())
