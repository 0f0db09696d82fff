"""Names beside an office: 会长江辉, 副会长：甲、乙、丙, 江辉会长, 毛经理, 马克龙总统."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.addressed import addressed, familiar
from chamber_extract.extractors.people.bylines import signer
from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    CLEAR,
    FAINT,
    HARD,
    MIDDOTS,
    NONE,
    after,
    before,
    given_score,
    surname_at,
    title_at,
)
from chamber_extract.extractors.people.foreign import (
    read_foreign_before,
    read_single,
)
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, read_name_before
from chamber_extract.extractors.people.series import HONORIFICS, name_at, name_list, past_honorifics, read_at
from chamber_extract.extractors.people.slots import read_stranger
from chamber_extract.gazetteer.bylines import signs
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import LEARNED, Title
from chamber_extract.segment import Span

_GAP = re.compile(r"[ \u3000\t]{0,4}")
_LABEL_GAP = re.compile(
    r"(?:[(（][^()（）\n]{1,20}[)）]|[ \u3000]*(?:每[人位]|各)[^:：\n，。、]{1,12}|共?[\d一二三四五六七八九十]{1,3}[名人位]|(?:分别|名单)?(?:[为是有]|包括|如下))?[ \u3000\t]*[:：|｜丨/][ \u3000\t]*(?:[(（](?:按[^()（）\n]{2,16}|签[名字章署]|盖章)[)）])?[ \u3000\t]*"
)
# The trade or district that sends a member stands after the office: 立法會議員(工業界)麥錦濤.
_ALSO = re.compile("[、，](?:著名|知名|资深|爱国|热心|青年)?")
_SECTOR = re.compile(r"[ ]?[(（][ ]?[\u4e00-\u9fff、]{1,20}[ ]?[)）][ \u3000]?")
_CLOSES = re.compile(r"[ ]?[)）][ \u3000]?")
_LINK = re.compile(
    r"[则改并仍]?由|(?P<are>(?:[，,]?共?[\d一二两三四五六七八九十]{1,3}[名人位][，,]?)?(?:分别)?[为是]|包括|有)|即(?![席时将可使刻日场便])|的"
)
_WRITES = re.compile(r"(?:编辑?|[作记]者|文|稿|校对?|排版)$")
_AND = re.compile(r"[ \u3000]?(?:、|及其夫人|以及|和|与|及|暨)[ \u3000]?")
# 副会长、来自新疆喀什的|甲
_APPOSED = re.compile(
    r"[、，](?:来自|祖籍|原籍|籍贯|出生于|年[近过逾]|现年|经营|从事|专营)[\u4e00-\u9fff\d]{1,12}?的"
)
_COMMA = re.compile(
    r"[ \u3000\t]*(?:(?:[\u4e00-\u9fff]{2}(?=[、,，/][\u4e00-\u9fff]{4,7}\d))?[、,，/]|以及|和|与|及)[ \u3000\t]*|[ \u3000\t]+"
)


def titled(text: str, offices: list[Title]) -> Iterator[Found]:
    """Every name that stands right before or after an office."""
    for i, office in enumerate(offices):
        if text.startswith("事务所", office.end):  # 会计师事务所
            continue
        yield from _names_after(text, offices, i)
        if office.kind in ("office", "leader", "honorific"):
            yield from _name_before(text, office)
        elif office.kind == "weak" and office.head == office.start:
            yield from _before_weak(text, office)
        if office.kind in ("office", "leader") and (found := _explained(text, offices, i)):
            yield found


def _explained(text: str, offices: list[Title], i: int) -> Found | None:
    """A name between a stop and a bracket that holds an office and its body alone: 严志(金边市政府副市长)."""
    office = offices[i]
    bracket = text.rfind("(", max(0, office.start - _IN_BRACKET), office.start)
    if bracket < 0 or text[office.end : office.end + 1] != ")" or _STOPS.search(text, bracket, office.end):
        return None
    found = read_name_before(text, bracket, 2.0)
    if not found or before(text, found.start) < HARD:
        return None
    return Found(found.start, found.end, found.score + 1, "apposition", _offices_before(text, offices, i))


_IN_BRACKET = 30  # characters of a body before the office
_STOPS = re.compile("[)。；，,：:0-9]")


def _governs(text: str, office: Title) -> bool:
    """Whether a name follows, so that the place or the body stands before the office: 利巴市长阿扬, 宇成总经理许淑卿."""
    if office.kind not in ("office", "leader"):
        return False
    follows = name_at(text, past_honorifics(text, office.end))
    return follows is not None and (text[office.end - 2 : office.end] in _REGIONAL or follows.score >= _SURE)


_SURE = 5.5  # support of a name that is beyond doubt
_REGIONAL = frozenset(
    ("市长", "省长", "县长", "州长", "区长", "镇长", "总统", "总理", "首相", "国王", "议员")
)


def _names_after(text: str, offices: list[Title], i: int) -> Iterator[Found]:
    office = offices[i]
    label = _LABEL_GAP.match(text, office.end)
    if label:
        start = label.end()
        found = list(name_list(text, start, _COMMA))
        if not found and _WRITES.search(text, office.head, office.end) and (nick := read_single(text, start)):
            found = [nick]  # 编辑：Daisy
        if not found and (filling := _filling(text, start)):
            yield Found(*filling, CLEAR, "label", _offices_before(text, offices, i))
    elif office.kind == "label":
        return
    else:
        start = _GAP.match(text, office.end).end()  # type: ignore[union-attr]
        found = _following(text, offices, i, start)
    if office.kind in ("weak", "person"):  # 代表张家港 is as often a place that somebody stands for
        other = (names().places, names().common)
        found = [r for r in found if not any(text[r.start : r.end] in table for table in other)]
    titles, word = _offices_before(text, offices, i), text[office.head : office.end]
    if not found and office.kind in ("office", "person", "weak") and (friend := familiar(text, start)):
        yield Found(friend.start, friend.end, CLEAR, "addressed", titles, partial=True)
    credited = office.kind in ("byline", "label") or (label is not None and office.kind == "office")
    wrote = credited and signs(word)
    for r in found:
        kin = text.endswith(_KIN, 0, r.start)  # 理事长许明与夫人吕娟
        yield Found(r.start, r.end, r.score + 1, "title-before", [] if kin else titles, author=wrote)


def _following(text: str, offices: list[Title], i: int, start: int) -> list[NameSpan]:
    """The names right after an office, or joined to it by a word or a bracket."""
    office = offices[i]
    found = list(name_list(text, start, _COMMA if office.kind == "byline" else _AND, _floor(text, office)))
    found = found or _joined(text, offices, i, start)
    if found and office.kind == "byline" and text.startswith("、", found[-1].end):
        signed = signer(text, found[-1].end + 1, listed=True)
        found += [signed] if signed else []
    foreign = read_stranger(text, start, office)
    return [foreign] if foreign and (not found or _goes_on(text, found[0], foreign)) else found


def _goes_on(text: str, name: NameSpan, foreign: NameSpan) -> bool:
    """Whether a spelling goes on past a Chinese name that it seems to begin with: 罗沙礼|斯, but not 李光隆|未克出席."""
    if given_score(text[name.start + 1 : name.end]) == 2 and not names().translit.issuperset(
        text[foreign.start : foreign.end]
    ):
        return False
    more = foreign.end - name.end
    return more >= _MORE or (more > 0 and after(text, name.end) == NONE < after(text, foreign.end))


_MORE = 2  # characters


def _joined(text: str, offices: list[Title], i: int, start: int) -> list[NameSpan]:
    """会长由江辉担任, 首任会长的江辉, 议员（工业界）麦锦涛, 会长（华贸集团董事长）牛建勋, 记者严明报道."""
    office = offices[i]
    if start == office.end and office.kind == "office" and (link := _LINK.match(text, start)):
        another = offices[i + 1] if i + 1 < len(offices) and offices[i + 1].start == link.end() else None
        floor = 4.5 if link[0] == "的" else 3.0 if another else 4.0  # 秘书长由律师|方晓东担任
        place = another.end if another else link.end()
        several = link["are"] or link[0].endswith("由")
        found = list(name_list(text, place, _AND, floor)) if several else [read_at(text, place, floor)]
        if any(found):
            return found
    if apposed := _APPOSED.match(text, office.end):
        found = name_at(text, apposed.end())
        return [found] if found else []
    if sector := _SECTOR.match(text, office.end):
        return list(name_list(text, sector.end(), _AND))
    if past := _past_bracket(text, offices, i):
        return list(name_list(text, past, _AND))[:1]
    signed = signer(text, start) if office.kind == "byline" else None
    return [signed] if signed else []


def _filling(text: str, start: int) -> tuple[int, int] | None:
    """What fills a label's field is a name, though a mountain or a town be called so: （负责人：祁连山）."""
    surname = surname_at(text, start) or ""
    for length in (2, 1) if surname else ():
        end = start + len(surname) + length
        word = text[start:end]
        whole = end <= len(text) and _FIELD_ENDS.match(text, end)
        known = names().words.classes.get(word, "famed") == "famed" or word[-1] in "山江河湖海岭峰"
        if whole and known and given_score(word[len(surname) :]) >= length - 0.5:
            return start, end
    return None


_FIELD_ENDS = re.compile(r"[ \u3000]*(?:[)）;；\n]|$)")


def _past_bracket(text: str, offices: list[Title], i: int) -> int | None:
    """Where a name may begin after a second office in brackets: 会长（华贸集团董事长）牛建勋."""
    closing = _CLOSES.match(text, offices[i].end)
    if closing is None or i == 0:
        return None
    before = offices[i - 1].end
    opened = max(text.rfind("(", before, offices[i].start), text.rfind("（", before, offices[i].start))
    return closing.end() if opened >= 0 and not text[before:opened].strip() else None


_MEMBER = re.compile("[^贵本该我各个][会协盟]会员")  # 某商会会员甲
_WIVES = ("夫人", "太太")
_KIN = (*_WIVES, *"妻子 丈夫 夫君 儿子 女儿 父亲 母亲 胞弟 胞兄 其子 其女 之弟 之子".split())


def _floor(text: str, office: Title) -> float:
    """The support that a name after the office needs: 经济学家 is seldom all that is said of a speaker."""
    if office.kind == "weak" and LEARNED.search(text, office.head, office.end):
        return 3.0 if text.endswith(("、", "著名", "知名", "资深"), 0, office.head) else 3.5
    plain = {"weak": _WEAK, "person": 4.5}.get(office.kind, 3.0)
    best = next(iter(han_readings(text, office.end)), None)
    given = text[best.start + 1 : best.end] if best else ""
    tables = names()
    other = any(given in t for t in (tables.places, tables.words, tables.common)) or given[-1:] in BODY_TAILS
    whole = best is not None and len(given) == 2 and not other and given_score(given) >= 0
    if whole and given_score(given) + after(text, best.end) >= FAINT:  # type: ignore[union-attr]
        return 3.0  # 会员潘胜华|出了, 个体户方有财|把
    return plain


def _offices_before(text: str, offices: list[Title], i: int) -> list[Span]:
    """The office itself, or the one in front of honorifics: 会长拿督. A word for people (居民, 夫人) is none, but one
    may stand before it: 会长、著名企业家.
    """
    if text[offices[i].head : offices[i].end] in _WIVES:
        return []
    if offices[i].kind == "person" and not _MEMBER.match(text, offices[i].head - 2, offices[i].end):
        joined = i and _ALSO.fullmatch(text, offices[i - 1].end, offices[i].head)
        if not joined or offices[i - 1].kind != "office":
            return []
        i -= 1
    for _ in range(HONORIFICS):
        if offices[i].kind != "honorific":
            return [Span(offices[i].start, offices[i].end)]
        if i == 0 or offices[i - 1].end != offices[i].start:
            return []
        i -= 1
    return []


def _name_before(text: str, office: Title) -> Iterator[Found]:
    if office.kind == "leader" and _NAMED_AFTER.match(text, office.end):
        return
    title = [] if office.kind == "honorific" else [Span(office.start, office.end)]
    partial = addressed(text, office)
    if _governs(text, office):
        yield from [partial] if partial and partial.amid else ()
        return
    for end in (office.start, office.head) if office.head - office.start == 1 else (office.start,):
        if end and text[end - 1] == " " and before(text, end - 1) == HARD:
            continue
        found = read_name_before(text, end)
        if text[office.head : office.end] in names().abroad or any(
            c in MIDDOTS for c in text[max(0, end - 9) : end]
        ):
            foreign = read_foreign_before(text, end)
            if foreign and (found is None or foreign.start < found.start):
                found = foreign
        if found:
            yield Found(found.start, found.end, found.score, "title-after", title)
            return
    if partial:
        yield partial


def _before_weak(text: str, office: Title) -> Iterator[Found]:
    """孙老板, and 李惠卿财政 where both stand alone in their line or list."""
    if partial := addressed(text, office):
        yield partial
    elif after(text, office.end) == HARD and text[office.head : office.end] != "代表":  # 由甲代表。
        found = read_name_before(text, office.start, _WEAK)
        if found and before(text, found.start) == HARD and not title_at(text, found.start):
            yield Found(found.start, found.end, found.score, "title-after", [Span(office.start, office.end)])


# 玛格丽特女王|儿童医院: no queen, a hospital.
_NAMED_AFTER = re.compile(
    r"[\u4e00-\u9fff]{0,3}(?:医院|大学|学院|[中小]学|大桥|机场|公园|广场|体育馆|基金会|大厦|酒店)"
)
_WEAK = 5.0  # support that a name needs before a word that is oftener no office
