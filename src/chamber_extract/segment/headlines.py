"""What a headline says: its title without the layout, and the medium named before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.gazetteer.bylines import words_of
from chamber_extract.gazetteer.places import places
from chamber_extract.normalize.script import fold
from chamber_extract.segment.appeared import Appeared, appeared_at_end, appeared_before, day_beside
from chamber_extract.segment.marks import mark
from chamber_extract.segment.media import names_medium
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.who_wrote import writer
from chamber_extract.text import Text

_MARKS = re.compile(r"[\s\W_]+")
_OUTLET = re.compile(
    r"\s*(?:《(?P<book>[^《》]{2,14})》|(?P<outlet>(?:新华|中新|央视|央广|第一财经|财新|界面|凤凰|澎湃|腾讯|新浪|搜狐|网易)[^:，。“”《》\s]{0,8}"
    r"|[^:，。“”《》\s]{1,14}(?:报|网|社|台|刊|在线|新闻|要闻|观察|快讯|客户端|公众号|频道|传媒|广播|电视))):\s*(?=\S)"
)
_BOXED_OUTLET = re.compile(r"[【〔\[](?P<outlet>[^【】〔〕\[\]]{3,12})[】〕\]]\s*(?=\S{4})")
# These name a part of the paper, not a medium, or a body whose doing the headline tells.
_NO_OUTLET = re.compile(
    r"(?:[图片专题最新重要今日本报本刊]*(?:新闻|要闻|快讯|观察)"
    r"|.*(?:商会|协会|公司|工商联|喜报|捷报|简报|通报|公报|合作社|供销社|旅行社|联网|平台|舞台|擂台))$"
)
_REMARK = re.compile(r"\s+[(（](?:截至|截止|排名|共|单位|图|附|续|接|见|按)[^()（）]*[)）]$")
_MADE = re.compile(rf"\s?[(](?:{words_of('writer', 'editor')})\s?[:/][^()]{{2,20}}[)]$")
_SPACE_AFTER_MARK = re.compile(r"(?<=[：，、；:])\s+")
# The department before a headline, on its line: 【动态】, 【会员风采】
_FILED = re.compile(r"【[^【】\d]{2,8}】\s?(?=\S{4})")
_BOXED_ALONE = re.compile(r"【([^【】]+)】")
_PLACED = re.compile(r"[【〔\[](?P<place>[^【】〔〕\[\]]{2,6})[】〕\]]\s?(?=\S{4})")
_LABEL = re.compile(
    r"【(?:标题|標題|题目|題目)】\s*|(?:标\s*题|標\s*題|题目|題目|名\s*[称稱]|(?i:title|headline))\s?[:：]\s*"
)
# Names of a paper's parts, which stand above headlines: 工作快讯, 媒体报道.
_DEPARTMENT = re.compile(
    r".{0,6}(?:动态|资讯|快讯|要闻|新闻|报道|专题|声音|关注|聚焦|专栏|之窗|风采|园地|信息|视点|观察|特稿|互鉴|要览|集锦|头条|导读|简讯|专刊|副刊|论坛|天地)$|.{0,2}(?:公告|通知)$"
    r"|[^，。:]{0,8}(?:文件|规章|任免)$|[^，。:]{0,20}(?:汇编|选编|摘编|选辑|辑录|剪报|文摘)$"
)
_BRIEFS = re.compile(
    r"[\W_]*(?:[^，。]{0,6}(?:短讯|简讯|快讯|短波|简报|集锦|集纳|一束|动态|短新闻)|一句话[新要]闻|微(?:新闻|动态|资讯)|要闻摘[要录])[\W_]*"
)
_SITE_MARK = re.compile(r"\s*[_|｜]+\s*|\s+[-–—]+\s+|——(?=[^—]{2,10}$)")
_SITE_TAIL = re.compile(r"[-–—]+(?P<site>[㐀-鿿]{2,12})$")
_SOME_WORDS = 4  # characters behind a mark: fewer are no headline
_LONGEST_SITE, _SHORTEST = 20, 5  # characters of a site's name, of a headline
# 马普托的清晨　　　　何 嘉: who wrote, at the far end of the line.
_WRITER = re.compile(r"\s{5,}(?:(?:作者|撰?文)\s?[:：/／]\s?)?(?:[㐀-鿿]{2,3}|[㐀-鿿]\s[㐀-鿿])$")
_BODY = re.compile(r".{2,14}(?:商会|协会|总会|联合会|工商联|企业|公司)$")


@dataclass(frozen=True, slots=True)
class Headline:
    title: str | None
    outlet: str | None = None
    appeared: Appeared | None = None


def squash(text: str) -> str:
    """The letters and digits alone: what two printings of a title have in common."""
    return _MARKS.sub("", text)


def unmarked(title: str) -> str:
    """The title without what marks it as one of many: 【…】, ■, 一、, 【动态】"""
    if m := _BOXED_ALONE.fullmatch(title):
        return m[1]
    if (m := _PLACED.match(title)) and _begins_title(fold(m["place"]), fold(title[m.end() :])):
        return m["place"] + title[m.end() :]
    said = mark(title)
    return title[said.start : said.end] if said and said.end - said.start >= _SOME_WORDS else title


def unfiled(title: str) -> str:
    """The title without the department in a bracket before it."""
    m = _FILED.match(title)
    return title[m.end() :] if m else title


def _begins_title(place: str, rest: str) -> bool:
    """Whether the country in the bracket is the headline's first word, which says what it does: 【美国】对华床垫作出初裁;
    not where the headline names another place or itself begins with one."""
    known = places().get(place)
    return known is not None and known.abroad and not any(rest[:n] in places() for n in (2, 3, 4))


def without_outlet(folded: str) -> str:
    """The text without the medium before the colon."""
    m = _outlet(folded)
    return folded[m.end() :] if m else folded


def headline(text: Text, lines: Sequence[Paragraph], *, of_many: bool = True) -> Headline:
    """The headline of one or more lines: halves joined by one space, the medium and its day taken off, and where it is
    one `of_many` what marks it."""
    clean = " ".join(_evened(_WRITER.sub("", text.clean[p.start : p.end])) for p in lines)
    folded = " ".join(_evened(_WRITER.sub("", p.text)) for p in lines)
    if said := appeared_at_end(folded) or appeared_before(folded) or day_beside(folded):
        title = clean[: said.start].rstrip(" —") or clean[said.end :]
        return Headline(
            _close_up(title, of_many), clean[said.name : said.name + len(said.outlet)] or None, said
        )
    m = _outlet(folded)
    if not m:
        return Headline(_close_up(clean, of_many))
    return Headline(
        _close_up(clean[m.end() :], of_many), clean[m.start(m.lastgroup or 0) : m.end(m.lastgroup or 0)]
    )


def subtitle(p: Paragraph, clean: str) -> str:
    """What the line under a headline adds to the title, empty where it names who speaks or wrote: ——访某商会会长李强."""
    words = p.text.lstrip("—―- ") if p.kind == "deck" else ""
    return "——" + _evened(clean[-len(words) :]) if words and not writer(words) else ""


def cut(title: str) -> Headline:
    """The title that a header or page states, the medium before it taken off."""
    line = _evened(title)
    m = _outlet(fold(line))
    if not m:
        return Headline(_close_up(line))
    group = m.lastgroup or 0
    return Headline(_close_up(line[m.end() :]), line[m.start(group) : m.end(group)])


def without_site(title: str) -> Headline:
    """The title of a web page without the site and its channels behind it: 商会捐款_要闻_海峡侨网."""
    parts = _SITE_MARK.split(_evened(title))
    site = None
    while (
        len(parts) > 1 and len(parts[-1]) <= _LONGEST_SITE and (len(parts) > 2 or len(parts[0]) >= _SHORTEST)
    ):
        last = parts.pop()
        site = last if names_medium(fold(last)) or site is None else site
    if len(parts) == 1 and (m := _SITE_TAIL.search(parts[0])) and names_medium(fold(m["site"])):
        return Headline(cut(parts[0][: m.start()]).title, m["site"])
    said = cut(" ".join(parts))
    return Headline(said.title or None, said.outlet or site)


def is_department(folded: str) -> bool:
    """Whether the line names a part of a paper."""
    return bool(_DEPARTMENT.match(folded))


def names_briefs(folded: str) -> bool:
    """Whether the line names the news in brief below it: 短讯, 一句话新闻."""
    return _BRIEFS.fullmatch(folded) is not None


def doubled(text: str) -> bool:
    """Whether the line says the same twice, as a headline printed with a shadow does."""
    half, odd = divmod(len(text), 2)
    return not odd and half >= 6 and text[:half] == text[half:]


def _evened(line: str) -> str:
    return " ".join(line.split())


def _outlet(folded: str) -> re.Match[str] | None:
    boxed = _BOXED_OUTLET.match(folded)
    if boxed and names_medium(boxed["outlet"]) and not is_department(boxed["outlet"]):
        return boxed
    m = _OUTLET.match(folded)
    return None if m and m["outlet"] and _NO_OUTLET.match(m["outlet"]) else m


def _close_up(title: str, of_many: bool = True) -> str:
    """The title without the spaces of its layout, and without a remark in brackets at its end.

    A space divides the halves of a headline. Behind a colon or comma it says nothing; between a
    country and the 中资企业 there, or a body and what it does, it is where the line was broken.
    """
    title = _LABEL.sub("", title, count=1) if _LABEL.match(title) else title
    title = unfiled(unmarked(title)) if of_many else title
    if doubled(title):
        title = title[: len(title) // 2]
    if m := _MADE.search(fold(title)):
        title = title[: m.start()]
    title = _SPACE_AFTER_MARK.sub("", _REMARK.sub("", title)).strip()
    parts = title.split(" ")
    if len(title) == len("简 讯") and len(parts) > 1:
        return "".join(parts)
    if len(parts) == 2 and (_BODY.match(parts[0]) or (parts[0] in _countries() and parts[1][0] in "中华華")):
        return "".join(parts)
    return title


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"] for row in gazetteer.table("countries"))
