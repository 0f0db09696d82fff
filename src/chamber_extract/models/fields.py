"""What the fields of records hold: the choices, exact numbers, references to other records."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

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
        "are expected to do, less as far as its table does worse in documents that nobody had read; for a record "
        "with several mentions, of its best rule; null for figures, which are not annotated",
    ),
]
