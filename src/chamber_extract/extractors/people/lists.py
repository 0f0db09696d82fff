"""Names in lists and tables: 编委会委员 刘殿勋 李 勇, rows of name and office, captions, 徐辰，美国中国总商会会长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import given_score, is_han, surname_at, title_at
from chamber_extract.extractors.people.entries import entries
from chamber_extract.extractors.people.foreign import read_spelled
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.names import han_readings, padded
from chamber_extract.extractors.people.series import past_honorifics
from chamber_extract.extractors.people.tables import (
    Column,
    cells_of,
    exact_name,
    in_row,
    name_column,
    office_cell,
    words_of,
)
from chamber_extract.gazetteer.bylines import signs
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.titles import Title
from chamber_extract.segment import Segments, Span

# 一、会长：, （二）副会长：, 【秘书长】
_LABEL_MARK = re.compile(r"[ \u3000\t]*(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．][ ]?)?[【〔\[]?")
_LABEL_END = re.compile(
    r"[】〕\]]?[ \u3000]*(?:[(（][^()（）\n]{1,30}[)）])?[ \u3000]*[\t:：/／]?[ \u3000\t]*"
)
_BETWEEN = re.compile(r"[ \u3000\t]*[、,，/;；][ \u3000\t]*|[ \u3000\t]+")
_OPEN_LABEL = re.compile(
    rf"{_LABEL_MARK.pattern}([\u4e00-\u9fff](?:[ \u3000]{{0,3}}[\u4e00-\u9fff]){{1,14}})[】〕\]]?"
    r"[ \u3000]*(?:[(（][^()（）\n]{1,30}[)）])?[:：]?[ \u3000]*(?:[(（][^()（）\n]{1,30}[)）])?[:：]?(?=\n|$)"
)
_TAIL = re.compile(r"[ \u3000]*(?:[(（][^()（）\n]{1,30}[)）])?")
_APPOSITION = re.compile(
    r"[ \u3000]?[,，(（:：\t—-]+[ \u3000]?([^,，。;；:：!！?？()（）\n\t]{2,45})(?=[,，。;；)）\n\t]|$)"
)
_VITA = re.compile(r"[,，][ ]?(?:男|女|汉族|中共党员|[\u4e00-\u9fff]{1,4}族)[,，]")
_MASTHEAD = re.compile(
    r"委员|[常执中监]委|[会商]董|编辑|总编|主编|策划|顾问|理事|监事|会长|主席|秘书长?|校对|美编|记者|成员|名单|主任|组长|干事|财政|总务|查[账帐]|稽查|稽核|司库|核数|康乐|交际|公关|联络|团长|部长|书记|文书|董事|董事长|总裁|总干事|执行长|撰稿|嘉宾|主讲|主持|摄影|编审|审核|设计|统筹|监制|出品人|[省市县区州镇厅局院校]长"
)

_ENDS_LABEL = re.compile(rf"(?:{_MASTHEAD.pattern})(?:长|团队?|[成人]员|名单|单位|组|代表)*$")


def listed(text: str, segments: Segments, offices: list[Title]) -> Iterator[Found]:
    """Every name in a labelled line, a line of names, a table, or an apposition at the head of a paragraph."""
    by_end = {o.end: o for o in offices if o.kind in ("office", "leader", "weak")}
    label: list[Span] = []
    column: Column | None = None
    for paragraph in segments.paragraphs:
        start, end = paragraph.start, paragraph.end
        end = signed.start() if (signed := _SIGN_OFF.search(text, max(start, end - _SIGNED), end)) else end
        cells = cells_of(text, start, end)
        if len(cells) == 1 and len(words := words_of(text, start, end)) > 2:
            told = column if column and column.width == len(words) else name_column(text, words, None)
            cells = words if told else cells
        if len(cells) > 1:
            column = name_column(text, cells, column)
            yield from in_row(text, cells, column)
        else:
            column = None
        found = [*_labelled(text, start, end, by_end)]
        entered = None if found else entries(text, start, end, by_end, label)
        if entered and (label or all(f.titles for f in entered) or len(entered) >= _MANY):
            yield from entered
            continue
        label = (
            _open_label(text, start, end)
            or _announced(text, start, end, by_end)
            or (found[-1].titles[:1] if found else [])
        )
        yield from found
        yield from _apposed(text, start, end)


# 会长⏎甲 谨启
_SIGN_OFF = re.compile(
    r"[ \u3000\t]*(?:(?:谨|敬|同|率|叩)?启|(?:谨|敬|拜|同)(?:上|识|贺|具|订|告|呈)|鞠躬)[。.]?$"
)
_SIGNED = 8  # characters that it takes
_MANY = 5  # names on a line of their own, where some are of a kind that is not known


def _announced(text: str, start: int, end: int, offices: dict[int, Title]) -> list[Span]:
    """The office that the last words of a paragraph announce: …选举产生总商会副会长（9名）：."""
    m = _ANNOUNCED.search(text, max(start, end - _TAIL_WORDS), end)
    office = offices.get(m.start()) if m else None
    return [Span(office.start, office.end)] if office else []


_TAIL_WORDS = 40
_ANNOUNCED = re.compile(
    r"(?:由以下[^，。\n]{0,6}担任|名单如下|名单|如下|分别为|为)?(?:[(（][^()（）\n]{1,30}[)）])?(?:[\d一二三四五六七八九十]{1,3}[名人位])?[:：][ \u3000]*$"
)
# Two words with a space between them: no label spread out.
_PARTS = re.compile(r"[\u4e00-\u9fff]{2}[ \u3000]|[ \u3000][\u4e00-\u9fff]{2}")


def _open_label(text: str, start: int, end: int) -> list[Span]:
    """The office that a line of its own announces: 理 事：（按姓氏笔画排序）."""
    m = _OPEN_LABEL.match(text, start, end)
    if m and _PARTS.search(m[1]):  # 卞云松　贵州省重庆商会会长
        return []
    return [_title_of(text, Span(*m.span(1)))] if m and _ENDS_LABEL.search(re.sub(r"\s", "", m[1])) else []


def _labelled(text: str, start: int, end: int, offices: dict[int, Title]) -> Iterator[Found]:
    """编 委 会 委 员 and the names after it: at least one, and nothing but names."""
    for label in _labels(text, start, end):
        word = re.sub(r"\s", "", text[label.start : label.end])
        names_start = _LABEL_END.match(text, label.end, end).end()  # type: ignore[union-attr]
        announces = word.endswith(_ANNOUNCES)
        if not announces and (entered := entries(text, names_start, end, offices, [_title_of(text, label)])):
            yield from entered
            return
        found, rest = _names_only(text, names_start, end)
        another = bool(found) and rest < end and bool(title_at(text, rest) or _ITS_DEPUTY.match(text, rest))
        if found and (rest >= end or len(found) > 2 or another or text[rest - 1] in "、,;，；"):
            office = [] if announces else [_title_of(text, label)]
            author = signs(word)
            for r in found:
                yield Found(r.start, r.end, r.score + 1, "label", list(office), author=author)
            if another:
                yield from _labelled(text, rest, end, offices)
            return


# What announces names, or offices with them, and is none itself: 新一届理事会名单如下：会长甲.
_ANNOUNCES = ("名单", "如下", "包括", "为", "有")


def _title_of(text: str, label: Span) -> Span:
    """The office in a label, without the body before it: 监事长 in 总商会监事长."""
    office = office_cell(text, label.start, label.end)
    return Span(office.start, office.end) if office else label


_BLANK = " \u3000\t"
_ITS_DEPUTY = re.compile("副[:：]")  # 总秘书：孙明光　副：池慧雯


def _labels(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches at the head of a line that could be its label, spread out or not: 会 长, 常务副会长."""
    position = _LABEL_MARK.match(text, start, end).end()  # type: ignore[union-attr]
    first, spread = position, True
    for _ in range(8):
        stop = position
        while stop < end and is_han(text[stop]):
            stop += 1
        spread = spread and stop - position == 1
        if stop == position or (position > first and not spread):
            return
        label = stop - first > 1 and _MASTHEAD.search(re.sub(r"\s", "", text[first:stop])[-4:])
        if stop < end and (label or _ITS_DEPUTY.match(text, first)):
            yield Span(first, stop)
        position = stop
        while position < end and text[position] in _BLANK:
            position += 1
        if position == stop:
            return


def _names_only(text: str, start: int, end: int) -> tuple[list[NameSpan], int]:
    found: list[NameSpan] = []
    while start < end:
        stop = start = past_honorifics(text, start)
        reading = None
        for size in (6, 5, 4, 3, 2):
            stop = start + size
            if (
                stop <= end
                and (stop == end or not "\u4e00" <= text[stop] <= "\u9fff")
                and (
                    reading := exact_name(text, start, stop)
                    or (len(found) > 1 and _list_item(text, start, stop))
                    or None
                )
            ):
                break
        if reading is None:
            reading = read_spelled(text, start)
        if reading is None or reading.end > end:
            return found, start
        found.append(reading)
        tail = _TAIL.match(text, reading.end, end)
        position = tail.end() if tail and tail.group().strip() else reading.end
        gap = _BETWEEN.match(text, position, end)
        if not gap:
            return found, position
        start = gap.end()
    return found, start


def _list_item(text: str, start: int, end: int) -> NameSpan | None:
    """In a list of names an unusual one stands too: a surname and one or two characters."""
    surname = surname_at(text, start) or ""
    given = text[start + len(surname) : end]
    ordinary = (
        surname
        and 1 <= len(given) <= 2
        and given_score(given) >= -2
        and text[start:end] not in names().places
    )
    return NameSpan(start, end, 2.5) if ordinary else None


def _apposed(text: str, start: int, end: int) -> Iterator[Found]:
    """徐辰，美国中国总商会会长; 江辉（五矿商会会长）; 王芳，女，汉族 at the head of a paragraph."""
    for reading in [*han_readings(text, start)[:3], padded(text, start)]:
        if reading is None or reading.end > end or reading.score < 2:
            continue
        if not exact_name(text, reading.start, reading.end):
            continue
        if _VITA.match(text, reading.end, end):
            yield Found(reading.start, reading.end, reading.score + 1, "vita")
            return
        m = _APPOSITION.match(text, reading.end, end)
        if m and (office := office_cell(text, m.start(1), m.end(1))):
            yield Found(
                reading.start, reading.end, reading.score + 1, "apposition", [Span(office.start, office.end)]
            )
            return
