"""Everybody who is spoken of in a sentence: chambers, people, counted groups, who opens a clause and who follows a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.bounds import LONGEST_NAME
from chamber_extract.relate.gifts.parties.clause_words import TITLE, head
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.wording import Party, is_party
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON
from chamber_extract.segment import Span

_STOPS = '，；：。！？\n,;:!?“”"'
_CLAUSE = re.compile(f"[^{_STOPS}]+")
_KNOWN = re.compile(f"{CHAMBER}{{2,}}|{PERSON}+|{COUNT}{{2,}}")
_NOUN = 8  # characters behind a count: 36家会员企业
_AHEAD = 2 * LONGEST_NAME  # characters of the clause in which one who is turned to may be named
# Words within a clause behind which somebody may be named.
_TURNS = re.compile(
    "由|为|是|系|自|的|把|和|与|及|、|令|让|请|将|向|对|以|率|被|受|以及|联合|携手|代表|组织|发动|号召"
)
_SPEAKS = re.compile("[^，。；]{0,6}?(?:表示|说|称|指出|介绍|透露|告诉|强调|认为|呼吁|坦言|致辞|致词)")
_LETTERS = str.maketrans(
    dict(zip((DATE, CHAMBER, PERSON, FIGURE, COUNT, ASIDE, "，"), "DCPFNA,", strict=True))
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Someone who is spoken of, and what is seen of him whatever was given.

    `kind` is what his name is like, `opens` whether he opens a sentence or a clause, `signs` the words next to him.
    """

    party: Party
    kind: str
    opens: bool
    signs: tuple[str, ...]


def spoken_of(view: str, folded: str, sentence: Span, *, closely: bool) -> list[Spoken]:
    """All who are spoken of in a sentence; a name may be found as part of a longer one as well.

    Read `closely`, whoever may be named behind a preposition is among them.
    """
    found = [*_parties(view, sentence), *(_turned_to(view, sentence) if closely else ())]
    distinct = {(p.start, p.end): p for p in found if p.end > p.start}
    return [seen(view, folded, sentence, p) for p in distinct.values()]


def _parties(view: str, sentence: Span) -> Iterator[Party]:
    for known in _KNOWN.finditer(view, sentence.start, sentence.end):
        if known[0][0] != COUNT:
            yield Party(*known.span())
            continue
        longest = min(known.end() + _NOUN, sentence.end)
        stops = range(longest, known.end(), -1)
        if stop := next((i for i in stops if is_party(view[known.start() : i])), None):
            yield Party(known.start(), stop, plural=True)
    for clause in _CLAUSE.finditer(view, sentence.start, sentence.end):
        if opens := named(view, *clause.span()):
            yield opens


def _turned_to(view: str, sentence: Span) -> Iterator[Party]:
    for clause in _CLAUSE.finditer(view, sentence.start, sentence.end):
        for turn in _TURNS.finditer(view, *clause.span()):
            other = named(view, turn.end(), min(clause.end(), turn.end() + _AHEAD))
            if other and other.start - turn.end() <= 1 and is_party(view[other.start : other.end]):
                yield other


def seen(view: str, folded: str, sentence: Span, party: Party) -> Spoken:
    """What is seen of a party that a sentence names."""
    start, end = party.start, party.end
    before, behind = (view[a:b].translate(_LETTERS) for a, b in ((max(0, start - 2), start), (end, end + 1)))
    opens = not before or any(c in _STOPS or c == "," for c in before)
    first = "sentence" if start - sentence.start <= 1 else "clause" if opens else "no"
    signs = [f"before {before[-1:]}", f"behind {behind}", f"opens {first}"]
    signs.append(f"then {names().common.get(view[end : end + 2])}")
    if _SPEAKS.match(folded, end):
        signs.append("speaks")
    if party.plural:
        signs.append("many")
    return Spoken(party, _kind(view, party), opens, tuple(signs))


def _kind(view: str, party: Party) -> str:
    """What a name is like: whom it holds that is known, else by its noun."""
    words = view[party.start : party.end]
    if PERSON in words:
        return "person"
    if CHAMBER in words:
        return "chamber" if words[-1] == CHAMBER else "of chamber"
    if COUNT in words:
        return "counted"
    kind = "body" if head(words) else "office" if TITLE.search(view, party.start, party.end) else "words"
    return f"{kind}, many" if party.plural else kind
