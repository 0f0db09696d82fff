"""Chambers, people and policies: one record each, with every place that names it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from chamber_extract.models.documents import Identified, Mention, Record
from chamber_extract.models.fields import (
    ChamberType,
    Confidence,
    NameType,
    PersonRole,
    PolicyKind,
    Refers,
    RuleName,
)


class ChamberRole(Record):
    """An office that a chamber holds in another body, such as 轮值主席单位."""

    title: str = Field(description="the office")
    body: str | None = Field(default=None, description="name of the body in which it holds the office")


class Chamber(Identified):
    """A chamber of commerce, association or federation, with all its mentions."""

    name: str = Field(description="the fullest name")
    name_simplified: str | None = Field(
        default=None, description="the name in simplified characters, by which spellings are one"
    )
    aliases: list[str] = Field(default_factory=list, description="other forms seen")
    type: ChamberType = Field(
        description="overseas: of Chinese firms or overseas Chinese abroad; import_export: 进出口商会; industry: of a "
        "trade; federation: 工商联; regional: of a place at home; foreign: other countries' own; alliance: of "
        "chambers or firms"
    )
    countries: list[str] = Field(
        default_factory=list, description="ISO 3166-1 alpha-2 of the host countries; empty on the mainland"
    )
    province: str | None = Field(default=None, description="GB/T 2260 name, for a Chinese regional body")
    parent: Annotated[str | None, Refers("chambers")] = Field(
        default=None, description="id of the chamber it is a branch of"
    )
    roles: list[ChamberRole] = Field(
        default_factory=list, description="offices that it holds in other bodies"
    )
    rule: RuleName
    confidence: Confidence
    mentions: list[Mention] = Field(description="every place that names it")


class Position(Record):
    """An office that a person holds."""

    title: str | None = Field(
        default=None,
        description="the office, such as 会长; null where only the body is told (联系人：综合部 李南)",
    )
    organization: str | None = Field(default=None, description="where it is held, as written")
    chamber: Annotated[str | None, Refers("chambers")] = Field(
        default=None, description="id of the chamber, where the organisation is one"
    )


class Person(Identified):
    """A person, with all mentions."""

    name: str = Field(description="without the spaces that the source may have in it")
    name_simplified: str | None = Field(
        default=None, description="the name in simplified characters, by which spellings are one"
    )
    name_type: NameType = Field(description="partial for 毛经理, whose name is that form as written")
    positions: list[Position] = Field(default_factory=list, description="offices held")
    roles: list[PersonRole] = Field(
        default_factory=list, description="author: has a byline; speaker: is quoted or interviewed"
    )
    rule: RuleName
    confidence: Confidence
    mentions: list[Mention] = Field(description="every place that names the person")


class NumberParts(Record):
    """The parts of a document number: 商综发〔2020〕30号."""

    agency: str = Field(description="商综发")
    year: int = Field(description="2020")
    serial: int = Field(description="30")


class Policy(Identified):
    """A policy, law, regulation or official document, with all mentions."""

    title: str | None = Field(default=None, description="without 《》")
    document_number: str | None = Field(default=None, description="canonical, as 商综发〔2020〕30号")
    number_parts: NumberParts | None = Field(
        default=None, description="agency, year and serial of the number"
    )
    issuers: list[str] = Field(default_factory=list, description="who issued it")
    issued: date | None = Field(default=None, description="only where a full date is given")
    url: str | None = Field(default=None, description="address given beside it")
    kind: PolicyKind = Field(description="what its title calls itself")
    rule: RuleName
    confidence: Confidence
    mentions: list[Mention] = Field(description="every place that cites it")
