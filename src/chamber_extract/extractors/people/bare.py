"""Names without an office beside them: 江辉说, 选举甲为会长, and the later mentions of a known name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamber_extract.extractors.people.edges import (
    CLEAR,
    DOCTRINE,
    FAINT,
    HARD,
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
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import runs_on
from chamber_extract.extractors.people.series import name_list, past
from chamber_extract.gazetteer.lexicon import Lexicon
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title

# What only a person does, at the head of a clause: 江辉表示, 李明当选, 陈大文捐出.
_DEEDS = re.compile(
    r"表示|指出|介绍|认为|强调|坦言|透露|呼吁|直言|感慨|回忆|告诉|致辞|致词|发言|当选|出任|连任|捐款|捐出|捐资|捐赠|捐(?=[\d一二三四五六七八九十百千万])|认捐|说[:：,，道]|称[:：,，]|也?谈到|接受采访|受访|出席|主持|祖籍|籍贯|(?<!先)生于|出生于|毕业于|移居|旅居|定居|自幼|早年"
)
_CLAUSE = frozenset('\n。！？!?；;，,、“”"「」『』（(：:》 \u3000\t')
_AND = re.compile(r"[ \u3000]?(?:、|以及|和|与|及)[ \u3000]?")


def quoted(text: str) -> Iterator[Found]:
    """A name that begins a clause and does what only a person does."""
    for m in _DEEDS.finditer(text):
        reading = _clause_head(text, m.start())
        if reading:
            yield Found(reading.start, reading.end, reading.score, "deed")


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


def _clause_head(text: str, end: int) -> NameSpan | None:
    """The name that fills the clause up to `end`, beyond doubt: an ordinary name and no word."""
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not (start == 0 or text[start - 1] in _CLAUSE):
            continue
        surname = surname_at(text, start)
        if not surname or names().surnames[surname] in ("word", "rare", "japanese"):
            continue
        given = text[start + len(surname) : end]
        if not 1 <= len(given) <= 2 or given_score(given) < len(given):
            continue
        if word_penalty(text, start, end) == 0 and given not in names().words:
            return NameSpan(start, end, given_score(given) + HARD)
    return None


def rolled(text: str) -> Iterator[Found]:
    """何厚铧、贺定一、崔世昌等出席: three names and more in a row."""
    for m in _ROLL.finditer(text):
        found = list(name_list(text, m.start(), _COMMA if m[1] == "," else _AND, first=3.5))
        if len(found) < 2 or 3 * sum(_ordinary(text, r) for r in found) < 2 * len(found):
            continue
        end = past(text, found[-1])
        if _NO_PEOPLE.match(text, end):
            continue
        if (
            len(found) < 3
            and not (_PERSONS.match(text, end) and all(_ordinary(text, r) for r in found))
            and not text.endswith(_STANDING, 0, m.start())
        ):
            continue
        for r in found:
            yield Found(r.start, r.end, r.score, "roll")


def _ordinary(text: str, reading: NameSpan) -> bool:
    """A name that nobody would take for a place, a firm or a thing."""
    surname = surname_at(text, reading.start) or ""
    given = text[reading.start + len(surname) : reading.end]
    if not given or names().surnames.get(surname, "word") in ("word", "japanese"):
        return False
    name = text[reading.start : reading.end]
    placelike = name in names().places or name[-1] in _PLACE_TAILS
    return not placelike and given_score(given) >= len(given) - 1 and word_penalty(name, 0, len(name)) == 0


_PLACE_TAILS = frozenset("乡镇村街路桥河湖山县区市州省")
_COMMA = re.compile(r"[ \u3000]?(?:[,、]|以及|和|与|及)[ \u3000]?")
# Where a list of names begins: a clause, one word for all of them (理事会成员甲、乙), who they come with.
_ROLL = re.compile(
    r"(?:(?<=[\n。！？；;，,：: ])|(?<=成员|领导|侨领|乡贤|嘉宾|代表|乡亲|人士|同仁|同乡|校友|会员|人员|会董|起为|起是|次为|次是|联同|偕同|会同|连同|邀请|包括)|(?<=[由与和及有偕在了])|^)"
    r"(?=[\u4e00-\u9fff]{2,4}(?:[(（][^()（）\n]{1,12}[)）])?([、,和与及])[ ]?[\u4e00-\u9fff]{2,4}(?:[(（][^()（）\n]{1,12}[)）])?[、,和与及等当被出参])",
    re.M,
)
_STANDING = ("起为", "起是", "次为", "次是", "起:", "起：")  # 前排左起为甲、乙
# Only of persons: 甲、乙等人, 甲、乙等到场支持.
_PERSONS = re.compile(
    r"等(?:人(?![气工])|(?:[多数几]位)?(?:企业家|侨领|嘉宾|乡贤|善长|领导|同志)|[\d一二三四五六七八九十]{1,3}[余多]?[人位名]|多[人位]|十?数[人位]|亲?自?(?:出席|到场|莅临|陪同|莅会|到会|应邀|参加))"
)
_NO_PEOPLE = re.compile(
    r"等?[\d一二三四五六七八九十多余]{0,4}(?:家|个)?(?:国际|知名|著名|跨国|外资|投资)?(?:机构|公司|企业|品牌|银行|集团|国家|地区|各?地|城市|县|市|省|厂|车企|处|村|镇|乡|街道|景区|商会)"
)


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
            if head >= 0 and _likely(text, head, start - 1) and before(text, head) >= HARD:
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
