"""Amounts: numerals with the openness that their wording gives (三四百, 数千, 十几万, 197余万)."""

from __future__ import annotations

import re
from decimal import Decimal

from chamber_extract.normalize.numerals import BIG, DIGITS, read_number
from chamber_extract.normalize.values import Amount

# 一两百 is a range as 三四百 is; a bare 一两 is a weight.
_PAIR = re.compile("(?=([一二两三四五六七八九][二三四五六七八九]|一两))")
_ORDER = "零一二三四五六七八九"
ZERO = Decimal(0)
_VAGUE = re.compile("[几数]")
_LOOSE = re.compile("[余多来](?=[十百千万亿兆])")


def read_amount(numeral: str) -> Amount | None:
    """The amount of a whole numeral (folded, without blanks), or None where it is none.

    数 and 几 name both bounds by their place: 数千 is 1000 to 9999, 十几万 is 110000 to 199999.
    Two digits in sequence are a range: 三四百 is 300 to 400.

    >>> read_amount("三四百").low, read_amount("三四百").high
    (Decimal('300'), Decimal('400'))
    >>> read_amount("197余万")
    Amount(value=Decimal('1970000'), low=None, high=None, approximation='over')
    """
    if numeral.isascii():
        value = read_number(numeral)
        return None if value is None else Amount(value)
    if _VAGUE.search(numeral):
        return _read_vague(numeral)
    loose = _LOOSE.search(numeral)
    if loose:
        head = read_number(numeral[: loose.start()])
        value = read_number(numeral[: loose.start()] + numeral[loose.end() :])
        if head is None or value is None or head < 10:
            return None
        return Amount(value, approximation="about" if loose[0] == "来" else "over")
    if len(numeral) > 1 and "," not in numeral:
        spread = _read_pair(numeral)
        if spread:
            return spread
    value = read_number(numeral)
    return None if value is None else Amount(value)


def _read_vague(numeral: str) -> Amount | None:
    marks = list(_VAGUE.finditer(numeral))
    if len(marks) > 1:
        return None
    at = marks[0].start()
    if marks[0][0] == "数" and at > 0:
        return None
    if len(numeral) == 1:
        return Amount(None, approximation="several")
    low, eight, nine = (read_number(numeral[:at] + digit + numeral[at + 1 :]) for digit in "一八九")
    if low is None or eight is None or nine is None:
        return None
    step = nine - eight
    return Amount(None, low, nine + max(step - 1, ZERO), "several")


def _read_pair(numeral: str) -> Amount | None:
    """三四百, 十七八, 一百二三十, 三五 at the beginning; None for anything else."""
    for match in _PAIR.finditer(numeral):
        first, second = match[1]
        gap = _ORDER.index(second.replace("两", "二")) - _ORDER.index("二" if first == "两" else first)
        if gap != 1 and not (gap == 2 and first == "三" and match.start() == 0):
            continue
        before, after = numeral[: match.start()], numeral[match.start() + 2 :]
        if before[-1:] in DIGITS or after[:1] in DIGITS or "点" in before:
            continue
        low, high = read_number(before + first + after), read_number(before + second + after)
        if low is not None and high is not None and low < high:
            return Amount(None, low, high, "several")
    return None


_SCALE = re.compile(f"(?:[{''.join(BIG)}]+|(?<=[一二两三四五六七八九])[百千])$")


def span_amount(first: Amount, last: Amount, first_text: str, last_text: str) -> Amount | None:
    """The range from one amount to another (3-5万, 三至五百, A到B亿), or None where it does not rise.

    The multiplier of the second counts for the first too where the first has none and is the
    smaller of the two without it: 3-5万 is 30000 to 50000, but 8500到3万 is 8500 to 30000.
    """
    low = first.value if first.value is not None else first.low
    high = last.value if last.value is not None else last.high
    if low is None or high is None:
        return None
    scale = _SCALE.search(last_text)
    if scale and not _SCALE.search(first_text):
        factor = read_number(scale[0])
        if factor and low < high / factor:
            low *= factor
    return Amount(None, low, high, "several") if low < high else None
