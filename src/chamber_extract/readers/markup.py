"""Marks inside text files: tags, entities, Markdown, front matter, table pipes, control characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from chamber_extract.normalize.script import DOUBLES, fold, ideograph
from chamber_extract.segment.header import header_lines
from chamber_extract.text import HARD_BREAK, Draft, Edit

_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Zero-width and direction marks, soft hyphens, byte order marks and control characters say nothing.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]+"
)

_BLOCK_TAGS = (
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 head header hr html li main nav ol option p pre section select table tbody tfoot thead tr ul"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
_CELLS = frozenset({"td", "th"})
_INLINE_TAGS = (
    "a abbr acronym audio b big button caption cite code col colgroup del em embed font i iframe img input ins kbd "
    "label link map mark meta o:p object param q rp rt ruby s samp script small source span st1 strike strong style "
    "sub sup svg time title tt u var video wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
# What they hold is no text; the title is read for what the page says of itself.
_HIDDEN = frozenset({"script", "style", "svg", "title"})

_MARK = re.compile(
    r"""
    <!--                                                           # comment
  | <!doctype\b[^<>]{0,300}>
  | <(?P<link>(?:https?|ftp|mailto):[^\s<>]{1,2000})>              # autolink
  | </?(?P<tag>[A-Za-z][A-Za-z0-9]{0,11}(?::[A-Za-z]{1,12})?)(?=[\s/>])(?=\s*+[A-Za-z/>])[^<>]{0,4000}> # tag
  | &(?:amp;)?(?P<entity>\#[0-9]{1,7};|\#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|nbsp(?![A-Za-z]))
    """,
    re.VERBOSE | re.IGNORECASE,
)


def strip(source: str) -> Draft:
    """The text without its marks; line ends are line feeds, ends of blocks hard breaks, ends of cells tabs."""
    draft = Draft.of(source)
    draft = draft.edit(_plain_lines(draft.text))
    draft = draft.edit(_front_matter(draft.text))
    if "<" in draft.text or "&" in draft.text:
        draft = draft.edit(_tags(draft.text))
    return unmark(draft)


def unmark(draft: Draft) -> Draft:
    """The draft without the marks of Markdown, which stand in pages and documents made from such a text too."""
    return draft.edit(_markdown(draft.text))


def _plain_lines(text: str) -> list[Edit]:
    edits = [Edit(m.start(), m.end(), "\n") for m in _LINE_END.finditer(text)]
    edits += [Edit(m.start(), m.end()) for m in INVISIBLE.finditer(text)]
    edits += [Edit(m.start(), m.end(), ideograph(m[0])) for m in DOUBLES.finditer(text)]
    return sorted(edits)


_HEADER = 6000  # characters: more than a header has
_FRONT_MATTER = re.compile(
    r"\s*(---[ \t]*\n)(?=[A-Za-z_][\w-]*[ \t]*:)((?:(?!---|\.\.\.).*\n){1,200}?)((?:---|\.\.\.)[ \t]*(?:\n|$))"
)


def _front_matter(text: str) -> list[Edit]:
    """Takes out the fences; each line between them, or of a header without fences, becomes a paragraph."""
    m = _FRONT_MATTER.match(text)
    if not m:
        ends = (end for _, end in header_lines(fold(text[:_HEADER])) if end < min(len(text), _HEADER))
        return [Edit(end, end + 1, HARD_BREAK) for end in ends]
    edits = [Edit(m.start(1), m.end(1))]
    position = m.start(2)
    for line in m[2].splitlines(keepends=True):
        position += len(line)
        edits.append(Edit(position - 1, position, HARD_BREAK))
    edits.append(Edit(m.start(3), m.end(3), HARD_BREAK))
    return edits


def _tags(text: str) -> Iterator[Edit]:
    position = 0
    missing: set[str] = set()  # closings that do not occur any more: looked for once only
    for m in _MARK.finditer(text):
        if m.start() < position:
            continue
        start, end, put = m.start(), m.end(), ""
        if m["entity"]:
            decoded = _entity(m["entity"])
            if decoded is None:
                continue
            put = decoded
        elif m["link"]:
            yield Edit(start, start + 1)
            yield Edit(end - 1, end)
            position = end
            continue
        elif m[0] == "<!--":
            end = _closing(text, "-->", end, missing)
            if end < 0:
                continue
        elif m["tag"]:
            tag = m["tag"].lower()
            if tag in BLOCKS:
                put = HARD_BREAK
            elif tag in _CELLS:
                put = "\t" if m[0][1] == "/" else ""
            elif tag not in _INLINE and ":" not in tag:
                continue
            elif tag in _HIDDEN and m[0][1] != "/" and not m[0].endswith("/>"):
                closing = _closing(text, f"</{m['tag']}>", end, missing)
                end = closing if closing > 0 else end
                put = HARD_BREAK if tag == "title" else ""
        yield Edit(start, end, put)
        position = end


def _closing(text: str, closing: str, start: int, missing: set[str]) -> int:
    """The offset after the next closing, or -1."""
    if closing in missing:
        return -1
    found = text.find(closing, start)
    if found < 0:
        missing.add(closing)
        return -1
    return found + len(closing)


def _entity(name: str) -> str | None:
    """The character of an entity, the empty string for an invisible one, None where there is no such entity."""
    decoded = html.unescape(f"&{name.rstrip(';')};")
    if decoded == "\xa0":
        return " "
    if decoded in "\r\n":
        return "\n"
    if len(decoded) != 1:
        return None
    return "" if INVISIBLE.match(decoded) else decoded


_LINE_MARKS = re.compile(
    r"""^[ \t]*+(?:
        (?P<rule>(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|`{3,}\w*|(?=[^\n|]*\|)[|+\-=:\ \t]+)$  # rules, fences, empty rows
      | (?P<heading>\#{1,6}[ \t]+)(?=\S)
      | (?P<quote>(?:>[ \t]?)+)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])[^*\n\x1e]*?(?<=[^\s*])\1")
# Emphasis by one mark stands free on both sides: 王*明、李*华 are masked names, a_b_c a name, 2*3*4 a product.
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])[^*_\n\x1e]{1,200}(?<=[^\s*_])\1(?![\w*])")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\((?=[^()\s]{0,1000}[/.#])[^()\s]{1,1000}(?:\([^()\s]{0,100}\)[^()\s]{0,1000})?(?:[ \t]+\"[^\"\n]{0,200}\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]{1,2000})>")
_ROW = re.compile(r"^[ \t]*\|.*$|^.*\|[ \t]*$", re.MULTILINE)


def _markdown(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for m in _LINE_MARKS.finditer(text):
        kind = m.lastgroup or ""
        edits.append(Edit(m.start(kind), m.end(kind), "" if kind == "quote" else HARD_BREAK))
        if kind == "heading":
            end = text.find("\n", m.end())
            if end >= 0:
                edits.append(Edit(end, end + 1, HARD_BREAK))
    if "**" in text or "__" in text:
        for m in _BOLD.finditer(text):
            if m[1] == "__" and _inside_word(text, m.start(), m.end()):
                continue
            edits += [Edit(m.start(), m.start() + 2), Edit(m.end() - 2, m.end())]
    if "*" in text or "_" in text:
        for m in _EMPHASIS.finditer(text):
            edits += [Edit(m.start(), m.start() + 1), Edit(m.end() - 1, m.end())]
    if "](" in text:
        for m in _LINK.finditer(text):
            if m["image"]:
                edits.append(Edit(m.start(), m.end()))
            else:
                edits += [Edit(m.start(), m.start() + 1), Edit(m.end("text"), m.end())]
    if "<" in text:
        for m in _AUTOLINK.finditer(text):
            edits += [Edit(m.start(), m.start(1)), Edit(m.end(1), m.end())]
    if "|" in text:
        for m in _ROW.finditer(text):
            edits += _cells(m[0], m.start())
    return _without_overlap(edits)


def _inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _cells(row: str, offset: int) -> list[Edit]:
    """Pipes at the ends of a row go, those between its cells become tabs."""
    body = row.strip(" \t|")
    first = row.find(body) if body else len(row)
    last = first + len(body)
    edits = []
    for m in re.finditer(r"[ \t]*\|[ \t]*", row):
        inside = first <= m.start() and m.end() <= last
        edits.append(Edit(offset + m.start(), offset + m.end(), "\t" if inside else ""))
    return edits


def _without_overlap(edits: list[Edit]) -> list[Edit]:
    """The edits in order; of two that overlap the earlier, then the longer stands."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
