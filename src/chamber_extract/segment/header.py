"""What stands before a text and is none of it: the keys of a crawler or of front matter, and the head of a web page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal

Field = Literal["title", "day", "source", "site", "author", "editor", "url"]

_KEYS: dict[Field, str] = {
    "title": "title headline articletitle og:title 标题 题目 文章标题 新闻标题 主题 题名 公文标题",
    "day": "date time datetime published published_at pubdate pubtime pub_date pub_time publishdate publish_date"
    " publishtime publish_time publication_date release_date created created_at datepublished article:published_time"
    " og:release_date og:pubdate dc.date 日期 时间 发布日期 发布时间 发表日期 发表时间 刊登日期 出版日期 发稿时间 成文日期 发文日期 发文时间 印发日期 生成日期",
    "source": "source publisher media contentsource mediaid origin 来源 文章来源 信息来源 稿件来源 新闻来源 出处 媒体"
    " 发布机构 发布单位 报纸 发文机关 发文单位 发文机构",
    "site": "site site_name sitename og:site_name 网站 网站名称 站点",
    "author": "author authors by writer byline dc.creator article:author 作者 记者 撰稿 撰文",
    "editor": "editor 编辑 责任编辑 责编",
    "url": "url link href og:url canonical 链接 网址 原文链接 原文网址 文章链接 地址",
}  # fmt: skip
# What lines of a header tell of the file, not of the text's origin.
_OTHERS = frozenset(
    "索引号 发文字号 文号 公文种类 主题分类 分类 栏目 频道 版次 版面 关键词 主题词 标签 副题 副标题 肩题 引题 发件人 收件人 抄送 有效性 浏览次数 字数 专栏 语言".split()
)
FIELDS: dict[str, Field] = {key: field for field, keys in _KEYS.items() for key in keys.split()}
# These alone tell that a header stands here; a poster too has a time, and a place under it.
_TELLING = frozenset(
    {"title", "url", "link", "headline", "pubdate", "pubtime", "publish_time", "publish_date"}
)
# With these the text itself begins.
TEXT_KEYS = frozenset({"content", "text", "body", "正文", "内容", "全文"})

_LINE = re.compile(
    r"[ \t]*(?:(?P<key>[A-Za-z_][\w.-]{0,30}|[㐀-鿿]{2,5})[ \t]*:(?!//)|【(?P<boxed>[㐀-鿿]{2,5})】:?)(?P<value>.*)"
)
_LONGEST = 4000  # characters of a header with its addresses


def field_of(line: str) -> tuple[str, str] | None:
    """The key, in lower case, and the value of a folded line of a header; None where it has no key."""
    m = _LINE.match(line)
    return ((m["key"] or m["boxed"]).lower(), m["value"].strip().strip("\"'").strip()) if m else None


def header_lines(folded: str) -> list[tuple[int, int]]:
    """The lines with keys at the head of the folded text, as spans; none where it has no header."""
    found: list[tuple[int, int]] = []
    known = 0
    position = 0
    telling = False
    for line in folded[:_LONGEST].split("\n"):
        start, position = position, position + len(line) + 1
        if not line.strip():
            continue
        said = field_of(line)
        if (
            not said
            or said[0] in TEXT_KEYS
            or not (said[0] in FIELDS or said[0] in _OTHERS or said[0].isascii())
        ):
            break
        known += said[0] in FIELDS
        telling = telling or said[0] in _TELLING
        found.append((start, start + len(line)))
    return found if known > 1 or (known and telling) else []


_HEAD = 60_000  # characters in which a page's head ends
_PAGE_TITLE = re.compile(r"<title\b[^<>]{0,200}>\s*([^<>]{1,300}?)\s*</title", re.IGNORECASE)
_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([A-Za-z-]{1,20})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def page_fields(source: str) -> dict[str, str]:
    """What `<title>` (as `page`) and the `<meta>` of a web page say, by the fields' names; the first of each."""
    found: dict[str, str] = {}
    head = source[:_HEAD]
    if "<" not in head:
        return found
    for field, value in _metas(head):
        found.setdefault(field, value)
    if m := _PAGE_TITLE.search(head):
        found["page"] = " ".join(html.unescape(m[1]).split())
    return found


def _metas(head: str) -> Iterator[tuple[Field, str]]:
    for m in _META.finditer(head):
        said = {
            a[1].lower(): html.unescape(a[2] or a[3] or a[4] or "").strip() for a in _ATTRIBUTE.finditer(m[1])
        }
        key = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if key in FIELDS and said.get("content"):
            yield FIELDS[key], said["content"]
