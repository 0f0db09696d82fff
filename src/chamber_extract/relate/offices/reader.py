"""Reads the offices that a text gives a person at one place: 江苏省委统战部副部长、省工商联党组书记甲."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import find_places
from chamber_extract.gazetteer.titles import LEARNED, Title, scan
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import ChamberEntity, Office
from chamber_extract.relate.offices.bodies import GENERIC, Bodies
from chamber_extract.relate.offices.extent import reach
from chamber_extract.relate.offices.kinds import (
    GOVERNOR,
    OF_CHAMBERS,
    OF_EMBASSIES,
    OF_FEDERATIONS_ALONE,
)
from chamber_extract.relate.offices.phrases import Phrase, begins, chained, is_department, split
from chamber_extract.relate.offices.rows import under_head
from chamber_extract.relate.offices.spoken_of import Asked, Told
from chamber_extract.relate.offices.whose import Choose, Whose, likeliest
from chamber_extract.relate.offices.wording import Wording
from chamber_extract.segment import Span

# What stands before an office and is no part of it: a paper's own, and that it is held now.
_OWN = re.compile(
    r"(?:的|[-－—]|[(（][^()（）]{1,8}[)）]|本报讯?|本刊|本网|本台|新任|新一[届任]|新晋|[现本应当]届|现任|第[一二三四五六七八九十百\d]+届|(?:常务)?理事会(?=[\u4e00-\u9fff]{0,6}(?:会长|秘书长))|执委会|执行委员会)*"
)
# What a byline says of the work, and callings that are no office.
_CREDITS = frozenset(("作者", "供稿", "供图", "撰文", "文字", "图片", "图文", "来稿", "投稿", "整理", "采写", "采访", "撰写", "撰稿", "文稿", "记录", "拍摄", "企业家", "实业家", "联系人", "联络人"))  # fmt: skip
_CONTACTS = frozenset(("联系人", "联络人"))
_DEPARTMENT = re.compile(
    r"(?!统战|外交|国防|内政|贸工|人力|律政|商务|财政|宣传|组织|公安|教育|中联办|国务院)[^省市区县国驻港澳台办委局署院]{1,5}(?:部|处|室|中心|组)|办公[厅室]|[^省市区县国驻]{2,4}(?:委员会|专委会)|事务局"
)
# What a name carries with it: 蔡素玉太平绅士、主席甲.
_CALLED = re.compile(
    r"(?:[ ]?(?:先生|女士|小姐|太太|伉俪|夫妇|博士|教授|太平绅士|局绅|律师|同志|[A-Z]{2,5}))*(?:[(（][^()（）\n]{1,30}[)）])?"
)
_DESK = re.compile(r"(?<=[部处室科组会])[ \u3000\t]*$")  # 秘书处|小彭
_OFFICE = 3  # characters of 办公室, and blanks that set a name off from its desk
_JOINED = ("", " ", "、", ",", "，", ";", "；", "和", "及", "与")
_COMMITTEE = re.compile("委会$|委员会$|小组$")
_OVER = re.compile("会长$|理事长$|监事长$|会董$")
# What points back to the body: 该会主席, 協會理事長.
_SAID = re.compile(
    r"[该本贵我此同](?:商会|总商会|协会|公会|总会|联合会|联谊会|联会|会馆|会)$|(?:分会|商会|总商会|协会|公会|总会|联合会|联谊会|促进会|同乡会|会馆|公所)$"
)
# Of two bodies one or both; which, a reader looks up.
_EITHER = re.compile("(?:两会|双方|前者|后者|[中外日韩美英法德俄意匈泰越马印港台澳]方)$")
_PARTY = 2  # characters of 市委, whose city is not told
# 甲公会、乙会馆、丙会馆的
_ROW = re.compile(
    r"(?:^|[，。；：,;:\n])((?:[\u4e00-\u9fff]{2,14}(?:会|馆|公所|堂)[、和]){1,11}[\u4e00-\u9fff]{2,14}(?:会|馆|公所|堂))的?$"
)
_EACH = re.compile("[^、和]+")
_BODIES = 200  # characters of such a row
_LABEL = re.compile(r"[(（][^()（）\n]{1,20}[)）][:：]?|[:： \t]")
_POINTER = 6  # characters of such words
_PARTICLES = 2  # characters that may stand between a body and its office, and name none


class Offices:
    """Reads the offices of one document."""

    def __init__(self, reading: Reading, chambers: Chambers, choose: Choose = likeliest) -> None:
        self.folded = reading.text.folded
        self.wording = Wording(reading, chambers)
        self.bodies = Bodies(self.wording)
        self.institutions = self.bodies.institutions
        self.whose, self.choose = Whose(self.bodies), choose
        self.titles = {t.end: t for t in scan(self.folded) if t.kind not in ("honorific", "person")}
        self.holders: dict[tuple[int, int], list[int]] = {}
        for m in reading.of("person"):
            for t in m.value.titles:
                self.holders.setdefault((t.start, t.end), []).append(m.start)
        self.chains: dict[tuple[int, int], list[Office]] = {}
        self.last: tuple[int, list[Office]] = (-1, [])
        self.told: Told | None = None
        self.holder, self.held = "", dict[str, Office]()

    def at(self, m: Mention, held: Mapping[str, Office]) -> list[Office]:
        """Every office that the text gives the person at this place.

        The body of an office that is `held` already is not guessed again: 江辉会长 long after 某商会会长江辉.
        """
        self.holder, self.held = m.value.name, dict(held)
        found: list[Office] = []
        main = 0  # of them, without those that stand in brackets after the name
        for title in m.value.titles:
            word = fold(self.wording.clean(title.start, title.end))
            if word.endswith("名单") or (word in _CREDITS and not self._contact(title)):
                continue
            if self.folded[title.start : title.end] == "副":  # 总秘书：甲　副：乙
                known = self.told.offices[:1] if self.told else []
                found += [Office("副" + o.title, o.organization, o.chamber) for o in known]
                continue
            if cell := under_head(self.folded, title.start, m.start) if title.end < m.start else None:
                of = self.bodies.named(Phrase(cell.start, cell.end, title), None)
                found.append(Office(self.wording.clean(title.start, title.end), *of))
                continue
            edge = m.start if m.start <= title.start <= m.end else title.start
            if edge != title.start and edge in self.titles:
                word = self.wording.clean(title.start, title.end)
                apart = not found or LEARNED.search(fold(word))  # 会长甲律师
                of = (None, None) if apart else (found[-1].organization, found[-1].chamber)
                found.append(Office(word, *of))
            elif edge == title.start:
                key = (title.start, title.end)  # those who stand after one office hold it in one body
                if key not in self.chains:
                    self.chains[key] = self._chain(title, edge)
                found += self._respective(title, m) or self.chains[key]
            else:
                found += self._chain(title, edge)
            main = len(found) if self.folded.rfind("(", m.end, title.start) < 0 else main
        attached = _DESK.search(self.folded, max(0, m.start - _OFFICE), m.start) if m.value.partial else None
        desk = attached.start() if attached else m.value.desk  # 秘书处小彭, 联系人：综合部 甲
        if desk and not found:
            body = self.bodies.named(Phrase(self.wording.reach(desk), desk, Span(desk, desk)), None)
            found = [Office("", *body)] if body[0] else []
        found = [o for o in found if o.chamber or o.title[-2:] not in ("会员", "會員")]
        of_state = names().statesmen.get(fold(m.value.name), ())
        found = [Office(o.title) if o.chamber and fold(o.title) in of_state else o for o in found]
        after = _CALLED.match(self.folded, m.end).end()  # type: ignore[union-attr]
        self.last = after, found[:main] or [*held.values()]
        self.told = Told(m.start, found) if found else self.told
        return found

    def _respective(self, title: Span, m: Mention) -> list[Office]:
        """Of as many bodies as people the one in the same place: 甲商会、乙商会会长丙、丁."""
        holders, words = self.holders[title.start, title.end], self.wording.clean(title.start, title.end)
        row = _ROW.search(self.folded, max(0, title.start - _BODIES), title.start)
        bodies = [b.span() for b in _EACH.finditer(self.folded, *row.span(1))] if row else []
        if not 1 < len(holders) == len(bodies):
            return []
        start, end = bodies[holders.index(m.start)]
        chamber = self.wording.chamber(start, end)
        name = self.wording.written(chamber) if chamber else self.wording.clean(start, end)
        return [Office(words, name, chamber)]

    def _chain(self, title: Span, edge: int) -> list[Office]:
        """The office and those chained before it, first things first."""
        phrases = [self._phrase(title, edge)]
        while len(phrases) < 6 and (end := chained(self.folded, phrases[-1].start)) is not None:
            before = self.titles.get(end)
            apart = before and before.kind == "weak" and self.folded[before.end] in "，,"  # 报告财政，主任甲
            if before is None or apart or self._taken(before):
                break
            phrases.append(self._phrase(Span(before.start, before.end), before.start))
        offices: list[Office] = []
        if department := self._department(phrases):
            return [department]
        last: tuple[str | None, ChamberEntity | None] = (None, None)
        for phrase in reversed(phrases):
            own = self.bodies.named(phrase, last[0])
            word = self.folded[phrase.title.start : phrase.title.end]
            party = GOVERNOR.search(word) and not own[0] and (last[0] or "").endswith("委")
            if party and last[0] and len(last[0]) > _PARTY:
                own = last[0][:-1], None  # 温州市委副书记、市长
            apart = LEARNED.search(word) or party or self._above(phrase, last[0])
            last = own if own[0] or apart else last
            offices.append(self._office(phrase, edge, title, last))
        bare = [o for o in offices if o.organization is None]
        name = edge if edge != title.start else None
        return self._placed(offices, bare, phrases, name) if bare else offices

    def _taken(self, office: Title) -> bool:
        """Whether the office is somebody's who is named before it: 陈会长、林副会长, 甲、乙两位副会长，秘书长丙."""
        held = self.holders.get((office.start, office.end), ())
        named = office.start in self.wording.person_ends or office.end in self.wording.addressed_ends
        return named or any(start < office.start for start in held)

    def _placed(
        self,
        offices: list[Office],
        bare: list[Office],
        phrases: list[Phrase],
        name: int | None,
    ) -> list[Office]:
        """The offices of a chain, `name` being where the name before them begins, the `bare` ones with the body that is meant."""
        phrase = phrases[-1 - offices.index(bare[0])]
        start = phrase.title.start if name is None else name
        if "贵会" in self.folded[phrase.start : start + 1]:
            body = self.institutions.addressee
        elif len(bare) == len(offices) and (known := self.held.get(offices[-1].title)):
            return [known]
        else:
            body = self._whose(bare, phrase, start, name is not None)
            body = body if body[0] else (self._listed(phrase.title), None)
        return [
            o if o.organization else self._told(o, p, body)
            for o, p in zip(offices, reversed(phrases), strict=True)
        ]

    def _told(self, office: Office, phrase: Phrase, body: tuple[str | None, ChamberEntity | None]) -> Office:
        """The office in the body that the context gives; where it gives none, in the department that the title begins
        with, as all that is told: 综合部|主任, 消防局|局长.
        """
        word = self.titles.get(phrase.title.end)
        desk = self.wording.clean(phrase.title.start, word.start) if word and body[0] is None else ""
        if len(desk) < 2 or not office.title.startswith(desk):
            return Office(office.title, *body)
        rest = office.title.removeprefix(desk)
        ending = rest[: fold(rest)[0] in "部局厅"]  # the word for it is part of the office
        own = desk.removesuffix(ending) + ending
        return Office(rest, own) if fold(own)[-1] in "部局厅" else Office(office.title)

    def _above(self, phrase: Phrase, organization: str | None) -> bool:
        """Whether the office is above a committee that the one before it is of (工委会主席、署理会长甲), or of a
        body that is pointed back to (立法会议员、同乡会理事长甲).
        """
        if _SAID.search(self.folded, phrase.start, phrase.organization_end):
            return phrase.organization_end - phrase.start <= _POINTER
        title = self.folded[phrase.title.start : phrase.title.end]
        return _COMMITTEE.search(fold(organization or "")) is not None and _OVER.search(title) is not None

    def _labels(self, title: Span) -> bool:
        """Whether the office stands before its holders as a label: 财政：甲　稽核　乙."""
        begins_line = self.folded[title.start - 1 : title.start] in ("", "\n", " ", "\t")
        return begins_line and _LABEL.match(self.folded, title.end) is not None

    def _listed(self, title: Span) -> str | None:
        """The body whose officers the heading above announces."""
        word = fold(self.wording.clean(title.start, title.end))
        holds = any(t.end == len(word) and t.kind in ("office", "leader", "weak") for t in scan(word))
        return self.institutions.heading(title.start) if holds and self._labels(title) else None

    def _leading(self, offices: list[Office]) -> str:
        """Of several offices the one that tells most of the body: 副会长 of 副会长兼外事主任."""
        titles = [fold(o.title) for o in offices]
        return next(
            (t for t in titles if OF_CHAMBERS.search(t) or OF_FEDERATIONS_ALONE.search(t)), titles[-1]
        )

    def _contact(self, title: Span) -> bool:
        """Whether somebody is a body's 联络人, not just whom to ask."""
        asked = fold(self.wording.clean(title.start, title.end)) in _CONTACTS
        return asked and bool(self.bodies.named(self._phrase(title, title.start), None)[0])

    def _department(self, phrases: list[Phrase]) -> Office | None:
        """The office in a department of the body whose officer stands right before: 商会会员部部长甲、经济部部长乙."""
        end, before = self.last
        (phrase, *more) = phrases
        name = self.wording.clean(phrase.start, phrase.organization_end)
        near = self.folded[end : phrase.start] in _JOINED and before and before[-1].organization
        title = name + self.wording.clean(phrase.title.start, phrase.title.end)
        # 台北市长甲、经济部次长乙, 使馆参赞甲、塞卫生部副部长乙
        governs = before and any(p.search(fold(before[-1].title)) for p in (GOVERNOR, OF_EMBASSIES))
        if more or governs or not near or not _DEPARTMENT.fullmatch(fold(name or title[:_OFFICE])):
            return None
        abroad = (f for f in find_places(fold(name)) if set(f.place.codes) - {"HK", "MO", "TW"})
        if any(f.start == 0 and f.end < len(name) - 1 for f in abroad):  # 柬埔寨商业部, not 中国部
            return None
        return Office(title, before[-1].organization, before[-1].chamber)

    def _phrase(self, title: Span, edge: int) -> Phrase:
        begin = begins(self.folded, title, edge, self.wording.chamber_ends)
        if self.folded.startswith("台商总会长", title.start - 2):  # 越南台商总会|会长
            start = reach(self.folded, title.start + 1, {}, self.wording.person_ends, edge)
            return Phrase(start, title.start + 2, Span(title.start + 1, title.end))
        if begin > title.start:
            title, edge = Span(begin, title.end), begin
        stop = edge
        while self.folded[stop - 1 : stop] == "的" and stop:
            stop -= 1
        start = reach(self.folded, stop, self.wording.chamber_ends, self.wording.person_ends, edge)
        if edge == title.start:
            return split(self.folded, start, title, self.wording.chamber_ends)
        apart = split(self.folded, start, Span(edge, edge), self.wording.chamber_ends)
        between = self.folded[apart.organization_end : edge]
        if between and not is_department(between):  # 商会感谢江辉会长
            return Phrase(edge, edge, title)
        return Phrase(apart.start, apart.organization_end, title)

    def _office(
        self, phrase: Phrase, edge: int, title: Span, of: tuple[str | None, ChamberEntity | None]
    ) -> Office:
        words = self.wording.clean(phrase.title.start, phrase.title.end)
        between = self.folded[phrase.organization_end : edge]
        if edge != title.start and phrase.title == title and between:
            words = self.wording.clean(phrase.organization_end, edge) + words
        return Office(words[_OWN.match(fold(words)).end() :], *of)  # type: ignore[union-attr]

    def _whose(
        self, bare: list[Office], phrase: Phrase, start: int, behind_name: bool
    ) -> tuple[str | None, ChamberEntity | None]:
        """The likeliest body of the `bare` offices at `start`."""
        if _EITHER.search(self.folded, max(0, start - _PARTY), start):
            return None, None
        said = _SAID.search(self.folded, max(0, start - _POINTER), start)
        words = fold(self.wording.clean(phrase.start, phrase.organization_end))
        alone = words in GENERIC or start - phrase.start <= _PARTICLES or behind_name
        asked = Asked(
            self._leading(bare),
            said.start() if said else start,
            said[0] if said else "",
            not alone,
            self.holder,
            tuple(self.held.values()),
            self.told,
        )
        body = self.choose(asked, self.whose.candidates(asked))
        return body.name, body.chamber or self.bodies.chamber(body.name)
