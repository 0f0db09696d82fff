"""Spans of years without 年: 2017-2019捐赠情况, 任期2019-2023, (2018-2022); not numbers of things or telephones."""

from __future__ import annotations

import re

from chamber_extract.normalize.units import unit_at

# `more` and `to` are the groups that spans with 年 have.
_BARE_SPAN = re.compile(
    r"(?P<a>(?:19|20)[0-9]{2})(?P<more>)(?P<to>-{1,2}|—{1,2}|~|至)(?P<b>(?:19|20)[0-9]{2})(?![0-9.,%/:-])"
)
_NO_YEARS = frozenset("万亿千百余多室号弄房座幢栋楼门期转版")
_CODE_BEFORE = re.compile(
    r"(?:[-/.,:#0-9]|[A-Za-z] ?|(?:编号|号码|电话|传真|热线|代码|型号|房号|邮编)[:：]?)$"
)
_CLOSED = re.compile(r"[)）”》,，。;；\n ]|$")
_WORD_BEFORE = re.compile(r"(?:任期|届|期间|年度|[(（“《]|规划|报告|时间[:：]?)$")


def bare_span(text: str, position: int) -> re.Match[str] | None:
    """The span of years at the position of folded text, its ends in groups `a` and `b`."""
    m = _BARE_SPAN.match(text, position)
    if m is None or _CODE_BEFORE.search(text, max(0, position - 4), position):
        return None
    after, before = text[m.end() : m.end() + 1], _WORD_BEFORE.search(text, max(0, position - 4), position)
    word = "一" <= after <= "鿿" and after not in _NO_YEARS and unit_at(text, m.end()) is None
    return m if word or (before and _CLOSED.match(text, m.end())) else None
