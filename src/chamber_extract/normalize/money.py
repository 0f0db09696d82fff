"""Money in coins: 元角分, 整, and the spoken 块 and 毛."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chamber_extract.normalize.numerals import read_number
from chamber_extract.normalize.tokens import DIGIT, Number
from chamber_extract.normalize.units import unit_at
from chamber_extract.normalize.values import Amount

_COUNT = rf"[0-9{DIGIT}十拾]"
_NOT_FEN = "(?![钟之会别公店行不没未])"  # 分钟, 分之, 分会, 53万元一分不少
_SMALL_CHANGE = re.compile(
    rf"零?(?P<jiao>{_COUNT}{{1,2}})角(?:零?(?P<fen>{_COUNT}{{1,3}})分)?|零?(?P<only>{_COUNT}{{1,3}})(?:分{_NOT_FEN}|仙)"
)
_NEXT_COIN = re.compile(rf"零?([0-9{DIGIT}]{{1,2}})([毛角分]?)")
# 三块五 ends a clause, 三块五米 are something else.
_CLOSED = frozenset(("", "钱", "，", "。", "；", "、", ",", ";", ")", "”", "！", "？", "\n"))
_WORTH = {"块": Decimal(1), "毛": Decimal("0.1"), "角": Decimal("0.1"), "分": Decimal("0.01")}


def read_coins(text: str, number: Number, spoken: bool) -> Number | None:
    """九角九分, 五分钱 and, where money is asked for, 5分 and 九块九毛九."""
    value, at = number.amount.value, number.end
    name = text[at]
    if value is None:
        return None
    total, end = value * _WORTH[name], at + 1
    scale = {"块": Decimal("0.1"), "毛": Decimal("0.01"), "角": Decimal("0.01")}.get(name)
    sure = spoken
    while scale is not None and (spoken or name in ("角", "块")):
        match = _NEXT_COIN.match(text, end)
        if not match or (not match[2] and not spoken and text[match.end() : match.end() + 1] not in _CLOSED):
            break
        part = read_number(match[1])
        if part is None or (len(match[1]) > 1 and not match[2]):
            break
        if match[2]:
            total += part * _WORTH[match[2]]
        else:
            total += part * (Decimal("0.01") if match[0][0] in "零〇" else scale)
        end, sure, scale = match.end(), True, Decimal("0.01") if match[2] in ("毛", "角") else None
    if text[end : end + 1] == "钱":
        end, sure = end + 1, True
    elif text[end : end + 2] == "人民":
        sure = True
    if not sure:
        return None
    money = unit_at("元", 0)
    named = unit_at(text, end)
    if named is not None and named.currency and named.worth == 1:
        money, end = named, end + len(named.name)
    return replace(number, end=end, amount=Amount(total), kind="money", unit=money, unit_text=text[at:end])


def add_small_change(text: str, number: Number) -> Number:
    """The 角 and 分 after 元, and 整 or 正."""
    end, value = number.end, number.amount.value
    change = _SMALL_CHANGE.match(text, end) if value is not None else None
    if change and value is not None:
        jiao, fen = read_number(change["jiao"] or "零"), read_number(change["fen"] or change["only"] or "零")
        if jiao is not None and fen is not None:
            value += jiao / 10 + fen / 100
            end = change.end()
    closing = text[end : end + 1]
    if (closing == "整" and not whole_word(text, end)) or (
        closing == "正"
        and number.numeral
        and number.numeral[-1] in "拾佰仟万亿壹贰叁肆伍陆柒捌玖"
        and not _word_on(text, end)
    ):
        end += 1
    return replace(number, end=end, amount=replace(number.amount, value=value))


def whole_word(text: str, position: int) -> bool:
    """Whether the 整 at the position begins a word (整个, 整合)."""
    return text[position + 1 : position + 2] in tuple("个体理治数合改装备建顿")


def _word_on(text: str, position: int) -> bool:
    return text[position + 1 : position + 2] in tuple("式在是好如规确当常面")
