"""The vocabulary of the Chinese calendar, as tables from a word to its small value.

Words are in simplified characters and half-width digits: match them on folded text.
"""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_DIGITS |= {c: i for i, c in enumerate("0123456789")} | {
    "○": 0,
    "O": 0,
    "两": 2,
    "首": 1,
    "头": 1,
    "元": 1,
    "正": 1,
}
_TENS = {"十": 1, "拾": 1, "廿": 2, "卅": 3, "卌": 4}
# Characters that a written number may consist of, for use inside [].
HAN = "〇○零一二三四五六七八九十廿卅卌两壹贰叁肆伍陆柒捌玖拾"


def number(text: str) -> int | None:
    """A whole number below 10,000 as years, months and days are written: 30, 三十, 二〇二〇, 廿三, 一百一十三.

    >>> [number(t) for t in ("2020", "二〇二〇", "三十一", "廿三", "一百一十三", "十")]
    [2020, 2020, 31, 23, 113, 10]
    """
    if text.isascii():
        return int(text) if text.isdigit() else None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in "百佰":
            total, digit = total + 100 * (1 if digit is None else digit), None
        elif c in _TENS:
            total, digit = total + 10 * _TENS[c] * (digit or 1), None
        else:
            return None
    return total + (digit or 0)


# Years from the reference's own.
YEARS = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "旧年": -1, "去岁": -1, "今年": 0, "本年": 0, "这一年": 0,
    "当前年": 0, "明年": 1, "来年": 1, "下一年": 1, "下年": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
# Years from the year named before.
YEARS_AFTER = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
MONTHS = {
    "上上个月": -2, "上上月": -2, "上月": -1, "上个月": -1, "本月": 0, "这个月": 0, "这月": 0, "当前月": 0, "今月": 0,
    "下月": 1, "下个月": 1, "下下月": 2, "下下个月": 2,
}  # fmt: skip
MONTHS_AFTER = {"同月": 0, "当月": 0, "次月": 1, "翌月": 1}
DAYS = {
    "大大前天": -4, "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "前晚": -2, "昨天": -1, "日昨": -1, "昨午": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "昨晨": -1,
    "今天": 0, "今日": 0, "今晚": 0, "今晨": 0, "今早": 0, "今夜": 0, "今午": 0, "本日": 0, "当天": 0, "明天": 1, "明日": 1, "明晚": 1, "明晨": 1,
    "明早": 1, "后天": 2, "后日": 2, "大后天": 3, "大后日": 3, "大大后天": 4,
}  # fmt: skip
DAYS_AFTER = {
    "前一天": -1,
    "前一日": -1,
    "同日": 0,
    "当日": 0,
    "当天": 0,
    "当晚": 0,
    "次日": 1,
    "翌日": 1,
    "隔日": 1,
    "隔天": 1,
}
WEEKS = {
    "上上": -2,
    "上": -1,
    "本": 0,
    "这": 0,
    "这一": 0,
    "今": 0,
    "当前": 0,
    "下": 1,
    "下下": 2,
    "上上上": -3,
    "下下下": 3,
}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
HALVES = {"上": 1, "前": 1, "下": 2, "后": 2}
# First and last month; a winter ends in February of the next year.
SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}
# EDTF numbers the seasons from 21.
SEASON_CODES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
# First and last day of the parts of a month; 31 stands for its last day.
MONTH_PARTS = {
    "中下旬": (11, 31), "上中旬": (1, 20), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31),
    "初": (1, 10), "中": (11, 20), "底": (21, 31), "末": (21, 31),
}  # fmt: skip
# The parts of a year that stand for one month.
YEAR_PARTS = {"初": 1, "中": 6, "底": 12, "末": 12, "终": 12}
# Years to add to the year of an era.
ERAS = {
    "民国": 1911,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "顺治": 1643,
    "康熙": 1661,
    "雍正": 1722,
    "乾隆": 1735,
    "嘉庆": 1795,
    "道光": 1820,
    "咸丰": 1850,
    "同治": 1861,
    "光绪": 1874,
    "宣统": 1908,
    "佛历": -543,
    "公元": 0,
    "西元": 0,
    "西历": 0,
    "纪元": 0,
}
# Hours to add after noon, by the word for the part of the day.
AFTERNOON = {
    "下午",
    "午后",
    "傍晚",
    "晚上",
    "晚间",
    "晚",
    "夜间",
    "深夜",
    "夜里",
    "夜",
    "今晚",
    "昨晚",
    "明晚",
    "昨夜",
    "今夜",
    "前晚",
    "当晚",
}

# Pieces of patterns: a gap, a number of one or two places, what joins the ends of a range, what joins members.
S = r"[ \t\u3000]{0,2}"
N = rf"(?:[0-9]{{1,2}}(?![0-9.])|[{HAN}]{{1,3}})"
TO = rf"{S}(?:起?至|起?到|—{{1,2}}|-{{1,2}}|–|~|～|─|ー|―|－){S}"
AND = rf"{S}(?:、|和|与|及){S}"
