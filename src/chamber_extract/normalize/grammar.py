"""The grammar of one number: its numeral, 余 and 多, its unit and what belongs to the unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chamber_extract.normalize.amounts import read_amount
from chamber_extract.normalize.money import add_small_change, read_coins
from chamber_extract.normalize.numerals import CHINESE, DIGITS, read_number, tidy
from chamber_extract.normalize.shares import tenths_at
from chamber_extract.normalize.tokens import TIME, Number
from chamber_extract.normalize.units import prefix_before, unit_at
from chamber_extract.normalize.values import Amount, Approximation

_OTHERS = re.compile(r"\((?=[^()0-9\n]{1,12}\))([^()0-9\n、/]{1,4}(?:[、/][^()0-9\n、/]{1,4})*)\)")
_LOOSE: dict[str, tuple[Approximation, str]] = {
    "余": ("over", "额音味下震热款粮地钱生姚杭光"),
    "多": ("over", "样边媒功哈"),
    "来": ("about", "自到源说看华访宾客电函信京宁渝"),
}
_TENTHS = re.compile(
    rf"(?:[一二三四五六七八九]{{1,2}}|(?<=[0-9]米)[0-9]{{1,2}})(?![0-9.,:%{CHINESE}几多余来个])"
)
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_EXPONENT = re.compile(r"([\^eE])([+-]?[0-9]{1,3})(?![0-9A-Za-z.])")
# 3.5 million and, with a currency, 3.5m; a capital letter alone is as often a size or a model.
_THOUSANDS = re.compile(
    r" ?(?P<word>thousand|million|billion|trillion|mln|mil|mn|bn)(?![A-Za-z])|(?P<letter>[kKmMbB])(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
_WORTH = {"k": 3, "t": 3, "m": 6, "b": 9, "tr": 12}
# 两个亿, 30多个亿, 一个半亿: as people speak of large sums.
_OF_HUNDREDS = re.compile(
    "个(?P<more>多|半)?(?P<scale>万亿|亿(?![分万利达联])|[百千]万(?=[元美港欧英，。；、]|人民币|$))"
)
_NO_HALF = frozenset("样导岛径数程场边截途个云种元年成")  # 多样, 半径
_HALVES = TIME | frozenset(
    ["吨", "公斤", "斤", "公里", "里", "米", "个", "亩", "倍", "番", "成", "打", "平方米", "美元", "英里"]
)


def number_at(text: str, start: int, end: int, spoken: bool = False) -> Number | None:
    """The number whose numeral is `start:end`, with its unit. `spoken` reads 块, 毛 and 分 as money."""
    end = _leave_to_unit(text, start, end)
    numeral = text[start:end]
    amount = read_amount(numeral) if numeral not in ("半", "数", ".") else None
    if "参" in numeral and _CAPITAL.search(numeral) is None:
        return None  # 经商参处; 参 is three among financial capitals only
    if numeral == "零" and text.startswith("下", end):
        return None
    if numeral == "半":
        amount = Amount(Decimal("0.5"))
        if text.startswith("数", end) and not text.startswith(("据", "字", "量"), end + 1):
            return Number(start, end, end + 1, amount, "ratio", numeral=numeral)
        if text[start - 1 : start] in ("过", "超", "逾") and unit_at(text, end) is None:
            return Number(start, end, end, amount, "ratio", numeral=numeral)
        unit = unit_at(text, end)
        if (unit is None or unit.name not in _HALVES) and text[end : end + 1] not in ("成", "折"):
            return None
    elif numeral == "半百":
        amount = Amount(Decimal(50))
    if amount is None:
        return None
    stop, tail = end, "exact"
    loose = _LOOSE.get(text[end : end + 1])
    if (
        loose
        and amount.approximation == "exact"
        and amount.value is not None
        and amount.value >= (1 if text[end] == "余" else 10)
    ):
        other_word = end + 1 < len(text) and text[end + 1] in loose[1]
        if not other_word and (loose[0] == "over" or unit_at(text, end + 1) is not None):
            tail, end = loose[0], end + 1
    plain = Number(start, stop, end, amount, tail=tail, numeral=numeral)
    following = text[end : end + 1]
    if following == "个" and (of := _OF_HUNDREDS.match(text, end)):
        plain = _in_hundred_millions(plain, of)
    if following and following in " kKmMbBtT" and following.isascii():
        plain = _in_thousands(text, plain)
    return _with_unit(text, plain, spoken)


def _in_hundred_millions(number: Number, of: re.Match[str]) -> Number:
    amount, factor = number.amount, read_number(of["scale"])
    if amount.value is None and amount.low is None:  # 几个亿
        amount, factor = read_amount(number.numeral + of["scale"]) or amount, Decimal(1)
    assert factor is not None
    half = Decimal("0.5") if of["more"] == "半" else 0
    value, low, high = (
        None if v is None else tidy((v + half) * factor) for v in (amount.value, amount.low, amount.high)
    )
    end = of.end()
    return replace(
        number, stop=end, end=end, amount=Amount(value, low, high, amount.approximation),
        tail="over" if of["more"] == "多" else number.tail, numeral=number.numeral + of["scale"],
    )  # fmt: skip


def _in_thousands(text: str, number: Number) -> Number:
    """US$3.5 million, 100K美元: the Latin word or letter that multiplies an Arabic number."""
    match = _THOUSANDS.match(text, number.end)
    if match is None or number.amount.value is None or not number.numeral.isascii():
        return number
    if match["letter"] and not (number.start == 0 and match.end() == len(text)):
        named = prefix_before(text, number.start)
        unit = unit_at(text, match.end())
        if not (named or (unit and unit.kind == "money" and match["letter"] not in "mb")):
            return number
    word = match[0].strip().lower()
    factor = Decimal(10) ** _WORTH["tr" if word.startswith("tr") else word[0]]
    return replace(
        number, stop=match.end(), end=match.end(), amount=Amount(tidy(number.amount.value * factor))
    )


def _leave_to_unit(text: str, start: int, end: int) -> int:
    """The end of a numeral whose last multiplier is the unit's: 25千克, 300兆瓦, but 两千米."""
    if end - start > 1 and text.startswith("零吉", end - 1):  # ringgit
        return end - 1
    if (
        end - start > 1
        and text[end - 1] == "两"
        and text[end - 2] not in "零〇"
        and unit_at(text, end) is None
    ):
        return end - 1
    if end - start > 1 and text[end - 1] in "千百兆":
        unit = unit_at(text, end - 1)
        further = unit_at(text, end)
        if unit is not None and len(unit.name) >= max(2, len(further.name) + 1 if further else 0):
            thousands = (
                unit.name == "千米"
                and text[end - 2] in "一二两三四五六七八九几数"
                and "点" not in text[start:end]
            )
            if not thousands:
                return end - 1
    return end


def _with_unit(text: str, number: Number, spoken: bool) -> Number:
    at = number.end
    following = text[at : at + 1]
    if following in ("成", "折"):
        tenths = tenths_at(text, number)
        if tenths is not None:
            return tenths
    if following in ("角", "分", "块", "毛"):
        coins = read_coins(text, number, spoken)
        if coins:
            return coins
    if following == "‰" and number.amount.value is not None:
        thousandths = Amount(tidy(number.amount.value / 1000))
        return replace(number, end=at + 1, amount=thousandths, kind="ratio", unit_text="‰")
    if following in ("^", "e", "E") and number.amount.value is not None:
        return _power(text, number)
    skip = at + 1 if following == " " and text[at + 1 : at + 2] < "\u3000" else at  # 2000 €
    unit = unit_at(text, skip)
    if unit is None or (unit.kind != "money" and _signed(text, number.start)):
        return number
    end = skip + len(unit.name)
    if skip > at and text[end : end + 1].isdigit():  # 支票1024 $2,000
        return number
    made = Number(
        number.start, number.stop, end, number.amount, unit.kind, unit, unit.name, number.tail, number.numeral
    )  # fmt: skip
    if unit.kind == "money":
        made = (
            add_small_change(text, made) if unit.name[-1] in "元圆钱" or unit.name.endswith("令吉") else made
        )
        return _per_unit(text, made)
    return _after_unit(text, made)


def _signed(text: str, start: int) -> bool:
    """Whether the sign or the code of a currency stands right before: $5,000 张国强 counts no sheets."""
    sign = text[start - 1 : start]
    return (
        bool(sign)
        and not sign.isdigit()
        and not "一" <= sign <= "龥"
        and prefix_before(text, start) is not None
    )


def _power(text: str, number: Number) -> Number:
    """2^10, 3.2E8."""
    match = _EXPONENT.match(text, number.end)
    value = number.amount.value
    if match is None or not value or abs(int(match[2])) > 30:
        return number
    power = value ** int(match[2]) if match[1] == "^" else value * Decimal(10) ** int(match[2])
    return replace(number, stop=match.end(), end=match.end(), amount=Amount(power))


def _after_unit(text: str, number: Number) -> Number:
    """What belongs to the unit before it: 三年半, 一倍多, 一米八, 个(套、双), 公里/小时."""
    following, unit = text[number.end : number.end + 1], number.unit
    if unit is None:
        return number
    if following in ("多", "半"):
        return _half_or_more(text, number, following)
    if unit.name == "米" and following and (following in DIGITS or following.isdigit()):
        return _tenths_of_a_metre(text, number)
    end = number.end
    others = _OTHERS.match(text, end) if following == "(" else None
    if others and all(_is_unit(word) for word in re.split("[、/]", others[1])):
        return replace(number, end=others.end(), unit_text=unit.name + others[0])
    return _per_unit(text, number)


def _per_unit(text: str, number: Number) -> Number:
    """公里/小时, 元/吨."""
    second = unit_at(text, number.end + 1) if text[number.end : number.end + 1] == "/" else None
    if second is None or second.kind == "money":
        return number
    return replace(
        number, end=number.end + 1 + len(second.name), unit_text=f"{number.unit_text}/{second.name}"
    )


def _half_or_more(text: str, number: Number, mark: str) -> Number:
    """两个半小时, 三年半; 个多月, 一倍多."""
    unit, after = number.unit, number.end + 1
    assert unit is not None
    made = number
    if unit.name == "个":
        second = unit_at(text, after)
        if second is not None and ("个" + second.name in TIME or second.name in TIME):
            end, name, kind = after + len(second.name), "个" + second.name, second.kind
        elif text.startswith("月", after):
            end, name, kind = after + 1, "个月", "measure"
        else:
            return number
        made = replace(number, end=end, unit_text=name, kind=kind)
    elif (unit.kind == "measure" or unit.name in _HALVES) and text[after : after + 1] not in _NO_HALF:
        made = replace(number, end=after)
    else:
        return number
    if mark == "多":
        return replace(made, tail="over")
    return _add(made, Decimal("0.5"))


def _add(number: Number, part: Decimal) -> Number:
    value = number.amount.value
    return number if value is None else replace(number, amount=replace(number.amount, value=value + part))


def _tenths_of_a_metre(text: str, number: Number) -> Number:
    """一米八, 一米七五; not 五米三个."""
    tenths = _TENTHS.match(text, number.end)
    if tenths is None or unit_at(text, tenths.end()) is not None:
        return number
    part = Decimal("0." + "".join(str(DIGITS.get(digit, digit)) for digit in tenths[0]))
    return _add(replace(number, end=tenths.end()), part)


def _is_unit(word: str) -> bool:
    unit = unit_at(word, 0)
    return unit is not None and unit.name == word
