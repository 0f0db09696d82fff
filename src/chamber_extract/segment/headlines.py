"""What a headline says: its title without the layout, and the medium named before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[\s\W_]+")
_OUTLET = re.compile(
    r"\s*(?:《(?P<book>[^《》]{2,14})》|(?P<outlet>(?:新华|人民|中新|央视|央广|中国|环球|凤凰|澎湃|腾讯|新浪|搜狐|网易)[^:：，。“”《》\s]{1,8}"
    r"|[^:：，。“”《》\s]{1,14}(?:报|網|网|社|台|刊|在线|新闻|新聞|要闻|要聞|观察|觀察|快讯|快訊|客户端|公众号|频道|传媒|广播|电视)))[:：]\s*(?=\S)"
)
# These name a part of the paper, not a medium, or a body whose doing the headline tells.
_NO_OUTLET = re.compile(
    r"(?:[图片专题最新重要今日本报本刊]*(?:新闻|要闻|快讯|观察)|.*(?:商会|协会|公司|中国|工商联))$"
)


@dataclass(frozen=True, slots=True)
class Headline:
    title: str
    outlet: str | None = None


def squash(text: str) -> str:
    """The letters and digits alone: what two printings of a title have in common."""
    return _MARKS.sub("", text)


def without_outlet(text: str) -> str:
    """The text without the medium before the colon."""
    return _parted(text)[1]


def headline(lines: Sequence[str]) -> Headline:
    """The headline of one or more lines: halves joined by one space, the medium taken off."""
    outlet, title = _parted(" ".join(" ".join(line.split()) for line in lines))
    return Headline(_close_up(title), outlet)


def _parted(text: str) -> tuple[str | None, str]:
    """The medium named before the colon, and what follows it."""
    m = _OUTLET.match(text)
    if not m or (m["outlet"] and _NO_OUTLET.match(m["outlet"])):
        return None, text
    return m["book"] or m["outlet"], text[m.end() :]


def _close_up(title: str) -> str:
    """The title without a space behind a colon or comma, which divide enough, and without a remark in brackets at its end."""
    title = re.sub(r"\s+[(（][^()（）]*[)）]$", "", title)
    return re.sub(r"(?<=[：，、；:])\s+", "", title).strip()
