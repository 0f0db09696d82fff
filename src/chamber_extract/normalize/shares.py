"""Shares and fractions: 百分之九十五, 三分之一, 一又五分之一, 2/3, 三成五, 八折."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chamber_extract.normalize.amounts import read_amount
from chamber_extract.normalize.numerals import CHINESE, DIGITS, read_number, tidy
from chamber_extract.normalize.tokens import RUN, Number
from chamber_extract.normalize.units import Unit, unit_at
from chamber_extract.normalize.values import Amount

_SLASH = re.compile(rf"/([0-9.{CHINESE}]+)(?![/0-9A-Za-z-])")
_PERCENT = Unit("%", "percent")
# 三分一 and 四分三 as they are written in Hong Kong; 五分 alone are minutes or marks.
_PARTS = re.compile(
    rf"(?<![0-9{CHINESE}第得比记])(?:[三四五六八十]分一|三分二|四分三|五分[二三四])(?![0-9{CHINESE}.分钱秒裂刻])"
)
_HEDGED = frozenset("近超逾约占达")
# 成立, 成员, 成为 and 折合, 折扣: words that begin like a share.
_NOT_TENTHS = {
    "成": tuple("立员为功果长本品都交分效就熟份行败绩因形型组批套千百不年语县武王龙渝绵康建全色"),
    "折": tuple("合扣射旧叠腾算价返后线中人磨损戟页断桥服"),
}


def tenths_at(text: str, number: Number) -> Number | None:
    """三成 is 30 percent, 三成五 is 35; a price at 八折 or 七五折 is 80 or 75 percent of the full one."""
    name = text[number.end : number.end + 1]
    if name not in _NOT_TENTHS:
        return None
    hedged = text[number.start - 1 : number.start] in _HEDGED  # 近七成为中小企业
    if text.startswith(_NOT_TENTHS[name], number.end + 1) and not hedged:
        return None
    end, value = number.end + 1, number.amount.value
    unit = Unit(name, "percent")
    if name == "折" and value is not None and value >= 10:
        value /= 10
    low, high = ((v * 10 if v is not None else None) for v in (number.amount.low, number.amount.high))
    if value is not None:
        value *= 10
        digit = text[end : end + 1] if name == "成" else ""
        if digit in DIGITS and digit not in "零〇" and text[end + 1 : end + 2] not in ("成", "个", "家"):
            value, end = value + DIGITS[digit], end + 1
        elif digit == "半":
            value, end = value + 5, end + 1
        value = tidy(value)
    tail = number.tail
    if text[end : end + 1] == "多":
        tail, end = "over", end + 1
    amount = Amount(value, low, high, number.amount.approximation)
    return replace(number, end=end, amount=amount, kind="percent", unit=unit, unit_text=name, tail=tail)


def share_at(text: str, start: int, end: int) -> Number | None:
    """百分之九十五, 三分之一, 一又五分之一, 1/3 from the numeral run `start:end`."""
    following = text[end : end + 1]
    if following == "又":
        return _mixed(text, start, end)
    if following == "分" and text.startswith(("分之", "份之"), end):
        return _fraction(text, start, end)
    if following == "分" and _PARTS.match(text, start) and end - start == 1:
        return _fraction(text, start, end, 1)
    if text.startswith("百分百", start) or text.startswith("百分之百", start):
        close = start + (3 if text[start + 2] == "百" else 4)
        return Number(start, close, close, Amount(Decimal(100)), "percent", _PERCENT, "%")
    if following == "半" and text[start:end] in ("一", "1") and text[end + 1 : end + 2] not in ("年", "天"):
        return Number(start, end + 1, end + 1, Amount(Decimal("0.5")), "ratio")
    return None


def _fraction(text: str, start: int, end: int, glue: int = 2) -> Number | None:
    at = end + glue
    negative = text[at : at + 1] in ("负", "-")
    run = RUN.match(text, at + negative)
    below = read_number(text[start:end])
    if run is None or not below:
        return None
    above = read_amount(run[0])
    if above is None:
        return None
    divisor = (Decimal(1) if below == 100 else below) * (-1 if negative else 1)

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value / divisor

    amount = Amount(scaled(above.value), scaled(above.low), scaled(above.high), above.approximation)
    if below == 100:
        return Number(start, run.end(), run.end(), amount, "percent", _PERCENT, "%", numeral=text[start:end])
    unit = unit_at(text, run.end())
    if unit is not None and unit.kind in ("money", "measure") and glue == 2:
        stop = run.end() + len(unit.name)
        return Number(start, run.end(), stop, amount, unit.kind, unit, unit.name, numeral=text[start:end])
    return Number(start, run.end(), run.end(), amount, "ratio", numeral=text[start:end])


def _mixed(text: str, start: int, end: int) -> Number | None:
    """一又五分之一, 1又1/5."""
    whole, run = read_number(text[start:end]), RUN.match(text, end + 1)
    if whole is None or run is None:
        return None
    if text.startswith("分之", run.end()):
        part = _fraction(text, *run.span())
    elif _PARTS.match(text, run.start()):
        part = _fraction(text, *run.span(), 1)
    else:
        part = slash_at(text, *run.span())
    if part is None or part.amount.value is None:
        return None
    value = part.amount.value / 100 if part.kind == "percent" else part.amount.value
    return replace(part, start=start, amount=Amount(whole + value), kind="ratio", unit=None, unit_text=None)


def slash_at(text: str, start: int, end: int) -> Number | None:
    """2/3: a fraction below one with a small denominator, not a date, a path or a code."""
    match = _SLASH.match(text, end)
    above, below = read_number(text[start:end]), read_number(match[1]) if match else None
    if match is None or above is None or not below:
        return None
    return Number(start, match.end(), match.end(), Amount(above / below), "ratio", numeral=text[start:end])
