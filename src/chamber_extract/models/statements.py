"""Dates, donations and figures: a record for each place that states one."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from chamber_extract.models.documents import Identified, Mention
from chamber_extract.models.fields import (
    Action,
    Approximation,
    Confidence,
    DonationKind,
    FigureKind,
    LinkReason,
    Number,
    Precision,
    Refers,
    Relation,
    RuleName,
    Scope,
)


class Date(Mention, Identified):
    """One mention of a point or period of calendar time."""

    start: date = Field(description="first day, inclusive")
    end: date = Field(description="last day, inclusive")
    time: str | None = Field(default=None, description="HH:MM")
    edtf: str = Field(description="Extended Date/Time Format, level 1 where it fits")
    precision: Precision = Field(description="how fine it is")
    relation: Relation = Field(description="as_of for 截至, since for 自…起, until, range; else on")
    inferred: bool = Field(description="true where year, month or day was supplied from context")
    reference: date | None = Field(default=None, description="the date it was resolved against")
    rule: RuleName
    confidence: Confidence


class Donation(Mention, Identified):
    """One amount of money or one kind of goods given, raised, or bought in order to give."""

    donor: str | None = Field(default=None, description="who gave, as written and cleaned")
    donor_chamber: Annotated[str | None, Refers("chambers")] = Field(
        default=None, description="id, where the donor is a named chamber"
    )
    donor_count: int | None = Field(default=None, description="54 in 54家商会")
    scope: Scope = Field(
        description="aggregate: a total of several givers, which contains their own gifts; else individual"
    )
    recipient: str | None = Field(default=None, description="who receives it in the end, as written")
    kind: DonationKind = Field(description="mixed for 捐款捐物 in one figure")
    amount: Number | None = Field(default=None, description="in units of the currency")
    currency: str | None = Field(default=None, description="ISO 4217")
    amount_cny: Number | None = Field(default=None, description="only where the source states the equivalent")
    quantity: Number | None = Field(default=None, description="of the goods, multipliers applied")
    unit: str | None = Field(default=None, description="of the quantity, such as 只")
    item: str | None = Field(default=None, description="the goods as written, without their number")
    approximation: Approximation = Field(
        description="about for 约; over for 超过, 多, 余; under for 近, 不到; several for 数千"
    )
    low: Number | None = Field(default=None, description="least, where the words name it")
    high: Number | None = Field(default=None, description="most, where the words name it")
    cumulative: bool = Field(description="true for 累计, 共")
    date: Annotated[str | None, Refers("dates")] = Field(default=None, description="id of the date record")
    action: Action = Field(
        description="raise for 募集; purchase: bought in order to give; deliver: brought or sent"
    )
    part_of: Annotated[str | None, Refers("donations")] = Field(
        default=None, description="id of the donation that is the total in which this one is contained"
    )
    same_as: Annotated[str | None, Refers("donations")] = Field(
        default=None, description="id of the donation that tells the same gift and is the one to count"
    )
    link_reason: LinkReason | None = Field(
        default=None,
        description="why part_of or same_as is set: of_which (其中), total (共计, 合计 with its list), lots (第一批), "
        "said_again (a headline and its text, 此批物资), other_document (donor, recipient, date and figure agree)",
    )
    additive: bool = Field(
        default=True,
        description="true where the figure can be added to the other additive ones: of one giver, no repeat, no "
        "part of a gift that is additive itself, no running total beside other gifts of its giver",
    )
    rule: RuleName
    confidence: Confidence


class Figure(Mention, Identified):
    """A number with a unit, a currency or a counted noun."""

    kind: FigureKind = Field(description="of the figure")
    value: Number | None = Field(default=None, description="with multipliers applied; percent as written")
    low: Number | None = Field(default=None, description="least, where the words name it")
    high: Number | None = Field(default=None, description="most, where the words name it")
    approximation: Approximation = Field(description="as for donations")
    unit: str | None = Field(default=None, description="as written, such as 家")
    currency: str | None = Field(default=None, description="ISO 4217")
    item: str | None = Field(default=None, description="what is counted")
    rule: RuleName
    confidence: Confidence
