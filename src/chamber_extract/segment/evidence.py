"""What speaks for it that texts of one make are articles, weighed together: each sign alone may be chance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamber_extract.segment import masthead
from chamber_extract.segment.headlines import unmarked
from chamber_extract.segment.kinds import ABOUT
from chamber_extract.segment.newsletter import Start
from chamber_extract.segment.own import with_ends
from chamber_extract.segment.paragraphs import Paragraph

# A headline that names who did something; a subhead of five characters may do so by chance: 抱团议价.
_DOER = re.compile(r"(?=.{6}).*(?:[会联社局厅委府馆院校团](?![是的])|[中华商厂]总|公司|集团|企业|[侨华]商)")
_LEAD = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|近日|日前|[昨今][日天]|连日来")
_TITLE = 4  # lines in which a collection names itself
_TELLING = 8  # characters of a headline that tells something
_LONG = 4  # paragraphs of a text: articles of collections are shorter than a part of a report

# The weights were fitted to some two hundred documents, some of them one article with subheads, and rounded; a share
# is that of the texts. What weighs more than the last speaks for articles.
_WEIGHTS = {
    "issue": 2.5,  # the head names what comes in issues, and this one
    "organ": 1.5,  # a line of the head is called as such papers are
    "page": 2.5,  # of a newspaper
    "marked": 1.5,
    "own": 6,  # share that show their own day, medium or writer in the same place as another
    "doers": 2.5,  # share of headlines that say who did something
    "leads": 1,  # share that open with a day
    "telling": 1,  # share of headlines that are long enough to tell something
    "alone": -1,  # the first text alone has its day or writer under its headline: subheads have none; on no page
    "told": -2,  # sentences stand above the first headline: an article's lead
    "length": -1,  # of the texts
}
_ENOUGH = 4.5


def are_articles(
    parts: Sequence[Paragraph],
    found: Sequence[Start],
    showing: set[int],
    *,
    issue: bool,
    page: bool,
    marked: bool,
) -> bool:
    """Whether the texts under the headlines are articles rather than the parts of one; `showing` are those that show
    something of their own in the same place as another."""
    above = parts[: found[0].first]
    signs = {
        "issue": issue,
        "organ": any(masthead.names_collection(p) for p in above[:_TITLE]),
        "page": page,
        "marked": marked,
        "own": sum(s.first in showing for s in found) / len(found),
        "doers": len(doers(parts, found)) / len(found),
        "leads": sum(map(_opens_with_day, _texts(parts, found))) / len(found),
        "telling": sum(len(_name(parts, s)) >= _TELLING for s in found) / len(found),
        "alone": not page
        and [parts[s.last].kind in ABOUT for s in found] == [True, *[False] * (len(found) - 1)],
        "told": any("。" in p.text or p.text.endswith(":") for p in above),
        "length": sum(_length(text) for text in _texts(parts, found)) / len(found),
    }
    return sum(_WEIGHTS[sign] * value for sign, value in signs.items()) > _ENOUGH


def doers(parts: Sequence[Paragraph], found: Sequence[Start]) -> set[int]:
    """Where the headlines stand that say who did something."""
    return {s.first for s in found if any(_DOER.match(parts[i].text) for i in s.lines)}


def _texts(parts: Sequence[Paragraph], found: Sequence[Start]) -> list[list[Paragraph]]:
    return [[p for p in parts[s.last : end] if p.kind == "prose"] for s, end in with_ends(parts, found)]


def _opens_with_day(text: Sequence[Paragraph]) -> bool:
    return bool(text) and _LEAD.match(text[0].text) is not None


def _length(text: Sequence[Paragraph]) -> float:
    return min(len(text), _LONG) / _LONG


def _name(parts: Sequence[Paragraph], start: Start) -> str:
    return unmarked("".join(parts[i].text for i in start.lines))
