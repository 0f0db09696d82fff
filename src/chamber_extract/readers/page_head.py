"""What a web page states of itself: its title, `meta` elements, linked data, canonical address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from chamber_extract.segment.header import FIELDS

_SCHEMA = {"headline": "title", "datePublished": "day", "url": "url"}
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage")


def page_head(tree: LexborHTMLParser) -> dict[str, str]:
    """The fields of `segment.header` that the page's head states, the first of each; `page` is its `title`."""
    found: dict[str, str] = {}
    for key, value in (*_metas(tree), *_linked_data(tree), *_times(tree), *_addresses(tree)):
        if value.strip():
            found.setdefault(key, " ".join(value.split()))
    title = tree.css_first("head > title")
    if title is not None and title.text().strip():
        found["page"] = " ".join(title.text().split())
    return found


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta"):
        said = node.attributes
        key = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if key in FIELDS and said.get("content"):
            yield FIELDS[key], said["content"] or ""


def _linked_data(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            if not any(k in _ARTICLES for k in (kinds if isinstance(kinds, list) else [kinds])):
                continue
            for key, field in _SCHEMA.items():
                if isinstance(thing.get(key), str):
                    yield field, thing[key]
            yield "author", "、".join(_names(thing.get("author")))
            yield "site", "".join(_names(thing.get("publisher"))[:1])


def _things(data: Any) -> Iterator[dict[str, Any]]:
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (
                (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()
            )


def _names(value: Any) -> list[str]:
    """The names in what linked data gives for a person or a body: a string, an object, or several."""
    names = (
        v.get("name") if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])
    )
    return [name for name in names if isinstance(name, str)]


def _times(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("time[pubdate], time[itemprop=datePublished], time.entry-date, time.published"):
        yield "day", node.attributes.get("datetime") or node.text()


def _addresses(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("link[rel=canonical]"):
        yield "url", node.attributes.get("href") or ""
