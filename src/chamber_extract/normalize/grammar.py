"""The grammar of one quantity: number, unit, share or fraction, range. See `quantities` for finding."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from chamber_extract.normalize.amounts import read_amount, span_amount
from chamber_extract.normalize.hedges import combine
from chamber_extract.normalize.numerals import CHINESE, DIGITS, read_number
from chamber_extract.normalize.units import Unit, unit_at
from chamber_extract.normalize.values import Amount, Approximation, QuantityKind

DIGIT = "".join(DIGITS)
RUN = re.compile(
    rf"[0-9{CHINESE}几数半.](?:[0-9{CHINESE}几]|,(?=[0-9]{{3}}(?![0-9]))|\.(?=[0-9])|点(?=[0-9{DIGIT}])"
    r"|[余多来](?=[十百千万亿兆]))*+"
)
_COUNT = rf"[0-9{DIGIT}十拾]"
_SMALL_CHANGE = re.compile(
    rf"零?(?P<jiao>{_COUNT}{{1,2}})角(?:零?(?P<fen>{_COUNT}{{1,3}})分)?|零?(?P<only>{_COUNT}{{1,3}})分(?![钟之会别公店行])"
)
_FEN = re.compile(rf"零?({_COUNT}{{1,3}})分(?![钟之会别公店行])")
_CONNECT = re.compile(
    r"(?:[-~—至到]|--)(?=[0-9.$¥€£负A-Z]|[一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾几数])"
)
_OTHERS = re.compile(r"\((?=[^()0-9\n]{1,12}\))([^()0-9\n、/]{1,4}(?:[、/][^()0-9\n、/]{1,4})*)\)")
_LOOSE: dict[str, tuple[Approximation, str]] = {
    "余": ("over", "额音味下震热款粮地钱生姚杭光"),
    "多": ("over", "样边媒功哈"),
    "来": ("about", "自到源说看华访宾客电函信京宁渝"),
}
_TENTHS = re.compile(rf"[一二三四五六七八九]{{1,2}}(?![{CHINESE}几多余来个])")
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_EXPONENT = re.compile(r"([\^eE])([+-]?[0-9]{1,3})(?![0-9A-Za-z.])")
TIME = frozenset(
    (
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
    )
)
_HALVES = TIME | {
    "吨",
    "公斤",
    "斤",
    "公里",
    "里",
    "米",
    "个",
    "亩",
    "倍",
    "成",
    "打",
    "平方米",
    "美元",
    "英里",
}
_NOT_CHENG = tuple("立员为功果长本品都交分效就熟份行败绩因形型组批套千百不年语县武王龙渝绵康建全色")


_NOT_ZHE = tuple("合扣射旧叠腾算价返后线中人磨损戟页断桥服")


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
        if unit is None or unit.name not in _HALVES:
            return None
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
    return _with_unit(text, plain, spoken)


def _leave_to_unit(text: str, start: int, end: int) -> int:
    """The end of a numeral whose last multiplier is the unit's: 25千克, 300兆瓦, but 两千米."""
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
    if following == "折" and not text.startswith(_NOT_ZHE, at + 1):
        return _tenths(text, number)
    if following == "成" and not text.startswith(_NOT_CHENG, at + 1):
        return _tenths(text, number)
    if following in ("角", "分", "块", "毛"):
        coins = _coins(text, number, spoken)
        if coins:
            return coins
    if following in ("^", "e", "E") and number.amount.value is not None:
        return _power(text, number)
    skip = at + 1 if following == " " and text[at + 1 : at + 2].isascii() else at
    unit = unit_at(text, skip)
    if unit is None:
        return number
    end = skip + len(unit.name)
    made = replace(number, end=end, unit=unit, unit_text=unit.name, kind=unit.kind)
    if unit.kind == "money":
        return _small_change(text, made) if unit.name[-1] in "元圆钱" else made
    return _after_unit(text, made)


def _power(text: str, number: Number) -> Number:
    """2^10, 3.2E8."""
    match = _EXPONENT.match(text, number.end)
    value = number.amount.value
    if match is None or value is None or abs(int(match[2])) > 30:
        return number
    power = value ** int(match[2]) if match[1] == "^" else value * Decimal(10) ** int(match[2])
    return replace(number, stop=match.end(), end=match.end(), amount=Amount(power))


def _tenths(text: str, number: Number) -> Number:
    """三成 is 30 percent, 三成五 is 35; a price at 八折 or 七五折 is 80 or 75 percent of the full one."""
    end, value = number.end + 1, number.amount.value
    name = text[number.end]
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
    tail = number.tail
    if text[end : end + 1] == "多":
        tail, end = "over", end + 1
    amount = Amount(value, low, high, number.amount.approximation)
    return replace(number, end=end, amount=amount, kind="percent", unit=unit, unit_text=name, tail=tail)


def _worth(value: Decimal, name: str) -> Decimal:
    return value * {"块": Decimal(1), "毛": Decimal("0.1"), "角": Decimal("0.1"), "分": Decimal("0.01")}[name]


def _coins(text: str, number: Number, spoken: bool) -> Number | None:
    """九角九分, 五分钱 and, where money is asked for, 5分 and 九块九毛九."""
    value, at = number.amount.value, number.end
    name = text[at]
    if value is None:
        return None
    total, end = _worth(value, name), at + 1
    scale = {"块": Decimal("0.1"), "毛": Decimal("0.01"), "角": Decimal("0.01")}.get(name)
    sure = spoken
    while scale is not None and (spoken or name == "角"):
        match = re.compile(rf"零?([0-9{DIGIT}]{{1,2}})([毛角分]?)").match(text, end)
        if not match or (not match[2] and not spoken):
            break
        part = read_number(match[1])
        if part is None or (len(match[1]) > 1 and not match[2]):
            break
        if match[2]:
            total += _worth(part, match[2])
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


def _small_change(text: str, number: Number) -> Number:
    """The 角 and 分 after 元, and 整 or 正."""
    end, value = number.end, number.amount.value
    change = _SMALL_CHANGE.match(text, end) if value is not None else None
    if change and value is not None:
        jiao, fen = read_number(change["jiao"] or "零"), read_number(change["fen"] or change["only"] or "零")
        if jiao is not None and fen is not None:
            value += jiao / 10 + fen / 100
            end = change.end()
    closing = text[end : end + 1]
    if (closing == "整" and text[end + 1 : end + 2] not in tuple("个体理治数合改装备建顿")) or (
        closing == "正"
        and number.numeral
        and number.numeral[-1] in "拾佰仟万亿壹贰叁肆伍陆柒捌玖"
        and not _word_on(text, end)
    ):
        end += 1
    return replace(number, end=end, amount=replace(number.amount, value=value))


def _word_on(text: str, position: int) -> bool:
    return text[position + 1 : position + 2] in tuple("式在是好如规确当常面")


def _after_unit(text: str, number: Number) -> Number:
    """个多月, 三年半, 一倍多, 一米八, 个(套、双), 公里/小时."""
    unit, end, amount, tail = number.unit, number.end, number.amount, number.tail
    assert unit is not None
    unit_text, kind = unit.name, unit.kind
    mark = text[end : end + 1]
    if mark in ("多", "半") and unit.name == "个":
        second = unit_at(text, end + 1)
        if second is not None and ("个" + second.name in TIME or second.name in TIME):
            unit_text, kind, end = "个" + second.name, second.kind, end + 1 + len(second.name)
        elif text.startswith("月", end + 1):
            unit_text, kind, end = "个月", "measure", end + 2
        else:
            mark = ""
    elif (
        mark in ("多", "半")
        and unit.name in _HALVES
        and text[end + 1 : end + 2] not in tuple("样导岛径数程场边截途个云种元年成")
    ):
        end += 1
    else:
        mark = ""
    if mark == "半" and amount.value is not None:
        amount = replace(amount, value=amount.value + Decimal("0.5"))
    elif mark == "多":
        tail = "over"
    if unit.name == "米" and not mark and amount.value is not None:
        tenths = _TENTHS.match(text, end)
        if tenths and unit_at(text, tenths.end()) is None:
            amount = replace(
                amount, value=amount.value + Decimal("0." + "".join(str(DIGITS[d]) for d in tenths[0]))
            )
            end = tenths.end()
    others = _OTHERS.match(text, end) if not mark else None
    if others and all(_is_unit(word) for word in re.split("[、/]", others[1])):
        end, unit_text = others.end(), unit_text + others[0]
    elif text[end : end + 1] == "/" and not mark:
        second = unit_at(text, end + 1)
        if second is not None and second.kind != "money":
            end, unit_text = end + 1 + len(second.name), f"{unit_text}/{second.name}"
    return replace(number, end=end, amount=amount, tail=tail, unit_text=unit_text, kind=kind)


def _is_unit(word: str) -> bool:
    unit = unit_at(word, 0)
    return unit is not None and unit.name == word


def share_at(text: str, start: int, end: int) -> Number | None:
    """百分之九十五, 三分之一, 一又五分之一, 1/3 from the numeral run `start:end`."""
    following = text[end : end + 1]
    if following == "又":
        return _mixed(text, start, end)
    if following == "分" and text.startswith(("分之", "份之"), end):
        return _fraction(text, start, end)
    if text.startswith("百分百", start) or text.startswith("百分之百", start):
        close = start + (3 if text[start + 2] == "百" else 4)
        return Number(start, close, close, Amount(Decimal(100)), "percent", Unit("%", "percent"), "%")
    if following == "半" and text[start:end] in ("一", "1") and text[end + 1 : end + 2] not in ("年", "天"):
        return Number(start, end + 1, end + 1, Amount(Decimal("0.5")), "ratio")
    return None


def _fraction(text: str, start: int, end: int) -> Number | None:
    at = end + 2
    negative = text[at : at + 1] in ("负", "-")
    run = RUN.match(text, at + negative)
    below = read_number(text[start:end])
    if run is None or not below:
        return None
    above = read_amount(run[0])
    if above is None:
        return None
    scale = Decimal(-1 if negative else 1) / (1 if below == 100 else below)

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * scale

    amount = Amount(scaled(above.value), scaled(above.low), scaled(above.high), above.approximation)
    if below == 100:
        return Number(
            start, run.end(), run.end(), amount, "percent", Unit("%", "percent"), "%", numeral=text[start:end]
        )
    return Number(start, run.end(), run.end(), amount, "ratio", numeral=text[start:end])


def _mixed(text: str, start: int, end: int) -> Number | None:
    """一又五分之一, 1又1/5."""
    whole, run = read_number(text[start:end]), RUN.match(text, end + 1)
    if whole is None or run is None:
        return None
    part = share_at(text, run.start(), run.end()) or slash_at(text, run.start(), run.end())
    if part is None or part.amount.value is None:
        return None
    value = part.amount.value / 100 if part.kind == "percent" else part.amount.value
    return replace(part, start=start, amount=Amount(whole + value), kind="ratio", unit=None, unit_text=None)


def slash_at(text: str, start: int, end: int) -> Number | None:
    """2/3: a fraction below one with a small denominator, not a date, a path or a code."""
    match = re.compile(rf"/([0-9.{CHINESE}]+)(?![/0-9A-Za-z-])").match(text, end)
    above, below = read_number(text[start:end]), read_number(match[1]) if match else None
    if match is None or above is None or not below:
        return None
    return Number(start, match.end(), match.end(), Amount(above / below), "ratio", numeral=text[start:end])


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
