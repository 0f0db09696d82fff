"""Bodies that are no chambers, asked for by the place where an office stands: firms, schools, embassies, papers, committees."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter

from chamber_extract.extractors.people.edges import title_at
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import find_places, places
from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.kinds import DIVISIONS, GOVERNOR, NOUNS, OF_CHAMBERS, OF_FIRMS, named_for
from chamber_extract.relate.offices.papers import Papers
from chamber_extract.relate.offices.rows import firm_beside
from chamber_extract.relate.offices.wording import Wording
from chamber_extract.segment import at

_REACHED = {
    d: re.compile(rf"(?:[抵到]达|[给予向到往抵至赴])([\u4e00-\u9fff]{{2,7}}?{d})(?![\u4e00-\u9fff]?[长委])")
    for d in DIVISIONS
}
# What points back to a body that is no chamber: 公司董事, 医院护士长, 该县副县长.
_POINTS = re.compile(
    r"(?:该|本|此)?(公司|集团|银行)$|该(县|市|省|州|区|镇)$|该(校|院|厂|店|行|局|馆|所|社)$"
    r"|[该本此]?(?:(?:医|学|法|研究|孤儿|[养安护敬]老|福利)(院)|(?:学|小|中|大)(校|学))$"
)
_FIRM_ACTS = re.compile(
    r"(?:公司|集团|企业|[工实矿渔农乳]业|厂|酒[店楼家]|饭店|餐[厅馆]|超市|银行|商行|车行|事务所|科技|股份|家居|食品|建材|电器|精机|机械|物流|地产|置业|药业|制衣|电子|纺织|五金|珠宝|旅[行游]社?)"
    r"(?=[ ]?(?:也|还|则|亦|随即|率先|个人|今日|日前|当场|即|另|再|共)?(?:捐|认捐|赠|献|报效|赞助|向|为|宣布|承诺|出资|出动|送|拨|提供))"
)
_FIRM_LEADS = re.compile(
    r"(?<![\u4e00-\u9fff()（）])[\u4e00-\u9fff()（）]{2,24}?(?:公司|集团|银行|企业|酒楼|厂)(?![\u4e00-\u9fff]{0,3}[长员]|[、和与及])"
)
_TAKES = re.compile(
    r"[^，。；;\n]{2,20}?(?:接[受收领](?![采专记聘任])|[写送发寄]来感谢|致谢(?![辞词])|回赠|座谈|陪同|迎接)"
)
# 总监甲在接车时表示
_THANKS = re.compile(r"[^，。；\n]{2,16}?(?:接[收受领过车]|[表致]示?(?:衷心|由衷|诚挚)?(?:的)?感?谢)")
_FIRM = re.compile("(?:公司|集团)$")
_HANDED = re.compile("[交送递赠][予给交]")
_GIVEN_TO = re.compile(
    r"(?:[给予向往至到交赴]|(?:走访|访问|参观|考察|拜会)了?)([\u4e00-\u9fff()（）]{0,20}?(?:中心(?!医院|[小中]学|幼儿园)|医院|[中小大]学|学[校院]|书院|基金会|红十字会|慈善总会|公司|集团|[养孤敬安老福][老儿人利]院|协会|公会|会馆|[\u4e00-\u9fff]局|总署|[大领]使馆|领馆|办事处|中联办))"
)
# 多家企业, 保险公司, 两所小学: none in particular.
_COMMON = re.compile(
    r"当地|各所|[两三四五六七八九十\d几多]所|^(?:[\u4e00-\u9fff]?[多各几数两三家个]|会员|成员|中资|民营|外资|内地|当地|本地|有关|相关|托运|运输|物流|保险|航空|建筑|上市|进行|举行|一行|同行|银行|发行|执行|公司|企业)|[家个名]公司$|^[\u4e00-\u9fff]{0,2}(?:公司|企业|行|厂)$"
)
_VISITS = re.compile(r"考察|来访|到访|走访|访问|拜访|拜会|一行|莅")
_DONE = re.compile(
    r".*(?:成立|设立|组成|组建|举行|召开|前往|来到|走进|[汇转存]入|汇往|齐聚|[运送]抵|[交捐]予)了?"
)  # 商会已成立|救灾本部
_ONE = re.compile("^(?:[该該本我]|一[所家個个間间座])")
_TOWARDS = tuple("进到往入于给向送交予")
_STOPS = re.compile("[。！？!?]")
_ADDRESSED = re.compile(
    r"(?:^|\n)[ \u3000]*(?:致|尊敬的)?[:：]?([\u4e00-\u9fff]{4,24}?(?:会|公所|会馆))(?:[暨及和各全同][^:：，。\n]{0,10})?[:：][ ]*(?=\n|$)"
)
_COMMITTEE = re.compile(
    r"(?:^|\n)[ \u3000]*([^\n，。：:]{2,24}(?:小组|委员会|筹委会|专班|工作组|理事会|监事会|秘书处|董事会))(?:成员|名单|组成人员)*[:：]?[ ]*(?=\n|$)"
)
_SIGNS = re.compile("[部局署]长[:： ]")
_POINTER = 3  # characters of 该公司
_PARAGRAPH = 300  # characters in which a firm or county is pointed back to
_FEW = 20  # embassies or schools named last, which may all be one
_SPOKEN_OF = 160  # characters; an institution named farther back is seldom the one whose head speaks
_REACH = {
    "校": 300,
    "村": 600,
    "会头": 600,
}  # characters in which a report from there goes on without its name
_SOLE = ("使馆", "院", "行", *_REACH, *DIVISIONS)  # of which an article may name but one
_BARE = 3  # characters of a word that is no name: 义工队
_WORD = 2  # characters that a name takes at least: 旅游|局
_SHORT = ("部", "局", "村", "府尹", "团", *DIVISIONS)  # what two characters name before the word: 旅游局
_AMID = ("校", "会头", "公司", "集团", "银行")  # whose officers named beside them do not take their name away
_BACK = 600  # characters that an imprint takes


class Institutions:
    """The bodies of one document that are no chambers."""

    def __init__(self, wording: Wording) -> None:
        self.wording, self.folded = wording, wording.folded
        self.papers = Papers(wording)
        self.known: dict[str, list[tuple[int, str]]] = {}
        self.only: dict[tuple[str, int], str | None] = {}  # the only division of a level in each article

    def of(self, title: str, start: int) -> str | None:
        """The embassy, school, paper or city that has such an office, or who is given something."""
        if taker := self._taker(title, start):
            return taker
        kind = named_for(title, self.folded[start - 1 : start])
        if kind and (institution := self._headed(kind, start)):
            return institution
        if OF_FIRMS.search(title):
            cell = firm_beside(self.folded, start)
            return self.wording.clean(cell.start, cell.end) if cell else self._acting_firm(start)
        if m := GOVERNOR.search(title):
            abroad = self._headed(m[1], start)
            abroad = abroad if abroad and fold(abroad) not in places() else None
            return self._reached(m[1], start) or self.division(m[1], start) or abroad
        return self.papers.newsroom(start) if title.endswith(("记者", "实习生", "评论员")) else None

    def _headed(self, kind: str, start: int) -> str | None:
        """The institution of the kind named last in the sentence or the one before, else the only one that the article
        names before it: 送进某医院，副院长甲.
        """
        known = self._known(kind)
        near = self.wording.floor(start, back) if (back := _REACH.get(kind)) else self._near(start)
        floors = (self.wording.floor(start, len(self.folded)), near)
        begin, near, stop = (bisect_left(known, p, key=itemgetter(0)) for p in (*floors, start))
        if begin < stop and _SIGNS.match(self.folded, start) and self.folded[start - 1] == "\n":
            return known[begin][1]  # 商务部令…⏎部长：甲
        if near < stop:
            (end, name), before = known[stop - 1], known[stop - 2 : stop - 1]
            joined = any(
                other[0] + 1 == end - len(name) for other in before
            )  # 城南小学和北山中学: whose head?
            return None if joined else name
        named = {name for _, name in known[max(begin, stop - _FEW) : stop]}
        shortest = min(named, key=len, default="")
        return (shortest or None) if kind in _SOLE and all(shortest in name for name in named) else None

    def _near(self, start: int) -> int:
        """Where the sentence before begins, within the paragraph."""
        floor = max(self.folded.rfind("\n", 0, start) + 1, start - _SPOKEN_OF)
        stops = [m.end() for m in _STOPS.finditer(self.folded, floor, start)]
        return max([floor, *stops[-2:-1]])

    def _known(self, kind: str) -> list[tuple[int, str]]:
        """Where each institution of the kind that has a name is named, and the name."""
        if kind not in self.known:
            places = ((m, self._institution(kind, m)) for m in NOUNS[kind].finditer(self.folded))
            self.known[kind] = [(m.end(), name) for m, name in places if name]
        return self.known[kind]

    def _institution(self, kind: str, m: re.Match[str]) -> str | None:
        """The name that the word closes, None where it is none of its own or an officer's who is named."""
        if kind == "使馆":
            country = names().places.before(self.folded, m.start()) or ""
            return self.wording.clean(m.start() - len(country), m.end())
        floor = self.wording.floor(m.end(), _PARAGRAPH)
        name = self.name(self._named_by_sound(m.start(), floor) if kind in DIVISIONS else floor, m.end())
        named = (
            len(name) > _BARE - (kind in _SHORT) and "该" not in fold(name) and not _COMMON.search(fold(name))
        )
        own = kind not in _AMID and title_at(self.folded, m.end())
        return name if named and not own else None

    def _acting_firm(self, start: int) -> str | None:
        """The firm that last gives or says something in the sentence: 某工业捐500万元，董事长甲再捐100万元; else that which
        opens the sentence before.
        """
        before, floor = (self._sentence(stop) for stop in (start - 1, start))
        for m in reversed(list(_FIRM_ACTS.finditer(self.folded, floor, start))):
            name = self.name(floor, m.end())
            if len(name) > 3 and not _COMMON.search(fold(name)) and not title_at(self.folded, m.end()):
                return name
        leads = [m.end() for m in _FIRM_LEADS.finditer(self.folded, before, start)]
        name = self.name(before, leads[0]) if leads else ""
        alone = len(name) > 3 and not _COMMON.search(fold(name)) and not title_at(self.folded, leads[0])
        return name if alone else None

    def _sentence(self, stop: int) -> int:
        """Where the sentence begins that reaches `stop`."""
        floor = max(0, stop - _PARAGRAPH)
        return max(floor, *(self.folded.rfind(mark, floor, max(0, stop)) + 1 for mark in "。！？\n"))

    def _taker(self, title: str, start: int) -> str | None:
        """Who is given something in the sentence, or the one before, where the officer at `start` takes it: 送给某医院，理事长甲写来感谢信;
        捐给某协会。…将支票交予总干事乙.
        """
        sentence = self._sentence(start)
        handed = _HANDED.match(self.folded, start - 2, start)
        thanks = sentence == start and not OF_CHAMBERS.search(title) and _THANKS.match(self.folded, start)
        if not handed and not thanks and not _TAKES.match(self.folded, start):
            return None
        floor = self._sentence(sentence - 1) if handed or thanks else sentence
        given = [m.span(1) for m in _GIVEN_TO.finditer(self.folded, floor, start)]
        given = given if given and self.folded[given[-1][1]] not in "、和与及" else []
        name = self.name(*given[-1]) if given else ""
        foreign = _FIRM.search(fold(name)) and not OF_FIRMS.search(title)
        return name if len(name) > _WORD and not foreign and not _COMMON.search(fold(name)) else None

    def pointed(self, start: int) -> str | None:
        """The firm, county or school named before in the paragraph that 公司董事, 该县副县长 or 该校校长 point back to."""
        m = _POINTS.search(self.folded, max(0, start - _POINTER), start)
        kind = next(filter(None, m.groups()), None) if m else None
        if m is None or kind is None:
            return None
        floor = max(self.folded.rfind("\n", 0, m.start()) + 1, m.start() - _PARAGRAPH)
        known = self._known("校" if kind == "学" else kind)
        first, stop = (bisect_left(known, p, key=itemgetter(0)) for p in (floor, m.start()))
        return known[stop - 1][1] if first < stop else None

    def name(self, floor: int, end: int) -> str:
        """The name of a body that ends at `end`, without the verbs before it: 送进|圣马丁医院."""
        left, tables = max(floor, self.wording.reach(end)), names()
        while left < end:
            word = tables.words.at(self.folded, left) or ""
            rest = left + len(word)
            whole = rest > end - _WORD or _COMMON.search(self.folded[rest:end])  # 旅游|局, 建设|银行
            if not word or tables.words.classes[word] != "verb" or whole:
                break
            left = rest
        if done := _DONE.match(self.folded, left, end):
            left = done.end()
        return _ONE.sub("", self.wording.clean(left, end))

    def _named_by_sound(self, end: int, floor: int) -> int:
        """Where the name of a division begins that ends at `end`: a known place's, else the run that spells it."""
        if known := names().places.before(self.folded, end + 1):
            return end + 1 - len(known)
        start = end
        while start > floor and self.folded[start - 1] in names().translit:
            start -= 1
        return start if end - start > 1 else end

    def _reached(self, level: str, start: int) -> str | None:
        """The division that goods or guests reach in the sentence or the one before, where its governor takes them."""
        floor = max(self.folded.rfind("\n", 0, start) + 1, start - _SPOKEN_OF)
        found = [m.span(1) for m in _REACHED[level].finditer(self.folded, floor, start)]
        return self.wording.clean(*found[-1]) if found else None

    def division(self, level: str, start: int) -> str | None:
        """The only province, city or county (`level` 省, 市, 县 …) that the article names, where nobody comes to visit."""
        section = at(self.wording.segments.sections, start)
        begin, end = (section.start, section.end) if section else (0, len(self.folded))
        if (level, begin) not in self.only:
            visited = _VISITS.search(self.folded, begin, end)
            found = () if visited else self._divisions(level, begin, end)
            named = {place.removesuffix(level) for place in found}
            name = named.pop() + level if len(named) == 1 else None
            spelled = self.folded.find(name, begin, end) if name else -1
            self.only[level, begin] = (
                self.wording.clean(spelled, spelled + len(name)) if name and spelled >= 0 else name
            )
        return self.only[level, begin]

    def _divisions(self, level: str, begin: int, end: int) -> Iterator[str]:
        """The divisions of a level named from `begin` to `end`: known ones that nothing goes to, those where something
        is held, though named for short, and those that chambers are named for.
        """
        for f in find_places(self.folded[begin:end]):
            before, name = self.folded[begin + f.start - 1 : begin + f.start], f.place.name
            towards = before in (*_TOWARDS, "赴", "援", "助")  # 支援武汉市
            if (name[-1] == level and not towards) or (before == "在" and name + level in places()):
                yield name
        for span, _ in self.wording.places:
            if begin <= span.start < end and (
                m := re.match(rf"[\u4e00-\u9fff]{{2,5}}?{level}", self.wording.clean(span.start, span.end))
            ):
                yield m[0]

    def heading(self, start: int) -> str | None:
        """The committee that the line above names, where the line of `start` begins with an office: 治丧小组⏎组长：甲."""
        line = self.folded.rfind("\n", 0, start)
        m = (
            _COMMITTEE.search(self.folded, max(0, self.folded.rfind("\n", 0, line)), line)
            if line > 0
            else None
        )
        return self.wording.clean(*m.span(1)) if m else None

    @cached_property
    def addressee(self) -> tuple[str | None, ChamberEntity | None]:
        """The body that a letter is written to, which 贵会 is."""
        m = _ADDRESSED.search(self.folded, 0, _BACK)
        return (self.wording.clean(*m.span(1)), self.wording.chamber(*m.span(1))) if m else (None, None)
