"""Places in the names of organisations: which there are, and where a named body is at home.

All names are in the script of `Text.folded`: simplified characters, half-width brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from chamber_extract import gazetteer

PlaceKind = Literal[
    "country", "region", "city", "area", "nation", "zone", "merchants", "province", "division", "short"
]

# Bodies in these territories have the territory's code for a country.
TERRITORIES = {"香港特别行政区": "HK", "澳门特别行政区": "MO", "台湾省": "TW"}


@dataclass(frozen=True, slots=True)
class Place:
    """What a place name stands for.

    `codes` are ISO 3166-1 alpha-2 codes of a place abroad, in Hong Kong, Macao or Taiwan; `provinces` the
    GB/T 2260 names of the provinces at home that have a place of this name. `area` (东南亚, 世界)
    and `merchants` (苏商) open a name as places do. `short` is a county's name without its 县.
    """

    name: str
    kind: PlaceKind
    codes: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()

    @property
    def abroad(self) -> bool:
        return bool(self.codes) or self.kind in ("area", "country")

    @property
    def home(self) -> bool:
        return (
            self.kind in ("province", "division", "short", "nation", "zone", "merchants") and not self.codes
        )

    @property
    def strong(self) -> bool:
        """Whether the name by itself says that a proper name begins here."""
        return self.kind not in ("area", "zone", "merchants", "short")


@dataclass(frozen=True, slots=True)
class Found:
    """A place at `start:end` of the text searched."""

    place: Place
    start: int
    end: int


# A division by its form, for those that no table has: 瓯南市, 青岩县.
UNLISTED = re.compile("[\u4e00-\u9fff]{2,3}?(?:[市县区省]|(?:[\u4e00-\u9fff]{1,4}族){1,3}自治[州县])")
# What Chinese adds to the names of parts and cities of other countries.
_LEVELS_ABROAD = {"region": "州省岛", "city": "市"}
# Countries whose parts are called neither 州 nor 省 in Chinese: 关东省 is no part of Japan.
_NO_PROVINCES = frozenset({"JP"})


@cache
def places() -> dict[str, Place]:
    """Every place by name. Of one spelling a province goes first, then a city, a place abroad, a county's short form."""
    known: dict[str, Place] = {}
    for row in gazetteer.table("scopes"):
        provinces = (row["province"],) if row["province"] else ()
        known[row["name"]] = Place(row["name"], row["kind"], provinces=provinces)
    homes: dict[str, tuple[PlaceKind, list[str]]] = {}
    for level in ("province", "city", "county"):
        for row in gazetteer.table("divisions"):
            if row["level"] != level or row["province"] in TERRITORIES:
                continue
            forms: tuple[tuple[str, PlaceKind], ...] = (
                (row["name"], "province" if level == "province" else "division"),
                (row["short"], "short" if level == "county" else "division"),
                (_autonomous(row), "division"),
            )
            for name, kind in forms:
                if not name or (name in homes and homes[name][0] != kind):
                    continue
                _, provinces = homes.setdefault(name, (kind, []))
                if row["province"] not in provinces:
                    provinces.append(row["province"])
    for name, (kind, provinces) in homes.items():
        known.setdefault(name, Place(name, kind, provinces=tuple(provinces)))
    for row in gazetteer.table("former_divisions"):
        short: PlaceKind = "division" if row["name"][-1] in "市县区州盟" else "short"
        homes.setdefault(row["name"], (short, [row["province"]]))
        known.setdefault(row["name"], Place(row["name"], short, provinces=(row["province"],)))
    for row in gazetteer.table("places_abroad"):
        at_home = homes.get(row["name"], ("short", []))[0] != "short"
        if row["kind"] != "letter" and (row["kind"] == "country" or not at_home):
            known[row["name"]] = Place(row["name"], row["kind"], _codes(row["code"]))
        levels = _LEVELS_ABROAD.get(row["kind"], "") if row["code"] not in _NO_PROVINCES else ""
        for name in (row["name"] + level for level in levels if row["name"][-1] not in "州省邦市县岛"):
            known.setdefault(name, Place(name, row["kind"], _codes(row["code"])))
    for row in gazetteer.table("countries"):
        known.setdefault(row["name"], Place(row["name"], "country", _codes(row["code"])))
    for row in gazetteer.table("divisions"):
        if row["level"] == "province" and row["province"] in TERRITORIES:
            known[row["name"]] = Place(row["name"], "country", (TERRITORIES[row["province"]],))
    return known


def _autonomous(row: dict[str, str]) -> str:
    """阿坝州 for 阿坝藏族羌族自治州, 长阳县 for 长阳土家族自治县."""
    last = row["name"][-1]
    return row["short"] + last if row["short"] and row["name"].endswith(("自治州", "自治县")) else ""


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def country_names(code: str) -> frozenset[str]:
    """Every name of the country."""
    return frozenset(p.name for p in places().values() if p.kind == "country" and p.codes == (code,))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For the first two characters of a place its possible lengths, longest first."""
    found: dict[str, set[int]] = {}
    for name in places():
        found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def letters() -> dict[str, tuple[str, ...]]:
    """One-character forms of countries (日, 美), to codes; no codes where several countries share one."""
    rows = gazetteer.table("places_abroad")
    return {row["name"]: _codes(row["code"]) for row in rows if row["kind"] == "letter"}


def place_at(text: str, position: int) -> Place | None:
    """The longest place name that begins at the position."""
    for length in _lengths().get(text[position : position + 2], ()):
        if place := places().get(text[position : position + length]):
            return place
    return None


def find_places(text: str) -> Iterator[Found]:
    """The places in the text, leftmost and longest, without overlap."""
    i = 0
    while i < len(text):
        if place := place_at(text, i):
            yield Found(place, i, i + len(place.name))
            i += len(place.name)
        else:
            i += 1


@dataclass(frozen=True, slots=True)
class Host:
    """Where a named body is at home: country codes, empty on the mainland, and province there."""

    countries: tuple[str, ...] = ()
    province: str | None = None
    places: tuple[Found, ...] = field(default=(), compare=False)

    @property
    def abroad(self) -> bool:
        """Outside the mainland, be it in a known country or not (世界, 东南亚)."""
        return bool(self.countries) or bool(self.places and self.places[0].place.abroad)


@cache
def living_in() -> re.Pattern[str]:
    """What tells of those who live abroad or in Hong Kong and come from elsewhere: 旅英, 侨港; its group is the country's letter."""
    return re.compile(f"(?:旅(?=[{''.join(letters())}])|侨(?=[港澳]))(.)")


@cache
def _letter_patterns() -> tuple[re.Pattern[str], ...]:
    one = "".join(letters())
    return (
        living_in(),
        re.compile(f"(?:在|驻|全)([{one}])(?=中|华|台|侨|福|闽|浙|粤|潮|川|湘|苏|同|企)"),
        re.compile(
            f"([{one}])(?=中(?:经|贸|友|侨|商|工|文|企|投|科|交|合|关|青|农|联|总|协|妇|各|民|促)|华(?![人裔国社网日东南北西为润夏]))"
        ),
    )


_OF_CHINA = re.compile(r"[)]?(?:中[国资企华]|华)")


def host(name: str) -> Host:
    """The host country or province of a body from its folded name.

    The first place counts, and those that follow it without a word between (比利时卢森堡); 中国 and 全国
    before another place abroad is the home of a foreign chamber in China (中国欧盟商会). One-character
    forms count in 在日, 旅英, 全美 and 英中, 菲华 at the start alone.
    """
    found = tuple(f for f in find_places(name) if not _is_of_unlisted(name, f))
    for pattern in _letter_patterns():
        if (m := pattern.match(name)) and not (found and found[0].start == 0):
            return Host(
                letters()[m[1]],
                None,
                (Found(Place(m[1], "country", letters()[m[1]]), m.start(1), m.end(1)), *found),
            )
    if found and name.endswith(")") and found[-1].end == len(name) - 1 and found[-1].place.codes:
        return Host(found[-1].place.codes, None, found)  # 印度工商总会(新加坡)
    located = [f for f in found if f.place.kind != "merchants"]
    if not located:
        merchants = [f.place.provinces[0] for f in found if f.place.provinces]
        return Host((), merchants[0] if merchants else None, found)
    first = located[0]
    if first.place.kind == "nation" and first.start == 0 and first.place.name != "全联":
        bracketed = [f for f in located[1:] if name[f.start - 1] in "(驻在"]
        if not bracketed:
            return Host((), None, found)
        first = bracketed[0]  # 中国商会(马耳他), 中国企业驻秘鲁协会, 中国(浙江)自由贸易试验区商会
        located = bracketed
    if first.place.kind == "zone" and len(located) > 1 and located[1].start == first.end:
        located = located[1:] if set(located[1].place.codes) & set(TERRITORIES.values()) else located
        first = located[0]  # 粤港澳大湾区|香港|工商协进商会
    if not first.place.abroad:
        return Host((), _province(located), found)
    if first.place.codes and first.place.codes[0] in TERRITORIES.values():
        return Host(first.place.codes, None, found)
    codes: list[str] = []
    end = first.start
    for f in located[located.index(first) :]:
        if f.place.codes and name[end : f.start] in ("", "和", "与", "、", "及", "-", "—", "(", ")(", ")"):
            # Of 越南台湾商会 the second place is where its members come from; a town behind a country is in it.
            beside = not codes or f.place.kind == "country"
            codes += [
                c
                for c in f.place.codes
                if beside and c not in codes and (not codes or c not in TERRITORIES.values())
            ]
            end = f.end
        elif f.place.kind != "area":
            break
    # 比利时卢森堡中资企业协会 is at home in both; of 马来西亚印度商会 the second is where its members come from.
    both = _OF_CHINA.match(name, end)
    return Host(tuple(codes) if both else tuple(codes[:1]), None, found)


def _is_of_unlisted(name: str, found: Found) -> bool:
    """Whether the place is only a part of one that no table has: 关东省, 浙北省, 嵊新县."""
    if len(found.place.name) == 2 and found.place.name[1] in "县区市" and 0 < found.start <= 2:
        return found.place.kind == "division" and place_at(name, 0) is None
    return found.place.kind in ("zone", "region") and name.startswith("省", found.end)


def _province(located: list[Found]) -> str | None:
    """The province of the first place, told apart by a place that follows at once (浙江省鼓楼区)."""
    first = located[0].place
    if len(first.provinces) == 1:
        return first.provinces[0]
    for other in located[1:]:
        common = [p for p in first.provinces if p in other.place.provinces]
        if len(common) == 1:
            return common[0]
    return None
