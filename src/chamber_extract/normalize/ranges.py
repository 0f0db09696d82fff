"""Ranges of two numbers: 3-5万元, 三至五家, 10%至20%, 1亿到2亿元, 20和30之间."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.normalize.amounts import span_amount
from chamber_extract.normalize.grammar import number_at
from chamber_extract.normalize.numerals import CHINESE
from chamber_extract.normalize.shares import share_at
from chamber_extract.normalize.tokens import RUN, Number
from chamber_extract.normalize.values import Amount

_CONNECT = re.compile(
    r"(?:[-~—至到和与]|--)(?P<minus>-|负|零下)?(?=[0-9.$¥€£A-Z一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾几数])"
)
_SIGN = re.compile(r"[A-Z]{0,3}[$¥€£]?")


def range_from(text: str, first: Number, spoken: bool = False) -> Number | None:
    """The range that begins with a number: 3-5万元, 三至五家, 10%至20%, -5~10℃; None where there is none."""
    connector = _CONNECT.match(text, first.end)
    if connector is None or first.tail != "exact" or first.amount.approximation != "exact":
        return None
    sign = _SIGN.match(text, connector.end())
    run = RUN.match(text, sign.end() if sign else connector.end())
    if run is None:
        return None
    last = share_at(text, *run.span()) or number_at(text, *run.span(), spoken)
    if last is None or last.amount.approximation != "exact" or not _same_unit(first, last):
        return None
    if connector[0] in ("和", "与") and not text.startswith("之间", last.end):
        return None
    minus = _minus_before(text, first.start, last)
    if connector[0][0] in "-~—" and not _plain_hyphen(text, first, last, minus):
        return None
    amount = _span(first, last, bool(minus), connector["minus"] is not None)
    if amount is None:
        return None
    source = first if first.unit is not None and (last.unit is None or first.unit.currency) else last
    return Number(
        first.start - minus, last.stop, last.end, amount, source.kind, source.unit, source.unit_text, last.tail
    )  # fmt: skip


def _span(first: Number, last: Number, minus_first: bool, minus_last: bool) -> Amount | None:
    if minus_first or minus_last:
        low, high = first.amount.value, last.amount.value
        if low is None or high is None:
            return None
        ends = sorted((-low if minus_first else low, -high if minus_last else high))
        return Amount(None, ends[0], ends[1], "several") if ends[0] < ends[1] else None
    if first.unit is None and last.unit_text in ("成", "折") and first.amount.value is not None:
        first = replace(first, amount=Amount(first.amount.value * (10 if first.amount.value < 10 else 1)))
        return span_amount(first.amount, last.amount, "", "")
    shared = first.unit is None  # 3-5万元: the multiplier may be shared as the unit is
    return span_amount(first.amount, last.amount, *((first.numeral, last.numeral) if shared else ("", "")))


def _minus_before(text: str, start: int, last: Number) -> int:
    """The length of the minus before a number, 0 for none; a dash after a word is one for rates only."""
    if start > 1 and text.startswith("零下", start - 2):
        return 2
    before, earlier = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else ""
    rate = earlier >= "一" and earlier not in CHINESE and last.kind in ("percent", "measure")
    return int(before == "负" or (before == "-" and (rate or not earlier.isalnum())))


def _same_unit(first: Number, last: Number) -> bool:
    if first.unit is None or first.unit_text == last.unit_text:
        return True
    if last.unit is None:
        return first.unit_text == "%"
    return first.kind == last.kind == "money" and not (first.unit.currency and last.unit.currency)


def _plain_hyphen(text: str, first: Number, last: Number, minus: int) -> bool:
    """Whether a hyphen between numbers can mean a range: no part of a date, telephone or serial number."""
    before, after = text[first.start - 1 : first.start], text[last.stop : last.stop + 1]
    ends = (first.numeral, last.numeral)
    if (before in ("-", "/") and not minus) or (
        after in ("-", "/") and text[last.stop + 1 : last.stop + 2].isdigit()
    ):
        return False
    return not any(n.isdigit() and len(n) > 1 and n[0] == "0" for n in ends)
