"""What the grammar of quantities is made of: the pattern of numerals and the number with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.normalize.numerals import CHINESE, DIGITS
from chamber_extract.normalize.units import Unit
from chamber_extract.normalize.values import Amount, Approximation, QuantityKind

DIGIT = "".join(DIGITS)
# A run of numerals; whether it is a number is for `read_amount` to say. Possessive, hence linear.
RUN = re.compile(
    rf"[0-9{CHINESE}几数半.](?:[0-9{CHINESE}几]|,(?=[0-9]{{3}}(?![0-9]))|\.(?=[0-9])|点(?=[0-9{DIGIT}])"
    rf"|(?<=[{DIGIT}]),(?=[{DIGIT}]{{3}}(?![{CHINESE}]))|[余多来](?=[十百千万亿兆]))*+"
)
TIME = frozenset(
    [
        "年",
        "天",
        "周",
        "个月",
        "月",
        "小时",
        "个小时",
        "分钟",
        "钟头",
        "个钟头",
        "星期",
        "个星期",
        "年度",
        "世纪",
        "个世纪",
    ]
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: `start:stop` its numeral, `end` after 余, unit and what belongs to them."""

    start: int
    stop: int
    end: int
    amount: Amount
    kind: QuantityKind = "number"
    unit: Unit | None = None
    unit_text: str | None = None
    tail: Approximation = "exact"
    numeral: str = ""
