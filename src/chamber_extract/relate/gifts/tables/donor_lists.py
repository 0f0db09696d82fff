"""Gifts in lines without heads: 张三 5000元; 甲公司 50万元、矿泉水20箱; 甲、乙各5万元; 合计 79000元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot, lots
from chamber_extract.relate.gifts.tables import captions, shared_sums
from chamber_extract.relate.gifts.tables.bare_sums import BareSums, as_money, in_part
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.grid import DITTO
from chamber_extract.relate.gifts.tables.listed_names import INDEX, is_nobodys
from chamber_extract.relate.gifts.tables.moneys import named_before
from chamber_extract.relate.gifts.tables.name_first import draft, name_first
from chamber_extract.relate.gifts.tables.rolls import TOTAL, was_spent
from chamber_extract.relate.gifts.tables.subscriptions import taken
from chamber_extract.relate.gifts.view import ASIDE, FIGURE, View
from chamber_extract.segment import Span

_HIDDEN = re.compile(
    r"(?:(?<=[.…\-—–一二三四五六七八九十百千万])|(?<=[一二三四五六七八九十百千万][ \t:]))\d[\d,]*(?:\.\d+)?[百千]?万?(?:元|[美欧港日澳加]元|港币|人民币|令吉|英镑|兰特)"
)
_NEAR = 40  # characters
_TERM = re.compile(r"[^，。；、]{2,16}")  # what stands for a giver, and is no sentence
# 去年出口总额达8亿元 under a headline of giving; 贸易 alone is in many a firm's name.
_OF_TRADE = re.compile(
    r"(?:出口|进口|贸易|销售|营业|交易|成交|投资|采购|纳税|生产)总?(?:额|值|收入|总值)|产值|利润|营收|市值|总资产|注册资[本金]|拍得|买主"
)

_CLASS = re.compile(r"(?:以[上下内]|及以[上下]|起|不等)[)）][:：]?$")  # 一、功德主（缅币壹仟万元以上）
_SUMMED = re.compile(rf"[，,；;。]\s*(?={TOTAL.pattern})")  # 甲捐10万铢，乙5万铢，合共15万铢
_PART = re.compile(rf"[;；。]\s*(?=\S)|{_SUMMED.pattern}")


def read(view: View, bare: BareSums, line: Span, caption: Caption, default: str | None) -> list[Draft] | None:
    """The gifts of a line under a caption, None where it is no line of a list."""
    folded = bare.folded
    if _OF_TRADE.search(folded, line.start, line.end):
        return None
    view = bare.view
    figures = _figures(view, folded, line, caption.money, default)
    if sums := bare.within(line, caption.money, default):
        beside = [m for m in figures if m.value.quantity.kind != "number" and _is_beside(view, m)]
        figures = sorted([*sums, *beside], key=lambda m: m.start)
    if not figures and (same := _as_above(folded, line, caption)):
        figures = [same]
    if figures and caption.drafts and was_spent(folded[line.start : line.end].lstrip()):
        return None if folded[line.end - 1] in ":：" else []
    if figures and _CLASS.match(folded, figures[0].end, line.end):
        caption.each, caption.bounded = None, False
        return []
    index = INDEX.match(folded, line.start, figures[0].start if figures else line.end)
    start = index.end() if index else line.start
    start = _past_head(folded, start, line)
    if TOTAL.match(folded, start, line.end):
        return _total(view, folded, Span(start, line.end), line, figures, caption)
    if summed := _SUMMED.search(folded, start, line.end):
        givers = read(view, bare, Span(line.start, summed.start()), caption, default)
        whole = [m for m in figures if m.start >= summed.end()]
        total = _total(view, folded, Span(summed.end(), line.end), line, whole, caption)
        if not givers or not total:
            return None
        own = len({d.donor for d in givers}) == 1 < len(givers)  # 甲公司　现金20万元，帐篷50顶，合计23万元
        return givers if own else [*givers, *total]
    if caption.price and (drafts := taken(view, folded, line, start, figures, caption.price)):
        return drafts
    if (
        figures
        and _TERM.fullmatch(folded, start, figures[0].start)
        and is_nobodys(folded, start, figures[0].start)
    ):
        return []  # 上期结存　50,000
    if not figures:
        return shared_sums.names_below(view, folded, line, start, caption)
    caption.each, caption.bounded = None, False
    parts = _parts(folded, start, line.end, figures)
    if not any(shared_sums.opens_with_sum(view, folded, part, figures) for part in parts):
        drafts = name_first(view, folded, line, start, figures)
        return None if drafts and any(d.lot.is_bare_share for d in drafts) else drafts
    drafts = []
    for part in parts:
        found = _of_part(view, folded, part, line, figures, caption)
        if found is None:
            return None
        drafts += found
    return drafts


_HEADED = re.compile(r"[^，。；:：\d]{2,14}[:：]\s*(?=[(（]?1[)）.、．]|①)")


def _past_head(folded: str, start: int, line: Span) -> int:
    """Where the first entry begins of those that stand numbered behind what heads them: （一）现金类：1.甲公司20万元；2.乙."""
    head = _HEADED.match(folded, start, line.end)
    return head.end() if head and captions.passes(head[0].strip()) else start


def _of_part(
    view: View, folded: str, part: Span, line: Span, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """The gifts of 500元：甲、乙, or of 丙 300元 beside it."""
    if shared_sums.opens_with_sum(view, folded, part, figures):
        return shared_sums.over_names(view, folded, part, line, figures, caption)
    inside = [m for m in figures if part.start <= m.start < part.end]
    return name_first(view, folded, part, part.start, inside)


def _figures(view: View, folded: str, line: Span, unit: str | None, default: str | None) -> list[Mention]:
    """The figures of a line, those included that running text would hide: 王五一100元, 李小河......300元."""
    seen = [
        (
            (unit or named_before(folded, m.start))
            and _leaves_open(m)
            and as_money(folded, Span(m.start, m.end), unit, default)
        )
        or m
        for m in view.within(line.start, line.end)
        if not in_part(folded, m.start) and view.text[m.start] != " "
    ]
    for m in _HIDDEN.finditer(folded, line.start, line.end):
        if view.text[m.start()] == FIGURE or view.text[m.start()] == ASIDE:
            continue
        if hidden := as_money(folded, Span(*m.span()), None, default):
            seen.append(hidden)
    return sorted(seen, key=lambda m: m.start)


_AS_ABOVE = re.compile(rf"(?<=\S)[\s:：…·]+(?P<mark>{DITTO.pattern})[\s。]*$")


def _as_above(folded: str, line: Span, caption: Caption) -> Mention | None:
    """The sum of the line above, where a mark repeats it: 蔡聪明　〃."""
    mark = _AS_ABOVE.search(folded, max(line.start, line.end - _NEAR), line.end)
    money = caption.drafts[-1].lot.money if mark and caption.drafts else None
    if not mark or not money:
        return None
    start, end = mark.span("mark")
    quantity = replace(money.value.quantity, start=start, end=end, number_start=start)
    return Mention("figure", start, end, Figure(quantity), "list-line")


def _is_beside(view: View, m: Mention) -> bool:
    """Whether a figure with a unit stands beside bare sums: in brackets, or counting things."""
    return view.text[m.start] == ASIDE or m.value.quantity.kind != "money"


def _leaves_open(m: Mention) -> bool:
    """Whether a figure leaves its currency to the caption: 各捐五万; 5,000元 under 美金部分."""
    quantity = m.value.quantity
    plain = quantity.kind == "money" and quantity.number_start == m.start
    return quantity.kind == "number" or (plain and quantity.unit in ("元", "圓", "圆"))


def _total(
    view: View, folded: str, words: Span, line: Span, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """合计 79000元: what all gave together."""
    caption.each = None
    stop = folded.find("。", words.start, words.end)
    words = Span(words.start, stop if stop >= 0 else words.end)  # 以上现款计…元。善款请径交财务主任
    if words.end - words.start > 60 or any(m.start > words.end for m in figures):
        return None
    parts = [
        p for p in _parts(folded, words.start, line.end, figures) if TOTAL.search(folded, p.start, p.end)
    ]
    # 120万铢，另有美元3000元, 物资折款45万元: one of each money, and of things
    sums: dict[tuple[Span | None, str | None, bool], Draft] = {}
    for lot in lots(view, folded, *view.parted(figures)):
        if lot.money and not lot.count:
            part = next((p for p in reversed(parts) if p.start <= lot.start), None)
            whole = Lot(lot.money, lot.money, None, lot.equivalent)
            things_ = _OF_THINGS.search(folded, words.start, lot.money.start) is not None
            summed = draft(whole, words.start, lot.end, line, None)
            summed.cumulative = summed.gathered = True
            summed.kind = "goods" if things_ else None
            sums.setdefault((part, lot.money.value.quantity.currency, things_), summed)
    return list(sums.values()) if sums or not figures else None


_OF_THINGS = re.compile(r"(?:物资|物品|实物)[^，。；\d]{0,6}$")


def _parts(folded: str, start: int, end: int, figures: Sequence[Mention]) -> list[Span]:
    """The parts of a line between semicolons or stops, each with figures of its own: 500元：甲；乙。300元：丙 are two."""
    cuts = [m.span() for m in _PART.finditer(folded, start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    parts = list[Span]()
    for a, b in zip(starts, ends, strict=True):
        if parts and not any(a <= m.start < b for m in figures):
            parts[-1] = Span(parts[-1].start, b)
        else:
            parts.append(Span(a, b))
    return parts
