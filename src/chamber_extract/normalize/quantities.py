"""Finding numbers with their units, money, shares and fractions in running text.

One pass: a pattern finds runs of numerals, and only there the grammar looks to both sides for
hedge, currency, unit and a second number. All matching is on text folded by `script.fold` with the
blanks inside expressions closed up; spans are those of the caller's text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from chamber_extract.normalize.blanks import close_up
from chamber_extract.normalize.grammar import RUN, TIME, Number, number_at, range_from, share_at, slash_at
from chamber_extract.normalize.hedges import UPPER, combine, hedge_after, hedge_before
from chamber_extract.normalize.notfigures import end_of_words
from chamber_extract.normalize.numerals import read_number
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.units import prefix_before, units
from chamber_extract.normalize.values import Amount, Approximation, Quantity, QuantityKind

KINDS: frozenset[QuantityKind] = frozenset(
    ("number", "ordinal", "money", "count", "measure", "percent", "ratio")
)
# What is found unless asked for otherwise: bare numbers only where they are clearly figures.
FIGURES: frozenset[QuantityKind] = KINDS - {"number", "ordinal"}

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.ASCII)
# A full-width comma as thousands mark: only before cents or a currency, else it ends a clause.
_THOUSANDS = re.compile(
    r"，(?<=[0-9]，)(?=[0-9]{3}(?:[,，][0-9]{3})*(?:\.[0-9]{1,2}(?![0-9])|[万亿]?[元圆美欧英港日]))"
)
_BARE = re.compile(r"[百千万亿兆拾佰仟]+")
_ROUND = re.compile(r"[一二两三四五六七八九]?[十百千万亿兆]+|[1-9]0+[万亿]*|[1-9][万亿]+")
_CLEAR = re.compile(r"[0-9.]+[万亿]|[一二三四五六七八九两十百千]+[万亿]")
_FOUR_DIGITS = re.compile(
    r"[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}|0[0-9]|[〇零一二三四五六七八九]{2}"
)
# What may follow a single Chinese numeral that is a figure, units apart.
_AFTER_NUMBER = frozenset("分成余多来半-~—至到又角块毛个% ")
_NOT_ONE = frozenset("统唯万单专同逐之其不合归划惟均任某这那另哪各上下前后新又每如初进")
_WEEKDAY = frozenset("周期拜初高大小")
_BELOW_ZERO = ("度", "摄氏度", "℃", "°C", "华氏度", "℉")
_WHOLE_ONLY = frozenset("家人名位户只枚口辆艘架所国省市县")
_GAPS = frozenset(("", "，", "、", "且", "而", "并且", "但", "，且", "，但", "，并", "同时"))
_NEGATION = frozenset("自胜抱肩担欠背辜不重减")


def find_quantities(
    text: str, *, kinds: Collection[QuantityKind] | None = None, default_currency: str | None = None
) -> list[Quantity]:
    """The quantities of a text in order, free of overlap, with spans in that text.

    Without `kinds` all but ordinals and bare numbers are found; a bare number counts where it
    cannot be anything else (12.5亿, 一千二百万). `default_currency` is the ISO code of a bare 元.

    >>> [(q.amount.value, q.unit, q.currency) for q in find_quantities("捐款4.7万美元（约合人民币32.9万元）")]
    [(Decimal('47000'), '美元', 'USD'), (Decimal('329000'), '元', 'CNY')]
    >>> find_quantities("十分感谢，第一时间回应“十三五”规划")
    []
    """
    folded = fold(text)
    closed, origin = close_up(_THOUSANDS.sub(",", folded) if "，" in folded else folded)
    found = _Finder(closed, frozenset(kinds) if kinds is not None else None, default_currency).find()
    if origin is None and folded == text:
        return found
    return [_in_source(q, closed, text, origin) for q in found]


def parse_quantity(
    text: str, kind: QuantityKind | None = None, *, default_currency: str | None = None
) -> Quantity | None:
    """The quantity that the whole text is, or None. 块, 毛 and 分 are money where `kind` says so.

    >>> parse_quantity("九块九毛九", "money", default_currency="CNY").amount.value
    Decimal('9.99')
    >>> parse_quantity("三四百").amount.low
    Decimal('300')
    """
    folded = _THOUSANDS.sub(",", fold(text))
    closed, origin = close_up(folded)
    kinds = KINDS if kind is None else frozenset((kind, "number"))
    for candidate, places in ((closed, origin), _without_blanks(folded)):
        finder = _Finder(
            candidate,
            KINDS if kind is None else kinds | KINDS,
            default_currency,
            whole=True,
            spoken=kind == "money",
        )
        inner = candidate.strip(" 。.，")
        start = candidate.find(inner)
        for q in finder.find():
            if q.start <= start and q.end >= start + len(inner):
                return _in_source(q, candidate, text, places)
    return _vast(folded)


def _vast(folded: str) -> Quantity | None:
    """A bare number with 京, 垓 and beyond, which running text does not have."""
    inner = folded.strip()
    value = read_number(inner)
    if value is None:
        return None
    start = folded.find(inner)
    return Quantity(start, start + len(inner), "number", Amount(value), start, start + len(inner))


def _without_blanks(text: str) -> tuple[str, array[int]]:
    places = array("l", (i for i, char in enumerate(text) if not char.isspace()))
    return "".join(text[i] for i in places), places


def _in_source(q: Quantity, closed: str, text: str, origin: array[int] | None) -> Quantity:
    """The quantity with the spans and the unit of the text as it was written."""

    def place(position: int) -> int:
        return position if origin is None else origin[position]

    unit, at = q.unit, closed.find(q.unit, q.number_end, q.end) if q.unit else -1
    if unit and at >= 0:
        unit = "".join(text[place(i)] for i in range(at, at + len(unit)))
    return Quantity(
        place(q.start), place(q.end - 1) + 1, q.kind, q.amount,
        place(q.number_start), place(q.number_end - 1) + 1, unit, q.currency,
    )  # fmt: skip


class _Finder:
    """The grammar over one text, folded and closed up.

    `kinds` None means figures; `whole` is for a text that is one expression, where idioms, names
    and bare numerals have no say; `spoken` reads 块, 毛 and 分 as money.
    """

    def __init__(
        self,
        text: str,
        kinds: frozenset[QuantityKind] | None,
        default_currency: str | None,
        whole: bool = False,
        spoken: bool = False,
    ) -> None:
        self.text = text
        self.kinds = kinds or FIGURES
        self.bare = kinds is not None and "number" in kinds
        self.default_currency = default_currency
        self.whole = whole
        self.spoken = spoken
        self.floor = 0  # a quantity never reaches back before this

    def find(self) -> list[Quantity]:
        text, first, position = self.text, units(), 0
        bare, search, found = self.bare, RUN.search, []
        addresses = (
            [m.span() for m in _ADDRESS.finditer(text)]
            if "://" in text or "www." in text or "@" in text
            else []
        )
        while match := search(text, position):
            start, position = match.span()
            if position - start == 1 and not bare and text[start] > "9":
                following = text[position : position + 1]
                if following not in first and following not in _AFTER_NUMBER:
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
        if first.amount.approximation != "over" or not self.text.startswith(UPPER, last.start):
            return None
        low, high, gap = first.amount.value, last.amount.value, self.text[first.end : last.start]
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
        if not self.whole and text[start] > "9":
            stop = None if text.startswith("分之", end) else end_of_words(text, start)
            if stop is not None and stop >= end:
                return None, stop
            if self._part_of_word(start, end):
                return None, end
        if self._part_of_code(start, end):
            return None, end
        number = share_at(text, start, end)
        if number is None and text[end : end + 1] == "/":
            number = slash_at(text, start, end)
            if number and not self.whole and not self._proper_fraction(number):
                number = None
        number = number or number_at(text, start, end, self.spoken)
        if number is None:
            return None, end
        spread = range_from(text, number, self.spoken)
        if spread is not None and not self._change(number):
            number = spread
        quantity = self._dressed(number)
        return quantity, max(number.end, quantity.end if quantity else 0)

    def _ordinal(self, start: int, end: int) -> tuple[Quantity | None, int]:
        value = read_number(self.text[start:end])
        if value is None:
            return None, end
        number = number_at(self.text, start, end)
        stop = number.end if number and number.unit else end
        if "ordinal" not in self.kinds:
            return None, stop
        return Quantity(start - 1, end, "ordinal", Amount(value), start, end), end

    def _part_of_word(self, start: int, end: int) -> bool:
        """一 after 统, 这 or 每 and weekdays and school years are no numbers: 统一, 这一次, 周三, 高二."""
        if not start or end - start > 1 or start == self.floor:
            return False
        before, numeral = self.text[start - 1], self.text[start]
        if numeral == "一":
            if before in _NOT_ONE and not (before in "前后上下每" and self.bare):
                return True
            number = number_at(self.text, start, end)
            return number is not None and number.unit is not None and not self.bare and self._repeated(number)
        return (
            before in _WEEKDAY
            and numeral in "一二三四五六日十"
            and self.text[end : end + 1] not in ("家", "个")
        )

    def _repeated(self, number: Number) -> bool:
        """一个一个, 一户一策, 一箱箱: each, not one."""
        text, unit = self.text, text_of(number)
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
            return not (before == "-" and self.whole)
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

    def _dressed(self, number: Number) -> Quantity | None:
        """The number with sign, hedges and currency; None where it is no figure of the kinds wanted."""
        text = self.text
        start, sign = self._sign(number)
        number_start = start
        bare = _BARE.fullmatch(number.numeral) is not None
        round_number = bare or _ROUND.fullmatch(number.numeral) is not None
        currency: str | None = None
        hedge: Approximation = "exact"
        recent = number.unit_text in TIME
        if (
            number.unit_text == "度"
            and text[start - 2 : start] in ("摄氏", "华氏")
            and start - 2 >= self.floor
        ):
            start -= 2
        for _ in range(4):
            if start <= self.floor:
                break
            if text[start - 1] == " " and start - 1 > self.floor and text[start - 2] in "约近逾超过":
                start -= 1
            opening = hedge_before(text, start, round_number)
            if (
                opening
                and opening[1] >= self.floor
                and not (recent and text[opening[1] : start] in ("近", "过"))
            ):
                hedge, start = combine(hedge, opening[0]), opening[1]
                continue
            if currency is None and number.kind in ("money", "number"):
                prefix = prefix_before(text, start)
                if prefix and prefix[1] >= self.floor:
                    currency, start = prefix
                    continue
            break
        end = number.end
        closing = hedge_after(text, end)
        if closing:
            hedge, end = combine(hedge, closing[0]), closing[1]
        hedge = combine(hedge, number.tail)
        kind = "money" if currency and number.kind == "number" else number.kind
        if not self._is_figure(number, kind, bare, hedge):
            return None
        unit = number.unit
        worth = unit.worth if unit and kind == "money" else Decimal(1)
        amount = _scaled(number.amount, sign * worth, hedge)
        code = None
        if kind == "money":
            code = (unit.currency if unit and unit.currency else currency) or self.default_currency_of(number)
        return Quantity(start, end, kind, amount, number_start, number.stop, number.unit_text, code)

    def default_currency_of(self, number: Number) -> str | None:
        """The default for a bare 元, 圆 or 块; an ambiguous name (法郎, 卢比) stays open."""
        name = number.unit_text or ""
        return self.default_currency if name[:1] in ("元", "圆", "块", "毛", "角", "分") else None

    def _sign(self, number: Number) -> tuple[int, int]:
        """Where the number starts with its sign, and the sign. A dash after a word is no minus but for rates."""
        text, start = self.text, number.start
        for _ in range(2):
            before = text[start - 1 : start] if start > self.floor else ""
            if before == "正" and self.whole and start == 1:
                return 0, 1
            if before == "负" and (start < 2 or text[start - 2] not in _NEGATION):
                return start - 1, -1
            if before == "的" and text[start - 2 : start - 1] == "负":
                return start - 2, -1
            if before == "下" and text.startswith("零下", start - 2) and number.unit_text in _BELOW_ZERO:
                return start - 2, -1
            if before == "-":
                earlier = text[start - 2 : start - 1] if start > 1 else ""
                free = not earlier or earlier in " 　(:：=,，、；;。\n\t为达至是" or self.whole
                if free or (number.kind == "percent" and earlier > "一"):
                    return start - 1, -1
            if before == " " and self.whole:
                start -= 1
                continue
            break
        return number.start, 1

    def _is_figure(self, number: Number, kind: QuantityKind, bare: bool, hedge: Approximation) -> bool:
        numeral, amount, unit = number.numeral, number.amount, number.unit
        if self.whole:
            return True
        if kind not in self.kinds and not (kind == "number" and not self.bare and "count" in self.kinds):
            return False
        if bare and len(numeral) == 1 and hedge == "exact" and kind not in ("ratio", "percent"):
            return False
        if kind == "number":
            if self.bare:
                return not bare or hedge != "exact"
            return bool(_CLEAR.match(numeral)) and not (bare and hedge == "exact")
        if amount.value is None and amount.low is None:
            return False
        row = (
            len(numeral) == 2 and all(c in "一二三四五六七八九" for c in numeral) and amount.value is not None
        )
        if row and not self.bare:
            return False
        if unit is not None and unit.name == "年" and _FOUR_DIGITS.fullmatch(numeral) and hedge == "exact":
            return False
        if kind == "count" and unit is not None and unit.name in _WHOLE_ONLY and amount.value is not None:
            return amount.value == amount.value.to_integral_value()
        return True


def text_of(number: Number) -> str:
    """The unit's text, empty for none."""
    return number.unit_text or ""


def _scaled(amount: Amount, factor: Decimal, hedge: Approximation) -> Amount:
    approximation = amount.approximation if amount.approximation != "exact" else hedge
    if factor == 1:
        return replace(amount, approximation=approximation)
    low, high = (None if v is None else v * factor for v in (amount.low, amount.high))
    if factor < 0:
        low, high = high, low
    return Amount(None if amount.value is None else amount.value * factor, low, high, approximation)
