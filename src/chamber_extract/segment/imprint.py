"""What a document says of itself: title, day, publisher, authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import TypeVar

from chamber_extract.normalize.script import fold
from chamber_extract.segment import masthead
from chamber_extract.segment.appeared import full_day
from chamber_extract.segment.bylines import names_in, signed, surnamed
from chamber_extract.segment.days import DAY, first_day
from chamber_extract.segment.header import FIELDS, field_of, page_fields
from chamber_extract.segment.headlines import Headline, cut, headline, is_department, without_site
from chamber_extract.segment.kinds import OFFERED
from chamber_extract.segment.newspaper import page_head
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.published import published, stamped, with_year_last
from chamber_extract.segment.publisher import as_written, publisher
from chamber_extract.segment.spans import Section, Span
from chamber_extract.segment.stated import Origin, Stated, said_by
from chamber_extract.text import Text

_ISSUE = re.compile(
    r"(?:.*[^\d])?(?:总?第\s?[\d一二三四五六七八九十百]+\s?[期号辑]|\d{4}年第\s?[\d一二三四]+\s?(?:期|季度))"
)
_NAMED_ISSUE = re.compile(
    r"(?P<name>[^\d，。:(]{4,30}?)[ (]*(?:\d{4}年)?\s?总?第\s?[\d一二三四五六七八九十]{1,4}\s?[期辑]"
)
_ISSUE_ONLY = re.compile(
    r"[(]?\s?(?:\d{4}年)?\s?总?第\s?[\d一二三四五六七八九十百]{1,4}\s?[期号辑](?:[\s，,(]*总?第\s?[\d一二三四五六七八九十百]{1,4}\s?期)?[\s)]*$"
)
_N = "[\\d〇○零一二三四五六七八九十百]"
_MASTHEAD = re.compile(
    rf"[^\d，。:(]{{4,20}}?[ (]+(?:(?:{_N}{{2,4}}年)?\s?总?第\s?{_N}{{1,4}}\s?[期辑]|{_N}{{4}}年{_N}{{1,2}}月[号刊])(?:[)]|\s[^，。]{{2,12}})?$"
)
# 香港家電業商會 above 會員通告: a body's name and nothing that it did.
_BODY = re.compile(
    r"(?!.*[访赴举召届迎贺携援助])[\u4e00-\u9fff()]{3,30}(?:[商协公]会|联谊会|促进会|联合会|工商联|委员会|人民政府|[厅局]|办公室)"
)
_PAPERS = re.compile(
    r"(?:通[告函知报讯]|公[告示]|函|启事|鸣谢|会讯|[纪记]录|纪要|名[录单]|芳名|简报|讣告|文件|[报表])(?:\s?[(第][^()]{1,16}[)号期]?)?$"
)
# 感 谢 信, 讣　告: a letter that has its kind for a title.
_KIND_ALONE = re.compile(
    r"(?:感\s*谢\s*信|慰\s*问\s*信|贺\s*信|讣\s*告|鸣\s*谢|唁\s*电|公\s*告|通\s*[告知]|启\s*事|声\s*明|倡\s*议\s*书)(?:\s?\([^()]{1,6}\))?"
)
_NAVIGATION = re.compile(r"(?:网站)?首页|您?(?:现在|当前)?的?位置|(?:[\u4e00-\u9fff]{2,4}\s+){5}")
_TOP = 4  # lines: a letterhead is among the first
# The day in the address of a page: /2020/03-18/, /20200318/, /n1/2020/0318/.
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=[/_.-])")
_NEWS = timedelta(days=15)  # a report of an agency comes so soon behind what it tells
_HEAD = 8  # lines: title, kicker, decks, date, source and byline take no more
_SOME_TITLE = 10  # characters: shorter titles of pages name the site
# What may stand above a headline.
_ABOVE = frozenset({"heading", "label", "date", "source", "byline", "line", "link", "field", "entry"})
_DAYS = frozenset({"date", "source", "item"})
_CHRONICLE = 3  # lines that are dates: more than one of its own and one at its end

T = TypeVar("T")
Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Imprint:
    title: str | None = None
    published: date | None = None
    published_from: Origin | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    signed: tuple[Span, ...] = ()
    url: str | None = None


def imprint(
    text: Text, parts: Sequence[Paragraph], sections: Sequence[Section], stated: tuple[Stated, ...] = ()
) -> Imprint:
    """What the document says, and what is said of it; None and empty where nobody says anything.

    The lines with keys at its head come first, then the head of the web page, then the text itself,
    then the row of the corpus, then the user; a row knows the title better than the text's first line.
    """
    meta = _header(text, parts)
    page = page_fields(text.source) | said_by(stated, "metadata")
    row, option = said_by(stated, "row"), said_by(stated, "option")
    body = [p for p in parts if p.kind != "meta"]
    front = (
        [p for p in body if p.start < sections[0].start or p.start >= sections[-1].end] if sections else body
    )
    many = bool(sections)
    head = page_head(body)
    told, above = (head.off(body), [p for p in front if p in head.off(body)]) if head else (body, front)
    signers = tuple(signed(body))
    said = _stated_title(meta) or _stated_title(row) or _title(text, told, above, many, page)
    day, origin = _day(front, many, meta, page, row, option)
    return Imprint(
        title=said.title,
        published=day,
        published_from=origin,
        publisher=_first(_medium(by.get("source", "")) for by in (meta, page))
        or publisher(text, front, many)
        or _letterhead(text, front)
        or said.outlet
        or _first(_medium(by.get("site", "")) for by in (meta, page))
        or without_site(page.get("page", "")).outlet
        or _first(_medium(row.get(field, "")) for field in ("source", "site")),
        authors=tuple(dict.fromkeys([*_named(meta, page, row), *(_written(text, span) for span in signers)])),
        signed=signers,
        url=_first(_address(by.get("url", "")) for by in (meta, page, row)),
    )


def _day(
    front: Sequence[Paragraph], many: bool, meta: Fields, page: Fields, row: Fields, option: Fields
) -> tuple[date | None, Origin | None]:
    """The day of the document, and what gives it."""
    for by, origin in ((meta, "metadata"), (page, "metadata")):
        if day := first_day(fold(by.get("day", ""))):
            return day, origin
    if day := _published(front, many) or _opening_day(front, row | page | meta):
        return day, "text"
    for by, origin in ((row, "row"), (option, "option")):
        if day := first_day(fold(by.get("day", ""))):
            return day, origin
    return None, None


def _written(text: Text, span: Span) -> str:
    return "".join(text.clean[span.start : span.end].split())


def _named(meta: Fields, page: Fields, row: Fields) -> list[str]:
    """The people who are said to have written the text."""
    values = (meta.get("author", ""), page.get("author", ""), meta.get("editor", ""), row.get("author", ""))
    return [name for value in values for name in names_in(fold(value)) if surnamed(name)]


def _address(value: str) -> str | None:
    return value if re.match(r"https?://\S+$", value) else None


def _first(values: Iterable[T | None]) -> T | None:
    return next((v for v in values if v), None)


def _medium(value: str) -> str | None:
    """The name that a header gives for its source; an address is none."""
    return None if "://" in value or value.startswith("www.") else value.strip("《》 ") or None


def _header(text: Text, parts: Sequence[Paragraph]) -> dict[str, str]:
    """What the lines with keys at the document's head say, by the fields' names; the first of each.

    Under a key without a value there may be a list of them.
    """
    found: dict[str, str] = {}
    listed = None
    for p in parts:
        if p.kind != "meta":
            continue
        said = field_of(p.text)
        if listed and not said and p.text.startswith("- "):
            item = text.clean[p.start + 2 : p.end].strip()
            found[listed] = f"{found[listed]}、{item}" if listed in found else item
            continue
        listed = FIELDS.get(said[0]) if said and not said[1] else None
        if said and said[0] in FIELDS and said[1]:
            start = p.text.rfind(said[1])
            found.setdefault(FIELDS[said[0]], text.clean[p.start + start : p.start + start + len(said[1])])
    return found


def _stated_title(meta: Fields) -> Headline | None:
    return cut(meta["title"]) if "title" in meta else None


def _title(
    text: Text, body: Sequence[Paragraph], front: Sequence[Paragraph], many: bool, page: Fields
) -> Headline:
    """The title and the medium named before or behind it."""
    marked = sorted((p for p in front[: 2 * _HEAD] if p.level), key=lambda p: p.level)
    if many:
        name = _periodical(text, front)
        if not name and (marked or (front and front[0].kind == "heading")):
            name = headline(text, marked[:1] or front[:1], of_many=False).title
        return Headline(name)
    if marked:
        return headline(text, marked[:1], of_many=False)
    if "title" in page:
        return cut(page["title"])
    on_top = without_site(page.get("page", ""))
    if on_top.outlet or len(on_top.title or "") >= _SOME_TITLE:
        return on_top
    lines = _top_lines(body)
    if lines and _KIND_ALONE.fullmatch(lines[0].text):
        return Headline(re.sub(r"\s", "", headline(text, lines, of_many=False).title or ""))
    return (
        headline(text, lines, of_many=False)
        if lines and _heads(body, lines)
        else Headline(on_top.title or None)
    )


def _top_lines(body: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines of the headline: those without a blank between them, with a blank where a day, source or byline is below."""
    lines: list[Paragraph] = []
    after = None
    for p in body[: 2 * _HEAD]:
        if _KIND_ALONE.fullmatch(p.text) and not lines:
            return [p]
        if not re.search(r"\w", p.text):
            continue
        if p.kind == "heading" and not _ISSUE_ONLY.match(p.text):
            lines.append(p)
        elif len(lines) == 1 and p.kind == "field" and _NAVIGATION.match(p.text):
            lines = []  # the site's name over its menu
        elif lines and p.kind != "heading" and not all(map(_is_letterhead, lines)):
            after = p
            break
        elif lines and p.kind != "heading":
            lines = []  # the bodies over a document's number
        elif p.kind not in _ABOVE:
            break
    while len(lines) > 1 and (
        _MASTHEAD.match(lines[0].text) or is_department(lines[0].text) or _is_letterhead(lines[0])
    ):
        lines = lines[1:]
    close = 1
    while close < len(lines) and lines[close].space <= 1:
        close += 1
    if close < len(lines) <= 3 and after and after.kind in ("date", "source", "byline"):
        return lines
    return lines[:close] if close <= 3 else lines[:1]


def _is_letterhead(p: Paragraph) -> bool:
    """Whether the line is the name of the body whose paper it is, or of several."""
    return p.text == "文件" or all(_BODY.fullmatch(name.removesuffix("文件")) for name in p.text.split())


def _letterhead(text: Text, front: Sequence[Paragraph]) -> str | None:
    """The body at the head of its notice, thanks or list: on the line above, or before the kind of paper on one line."""
    for i, p in enumerate(front[:_TOP]):
        first, *rest = p.text.split()
        below = [q.text for q in front[i + 1 : i + 1 + _TOP]]
        if _BODY.fullmatch(first) and any(map(_PAPERS.search, [" ".join(rest)] if rest else below)):
            return as_written(text, p, first)
    return None


def _heads(body: Sequence[Paragraph], lines: Sequence[Paragraph]) -> bool:
    """Whether the lines stand at the head of a text, before its first prose."""
    first = next((i for i, p in enumerate(body) if p.kind in ("prose", "item", "row")), len(body))
    return body.index(lines[0]) < first


def _periodical(text: Text, front: Sequence[Paragraph]) -> str | None:
    """The name of a paper that comes in issues: the longest line right before an issue's number, or that holds one."""
    names = [
        a
        for a, b in pairwise(front)
        if a.kind in ("heading", "line") and _ISSUE.match(b.text) and not _ISSUE.match(a.text)
    ]
    if names:
        return headline(text, [max(names, key=lambda p: p.end - p.start)]).title
    for p in front:
        if p.kind == "field" and (m := _NAMED_ISSUE.match(p.text)):  # the head of each page
            return text.clean[p.start : p.start + m.end("name")]
    return None


def _published(front: Sequence[Paragraph], many: bool) -> date | None:
    if many:
        about = (p for p in front if p.kind in ("date", "source", "field", "row"))
        return _first(first_day(p.text) for p in about) or masthead.issued(front)
    front = list(takewhile(lambda p: not OFFERED.match(p.text), front))
    if sum(p.kind in _DAYS and DAY.match(p.text) is not None for p in front) >= _CHRONICLE:
        return None
    first = next((i for i, p in enumerate(front) if p.kind == "heading"), 0)
    said = published(front[first + 1 :]) or published(front[:first]) or with_year_last(front)
    return said or stamped(front)


def _opening_day(front: Sequence[Paragraph], stated: Fields) -> date | None:
    """The day of the agency's opening with the year of the page's address, or of a day that its paragraph tells in full."""
    lead = _first(p for p in front[:_HEAD] if p.dateline)
    if not lead or not lead.dateline:
        return None
    addresses = [stated.get("url", ""), *(p.text for p in front if p.kind == "link")]
    for m in (m for address in addresses if (m := _ADDRESS_DAY.search(address))):
        day = full_day(lead.dateline.text, date(int(m[1]), 12, 31))
        if day and (m[2], m[3]) >= (f"{day.month:02}", f"{day.day:02}") and int(m[2]) - day.month <= 1:
            return day
    told = first_day(lead.text) if "周年" not in lead.text else None
    day = full_day(lead.dateline.text, told + _NEWS) if told else None
    return day if day and told and day >= told else None
