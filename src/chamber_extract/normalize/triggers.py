"""Where a date expression can begin: cheap scanning before any reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from chamber_extract.normalize import festivals, lunar
from chamber_extract.normalize.calendar_words import (
    DAYS,
    DAYS_AFTER,
    ERAS,
    HAN,
    MONTHS,
    MONTHS_AFTER,
    WEEKS,
    YEARS,
    YEARS_AFTER,
    S,
)

_NUMERALS = "0123456789" + HAN


def _pairs(first: str, second: str) -> list[str]:
    return ["".join(pair) for pair in product(first, second)]


# The first two characters of everything that does not begin with a number.
_OPENINGS = frozenset(
    word[:2]
    for words in (
        (*YEARS, *YEARS_AFTER, *MONTHS, *MONTHS_AFTER, *DAYS, *DAYS_AFTER, *ERAS, *festivals.NAMES),
        (week + unit for week, unit in product(WEEKS, ("周", "星期", "礼拜", "个", "季度"))),
        _pairs(lunar.STEMS, lunar.BRANCHES),
        _pairs(lunar.ANIMALS, "年"),
        _pairs("今昨前明本上", "(（"),
        _pairs("今", "捐赠召举宣公发拜颁签成揭率"),
        _pairs("昨", "召举宣公发表指透称说就与向在于假率到拜会接前出联捐派成启抵赴组起回开揭签颁获通选改致赠"),
        _pairs("前头首后上下近", _NUMERALS),
        _pairs("周", "一二三四五六日末"),
        _pairs("第", "一二三四1234"),
        _pairs("闰", "正一二三四五六七八九十冬腊"),
        _pairs("Qq", "1234"),
        _pairs("上下前后", "半"),
        _pairs("上中下", "旬"),
        _pairs("年月岁", "初底末中终"),
        ("年三", "元月", "大年", "中华", "首季", "末季", "正月", "冬月", "腊月", "农历", "阴历", "旧历", "夏历", "昨今", "今明", "明后", "上世", "本世"),
        ("星期", "礼拜", "过去", "最近", "未来", "将来", "接下", "之前", "之后", "往前", "往后", "向前", "向后", "前面", "后面"),
    )
    for word in words
)  # fmt: skip
_BEGINNINGS = "".join(sorted({pair[0] for pair in _OPENINGS}))
_UNITS = "年月日号季版Q财学天周星个世"
_TO = r"\-/.·—–~～─ー―－至到、和与及"

# A run of numerals counts only before a unit, a separator or the end; a word is told by two characters.
_BEGINNING = re.compile(
    rf"[{_NUMERALS}{_BEGINNINGS}JFMASOND](?:"
    r"(?<=[JFMASOND])(?P<english>(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[a-z]{0,6}[.,]? )|"
    rf"(?<=[0-9])(?<![0-9][0-9])(?P<figures>[0-9]{{0,3}}(?:(?={S}(?:[{_UNITS}{_TO}]|以来|至今|(?:st|nd|rd|th)?(?: of)? ?[JFMASOND][aepuco][a-z]| ?[一二三四五六七八九十]{{1,2}}月[,，]? ?(?:19|20)))|$)|[0-9]{{7}}(?![0-9]))"
    rf"|(?<=[{HAN}])(?<![{HAN}][{HAN}])(?P<numerals>[{HAN}百]{{0,4}}(?:(?={S}(?:[{_UNITS}]|[{_TO}]{S}[第{HAN}]))|$))"
    rf"|(?<=[{_BEGINNINGS}]))"
)


def starts(text: str) -> Iterator[int]:
    """The positions of folded text at which a date expression may begin, in order."""
    for m in _BEGINNING.finditer(text):
        start = m.start()
        if m.lastgroup or text[start : start + 2] in _OPENINGS:
            yield start
