"""Every body that an office may belong to which stands without one: all that are spoken of around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import ChamberEntity, Office
from chamber_extract.relate.offices.bodies import GENERIC, Bodies
from chamber_extract.relate.offices.extent import ENTITIES
from chamber_extract.relate.offices.kinds import same_kind, stem
from chamber_extract.relate.offices.named import Named
from chamber_extract.segment import Span

_ENDS = "。！？!?\n"
_CLAUSES = f"{_ENDS}，,;；:：、"
_NEAR = 8  # bodies named in the sentence and the one before that are no chambers, nearest to the office
_FEW = 16  # bodies that an article names, nearest to the office
_LONGEST = 24  # characters of a body's name that is no chamber's
_LINE = 70  # characters before a reporter in which the paper is named
# What closes the name of a body: 某某工程公司, 县医院, 联邦教育部, 长泾镇.
_NOUN = re.compile(
    "|".join(
        sorted(
            {
                *ENTITIES,
                *("中心", "街道", "代表处", "小组", "救灾会", "委员会", "理事会", "专委会", "同盟"),
                "[县乡镇村省]",
                "[\u4e00-\u9fff]市(?!场)",
                "(?<=.)[部局厅署院所处庄店社馆团队厂行](?![长员门分])",
                "业(?=[，,董总])",
            },
            key=len,
            reverse=True,
        )
    )
)
_PAPER = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{3,9}(?:(?<=[报刊网社台讯阅摘])|(?<=周刊|融媒|传媒|时评)))(?=[》 \n(（\d讯电本记]|$)"
)
_OF_PAPERS = frozenset(("newsroom", "outlet", "paper"))
_NO_PAPER = (*GENERIC, "本")
_LONG_NOUNS = frozenset("公司 集团 医院 大学 学校 银行 中心 酒店 工厂 日报".split())


class Told(NamedTuple):
    """The offices told last, and where their holder is named."""

    start: int
    offices: list[Office]


class Asked(NamedTuple):
    """An office whose body is asked for, by its `title` in simplified characters.

    `said` are the words right before `start` that point back to the body (该会), `apart` is whether other words stand
    there; `held` are offices that the text gave its `holder` before, `told` those that it gave to anybody last.
    """

    title: str
    start: int
    said: str
    apart: bool
    holder: str
    held: tuple[Office, ...]
    told: Told | None


class Where(NamedTuple):
    """Where the article, the paragraph, the sentence before, the sentence and the clause of an office begin."""

    article: Span
    paragraph: int
    previous: int
    sentence: int
    clause: int


@dataclass(slots=True)
class Body:
    """A body, where its article names it, and what was seen of it whatever the office is (`signs`)."""

    name: str
    chamber: ChamberEntity | None
    named: list[Named] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    kind: str | None = None

    def before(self, start: int) -> Named | None:
        """Where it is named last before `start`."""
        i = bisect_right(self.named, start, key=lambda n: n.end)
        return self.named[i - 1] if i else None


class SpokenOf:
    """The bodies of one document that are spoken of around an office."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies, self.folded = bodies, bodies.folded
        self.wording, self.institutions = bodies.wording, bodies.institutions

    def where(self, start: int) -> Where:
        article = self.bodies.context.article(start)
        sentence = self._after_last(_ENDS, article.start, start)
        paragraph = self._after_last("\n", article.start, start)
        previous = self._after_last(_ENDS, paragraph, max(paragraph, sentence - 1))
        return Where(article, paragraph, previous, sentence, self._after_last(_CLAUSES, sentence, start))

    def around(self, asked: Asked, where: Where) -> list[Body]:
        """Each body once, however often it is named."""
        found: dict[object, Body] = {}

        def add(
            name: str | None, chamber: ChamberEntity | None, *signs: str, kind: str | None = None
        ) -> None:
            if name and not (kind in _OF_PAPERS and fold(name).startswith(_NO_PAPER)):  # 商会简报
                key = id(chamber) if chamber else name
                body = found.setdefault(key, Body(name, chamber))
                body.signs += signs
                body.kind = body.kind or kind

        for n in self._named(asked.start, where):
            add(n.name, n.chamber)
            found[id(n.chamber) if n.chamber else n.name].named.append(n)
        for n in self.bodies.context.headed(asked.start):
            add(n.name, n.chamber, "headed")
        for own in (self.bodies.own, self.bodies.issuer):
            if own:
                add(own.name, own.chamber, "own")
        if asked.told and asked.told.start >= where.article.start:
            for office in asked.told.offices:
                add(office.organization, office.chamber, *_told(asked, office, where))
        for office in asked.held:
            same = ("held same",) if fold(office.title) == asked.title else ()
            add(office.organization, office.chamber, "held", *same)
        for kind, name, chamber in self._pointed_to(asked):
            add(name, chamber, kind, kind=kind)
        for kind, n in self._near(asked.start, where):
            add(n.name, None, kind, kind=kind)
            if (body := found.get(n.name)) and not body.named:
                body.named.append(n)
        return list(found.values())

    def _named(self, start: int, where: Where) -> list[Named]:
        """Where the article names the bodies that stand nearest to `start`."""
        named = self.bodies.context.within(where.article.start, where.article.end)
        near: dict[object, int] = {}
        for n in named:
            key = id(n.chamber) if n.chamber else n.name
            near[key] = min(near.get(key, len(self.folded)), abs(start - n.start))
        kept = set(sorted(near, key=lambda key: near[key])[:_FEW])
        return [n for n in named if (id(n.chamber) if n.chamber else n.name) in kept]

    def _pointed_to(self, asked: Asked) -> Iterator[tuple[str, str | None, ChamberEntity | None]]:
        """The bodies that the office itself points to, each with how."""
        institutions, papers = self.institutions, self.institutions.papers
        if not asked.said:
            yield "institution", institutions.of(asked.title, asked.start), None
            if beside := self.bodies.apart(asked.title, asked.start):
                yield "apart", *beside
            yield "pointed", institutions.pointed(asked.start), None
        yield "newsroom", papers.newsroom(asked.start), None
        yield "outlet", papers.outlet(asked.start), None
        if masthead := papers.masthead(asked.start):
            yield "masthead", *masthead

    def _near(self, start: int, where: Where) -> Iterator[tuple[str, Named]]:
        """The bodies that are no chambers in the sentence and the one before it, and the papers just before."""
        ends = [m for m in _NOUN.finditer(self.folded, where.previous, start) if self._is_apart(m.end())]
        for m in ends[-_NEAR:]:
            floor = self._after_last(f"{_ENDS}，,", where.article.start, m.end() - 1)
            name = self.institutions.name(floor, m.end())
            if 2 < len(name) <= _LONGEST and fold(name) not in GENERIC and not re.search("[的了]", name):
                noun = m[0][-2:] if m[0][-2:] in _LONG_NOUNS else m[0][-1]
                yield f"body {noun}", Named(m.end() - len(name), m.end(), name, None)
        for m in _PAPER.finditer(self.folded, max(where.article.start, start - _LINE), start):
            yield "paper", Named(*m.span(1), self.wording.clean(*m.span(1)), None)

    def _is_apart(self, end: int) -> bool:
        """Whether what ends here is no part of the name of a chamber or of a person."""
        named = self.bodies.context.within(end - _LONGEST, end)
        return end not in self.wording.person_ends and not any(n.end >= end for n in named)

    def _after_last(self, marks: str, floor: int, start: int) -> int:
        return max(floor, *(self.folded.rfind(mark, floor, start) + 1 for mark in marks))


def _told(asked: Asked, office: Office, where: Where) -> Iterator[str]:
    """How an office told before stands to the one asked for."""
    assert asked.told
    start, other = asked.told.start, fold(office.title)
    near = "sentence" if start >= where.sentence else "paragraph" if start >= where.paragraph else "article"
    yield f"told {near}"
    yield f"told {near} {'alike' if same_kind(asked.title, other) else 'other'}"
    yield f"told {stem(other)[-2:]}, {asked.title[-2:]}"
