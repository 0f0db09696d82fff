"""Givers with what each gave, the name first: 张三 5000元、李四 3000元; 甲公司 50万元、矿泉水20箱; 乙、丙各5万元."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import places
from chamber_extract.mention import Mention
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot, lots
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import things
from chamber_extract.relate.gifts.tables.bare_sums import PART
from chamber_extract.relate.gifts.tables.listed_names import VERB, giver, names
from chamber_extract.relate.gifts.view import ASIDE, DATE, FIGURE, View
from chamber_extract.segment import Span

_PAID_BY = r"(?<=\s)(?:微信|支付宝|银行|网银|对公|扫码|现场|[支汇]票)(?:#|[Nn]o\.?)?\d*"
_AFTER_NAME = re.compile(
    rf"[\s:：—–\-+.．·…。_,，、/|]*(?:每年)?(?:{_PAID_BY}{VERB}|{_PAID_BY}|{VERB}|各)?[\s:：]*(?:(?:捐[款赠])?金额[:：]\s?|现金|物[资品]|实物|善款|人民币|款|折合|折款|约合|价值|总值|时值|{ASIDE}+)?[\s:：—–\-.…]*$"
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
_IN_KIND = re.compile(r"(?<![款金])(?:物[资品]|实物)[:：\s]*$")  # 物资25, which are worth so much
_LABEL = re.compile(
    r"[^，。；:：\d]{2,12}[:：]\s*(?=\S)"
)  # where those come from or what they are that a line names
_GLUE = re.compile(
    r"(?:[\s;；,，、+（(]|和|及|以及|还|并|外加|另|另捐|捐?现[金款]|价值|总价值|约|共|合计|捐赠?|物资)*"
)
_TAIL = re.compile(
    rf"(?:[\s;；,，、。.整正√✓✔☑✅]|已[转付收交汇]款?|{ASIDE}|{DATE}|[元圆]|{PART.pattern})*(?:\t[^\t{FIGURE}]{{1,12}}|[ \u3000][^\s{FIGURE}]{{2,8}}$)*[\s;；,，、。.!！]*$"
)
_UNKNOWN_NOUN = re.compile(r"(?P<noun>[一-鿿A-Za-z0-9]{2,10}?)(?:一批)?")


def name_first(view: View, folded: str, line: Span, start: int, figures: list[Mention]) -> list[Draft] | None:
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
            if shares := _kinds_each(view, folded, left, lot) or _shares(view, folded, left, lot):
                out += [draft(each, min(left, lot.start), lot.end, line, one) for one, each in shares]
                position, donor = lot.end, shares[-1][0]
                continue
            stop = _of_place(folded, after.start() if after else lot.start, lot.start)
            if not lot.count and (apart := _name_and_worth(folded, left, lot)):
                stop, lot.item = apart
            parted = lot.item is not None and lot.item[0] <= stop and _is_parted(folded, lot)
            goods_first = lot.count is not None and lot.item is not None and lot.item[0] <= left
            unnamed = goods_first and (parted or bool(folded[line.start : start].strip()))  # ● 棉被1000床
            if lot.count and not lot.item and (apart := _name_and_noun(folded, left, stop)):
                stop, lot.item = apart
            elif parted and not unnamed and lot.item:
                stop, lot.item = lot.item[1], None  # 黄山建材：5万元
            donor = None if unnamed else giver(view, folded, left, stop)  # 口罩 5000只
            if (
                not (donor or unnamed or out)
                and len(main) > 1
                and (label := _LABEL.match(folded, left, stop))
            ):
                donor = giver(view, folded, label.end(), stop)  # 营地街市：肥仔记 800、豆腐娟 200
        worth = bool(out and lot.money and not lot.count) and (
            _WORTH.search(folded, position, _number(lot)) is not None or _is_price(out, lot, folded)
        )
        if worth and _is_worth_of(out, lot):
            position = lot.end
            continue
        if not (donor or unnamed) or _is_of_thing(folded, left, lot):
            return None
        opens = min(donor.start, lot.start) if donor and position <= donor.start else lot.start
        out.append(draft(lot, opens, lot.end, line, donor))
        if worth or (lot.money and not lot.count and _IN_KIND.search(folded, position, _number(lot))):
            out[-1].kind = "goods"
        position = lot.end
    if out and not any(d.donor for d in out) and (behind := _giver_behind(view, folded, position, line)):
        return [replace(d, donor=behind, end=behind.end) for d in out]
    return out if out and _TAIL.match(view.text, position, line.end) else None


_BEHIND = re.compile(
    r"[)）]?\s*(?:[（(][^（()）]{1,20}[)）]\s+)?"
    r"(?:(?:[-—–=→]{1,3}|[（(/：:]|(?:捐[赠助献款]?|赠送?|提供)(?:[人者方]|单位|企业|机构)?[:：])\s*(?P<marked>[^，。；\n]{2,40}?)(?:捐[赠助献]?|赠送?|提供)?"
    r"|[，,、\s]*由?(?P<told>[^，。；\n\s]{2,30}?)[合共所惠敬联]?(?:捐[赠助献]?|赠送?|提供))[)）]?[。；;]?"
)


def _giver_behind(view: View, folded: str, start: int, line: Span) -> Party | None:
    """The giver named behind what he gave: 口罩2000只 —— 天桥皮包店, 大米200袋　捐赠人：百家超市."""
    behind = _BEHIND.fullmatch(folded, start, line.end)
    return giver(view, folded, *behind.span(behind.lastgroup or 0)) if behind else None


def _number(lot: Lot) -> int:
    """Where the number of a sum starts, behind what names its worth."""
    return lot.money.value.quantity.number_start if lot.money else lot.start


def _is_of_thing(folded: str, start: int, lot: Lot) -> bool:
    """Whether money is that of a thing, and not said to be its worth: 5万元的订单, but not 价值5万元的药品."""
    of_thing = lot.money and not lot.count and lot.item and "的" in folded[lot.money.end : lot.end]
    return bool(of_thing) and not _WORTH.search(folded, start, lot.figure.start)


# What stands between names and the sum that each of them gave: 以上各捐, （每位
_SHARED = re.compile(
    rf"[\s:：，,（(【]*(?:[以上列述]{{2}}(?:各?[人位]|诸位|人士|芳名)?[\s:：，,]*)?(?:每[人位家名]|各(?![界地级方族校届国省市区县乡镇])[人位家自]?|均)\s*(?:{VERB})?[\s:：]*[㐀-鿿]{{0,8}}$"
)


_JOINED = re.compile(r"(.{2,}?)(?:以及|[和及与])(.{2,})")  # 李秀英和王建国, but not 三和行


def _shares(view: View, folded: str, start: int, lot: Lot) -> list[tuple[Party, Lot]]:
    """张伟 and 刘洋 of 张伟、刘洋各, each with the lot behind; none without two names."""
    each = _SHARED.search(folded, start, lot.start)
    givers = names(view, folded, start, each.start()) if each else []
    if givers and (joined := _JOINED.fullmatch(folded, givers[-1].start, givers[-1].end)):
        two = [giver(view, folded, *joined.span(n)) for n in (1, 2)]
        givers[-1:] = [one for one in two if one]
    several = len(givers) > 1 and not any(one.plural for one in givers)
    return [(one, lot) for one in givers] if several else []


def _kinds_each(view: View, folded: str, start: int, lot: Lot) -> list[tuple[Party, Lot]]:
    """辣条 and 面包 of 卫龙食品　辣条、面包各200箱, each with its giver; none where givers share a lot."""
    kinds = _KINDS_EACH.fullmatch(folded, start, lot.figure.start) if lot.count else None
    name = giver(view, folded, *kinds.span("name")) if kinds else None
    if not kinds or not name:
        return []
    return [(name, replace(lot, item=noun)) for noun in things.kinds(folded, *kinds.span("nouns"))]


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


def draft(lot: Lot, start: int, end: int, line: Span, donor: Party | None) -> Draft:
    return Draft("list-line", lot, "donate", start, end, line, line, donor=donor)
