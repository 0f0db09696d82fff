"""Readings of a Han name that begins, or ends, at a known place.

No reading is taken that the text does not support on both sides.
"""

from __future__ import annotations

import re

from chamber_extract.extractors.people.edges import (
    BODY,
    BODY_TAILS,
    CLEAR,
    FAINT,
    GIVES,
    HARD,
    LIKELY,
    NONE,
    SELDOM,
    after,
    before,
    given_score,
    is_han,
    straddled,
    word_penalty,
)
from chamber_extract.extractors.people.kinds import NameSpan
from chamber_extract.gazetteer.names import names


def han_readings(text: str, start: int) -> list[NameSpan]:
    """Every way to read a Han name that begins at `start`, the best first."""
    levels = names().surnames
    found = []
    for size in (1, 2):
        surname = text[start : start + size]
        level = levels.get(surname)
        if (
            level is None
            or len(surname) < size
            or (surname == "占" and text[start + 1 : start + 2] in _NUMERALS)
        ):
            continue  # 占六成
        for length in (1, 2, 3) if level == "japanese" else (1, 2):
            end = start + size + length
            if end > len(text):
                break
            given = given_score(text[start + size : end])
            if level == "japanese" and text[end - 2 : end] in _JAPANESE_YA:
                given = 2.0
            if text[end - 1] in BODY_TAILS and (text[end - 1] in "县省" or names().titles.at(text, end)):
                continue  # 经济部|部长
            if too_far(text, end) or (length == 2 and _cut(text, start, end)):
                continue  # 石黑宪|彦, 黄陈小|萍
            if given < -3 or text[start:end] in names().titles:
                continue
            if level == "japanese" and (
                given < (-2 if length == 3 else 0) or (length == 3 and text[end - 1] not in "夫郎子美彦")
            ):
                continue
            prior = {"common": 0.5, "rare": 0.0, "word": -1.5, "compound": 1.5, "japanese": 0.5}[level]
            prior -= 2.0 if length == 2 and (runs_on(text, end) or _and_place(text, end)) else 0.0
            goes_on = len(names().followers.at(text, end) or "") > 1  # 林锦胜|出席, though 胜出 is a word
            prior -= 1.5 if straddled(text, end) and not goes_on else 0.0
            prior -= 1.5 if text[start:end] in names().common else 0.0
            prior += 1.0 if (length == 2 and size == 1) or length == 3 else 0.0
            prior += 1.5 if level == "japanese" and length == 2 and text[end - 1] in _JAPANESE_ENDS else 0.0
            found.append(
                NameSpan(start, end, given + prior + after(text, end) - word_penalty(text, start, end))
            )
    found += [torn for r in found if (torn := _torn(text, r))]
    found += _double_surname(text, start)
    return sorted(found, key=lambda r: (-r.score, text[r.end - 1] in SELDOM, -r.end))  # 江辉|则承诺


def _torn(text: str, half: NameSpan) -> NameSpan | None:
    """The name whose last character a blank of the page parts from the `half` before it: 董晓 宁）, 宋国 良主持."""
    last, end = text[half.end + 1 : half.end + 2], half.end + 2
    given = text[half.end - 1] + last
    if (
        half.end - half.start != 2
        or text[half.end : half.end + 1] != " "
        or last in _TAGS
        or given_score(given) < 1.5
    ):
        return None
    another = last in names().surnames and _ANOTHER.match(text, end)
    if another or after(text, end) < CLEAR or straddled(text, end):
        return None
    return NameSpan(half.start, end, half.score + 1)


_TAGS = frozenset("男女文图")  # 王磊 女
_ANOTHER = re.compile(r"[ \u3000]+[\u4e00-\u9fff]")  # 刘勇 江 涛


def too_far(text: str, end: int) -> bool:
    """Whether a gift or kinship begins with the last character: 林广|捐2万美元, 李明|再捐2万, 王家|三兄弟."""
    again = text[end - 1] in "再又另还各合" and GIVES.match(text, end)
    return bool(again or GIVES.match(text, end - 1) or _SIBLINGS.match(text, end - 1))


def _cut(text: str, start: int, end: int) -> bool:
    """Whether another character that names people have stands between a reading and the plain end of what it reads,
    or follows two surnames.
    """
    tables = names()
    goes_on = tables.given.get(text[end : end + 1]) == "strong" and after(text, end) == NONE
    married = all(tables.surnames.get(c) == "common" for c in text[start : start + 2])
    ends = married or after(text, end + 1) >= CLEAR
    return goes_on and ends and text[end : end + 2] not in tables.common


_NUMERALS = tuple("一二两三四五六七八九十半百")
_SIBLINGS = re.compile(r"[一两二三四五六七]?(?:兄弟|姐妹|姊妹|兄妹|姐弟|父子|母女|父女|母子)")
_JAPANESE_YA = frozenset(
    "达也 拓也 哲也 和也 真也 直也 慎也 胜也 伸也 克也 卓也 智也 雅也 裕也 诚也 竜也 龙也".split()
)
_JAPANESE_ENDS = frozenset("一二三郎夫子美彦雄男介治也辅助司树吾")


def _and_place(text: str, end: int) -> bool:
    """Whether what could be a name's last character joins it to a place: 姜虹|和汕头市市长."""
    return text[end - 1] in "和与及" and names().places.at(text, end) is not None


def runs_on(text: str, end: int) -> bool:
    """Whether a word that follows names begins with the last character: 毛宁|先后, 巴硕|警少将."""
    tables = names()
    return any(len(table.at(text, end - 1) or "") > 1 for table in (tables.followers, tables.titles))


def _double_surname(text: str, start: int) -> list[NameSpan]:
    """A married woman's name of two surnames, as 陈冯富珍, where all four characters and the end are plain."""
    levels, end, words = names().surnames, start + 4, names().common
    husbands, hers = levels.get(text[start : start + 1]), levels.get(text[start + 1 : start + 2])
    of_body = text[start : start + 1] in BODY and is_han(text[start - 1 : start] or ".")  # 财政司|梁维德
    if end > len(text) or husbands != "common" or hers not in ("common", "word") or of_body:
        return []
    floor = 1 if text.startswith(("女士", "太太", "夫人"), end) else 2
    plain = after(text, end) >= (FAINT if before(text, start) >= HARD else CLEAR) or text[end].isdigit()
    given = text[start + 2 : end]
    worded = straddled(text, end) or text[start : start + 2] in words or given in words
    if worded or not plain or given_score(given) < floor or given[-1] in BODY_TAILS:
        return []
    return [NameSpan(start, end, 4.0 - word_penalty(text, start, end))]


def padded(text: str, start: int) -> NameSpan | None:
    """A two-character name spread to the width of three, as 李 勇, that stands alone."""
    if names().surnames.get(text[start : start + 1]) not in ("common", "rare", "word"):
        return None
    middle = start + 1
    while text[middle : middle + 1] in (" ", "\u3000", "\t") and middle - start <= 3:
        middle += 1
    end = middle + 1
    if middle == start + 1 or middle >= len(text) or given_score(text[middle]) < -1:
        return None
    if spread := _spread(text, start, middle):
        return spread
    wide = _surname_apart(text, start, middle)
    if wide:
        return wide
    alone = end == len(text) or not (is_han(text[end]) or text[end].isalnum())
    return NameSpan(start, end, 3.0) if alone or after(text, end) >= LIKELY else None


def _spread(text: str, start: int, given: int) -> NameSpan | None:
    """A name of three characters with spaces between all of them: 温 国 良表示. 李 勇 周 明 are two names."""
    last = given + 1
    while text[last : last + 1] in (" ", "\u3000"):
        last += 1
    end = last + 1
    if last == given + 1 or last >= len(text) or given_score(text[given] + text[last]) < 1:
        return None
    another = (
        text[last] in names().surnames
        and text[end : end + 1] in (" ", "\u3000")
        and is_han(text[end + 1 : end + 2] or " ")
    )
    return NameSpan(start, end, 3.0) if after(text, end) >= CLEAR and not another else None


def _surname_apart(text: str, start: int, given: int) -> NameSpan | None:
    """A name with a space after its surname, as scans have it: (总经理: 滕 玉山), 执行董事陈 艾米说."""
    end = given + 2
    if end > len(text):
        return None
    free = after(text, end) >= CLEAR
    left = start
    while left > 0 and text[left - 1] in " \u3000" and start - left < _BLANKS:
        left -= 1
    opened = text[left - 1 : left] in _MARKS or names().titles.before(text, left)
    words = names().words
    plain = names().surnames.get(text[start]) == "common" and given_score(text[given:end]) >= 1
    unlike = text[given:end] not in words and text[given:end] not in names().titles
    return NameSpan(start, end, 3.0) if free and opened and plain and unlike else None


_BLANKS = 8  # that a scan puts before a name
_MARKS = frozenset(":：(（、，,;；")


def read_name_before(text: str, end: int, floor: float = 3.0) -> NameSpan | None:
    """The Han name that ends at `end`, in front of a title or a verb, or None."""
    levels = names().surnames
    found = []
    for length in (4, 3, 2):
        start = end - length
        if start < 0:
            continue
        for size in (2, 1):
            level = levels.get(text[start : start + size])
            if level is None or not 1 <= length - size <= 2:
                continue
            if levels.get(text[start:end]) == "compound" or text[start : end - 1] in names().titles:
                continue  # 欧阳|小姐, 商户|林女士
            left, rest = before(text, start), text[start + size : end]
            given = given_score(rest)
            if rest in _BODIES or (left < HARD and len(rest) == 2 > given and rest in names().common):
                continue  # 中山大学
            if given < -1.5 or (left == NONE and not _unmistakable(text, start, end, level, given)):
                continue
            prior = {"common": 0.5, "rare": 0.0, "word": -1.5, "compound": 1.5, "japanese": 0.0}[level]
            prior += 0.5 if length == 3 else 0.0
            prior -= 2.0 if text[start:end] in names().common else 0.0
            prior -= 3.0 if text[end - 1] in BODY_TAILS or rest in tuple("堂协联盟总") else 0.0
            found.append(NameSpan(start, end, given + prior + left - word_penalty(text, start, end)))
    best = max(found, key=lambda r: (r.score, r.start), default=None)
    if best and end - best.start == 3 and best.start and before(text, best.start - 1) >= HARD:
        for wife in _double_surname(text, best.start - 1):  # 蔡马爱娟女士
            if wife.end == end:
                return wife
    return best if best and best.score >= floor else None


_BODIES = frozenset(("大学", "学院", "银行", "公司", "集团", "医院", "中学", "小学"))


def _unmistakable(text: str, start: int, end: int, level: str, given: float) -> bool:
    """Whether three characters make a name even after a word unknown here: 落实|习近平主席."""
    return (
        end - start == 3
        and level == "common"
        and given == 2
        and text[end - 2] not in names().surnames
        and text[start - 1 : start + 1] not in names().words
        and text[start - 1 : start + 1] not in names().places
        and not straddled(text, start)
    )
