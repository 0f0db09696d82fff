"""Bodies that are no chambers, asked for by the place where an office stands: firms, schools, embassies, papers, committees."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from chamber_extract.extractors.people.edges import title_at
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import find_places, places
from chamber_extract.normalize.script import fold
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.offices.kinds import GOVERNOR, OF_EMBASSIES, OF_FIRMS, OF_LEARNING
from chamber_extract.relate.offices.papers import Papers
from chamber_extract.relate.offices.wording import Wording
from chamber_extract.segment import at

_EMBASSY = re.compile(
    r"驻[\u4e00-\u9fff]{1,9}?(?:大使馆|使馆|总领事馆|总领馆|领事馆)(?:经商处|商务处|经济商务处|领事处|政治处)?"
)
_SCHOOL = re.compile(r"小学|中学|大学|学院|学校|书院|国小|国中|华小|独中|幼儿园|公学|女中|高中")
# What points back to a body that is no chamber: 公司董事, 该县副县长.
_POINTS = re.compile(r"(?:该|本|此)?(公司|集团|银行)$|该(县|市|省|州|区|镇)$|该(校|院|厂|店|行|局|馆|所|社)$")
_DIVISIONS = "县市省州区镇"
_REACHED = {
    d: re.compile(rf"[给予向到往抵至赴]([\u4e00-\u9fff]{{2,7}}?{d})(?![\u4e00-\u9fff]?[长委])")
    for d in _DIVISIONS
}
_KINDS = {
    "公司": re.compile(r"(?:公司|集团|企业|行|厂)(?![\u4e00-\u9fff]{0,2}长)"),
    "集团": re.compile("集团"),
    "银行": re.compile("银行"),
    "校": _SCHOOL,
    "院": re.compile("医院|学院|孤儿院|安老院|养老院|福利院|研究院"),
    "厂": re.compile("厂"),
    "店": re.compile("店|酒楼|餐厅"),
    "行": re.compile("银行|分行|商行"),
    **{place: re.compile(place) for place in _DIVISIONS},
}
_FIRM_ACTS = re.compile(
    r"(?:公司|集团|企业|[工实矿渔农乳]业|厂|酒[店楼家]|饭店|餐[厅馆]|超市|银行|商行|车行|事务所|科技|股份|家居|食品|建材|电器|精机|机械|物流|地产|置业|药业|制衣|电子|纺织|五金|珠宝|旅[行游]社?)"
    r"(?=[ ]?(?:也|还|则|亦|随即|率先|个人|今日|日前|当场|即|另|再|共)?(?:捐|认捐|赠|献|报效|赞助|向|为|宣布|承诺|出资|出动|送|拨|提供))"
)
_FIRM_LEADS = re.compile(
    r"[\u4e00-\u9fff()（）]{2,24}?(?:公司|集团|银行|企业|酒楼|厂)(?=[是为在向将捐也还已今近日曾从由就，])"
)
_TAKES = re.compile(
    r"[^，。；;\n]{2,20}?(?:接[受收领](?![采专记聘任])|[写送发寄]来感谢|致谢(?![辞词])|回赠|座谈|陪同|迎接)"
)
_FIRM = re.compile("(?:公司|集团)$")
_HANDED = re.compile("[交送递赠][予给交]")
_GIVEN_TO = re.compile(
    r"(?:[给予向往至到交]|(?:走访|访问|参观|考察)了?)([\u4e00-\u9fff()（）]{2,20}?(?:中心|医院|[中小大]学|学[校院]|书院|基金会|红十字会|慈善总会|公司|集团|[养孤敬安老福][老儿人利]院|协会|公会|会馆|消防局|警察局))"
)
# 多家企业, 保险公司: no firm in particular.
_COMMON = re.compile(
    r"^(?:[\u4e00-\u9fff]?[多各几数两三家个]|会员|成员|中资|民营|外资|内地|当地|本地|有关|相关|托运|运输|物流|保险|航空|建筑|上市|进行|举行|一行|同行|银行|发行|执行|公司|企业)|[家个名]公司$|^[\u4e00-\u9fff]{0,2}(?:公司|企业|行|厂)$"
)
# The head of an institution is named for it: 院长, 部长, 村支书.
_HEADS = re.compile(
    r"^(?:副|常务副|代理|名誉|荣誉|第一副)*(?:(院|部|局|处|馆|所|社|行|队|园|厂)长|(会头|专务(?:理事)?|副?知事|府尹)|(?:村支书|村主任|村党支部书记))$"
)
_OWN_TITLES = ("会头", "专务", "专务理事")  # that no other body has
_HEADED = {
    "院": re.compile("医院|学院|孤儿院|安老院|护老院|养老院|福利院|敬老院|研究院|法院|检察院"),
    "部": re.compile(r"(?<=[\u4e00-\u9fff]{2})部(?![\u4e00-\u9fff]?[长队门份署分])"),
    "局": re.compile(r"(?<=[\u4e00-\u9fff]{2})局(?![长面部势])"),
    "处": re.compile("办事处|代表处|经文处|联络处"),
    "馆": re.compile("图书馆|博物馆|纪念馆|美术馆|使馆"),
    "所": re.compile("研究所|派出所"),
    "社": re.compile("报社|通讯社|出版社|杂志社|合作社"),
    "行": re.compile("银行|分行|支行"),
    **dict.fromkeys(_OWN_TITLES, re.compile("商工会议所|商工会")),
    **dict.fromkeys(("知事", "副知事"), re.compile("[县府都道](?:厅|政府)")),
    "府尹": re.compile(r"(?<=[\u4e00-\u9fff]{2})府(?![尹上邸])"),
    "队": re.compile("(?:消防|救援|搜救|医疗|志愿|义工|特警|龙狮|醒狮)[\u4e00-\u9fff]{0,2}队|[大支中]队"),
    "园": re.compile("幼儿园|幼稚园|老人园"),
    "厂": re.compile(r"(?<=[\u4e00-\u9fff]{2})厂(?![\u4e00-\u9fff]?[长商家房区])"),
    "村": re.compile(
        r"(?<=[\u4e00-\u9fff]{2})(?<![进到入返回下驻在个各该本全每山农])(?:(?<!贫困)(?<!结对)(?<!帮扶)(?<!示范)(?<!行政)(?<!自然)村|寨)(?![民里口级干庄”子])"
    ),
}
_KINDS |= {kind: _HEADED[kind] for kind in "局馆所社"}
_VISITS = re.compile(r"考察|来访|到访|走访|访问|拜访|拜会|一行|莅")
_DONE = re.compile(
    r".*(?:成立|设立|组成|组建|举行|召开|前往|来到|走进|[汇转存]入|汇往|齐聚|[运送]抵|[交捐]予)了?"
)  # 商会已成立|救灾本部
_TOWARDS = tuple("进到往入于给向送交予")
_STOPS = re.compile("[。！？!?]")
_ADDRESSED = re.compile(
    r"(?:^|\n)[ \u3000]*(?:致|尊敬的)?[:：]?([\u4e00-\u9fff]{4,24}?(?:会|公所|会馆))(?:[暨及和各全同][^:：，。\n]{0,10})?[:：][ ]*(?=\n|$)"
)
_COMMITTEE = re.compile(
    r"(?:^|\n)[ \u3000]*([^\n，。：:]{2,24}(?:小组|委员会|筹委会|专班|工作组|理事会|监事会|秘书处|董事会))(?:成员|名单|组成人员)*[:：]?[ ]*(?=\n|$)"
)
_POINTER = 3  # characters of 该公司
_PARAGRAPH = 300  # characters in which a firm or county is pointed back to
_FEW = 20  # embassies or schools named last, which may all be one
_SCHOOL_BACK = 160  # characters; a school named farther back is seldom the one whose head speaks
_BACK = 600  # characters that an imprint takes


class Institutions:
    """The bodies of one document that are no chambers."""

    def __init__(self, wording: Wording) -> None:
        self.wording, self.folded = wording, wording.folded
        self.papers = Papers(wording)
        self.only: dict[tuple[str, int], str | None] = {}  # the only division of a level in each article

    def of(self, title: str, start: int) -> str | None:
        """The embassy, school, paper or city that has such an office, or who is given something."""
        if taker := self._taker(title, start):
            return taker
        if OF_EMBASSIES.search(title):
            return self._embassy(start)
        if OF_LEARNING.search(title) or self.folded[start - 1 : start] == "校":
            return self._school(start)
        village = self.folded[start - 1 : start] == "村"
        m = _HEADS.search(title)
        if (m or village) and (institution := self._headed((m and (m[1] or m[2])) or "村", start)):
            return institution
        if OF_FIRMS.search(title):
            return self._acting_firm(start)
        if m := GOVERNOR.search(title):
            return self._reached(m[1], start) or self.division(m[1], start)
        return self.papers.newsroom(start) if title.endswith(("记者", "实习生")) else None

    def _headed(self, kind: str, start: int) -> str | None:
        """The institution named in the sentence or the one before whose head it is: 送进某医院，副院长甲."""
        floor = self.folded.rfind("\n", 0, start) + 1
        stops = [m.end() for m in _STOPS.finditer(self.folded, max(floor, start - _SCHOOL_BACK), start)]
        floor = max(floor, start - _SCHOOL_BACK, *stops[-2:-1])
        floor = self.wording.floor(start, _BACK) if kind in (*_OWN_TITLES, "村") else floor
        for m in reversed(list(_HEADED[kind].finditer(self.folded, floor, start))):
            name = self._name(floor, m.end())
            alone = kind in _OWN_TITLES or not title_at(self.folded, m.end())
            if len(name) > 3 - (kind in ("村", "府尹")) and alone and "该" not in fold(name):
                return name
        return None

    def _acting_firm(self, start: int) -> str | None:
        """The firm that last gives or says something in the sentence: 某工业捐500万元，董事长甲再捐100万元; else that which
        opens the sentence before.
        """
        before, floor = (self._sentence(stop) for stop in (start - 1, start))
        for m in reversed(list(_FIRM_ACTS.finditer(self.folded, floor, start))):
            name = self._name(floor, m.end())
            if len(name) > 3 and not _COMMON.search(fold(name)) and not title_at(self.folded, m.end()):
                return name
        leads = _FIRM_LEADS.match(self.folded, before, start) if floor == start else None
        name = self._name(before, leads.end()) if leads else ""
        return name if len(name) > 3 and not _COMMON.search(fold(name)) else None

    def _sentence(self, stop: int) -> int:
        """Where the sentence begins that reaches `stop`."""
        floor = max(0, stop - _PARAGRAPH)
        return max(floor, *(self.folded.rfind(mark, floor, stop) + 1 for mark in "。！？\n"))

    def _taker(self, title: str, start: int) -> str | None:
        """Who is given something in the sentence, or the one before, where the officer at `start` takes it: 送给某医院，理事长甲写来感谢信;
        捐给某协会。…将支票交予总干事乙.
        """
        handed = _HANDED.match(self.folded, start - 2, start)
        if not handed and not _TAKES.match(self.folded, start):
            return None
        floor = self._sentence(self._sentence(start) - 1) if handed else self._sentence(start)
        given = [m.span(1) for m in _GIVEN_TO.finditer(self.folded, floor, start)]
        name = self._name(*given[-1]) if given else ""
        foreign = _FIRM.search(fold(name)) and not OF_FIRMS.search(title)
        return name if len(name) > 3 and not foreign else None

    def pointed(self, start: int) -> str | None:
        """The firm, county or school named before in the paragraph that 公司董事, 该县副县长 or 该校校长 point back to."""
        m = _POINTS.search(self.folded, max(0, start - _POINTER), start)
        kind = next(filter(None, m.groups()), None) if m else None
        if m is None or kind is None:
            return None
        floor = max(self.folded.rfind("\n", 0, m.start()) + 1, m.start() - _PARAGRAPH)
        for end in reversed([x.end() for x in _KINDS[kind].finditer(self.folded, floor, m.start())]):
            name = self._name(self._named_by_sound(end - 1, floor) if kind in _DIVISIONS else floor, end)
            if len(name) > 2 and not _COMMON.search(fold(name)):
                return name
        return None

    def _name(self, floor: int, end: int) -> str:
        """The name of a body that ends at `end`, without the verbs before it: 送进|圣马丁医院."""
        left, tables = max(floor, self.wording.reach(end)), names()
        while left < end:
            word = tables.words.at(self.folded, left) or ""
            if not word or tables.words.classes[word] != "verb":
                break
            left += len(word)
        if done := _DONE.match(self.folded, left, end):
            left = done.end()
        return self.wording.clean(left, end).lstrip("该該本我")

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
        floor = max(self.folded.rfind("\n", 0, start) + 1, start - _SCHOOL_BACK)
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

    @cached_property
    def _embassies(self) -> list[re.Match[str]]:
        return list(_EMBASSY.finditer(self.folded))

    def _embassy(self, start: int) -> str | None:
        """The embassy or consulate last named in the paragraph, else the only one that the article names."""
        floor = max(self.folded.rfind("\n", 0, start) + 1, start - _SCHOOL_BACK)
        first = bisect_left(self._embassies, self.wording.floor(start, len(self.folded)), key=re.Match.start)
        named = self._embassies[first : bisect_left(self._embassies, start, key=re.Match.start)]
        if not named or (named[-1].start() < floor and len({m[0] for m in named[-_FEW:]}) > 1):
            return None
        m = named[-1]
        country = names().places.before(self.folded, m.start()) or ""
        return self.wording.clean(m.start() - len(country), m.end())

    def _school(self, start: int) -> str | None:
        """The school last named before the place, else the only one that the article names before it."""
        near, floor = (self.wording.floor(start, back) for back in (_SCHOOL_BACK, len(self.folded)))
        first, stop = (bisect_left(self._schools, p, key=lambda named: named[0]) for p in (floor, start))
        named = self._schools[first:stop][-_FEW:]
        if not named or (named[-1][0] < near and len({name for _, name in named}) > 1):
            return None
        name = named[-1][1]
        several = re.search(r"当地|各所|[两三四五六七八九十\d几多]所", fold(name))
        return None if several else name

    @cached_property
    def _schools(self) -> list[tuple[int, str]]:
        """Where each school's name ends, and the name."""
        ends = (m.end() for m in _SCHOOL.finditer(self.folded))
        named = ((end, self._name(self.wording.floor(end, _PARAGRAPH), end)) for end in ends)
        return [(end, name) for end, name in named if len(name) > 3]
