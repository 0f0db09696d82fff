"""Word documents (DOCX): paragraphs, tables as rows, text boxes and notes; headers and footers are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from chamber_extract.readers import package
from chamber_extract.readers.blocks import Blocks
from chamber_extract.readers.package import Package
from chamber_extract.readers.source import Content, Format, Source

# What they hold is no text any more, or the same once more for old programs.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr"})
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_LONG_CELL = 300  # characters: a cell of data holds a name, a sum, a remark
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(source: Source) -> Content:
    """The document's text. Raises ReadError where it is damaged or encrypted."""
    with package.opened(source.data) as parts:
        writer = _Writer(_levels(parts))
        body = parts.tree("word/document.xml").find("body")
        writer.blocks_of(body if body is not None else Element("body"))
        for name, tag in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
            if name in parts.names:
                for note in parts.tree(name).iter(tag):
                    if note.get("type") not in _SEPARATORS:
                        writer.blocks_of(note)
    return Content(writer.blocks.finish())


def _levels(parts: Package) -> dict[str, int]:
    """The levels of the styles of headings, by the styles' ids."""
    if "word/styles.xml" not in parts.names:
        return {}
    levels = {}
    for style in parts.tree("word/styles.xml").iter("style"):
        name, outline = style.find("name"), style.find("./pPr/outlineLvl")
        words = name.get("val", "") if name is not None else ""
        m = _HEADING.match(words)
        if m or words.lower() == "title" or outline is not None:
            level = int(m[1]) if m else 1 if outline is None else int(outline.get("val", "0")) + 1
            levels[style.get("styleId", "")] = level
    return levels


class _Writer:
    """Adds what the document holds to the blocks, in its order."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.levels = levels
        self.blocks = Blocks(lines=True)

    def blocks_of(self, parent: Element) -> None:
        for child in parent:
            if child.tag == "p":
                self.paragraph(child)
            elif child.tag == "tbl":
                self.table(child)
            elif child.tag not in _UNSEEN:
                self.blocks_of(child)

    def paragraph(self, paragraph: Element) -> None:
        """The paragraph, and behind it the text boxes that hang on it."""
        boxes: list[Element] = []
        before = len(self.blocks)
        for kind, said in _runs(paragraph, boxes):
            if kind == "text":
                self.blocks.text(said)
            elif kind == "tab":
                self.blocks.cell()
            elif said == "page":
                self.blocks.close()
            else:
                self.blocks.line()
        if len(self.blocks) == before and not self.blocks.open:
            self.blocks.blank()
        self.blocks.close(self._level(paragraph), hard=_is_set_off(paragraph))
        for box in boxes:
            self.blocks_of(box)

    def _level(self, paragraph: Element) -> int:
        style, outline = paragraph.find("./pPr/pStyle"), paragraph.find("./pPr/outlineLvl")
        if outline is not None and outline.get("val", "").isdigit():
            return (int(outline.get("val", "9")) + 1) % 10  # 9 is body text
        return self.levels.get(style.get("val", ""), 0) if style is not None else 0

    def table(self, table: Element) -> None:
        """The rows of a table of data; of one that lays out a page, what its cells hold."""
        cells = list(table.iter("tc"))
        if any(c.find(".//tbl") is not None for c in cells) or any(
            len(_words(c)) > _LONG_CELL for c in cells
        ):
            for cell in cells:
                if cell.find(".//tc") is None or cell in table.findall("./tr/tc"):
                    self.blocks_of(cell)
            return
        for row in table.iter("tr"):
            columns = 0
            for cell in row.iter("tc"):
                if columns:
                    self.blocks.cell()
                merged = cell.find("./tcPr/vMerge")
                if merged is None or merged.get("val") == "restart":
                    self.blocks.text(_words(cell))
                span = cell.find("./tcPr/gridSpan")
                width = int(span.get("val", "1")) if span is not None else 1
                for _ in range(min(width, 50) - 1):
                    self.blocks.cell()
                columns += width
            self.blocks.close(row=columns > 1)


def _is_set_off(paragraph: Element) -> bool:
    """Whether the paragraph has an indent or a number of its own, as a line of the layout has not."""
    indent = paragraph.find("./pPr/ind")
    first = (indent.get("firstLine"), indent.get("firstLineChars")) if indent is not None else ()
    return any(v not in (None, "0") for v in first) or paragraph.find("./pPr/numPr") is not None


def _words(cell: Element) -> str:
    """The text of a cell, its paragraphs divided by spaces."""
    paragraphs = (
        "".join(said if kind == "text" else " " for kind, said in _runs(p, [])) for p in cell.iter("p")
    )
    return " ".join(p.strip() for p in paragraphs if p.strip())


def _runs(parent: Element, boxes: list[Element]) -> Iterator[tuple[str, str]]:
    """The pieces of a paragraph: text, tabs and breaks; text boxes are collected."""
    for child in parent:
        if child.tag == "t":
            yield "text", child.text or ""
        elif child.tag in ("tab", "ptab"):
            yield "tab", "\t"
        elif child.tag in ("br", "cr"):
            yield "break", child.get("type", "line")
        elif child.tag == "noBreakHyphen":
            yield "text", "-"
        elif child.tag == "txbxContent":
            boxes.append(child)
        elif child.tag not in _UNSEEN and not (child.tag == "r" and _is_hidden(child)):
            yield from _runs(child, boxes)


def _is_hidden(run: Element) -> bool:
    mark = run.find("./rPr/vanish")
    return mark is not None and mark.get("val", "true") not in ("0", "false")


FORMATS = (
    Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm"),
        lambda data, _: package.holds(data, b"word/document.xml"),
        read,
    ),
)
