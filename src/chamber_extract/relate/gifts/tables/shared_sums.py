"""One sum of several names in lists of givers: 50000元：甲、乙、丙; names under a sum; 甲、乙　各3,000."""

from __future__ import annotations

import re

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.clauses import FIGURE, View
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.grid import money
from chamber_extract.relate.gifts.tables.listed_names import names
from chamber_extract.segment import Span

_NEAR = 200  # characters
_EACH = re.compile(
    rf"\s*(?:[一-鿿]{{2,10}}\s+(?=[每各]))?[【\[（(]?(?:以下(?:会员|单位|人士)?)?(?:捐款?|各人?捐?款?|每[人位家]捐?款?|捐赠|认捐)?(?P<figure>{FIGURE}+)(?:人民币|整|者|的|有|个人|名单|单位)*[】\])）]?(?P<colon>\s*[:：]|[\t ]|)\s*"
)
# 以下各10000：, whose unit the caption names
_EACH_BELOW = re.compile(
    r"\s*以下(?:会员|单位|人士)?(?:各人?|每[人位家])(?:捐款?)?(?P<sum>\d[\d,]*)(?P<colon>[:：])\s*"
)
_BARE_EACH = re.compile(r"(?P<names>\D{3,200}?)[\s:：]+(?:以上)?各(?:捐|人)?\s*(?P<sum>\d[\d,]*)\s*$")


def opens_with_sum(view: View, line: Span, start: int) -> bool:
    """Whether a sum opens the line, perhaps in words: 捐款10000元："""
    return view.text[start] == FIGURE or _EACH.match(view.text, start, line.end) is not None


def over_names(
    view: View, folded: str, line: Span, start: int, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """50000元：甲、乙、丙, one gift of each; an amount alone heads the names on the next lines."""
    m = _EACH.match(view.text, start, line.end)
    if not m or len(figures) != 1 or figures[0].value.quantity.kind != "money":
        return None
    cash = figures[0]
    exact = cash.value.quantity.amount.approximation == "exact" and not re.match(
        r"[)）\s]*(?:以[上下内]|及以上|起|不等|至|[-—~])", folded[cash.end : line.end]
    )
    if m.end() >= line.end:
        caption.each, caption.bounded = cash if exact else None, not exact
        return []
    caption.each, caption.bounded = None, False
    if not m["colon"]:
        return [] if not exact else None
    givers = names(view, folded, m.end(), line.end)
    if not givers:
        return None
    return [_gift(cash, n, line) for n in givers] if exact else []


def _gift(cash: Mention, giver: Party, line: Span) -> Draft:
    """The gift of one of many under an amount; its words run from the amount to the name where that is near."""
    start = cash.start if giver.end - cash.start <= _NEAR else giver.start
    return Draft("list-line", Lot(cash, money=cash), "donate", start, giver.end, line, line, donor=giver)


def names_below(view: View, folded: str, line: Span, start: int, caption: Caption) -> list[Draft] | None:
    """The names on a line under an amount."""
    cash = caption.each
    if not cash:
        return [] if caption.bounded and names(view, folded, start, line.end) else None
    givers = names(view, folded, start, line.end)
    if not givers:
        caption.each = None
        return None
    return [_gift(cash, n, line) for n in givers]


def each_below(
    view: View, folded: str, line: Span, caption: Caption, default: str | None
) -> list[Draft] | None:
    """以下各10000：, and the names behind it or on the next lines; None where the line is no such head."""
    m = _EACH_BELOW.match(folded, line.start, line.end)
    quantity = money(m["sum"], caption.unit, default) if m else None
    if not m or not quantity:
        return None
    caption.each = Mention("figure", *m.span("sum"), Figure(quantity), "list-line")
    return [_gift(caption.each, n, line) for n in names(view, folded, m.end(), line.end)]


def behind_names(
    view: View, folded: str, line: Span, start: int, caption: Caption, default: str | None
) -> list[Draft]:
    """戴国华、林文田　各3,000, whose unit the caption names."""
    m = _BARE_EACH.match(folded, start, line.end)
    quantity = money(m["sum"], caption.unit, default) if m and caption.unit else None
    if not m or not quantity:
        return []
    cash = Mention("figure", *m.span("sum"), Figure(quantity), "list-line")
    return [_gift(cash, n, line) for n in names(view, folded, *m.span("names"))]
