"""What one document says, before ids: the drafts that `dataset` turns into records.

A draft refers to another by the object itself; mentions are spans of `Text.clean`.

`keys` of a chamber, person or policy say by what it is known beyond its own document: drafts that
share a key become one record (see `dataset.merge`). None at all: it stays with its document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from chamber_extract.gazetteer.instruments import is_generic, title_key
from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention
from chamber_extract.models import (
    Action,
    Approximation,
    ChamberType,
    DonationKind,
    LinkReason,
    PersonRole,
    PolicyKind,
    Scope,
)
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.keys import skeleton, spelled
from chamber_extract.segment import Span


@dataclass(eq=False, slots=True)
class ChamberEntity:
    """One organisation in one document. `aliases` excludes `name`; `roles` are (office, body or None)."""

    name: str
    type: ChamberType
    countries: tuple[str, ...] = ()
    province: str | None = None
    parent: ChamberEntity | None = None
    aliases: set[str] = field(default_factory=set)
    roles: list[tuple[str, str | None]] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The full name, in whatever spelling (see `chamber_keys.skeleton`)."""
        return frozenset({skeleton(spelled(self.name))})


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: `organization` as written and cleaned, `chamber` where it is one; who can be asked at a body has no title."""

    title: str
    organization: str | None = None
    chamber: ChamberEntity | None = None


@dataclass(eq=False, slots=True)
class PersonEntity:
    """One person in one document. `partial` for 毛经理, whose name is that form as written."""

    name: str
    partial: bool = False
    offices: list[Office] = field(default_factory=list)
    roles: set[PersonRole] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The name in simplified characters with each organisation, or with an office of state.

        A name alone may be another person's.
        """
        if self.partial:
            return frozenset()
        if names().statesmen.get(fold(self.name), frozenset()) & {fold(o.title) for o in self.offices}:
            return frozenset({(fold(self.name), "国家")})
        bodies = {o.chamber.name if o.chamber else o.organization for o in self.offices}
        return frozenset((fold(self.name), fold(body)) for body in bodies if body)


@dataclass(eq=False, slots=True)
class Citation:
    """One policy in one document."""

    title: str | None
    document_number: str | None
    kind: PolicyKind
    number_parts: tuple[str, int, int] | None = None
    issuers: tuple[str, ...] = ()
    issued: date | None = None
    url: str | None = None
    mentions: list[Span] = field(default_factory=list)

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The document number; the title only where there is none, since yearly notices repeat theirs.

        An instrument's bare name (实施办法) is known by its issuers too. A law keeps its title through
        amendments: a version whose day is stated is another than the one whose day is not.
        """
        if self.document_number:
            return frozenset({("number", fold(self.document_number))})
        title = fold(self.title or "")
        whose = sorted(map(fold, self.issuers)) if is_generic(title) else ()
        version = (str(self.issued),) if self.issued and self.kind in ("law", "regulation") else ()
        return frozenset({("title", title_key(title), *whose, *version)})


@dataclass(eq=False, slots=True)
class Gift:
    """One donation: the span of the clause or table row that holds the figure, and what it says.

    `rule` names the way of writing by which it was found (see `gifts.Rule`).
    """

    start: int
    end: int
    rule: str
    scope: Scope
    kind: DonationKind
    action: Action
    approximation: Approximation
    donor: str | None = None
    donor_chamber: ChamberEntity | None = None
    donor_count: int | None = None
    recipient: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    amount_cny: Decimal | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    item: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    cumulative: bool = False
    date: Mention | None = None
    part_of: Gift | None = None
    same_as: Gift | None = None
    link_reason: LinkReason | None = None


@dataclass(slots=True)
class Relations:
    """Everything that one document says."""

    chambers: list[ChamberEntity]
    people: list[PersonEntity]
    gifts: list[Gift]
    citations: list[Citation]
