"""Paragraphs and what kind of line each is: prose, heading, table row, date line, byline, contents entry…"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from chamber_extract.segment.kinds import Kind, kind_of
from chamber_extract.text import Text

_META = re.compile(r"[A-Za-z_][\w-]{0,30}[ \t]*:|[ \t]*- ")
_MARKED_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?P<hashes>#{1,6})[ \t]+$|<h(?P<level>[1-6])\b[^<>]*>(?:\s|<(?!/)[^<>]*>)*$",
    re.IGNORECASE,
)
# The opening of a news item: 【本报讯】, 本报讯 , 新华社北京2月3日电, 中新网2月3日电.
_DATELINE = re.compile(
    r"【(?P<paper>[^【】]{0,16}?)(?:综合)?(?:讯|电|报道)】|(?:本报|本网|本刊|本台|本会)[㐀-鿿]{0,6}(?:\d{1,2}月\d{1,2}日)?[讯电][\s(]"
    r"|(?P<press>[㐀-鿿]{2,6}[报社网])[㐀-鿿]{0,4}讯[\s(]"
    r"|[(][^()，。:]{2,8}?\d{1,2}日(?:综合|专题|外电)?[讯电][)]|(?P<agency>新华社|新华网|中新社|中新网|人民网|央视网|中国新闻网|中国侨网|中通社|中评社)[^，。]{0,20}[电讯日][\s(]"
)
_RULE = re.compile(r"(?:^|\n)[ \t]*(?:-{5,}|={5,}|\*{5,}|_{5,}|—{5,}|─{5,}|(?:\* ){3,}|<hr\b)[^\n]*\n\s*$")
_FIGURES = re.compile(r"\d+")
_NEAR = 400  # characters before a line in which its marks stand
_PAPER = re.compile(r"[报社网刊台]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the clean text, folded.

    `space` counts the line feeds of the source before it, `level` is that of a marked heading,
    `ruled` says that a line is drawn before it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    space: int
    level: int = 0
    ruled: bool = False

    @property
    def dateline(self) -> str:
        """The opening of a news item that it begins with, empty where there is none."""
        m = _DATELINE.match(self.text) if self.kind == "prose" else None
        return m[0] if m else ""

    @property
    def paper(self) -> str | None:
        """The medium that the opening names: 新华社, 大公报 in 【大公报讯】."""
        m = _DATELINE.match(self.text) if self.kind == "prose" else None
        name = m and (m["agency"] or m["press"] or m["paper"])
        return name if name and (m["agency"] or _PAPER.search(name)) and not name.startswith("本") else None


def paragraphs(text: Text) -> list[Paragraph]:
    """The paragraphs in order; `text` of each is the folded one."""
    found: list[Paragraph] = []
    in_meta = text.source.lstrip().startswith("---")
    position = 0
    for line in text.folded.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        body = line.strip(" \u3000\xa0")
        if not body.strip():
            continue
        start += line.index(body)
        end = start + len(body)
        in_meta = in_meta and bool(_META.match(body))
        before = text.source[text.ends[found[-1].end - 1] if found else 0 : text.starts[start]]
        level = _level(before[-_NEAR:])
        kind: Kind = "meta" if in_meta else "heading" if level else kind_of(body)
        found.append(
            Paragraph(start, end, body, kind, before.count("\n"), level, bool(_RULE.search(before[-_NEAR:])))
        )
    return _without_running_heads(found)


def _without_running_heads(found: list[Paragraph]) -> list[Paragraph]:
    """A heading that comes a third time, its figures aside, heads pages, not texts."""
    times = Counter(_FIGURES.sub("0", p.text) for p in found if p.kind == "heading")
    heads = {text for text, n in times.items() if n >= 3}
    if not heads:
        return found
    return [
        replace(p, kind="field") if p.kind == "heading" and _FIGURES.sub("0", p.text) in heads else p
        for p in found
    ]


def _level(before: str) -> int:
    if "#" not in before and "<h" not in before and "<H" not in before:
        return 0
    m = _MARKED_HEADING.search(before)
    if not m:
        return 0
    return len(m["hashes"]) if m["hashes"] else int(m["level"])
