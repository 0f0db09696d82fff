"""Ranges of two numbers: 3-5万元, 三至五家, 10%至20%, 1亿到2亿元, 20和30之间."""

from __future__ import annotations

import re

from chamber_extract.normalize.amounts import span_amount
from chamber_extract.normalize.grammar import number_at
from chamber_extract.normalize.hedges import combine
from chamber_extract.normalize.shares import share_at
from chamber_extract.normalize.tokens import RUN, Number

_CONNECT = re.compile(
    r"(?:[-~—至到和与]|--)(?=[0-9.$¥€£负A-Z]|[一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾几数])"
)


def range_from(text: str, first: Number, spoken: bool = False) -> Number | None:
    """The range that begins with a number: 3-5万元, 三至五家, 10%至20%, 1亿到2亿; None where there is none."""
    connector = _CONNECT.match(text, first.end)
    if connector is None or first.tail != "exact":
        return None
    at = connector.end()
    while text[at : at + 1] in ("$", "¥", "€", "£") or (
        text[at : at + 1].isascii() and text[at : at + 1].isalpha()
    ):
        at += 1
    run = RUN.match(text, at)
    if run is None:
        return None
    last = share_at(text, *run.span()) or number_at(text, *run.span(), spoken)
    if last is None:
        return None
    if (
        not _same_unit(first, last)
        or first.amount.approximation != "exact"
        or last.amount.approximation != "exact"
    ):
        return None
    if connector[0] in ("和", "与") and not text.startswith("之间", last.end):
        return None
    if connector[0][0] in "-~—" and not _plain_hyphen(text, first, last):
        return None
    shared = first.unit is None  # 3-5万元: the multiplier may be shared as the unit is
    amount = span_amount(first.amount, last.amount, *((first.numeral, last.numeral) if shared else ("", "")))
    if amount is None:
        return None
    unit, unit_text, kind = last.unit, last.unit_text, last.kind
    if unit is None or (first.unit is not None and first.unit.currency):
        unit, unit_text, kind = (
            first.unit or unit,
            first.unit_text or unit_text,
            first.kind if first.unit else kind,
        )
    return Number(
        first.start, last.stop, last.end, amount, kind, unit, unit_text, combine(first.tail, last.tail)
    )


def _same_unit(first: Number, last: Number) -> bool:
    if first.unit is None or first.unit_text == last.unit_text:
        return True
    if last.unit is None:
        return first.unit_text == "%"
    return first.kind == last.kind == "money" and not (first.unit.currency and last.unit.currency)


def _plain_hyphen(text: str, first: Number, last: Number) -> bool:
    """Whether a hyphen between numbers can mean a range: no part of a date, telephone or serial number."""
    before, after = text[first.start - 1 : first.start], text[last.stop : last.stop + 1]
    ends = (first.numeral, last.numeral)
    if before in ("-", "/") or (after in ("-", "/") and text[last.stop + 1 : last.stop + 2].isdigit()):
        return False
    return not any(n.isdigit() and len(n) > 1 and n[0] == "0" for n in ends)
