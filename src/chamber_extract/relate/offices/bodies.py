"""The bodies of one document that have officers: what they are called, and which of them it is that writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.index import registry
from chamber_extract.relate.chambers.keys import skeleton, spelled
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.context import Context
from chamber_extract.relate.offices.ellipses import elliptical, expand
from chamber_extract.relate.offices.extent import words
from chamber_extract.relate.offices.institutions import Institutions
from chamber_extract.relate.offices.kinds import OF_FIRMS
from chamber_extract.relate.offices.named import Named
from chamber_extract.relate.offices.phrases import Phrase
from chamber_extract.relate.offices.wording import Wording
from chamber_extract.segment import Span

_FIRM = re.compile(r"(?:公司|集团|厂|店|行|企业|事务所|中心)$")
# Before a bracket: 商会抗疫专班（负责人：甲）.
_UNIT = re.compile(
    r"(?:专班|小组|工作组|委员会|办公室|[省市区县][\u4e00-\u9fff]{1,6}[局处委]|部|院|校|社|会|[团队组])$"
)
_MEETING = re.compile("(?:大|例|年|晚|茶|宴|酒|座谈|茶话|报告|发布|说明|联欢|团拜)会$")
_SIGN_OFFS = frozenset(("", "启", "谨启", "敬启", "谨识", "同启", "敬上", "鸣谢", "谨上", "宣"))
# 某商会⏎壹拾万铢: a giver in a roll.
_SUM_BELOW = re.compile(
    r"[ \u3000]*\n[ \u3000]*[\d,.壹贰叁肆伍陆柒捌玖拾佰仟万]+[ ]?(?:[元圆铢盾]|令吉|[披比]索|\n)"
)
_TITLE_SLACK = 30  # characters that an outlet and spaces add to a title
_LINE = 40  # characters that blanks before and after a signature take at most
# Associations that are no chambers, with officers like theirs: 香港湘籍工商聯會, 泰國廣西總會.
_ASSOCIATION = re.compile(
    r"工商联会|同业公会|公会|中华大会堂|团体联合会|社团联合总?会|同乡总?会|宗亲总?会|会馆|公所|慈善会|总会(?!会?长|馆)|(?<!商)联会|联谊总会|(?:福利|街坊|青年|妇女|崇正|校友|互助)总?会(?![议员])"
)
_FEDERATION = re.compile(
    r"(?<![全各该我本省市县区乡等、])[省市县区州](?:工商业联合会|工商联|总商会)(?!系统|组织|界)"
)
_PRESIDES = re.compile("(?:会长|理事长|监事长)$")  # no federation has them, unless as a 总商会
_ABROAD = 5  # characters of 旅菲同乡会, of no town

# What stands before an office and names no body of its own.
GENERIC = frozenset(words("generic"))
_WE = re.compile(r"本(?:商|协)?会(?![议场长员])")
_YOU = re.compile("贵(?:商|协)?会")
_OURS = frozenset(("本会", "我会", "本商会", "本总会", "本协会", "本会馆", "本公会", "本联合会"))
# A paper, or a mission that writes about itself: the publisher.
_OWN_PAPER = re.compile(r"本报|本刊|本网|本台|本社|特约|见习|实习|[我本][处馆]$")
_UNCLOSED = re.compile(r"[(（][^()（）]*$")  # 某某发展协会（某经协|）理事长


class Bodies:
    """The organisations of one document, asked for by the place where an office stands."""

    def __init__(self, wording: Wording) -> None:
        self.wording, self.institutions = wording, Institutions(wording)
        self.folded, self.segments = wording.folded, wording.segments

    def named(self, phrase: Phrase, before: str | None) -> tuple[str | None, ChamberEntity | None]:
        """The body that a phrase names, spelled out where it is elliptical, and the chamber that it is."""
        name = self.wording.clean(phrase.start, phrase.organization_end).strip("的,，、 ")
        name = _UNCLOSED.sub("", name)
        if not name:
            return None, None
        entity = self.wording.chamber(phrase.start, phrase.organization_end)
        if _OWN_PAPER.match(fold(name)):
            papers = self.institutions.papers
            return papers.outlet(phrase.start) or papers.newsroom(phrase.organization_end), None
        if "贵会" in fold(name):
            return None, None
        if fold(name) in _OURS:
            if (own := self.own) and own.chamber:
                return self.reported(own.chamber, [own], ""), own.chamber
            return (own.name, None) if own else (None, None)
        entity = entity or self.wording.shortened(name)
        expanded = expand(name, before)
        if expanded == name and entity:
            expanded = self._completed(name, entity)
        elif expanded == name and elliptical(fold(name)) and fold(name)[0] in "省市县区州镇":
            place = self.institutions.division(fold(name)[0], phrase.start)  # 市政协, in news of one city
            expanded = place + name[1:] if place else name
        return (expanded if len(expanded) > 1 and fold(expanded) not in GENERIC else None), entity

    def apart(self, title: str, start: int) -> tuple[str, ChamberEntity | None] | None:
        """The body before a bracket, 由 or, for a firm's officer, a comma: 某公司（董事长：甲）, 青年团由团长乙带领, 某公司，经理丙."""
        if not start or self.folded[start - 1] not in ("，,、(（由" if OF_FIRMS.search(title) else "(（由"):
            return None
        left = self.wording.reach(start - 1)
        name, chamber = self.wording.clean(left, start - 1), self.wording.chamber(left, start - 1)
        opened = (
            self.folded[start - 1] in "(（由" and _UNIT.search(fold(name)) and not _MEETING.search(fold(name))
        )
        of_firm = _FIRM.search(name) and OF_FIRMS.search(title)
        return (
            (name, chamber) if len(name) > (2 if opened else 3) and (of_firm or chamber or opened) else None
        )

    @cached_property
    def context(self) -> Context:
        """What the document speaks of: its chambers and other associations."""
        return Context(self.folded, self.segments, self._named())

    def _named(self) -> list[Named]:
        named = [*self._full]
        taken = {n.end for n in named}
        if own := self.own:
            named += [
                own._replace(start=m.start(), end=m.end())
                for m in _WE.finditer(self.folded)
                if m.end() not in taken
            ]
        addressee, chamber = self.institutions.addressee
        if addressee:
            named += [Named(*m.span(), addressee, chamber) for m in _YOU.finditer(self.folded)]
        for m in _FEDERATION.finditer(self.folded):  # of a city that the document never names
            if m.end() not in taken:
                named.append(Named(*m.span(), self.wording.clean(*m.span()), None))
        associations = [n for n in self._full if n.chamber is None]
        for m in _ASSOCIATION.finditer(self.folded) if associations else ():
            said = self.folded[self.wording.reach(m.end()) : m.end()]  # 石圳|同乡会, of 旅菲石圳同乡会
            owned = self.folded[m.end() - len(said) - 1] == "的"  # 某商会的|会馆
            if m.end() not in taken and not owned:
                named += [
                    n._replace(start=m.end() - len(said), end=m.end())
                    for n in associations
                    if fold(n.name).endswith(said)
                ][:1]
        return named

    @cached_property
    def _full(self) -> list[Named]:
        """The chambers wherever they are named, and the other associations by their full names."""
        named = [_named(s, e) for s, e in self.wording.places]
        taken = {n.end for n in named}
        for m in _ASSOCIATION.finditer(self.folded):
            if m.end() not in taken and (start := self._opened(m.end())) is not None:
                named.append(Named(start, m.end(), self.wording.clean(start, m.end()), None))
        return sorted(named)

    def _opened(self, end: int) -> int | None:
        """Where the name of the association that ends at `end` begins: with the place that it has its name from."""
        left = self.wording.reach(end)
        if self.folded[left] == "旅" and end - left > _ABROAD:
            return left  # 旅菲潮州会馆
        return next((p for p in range(left, end - 3) if names().places.at(self.folded, p)), None)

    def reported(self, chamber: ChamberEntity, named: Sequence[Named], title: str) -> str:
        """What the chamber is called as the body of an office that stands alone, `named` saying where it is named.

        A federation is called as it is there: a 总商会 where its 会长 is meant, else by its other name.
        """
        if chamber.type != "federation" or not named:
            return self.wording.written(chamber)
        presides = bool(_PRESIDES.search(title))
        fitting = (n for n in named if self.folded.endswith("总商会", n.start, n.end) == presides)
        n = next(fitting, named[0])
        return self._completed(self.wording.clean(n.start, n.end), chamber)

    def _completed(self, name: str, chamber: ChamberEntity) -> str:
        """The chamber's name in full, or that by which it is known everywhere (机电商会) unless the document
        defines that as short for it. The other name of a federation stays: 县总商会 has presidents of its own.
        """
        federation = chamber.type == "federation"
        if federation and (name.endswith("总商会") or fold(chamber.name) not in self.folded):
            return (
                name if not elliptical(fold(name)) and len(name) > 4 else self.wording.placed(name, chamber)
            )
        defined = any(f"称{mark}{fold(name)}" in self.folded for mark in ("", "“", "为", "为“"))
        known = (fold(name) in registry() and not defined) or skeleton(spelled(name)) in chamber.keys
        return name if known and not federation else self.wording.written(chamber)

    def chamber(self, name: str | None) -> ChamberEntity | None:
        """The chamber of the document that bears the name, however it was come by: a newsletter's masthead says it as well."""
        return self._chambers.get(fold(name)) if name else None

    @cached_property
    def _chambers(self) -> dict[str, ChamberEntity]:
        return {fold(n.chamber.name): n.chamber for n in self._full if n.chamber}

    @cached_property
    def own(self) -> Named | None:
        """The body that 本会 is: the only chamber named or body in the title, else the last that fills a line, else the title's."""
        title = self.segments.title or ""
        headline = len(title) + (0 if _ASSOCIATION.search(fold(title)) else _TITLE_SLACK)
        full = [n for n in self._full if n.chamber or n.end <= headline or self._fills_a_line(n)]
        outer = [n for n in full if not any(n.start == o.start and n.end < o.end for o in full)]
        roots = {n.name: n for n in reversed(outer) if n.chamber is None or n.chamber.parent is None}
        if len(roots) == 1 or len({n.name for n in outer}) == 1:
            return outer[0]
        if alone := [n for n in full if self._fills_a_line(n)]:
            return alone[-1]
        headed = {n.name: n for n in full if n.end <= headline}
        return next(iter(headed.values())) if len(headed) == 1 else None

    @cached_property
    def issuer(self) -> Named | None:
        """The body whose newsletter it is: the only one named above the first article."""
        head = self.segments.sections[0].start if self.segments.sections else 0
        named = {n.name: n for n in self._full if n.end <= head}
        return next(iter(named.values())) if len(named) == 1 else None

    def _fills_a_line(self, n: Named) -> bool:
        before = self.folded[max(0, n.start - _LINE) : n.start].rpartition("\n")[2]
        after = self.folded[n.end : n.end + _LINE].partition("\n")[0]
        gives = _SUM_BELOW.match(self.folded, n.end)
        return not before.strip() and after.strip() in _SIGN_OFFS and not gives


def _named(span: Span, chamber: ChamberEntity) -> Named:
    return Named(span.start, span.end, chamber.name, chamber)
