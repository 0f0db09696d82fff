"""The chambers of one document under way: entities by key, where each is named, and which are the same."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.gazetteer.places import TERRITORIES, Host, country_names, host
from chamber_extract.gazetteer.trades import holds_trade
from chamber_extract.models import ChamberType
from chamber_extract.relate.chambers.keys import skeleton, spelled
from chamber_extract.relate.chambers.types import classify
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.segment import Span

# A federation of industry and commerce that is the chamber of its place too: 天津市工商联（总商会）.
_DOUBLE = re.compile(r"(?:工商联|工商业联合会)\((总?商会)\)$")
# A trade's guild, as Chinese call their own abroad; those of the land's own trades are 协会.
_GUILD = re.compile("(?:商会|商公会|业公会|业联合总?会)$")
_NO_GUILD = re.compile("工业|制造|出口|雇主|农")
_CHINESE_ABROAD = re.compile("华人|华裔|华侨(?!城)|同乡会暨|台湾|中华(?:总?商会|工商|商业)")


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

    def settle_hosts(self, here: str | None) -> None:
        """Give a body whose name leaves its host open the country or territory that the document is about:
        中華海產批發商會 in traditional characters, 富山中华总商会 of a place that no table has, 马来工商联合会 of none;
        旅阿, a country in one character, that of the other bodies.
        """
        known = {code for e in self.entities() for code in e.countries} - set(TERRITORIES.values())
        at_home = here in TERRITORIES.values()
        for entity in (e for e in self.entities() if not e.countries):
            opening = self.hosts[id(entity)].places[:1]
            unlisted = not opening or (opening[0].start > 0 and opening[0].place.kind != "area")
            if here and at_home and self._is_traditional(entity):
                entity.countries = (here,)
                if self.key(entity) not in registry():
                    where = replace(self.hosts[id(entity)], countries=(here,))
                    entity.type = classify(self.key(entity), where)
            elif here and unlisted and entity.type in ("overseas", "foreign"):
                entity.countries = (here,)
            elif here and not at_home and self._is_of_chinese_abroad(entity):
                entity.countries, entity.province, entity.type = (here,), None, "overseas"
            elif opening and opening[0].end - opening[0].start == 1:
                letter = opening[0].place.name
                fits = [c for c in sorted(known) if any(n.startswith(letter) for n in country_names(c))]
                entity.countries = tuple(fits) if len(fits) == 1 else ()

    def settle_guilds(self) -> None:
        """A trade's guild in a country whose Chinese bodies the text names is one of theirs: 檳城五金機械商會."""
        chinese = {code for e in self.entities() if e.type == "overseas" for code in e.countries}
        for entity in self.entities():
            guild = entity.type == "foreign" and _GUILD.search(self.key(entity))
            own = self.key(entity)[max((f.end for f in self.hosts[id(entity)].places), default=0) :]
            if (
                guild
                and chinese.intersection(entity.countries)
                and holds_trade(own)
                and not _NO_GUILD.search(own)
            ):
                entity.type = "overseas"

    def _is_of_chinese_abroad(self, entity: ChamberEntity) -> bool:
        """Whether only a place that seems to be at home speaks against a body of Chinese abroad: 北海华人商会,
        苏北中华总商会, and with a place that no table has 中路区华商联谊会."""
        opening = self.hosts[id(entity)].places[:1]
        if not opening or not opening[0].place.home or not entity.mentions:
            return False
        if opening[0].start == 0 and opening[0].place.name.endswith(("省", "市", "县", "区")):
            return False
        if opening[0].place.name == "华商":
            return opening[0].start > 0
        return _CHINESE_ABROAD.match(self.key(entity), opening[0].end) is not None

    def _is_traditional(self, entity: ChamberEntity) -> bool:
        """Whether the name, in traditional characters, opens with 中華, 全國 or with no place at all."""
        key = self.key(entity)
        if not self.hosts[id(entity)].places:
            return spelled(entity.name) != entity.name
        federation = key.startswith(("中华全国", "中华人民")) or key.endswith(("工商联", "工商业联合会"))
        return entity.name.startswith(("中華", "全國")) and not federation

    def settle_provinces(self) -> None:
        """Give a body of a division of several provinces (和平区) the one the document is about."""
        known = {e.province for e in self.entities() if e.province}
        for entity in self.entities():
            opening = self.hosts[id(entity)].places
            if entity.province is None and not entity.countries and opening:
                fits = known.intersection(opening[0].place.provinces)
                if len(fits) == 1:
                    entity.province = fits.pop()
