"""Finds people: a surname alone proves nothing; an office, a byline, a list or a deed beside it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamber_extract.extractors.people.bare import longer_forms, neighbours, repeats, spelled
from chamber_extract.extractors.people.bylines import bylines
from chamber_extract.extractors.people.described import described
from chamber_extract.extractors.people.donors import contacts, donors
from chamber_extract.extractors.people.edges import DOCTRINE, MIDDOTS, given_score
from chamber_extract.extractors.people.elected import elected
from chamber_extract.extractors.people.held import holding, told
from chamber_extract.extractors.people.kinds import Found, PersonName
from chamber_extract.extractors.people.lists import listed
from chamber_extract.extractors.people.open import unexplained
from chamber_extract.extractors.people.titled import titled
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import scan
from chamber_extract.mention import Mention
from chamber_extract.segment import Segments
from chamber_extract.text import Text

# What the person says stands in the same sentence, at most so far from the name.
_SPEECH = re.compile(
    r"[^。！？；\n“”「」]{0,24}?(?:表示|(?<![听据小传])说(?!明|法)|指出|(?<!作了)(?<!作出)(?<!区情)(?<!情况)介绍|认为|强调|坦言|透露|呼吁|号召|直言|自言|笑言|慨言|感慨|感叹|慨叹|赞扬|称许|称赞|赞许|告诉|告知|道出"
    r"|宣布(?!开幕|开会|散会|闭幕|就职)|宣称|声称|分析(?!会|报告)|感谢(?![状信函会牌晚])|承诺(?!书)|通报(?!会|表扬|批评)|汇报(?!会|演)|答复|质疑|批评|抱怨|警告|忆述|讲述|详述"
    r"|(?<![简俗职名昵尊自人号誉统通著堪改旧古美戏])称(?![为呼号职谓之重得])|谓(?=[:：，,“])|希望|期望|期盼|建议|提议|致辞|致词|发言|回忆|回顾|谈到|提到|提及|提出|表态|解读|讲解|披露|促请|敦促|勉励|补充|提醒|解释|回应|坦承|指[，,:：]|[:：]\s?[“「『])"
    r"|[^。！？；\n“”「」，,]{0,4}(?:指(?![导定示引派数标挥着向望责控教南点明])|报告[，,:：说指称])|[:：]"
)
# 大家都叫他老张。他说：
_WENT_ON = re.compile(
    r"(?:[^“”「」]|“[^“”]{1,6}”){0,120}?[。！？\n]\s*[他她](?:还|也|又|则|继而|同时|续)?(?:说|表示|介绍|指出|认为|强调|补充|坦言|告诉|透露|披露|回忆|希望|宣布|称|感谢|指|促请|呼吁|勉励|承诺)"
    r"|所?作的?[^。，]{0,16}报告。报告(?:指出|认为|强调|提出)"
)
# 为耿声颁发证书。他说: the name is somebody's object.
_OBJECT = frozenset("为向给对与和同")


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
            *contacts(folded),
            *spelled(folded, offices),
            *described(folded, offices),
            *elected(folded, offices),
            *unexplained(folded),
        ],
        folded,
    )
    found = _choose([*found, *neighbours(folded, found)], folded)
    found = _choose([*found, *holding(folded, found, offices)], folded)
    _agree(folded, found)
    found = sorted([*found, *_later(folded, found)], key=lambda f: f.start)
    found = _choose([*found, *holding(folded, found, offices), *told(folded, found, offices)], folded)
    following = [f.start for f in found[1:]] + [len(folded)]
    for f, other in zip(found, following, strict=False):
        titles = tuple(sorted(set(f.titles), key=lambda s: s.start))
        yield Mention(
            "person",
            f.start,
            f.end,
            PersonName(f.spelled(text.clean), f.partial, titles, f.author, _speaks(folded, f, other), f.desk),
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
            known.desk = known.desk or f.desk
            known.score = max(known.score, f.score)
    kept: list[Found] = []
    covered: set[int] = set()
    for f in sorted(merged.values(), key=lambda f: (-f.score, f.start, -f.end)):
        place = range(f.start, f.end)
        if not covered.intersection(place):
            covered.update(place)
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)


def _agree(folded: str, found: list[Found]) -> None:
    """Readings of one name end alike: 何文炳|接 as 何文炳 elsewhere, 黎显|荣膺选 as 黎显荣, where it plainly ends."""
    told = {folded[f.start : f.end] for f in found if not f.partial}
    longer = longer_forms(folded, told)
    for f in (f for f in found if not f.amid):
        name = folded[f.start : f.end]
        if name in longer and folded.startswith(longer[name], f.start):
            f.end += 1
        elif name[:-1] in told and given_score(name[-1]) < 0:
            f.end -= 1


def _later(folded: str, found: list[Found]) -> list[Found]:
    """The bare mentions of the names found."""
    busy = {place for f in found for place in range(f.start, f.end)}
    full = {f.spelled(folded) for f in found if not f.partial and not folded[f.start].isascii()}
    full |= {part for name in full for part in re.split(f"[{MIDDOTS}]", name)[1:][-1:] if len(part) > 1}
    return [Found(start, end, 2.0, "repeated") for start, end in repeats(folded, full, busy)]


def _speaks(folded: str, f: Found, other: int) -> bool:
    """Whether what follows the name is what the person says, before the `other` one who is named next."""
    if f.author:
        return False
    said = _SPEECH.match(folded, f.end)
    if said is None and folded[f.start - 1 : f.start] not in _OBJECT:
        said = _WENT_ON.match(folded, f.end)
    return said is not None and said.end() <= max(other, f.end + _AT_ONCE)


_AT_ONCE = 6  # characters: 甲、乙等表示 says it of both
