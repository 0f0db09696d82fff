"""Those who get an office: 选举甲为会长, 甲、乙（女）、丙当选副会长; and which office a clause says that somebody holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import (
    BODY,
    BODY_TAILS,
    CLEAR,
    HARD,
    after,
    given_score,
    surname_at,
)
from chamber_extract.extractors.people.entries import SURE, entrants, named
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import read_name_before
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Span

_CHOICE = re.compile(
    r"(?:选举|推选|选出|推举|公推|聘请|聘任|任命|委任|延揽|延请|敦请|增选|补选|增补|递补|续聘|改选|选聘|提名|敦聘|聘)(?:了|产生了|产生|出)?"
    r"|(?:同意|接受|接纳|批准|照准|准许|通过|免去|鉴于)了?"
)
_HOW = r"(?:同时|也|亦|还|均|又|则|分别|一致|以?[全高]票|以?最高票|以[\d一二三四五六七八九十百千]{1,5}票|成功|再次|再度|顺利|正式|当场|续聘|获|被|受)*"
_GET = (
    r"当选|连任|蝉联|出任|担任|兼任|就任|荣任|荣膺|荣升|接任|继任|改任|转任|升任|续任|任|现任"
    r"|(?<![联关体派院])系(?=[常副名荣理会秘监顾])|(?<=[获被受])(?:推选|推举|任命|委任|敦聘|聘请|聘任|[选聘委推])"
)
_LEAVES = r"(?:因[^，。；\n]{2,12}?)?(?:请求|申请|提出)?(?:辞去|辞任|卸任|不再[担兼]任)"
HOLDS = re.compile(rf"(?:先生|女士|同志)?(?:{_HOW}(?:是|为|{_GET})为?了?|{_LEAVES})")
# What is said of those named before it: 甲、乙等9人分别当选
_GETS = re.compile(
    rf"(?:先生|女士|同志|博士)?(?:(?:等?[\d一二三四五六七八九十]{{1,3}}[人位名]|等[人位名]?)(?:同志)?)?(?:{_HOW}(?:{_GET}|(?P<made>为))为?了?|{_LEAVES})"
)
# 程建文接替朱晓平出任会长
_FOLLOWS = re.compile(
    r"(?:接替|接|继)(?:原|前|前任|原任)?(?:会长|主席|理事长)?[\u4e00-\u9fff·]{2,4}(?:先生|女士)?$"
)
_CHOSEN = 120  # characters before 丙为监事长 in which the election is told
_BEFORE = frozenset("，。；：！？,;:!?\n“”(（")
_LONGEST = 160  # characters that the list of those elected to one office takes


def elected(text: str, offices: list[Title]) -> Iterator[Found]:
    """丁 莉（女）、刘敏（兼财务长）、Peter Li当选副会长: those who fill the clause up to the office they get."""
    by_start = {o.start: o for o in offices}
    by_end = {o.end: o for o in offices if o.kind in ("office", "leader")}
    for m in _GETS.finditer(text):
        office = office_in_clause(text, m.end(), by_start)
        if office is None or office.start - m.end() > _BETWEEN:
            continue
        if m["made"] and not _CHOICE.search(text, max(0, m.start() - _CHOSEN), m.start()):
            continue
        held = Span(office.start, office.end)
        start, end = _clause(text, m.start()), m.start()
        if follows := _FOLLOWS.search(text, start, end):
            end = follows.start()
        if m[0].startswith("为为") or (m[0].startswith("荣任") and text.find("、", start, end) > 0):
            end += 1  # 李大为|为会长; 郑晓洁、夏国荣|任副会长: several are seldom said to 荣任
        people = entrants(text, start, end, by_end) or _one(text, start, end) or _of_firms(text, start, end)
        if not people and m[0].startswith("顺利"):
            people = _one(text, start, end + 2)  # 敦聘陈|顺利为名誉会长
        mark = text.rfind("、", start, end)
        if not people and mark in by_end:  # 甲任会长、|乙任秘书长
            people = _one(text, mark + 1, end)
        for reading, own in people:
            yield Found(reading.start, reading.end, reading.score + 1, "chosen", [held, *own])


_BETWEEN = 20  # characters of the body between 当选 and the office


def _clause(text: str, end: int) -> int:
    """Where the clause begins that `end` closes; marks inside brackets end none."""
    depth, start = 0, max(0, end - _LONGEST)
    for position in range(end - 1, start - 1, -1):
        char = text[position]
        if char in ")）":
            depth += 1
        elif depth and char in "(（":
            depth -= 1
        elif not depth and char in _BEFORE:
            start = position + 1
            break
    for choice in _CHOICE.finditer(text, start, end):  # 三、增补|甲、乙为常委
        start = choice.end()
    return start + (text[start] in "除由")  # 除|陈建华任会长外


def _one(text: str, start: int, end: int) -> list[tuple[NameSpan, list[Span]]]:
    """Alone in the clause, whatever surname and given name hold no word: 陈罡出任秘书长."""
    reading, surname = named(text, start, end), surname_at(text, start) or ""
    if reading is None or reading.end != end:
        return []
    given = text[start + len(surname) : end]
    usual = surname and len(given) < 3 and given_score(given) >= 0
    return [(reading, [])] if usual or reading.score >= SURE else []


def _of_firms(text: str, start: int, end: int) -> list[tuple[NameSpan, list[Span]]]:
    """Those who are named after their firms: 安踏集团丁世忠、某科技公司周永伟等当选."""
    found = (read_name_before(text, m.end()) for m in _ITEM.finditer(text, start, end))
    return [(r, []) for r in found if r and r.start > start and text.endswith(_FIRMS, 0, r.start)]


_ITEM = re.compile(r"[^、]+")
_FIRMS = ("集团", "公司", "企业", "银行", "科技", "股份", "实业", "控股", "商会", "协会")


def office_in_clause(text: str, start: int, offices: dict[int, Title]) -> Title | None:
    """The first office between `start` and the end of the clause that closes its phrase."""
    for position in range(start, min(len(text), start + 40)):
        if text[position] in "，。；！？\n,;!?":
            return None
        office = offices.get(position)
        if office and office.kind in ("office", "leader") and _closes(text, office.end):
            return _last_of(text, office, offices)
        first = position == start or text[position - 1] == "的"  # 受委为查账, but not 为社会代表
        if office and office.kind == "weak" and first and after(text, office.end) == HARD:
            return office
    return None


def _last_of(text: str, office: Title, offices: dict[int, Title]) -> Title:
    """The last of the offices that somebody is said to hold together: (现任)某商会会长、某集团|董事长."""
    while more := _ANOTHER.match(text, office.end):
        ends = (o for p in range(*more.span(1)) if (o := offices.get(p)) and o.end == more.end(1))
        following = next((o for o in ends if o.kind == "office"), None)
        if following is None:
            break
        body = text[more.start(1) : following.start]
        if body and body[-1] not in BODY | BODY_TAILS:
            break
        office = following
    return office


_ANOTHER = re.compile(r"[、兼和及]([\u4e00-\u9fff]{2,30})(?=[，。；、,;\n)）]|$)")


def _closes(text: str, end: int) -> bool:
    return after(text, end) >= CLEAR or text[end : end + 1] in "、，。；的兼及和一之外职"
