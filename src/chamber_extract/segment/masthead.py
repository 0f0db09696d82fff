"""The head of a newsletter or digest: lines that name it, its issue and who makes it; never a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from chamber_extract.normalize.dates import find_periods
from chamber_extract.normalize.values import Period
from chamber_extract.segment.days import CLOCK, DAY_PART
from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.marks import mark
from chamber_extract.segment.media import names_medium
from chamber_extract.segment.paragraphs import Paragraph

_HEAD = 8  # lines in which a newsletter names itself
_ISSUE = re.compile(
    r"总?第\s?[\d一二三四五六七八九十百〇零]{1,4}\s?(?:[期辑]|号$)|\d{4}年第?\s?[\d一二三四五六七八九十]{1,3}\s?期"
    r"|\d{3,4}年?[·\s]?(?:[春夏秋冬]季?|\d{1,2}月)[号刊]|[刊报讯息][(]第?[一二三四五六七八九十]{1,3}[)]|[(](?:\d{4}[年.])?\d{1,2}[月./]\d{1,2}日?\s?[-—~至]{1,2}\s?(?:\d{4}[年.])?(?:\d{1,2}[月./])?\d{1,2}日?[)]|\b(?:Vol|No|Nr|Issue)\.?\s?\d{1,4}",
    re.IGNORECASE,
)
# The issue apart from the words beside it, not 2015年第3期培训班.
_APART = re.compile(rf"(?:^|[\s(·|])(?:{_ISSUE.pattern})(?=$|[\s()·|])", re.IGNORECASE)
# What stands beside the name of a paper: its issue, day, page and who made it.
_BESIDE = re.compile(
    rf"{_ISSUE.pattern}|{DAY_PART}{CLOCK}|第\s?[\d一二三四五六七八九十]{{1,3}}\s?[版页]|\d{{4}}年|出[版刊]|编[印成]?|[\s()|·，]",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"[\d〇零一二三四五六七八九]{4}年\s?(?:[\d一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|[上下]半年)(?!\s?[\d一二三四五六七八九十]+\s?日)"
)
_ORGAN = re.compile(
    r"会讯|简报|简讯|通讯|快讯|快报|动态|月报|季报|周报|旬报|月刊|季刊|周刊|会刊|专刊|期刊|要情|要闻|信息|资讯|通报|之声|之窗|摘编|汇编|选编|摘报|剪报|文摘|商讯|侨讯|侨情|一周|电子报|会报"
)
_COLLECTION = re.compile(
    rf"(?:{_ORGAN.pattern}|内刊|新闻|要事|报道|集锦|速[递览]|播报|newsletter|bulletin|e-?news)(?=$|[\s()|·\d〔】》第总])",
    re.IGNORECASE,
)
_ROUND_UP = re.compile(r"速览|周记|月记|一览|回顾|汇编|选编|摘编|剪报|文摘|参阅|内参|专刊|工作$")
# The month, week or number of an issue, whatever its year.
_ISSUED = re.compile(
    r"(?:19|20)\d\d\s?[年./-]?\s?\d|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|\d{1,4}[期辑]|第\S{1,8}[周期辑]|[(]\d{1,3}[)]|(?:19|20)\d\d\b"
)
_ORGAN_ONLY = re.compile(rf"[^，。]{{0,30}}(?:{_ORGAN.pattern})(?:\s|[（(·|]|$)")
# What stands beside the issue of a paper whatever its name.
_IMPRINT = re.compile(r"主办|内部(?:资料|刊物|交流)|准印|编印|总第\s?[\d一二三四五六七八九十百]+\s?期")
# A line of the imprint: 编印：某中心 本期编辑：某某.
MADE_BY = re.compile("(?:主办|承办|编印|编辑|出版|发行)[^，。:]{0,6}:|内部(?:资料|刊物|交流)")
_SPREAD = re.compile(r"\S(?: \S){1,11}")
_MAKER = re.compile(
    r"主办|承办|编发|编[印辑制]?(?:[:：\s]|$)|(?:秘书处|办公室)(?:[编主印\s\d(|]|$)|内部资料|准印"
)
# What comes in numbers and is no paper: a course, a fair, a loan, a roll.
_NO_PAPER = re.compile("(?:[班营课展讲座款榜表]|名[单录]|公[示告]|通[知告]|报告)》?$")
_NAME = re.compile(r"《?[^，。:《》]{2,14}》?")
_DIGEST = re.compile(
    r"[^，。]{0,8}(?:每[日天周]|今日|昨日|一周|本周)[^，。]{0,4}(?:要闻|新闻|资讯|动态|快讯|看点|舆情|热点|信息|简报)"
)
_DAY = re.compile(r"\d\s?[日号]|\d[-/.]\d{1,2}[-/.]\d")
LONGEST = 60  # characters of a line of it, or of a headline
_MONTHED = 3  # lines in which its month tells a newsletter
_NUMBER = re.compile(r"\d")
_NO_LETTER = re.compile(r"[\W\d_]+")
BODY = re.compile(r"[会联局委厅部室处社心司]$")
_HAN = re.compile("[㐀-鿿]")
_TELLING = 8  # characters of a headline that tells something


def is_digest(parts: Sequence[Paragraph]) -> bool:
    """Whether the first lines name a day's or week's news and the day, or the first a paper and its day alone."""
    head = [p.text for p in parts[:_MONTHED] if len(p.text) <= LONGEST]
    if any(map(_DIGEST.match, head)) and any(map(_DAY.search, head)):
        return True
    return any(_DAY.search(line) and names_medium(_BESIDE.sub("", line)) for line in head[:1])


def latest(head: Sequence[Paragraph], longest: timedelta = timedelta.max) -> date | None:
    """The day of the issue, or the last one of the week, month or year that its head names, of `longest` at most: 2015年第9期."""
    named = (period for period in _named(head) if period.last - period.first <= longest)
    return issued(head) or min((period.last for period in named), default=None)


def issued(head: Sequence[Paragraph]) -> date | None:
    """The day that the lines above the first item give the issue, None where they give none or several."""
    days = {period.first for period in _named(head) if period.precision == "day"}
    return days.pop() if len(days) == 1 else None


def _named(head: Sequence[Paragraph]) -> list[Period]:
    """The points and periods of time that the short lines name; the year may stand with the number: 2010年第8期（8月27日出版）."""
    lines = (p.text for p in head[:_HEAD] if len(p.text) <= LONGEST)
    return [period for line in lines for period in find_periods(line, style="document")]


def named_at(parts: Sequence[Paragraph]) -> int | None:
    """The line behind the one that gives the issue or its month, where a newsletter's name stands on it or near it."""
    for i, p in enumerate(parts[:_HEAD]):
        if p.kind == "prose" and (len(p.text) > LONGEST or "。" in p.text):
            return None
        if len(p.text) > LONGEST:
            continue
        if _ISSUE.search(p.text):
            return i + 1 if _is_of_paper(parts, i) else None
        above = [_closed(q.text) for q in parts[: i + 1] if len(q.text) <= LONGEST]
        if i < _MONTHED and _MONTH.search(p.text) and any(map(_ORGAN_ONLY.match, above)):
            return i + 1
    return None


def collection_at(parts: Sequence[Paragraph]) -> int | None:
    """The line behind the head of what may be a collection: lines that name what comes in issues, as 工作动态 and 电子报 do,
    and the month, week or number of this one; above all titles."""
    named = dated = False
    end = 0
    for i, p in enumerate(parts[:_HEAD]):
        told = i + 1 < len(parts) and parts[i + 1].kind == "prose"
        names = p.kind != "field" and _COLLECTION.search(p.text) is not None
        titled = mark(p.text) is not None or (_is_title(p) and not names)
        if len(p.text) > LONGEST or p.kind == "prose" or told or titled:
            break
        end, named = i + 1, named or names
        dated = dated or _ISSUED.search(p.text) is not None
    return end if named and dated else None


def names_collection(p: Paragraph) -> bool:
    """Whether the line is called as papers of many articles are: 六月工作动态, 三月速览."""
    return len(p.text) <= LONGEST and (_COLLECTION.search(p.text) or _ROUND_UP.search(p.text)) is not None


def _is_of_paper(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether the issue on the line is a periodical's, as words of the trade say, or a name alone beside or above it."""
    p = parts[i]
    under_title = any(map(_is_title, parts[:i]))
    near = " ".join(_closed(q.text) for q in parts[: i + 2] if len(q.text) <= LONGEST)
    if _ORGAN.search(near) or _IMPRINT.search(near):
        brought = under_title and _ORGAN.search(p.text)  # an article, and the paper and issue that brought it
        return not brought
    name = _BESIDE.sub("", p.text)
    if i:
        return not (name or under_title or _NO_PAPER.search(parts[i - 1].text))
    glued = re.search(r"[(]第[^()]{1,6}[期辑][)]", p.text)  # of a notice: 捐款公示（第三期）
    stated = not glued or re.search(r"\d{4}年|总第|\s[(]?第", p.text)
    return bool(stated and _APART.search(p.text) and _NAME.fullmatch(name) and not _NO_PAPER.search(name))


def _closed(line: str) -> str:
    """The line without the spaces that spread its characters: 简 讯."""
    return line.replace(" ", "") if _SPREAD.fullmatch(line) else line


def is_imprint(line: str) -> bool:
    """Whether the line says who made the paper, or gives its issue and day alone."""
    return _MAKER.search(line) is not None or not _BESIDE.sub("", line)


def running_heads(parts: Sequence[Paragraph], named: int) -> frozenset[int]:
    """The lines that name the paper again over each page: as its head does and with a number, or alike but for numbers.

    What stands twice may be a headline and its line in the contents.
    """
    bare = [_NO_LETTER.sub("", p.text) for p in parts]
    names = {name for p in parts[:named] if len(name := _NO_LETTER.sub("", _BESIDE.sub("", p.text))) > 3}
    often = {line for line, n in Counter(bare[named:]).items() if n > 2}
    return frozenset(
        i
        for i in range(named, len(parts))
        if len(parts[i].text) <= LONGEST
        and (bare[i] in often or (bare[i].startswith(tuple(names)) and _NUMBER.search(parts[i].text)))
    )


def _is_title(p: Paragraph) -> bool:
    """Whether the line tells something, and is no name of a paper, of a part of it or of a body."""
    named = _ORGAN.search(p.text) or _IMPRINT.search(p.text) or BODY.search(p.text) or is_department(p.text)
    han = _HAN.search(p.text) is not None  # not the name in another language
    return p.kind == "heading" and len(p.text) >= _TELLING and "·" not in p.text and han and not named
