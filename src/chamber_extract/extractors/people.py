"""Finds people: a surname alone proves nothing; an office, a byline, a list or a deed beside it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamber_extract.extractors.people_bare import (
    holding,
    neighbours,
    quoted,
    repeats,
    rolled,
    spelled,
)
from chamber_extract.extractors.people_bylines import bylines
from chamber_extract.extractors.people_donors import donors
from chamber_extract.extractors.people_edges import DOCTRINE, MIDDOTS
from chamber_extract.extractors.people_elected import chosen, elected
from chamber_extract.extractors.people_kinds import Found, PersonName
from chamber_extract.extractors.people_lists import listed
from chamber_extract.extractors.people_open import unexplained
from chamber_extract.extractors.people_titled import titled
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import scan
from chamber_extract.mention import Mention
from chamber_extract.segment import Segments
from chamber_extract.text import Text

# What the person says stands in the same sentence, at most so far from the name.
_SPEECH = re.compile(
    r"[^。！？；\n“”「」]{0,24}?(?:表示|(?<![听据小传])说(?!明|法)|指出|(?<!作了)(?<!作出)(?<!区情)(?<!情况)介绍|认为|强调|坦言|透露|呼吁|号召|直言|自言|笑言|感慨|感叹|赞扬|告诉|道出|称[:：，,“]|希望|建议|提议|致辞|致词|发言|回忆|回顾|谈到|提到|提及|提出|表态|解读|讲解|披露|促请|敦促|勉励|补充|提醒|解释|回应|坦承|指[，,:：])|[:：]"
)
# 大家都叫他老张。他说：
_WENT_ON = re.compile(
    r"[^。！？\n]{0,60}[。！？\n][他她](?:还|也|又|则|继而)?(?:说|表示|介绍|指出|认为|强调|补充|坦言|告诉|透露|回忆|希望)"
)


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Mentions of kind `person`, each with a `PersonName`, in order of position and free of overlap."""
    folded = text.folded
    offices = scan(folded)
    found = _choose(
        [
            *titled(folded, offices),
            *bylines(folded, segments),
            *listed(folded, segments, offices),
            *donors(folded),
            *quoted(folded),
            *spelled(folded, offices),
            *chosen(folded, offices),
            *elected(folded, offices),
            *rolled(folded, offices),
            *unexplained(folded),
        ],
        folded,
    )
    found = _choose([*found, *neighbours(folded, found)], folded)
    found = _choose([*found, *holding(folded, found, offices)], folded)
    found = sorted([*found, *_later(folded, found)], key=lambda f: f.start)
    found = _choose([*found, *holding(folded, found, offices)], folded)
    following = [f.start for f in found[1:]] + [len(folded)]
    for f, other in zip(found, following, strict=False):
        name = (
            re.sub(r"\s", "", text.clean[f.start : f.end])
            if folded[f.start].isascii() is False
            else text.clean[f.start : f.end]
        )
        titles = tuple(sorted(set(f.titles), key=lambda s: s.start))
        yield Mention(
            "person",
            f.start,
            f.end,
            PersonName(name, f.partial, titles, f.author, _speaks(folded, f, other)),
            f.rule,
        )


def _choose(found: Iterable[Found], folded: str) -> list[Found]:
    """One mention a place: of overlapping readings the best supported, with all that the same reading was told."""
    merged: dict[tuple[int, int], Found] = {}
    for f in found:
        famed = names().words.classes.get(folded[f.start : f.end]) == "famed" and f.rule != "label"
        if famed or DOCTRINE.match(folded, f.end):
            continue
        known = merged.get((f.start, f.end))
        if known is None:
            merged[f.start, f.end] = f
        else:
            known.titles = [*known.titles, *(t for t in f.titles if t not in known.titles)]
            known.author |= f.author
            known.score = max(known.score, f.score)
    kept: list[Found] = []
    covered: set[int] = set()
    for f in sorted(merged.values(), key=lambda f: (-f.score, f.start, -f.end)):
        place = range(f.start, f.end)
        if not covered.intersection(place):
            covered.update(place)
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)


def _later(folded: str, found: list[Found]) -> list[Found]:
    """The bare mentions of the names found."""
    busy = {place for f in found for place in range(f.start, f.end)}
    full = {
        re.sub(r"\s", "", folded[f.start : f.end])
        for f in found
        if not f.partial and not folded[f.start].isascii()
    }
    full |= {part for name in full for part in re.split(f"[{MIDDOTS}]", name)[1:][-1:] if len(part) > 1}
    return [Found(start, end, 2.0, "repeated") for start, end in repeats(folded, full, busy)]


def _speaks(folded: str, f: Found, other: int) -> bool:
    """Whether what follows the name is what the person says, before the `other` one who is named next."""
    if f.author:
        return False
    said = _SPEECH.match(folded, f.end) or _WENT_ON.match(folded, f.end)
    return said is not None and said.end() <= max(other, f.end + _AT_ONCE)


_AT_ONCE = 6  # characters: 甲、乙等表示 says it of both
