"""Enumerations: lots that lean on the lots before them for noun, worth or giver."""

from __future__ import annotations

import re

from chamber_extract.relate import context
from chamber_extract.relate.lots import Lot
from chamber_extract.relate.parties import Party, any_name, party, trim
from chamber_extract.relate.setting import State

_NOUN = re.compile(r"[一-鿿A-Za-z0-9]{2,10}")
_NO_NOUN = re.compile(r"[的了在正将已把被其向给为是至到后前又还也]|目前|陆续|岗位|就业|[重量计达余超约共]$")


def unknown_goods(text: str, state: State, lot: Lot, gap: str) -> str:
    """玉米粉40吨 in a list of what was given, though 玉米粉 is no noun we know; what is left of the gap."""
    act = state.act
    if not act or not lot.count or lot.item:
        return gap
    glue = context.GOING_ON.match(gap)
    noun = gap[glue.end() :] if glue else gap
    if not _NOUN.fullmatch(noun) or _NO_NOUN.search(noun) or party(text, lot.start - len(noun), lot.start):
        return gap
    lot.item = lot.inherited = (lot.start - len(noun), lot.start)
    return gap[: len(gap) - len(noun)]


def inherit(state: State, lot: Lot, gap: str) -> None:
    """其中8万只 counts the noun of the lot before, and so does 4万只 after it."""
    last = state.group[-1].lot if state.group else None
    if not (last and last.count and lot.count) or lot.item:
        return
    same = last.count.value.quantity.unit == lot.count.value.quantity.unit
    if same and ("其中" in gap or last.inherited):
        lot.inherited = last.item or last.inherited


def add_worth(state: State, lot: Lot) -> bool:
    """Adds a worth to the one lot of goods just counted; False where several were."""
    group = state.group
    if len(group) != 1 or not group[0].lot.count or group[0].lot.money:
        return False
    group[0].lot.money, group[0].lot.equivalent, group[0].end = lot.money, lot.equivalent, lot.end
    return True


def listed_giver(text: str, state: State, lot: Lot, floor: int) -> Party | None:
    """乙公司 in 甲公司捐款10万元、乙公司5万元, and in 共筹集100万元，其中乙公司5万元."""
    act = state.act
    if not act or not (state.group or state.listing):
        return None
    found = party(text, floor, lot.start)
    if found:
        bare = (
            context.GOING_ON.fullmatch(text, floor, found.start)
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
