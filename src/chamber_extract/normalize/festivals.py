"""Festivals and memorial days: on which day of a year they fall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from chamber_extract.normalize import lunar

# Gregorian month and day.
SOLAR = {
    "元旦": (1, 1), "情人节": (2, 14), "妇女节": (3, 8), "三八妇女节": (3, 8), "三八节": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15),
    "愚人节": (4, 1), "劳动节": (5, 1), "五一": (5, 1), "五一节": (5, 1), "五一劳动节": (5, 1), "青年节": (5, 4), "五四青年节": (5, 4), "护士节": (5, 12),
    "儿童节": (6, 1), "六一": (6, 1), "六一节": (6, 1), "六一儿童节": (6, 1), "建党节": (7, 1), "七一建党节": (7, 1), "建军节": (8, 1),
    "八一建军节": (8, 1), "教师节": (9, 10), "国庆": (10, 1), "国庆节": (10, 1), "十一国庆节": (10, 1), "万圣节": (10, 31), "光棍节": (11, 11),
    "双十一": (11, 11), "双11": (11, 11), "双十二": (12, 12), "双12": (12, 12), "记者节": (11, 8), "国家公祭日": (12, 13), "平安夜": (12, 24),
    "圣诞": (12, 25), "圣诞节": (12, 25), "跨年夜": (12, 31),
}  # fmt: skip
# Lunar month and day.
LUNAR = {
    "春节": (1, 1), "大年初": (1, 1), "年初一": (1, 1), "元宵": (1, 15), "元宵节": (1, 15), "上元节": (1, 15), "龙抬头": (2, 2),
    "端午": (5, 5), "端午节": (5, 5), "端阳节": (5, 5), "七夕": (7, 7), "七夕节": (7, 7), "中元节": (7, 15), "中秋": (8, 15), "中秋节": (8, 15),
    "重阳": (9, 9), "重阳节": (9, 9), "下元节": (10, 15), "腊八": (12, 8), "腊八节": (12, 8),
}  # fmt: skip
# Month, weekday from Monday 0, and which one of them.
WEEKDAY = {"母亲节": (5, 6, 2), "父亲节": (6, 6, 3), "感恩节": (11, 3, 4)}
EVE = ("除夕", "除夕夜", "大年三十", "大年夜", "年三十", "年三十晚")
TERMS = {name: name for name in lunar.TERMS} | {"清明节": "清明", "冬至节": "冬至"}


def on(name: str) -> Callable[[int], date | None] | None:
    """The rule from a Gregorian year to the festival's day in it, None for no festival.

    >>> on("中秋节")(2020), on("除夕")(2020), on("感恩节")(2019)
    (datetime.date(2020, 10, 1), datetime.date(2020, 1, 24), datetime.date(2019, 11, 28))
    """
    if name in SOLAR:
        month, day = SOLAR[name]
        return lambda year: date(year, month, day)
    if name in LUNAR:
        month, day = LUNAR[name]
        # The eighth day of the twelfth month mostly falls in January of the year after.
        return lambda year: lunar.day(year - (month == 12), month, day)
    if name in WEEKDAY:
        month, weekday, which = WEEKDAY[name]
        return lambda year: _nth(date(year, month, 1), weekday, which)
    if name in EVE:
        return lunar.eve
    if name in TERMS:
        return lambda year: lunar.term(year, TERMS[name])
    return None


def _nth(first: date, weekday: int, which: int) -> date:
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


NAMES = (*SOLAR, *LUNAR, *WEEKDAY, *EVE, *TERMS)
