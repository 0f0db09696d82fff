"""Gifts in lines without heads: 张三 5000元; 甲公司 50万元、矿泉水20箱; 甲、乙各5万元; 合计 79000元."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import places
from chamber_extract.mention import Mention
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot, lots
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import shared_sums, things
from chamber_extract.relate.gifts.tables.bare_sums import PART, BareSums, as_money, in_part
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.listed_names import INDEX, VERB, giver, is_nobodys, names
from chamber_extract.relate.gifts.tables.moneys import named_before
from chamber_extract.relate.gifts.tables.rolls import TOTAL, was_spent
from chamber_extract.relate.gifts.tables.subscriptions import taken
from chamber_extract.relate.gifts.view import ASIDE, DATE, FIGURE, View
from chamber_extract.segment import Span

_PAID_BY = r"(?<=\s)(?:微信|支付宝|银行|网银|对公|扫码|现场|[支汇]票)(?:#|[Nn]o\.?)?\d*"
_AFTER_NAME = re.compile(
    rf"[\s:：—–\-+.．·…。_,，、/|]*(?:{_PAID_BY}{VERB}|{_PAID_BY}|{VERB}|各)?[\s:：]*(?:(?:捐[款赠])?金额[:：]\s?|现金|善款|人民币|款|折合|折款|约合|价值|总值|时值|{ASIDE}+)?[\s:：—–\-.…]*$"
)
_BEFORE_NAME = re.compile(r"[)）]?[\s;；,，、。./|整正]*(?:和|及|以及)?\s*")
_NAMED = re.compile(r"(?:[（(][^（()）]*[)）])?(?:\s*[:：—–\-.．·…]+\s*|\s+)")  # between a name and its sum
_BRANCH = re.compile(r"[（(](?P<place>[一-鿿]{2,6})[)）]")
_WORTH = re.compile(r"价值|总[值价]|[折约]合|折[款价]|[市时估约]值")
# 大洋公司　药品一批（约值十五万铢）, 甲公司，消毒片、药品等，价值36万元, 乙公司捐赠棉被价值5万元
_OF_WORTH = re.compile(
    rf"(?P<name>[^，,。；]{{2,40}}?)(?:[\s:：，,]+|{VERB})(?P<noun>[一-鿿A-Za-z0-9、]{{2,24}}?)(?P<some>一批)?(?:[\s，,]|(?P<bracket>[（(]))?总?[约共]?(?:{_WORTH.pattern}|值)[约近为]?"
)
_BLANK = re.compile(r"\s*")
_GLUE = re.compile(
    r"(?:[\s;；,，、+（(]|和|及|以及|还|并|外加|另|另捐|捐?现[金款]|价值|总价值|约|共|合计|捐赠?|物资)*"
)
_TAIL = re.compile(
    rf"(?:[\s;；,，、。.整正√✓✔☑✅]|已[转付收交汇]款?|{ASIDE}|{DATE}|[元圆]|{PART.pattern})*(?:\t[^\t{FIGURE}]{{1,12}}|[ \u3000][^\s{FIGURE}]{{2,8}}$)*[\s;；,，、。.!！]*$"
)
_HIDDEN = re.compile(
    r"(?:(?<=[.…\-—–一二三四五六七八九十百千万])|(?<=[一二三四五六七八九十百千万][ \t:]))\d[\d,]*(?:\.\d+)?[百千]?万?(?:元|[美欧港日澳加]元|港币|人民币|令吉|英镑|兰特)"
)
_OF_NAME = re.compile(
    r"(?<![\d一二三四五六七八九十百千万])[一二三四五六七八九]元(?=[㐀-鿿])(?![整正者])"
)  # 三元电子
_TERM = re.compile(r"[^，。；、]{2,16}")  # what stands for a giver, and is no sentence
_UNKNOWN_NOUN = re.compile(r"(?P<noun>[一-鿿A-Za-z0-9]{2,10}?)(?:一批)?")
# 甲　乙　丙　以上各捐10万元
_OF_EACH = re.compile(
    rf"(?P<names>[^{FIGURE}]{{4,200}}?)[\s:：，,]*(?:[以上列述]{{2}}(?:各[人位]|诸位|人士|芳名)?)?[\s:：，,]*(?:每[人位家]|各[人位家自]?|均)\s*(?:{VERB})?[\s:：]*[㐀-鿿]{{0,8}}(?P<figure>{FIGURE})"
)
# 去年出口总额达8亿元 under a headline of giving; 贸易 alone is in many a firm's name.
_OF_TRADE = re.compile(
    r"(?:出口|进口|贸易|销售|营业|交易|成交|投资|采购|纳税|生产)总?(?:额|值|收入|总值)|产值|利润|营收|市值|总资产|注册资[本金]"
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
    if figures and caption.drafts and was_spent(folded[line.start : line.end].lstrip()):
        return None if folded[line.end - 1] in ":：" else []
    if figures and _CLASS.match(folded, figures[0].end, line.end):
        caption.each, caption.bounded = None, False
        return []
    index = INDEX.match(folded, line.start, figures[0].start if figures else line.end)
    start = index.end() if index else line.start
    if TOTAL.match(folded, start, line.end):
        return _total(view, folded, Span(start, line.end), line, figures, caption)
    if summed := _SUMMED.search(folded, start, line.end):
        givers = read(view, bare, Span(line.start, summed.start()), caption, default)
        whole = [m for m in figures if m.start >= summed.end()]
        total = _total(view, folded, Span(summed.end(), line.end), line, whole, caption)
        return [*givers, *total] if givers and total else None
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
    if (drafts := _of_each(view, folded, line, start, figures, caption)) is not None:
        caption.each, caption.bounded = None, False
        return drafts
    if shared_sums.opens_with_sum(view, folded, line, start, figures):
        return shared_sums.over_names(view, folded, line, start, figures, caption)
    caption.each, caption.bounded = None, False
    drafts = _name_first(view, folded, line, start, figures)
    return None if drafts and any(d.lot.is_bare_share for d in drafts) else drafts


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
        if not in_part(folded, m.start) and view.text[m.start] != " " and not _OF_NAME.match(folded, m.start)
    ]
    for m in _HIDDEN.finditer(folded, line.start, line.end):
        if view.text[m.start()] == FIGURE or view.text[m.start()] == ASIDE:
            continue
        if hidden := as_money(folded, Span(*m.span()), None, default):
            seen.append(hidden)
    return sorted(seen, key=lambda m: m.start)


def _is_beside(view: View, m: Mention) -> bool:
    """Whether a figure with a unit stands beside bare sums: in brackets, or counting things."""
    return view.text[m.start] == ASIDE or m.value.quantity.kind != "money"


def _leaves_open(m: Mention) -> bool:
    """Whether a figure leaves its currency to the caption: 各捐五万; 5,000元 under 美金部分."""
    quantity = m.value.quantity
    plain = quantity.kind == "money" and quantity.number_start == m.start
    return quantity.kind == "number" or (plain and quantity.unit in ("元", "圓", "圆"))


def _draft(lot: Lot, start: int, end: int, line: Span, donor: Party | None) -> Draft:
    return Draft("list-line", lot, "donate", start, end, line, line, donor=donor)


def _total(
    view: View, folded: str, words: Span, line: Span, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """合计 79000元: what all gave together."""
    caption.each = None
    stop = folded.find("。", words.start, words.end)
    words = Span(words.start, stop if stop >= 0 else words.end)  # 以上现款计…元。善款请径交财务主任
    if words.end - words.start > 60 or any(m.start > words.end for m in figures):
        return None
    parts = [p for p in _parts(folded, words.start, line.end) if TOTAL.search(folded, p.start, p.end)]
    # 120万铢，另有美元3000元, 物资折款45万元: one of each money, and of things
    sums: dict[tuple[Span | None, str | None, bool], Draft] = {}
    for lot in lots(view, folded, *view.parted(figures)):
        if lot.money and not lot.count:
            part = next((p for p in reversed(parts) if p.start <= lot.start), None)
            whole = Lot(lot.money, lot.money, None, lot.equivalent)
            things_ = _OF_THINGS.search(folded, words.start, lot.money.start) is not None
            draft = _draft(whole, words.start, lot.end, line, None)
            draft.cumulative = draft.gathered = True
            draft.kind = "goods" if things_ else None
            sums.setdefault((part, lot.money.value.quantity.currency, things_), draft)
    return list(sums.values()) if sums or not figures else None


_OF_THINGS = re.compile(r"(?:物资|物品|实物)[^，。；\d]{0,6}$")


def _of_each(
    view: View, folded: str, line: Span, start: int, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """甲、乙、丙 各捐5万元; 丁捐3万元; 500元：甲、乙。300元：丙: the gift of each; None where no part of the line is of each."""
    drafts: list[Draft] = []
    each = False
    parts = _parts(folded, start, line.end)
    for part in parts:
        inside = [m for m in figures if part.start <= m.start < part.end]
        if shared := _shared_by(view, folded, part, inside):
            each = True
            drafts += [
                _draft(lot, min(name.start, lot.start), max(name.end, lot.end), line, name)
                for name, lot in shared
            ]
            continue
        headed = len(parts) > 1 and shared_sums.opens_with_sum(view, folded, part, part.start, inside)
        found = (
            shared_sums.over_names(view, folded, part, part.start, inside, caption)
            if headed
            else _name_first(view, folded, part, part.start, inside)
        )
        if found is None:
            return None
        each = each or headed
        drafts += found
    return drafts if each else None


def _parts(folded: str, start: int, end: int) -> list[Span]:
    """The parts of a line between semicolons or stops, each sum a part of its own."""
    cuts = [m.span() for m in _PART.finditer(folded, start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True)]


def _shared_by(view: View, folded: str, part: Span, figures: list[Mention]) -> list[tuple[Party, Lot]]:
    """The names before 各捐5万元, and the sum or the one thing that each of them gave; empty without them."""
    m = _OF_EACH.match(view.text, part.start, part.end)
    if not m or not figures or figures[0].start != m.start("figure"):
        return []
    givers = names(view, folded, *m.span("names"))
    given = lots(view, folded, figures, [])
    if kinds := _kinds_each(view, folded, part.start, given[-1]):
        return kinds if _TAIL.match(view.text, given[-1].end, part.end) else []
    if len(givers) < 2 or len(given) != 1 or any(n.plural for n in givers):
        return []
    return [(name, given[0]) for name in givers] if _TAIL.match(view.text, given[0].end, part.end) else []


def _name_first(
    view: View, folded: str, line: Span, start: int, figures: list[Mention]
) -> list[Draft] | None:
    """张三 5000元、李四 3000元; 甲公司 50万元、矿泉水20箱; 甲公司（5万元）."""
    main, asides = view.parted(figures)
    out: list[Draft] = []
    position, donor, unnamed = start, None, False
    for lot in lots(view, folded, main, asides):
        if lot.figure.value.quantity.amount.value is None:
            return None
        # 毛毯100条；金源超市 5000兰特: what stands before a sum is its giver
        unknown = lot.money and lot.item and head_kind(folded[slice(*lot.item)]) is None
        opens = lot.figure.start if unknown else lot.start
        if not out or not _GLUE.fullmatch(folded, position, opens):
            lead = (_BEFORE_NAME if out else _BLANK).match(folded, position, lot.start)
            left = lead.end() if lead else position
            after = _AFTER_NAME.search(view.text, left, lot.start)
            if out and left == position:  # nothing parts this name from the gift before
                return None
            if givers := _each_of(view, folded, left, lot.start):
                out += [_draft(lot, min(left, lot.start), lot.end, line, one) for one in givers]
                position, donor = lot.end, givers[-1]
                continue
            stop = _of_place(folded, after.start() if after else lot.start, lot.start)
            if not lot.count and (apart := _name_and_worth(folded, left, lot)):
                stop, lot.item = apart
            parted = lot.item is not None and lot.item[0] <= stop and _is_parted(folded, lot)
            goods_first = lot.money is None and lot.item is not None and lot.item[0] <= left
            unnamed = goods_first and (parted or bool(folded[line.start : start].strip()))  # ● 棉被1000床
            if lot.count and not lot.item and (apart := _name_and_noun(folded, left, stop)):
                stop, lot.item = apart
            elif parted and not unnamed and lot.item:
                stop, lot.item = lot.item[1], None  # 黄山建材：5万元
            donor = None if unnamed else giver(view, folded, left, stop)  # 口罩 5000只
        worth = bool(out and lot.money and not lot.count) and (
            _WORTH.search(folded, position, _number(lot)) is not None or _is_price(out, lot, folded)
        )
        if worth and _is_worth_of(out, lot):
            position = lot.end
            continue
        if not (donor or unnamed) or _is_of_thing(folded, left, lot):
            return None
        opens = min(donor.start, lot.start) if donor and position <= donor.start else lot.start
        out.append(_draft(lot, opens, lot.end, line, donor))
        if worth:
            out[-1].kind = "goods"
        position = lot.end
    return out if out and _TAIL.match(view.text, position, line.end) else None


def _number(lot: Lot) -> int:
    """Where the number of a sum starts, behind what names its worth."""
    return lot.money.value.quantity.number_start if lot.money else lot.start


def _is_of_thing(folded: str, start: int, lot: Lot) -> bool:
    """Whether money is that of a thing, and not said to be its worth: 5万元的订单, but not 价值5万元的药品."""
    of_thing = lot.money and not lot.count and lot.item and "的" in folded[lot.money.end : lot.end]
    return bool(of_thing) and not _WORTH.search(folded, start, lot.figure.start)


_EACH = re.compile(rf"[（(]?[各均](?:自|人)?(?:{VERB})?[\s:：]*$")


def _each_of(view: View, folded: str, start: int, end: int) -> list[Party]:
    """张伟 and 刘洋 of 张伟、刘洋各, each with the sum behind; none without two names."""
    each = _EACH.search(folded, start, end)
    parts = [m.span() for m in _BETWEEN_COMMAS.finditer(folded, start, each.start())] if each else []
    if parts and (joined := _JOINED.fullmatch(folded, *parts[-1])):
        parts[-1:] = [joined.span(1), joined.span(2)]
    givers = [one for part in parts if (one := giver(view, folded, *part)) and not one.plural]
    return givers if 1 < len(givers) == len(parts) else []


_BETWEEN_COMMAS = re.compile(r"[^、，,]+")
_JOINED = re.compile(r"(.{2,}?)(?:以及|[和及与])(.{2,})")  # 李秀英和王建国, but not 三和行


def _kinds_each(view: View, folded: str, start: int, lot: Lot) -> list[tuple[Party, Lot]]:
    """辣条 and 面包 of 卫龙食品　辣条、面包各200箱, each with its giver; none where givers share a lot."""
    kinds = _KINDS_EACH.fullmatch(folded, start, lot.figure.start) if lot.count else None
    name = giver(view, folded, *kinds.span("name")) if kinds else None
    if not kinds or not name:
        return []
    nouns = re.finditer(r"[^、和及]+", folded[slice(*kinds.span("nouns"))])
    first = kinds.start("nouns")
    return [(name, replace(lot, item=(first + m.start(), first + m.end()))) for m in nouns]


_KINDS_EACH = re.compile(
    r"(?P<name>[^、，。；]+?)[\s:：]\s*(?P<nouns>[㐀-鿿]{2,8}(?:[、和及][㐀-鿿]{2,8})+)各"
)


def _is_parted(folded: str, lot: Lot) -> bool:
    """Whether a mark or blanks part a noun from its figure: 黄山建材：5万元, 口罩 5000只."""
    return lot.item is not None and _NAMED.fullmatch(folded, lot.item[1], lot.figure.start) is not None


def _of_place(folded: str, stop: int, end: int) -> int:
    """Where a name ends, with the place of a branch in brackets: 中国工商银行（土耳其）."""
    place = _BRANCH.match(folded, stop, end)
    return place.end() if place and place["place"] in places() else stop


def _name_and_noun(folded: str, start: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """Where a name ends, and the noun of no known goods behind it: 正大饲料门市　速食面一千箱."""
    pieces = [m.span() for m in re.finditer(r"[^\s:：]+", folded[start:end])]
    if len(pieces) != 2 or not (noun := _UNKNOWN_NOUN.fullmatch(folded, start + pieces[1][0], end)):
        return None
    return start + pieces[0][1], noun.span("noun")


def _name_and_worth(folded: str, start: int, lot: Lot) -> tuple[int, tuple[int, int]] | None:
    """Where a name ends, and the things behind it that are not counted and whose worth the sum is."""
    found = _OF_WORTH.fullmatch(folded, start, _number(lot))
    if not found:
        return None
    things_ = (
        found["some"] or found["bracket"] or "等" in found["noun"] or head_kind(found["noun"]) == "goods"
    )
    return (found.end("name"), found.span("noun")) if things_ else None


def _is_price(out: list[Draft], lot: Lot, folded: str) -> bool:
    """Whether nothing but blanks part a sum from the room or hall before it: 課室一間　三十五萬元."""
    last = out[-1].lot
    return things.is_built(last, folded) and not folded[last.end : lot.start].strip()


def _is_worth_of(out: list[Draft], lot: Lot) -> bool:
    """Adds a worth to the one lot of goods before it; False where several were counted."""
    last = out[-1]
    if (len(out) > 1 and out[-2].donor == last.donor) or not last.lot.count or last.lot.money:
        return False
    last.lot.money, last.end = lot.money, lot.end
    return True
