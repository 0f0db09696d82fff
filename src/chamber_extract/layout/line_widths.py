"""Lines of a text as they stand on the page: their widths, and the columns that wrapped ones fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.text import HARD_BREAK

_LINE = re.compile(r"[^\n\x1e]*")
_CLOSERS = "”’」』）)】〕］]》〉\"'"
_TERMINAL = frozenset("。！？!?；;：:…")
_PAUSE = re.compile(r"[，。、；;]|,(?!\d{3})")
# Columns of a newspaper page hold 10 characters at least, lines of mail and plain text up to 60.
_NARROWEST, WIDEST = 10, 60
INDENT = 4  # two characters of indent and the give of a line
# Digits and Latin letters are half as wide as Han characters.
_NARROW = re.compile(r"[!-~ ]")

# A line of a list of gifts ends or begins with one: 口罩两万只, 甲、乙（各50万元）, 陈大文……5,000, $500　陈大文, 捐500元者：甲;
# 5 台发电机 may open any line of a text that sets blanks around its figures.
AMOUNT = re.compile(
    r"[\d一二三四五六七八九十百千两兩万萬亿億仟佰拾](?:(?:[美欧歐港日澳]?[元圓圆][整正]?|[只隻個个套箱件吨噸瓶双雙副台份桶袋斤盒名人])[)）]?|[百千万萬仟佰]|[\d,]*(?<=[\s.…·:：$¥￥\d,]\d)(?:\.\d\d)?)$"
    r"|^\s*(?!\d[\d,.]* [㐀-鿿])(?:以下)?(?:[各每][人位家]?)?(?:捐款?)?(?:[A-Z]{0,3}[$¥￥]|RM|[㐀-鿿]{0,3}[币幣])? ?[\d一二三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖][\d,.百千两兩万萬拾佰仟]*(?:[㐀-鿿]{0,2}[元圓圆][整正]?)?者?[\s\u3000:：]"
)


@dataclass(slots=True)
class Line:
    start: int
    end: int
    text: str
    blanks: int  # blank lines before it
    hard: bool  # a hard break or an indent stands before it
    width: float = 0.0  # in Han characters
    ended: bool = False  # as a sentence ends, brackets and quotation marks aside
    pause: bool = False  # has a comma or stop
    cells: bool = False  # is a table row
    column: float = 0.0  # width of the column it stands in, 0 where lines are not wrapped

    def __post_init__(self) -> None:
        self.width = len(self.text)
        if self.width <= 2 * WIDEST:
            self.width -= len(_NARROW.findall(self.text)) / 2
        bare = self.text.rstrip(_CLOSERS)
        self.ended = not bare or bare[-1] in _TERMINAL
        self.pause = bool(_PAUSE.search(self.text))
        self.cells = "\t" in self.text


def lines_of(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the spaces around them."""
    blanks, hard = 0, False
    for m in _LINE.finditer(text):
        body = m[0].strip(" \u3000\xa0")
        end = m.end()
        if body.strip():
            start = m.start() + m[0].index(body)
            indent = m[0][: start - m.start()]
            yield Line(start, start + len(body), body, blanks, hard or "\u3000" in indent or len(indent) > 1)
            blanks, hard = 0, False
        elif text[end : end + 1] == "\n" and m.start() and text[m.start() - 1] == "\n":
            blanks += 1
        hard = hard or text[end : end + 1] == HARD_BREAK


def measure_columns(lines: list[Line]) -> None:
    """Tells the column of each wrapped line, from the lines of its block or, in a short block, from those around it."""
    first = 0
    for i, line in enumerate(lines):
        if line.blanks or line.hard:
            first = i
        last = i + 1
        while last < len(lines) and last < i + 5 and not (lines[last].blanks or lines[last].hard):
            last += 1
        if line.width > WIDEST or line.cells:
            continue
        if last - first >= 3:
            line.column = _column(lines[max(first, i - 4) : last], give=0)
            continue
        for start, end in ((i - 4, i + 5), (i - 5, i + 1), (i, i + 6)):
            line.column = _column(lines[max(0, start) : end], give=1)
            if line.column:
                break


def _column(around: list[Line], give: int) -> float:
    """The width that most of the lines share, give or take a character; 0 where there is none.

    Wrapped lines follow one another without blank lines, have the commas and stops of prose in them
    and break off anywhere, at ever other characters: verse, lists and headlines do not. `give`
    more of them may be of another width, where they are not all of one block.
    """
    n = len(around)
    close = prose = broken = listed = 0
    endings = set()
    for line in around:
        if line.width > WIDEST or line.cells:
            return 0.0
        close += not line.blanks and not line.hard
        prose += line.pause
        listed += bool(AMOUNT.search(line.text))
        broken += not line.ended
        endings.add(line.text[-1])
    if (
        n < 3
        or 3 * prose < n
        or 3 * listed >= 2 * n
        or 3 * broken < n
        or 2 * close < n - 1
        or 3 * len(endings) < 2 * n
    ):
        return 0.0
    column = sorted(line.width for line in around)[2 * n // 3]
    if any(line.ended and line.pause and line.width > 2 * column for line in around):
        return 0.0  # sentences run past it
    full = sum(_fits(line, column) for line in around)
    return column if column >= _NARROWEST and 3 * (full + give) > 2 * n else 0.0


def _fits(line: Line, column: float) -> bool:
    """Whether the line is as wide as the column, or narrower as a paragraph's first and last lines are."""
    if line.width > column:
        return line.width <= column + 1.5
    return (
        line.width >= column - 1.5
        or line.ended
        or (line.width >= column - INDENT and (line.hard or line.blanks > 0))
    )
