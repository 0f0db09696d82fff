"""Names without an office beside them: 何塞·加西亚说, those beside a known name in a list, and its later mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamber_extract.extractors.people.edges import (
    CLEAR,
    DOCTRINE,
    FAINT,
    LIKELY,
    MIDDOTS,
    NONE,
    after,
    before,
    given_score,
    surname_at,
    word_penalty,
)
from chamber_extract.extractors.people.elected import HOLDS, office_in_clause
from chamber_extract.extractors.people.foreign import read_dotted
from chamber_extract.extractors.people.kinds import Found
from chamber_extract.extractors.people.names import runs_on
from chamber_extract.gazetteer.lexicon import Lexicon
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title

# What only a person does, at the head of a clause: 江辉表示, 李明当选, 陈大文捐出.
_DEEDS = re.compile(
    r"表示|指出|介绍|认为|强调|坦言|透露|呼吁|直言|感慨|回忆|告诉|致辞|致词|发言|当选|出任|连任|捐款|捐出|捐资|捐赠|捐(?=[\d一二三四五六七八九十百千万])|认捐|说[:：,，道]|称[:：,，]|也?谈到|接受采访|受访|出席|主持|祖籍|籍贯|(?<!先)生于|出生于|毕业于|移居|旅居|定居|自幼|早年"
)


def spelled(text: str, offices: list[Title]) -> Iterator[Found]:
    """A name with middle dots that begins a clause and speaks, gives or holds an office: 何塞·加西亚表示."""
    by_start = {o.start: o for o in offices}
    for m in _DOTTED.finditer(text):
        reading = read_dotted(text, m.start())
        if reading is None:
            continue
        letters = [c for c in text[reading.start : reading.end] if c not in MIDDOTS]
        if sum(c in names().translit for c in letters) * 10 < len(letters) * _SPELLING:
            continue
        held = HOLDS.match(text, reading.end)
        if _DEEDS.match(text, reading.end) or (held and office_in_clause(text, held.end(), by_start)):
            yield Found(reading.start, reading.end, reading.score, "deed")


# In ten characters of a name spelled by sound at least so many are of those that usually spell.
_SPELLING = 6
_DOTTED = re.compile(
    rf"(?:(?<=[\n。！？!?；;，,、“”\"「」『』（(：:》 \u3000\t])|^)(?=[\u4e00-\u9fff]{{1,8}}[{MIDDOTS}])",
    re.M,
)


_PLACE_TAILS = frozenset("乡镇村街路桥河湖山县区市州省")


def neighbours(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Names on both sides of a known one in a list, though they begin or end as other words do: 林楚雄、张爱玲."""
    known = {f.start for f in found}
    waiting = [(f.start, f.end) for f in found if not f.partial]
    for each in _EACH.finditer(text):
        for place in _before_mark(text, each.start() + 1):
            waiting.append(place)
            yield Found(*place, FAINT, "roll")
    while waiting:
        start, end = waiting.pop()
        for place in (*_after_mark(text, end), *_before_mark(text, start)):
            if place[0] not in known:
                known.add(place[0])
                waiting.append(place)
                yield Found(*place, FAINT, "roll")


# 苏有财、蓝天赐各五万元
_EACH = re.compile(r"各(?=[\d一二三四五六七八九十百千两数捐认])")


def _after_mark(text: str, end: int) -> Iterator[tuple[int, int]]:
    if text[end : end + 1] == "、":
        for stop in (end + 4, end + 3):
            plain = stop <= len(text) and _likely(text, end + 1, stop) and after(text, stop) >= CLEAR
            if plain and not runs_on(text, stop):
                yield end + 1, stop
                return


def _before_mark(text: str, start: int) -> Iterator[tuple[int, int]]:
    if start and text[start - 1] in "、各":
        for head in (start - 4, start - 3):
            if head >= 0 and _likely(text, head, start - 1) and before(text, head) >= LIKELY:
                yield head, start - 1
                return


def _likely(text: str, start: int, end: int) -> bool:
    """Whether the characters make a name where only a name can stand."""
    name = text[start:end]
    surname = surname_at(text, start) or ""
    given = name[len(surname) :]
    if names().surnames.get(surname) not in ("common", "compound") or not 1 <= len(given) <= 2:
        return False
    tables = names()
    other = any(name in table for table in (tables.words, tables.places, tables.common, tables.titles))
    pairs = any(pair in tables.common or pair in tables.words for pair in (name[:2], given))
    floor = len(given) - (1 if pairs or len(given) == 1 else 2)
    return not other and given_score(given) >= floor and name[-1] not in _PLACE_TAILS


def repeats(text: str, known: Iterable[str], busy: set[int]) -> Iterator[tuple[int, int]]:
    """Every other place of the established names, longest first, that is not part of a longer word.

    `busy` are the places that mentions take already.
    """
    lexicon = Lexicon((name, "name") for name in known)
    certain = {name for name in lexicon.classes if len(name) > 2 and word_penalty(name, 0, len(name)) < 3}
    position, size = 0, len(text)
    while position < size:
        name = lexicon.at(text, position) if text[position] in lexicon.heads else None
        end = position + len(name or " ")
        if name and busy.isdisjoint(range(position, end)) and not DOCTRINE.match(text, end):
            left, right = before(text, position), after(text, end)
            plain = left + right >= FAINT * 2 and min(left, right) > NONE
            if right > -1 and (name in certain or plain):
                yield position, end
                position = end
                continue
        position += 1


def longer_forms(text: str, told: Iterable[str]) -> dict[str, str]:
    """Those of the names told that are another one cut short, with what they are: 黎显 of 黎显荣.

    Wherever such a name stands the same character follows it, which no word explains in one place at least.
    """
    lexicon = Lexicon((name, "name") for name in told)
    following: dict[str, set[str]] = {}
    shown: set[str] = set()
    for position in range(len(text)):
        for length in lexicon.heads.get(text[position], ()):
            end = position + length
            name = text[position:end]
            if name in lexicon:
                following.setdefault(name, set()).add(text[end : end + 1])
                if after(text, end) <= FAINT and after(text, end + 1) >= CLEAR:
                    shown.add(name)
    longer = {name: name + next(iter(nexts)) for name, nexts in following.items() if len(nexts) == 1}
    return {name: longer[name] for name in shown & longer.keys() if _grows(longer[name])}


def _grows(name: str) -> bool:
    """Whether the last character may close the name."""
    if names().translit.issuperset(name):
        return True
    surname = surname_at(name, 0) or ""
    given = name[len(surname) :]
    return len(given) == 2 and given_score(given) >= 1
