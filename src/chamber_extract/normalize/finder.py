"""The one pass over a text: runs of numerals, and around each the grammar of a quantity."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.normalize.amounts import read_amount
from chamber_extract.normalize.dressing import Wanted, dress
from chamber_extract.normalize.grammar import number_at
from chamber_extract.normalize.hedges import UPPER
from chamber_extract.normalize.notfigures import end_of_words
from chamber_extract.normalize.numerals import read_number
from chamber_extract.normalize.ranges import range_from
from chamber_extract.normalize.shares import share_at, slash_at
from chamber_extract.normalize.tokens import RUN, Number
from chamber_extract.normalize.units import prefix_before, units
from chamber_extract.normalize.values import Amount, Quantity, QuantityKind

KINDS: frozenset[QuantityKind] = frozenset(
    ("number", "ordinal", "money", "count", "measure", "percent", "ratio")
)
# What is found unless asked for otherwise: bare numbers only where they are clearly figures.
FIGURES: frozenset[QuantityKind] = KINDS - {"number", "ordinal"}

# Possessive, and begun at a boundary only: linear on long words.
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]++|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++", re.ASCII)
_NEXT_ORDINAL = re.compile(
    r"[-~—至到、和及与](?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})(?=[-~—至到、和及与]?[0-9一-鿿])"
)
# What may follow a single Chinese numeral that is a figure, units apart.
_AFTER_NUMBER = frozenset("‰数分成折余多来半-~—至到又角块毛个% ")
_NOT_ONE = frozenset("统唯万单专同逐之其不合归划惟均任某这那另哪各上下前后新又每如初进")
_WEEKDAY = frozenset("周期拜初高大小")
# Two digits in sequence, as in 三四百.
_EITHER = re.compile("(?:一、二|[二两]、三|三、[四五]|四、五|五、六|六、七|七、八|八、九)(?!、)")
_EITHER_UNITS = frozenset(
    ("个", "家", "人", "名", "位", "天", "年", "个月", "个小时", "小时", "元", "只", "倍", "千", "间", "所")
)
_GAPS = frozenset(("", "，", "、", "且", "而", "并且", "但", "，且", "，但", "，并", "同时"))


class Finder:
    """The grammar over one text, folded and closed up."""

    def __init__(self, text: str, wanted: Wanted) -> None:
        self.text = text
        self.wanted = wanted
        self.floor = 0  # a quantity never reaches back before this

    def find(self) -> list[Quantity]:
        text, first, position = self.text, units(), 0
        bare, search, found = self.wanted.bare, RUN.search, []
        addresses = (
            [m.span() for m in _ADDRESS.finditer(text)]
            if "://" in text or "www." in text or "@" in text
            else []
        )
        while match := search(text, position):
            start, position = match.span()
            if position - start == 1 and not bare and text[start] > "9":
                following = text[position : position + 1]
                if (
                    not (following == "、" and _EITHER.match(text, start))
                    and following not in first
                    and following not in _AFTER_NUMBER
                    and text[start - 1 : start] != "第"
                ):
                    continue
            while addresses and addresses[-1][1] <= start:
                addresses.pop()
            if addresses and addresses[-1][0] <= start:
                continue
            quantity, position = self._quantity(start, position)
            if quantity is not None:
                self.floor = quantity.end
                between = self._between(found[-1], quantity) if found else None
                if between is not None:
                    found[-1] = between
                else:
                    found.append(quantity)
        return found

    def _between(self, first: Quantity, last: Quantity) -> Quantity | None:
        """大于20小于30 is one range; None for two quantities that do not bound each other so."""
        upper = self.text.startswith(UPPER, last.start) or (
            last.amount.approximation == "under" and self.text.endswith(("上", "出"), 0, first.end)
        )
        if first.amount.approximation != "over" or not upper:
            return None
        low, high, gap = first.amount.value, last.amount.value, self.text[first.end : last.start].strip()
        same = first.kind == last.kind and (first.unit in (None, last.unit))
        if not same or low is None or high is None or low >= high or gap not in _GAPS:
            return None
        return replace(
            last,
            start=first.start,
            amount=Amount(None, low, high, "several"),
            number_start=first.number_start,
        )

    def _quantity(self, start: int, end: int) -> tuple[Quantity | None, int]:
        """The quantity whose first numeral run is `start:end`, and where to go on."""
        text = self.text
        if start and text[start - 1] == "第" and start > self.floor:
            return self._ordinal(start, end)
        if not self.wanted.whole and text[start] > "9":
            share = text.startswith("分之", end) or (
                text.startswith("番", end) and "翻" in text[start - 2 : start]
            )
            stop = None if share else end_of_words(text, start)
            if stop is not None and stop >= end:
                return None, stop
            if self._part_of_word(start, end):
                return None, end
        if self._part_of_code(start, end):
            return None, end
        number = self._either(start, end) if text[end : end + 1] == "、" else share_at(text, start, end)
        if number is None and text[end : end + 1] == "/":
            number = slash_at(text, start, end)
            if number and not self.wanted.whole and not self._proper_fraction(number):
                number = None
        number = number or number_at(text, start, end, self.wanted.spoken)
        if number is None:
            return None, end
        spread = range_from(text, number, self.wanted.spoken)
        if spread is not None and not self._change(number):
            number = spread
        quantity = dress(text, number, self.floor, self.wanted)
        return quantity, max(number.end, quantity.end if quantity else 0)

    def _either(self, start: int, end: int) -> Number | None:
        """三、四百家, 两、三万: one or the other; at the start of a line 三、 is the number of a heading."""
        text = self.text
        pair = _EITHER.match(text, start)
        run = RUN.match(text, end + 1)
        heading = not self.wanted.whole and (start == 0 or text[start - 1] in "\n \u3000第、")
        if pair is None or run is None or heading or end - start > 1:
            return None
        numeral = text[start] + run[0]
        amount, number = read_amount(numeral), number_at(text, *run.span())
        if amount is None or amount.low is None or number is None:
            return None
        if len(run[0]) == 1 and (number.unit is None or number.unit.name not in _EITHER_UNITS):
            return None
        return replace(number, start=start, amount=amount, numeral=numeral)

    def _ordinal(self, start: int, end: int) -> tuple[Quantity | None, int]:
        value = read_number(self.text[start:end])
        if value is None:
            return None, end
        stop = end
        while following := _NEXT_ORDINAL.match(self.text, stop):  # 第5至8届, 第一、二批
            stop = following.end()
        number = number_at(self.text, start if stop == end else stop - 1, stop)
        stop = number.end if number and number.unit else stop
        if "ordinal" not in self.wanted.kinds:
            return None, stop
        return Quantity(start - 1, end, "ordinal", Amount(value), start, end), end

    def _part_of_word(self, start: int, end: int) -> bool:
        """一 after 统, 这 or 每 and weekdays and school years are no numbers: 统一, 这一次, 周三, 高二."""
        if end - start > 1:
            return False
        before, numeral = self.text[start - 1] if start > self.floor else "", self.text[start]
        if numeral == "一":
            if before in _NOT_ONE and not (self.wanted.bare and before in "前后上下每"):
                return True
            number = number_at(self.text, start, end)
            return (
                number is not None
                and number.unit is not None
                and not self.wanted.bare
                and self._repeated(number)
            )
        return (
            before in _WEEKDAY
            and numeral in "一二三四五六日十"
            and self.text[end : end + 1] not in ("家", "个")
        )

    def _repeated(self, number: Number) -> bool:
        """一个一个, 一户一策, 一箱箱: each, not one."""
        text, unit = self.text, number.unit_text or ""
        following = text[number.end : number.end + 1]
        return following == "一" or following == unit[-1] or text.endswith("一" + unit, 0, number.start)

    def _part_of_code(self, start: int, end: int) -> bool:
        """Whether Arabic digits belong to a code, a clock time, a date or a telephone number."""
        text = self.text
        before = text[start - 1] if start else ""
        if before.isascii() and before.isalpha():
            return prefix_before(text, start) is None
        if text[start] > "9":
            return False
        after = text[end : end + 1]
        earlier = text[start - 2 : start - 1] if start > 1 else ""
        if (
            before in (":", "/", "-", "_", "#", ".")
            and earlier.isascii()
            and (earlier.isalnum() or earlier == before)
        ):
            return not (before == "-" and self.wanted.whole) and prefix_before(text, start) is None  # S/500
        return (after == ":" and text[end + 1 : end + 2].isdigit()) or (after == "_")

    def _proper_fraction(self, number: Number) -> bool:
        value = number.amount.value
        return (
            value is not None
            and 0 < value < 1
            and not self.text.startswith(("小时", "天"), number.end)
            and len(number.numeral) < 3
        )

    def _change(self, number: Number) -> bool:
        """从30家到300家: two figures, not a range."""
        before = self.text[number.start - 1 : number.start]
        return number.unit is not None and before in ("从", "由")
