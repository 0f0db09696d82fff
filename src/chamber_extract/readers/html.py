"""Web pages: the visible text, its tables as rows, and what the page states of itself."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from chamber_extract.models import Problem
from chamber_extract.readers import plain
from chamber_extract.readers.blocks import Blocks
from chamber_extract.readers.markup import BLOCKS as EVERY_BLOCK
from chamber_extract.readers.page_asides import UNSEEN, asides
from chamber_extract.readers.page_head import page_head
from chamber_extract.readers.source import Content, Format, Source
from chamber_extract.segment.stated import Stated

_HEADINGS = {f"h{i}": i for i in range(1, 7)}
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# A label opens a part of a line about the text even where no space stands before it.
_LABEL = re.compile(
    r"\s*(?:文章|信息|稿件)?(?:来源|來源|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|发布|發佈|日期|时间|時間|点击|點擊|浏览|瀏覽|阅读|閱讀|字体|字體|字号|字號)\s?[:：]"
)
_BLOCKS = EVERY_BLOCK - {"br", "hr"}
# Programs put these around the lines of a typed or printed text too.
_LAYOUT = frozenset({"p", "div", "center", "section", "pre", "body"})
_LONG_CELL = 300  # characters: a cell of data holds a name, a sum, a remark
_WIDEST = 50  # columns that one cell may span


def read(source: Source) -> Content:
    """The page's text. Raises ReadError where it has none."""
    decoded = plain.decode(source)
    problems = plain.damage(decoded)
    if is_too_deep(decoded.text):
        message = "the page's elements are nested too deeply: read as text, without its structure"
        problems = (*problems, Problem(code="nested_too_deeply", message=message))
        return Content(plain.tidy(decoded.text), decoded.encoding, problems)
    tree = LexborHTMLParser(decoded.text)
    blocks = Blocks()
    add(tree, blocks)
    stated = Stated("metadata", page_head(tree))
    return Content(blocks.finish(), decoded.encoding, problems, stated=(stated,))


def add(tree: LexborHTMLParser, blocks: Blocks) -> None:
    """Adds the visible text of the page's body."""
    body = tree.body
    if body is not None:
        _Walk(blocks, asides(body)).through(body)


class _Walk:
    """Goes through a tree once, however deep it is, without calling itself."""

    def __init__(self, blocks: Blocks, aside: frozenset[int]) -> None:
        self.blocks, self.aside = blocks, aside
        self.aside_at = 0  # the outermost element that stands aside
        self.rows: list[_Row | None] = []  # of each table around: None where it only lays out the page
        self.before = 0  # blocks before the paragraph
        self.kept = 0  # how many elements around keep their white space

    def through(self, body: LexborNode) -> None:
        """Enters and leaves every element below the body, in the order of the page."""
        node: LexborNode | None = body
        while node is not None:
            if self._enter(node) and node.first_child is not None:
                node = node.first_child
                continue
            self._leave(node)
            while node is not None and node.next is None:
                node = None if node.mem_id == body.mem_id else node.parent
                if node is None or node.mem_id == body.mem_id:
                    self.blocks.close()
                    return
                self._leave(node)
            node = node.next if node is not None else None

    def _enter(self, node: LexborNode) -> bool:
        """Begins an element; says whether what it holds is to be read."""
        tag = node.tag
        if node.is_text_node:
            self._text(node)
            return False
        if tag is None or tag in UNSEEN or not node.is_element_node or _is_hidden(node):
            return False
        if node.mem_id in self.aside and not self.aside_at:
            self.blocks.close(hard=True)
            self.aside_at, self.blocks.aside = node.mem_id, True
        if tag == "br":
            self._line()
        elif tag == "hr":
            self.blocks.rule()
        elif tag == "table":
            self._break(tag)
            self.rows.append(_Row() if _holds_data(node) else None)
        elif tag == "tr" and self._row is not None:
            self.blocks.close()
            self._row.begin()
        elif tag in ("td", "th") and self._row is not None:
            self._row.cell(self.blocks, node)
        elif tag in _BLOCKS or tag in ("td", "th"):
            self._break(tag)
        if tag == "p":
            self.before = len(self.blocks)
        elif tag == "pre":
            self.kept += 1
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "pre" and not _is_hidden(node):
            self.kept -= 1
        if tag in _HEADINGS:
            self._break(tag, _HEADINGS[tag])
        elif tag == "table" and self.rows and not _is_hidden(node):
            self.rows.pop()
            self._break(tag)
        elif tag == "tr" and self._row is not None:
            self.blocks.close(row=self._row.cells > 1)
            self._row.begin()
        elif tag in _BLOCKS:
            if tag == "p" and len(self.blocks) == self.before and not self.blocks.open:
                self.blocks.blank()
            self._break(tag)
        if self.aside_at and node.mem_id == self.aside_at:
            self.blocks.close(hard=True)
            self.aside_at, self.blocks.aside = 0, False

    @property
    def _row(self) -> _Row | None:
        return self.rows[-1] if self.rows else None

    @property
    def _in_cell(self) -> bool:
        return self._row is not None and self._row.cells > 0

    def _break(self, tag: str, level: int = 0) -> None:
        """The end of a block; in a cell of data no more than a space."""
        if self._in_cell:
            self.blocks.text(" ")
        else:
            self.blocks.close(level, hard=tag not in _LAYOUT)

    def _line(self) -> None:
        if self._in_cell:
            self.blocks.text(" ")
        else:
            self.blocks.line()

    def _text(self, node: LexborNode) -> None:
        text = node.text_content or ""
        if node.prev is None and self.blocks.open and _LABEL.match(text):
            self.blocks.text(" ")
        self.blocks.text(text, kept=self.kept > 0)


class _Row:
    """A row of a table of data in the making."""

    def __init__(self) -> None:
        self.cells = 0
        self.wide = 0  # columns that the last cell reaches over, its own aside
        self.spans: dict[int, int] = {}  # for columns: rows below over which a cell reaches

    def begin(self) -> None:
        self.cells = self.wide = 0

    def cell(self, blocks: Blocks, node: LexborNode) -> None:
        """Begins a cell in its column, behind the cells of rows above that reach down here."""
        for _ in range(self.wide):
            self._next(blocks)
        while self.spans.get(self.cells, 0):
            self.spans[self.cells] -= 1
            self._next(blocks)
        self._next(blocks)
        self.wide, high = _span(node, "colspan") - 1, _span(node, "rowspan")
        for column in range(self.cells - 1, self.cells + self.wide):
            self.spans[column] = high - 1

    def _next(self, blocks: Blocks) -> None:
        if self.cells:
            blocks.cell()
        self.cells += 1


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or ""
    return min(max(int(value), 1), _WIDEST) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _holds_data(table: LexborNode) -> bool:
    """Whether the table's rows are records, and not the columns of the page's layout."""
    if table.css_first("h1, h2") is not None or len(table.css("table")) > 1:
        return False
    return all(len(cell.text()) <= _LONG_CELL for cell in table.css("td, th"))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style") or ""))


_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_FREE = frozenset(
    "p li td th tr dt dd option tbody thead tfoot br hr img input meta link area base col embed source track wbr".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_DEEPEST = 5_000  # elements inside one another; beyond, building the tree takes time with their square
_REOPENED = 2_000_000  # elements made again, since the formatting left open goes on in every block


def is_too_deep(page: str) -> bool:
    """Whether the tree of the page would be far larger than the page, as only a hostile one's is."""
    depth = formatting = reopened = 0
    for m in _TAG.finditer(page):
        tag = m[2].lower()
        if tag in _FREE:
            reopened += formatting
        else:
            step = -1 if m[1] else 1
            depth = max(0, depth + step)
            if tag in _FORMATTING:
                formatting = max(0, formatting + step)
            else:
                reopened += formatting
        if depth > _DEEPEST or reopened > _REOPENED:
            return True
    return False


def _is_page(data: bytes, suffix: str) -> bool:
    return plain.is_page(data) or (suffix in _SUFFIXES and b"<" in data[:1024])


_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
FORMATS = (
    # A page in a text file is read as text: offsets into such a file count the file's own characters.
    Format(
        "text/html", (), lambda data, suffix: suffix in plain.SUFFIXES and plain.is_page(data), plain.read
    ),
    Format("text/html", _SUFFIXES, _is_page, read),
)
