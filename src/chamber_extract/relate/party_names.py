"""How givers and receivers are called: as written and cleaned, and by the chamber that 该会, 贵会 or its officers stand for."""

from __future__ import annotations

import re
from bisect import bisect_right

from chamber_extract.mention import Reading
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import View
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.parties import Party
from chamber_extract.segment import Span, at

LETTER = 40  # paragraphs of a letter below its salutation

_REMARK = re.compile(
    r"[（(](?:[以下又]{0,2}[简簡]?[称稱]|以下|女|男|[一-鿿]{1,3}族|[左右][一二三四五六七八九1-9])[^（()）]*[)）]$"
)
_BARE = re.compile(r"(?:[本该我此贵敝](?:商会|协会|总会|总商会|联合会|联谊会|促进会|会)|总?商会|协会|总会)")
_OTHER_BODY = re.compile(r"[一-鿿](?:总会|同乡会|会馆|公会|宗亲会|基金会|联谊会|商会|协会|学会)")
_BOARD = re.compile(r"(?:全体)?(?:(?:理事|执委|董事|会董|监事|理监事|常务)会|理监事)(?:成员|同仁|同人)?")
_OURS_BOARD = re.compile(rf"(?P<body>[本该我此贵敝]会){_BOARD.pattern}")
_THANKED = re.compile(r"[承幸荷多]蒙|蒙(?=[贵各])|(?:感|答|鸣|多)谢(?=[本该此贵敝]会)")
_ADDRESSED = re.compile(r"[贵]会")
_SALUTATION = re.compile(
    r"(?:尊敬的|致)?(?P<names>[^。；：:]{4,60}?)(?:(?:暨|及|和)?[^。；：:、]{2,8}(?:会长|主席|理事长))?[:：]$"
)
_LED = re.compile(r"(?:(?:副|常务副|名誉|执行|荣誉)?(?:会长|理事长|主席)|秘书长|监事长)[^，。；]{2,}")
_TEAM = re.compile(
    r"(?:[一-鿿]{2,4}(?=[团队]))?(?:车队|船队|专车|货车|团队|救援队|义工队|志愿队|[一-鿿]{2}团)"
)
_SENT = re.compile(r"(?:组织|派出|出动|安排|组成|派遣)了?$")
_TITLE = re.compile(r"(?P<surname>[一-鿿]?)(?:先生|女士)")
_DEPARTMENT = re.compile(r"(?:党委|秘书处|理事会|全体同仁|党支部|总会)?")


class PartyNames:
    """The names of the parties of one document."""

    def __init__(self, reading: Reading, chambers: Chambers, view: View) -> None:
        self.reading, self.view = reading, view
        self.clean, self.folded = reading.text.clean, reading.text.folded
        self.places: dict[int, tuple[Span, ChamberEntity | None]] = {
            m.start: (Span(m.start, m.end), None) for m in reading.of("chamber") if m.value.form != "bare"
        }
        self.places |= {span.start: (span, entity) for span, entity in chambers.places}

    def name(self, found: Party | None) -> tuple[str | None, ChamberEntity | None]:
        """A party's name as written and cleaned, and the chamber that it is."""
        if not found:
            return None, None
        if thanked := _THANKED.match(self.folded, found.start, found.end):
            found = Party(thanked.end(), found.end, found.plural)
        text = tidy(self.clean[found.start : found.end]).strip("，,、；;：:的 ")
        if text.count("“") != text.count("”"):
            text = text.strip("“”")
        text = _REMARK.sub("", text)
        if title := _TITLE.fullmatch(self.folded, found.start, found.end):
            return self._person(found.start, title["surname"]) or (text if title["surname"] else None), None
        if _ADDRESSED.fullmatch(self.folded, found.start, found.end):
            return self._addressee(found.start) or (text, None)
        if board := _OURS_BOARD.fullmatch(self.folded, found.start, found.end):
            found = Party(*board.span("body"))
        span, chamber = self.places.get(found.start, (None, None))
        bare = _BARE.fullmatch(self.folded, found.start, found.end)
        if bare and not chamber and (meant := self._only_chamber(found.start)):
            name, chamber = meant
            return name, chamber
        visit = self.folded.startswith("一行", found.end)  # 商会会长甲、副会长乙一行
        if span and (visit or _BOARD.fullmatch(self.folded, span.end, found.end)):
            found, text = Party(span.start, span.end), tidy(self.clean[span.start : span.end])
        if (
            not chamber
            or not span
            or not _DEPARTMENT.fullmatch(self.folded, min(span.end, found.end), found.end)
        ):
            return text or None, None
        return chamber.name if chamber and bare else text, chamber

    def giver(self, found: Party | None, handed: bool) -> tuple[str | None, ChamberEntity | None]:
        """The same of a giver: the chamber, where its lorries bring something, or its officers have `handed` it over."""
        return (self._behind(found, handed) if found else None) or self.name(found)

    def _behind(self, found: Party, handed: bool) -> tuple[str, ChamberEntity | None] | None:
        """The chamber behind a team that it sent, or behind officers who hand something over."""
        if _TEAM.fullmatch(self.folded, found.start, found.end):
            sent = _SENT.search(self.folded, max(0, found.start - 5), found.start)
            owner = sent and next((e for s, e in self.places.values() if e and s.end == sent.start()), None)
            return (owner.name, owner) if owner else None
        if handed and _LED.fullmatch(self.folded, found.start, found.end):
            return self._only_chamber(found.start)
        return None

    def _addressee(self, start: int) -> tuple[str, ChamberEntity | None] | None:
        """贵会 of a letter: the body or bodies of its salutation."""
        paragraphs = self.reading.segments.paragraphs
        last = bisect_right(paragraphs, start, key=lambda p: p.end)
        for p in reversed(paragraphs[max(0, last - LETTER) : last]):
            if m := _SALUTATION.fullmatch(self.folded, p.start, p.end):
                named = [
                    (s, e) for s, e in self.places.values() if p.start <= s.start and s.end <= p.end and e
                ]
                if len(named) == 1:
                    return named[0][1].name, named[0][1]
                return (tidy(self.clean[slice(*m.span("names"))]), None) if named else None
        return None

    def _only_chamber(self, start: int) -> tuple[str, ChamberEntity | None] | None:
        """What 该会 at `start` can only mean: the one chamber named in its paragraph, else in its article."""
        paragraph = at(self.reading.segments.paragraphs, start)
        section = at(self.reading.segments.sections, start)
        for since in (paragraph.start if paragraph else start, section.start if section else 0):
            if _OTHER_BODY.search(self.view.text, since, start):  # 该会 may be that one
                return None
            near = [(s, e) for s, e in self.places.values() if since <= s.start < start]
            named = {e.name if e else tidy(self.clean[s.start : s.end]): e for s, e in near}
            if named:
                return next(iter(named.items())) if len(named) == 1 else None
        return None

    def _person(self, start: int, surname: str) -> str | None:
        """The only person named in full before 先生 or 伍先生 at `start`."""
        names = {
            m.value.name
            for m in self.reading.of("person")
            if m.start < start and not m.value.partial and m.value.name.startswith(surname)
        }
        return next(iter(names)) if len(names) == 1 else None


def tidy(text: str) -> str:
    """A name or noun without the line breaks and spaces of the source; words in Latin letters stay apart."""
    return " ".join(text.split()) if _WORDS.search(text) else re.sub(r"\s+", "", text)


_WORDS = re.compile(r"[A-Za-z,.&] [A-Za-z]")
