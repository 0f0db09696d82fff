"""Soft line breaks: which ends of lines are the layout's, not the writer's.

A newspaper breaks lines at the width of its column, inside words too; a page break falls into the
middle of a sentence. Both are taken out; the ends of paragraphs, headings, list items, table rows,
captions and verse-like lines stay. What decides is the width of the lines around, whether a line
ends as a sentence ends, and whether the next one begins as a paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.text import HARD_BREAK, Draft, Edit

_LINE = re.compile(r"[^\n\x1e]*")
_CLOSERS = "”’」』）)】〕］]》〉\"'"
_TERMINAL = frozenset("。！？!?；;：:…")
_STOP = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，,]")
_PAUSE = re.compile(r"[，。、；,;]")
# Columns of a newspaper page hold 10 characters at least, lines of mail and plain text up to 60.
_NARROWEST, _WIDEST = 10, 60

# Digits and Latin letters are half as wide as Han characters.
_NARROW = re.compile(r"[!-~ ]")

# A line that starts so starts a paragraph, a list item or a record, never the rest of a sentence.
_OPENING = re.compile(
    r"""
    [ ]{2,}\S | \u3000 | [ ]?[■□▲△●○◆◇◎★☆※•▪►▶➤✦-][^\d] | [·*+][ ]
  | [（(][一二三四五六七八九十百\d]{1,3}[）)]
  | (?:[一二三四五六七八九十]{1,3}|\d{1,2})[、．]\D | \d{1,2}[.][ ]?[^\d\s] | [①-⑳]
  | 第[一二三四五六七八九十百\d]{1,3}[章节条編编、，]
  | 【 | ——\S | 附件?[：:\d一二三] | 注[：:]
  | (?:来源|來源|发布时间|發布時間|时间|時間|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|文/|图/|电话|電話|地址|邮箱|原文链接|网址|主办|承办)\s?[：:]
  | (?:本报记者|本報記者|本报讯|本報訊|新华社|新華社)[^，。]{0,20}$
  | https?://
  | \d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}[:：]\d{2}.{0,12})?$
    """,
    re.VERBOSE,
)
# Furniture of a page: its number, alone on a line, or between dashes.
_FURNITURE = re.compile(
    r"[-—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页|\s*頁)?[-—–·•\s]*$|第\s*[一二三四五六七八九十]{1,3}\s*[版页頁]$|[Pp]age\s+\d+$"
)
# The rest of a word or of a clause: 罩，支援; 时，多家; ，并. Words of one character that do open a sentence are left out.
_REST = re.compile(
    r"[，。、；：！？,;）)”’》〉】」』%％]|(?![但故而又且即若如因则按经據据注答问問惟另])[㐀-鿿][，。、；]"
)
# A line ending so goes on.
_GOES_ON = frozenset("的和与與及在对對为為以将將把被从從向由、，,（(《“「—至或并並")
# Openings of running prose, which no headline has.
_ADVERBIAL = re.compile(
    r"(?:截至|截止|自从|自從|目前|当前|當前|同时|同時|此外|其中|另外|近日|日前|据|據|为|為了|在|[12]\d{3}年|\d{1,2}月)[^，。；：！？]{0,30}，"
)


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    width: float  # in Han characters
    blanks: int  # blank lines before it
    hard: bool  # a hard break stands before it
    column: float = 0.0  # width of the column it stands in, 0 where lines are not wrapped


def join_lines(draft: Draft) -> Draft:
    """The draft with soft line breaks gone and every other break a single line feed."""
    lines = list(_lines(draft.text))
    if not lines:
        return draft.edit([Edit(0, len(draft.text))] if draft.text else [])
    _measure_columns(lines)
    edits = []
    if lines[0].start > 0:
        edits.append(Edit(0, lines[0].start))
    before = None
    for line, following in zip(lines, lines[1:], strict=False):
        joint = _joint(line, following) if _goes_on(before, line, following) else "\n"
        edits.append(Edit(line.end, following.start, joint))
        before = line
    if lines[-1].end < len(draft.text):
        edits.append(Edit(lines[-1].end, len(draft.text)))
    return draft.edit(edits)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, without the white space around them; page numbers are left out."""
    blanks, hard = 0, False
    for m in _LINE.finditer(text):
        body = m[0].strip(" \u3000\xa0")
        if not body.strip() or (len(body) < 12 and blanks and _FURNITURE.match(body)):
            blanks += (
                m.end() < len(text)
                and text[m.end()] == "\n"
                and m.start() > 0
                and text[m.start() - 1] == "\n"
            )
        else:
            start = m.start() + m[0].index(body)
            indent = m[0][: start - m.start()]
            line = _Line(
                start,
                start + len(body),
                body,
                _width(body),
                blanks,
                hard or "\u3000" in indent or len(indent) > 1,
            )
            yield line
            blanks, hard = 0, False
        if m.end() < len(text) and text[m.end()] == HARD_BREAK:
            hard = True


def _width(text: str) -> float:
    return len(text) if len(text) > 200 else len(text) - len(_NARROW.findall(text)) / 2


def _measure_columns(lines: list[_Line]) -> None:
    """Tells the column of each wrapped line: among its neighbours, before, around or after, most share one width."""
    for i, line in enumerate(lines):
        if line.width > _WIDEST or "\t" in line.text:
            continue
        for first, last in ((i - 4, i + 5), (i - 5, i + 1), (i, i + 6)):
            line.column = _column(lines[max(0, first) : last])
            if line.column:
                break


def _column(around: list[_Line]) -> float:
    """The width that two thirds of the lines share, give or take a character; 0 where there is none.

    Wrapped lines follow one another without blank lines and have the stops of prose in them:
    verse, lists and headlines do not.
    """
    if len(around) < 3 or any(n.width > _WIDEST or "\t" in n.text for n in around):
        return 0.0
    widths = sorted(n.width for n in around)
    column = widths[2 * len(widths) // 3]
    full = sum(_fits(n, column) for n in around)
    prose = sum(bool(_PAUSE.search(n.text)) for n in around)
    close = sum(not n.blanks and not n.hard for n in around[1:])
    wrapped = (
        column >= _NARROWEST
        and 3 * full >= 2 * len(around) - 2
        and 3 * prose >= len(around)
        and 2 * close >= len(around) - 1
    )
    return column if wrapped else 0.0


def _fits(line: _Line, column: float) -> bool:
    """Whether the line is as wide as the column, or narrower as the last line of a paragraph is."""
    return abs(line.width - column) <= 1.5 or (line.width < column and line.text.rstrip(_CLOSERS)[-1:] in _TERMINAL)


def _goes_on(before: _Line | None, line: _Line, following: _Line) -> bool:
    """Whether the sentence or word at the end of the line goes on in the following one."""
    if following.hard or "\t" in line.text or "\t" in following.text or _OPENING.match(following.text):
        return False
    text = line.text.rstrip(_CLOSERS)
    ended = not text or text[-1] in _TERMINAL
    if line.column:
        return _column_goes_on(before, line, following, ended)
    if ended:
        return False
    if _open_bracket(line.text, following.text) or _REST.match(following.text):
        return len(line.text) >= 8
    if len(line.text) < 18 or not _PAUSE.search(following.text):
        return False  # a line without any pause is a caption or a headline that the page put in between
    if _STOP.search(text) or (len(line.text) >= 40 and _COMMA.search(text) and not _layout_space(text)):
        return True
    if _ADVERBIAL.match(line.text):
        return True
    return text[-1] in _GOES_ON and text == line.text and bool(_COMMA.search(text[:-1]))


def _column_goes_on(before: _Line | None, line: _Line, following: _Line, ended: bool) -> bool:
    opens = before is None or bool(line.blanks) or line.hard or before.text.rstrip(_CLOSERS)[-1:] in _TERMINAL
    headline = not _PAUSE.search(line.text) and not _unclosed(line.text)
    if opens and headline and (following.blanks or _layout_space(line.text) or _indented(line, following)):
        return False  # a heading or a byline
    if following.blanks and not _PAUSE.search(following.text) and following.width < line.column - 1.5:
        return False  # a heading comes
    # The first line of a paragraph is narrower by the indent that was lost.
    full = line.width >= line.column - (4 if opens else 2)
    if ended:
        return full and not following.blanks and following.column > 0
    return full or (not following.blanks and line.width >= 0.7 * line.column)


def _indented(line: _Line, following: _Line) -> bool:
    """Whether both lines are too narrow for their column, the following one by the indent of a paragraph."""
    return line.width < line.column - 1.5 and following.width < line.column - 1


def _layout_space(text: str) -> bool:
    return bool(re.search(r"[㐀-鿿”’）] [㐀-鿿“‘（]", text))


_PAIRS = ("（）", "()", "《》", "“”", "「」", "『』")


def _unclosed(text: str) -> bool:
    """Whether a bracket or a quotation is open at the end."""
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)


def _open_bracket(text: str, following: str) -> bool:
    """Whether a bracket or a quotation is open at the end and closes early in the following line."""
    for opening, closing in _PAIRS:
        if text.rfind(opening) > text.rfind(closing):
            end = following.find(closing, 0, 60)
            if end >= 0 and opening not in following[:end]:
                return True
    return False


def _joint(line: _Line, following: _Line) -> str:
    """What stands in place of a soft break: a space between two Latin words, else nothing."""
    a, b = line.text[-1], following.text[0]
    return (
        " "
        if a.isascii() and b.isascii() and (a.isalpha() or b.isalpha()) and a.isalnum() and b.isalnum()
        else ""
    )
