"""What shows a text to be an article of its own: the lines that a paper prints about it, under its headline, in it or at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamber_extract.segment.appeared import (
    appeared,
    appeared_at_end,
    appeared_before,
    day_beside,
    medium_at_end,
)
from chamber_extract.segment.days import first_day
from chamber_extract.segment.headlines import unmarked, without_outlet
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.paragraphs import Paragraph

BODY = frozenset({"prose", "item", "row"})
_SIGNATURE = re.compile(r"(?:会|局|厅|部|委|社|府|馆|院|处|办公室|公司|中心|小组|秘书长|会长)$")
# ——某商会会长 王强 under the subhead over what he says; not ——访某商会会长 王强.
_WHO_SPEAKS = re.compile(
    r"[—―-]+\s?(?![访记与听]|专访|对话)[^，。]*[长席理裁师授家员人总]\s+[\u3400-\u9fff·]{2,8}$"
)
_SOURCE = re.compile(
    r"[(【\[]?(?:文章|信息|稿件|新闻|本文)?(?:来源|转自|稿源)\s?:"
)  # not 资料来源, a table's
_SOME_LENGTH = 20  # characters: salutations and remarks are shorter


def signs(parts: Sequence[Paragraph], start: Start, end: int) -> set[str]:
    """Which of these a text shows that ends before `parts[end]`: in its headline, under it, at its end."""
    name = unmarked("".join(parts[i].text for i in start.lines))
    named = without_outlet(name) != name or appeared_before(name) or appeared_at_end(name)
    shown = {
        "headline": bool(named),
        "day": day_beside(name) is not None,
        "opening": is_opened(parts, start.last),
        "end": names_source(parts[start.last : end]),
    }
    return {sign for sign, shows in shown.items() if shows}


def is_opened(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether an article's text begins at `i`: lines about it and then prose, or the opening of a news item."""
    body = i
    while body < len(parts) and body < i + 5 and parts[body].kind in ABOUT | {"field", "link"}:
        body += 1
    if body >= len(parts) or parts[body].kind not in BODY:
        return False
    if parts[i].kind == "date" and i:
        closing = i > 1 and parts[i - 1].space == 1 and parts[i - 2].kind == "prose"
        signed = _SIGNATURE.search(parts[i - 1].text) and (closing or parts[body].kind != "prose")
        if signed or (closing and parts[i].space == 1 and parts[i + 1].space > 1):
            return False  # who signed and when; an annex or another letter follows
    about = (
        p for p in parts[i:body] if p.kind in ABOUT and not (p.kind == "deck" and _WHO_SPEAKS.match(p.text))
    )
    return any(about) or parts[body].dateline is not None


def names_source(body: Sequence[Paragraph]) -> bool:
    """Whether the text ends with the paper that brought it, on a line of its own or behind the last sentence."""
    p = next((p for p in reversed(body) if p.kind in ABOUT | BODY), None)
    if p is None or p.kind not in ("prose", "source"):
        return False
    if p.kind == "prose":
        return appeared_at_end(p.text) is not None or medium_at_end(p.text) is not None
    return bool(_SOURCE.match(p.text) or appeared(p.text) or first_day(p.text) or medium_at_end(p.text))


def has_text(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences of some length stand there."""
    return sum(len(p.text) for p in parts[i : i + 3] if p.kind == "prose") >= _SOME_LENGTH
