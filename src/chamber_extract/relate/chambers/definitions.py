"""Short forms that a document, the registry or usage gives its chambers, and where they stand: 以下简称“总商会”, 中总, 中钢协."""

from __future__ import annotations

import re
from bisect import bisect_left

from chamber_extract.extractors.chambers import HEAD, Name
from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.chambers.homes import Homes
from chamber_extract.relate.chambers.index import Index, registry
from chamber_extract.relate.chambers.keys import shortens, skeleton
from chamber_extract.relate.chambers.shorts import known_by, shorts, stands_alone, understood
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span, at

# （以下简称“总商会”）, （簡稱中總）, 以下称协会
_DEFINED = re.compile(
    r"[,，]?\s?[(]?(?:以下|下文|下|又)?(?:统一?)?简?称(?:为|:)?\s?[“‘\"]?(?P<short>\w{2,12}(?:\(协\)会\w{0,6})?)[”’\"]?"
)
# （隆雪中總）: a short form alone in brackets.
_BRACKETED = re.compile(r"\s?\([“‘\"]?(?P<short>[^\W\da-zA-Z_]{2,10})[”’\"]?[),，]")
# The English name after the Chinese one, in brackets or on the next line.
_ENGLISH = re.compile(
    r"\s?[（(]\s?(?P<name>[A-Z][A-Za-z .,&'’-]{5,90}[A-Za-z]|[A-Z]{3,10})\s?[)）]"
    r"|\n(?=[A-Z][^\n]*(?:Chamber|Association|Federation|Conference|Council))(?P<line>[A-Z][A-Za-z .,&'’-]{5,90}[A-Za-z])"
)
# 中汽协发〔2019〕12号 is a document's number.
_NUMBER = re.compile(r"\w{0,3}[〔\[(【]\d{4}")


class Definitions:
    """The short forms of one document, each with the entity that it stands for and the name that it was given to."""

    def __init__(self, reading: Reading, index: Index, homes: Homes) -> None:
        self.clean, self.folded, self.segments = reading.text.clean, reading.text.folded, reading.segments
        self.index, self.homes = index, homes
        self.given: list[tuple[str, ChamberEntity, Span]] = []
        self._read_definitions()
        self._name_headless()

    def _read_definitions(self) -> None:
        """Short forms given right after a full name. One that is itself read as a name is no other body."""
        for span, entity in sorted(self.index.places.items(), key=lambda p: p[0].start):
            m = _DEFINED.match(self.folded, span.end)
            if m is None:
                m = _BRACKETED.match(self.folded, span.end)
                if m is None or not shortens(m["short"], self.folded[span.start : span.end]):
                    continue
            self.given.append((m["short"], entity, span))
            same = self.index.by_skeleton.get(skeleton(m["short"])) if HEAD.search(m["short"]) else None
            if same is not None and same is not entity:
                self.index.join(same, entity)

    def _name_headless(self) -> None:
        """Short forms without a head noun: 中总 where the document defines it, 中钢协 as known; English names."""
        for short, entity, definition in sorted(self.given, key=lambda d: -len(d[0])):
            if not HEAD.search(short):  # the longest first: 中总 is no name in 隆雪中总
                self._name_all(short, entity, self.article(definition.start))
        self._name_understood()
        for form, known in registry().items():
            if len(form) > 2 and not HEAD.search(form) and form in self.folded:
                self._name_all(form, self.index.entity(known["name"]), Span(0, len(self.folded)))
        for span, entity in list(self.index.places.items()):
            if m := _ENGLISH.match(self.clean, span.end):
                group = "name" if m["name"] else "line"
                self.index.name(entity, Span(m.start(group), m.end(group)), m[group])

    def _name_all(self, form: str, entity: ChamberEntity, where: Span) -> None:
        """The entity is named wherever the form stands there, outside other names and words."""
        taken = sorted((s.start, s.end) for s in self.index.places)
        i = self.folded.find(form, where.start, where.end)
        while i >= 0:
            after = i + len(form)
            j = bisect_left(taken, (after, 0))
            inside = j and taken[j - 1][1] > i
            if not inside and not _NUMBER.match(self.folded, after) and stands_alone(self.folded, i, after):
                self.index.name(entity, Span(i, after), self.clean[i:after])
            i = self.folded.find(form, after, where.end)

    def _name_understood(self) -> None:
        """中总 means the one 中华总商会 of the article, where nothing else defines it."""
        defined = {short for short, _, _ in self.given}
        for section in self.segments.sections or (Span(0, len(self.folded)),):
            here = {id(e): e for s, e in self.index.places.items() if section.start <= s.start < section.end}
            fits = understood(here.values(), self.index.key)
            for short in shorts():
                if short in defined or short not in self.folded:
                    continue
                if len(fits.get(short, ())) == 1:
                    self._name_all(short, fits[short][0], section)
                elif short not in fits and (known := self.known_here(short, section.start)):
                    self._name_all(short, self.index.entity(known), section)

    def of(self, m: Mention) -> list[ChamberEntity]:
        """What the document defines the form to mean: a bare one within its section, any other throughout."""
        name: Name = m.value
        here = self.article(m.start)
        wide = name.form != "bare"
        return [
            e for short, e, s in self.given if short == name.key and (wide or self.article(s.start) == here)
        ]

    def known_here(self, short: str, position: int) -> str | None:
        """The known chamber that the form means in the country which the article is about."""
        article = self.article(position)
        return known_by(short, self.homes.country(article.start, article.end))

    def article(self, position: int) -> Span:
        """The article in which the place stands, else the whole document."""
        section = at(self.segments.sections, position)
        return Span(section.start, section.end) if section else Span(0, len(self.folded))
