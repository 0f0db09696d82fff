"""The office that somebody known by name is said to hold: 王磊任组长, 张三（某公司董事长）, 甲…，现为某公司董事长."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from chamber_extract.extractors.people.elected import HOLDS, office_in_clause
from chamber_extract.extractors.people.kinds import Found
from chamber_extract.extractors.people.series import past
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Span

_IN_BRACKETS = frozenset(("office", "leader"))
_AND = re.compile(r"[ \u3000]?(?:、|以及|和|与|及)[ \u3000]?")


def holding(text: str, found: list[Found], offices: list[Title]) -> Iterator[Found]:
    """叶水金同时也是某公司的总经理, 王磊任组长, 张三（某公司董事长）, 甲、乙两位副会长: the office a known name is said to hold.

    `found` stand in order of position.
    """
    by_start = {o.start: o for o in offices}
    by_end = {o.end: o for o in offices if o.kind in _IN_BRACKETS or text.startswith("会员", o.head)}
    for i, f in enumerate(found):
        if (
            (many := _SO_MANY.match(text, past(text, f)))
            and (office := by_start.get(many.end()))
            and office.kind != "honorific"
        ):
            for other in _joined_to(text, found, i):
                yield Found(other.start, other.end, other.score, other.rule, [Span(office.start, office.end)])
        if (
            (m := _BRACKET.match(text, f.end))
            and (office := by_end.get(m.end(1)))
            and office.start >= m.start(1)
        ):
            yield Found(f.start, f.end, f.score, f.rule, [Span(office.start, office.end)])
        if award := _AWARDED.match(text, f.end):
            office = by_start.get(award.end())
            if office and _DEED_OF.match(text, office.end):
                yield Found(f.start, f.end, f.score, f.rule, [Span(office.start, office.end)])
        after = found[i + 1] if text.startswith("接替", f.end) and i + 1 < len(found) else f
        m = HOLDS.match(text, past(text, after) if after.start - f.end <= _REPLACED else past(text, f))
        m = m or (_RELEASED.match(text, f.end) if text.endswith("免去", 0, f.start) else None)
        if m and (office := office_in_clause(text, m.end(), by_start)):
            yield Found(f.start, f.end, f.score, f.rule, [Span(office.start, office.end)])


def _joined_to(text: str, found: list[Found], last: int) -> list[Found]:
    """Those named one after another up to the `last`, by their whole names."""
    first = last
    while first and _AND.fullmatch(text, past(text, found[first - 1]), found[first].start):
        first -= 1
    return [f for f in found[first : last + 1] if not f.partial]


_RELEASED = re.compile("(?:同志|先生|女士)?的?")  # 免去|甲同志|副秘书长职务
_REPLACED = 8  # characters of 接替 and the office of who is replaced


_SO_MANY = re.compile(r"等?[一两二三四五六七八九十\d多数]{1,3}[位名](?:商会|总商会|协会|总会|公会|联谊会)?")


def told(text: str, found: list[Found], offices: list[Title]) -> Iterator[Found]:
    """陈建华祖籍青田，九十年代到欧洲经商，现为某公司董事长: the office of who alone opens the sentence and is named in it.

    `found` stand in order of position.
    """
    by_start, starts = {o.start: o for o in offices}, [f.start for f in found]
    for m in _NOW.finditer(text):
        floor = max(0, m.start() - _SENTENCE)
        sentence = max(floor, *(text.rfind(mark, floor, m.start()) + 1 for mark in "。！？!?；;\n"))
        named = found[bisect_left(starts, sentence) : bisect_left(starts, m.start())]
        if len(named) != 1 or named[0].partial:
            continue
        if text[sentence : named[0].start].strip() and not _TOLD_OF.match(text, named[0].end):
            continue
        if office := office_in_clause(text, m.end(), by_start):
            f = named[0]
            yield Found(f.start, f.end, f.score, f.rule, [Span(office.start, office.end)])


_TOLD_OF = re.compile(r"是[\u4e00-\u9fff]{2,12}人[，,]|[，,]|祖籍|籍贯|出?生于|现年|毕业于")
_SENTENCE = 200  # characters in which somebody's life is told
_NOW = re.compile(r"(?<=[，,])(?:他|她)?(?:现为|现任|现担任|现兼任|目前担任|目前是|兼任|同时担任|还担任)")
# 向甲颁发永远荣誉会长聘书
_AWARDED = re.compile(r"(?:先生|女士|博士)?(?:等)?(?:颁发|颁授|颁赠|授予|致送|颁)(?:了)?")
_DEED_OF = re.compile(r"(?:聘书|证书|聘牌|委任状|称号|牌匾|铜牌|选任证书)")
_BRACKET = re.compile(r"(?:先生|女士)?[ ]?[(（](?:[男女]?[,，、])?([^()（）\n，。；]{2,40})[)）]")
