"""The contents page of a newsletter: which lines they are, and where in the text their titles stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract.segment.headlines import squash, unmarked, without_outlet
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.text import Text

_HEAD = re.compile(r"目\s?[录次]$|本期(?:目录|导读|要目|看点)|contents$", re.IGNORECASE)
_PAGE = re.compile(r"^(?:[Pp]\.?\s?)?\d{1,3}\s+|[\s.·…]+[(（P]?\d{1,3}[)）]?$")
_FILED = re.compile(r"^[^/|｜，。]{2,8}\s?[/|｜]\s?(?=\S{4})")  # 人物 / 把参种到长白山外
_SHORT = frozenset({"heading", "line", "label", "entry", "deck", "item"})
_FEWEST = 3  # entries: fewer are lines that happen to begin with a number
_LONGEST_GAP = 6  # lines between two entries: names of parts, decks


@dataclass(frozen=True, slots=True)
class Contents:
    """Paragraphs `first:last` are the contents page, its head too; `headlines` are the ranges of the headlines it names, with its wording."""

    first: int = 0
    last: int = 0
    headlines: tuple[tuple[int, int, str], ...] = ()


def contents(text: Text, parts: Sequence[Paragraph]) -> Contents:
    """The contents page, empty where there is none."""
    block = _numbered(parts) or _headed(parts)
    if not block:
        return Contents()
    first, last = block
    places = _places(parts, last)
    found: dict[int, tuple[int, str]] = {}
    for p in parts[first:last]:
        if p.kind in ("deck", "date"):
            continue
        title = _entry(p.text)
        for key in (squash(title), squash(without_outlet(title))):
            if len(key) >= 4 and key in places:
                a, b = places[key]
                found.setdefault(a, (b, _entry(text.clean[p.start : p.end])))
                break
    if not found and any(p.kind == "prose" for p in parts[first:last]):
        return Contents()  # counted headlines with their texts
    return Contents(first, last, tuple((a, b, title) for a, (b, title) in sorted(found.items())))


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
            while last < len(parts) and parts[last].kind in _SHORT:
                last += 1
            paged = [j for j in range(i + 1, last) if _PAGE.search(parts[j].text)]
            if len(paged) >= _FEWEST:
                last = paged[-1] + 1
            block = _until_repeated(parts, i + 1, last)
            return (i, block[1]) if block else None
    return None


def _until_repeated(parts: Sequence[Paragraph], first: int, last: int) -> tuple[int, int] | None:
    """The contents end where their first title comes again, as the headline of the first article."""
    if last - first < _FEWEST:
        return None
    seen: set[str] = set()
    for i in range(first, last):
        key = squash(_entry(parts[i].text))
        if key in seen:
            return first, i
        seen.add(key)
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
                places.setdefault(squash(without_outlet(parts[j].text)), (i, j + 1))
    return places
