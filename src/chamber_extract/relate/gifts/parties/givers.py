"""Which of all who are spoken of around a gift gave it, by where they stand and the words next to them.

The clauses are read for who acts in them first (`subjects`), and that reading mostly stands. But giving is told in more
ways than there are steps there: so everybody spoken of in the sentences before a gift and at the head of its article, and
nobody, is weighed (giver_weights.csv, learned from the annotated documents by `python -m tests.weigh`), and the reading
gives way where another is far more likely.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chamber_extract.mention import Reading
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.gifts.clauses import raises
from chamber_extract.relate.gifts.drafts import COLUMNS, Draft
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.parties.spoken_of import Spoken, seen, spoken_of
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.scopes import is_own
from chamber_extract.relate.gifts.setting import SLACK
from chamber_extract.relate.gifts.view import CHAMBER, PERSON, View
from chamber_extract.relate.weights import weights
from chamber_extract.segment import Span, at

# By so much (a logarithm) the reading of the clauses is trusted beyond what is weighed: of the documents that weights were
# not learned from, most are right with 3.
TRUST = 3.0
SENTENCES = 8  # before a gift in which its giver may be named
MOST = 30  # of those in one sentence, nearest to the gift, who are weighed
_FAR = 3  # commas, sentences or names from which on one more tells nothing
_PAUSE = re.compile("[，；：]")
_SOMEONE = re.compile(f"{CHAMBER}+|{PERSON}+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may have given, None for nobody, and what speaks for or against him."""

    party: Party | None
    features: tuple[str, ...]


class Givers:
    """Weighs who gave in one document."""

    def __init__(self, reading: Reading, view: View, names: PartyNames) -> None:
        self.view, self.folded, self.names = view.text, reading.text.folded, names
        self.sentences = reading.segments.sentences
        self.sections = reading.segments.sections
        self.titles = {s.start: len(s.title) for s in self.sections} or {0: len(reading.segments.title or "")}
        self.known = [m.start() for m in _SOMEONE.finditer(self.view)]
        self._spoken: dict[tuple[int, bool], list[Spoken]] = {}

    def choose(self, drafts: Iterable[Draft]) -> None:
        """Sets the giver of each draft that the text tells of."""
        last: Draft | None = None
        for draft in told(drafts):
            chosen = self.likeliest(draft, self.candidates(draft, last), weights("giver"))
            if chosen != draft.donor:  # that several gave was read of somebody else
                draft.donor, draft.gathered = chosen, chosen is None
            last = draft

    def likeliest(
        self, draft: Draft, candidates: list[Candidate], known: Mapping[str, float]
    ) -> Party | None:
        """The giver whose mentions together are the likeliest; how far the name goes that was read is not weighed anew."""
        scores = [sum(known.get(f, 0.0) for f in c.features) for c in candidates]
        best = max(scores)
        same = [_overlap(c.party, draft.donor) for c in candidates]
        read = TRUST + max(score for score, is_read in zip(scores, same, strict=True) if is_read)
        if read >= best:
            return draft.donor
        called = name_of(self.names, draft, draft.donor)[0]
        likely: dict[str | None, float] = {called: math.exp(read)}
        parties = dict.fromkeys(likely, draft.donor)
        for score, candidate, is_read in zip(scores, candidates, same, strict=True):
            if is_read or score < best - TRUST:
                continue
            name = name_of(self.names, draft, candidate.party)[0]
            if name and called and (name in called or called in name):  # 商会 and 商会会长甲
                name = called
            if name or not candidate.party:
                likely[name] = likely.get(name, 0.0) + math.exp(score)
                parties.setdefault(name, candidate.party)
        return parties[max(likely, key=lambda name: likely[name])]

    def candidates(self, draft: Draft, last: Draft | None) -> list[Candidate]:
        """All who may have given, nobody last; `last` is the gift told before."""
        article = at(self.sections, draft.start) or Span(0, len(self.view))
        here = bisect_right(self.sentences, draft.start, key=lambda s: s.start) - 1
        verb = self._verb(draft)
        spoken = list(self._around(here, article, draft.lot.figure.start))
        if draft.donor:
            spoken = [
                s for s in spoken if (s.party.start, s.party.end) != (draft.donor.start, draft.donor.end)
            ]
            spoken.append(self._read(draft.donor))
        openers = sorted({s.party.start for s in spoken if s.opens})
        before = _told_before(draft, last) if last else None
        gave = last and last.donor and self.folded[last.donor.start : last.donor.end]
        figure = draft.lot.figure.start
        out = []
        for one in spoken:
            party = one.party
            if party.start <= figure < party.end and party is not draft.donor:
                continue
            place = self._place(party, draft, verb, here, article)
            signs = [*one.signs, *self._signs(party, draft, verb, openers)]
            if before:
                signs.append(
                    f"{before} {'gave' if self.folded[party.start : party.end] == gave else 'did not give'}"
                )
            features = [place, one.kind, f"{place}, {one.kind}"]
            features += [f for sign in signs for f in (sign, f"{sign}, {place}", f"{sign}, {one.kind}")]
            out.append(Candidate(party, tuple(features)))
        nobody = ["nobody", f"nobody, {draft.rule}", f"nobody, {draft.action}", f"nobody, {draft.form}"]
        if before:
            nobody.append(f"nobody, {before} {'somebody' if gave else 'nobody'}")
        return [*out, Candidate(None, tuple(nobody))]

    def _around(self, here: int, article: Span, figure: int) -> Iterator[Spoken]:
        """Who is spoken of in the sentences up to the gift's, and at the head of its article."""
        start = bisect_left(self.sentences, article.start, key=lambda s: s.start)
        headed = article.start + self.titles.get(article.start, 0) + SLACK
        near = max(start, here - SENTENCES)
        head = min(bisect_right(self.sentences, headed, key=lambda s: s.start), near)
        for i in range(start, head):
            yield from self._of(i)[:MOST]
        for i in range(near, here):
            yield from self._of(i)[-MOST:]
        own = self._of(here, closely=True)
        at_figure = bisect_left(own, figure, key=lambda one: one.party.start)
        yield from own[max(0, at_figure - MOST) : at_figure + MOST]

    def _of(self, sentence: int, closely: bool = False) -> list[Spoken]:
        """Who is spoken of in one sentence, in order."""
        asked = (sentence, closely)
        if asked not in self._spoken:
            found = spoken_of(self.view, self.folded, self.sentences[sentence], closely=closely)
            self._spoken[asked] = sorted(found, key=lambda one: (one.party.start, one.party.end))
        return self._spoken[asked]

    def _read(self, party: Party) -> Spoken:
        """Whom the clauses were read to name, as he is seen."""
        sentence = self.sentences[bisect_right(self.sentences, party.start, key=lambda s: s.start) - 1]
        return seen(self.view, self.folded, sentence, party)

    def _verb(self, draft: Draft) -> int:
        """Where the verb of a gift stands, its figure without one."""
        figure = draft.lot.figure.start
        if not draft.form:
            return figure
        if draft.rule == "before-verb":
            behind = self.folded.find(draft.form, figure, draft.sentence.end)
            if behind >= 0:
                return behind
        ahead = self.folded.rfind(draft.form, draft.sentence.start, figure)
        return ahead if ahead >= 0 else figure

    def _place(self, party: Party, draft: Draft, verb: int, here: int, article: Span) -> str:
        """Where someone stands, seen from the verb."""
        if party.start >= draft.sentence.start:
            behind = party.start >= verb
            a, b = (verb, party.start) if behind else (party.end, verb)
            pauses = sum(1 for _ in _PAUSE.finditer(self.view, a, b))
            return f"{'behind' if behind else 'ahead'} {min(pauses, _FAR)}"
        if party.start < article.start + self.titles.get(article.start, 0):
            return "title"
        far = here - (bisect_right(self.sentences, party.start, key=lambda s: s.start) - 1)
        return f"{'paragraph' if party.start >= draft.paragraph.start else 'earlier'} {min(far, _FAR)}"

    def _signs(self, party: Party, draft: Draft, verb: int, openers: list[int]) -> Iterator[str]:
        """How someone stands to the gift, beside his place."""
        a, b = (verb, party.start) if party.start >= verb else (party.end, verb)
        for kind, starts in (("known", self.known), ("openers", openers)):
            between = bisect_left(starts, b) - bisect_left(starts, a)
            yield f"{min(max(between, 0), _FAR)} {kind} between"
        if 0 <= draft.lot.figure.start - party.end <= _FAR:
            yield "beside the figure"
        if party.start >= draft.end:
            yield "behind all"
        taker = draft.recipient
        if taker and party.start < taker.end and taker.start < party.end:
            yield "receives"


def name_of(names: PartyNames, draft: Draft, donor: Party | None) -> tuple[str | None, ChamberEntity | None]:
    """What the giver of a draft is called if it is `donor`, and the chamber that he is; what its members raised is a body's."""
    donor = names.without_fellows(donor, 0 if draft.lot.money else draft.lot.start)
    raised = donor is not None and not is_own(donor, draft.lot, names.folded)
    return names.giver(donor, handed=draft.handed, raised=raised and raises(draft.action, draft.form))


def told(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of gifts told in sentences, in order, without those of which the text says outright who gave.

    So it does of each of several: 甲、乙分别捐5万元、3万元.
    """
    prose = sorted((d for d in drafts if d.rule not in COLUMNS), key=lambda d: (d.start, d.end))
    times = Counter(d.lot.figure.start for d in prose)
    return [
        d for d in prose if times[d.lot.figure.start] == 1 and not d.respectively and not _is_said_outright(d)
    ]


def _is_said_outright(draft: Draft) -> bool:
    """Whether the text itself says who gave: by whom the goods were behind them, or that a total is nobody's alone.

    So it is of a sum that stands beside a noun of giving and has no verb: 善款突破52万元.
    """
    if draft.donor:
        return draft.donor.start >= draft.lot.end
    return draft.rule == "beside-noun" or (draft.gathered and draft.cumulative)


def _overlap(one: Party | None, other: Party | None) -> bool:
    """Whether two are named in the same place, or are both nobody."""
    if not one or not other:
        return one is other
    return one.start < other.end and other.start < one.end


def _told_before(draft: Draft, last: Draft) -> str:
    """How near the gift before was told."""
    if last.sentence == draft.sentence:
        return "in this sentence"
    return "in this paragraph" if last.paragraph == draft.paragraph else "before"
