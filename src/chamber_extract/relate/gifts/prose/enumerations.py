"""Enumerations: lots that lean on the lots before them for noun, worth or giver."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.items import LONGEST, LONGEST_HEAD, OF_BUILDINGS, head_kind, heads
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.ledger import Ledger
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.wording import (
    Party,
    any_name,
    is_party,
    is_short_name,
    party,
    split,
    trim,
)
from chamber_extract.relate.gifts.setting import State

_NOUN = re.compile(r"[一-鿿A-Za-z0-9]{2,10}")
_NO_NOUN = re.compile(
    r"短短|仅仅|整整|足足|第.次|[首每上再]次|[的了在正将已把被其向给为是至到后前又还也]|过$|目前|陆续|分?装满?$|岗位|就业|名额|学额|席位|[重量计达余超约共获得]$|[只有是写]有?$"
)


def unknown_goods(text: str, state: State, lot: Lot, gap: str) -> str:
    """玉米粉40吨 in a list of what was given, though 玉米粉 is no noun we know; what is left of the gap."""
    act = state.act
    if not act or not lot.count or lot.item:
        return gap
    glue = context.GOING_ON.match(gap)
    noun = (gap[glue.end() :] if glue else gap).rstrip()
    if not _NOUN.fullmatch(noun) or _NO_NOUN.search(noun) or named(text, lot.start - len(noun), lot.start):
        return gap
    start = lot.start - len(gap) + gap.rindex(noun)
    lot.item = lot.inherited = (start, start + len(noun))
    return gap[: gap.rindex(noun)]


def name_building(folded: str, start: int, lot: Lot) -> None:
    """认捐校舍：甲捐建两座，乙捐建一座 count the building last named since `start`."""
    if lot.item or not lot.count or lot.count.value.quantity.unit not in OF_BUILDINGS:
        return
    ends = range(lot.start, max(start, lot.start - _NAMED_WITHIN), -1)
    spans = ((i, j) for j in ends for i in range(max(start, j - LONGEST_HEAD), j - 1))
    lot.inherited = next((span for span in spans if heads().get(folded[slice(*span)]) == "building"), None)


_NAMED_WITHIN = 120  # characters before a count of buildings


def inherit(state: State, lot: Lot, gap: str) -> None:
    """其中8万只 counts the noun of the lot before, and so does 4万只 after it."""
    last = state.group[-1].lot if state.group else None
    if not last and lot.count and not lot.item and state.noun and _THE_FIRST.fullmatch(gap):
        lot.inherited = state.noun  # 两次运送玉米粉，第一次2600袋，第二次4000袋
    if not (last and last.count and lot.count) or lot.item:
        return
    unit = last.count.value.quantity.unit
    goes_on = _NEXT_LOT.search(gap) or (
        not gap and unit not in _ANYTHING
    )  # 帐篷三百顶给桂花乡，一百二十顶给擂石镇
    if unit == lot.count.value.quantity.unit and (_OF_WHICH.search(gap) or last.inherited or goes_on):
        lot.inherited = last.item or last.inherited


_OF_WHICH = re.compile("其中|当中")
_NEXT_LOT = re.compile(r"第[二三四五六]批$")
_THE_FIRST = re.compile(r"(?:[首每]次|第一[次批]|首批|共|共计|合计)")
_ANYTHING = frozenset("个 個 件 份 家 名 人 只 隻".split())


def add_worth(state: State, lot: Lot, *, whole: bool) -> bool:
    """Adds a worth to the goods just counted; False where it is that of several, or the `whole` worth of all."""
    last = state.group[-1] if state.group else None
    unpriced = [draft for draft in state.group if draft.lot.count and not draft.lot.money]
    if not last or unpriced != [last] or (last is not state.group[0] and whole):
        return False
    last.lot.money, last.lot.equivalent, last.end = lot.money, lot.equivalent, lot.end
    return True


_OF_THESE = re.compile(r"[，；（(]?(?:其中|当中)")
_TOGETHER = re.compile(r"(?:合计|共计|总计|合共|合捐|共)捐?款?$")
_EACH_END = re.compile(r"(?:各|每[人家位])(?:捐|认捐|捐款)?$")


def giver_at(text: str, start: int, end: int) -> Party | None:
    """Who is all that the span names, be it by short names: 首钢秘铁、中铝秘鲁各, 其中乙建设."""
    if found := party(text, start, end):
        return found
    start, end = trim(text, start, end)
    found = Party(start, end)
    each = split(text, found) if start < end else []
    short = all(is_short_name(text, p.start, p.end) or party(text, p.start, p.end) for p in each)
    return found if each and short else None


def _several_at(text: str, start: int, end: int) -> Party | None:
    """中路水工和安通建设 before their sum; one short name alone might be anything."""
    found = giver_at(text, start, end)
    return found if found and len(split(text, found)) > 1 else None


def _row_before(text: str, found: Party, floor: int) -> Party:
    """副会长甲、乙，司库丙各三万元: the names before the comma belong to it."""
    if text[floor - 1 : floor] != "，":
        return found
    start = max(text.rfind(c, 0, floor - 1) for c in "，；：;:。\n") + 1
    row = party(text, start, floor - 1)
    each = split(text, row) if row and row.end == floor - 1 else []
    return (
        Party(row.start, found.end) if row and all(is_party(text[p.start : p.end]) for p in each) else found
    )


def pay_for(folded: str, found: list[Lot], acts: tuple[Act, ...]) -> list[Lot]:
    """The lots with each sum that bought goods made their worth: 用1200万比索购买了口罩4.5万只."""
    out: list[Lot] = []
    for n, lot in enumerate(found):
        paid = out[-1] if out else None
        if n + 1 < len(found) and not found[n + 1].money:  # of several kinds of goods none takes it
            paid = None
        if paid and paid.money and not (paid.count or paid.item) and lot.count and not lot.money:
            between = [a for a in acts if paid.end <= a.start and a.end <= lot.start]
            raised = any(a.action == "raise" for a in acts if a.end <= paid.start)  # 筹资80万迪拉姆购置口罩
            if (
                not raised
                and between
                and all(a.action == "purchase" for a in between)
                and _USED_FOR.fullmatch(folded, paid.end, between[0].start)
            ):
                out.pop()
                lot.money, lot.equivalent, lot.paid = paid.money, paid.equivalent, True
        out.append(lot)
    return out


_USED_FOR = re.compile(r"[^，。；]{0,3}|(?:全部|全数|悉数|都|均)?用[于来以作](?:紧急)?")


def paid_before(ledger: Ledger, clause: Clause, lot: Lot, act: Act) -> bool:
    """Makes what was spent in the clause before the worth of the one kind of goods that it bought: 拨出善款120万元，购置
    洗肾机两台; whether it was. What was raised, or given besides (并采购), is a gift of its own."""
    state, held = ledger.state, [m for m in ledger.setting.figures if clause.start <= m.start < clause.end]
    sum_ = ledger.found[-1].lot if ledger.found and state.group[-1:] == ledger.found[-1:] else None
    if act.action != "purchase" or not sum_ or not lot.count or lot.money or len(held) > 1:
        return False
    if not sum_.money or sum_.count or sum_.item or not 0 <= clause.start - sum_.end <= 1:
        return False
    draft = ledger.found[-1]
    spends = state.act is not None and ("spends" in state.act.senses or "拨" in state.act.form)
    spends = spends or _SPENDS.search(ledger.folded, draft.start, sum_.end) is not None
    if not spends or not _STRAIGHT_AWAY.fullmatch(ledger.text, clause.start, act.start):
        return False
    sum_.count, sum_.item, sum_.paid, sum_.figure = lot.count, lot.item or lot.inherited, True, lot.count
    draft.end = lot.end
    return True


_SPENDS = re.compile("动用|合资|[支运]用")
_STRAIGHT_AWAY = re.compile(
    r"(?:特地?|即|便|就|随即|立即|紧急|全部|悉数|(?:在|从|自|由|向|到|赴|为|给)[^，。；]{1,12}?)*"
)


def ends_of_runs(text: str, found: list[Lot]) -> list[int]:
    """Where the enumeration that goes on with each lot ends."""
    ends = [lot.end for lot in found]
    for i in range(len(found) - 2, -1, -1):
        if context.GOING_ON.fullmatch(text, ends[i], max(ends[i], found[i + 1].start)):
            ends[i] = ends[i + 1]
    return ends


def bought(text: str, folded: str, lot: Lot) -> tuple[int, int] | None:
    """净水设备 in 斥资18万美元购买净水设备捐给医院: the goods that a sum bought."""
    m = _BOUGHT.match(text, lot.end)
    if not m or not lot.money or lot.item:
        return None
    stop = _NOUN_ENDS.search(text, m.end(), m.end() + LONGEST)
    end = stop.start() if stop else m.end()
    kinds = {head_kind(noun) for noun in folded[m.end() : end].split("、")}  # 方便面、姜茶
    return (m.end(), end) if "goods" in kinds else None


_BOUGHT = re.compile(r"(?:紧急|全部|用于)?(?:购买|采购|购置|购入|添置|订购|定制)了?(?:一批)?")
_NOUN_ENDS = re.compile(r"[，。；\ue003\ue004捐送给]")


def _named_next(text: str, state: State, floor: int, lot: Lot) -> bool:
    """Whether one who is surely a giver follows a lot with his own sum: 甲公司捐款30万元，鲁泰20万元，丙公司10万元."""
    given = state.group[-1]
    following = _NEXT_GIVER.match(text, lot.end)
    bare = given.donor is not None and given.lot.money is not None and text[floor - 1] in "，、；\n"
    start, end = trim(text, floor, lot.start)
    word = {text[start:end], text[start : start + 2]} & names().common.keys()
    if not bare or word or _NO_GIVER.search(text, start, end):  # 增幅50万元, 尾款20万元
        return False
    return following is not None and party(text, *following.span("who")) is not None


_NO_GIVER = re.compile(r"[款费额金值价税量期线账捐赚]$")
_NEXT_GIVER = re.compile(r"[，、；](?P<who>[^，、。；：\ue003]{2,24}?)(?:\ue003|各?(?:[认乐]?捐|赠|送))")


# 组织会员企业的8台挖掘机参加抢险: machines that help are not given
_AT_WORK = re.compile(
    r"(?:[、和及][^，。；]{2,24})?[^，。；]{0,6}(?:参加|参与|投入)[^，。；]{0,8}(?:抢险|救援|清淤|排涝)"
)


def listed_giver(text: str, state: State, lot: Lot, floor: int) -> Party | None:
    """乙公司 in 甲公司捐款10万元、乙公司5万元, and in 共筹集100万元，其中乙公司5万元."""
    act = state.act
    if lot.count and _AT_WORK.match(text, lot.end):
        return None
    if not act or not (state.group or state.listing or _OF_THESE.match(text, floor, lot.start)):
        return None
    floor += text[floor] in "（("  # 300万元（其中甲公司100万元）
    floor += 2 * text.startswith("包括", floor)
    if state.listing and state.group and (named_so := _named_like_goods(text, state.group[-1], lot, floor)):
        return named_so
    found = giver_at(text, floor, lot.start) if _EACH_END.search(text, floor, lot.start) else None
    said = _TOGETHER.search(text, floor, lot.start) or _PAYS.search(text, floor, lot.start)
    found = found or party(text, floor, said.start() if said else lot.start)
    found = found or _several_at(text, floor, lot.start)
    among = (
        state.group
        and lot.money
        and (state.group[-1].rule == "listed-giver" or _named_next(text, state, floor, lot))
    )
    if not found and (among or _OF_THESE.match(text, floor, lot.start)):  # 其中德国3万、荷兰2万5千
        found = giver_at(text, floor, lot.start)
    if found and _EACH_END.search(text, floor, lot.start):
        found = _row_before(text, found, floor)
    if found:
        bare = (
            found.start < floor
            or context.GOING_ON.fullmatch(text, floor, found.start)
            or trim(text, floor, lot.start)[0] == found.start
        )
        return found if bare else None
    if not state.listing:
        return None
    start, _ = trim(text, floor, lot.start)  # ① 天和食品 现金20万元
    name, _, rest = text[start : lot.start].partition(" ")
    if not context.GOING_ON.fullmatch(rest):
        return None
    return any_name(text, start, start + len(name))


_PAYS = re.compile("(?<![支付演进])[出掏]了?$")  # 其中甲公司出150个


def _named_like_goods(text: str, last: Draft, lot: Lot, floor: int) -> Party | None:
    """恒通建材 in a list of givers: 远大集团100万元、恒通建材80万元."""
    item = lot.item
    goes_on = last.rule in ("listed-giver", "counted-on") and lot.money and not lot.count
    if not goes_on or not item or text[item[1] : lot.figure.start].strip():
        return None
    if item[1] > lot.figure.start or not context.GOING_ON.fullmatch(text, floor, item[0]):
        return None
    lot.item = None
    return any_name(text, *item)
