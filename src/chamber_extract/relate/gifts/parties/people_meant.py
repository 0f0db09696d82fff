"""Whom 他, 她, 先生 and 伍先生 stand for, where the words leave no other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.gifts.parties.clause_words import NO_GIVEN
from chamber_extract.relate.gifts.view import CHAMBER, PERSON, View
from chamber_extract.segment import at

OPENS = 2  # characters before the word with which a paragraph opens
FEW = 3  # times that an article must name the person whom it is about

# The one without a name of whom the clause before tells.
_SOMEONE = re.compile(r"(?P<who>一[位名个][^，。；：一]{2,24})，[^，。；]{0,2}$")
_IS = re.compile(r"[是叫][^，。；：]{2,24}?(?P<who>[一-鿿]{3})。\s*$")
_NEAR = 40  # characters
PRONOUN = re.compile(r"(?:[他她]|先生)(?:本人|个人|自己)?|其?本人")
# The person a sentence is about opens it, behind bodies and offices: 商会会长甲, 大会主席拿督斯里甲.
_LEADS = re.compile(
    rf"[一-鿿A-Za-z0-9·{CHAMBER}、 \u3000]{{0,30}}?(?P<who>{PERSON}+)(?![{PERSON}、和与及暨 ])"
)
_CALLED = re.compile(r"(?:^|(?<=[\s，。、“悼念追思忆]))(?P<who>[一-鿿]{2,3})先生", re.M)


class People:
    """Whom the references of one document to people stand for."""

    def __init__(self, reading: Reading, view: View) -> None:
        self.reading, self.view = reading, view
        self.clean, self.folded = reading.text.clean, reading.text.folded

    def person(self, start: int, surname: str = "") -> str | None:
        """Whom 他, 先生 or 伍先生 at `start` means, None where that is open.

        The only person named before in the paragraph, the last with whom a clause of the sentence opens,
        or the one whom the last sentence there that opens with a person is about; where it opens its paragraph, so in the
        paragraph before; else the one whom the article is about.
        """
        if (someone := _SOMEONE.search(self.folded, max(0, start - _NEAR), start)) and not surname:
            return self.clean[slice(*someone.span("who"))]  # 一位退休的洗衣工，她…
        if not surname and (partial := self._partly_named(start)):
            return self.person(partial.start, fold(partial.value.name)[0]) or partial.value.name
        paragraph = at(self.reading.segments.paragraphs, start)
        people = [m for m in self._people(start, surname) if m.start < start]
        floor = paragraph.start if paragraph else start
        opens = paragraph is not None and start - floor <= OPENS and not surname
        here = [m for m in people if m.start >= (self._paragraph_before(floor) if opens else floor)]
        if not here and not surname and (introduced := self._introduced(start)):
            return introduced
        found = {m.value.name for m in here}
        meant = found.pop() if len(found) == 1 else self._subject(here, start) if here else None
        return meant if here and not opens else meant or self._protagonist(start, surname)

    def _partly_named(self, start: int) -> Mention | None:
        """The only person of whom the last sentence of the paragraph tells that tells of any, if but by a part of the name.

        名古屋的胡先生是个体运输户。他…, 开酒吧的郑女士自己的店也进了水，她…
        """
        paragraph = at(self.reading.segments.paragraphs, start)
        told = self.reading.within("person", paragraph.start, start) if paragraph else []
        sentence = at(self.reading.segments.sentences, told[-1].start) if told else None
        here = [m for m in told if sentence and m.start >= sentence.start]
        return here[0] if len(here) == 1 and here[0].value.partial else None

    def _introduced(self, start: int) -> str | None:
        """Who the sentence before says that somebody is, by a name of no list: 年纪最小的捐款人，是二年级生李乐儿。她…"""
        m = _IS.search(self.folded, max(0, start - _NEAR), start)
        if not m:
            return None
        for begin in range(m.start("who"), m.end("who") - 1):
            name = self.folded[begin : m.end("who")]
            known = name[0] in names().surnames and name[:2] not in names().common
            if known and not NO_GIVEN.search(name):
                return self.clean[begin : begin + len(name)]
        return None

    def _paragraph_before(self, start: int) -> int:
        """Where the paragraph before the one at `start` begins."""
        paragraphs = self.reading.segments.paragraphs
        i = bisect_left(paragraphs, start, key=lambda p: p.start)
        return paragraphs[i - 1].start if i else start

    def _people(self, start: int, surname: str) -> list[Mention]:
        section = at(self.reading.segments.sections, start)
        since, end = (section.start, section.end) if section else (0, len(self.folded))
        return [
            m
            for m in self.reading.within("person", since, end)
            if not m.value.partial and fold(m.value.name).startswith(surname)
        ]

    def _subject(self, people: list[Mention], start: int) -> str | None:
        """Of several people the one with whom a sentence opens, if no other stands in the sentences since.

        In his own sentence it is who opens the last clause that a person opens, but 他本人 and 他自己 are who speaks.
        """
        sentences = self.reading.segments.sentences
        first = bisect_right(sentences, people[0].start, key=lambda s: s.end)
        for s in reversed(sentences[first : bisect_left(sentences, start, key=lambda s: s.start)]):
            inside = [m for m in people if s.start <= m.start < min(s.end, start)]
            leads = _LEADS.match(self.view.text, s.start, s.end)
            alone = [m for m in inside if not self.folded.startswith(("夫妇", "伉俪"), m.end)]
            opened = [m.value.name for m in alone if s.end > start and self._opens(m, s.start)]
            if opened and not self.folded.startswith(("本人", "自己"), start + 1):
                return opened[-1]
            if inside:
                return next((m.value.name for m in inside if leads and m.start == leads.start("who")), None)
        return None

    def _opens(self, m: Mention, floor: int) -> bool:
        """Whether a clause opens with the person."""
        comma = max(self.folded.rfind(c, floor, m.start) + 1 for c in "，；：:;“「")
        leads = _LEADS.match(self.view.text, max(comma, floor), m.end)
        return leads is not None and leads.start("who") == m.start

    def _called(self, start: int, people: list[Mention]) -> set[str]:
        """Who is called 先生 by full name in the article: of the people found, else by surname."""
        section = at(self.reading.segments.sections, start)
        since, end = (section.start, section.end) if section else (0, len(self.folded))
        known = {m.value.name for m in people if self.folded.startswith("先生", m.end)}
        return known or {
            self.clean[slice(*m.span("who"))]
            for m in _CALLED.finditer(self.folded, since, end)
            if m["who"][0] in names().surnames and len(m["who"]) == 3
        }

    def _protagonist(self, start: int, surname: str) -> str | None:
        """The person in the title, or the only one of the article whom it names more than once or twice."""
        people = self._people(start, surname)
        section = at(self.reading.segments.sections, start)
        title = (section.title if section else self.reading.segments.title) or ""
        if self.folded.startswith("先生", start) and (called := self._called(start, people)):
            return called.pop() if len(called) == 1 else None
        titled = {m.value.name for m in people if m.value.name in title}
        if len(titled) == 1:
            return titled.pop()
        counts = Counter(m.value.name for m in people).most_common(2)
        if surname and len(counts) == 1:
            return counts[0][0]
        second = counts[1][1] if len(counts) > 1 else 0
        return counts[0][0] if counts and counts[0][1] >= FEW and counts[0][1] > second + 1 else None
