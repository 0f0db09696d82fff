"""Names of givers that go on in the next line of a list: 宏帆房地產開發⏎（集團）有限公司　30萬元."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import places
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import captions, rolls
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

# What no name begins with: a bracket, a trade and what a firm is, the place of a branch.
_REST = re.compile(
    r"[(][^()]{1,8}[)][一-鿿]{2,12}|(?P<trade>[一-鿿]{0,6}?)(?:集团|股份)?有限(?:责任)?公司|(?P<place>[一-鿿]{2,4})[分支]会|(?:总?商|总|协|公|同乡总?|联合总?|联谊总?|促进)会"
)
_OPEN = re.compile(r"[（(][^（()）\n]{1,12}$")
_CLOSES = re.compile(r"[^（()）\n]{1,12}[)）]")
_FIRST = re.compile(r"[^，。：；、:;\d\t]{4,30}")


def mend(view: View, folded: str, above: Span | None, found: list[Draft]) -> list[Draft]:
    """The gifts of a line, the first by the giver whose name the line above begins."""
    giver = found[0].donor if found else None
    if not giver or not above or giver.start - above.end > 1 or not _begins_name(view, folded, above):
        return found
    if (
        torn := _OPEN.search(folded, above.start, above.end)
        if _CLOSES.match(folded, giver.start, giver.end)
        else None
    ):
        whole = replace(giver, start=above.start, end=torn.start())  # 周建虹（原籍⏎青田）
    elif _is_rest(folded, giver):
        whole = replace(giver, start=above.start)
    else:
        return found
    first = found[0]
    return [replace(first, donor=whole, start=min(first.start, above.start)), *found[1:]]


def _is_rest(folded: str, giver: Party) -> bool:
    rest = _REST.fullmatch(folded, giver.start, giver.end)
    trade, place = rest.group("trade", "place") if rest else (None, None)
    return rest is not None and not (trade and not is_trade(trade)) and not (place and place not in places())


def _begins_name(view: View, folded: str, line: Span) -> bool:
    """Whether a line may be the first half of a name: it gives nothing and heads nothing."""
    words = folded[line.start : line.end]
    if not _FIRST.fullmatch(words) or FIGURE in view.text[line.start : line.end]:
        return False
    return rolls.says(words) is None and not captions.passes(words)
