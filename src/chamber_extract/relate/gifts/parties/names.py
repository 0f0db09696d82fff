"""How givers and receivers are called: as written and cleaned, and by whom 该会, 他 or the chamber's officers stand for."""

from __future__ import annotations

import re

from chamber_extract.mention import Reading
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.gifts.parties.bounds import is_credible
from chamber_extract.relate.gifts.parties.clause_words import OF_FIRM
from chamber_extract.relate.gifts.parties.forms import tidy
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.people_meant import PRONOUN, People
from chamber_extract.relate.gifts.parties.references import BODY, FIRM, Name, References
from chamber_extract.relate.gifts.parties.roles import is_asked
from chamber_extract.relate.gifts.parties.wording import Party, split
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, View
from chamber_extract.segment import Span

_NOBODY: tuple[None, None] = (None, None)
_REMARK = re.compile(
    r"[（(](?:(?:(?:常务|执行|名誉|荣誉|副|总)*(?:會長|会长|理事长|理事長|理事|主席|監事長|监事长|秘书长|秘書長|总经理|總經理|董事长|董事長|经理|經理|负责人|負責人))[:：]?[^（()）]{0,8}[)）]$)|[（(](?:[以下又]{0,2}[简簡]?[称稱]|以下|女|男|[一-鿿]{1,3}族|[左右][一二三四五六七八九1-9])[^（()）]*[)）]$"
)
_QUOTED = re.compile("“[^“”]*”|「[^「」]*」")
_SHORT_FORM = re.compile(r"[（(](?:以下|下文|又)?(?:[简簡統统][称稱]|[称稱])[^（()）]*[)）]")
_BOARD = re.compile(r"(?:全体)?(?:(?:理事|执委|董事|会董|监事|理监事|常务)会|秘书处)(?:成员|同仁|同人)?")
_BOARD_OF = re.compile(r"(?<=[会馆所社])(?:(?:理事|执委|董事|会董|监事|理监事|常务)会|秘书处)$")
_MEMBERS = re.compile(
    r"(?:全体|众|各位?|广大|其他|其余)?(?:会员|理监事|会友|同人|同仁|会董|会董会|理监事会)(?:们|企业|单位|商家|商号)?"
)
_LED = re.compile(
    r"(?:(?:副|常务副|名誉|执行|荣誉)?(?:会长|理事长|主席)|秘书长|监事长)(?!单位|企业|所在)(?:[^，。；的]{2,})?"
)
_TEAM = re.compile(
    r"(?:[一-鿿]{2,4}(?=[团队]))?(?:车队|船队|专车|货车|团队|救援队|义工队|志愿队|[一-鿿]{2}团)"
)
_BARE_TEAM = re.compile(r"(?:慰问|赈灾|救援|救灾|志愿者?|义工)(?:团|队|车队|小组)")
_SENT = re.compile(r"(?:(?:组织|派出|出动|安排|组成|派遣)了?)?")
_TITLE = re.compile(
    r"(?P<surname>[一-鿿]?)(?:先生|女士)|(?P<officer>[一-鿿])(?:会长|主席|理事长|秘书长|董事长|总经理|老板|校长|教授|医生)"
)
_SECTION = re.compile("[该本][组部团队]")
_DEPARTMENT = re.compile(r"(?:党委|秘书处|理事会|全体同仁|党支部|总会)?")
_ITSELF = re.compile(r"本级|本身|自身|总部|(?![旗属]下)[一-鿿]{0,4}(?:基金|专户)")
_FELLOWS = re.compile(r"(?P<body>[该本我敝]?[商协总公]?会)同[仁人](?![^，。；]{0,8}(?:捐|集资|解囊))")
_GIVING = re.compile("[捐购买筹凑赠]")
_SOME_OF_IT = re.compile(
    rf"(?P<body>{CHAMBER}+)的?(?:{COUNT}+(?:会员|会友|[理监会]事|厨师|员工|姐妹|成员|青年|代表)|{COUNT}*(?:义工|志工|志愿者|工作人员))们?"
)
_HEADS = re.compile(rf"(?P<body>{CHAMBER}+)(?:一众)?(?:首长|领导)们?(?:一行)?")
# 该会西港分会, 本会青年团: a part of it that acts by itself
_BRANCH = re.compile(
    r"[一-鿿]{2,6}(?:分会|支会|联络处|代表处)|[青妇女教文福体社康乐][一-鿿]{0,6}?(?:[团组部股]|委员会|委会)"
)
_RECEIVED = re.compile(r"(?:收到|接到|接获|接收|接受|获)(?:全体|广大|各)?$")


class PartyNames:
    """The names of the parties of one document."""

    def __init__(self, reading: Reading, chambers: Chambers, view: View) -> None:
        self.view, self.references = view, References(reading, chambers, view)
        self.people = People(reading, view)
        self.clean, self.folded = reading.text.clean, reading.text.folded
        self.places: dict[int, tuple[Span, ChamberEntity | None]] = {
            m.start: (Span(m.start, m.end), None) for m in reading.of("chamber") if m.value.form != "bare"
        }
        self.places |= {span.start: (span, entity) for span, entity in chambers.places}

    def name(self, found: Party | None) -> tuple[str | None, ChamberEntity | None]:
        """A party's name as written and cleaned, and the chamber that it is; whom it means where it only refers."""
        if not found:
            return _NOBODY
        if board := _BOARD_OF.search(self.folded, found.start, found.end):
            found = Party(found.start, board.start())
        words = self.folded[found.start : found.end]
        if words == "我们":
            return self.references.body(found.start, "我会") or _NOBODY
        if (ours := words.removeprefix("我们")) != words and BODY.fullmatch(ours):
            return self.references.body(found.start, "我会") or (ours, None)
        if PRONOUN.fullmatch(words):
            return self.people.person(found.start), None
        if FIRM.fullmatch(words):
            return self.references.firm(found.start, words) or (
                _NOBODY if words[0] in "该此" else (words, None)
            )
        if section := self._section(found.start, words):
            return section, None
        text = self._clean(found)
        if title := _TITLE.fullmatch(words):
            surname = title["surname"] or title["officer"]
            return self.people.person(found.start, surname or "") or text, None
        if shared := self._shared(found):
            return shared
        if referred := self._referred(found, text):
            return referred
        span, chamber = self.places.get(found.start, (None, None))
        visit = self.folded.startswith("一行", found.end)  # 商会会长甲、副会长乙一行
        if span and (visit or _BOARD.fullmatch(self.folded, span.end, found.end)):
            found, text = Party(span.start, span.end), tidy(self.clean[span.start : span.end])
        if chamber and span and found.end == span.end:
            text = self.references.fullest(chamber, found.start, text)
        if not chamber and (meant := self.references.short(found.start, words)):
            return meant  # 德浙联
        department = span and _DEPARTMENT.fullmatch(self.folded, min(span.end, found.end), found.end)
        return text or None, chamber if department else None

    def receiver(self, found: Party | None) -> str | None:
        """How a receiver is called; a fund of a body's is not the body."""
        fund = found and self.folded.endswith(("基金", "学金"), found.start, found.end)
        return self._clean(found) if found and fund else self.name(found)[0]

    def without_fellows(self, found: Party | None, goods: int, *, handed: bool = False) -> Party | None:
        """The body itself for 该会同仁, who act as one unless it is they who give: 该会同仁捐款, not 该会同仁到场派发.

        So too for some of its members, where no giving is told before the `goods`: 商会的23名会员开车送来; and for its
        heads who only `handed` over.
        """
        if not found:
            return None
        fellows = _FELLOWS.match(self.folded, found.start)
        if not fellows and goods and not _GIVING.search(self.folded, found.end, goods):
            fellows = _SOME_OF_IT.match(self.view.text, found.start)
        if not fellows and handed:
            fellows = _HEADS.match(self.view.text, found.start)
        return Party(*fellows.span("body")) if fellows and fellows.end() == found.end else found

    def giver(
        self, found: Party | None, *, handed: bool = False, raised: bool = False
    ) -> tuple[str | None, ChamberEntity | None]:
        """The same of a giver, None for words that are no name.

        It is the chamber, where its lorries bring something, its officers have `handed` it over, or
        its members together raised it.
        """
        if not found:
            return _NOBODY
        if behind := self._behind(found, handed, raised):
            return behind
        he = PRONOUN.fullmatch(self.folded, found.start, found.end)
        if he or is_credible(self.view.text, found.start, found.end):
            return self.name(found)
        shorter = named(self.view.text, found.start, found.end)  # 会员甲把自家超市的
        if (
            not shorter
            or shorter.start != found.start
            or not is_credible(self.view.text, found.start, shorter.end)
        ):
            return self.name(found) if found.listed else _NOBODY
        return self.name(shorter)

    def _section(self, start: int, words: str) -> str | None:
        """婦女組 for 該組: the section of that kind last named before in its paragraph."""
        if not _SECTION.fullmatch(words):
            return None
        since = self.folded.rfind("\n", 0, start) + 1
        told = list(re.finditer(f"[一-鿿]{{2}}{words[1]}", self.folded[since:start]))
        return self.clean[since + told[-1].start() : since + told[-1].end()] if told else None

    def _clean(self, found: Party) -> str:
        """The words of a name without blanks, marks at its edges and remarks on it."""
        text = tidy(self.clean[found.start : found.end]).strip("，,、；;：:的 ")
        if _QUOTED.fullmatch(text) or any(text.count(a) != text.count(b) for a, b in ("“”", "「」")):
            text = text.strip("“”「」")
        return _REMARK.sub("", _SHORT_FORM.sub("", text))

    def _referred(self, found: Party, text: str) -> tuple[str | None, ChamberEntity | None] | None:
        """The body for 该会, 商会, 该会理事会 and 该会青年团; None where the name is written out."""
        m = BODY.match(self.folded, found.start, found.end)
        if not m:
            return None
        span, _ = self.places.get(found.start, (None, None))
        if span and span.end > m.end():  # 商会 that begins a longer name
            return None
        rest = self.folded[m.end() : found.end]
        branch = _BRANCH.fullmatch(rest)
        if (
            rest
            and not branch
            and not _ITSELF.fullmatch(rest)
            and not (_BOARD.fullmatch(rest) and m["head"] == "会")
        ):
            return None
        meant = self._body(found.start, m.group())
        if meant and branch:
            return meant[0] + self.clean[m.end() : found.end], None
        if meant or m["head"] == "会" or branch:
            return meant or (text, None)
        return None

    def _shared(self, found: Party) -> Name | None:
        """The chamber of which all of 商会党委、商会 are parts."""
        parts = split(self.view.text, found)
        bodies = {self._department(p) for p in parts}
        (body,) = bodies if len(parts) > 1 and len(bodies) == 1 else (None,)
        return (self.references.written(body), body) if body else None

    def _department(self, part: Party) -> ChamberEntity | None:
        """The chamber that is all the part names, or whose department it is."""
        span, chamber = self.places.get(part.start, (None, None))
        whole = span and _DEPARTMENT.fullmatch(self.folded, min(span.end, part.end), part.end)
        return chamber if whole else None

    def _body(self, start: int, words: str) -> Name | None:
        """The body meant by 该会 or 商会 at `start`."""
        _, chamber = self.places.get(start, (None, None))
        if words[0] in "该此" and (led := self.references.leading(start)):
            return led
        if words[0] in "本我敝":
            return self.references.body(start, words)
        if words[0] in "该此" and (meant := self.references.body(start, words)):
            return meant
        if chamber and (chamber.mentions[0].start < start or not self.references.known_before(start)):
            return self.references.written(chamber), chamber
        return self.references.body(start, words)

    def _behind(self, found: Party, handed: bool, raised: bool) -> Name | None:
        """The chamber behind a team that it sent, officers who hand something over, or members who raise something."""
        words = self.folded[found.start : found.end]
        if _TEAM.fullmatch(words):
            told = (e for s, e in self.places.values() if e and self._sends(s.end, words))
            owner = next(told, None)
            if owner:
                return self.references.written(owner), owner
            return self.references.body(found.start, "该会") if _BARE_TEAM.fullmatch(words) else None
        alone = "个人" in self.folded[found.start : found.end + len("个人")]
        private = alone or OF_FIRM.search(self.folded, found.start, found.end)
        if handed and not private and _LED.fullmatch(words):
            return self.references.here(found.start) or self.references.body(found.start, "商会")
        if raised:
            return self._of_members(found)
        return None

    def _sends(self, at: int, team: str) -> bool:
        """Whether a body whose name ends there is said to have the team: 某商会代表团, 某商会派出赈灾团."""
        sent = _SENT.match(self.folded, at)
        return sent is not None and self.folded.startswith(team, sent.end())

    def _of_members(self, found: Party) -> Name | None:
        """The chamber all of whose members raised something, unless it called on them to."""
        own = BODY.match(self.folded, found.start, found.end)
        start = own.end() if own else found.start
        if not _MEMBERS.fullmatch(self.folded, start, found.end):
            return None
        received = _RECEIVED.search(self.folded, max(0, found.start - 4), found.start)
        if received or is_asked(self.folded, found):
            return None
        return self._body(found.start, own.group() if own else "该会")
