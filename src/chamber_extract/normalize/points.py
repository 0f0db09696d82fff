"""One point or period of time at a position: a year with what follows it, or something whose year is chosen."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.normalize import rhetoric
from chamber_extract.normalize.calendar_grammar import read_part
from chamber_extract.normalize.calendar_words import HAN, MONTH_PARTS, TO, N, number
from chamber_extract.normalize.clock import read_time
from chamber_extract.normalize.day_choice import choose_day, month_about
from chamber_extract.normalize.english_dates import read_english
from chamber_extract.normalize.everyday import beside, read_everyday
from chamber_extract.normalize.month_days import days_of
from chamber_extract.normalize.numeric_dates import read_numeric
from chamber_extract.normalize.relative_days import Found, read_relative, weekday_after
from chamber_extract.normalize.stretch import MONTH, YEAR, of_days, of_month, of_month_days, shift_year
from chamber_extract.normalize.written_years import WrittenYear, read_year
from chamber_extract.normalize.year_choice import Context

_DAY_ALONE = re.compile(rf"(?P<a>{N})(?:(?P<to>{TO}|、)(?P<b>{N}))?(?P<z>[日号])")
_WEEKDAY = re.compile(
    r"[,， ]{0,2}(?:[(（](?:周|星期|礼拜)[一二三四五六日天][)）]|(?:周|星期|礼拜)[一二三四五六日天])"
)
_COMMA = re.compile(r"[,，、 ]{0,2}")
# 佛曆二五五四年（公元二〇一一年）十月廿八日
_BRACKET = re.compile("[)）]")
_MONTH_NEXT = re.compile(rf"(?:{N}|元)月{N}日")
_SPACE = re.compile(r"[ \t\u3000]{0,2}")
_PART_OF_MONTH = re.compile(r"(?P<part>上旬|中旬|下旬)|月(?P<rest>初|底|末)")
# 109年3月24日 of an era that nothing names.
_YEAR_BEFORE = re.compile(r"(?<![0-9])[1-9][0-9]{2}年$")
_TERMS = ("month", "quarter", "half", "period")
_SAME = {"同期": _TERMS, "同月": ("month",), "同季": ("quarter",)}
_TODAY = ("今日", "今天", "的今天", "的今日")
# 今年端午礼金, 去年圣诞订单: what is given or sold for a festival is of the year.
_GOODS = re.compile(
    "节?(?:礼[金品物包]|红包|利[是市]|订单|月饼|粽子|贺卡|旺季|档期|购物|联欢|团拜|晚会|灯[会节]|餐会|酒会|招待会|庙会)"
)
# 去年的前年的今天: nobody goes further.
_CHAIN = 3
# What will be done, and then when: 将成立小组，10月组团赴印尼; to what one is asked, until when one may: 希望会员参加9月举行的…, 受理期至….
_WILL = re.compile(
    r"(?:(?<!即)将(?![军近来])[^，。；\n]{2,20}，|(?:希望|欢迎|邀请|诚邀|期待|鼓励)[^。；\n]{0,20}(?:参加|出席|参与|关注)于?"
    r"|(?:受理|申请|申报|报名|征集|有效)(?:期限?|时间|日期)?为?[至到])$"
)
_AHEAD = re.compile(
    r"(?:将|拟|定|预计|计划|有望|力争|准备|争取)(?:于|在|到|[前奔]?赴|参加|出席)?(?:今年)?$|将于|定于|拟于"
    r"|(?:一直|持续|延|推迟?|最迟|不[迟晚]|开放|展出|接受|进行|维持)[^，。；\n]{0,6}[至到于]$|截止(?:日期|时间)?[为是:]?$"
)
# A deadline, a day of taking effect, or a clause that announces what it tells (and does not report who announced).
_TO_COME = re.compile(
    r"(?:之?前|以前)(?![后往])|之?后?[仍还尚]未[^，。；\n]{2,10}[者的]|[就便即才]?(?:可以?(?![谓见惜知])|能够?)(?=[\u4e00-\u9fff]{2})|起(?:正式)?(?:施行|实施|执行|生效)|(?:正式)?(?:届满|期满|到期|截止)|将(?![军近来])"
    r"|[,，]?(?:(?!宣布|表示|决定|指出|消息|获悉|通过|[发公]布|印发|透露|介绍|[讯电称说从])[^,，。;；\n]){0,20}?(?:将(?:[于在举召赴]|会(?!员|议|长))|拟[于在]|即将)"
)
# 三年前的5月12日
_YEARS_AGO = re.compile(rf"(?P<n>{N})年前的$")
# What comes every year, and a year that could not be resolved.
_EVERY = re.compile(
    r"(?:(?:每年|历年|每逢|某年|年年|当年|次年|翌年|同年|每月|(?<![之以日年目此天周月])前)的?"
    rf"|每[年月]的?(?:{N}月)?(?:{N}[日号])?(?:{TO}))$"
)
_OPENS_EVERY = 16  # characters of 每年十一月二十一日至


def read_point(context: Context, start: int) -> Found | None:
    """What begins at the position, without a range between two."""
    text = context.text
    numeric = read_numeric(context, start) if text[start : start + 1].isdigit() else None
    if numeric is None and text[start : start + 1].isascii():
        numeric = read_english(text, start)
    if numeric is not None:
        found = Found(*numeric, named=True)
        return found if found.stretch.time else _with_time(context, found)
    found = None
    if context.style != "document":
        found = (
            weekday_after(context, start) or _dated_weekday(context, start) or read_everyday(context, start)
        )
    if found is None:
        year = read_year(context, start)
        found = _in_year(context, year) if year else _without_year(context, start)
    if found is None or found.stretch.precision != "day":
        return beside(context, found) if found and context.style != "document" else found
    if context.style != "document":
        found = beside(context, found)
    weekday = _WEEKDAY.match(text, found.end)
    if weekday is None:
        return _with_time(context, found)
    seen = _with_time(context, found._replace(end=weekday.end()))
    # In edited text a weekday belongs to the date only where an hour follows it.
    return seen if context.style != "document" or seen.stretch.time else found


def _dated_weekday(context: Context, start: int) -> Found | None:
    """周日, 二月十号: the weekday belongs to the day that follows it."""
    m = _WEEKDAY.match(context.text, start)
    gap = _COMMA.match(context.text, m.end()) if m else None
    if gap is None or gap.end() == gap.start() or context.text[gap.end() : gap.end() + 1] in tuple("周星礼"):
        return None
    found = read_point(context, gap.end())
    return found if found and found.stretch.precision == "day" else None


def _in_year(context: Context, year: WrittenYear) -> Found:
    """The year with the part of it that follows."""
    text, end = context.text, year.end
    alone = Found(year.stretch, end, True)
    if year.complete:
        return alone
    special = _same_term(context, year) or _since_new_year(context, year)
    if special:
        return special
    if context.style != "document" or text.startswith(_TODAY, end):
        seen = _day_in_year(context, year)
        if seen:
            return seen
    gaps = [_SPACE.match(text, end)]
    if text[end : end + 1] in tuple(")）") and _MONTH_NEXT.match(text, end + 1):
        gaps.append(_BRACKET.match(text, end))
    if context.style != "document":
        gaps.append(_COMMA.match(text, end))
    for position in dict.fromkeys(gap.end() for gap in gaps if gap):
        part = read_part(text, position, context.style, in_year=True, lunar_year=year.lunar)
        stretch = part.make(year.year) if part else None
        if part and context.style == "document" and part.tense == "near" and _GOODS.match(text, part.end):
            return alone
        if part and stretch:
            return Found(stretch.supplied(year.stretch.inferred, year.stretch.reference), part.end, True)
    return alone


def _same_term(context: Context, year: WrittenYear) -> Found | None:
    """去年同期, 去年同月: the part of that year that the sentence named of another, else the one that the text counts up to
    (今年1至9月), else the whole year; a month or quarter only of one that the sentence named."""
    terms = _SAME.get(context.text[year.end : year.end + 2])
    if terms is None:
        return None
    stretch, last = year.stretch, context.last
    if not (last and last.precision in terms and context.distance(year.end) == "sentence"):
        if terms is not _TERMS:
            return None
        last = context.term if context.term and context.term.last.year > year.year else None
    moved = shift_year(last, year.year - last.last.year) if last else None
    if last and moved:
        stretch = moved.supplied(YEAR, year.stretch.reference or last.reference)
    return Found(stretch, year.end + 2, True)


def _since_new_year(context: Context, year: WrittenYear) -> Found | None:
    """今年以来: from 1 January to the reference."""
    text, end = context.text, year.end
    if (
        context.reference is None
        or not text.startswith("以来", end)
        or text[end - 2 : end] not in ("今年", "本年")
    ):
        return None
    days = of_days(year.stretch.first, context.reference)
    return Found(days.supplied(YEAR, context.reference), end + 2, True)


def _day_in_year(context: Context, year: WrittenYear) -> Found | None:
    """去年的今天, 去年的前年的今天: a day of the reference's year moved to another."""
    text, end, reference = context.text, year.end, context.reference
    years = 0
    for _ in range(_CHAIN if reference else 0):
        of = text.startswith("的", end)
        again = read_year(context, end + 1) if of else None
        if again is not None and "year" in again.stretch.inferred and not again.complete:
            years, end = years + again.year - reference.year, again.end
            continue
        day = read_relative(context, end + of)
        if day is None or day.stretch.precision != "day" or "day" not in day.stretch.inferred:
            return None
        moved = shift_year(day.stretch, year.year + years - reference.year)
        return Found(moved.supplied(day.stretch.inferred, reference), day.end, True) if moved else None
    return None


def _without_year(context: Context, start: int) -> Found | None:
    found = read_relative(context, start)
    if found is not None:
        return found
    text = context.text
    part = read_part(text, start, context.style, in_year=False)
    if part is not None and _YEAR_BEFORE.search(text, max(0, start - 5), start):
        return None
    if context.style == "document" and _EVERY.search(text, max(0, start - _OPENS_EVERY), start):
        return None
    if part is None:
        return _part_of_month(context, start) or _bare_day(context, start)
    ago = _YEARS_AGO.search(text, max(0, start - 8), start) if context.style == "document" else None
    if ago:
        years = number(ago["n"])
        seen = part.make(context.reference.year - years) if context.reference and years else None
        return Found(seen.supplied(YEAR, context.reference), part.end) if seen else None
    announced = (
        _AHEAD.search(text, max(0, start - 12), start)
        or _TO_COME.match(text, part.end)
        or _WILL.search(text, max(0, start - 24), start)
    )
    chosen = context.choose(part.make, start, "ahead" if announced and part.tense != "past" else part.tense)
    begun = text.startswith("以来", part.end)
    if chosen and begun and context.reference and chosen.first > context.reference:
        chosen = shift_year(chosen, -1)
    return Found(chosen, part.end) if chosen else None


def _part_of_month(context: Context, start: int) -> Found | None:
    text = context.text
    m = _PART_OF_MONTH.match(text, start)
    if m is None or (start and (text[start - 1].isdigit() or text[start - 1] in HAN)):
        return None
    month = month_about(context, start)
    if month is None:
        return None
    if m["rest"] and context.style == "document":
        days = of_month(month[0], month[1], about=True)
    else:
        days = of_month_days(month[0], month[1], *MONTH_PARTS[m["part"] or m["rest"]])
    return Found(days.supplied(MONTH, month[2]), m.end()) if days else None


def _bare_day(context: Context, start: int) -> Found | None:
    text = context.text
    m = _DAY_ALONE.match(text, start)
    if (
        m is None
        or text[max(0, start - 1) : start] == "月"
        or rhetoric.is_length(text, start, m.end(), context)
    ):
        return None
    a, b = number(m["a"]), number(m["b"]) if m["b"] else None
    ahead = _AHEAD.search(text, max(0, start - 12), start) or _TO_COME.match(text, m.end())
    first = choose_day(context, a, start, ahead=bool(ahead)) if a and a <= 31 else None
    if first is None or b is None:
        return Found(first, m.end()) if first else None
    if m["to"].strip() == "、" and b != (a or 0) + 1:
        return Found(first, m.end("a"))
    days = days_of(first.first.year, first.first.month, a or 0, b)
    return Found(days.supplied(first.inferred, first.reference), m.end()) if days else None


def _with_time(context: Context, found: Found) -> Found:
    clock = read_time(context.text, found.end, found.daypart) if found.stretch.precision == "day" else None
    if clock is None:
        return found
    time, end = clock
    return found._replace(stretch=replace(found.stretch, time=time), end=end)
