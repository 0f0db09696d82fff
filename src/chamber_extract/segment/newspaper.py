"""The head of a newspaper's page, or its foot: lines that give its day, and beside it the weekday or the page's number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from chamber_extract.segment.appeared import appeared, full_day
from chamber_extract.segment.days import DAY_PART
from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.masthead import named_at
from chamber_extract.segment.media import HAN, names_medium
from chamber_extract.segment.paragraphs import Paragraph

_N = r"[\d一二三四五六七八九十]"
_WEEKDAY = r"(?:(?:星期|周|礼拜)[一二三四五六日天]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_NUMBER = rf"(?:第?[A-Z]?{_N}{{1,3}}\s?版|(?<![A-Z\d/-])[A-Z]\d{{1,2}}\b|版[次面]?:\s?\w{{1,4}})"
_MARK = re.compile(rf"{_WEEKDAY}|{_NUMBER}")
_PAGE = re.compile(_NUMBER)
# What a foot has that no signature has, and a head that names no paper, and no letter's.
_MADE = re.compile(rf"{_NUMBER}|(?:责编|编辑|版[面式]|校对|热线)\s?[:/\s]")
# What is printed in a head beside the paper: days, numbers, people and how to reach them.
_BESIDE = re.compile(
    rf"{DAY_PART}|{_WEEKDAY}|{_NUMBER}|[(]?(?:农历|夏历|岁次|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[{HAN}]{{2,12}}[)]?|(?:总?第|今日|共)\s?\d+\s?[期号版]|刊号\S+"
    rf"|(?:[{HAN}]{{0,4}}(?:编辑?|主任|校对?|[组排制]版|视觉|版式|设计|电话|热线|邮箱|信箱|传真)|E-?mail)\s?[:/|\s]\s?(?:[{HAN}]\s[{HAN}](?![{HAN}])|[{HAN}]{{2,4}}|[\w@.-]+)(?:[、/][{HAN}]{{2,4}})*"
    r"|[A-Za-z]+|(?<!\d)\d{1,2}(?!\d)|[^\w\s“”‘’《》！？，]+",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"[{HAN}]{{1,6}}")  # a part of the paper: 要闻, 商会天地
_LINES = 6  # lines of a head: paper, day, page, part, editors, telephone
_LONGEST = 80  # characters of a line of it
_SHORTEST = 4  # characters of a paper that bears no word of its trade


@dataclass(frozen=True, slots=True)
class PageHead:
    """The lines from `first` to before `last`, the day they give, the paper as folded and the line that names it."""

    first: int
    last: int
    day: date
    paper: tuple[Paragraph, str] | None

    def off(self, parts: Sequence[Paragraph]) -> list[Paragraph]:
        """The page without it."""
        return [*parts[: self.first], *parts[self.last :]]


def page_head(parts: Sequence[Paragraph]) -> PageHead | None:
    """What stands above the articles of a newspaper's page; at the foot, where it gives the page's number, below them."""
    top = list(_until_second_day(takewhile(_is_beside, parts[:_LINES])))
    while top and not _is_sure(top[-1]) and not _closes(top, parts):
        top.pop()
    if found := _read(top, 0):
        return found
    bottom = list(takewhile(_is_beside, reversed(parts[-_LINES:])))[::-1]
    above = parts[: len(parts) - len(bottom)]
    if not any(_MADE.search(p.text) for p in bottom) or any(map(_is_credit, above)):
        return None  # a signature, or the paper and day of the last cutting
    return _read(bottom, len(above))


def _is_credit(p: Paragraph) -> bool:
    """Whether the line gives the paper and the day of the text above it."""
    return p.credit is not None and p.credit.place == "below" and bool(p.credit.medium and p.credit.when)


def _until_second_day(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The lines before another that gives a day, which is that of a cutting."""
    days = 0
    for p in lines:
        days += bool(full_day(p.text, None) or appeared(p.text))
        if days > 1:
            return
        yield p


def _read(lines: Sequence[Paragraph], first: int) -> PageHead | None:
    day = next((i for i, p in enumerate(lines) if full_day(p.text, None)), None)
    if day is None or not any(_MARK.search(p.text) for p in lines):
        return None
    names = [(p, w) for p in lines for w in _words(p) if names_medium(w) and not is_department(w)]
    paper = max(names, key=lambda n: len(n[1]), default=None)
    own = [w for w in _words(lines[day])[:1] if len(w) >= _SHORTEST and lines[day].text.startswith(w)]
    paper = paper or next(((lines[day], w) for w in own if not is_department(w)), None)
    if not (paper or any(_MADE.search(p.text) for p in lines)):
        return None  # a diary, a letter, a short headline over the day of its article
    if named_at(lines) is not None and not any(_PAGE.search(p.text) for p in lines):
        return None
    published = full_day(lines[day].text, None)
    return PageHead(first, first + len(lines), published, paper) if published else None


def _words(p: Paragraph) -> list[str]:
    """What the line names: the paper, its part."""
    return [w for w in _others(p) if re.fullmatch(rf"[{HAN}]{{2,14}}", w)]


def _others(p: Paragraph) -> list[str]:
    """The words beside days, numbers and people."""
    words = (w.strip("《》，") for w in _BESIDE.sub(" ", p.text).split())
    return [w for w in words if w]


def _is_beside(p: Paragraph) -> bool:
    """Whether the line holds only what heads of pages hold."""
    if p.kind in ("prose", "meta") or len(p.text) > _LONGEST:
        return False
    rest = [w for w in _others(p) if not names_medium(w) and not is_department(w)]
    dated = full_day(p.text, None) is not None and _MARK.search(p.text) is not None
    return dated or not rest or _PLAIN.fullmatch("".join(rest)) is not None


def _is_sure(p: Paragraph) -> bool:
    """Whether more stands on the line than the name of a part."""
    return (
        any(names_medium(w) for w in _words(p))
        or re.search(r"\w", "".join(_BESIDE.findall(p.text))) is not None
    )


def _closes(top: Sequence[Paragraph], parts: Sequence[Paragraph]) -> bool:
    """Whether the last line, a plain one, stands close under the head and apart from the headline below."""
    below = parts[len(top)] if len(top) < len(parts) else None
    return top[-1].space == 1 and below is not None and below.space > 1 and below.kind != "prose"
