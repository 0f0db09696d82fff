"""The chambers of one document under way: entities by key, where each is named, and which are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.extractors.chamber_tokens import is_generic, is_ordinary
from chamber_extract.gazetteer.places import TERRITORIES, Host, Place, country_names, host
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.models import ChamberType
from chamber_extract.relate.chamber_keys import abbreviates, misspells, skeleton, spelled
from chamber_extract.relate.chamber_types import UNLISTED, classify
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span

# A federation of industry and commerce that is the chamber of its place too: 天津市工商联（总商会）.
_DOUBLE = re.compile(r"(?:工商联|工商业联合会)\((总?商会)\)$")
# A body that opens with a whole country or the nation is not short for one of a place in it.
_WHOLE = ("nation", "country", "area", "province")
_CHINESE_ABROAD = re.compile("华人|华裔|华侨(?!城)|中华(?:总?商会|工商|商业)")
_HEADLINE = 120  # characters: a first line beyond that is no headline
_BEHIND = re.compile(r"\(([\u4e00-\u9fff]{2,5})\)")


def registry() -> dict[str, dict[str, str]]:
    """Rows of the known chambers by every folded form of their names."""
    return _registry(gazetteer.own_chambers())


@cache
def _registry(own: tuple[gazetteer.Row, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in (*(_told(dict(cells)) for cells in own), *gazetteer.table("chambers")):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(spelled(form), row)
    return found


def _told(row: dict[str, str]) -> dict[str, str]:
    """A user's row, with what its name tells where it says nothing."""
    key = spelled(row["name"])
    where = host(key)
    return row | {
        "type": row["type"] or classify(key, where),
        "country": row["country"] or ";".join(where.countries),
    }


class Index:
    """Entities of one document by the skeleton of their names.

    `places` says which span names which entity; `keys` holds the folded full name of each entity.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.by_skeleton: dict[tuple[str, str], ChamberEntity] = {}
        self.keys: dict[int, str] = {}
        self.hosts: dict[int, Host] = {}
        self.places: dict[Span, ChamberEntity] = {}

    def entities(self) -> list[ChamberEntity]:
        """Every entity once, in order of making."""
        return list({id(e): e for e in self.by_skeleton.values()}.values())

    def key(self, entity: ChamberEntity) -> str:
        return self.keys[id(entity)]

    def entity(self, text: str) -> ChamberEntity:
        """The entity of a full name, made where it is new.

        A known chamber goes by its known name, unless the text only spells that name another way.
        """
        key = spelled(text)
        shape = skeleton(key)
        known = registry().get(key)
        if known and (proper := skeleton(spelled(known["name"]))) != shape:
            key, text, shape = spelled(known["name"]), known["name"], proper
        if entity := self.by_skeleton.get(shape):
            return entity
        where = host(key)
        kind: ChamberType = known["type"] if known else classify(key, where)  # type: ignore[assignment]
        countries = tuple(filter(None, known["country"].split(";"))) if known else where.countries
        entity = ChamberEntity(text, kind, countries, where.province)
        self.by_skeleton[shape] = entity
        self.keys[id(entity)], self.hosts[id(entity)] = key, where
        if double := _DOUBLE.search(key):
            self.by_skeleton.setdefault((shape[0], double[1]), entity)
        return entity

    def name(self, entity: ChamberEntity, span: Span, text: str) -> None:
        """The span names the entity. The fullest spelling of its full name becomes its name."""
        entity.mentions.append(span)
        entity.aliases.add(text)
        self.places[span] = entity
        if entity.name not in entity.aliases and spelled(text) == spelled(entity.name):
            entity.name = text  # known by its name in simplified characters, written here in traditional
        fuller = len(text) > len(entity.name) and "的" not in text and spelled(entity.name) not in registry()
        if fuller and skeleton(spelled(text)) == skeleton(spelled(entity.name)):
            entity.name = text

    def join(self, entity: ChamberEntity, other: ChamberEntity) -> None:
        """Everything that was said of the entity is said of the other."""
        other.aliases |= entity.aliases | {entity.name}
        other.mentions += entity.mentions
        entity.mentions = []
        self.places.update((s, other) for s, e in self.places.items() if e is entity)
        self.by_skeleton.update((shape, other) for shape, e in self.by_skeleton.items() if e is entity)
        for e in self.by_skeleton.values():
            if e.parent is entity:
                e.parent = other if e is not other else None

    # -- the same body under several names

    def join_same(self) -> None:
        """Join the entities whose names differ in ways that one body's names differ in.

        Each is joined only where one other fits.
        """
        for pairs in (
            self._extended,
            self._headlined,
            self._hosted,
            self._abbreviated,
            self._shortened,
            self._misspelt,
        ):
            fits: dict[int, list[ChamberEntity]] = {}
            found = {id(e): e for e in self.entities()}
            for entity, other in pairs():
                fits.setdefault(id(entity), []).append(other)
            for key, others in fits.items():
                if len(others) == 1 and others[0] is not found[key]:
                    self.join(found[key], others[0])

    def _extended(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """中山区工商联 is 大连市中山区工商联: a longer place before a division."""
        by_key = {self.key(e): e for e in self.entities()}
        for other in self.entities():
            key = self.key(other)
            for end in sorted(self._openings(other)):
                entity = by_key.get(key[end:])
                if entity is None:
                    continue
                opening = self.hosts[id(entity)].places
                # 大唐街道商会 opens with a town that no table has.
                if not opening or (opening[0].start == 0 and opening[0].place.kind not in _WHOLE):
                    yield entity, other

    def _headlined(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """陇南商会 is 无锡市陇南商会, 台湾商会 凤凰城台湾商会: the one of the headline, said again by its members' home."""
        line = self.folded.find("\n", len(self.folded) - len(self.folded.lstrip()), _HEADLINE)
        heads = [e for e in self.entities() if e.mentions and min(s.start for s in e.mentions) < line]
        for entity in self.entities():
            opening = self.hosts[id(entity)].places[:1]
            if (
                not opening
                or not entity.mentions
                or opening[0].start
                or not self._is_of_members(opening[0].place)
            ):
                continue
            first = min(s.start for s in entity.mentions)
            for other in heads:
                fuller = any(self.key(other)[end:] == self.key(entity) for end in self._openings(other))
                if fuller and min(s.start for s in other.mentions) < first:
                    yield entity, other

    @staticmethod
    def _is_of_members(place: Place) -> bool:
        """Whether a body abroad or elsewhere at home can be of people from the place."""
        return place.codes == ("TW",) or (place.home and place.kind in ("province", "division", "short"))

    def _shortened(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """中国特玻协会 is 中国特种玻璃行业协会: the same place, and letters of the trade that are no word themselves."""
        for entity in self.entities():
            opening = self.hosts[id(entity)].places
            key = self.key(entity)
            if len(opening) != 1 or opening[0].start or not opening[0].place.home:
                continue
            body = key[opening[0].end : -2]
            if not 2 <= len(body) <= 3 or is_trade(body) or is_ordinary(body) or is_generic(body):
                continue
            for other in self.entities():
                same = other is not entity and self.key(other).startswith(opening[0].place.name)
                if same and abbreviates(key, self.key(other)) and not self._together(entity, other):
                    yield entity, other

    def _openings(self, entity: ChamberEntity) -> set[int]:
        """Where each of the places ends that the name opens with."""
        unlisted = UNLISTED.match(self.key(entity))
        ends = {unlisted.end()} if unlisted else set()
        end = 0
        for found in self.hosts[id(entity)].places:
            if found.start != end:
                break
            end = found.end
            ends.add(end)
        return ends

    def _hosted(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """广西玉林商会（深圳） is 深圳市玉林商会: the host in brackets, the members' home in full."""
        for span, entity in self.places.items():
            behind = _BEHIND.match(self.folded, span.end)
            if behind is None or self.hosts[id(entity)].countries:
                continue
            for found in self.hosts[id(entity)].places:
                other = self.by_skeleton.get(skeleton(behind[1] + self.key(entity)[found.start :]))
                if other is not None and other is not entity:
                    yield entity, other

    def _abbreviated(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """南中经贸协会 is 南非中国经贸协会, 全巴中资企业协会 全巴基斯坦中资企业协会: a country in one character."""
        for entity in self.entities():
            opening = self.hosts[id(entity)].places
            if not opening or opening[0].end - opening[0].start > 1:
                continue
            for other in self.entities():
                same_host = not entity.countries or entity.countries == other.countries
                if (
                    same_host
                    and abbreviates(self.key(entity), self.key(other))
                    and not self._together(entity, other)
                ):
                    yield entity, other

    def _misspelt(self) -> Iterator[tuple[ChamberEntity, ChamberEntity]]:
        """埃及俄比亚中国商会: one character of the country's name is wrong, and nothing else."""
        alike: dict[tuple[int, str], list[ChamberEntity]] = {}
        for entity in self.entities():
            alike.setdefault((len(self.key(entity)), self.key(entity)[-4:]), []).append(entity)
        for other in self.entities():
            if not other.countries:
                continue
            for entity in alike[len(self.key(other)), self.key(other)[-4:]]:
                if entity is not other and misspells(self.key(entity), self.key(other)):
                    yield entity, other

    def _together(self, entity: ChamberEntity, other: ChamberEntity) -> bool:
        """Whether a sentence names both, as no one does with two forms of one name."""
        for a in entity.mentions:
            for b in other.mentions:
                gap = self.folded[min(a.end, b.end) : max(a.start, b.start)]
                if len(gap) < 200 and not re.search("[。\n！？]", gap):
                    return True
        return False

    def settle_hosts(self, here: str | None) -> None:
        """Give a body of a country in one character (旅阿) the country that the others of the document are in,
        and 中華海產批發商會 in traditional characters the territory that the document is about.
        """
        known = {code for e in self.entities() for code in e.countries} - set(TERRITORIES.values())
        for entity in self.entities():
            opening = self.hosts[id(entity)].places[:1]
            if here in TERRITORIES.values() and not entity.countries and self._is_traditional(entity):
                entity.countries = (here,)
            unlisted = not opening or opening[0].start > 0
            if here and unlisted and entity.type == "overseas" and not entity.countries:
                entity.countries = (here,)  # 富山中华总商会: a place that no table has
            if here and here not in TERRITORIES.values() and self._is_of_chinese_abroad(entity):
                entity.countries, entity.province, entity.type = (here,), None, "overseas"
            if entity.countries or not opening or opening[0].end - opening[0].start > 1:
                continue
            letter = opening[0].place.name
            fits = [c for c in sorted(known) if any(n.startswith(letter) for n in country_names(c))]
            if len(fits) == 1:
                entity.countries = (fits[0],)

    def _is_of_chinese_abroad(self, entity: ChamberEntity) -> bool:
        """Whether only a place that seems to be at home speaks against a body of Chinese abroad: 北海华人商会,
        苏北中华总商会, and with a place that no table has 中路区华商联谊会."""
        opening = self.hosts[id(entity)].places[:1]
        if entity.countries or not opening or not opening[0].place.home or entity.mentions == []:
            return False
        if opening[0].start == 0 and opening[0].place.name.endswith(("省", "市", "县", "区")):
            return False
        if opening[0].place.name == "华商":
            return opening[0].start > 0
        return _CHINESE_ABROAD.match(self.key(entity), opening[0].end) is not None

    def _is_traditional(self, entity: ChamberEntity) -> bool:
        """Whether the name, in traditional characters, opens with 中華 or with no place at all."""
        key = self.key(entity)
        if not self.hosts[id(entity)].places:
            return spelled(entity.name) != entity.name
        return entity.name.startswith("中華") and not key.startswith(("中华全国", "中华人民"))

    def settle_provinces(self) -> None:
        """Give a body of a division of several provinces (和平区) the one the document is about."""
        known = {e.province for e in self.entities() if e.province}
        for entity in self.entities():
            opening = self.hosts[id(entity)].places
            if entity.province is None and not entity.countries and opening:
                fits = known.intersection(opening[0].place.provinces)
                if len(fits) == 1:
                    entity.province = fits.pop()
