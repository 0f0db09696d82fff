"""Paragraphs and what kind of line each is: prose, heading, table row, date line, byline, contents entry…"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from chamber_extract.segment.appeared import day_beside
from chamber_extract.segment.datelines import Dateline, dateline
from chamber_extract.segment.header import FIELDS, TEXT_KEYS, Field, field_of, header_lines
from chamber_extract.segment.kinds import Kind, closed_label, kind_of
from chamber_extract.segment.particulars import Credit
from chamber_extract.segment.who_wrote import writer
from chamber_extract.text import Text

_META = re.compile(r"[A-Za-z_][\w-]{0,30}[ \t]*:|[ \t]*- ")
_MARKED_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?P<hashes>#{1,6})[ \t]+$|<h(?P<level>[1-6])\b[^<>]*>(?:\s|<(?!/)[^<>]*>)*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:^|\n)[ \t]*(?:-{5,}|={5,}|\*{5,}|_{5,}|—{5,}|─{5,}|(?:\* ){3,}|<hr\b)[^\n]*\n\s*$")
_DRAWN = re.compile(r"[-=*_—─―~～]{5,}|(?:[-=*_—─~◇◆※☆★·][ \u3000]*){3,}")
_FIGURES = re.compile(r"\d+")
_ISSUE = re.compile(r".{4,40}第0期")
_PAGE = re.compile(r"[ ·—-]+0[ ·—-]*")
_RECORDS = 3  # lines: two alike are a headline
# More than one title stands in a file of several records.
_TITLE = re.compile(r"^(?:(?:标题|题目|title|headline) ?:|【(?:标题|题目)】)", re.MULTILINE | re.IGNORECASE)
_OF_FIELD: dict[Field, Kind] = {"title": "heading", "day": "date", "source": "source", "url": "link"}
_NUMBER = re.compile(r"[\W_]*(?:(?:PART|NO)\.? ?0?(\d{1,2})|0(\d))[\W_]*", re.IGNORECASE)
# Of the words before a day, that they are no title.
_NO_TITLE = re.compile(r"[。|:]|记者|作者")
_BODY = re.compile(r"(?:[会联局委厅部室处社司馆院署网报刊编印办号]|中心|公司)$")
_SOME_TITLE = 8  # characters of a title: fewer before a day are people
_COLUMN = 5  # characters of a column's name
_HALF = 24  # characters of a headline's half
_NEAR = 400  # characters before a line in which its marks stand


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the clean text, folded.

    `space` counts the line feeds of the source before it, `level` is that of a marked heading,
    `ruled` says that a line is drawn before it, `credit` is what it says of the paper
    and day of a text.
    """

    start: int
    end: int
    text: str
    kind: Kind
    space: int
    level: int = 0
    ruled: bool = False
    credit: Credit | None = None

    @property
    def dateline(self) -> Dateline | None:
        """The opening of a news item that it begins with, None where there is none."""
        return dateline(self.text) if self.kind == "prose" else None


def paragraphs(text: Text) -> list[Paragraph]:
    """The paragraphs in order; `text` of each is the folded one."""
    found: list[Paragraph] = []
    several = len(_TITLE.findall(text.folded)) > 1
    in_meta = not several and text.source.lstrip().startswith("---")
    header = set() if several else {start for start, _ in header_lines(text.folded)}
    position = 0
    levels = {m.start: m.level for m in text.marks if m.level}
    for line in text.folded.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        keyed = start in header and _is_particular(line)
        body = line.strip(" \u3000\xa0")
        if not body.strip() or _DRAWN.fullmatch(body):
            continue
        start += line.index(body)
        end = start + len(body)
        in_meta = in_meta and bool(_META.match(body))
        before = text.source[text.ends[found[-1].end - 1] if found else 0 : text.starts[start]]
        place = text.starts[start]
        level = levels.get(place) or _level(before[-_NEAR:])
        kind: Kind = "meta" if in_meta or keyed else "heading" if level else kind_of(body)
        if several and (said := field_of(body)):
            kind = _OF_FIELD.get(FIELDS[said[0]], kind) if said[0] in FIELDS and said[1] else kind
            kind = "field" if said[0] in TEXT_KEYS and not said[1] else kind
        found.append(
            Paragraph(
                start,
                end,
                body,
                kind,
                before.count("\n"),
                level,
                bool(_RULE.search(before[-_NEAR:])),
            )
        )
    for read in _PASSES:
        found = read(found)
    return found


def _is_particular(line: str) -> bool:
    """Whether a line of a header is no sentence, as a summary of the text would be."""
    said = field_of(line)
    return said is not None and (said[0] in FIELDS or "。" not in said[1])


def _without_running_heads(found: list[Paragraph]) -> list[Paragraph]:
    """A heading that comes a third time, its figures aside, heads pages, not texts; behind its issue may stand the page."""
    keys = [_running_head(p) for p in found]
    headings = {key for key, p in zip(keys, found, strict=True) if p.kind == "heading"}
    heads = {key for key, n in Counter(keys).items() if n >= 3 and key in headings}
    if not heads:
        return found
    return [replace(p, kind="field") if key in heads else p for key, p in zip(keys, found, strict=True)]


def _running_head(p: Paragraph) -> str:
    """What a heading has in common with itself on other pages."""
    text = _FIGURES.sub("0", p.text)
    if p.kind == "entry":
        return text[: m.end()] if (m := _ISSUE.match(text)) and _PAGE.fullmatch(text, m.end()) else ""
    return text if p.kind == "heading" else ""


def _without_records(found: list[Paragraph]) -> list[Paragraph]:
    """Lines one after another with as many commas each are records of a list, not headings."""
    for i in range(len(found) - _RECORDS + 1):
        run = found[i : i + _RECORDS]
        commas = run[0].text.count("，")
        if commas and all(p.kind in ("heading", "item") and p.text.count("，") == commas for p in run):
            found[i : i + _RECORDS] = [replace(p, kind="item") for p in run]
    return found


def _with_numbers(found: list[Paragraph]) -> list[Paragraph]:
    """A number on a line of its own belongs to the headline under it where such numbers count from one: 01, NO.2."""
    counted = [
        (i, int(m[1] or m[2]))
        for i, (p, below) in enumerate(pairwise(found))
        if below.kind == "heading" and below.space <= 2 and (m := _NUMBER.fullmatch(p.text))
    ]
    if len(counted) < 2 or [n for _, n in counted] != list(range(1, len(counted) + 1)):
        return found
    joined = list(found)
    for i, n in reversed(counted):
        above, below = found[i : i + 2]
        text = f"{n:02} {below.text}"
        joined[i : i + 2] = [replace(below, start=above.start, text=text, space=above.space)]
    return joined


def _with_columns(found: list[Paragraph]) -> list[Paragraph]:
    """Words that stand apart and close over headlines are the columns of a paper, where there are three of them: 法规解读."""
    columns = {
        i
        for i, (p, below, told) in enumerate(zip(found, found[1:], found[2:], strict=False))
        if p.kind in ("heading", "line")
        and len(p.text) <= _COLUMN
        and p.space > 1 >= below.space
        and below.kind == "heading"
        and len(below.text) >= len(p.text)
        and told.kind in ("heading", "line", "prose", "byline", "source", "date", "deck")
    }
    if len(columns) < _RECORDS:
        return found
    return [replace(p, kind="label") if i in columns else p for i, p in enumerate(found)]


def _with_broken_headlines(found: list[Paragraph]) -> list[Paragraph]:
    """A short line that ends with a comma is the upper half of a headline where the lower half and an article's text
    follow; one that ends with a colon, where the document has two of them over prose, too: no letter greets twice."""
    halves = {
        i
        for i, (upper, lower) in enumerate(pairwise(found))
        if upper.kind == "prose"
        and upper.text[-1] in "，、:"
        and len(upper.text) <= _HALF
        and (i == 0 or upper.space > 1)
        and (lower.kind, lower.space) == ("heading", 1)
    }
    bodies = {i: found[i + 2] for i in halves if i + 2 < len(found)}
    named = {i for i, p in bodies.items() if found[i].text[-1] == ":" and p.kind == "prose" and p.space > 1}
    about = {i for i, p in bodies.items() if p.kind in ("date", "source", "byline") or p.dateline}
    upper = about | named if len(named) > 1 else about
    return [replace(p, kind="heading") if i in upper else p for i, p in enumerate(found)] if upper else found


def _with_dated_headlines(found: list[Paragraph]) -> list[Paragraph]:
    """Lines over texts that end with their day are headlines where one, between two texts, is no body's or paper's: 商会换届 2016-12-20."""
    dated = {
        i: p.text[: said.start] or p.text[said.end :]
        for i, (p, below) in enumerate(pairwise(found))
        if p.kind in ("source", "item") and below.kind == "prose" and (said := day_beside(p.text))
    }
    titles = {i for i, title in dated.items() if len(title) >= _SOME_TITLE and not _NO_TITLE.search(title)}
    if not any(i and found[i - 1].kind == "prose" and not _BODY.search(dated[i]) for i in titles):
        return found
    return [replace(p, kind="heading") if i in titles else p for i, p in enumerate(found)]


def _with_writers(found: list[Paragraph]) -> list[Paragraph]:
    """Names between a headline and its text are who wrote it, unless the text is on the one so named; behind an office or
    a body they are above all text only, for further below such lines say who speaks."""
    told = next((i for i, p in enumerate(found) if p.kind in ("prose", "item", "row")), len(found))
    writers = {
        i
        for i, (above, p, below) in enumerate(zip(found, found[1:], found[2:], strict=False), 1)
        if above.kind in ("heading", "line")
        and below.kind in ("prose", "date", "source")
        and p.kind in ("line", "heading", "label")
        and p.space <= below.space
        and (who := writer(p.text))
        and (i < told or not who.office)
        and not (who.name and below.text.startswith(who.name))
    }
    return (
        [replace(p, kind="byline") if i in writers else p for i, p in enumerate(found)] if writers else found
    )


def _with_meetings(found: list[Paragraph]) -> list[Paragraph]:
    """A time beside a place, or a line or two above it, is that of a meeting, not of the text."""
    below = [*(closed_label(p.text) for p in found[1:]), "", ""]
    held = {
        i
        for i, p in enumerate(found)
        if p.kind in ("source", "date", "byline", "field")
        and (any(line.startswith("地点") for line in below[i : i + 2]) or "地点" in p.text[:80])
    }
    return [replace(p, kind="item") if i in held else p for i, p in enumerate(found)]


_PASSES = (
    _without_running_heads,
    _without_records,
    _with_numbers,
    _with_columns,
    _with_broken_headlines,
    _with_dated_headlines,
    _with_writers,
    _with_meetings,
)


def _level(before: str) -> int:
    if "#" not in before and "<h" not in before and "<H" not in before:
        return 0
    m = _MARKED_HEADING.search(before)
    if not m:
        return 0
    return len(m["hashes"]) if m["hashes"] else int(m["level"])
