"""Whose an office is that stands without a body: 会长甲, 该会主席乙, 财务总监丙.

Each body that is spoken of around it, and none, is weighed by where it stands, what it is and what the office is called
(office_weights.csv, learned from the annotated documents by `python -m tests.weigh`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.bodies import Bodies
from chamber_extract.relate.offices.kinds import class_of, compatible, stem
from chamber_extract.relate.offices.named import Named
from chamber_extract.relate.offices.spoken_of import Asked, Body, SpokenOf, Where
from chamber_extract.weights import weights

_MANY = 3  # bodies from which on one more tells nothing
_CLOSE, _FAR = 200, 600  # characters
_KINDS = frozenset(("联合会", "联谊会", "促进会", "同乡会", "会馆", "公所"))
_SHORT = 4  # characters of 商会, 该商会
_WORD = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that may be meant, None for none, and what speaks for or against it."""

    name: str | None
    chamber: ChamberEntity | None
    features: tuple[str, ...]


class Whose:
    """Weighs whose the offices of one document are."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies, self.folded, self.context = bodies, bodies.folded, bodies.context
        self.spoken_of = SpokenOf(bodies)

    def candidates(self, asked: Asked) -> list[Candidate]:
        """All bodies that may be meant, none last."""
        where = self.spoken_of.where(asked.start)
        bodies = self.spoken_of.around(asked, where)
        if asked.said:
            called = [b for b in bodies if self._can_be_called(b, asked.said)]
            bodies = called if called or asked.said in _KINDS else bodies  # 联合会秘书长 is of no 商会
        near = {id(b): b.before(asked.start) for b in bodies}
        order = sorted((n.start for n in near.values() if n), reverse=True)
        of_office = list(self._of_office(asked))
        out = []
        for body in bodies:
            last = near[id(body)]
            place, kind = self._place(body, last, where), _kind(body)
            signs = [*body.signs, *of_office[-1:]] if asked.said else [*body.signs]
            if last:
                signs.append(f"rank {min(order.index(last.start), _MANY)}")
                signs += self._signs(body, last, asked, where)
            title, kind_of_title = asked.title[-2:], of_office[1]
            features = {kind, place, f"{place}, {kind}", f"{kind}, {of_office[2]}", f"any, {of_office[2]}"}
            for of in (title, kind_of_title):
                features |= {f"{kind}, {of}", f"{place}, {of}", f"any, {of}"}
            features.add(f"{place}, {of_office[3]}")
            for sign in signs:
                features |= {sign, f"{sign}, {place}", f"{sign}, {kind_of_title}"}
            out.append(Candidate(self._called(body, asked), body.chamber, tuple(sorted(features))))
        nobody = ["nobody", *(f"nobody, {sign}" for sign in of_office)]
        nobody.append(f"nobody, {'words' if asked.apart else 'alone'}")
        nobody += [f"nobody, {n} bodies" for n in (min(len(order), _MANY),)]
        nobody.append(f"{nobody[-1]}, {asked.title[-2:]}")
        return [*out, Candidate(None, None, tuple(nobody))]

    def _of_office(self, asked: Asked) -> Iterator[str]:
        """What is seen of the office itself."""
        before = self.folded[asked.start - 1 : asked.start]
        yield asked.title[-2:]
        yield f"class {class_of(asked.title, before)}"
        yield f"title {stem(asked.title)}"
        yield f"after {'word' if _WORD.match(before) else before}"
        if asked.said:
            yield f"said {asked.said[0] if asked.said[0] in '该本贵我此同' else 'noun'}"

    def _place(self, body: Body, last: Named | None, where: Where) -> str:
        """Where the body is named last before the office."""
        if not last:
            return "behind" if body.named else "nowhere"
        starts = (where.clause, where.sentence, where.previous, where.paragraph)
        names = ("clause", "sentence", "previous", "paragraph")
        found = next((name for name, s in zip(names, starts, strict=True) if last.start >= s), None)
        return found or ("headline" if "headed" in body.signs else "earlier")

    def _signs(self, body: Body, last: Named, asked: Asked, where: Where) -> Iterator[str]:
        """How the body stands where it is named before the office."""
        if officer := self.context.officer(last):
            yield "leads" if compatible(asked.title, officer) else "leads another"
            yield f"officer {officer[-2:]}, {asked.title[-2:]}"
        else:
            yield "acts" if self.context.acts(last) else "oblique"
        if self.context.is_visited(last):
            yield "visited"
        if last.end - last.start <= _SHORT:
            yield "short"
        acting = [n for n in body.named if where.paragraph <= n.start < asked.start and self.context.acts(n)]
        if acting:
            yield "acts in paragraph"
            if acting[-1].start >= where.sentence:
                yield "acts in sentence"
        far = asked.start - last.end
        yield "close" if far <= _CLOSE else "mid" if far <= _FAR else "far"

    def _can_be_called(self, body: Body, said: str) -> bool:
        """Whether the words that point back can mean the body: 協會 is none of the 商會."""
        kind = said.lstrip("该本贵我此同")
        named = (self.folded[n.start : n.end] for n in body.named)
        return kind in ("", "会") or any(name.endswith(kind) for name in (fold(body.name), *named))

    def _called(self, body: Body, asked: Asked) -> str:
        """What the body is called as the office's."""
        if not body.chamber:
            return body.name
        before = [n for n in body.named if n.end <= asked.start]
        return self.bodies.reported(body.chamber, before[::-1] or body.named, asked.title)


Choose = Callable[[Asked, list[Candidate]], Candidate]


def likeliest(asked: Asked, candidates: list[Candidate]) -> Candidate:
    """The candidate of the greatest weight, the first of those alike."""
    return best(candidates, weights("office"))


def best(candidates: list[Candidate], known: Mapping[str, float]) -> Candidate:
    return max(candidates, key=lambda c: fsum(known.get(f, 0.0) for f in c.features))


def _kind(body: Body) -> str:
    """What a body is: its kind as a chamber, else how it was found."""
    if body.chamber:
        return body.chamber.type
    return body.kind or ("association" if body.named else f"other {body.name[-1]}")
