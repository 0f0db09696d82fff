"""Sums in lists whose money only the caption names: 张三　5,000; 5,000：甲、乙; 丙、丁（各伍佰）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.relate.gifts.tables import moneys, rolls, subscriptions
from chamber_extract.relate.gifts.tables.grid import money
from chamber_extract.relate.gifts.view import ASIDE, COUNT, FIGURE, PERSON, View
from chamber_extract.segment import Span

_LONGEST = 4000  # characters of a line
_NEAR = 60  # characters of a remark in brackets
_AFTER = r"(?=[整正元者]?(?:\.?[-—]?(?:$|[√✓✔☑✅]|已[转付收交汇]|[\s()（）】\]、，；。;|…·:：/+＋])))"
_NUMBER = re.compile(
    r"(?<![〇一二三四五六七八九])[一二三四五六七八九][〇一二三四五六七八九]{0,2}(?:[,、][〇一二三四五六七八九]{3})+(?![〇一二三四五六七八九])"
    + _AFTER
    + r"|(?<![\dA-Za-z.,第/~-])(?<!\d[，:])(?:(?:[¥$€PRK]|Rp\.?) ?)?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d{1,7})(?:\.\d{1,2})?(?![\d.]|,\d)(?:[百千]?万(?:零?[1-9]\d{0,3})?)?"
    + _AFTER
    + r"|(?:(?<=[\s:：….(（【各捐款])|(?<=[一-鿿]{2})(?=[一二两三四五六七八九壹贰叁肆伍陆柒捌玖][十百千万拾佰仟]|[十拾][一二三四五六七八九万]))[一二两三四五六七八九十百千万零壹贰叁肆伍陆柒捌玖拾佰仟]*[十百千万拾佰仟][一二三四五六七八九百千壹贰叁肆伍陆柒捌玖佰仟]*"
    + _AFTER
)
PART = re.compile(r"[(（]含(?!税)[^()（）\n]*[)）]")
_ALONE = re.compile(r"[(（](?:现金)?(?:各[人自]?|每[人位家])?(?:捐款?)?[¥$]?")  # （各5,000）
_BESIDE_NAME = re.compile(r" +[一-鿿]{2,4}(?=[\s、]|先生|女士|$)")  # 500　张玉兰, which are no 500 sheets
_CAPITALS = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟万]+")  # 伍仟, which may be somebody elsewhere
_NAME = re.compile(r"[一-鿿A-Za-z\ue001\ue002\ue004]{2}|[一-鿿] +[一-鿿]|(?<![^\n])[司会厂店行社院校]\s")
_ROUND = re.compile(r".*(?:,|\.|00$)|[一-鿿]")  # what heads names, and is no number of a row
_SURE = re.compile(r"\d{3}|,|\.|[一-鿿]")
_LETTER = re.compile(r"[PRK](?!p)")
_INDEX = re.compile(r"\d{1,3}")
_ROW = re.compile(r"[、. ](?=[^\s\d])")  # 100 张三 is the hundredth
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class BareSums:
    """The places of the bare sums of a document, in order, and the view in which they are figures."""

    view: View
    folded: str
    places: tuple[Span, ...]

    def within(self, line: Span, unit: str | None, default: str | None) -> list[Mention]:
        """The bare sums of a line as figures, in a unit of money or, if written as money is, in the default."""
        first = bisect_left(self.places, line.start, key=lambda p: p.start)
        places = self.places[first : bisect_left(self.places, line.end, key=lambda p: p.start)]
        found = [
            as_money(self.folded, place, unit, default)
            if unit
            or moneys.named_before(self.folded, place.start)
            or _SURE.search(self.folded, place.start, place.end)
            else None
            for place in places
        ]
        return [m for m in found if m] if None not in found else []


def as_money(folded: str, place: Span, unit: str | None, default: str | None) -> Mention | None:
    """The money that a number is, in the unit of a caption or the default currency: 5,000, P5,000."""
    unit = moneys.named_before(folded, place.start) or unit
    letter = _LETTER.match(folded, place.start, place.end)
    if letter and not unit and letter[0] == "P":
        unit = "菲币"  # as no other country's Chinese write P5,000
    quantity = money(folded[letter.end() if letter else place.start : place.end], unit, default)
    if not quantity:
        return None
    quantity = replace(quantity, start=place.start, end=place.end, number_start=place.start)
    return Mention("figure", place.start, place.end, Figure(quantity), "list-line")


def find(view: View, folded: str, lines: Sequence[Span]) -> BareSums:
    """The bare sums of the lines that hold no figure with a unit; shares that a sum is of are blanks in the view."""
    letters, places = list(view.text), []
    for line in lines:
        if line.end - line.start > _LONGEST:
            continue
        inside = [m for m in view.within(line.start, line.end) if m.value.quantity.kind != "number"]
        money = {m.start for m in inside if m.value.quantity.kind == "money"}
        shares = subscriptions.shares(
            folded, line, lambda at, known=money: at in known or _is_bare(folded, at)
        )
        for share in shares:
            letters[share.start : share.end] = " " * (share.end - share.start)
        if any(letters[m.start] not in (" ", ASIDE) and not _is_added(folded, m) for m in inside):
            continue
        for place in _of(view, folded, line):
            if any(m.start <= place.start < m.end for m in inside):
                continue
            places.append(place)
            after = place.end
            while after < line.end and letters[after] == COUNT:
                letters[after] = folded[after]
                after += 1
            if letters[place.start] != ASIDE:
                letters[place.start : place.end] = FIGURE * (place.end - place.start)
    return BareSums(replace(view, text="".join(letters)), folded, tuple(places))


_PLUS = re.compile("[+＋]")


def _is_added(folded: str, m: Mention) -> bool:
    """Whether things stand behind a sum and a sign: 3000+大米5袋."""
    at = m.start if m.value.item_start is None else min(m.start, m.value.item_start)
    return _PLUS.search(folded, at - 1, m.start) is not None


def _is_bare(folded: str, start: int) -> bool:
    return _NUMBER.match(folded, start) is not None


def _of(view: View, folded: str, line: Span) -> Iterator[Span]:
    """The sums of a line: each number behind a name, and a round one that opens the line; none where two follow a name."""
    found = [
        m
        for m in _NUMBER.finditer(folded, line.start, line.end)
        if (view.text[m.start()] in (folded[m.start()], FIGURE) and not in_part(folded, m.start()))
        or (view.text[m.start()] == PERSON and _CAPITALS.fullmatch(m[0]))
        or (view.text[m.start()] == COUNT and _BESIDE_NAME.match(folded, m.end(), line.end))
        or _stands_in_brackets(folded, m)
    ]
    held, at = [], line.start
    for m in found:
        named = _NAME.search(view.text, at, m.start()) or rolls.TOTAL.match(folded, line.start, line.end)
        if named:
            held.append(Span(m.start(), m.end()))
        elif held and (m is found[-1] or not _INDEX.fullmatch(m[0])):
            return
        elif (
            len(found) == 1
            and _ROUND.match(m[0])
            and not (_YEAR.fullmatch(m[0]) and folded[m.end() : m.end() + 1] not in (":", "："))
            and not (_INDEX.fullmatch(m[0]) and _ROW.match(folded, m.end(), line.end))
        ):
            held.append(Span(m.start(), m.end()))
        at = m.end()
    yield from held


def in_part(folded: str, at: int) -> bool:
    """Whether a number is a part of the sum before it: 42300（含员工个人12300）."""
    part = PART.match(folded, _bracket_before(folded, at))
    return part is not None and at < part.end()


def _stands_in_brackets(folded: str, m: re.Match[str]) -> bool:
    """Whether a sum is all that brackets hold: （各5,000）."""
    alone = _ALONE.fullmatch(folded, _bracket_before(folded, m.start()), m.start())
    return alone is not None and folded[m.end() : m.end() + 2].lstrip("整正元")[:1] in (")", "）")


def _bracket_before(folded: str, at: int) -> int:
    """Where the last bracket before a number opens; where it stands if none does nearby."""
    near = max(0, at - _NEAR)
    opening = max(folded.rfind("(", near, at), folded.rfind("（", near, at))
    return opening if opening >= 0 else at
