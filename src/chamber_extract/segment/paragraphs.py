"""Paragraphs and what kind of line each is: prose, heading, table row, date line, byline, contents entry…"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from chamber_extract.segment.days import DAY
from chamber_extract.text import Text

Kind = Literal[
    "meta", "row", "entry", "date", "source", "byline", "deck", "label", "field", "heading", "item", "link", "line", "prose"
]  # fmt: skip

# Headlines are short: two lines of a newspaper, some fifty characters.
LONGEST_HEADING = 60

_META = re.compile(r"[A-Za-z_][\w-]{0,30}[ \t]*:|[ \t]*- ")
_MARKED_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?P<hashes>#{1,6})[ \t]+$|<h(?P<level>[1-6])\b[^<>]*>(?:\s|<(?!/)[^<>]*>)*$",
    re.IGNORECASE,
)
# A contents entry: a page number before or behind a title.
_ENTRY = re.compile(
    r"(?P<page>\d{1,3})[ \u3000]+(?=[^\d\s])(?P<title>\S.{2,80})$|(?P<title2>\S.{3,80}?)(?:[ \u3000]*(?:[.·…]{2,}|[ \u3000]{2,})[ \u3000]*|[ \u3000]+)[(（P]?\d{1,3}[)）]?$"
)
_DATE = re.compile(
    rf"[(（【\[]?\s*(?:发布时间|发布日期|时间|日期|更新时间)?\s*[:：]?\s*(?:{DAY.pattern})"
    r"\s*(?:星期[一二三四五六日天]|周[一二三四五六日])?\s*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*(?:[+-]\d{4})?"
    r"(?:[ ,，·]?[㐀-鿿]{2,8})?\s*[)）】\]]?$"
)
_SOURCE = re.compile(
    r"[(（]?\s*(?:文章|信息|稿件|新闻|本文|资料|内容)?(?:来源|出处|转自|转载自|稿源)\s*[:：]|[(（]?(?:来源|转自)\s*[《【]"
    r"|(?:发布时间|发布日期|发表时间|时间|日期)\s*[:：]\s*(?:19|20)\d\d"
)
_NAMES = r"[㐀-鿿·]{2,5}(?:\s?[ 、，/]\s?[㐀-鿿·]{1,5}){0,8}"
_BYLINE = re.compile(
    rf"[■□▲△●○◆◇]\s?(?:[㐀-鿿·]{{2,4}}[ 、]){{0,4}}(?:本报|本刊|特约|实习|见习)?(?:记者|通讯员)"
    rf"|[■□▲△●○◆◇]\s?{_NAMES}$"
    rf"|(?:本报|本刊|本网|特约|实习|见习|首席)?(?:记者|通讯员)\s?:?\s?{_NAMES}(?:\s*(?:报道|摄|文))?$"
    rf"|[(（]?(?:(?:作者|文字|文|图片|图|图文|撰文|撰稿|整理|编辑|责任编辑|责编|编审|摄影|供稿|审核|校对)\s?[:/|]\s?{_NAMES}\s*)+[)）]?$"
    r"|(?:作者|供稿)\s?:\s?[^，。]{2,30}$"
)
_DATELINE = re.compile(
    r"【[^【】]{0,16}(?:讯|电|报道)】|(?:本报|本网|本刊|本台)[㐀-鿿]{0,6}(?:\d{1,2}月\d{1,2}日)?[讯电][\s　(（]|(?:新华社|中新社|中新网|人民网|央视网)[^，。]{2,20}[电讯日][\s　(（]"
)
_DECK = re.compile(r"(?:——|--|—\s?—|―)\s*\S")
_LABEL = re.compile(r"【[^【】]{1,12}】$|\[[^\[\]]{1,12}\]$|[◎◇◆]\s?[^，。]{2,12}$")
_ITEM = re.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、．]|\d{1,2}[.]\s?\D|[①-⑳]|[·*•◆◎★☆●▪►-]\s?\S"
    r"|第[一二三四五六七八九十\d]{1,3}[章节条]|附件?[:：\d一二三]|附录"
)
_LINK = re.compile(r"(?:[^。]{0,12}[:：])?\s*https?://\S+$")
# A form's field or a note: 发文单位：商务部, 地址：…, 注：….
_FIELD = re.compile(
    r"(?:发文|印发|发布|成文|实施|施行|主办|承办|协办|联系|举办|召开)?(?:单位|机关|部门|时间|日期|字号|文号|地址|地点|电话|传真|邮箱|邮编|网址|网站|信箱"
    r"|电子邮箱|联系人|联系方式|关键词|摘要|注|备注|说明|标签|分类|浏览|阅读|点击|字号|分享|附件|抄送|主送|扫码|微信|账号|账户|户名|开户行)\s?\d?:"
)
_ENDS_SENTENCE = re.compile(r"[。；，、;,…：:][”’」』）)》】\"']*$")
_STOPS = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the clean text. `space` counts the line feeds of the source before it, `level` is that of a marked heading."""

    start: int
    end: int
    text: str
    kind: Kind
    space: int
    level: int = 0

    @property
    def dateline(self) -> bool:
        """Whether it opens as a news item does: 【本报讯】, 新华社北京2月3日电."""
        return bool(_DATELINE.match(self.text))


def paragraphs(text: Text) -> list[Paragraph]:
    """The paragraphs in order; `text` of each is the folded one."""
    found: list[Paragraph] = []
    in_meta = text.source.lstrip().startswith("---")
    position = 0
    for line in text.folded.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        body = line.strip(" \u3000\xa0")
        if not body.strip():
            continue
        start += line.index(body)
        end = start + len(body)
        in_meta = in_meta and bool(_META.match(body))
        before = text.source[text.ends[found[-1].end - 1] if found else 0 : text.starts[start]]
        level = _level(before)
        kind: Kind = "meta" if in_meta else "heading" if level else _kind(body)
        found.append(Paragraph(start, end, body, kind, before.count("\n"), level))
    return found


def _level(before: str) -> int:
    if "#" not in before and "<h" not in before and "<H" not in before:
        return 0
    m = _MARKED_HEADING.search(before)
    if not m:
        return 0
    return len(m["hashes"]) if m["hashes"] else int(m["level"])


def _kind(text: str) -> Kind:
    if "\t" in text:
        return "row"
    if len(text) > 200:
        return "prose"
    if _DATE.match(text):
        return "date"
    if _SOURCE.match(text) and len(text) < 100:
        return "source"
    if _BYLINE.match(text) and len(text) < 60:
        return "byline"
    if _LINK.match(text):
        return "link"
    if _FIELD.match(text) and len(text) < 100:
        return "field"
    if _LABEL.match(text):
        return "label"
    if _DECK.match(text) and len(text) < 80:
        return "deck"
    if _ENTRY.match(text):
        return "entry"
    if _ITEM.match(text):
        return "item"
    if len(text) > LONGEST_HEADING or _STOPS.search(text) or _ENDS_SENTENCE.search(text):
        return "prose"
    return "heading" if len(text) >= 4 else "line"
