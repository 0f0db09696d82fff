"""What each of the lines over an article's text is to it.

The last block of lines is the headline, which may have two or three of them. Over it may stand the part of the paper and
a kicker, a couplet of slogans; under it a deck that says two things more, who wrote, and the first subhead of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.marks import mark
from chamber_extract.segment.masthead import MADE_BY, is_imprint
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.who_wrote import writer

_OVER = frozenset({"source", "date", "label", "heading", "line"})
_NOTICE = re.compile("[鸣申答敬志]谢|谢[启函]|讣[告闻]|更正")  # over what is told in lines of its own
_MOST = 4  # lines of a block: kicker, two halves of a headline, deck
_HALF = range(3, 10)  # characters of a slogan, of which two make a kicker
_NUMBERED = re.compile("[㐀-鿿]{2,5}[一二三四五六七八九十]{1,2}")  # 新闻通稿二
_SOME_HEADLINE = 8  # characters of a headline that has a deck


def headline_lines(parts: Sequence[Paragraph], first: int, last: int) -> Start:
    """The headline among the lines right before an article's text."""
    if first and parts[first].space == 1 and _is_notice(parts[first - 1]):
        return Start(first - 1, last, (first - 1,))
    chosen = _last_block(parts, first, last)
    if len(chosen) > 1 and chosen[0] == 0 and parts[chosen[1]].space > 1:
        chosen = chosen[1:]  # the title of the whole
    while len(chosen) > 1 and _is_over(parts[chosen[0]], parts[chosen[1]]):
        chosen = chosen[1:]
    under = next((n for n in range(1, len(chosen)) if _is_under(parts[chosen[0]], parts[chosen[n]])), None)
    chosen = chosen[:under]
    return Start(chosen[0], last, tuple(chosen))


def _last_block(parts: Sequence[Paragraph], first: int, last: int) -> list[int]:
    """The lines without a blank between them right before the text; single lines one after another are a block, up to three.

    On a newspaper page, which has a byline or a news opening under the headline, a subhead or caption may stand between
    the headline and the text.
    """
    blocks = [[first]]
    for i in range(first + 1, last):
        if parts[i].space == 1:
            blocks[-1].append(i)
        else:
            blocks.append([i])
    if len(blocks[-1]) > 1:
        return blocks[-1][-_MOST:]
    whole = [b for b in blocks if 1 < len(b) <= _MOST and b[0]]  # the first line heads the document
    if whole and (parts[last].kind == "byline" or parts[last].dateline):
        return whole[-1]
    singles = list(takewhile(lambda b: len(b) == 1, reversed(blocks)))
    return sorted(i for b in singles[:3] for i in b)


def over(parts: Sequence[Paragraph], first: int, floor: int) -> int:
    """Where the lines begin that stand close over the headline at `first` and apart from the text before, `floor` at the
    lowest: what is told of an article above it belongs to it, not to the one before."""
    i = first
    while i > floor and parts[i].space <= 1 and parts[i - 1].kind in _OVER:
        i -= 1
    return i if parts[i].space > 1 else first


def _is_over(p: Paragraph, below: Paragraph) -> bool:
    """Whether the line over another of the block is none of the headline: it names a part of the paper or who makes it,
    or is a kicker."""
    if p.kind == "line" and not (_is_told(below) or (below.space == 1 and _is_notice(p))):
        return True
    return (
        is_department(p.text)
        or _NUMBERED.fullmatch(p.text) is not None
        or MADE_BY.search(p.text) is not None
        or is_imprint(p.text)
        or _is_kicker(p.text, below.text)
    )


def _is_kicker(line: str, below: str) -> bool:
    """Whether the line is two slogans of one length over a headline that is of one piece: 访企四千家 解难六百件."""
    halves = line.split(" ")
    return len(halves) == 2 and len(halves[0]) == len(halves[1]) in _HALF and " " not in below


def _is_under(headline: Paragraph, p: Paragraph) -> bool:
    """Whether the line under a headline begins what is none of it: a deck, who wrote, a subhead, the text itself."""
    if _is_notice(headline):
        return True
    deck = " " in p.text and " " not in headline.text and len(headline.text) >= _SOME_HEADLINE
    said = mark(p.text)
    subhead = said is not None and said.count is not None and mark(headline.text) is None
    return deck or subhead or _is_told(p) or writer(p.text) is not None


def _is_notice(p: Paragraph) -> bool:
    """Whether the line is the whole headline of a notice: 谢启, 鸣 谢."""
    return _NOTICE.fullmatch(p.text.replace(" ", "")) is not None


def _is_told(p: Paragraph) -> bool:
    """Whether the line is of the text: a headline has one comma at most."""
    return p.text.count("，") > 1
