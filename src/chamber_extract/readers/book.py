"""A document of pages as they are read one after another, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from PIL import Image

from chamber_extract.errors import ReadError
from chamber_extract.models import Page, Problem
from chamber_extract.readers import ocr
from chamber_extract.readers.columns import in_order
from chamber_extract.readers.pieces import Piece, Row, Sheet
from chamber_extract.readers.ruled_tables import mend, with_rows
from chamber_extract.readers.running_heads import Leaf
from chamber_extract.readers.source import Content
from chamber_extract.readers.typeset import typeset

# Below it one character in twenty is wrong, figures among them, or the engine does not know the script.
_SURE = Decimal("0.8")

_FONTS = "install a font for Chinese (on Debian fonts-arphic-uming) to read them as they were meant"


@dataclass(slots=True)
class Book:
    """Of the pages no more is kept than their lines. Pages count from 0."""

    leaves: list[Leaf] = field(default_factory=list)
    confidence: dict[int, Decimal] = field(default_factory=dict)  # of the pages read from pictures
    pictures: list[int] = field(default_factory=list)  # pages of which there was nothing to read them with
    unsure: list[int] = field(default_factory=list)  # pages of which too little could be made out
    damaged: list[int] = field(default_factory=list)
    unread: dict[int, int] = field(default_factory=dict)  # characters without a meaning, by page
    restored: dict[int, int] = field(default_factory=dict)  # characters of fonts that are nowhere, by page
    unknown: list[int] = field(default_factory=list)  # pages of which such characters are missing
    fonts: set[str] = field(default_factory=set)

    def add(self, sheet: Sheet) -> None:
        """The next page, as it was found."""
        if sheet.unread:
            self.unread[len(self.leaves)] = sheet.unread
        if sheet.restored:
            self.restored[len(self.leaves)] = sheet.restored
        elif sheet.unknown:
            self.unknown.append(len(self.leaves))
        if sheet.restored or sheet.unknown:
            self.fonts |= sheet.fonts
        found = _mended(in_order(with_rows(sheet)))
        rows = [i for i, p in enumerate(found) if isinstance(p, Row)]
        if rows and self._takes(found[rows[0]]):
            del found[rows[0]]
        self.leaves.append(Leaf(found, sheet.height, sheet.width))

    def _takes(self, row: Piece) -> bool:
        """Whether the row is the rest of the last one of the page before, which then gets it."""
        above = self.leaves[-1].lines if self.leaves else []
        last = max((i for i, p in enumerate(above) if isinstance(p, Row)), default=None)
        whole = None if last is None else mend(above[last], row)
        if whole:
            above[last] = whole
        return whole is not None

    def add_damaged(self) -> None:
        """The next page, of which nothing can be read."""
        self.damaged.append(len(self.leaves))
        self.leaves.append(Leaf([], 0.0, 0.0))

    def add_picture(self, engine: ocr.Engine, image: Image.Image) -> None:
        """The next page, as far as the engine can read it."""
        sheet, sure = ocr.read(engine, image)
        number = len(self.leaves)
        if sheet.pieces and sure < _SURE:
            self.unsure.append(number)
            sheet = Sheet()
        elif sheet.pieces:
            self.confidence[number] = sure
        self.add(sheet)

    def content(self, problems: Iterable[Problem] = ()) -> Content:
        """The text with its pages and all problems. Raises ReadError where no page has any."""
        problems = (*problems, *self._problems())
        if not any(leaf.lines for leaf in self.leaves):
            last = problems[-1] if problems else Problem(code="no_text_layer", message="no text was found")
            raise ReadError(last.message, last.code)
        made = typeset(self.leaves)
        pages = tuple(
            Page(number=i + 1, start_char=start, ocr=i in self.confidence, confidence=self.confidence.get(i))
            for i, start in enumerate(made.starts)
        )
        return Content(made.text, problems=problems, pages=pages)

    def _problems(self) -> Iterator[Problem]:
        if self.damaged:
            yield Problem(code="damaged_pages", message=f"{said(self.damaged)} damaged and cannot be read")
        if self.unread:
            message = (
                f"{said(self.unread)} without some characters ({sum(self.unread.values())} in all): "
                "the file does not say what they are"
            )
            yield Problem(code="unmapped_characters", message=message)
        if self.fonts:
            yield Problem(code="no_font", message=self._no_font())
        if self.pictures:
            yield Problem(
                code="no_text_layer", message=f"{said(self.pictures)} an image without text: {ocr.REMEDY}"
            )
        if self.unsure:
            message = f"{said(self.unsure)} an image of which too little can be made out: left out"
            yield Problem(code="ocr_unsure", message=message)
        if self.confidence:
            least = min(self.confidence.values())
            message = f"{said(self.confidence)} read from an image with confidence {least} or more: check what matters against it"
            yield Problem(code="ocr", message=message)

    def _no_font(self) -> str:
        names = ", ".join(sorted(self.fonts))
        pages = said([*self.restored, *self.unknown])
        how = f"{sum(self.restored.values())} characters drawn by themselves were read by their codes"
        what = (
            f"characters drawn by themselves are missing where {said(self.unknown)}" if self.unknown else how
        )
        return f"{pages} set in fonts that neither the file nor this machine has ({names}): {what}; {_FONTS}"


def _mended(found: list[Piece]) -> list[Piece]:
    """The lines of a page, rows that are broken between its columns made whole."""
    whole: list[Piece] = []
    for line in found:
        last = whole[-1] if whole else None
        if isinstance(line, Row) and isinstance(last, Row) and (row := mend(last, line)):
            whole[-1] = row
        else:
            whole.append(line)
    return whole


def said(numbers: Iterable[int]) -> str:
    """The pages as people write them, with a verb.

    >>> said([0]), said([1, 2, 3, 6])
    ('page 1 is', 'pages 2-4, 7 are')
    """
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    places = ", ".join(f"{r[0] + 1}-{r[-1] + 1}" if len(r) > 1 else str(r[0] + 1) for r in runs)
    return f"page {places} is" if len(runs) == 1 and len(runs[0]) == 1 else f"pages {places} are"
