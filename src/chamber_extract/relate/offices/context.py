"""Which body is meant where an office stands alone: 会长甲, 该会主席乙, 協會理事長丙.

A reader asks, of the bodies that can have the office: which do the words point back to (该会)? Who is visited, who
elects? Who acts in the same clause, or has its president named in the sentence? Under which heading does the list
stand? Whom is the article about, if the paragraph speaks of it; who opens the paragraph; and only then who else is
named. `Context._readings` asks in this order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from chamber_extract.extractors.people.edges import title_at
from chamber_extract.normalize.script import fold
from chamber_extract.relate.offices.kinds import compatible
from chamber_extract.relate.offices.named import Named, longest, same, sole
from chamber_extract.segment import Segments, at

# In the words before an office: somebody gets it now.
_ELECTS = re.compile(r"选举|当选|连任|蝉联|推选|选出|选为|换届|改选|产生|就[任职]|出任|受委|荣任|聘请|聘任")
# After a body's name: it is the one that meets, elects and is led.
_GOVERNS = re.compile(
    r"[ ]?(?:[(（][^()（）\n]{1,8}[)）])?(?:举行|召开|举办)?(?:了|的)?(?:\d{4}年)?(?:第[一二三四五六七八九十百\d]+[届次])?(?:第[一二三四五六七八九十百\d]+次)?(?:\d{4}年)?"
    r"(?:(?:会员)?(?:代表)?(?:大会|会议|选举)|会员代表|换届|改选|年会|就职|领导班子|理监事|理事(?!长)|监事会|执委会|执行委员会|班子|成立)"
)
# 向柬埔寨中国商会捐款, 与湖南商会座谈: it is dealt with, and does nothing itself.
_OBLIQUE = re.compile(
    r"(?:[向给对与和同及跟经赴到往在为代从自获受予于交送至致]|(?:透过|通过|委托|邀请|拜访|拜会|访问|会见|走访|加入|参加|出席|响应|感谢|联同|携手|联合|支持|获得|来自|前往|旗下|属下|参观|到访)[了过]?|原名|原称|旧称|前身[是为])$"
)
_HOSTED = re.compile(r"[^。；;\n]{2,30}?(?:款待|接待|设宴|迎接|欢迎|陪同|介绍|[会接]见)")
_VISITED = re.compile(r"(?:走访|拜会|拜访|访问|到访|参访|参观|来到|抵达|前往|考察|造访)[了过]?$")
_MET = re.compile(
    r"(?:总部|会所|会馆|秘书处)?[，,]?(?:并)?(?:与|同|和|受到|得到|获得?|由|会见)[了到]?(?:该会|其)?"
)
# 某商会会长甲到访，副会长乙陪同: whose officer comes is the guest.
_CAME = re.compile(
    r"[^。；;\n]{0,30}?(?:来访|到访|来会|莅会|莅访|来访问|来考察|前来|拜访|拜会|率团|率队)[^。；;\n]{0,20}?[，,]?由?"
)
_SHORT_FORM = re.compile(r"(?:[(（][^()（）\n]{2,12})?[)）]|")
_RECEIVES = re.compile(r"[^，。；;\n]{2,24}?(?:陪同|接待|接见|会见|迎接|热情)")
_OFFICES_ONLY = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:主席|会长|理事长|秘书长|监事长|理事|监事|常委|委员|顾问|名单)[、和及]?){1,6}[:：]?[ ]*(?:\n|$)"
)
_ENTRY = re.compile(r"[\u4e00-\u9fff)）][ \u3000\t]+$")
# 同日，某商会赠送: what stands before a body at the head of its sentence.
_OPENING = re.compile(r"[^,，。\n说称指示露]{0,14}[,，]?[^,，。\n说称指示露]{0,4}")
_SENTENCE_ENDS = "。！？!?\n"
_STOPS = f"{_SENTENCE_ENDS};；"
_OPENED = re.compile(r"[\u4e00-\u9fff][(（][^()（）\n:：]*$")
# 会长甲介绍说，| and whom he speaks of first.
_TELLS = re.compile(r"[\u4e00-\u9fff]{4,16}?(?:介绍|告诉记者|透露|表示|说|称)[说道]?[，,:：]“?")
_KINDS = frozenset(("联合会", "联谊会", "促进会", "同乡会", "会馆", "公所"))
_ASIDE = 30  # characters before a body in brackets
_BACK = 600  # characters; a body named farther back than a long paragraph is no longer spoken of
_ELECTION = 60  # characters before an office in which its election is told
_LEAD = 220  # characters of a news item that say whom it is about
_TITLE = 30  # characters that an outlet and spaces add to a title
_PRONOUN = 3  # characters of 该会, 该商会, 本会


class Asked(NamedTuple):
    """An office whose body is asked for: the words right before it that point back (该会), which bodies can have it,
    and whether the document speaks of its own body as 本会.
    """

    title: str
    start: int
    said: str
    fits: Callable[[Named], bool]
    own_speaks: bool


class Context:
    """What the text speaks of, asked for by the place where an office stands."""

    def __init__(self, folded: str, segments: Segments, named: Iterable[Named]) -> None:
        self.folded, self.segments = folded, segments
        self.named = longest(named)
        self.starts = [n.start for n in self.named]
        self.ends = {n.end for n in self.named}
        self.subjects: dict[int, tuple[list[Named], ...]] = {}
        self.named = [self._resolved(n) for n in self.named]

    def meant(self, office: Asked, own: Named | None) -> Named | None:
        """The body that an office belongs to which stands without one; `own` is the body that the document speaks for."""
        near = [n for n in self._between(self._floor(office.start), office.start) if office.fits(n)]
        called = [n for n in near if self._called(n, office.said)]
        one_kind = bool(called) or office.said in _KINDS  # 联合会秘书长 is of no 商会
        if own and (
            not office.fits(own)
            or (one_kind and not self._called(own, office.said))
            or (own.start > office.start and self._officer(own))
        ):
            own = None
        near = called if one_kind else near
        near = [n for n in near if not (self._comes(n, office.start) or self._in_brackets(n))]
        if office.said[:1] in tuple("该同此"):
            return self._last_said(near, office.start)
        return next(filter(None, self._readings(office, near, own)), None)

    def _readings(self, office: Asked, near: list[Named], own: Named | None) -> Iterator[Named | None]:
        """What a reader takes the body to be, what counts most first; `near` stand the nearest first."""
        title, start = office.title, office.start
        floor = self._floor(start)
        yield next((n for n in near[:1] if self._hosts(n, start)), None)
        elected = _ELECTS.search(self.folded, max(floor, start - _ELECTION), start)
        if elected:
            yield next((n for n in near if _GOVERNS.match(self.folded, n.end)), None)
        topic = (own if office.own_speaks else None) or self._topic(office)
        if own and (any(same(own, n) for n in near) or not any(map(self._officer, near))):
            topic = topic or own  # else the article is one of another body
        clause = self._after_last(_STOPS, floor, start)
        beside = next((n for n in near if self.acts(n) or self._officer(n)), None)
        if beside and beside.start >= clause:
            officers = self._leads(title, beside) and (not elected or not topic or same(beside, topic))
            yield beside if officers or self.acts(beside) else None
        sentence = self._after_last(_SENTENCE_ENDS, floor, start)
        # 甲商会理事长乙称，…；副理事长丙
        yield self._head_of(title, [n for n in near if n.start >= sentence])
        yield next((n for n in near if self._heads_a_list(n)), None)
        paragraph = self._after_last("\n", floor, start)
        here = [n for n in near if n.start >= paragraph]
        spoken_of = topic and any(same(n, topic) for n in here if not self._officer(n))
        yield topic if elected or spoken_of else None
        led = next((n for n in here if self._leads(title, n)), None)
        later = topic and topic is not own and topic.start > start
        yield led if later else None  # 甲会会长乙捐款。秘书长丙说，丁会也捐款
        yield next((n for n in here if self._opens(n) and self._alone(n)), topic)
        yield led
        yield sole([n for n in here if self.acts(n)])
        yield self._told_of(office)
        yield next(filter(self._opens, near), None)
        yield self._most_named(title, near)

    def _head_of(self, title: str, near: list[Named]) -> Named | None:
        """The body whose head is named, where no other acts between the head and the deputy."""
        for n in near:
            if title == f"副{self._officer(n)}":
                return n
            if n.end - n.start > _PRONOUN and self.acts(n):
                return None
        return None

    def _told_of(self, office: Asked) -> Named | None:
        """The body that the officer speaks of, where it is first named there: 会长甲介绍，某商会已募集善款."""
        told = _TELLS.match(self.folded, office.start)
        at_once = bisect_left(self.starts, told.end()) if told else len(self.named)
        if not told or at_once == len(self.named) or self.starts[at_once] != told.end():
            return None
        first = self.named[at_once]
        before = any(same(first, n) for n in self._between(0, office.start))
        return first if self.acts(first) and office.fits(first) and not before else None

    def _hosts(self, n: Named, start: int) -> bool:
        """Whether the officer at `start` meets others at the body: 拜会某公会，与理事长甲座谈; 在某商会，会长甲介绍."""
        alone = self.folded[n.end : start] in ("，", ",")
        if self.folded[n.start - 1 : n.start] == "在":
            return alone
        visited = _VISITED.search(self.folded, max(0, n.start - 4), n.start)
        met = _MET.fullmatch(self.folded, n.end, start) or (alone and _HOSTED.match(self.folded, start))
        return bool(visited and met)

    def _comes(self, n: Named, start: int) -> bool:
        """Whether the body or its officer comes to see the one whose officer stands at `start`: 某商会会长甲到访，副会长乙陪同."""
        return bool(_CAME.fullmatch(self.folded, n.end, start) and _RECEIVES.match(self.folded, start))

    def _in_brackets(self, n: Named) -> bool:
        """Whether brackets hold the body and its office alone, somebody's other one: 甲（某协会会长）."""
        return (
            bool(self._officer(n))
            and _OPENED.search(self.folded, max(0, n.start - _ASIDE), n.start) is not None
        )

    def _resolved(self, n: Named) -> Named:
        """该会 stands for the body that it points back to."""
        pointing = n.end - n.start <= _PRONOUN + 1 and self.folded[n.start] == "该"
        said = self._last_said(self._between(self._floor(n.start), n.start), n.start) if pointing else None
        return n._replace(name=said.name, chamber=said.chamber) if said else n

    def _most_named(self, title: str, near: list[Named]) -> Named | None:
        """Of bodies none of which is the subject the one named most, of those alike the first."""
        spoken = [n for n in near if not self._officer(n)] or [n for n in near if self._leads(title, n)]
        return max(
            spoken, key=lambda n: (len(n.chamber.mentions) if n.chamber else 1, -n.start), default=None
        )

    def _last_said(self, near: list[Named], start: int) -> Named | None:
        """What 该会 points back to: who acts in the last sentence that names a body in full, else the last there."""
        floor = self._after_last("\n", self._floor(start), start)
        spelled = [n for n in near if n.end - n.start > _PRONOUN and n.start >= floor]
        if not spelled:
            return next(filter(None, map(sole, self._subjects(start))), None)
        sentence = self._after_last("。！？!?", floor, spelled[0].end)
        there = [n for n in spelled if n.start >= sentence]
        return next(filter(self.acts, there), there[0])

    def _topic(self, office: Asked) -> Named | None:
        """Whom the article is about, of those that can be meant."""
        groups = self._subjects(office.start)
        fitting = ([n for n in g if self._called(n, office.said) and office.fits(n)] for g in groups)
        return next(filter(None, map(sole, fitting)), None)

    def _subjects(self, start: int) -> tuple[list[Named], ...]:
        """Whom the article can be about: the bodies in its headline, those that act in its lead; either first where the
        first of them is spoken of again.
        """
        section = at(self.segments.sections, start)
        begin, end = (section.start, section.end) if section else (0, len(self.folded))
        if begin not in self.subjects:
            title = fold(section.title if section else self.segments.title or "")
            headed, led = self._headlined(begin, end, title), self._led(begin, end)
            again = [found if self._again(found) else [] for found in (headed, led)]
            self.subjects[begin] = (*again, headed, led)
        return self.subjects[begin]

    def _again(self, found: list[Named]) -> bool:
        """Whether the first of the bodies is named elsewhere too."""
        return bool(found) and sum(same(n, found[-1]) for n in self.named) > len(found)

    def _headlined(self, begin: int, end: int, title: str) -> list[Named]:
        line = self.folded.find(title[:4], begin, end) if title else -1
        stop = self.folded.find("\n", line + len(title), end)
        stop = min(stop if stop >= 0 else end, line + len(title) + _TITLE)
        return [n for n in self._between(line, stop) if n.end <= stop] if line >= 0 else []

    def _led(self, begin: int, end: int) -> list[Named]:
        stop = self.folded.find("。", begin, end)
        lead = self.folded.rfind("\n", begin, stop) + 1 if stop >= 0 else begin
        close = self.folded.find("\n", lead, min(lead + _LEAD, end))
        return [n for n in self._between(lead, close if close >= 0 else lead + _LEAD) if self.acts(n)]

    def _called(self, n: Named, said: str) -> bool:
        """Whether the words that point back can mean the body: 協會 is none of the 商會."""
        kind = said.lstrip("该本贵我此同")
        return kind in ("", "会") or self.folded.endswith(kind, n.start, n.end) or fold(n.name).endswith(kind)

    def _officer(self, n: Named) -> str | None:
        """The office that follows the body's name and its short form: 某商会(某商)|会长 tells where somebody comes from."""
        after = _SHORT_FORM.match(self.folded, n.end).end()  # type: ignore[union-attr]
        barred = self.folded.startswith("秘书处", after) or self._heads_a_list(n)
        return None if barred else title_at(self.folded, after)

    def _leads(self, title: str, n: Named) -> bool:
        """Whether another officer of the body is named there, so that this one may be its too."""
        other = self._officer(n)
        return other is not None and compatible(title, other)

    def acts(self, n: Named) -> bool:
        """Whether the body does something: no officer's, and nobody's object. 甲商会与乙商会 act both."""
        joined = self.folded[n.start - 1 : n.start] in "与和同及、" and n.start - 1 in self.ends
        oblique = not joined and _OBLIQUE.search(self.folded, max(0, n.start - 3), n.start)
        return not self._officer(n) and not oblique

    def _opens(self, n: Named) -> bool:
        """Whether the body acts at the head of its sentence."""
        sentence = self._after_last(_SENTENCE_ENDS, max(0, n.start - _BACK), n.start)
        return self.acts(n) and _OPENING.fullmatch(self.folded, sentence, n.start) is not None

    def _alone(self, n: Named) -> bool:
        """Whether no other body acts in its sentence, as those do that give one after another."""
        stop = min((p for mark in _SENTENCE_ENDS if (p := self.folded.find(mark, n.end)) >= 0), default=n.end)
        others = self.named[bisect_left(self.starts, n.end) : bisect_left(self.starts, stop)]
        return not any(self.acts(o) and not same(n, o) for o in others)

    def _heads_a_list(self, n: Named) -> bool:
        """Whether the line holds the body and offices alone: 一、市工商联主席、副主席; no name stands before it."""
        named = _ENTRY.search(self.folded, max(0, n.start - _PRONOUN), n.start) is not None
        return not named and _OFFICES_ONLY.match(self.folded, n.end) is not None

    def _after_last(self, marks: str, floor: int, start: int) -> int:
        return max(floor, *(self.folded.rfind(mark, floor, start) + 1 for mark in marks))

    def _floor(self, start: int) -> int:
        """How far back words can still speak of the place, within its article."""
        section = at(self.segments.sections, start)
        return max(start - _BACK, section.start if section else 0)

    def _between(self, floor: int, start: int) -> list[Named]:
        """The bodies named from `floor` to `start`, the nearest first."""
        return self.named[bisect_left(self.starts, floor) : bisect_left(self.starts, start)][::-1]
