"""Who wrote: the names in bylines, news openings, closing brackets and mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.segment.kinds import closed_label
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.text import Text

_WRITES = (
    r"(?:记者|通讯员|作者|撰文|撰稿|采写|采编|整理|供稿|文字|[总主]编|编辑|编审|责编|美编|文(?=\s*[:：/／|]))"
)
_ROLE = re.compile(
    rf"(?:[㐀-鿿]{{2,6}}[报刊社网台](?=[特实见首]|记者|通讯员)|本报|本刊|本网|本台|特约|特派|实习|见习|首席|驻[㐀-鿿]{{2,4}}|新华社|中新社|责任|执行|美术|副|新媒体)*{_WRITES}\s*[:：/／|]?"
)
_OTHER_ROLE = re.compile(
    r"(?:摄影|摄|图片|图|审核|校对|监制|策划|设计|制作|版式|审校|终审|初审|复审)\s*[:：/／|]"
)
_OPENING = re.compile(
    r"\s*[■□▲△●○◆◇]\s*(?=[㐀-鿿])|\s*[【\[(（]?\s*(?=(?:本报|本刊|本网|特约|实习|见习)*(?:记者|通讯员))"
    r"|\s*[【\[(（]?\s*(?=(?:作者|文字?|撰文|撰稿|采写|编辑|责任编辑|责编|整理|供稿|[总主]编)\s?[:：/|])"
)
_REPORTS = re.compile(r"(?P<place>[㐀-鿿]{0,4}?)(?:摄影报道|综合报道|报道|摄影|摄|文|电|讯)$")
_CLOSING = re.compile(
    r"[。！？”…]\s*[(（]\s*(?P<names>(?:(?:本报|特约)?(?:记者|通讯员|作者)\s?:?\s?)?[㐀-鿿·]{1,4}(?:[ 、][㐀-鿿·]{1,4}){0,4})\s*[)）]\s*$"
)
_BRACKETED = re.compile(r"【(?P<inside>[^【】]{0,10}(?:记者|通讯员)[^【】]{2,24})】")
_SPLIT = re.compile(r"[\s、，,;；:/／|()（）\[\]【】]+")
_NAME = re.compile(r"[㐀-鿿]{2,4}$|[㐀-鿿]{1,6}·[㐀-鿿·]{1,10}$")
_MASTHEAD = re.compile(rf"(?:责任|执行|美术|副|总|主|常务|文字)*{_WRITES}$")
_NO_NAMES = re.compile(
    r"报道|综合|整理|编辑|记者|作者|来源|下转|上接|待续|摘编|本报|本刊|图片|新华|中新|删节|编者|供稿"
)


def authors(text: Text, parts: Sequence[Paragraph]) -> tuple[str, ...]:
    """The authors as written, in order of appearance, each once."""
    found: dict[str, None] = {}
    for p in parts:
        for name in filter(surnamed, _of(p)):
            found.setdefault(_as_written(text, p, name))
    return tuple(found)


def _as_written(text: Text, p: Paragraph, name: str) -> str:
    """The name in the clean text's characters, without the space that pads it."""
    m = re.search(r"\s*".join(map(re.escape, name)), p.text)
    return "".join(text.clean[p.start + m.start() : p.start + m.end()].split()) if m else name


def _of(p: Paragraph) -> Iterator[str]:
    if p.kind == "byline":
        yield from names(p.text)
    elif p.kind == "row":
        label, *cells = p.text.split("\t")
        if _MASTHEAD.match(label.replace(" ", "")):
            for cell in cells:
                yield from _names_in(cell)
    elif p.kind == "prose":
        head = p.text[len(p.dateline) if "记者" not in p.dateline else 0 :][:60]
        if _OPENING.match(head):
            yield from names(head)
        m = _CLOSING.search(p.text, max(0, len(p.text) - 60))
        if m:
            yield from names(m["names"])
    elif p.kind == "source":
        m = _ROLE.search(p.text)
        if m and p.text[m.end() - 1] == ":":
            yield from _names_in(p.text[m.end() :])


def names(byline: str) -> Iterator[str]:
    """The names of a byline: 本报记者 王勇 通讯员李 明; running text behind them ends it."""
    m = _BRACKETED.match(byline)
    text = m["inside"] if m else closed_label(byline)
    text = _OTHER_ROLE.split(text)[0]
    pieces = _ROLE.split(_OPENING.sub("", text, count=1))
    for piece in pieces:
        yield from _names_in(piece)


def _names_in(text: str) -> Iterator[str]:
    tokens = [t for t in _SPLIT.split(text) if t]
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if len(token) == 1 and i + 1 < len(tokens) and len(tokens[i + 1]) <= 2:
            token, i = token + tokens[i + 1], i + 1
        name = _without_place(token)
        if _NO_NAMES.search(name) or not _NAME.match(name):
            return
        yield name
        if name != token:
            return
        i += 1


def _without_place(token: str) -> str:
    """The name before 大连报道: of five characters the first three are it, of four the first two."""
    m = _REPORTS.search(token)
    if not m:
        return token
    name = token[: m.start()] + m["place"]
    return name[: {4: 2, 5: 3, 6: 3, 7: 3}.get(len(name), len(name))]


def surnamed(name: str) -> bool:
    """Whether the name begins with a Chinese surname or is a foreign one."""
    return "·" in name or name[0] in _surnames() or name[:2] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in gazetteer.table("surnames"))
