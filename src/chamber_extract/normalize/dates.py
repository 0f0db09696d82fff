"""Points and periods of calendar time in Chinese text: one grammar that finds and parses.

>>> from datetime import date
>>> [p.edtf for p in find_periods("自2020年1月1日至3月31日，截至2月2日11时", reference=date(2020, 2, 3))]
['2020-01-01/2020-03-31', '2020-02-02']
>>> parse_period("去年上半年", reference=date(2022, 1, 9)).edtf
'2021-01-01/2021-06-30'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from chamber_extract.normalize import rhetoric
from chamber_extract.normalize.calendar_words import AND, TO
from chamber_extract.normalize.points import read_point
from chamber_extract.normalize.relative_days import Found
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.stretch import YEAR, join
from chamber_extract.normalize.triggers import starts
from chamber_extract.normalize.values import Period, Precision, Relation
from chamber_extract.normalize.year_choice import Context, Style

# 截至2月2日 says up to when it was counted, 报名截止9月30日 up to when something may be handed in.
_AS_OF = re.compile(
    r"(?P<deadline>报名|申[报请]|募捐|征[集稿]|受理|投稿|缴[费纳]|意见|反馈|提交|报送|收件|活动|认购|(?<!统计)(?<!数据)(?=截止日期))?的?"
    r"(?:截\s?至|截止|更新至)[到至于]?(?:日期|时间)?[为是:：]?(?:当地时间|北京时间|目前)?[(（]?\s{0,2}$"
)
_UNTIL = re.compile(r"[到至][(（]?\s{0,2}$")
_SINCE = re.compile(r"(?:(?<![来源出各亲独])自|从|始于)\s{0,2}$")
_SINCE_AFTER = re.compile(
    r"\s{0,2}(?:(?:成立|创立|创办|创会|开业)?以来|之?[以]?后|起(?![草诉运飞航程降])|开始|至今|迄今|始)"
)
_UNTIL_AFTER = re.compile(r"\s{0,2}(?:以前|之前|前(?![往期述后夕年景沿线身])|为止|截止|止(?!步))")


def find_periods(
    text: str,
    *,
    reference: date | None = None,
    known: Precision = "day",
    firm: bool = True,
    style: Style = "everyday",
) -> list[Period]:
    """Points and periods of calendar time in running text, in order and free of overlap.

    `reference` is the day that relative and year-less dates are seen from, and `known` how precisely
    it is known (the last day of a quarter stands for a newsletter of that quarter). A reference that is not
    `firm` was only gathered from the text: years named nearby come before it. Without a reference
    only what names its year, or follows something that does, is found. `style` "document" is for
    edited text: days without a month need one named or a reference near, rhetoric (今天的中国), lengths of time
    and weekdays alone stay out. Offsets count the code points of `text`.
    """
    return list(_find(_context(text, reference, known, style, firm)))


def parse_period(text: str, *, reference: date | None = None) -> Period | None:
    """The point or period that the whole text is, None where it is none. Bare forms (17-7, 2.12) count."""
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    end = len(folded.rstrip())
    context = _context(text, reference, "day", "whole")
    context.text = folded[:end]
    found = _read(context, start)
    return _period(context, start, found) if found and found.end == end else None


def _context(text: str, reference: date | None, known: Precision, style: Style, firm: bool = True) -> Context:
    folded = fold(text)
    traditional = folded != text and _TRADITIONAL.search(text) is not None
    republic = traditional and _REPUBLIC.search(folded) is not None
    return Context(folded, reference, known, style, traditional, republic, firm)


_REPUBLIC = re.compile("民国|(?<![0-9])1[0-2][0-9]年[0-9]{1,2}月")
_TRADITIONAL = re.compile("[國會臺灣華億萬錢與為這個們總協財經業號應發務關]")


def _find(context: Context) -> Iterator[Period]:
    text, done = context.text, 0
    for start in starts(text):
        if start < done:
            continue
        found = _read(context, start)
        if found is None:
            continue
        done = found.end
        if context.style == "document" and (
            rhetoric.is_rhetoric(text, start, found.end)
            or _repeats(context, start, found)
            or (found.stretch.precision == "day" and not found.named and _STREET.match(text, found.end))
        ):
            continue
        period = _period(context, start, found)
        if not (text.endswith(_COMPARED, start, found.end) or "X" in found.stretch.edtf):
            # What a text compares with, and a decade, do not say of when it goes on to tell.
            context.note(found.stretch, start, found.end, found.named)
        yield period


_COMPARED = ("同期", "年同月", "年同季")
# 10月14日是重阳节, 6月1日国际儿童节
_IS_THE = frozenset(
    ("", "（", "(", "是", "即", "国际", "是国际", "正值", "，正值", "恰逢", "，恰逢", "适逢", "，适逢")
)
_NEW_YEAR = re.compile("初[一二三四五六七八九十]|除夕|三十$|大年夜$")
# 十月初五日街, 五月四日路: streets and squares have the names of days.
_STREET = re.compile("大?街(?!上|坊|头)|路(?![演上过途经面透程口边])|巷|广场|大道|大桥")


def _repeats(context: Context, start: int, found: Found) -> bool:
    """Whether the festival names the day just named, or one behind it: 6月1日儿童节, 9月9日教师节前夕. Days of the New Year count all the same."""
    if context.last is None or found.stretch.inferred != YEAR or start - context.last_end > 3:
        return False
    if "/" in context.text[start : found.end] or _NEW_YEAR.search(context.text, start, found.end):
        return False
    between = context.text[context.last_end : start]
    same = found.stretch.first == context.last.first or (not between and context.last.precision == "day")
    return between in _IS_THE and same


def _read(context: Context, start: int) -> Found | None:
    """The longest expression at the position: a point, or a range from one point to another."""
    context.left = None
    if (
        start > 1
        and _DECIMAL.match(context.text, start - 2)
        and not _NUMBERED.search(context.text, max(0, start - 6), start)
    ):
        return None
    left = read_point(context, start)
    if left is None:
        return None
    m = _TO.match(context.text, left.end)
    if m:
        context.left = left.stretch
        right = read_point(context, m.end())
        context.left = None
        if right is not None:
            whole = join(left.stretch, right.stretch)
            if whole is not None:
                return Found(whole, right.end, left.named)
    return left


_TO = re.compile(TO)
# The figures after a decimal point, 1.5月, but not after the number of a paragraph: 7.7月，湖南遭遇洪灾.
_DECIMAL = re.compile(r"[0-9][.,][0-9]{1,2}(?![0-9])")
_NUMBERED = re.compile(r"\n[ \u3000]*[0-9]{1,2}\.$")
_RANGE = re.compile(rf"{TO}|{AND}|[0-9]{{4}}/[0-9]{{4}}")


def _period(context: Context, start: int, found: Found) -> Period:
    s = found.stretch
    return Period(
        start=start,
        end=found.end,
        first=s.first,
        last=s.last,
        precision=s.precision,
        edtf=s.edtf,
        time=s.time,
        relation=_relation(context, start, found),
        inferred=s.inferred,
        reference=s.reference if s.inferred else None,
    )


def _relation(context: Context, start: int, found: Found) -> Relation:
    text, end = context.text, found.end
    if text.endswith("以来", start, end):
        return "since"
    before = text[max(0, start - 6) : start]
    if found.stretch.precision == "period" and _RANGE.search(text, start, end):
        return "range"
    if _SINCE_AFTER.match(text, end) or (_SINCE.search(before) and text[end : end + 1] != "的"):
        return "since"
    if counted := _AS_OF.search(text, max(0, start - 14), start):
        return "as_of" if counted["deadline"] is None else "until"
    return "until" if _UNTIL.search(before) or _UNTIL_AFTER.match(text, end) else "on"
