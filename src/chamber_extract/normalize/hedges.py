"""Words around a number that open it: 约 近 逾 超过 不少于 before it, 左右 以上 有余 after it."""

from __future__ import annotations

import re

from chamber_extract.normalize.values import Approximation

_BEFORE: dict[Approximation, str] = {
    "about": "约 大约 约为 约合 约有 约达 约计 约占 大概 大致 差不多 估约 约等于 约值 约折合 近似 约莫 大约有 大约为",
    "under": "近 将近 接近 几近 不到 不足 不满 未满 不及 少于 低于 小于 未达 未到 未及 不超过 不多于 不高于 不大于 至多 最多 顶多 未超过 "
    "不逾 没到 少过 近乎 逼近 不超 "
    "小于等于 小于或等于 低于或等于 少于或等于 不大于或等于",
    "over": "超 超过 逾 超逾 超出 突破 破 过 多于 大于 高于 不少于 不低于 不小于 不下 不下于 不止 至少 最少 起码 上 逾越 已逾 多过 "
    "大于等于 大于或等于 高于或等于 多于或等于 超过或等于",
}
# Characters before a one-character hedge that make another word of it: 签约, 最近, 经过, 晚上.
_OTHER_WORD = {
    "约": "签节预纽违续特缔契履邀简婉失盟赴爽誓守",  # but 折合约, 和约
    "近": "最附靠临新就相邻贴亲远迫走拉",
    "超": "赶高反英中",
    "过": "经通不度超渡错跨路越掠难透胜好来再",
    "破": "爆打冲攻击侦识撕揭看捅",
    "上": "晚早以网线市身马路车地面楼船天世实事基历加赶遇送献补登史会桌场节海江岸台纸坛途呈奉",
}
# A bound from above after one from below: 大于20小于30.
UPPER = ("小于", "低于", "少于", "不超过", "不高于", "不大于", "不足", "不到", "不多于", "不满", "未超过")
# 过, 破 and 上 open a round number only: 过百, 破亿, 上百万.
_ROUND_ONLY = {"过", "破", "上"}
_AFTER: dict[str, Approximation] = {
    "左右": "about", "上下": "about", "前后": "about", "许": "about",
    "以上": "over", "之上": "over", "有余": "over", "开外": "over", "以外": "over", "出头": "over", "挂零": "over", "及以上": "over",
    "或以上": "over", "多": "over", "余": "over",
    "以下": "under", "之下": "under", "以内": "under", "之内": "under", "不到": "under", "不足": "under", "及以下": "under",
}  # fmt: skip
_AFTER_PATTERN = re.compile(
    r"(?:左右(?![手翼])|上下(?![游级班])|前后|许(?![可多])|[及或]?以上(?![海述])|之上|有余|开外|以外|出头|挂零"
    r"|[及或]?以下(?![简称几问列是])|之下|[以之]内|不到(?![一位])|不足|余(?=[)，。、;])|多(?=[)，。、;的]))"
)


def _by_last() -> dict[str, list[tuple[str, Approximation]]]:
    table: dict[str, list[tuple[str, Approximation]]] = {}
    for approximation, words in _BEFORE.items():
        for word in words.split():
            table.setdefault(word[-1], []).append((word, approximation))
    for group in table.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return table


_LAST = _by_last()


def hedge_before(
    text: str, end: int, round_number: bool = False, small: bool = False
) -> tuple[Approximation, int] | None:
    """The hedge that ends at the position and where it starts.

    过百 and 上千 need a round number, 突破 no `small` one:
    实现六个突破三个层面 breaks through nothing.
    """
    if not end:
        return None
    for word, approximation in _LAST.get(text[end - 1], ()):
        if not text.endswith(word, 0, end):
            continue
        start = end - len(word)
        if start and text[start - 1] in _OTHER_WORD.get(word, ""):
            return None
        if word in _ROUND_ONLY and not round_number:
            return None
        if word == "突破" and small:
            return None
        return approximation, start
    return None


def hedge_after(text: str, position: int) -> tuple[Approximation, int] | None:
    """The hedge that begins at the position and where it ends."""
    match = _AFTER_PATTERN.match(text, position)
    if not match:
        return None
    return _AFTER.get(match[0], "over"), match.end()


_STRONG = re.compile("强(?![调烈大化势度劲制迫力者国省市县企军])|弱(?![势小点化项者])")


def share_hedge(text: str, position: int) -> tuple[Approximation, int] | None:
    """三分之一强 is more than a third, 四成弱 less than 40 percent; where the word ends."""
    match = _STRONG.match(text, position)
    return ("over" if match[0] == "强" else "under", match.end()) if match else None


def combine(first: Approximation, second: Approximation) -> Approximation:
    """Two hedges on one number: the same, the one that says something, or about where they differ (近20余)."""
    if first in ("exact", second):
        return second
    return first if second == "exact" else "about"
