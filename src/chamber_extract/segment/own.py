"""What shows a text to be an article of its own: the lines that a paper prints about it, under its headline, in it or at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chamber_extract.segment.appeared import (
    appeared,
    appeared_at_end,
    appeared_before,
    day_beside,
    medium_at_end,
    medium_at_head,
)
from chamber_extract.segment.days import first_day
from chamber_extract.segment.headlines import unmarked, without_outlet
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import at_end, opens_with_day

BODY = frozenset({"prose", "item", "row"})
_SIGNATURE = re.compile(r"(?:会|局|厅|部|委|社|府|馆|院|处|办公室|公司|中心|小组|秘书长|会长)$")
# ——某商会会长 王强 under the subhead over what he says; not ——访某商会会长 王强.
_WHO_SPEAKS = re.compile(
    r"[—―-]+\s?(?![访记与听]|专访|对话)[^，。]*[长席理裁师授家员人总]\s+[\u3400-\u9fff·]{2,8}$"
)
_SOURCE = re.compile(
    r"[(【\[]?(?:文章|信息|稿件|新闻|本文)?(?:来源|转自|稿源)\s?:"
)  # not 资料来源, a table's
_WROTE = re.compile(r"文\s?[:/|]|[:/|]\s?文|作者|记者|通讯员|撰|供稿")
_CHRONICLE = re.compile("大事[记纪]|年[表谱]|历程|纪事|足迹|日[志记]")
_HEAD = 3  # lines in which a chronicle names itself
_YEAR = timedelta(days=366)
_SHORTEST = 5  # characters of a headline: shorter ones count the texts
_SOME_LENGTH = 20  # characters: salutations and remarks are shorter


def signs(parts: Sequence[Paragraph], start: Start, end: int) -> set[str]:
    """Where a text that ends before `parts[end]` shows its own day, medium or writer."""
    name = _name(parts, start)
    if len(name) < _SHORTEST:
        return set()
    named = without_outlet(name) != name or appeared_before(name) or appeared_at_end(name)
    body = parts[start.last : end]
    shown = {
        "above": credit_above(parts, start.first) < start.first,
        "headline": bool(named),
        "day": day_beside(name) is not None,
        "opening": is_opened(parts, start.last) or any(opens_with_day(p.text) for p in body[:1]),
        "end": names_source(body) or at_end(body, date.max) is not None or _names_writer(body),
    }
    return {sign for sign, shows in shown.items() if shows}


def _name(parts: Sequence[Paragraph], start: Start) -> str:
    return unmarked("".join(parts[i].text for i in start.lines)) or start.listed


def with_ends(parts: Sequence[Paragraph], starts: Sequence[Start]) -> Iterator[tuple[Start, int]]:
    """Each start and where the next one begins."""
    return zip(starts, [*(s.first for s in starts[1:]), len(parts)], strict=False)


def alike(parts: Sequence[Paragraph], starts: Sequence[Start]) -> dict[str, list[Start]]:
    """The texts that show something in the same place, by that place; of one text there is no saying.

    What stands above the first headline stands above all text; the days beside headlines are those of news, not of a
    chronicle or journey.
    """
    found: dict[str, list[Start]] = {}
    for s, end in with_ends(parts, starts):
        for sign in signs(parts, s, end):
            found.setdefault(sign, []).append(s)
    if above := found.get("above"):
        told = next((i for i, p in enumerate(parts) if p.kind == "prose"), 0)
        if above[0].first > told:
            del found["above"]
    if "day" in found and not (found["day"][0] is starts[0] and _are_news(parts, found["day"])):
        del found["day"]
    return {sign: same for sign, same in found.items() if len(same) > 1}


def shown(parts: Sequence[Paragraph], starts: Sequence[Start]) -> set[int]:
    """Where those texts begin that show something in the same place as another."""
    return {s.first for same in alike(parts, starts).values() for s in same}


def _are_news(parts: Sequence[Paragraph], dated: Sequence[Start]) -> bool:
    """Whether the days beside the headlines are of one year, and the document does not say that it is a chronicle."""
    beside = (day_beside(_name(parts, s)) for s in dated)
    days = [day for said in beside if said and (day := said.on(None))]
    named = any(_CHRONICLE.search(p.text) for p in parts[:_HEAD])
    return not named and (not days or max(days) - min(days) < _YEAR)


def credit_above(parts: Sequence[Paragraph], i: int) -> int:
    """Where the lines begin that give the paper or the day right above the headline at `i`; `i` where there are none."""
    if i and appeared(parts[i - 1].text):
        return i - 1
    first = i
    while first and parts[first].space <= 1 and parts[first - 1].kind in ("source", "date"):
        first -= 1
    under_headline = first and parts[first].space <= 1 and parts[first - 1].kind == "heading"
    return i if under_headline else first


def is_opened(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether an article's text begins at `i`: lines about it and then prose, or the opening of a news item."""
    body = _behind_particulars(parts, i)
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
    return any(about) or parts[body].dateline is not None or medium_at_head(parts[body].text) is not None


def names_source(body: Sequence[Paragraph]) -> bool:
    """Whether the text ends with the paper that brought it, on a line of its own or behind the last sentence."""
    p = next((p for p in reversed(body) if p.kind in ABOUT | BODY), None)
    if p is None or p.kind not in ("prose", "source"):
        return False
    if p.kind == "prose":
        return appeared_at_end(p.text) is not None or medium_at_end(p.text) is not None
    return bool(_SOURCE.match(p.text) or appeared(p.text) or first_day(p.text) or medium_at_end(p.text))


def _names_writer(body: Sequence[Paragraph]) -> bool:
    """Whether the text ends with who wrote it, not who took its picture."""
    last = body[-1] if body else None
    return last is not None and last.kind == "byline" and _WROTE.search(last.text) is not None


def has_text(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences of some length stand there, behind lines about them."""
    told = parts[_behind_particulars(parts, i) :][:1]
    return any(p.kind == "prose" and len(p.text) >= _SOME_LENGTH for p in told)


def _behind_particulars(parts: Sequence[Paragraph], i: int) -> int:
    """Where the lines about an article end that begin at `i`."""
    end = i
    while end < len(parts) and end < i + 5 and parts[end].kind in ABOUT | {"field", "link"}:
        end += 1
    return end
