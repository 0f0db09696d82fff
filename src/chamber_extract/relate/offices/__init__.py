"""Who holds which office where: one entity per person in a document."""

from __future__ import annotations

import re

from chamber_extract.extractors.people.edges import MIDDOTS
from chamber_extract.extractors.people.kinds import PersonName
from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import Office, PersonEntity
from chamber_extract.relate.offices.reader import Offices
from chamber_extract.relate.offices.whose import Choose, likeliest
from chamber_extract.segment import Span

_HONORIFIC = frozenset(("先生", "女士", "小姐", "太太", "夫人", "博士", "教授"))
_NEAR = 300  # characters; farther back 钟先生 is somebody else than 钟山


def resolve(reading: Reading, chambers: Chambers, choose: Choose = likeliest) -> list[PersonEntity]:
    """One entity per person, in order of first mention, with every office the document gives them.

    A surname with a calling (江会长) is the one person of that surname with a full name before it,
    where there is just one; else a person of its own. `choose` says whose an office is that stands without a body.
    """
    offices = Offices(reading, chambers, choose)
    people: dict[str, PersonEntity] = {}
    whole: dict[str, list[PersonEntity]] = {}  # by the last part of names with middle dots
    for m in reading.of("person"):
        value: PersonName = m.value
        person = (
            _known(people, m)
            or _shortened(people, whole, value.name)
            or people.setdefault(value.name, PersonEntity(value.name, value.partial))
        )
        if not person.mentions and (last := _last_part(value.name)):
            whole.setdefault(last, []).append(person)
        person.mentions.append(Span(m.start, m.end))
        held = {o.title: o for o in person.offices if o.organization}
        for office in offices.at(m, held):
            _add(person.offices, office)
        if value.author:
            person.roles.add("author")
        if value.speaker:
            person.roles.add("speaker")
    return list(people.values())


def _known(people: dict[str, PersonEntity], mention: Mention) -> PersonEntity | None:
    value: PersonName = mention.value
    if not value.partial:
        return None
    size = 2 if names().surnames.get(value.name[:2]) == "compound" else 1
    calling = value.name[size:]
    same = [
        p
        for p in people.values()
        if not p.partial
        and p.name[:size] == value.name[:size]
        and mention.start - p.mentions[-1].end < _NEAR
        and (fold(calling) in _HONORIFIC or any(o.title.endswith(calling) for o in p.offices))
    ]
    return same[0] if len(same) == 1 else None


def _shortened(
    people: dict[str, PersonEntity], whole: dict[str, list[PersonEntity]], name: str
) -> PersonEntity | None:
    """The one person named before whose name with middle dots ends so: 罗西 after 马里奥·罗西."""
    same = whole.get(name, [])
    return same[0] if len(same) == 1 and name not in people else None


def _last_part(name: str) -> str | None:
    """罗西 of 马里奥·罗西."""
    parts = re.split(f"[{MIDDOTS}]", name)
    return parts[-1] if len(parts) > 1 and len(parts[-1]) > 1 else None


def _add(offices: list[Office], new: Office) -> None:
    """The office joins the list; one without an organisation yields to the same title with one."""
    for i, known in enumerate(offices):
        if known.title == new.title:
            if new.organization is None or new.organization == known.organization:
                return
            if known.organization is None:
                offices[i] = new
                return
    offices.append(new)
