"""The items of a newsletter: headlines of one make, each with its text under it.

A newsletter says so at its head: 会讯 2020年第3期, 工作简报（总第45期）. Its headlines share a mark (【…】, ■,
一、, ##), or stand by themselves after a blank line or the name of a department.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from chamber_extract.normalize.calendar_words import number
from chamber_extract.normalize.dates import find_periods
from chamber_extract.normalize.values import Period
from chamber_extract.segment.days import CLOCK, DAY_PART
from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.paragraphs import Paragraph

_HEAD = 8  # lines in which a newsletter names itself
_ISSUE = re.compile(
    r"总?第\s?[\d一二三四五六七八九十百〇零]{1,4}\s?[期辑]|\d{4}年第?\s?[\d一二三四五六七八九十]{1,3}\s?期"
    r"|\d{4}年?[·\s]?(?:[春夏秋冬]季?|\d{1,2}月)[号刊]|[(](?:\d{4}[年.])?\d{1,2}[月./]\d{1,2}日?\s?[-—~至]{1,2}\s?(?:\d{4}[年.])?(?:\d{1,2}[月./])?\d{1,2}日?[)]|\b(?:Vol|No|Nr|Issue)\.?\s?\d{1,4}",
    re.IGNORECASE,
)
# The issue with nothing beside it but its day.
_ISSUE_ALONE = re.compile(rf"(?:{_ISSUE.pattern}|{DAY_PART}{CLOCK}|[\s()|·，])+", re.IGNORECASE)
_MONTH = re.compile(
    r"[\d〇零一二三四五六七八九]{4}年\s?(?:[\d一二三四五六七八九十]{1,2}月|第?[一二三四]季度|[上下]半年)(?!\s?[\d一二三四五六七八九十]+\s?日)"
)
_ORGAN = re.compile(
    r"会讯|简报|简讯|通讯|快讯|快报|动态|月报|季报|周报|旬报|月刊|季刊|周刊|会刊|专刊|期刊|要情|要闻|信息|资讯|通报|之声|之窗|摘编|汇编|选编|摘报|剪报|文摘|商讯|侨讯|侨情|一周|电子报|会报"
)
_ORGAN_ONLY = re.compile(rf"[^，。]{{0,30}}(?:{_ORGAN.pattern})(?:\s|[（(·|]|$)")
# What stands beside the issue of a paper whatever its name.
_IMPRINT = re.compile(r"主办|内部(?:资料|刊物|交流)|准印|编印|总第\s?[\d一二三四五六七八九十百]+\s?期")
# A line of the imprint: 编印：某中心 本期编辑：某某.
MADE_BY = re.compile("(?:主办|承办|编印|编辑|出版|发行)[^，。:]{0,6}:|内部(?:资料|刊物|交流)")
_MAKER = re.compile(
    r"主办|承办|编[印辑制]?(?:[:：]|$)|(?:秘书处|办公室)(?:[编主印\s\d(|]|$)|内部资料|准印|\d{4}[年-]|期"
)
# What comes in numbers and is no paper: a course, a fair, a loan.
_NO_PAPER = "[班营课展讲座款]"
# A paper's name of any kind, with its issue: 会员之家 第205期.
_NAME_AND_ISSUE = re.compile(
    rf"《?[^，。:\d《》]{{2,12}}(?<!{_NO_PAPER})》?\s+[(]?总?第\s?[\d一二三四五六七八九十百]{{1,4}}\s?[期辑][)]?"
)
_DIGEST = re.compile(
    r"[^，。]{0,8}(?:每[日天周]|今日|昨日|一周|本周)[^，。]{0,4}(?:要闻|新闻|资讯|动态|快讯|看点|舆情|热点|信息|简报)"
)
_DAY = re.compile(r"\d\s?[日号]|\d[-/.]\d{1,2}[-/.]\d")
_LONGEST = 60  # characters of a headline
_MONTHED = 3  # lines in which its month tells a newsletter
_BODY = re.compile(r"[会联局委厅部室处社心司]$")
_TELLING = 8  # characters of a headline that tells something
_PART = 6  # characters of the name of a part
# 会　长　伍时畅, under a letter
_SIGNATURE = re.compile(
    r"(?:[名荣]誉|永远|常务|执行|副|总)*(?:会\s?长|主\s?席|理\s?事\s?长|监\s?事\s?长|秘\s?书\s?长|总\s?干\s?事|司\s?库|财\s?政)[:\s]+[\u4e00-\u9fff ]{2,8}(?:\s.{0,12})?"
)
_SALUTATION = re.compile(r"[^，。:]{2,18}:")  # 各会员单位：
_SOME_TEXT = 20  # characters: what stands under a headline is a sentence or more

_FIGURE = re.compile(r"\d")
_BOXED = re.compile(r"【[^【】]{4,50}】$")
_BOXED_BEFORE = re.compile(r"【(?P<title>[^【】。]{5,50})】(?=.{20})")
_SIGNED = re.compile(r"([■□▲△●○◆◇★☆►▶▌▍▎※◎•❖])\1*\s?[^\s\1]")
_COUNTED_HAN = re.compile(r"[(]?([一二三四五六七八九十]{1,3})[、)]")
_COUNTED = re.compile(
    r"(?:[【\[]|NO\.?\s?)?0?(\d{1,2})(?:[】\]]|\s?[.、．]|(?<=0\d)\s|(?<=[Oo.]\d)\s)\s?(?=\D)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins: its headline is `parts[first:last]`, chosen lines of it `lines`.

    `listed` is the title's wording on the contents page, or before the text in its own paragraph.
    """

    first: int
    last: int
    lines: tuple[int, ...]
    listed: str = ""


def is_digest(parts: Sequence[Paragraph]) -> bool:
    """Whether the first lines name a day's or week's news, and the day."""
    head = [p.text for p in parts[:_MONTHED] if len(p.text) <= _LONGEST]
    return any(map(_DIGEST.match, head)) and any(map(_DAY.search, head))


def latest(head: Sequence[Paragraph]) -> date | None:
    """The day of the issue, or the last one of the week, month or year that its head names: 2015年第9期."""
    return issued(head) or min((period.last for period in _named(head)), default=None)


def issued(head: Sequence[Paragraph]) -> date | None:
    """The day that the lines above the first item give the issue, None where they give none or several."""
    days = {period.first for period in _named(head) if period.precision == "day"}
    return days.pop() if len(days) == 1 else None


def _named(head: Sequence[Paragraph]) -> list[Period]:
    """The points and periods of time that the short lines name; the year may stand with the number: 2010年第8期（8月27日出版）."""
    lines = (p.text for p in head[:_HEAD] if len(p.text) <= _LONGEST)
    return [period for line in lines for period in find_periods(line, style="document")]


def makes(
    parts: Sequence[Paragraph], named: int, fewest: int = 2
) -> Iterator[tuple[bool, list[tuple[int, int]]]]:
    """The headlines of each make of which there are the fewest, as ranges of lines, and whether a mark makes them;
    `named` lines name the paper."""
    for make in (_leveled, _boxed, _signed, _counted_han, _counted, _plain):
        has_content = _has_content if make is _plain else _has_text
        found = [i for i in make(parts, named) if has_content(parts, i)]
        found = [i for i in found if i - 1 not in found]
        marked = make not in (_leveled, _plain)
        if len(found) >= fewest and not (named and marked and _is_headed(parts[named : found[0]])):
            yield marked, [_block(parts, i, named) for i in found]


def _is_headed(above: Sequence[Paragraph]) -> bool:
    """Whether a headline of another make stands over the marked ones, which then are its subheads."""
    return any(p.kind == "heading" and not (_MAKER.search(p.text) or is_department(p.text)) for p in above)


def _block(parts: Sequence[Paragraph], i: int, named: int) -> tuple[int, int]:
    """The lines of the headline that ends at `i`: those without a blank between them."""
    first = i
    while first > named and parts[first].space == 1 and parts[first - 1].kind == "heading":
        first -= 1
    return first, i + 1


def titled_texts(parts: Sequence[Paragraph]) -> list[Start]:
    """【商会访东营】6月4日，商会会长…: a newsletter's items that are a paragraph, or begin with one."""
    named = named_at(parts)
    if named is None:
        return []
    found = [
        Start(i, i, (), m["title"])
        for i in range(named, len(parts))
        if parts[i].kind == "prose" and (m := _BOXED_BEFORE.match(parts[i].text))
    ]
    return found if len(found) > 1 else []


def named_at(parts: Sequence[Paragraph]) -> int | None:
    """The line behind the one that gives the issue or its month, where a newsletter's name stands on it or near it."""
    for i, p in enumerate(parts[:_HEAD]):
        if _is_text(p):
            return None
        if len(p.text) > _LONGEST:
            continue
        head = [q.text for q in parts[: i + 2] if len(q.text) <= _LONGEST]
        if not i and _NAME_AND_ISSUE.fullmatch(p.text):
            return 1
        if _ISSUE.search(p.text):
            if _ORGAN.search(p.text) and any(map(_is_title, parts[:i])):
                return None  # an article, with the paper and issue that brought it
            told = " ".join(head)
            alone = i and _ISSUE_ALONE.fullmatch(p.text) and parts[i - 1].text[-1] not in _NO_PAPER
            return i + 1 if alone or _ORGAN.search(told) or _IMPRINT.search(told) else None
        if i < _MONTHED and _MONTH.search(p.text) and any(map(_ORGAN_ONLY.match, head[: i + 1])):
            return i + 1
    return None


def _is_title(p: Paragraph) -> bool:
    """Whether the line tells something, and is no name of a paper, of a part of it or of a body."""
    named = _ORGAN.search(p.text) or _IMPRINT.search(p.text) or _BODY.search(p.text) or is_department(p.text)
    return p.kind == "heading" and len(p.text) >= _TELLING and not named


def _is_text(p: Paragraph) -> bool:
    return p.kind == "prose" and len(p.text) > _LONGEST


def _has_text(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences stand under the headline, lines about the article and the office that wrote it between them or not."""
    for p in parts[i + 1 : i + 5]:
        office = p.kind == "heading" and p.space == 1 and _MAKER.search(p.text)
        if p.kind not in ABOUT and not office and not _SALUTATION.fullmatch(p.text):
            return p.kind == "prose" and len(p.text) >= _SOME_TEXT
    return False


def _has_content(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences stand under the headline, or right under it the particulars of a meeting, a list or a letter."""
    below = parts[i + 1 : i + 4]
    if len(below) > 1 and all(p.kind in ("item", "row") for p in below[:2]):
        return not _COUNTED_HAN.match(below[0].text)  # a roll, not the parts of an article
    tight = len(below) > 1 and all(p.space == 1 for p in below[:2])
    listed = sum(_FIGURE.search(p.text) is not None for p in below) > 1
    return _has_text(parts, i) or (tight and (listed or all(p.kind != "heading" for p in below[:2])))


def _is_headline(p: Paragraph) -> bool:
    return (
        len(p.text) <= _LONGEST and p.kind not in ABOUT | {"prose"} and not p.text.endswith(("。", "；", ":"))
    )


def _leveled(parts: Sequence[Paragraph], first: int) -> Iterator[int]:
    levels = [p.level for p in parts[first:] if p.level]
    top = min((level for level in levels if levels.count(level) > 1), default=0)
    yield from (i for i in range(first, len(parts)) if top and parts[i].level == top)


def _matching(pattern: re.Pattern[str]) -> Callable[[Sequence[Paragraph], int], Iterator[int]]:
    def places(parts: Sequence[Paragraph], first: int) -> Iterator[int]:
        for i in range(first, len(parts)):
            if (
                _is_headline(parts[i])
                and pattern.match(parts[i].text)
                and not is_department(parts[i].text[1:-1])
            ):
                yield i

    return places


_boxed = _matching(_BOXED)


def _signed(parts: Sequence[Paragraph], first: int) -> list[int]:
    """The headlines behind the sign of the first."""
    found = list(_matching(_SIGNED)(parts, first))
    return [i for i in found if parts[i].text[0] == parts[found[0]].text[0]]


def _counted_by(pattern: re.Pattern[str]) -> Callable[[Sequence[Paragraph], int], list[int]]:
    def places(parts: Sequence[Paragraph], first: int) -> list[int]:
        """Headlines that count from one, afresh in each part of the paper."""
        found = list(_matching(pattern)(parts, first))
        counts = [number(m[1]) or 0 for i in found if (m := pattern.match(parts[i].text))]
        afresh = all(_is_part(parts[i - 1]) for i, n in zip(found[1:], counts[1:], strict=True) if n == 1)
        goes_on = all(b == a + 1 or b == 1 for a, b in pairwise([0, *counts]))
        return found if goes_on and afresh else []

    return places


def _is_part(p: Paragraph) -> bool:
    """Whether the line names a part of the paper: 【会务】, 一、公益活动."""
    m = _COUNTED_HAN.match(p.text)
    return p.kind == "label" or is_department(p.text) or bool(m and len(p.text) - m.end() <= _PART)


def is_counted(p: Paragraph) -> bool:
    """Whether the line is one of several that are counted: 1. 商会换届."""
    return _COUNTED.match(p.text) is not None


_counted_han = _counted_by(_COUNTED_HAN)
_counted = _counted_by(_COUNTED)


def _plain(parts: Sequence[Paragraph], first: int) -> Iterator[int]:
    """Headings by themselves, behind a blank line or the name of a department; the last line of each."""
    for i in range(first, len(parts)):
        p, above = parts[i], parts[i - 1]
        begins = p.space > 1 or not i or above.kind in ("label", "field")
        goes_on = not begins and above.kind in ("heading", "line") and above.space > 1
        named = _MAKER.search(p.text) or _SIGNATURE.fullmatch(p.text)
        if p.kind in ("heading", "line") and not named and (begins or goes_on):
            yield i
