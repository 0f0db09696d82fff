"""The items of a newsletter: headlines of one make, each with its text under it.

A newsletter says so at its head: 会讯 2020年第3期, 工作简报（总第45期）. Its headlines share a mark (【…】, ■,
一、, ##), or stand by themselves after a blank line or the name of a department.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.marks import mark
from chamber_extract.segment.masthead import BODY, LONGEST, is_imprint, running_heads
from chamber_extract.segment.paragraphs import Paragraph

_PART = 6  # characters of the name of a part
# 会　长　伍时畅, under a letter
_SIGNATURE = re.compile(
    r"(?:[名荣]誉|永远|常务|执行|副|总)*(?:会\s?长|主\s?席|理\s?事\s?长|监\s?事\s?长|秘\s?书\s?长|总\s?干\s?事|司\s?库|财\s?政)[:\s]+[\u4e00-\u9fff ]{2,8}(?:\s.{0,12})?"
)
_SALUTATION = re.compile(r"[^，。:]{2,18}:")  # 各会员单位：
_SOME_TEXT = 20  # characters: what stands under a headline is a sentence or more

_FIGURE = re.compile(r"\d")
_BOXED_BEFORE = re.compile(r"【(?P<title>[^【】。]{5,50})】(?=.{20})")


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins: its headline is `parts[first:last]`, chosen lines of it `lines`.

    `listed` is the title's wording on the contents page, or before the text in its own paragraph.
    """

    first: int
    last: int
    lines: tuple[int, ...]
    listed: str = ""


def makes(
    parts: Sequence[Paragraph], named: int, fewest: int = 2
) -> Iterator[tuple[bool, list[tuple[int, int]]]]:
    """The headlines of each make of which there are the fewest, as ranges of lines, and whether a mark makes them;
    `named` lines name the paper."""
    plain = _plain(parts, named)
    for make in (*_marked(parts, named), plain):
        by_mark = make is not plain
        has_content = _has_text if by_mark else _has_content
        found = [i for i in make if has_content(parts, i)]
        found = [i for i in found if i - 1 not in found]
        if len(found) >= fewest and not (named and by_mark and _is_headed(parts[named : found[0]])):
            yield by_mark, [(i, i + 1) if by_mark else _block(parts, i, named) for i in found]


def _is_headed(above: Sequence[Paragraph]) -> bool:
    """Whether a headline of another make stands over the marked ones, which then are its subheads."""
    return any(p.kind == "heading" and not _is_of_head(p) for p in above)


def _is_of_head(p: Paragraph) -> bool:
    """Whether the line belongs to the head of the paper: who made it, a part of it, close under its issue the body."""
    return is_imprint(p.text) or is_department(p.text) or (p.space == 1 and BODY.search(p.text) is not None)


def _block(parts: Sequence[Paragraph], i: int, named: int) -> tuple[int, int]:
    """The lines of the headline that ends at `i`: those without a blank between them."""
    first = i
    while first > named and parts[first].space == 1 and parts[first - 1].kind == "heading":
        first -= 1
    return first, i + 1


def titled_texts(parts: Sequence[Paragraph], named: int) -> list[Start]:
    """【商会访东营】6月4日，商会会长…: items that are a paragraph, or begin with one."""
    found = (
        (i, _BOXED_BEFORE.match(p.text)) for i, p in enumerate(parts) if i >= named and p.kind == "prose"
    )
    return [Start(i, i, (), m["title"]) for i, m in found if m]


def _has_text(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences stand under the headline, lines about the article and the office that wrote it between them or not."""
    for p in parts[i + 1 : i + 5]:
        office = p.kind == "heading" and p.space == 1 and is_imprint(p.text)
        if p.kind not in ABOUT | {"field"} and not office and not _SALUTATION.fullmatch(p.text):
            return p.kind == "prose" and len(p.text) >= _SOME_TEXT
    return False


def _has_content(parts: Sequence[Paragraph], i: int) -> bool:
    """Whether sentences stand under the headline, or right under it the particulars of a meeting, a list or a letter."""
    below = parts[i + 1 : i + 4]
    if len(below) > 1 and all(p.kind in ("item", "row") for p in below[:2]):
        said = mark(below[0].text)
        return not (said and said.shape[0] == "一")  # a roll, not the parts of an article
    tight = len(below) > 1 and all(p.space == 1 for p in below[:2])
    listed = sum(_FIGURE.search(p.text) is not None for p in below) > 1
    return _has_text(parts, i) or (tight and (listed or all(p.kind != "heading" for p in below[:2])))


def _is_headline(p: Paragraph) -> bool:
    return (
        len(p.text) <= LONGEST and p.kind not in ABOUT | {"prose"} and not p.text.endswith(("。", "；", ":"))
    )


def _marked(parts: Sequence[Paragraph], first: int) -> Iterator[list[int]]:
    """The headlines of each mark or level, in the order in which they first stand; those that are counted count on."""
    makes: dict[str, list[tuple[int, int | None]]] = {}
    for i, p in enumerate(parts[first:], first):
        said = mark(p.text) if _is_headline(p) else None
        words = p.text[said.start : said.end] if said else p.text
        shape, count = (f"h{p.level}", None) if p.level else (said.shape, said.count) if said else ("", None)
        if shape and (count or not is_department(words)):
            makes.setdefault(shape, []).append((i, count))
    return ([i for i, _ in make] for make in makes.values() if _counts_on(parts, make))


def _counts_on(parts: Sequence[Paragraph], make: Sequence[tuple[int, int | None]]) -> bool:
    """Whether the counts go on from one, afresh in each part of the paper alone; where there are none too."""
    counts = [0, *(count or 0 for _, count in make)]
    afresh = all(_is_part(parts[i - 1]) for i, count in make[1:] if count == 1)
    return not any(counts) or (afresh and all(b == a + 1 or b == 1 for a, b in pairwise(counts)))


def _is_part(p: Paragraph) -> bool:
    """Whether the line names a part of the paper: 【会务】, 一、公益活动."""
    said = mark(p.text)
    counted = said is not None and said.shape[0] == "一" and said.end - said.start <= _PART
    return p.kind == "label" or is_department(p.text) or counted


def is_salutation(line: str) -> bool:
    """Whether a folded line says to whom a letter goes."""
    return _SALUTATION.fullmatch(line) is not None


def is_signature(line: str) -> bool:
    """Whether a folded line says who signs a letter."""
    return _SIGNATURE.fullmatch(line) is not None


def is_counted(p: Paragraph) -> bool:
    """Whether the line is one of several that are counted: 1. 商会换届."""
    said = mark(p.text)
    return said is not None and said.count is not None


def _plain(parts: Sequence[Paragraph], first: int) -> Iterator[int]:
    """Headings by themselves, behind a blank line or the name of a department; the last line of each.

    Where the paper has no blank line but under its head, behind any line.
    """
    dense = all(p.space == 1 for p in parts[first + 1 :])
    again = running_heads(parts, first)
    for i in range(first, len(parts)):
        p, above = parts[i], parts[i - 1]
        begins = p.space > 1 or not i or above.kind in ("label", "field") or (dense and "，" not in p.text)
        goes_on = not begins and above.kind in ("heading", "line") and above.space > 1
        if p.level or mark(p.text):
            continue
        named = i in again or is_imprint(p.text) or is_signature(p.text)
        if p.kind in ("heading", "line") and not named and (begins or goes_on):
            yield i
