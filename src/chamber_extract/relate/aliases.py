"""Which names mean the same chamber within one document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.extractors.chambers import HEAD, Name
from chamber_extract.gazetteer.places import find_places
from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.chamber_keys import abbreviates, misspells, skeleton, spelled, where
from chamber_extract.relate.chamber_types import classify
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Section, Span, at


@dataclass(slots=True)
class Chambers:
    """The chambers of one document and where each is named, also by short forms and by 商会, 该会."""

    entities: list[ChamberEntity] = field(default_factory=list)
    places: list[tuple[Span, ChamberEntity]] = field(default_factory=list)

    def at(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber named by exactly or inside the span (the longest name), or None."""
        inside = [(s, e) for s, e in self.places if start <= s.start and s.end <= end]
        return max(inside, key=lambda p: p[0].end - p[0].start)[1] if inside else None


def resolve(reading: Reading) -> Chambers:
    """One entity per organisation, in order of first mention; short forms linked where only one can be meant."""
    return _Resolver(reading).resolve()


# （以下简称“总商会”）, (简称中总), （下称“协会”）, 以下称
_DEFINITION = re.compile(
    r"[,，]?\s?[(]?(?:以下|下文|下)?(?:统一?)?简?称(?:为|:)?[“‘\"]?(?P<short>\w{2,12}(?:\(协\)会\w{0,6})?)[”’\"]?[)，,。;]?"
)
_OFFERED = re.compile(r"(?:以下|下文|下|简|又)\w{0,2}称")


class _Resolver:
    """Groups the mentions of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.text.folded
        self.mentions: tuple[Mention, ...] = reading.of("chamber")
        self.by_key: dict[tuple[str, str], ChamberEntity] = {}
        self.order: dict[int, int] = {}
        self.keys: dict[int, str] = {}
        self.defined: list[tuple[str, ChamberEntity, Span]] = []
        self.places: dict[Span, ChamberEntity] = {}

    def resolve(self) -> Chambers:
        for m in self.mentions:
            if m.value.form == "full":
                self._add(m)
        self._join_divisions()
        self._join_abbreviated()
        self._join_misspelt()
        self._read_definitions()
        for form in ("ellipsis", "short", "bare"):
            for m in self.mentions:
                if m.value.form == form:
                    self._link(m)
        return self._chambers()

    # -- entities

    def _entity(self, key: str, text: str) -> ChamberEntity:
        """The entity of a full name, made at its first mention."""
        known = _registry().get(key)
        if known:
            key, text = spelled(known["name"]), known["name"]
        shape = skeleton(key)
        if entity := self.by_key.get(shape):
            return entity
        host = where(key)
        entity = ChamberEntity(text, classify(key, host), host.countries, host.province)
        self.by_key[shape] = entity
        self.keys[id(entity)] = key
        return entity

    def _add(self, m: Mention) -> None:
        name: Name = m.value
        text = re.sub(r"\s", "", name.text)
        entity = self._entity(name.key, text)
        if name.parent:
            entity.parent = self._entity(name.key[: name.parent], text[: name.parent])
            if not entity.parent.mentions:
                self._name(entity.parent, Span(m.start, m.start + name.parent), text[: name.parent])
        self._name(entity, Span(m.start, m.end), text)

    def _name(self, entity: ChamberEntity, span: Span, text: str) -> None:
        """Record that the span names the entity; its fullest spelling becomes its name."""
        entity.mentions.append(span)
        entity.aliases.add(text)
        self.places[span] = entity
        if (
            spelled(entity.name) not in _registry()
            and len(text) > len(entity.name)
            and skeleton(spelled(text)) == skeleton(spelled(entity.name))
        ):
            entity.name = text

    def _join(self, entity: ChamberEntity, other: ChamberEntity) -> None:
        """Everything that was said of the entity is said of the other."""
        other.aliases |= entity.aliases | {entity.name}
        other.mentions += entity.mentions
        entity.mentions = []
        self.places.update((s, other) for s, e in self.places.items() if e is entity)
        self.by_key.update((shape, other) for shape, e in self.by_key.items() if e is entity)
        for e in self.by_key.values():
            if e.parent is entity:
                e.parent = other

    def _distinct(self) -> list[ChamberEntity]:
        return list({id(e): e for e in self.by_key.values()}.values())

    def _join_divisions(self) -> None:
        """中山区工商联 and 大连市中山区工商联 are one where only one longer name ends so."""
        for entity in self._distinct():
            key = self.keys[id(entity)]
            found = next(find_places(key), None)
            if found is None or found.start != 0 or found.place.kind not in ("division", "short"):
                continue
            longer = [
                e
                for e in self._distinct()
                if self.keys[id(e)].endswith(key) and self._only_places(self.keys[id(e)][: -len(key)])
            ]
            if len(longer) == 1:
                self._join(entity, longer[0])

    def _join_abbreviated(self) -> None:
        """南中经贸协会 and 全巴中资企业协会: a country in one character, and one full name that has all of it."""
        for entity in self._distinct():
            key = self.keys[id(entity)]
            places = where(key).places
            if not places or places[0].end - places[0].start > 1:
                continue
            fuller = [
                e
                for e in self._distinct()
                if e is not entity
                and abbreviates(key, self.keys[id(e)])
                and (not entity.countries or entity.countries == e.countries)
            ]
            if len(fuller) == 1:
                self._join(entity, fuller[0])

    def _join_misspelt(self) -> None:
        """埃及俄比亚中国商会: one character of the country's name is wrong, and nothing else."""
        for entity in self._distinct():
            key = self.keys[id(entity)]
            fits = [
                e
                for e in self._distinct()
                if e is not entity and len(self.keys[id(e)]) == len(key) and misspells(key, self.keys[id(e)])
            ]
            if len(fits) == 1:
                self._join(entity, fits[0])

    @staticmethod
    def _only_places(text: str) -> bool:
        return bool(text) and sum(len(f.place.name) for f in find_places(text)) == len(text)

    # -- short forms

    def _read_definitions(self) -> None:
        """Short forms that the document defines for the name before."""
        for span, entity in sorted(self.places.items(), key=lambda p: p[0].start):
            m = _DEFINITION.match(self.folded, span.end)
            if m and _OFFERED.search(m[0]):
                short = m["short"]
                self.defined.append((short, entity, span))
                same = self.by_key.get(skeleton(short)) if HEAD.search(short) else None
                if same is not None and same is not entity:
                    self._join(same, entity)

    def _section(self, position: int) -> Section | None:
        return at(self.reading.segments.sections, position)

    def _link(self, m: Mention) -> None:
        name: Name = m.value
        entity = self._meant(m)
        if entity is None:
            return
        span = Span(m.start, m.end)
        if name.form == "bare" and not self._is_defined(name.key, entity, m.start):
            self.places[span] = entity
        else:
            self._name(entity, span, re.sub(r"\s", "", name.text))

    def _is_defined(self, key: str, entity: ChamberEntity, position: int) -> bool:
        return any(
            short == key and e is entity and self._section(s.start) == self._section(position)
            for short, e, s in self.defined
        )

    def _meant(self, m: Mention) -> ChamberEntity | None:
        """The chamber that a form without a place means, or None where that is open."""
        name: Name = m.value
        section = self._section(m.start)
        defined = [
            e
            for short, e, s in self.defined
            if short == name.key and (name.form != "bare" or self._section(s.start) == section)
        ]
        if defined and all(e is defined[-1] for e in defined):
            return defined[-1]
        if name.form == "ellipsis":
            return self._expand(m)
        if name.form == "short":
            return self._abbreviated(m)
        return self._alone(m)

    def _nearby(self, m: Mention, fits: Iterable[ChamberEntity]) -> ChamberEntity | None:
        """The only one of the entities named in the section of the mention, else the only one at all."""
        fits = list({id(e): e for e in fits}.values())
        section = self._section(m.start)
        here = [e for e in fits if any(self._section(s.start) == section for s in e.mentions)]
        if len(here) == 1:
            return here[0]
        return fits[0] if len(fits) == 1 and not here else None

    def _abbreviated(self, m: Mention) -> ChamberEntity | None:
        key = m.value.key
        entity = self._nearby(m, (e for e in self.by_key.values() if abbreviates(key, self.keys[id(e)])))
        if entity is not None:
            return entity
        if known := _registry().get(key):
            return self._entity(spelled(known["name"]), known["name"])
        return None

    def _expand(self, m: Mention) -> ChamberEntity | None:
        """市工商联: the city is the one named last in the sentence, else in the section."""
        key: str = m.value.key
        sentence = at(self.reading.segments.sentences, m.start)
        if sentence and (place := self._division(key[0], sentence.start, m.start)):
            return self._entity(place + key[1:], place + key[1:])
        section = self._section(m.start)
        start = section.start if section else 0
        before = [
            (s, e)
            for s, e in self.places.items()
            if start <= s.start < m.start and self.keys[id(e)].endswith(key) and self.keys[id(e)] != key
        ]
        if before:
            return max(before, key=lambda p: p[0].start)[1]
        if place := self._division(key[0], start, m.start):
            return self._entity(place + key[1:], place + key[1:])
        end = section.end if section else len(self.folded)
        after = {
            id(e): e
            for s, e in self.places.items()
            if m.end <= s.start < end and self.keys[id(e)].endswith(key)
        }
        return next(iter(after.values())) if len(after) == 1 else None

    def _division(self, level: str, start: int, end: int) -> str | None:
        """The last division of the level (市, 省, 区, 县, 州) named in the span; 武汉 is 武汉市."""
        found = None
        for f in find_places(self.folded[start:end]):
            full = skeleton(f.place.name)[0] if f.place.home else ""
            if full.endswith(level) and f.place.kind in ("division", "province"):
                found = full
        return found

    def _alone(self, m: Mention) -> ChamberEntity | None:
        """商会, 协会, 本会: the only body of that kind named before in the paragraph, else the only one in the section."""
        head = m.value.key
        own = head in ("本会", "该会", "我会")
        fits = [e for e in self.by_key.values() if own or self.keys[id(e)].endswith(head)]
        paragraph = at(self.reading.segments.paragraphs, m.start)
        if paragraph:
            here = {id(e): e for e in fits if any(paragraph.start <= s.start < m.start for s in e.mentions)}
            if here:
                return next(iter(here.values())) if len(here) == 1 else None
        section = self._section(m.start)
        here = {id(e): e for e in fits if any(self._section(s.start) == section for s in e.mentions)}
        return next(iter(here.values())) if len(here) == 1 else None

    def _chambers(self) -> Chambers:
        entities = {id(e): e for e in self.places.values() if e.mentions}
        for e in entities.values():
            e.mentions = sorted(set(e.mentions), key=lambda s: (s.start, s.end))
            e.aliases.discard(e.name)
        ordered = sorted(entities.values(), key=lambda e: (e.mentions[0].start, e.mentions[0].end))
        places = sorted(self.places.items(), key=lambda p: (p[0].start, p[0].end))
        return Chambers(ordered, [(s, e) for s, e in places if e.mentions])


@cache
def _registry() -> dict[str, dict[str, str]]:
    """Known chambers by every folded form of their names."""
    found: dict[str, dict[str, str]] = {}
    for row in gazetteer.table("chambers"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(spelled(form), row)
    return found
