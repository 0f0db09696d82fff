"""Which names mean the same chamber within one document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chamber_extract.extractors.chambers import Name
from chamber_extract.extractors.chambers.edges import LEVEL
from chamber_extract.extractors.chambers.tokens import is_ordinary
from chamber_extract.extractors.chambers.unplaced import has_own_place
from chamber_extract.gazetteer.trades import holds_trade
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.definitions import Definitions
from chamber_extract.relate.chambers.homes import Homes
from chamber_extract.relate.chambers.index import Index, registry
from chamber_extract.relate.chambers.keys import abbreviates, skeleton, usual
from chamber_extract.relate.chambers.roles import hold
from chamber_extract.relate.chambers.same import join_same
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span, at


@dataclass(slots=True)
class Chambers:
    """The chambers of one document and where each is named, also by short forms and by 商会, 该会.

    `places` is sorted by position.
    """

    entities: list[ChamberEntity] = field(default_factory=list)
    places: list[tuple[Span, ChamberEntity]] = field(default_factory=list)

    def at(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber named by exactly or inside the span (the longest name), or None."""
        first = bisect_left(self.places, start, key=lambda p: p[0].start)
        after = bisect_left(self.places, end, key=lambda p: p[0].start)
        inside = [(s, e) for s, e in self.places[first:after] if s.end <= end]
        return max(inside, key=lambda p: p[0].end - p[0].start)[1] if inside else None


def resolve(reading: Reading) -> Chambers:
    """One entity per organisation, in order of first mention; short forms linked where only one can be meant.

    `places` holds more than the entities' mentions: a bare 商会 or 该会 is no mention of its own, but
    means a chamber where the text leaves no other.
    """
    return _Resolver(reading).resolve()


_OFFICER = re.compile("(?:常务|执行|副|总|名誉|荣誉|署理)*(?:会长|主席|理事长|秘书长|总干事|发言人)|会员企业")
# 友好商会会长, 两地商会主席: of kinds of chambers.
_KINDS_OF = re.compile(
    "友好|爱心|[两三四五多几各]地|双方|品牌|明星|样板|标杆|模范|先进|结对|共建|东道|[主承协]办|[参与到]会|来访|受邀|获奖|入选|发起|同行|当选|上述|前述|以上|[我你他她它]"
)
# What stands beside a body's name in its letterhead or signature.
_LETTERHEAD = re.compile(
    r"[ \u3000]*(?:(?:会讯|会刊|通讯|通告|公告|启事|通知|公启|敬启|谨启|启|敬[上告]|鞠躬|理[监]?事会|秘书处|全体(?:同仁|会员))[ \u3000]*|[(][^()\n]{1,12}[)])*[ \u3000]*"
)
_HEADLINE = 200  # characters; a first paragraph beyond that is no headline
# Heads that by themselves do not say which of a place's bodies is meant.
_SHARED = frozenset(("总商会", "商会", "协会", "联合会", "促进会", "联谊会"))
_SELF = ("本会", "该会", "我会")
_OWN = ("本会", "我会")
_BREAKS = frozenset("，,。；;：:！？“\n \u3000")
_QUOTED = 80  # characters before 本会 in which a quotation may begin

_USUAL = frozenset(("商会", "总商会", "协会", "联合会"))


class _Resolver:
    """Groups the mentions of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.text.folded
        self.index = Index(self.folded)
        self.bare: dict[Span, ChamberEntity] = {}
        self.named: list[tuple[int, ChamberEntity]] = []
        # Of each short form the entities whose names it abbreviates.
        self.fuller: dict[str, list[ChamberEntity]] = {}
        # Of each head noun and article (by its start): what the article is about, and its only such body.
        self.articles: dict[tuple[str, int], tuple[ChamberEntity | None, ChamberEntity | None]] = {}

    def resolve(self) -> Chambers:
        mentions = self.reading.of("chamber")
        self.whole = {m.value.key for m in mentions if self._is_whole(m)}
        self.homes = Homes(self.folded, mentions)
        for m in mentions:
            if m.value.form == "full":
                self._add(m)
        join_same(self.index)
        self.definitions = Definitions(self.reading, self.index, self.homes)
        for form in ("ellipsis", "short", "bare"):
            self.named = sorted(((s.start, e) for s, e in self.index.places.items()), key=lambda p: p[0])
            for m in mentions:
                if m.value.form == form and (entity := self._meant(m)):
                    self._link(m, entity)
        self.index.settle_hosts(self.homes.country(0, len(self.folded)))
        self.index.settle_guilds()
        self.index.settle_provinces()
        chambers = self._chambers()
        hold(self.reading, chambers.places)
        return chambers

    def _is_whole(self, m: Mention) -> bool:
        """Whether an officer behind it tells a name that no place opens: 醫管局前線醫生協會主席, 虎门商会会长; or who speaks
        as 本会 gives it in its letterhead or signature; or a place that no table has stands in it."""
        if m.value.form != "short":
            return False
        core = m.value.key[: -len(m.value.head)]
        hall = self.folded.startswith(("会所", "大楼"), m.end)
        placed = m.value.head in _USUAL and not hall and has_own_place(core)
        if len(core) > 1 and (placed or self._signs(m)):
            return True
        if not _OFFICER.match(self.folded, m.end):
            return False
        town = m.value.head in ("商会", "总商会") and len(core) > 1 and not _KINDS_OF.search(core)
        return len(core) > 3 or (town and not (is_ordinary(core) or holds_trade(core)))

    def _signs(self, m: Mention) -> bool:
        """Whether the name stands alone on a line, or with what it puts out, in a text of 本会."""
        start, end = (self.folded.rfind("\n", 0, m.start) + 1, self.folded.find("\n", m.end))
        line = self.folded[start : end if end >= 0 else len(self.folded)]
        alone = _LETTERHEAD.fullmatch(line.replace(m.value.key, "", 1))
        return alone is not None and any(own in self.folded for own in _OWN)

    def _add(self, m: Mention) -> None:
        name: Name = m.value
        text = re.sub(r"\s", "", name.text)
        entity = self.index.entity(text)
        if name.parent:
            parent = self.index.entity(text[: name.parent])
            entity.parent = parent if parent is not entity else None
            if not parent.mentions:
                self.index.name(parent, Span(m.start, m.start + name.parent), text[: name.parent])
        self.index.name(entity, Span(m.start, m.end), text)

    def _link(self, m: Mention, entity: ChamberEntity) -> None:
        span = Span(m.start, m.end)
        if m.value.form == "bare" and not self.definitions.of(m):
            self.bare[span] = entity
        else:
            self.index.name(entity, span, re.sub(r"\s", "", m.value.text))

    def _chambers(self) -> Chambers:
        places = self.index.places | self.bare
        named = {id(e): e for e in self.index.places.values() if e.mentions}
        for entity in named.values():
            entity.mentions = sorted(set(entity.mentions), key=lambda s: (s.start, s.end))
            entity.aliases.discard(entity.name)
        ordered = sorted(named.values(), key=lambda e: (e.mentions[0].start, e.mentions[0].end))
        return Chambers(ordered, sorted(places.items(), key=lambda p: (p[0].start, p[0].end)))

    # -- forms left to the reader

    def _meant(self, m: Mention) -> ChamberEntity | None:
        """The chamber that a form without a place means, or None where that is open."""
        if defined := self.definitions.of(m):
            return defined[-1] if all(e is defined[-1] for e in defined) else None
        if m.value.form == "ellipsis":
            return self._expanded(m)
        return self._abbreviated(m) if m.value.form == "short" else self._alone(m)

    def _abbreviated(self, m: Mention) -> ChamberEntity | None:
        """五矿商会: of the section's entities the only one it abbreviates, else the document's, else a known one."""
        key = m.value.key
        if key not in self.fuller:
            self.fuller[key] = [e for e in self.index.entities() if abbreviates(key, self.index.key(e))]
        fits = self.fuller[key]
        article = self.definitions.article(m.start)
        here = [e for e in fits if any(self.definitions.article(s.start) == article for s in e.mentions)]
        if len(here) == 1 or (not here and len(fits) == 1):
            return (here or fits)[0]
        if here:
            return None
        known = registry().get(key)
        name = known["name"] if known else key[:2] == "中华" and self.definitions.known_here(key, m.start)
        if not name and key in self.whole:
            name = re.sub(r"\s", "", m.value.text)
        return self.index.entity(name) if name else None

    def _expanded(self, m: Mention) -> ChamberEntity | None:
        """市工商联: of the only city named in the sentence before it, else of the city in the headline,
        else the body named so in the section, else of the city that it is about."""
        level = LEVEL.match(m.value.key)
        assert level is not None
        key, kind = m.value.key, m.value.key[level.end() :]
        article = self.definitions.article(m.start)
        start, end = article.start, article.end
        sentence = at(self.reading.segments.sentences, m.start)
        place = self.homes.sole(level[0], sentence.start, m.start) if sentence else None
        if place is None:
            told = (self.homes.sole(level[0], h.start, h.end) for h in self._headlines(start, end))
            place = next(filter(None, told), None)
        if place is None:
            if same := self._so_called(key, start, m.start)[-1:] or self._so_called(key, start, end):
                return same[0] if all(e is same[0] for e in same) else None
            place = self.homes.main(level[0], start, end) or self.homes.sole(level[0], 0, len(self.folded))
        if place and kind in _SHARED:
            return self._at_home(place, kind)
        if not place:
            return None
        known = usual(place + kind)
        fuller = [e for e in self.index.entities() if usual(self.index.key(e)).endswith(known)]
        return fuller[0] if len(fuller) == 1 else self.index.entity(place + kind)  # 成都市青羊区工商联

    def _so_called(self, key: str, start: int, end: int) -> list[ChamberEntity]:
        """The entities named in the span whose names end so."""
        return [e for e in self._entities(start, end) if self.index.key(e).endswith(key)]

    def _at_home(self, place: str, head: str) -> ChamberEntity | None:
        """省协会: the only association of that place; 市总商会: the federation that bears that name too, if it is named."""
        if head == "总商会":
            federation = self.index.by_skeleton.get(skeleton(place + "工商联"))
            return federation or self.index.entity(place + head)
        fits = [e for e in self.index.entities() if self.index.key(e).startswith(place)]
        fits = [e for e in fits if self.index.key(e).endswith(head)]
        return fits[0] if len(fits) == 1 else None

    def _alone(self, m: Mention) -> ChamberEntity | None:
        """商会, 协会, 该会: the only body of that kind named before in the sentence, or in the paragraph,
        else the one that the article is about, else the only one in the article."""
        head = m.value.key
        article = self.definitions.article(m.start)
        start, end = article.start, article.end
        if (head, start) not in self.articles:
            headed = [e for h in self._headlines(start, end) for e in self._entities(h.start, h.end)]
            told = self._fitting(head, headed)
            there = self._fitting(head, self._entities(start, end))
            topic, only = (e[0] if len(e) == 1 else None for e in (told, there))
            self.articles[head, start] = topic, only
        topic, only = self.articles[head, start]
        if head in _OWN and "“" not in self.folded[max(start, m.start - _QUOTED) : m.start]:
            return topic or only  # 本会 of a chronicle, whoever else is named in the entry
        for scope in (
            at(self.reading.segments.sentences, m.start),
            at(self.reading.segments.paragraphs, m.start),
        ):
            before = self._fitting(head, self._entities(scope.start, m.start)) if scope else []
            if before:
                beside = topic and head not in _SELF and not self._leads(before[0], scope.start, m.start)
                if len(before) == 1:
                    return topic if beside else before[0]
                return topic if topic in before else None
        return topic or only

    def _leads(self, entity: ChamberEntity, start: int, end: int) -> bool:
        """Whether the chamber opens a clause of the span: 甲商会…, not 商会与甲商会…, nor 乙公会主席、甲商会会长到贺."""
        opens = (s.start for s in entity.mentions if start <= s.start < end)
        return any(i == start or self.folded[i - 1] in _BREAKS for i in opens)

    def _headlines(self, start: int, end: int) -> Iterator[Span]:
        """The article's first paragraph, where that is a headline, and its title."""
        first = at(self.reading.segments.paragraphs, start)
        short = first and first.end <= min(end, first.start + _HEADLINE)
        if first and short and not re.search("[。；]", self.folded[first.start : first.end]):
            yield first
        section = at(self.reading.segments.sections, start)
        title = fold((section.title if section else self.reading.segments.title) or "")
        if title and (place := self.folded.find(title, start, end)) >= 0:
            yield Span(place, place + len(title))

    def _fitting(self, head: str, entities: Iterable[ChamberEntity]) -> list[ChamberEntity]:
        """The distinct entities that the bare head noun can mean."""
        fits = (e for e in entities if head in _SELF or self.index.key(e).endswith(head))
        return list({id(e): e for e in fits}.values())

    def _entities(self, start: int, end: int) -> list[ChamberEntity]:
        """The entities named in the span, in order, with repeats."""
        i, j = (bisect_right(self.named, p, key=lambda n: n[0]) for p in (start - 1, end - 1))
        return [e for _, e in self.named[i:j]]
