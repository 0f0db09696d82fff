"""Reads a text as the tool does, and compares its gifts with the short notation of `gift_cases`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from chamber_extract.extractors import EXTRACTORS
from chamber_extract.mention import Reading
from chamber_extract.overlap import settle
from chamber_extract.readers import Source, read
from chamber_extract.relate import gifts as relation
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.entities import Gift
from chamber_extract.segment import segment

_FLAGS = {"about", "over", "under", "several"}
_ACTIONS = {"raise", "purchase", "deliver"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?$")
_RANGE = re.compile(r"(\d+)\.\.(\d+)$")


def reading(text: str) -> Reading:
    """A text file of these words, through to its settled mentions."""
    loaded = read(Source("case.txt", text.encode()))
    segments = segment(loaded.text)
    return Reading(
        loaded.text, segments, settle([m for find in EXTRACTORS for m in find(loaded.text, segments)])
    )


def gifts(text: str) -> list[Gift]:
    """The gifts that the tool finds in the text."""
    document = reading(text)
    return relation.resolve(document, aliases.resolve(document))


@dataclass(frozen=True)
class Expected:
    """A gift in short notation; None for what a case does not judge."""

    words: str
    donor: str | None
    recipient: str | None
    amount: Decimal | None
    currency: str | None
    quantity: Decimal | None
    unit: str | None
    item: str | None
    low: Decimal | None
    high: Decimal | None
    cny: Decimal | None
    flags: frozenset[str]


def expected(words: str) -> Expected:
    """Parses `donor -> recipient : measures flags`."""
    parties, measures = words.split(" : ")
    donor, recipient = parties.split(" -> ")
    tokens, flags, values = measures.split(), set(), []
    cny = low = high = None
    for token in tokens:
        if token in _FLAGS | _ACTIONS | {"agg", "cum", "mixed", "goods"}:
            flags.add(token)
        elif token.startswith("cny="):
            cny = Decimal(token[4:])
        elif m := _RANGE.match(token):
            low, high = Decimal(m[1]), Decimal(m[2])
            values.append(token)
        else:
            values.append(token)
    amount = currency = quantity = unit = item = None
    if len(values) > 1 and ((values[1].isupper() and len(values[1]) == 3) or values[1] == "-"):
        amount = Decimal(values[0]) if _NUMBER.match(values[0]) else None
        currency = values[1] if values[1] != "-" else None
        values = values[2:]
    if len(values) >= 3:
        quantity = Decimal(values[0]) if _NUMBER.match(values[0]) else None
        unit, item = values[1], values[2]
    elif values:
        item = values[0]
    return Expected(
        words, donor, recipient, amount, currency, quantity, unit, item, low, high, cny, frozenset(flags)
    )


def differences(want: Expected, got: Gift) -> dict[str, object]:
    """What a gift says otherwise than expected, by field."""
    wrong: dict[str, object] = {}

    def check(field: str, value: object) -> None:
        if getattr(got, field) != value:
            wrong[field] = getattr(got, field)

    if want.donor != "*":
        check("donor", None if want.donor == "?" else want.donor)
    if want.recipient != "*":
        check("recipient", None if want.recipient == "-" else want.recipient)
    check("amount", want.amount)
    check("currency", want.currency)
    check("quantity", want.quantity)
    if want.unit:
        check("unit", want.unit)
    if want.item and want.item != "*":
        check("item", want.item)
    if want.low is not None:
        check("low", want.low)
        check("high", want.high)
    check("amount_cny", want.cny)
    approximation = next(iter(want.flags & _FLAGS), "exact")
    check("approximation", approximation)
    if want.donor != "*":
        check("scope", "aggregate" if "agg" in want.flags else "individual")
        check("cumulative", "cum" in want.flags)
    for action in want.flags & _ACTIONS:
        check("action", action)
    kind = "mixed" if "mixed" in want.flags else "goods" if "goods" in want.flags or want.unit else "cash"
    check("kind", kind)
    return wrong


def report(text: str, wanted: list[str]) -> list[str]:
    """How the gifts found differ from those wanted, one line each; empty when all agree."""
    left = gifts(text)
    lines = []
    for want in map(expected, wanted):
        scored = sorted(((len(differences(want, g)), i) for i, g in enumerate(left)), key=lambda x: x)
        same = next(
            (i for n, i in scored if left[i].amount == want.amount and left[i].quantity == want.quantity),
            None,
        )
        if same is None:
            lines.append(f"missing {want.words}")
            continue
        got = left.pop(same)
        if wrong := differences(want, got):
            lines.append(f"{want.words}: found {wrong}")
    lines += [
        f"unwanted {g.donor} -> {g.recipient}: {g.amount} {g.currency} {g.quantity} {g.unit} {g.item}"
        for g in left
    ]
    return lines
