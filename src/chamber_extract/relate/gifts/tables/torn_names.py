"""Names of givers that go on in the next line of a list: 宏帆房地產開發⏎（集團）有限公司　30萬元."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.gazetteer.places import places
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.tables import captions, rolls
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

# What no name begins with: a bracket, a trade and what a firm is, the place of a branch, the last letter of a body.
_REST = re.compile(
    r"(?:[(][^()]{1,8}[)][一-鿿]{2,12}|(?P<trade>[一-鿿]{0,6}?)(?:集团|股份)?有限(?:责任)?公司|(?P<place>[一-鿿]{2,4})[分支]会|(?:总?商|总|协|公|同乡总?|联合总?|联谊总?|促进)会|[司会厂店行社院校])(?=\s)"
)
_OPEN = re.compile(r"[（(][^（()）\n]{1,12}$")
_CLOSES = re.compile(r"[^（()）\n]{1,12}[)）]")
_FIRST = re.compile(r"[^，。：；、:;\d\t]{4,30}")


def whole(view: View, folded: str, above: Span | None, line: Span) -> Span:
    """The line with the one above, where that begins the name that this one goes on with."""
    if not above or line.start - above.end > 1 or not _begins_name(view, folded, above):
        return line
    rest = _REST.match(folded, line.start, line.end)
    trade, place = rest.group("trade", "place") if rest else (None, None)
    torn = rest and not (trade and not is_trade(trade)) and not (place and place not in places())
    return Span(above.start, line.end) if torn else line


def mend(view: View, folded: str, above: Span | None, found: list[Draft]) -> list[Draft]:
    """The gifts of a line, the first by the giver on the line above, in whose brackets it begins: 周建虹（原籍⏎青田）."""
    first = found[0] if found else None
    if not first or not first.donor or not above or first.donor.start - above.end > 1:
        return found
    torn = _OPEN.search(folded, above.start, above.end)
    if not torn or not _CLOSES.match(folded, first.donor.start, first.donor.end):
        return found
    if not _begins_name(view, folded, above):
        return found
    donor = replace(first.donor, start=above.start, end=torn.start())
    return [replace(first, donor=donor, start=min(first.start, above.start)), *found[1:]]


def _begins_name(view: View, folded: str, line: Span) -> bool:
    """Whether a line may be the first half of a name: it gives nothing and heads nothing."""
    words = folded[line.start : line.end]
    if not _FIRST.fullmatch(words) or FIGURE in view.text[line.start : line.end]:
        return False
    return rolls.says(words) is None and not captions.passes(words)
