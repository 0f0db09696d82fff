"""What a line about a text says, read word by word: 《江海日报》2020年4月24日 记者 林 蔚 通讯员 胡静芬.

Such a line holds nothing but days, media, people and what they did, pages and the signs between them, in any order and
dress. One word may be none of these: the name of a paper that bears no word of its trade, or of a place.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from chamber_extract.gazetteer.bylines import words_of
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import places
from chamber_extract.segment.appeared import YEARLESS
from chamber_extract.segment.days import CLOCK, DAY_PART
from chamber_extract.segment.media import HAN, NOBODY, medium_before, names_medium

_LONGEST = 70  # characters of a line that says no more
_SIGN = r"[\s|/·，、.:()（）【】\[\]〔〕〖〗■□●○◎◆◇▲△▍▎★☆※>*_—-]"
_WHEN = rf"{DAY_PART}{CLOCK}|{re.sub(r'[?]P<[a-z0-9]+>', '?:', YEARLESS.pattern)}"
_ROLE = (
    rf"(?:(?:本[报刊网台社]|特约|特派|特邀|实习|见习|首席|全媒体|参与|驻[{HAN}]{{2,6}}?|责任|执行|值班)*"
    rf"(?:{words_of('writer', 'editor', 'image', 'check')}|评论员|编辑部|译者|编译|翻译|综合(?![㐀-鿿]))(?![部自]|时间|日期)"
    rf"|(?<![{HAN}])[文图摄译](?=\s?[/:、])|(?<=[/:、\s])[文图摄译]+(?![{HAN}]))"
)
_LABEL = (
    r"(?:(?:本文|文章|原文|信息|稿件|新闻|消息|资料|报道)?(?:来源|出处|稿源|媒体|报纸|报刊|刊物)(?=\s?[:/|])"
    r"|(?:转载|转摘|摘编|编译|转|摘|选|引|载)自|(?:原|首)[载刊发][于自]?|刊[载登]?于|载于|[见据](?=《|\S{2,14}\d))"
)
_DATED = r"(?:发布|发表|见报|报道|刊登|出版|更新|刊发|发稿)?(?:日期|时间)(?=\s?[:/|])"
_SENT = rf"(?:综合|专)?(?:报[道导]|消息)(?={_SIGN}|$)"
_REST = (
    rf"{_SIGN}+|{_SENT}|[电讯](?={_SIGN}|$)|(?:星期|周)[一二三四五六日天]|农历\S{{2,8}}|微信公众号|公众号|视频号"
    r"|(?:浏览|阅读|点击|评论|访问)(?:次数|量|数)?[\s:]*\d+|[A-Z]\d{1,2}\b|(?:Vol|No)\.?\s?\d{1,4}"
    r"|(?:总?第)?\s?[A-Z]?[\d一二三四五六七八九十廿]{1,4}\s?[版期页]"
)
_TOKEN = re.compile(
    rf"(?P<when>{_WHEN})|{_DATED}|(?P<role>{_ROLE})|(?P<label>{_LABEL})|《(?P<book>[^《》]{{2,14}})》"
    rf"|“(?P<quoted>[^“”]{{2,14}})”(?=公众号|微信|视频号)|(?<=号)\s?“(?P<account>[^“”]{{2,14}})”|(?:{_REST})"
    rf"|(?P<word>[{HAN}] [{HAN}]{{1,2}}(?={_SIGN}|$)|[{HAN}A-Za-z]{{2,16}}?)"
    rf"(?={_SIGN}|{_WHEN}|{_ROLE}|{_LABEL}|{_SENT}|《|编辑部|微信公众号“|\d|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"\s*[:/|]?\s*(?P<name>[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}})+|[{HAN}] ?[{HAN}](?: ?[{HAN}])?(?![{HAN}])|[{HAN}]{{2,4}}?)"
    rf"(?={_SIGN}|{_ROLE}|报[道导]|[讯电摄文]|$)"
)
# What bodies, offices, halls and hours are called; no paper's name ends so.
_NO_PAPER = re.compile(
    r"(?:^[本我].*|[会局厅部委府馆院处署联楼店午天组长科室]|中心|公司|集团|礼堂|酒家|广场|大厦|秘书|主任|书记)$"
)
_OFFICE = re.compile(r"(?:办公室|[组部处科室])$")  # 来源：会务组
_BESIDE = 4  # characters of what stands beside a paper: its part, a place; more are a headline
# What opens or closes a paragraph in a bracket, or closes it behind a dash.
_BOXED = r"[(【\[〔](?P<boxed>[^()【】\[\]〔〕。]{4,60})[)】\]〕]"
_CLOSING = re.compile(rf"(?:{_BOXED}|——(?P<dashed>[^—。]{{4,40}}))$")
_OPENING = re.compile(_BOXED)


class Particulars(NamedTuple):
    """The medium that is told as one, else the word that may be one, as folded; the day as written; whether it is told
    who wrote."""

    medium: str
    word: str
    when: str
    signed: bool


# Where it is told: under the headline or over it, below the text, at the head of its first paragraph or behind the last.
Place = Literal["under", "over", "below", "before", "behind"]


class Credit(NamedTuple):
    """The paper of a text as folded and its day as written, empty where there is none, and where they are told."""

    medium: str
    when: str
    place: Place


def particulars(line: str) -> Particulars | None:
    """What the folded line says; None where it says anything else, or neither when nor who wrote."""
    medium = other = when = ""
    signed = labelled = False
    position = 0
    while position < len(line) <= _LONGEST:
        m = _TOKEN.match(line, position)
        if not m or (m["when"] and when):
            return None
        position = m.end()
        when = m["when"] or when
        named = m["book"] or m["quoted"] or m["account"]
        if m["role"]:
            position = _behind_names(line, m.end())
            signed = signed or position > m.end() or m.start() > 0  # 林海文, 资料组整理
        elif (word := m["word"]) and not (word in places() or is_name(word)):
            named = _medium(word) or (word if labelled and not _names_none(word) else None)
            if not named and (other or word in ("截至", "截止")):
                return None
            other = other if named else word
        if named and medium and line[: m.start()].endswith("、"):
            return None  # 综合《经济日报》、新华社
        medium = medium or named or ""
        labelled = bool(m["label"]) or (labelled and not m[0].strip(" :/|"))
    plain = len(other) > _BESIDE and not (
        when or _NO_PAPER.search(other)
    )  # a headline, and who wrote behind it
    if len(line) > _LONGEST or not (when or signed) or plain or (medium and len(other) > _BESIDE):
        return None
    return Particulars(medium, "" if _NO_PAPER.search(other) else other, when, signed)


def opening(paragraph: str) -> Particulars | None:
    """What the bracket that opens a folded paragraph says."""
    m = _OPENING.match(paragraph)
    return particulars(m["boxed"]) if m else None


def closing(paragraph: str) -> Particulars | None:
    """What the bracket that closes a folded paragraph says, or what stands behind a dash at its end."""
    m = _CLOSING.search(paragraph, max(0, len(paragraph) - _LONGEST))
    return particulars(m["boxed"] or m["dashed"]) if m else None


def _names_none(word: str) -> bool:
    """Whether the word behind the label of a source names no paper: 会务组, 本站原创."""
    return _OFFICE.search(word) is not None or NOBODY.match(word) is not None


def _medium(word: str) -> str | None:
    """The medium that the word names, by itself or before a place or its edition: 新华社马拉博, 人民日报海外版."""
    known = medium_before(word.removesuffix("讯"))
    if known and word.removeprefix(known) in ("", "讯"):
        return known
    behind = word.removeprefix(known) if known else ""
    edition = behind.endswith("版") and (behind == "海外版" or behind[:-1] in places())
    if names_medium(word) or edition:
        return word
    return known if known and (behind in places() or behind.endswith("版")) else None


def is_name(word: str) -> bool:
    """Whether the folded word can be a person's name."""
    known, name = names().surnames, word.replace(" ", "")
    longest = 4 if known.get(name[:2]) == "compound" else 3
    surnamed = (name[0] in known or name[:2] in known) and len(name) <= longest
    return "·" in name or (surnamed and not names_medium(name))


def _behind_names(line: str, position: int) -> int:
    """Where the names end that begin there."""
    more = False
    while (m := _NAME.match(line, position)) and (
        is_name(m["name"]) if more else not names_medium(m["name"])
    ):
        position, more = m.end("name"), True
    return position
