"""One sum of several names in lists of givers: 50000元：甲、乙、丙; names under a sum; 甲、乙　各3,000."""

from __future__ import annotations

import re

from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.listed_names import INDEX, VERB, heads_class, names
from chamber_extract.relate.gifts.view import ASIDE, FIGURE, View
from chamber_extract.segment import Span

_NEAR = 200  # characters
_LINES = 8  # of names under a sum that has some beside it
_EACH = re.compile(
    rf"\s*(?:[一-鿿]{{2,10}}\s+(?=[每各]))?[【\[（(]?(?:(?:以[下上]|[下上]列|[下上]述)(?:诸[位君]|列位|会员|单位|人士|企业|个人|公司|商[会户]|团体|同[乡仁胞]|乡亲){{0,2}})?(?:(?:各人?|每[人位家])\s?)?(?:{VERB}\s?)?(?P<figure>{FIGURE}+){ASIDE}*(?:人民币|整|者|的|计?有|计开|如下|个人|名单|单位)*(?P<colon>[】\])）]?\s*[:：]|\s+[-–—]+\s|[】\])）\t ]|)\s*"
)
# 黄金赞助（10,000欧元）, 鑽石贊助人 $10,000: a class of givers, and nobody's name
_CLASS = re.compile(
    rf"\s*[【\[]?(?:[一-鿿]{{0,6}}(?:赞助|捐[献助赠款]|功德|报效|敬献)(?:人|者|芳名|名誉|单位|会员|企业|商号|主)?|[一-鿿]{{1,6}}[级类奖档组])[】\]]?\s*(?P<bracket>[（(]?)(?:每[人位家])?(?:{VERB})?\s*"
)
_CLOSES = re.compile(r"[)）]?[\s正整者]*(?P<colon>[:：]|)\s*")
_BELOW = re.compile(r"[^\n]*\n\s*(?P<names>[^\n]{2,200})")


def opens_with_sum(view: View, folded: str, part: Span, figures: list[Mention]) -> bool:
    """Whether a sum opens a part of a line, perhaps in words: 捐款10000元："""
    return view.text[part.start] == FIGURE or _head(view, folded, part, figures) is not None


def _head(view: View, folded: str, part: Span, figures: list[Mention]) -> re.Match[str] | None:
    """The words around a sum that heads names; where only what they name tells so, the names stand below."""
    inside = [m for m in figures if part.start <= m.start < part.end]
    classed = _CLASS.fullmatch(folded, part.start, inside[0].start) if len(inside) == 1 else None
    closes = _CLOSES.match(folded, inside[0].end, part.end) if classed else None
    if classed and closes and (classed["bracket"] or closes["colon"] or _stands_over(view, folded, part)):
        return closes
    return _EACH.match(view.text, part.start, part.end)


def _stands_over(view: View, folded: str, part: Span) -> bool:
    """Whether the line below a part holds names and no figure."""
    below = _BELOW.match(folded, part.end)
    return (
        below is not None
        and FIGURE not in view.text[slice(*below.span("names"))]
        and bool(names(view, folded, *below.span("names")))
    )


def _goes_on_below(view: View, folded: str, part: Span) -> bool:
    """Whether lines of names stand between a part and the next sum over names."""
    below = _BELOW.match(folded, part.end)
    for line in range(_LINES):
        if not below:
            return False
        start, end = below.span("names")
        if FIGURE in view.text[start:end]:
            index = INDEX.match(folded, start, end)
            return _EACH.match(view.text, index.end() if index else start, end) is not None and line > 0
        if not names(view, folded, start, end):
            return False
        below = _BELOW.match(folded, end)
    return False


def over_names(
    view: View, folded: str, part: Span, line: Span, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """50000元：甲、乙、丙, one gift of each; an amount alone heads the names on the next lines."""
    m = _head(view, folded, part, figures)
    inside = [m for m in figures if part.start <= m.start < part.end]
    if not m or len(inside) != 1 or inside[0].value.quantity.kind != "money":
        return None
    cash = inside[0]
    exact = cash.value.quantity.amount.approximation == "exact" and not re.match(
        r"[)）\s]*(?:以[上下内]|及以上|起|不等|至|[-—~](?=\d))", folded[cash.end : part.end]
    )
    if m.end() >= part.end:
        caption.each, caption.bounded = cash if exact else None, not exact
        return []
    if not exact:  # 捐款5万元以上：（略）
        caption.each, caption.bounded = None, True
        return []
    # 500元：甲、乙、 and the rest on the next line
    goes_on = folded[part.end - 1] in "、，," or _goes_on_below(view, folded, part)
    caption.each, caption.bounded = cash if goes_on else None, False
    if not m["colon"]:
        return None
    givers = names(view, folded, m.end(), part.end)
    return [_gift(cash, n, line) for n in givers] or None


def _gift(cash: Mention, giver: Party, line: Span) -> Draft:
    """The gift of one of many under an amount; its words run from the amount to the name where that is near."""
    start = cash.start if giver.end - cash.start <= _NEAR else giver.start
    return Draft("list-line", Lot(cash, money=cash), "donate", start, giver.end, line, line, donor=giver)


def names_below(view: View, folded: str, line: Span, start: int, caption: Caption) -> list[Draft] | None:
    """The names on a line under an amount."""
    cash = caption.each
    if heads_class(folded, start, line.end):
        caption.each, caption.bounded = None, False
        return None
    if not cash:
        return [] if caption.bounded and names(view, folded, start, line.end) else None
    givers = names(view, folded, start, line.end)
    if not givers:
        caption.each = None
        return None
    return [_gift(cash, n, line) for n in givers]
