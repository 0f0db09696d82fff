"""Which money the bare sums of a roll are in: what its caption, its heads, its lines and its closing say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeGuard

from chamber_extract.normalize.quantities import find_quantities
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.gifts.tables import rolls
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

_SCALE = re.compile(r"百万|千万|[百千万亿]")
_UNIT = r"(?P<unit>[^()\[\]。，,:;\s]{1,10}?)(?:为单位|为准|计算?)?(?=$|[()\[\]。，,:;\s])"
_IS = "[均皆都俱]?[为是系以按]"
# 单位：万元, 金额以泰铢计, 以上均为菲币, 以上菲币
_SAID = re.compile(
    rf"(?:(?:单位|币种|币别|货币|金额)(?::|{_IS}|(?=[百千万]?元))|(?:金额|捐款|款项|善款|款额){_IS}"
    rf"|(?:以[上下]|上列)(?:各项)?(?:金额|捐款|款项|善款|款额)?(?:{_IS}|单位:)?)\s*{_UNIT}"
)
# 美金部分, 一、人民币捐款：
_OF_MONEY = re.compile(
    r"(?:[(]?[一二三四五六七八九十甲乙丙丁]{1,2}[)、.]\s*)?(?P<unit>[一-鿿]{2,4}?)(?:部[分份]|捐款|现金|善款|类|组)?:?"
)
_BRACKETED = re.compile(rf"(?<=[(，,、;\s])(?:{_IS})?(?P<unit>[^()，,、;0-9\s]{{1,8}}?)(?=[)，,、;\s])")
_BRACKETS = re.compile(r"[(][^()\n]{1,40}[)]")
_BEFORE = re.compile(r"[(](?P<unit>[^()\d\s]{1,8})[)]\s*$")
_NEAR = 12  # characters of it
_LOOKS_BACK = re.compile(r"[(※*\s]*(?:以上|上列)|[^()]*[(][均皆都俱][^()]*[)]")
_IN_HEAD = re.compile(r"[(\[/:](?:单位|币种)?:?(?P<unit>[^()\[\]/]{1,8}?)[)\]]?$")
_AMOUNT = re.compile(r".*(?:额|款|现金|资金|捐出|[价货总]值)")
_OPEN_UNIT = frozenset("元圆")


def currency(unit: str | None, default: str | None) -> tuple[str | None, str, str]:
    """The ISO code of a unit such as 万元, 美元, 港币万元, P, its multiplier and its name; no code where the name is shared (比索)."""
    words = re.sub(r"[\s,，:：/、()（）]", "", unit or "元")
    scale = _SCALE.search(words)
    name = words.replace(scale[0], "", 1) if scale else words
    name = re.sub(r"(?<=[币金])元$", "", name)
    times = scale[0] if scale else ""
    if name in ("元", "圆", "块"):
        return default, times, "元"
    for text in (f"1000{name}", f"{name}1000"):
        found = find_quantities(text)
        if len(found) == 1 and found[0].kind == "money" and found[0].end - found[0].start == len(text):
            return found[0].currency, times, name
    return None, times, ""


def names_money(unit: str | None) -> TypeGuard[str]:
    """Whether a unit is one of money."""
    return bool(unit and currency(unit, None)[2])


def unit_of(text: str) -> str | None:
    """The unit of money that words over, among or behind rows name for all of them: （单位：万元）, （港币）, 以上均为菲币."""
    said = [m["unit"] for m in _SAID.finditer(text)]
    if whole := _OF_MONEY.fullmatch(text):
        said.append(whole["unit"])
    for brackets in _BRACKETS.findall(text):
        said += [m["unit"] for m in _BRACKETED.finditer(brackets)]
    return next(filter(names_money, said), None)


def named_before(folded: str, start: int) -> str | None:
    """The money that brackets right before a number name: 林文彬（美金）5000."""
    named = _BEFORE.search(folded, max(0, start - _NEAR), start)
    return named["unit"] if named and names_money(named["unit"]) else None


def of_head(word: str) -> str | None:
    """The unit of money that the head of a column names: 金额（港币万元）, 折合人民币（万元）, 捐款额/欧元, 美元."""
    inside = _IN_HEAD.search(word)
    unit = inside["unit"] if inside else None
    front = word[: inside.start()] if inside else ""
    named = next((front[-n:] for n in (4, 3, 2) if unit and names_money(front[-n:] + unit)), "")
    return next(filter(names_money, (named + unit if unit else None, _AMOUNT.sub("", word), word)), None)


def is_remark(text: str) -> bool:
    """Whether a line says nothing but which money the rows are in: 单位：欧元, （以上均为菲币）."""
    alone = _SAID.fullmatch(text.strip("() ")) or _BRACKETS.fullmatch(text)
    return alone is not None and unit_of(text) is not None


def looks_back(text: str) -> bool:
    """Whether words that name the money of rows name that of those above: 以上均为菲币, 总计十五万（均为菲币）."""
    return _LOOKS_BACK.match(text) is not None and unit_of(text) is not None


def closings(view: View, folded: str, lines: Sequence[Span]) -> dict[int, str]:
    """The money that what closes a roll names, by the start of each line above it up to the caption of the roll."""
    out: dict[int, str] = {}
    unit: str | None = None
    for line in reversed(lines):
        text = folded[line.start : line.end].strip()
        if len(text) <= rolls.LONGEST_CAPTION:
            if looks_back(text) or (line is lines[-1] and is_remark(text)):
                unit = unit_of(text)
            elif total := _of_total(view, folded, line):
                unit = unit or total
            elif rolls.says(text) is not None and FIGURE not in view.text[line.start : line.end]:
                out.update({line.start: unit} if unit else {})
                unit = None
        if unit:
            out[line.start] = unit
    return out


def _of_total(view: View, folded: str, line: Span) -> str | None:
    """The one money in which the sums of a total are: 合计菲币三十五万元."""
    if not rolls.TOTAL.match(folded, line.start, line.end):
        return None
    sums = [m.value.quantity for m in view.within(line.start, line.end) if m.value.quantity.kind == "money"]
    codes = {q.currency if q.start < q.number_start or q.unit not in _OPEN_UNIT else None for q in sums}
    return codes.pop() if len(codes) == 1 else None


def plain(view: View, chambers: Chambers, default: str | None) -> str | None:
    """The currency of a column of money that names none: that of all money in the document.

    Without any, the renminbi where the text is of the mainland.
    """
    codes = {m.value.quantity.currency for m in view.figures if m.value.quantity.kind == "money"}
    if codes:
        return codes.pop() if len(codes) == 1 else None
    abroad = any(entity.countries for _, entity in chambers.places if entity)
    return None if abroad else default
