"""Lots: the figures of a clause put together that measure one gift.

A lot is one amount of money or one kind of goods; 价值20万元的口罩6万只 is one lot of three
parts, 4.7万美元（约合人民币32.9万元） one of two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention
from chamber_extract.normalize.items import head_kind, heads
from chamber_extract.normalize.script import fold
from chamber_extract.relate.gifts.clauses import verb_end
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, DATE, View


@dataclass(slots=True)
class Lot:
    """`figure` is the mention by which the lot is found, `money` and `count` its measures."""

    figure: Mention
    money: Mention | None = None
    count: Mention | None = None
    equivalent: Mention | None = None
    item: tuple[int, int] | None = None
    currency: str | None = None  # of the money before in its sentence: 甲捐五百万元，乙三百万
    inherited: tuple[int, int] | None = None  # 其中8万只: the noun stands before
    paid: bool = False  # 用1200万比索购买了口罩4.5万只: the money stands before the verb

    @property
    def start(self) -> int:
        """Where the lot starts, its noun included."""
        measures = (self.count,) if self.paid else (self.money, self.count)
        return min([m.start for m in measures if m] + ([self.item[0]] if self.item else []))

    @property
    def end(self) -> int:
        return max(
            [m.end for m in (self.money, self.count, self.equivalent) if m]
            + ([self.item[1]] if self.item else [])
        )

    @property
    def is_bare_share(self) -> bool:
        """Whether it counts shares, and nothing says of what: 二单位."""
        unit = self.count.value.quantity.unit if self.count else None
        named = self.item or self.inherited or self.money
        return bool(unit and not named and SHARE.fullmatch(fold(unit)))


SHARE = re.compile("单位|[份名位股块席桌]")  # of which a sum is made up
_CONTAINER = re.compile(r"(?:的)?(?:，|,)?(?:共计|合计|总计|共|计|内[有含装]|装有)(?:约|近)?$")
_SAME = re.compile(
    r"(?:[，,、]|的|总|约|折|合|折合|约合|相当于|折算|等值|大概|合计|人民币|即|或|值|价值|共)*$"
)
_WORTH = re.compile(
    r"(?:造价|价值|码洋|总价值?|市[值价]|货值|估[值价]|计值|总值|折[款价合]|时值|货款|价款|投入|值|总额|金额|约合|合(?![共计并力作]))[^，。；]{0,8}$"
)
_OF_GOODS = re.compile(r"的[一-鿿A-Za-z0-9、]{2,24}(?<![共计各约近达逾])")
_WORTH_ONLY = re.compile(r"(?:总|市)?(?:价值|值|价)")
_OF_ALL = re.compile(r"[(（](?:以上)?(?:总|共|合计)[^，。（(]{0,8}$")
_MORE = re.compile(r"[(（](?:[另还并又]|外加|加上|以?及|和)[外有]?[捐赠送]?[献赠款出送]?了?")
_EACH_WORTH = re.compile(r"每|单价|各")
_EQUAL = re.compile(r"折|约?合|相当于|等值|即")


def lots(view: View, folded: str, figures: list[Mention], asides: list[Mention]) -> list[Lot]:
    """The lots of a clause in order, from its figures outside and inside brackets."""
    out: list[Lot] = []
    for m in figures:
        if kinds := _each_kind(m, view, folded):
            out += kinds
            continue
        lot = _lot(m, view, folded)
        last = out[-1] if out else None
        gap = folded[last.figure.end : m.start] if last and last.figure.end <= m.start else None
        if last and gap is not None and _joined(last, lot, gap, folded):
            continue
        if last and gap is not None and not last.item and last.count and _CONTAINER.fullmatch(gap):
            out.pop()
        out.append(lot)
    counted = [m for m in asides if m.value.quantity.kind not in ("money", "number")]
    if out and len(counted) > 1:  # 价值6万元的物资（口罩5万只、酒精2000瓶）: two kinds, each a lot
        asides = [m for m in asides if m not in counted]
        out = sorted([*out, *(_lot(m, view, folded) for m in counted)], key=lambda lot: lot.figure.start)
    for m in asides:
        if len(out) > 1 and m.value.quantity.kind == "money" and _OF_ALL.search(folded, out[-1].end, m.start):
            out.append(_lot(m, view, folded))  # 电脑30台、打印机5台（总价值20万元）
            continue
        more = _lot(m, view, folded)
        if out and _MORE.fullmatch(folded, min(out[-1].end, more.start), more.start):
            out.append(more)  # 1万兰特（另捐棉被200床）
            continue
        if owner := next((lot for lot in reversed(out) if lot.figure.end <= m.start), None):
            _aside(owner, m, view, folded)
    return out


def _lot(m: Mention, view: View, folded: str) -> Lot:
    figure = m.value
    item = (figure.item_start, figure.item_end) if figure.item_start is not None else None
    if item and item[0] < m.start:
        named = max(view.text.rfind(letter, *item) for letter in (CHAMBER, DATE))  # 商会购轮椅两部
        item = (_after_verb(folded, max(item[0], named + 1), item[1]), item[1])
    money = figure.quantity.kind in ("money", "number")
    if money and item and _FOR_USE.match(folded, *item):  # 47万元买路灯
        item = None
    added = item and folded.rfind("+", *item)
    if item and added is not None and added >= 0:  # 50万元+口罩2000只, 3000+大米5袋
        item = None if money else (added + 1, item[1])
    return Lot(m, money=m if money else None, count=None if money else m, item=item)


_FOR_USE = re.compile(r"[购买建修盖翻打](?![房屋单药筑材])[^的]*$")
_EACH_KIND = re.compile(r"以及|[、和及与]")


def _each_kind(m: Mention, view: View, folded: str) -> list[Lot]:
    """大米 and 食用油 of 大米和食用油各300袋, each a lot; none where a figure counts one kind."""
    figure = m.value
    if (
        figure.item_start is None
        or figure.item_end > m.start
        or "各" not in folded[figure.item_end : m.start]
    ):
        return []
    lot = _lot(m, view, folded)
    assert lot.item
    start, end = lot.item
    joints = [cut.span() for cut in _EACH_KIND.finditer(folded, start, end)]
    if not joints:  # 雨衣雨鞋各500套
        words = (i for i in range(start + 2, end - 1) if {folded[start:i], folded[i:end]} <= heads().keys())
        joints = [(i, i) for i in words][:1]
    kinds = list(zip([start, *(b for _, b in joints)], [*(a for a, _ in joints), end], strict=True))
    return [replace(lot, item=kind) for kind in kinds] if len(kinds) > 1 else []


_GIVES_OR_GETS = frozenset("送捐赠购买备添计")


def _after_verb(folded: str, start: int, end: int) -> int:
    """Where a noun starts that a verb before it was taken into: 移交轮椅12张, 机托运帐篷300顶."""
    for i in range(start, end - 2):
        noun = verb_end(folded, i, end)
        if noun > i and (i == start or head_kind(folded[noun:end]) == "goods"):
            whole = any(folded[j:end] in heads() for j in range(start, noun))  # 装载机
            return start if whole else noun
    given = (
        folded[start] in _GIVES_OR_GETS
        and folded[start : start + 2] not in names().common  # 购物卡, 备用电池
        and folded[end - 1] != "车"
        and head_kind(folded[start + 1 : end]) == "goods"
    )
    return start + 1 if given and folded[start:end] not in heads() else start  # 另送棉被200床


def _joined(last: Lot, lot: Lot, gap: str, folded: str) -> bool:
    """Adds a lot's figure to the one before where both measure the same thing."""
    if last.count and lot.count and not gap:  # 近千件六余吨的物资
        last.item = last.item or lot.item
        last.figure = lot.figure if not last.item else last.figure
        return True
    if last.money and not last.count and lot.count:
        same = last.item is not None and last.item == lot.item  # 价值20万元的口罩6万只
        worth = _OF_GOODS.fullmatch(gap) and _WORTH.search(
            folded, max(0, last.figure.start - 8), last.figure.start
        )
        own = lot.item is not None and lot.item[0] >= lot.figure.end  # 价值5万元的药品和10吨大米
        if worth and not own and not same:  # 价值138万元的方便面、火腿肠2.3万箱
            last.count, last.item, last.figure = (
                lot.count,
                (last.figure.end + 1, lot.figure.start),
                lot.figure,
            )
            return True
        if same or (gap in ("的", "，") and lot.item):  # 价值20万元的6万只口罩
            last.count, last.item, last.figure = lot.count, lot.item, lot.figure
            return True
    if last.count and lot.money and lot.item and _WORTH_NEXT.fullmatch(gap) and is_weight(last, folded):
        last.money, last.item = lot.money, lot.item  # 总重30吨、价值120万元的大米
        return True
    if last.count and not (last.money or last.item) and lot.money and lot.item and _WORTH_ONLY.fullmatch(gap):
        last.money, last.item = lot.money, lot.item  # 1台价值126万元的复康巴士
        return True
    if last.count and not (last.money or last.item) and lot.money and _DIRECTLY.fullmatch(gap):
        last.figure, last.money, last.item = lot.figure, lot.money, lot.item  # 一张5万元的支票, 一台约6万元
        last.count = None
        return True
    if last.money and lot.money and not last.count and _EQUAL.search(gap) and _SAME.fullmatch(gap):
        last.equivalent = last.equivalent or lot.money
        return True
    return False


def is_weight(lot: Lot, folded: str) -> bool:
    """Whether a weight is of what is told of besides: 总重30吨、价值120万元的大米."""
    lead = folded[max(0, lot.figure.start - 4) : lot.figure.start]
    return _WEIGHT.search(lead) is not None


_WORTH_NEXT = re.compile(r"[、，](?:总?价值|总值)?")
_DIRECTLY = re.compile("[约近逾]?|大约|超过")
_WEIGHT = re.compile(r"总?[重净]重?量?[约近]?$")


def _aside(owner: Lot, m: Mention, view: View, folded: str) -> None:
    """A figure in brackets after a lot: its worth, its count, or the same money in another currency."""
    if _EACH_WORTH.search(folded, owner.end, m.start):  # 3台（每台价值28万元）
        return
    between = view.text[owner.end : m.start].strip(ASIDE + "的")
    if between or view.text[owner.end : owner.end + 1] != ASIDE:
        return
    other = _lot(m, view, folded)
    if other.money and owner.money:
        owner.equivalent = owner.equivalent or m
    elif other.money and not owner.money:
        owner.money = m
    elif other.count and not owner.count:
        owner.count = m
        owner.item = other.item or owner.item


def is_worth(folded: str, start: int, lot: Lot) -> bool:
    """Whether the money of a lot is said to be what something is worth."""
    if not lot.money or lot.count:
        return False
    return _WORTH.search(folded, start, lot.money.value.quantity.number_start) is not None


def is_torn(folded: str, m: Mention) -> bool:
    """Whether blanks among the digits leave only a part of a number: 人民币1 3 26.48万元, 1 .1万箱."""
    before = folded[max(0, m.start - 4) : m.start]
    return bool(
        (folded[m.start].isdigit() and _TORN_BEFORE.search(before))
        or (folded[m.end - 1].isdigit() and _TORN_AFTER.match(folded, m.end))
    )


_TORN_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2}[.,]? +$")
_TORN_AFTER = re.compile(r" +[0-9.,]{1,6}(?=[ 0-9.,万亿千百十])")
