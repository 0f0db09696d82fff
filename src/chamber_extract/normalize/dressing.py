"""What stands around a number: its sign, hedges and currency; and whether all of it is a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from chamber_extract.normalize.hedges import combine, hedge_after, hedge_before, share_hedge
from chamber_extract.normalize.money import whole_word
from chamber_extract.normalize.numerals import CHINESE
from chamber_extract.normalize.tokens import TIME, Number
from chamber_extract.normalize.units import prefix_before
from chamber_extract.normalize.values import Amount, Approximation, Quantity, QuantityKind

BARE = re.compile(r"[百千万亿兆拾佰仟]+")
_ROUND = re.compile(r"半|[一二两三四五六七八九]?[十百千万亿兆]+|[1-9]0+[万亿]*|[1-9][万亿]+")
_CLEAR = re.compile(r"[0-9.,]+(?:[余多]?[万亿])|[一二三四五六七八九两十百千数几零〇廿卅]+[余多]?[万亿]")
_YEAR = re.compile(r"[12][0-9]{3}|0[0-9]|[〇零一二三四五六七八九]{4}|[〇零一二三四五六七八九]{2}")
_PAIR_OF_DIGITS = re.compile("[一二三四五六七八九]{2}")
_BELOW_ZERO = ("度", "摄氏度", "℃", "°C", "华氏度", "℉")
_WHOLE_ONLY = frozenset("家人名位户只枚口辆艘架所国省市县")
# 自负, 胜负, 抱负, 肩负 … 负 is part of a verb there.
_NOT_MINUS = frozenset("自胜抱肩担欠背辜不重减")
_BEFORE_MINUS = frozenset(" (:=,，、;。\n\t为达至是")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the kinds, whether bare numbers count, and the currency of a bare 元.

    `whole` is for a text that is one expression, where idioms, names and guards have no say;
    `spoken` reads 块, 毛 and 分 as money.
    """

    kinds: frozenset[QuantityKind]
    bare: bool = False
    default_currency: str | None = None
    whole: bool = False
    spoken: bool = False


def dress(text: str, number: Number, floor: int, wanted: Wanted) -> Quantity | None:
    """The number with what stands around it, nothing before `floor`; None where it is no figure."""
    signed, sign = _sign(text, number, floor, wanted)
    start, opening, currency = _opening(text, number, signed, floor)
    end, hedge = number.end, combine(opening, number.tail)
    if currency and number.unit is None and text.startswith("整", end) and not whole_word(text, end):
        end += 1  # 人民币两千万整
    closing = hedge_after(text, end)
    if closing is None and number.kind in ("ratio", "percent"):
        closing = share_hedge(text, end)
    if closing:
        hedge, end = combine(hedge, closing[0]), closing[1]
    kind: QuantityKind = "money" if currency is not None and number.kind == "number" else number.kind
    if not wanted.whole and not _is_figure(number, kind, hedge, wanted):
        plain = kind == "number" and "count" in wanted.kinds and number.amount.value is not None
        if not (plain and _is_given(text, start, end)):
            return None
    unit, code = number.unit, None
    if kind == "money":
        code = (unit.currency if unit else None) or (
            _default(number, wanted) if currency is None else currency or None  # "": 比索50万元, of the place
        )
    worth = unit.worth if unit and kind == "money" else Decimal(1)
    amount = _scaled(number.amount, sign * worth, hedge)
    return Quantity(start, end, kind, amount, signed, number.stop, number.unit_text, code)


def _opening(text: str, number: Number, start: int, floor: int) -> tuple[int, Approximation, str | None]:
    """Where the hedges and the currency before the number begin, what they say, and the currency."""
    currency: str | None = None
    hedge: Approximation = "exact"
    round_number = (BARE.fullmatch(number.numeral) or _ROUND.fullmatch(number.numeral)) is not None
    value = number.amount.value
    small = number.kind != "percent" and value is not None and value < 100
    if number.unit_text == "度" and start - 2 >= floor and text[start - 2 : start] in ("摄氏", "华氏"):
        start -= 2
    for _ in range(4):
        if start - 1 > floor and text[start - 1] == " " and text[start - 2] in "约近逾超过":
            start -= 1
        found = hedge_before(text, start, round_number, small) if start > floor else None
        # 近三年 are the last three years, not almost three.
        if (
            found
            and found[1] >= floor
            and not (number.unit_text in TIME and text[found[1] : start] in ("近", "过"))
        ):
            hedge, start = combine(hedge, found[0]), found[1]
            continue
        prefix = (
            prefix_before(text, start) if currency is None and number.kind in ("money", "number") else None
        )
        if prefix is None or prefix[1] < floor:
            break
        currency, start = prefix
    return start, hedge, currency


def _default(number: Number, wanted: Wanted) -> str | None:
    """The default for a bare 元, 圆 or 块; an ambiguous name (法郎, 卢比) stays open."""
    return wanted.default_currency if (number.unit_text or "")[:1] in tuple("元圆块毛角分") else None


def _sign(text: str, number: Number, floor: int, wanted: Wanted) -> tuple[int, int]:
    """Where the number starts with its sign, and the sign. A dash after a word is no minus but for rates."""
    start, whole = number.start, wanted.whole
    if whole and start > 1 and text[start - 1] == " ":
        start -= 1
    if start <= floor:
        return number.start, 1
    before, earlier = text[start - 1], text[start - 2] if start > 1 else ""
    if before == "负" and earlier not in _NOT_MINUS:
        return start - 1, -1
    if before == "的" and earlier == "负":
        return start - 2, -1
    if before == "下" and earlier == "零" and number.unit_text in _BELOW_ZERO:
        return start - 2, -1
    if before == "-":
        after_word = earlier >= "一" and earlier not in CHINESE and (wanted.bare or number.kind == "percent")
        if whole or after_word or not earlier or earlier in _BEFORE_MINUS:
            return start - 1, -1
    if before == "正" and whole and start == 1:
        return 0, 1
    return number.start, 1


def _is_figure(number: Number, kind: QuantityKind, hedge: Approximation, wanted: Wanted) -> bool:
    numeral, amount, unit = number.numeral, number.amount, number.unit
    bare = BARE.fullmatch(numeral) is not None
    if kind == "number":
        if wanted.bare:
            return not bare or hedge != "exact"
        return "count" in wanted.kinds and bool(_CLEAR.match(numeral)) and not (bare and hedge == "exact")
    if kind not in wanted.kinds or (amount.value is None and amount.low is None):
        return False
    if bare and len(numeral) == 1 and hedge == "exact" and kind not in ("ratio", "percent"):
        return False  # 百元 and 万人 alone name no number
    if kind == "money" and numeral.startswith("00"):
        return False  # 2 500 000元: the end of a number
    if unit is not None and unit.name == "方" and not numeral[:1].isascii():
        return False  # 三方 are parties
    if (
        not wanted.bare
        and amount.value is not None
        and kind != "percent"
        and _PAIR_OF_DIGITS.fullmatch(numeral)
    ):
        return False
    if unit is not None and unit.name == "年" and _YEAR.fullmatch(numeral) and hedge == "exact":
        return False
    if kind == "count" and unit is not None and unit.name in _WHOLE_ONLY and amount.value is not None:
        return amount.value == int(amount.value)
    return True


_GIVEN = ("捐", "捐了", "捐出", "捐款")
_CLAUSE_ENDS = frozenset("，。；、！”」")


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether a bare number is all that a verb of giving governs, and so money: 他个人再捐三千。"""
    return text.endswith(_GIVEN, 0, start) and text[end : end + 1] in _CLAUSE_ENDS


def _scaled(amount: Amount, factor: Decimal, hedge: Approximation) -> Amount:
    approximation = amount.approximation if amount.approximation != "exact" else hedge
    if factor == 1:
        same = approximation == amount.approximation
        return amount if same else Amount(amount.value, amount.low, amount.high, approximation)
    low, high = (None if v is None else v * factor for v in (amount.low, amount.high))
    if factor < 0:
        low, high = high, low
    return Amount(None if amount.value is None else amount.value * factor, low, high, approximation)
