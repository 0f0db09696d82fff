"""Who published a document: the source that it names, the paper around it, the body that signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamber_extract.segment.appeared import (
    appeared,
    appeared_at_end,
    appeared_before,
    appeared_in_lead,
    medium_at_end,
    medium_at_head,
)
from chamber_extract.segment.days import DAY_PART
from chamber_extract.segment.headlines import is_department
from chamber_extract.segment.kinds import closed_label
from chamber_extract.segment.media import HAN, NOBODY, names_medium
from chamber_extract.segment.newspaper import page_head
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.text import Text

_SIGN = r"[:|/丨│︱】]"
_NAMED = r"(?P<name>《[^《》]{2,20}》|[^\s，。;；|丨()（）《》<>【】\[\]:：]{2,30})"
_SOURCE = re.compile(
    rf"(?<![{HAN}])(?:(?:文章|信息|稿件|新闻|本文|资料|内容|消息)?(?:来源|出处|稿源)|(?:本文|文章)?(?:转自|转载自)|摘自|选自|原载|原刊|刊于|载自?|发布(?:机构|单位|者|方)|[Ss]ource)"
    rf"(?:\s?{_SIGN}\s?|\s?[于自]?\s?(?={DAY_PART}|《)|\s)(?:{DAY_PART}\s?)?(?:[{HAN}]{{0,8}}(?=《))?{_NAMED}"
)
_HOST = re.compile(r"主\s?办(?:单位|方)?\s?[:：\t]\s?(?P<name>[^\t，。;；]{2,40})")
_HOSTED = re.compile(
    rf"(?<![{HAN}])(?P<name>[{HAN}]{{3,24}}(?:[会局厅委联社府部处室]|中心|公司))(?:主办|编印|汇编)(?=\s|$)"
)
# A name beside a day: 2023-10-31 大公網, 某办公室编 2022年8月31日.
_AFTER_DAY = re.compile(
    rf"{DAY_PART}(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[\s|·/]+(?P<name>[{HAN}A-Za-z·]{{2,20}})(?=[\s|)）】]|$)"
)
# 世界日報 記者胡志明／洛杉磯報導
_OF_REPORTER = re.compile(
    rf"[【\[]?(?P<name>[{HAN}]{{1,10}}[报网社闻讯])\s*记者\s?[{HAN}]{{2,4}}\s?[/ ]?[{HAN}]{{2,6}}报[导道]"
)
# 中文导报记者 杨文凯 as the byline
_PAPERS_OWN = re.compile(
    rf"(?P<name>(?![本我]|各)[{HAN}]{{2,10}}(?:[报网社]|周刊|在线))\s*(?:特[约派]|驻[{HAN}]{{2,4}})?记者"
)
_NAMES_BEFORE = re.compile(rf"[{HAN}]{{4,20}}\s+[{HAN}]{{2,12}}\s+(?={DAY_PART})")
_BEFORE_NAME = re.compile(rf"(?P<name>[{HAN}]{{4,20}})")
_BEFORE_DAY = re.compile(rf"(?P<name>[{HAN}（）()]{{3,30}}?)(?:编印?|编辑|主办|印发?)?(?=[\s|]+{DAY_PART})")
# 原创 秘书处 豫浙商会 2023-08-04 21:06 发表于河北: the account before the day.
_ACCOUNT = re.compile(
    rf"(?:原创\s.*?)?(?P<name>[^\s|，。]{{2,20}})\s+{DAY_PART}(?:\s\d{{1,2}}:\d{{2}})?(?P<sent>\s*发表于[{HAN}]{{2,6}})?$"
)
# 某商业协会 月刊 第305期
_ORGAN = re.compile(
    rf"(?P<name>[{HAN}]{{4,24}}[会社联局委])\s?(?:月刊|季刊|双月刊|半月刊|年刊|会刊|会讯|通讯|简报|简讯|快讯|动态)[\s(]*(?:\d{{4}}年)?\s?总?第\s?[\d一二三四五六七八九十]{{1,4}}\s?期"
)
_SEAL = re.compile(r"\s*[(](?:印章|盖章|公章|章|印)[)]$")
_REGARDS = re.compile(rf"(?P<name>[{HAN}]{{4,24}}?)\s*(?:敬启|谨启|敬上|谨上|启|同启|同敬挽|敬挽|宣)$")
_BODY = re.compile(r".{2,}(?:[会局厅部委社府馆院处署组联网报]|办公室|中心|公司|集团|小组)$")
_LINE = 40  # characters of a line that holds the paper and its day alone
_SOME_BODY = 8  # characters of a name that says which body it is: 商会秘书处 does not
_HEAD = 8  # lines: title, kicker, decks, date, source and byline take no more
_TAIL = 6
_UNDER = 3  # lines between a headline and its text, or at the text's end
# What pages print right behind the name of the source.
_GLUED = re.compile(r"(?:参与互动|參與互動|手机看新闻|分享到?|字体|字號|打印|我要评论|纠错).*$")
_KINDS = frozenset({"source", "row", "field", "byline"})


def publisher(text: Text, front: Sequence[Paragraph], many: bool) -> str | None:
    """The publisher as written; `front` is what stands outside the articles of a paper of many."""
    if (page := page_head(front)) and page.paper:
        return as_written(text, *page.paper)
    lines = list(front) if many else [*front[:_HEAD], *front[max(_HEAD, len(front) - _TAIL) :]]
    for find in (_host, _source, _beside_day) if many else (_source, _host, _beside_day):
        for p in lines:
            name = find(p)
            if name and not NOBODY.match(name):
                return as_written(text, p, name)
    organ = next(
        ((p, m["name"]) for p in front[:_HEAD] if p.kind != "prose" and (m := _ORGAN.match(p.text))), None
    )
    opened = None if many else next((p for p in front[:_HEAD] if p.dateline and p.dateline.medium), None)
    if opened and opened.dateline and opened.dateline.medium:
        return as_written(text, opened, opened.dateline.medium)
    signed = organ or (None if many else _signature(front))
    return as_written(text, *signed) if signed else None


def article_source(text: Text, article: Sequence[Paragraph]) -> str | None:
    """The medium that an article gives as its source, right under its headline or at its end."""
    for p in [*article[:_UNDER], *article[-_UNDER:]]:
        if p.credit and p.credit.medium:
            return as_written(text, p, p.credit.medium)
        if p.kind == "source" and (name := _source(p)) and not NOBODY.match(name):
            return as_written(text, p, name)
        boxed = p.text[0] in "(【[" and appeared_before(p.text)
        if said := appeared(p.text) or appeared_at_end(p.text) or boxed:
            return text.clean[p.start + said.name : p.start + said.name + len(said.outlet)]
        if p.kind != "item" and (behind := medium_at_end(p.text)):  # not of one of the news in brief
            return as_written(text, p, behind)
    for p in article[:_UNDER]:
        if (
            p.kind in ("byline", "source")
            and (name := _beside_day(p))
            and (names_medium(name) or p.text.startswith("原创"))
        ):
            return as_written(text, p, name)
        opened = p.dateline.medium if p.dateline else medium_at_head(p.text)
        if opened:
            return as_written(text, p, opened)
        if cited := appeared_in_lead(p.text):
            return as_written(text, p, cited.outlet)
    return None


def _source(p: Paragraph) -> str | None:
    """The source after its label, in a line about the text or in the bracket that ends a paragraph."""
    words = p.text
    if p.kind not in _KINDS:
        if not words.endswith((")", "】", "]")):
            return None
        words = words[max(words.rfind(c) for c in "(【[") :]
        if _SOURCE.search(words) and not re.match(
            r"[(【\[]\s?(?:文章|本文|稿件|信息|消息|新闻)?(?:来源|出处|转|摘|选|原|刊|载)", words
        ):
            return None
    m = _SOURCE.search(closed_label(words))
    return m["name"] if m else None


def _host(p: Paragraph) -> str | None:
    if p.kind not in _KINDS and p.end - p.start >= 60:
        return None
    m = _HOST.search(closed_label(p.text)) or _HOSTED.search(p.text)
    return m["name"] if m else None


def _beside_day(p: Paragraph) -> str | None:
    """The paper, site or body beside the day of a line that holds little else."""
    if p.credit and p.credit.medium and p.kind != "prose":
        return p.credit.medium
    if (
        m := _OF_REPORTER.match(p.text) or (p.kind in ("byline", "source") and _PAPERS_OWN.match(p.text))
        if len(p.text) < 60
        else None
    ):
        return m["name"]
    alone = p.text[0] in "《(" and len(p.text) <= _LINE and "。" not in p.text and "，" not in p.text
    if p.kind not in ("source", "row", "field", "date") and not alone:
        return None
    if said := appeared(p.text):
        return said.outlet
    if (page := page_head([p])) and page.paper:
        return page.paper[1]
    if (m := _ACCOUNT.match(p.text)) and (m["sent"] or p.text.startswith("原创")):
        return m["name"]
    before = _NAMES_BEFORE.match(p.text)
    for m in (
        _BEFORE_DAY.search(p.text),
        _AFTER_DAY.search(p.text),
        before and _BEFORE_NAME.match(before[0]),
    ):
        if not m or is_department(m["name"]):
            continue
        if names_medium(m["name"]) or (p.kind != "date" and _BODY.match(m["name"])):
            return m["name"]
    return None


def _signature(parts: Sequence[Paragraph]) -> tuple[Paragraph, str] | None:
    """The body that signs a letter or notice, above its day or with its regards; None where two sign."""
    wrote = next((i for i, p in enumerate(parts) if p.kind in ("prose", "item")), len(parts))
    for i in range(len(parts) - 1, max(wrote, len(parts) - 2 * _TAIL), -1):
        p = parts[i]
        if (m := _REGARDS.match(p.text)) and _BODY.match(m["name"]):
            return p, m["name"]
        if p.kind == "prose":
            return None
        if p.kind == "date":
            above = [
                (q, _SEAL.sub("", q.text))
                for q in parts[max(wrote, i - 2) : i]
                if q.kind in ("heading", "line")
            ]
            signs = [(q, name) for q, name in above if _BODY.match(name)]
            return signs[0] if len(signs) == 1 and signs[0][0] is parts[i - 1] else None
    return None


def as_written(text: Text, p: Paragraph, folded: str) -> str:
    """The words of the paragraph in the clean text's characters, without book marks."""
    start = p.text.find(folded)
    words = text.clean[p.start + start : p.start + start + len(folded)] if start >= 0 else folded
    first = re.split(r"[\u3000\t]|\s{2,}", words.strip("《》 \u3000"))[0]
    first = re.split(r"[-－—](?=[\u4e00-\u9fff]{2,4}(?:频道|頻道)$)", first)[0]
    if len(first) > _SOME_BODY and first[-4:] in ("会秘书处", "會秘書處"):
        first = first[:-3]  # the office is the body's own
    return _GLUED.sub("", first.lstrip("（("))
