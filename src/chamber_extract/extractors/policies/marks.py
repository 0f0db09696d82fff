"""Where 《…》 stand: titles with their marks, nested and enumerated."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_TITLE = 200
# What a title says after its issuers: 关于…的通知, 印发〈…〉, 转发商务部《…》, 批转省商务厅关于….
SUBJECT = re.compile("关于|对[于受]|印发(?=[《〈]|关于)|(?:转发|批转)(?=.{2,30}(?:关于|[《〈]))")
# Between two titles of one enumeration, each with its number.
JOINED = re.compile(
    r"(?:\([^()\n]{0,60}\)|〔[^〔〕\n]{0,30}〕)?[ \t\u3000、和与及，以,]{0,4}(?:[A-Z][A-Z\d/]{1,6} ?[\d.]{3,8}[—–-]\d{4})?"
)
# 印发《…》，《…》（…号）同时废止: no title of that act.
REPEALED = re.compile(r"(?:\([^()\n]{0,60}\))?同时废止")
# 《…法》的修正案: what is issued is about the title.
ABOUT_IT = re.compile(
    "》?修[正订]案|》?的[^，。；、《》\n]{0,10}(?:修[正订]案?|修改|补充|草案|决定|解释|解读|说明|细则|译本)"
)
# 修改第7/2008号法律|《…》: what another act amends, whose makers are not its own.
AMENDED = re.compile(
    r"(?:修[改订正]|废止|取代)(?:经修改的)?(?:第[^号，。；\n《》]{1,16}号(?:法律|行政法规|法令|条例|行政长官批示))\Z"
)
_MARK = re.compile(r"[《》〈〉\n]")


def titles(folded: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of each paragraph with their marks; of an outer title left open the inner ones."""
    stack: list[int] = []
    inner: list[tuple[int, int]] = []
    for m in _MARK.finditer(folded):
        i, c = m.start(), m[0]
        if c in "《〈":
            stack.append(i)
        elif c == "\n":
            yield from _left_open(folded, stack, inner)
            stack, inner = [], []
        elif stack:
            start = stack.pop()
            if folded[start] == "《" or c == "》":
                if not stack:
                    inner = []
                    if i - start <= LONGEST_TITLE:
                        yield start, i + 1
                else:
                    inner.append((start, i + 1))
    yield from _left_open(folded, stack, inner)


def _left_open(folded: str, stack: list[int], inner: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from ((a, b) for a, b in inner if stack and folded[a] == "《" and b - a <= LONGEST_TITLE)


def runs(folded: str, titles: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Titles of one enumeration together: 《…》（…号）、《…》和《…》."""
    run: list[tuple[int, int]] = []
    for start, end in titles:
        if run and not JOINED.fullmatch(folded, run[-1][1], start):
            yield run
            run = []
        run.append((start, end))
    if run:
        yield run
