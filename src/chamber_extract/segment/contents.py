"""The contents page of a newsletter: which lines they are, and where in the text their titles stand.

It is known by its page numbers, by the word for contents over it, or in a paper with a masthead by its lines alone,
which come again over the texts. An entry may name the column first, whose name may stand over the headline too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract.segment import masthead
from chamber_extract.segment.headlines import squash, unfiled, unmarked, without_outlet
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.text import Text

_HEAD = re.compile(
    r"目\s*[录次]$|(?:本[期周月]|今日)(?:目录|导读|要目|看点|内容|提要|摘要)|contents$", re.IGNORECASE
)
# The page of an entry, or who wrote it behind the leaders: 新会员芳名……………李沃年
_PAGE = re.compile(
    r"^(?:[Pp]\.?\s?)?\d{1,3}\s+|[\s.·…]+[(（P]?\d{1,3}[)）]?$|\s*(?:…{2,}|[.·]{4,})[^….·]{1,14}$"
)
_FILED = re.compile(r"^[^/|｜，。\d]{2,8}\s?[/|｜]\s?(?=\S{4})")  # 人物 / 把参种到长白山外
# 会员访谈：卖了四十年酱油的蔡家, 最新消息  TPP谈判完成: the column and the title
_COLUMN = re.compile(r"(?P<column>[^\s:：，。]{2,8})(?:\s*[:：]\s*|\s+)(?=\S{4})")
_SHORT = frozenset({"heading", "line", "label", "entry", "deck", "item"})
_FEWEST = 3  # entries: fewer are lines that happen to begin with a number
_SHORTEST = 4  # characters of a title
_LONGEST_COLUMN = 8  # characters of a column's name
_SOME = 3  # of so many lines, names of columns among them, one is a headline's that comes again
_LONGEST_GAP = 6  # lines between two entries: names of parts, decks


@dataclass(frozen=True, slots=True)
class Contents:
    """Paragraphs `first:last` are the contents page, its head too; `headlines` are the ranges of the headlines it names, with its wording."""

    first: int = 0
    last: int = 0
    headlines: tuple[tuple[int, int, str], ...] = ()


def contents(text: Text, parts: Sequence[Paragraph]) -> Contents:
    """The contents page, empty where there is none."""
    block = _numbered(parts) or _headed(parts) or _repeated(parts)
    if not block:
        return Contents()
    first, last = block
    places = _places(parts, last)
    found: dict[int, tuple[int, str]] = {}
    for p in parts[first:last]:
        if p.kind not in ("deck", "date") and (at := _placed(parts, _entry(p.text), places)):
            a, b, filed = at
            title = _entry(text.clean[p.start : p.end])
            found.setdefault(a, (b, _COLUMN.sub("", title, count=1) if filed else title))
    if not found and any(p.kind == "prose" for p in parts[first:last]):
        return Contents()  # counted headlines with their texts
    if _SOME * len(found) < last - first:
        found = {}  # what it tells of the issue is worded otherwise than the headlines
    titles = (
        (a, b, title)
        for a, (b, title) in sorted(found.items())
        if b not in found or len(squash(title)) > _LONGEST_COLUMN  # else a column over the headline below
    )
    return Contents(first, last, tuple(titles))


def _placed(
    parts: Sequence[Paragraph], title: str, places: dict[str, tuple[int, int]]
) -> tuple[int, int, bool] | None:
    """The lines of the headline that the entry names, without the column's, and whether the entry names the column."""
    said = _COLUMN.match(title)
    for words in (title, without_outlet(title)):
        if len(key := squash(words)) >= _SHORTEST and key in places:
            a, b = places[key]
            above = parts[a].text  # half of a headline ends with the colon
            column = squash(unmarked(above)) if b - a > 1 and not above.endswith(":") else ""
            filed = said is not None and column == said["column"]
            return (a + 1, b, True) if filed else (a, b, False)
    if said and len(key := squash(title[said.end() :])) >= _SHORTEST and key in places:
        return (*places[key], True)
    return None


def _entry(line: str) -> str:
    """The title of an entry, without its page and part of the paper."""
    return _FILED.sub("", unmarked(_PAGE.sub("", line)))


def _numbered(parts: Sequence[Paragraph]) -> tuple[int, int] | None:
    """From the first to the last of a run of lines with page numbers."""
    run: list[int] = []
    for i, p in enumerate(parts):
        if p.kind == "entry":
            between = parts[run[-1] : i] if run else ()
            if len(between) > _LONGEST_GAP or any(p.kind == "prose" and "。" in p.text for p in between):
                if len(run) >= _FEWEST:
                    break
                run = []
            run.append(i)
    return (run[0], run[-1] + 1) if len(run) >= _FEWEST else None


def _headed(parts: Sequence[Paragraph]) -> tuple[int, int] | None:
    """The short lines under the word for contents."""
    for i, p in enumerate(parts):
        if p.kind in _SHORT and _HEAD.match(p.text.strip("【】[] ")):
            last = i + 1
            while last < len(parts) and _is_short(parts[last]):
                last += 1
            paged = [j for j in range(i + 1, last) if _PAGE.search(parts[j].text)]
            if len(paged) >= _FEWEST:
                last = paged[-1] + 1
            block = _until_repeated(parts, i + 1, last)
            return (i, block[1]) if block else None
    return None


def _is_short(p: Paragraph) -> bool:
    """Whether the line may be an entry; one set in cells has its page in the last."""
    return p.kind in _SHORT or (p.kind == "row" and _PAGE.search(p.text) is not None)


def _repeated(parts: Sequence[Paragraph]) -> tuple[int, int] | None:
    """The first run of short lines in a paper that all come again below it as headlines, in the same order."""
    head = masthead.named_at(parts) or masthead.collection_at(parts)
    if not head:
        return None
    for first in range(head, min(len(parts), head + _LONGEST_GAP)):
        last = first
        while last < len(parts) and parts[last].kind in _SHORT and (last == first or parts[last].space == 1):
            last += 1
        if last - first < _FEWEST:
            continue
        places = _places(parts, last)
        again = [_placed(parts, _entry(p.text), places) for p in parts[first:last]]
        starts = [at[0] for at in again if at]
        if len(starts) == last - first and starts == sorted(set(starts)):
            return first, last
    return None


def _until_repeated(parts: Sequence[Paragraph], first: int, last: int) -> tuple[int, int] | None:
    """The contents end where their first title or its column comes again, over the first article."""
    if last - first < _FEWEST:
        return None
    seen: set[str] = set()
    for i in range(first, last):
        title = _entry(parts[i].text)
        if squash(title) in seen:
            return first, i
        said = _COLUMN.match(title)
        seen |= {squash(title), squash(title[said.end() :]), said["column"]} if said else {squash(title)}
    return first, last


def _places(parts: Sequence[Paragraph], start: int) -> dict[str, tuple[int, int]]:
    """The squashed text of each short line from `start` on, and of two or three together, with its range."""
    places: dict[str, tuple[int, int]] = {}
    for i in range(start, len(parts)):
        key = ""
        for j in range(i, min(i + 3, len(parts))):
            if parts[j].kind not in _SHORT and not (parts[j].kind == "prose" and len(parts[j].text) < 80):
                break
            key += squash(unmarked(parts[j].text) if j == i else parts[j].text)
            places.setdefault(key, (i, j + 1))
            if j == i:
                for bare in (without_outlet, unfiled):
                    places.setdefault(squash(bare(parts[j].text)), (i, j + 1))
    return places
