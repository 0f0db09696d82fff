"""Which body an office belongs to that stands without one: the chamber spoken of, the paper, the school, the publisher."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.office_context import Context, Named, compatible
from chamber_extract.relate.office_phrases import elliptical, placed, reach
from chamber_extract.segment import Span, at
from chamber_extract.segment.datelines import dateline

# Offices that only chambers and their like have: without an organisation beside them, the chamber last spoken of is meant.
_OF_CHAMBERS = re.compile(
    r"会长|理事长|秘书长|总秘书|监事长|监事会主[席任]|理事会主席|党支部书记|监察长|会董|理事$|监事$|总干事|财政$|财务长$|总务$|查账$|会务顾问|执行顾问|名誉顾问|荣誉顾问|顾问$|秘书$|司库$|干事$|青年团|妇女组|青年组|青年部|妇女部|外联部长|文体部长|宣传部长"
)
_OF_SCHOOLS = re.compile(r"校长|校董|董事长|家协|教务长")
_OF_FEDERATIONS = re.compile(r"主席$")
_OF_FIRMS = re.compile(r"经理|董事长|总裁|总监|董事$|首席执行官|负责人|厂长|老板")
_FIRM = re.compile(r"(?:公司|集团|厂|店|行|企业|事务所|中心)$")
# Before a bracket: 商会抗疫专班（负责人：甲）.
_UNIT = re.compile(
    r"(?:专班|小组|工作组|委员会|办公室|[省市区县][\u4e00-\u9fff]{1,6}[局处委]|部|院|校|社|会)$"
)
_PUBLISHER = re.compile(
    r"(?:主[ \u3000]*办|主编单位|编[ \u3000]*印|编辑出版)(?:单位)?[ \u3000\t:：]+([^\t\n]{4,40})"
)
_ELECTED = re.compile(
    r"产生了?([\u4e00-\u9fff]{2,14}?(?:工商联|商会|协会|联合会|联谊会|总会|促进会))(?=第[一二三四五六七八九十百\d]+届|新一届|理事会|领导班子)"
)
_SIGN_OFFS = frozenset(("", "启", "谨启", "敬启", "谨识", "同启", "敬上", "鸣谢", "谨上", "宣"))
_TITLE_SLACK = 30  # characters that an outlet and spaces add to a title
_LINE = 40  # characters that blanks before and after a signature take at most
_LEARNING = re.compile(r"^(?:副|代理|名誉|荣誉|前)*(?:校长|教务长|教导主任|训导主任)$")
_OF_EMBASSIES = re.compile(r"参赞$|领事$|大使$|武官$|代办$")
_EMBASSY = re.compile(
    r"驻[\u4e00-\u9fff]{1,9}?(?:大使馆|使馆|总领事馆|总领馆|领事馆)(?:经商处|商务处|经济商务处|领事处|政治处)?"
)
_SCHOOL = re.compile(r"小学|中学|大学|学院|学校|书院|国小|国中|华小|独中|幼儿园|公学|女中|高中")
# Associations that are no chambers, with officers like theirs: 香港湘籍工商聯會, 泰國廣西總會.
_ASSOCIATION = re.compile(
    r"工商联会|同业公会|公会|同乡总?会|宗亲总?会|会馆|公所|慈善会|(?<!商)总会(?!会?长)|(?<!商)联会|联谊总会"
)
_PRONOUN = 3  # characters of 该会, 该商会, 本会
_ADDRESSED = re.compile(
    r"(?:^|\n)[ \u3000]*(?:致|尊敬的)?[:：]?([\u4e00-\u9fff]{4,24}?(?:会|公所|会馆))(?:[暨及和各全同][^:：，。\n]{0,10})?[:：][ ]*(?=\n|$)"
)
_COMMITTEE = re.compile(
    r"(?:^|\n)[ \u3000]*([^\n，。：:]{2,24}(?:小组|委员会|筹委会|专班|工作组|理事会|监事会|秘书处|董事会))(?:成员|名单|组成人员)*[:：]?[ ]*(?=\n|$)"
)
_FEW = 20  # embassies named last, which may all be one
_SCHOOL_BACK = 160  # characters; a school named farther back is seldom the one whose head speaks
_SOURCE = re.compile(r"(?:文章)?来源[:：][ \u3000]*([\u4e00-\u9fff]{2,10}(?:报|网|社|台|刊|周刊|杂志))")
_OPENING = 40  # characters of a news item in which its paper and reporter are named
_BACK = 600  # characters; a chamber named farther back than a long paragraph is no longer the subject


def same_kind(title: str, known: str) -> bool:
    """Whether two offices named one after the other can belong to one body: both a chamber's, a firm's or a school's, 总理 and 副总理."""
    if not compatible(title, known):
        return False
    return (
        any(
            p.search(title) and p.search(known) for p in (_OF_CHAMBERS, _OF_FIRMS, _OF_SCHOOLS, _OF_EMBASSIES)
        )
        or title.removeprefix("副") in known
        or (title.endswith("记者") and known.endswith("记者"))
    )


def of_chambers(title: str) -> bool:
    """Whether only chambers and their like have such an office."""
    return _OF_CHAMBERS.search(title) is not None


class Bodies:
    """The organisations of one document, asked for by the place where an office stands."""

    def __init__(self, reading: Reading, chambers: Chambers) -> None:
        self.text, self.segments = reading.text, reading.segments
        self.folded = reading.text.folded
        self.places = sorted(chambers.places, key=lambda p: (p[0].start, p[0].end))
        self.starts = [p[0].start for p in self.places]
        self.entities = {(s.start, s.end): e for s, e in self.places}
        self.chamber_ends: dict[int, int] = {}
        for s, _ in self.places:
            self.chamber_ends[s.end] = min(s.start, self.chamber_ends.get(s.end, s.start))
        self.person_ends = {m.end for m in reading.of("person") if not m.value.partial}

    def clean(self, start: int, end: int) -> str:
        return re.sub(r"\s(?![A-Za-z])", "", self.text.clean[start:end])

    def written(self, entity: ChamberEntity) -> str:
        """The chamber's name in the document's own script and words, where it is spelled out there."""
        written = (self.clean(s.start, s.end) for s in entity.mentions)
        longest = max((w for w in written if not w.isascii()), key=len, default=entity.name)
        return entity.name if elliptical(fold(longest)) or len(longest) < 5 else longest

    def _newsroom(self, start: int) -> str | None:
        """The paper or agency whose reporter signs: 本报讯（记者…）, 新华社北京2月3日电（记者…）."""
        line = self.folded[max(self.folded.rfind("\n", 0, start) + 1, start - _OPENING) : start]
        if re.search(r"本[报刊网台社]", line):
            return self.outlet(start)
        if paper := _SOURCE.search(line):
            return self.clean(*(start - len(line) + offset for offset in paper.span(1)))
        opening = dateline(line.lstrip())
        return opening.medium if opening else None

    def outlet(self, position: int) -> str | None:
        """The paper that 本报 is."""
        section = at(self.segments.sections, position)
        if section and section.outlet:
            return section.outlet
        return self.segments.publisher or self._source

    @cached_property
    def _source(self) -> str | None:
        """The paper that the document says it comes from."""
        m = _SOURCE.search(self.folded)
        return self.clean(*m.span(1)) if m else None

    def chamber(self, start: int, end: int) -> ChamberEntity | None:
        """The chamber whose name closes the organisation."""
        begin = self.chamber_ends.get(end)
        return self.entities.get((begin, end)) if begin is not None and begin >= start else None

    def abbreviated(self, name: str) -> ChamberEntity | None:
        """The chamber that the document calls so for short: FDV."""
        return next((e for e in self.entities.values() if name in e.aliases), None)

    def around(self, title: str, start: int, said: str = "") -> tuple[str | None, ChamberEntity | None]:
        """The body of the clause before, of the imprint, of the election told, or the chamber last spoken of."""
        if start and self.folded[start - 1] in ("(（" if not _OF_FIRMS.search(title) else "，,、(（"):
            left = reach(self.folded, start - 1, self.chamber_ends, self.person_ends)
            name, chamber = self.clean(left, start - 1), self.chamber(left, start - 1)
            opened = self.folded[start - 1] in "(（" and _UNIT.search(fold(name))
            if len(name) > 3 and ((_FIRM.search(name) and _OF_FIRMS.search(title)) or chamber or opened):
                return name, chamber
        if _OF_EMBASSIES.search(title) and (embassy := self._embassy(start)):
            return embassy, None
        if _LEARNING.search(title) and (school := self._school(start)):
            return school, None
        if title.endswith(("记者", "实习生")) and (paper := self._newsroom(start)):
            return paper, None
        if re.search(r"委员|编|策划|顾问|设计|校对|监制", title) and (publisher := self._masthead(start)):
            return publisher
        meant = self._meant(title, start, said)
        if elected := self._elected(start, meant, title):
            return elected
        if meant is None:
            return None, None
        beside = not re.search(r"[。！？\n]", self.folded[meant.end : start])
        chaired = (
            bool(said)
            or beside
            or (meant.chamber is not None and meant.chamber.type == "federation")
            or "会长" not in self.folded
        )
        if _OF_CHAMBERS.search(title) or (chaired and _OF_FEDERATIONS.search(title)):
            return self._reported(meant), meant.chamber
        return None, None

    def _meant(self, title: str, start: int, said: str) -> Named | None:
        own = self.own if not self.segments.sections else None
        alone = _named(own.mentions[0], own) if own and own.mentions else None
        return self.context.meant(title, start, said, alone)

    @cached_property
    def context(self) -> Context:
        """What the document speaks of: its chambers and other associations."""
        return Context(self.folded, self.segments, self._named())

    def _named(self) -> list[Named]:
        named = [_named(s, e) for s, e in self.places]
        taken = {n.end for n in named}
        for m in _ASSOCIATION.finditer(self.folded):
            if m.end() not in taken and (start := self._opened(m.end())) is not None:
                named.append(Named(start, m.end(), self.clean(start, m.end()), None))
        return named

    def _opened(self, end: int) -> int | None:
        """Where the name of the association that ends at `end` begins: with the place that it has its name from."""
        left = reach(self.folded, end, self.chamber_ends, self.person_ends)
        place = next((p for p in range(left, end - 3) if names().places.at(self.folded, p)), None)
        abroad = place is not None and self.folded[left] == "旅" and place - left < 3  # 旅菲潮州会馆
        return left if abroad else place

    def _reported(self, n: Named) -> str:
        """The body's name; a federation's as it is written right there, where that is its usual name."""
        if n.chamber is None:
            return n.name
        name = self.clean(n.start, n.end)
        if not name.endswith(("工商联", "工商聯")):
            return self.written(n.chamber)
        plain = len(name) > 4 and not elliptical(fold(name))
        return name if plain else placed(fold(name), n.chamber.name) or self.written(n.chamber)

    def _elected(
        self, start: int, meant: Named | None, title: str
    ) -> tuple[str, ChamberEntity | None] | None:
        """The body whose new leaders are listed: 选举产生花溪区工商联第八届领导班子."""
        floor = max(self._floor(start, _BACK), self._named_before(start))
        m = next(iter(reversed(list(_ELECTED.finditer(self.folded, floor, start)))), None)
        if m is None or not (_OF_CHAMBERS.search(title) or _OF_FEDERATIONS.search(title)):
            return None
        name, entity = self.clean(*m.span(1)), meant.chamber if meant else None
        return name, entity if entity and fold(entity.name)[:2] == m[1][:2] else None

    def _named_before(self, start: int) -> int:
        """Where the chamber last named in full ends; 该会 names none."""
        near = self._between(self._floor(start, _BACK), start)
        return next((s.end for s, _ in near if s.end - s.start > _PRONOUN), 0)

    def heading(self, start: int) -> str | None:
        """The committee that the line above names, where the line of `start` begins with an office: 治丧小组⏎组长：甲."""
        line = self.folded.rfind("\n", 0, start)
        m = (
            _COMMITTEE.search(self.folded, max(0, self.folded.rfind("\n", 0, line)), line)
            if line > 0
            else None
        )
        return self.clean(*m.span(1)) if m else None

    @cached_property
    def addressee(self) -> tuple[str | None, ChamberEntity | None]:
        """The body that a letter is written to, which 贵会 is."""
        m = _ADDRESSED.search(self.folded, 0, _BACK)
        return (self.clean(*m.span(1)), self.chamber(*m.span(1))) if m else (None, None)

    @cached_property
    def embassies(self) -> list[re.Match[str]]:
        return list(_EMBASSY.finditer(self.folded))

    def _embassy(self, start: int) -> str | None:
        """The embassy or consulate last named in the paragraph, else the only one that the article names."""
        floor = max(self.folded.rfind("\n", 0, start) + 1, start - _SCHOOL_BACK)
        first = bisect_left(self.embassies, self._floor(start, len(self.folded)), key=re.Match.start)
        named = self.embassies[first : bisect_left(self.embassies, start, key=re.Match.start)]
        if not named or (named[-1].start() < floor and len({m[0] for m in named[-_FEW:]}) > 1):
            return None
        m = named[-1]
        country = names().places.before(self.folded, m.start()) or ""
        return self.clean(m.start() - len(country), m.end())

    def _school(self, start: int) -> str | None:
        """The school last named before the place, in the same article."""
        floor = self._floor(start, _SCHOOL_BACK)
        last = next(iter(reversed(list(_SCHOOL.finditer(self.folded, floor, start)))), None)
        if last is None:
            return None
        left = max(floor, reach(self.folded, last.end(), self.chamber_ends, self.person_ends))
        while (word := names().words.at(self.folded, left)) and names().words.classes[word] == "verb":
            left += len(word)
        name = self.clean(left, last.end()).lstrip("该該本我")
        several = re.search(r"当地|各所|[两三四五六七八九十\d几多]所", fold(name))
        return name if len(name) > 3 and not several else None

    def _floor(self, start: int, back: int) -> int:
        """How far back words can still speak of the place: `back` characters, within its article."""
        section = at(self.segments.sections, start)
        return max(start - back, section.start if section else 0)

    def _between(self, floor: int, start: int) -> list[tuple[Span, ChamberEntity]]:
        """The chambers named from `floor` to `start`, the nearest first."""
        return self.places[bisect_left(self.starts, floor) : bisect_left(self.starts, start)][::-1]

    def _masthead(self, start: int) -> tuple[str, ChamberEntity | None] | None:
        """The publisher that an imprint names just above."""
        for m in reversed(list(_PUBLISHER.finditer(self.folded, max(0, start - _BACK), start))):
            return self.clean(*m.span(1)).strip(), self.chamber(m.start(1), m.end(1))
        return None

    @cached_property
    def own(self) -> ChamberEntity | None:
        """The chamber that 本会 is: the only one named, else the last that fills a line, else the title's."""
        roots = {id(e): e for _, e in self.places if e.parent is None}
        if len(roots) == 1:
            return next(iter(roots.values()))
        alone = [e for span, e in self.places if self._fills_a_line(span)]
        title = self.segments.title or ""
        headed = {id(e): e for span, e in self.places if span.end <= len(title) + _TITLE_SLACK}
        return alone[-1] if alone else next(iter(headed.values())) if len(headed) == 1 else None

    def _fills_a_line(self, span: Span) -> bool:
        before = self.folded[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
        after = self.folded[span.end : span.end + _LINE].partition("\n")[0]
        return not before.strip() and after.strip() in _SIGN_OFFS


def _named(span: Span, chamber: ChamberEntity) -> Named:
    return Named(span.start, span.end, chamber.name, chamber)
