"""People in tables: the cell under 姓名, the only name beside an office; and names that fill a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.extractors.people.edges import given_score, is_han, surname_at, word_penalty
from chamber_extract.extractors.people.foreign import read_latin, read_spelled
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, padded
from chamber_extract.gazetteer.bylines import signs
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title, scan
from chamber_extract.segment import Span

_CELL = re.compile(r"[^\t|\n]+")
_WORD = re.compile(r"[^\s|]+")
_TAGGED = re.compile(
    r"([\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,6}?)[ \u3000]?(?:[(（][^()（）\n]{1,10}[)）]|先生|女士|小姐)"
)
_NAME_HEAD = re.compile(
    r"(?:会员|理事|代表|捐款人|捐赠人|捐赠者|捐款者|负责人)?姓名|名字|(?:乐捐|捐款|捐赠)?芳名"
    r"|捐[款赠](?:人|者|方)|(?:捐[款赠]者?)?(?:单位|企业|公司|团体|机构|社团)(?:/|、|或|和|及|与|[(（])(?:个人|姓名|捐款人)[)）]?|捐[款赠][人者](?:/|或|及)?单位"
)

# What the people of a column are: 单位名称 代表 金额.
# The head of the column of bodies.
BODY_HEAD = re.compile(
    r"(?:会员|参会|成员)?(?:单位|企业|公司|商会|协会|机构|团体)(?:名称|全称)?|名称|(?:工作|所在)单位"
)
_OFFICE_HEAD = re.compile(
    r"(?:企业|会员|单位|公司)?(?:代表|负责人|法定代表人|法人代表)|会长|理事长|秘书长|主席|董事长|总经理"
)


def words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a line that blanks keep apart: the cells of a table copied as plain text."""
    return [m.span() for m in _WORD.finditer(text, start, end)]


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a row's cells without the blanks around them; one cell where the paragraph is no row."""
    cells = []
    for m in _CELL.finditer(text, start, end):
        body = m[0].strip(" \u3000")
        a = m.start() + len(m[0]) - len(m[0].lstrip(" \u3000"))
        if cells and len(body) == 1 and _spread(text, *cells[-1], body):
            a = cells.pop()[0]
            body = text[a : m.end()].rstrip(" \u3000")
        cells.append((a, a + len(body)))
    return cells


def _spread(text: str, start: int, end: int, last: str) -> bool:
    """Whether a cell and the character in the next are one name or office, spread out: 佘 斌, 会 长."""
    first = text[start:end]
    named = names().surnames.get(first) and given_score(last) >= 0
    return len(first) == 1 and bool(named or first + last in names().titles)


def name_column(text: str, cells: list[tuple[int, int]], known: Column | None) -> Column | None:
    """Which column holds names, told by the table's head."""
    heads = [re.sub(r"\s", "", text[a:b]) for a, b in cells]
    names = [i for i, head in enumerate(heads) if _NAME_HEAD.fullmatch(head)]
    if names:
        return Column(names[0], heads[names[0]].endswith(("姓名", "名字")), len(cells))
    held = [i for i, head in enumerate(heads) if _OFFICE_HEAD.fullmatch(head)]
    if len(held) == 1 and any(BODY_HEAD.fullmatch(head) for head in heads):
        return Column(held[0], True, len(cells), Span(*cells[held[0]]))
    return known


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column of names, `people` where it holds nothing else: firms give too; `office` where its head names theirs."""

    place: int
    people: bool
    width: int  # columns of the table
    office: Span | None = None


def in_row(text: str, cells: list[tuple[int, int]], column: Column | None) -> Iterator[Found]:
    """The name in a row: the cell under 姓名, or the only name beside a cell that ends in an office."""
    offices = [((a, b), t) for a, b in cells if (t := office_cell(text, *_untagged(text, a, b)))]
    holders = [(cell, r) for cell in cells if (r := exact_name(text, *_untagged(text, *cell)))]
    if column is not None:
        own = cells[column.place] if column.place < len(cells) else None
        holders = [h for h in holders if h[0] == own]
        if own and not holders and column.people and (reading := _under_name(text, *_untagged(text, *own))):
            holders = [(own, reading)]
    if len(holders) == 1:
        holder, reading = holders[0]
        titles = [Span(t.start, t.end) for cell, t in offices if cell != holder]
        titles += [column.office] if column and column.office else []
        if titles or column is not None:
            author = any(signs(text[t.start : t.end]) for t in titles)
            yield Found(reading.start, reading.end, reading.score + 1, "table-row", titles, author=author)


def _under_name(text: str, start: int, end: int) -> NameSpan | None:
    """What stands under 姓名, though it is a word elsewhere: 于是, 山 丹."""
    latin = read_latin(text, start)
    if latin and latin.end == end:
        return latin
    name = re.sub(r"[ \u3000]", "", text[start:end])
    other = name in names().titles or name.endswith("计") or name == "姓名"
    usual = 2 <= len(name) <= 4 and all(map(is_han, name)) and name[:1] in names().surnames
    return NameSpan(start, end, 3.0) if usual and not other else None


def _untagged(text: str, start: int, end: int) -> tuple[int, int]:
    """The cell without the tag that follows a name: 陈秀兰 of 陈秀兰（女）."""
    m = _TAGGED.fullmatch(text, start, end)
    return m.span(1) if m else (start, end)


def office_cell(text: str, start: int, end: int) -> Title | None:
    """The office at the end of a cell, positions in the whole text."""
    found = scan(text[start:end])
    t = found[-1] if found else None
    if t is None or t.end != end - start:
        return None
    if t.kind not in ("office", "leader", "byline") and not text.startswith("会员", t.head + start):
        return None
    return Title(t.start + start, t.end + start, t.kind, t.head + start)


def exact_name(text: str, start: int, end: int) -> NameSpan | None:
    """The name that fills `start:end`, or None. It must make an ordinary name and no word."""
    if not 2 <= end - start <= 6:
        return (
            read_spelled(text, start) if 6 < end - start <= 24 and _dotted_fills(text, start, end) else None
        )
    reading = next((r for r in han_readings(text, start) if r.end == end), None) or padded(text, start)
    if reading is None or reading.end != end:
        return read_spelled(text, start) if _dotted_fills(text, start, end) else None
    name = re.sub(r"\s", "", text[start:end])
    surname = surname_at(name, 0) or name[0]
    level = names().surnames.get(surname)
    if len(name) == 2 < end - start and name not in names().titles:
        return reading  # 花　蕾: words are not spread so
    worth = (
        given_score(name[len(surname) :]) - word_penalty(name, 0, len(name)) - (1 if level == "word" else 0)
    )
    return reading if worth >= (0 if len(name) > 2 else -0.5) else None


def _dotted_fills(text: str, start: int, end: int) -> bool:
    dotted = read_spelled(text, start)
    return bool(dotted and dotted.end == end)
