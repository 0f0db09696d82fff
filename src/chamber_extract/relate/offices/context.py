"""Where the bodies of a document stand: which of them act, whose officers are named, and whom an article is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from chamber_extract.extractors.people.edges import title_at
from chamber_extract.normalize.script import fold
from chamber_extract.relate.offices.named import Named, longest
from chamber_extract.segment import Segments, Span, at

# 向柬埔寨中国商会捐款, 与湖南商会座谈: it is dealt with, and does nothing itself.
_OBLIQUE = re.compile(
    r"(?:[向给对与和同及跟经赴到往在为代从自获受予于交送至致]|(?:透过|通过|委托|邀请|拜访|拜会|访问|会见|走访|加入|参加|出席|响应|感谢|联同|携手|联合|支持|获得|来自|前往|旗下|属下|参观|到访)[了过]?|原名|原称|旧称|前身[是为])$"
)
_VISITED = re.compile(r"(?:走访|拜会|拜访|访问|到访|参访|参观|来到|抵达|前往|考察|造访)[了过]?$")
_SHORT_FORM = re.compile(r"(?:[(（][^()（）\n]{2,12})?[)）]|")
_BACK = 600  # characters; a body named farther back than a long paragraph is no longer spoken of
_TITLE = 30  # characters that an outlet and spaces add to a title
_VERB = 4  # characters of such a verb
_PRONOUN = 3  # characters of 该会, 该商会, 本会


class Context:
    """What a text speaks of, asked for by place."""

    def __init__(self, folded: str, segments: Segments, named: Iterable[Named]) -> None:
        self.folded, self.segments = folded, segments
        self.named = longest(named)
        self.starts = [n.start for n in self.named]
        self.ends = {n.end for n in self.named}
        self.named = [self._resolved(n) for n in self.named]
        self.officer, self.acts = cache(self._officer), cache(self._acts)

    def within(self, start: int, end: int) -> list[Named]:
        """The bodies named from `start` to `end`, in order."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def article(self, position: int) -> Span:
        """The article that holds the position."""
        section = at(self.segments.sections, position)
        return Span(section.start, section.end) if section else Span(0, len(self.folded))

    def headed(self, position: int) -> list[Named]:
        """The bodies that the headline of the article names."""
        section = at(self.segments.sections, position)
        title = fold(section.title if section else self.segments.title or "")
        article = self.article(position)
        line = self.folded.find(title[:4], article.start, article.end) if title else -1
        if line < 0:
            return []
        stop = self.folded.find("\n", line + len(title), article.end)
        stop = min(stop if stop >= 0 else article.end, line + len(title) + _TITLE)
        return [n for n in self.within(line, stop) if n.end <= stop]

    def _officer(self, n: Named) -> str | None:
        """The office that follows the body's name and its short form: 某商会(某商)|会长 tells where somebody comes from."""
        after = _SHORT_FORM.match(self.folded, n.end).end()  # type: ignore[union-attr]
        return None if self.folded.startswith("秘书处", after) else title_at(self.folded, after)

    def _acts(self, n: Named) -> bool:
        """Whether the body does something: no officer's, and nobody's object. 甲商会与乙商会 act both."""
        joined = self.folded[n.start - 1 : n.start] in "与和同及、" and n.start - 1 in self.ends
        oblique = not joined and _OBLIQUE.search(self.folded, max(0, n.start - 3), n.start)
        return not self._officer(n) and not oblique

    def is_visited(self, n: Named) -> bool:
        """Whether others come to the body, whose officers then speak and receive: 走访了某商会，受到会长接待."""
        return _VISITED.search(self.folded, max(0, n.start - _VERB), n.start) is not None

    def _resolved(self, n: Named) -> Named:
        """该会 stands for the body that it points back to: who acts in the last sentence that names a body in full."""
        if n.end - n.start > _PRONOUN + 1 or self.folded[n.start] != "该":
            return n
        floor = max(self.article(n.start).start, n.start - _BACK, self.folded.rfind("\n", 0, n.start) + 1)
        spelled = [o for o in self.within(floor, n.start) if o.end - o.start > _PRONOUN]
        if not spelled:
            spelled = self.headed(n.start)[:1]
        if not spelled:
            return n
        sentence = max(floor, *(self.folded.rfind(mark, floor, spelled[-1].end) + 1 for mark in "。！？!?"))
        there = [o for o in spelled if o.start >= sentence][::-1] or spelled
        said = next(filter(self._acts, there), there[0])
        return n._replace(name=said.name, chamber=said.chamber)
