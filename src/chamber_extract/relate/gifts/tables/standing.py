"""What stands over the lines of a document: a caption, the heads of a table, or that they are of something else."""

from __future__ import annotations

import re
from collections.abc import Callable

from chamber_extract.mention import Reading
from chamber_extract.relate.gifts.tables import captions, moneys, rolls
from chamber_extract.relate.gifts.tables.captions import Caption
from chamber_extract.relate.gifts.tables.sheets import Sheet
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span, at

_CELL = 8  # characters of a line among rows that is a row with one cell filled
_ODD = 60  # characters
_HEAD = 12  # characters of a line that heads some of the rows
_SHORT = 24  # characters of a line that may stand between a caption and its rows
_ABOVE = 6  # such lines
_BRINGS = re.compile("送[去来上]|拨付|分赠|移交")  # ●工商联走访敬老院，送去大米20袋
_AFTER = 3  # paragraphs after the rows within which a sentence may say where all of it went


class Standing:
    """What was last said over the lines that follow; paragraphs that are none of its rows change it.

    `sheet` is the table whose rows follow; `refused` says that what follows is headed by something else than gifts,
    `left` that it is what was not given away; `idle` counts the lines since the last row, `above` is the line just
    read. `passed` are the lines that tell of something else than gifts.
    """

    def __init__(self, reading: Reading, view: View, is_line: Callable[[Span], bool]) -> None:
        self.reading, self.view, self.is_line = reading, view, is_line
        self.folded = reading.text.folded
        self.caption: Caption | None = None
        self.sheet: Sheet | None = None
        self.refused = self.left = False
        self.idle = 0
        self.above: Span | None = None
        self.passed: list[Span] = []
        self.spoken: dict[Span, int] = {}  # where an article first speaks of giving

    def read(self, p: Span, text: str) -> None:
        """A paragraph that is no row: a caption, something that may stand among rows, or their end."""
        counts = FIGURE in self.view.text[p.start : p.end] and text[-1] not in "：:"
        if counts and ((self.caption and self.caption.drafts) or rolls.lists_spent(text)):
            said = rolls.SENTENCE.finditer(self.folded, p.start, p.end)
            self.passed += [Span(*m.span()) for m in said if rolls.was_spent(m[0].strip())]
        if not counts and (rolls.refuses(text) or rolls.is_balance(text)):
            self.caption, self.sheet, self.refused = None, None, True
            self.left = rolls.is_balance(text)
            return
        if (
            self.caption
            and self.caption.drafts
            and ((text[0] in "（(" and captions.passes(text)) or moneys.looks_back(text))
        ):
            return  # a remark on a line, which may speak of giving: 以上捐款均为菲币
        found = captions.caption_of(self.reading, self.view, p, self._about_giving(p))
        if found and self.caption and self.caption.strict and captions.passes(text) and found.is_part:
            self.caption.unit, self.caption.each = found.unit or self.caption.unit, None
            self.sheet = None if found.strict else self.sheet
            return  # 实物：, 二、个人捐款
        if found:
            self.open(found)
        elif not (self.caption and self._stays(self.caption, p, text)):
            self._end(p, text)

    def _stays(self, caption: Caption, p: Span, text: str) -> bool:
        """Whether a caption holds beyond a line that is none of its rows; it takes two rows alike to go on behind some."""
        if len(text) <= rolls.LONGEST_CAPTION and not moneys.looks_back(text):
            caption.unit = moneys.unit_of(text) or caption.unit
        if caption.drafts and captions.heads_part(text):
            caption.strict, self.idle = True, 0
        if captions.passes(text) or (self.sheet and len(text) <= _CELL):
            caption.strict = caption.strict or captions.heads_income(text)
            return True
        self.idle += 1
        if caption.drafts:
            captions.close(self.view, self.folded, p, caption.drafts)
            self.sheet = None
            heads = len(text) <= _HEAD or text[-1] not in "：:"  # 山打根代收：
            caption.strict = caption.strict and len(text) <= _ODD and text[-1] not in "。！" and heads
            return self.idle < _AFTER
        short = len(text) <= _SHORT and text[-1] not in "。！"  # 陈振源　二十席, above the sums
        if short and caption.strict and self.idle <= _ABOVE:
            return True
        more = captions.doubtful(text, self._about_giving(p))
        if caption.strict and caption.of_names and more:
            return True  # 鸣谢启事, and a letter of thanks
        waits = caption.strict and not more  # a roll's own title, then some words, then its lines
        caption.strict = False
        return waits

    def _end(self, p: Span, text: str) -> None:
        """Ends what was read; the paragraph itself may speak of what follows."""
        about = not self.refused and self._about_giving(p)
        self.caption, self.sheet, self.idle = captions.doubtful(text, about), None, 0
        self.refused = self.refused and not self.caption
        if (
            self.refused
            and not (_BRINGS.search(text) or rolls.GIVING.search(text))
            and (self.left or self.is_line(p))
        ):
            self.passed.append(p)

    def open(self, found: Caption) -> None:
        """Reads what follows below a caption; right under another (统计表, then 现将名单公示如下：) it keeps what that said."""
        above = self.caption
        self.caption, self.sheet, self.refused, self.idle = found, None, False, 0
        if self.above and self.above.end - self.above.start > rolls.LONGEST_CAPTION:
            captions.introduce(self.reading, self.above, found)
        if not above or above.drafts:
            return
        found.of_names = found.of_names or above.of_names
        found.strict = found.strict or (above.strict and above.of_names)
        found.unit = found.unit or above.unit
        found.recipient = found.recipient or above.recipient
        found.donor = found.donor or above.donor
        found.day = found.day or above.day
        found.price = found.price or above.price

    def _about_giving(self, p: Span) -> bool:
        """Whether the title over a paragraph is about giving, or the article has spoken of it before."""
        section = at(self.reading.segments.sections, p.start)
        title = (section.title if section else self.reading.segments.title) or ""
        article = Span(section.start, section.end) if section else Span(0, len(self.folded))
        if article not in self.spoken:
            self.spoken[article] = rolls.first_word(self.folded, article)
        return rolls.speaks_of_giving(title) or self.spoken[article] < p.start
