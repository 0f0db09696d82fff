"""Names in open text, beside no office and in no list: a surname and a given name that no word explains.

The weights come from counting how often such a reading is a name in general news; a reading that is
one in less than nineteen of twenty cases is left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import (
    BODY_TAILS,
    CLEAR,
    FAINT,
    HARD,
    LIKELY,
    after,
    before,
    given_score,
    is_han,
    straddled,
    word_penalty,
)
from chamber_extract.extractors.people.foreign import read_native
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.gazetteer.names import names

# Surnames that stand alone as words too: 高, 金 and 路 begin more phrases than names.
_ALSO_WORDS = frozenset(
    "丁万东乐云余从佟党全关冯冷华单历卫卷史叶向唐商安宁封岳岑左常平康强成房文方时明易曲景曾来柯步武段毕水汪沙沿江海温满牛牧田白石祖秋章童简米纪终经羊花苗范荣莫葛董蒙蓝谈谷贝贺赖路车边近连邱金钟铁钱长闻阳陆韩项顾饶马骆高黄龙"
)
# A firm's or shop's short name is as long as a person's.
_SHOPS = frozenset("行店号堂会庄楼馆厂社坊轩记荣氏寺庙庵宫家潮河港中联盟协总类") | BODY_TAILS
# A place closes with them as easily as a name; the words after it must speak of a person.
_LANDSCAPE = frozenset("山江海湖桥溪洲岛湾岭泉坪浦")
_NUMBER = re.compile(r"[字第]?[〔\[【(（﹝]?\d{4}")
_FIRM = "公司|集团|企业|商家|厂家|厂商|品牌|商号|老字号|银行|机构|门店|超市|单位|店|厂"
# 甲、乙等3家企业: what the whole enumeration says of itself.
_OF_FIRMS = re.compile(
    rf"[^。；;，,！？!?\n]{{0,40}}?(?:等[\d一二三四五六七八九十百多余数]{{0,4}}(?:家|个?(?:知名|国际|著名|本地|国内)?(?:{_FIRM}|地|国家|城市|县|镇|村))|(?:{_FIRM})等)"
)
_FIRMS_BEFORE = re.compile(rf"(?:{_FIRM})(?!家)(?:包括|包含|例如|如|有|：|:)?(?:[\u4e00-\u9fff]{{2,5}}、)*$")
_ITS_FIRM = re.compile(
    r"(?:旅行|投资|控股|设计|建设|建筑|装饰|运输|贸易|出版|经营|教育|餐饮|创业|创新|服务|发展|纪念|研究|制造|印刷|加工|销售|租赁|生产|检测|培训|开发|认证)[\u4e00-\u9fff]{0,6}?(?:公司|集团|企业|社|所|室|厂|店|馆|中心|部|奖|基金|学院)"
)
_QUOTES = {"“": "”", "《": "》", "「": "」", "『": "』", '"': '"', "‘": "’"}


def unexplained(text: str) -> Iterator[Found]:
    """Every such name whose edges the text makes plain."""
    levels, native, position, size = names().surnames, names().native.heads, 0, len(text)
    while position < size - 1:
        reading = _native(text, position) if text[position] in native else None
        reading = reading or (_reading(text, position) if text[position] in levels else None)
        if reading:
            yield Found(reading.start, reading.end, reading.score, "open-text")
        position = reading.end if reading else position + 1
    yield from _echoed(text)


def _echoed(text: str) -> Iterator[Found]:
    """Names of the less usual surnames that stand in two places or more, between other words in each."""
    levels, places = names().surnames, defaultdict(list)
    for start in (i for i, char in enumerate(text) if levels.get(char) in _LESS):
        end = start + 3
        if given_score(text[start + 1 : end]) == 2 and _free(text, start, start + 1, end):
            left, right = before(text, start), after(text, end)
            if min(left, right) >= LIKELY and max(left, right) >= CLEAR:
                places[text[start:end]].append(start)
    for starts in places.values():
        around = {(text[s - 1 : s], text[s + 3 : s + 4]) for s in starts}
        if len({left for left, _ in around}) > 1 and len({right for _, right in around}) > 1:
            for start in starts:
                yield Found(start, start + 3, LIKELY, "open-text")


_LESS = frozenset(("rare", "word"))


def _native(text: str, start: int) -> NameSpan | None:
    """A name of two known parts and more: 努尔买买提."""
    reading = read_native(text, start)
    parts = reading and len(names().native.at(text, start) or "") < reading.end - start
    return reading if parts and before(text, start) >= FAINT and after(text, reading.end) >= FAINT else None


def _reading(text: str, start: int) -> NameSpan | None:
    levels = names().surnames
    level = levels.get(text[start : start + 2])
    if level == "japanese":
        return None
    double = level == "compound"
    if not double and levels[text[start]] != "common":
        return None
    for first, size in _SHAPES[double]:
        first += start
        end = first + size
        if end <= len(text) and _free(text, start, first, end) and _supported(text, start, first, end):
            return NameSpan(start, end, LIKELY)
    return None


# Where the given name begins and how long it is; a wife may put her husband's surname before hers: 陈方安生.
_SHAPES = {False: ((1, 2), (1, 1), (2, 2)), True: ((2, 2), (2, 1))}


def _free(text: str, start: int, first: int, end: int) -> bool:
    """Whether no ordinary word or place explains a part of the name or runs across its edges."""
    tables = names()
    given, levels = text[first:end], tables.surnames
    compound = levels.get(text[start:first]) == "compound"
    married = first - start == 2 and not compound
    if married and levels.get(text[start + 1]) != "common":
        return False
    if given_score(given) < len(given) - (0.5 if len(given) > 1 else 0):
        return False
    if text[end - 1] in _SHOPS and not (compound and len(given) > 1):
        return False
    if text[start : start + 2] in tables.common and (married or first - start == 1):
        return False
    usual = compound and tables.common.get(given) == "noun"  # 司马长风
    alone = text[start] not in _ALSO_WORDS and given_score(given) == 2 and before(text, start) == HARD
    usual |= alone and after(text, end) >= CLEAR  # 陈建国、
    county = tables.places.classes.get(given) == "minor" and given not in tables.words
    county = county and tables.common.get(given, "noun") == "noun"  # 李永昌
    usual |= (
        county
        and text[start] not in _ALSO_WORDS
        and before(text, start) >= LIKELY
        and after(text, end) >= CLEAR
    )
    if len(given) > 1 and not usual and any(given in t for t in (tables.words, tables.places, tables.common)):
        return False
    return not (straddled(text, start) or straddled(text, end) or word_penalty(text, start, end))


def _supported(text: str, start: int, first: int, end: int) -> bool:
    left, right = before(text, start), after(text, end)
    plain = text[start] not in _ALSO_WORDS or first - start == 2
    if first - start == 2 and names().surnames.get(text[start:first]) != "compound":
        plain = not _ALSO_WORDS.intersection(text[start:first]) or min(left, right) >= CLEAR
        return left >= LIKELY and right >= CLEAR and plain
    if end - first == 1 and not (left == HARD and names().followers.class_at(text, end) == "speech"):
        if right < CLEAR or (first - start == 1 and not (plain and left >= HARD and right == CLEAR)):
            return False
    elif given_score(text[first:end]) < min(2, end - first):
        if left < HARD or right < (FAINT if plain else CLEAR):
            return False
    elif plain:
        if left + right < LIKELY + FAINT or min(left, right) < FAINT:
            return False
    elif not (right >= CLEAR and left >= LIKELY) and not (right >= FAINT and left >= HARD):
        return False
    if text[end - 1] in _LANDSCAPE and not (right >= CLEAR and is_han(text[end : end + 1])):
        return False
    if _NUMBER.match(text, end) or _ITS_FIRM.match(text, end):
        return False
    if _QUOTES.get(text[start - 1 : start]) == text[end : end + 1] != "":
        return False
    if (right == HARD and text[end : end + 1] in tuple("、,，)）和等与及")) or text[end : end + 1] == "等":
        return not _OF_FIRMS.match(text, end) and not _FIRMS_BEFORE.search(text, max(0, start - 30), start)
    return True
