"""Reading numerals: Arabic, Chinese, financial capitals and mixtures, each to an exact number.

All functions take folded text (see `script.fold`) without blanks; `read_integer` folds by itself.
A numeral that breaks the rules of writing (十三五, 千方百) is None, never a guess.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from typing import Literal

from chamber_extract.normalize.script import fold

DIGITS = {
    **{d: i for i, d in enumerate("零一二三四五六七八九")},
    **{d: i for i, d in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **{"弌": 1, "弍": 2, "弎": 3, "参": 3, "两": 2, "幺": 1, "貮": 2},
}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
TENS = {"廿": 20, "卅": 30, "卌": 40}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_VAST = {"京": 10**16, "垓": 10**20, "秭": 10**24, "穰": 10**28}  # in whole numerals only: 京 is Beijing

CHINESE = "".join(dict.fromkeys([*DIGITS, *SMALL, *TENS, *BIG]))
_DIGIT_CLASS = "".join(DIGITS)

# Arabic number, digits in a row, a Chinese decimal part, a single multiplier.
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_TOKEN = re.compile(
    rf"(?P<arabic>{ARABIC})|点(?P<fraction>[0-9{_DIGIT_CLASS}]+)|(?P<digits>[{_DIGIT_CLASS}]{{1,3}}(?:,[{_DIGIT_CLASS}]{{3}})+|[{_DIGIT_CLASS}]+)"
    rf"|(?P<small>[{''.join(SMALL)}])|(?P<tens>[{''.join(TENS)}])|(?P<big>[{''.join(BIG | _VAST)}])"
)
_ARABIC_ONLY = re.compile(ARABIC)
_TO_ARABIC = str.maketrans({char: str(value) for char, value in DIGITS.items()})
# More digits than any figure has; a longer run is refused before it costs time.
LONGEST = 80
_EXACT = Context(prec=2 * LONGEST)


_Form = Literal["digit", "row", "row with zero", "arabic"]


class _Reader:
    """One pass over the tokens of a numeral. Each token's method is False where it breaks the rules."""

    def __init__(self) -> None:
        self.closed: list[tuple[Decimal | int, int]] = []  # sections before a big unit, with that unit
        self.section: Decimal | int = 0  # what stands after the last big unit
        self.small = 10**4  # the last multiplier below 万 in this section
        self.pending: Decimal | int | None = None  # a digit or number waiting for its multiplier
        self.last: int | None = None  # the multiplier just read, for 两万三
        self.zero = False  # a 零 before the pending digit: no elision
        self.gap = False  # this section began with 零 (一万零三亿) or has decimals
        self.form: _Form = "digit"  # how the pending number is written
        self.bare = True  # nothing but multipliers so far

    def digits(self, row: str) -> bool:
        if self.pending is not None:
            return False
        row = row.replace(",", "")  # 一〇〇,〇〇〇
        started = bool(self.closed or self.section)
        value = int(row.translate(_TO_ARABIC))
        self.zero = row[0] in "零〇" and (started or len(row) > 1)
        significant = row.lstrip("零〇")
        if len(significant) > 1 and (started or "两" in significant):
            return False  # 八两 is a weight
        self.bare = False
        if started and not significant:
            return True
        self.gap = self.gap or (self.zero and not self.section)
        self.pending, self.form = value, "digit"
        if len(significant) > 1:
            self.form = "row with zero" if "零" in significant or "〇" in significant else "row"
        return True

    def arabic(self, text: str) -> bool:
        if self.pending is not None:
            return False
        plain = text.replace(",", "")
        self.zero = self.zero or len(plain) > 1
        self.gap = self.gap or (plain[0] == "0" and not self.section)
        self.pending = Decimal(plain) if "." in plain else int(plain)
        self.form, self.bare = "arabic", False
        return True

    def fraction(self, digits: str) -> bool:
        if self.bare and not (self.section or self.closed):
            return False
        if isinstance(self.pending, Decimal):
            return False
        whole = self.pending or 0
        self.pending = whole + Decimal("0." + digits.translate(_TO_ARABIC))
        self.zero = self.gap = True
        self.form = "arabic"
        return True

    def multiply_small(self, unit: int) -> bool:
        if unit >= self.small:
            if self.small != 10 or self.section >= 100 or self.zero:
                return False
            self.pending, self.section = self.section + (self.pending or 0), 0  # 十七百, 二十千
            self.form = "digit"
        if self.pending is None:
            first = self.bare and not self.closed and not self.section
            if not (unit == 10 or first or self.zero) or self.section % 10:
                return False
            self.pending = 1
        elif not self._multiplies(self.pending):
            return False
        self.section += self.pending * unit
        self.small = self.last = unit
        self.pending, self.zero, self.form = None, False, "digit"
        return True

    def _multiplies(self, pending: Decimal | int) -> bool:
        """Whether the pending number can stand before 十, 百 or 千: 3百, 1千2百, but no row of digits."""
        if self.form == "arabic":
            return pending != 0 and (not self.section or pending < 10)
        return self.form == "digit" and pending != 0

    def add_tens(self, value: int) -> bool:
        if self.pending is not None or self.small <= 10:
            return False
        self.section += value
        self.small = self.last = 10
        self.zero = self.bare = False
        return True

    def multiply_big(self, unit: int) -> bool:
        if self.form == "row":
            return False  # 三四万 is a range
        amount = self.section + self._pending_value()
        empty = self.pending is None and not self.section
        if empty and not self.closed:
            if not self.bare:
                return False
            amount = 1
        carried = False
        while self.closed and self.closed[-1][1] <= unit:
            value, lower = self.closed.pop()
            # 三万五千亿 and 一万零三亿, but not 三万二万: a lower section must reach up to the next.
            if not empty and not (self.gap or (lower < unit and amount >= 1000)):
                return False
            amount += value
            carried = True
        if empty and self.closed and not carried:
            return False
        self.closed.append((amount * unit, unit))
        self.section, self.small, self.last = 0, 10**4, unit
        self.pending, self.zero, self.gap, self.form = None, False, False, "digit"
        return True

    def _pending_value(self) -> Decimal | int:
        """What the last digit is worth: 三千 for the 三 of 两万三, itself for the 三 of 两万零三."""
        if self.pending is None or self.pending >= 10 or self.last is None or self.last < 100 or self.zero:
            return self.pending or 0
        return self.pending * (self.last // 10)

    def result(self) -> Decimal | None:
        total = sum((value for value, _ in self.closed), self.section)
        if self.pending is not None:
            if self.last is not None and self.pending >= self.last:
                return None
            total += self._pending_value()
        return tidy(Decimal(total))


def tidy(value: Decimal) -> Decimal:
    """The same value without trailing zeros after the point and without an exponent."""
    if value.as_tuple().exponent == 0:
        return value
    return Decimal(int(value)) if value == int(value) else value.normalize(_EXACT)


def read_number(text: str) -> Decimal | None:
    """The exact value of a whole numeral, folded and without blanks, or None.

    >>> read_number("1亿730万5,618"), read_number("两万三"), read_number("二十三点五万")
    (Decimal('107305618'), Decimal('23000'), Decimal('235000'))
    >>> read_number("十三五") is None
    True
    """
    if not text or len(text) > LONGEST:
        return None
    if text.isascii():
        return tidy(Decimal(text.replace(",", ""))) if _ARABIC_ONLY.fullmatch(text) else None
    if "." in text or "点" in text:
        with localcontext(_EXACT):
            return _read(text)
    return _read(text)


def _read(text: str) -> Decimal | None:
    reader, position = _Reader(), 0
    for token in _TOKEN.finditer(text):
        if token.start() != position:
            return None
        position = token.end()
        kind, word = token.lastgroup, token[token.lastgroup or 0]
        if kind == "digits":
            ok = reader.digits(word)
        elif kind == "small":
            ok = reader.multiply_small(SMALL[word])
        elif kind == "big":
            ok = reader.multiply_big(BIG.get(word) or _VAST[word])
        elif kind == "arabic":
            ok = reader.arabic(word)
        elif kind == "fraction":
            ok = reader.fraction(word)
        else:
            ok = reader.add_tens(TENS[word])
        if not ok:
            return None
    return reader.result() if position == len(text) else None


def read_integer(text: str) -> int | None:
    """The value of a whole numeral without sign or decimals, or None.

    Arabic in any width, Chinese, capitals and rows of digits are read alike.

    >>> read_integer("二〇二〇"), read_integer("廿八"), read_integer("１２"), read_integer("贰拾")
    (2020, 28, 12, 20)
    >>> read_integer("十三五"), read_integer("3.5")
    (None, None)
    """
    value = read_number(fold(text).replace(" ", ""))
    return int(value) if value is not None and value == value.to_integral_value() else None
