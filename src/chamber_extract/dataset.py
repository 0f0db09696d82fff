"""From the records of many documents to one dataset: order, and the same chamber across documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar

from chamber_extract import __version__, repeats
from chamber_extract.gazetteer.issuers import full_name
from chamber_extract.ids import identify
from chamber_extract.models import SCHEMA_VERSION, Chamber, Dataset, Generator, Person, Policy, Record
from chamber_extract.normalize.script import fold, simplified
from chamber_extract.records import Keys, Records

R = TypeVar("R", bound=Record)


def merge(parts: Iterable[Records]) -> Dataset:
    """One dataset: the same chamber, person and policy of several documents become one record.

    The same for every order of the parts. Raises ValueError where two documents share a path.
    """
    parts = sorted(parts, key=lambda p: p.document.path)
    if repeated := [path for path, n in Counter(p.document.path for p in parts).items() if n > 1]:
        raise ValueError(f"two documents named {repeated[0]}")
    order = {p.document.id: i for i, p in enumerate(parts)}

    chamber_ids, chamber_groups = _groups("cha", chain.from_iterable(p.chambers for p in parts))
    _, people_groups = _groups("per", chain.from_iterable(p.people for p in parts))
    _, policy_groups = _groups("pol", chain.from_iterable(p.policies for p in parts))
    chambers = [_chamber(key, group, chamber_ids) for key, group in chamber_groups.items()]
    people = [
        _joined(key, [_resolved(p, chamber_ids) for p in group]) for key, group in people_groups.items()
    ]
    policies = [_policy(key, group) for key, group in policy_groups.items()]
    for record in chain(chambers, people, policies):
        record.mentions.sort(key=lambda m: (order[m.document], m.start_char, m.end_char))
    dates = [d for p in parts for d in p.dates]
    donations = [_renamed(d, "donor_chamber", chamber_ids) for p in parts for d in p.donations]
    return Dataset(
        schema_version=SCHEMA_VERSION,
        generator=Generator(name="chamber-extract", version=__version__),
        documents=[p.document for p in parts],
        chambers=sorted(chambers, key=lambda c: (c.name, c.id)),
        people=sorted(people, key=lambda p: (p.name, p.id)),
        dates=dates,
        donations=repeats.link(donations, dates),
        policies=sorted(policies, key=lambda p: (p.document_number or "", p.title or "", p.id)),
        figures=[f for p in parts for f in p.figures],
    )


def _groups(prefix: str, drafts: Iterable[tuple[Keys, R]]) -> tuple[dict[str, str], dict[str, list[R]]]:
    """Drafts that share a key, directly or through others, together under an id for the dataset.

    Returns the new id of each draft's id, and the groups by new id, drafts in their given order.
    """
    drafts = list(drafts)
    group_of: dict[tuple[str, ...], int] = {}
    leader = list(range(len(drafts)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, (keys, _) in enumerate(drafts):
        for key in keys:
            first, second = sorted((find(group_of.setdefault(key, i)), find(i)))
            leader[second] = first
    least: dict[int, tuple[str, ...]] = {}
    for key, i in group_of.items():
        least[find(i)] = min(key, least.get(find(i), key))
    ids: dict[str, str] = {}
    groups: dict[str, list[R]] = {}
    for i, (_, record) in enumerate(drafts):
        key = least.get(find(i))
        ids[record.id] = identify(prefix, *key) if key else record.id
        groups.setdefault(ids[record.id], []).append(record)
    return ids, groups


def _joined(key: str, group: list[R]) -> R:
    """The union of records of the same thing: lists joined without repeats, otherwise what most of them say.

    The rule is that of the record to trust most.
    """
    surest = max(group, key=lambda record: (record.confidence or 0, record.rule))
    update: dict[str, Any] = {"id": key, "rule": surest.rule, "confidence": surest.confidence}
    for name in type(group[0]).model_fields.keys() - update.keys():
        values = [getattr(record, name) for record in group]
        if isinstance(values[0], list):
            update[name] = list(dict.fromkeys(chain.from_iterable(values)))
        else:
            said = Counter(v for v in values if v is not None).most_common(1)  # of equals the first
            update[name] = said[0][0] if said else None
    return group[0].model_copy(update=update)


def _chamber(key: str, group: list[Chamber], ids: Mapping[str, str]) -> Chamber:
    """One chamber under its fullest name, of several the one that most documents write; the others become aliases."""
    joined = _joined(key, [_renamed(c, "parent", ids) for c in group])
    documents = Counter(c.name for c in group)
    name = max(documents, key=lambda n: (len(n), documents[n], n))
    aliases = {*joined.aliases, *(c.name for c in group)} - {name}
    parent = joined.parent if joined.parent != key else None
    update = {"name": name, "name_simplified": simplified(name), "aliases": sorted(aliases), "parent": parent}
    return joined.model_copy(update=update)


def _policy(key: str, group: list[Policy]) -> Policy:
    """One policy under the title that most documents give it, of several the fullest; each issuer once.

    慈善法 stays 慈善法 where most say so, although one writes 中华人民共和国慈善法.
    """
    joined = _joined(key, group)
    documents = Counter(p.title for p in group)
    titled = max(group, key=lambda p: (bool(p.title), documents[p.title], len(p.title or "")))
    update = {"title": titled.title, "kind": titled.kind, "issuers": _issuers(group)}
    return joined.model_copy(update=update)


def _issuers(group: list[Policy]) -> list[str]:
    """The bodies that most of the documents which name any name together, of several such the most bodies.

    A body that documents name in full and in short, or in two scripts, is one, under the name that most write.
    """
    spelled: dict[str, Counter[str]] = {}
    told: Counter[tuple[str, ...]] = Counter()
    for policy in group:
        bodies = {full_name(fold(name)): name for name in policy.issuers}
        for body, name in bodies.items():
            spelled.setdefault(body, Counter())[name] += 1
        told[tuple(bodies)] += bool(bodies)
    together = max(told, key=lambda bodies: (told[bodies], len(bodies)))
    return [spelled[body].most_common(1)[0][0] for body in together]


def _resolved(person: Person, ids: Mapping[str, str]) -> Person:
    return person.model_copy(update={"positions": [_renamed(p, "chamber", ids) for p in person.positions]})


def _renamed(record: R, reference: str, ids: Mapping[str, str]) -> R:
    """The record with a reference to a draft's id replaced by the id in the dataset."""
    old = getattr(record, reference)
    return record.model_copy(update={reference: ids[old]}) if old else record
