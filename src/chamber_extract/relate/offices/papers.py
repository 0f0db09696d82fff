"""Whose reporter somebody is, and who publishes: the paper that a dateline, a source or an imprint names."""

from __future__ import annotations

import re
from functools import cached_property

from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.wording import Wording
from chamber_extract.segment import at
from chamber_extract.segment.datelines import dateline

_WIRED = re.compile(r"[【\[(（]([\u4e00-\u9fff]{3,8}?)(?:专?讯|消息)[】\])） ]")  # 【香江汇报讯】
# 2024-04-12 14:05 经济日报 记者, 星岛日报澳洲版 记者
_PAPER_BEFORE = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,7}报(?:[\u4e00-\u9fff]{2,4}版)?|[\u4e00-\u9fff]{2,4}(?:社|新闻网))》?(?:[ \u3000\t／/╱]+(?:[\d年月日.\-]{6,12}[ \u3000\t]+)?|[^，。\n]{2,14}[讯电][ ]?[(（])"
    r"(?:驻[\u4e00-\u9fff]{2,8})?(?:特约|特派|实习|见习)?$"
)
# 陇原工商报 03版, 黔商周刊 2018年1月16日
_PAGE_HEAD = re.compile(
    r"[ \u3000]*([\u4e00-\u9fff]{4,12})[ \u3000\t]+(?:第?[A-Z]?\d{1,2}版|\d{4}年\d{1,2}月)"
)
_SOURCE = re.compile(r"(?:文章)?来源[:：][ \u3000]*([\u4e00-\u9fff]{2,10}(?:报|网|社|台|刊|周刊|杂志))")
_PUBLISHER = re.compile(
    r"(?:主[ \u3000]*办|主编单位|编[ \u3000]*印|编辑出版)(?:单位)?[ \u3000\t:：]+([^\t\n]{4,40})"
)
_NEWSPAPER = re.compile("(?<![简通会快])[报讯]$|[社网台]$")
_OPENS_BYLINE = " \u3000\t(（【■□◆"  # （记者 甲） on a line of its own
_OPENING = 40  # characters of a news item in which its paper and reporter are named
_IMPRINT = 600  # characters that an imprint takes


class Papers:
    """The papers of one document, asked for by the place where an office stands."""

    def __init__(self, wording: Wording) -> None:
        self.wording, self.folded = wording, wording.folded

    def newsroom(self, start: int) -> str | None:
        """The paper or agency whose reporter signs: 本报讯（记者…）, 新华社北京2月3日电（记者…）."""
        line = self.folded[max(self.folded.rfind("\n", 0, start) + 1, start - _OPENING) : start]
        outlet = self.outlet(start)
        alone = outlet and not line.strip(_OPENS_BYLINE) and _NEWSPAPER.search(fold(outlet))
        if outlet and (alone or re.search(r"本[报刊网台社]", line) or fold(outlet) in line):
            return outlet
        for named in (_SOURCE.search, _WIRED.search, _PAPER_BEFORE.search, _PAGE_HEAD.match):
            if paper := named(line):
                return self.wording.clean(*(start - len(line) + offset for offset in paper.span(1)))
        opening = dateline(line.lstrip())
        if opening and opening.medium:
            place = start - len(line) + line.find(opening.medium)
            return self.wording.clean(place, place + len(opening.medium))
        return None

    def outlet(self, position: int) -> str | None:
        """The paper that 本报 is."""
        section = at(self.wording.segments.sections, position)
        if section and section.outlet:
            return section.outlet
        return self.wording.segments.publisher or self._source

    @cached_property
    def _source(self) -> str | None:
        """The paper that the document says it comes from, or that its first line is the head of."""
        m = _SOURCE.search(self.folded) or _PAGE_HEAD.match(self.folded)
        return self.wording.clean(*m.span(1)) if m else None

    def masthead(self, start: int) -> tuple[str, ChamberEntity | None] | None:
        """The publisher that an imprint names just above."""
        for m in reversed(list(_PUBLISHER.finditer(self.folded, max(0, start - _IMPRINT), start))):
            return self.wording.clean(*m.span(1)).strip(), self.wording.chamber(m.start(1), m.end(1))
        return None
