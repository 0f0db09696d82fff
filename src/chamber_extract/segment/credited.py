"""The lines that tell where and when the texts of a document appeared, by their words and their place.

The texts of one collection have them in one place: under the headline, above it or at the end. Where one of them tells
it plainly, a word that may be a paper's is one in the same place elsewhere; and what two lines give in the same place
is no headline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from chamber_extract.segment.appeared import full_day
from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.particulars import Credit, Particulars, Place, closing, opening, particulars

_ABOUT = frozenset({"date", "source", "byline", "deck", "field"})
_TITLES = frozenset({"heading", "line", "item", "entry"})
_LINES = _ABOUT | _TITLES | {"label", "prose"}
_TOLD = frozenset({"prose", "item", "row"})


def credited(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with what they say of the paper and day of a text; a line that holds nothing else is one about it."""
    places: dict[Place, dict[int, Particulars]] = defaultdict(dict)
    for i, p in enumerate(parts):
        if p.kind not in _LINES:
            continue
        if (said := particulars(p.text)) and (place := _place(parts, i)):
            places[place][i] = said
        elif p.kind == "prose" and (said := opening(p.text)):
            places["before"][i] = said
        elif p.kind == "prose" and (said := closing(p.text)):
            places["behind"][i] = said
    found = list(parts)
    for place, lines in places.items():
        plain = any(said.medium and said.when for said in lines.values())
        for i, said in lines.items():
            medium = said.medium or (said.word if plain and said.when else "")
            alone = len(lines) == 1 or parts[i].kind == "item"  # the day of a meeting, in a list
            if (medium and said.when) or (not alone and full_day(said.when, None)):
                kind = "source"
            elif said.signed and place in ("under", "below"):
                kind = "byline"
                medium = medium if place == "under" else ""  # 年报撰写：朱苡
            else:
                continue
            own = place in ("before", "behind") or parts[i].kind in _ABOUT
            found[i] = replace(
                parts[i], kind=parts[i].kind if own else kind, credit=Credit(medium, said.when, place)
            )
    return found


def _place(parts: Sequence[Paragraph], i: int) -> Place | None:
    """Where the line stands to the text that it may be about."""
    above, below = parts[i - 1] if i else None, parts[i + 1] if i + 1 < len(parts) else None
    if above and _is_title(above) and _begins(parts, i + 1):
        return "under"
    over = below is not None and _is_title(below) and _begins(parts, i + 2)
    ends = above is not None and above.kind in _TOLD and (below is None or below.kind not in _TOLD)
    if over and ends and below:
        return "over" if parts[i].space > 1 >= below.space else "below"
    return "over" if over else "below" if ends else None


def _is_title(p: Paragraph) -> bool:
    return p.kind in _TITLES and not is_department(p.text) and not particulars(p.text)


def _begins(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences begin there, behind other lines about them."""
    told = next((p for p in parts[i : i + 3] if p.kind not in _ABOUT), None)
    return told is not None and told.kind in ("prose", "item")
