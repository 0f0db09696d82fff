"""Where and when an article appeared, as one line or its end says: （世界日報 八月十九日）, 來源：某報 時間：8月19日."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from chamber_extract.normalize.calendar_words import number
from chamber_extract.segment.days import (
    CLOCK,
    DAY_PART,
    YEAR_LAST,
    first_day,
    republic_day,
    two_ways,
    year_last,
)
from chamber_extract.segment.media import HAN, medium_before, names_medium

YEARLESS = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2}|[正一二三四五六七八九十]{1,2})\s?月\s?(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号]"
    r"|(?<![\w/.-])(?P<month2>\d\d)[-.](?P<day2>\d\d)(?![\w/.-])"
    r"|(?<![\w/.-])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})(?![\w/.-])"
)
_LABEL = r"(?:(?:本文|文章|原文)?(?:来源|转载自?|转自|摘自|选自|原载|原刊|载自?|刊[于登]?载?[于自]?|发表于?|见)\s?:?于?\s?)?"
_NAME = rf"(?:(?:(?![阅看见查据])[{HAN}]){{0,6}}《(?P<book>[^《》]{{2,14}})》|(?P<name>[{HAN}·]{{2,14}}?))"
_WHEN = rf"(?:日期:|时间:|发布时间:)?\s?(?P<when>{DAY_PART}|{YEARLESS.pattern}){CLOCK}"
_YEAR = timedelta(days=366)
_NEAR = timedelta(days=45)  # before an issue: what can be read as two days is the one so near
_BETWEEN = r"(?:副刊|专刊|周刊)?[\s，、·.|/()】\]]{0,3}(?:[A-Z]\d{1,2}[\s，|]{1,3})?"
_SENT = r"(?:电?讯|电|报[道导]|消息)?"
# The page, the people and the kind of report behind the day.
_AFTER = (
    rf"(?P<page>(?:[\s，(]*(?:(?!海外)[{HAN}]{{1,6}}版|第?\s?[A-Z]?[\d一二三四五六七八九十廿]{{1,3}}\s?[版页])|\s*[A-Z]\d{{1,2}}\b){{1,2}})?(?:[\s，/.·]*(?:本[报刊网])?(?:驻[{HAN}]{{2,8}})?(?:作者|编译|特[派约]员?|记者|通讯员|评论员|主笔|撰?文)+[:/\s]?[{HAN}·]{{2,8}}|(?<=版)\s+[{HAN}]{{2,3}}$)?"
    r"(?:[\s，.]{0,2}本[报刊]讯)?(?:，(?:有删[节改]|节选|摘[编要]|原文约?\s?\d{1,6}字|标题\S{2,8}))?(?:出版)?\s?[)】\]]{0,2}"
)
_FORMS = tuple(
    f"{_LABEL}{form}{_AFTER}" for form in (_NAME + _BETWEEN + _WHEN + _SENT, _WHEN + _BETWEEN + _NAME)
)
# Before a paper on a line of its own, where such lines are counted: 二、《科技日报》3月5日第3版
_COUNT = r"(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]\s?(?!\d))?"
_ALONE = tuple(re.compile(rf"[\s(【\[—-]*{_COUNT}{form}") for form in _FORMS)
_TAIL = tuple(re.compile(rf"(?:\s+|\s?[(【\[/]|(?<=[。！？”」])—*){form}$") for form in _FORMS)
_HEAD = tuple(re.compile(rf"[\W_]*(?<!——){form}(?:\s?:\s?|(?<=[)】\]])|\s+)(?=\S{{6}})") for form in _FORMS)
# The paper and its day that a text is after: 据《世界日报》8月19日报道，….
_AFTER_PAPER = re.compile(rf"(?:据|(?=《)){_NAME}\s?{_WHEN}\s?(?:报[道导]|消息|刊[登载文]|专?讯|援引)")
# The day alone beside a headline: 商会换届（2018-05-28）, 商会换届 | 05-28, [05月28日] 商会换届, 5月28日 | 商会换届, 2018-05-28 商会换届.
_DAY_BESIDE = (
    re.compile(rf"\s?[(【〔\[]\s?{_WHEN}\s?[)】〕\]]$"),
    re.compile(rf"(?:\s|\s?[|丨]|\s/)\s*(?P<when>(?:{DAY_PART}|\d\d[-.]\d\d){CLOCK})$"),
    re.compile(rf"(?P<open>[(【〔\[])?\s?{_WHEN}\s?(?(open)[)】〕\]]|[|丨])\s?(?=\S{{6}})"),
    re.compile(rf"(?P<when>{DAY_PART}{CLOCK}|\d{{1,2}}/\d{{1,2}})\s+(?=\S{{6}})"),
)
# The paper alone in a bracket, at either end of the text: （新华社）, （据《金融报》）, （《新商周刊》2018年第21期）.
_MEDIUM = re.compile(
    rf"(?:据|转自|转载自|摘自|选自|原载|(?:文章|稿件|信息)?来源\s?:)?\s?(?:《(?P<book>[^《》]{{2,14}})》|(?P<name>[{HAN}·]{{2,14}}))(?:\s?(?:19|20)\d\d年\s?(?:总?第\s?)?\d{{1,3}}\s?[期辑])?(?:报[道导])?[)】\]]"
)
_LONGEST = 50  # characters of a paper, its day, page and reporter
# Names of papers that bear no word of the trade.
_PAPERS = re.compile(r"论坛|文摘|华人|侨声|讯$|报海外版$")
# Of a name beside a day and a page, that it may be a paper's: 今日遂昌; not that it heads a part of one.
_PLAIN = re.compile(r"(?!.*(?:新闻|要闻|专版|专刊|副刊|[商协学总]会|工商联)$).{3,8}")


class Appeared(NamedTuple):
    """The paper and the day as written; where in the line the words stand, and where the paper's name."""

    outlet: str
    when: str
    start: int
    end: int
    name: int

    def on(self, issue: date | None) -> date | None:
        """The day, the last of its month and day before that of the issue where it has no year."""
        return full_day(self.when, issue)


def appeared(line: str) -> Appeared | None:
    """What a folded line says that holds nothing else."""
    line = line.removesuffix("。")
    if len(line) > _LONGEST:
        return None
    return next((said for form in _ALONE if (m := form.fullmatch(line)) and (said := _read(m))), None)


def appeared_at_end(line: str) -> Appeared | None:
    """What the end of a folded headline or of the last sentence says."""
    start = max(0, len(line) - _LONGEST)
    return next((said for form in _TAIL if (m := form.search(line, start)) and (said := _read(m))), None)


def medium_at_end(line: str) -> str | None:
    """The paper in the bracket that ends a folded line."""
    m = _MEDIUM.match(line, max(line.rfind(c) for c in "(【[") + 1) if line[-1:] in (")", "】", "]") else None
    return _medium(m)


def medium_at_head(line: str) -> str | None:
    """The paper in the bracket that begins a folded line: 【新民晚报】昨天…."""
    return _medium(_MEDIUM.match(line, 1)) if line[:1] in ("(", "【", "[") else None


def _medium(m: re.Match[str] | None) -> str | None:
    name = m[m.lastgroup or 0] if m else ""
    return name if names_medium(name) else None


def appeared_before(headline: str) -> Appeared | None:
    """What stands before a folded headline on its line: 【世界日報8月19日】, 8月19日《世界日報》：."""
    head = headline[:_LONGEST]
    return next((said for form in _HEAD if (m := form.match(head)) and (said := _read(m))), None)


def appeared_in_lead(paragraph: str) -> Appeared | None:
    """What the first words of a folded text say of where its news is from."""
    m = _AFTER_PAPER.match(paragraph[:_LONGEST])
    return _read(m) if m else None


def day_beside(headline: str) -> Appeared | None:
    """The day that stands alone behind or before a folded headline, the outlet of which is empty."""
    behind, last, boxed, before = _DAY_BESIDE
    end = max(0, len(headline) - _LONGEST)
    m = (
        behind.search(headline, end)
        or last.search(headline, end)
        or boxed.match(headline)
        or before.match(headline)
    )
    return Appeared("", m["when"], m.start(), m.end(), m.start()) if m else None


def _read(m: re.Match[str]) -> Appeared | None:
    name = m["book"] or m["name"]
    if "记者" in name or name[0] in "本我":
        return None
    if m["name"] and name[-1] == "讯" and names_medium(name.rstrip("专综合讯")):
        name = name.rstrip("专综合讯")  # 明報專訊
    paged = m.groupdict().get("page") and _PLAIN.fullmatch(name)
    known = m["book"] or names_medium(name) or _PAPERS.search(name) or paged
    sent = not m["book"] and m.end("name") < m.end("when")  # 新华社雅加达2018年10月3日
    outlet = name if known else medium_before(name) if sent else None
    place = m.start("book") if m["book"] else m.start("name")
    return Appeared(outlet, m["when"], m.start(), m.end(), place) if outlet else None


def full_day(text: str, issue: date | None) -> date | None:
    """The first full day of the text, else, before the issue, the first that has no year."""
    if found := first_day(text):
        return found
    if m := YEAR_LAST.search(text):
        return _nearest(year_last(m), issue)
    if not issue:
        return None
    if (day := republic_day(text)) and timedelta() <= issue - day < _YEAR:
        return day
    m = YEARLESS.search(text)
    if not m:
        return None
    if m["a"]:
        return _nearest(two_ways(issue.year, m) | two_ways(issue.year - 1, m), issue)
    for year in (issue.year, issue.year - 1):
        with suppress(ValueError):
            month = 1 if m["month"] == "正" else number(m["month"] or m["month2"]) or 0
            day = date(year, month, number(m["day"] or m["day2"]) or 0)
            if day <= issue:
                return day
    return None


def _nearest(days: set[date], issue: date | None) -> date | None:
    """The only one, or the only one right before the issue."""
    near = {day for day in days if issue and timedelta() <= issue - day < _NEAR}
    return next(iter(days if len(days) == 1 else near)) if 1 in (len(days), len(near)) else None
