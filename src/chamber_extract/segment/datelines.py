"""The openings of news items: 新华社北京2月3日电（记者 王建国）, 【本报讯】, （吉隆坡12日讯）, 曼谷訊：."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer.places import places
from chamber_extract.normalize.calendar_words import number
from chamber_extract.segment.media import HAN, medium_before, names_medium

_N = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_DATE = rf"(?:(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})年)?\s?(?:{_N}月)?\s?(?P<day>{_N})[日号]"
_KIND = r"(?:综合|专|外|独家|特约)?(?:[电讯]|消息|报道)"
_OWN = r"(?:本[报网刊台会社站]|我[会市县省区]|商报|综合)"
_OWNER = re.compile(rf"{_OWN}|[{HAN}]{{2,6}}本[报刊]$")  # 本报, 曼谷本报
_NO_PAPER = re.compile("最新|综合|专题|特派|本地|国际|记者|新闻|消息|[省市县区]$")
_SIGNS = re.compile(r"记者|通讯员|摄影|来源")
_BODY_ENDS = "会馆院堂联"
# What stands behind the opening: a bracket, a space, a colon.
_AFTER = r"(?=[\s(\[:，—题]|【|$)"
_BRACKETED = re.compile(
    rf"[【\[(〔](?:据|综合)?(?P<who>[^【】\[\]()〔〕，。:\d]{{0,18}}?)\s?(?:{_DATE}(?:[{HAN}]{{2,6}}(?=报道))?)?\s?{_KIND}\s?[】\])〕]\s?:?"
)
_BARE = re.compile(rf"(?P<who>[{HAN}·]{{2,20}}?)\s?{_DATE}(?:[{HAN}]{{1,8}}?)?\s?(?P<kind>{_KIND}){_AFTER}")
_DAYLESS = re.compile(rf"(?P<who>[{HAN}·]{{2,14}}?)\s?(?P<kind>综合讯|消息|[电讯]){_AFTER}")
_REPORTER = re.compile(
    rf"[【\[(〔]?\s?(?P<who>[{HAN}]{{0,14}}?)(?:驻[{HAN}]{{2,6}}?)?(?:特派|特约|实习|见习|首席|全媒体)?记者\s?(?P<names>[{HAN}·、/ ]{{2,24}}?)\s?(?:{_DATE}[{HAN}]{{0,6}}?)?\s?"
    rf"(?:发自[{HAN}]{{2,8}}|(?:综合|摄影|连线)?报[道导]|专?[电讯])\s?(?:[】\])〕]|(?=:)|(?<=[电讯])(?=\s))"
)
_BOOK = re.compile(
    rf"[{HAN}]{{0,8}}《(?P<who>[^《》]{{2,14}})》[{HAN}]{{0,8}}?\s?(?:{_DATE})?{_KIND}(?=[\s(:])"
)
_SIGNED = re.compile(
    rf"(?P<who>[{HAN}]{{2,10}}?(?:网|在线|新闻|客户端|频道|报|社))(?:/[{HAN}]{{2,10}})?(?=[(](?:本报|特约)?(?:记者|通讯员))"
)
_SITE = re.compile(rf"(?P<who>[{HAN}]{{2,10}}?(?:网|在线|新闻|客户端|频道|日报|晚报|时报))报道(?=[\s(:])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening `text` of a news item, the medium it names and the day of the month."""

    text: str
    medium: str | None = None
    day: int | None = None


def dateline(folded: str) -> Dateline | None:
    """The opening that a folded paragraph begins with, or None."""
    head = folded[:80]
    for pattern in (_REPORTER, _BRACKETED, _BARE):
        if (m := pattern.match(head)) and not _SIGNS.search(m["who"]):
            return _read(m, m["who"])
    if (m := _DAYLESS.match(head)) and _goes_alone(m["who"], m["kind"], head[m.end() : m.end() + 1]):
        return _read(m, m["who"])
    for pattern in (_SITE, _BOOK, _SIGNED):
        if m := pattern.match(head):
            return _read(m, m["who"])
    return None


def _goes_alone(who: str, kind: str, after: str) -> bool:
    """Whether the words before 讯 without a day are a paper's or a place's, as in 本报讯 or 曼谷讯:."""
    if who.startswith("据"):
        return False
    paper = medium_before(who)
    if re.match(_OWN, who) or paper == who or names_medium(who) or (paper and len(who) - len(paper) >= 2):
        return True
    return kind.endswith("讯") and (len(who) <= 8 or who[-1] in _BODY_ENDS) and after in ("(", ":")


def _is_new(m: re.Match[str], who: str) -> bool:
    """Whether who stands in 【…讯】 or before 记者 is a paper that bears no word of its trade: 【亚省华闻讯】."""
    if m[0][:1] != "【" or not 3 <= len(who) <= 8 or who in places() or _NO_PAPER.search(who):
        return False
    return m.groupdict().get("day") is None


def _read(m: re.Match[str], who: str) -> Dateline:
    who = who.removeprefix("据")
    own = _OWNER.match(who) is not None
    named = None if own else who if names_medium(who) or _is_new(m, who) else medium_before(who)
    if named == who and who[-1] in "商侨华":
        named += "讯"  # 【维港商讯】
    day = m.groupdict().get("day")
    return Dateline(m[0], named, number(day) if day else None)
