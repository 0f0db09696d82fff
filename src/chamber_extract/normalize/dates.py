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
from dataclasses import replace
from datetime import date

from chamber_extract.normalize import lunar, rhetoric
from chamber_extract.normalize.calendar_grammar import AND, TO, N, S, days_of, read_part, read_time
from chamber_extract.normalize.calendar_words import HAN, MONTH_PARTS, number
from chamber_extract.normalize.numeric_dates import read_numeric
from chamber_extract.normalize.relative_days import Found, beside, read_everyday, read_relative
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.stretch import MONTH, YEAR, join, of_days, of_month_days, shift_year
from chamber_extract.normalize.values import Period, Precision, Relation
from chamber_extract.normalize.written_years import WrittenYear, read_year
from chamber_extract.normalize.year_choice import Context, Style

# Where an expression can begin: a character that few words begin with, and what must follow it.
_TRIGGER = re.compile(
    rf"[0-9{HAN}今去昨明后前大本上下这同当次翌转来隔旧第首末头公西民令平昭佛农阴夏正腊冬闰年月岁{lunar.STEMS}鼠牛虎兔龙蛇马羊猴鸡狗猪Qq元清端中国除春七重圣感情妇植劳青儿建教万双光记母父立惊谷芒小寒霜护愚跨消周星礼近过最未将接往向之]"
    rf"(?:(?<=[0-9])(?<![0-9][0-9])(?:[0-9]{{0,3}}(?={S}(?:[年月日号季Q版财学][^%]|[年月日号版]$|个季|[-/.·—–~～─ー―－至到、和与及]|以来|至今|[天周星个世])|$)|[0-9]{{7}}(?![0-9]))"
    rf"|(?<=[{HAN}])(?<![{HAN}][{HAN}])[{HAN}百]{{0,4}}(?={S}(?:[年月日号季版天周星个世]|[-—–~～─ー―至到、和与及]{S}[第{HAN}])|$)"
    r"|(?<=今)[年天日晚晨早夜个星周月明(（]|(?<=去)年|(?<=昨)[天日晚夜晨今(（]|(?<=明)[年天日晚早晨后(（]|(?<=后)[年天日半面]|(?<=后)[0-9一二两三四五六七八九十]"
    r"|(?<=前)[年天日半面(（]|(?<=[前头首])[0-9一二两三四五六七八九十]|(?<=大)[前后年大]|(?<=[上下])[一上下个半年月周星礼季旬世0-9二两三四五六]|(?<=中)旬|(?<=月)[初底末]|(?<=本)[年月周星礼季日]"
    r"|(?<=这)[一个月周年星季]|(?<=当)[年月日天前]|(?<=同)[年月日]|(?<=次)[年月日]|(?<=翌)[年月日]|(?<=[转来旧])[年历]|(?<=隔)[日天]|(?<=第)[一二三四1-4]|(?<=[首末])季"
    r"|(?<=[公西])[元历]|(?<=民)国|(?<=中)[华秋元]|(?<=令)和|(?<=平)[成安]|(?<=昭)和|(?<=佛)历|(?<=农)历|(?<=阴)历|(?<=夏)历|(?<=正)月|(?<=[腊冬])[月八至]|(?<=闰)[正一二三四五六七八九十冬腊]|(?<=年)[初底末中三]|(?<=岁)[末初]"
    rf"|(?<=[{lunar.STEMS}])[{lunar.BRANCHES}]|(?<=[鼠牛虎兔龙蛇马羊猴鸡狗猪])年|(?<=[Qq])[1-4]"
    r"|(?<=元)[旦宵]|(?<=清)明|(?<=端)[午阳]|(?<=国)[庆家]|(?<=除)夕|(?<=春)[节分]|(?<=七)[夕一]|(?<=重)阳|(?<=圣)诞|(?<=感)恩|(?<=情)人|(?<=妇)女|(?<=植)树|(?<=劳)动|(?<=青)年|(?<=儿)童|(?<=建)[党军]|(?<=教)师|(?<=万)圣|(?<=双)[1十]|(?<=光)棍|(?<=记)者|(?<=[母父])亲"
    r"|(?<=立)[春夏秋冬]|(?<=惊)蛰|(?<=谷)雨|(?<=芒)种|(?<=小)[寒满暑雪]|(?<=寒)露|(?<=霜)降|(?<=护)士|(?<=愚)人|(?<=跨)年|(?<=消)费"
    r"|(?<=周)[一二三四五六日]|(?<=星)期|(?<=礼)拜|(?<=近)[0-9一二两三四五六七八九十]|(?<=[过])去|(?<=最)近|(?<=未)来|(?<=将)来|(?<=接)下|(?<=[往向之])[前后])"
)
_DAY_ALONE = re.compile(rf"(?P<a>{N})(?:(?P<to>{TO}|、)(?P<b>{N}))?(?P<z>[日号])")
_AS_OF = re.compile(r"(?:截至|截止|截止到|截至到|截止至|截止于|截止时间[为:：]?|到|至)[(（]?\s{0,2}$")
_SINCE = re.compile(r"(?:自|从|自从|始于|起自|早在)\s{0,2}$")
_SINCE_AFTER = re.compile(r"\s{0,2}(?:以来|之?[以]?后|起(?![草诉])|开始|至今|迄今|始)")
_UNTIL_AFTER = re.compile(r"\s{0,2}(?:以前|之前|前(?![往期述后夕年景沿线身])|为止)")
_LATEST = re.compile(r"\s{0,2}(?:以来)")
_AHEAD = re.compile(r"(?:将|拟|定|预计|计划|有望|力争|准备|争取)(?:于|在|到)?(?:今年)?$|将于|定于|拟于")
_WEEKDAY = re.compile(
    r"[,， ]{0,2}(?:[(（](?:周|星期|礼拜)[一二三四五六日天][)）]|(?:周|星期|礼拜)[一二三四五六日天])"
)
_PART_OF_MONTH = re.compile(r"(?P<part>上旬|中旬|下旬)|月(?P<rest>初|底|末)")
_SAME_TERM = re.compile(r"同期")
_COMMA = re.compile(r"[,，、 ]{0,2}")


def find_periods(
    text: str, *, reference: date | None = None, known: Precision = "day", style: Style = "everyday"
) -> list[Period]:
    """Points and periods of calendar time in running text, in order and free of overlap.

    `reference` is the day that relative and year-less dates are seen from, and `known` how precisely
    it is known (the last day of a quarter stands for a newsletter of that quarter). Without it
    only what names its year, or follows something that does, is found. `style` "document" is for
    edited text: days without a month need one named or a reference near, rhetoric (今天的中国), lengths of time
    and weekdays alone stay out. Offsets count the code points of `text`.
    """
    return list(_find(_context(text, reference, known, style)))


def parse_period(text: str, *, reference: date | None = None) -> Period | None:
    """The point or period that the whole text is, None where it is none. Bare forms (17-7, 2.12) count."""
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    end = len(folded.rstrip())
    context = _context(text, reference, "day", "whole")
    context.text = folded[:end]
    found = _read(context, start)
    return _period(context, start, found) if found and found.end == end else None


def _context(text: str, reference: date | None, known: Precision, style: Style) -> Context:
    traditional = not _TRADITIONAL.isdisjoint(text)
    return Context(fold(text), reference, known, style, traditional)


_TRADITIONAL = frozenset("國會臺灣華億萬錢與為這個們總協")


def _find(context: Context) -> Iterator[Period]:
    text, done = context.text, 0
    for trigger in _TRIGGER.finditer(text):
        start = trigger.start()
        if start < done:
            continue
        found = _read(context, start)
        if found is None:
            continue
        if context.style == "document" and rhetoric.is_rhetoric(text, start, found.end):
            done = found.end
            continue
        done = found.end
        period = _period(context, start, found)
        context.note(found.stretch, start, found.end, found.named)
        yield period


def _read(context: Context, start: int) -> Found | None:
    """The longest expression at the position: a point, or a range from one point to another."""
    context.left = None
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
_RANGE = re.compile(rf"{TO}|{AND}")


def read_point(context: Context, start: int) -> Found | None:
    """One point or period without a range between two."""
    numeric = read_numeric(context, start) if context.text[start : start + 1].isdigit() else None
    if numeric is not None:
        stretch, end = numeric
        return (
            _with_time(context, Found(stretch, end, True))
            if stretch.time is None
            else Found(stretch, end, True)
        )
    found = None
    if context.style != "document":
        found = read_everyday(context, start)
    year = read_year(context, start) if found is None else None
    if year is not None:
        found = _in_year(context, year)
    found = found or _without_year(context, start)
    if found is None:
        return None
    if context.style != "document":
        found = beside(context, found)
        weekday = _WEEKDAY.match(context.text, found.end) if found.stretch.precision == "day" else None
        found = found._replace(end=weekday.end()) if weekday else found
    return _with_time(context, found) if found.stretch.precision == "day" else found


def _in_year(context: Context, year: WrittenYear) -> Found:
    text = context.text
    stretch, end = year.stretch, year.end
    alone = Found(stretch, end, True)
    if year.complete:
        return alone
    if _SAME_TERM.match(text, end):
        last = context.last
        moved = None
        if (
            last
            and context.distance(end) == "sentence"
            and last.precision in ("month", "quarter", "half", "period")
        ):
            moved = shift_year(last, year.year - last.last.year)
        moved = moved.supplied(YEAR, stretch.reference or last.reference) if moved and last else None
        return Found(moved or stretch, end + 2, True)
    if _LATEST.match(text, end) and text[end - 2 : end] in ("今年", "本年") and context.reference:
        since = of_days(stretch.first, context.reference)
        return Found(since.supplied(YEAR, context.reference), end + 2, True)
    gap = _COMMA.match(text, end) if context.style != "document" else None
    for position in dict.fromkeys((end, gap.end() if gap else end)):
        while text[position : position + 1] in (" ", "\u3000") and position - end < 3:
            position += 1
        if text.startswith("的", position):
            later = read_relative(context, position + 1) if context.style != "document" else None
            if (
                later is not None
                and later.stretch.precision == "day"
                and text[position + 1] in "今昨明前后大"
            ):
                moved = shift_year(later.stretch, year.year - later.stretch.first.year)
                if moved is not None:
                    return Found(moved.supplied(later.stretch.inferred, context.reference), later.end, True)
            again = read_year(context, position + 1) if context.style != "document" else None
            if again is not None and again.stretch.reference == context.reference:
                offset = again.year - (context.reference.year if context.reference else 0)
                shifted = shift_year(stretch, offset)
                if shifted is not None:
                    return _in_year(
                        context,
                        WrittenYear(
                            year.year + offset,
                            again.end,
                            replace(
                                stretch,
                                first=shifted.first,
                                last=shifted.last,
                                edtf=f"{year.year + offset:04d}",
                            ),
                        ),
                    )
        part = read_part(text, position, context.style, in_year=True, lunar_year=year.lunar)
        if part is None:
            continue
        inner = part.make(year.year)
        if inner is not None:
            return Found(inner.supplied(stretch.inferred, stretch.reference), part.end, True)
    return alone


def _without_year(context: Context, start: int) -> Found | None:
    found = read_relative(context, start)
    if found is not None:
        return found
    text = context.text
    part = read_part(text, start, context.style, in_year=False)
    if part is not None:
        ahead = bool(_AHEAD.search(text, max(0, start - 6), start))
        chosen = context.choose(part.make, start, ahead=ahead, past=part.past)
        return Found(chosen, part.end) if chosen else None
    m = _PART_OF_MONTH.match(text, start)
    if m:
        month = context.month_about(start)
        first, last = MONTH_PARTS[m["part"] or m["rest"]]
        days = of_month_days(month[0], month[1], first, last) if month else None
        return Found(days.supplied(MONTH, month[2]), m.end()) if days and month else None
    return _bare_day(context, start)


def _bare_day(context: Context, start: int) -> Found | None:
    text = context.text
    m = _DAY_ALONE.match(text, start)
    if m is None or rhetoric.is_length(text, start, m.end(), context):
        return None
    a = number(m["a"])
    b = number(m["b"]) if m["b"] else None
    if not a or a > 31:
        return None
    first = context.choose_day(a, start)
    if first is None:
        return None
    if b is None:
        return Found(first, m.end())
    if m["to"].strip() == "、" and b != a + 1:
        return Found(first, m.end("a"))
    days = days_of(first.first.year, first.first.month, a, b)
    return Found(days.supplied(first.inferred, first.reference), m.end()) if days else None


def _with_time(context: Context, found: Found) -> Found:
    clock = read_time(context.text, found.end, found.daypart)
    if clock is None:
        return found
    time, end = clock
    return Found(replace(found.stretch, time=time), end, found.named)


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
    if _SINCE_AFTER.match(text, end) or (_SINCE.search(before) and not before.endswith("来自")):
        return "since"
    if _AS_OF.search(before):
        return "as_of"
    return "until" if _UNTIL_AFTER.match(text, end) else "on"
