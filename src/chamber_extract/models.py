"""The records of a dataset: the output contract.

Field descriptions end up in the JSON Schemas, so they say shape, unit and meaning.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

SCHEMA_VERSION = "1.0.0"

ChamberType = Literal[
    "overseas", "import_export", "industry", "federation", "regional", "foreign", "alliance"
]
NameType = Literal["full", "partial"]
PersonRole = Literal["author", "speaker"]
Precision = Literal["day", "month", "quarter", "half", "year", "period"]
Relation = Literal["on", "as_of", "since", "until", "range"]
Scope = Literal["individual", "aggregate"]
DonationKind = Literal["cash", "goods", "mixed"]
Approximation = Literal["exact", "about", "over", "under", "several"]
Action = Literal["donate", "raise", "purchase", "deliver"]
LinkReason = Literal["of_which", "total", "lots", "said_again", "other_document"]
PolicyKind = Literal[
    "law", "regulation", "notice", "announcement", "opinion", "measures", "guideline",
    "decision", "plan", "standard", "other",
]  # fmt: skip
FigureKind = Literal["money", "count", "percent", "measure", "ratio"]


def plain(number: Decimal) -> str:
    """All of the number's digits and no more, never with an exponent.

    >>> plain(Decimal("34796.250")), plain(Decimal("1.25E+9")), plain(Decimal("0.00"))
    ('34796.25', '1250000000', '0')
    """
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _exact(value: Any) -> Decimal:
    """A number as a Decimal of the digits that it shows; no text, whatever it says."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    raise ValueError("Input should be a number")


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


# Exact inside. The writers write every digit (`plain`); `model_dump_json` goes through the nearest
# float, which is the same number up to 15 significant digits.
Number = Annotated[
    Decimal,
    BeforeValidator(_exact),
    PlainSerializer(_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]


class Refers(NamedTuple):
    """On a field that holds the id of a record of that table."""

    table: str


RuleName = Annotated[str, Field(description="the way of writing by which it was found")]
Confidence = Annotated[
    Number | None,
    Field(
        ge=0,
        le=1,
        description="share of what the rule found in annotated documents that was right, as those of few finds "
        "are expected to do; for a record with several mentions, of its best rule; null for figures, which are "
        "not annotated",
    ),
]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Mention(Record):
    """A place in a document: `text` is the document's text from `start_char` to `end_char`, verbatim."""

    document: Annotated[str, Refers("documents")] = Field(description="id of the document")
    section: Annotated[str | None, Refers("sections")] = Field(
        default=None, description="id of the section, null outside sections"
    )
    start_char: int = Field(ge=0, description="first code point of the document's text, from 0")
    end_char: int = Field(ge=0, description="code point after the last")
    text: str = Field(description="the document's text between them, verbatim")
    page: int | None = Field(default=None, description="page number from 1, null where there are no pages")
    aside: bool = Field(
        default=False,
        description="true where it stands around the text and is none of it: navigation, lists of other articles",
    )


class Identified(Record):
    """What has a name of its own in the dataset."""

    id: str = Field(description="unique in the dataset, made of content alone")


class Section(Identified):
    """One article inside a document."""

    title: str = Field(description="as its headline says")
    outlet: str | None = Field(default=None, description="the medium that published the article")
    published: date | None = Field(
        default=None, description="what year-less dates inside are resolved against"
    )
    start_char: int = Field(description="where it begins in the document's text")
    end_char: int = Field(description="where it ends")


class Page(Record):
    """One page of a document that has pages."""

    number: int = Field(ge=1, description="from 1, as the file counts, whatever is printed on the page")
    start_char: int = Field(ge=0, description="where its text begins in the document's text")
    ocr: bool = Field(description="true where the text was read from an image")
    confidence: Number | None = Field(
        default=None,
        description="0 to 1: what the OCR engine gives its reading of the page, by length of text",
    )


class Problem(Record):
    """Something about a document that a reader of the dataset should know."""

    code: str = Field(description="a short stable name, such as replaced_characters")
    message: str = Field(description="what is wrong, in a sentence")


class Document(Identified):
    """One input document."""

    path: str = Field(description="as it was given on the command line, or found in a folder or archive")
    media_type: str | None = Field(default=None, description="what it was read as, such as text/plain")
    encoding: str | None = Field(default=None, description="of its characters, such as gb18030")
    sha256: str | None = Field(default=None, description="of the file's bytes")
    characters: int | None = Field(default=None, description="code points of the document's text")
    title: str | None = Field(default=None, description="as the document says")
    published: date | None = Field(default=None, description="the day it came out, as the document says")
    published_from: Literal["metadata", "text", "row", "option"] | None = Field(
        default=None,
        description="what gave the day: the file's own header, its text, the row of the corpus, or the user",
    )
    publisher: str | None = Field(default=None, description="who brought it out, as the document says")
    url: str | None = Field(default=None, description="the address that the document or its row states")
    authors: list[str] = Field(
        default_factory=list, description="reporters and editors named by the document as a whole"
    )
    sections: list[Section] = Field(
        default_factory=list, description="its articles; empty where it is one article"
    )
    pages: list[Page] = Field(default_factory=list, description="empty where the format has no pages")
    problems: list[Problem] = Field(default_factory=list, description="what went wrong in reading it")


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

    title: str = Field(description="the office, such as 会长")
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
