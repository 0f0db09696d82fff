"""What is told of several policies at once, by their count: 发布两份公告：《…》（…）…；《…》（…）…, 以上两份公告均由…发布."""

from __future__ import annotations

import re

from chamber_extract.normalize.numerals import read_integer

_REACH = 400
_COUNT = r"(?P<count>[两二三四五六七八九十]|\d{1,2})[份项个部件则]"
NOUN = r"(?:公告|通告|通知|文件|政策|办法|条例|法规|规定|细则|意见|措施|规章|法律|法令|法案|规划|计划|纲要|方案|决[定议]|指引|准则|制度)"
# Titles follow at once, or on lines of their own.
_ANNOUNCED = re.compile(
    rf"{_COUNT}[\u4e00-\u9fff]{{0,6}}?(?:{NOUN}|标准)(?=[:，,](?:分别[为是]|包括|一是|即)?:?《|(?P<list>:\n))"
)
_SUMMED = re.compile(rf"(?:以上|上述|[前这该]){_COUNT}[\u4e00-\u9fff]{{0,6}}?(?:{NOUN}|标准)")
_TITLE = re.compile("《(?![^《》\n]{0,16}公报》)")


def announced(text: str, mark: int) -> int | None:
    """Where the words end that count the policies of which the title at `mark` is one; None where none do."""
    low = max(0, mark - _REACH)
    for m in reversed([*_ANNOUNCED.finditer(text, low, mark + 1)]):
        told = m["list"] or text.find("\n", m.end(), mark) < 0
        return m.end() if told and _titles(text, m.end(), mark) < (read_integer(m["count"]) or 0) else None
    return None


def summed(text: str, end: int) -> int | None:
    """Where the words end that count the policies behind them, the title that ends at `end` among them."""
    m = _SUMMED.search(text, end, end + _REACH)
    return m.end() if m and _titles(text, end, m.start()) < (read_integer(m["count"]) or 0) else None


def _titles(text: str, start: int, end: int) -> int:
    """How many titles stand there; what is in the marks of another is none."""
    found, i = 0, start
    while (m := _TITLE.search(text, i, end)) is not None:
        found += 1
        closed = text.find("》", m.end(), end)
        i = closed + 1 if closed >= 0 else end
    return found
