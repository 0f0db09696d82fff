"""How a dataset is compared with annotations: which record answers which, and what else agrees.

Two records of a table answer one another where what identifies them agrees:

    chambers    a form in common: name, alias or surface
    people      the name
    dates       overlapping spans, the same first and last day
    donations   overlapping spans, the same kind, amount, currency and quantity, no other item
    policies    the document number, or a form of the title
    sections    the title

`strict` asks for the key traits as well (KEYS). Optional annotations are neither rewarded nor punished.

A dataset has one record a policy, so its number, day and issuers may be what another document says of it:
`elsewhere` are the annotations of the same policy in other documents (`with_elsewhere`), and either is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]  # a record of the dataset, or an annotation
Traits = dict[str, bool | None]  # None: says nothing for this pair

KEYS: dict[str, tuple[str, ...]] = {
    "chambers": ("type", "countries"),
    "people": ("title", "organization"),
    "dates": ("span",),
    "donations": ("donor", "scope", "approximation"),
    "policies": ("number", "issued", "issuers"),
    "sections": ("published",),
}
TABLES = tuple(KEYS)


def bare(text: str | None) -> str:
    """The text without what two ways of writing the same may differ in: spaces, widths, brackets, quotes."""
    folded = unicodedata.normalize("NFKC", text or "").translate(str.maketrans("[]", "〔〕"))
    return "".join(folded.split()).strip("“”\"'《》")


def agree(one: str | None, other: str | None) -> bool:
    """One text holds the other, or both are empty."""
    a, b = bare(one), bare(other)
    return (a in b or b in a) if a and b else a == b


def number(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def overlap(one: Row, other: Row) -> bool:
    return one["start_char"] < other["end_char"] and other["start_char"] < one["end_char"]


@dataclass(slots=True)
class Score:
    """The outcome for a table. `notes` are lines: `-` missed, `+` wrong, `~` found but not all of it right.

    `judged` has the rule of each record found and whether an annotation answers it.
    """

    matched: int = 0
    missed: int = 0
    wrong: int = 0
    strict: int = 0
    traits: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    judged: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.matched += other.matched
        self.missed += other.missed
        self.wrong += other.wrong
        self.strict += other.strict
        self.notes += other.notes
        self.judged += other.judged
        for name, (right, n) in other.traits.items():
            self._count(name, right, n)

    def _count(self, name: str, right: int, n: int) -> None:
        so_far = self.traits.setdefault(name, [0, 0])
        so_far[0] += right
        so_far[1] += n

    def note_pair(self, table: str, traits: Traits, gold: str, found: str) -> None:
        """Count a matched pair."""
        self.matched += 1
        for name, right in traits.items():
            if right is not None:
                self._count(name, right, 1)
        if failing := [name for name in KEYS[table] if traits.get(name) is False]:
            self.notes.append(f"~ {table} {gold} [{', '.join(failing)}] found {found}")
        else:
            self.strict += 1

    @property
    def precision(self) -> float:
        return self.matched / n if (n := self.matched + self.wrong) else 1.0

    @property
    def recall(self) -> float:
        return self.matched / n if (n := self.matched + self.missed) else 1.0

    @property
    def f1(self) -> float:
        return self._harmonic(self.matched)

    @property
    def strict_f1(self) -> float:
        return self._harmonic(self.strict)

    def _harmonic(self, right: int) -> float:
        n = 2 * self.matched + self.wrong + self.missed
        return 2 * right / n if n else 1.0


def by_document(dataset: Row) -> dict[str, dict[str, list[Row]]]:
    """What the dataset says of each document, by the document's id: its records, table by table."""
    parts: dict[str, dict[str, list[Row]]] = {
        d["id"]: {table: [] for table in TABLES} for d in dataset["documents"]
    }
    for table in TABLES:
        for r in dataset.get(table, ()):
            for id in {m["document"] for m in r.get("mentions", [r])}:
                parts[id][table].append(r)
    return parts


def score(gold: Row, dataset: Row, document: Row | None) -> dict[str, Score]:
    """The outcome for each table of one document, None where the dataset does not have it.

    A table that is not annotated is not scored.
    """
    here = document["id"] if document else None

    def mentioned(table: str) -> list[Row]:
        return [r for r in dataset.get(table, []) if any(m["document"] == here for m in r["mentions"])]

    def placed(table: str) -> list[Row]:
        return [r for r in dataset.get(table, []) if r["document"] == here]

    days = {d["id"]: d["start"] for d in dataset.get("dates", [])}
    donations = [{**d, "day": days.get(d["date"])} for d in placed("donations")]
    found = {
        "chambers": mentioned("chambers"),
        "people": mentioned("people"),
        "dates": placed("dates"),
        "donations": donations,
        "policies": mentioned("policies"),
        "sections": document["sections"] if document else [],
    }
    return {t: _compare(t, gold[t], found[t], *_RULES[t]) if t in gold else Score() for t in TABLES}


def _compare(
    table: str,
    gold: Iterable[Row],
    found: Iterable[Row],
    answers: Callable[[Row, Row], bool],
    traits: Callable[[Row, Row], Traits],
    label: Callable[[Row], str],
) -> Score:
    """Pair annotations and records one to one: required before optional, most traits in common first."""
    gold, found = list(gold), list(found)
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if answers(g, f):
                common = traits(g, f)
                pairs.append((bool(g.get("optional")), -sum(map(bool, common.values())), i, j, common))
    pairs.sort(key=lambda pair: pair[:4])
    result = Score()
    gold_left, found_left = dict(enumerate(gold)), dict(enumerate(found))
    excused = {j for optional, _, _, j, _ in pairs if optional}
    for optional, _, i, j, common in pairs:
        if i in gold_left and j in found_left:
            g, f = gold_left.pop(i), found_left.pop(j)
            if not optional:
                result.note_pair(table, common, label(g), label(f))
                result.judged.append((f.get("rule", ""), True))
    for g in gold_left.values():
        if not g.get("optional"):
            result.missed += 1
            result.notes.append(f"- {table} {label(g)}")
    for j, f in found_left.items():
        if j not in excused:
            result.wrong += 1
            result.judged.append((f.get("rule", ""), False))
            result.notes.append(f"+ {table} {label(f)}")
    return result


def with_elsewhere(documents: Iterable[Row]) -> list[Row]:
    """The annotations of documents that make one dataset, each policy with what the others say of it.

    Two annotations are of one policy where the number is the same, or the title if numbers do not differ.
    """
    documents = list(documents)
    by_name: dict[str, list[Row]] = {}
    for policy in (p for d in documents for p in d.get("policies", ())):
        for name in {bare(policy["document_number"]), bare(policy["title"])} - {""}:
            by_name.setdefault(name, []).append(policy)

    def others(policy: Row) -> list[Row]:
        number = bare(policy["document_number"])
        same_number = by_name.get(number, []) if number else []
        same_title = [
            p
            for p in by_name.get(bare(policy["title"]), [])
            if not number or not p["document_number"] or bare(p["document_number"]) == number
        ]
        return [p for p in (*same_number, *same_title) if p is not policy]

    return [
        {**d, "policies": [{**p, "elsewhere": others(p)} for p in d["policies"]]} if "policies" in d else d
        for d in documents
    ]


def _forms(chamber: Row) -> set[str]:
    """All forms of an annotated or of a found chamber."""
    seen = chamber.get("surfaces") or [*chamber["aliases"], *(m["text"] for m in chamber["mentions"])]
    return {bare(form) for form in (chamber["name"], *seen)}


def _chamber_traits(g: Row, f: Row) -> Traits:
    return {
        "name": bare(g["name"]) == bare(f["name"]),
        "type": g["type"] == f["type"],
        "countries": set(g["countries"]) == set(f["countries"]),
    }


def _person_traits(g: Row, f: Row) -> Traits:
    def said(row: Row, name: str) -> list[str]:
        return [p[name] for p in row["positions"] if p.get(name)]

    def any_agrees(name: str) -> bool:
        return any(agree(a, b) for a in said(g, name) for b in said(f, name))

    return {
        "title": any_agrees("title") if said(g, "title") else not said(f, "title"),
        "organization": any_agrees("organization") if said(g, "organization") else None,
        "roles": set(g["roles"]) <= set(f["roles"]) if g.get("roles") else None,
    }


def _date_answers(g: Row, f: Row) -> bool:
    return overlap(g, f) and (g["start"], g["end"]) == (f["start"], f["end"])


def _date_traits(g: Row, f: Row) -> Traits:
    return {
        "span": (g["start_char"], g["end_char"]) == (f["start_char"], f["end_char"]),
        "relation": g.get("relation", "on") == f["relation"],
        "time": (g.get("time") or None) == f["time"],
    }


def donation_answers(g: Row, f: Row) -> bool:
    figures = [(number(g.get(name)), number(f[name])) for name in ("amount", "quantity", "low")]
    amount, quantity, low = (a == b for a, b in figures)
    nothing_but_bounds = figures[0][0] is None and figures[1][0] is None
    if nothing_but_bounds and figures[2][0] is not None and f["kind"] == "cash":
        amount = True  # 数十万元 may be given with a value beside its bounds
    same_currency = not figures[0][0] or g["currency"] == f["currency"]
    same_item = not g["item"] or not f["item"] or agree(g["item"], f["item"])
    same_figures = amount and quantity and (low or not nothing_but_bounds) and same_currency
    return overlap(g, f) and g["kind"] == f["kind"] and same_figures and same_item


def _donation_traits(g: Row, f: Row) -> Traits:
    return {
        **{name: agree(g[name], f[name]) for name in ("donor", "recipient", "item")},
        "unit": bare(g["unit"]) == bare(f["unit"]),
        "scope": g["scope"] == f["scope"],
        "approximation": g["approximation"] == f["approximation"],
        "cumulative": g["cumulative"] == f["cumulative"] if g.get("cumulative") is not None else None,
        "amount_cny": number(g["amount_cny"]) == number(f["amount_cny"]),
        "date": g["date"] == f["day"] if g.get("date") else None,
    }


def _policy_answers(g: Row, f: Row) -> bool:
    if g["document_number"] and bare(g["document_number"]) == bare(f["document_number"]):
        return True
    written = {bare(t) for t in (f["title"], *(m["text"] for m in f["mentions"])) if t}
    return bool(f["title"]) and not written.isdisjoint(bare(t) for t in (g["title"], *g["surfaces"]) if t)


_POLICY_KEYS: dict[str, Callable[[Row], Any]] = {
    "number": lambda row: bare(row["document_number"]),
    "issued": lambda row: row["issued"] or None,
    "issuers": lambda row: set(map(bare, row["issuers"])),
}


def _policy_traits(g: Row, f: Row) -> Traits:
    return {
        **{
            name: told(f) in (told(g), *map(told, g.get("elsewhere", ())))
            for name, told in _POLICY_KEYS.items()
        },
        "url": (g["url"] or None) == f["url"],
        "kind": g["kind"] == f["kind"],
    }


def _section_traits(g: Row, f: Row) -> Traits:
    same_outlet = agree(g.get("outlet"), f["outlet"])
    return {"published": (g.get("published") or None) == f["published"], "outlet": same_outlet}


def _labelled(*names: str) -> Callable[[Row], str]:
    return lambda row: " ".join(str(value) for name in names if (value := row.get(name)) not in (None, []))


def _person_label(row: Row) -> str:
    offices = [f"{p.get('title') or ''}@{p.get('organization') or ''}" for p in row["positions"]]
    return " ".join([row["name"], *offices])


# Per table: whether two records answer one another, what else agrees, how one is called in the notes.
_RULES: dict[str, Any] = {
    "chambers": (
        lambda g, f: bool(_forms(g) & _forms(f)),
        _chamber_traits,
        _labelled("name", "type", "countries"),
    ),
    "people": (lambda g, f: bare(g["name"]) == bare(f["name"]), _person_traits, _person_label),
    "dates": (_date_answers, _date_traits, _labelled("text", "start_char", "start", "end")),
    "donations": (
        donation_answers,
        _donation_traits,
        _labelled("start_char", "donor", "kind", "amount", "currency", "quantity", "unit", "item", "scope", "approximation"),
    ),
    "policies": (
        _policy_answers,
        _policy_traits,
        _labelled("title", "document_number", "issued", "issuers"),
    ),
    "sections": (
        lambda g, f: bool(bare(f["title"])) and agree(g["title"], f["title"]),
        _section_traits,
        _labelled("title", "published", "outlet"),
    ),
}  # fmt: skip
