"""The records of a dataset: the output contract.

Field descriptions end up in the JSON Schemas, so they say shape, unit and meaning.
"""

from __future__ import annotations

from pydantic import Field

from chamber_extract.models.documents import Document, Identified, Mention, Page, Problem, Record, Section
from chamber_extract.models.entities import Chamber, ChamberRole, NumberParts, Person, Policy, Position
from chamber_extract.models.fields import (
    Action,
    Approximation,
    ChamberType,
    Confidence,
    DonationKind,
    FigureKind,
    LinkReason,
    NameType,
    Number,
    PersonRole,
    PolicyKind,
    Precision,
    Refers,
    Relation,
    RuleName,
    Scope,
    plain,
)
from chamber_extract.models.statements import Date, Donation, Figure

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Action",
    "Approximation",
    "Chamber",
    "ChamberRole",
    "ChamberType",
    "Confidence",
    "Dataset",
    "Date",
    "Document",
    "Donation",
    "DonationKind",
    "Figure",
    "FigureKind",
    "Generator",
    "Identified",
    "LinkReason",
    "Mention",
    "NameType",
    "Number",
    "NumberParts",
    "Page",
    "Person",
    "PersonRole",
    "Policy",
    "PolicyKind",
    "Position",
    "Precision",
    "Problem",
    "Record",
    "Refers",
    "Relation",
    "RuleName",
    "Scope",
    "Section",
    "plain",
]

SCHEMA_VERSION = "1.0.0"


class Generator(Record):
    """The program that made the dataset."""

    name: str = Field(description="of the program")
    version: str = Field(description="of the program")


class Dataset(Record):
    """Flat tables of records, each grounded in its source."""

    schema_version: str
    generator: Generator
    documents: list[Document] = Field(default_factory=list)
    chambers: list[Chamber] = Field(default_factory=list)
    people: list[Person] = Field(default_factory=list)
    dates: list[Date] = Field(default_factory=list)
    donations: list[Donation] = Field(default_factory=list)
    policies: list[Policy] = Field(default_factory=list)
    figures: list[Figure] = Field(default_factory=list)


TABLES: tuple[str, ...] = ("documents", "chambers", "people", "dates", "donations", "policies", "figures")
