"""Soft line breaks: which ends of lines are the layout's, not the writer's.

A newspaper breaks lines at the width of its column, inside words too; a page break falls into the
middle of a sentence. Both are taken out; the ends of paragraphs, headings, list items, table rows,
captions and verse-like lines stay. What decides is the width of the lines around, whether a line
ends as a sentence ends, and whether the next one begins as a paragraph begins.
"""

from __future__ import annotations

import re
from collections import Counter

from chamber_extract.layout.line_widths import AMOUNT, INDENT, Line, lines_of, measure_columns
from chamber_extract.normalize.script import fold
from chamber_extract.segment.kinds import WEB_NOISE
from chamber_extract.text import Draft, Edit

_STOP = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，,]")
_COLON = re.compile(r"[:：]")
_WIDER = 1.5  # characters by which a line may overflow its column
_HEAD = 3  # lines at the head of a document, which hold its title

_DIGITS = re.compile(r"\d+")


# A line that starts so starts a paragraph, a list item or a record, never the rest of a sentence.
_OPENING = re.compile(
    r"""
    [ ]{2,}\S | \u3000 | [ ]?[■□▲△●○◆◇◎★☆※•▪►▶➤✦-][^\d] | [·*+][ ]
  | [（(][一二三四五六七八九十百\d]{1,3}[）)]
  | (?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壹贰貳叁參肆伍陆陸柒捌玖拾]{1,2}|\d{1,2})[、．]\D | \d{1,2}[.][ ]?[^\d\s] | [①-⑳]
  | 第[一二三四五六七八九十百\d]{1,3}[章节条編编、，]
  | 【 | ——\S | 附件?[：:\d一二三] | 注[：:]
  | (?:来源|來源|发布时间|發布時間|时间|時間|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|文/|图/|电话|電話|地址|邮箱|原文链接|网址|主办|承办|发文单位|发文机关|发文时间|發文單位|主持人|问|問|答|编者按|編者按|联系人|传真)\s?[：:]
  | (?:本报记者|本報記者|本报讯|本報訊|新华社|新華社)[^，。]{0,20}$
  | https?://
  | [（(]?\s?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?[）)]?\s*(?:\d{1,2}[:：]\d{2}.{0,12})?$
    """,
    re.VERBOSE,
)
# A line that says where and when an article came out ends with what it says.
_IMPRINT = re.compile(
    r"(?:来源|來源|发布时间|發布時間|发布日期|發布日期|日期|时间|時間)\s?[：:][^，。！？；]{0,60}$"
)
# A line in brackets, （单位：元）, is whole.
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]$")
# 浙政发〔2019〕67号 under the title of what it numbers.
_DOCUMENT_NUMBER = re.compile(
    r"[^\s，。；：]{2,16} ?[〔﹝\[［【（(] ?(?:19|20)\d\d ?[〕﹞\]］】）)] ?第? ?\d{1,5} ?[号號]$"
)
# 张记粮油：大米2吨, one of a list.
_ENTRY = re.compile(r"[^，。；：:\s“”「」]{2,16}[:：][^“”「」\s][^。\d]*\d[^。]*$")
# A page's number, alone on a line, or between dashes.
_PAGE_NUMBER = re.compile(
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
    r"(?:截至|截止|自从|自從|目前|当前|當前|同时|同時|此外|其中|另外|近日|日前|据|據|为|為了|在|[12]\d{3}年|\d{1,2}月)[^，。；：！？]{0,30}[，,]"
)


def join_lines(draft: Draft) -> Draft:
    """The draft with soft line breaks gone and every other break a single line feed."""
    lines = list(lines_of(draft.text))
    if not lines:
        return draft.edit([Edit(0, len(draft.text))] if draft.text else [])
    measure_columns(lines)
    edits = [Edit(0, lines[0].start)] if lines[0].start else []
    furniture = _furniture(lines)
    i = 0
    while i + 1 < len(lines):
        j = _rest(lines, i, furniture)
        joint = _joint(lines[i], lines[j]) if j else "\n"
        j = j or i + 1
        edits.append(Edit(lines[i].end, lines[j].start, joint))
        i = j
    if lines[-1].end < len(draft.text):
        edits.append(Edit(lines[-1].end, len(draft.text)))
    return draft.edit(edits)


def _rest(lines: list[Line], i: int, furniture: set[int]) -> int:
    """The line in which the sentence at the end of line `i` goes on, 0 where none does.

    It may go on behind a page number and a running header, which then go out.
    """
    j = i + 1
    while j in furniture and j < i + 4 and j + 1 < len(lines):
        j += 1
    if j > i + 1 and i not in furniture and _goes_on(lines, i, j):
        return j
    return i + 1 if _goes_on(lines, i, i + 1) else 0


def _furniture(lines: list[Line]) -> set[int]:
    """Page numbers, and short lines that come three times or more: running headers. They stand alone."""
    short = [
        (i, _DIGITS.sub("0", line.text))
        for i, line in enumerate(lines)
        if line.width <= 40
        and line.blanks
        and not (line.pause or line.cells or _COLON.search(line.text) or _OPENING.match(line.text))
        and (i + 1 == len(lines) or lines[i + 1].blanks)
    ]
    times = Counter(text for _, text in short)
    return {i for i, text in short if times[text] >= 3 or (len(text) < 12 and _PAGE_NUMBER.match(text))}


def _goes_on(lines: list[Line], i: int, j: int) -> bool:
    """Whether the sentence or word at the end of line `i` goes on in line `j`."""
    line, following = lines[i], lines[j]
    if following.hard or line.cells or following.cells or _OPENING.match(following.text):
        return False
    if (
        _stands_apart(line.text)
        or _stands_apart(following.text)
        or _IMPRINT.match(line.text)
        or _BRACKETED.match(line.text)
        or _DOCUMENT_NUMBER.match(line.text)
        or _DOCUMENT_NUMBER.match(following.text)
        or (_ENTRY.match(line.text) and _ENTRY.match(following.text))
    ):
        return False
    if not following.blanks and (_opens_title(line.text) or _REST_OF_TITLE.match(following.text)):
        return True
    if line.column and following.width <= line.column + _WIDER:
        return _goes_on_in_column(lines[i - 1] if i else None, line, following)
    if line.ended or (AMOUNT.search(line.text) and AMOUNT.search(following.text)):
        return False
    text = line.text
    if _open_bracket(text, following.text) or _REST.match(following.text):
        return len(text) >= 8
    if len(text) < 18 or not following.pause:
        return False  # a line without any pause is a caption or a headline that the page put in between
    if _STOP.search(text) or (len(text) >= 40 and _COMMA.search(text) and not _layout_space(text)):
        return True
    if i >= _HEAD and "——" not in text and _ADVERBIAL.match(text):
        return True
    return text[-1] in _GOES_ON and bool(_COMMA.search(text[:-1]))


def _goes_on_in_column(before: Line | None, line: Line, following: Line) -> bool:
    opens = before is None or bool(line.blanks) or line.hard or before.ended
    numbered = bool(_OPENING.match(line.text)) and not _STOP.search(line.text)
    headline = (not line.pause or (numbered and following.blanks > 0)) and not _unclosed(line.text)
    if opens and headline and (following.blanks or _layout_space(line.text) or _indented(line, following)):
        return False  # a heading or a byline
    if following.blanks and not following.pause and following.width < line.column - 1.5:
        return False  # a heading comes
    # The first line of a paragraph is narrower by the indent that was lost.
    full = line.width >= line.column - (2 if not opens else 2.5 if following.blanks else INDENT)
    if line.ended:
        return full and not following.blanks and following.column > 0
    return full or (not following.blanks and line.width >= 0.7 * line.column)


def _stands_apart(text: str) -> bool:
    """Whether the line is what a page of the web carries around its text."""
    return len(text) <= 100 and WEB_NOISE.match(fold(text)) is not None


def _indented(line: Line, following: Line) -> bool:
    """Whether both lines are too narrow for their column, the following one by the indent of a paragraph."""
    return line.width < line.column - 1.5 and following.width < line.column - 1


def _layout_space(text: str) -> bool:
    return bool(re.search(r"[㐀-鿿”’）] [㐀-鿿“‘（]", text))


# 快灾后重建的实施意|见》（豫政: a line that begins inside a title.
_REST_OF_TITLE = re.compile(r"[^《》，。；！？]{0,40}》")


def _opens_title(text: str) -> bool:
    return text.rfind("《") > text.rfind("》")


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


def _joint(line: Line, following: Line) -> str:
    """What stands in place of a soft break: a space between two Latin words, else nothing."""
    a, b = line.text[-1], following.text[0]
    if not (a.isascii() and b.isascii()):
        return ""
    words = a.isalnum() and b.isalnum() and (a.isalpha() or b.isalpha())
    return " " if words or (a in ",.;:!?)" and b.isalpha()) else ""
