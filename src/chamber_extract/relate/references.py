"""Whom 该会, 本会, 贵会, 商会, 该公司, 他 and 先生 stand for, where the words leave no other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.clauses import CHAMBER, PERSON, View
from chamber_extract.relate.credible import is_credible
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.subject_phrases import named
from chamber_extract.segment import Span, at

Name = tuple[str, ChamberEntity | None]

LETTER = 40  # paragraphs of a letter below its salutation
SIGNATURE = 40  # characters of a line with which a letter or notice is signed
FEW = 3  # times that an article must name the person whom it is about

# 该会, 本商会, 协会: what stands for a body, and the noun in which that body's name must end.
BODY = re.compile(
    r"(?:(?P<own>[本我敝])|(?P<addressed>贵)|[该此])?"
    r"(?P<head>总商会|商会|协会|总会|联合会|联谊会|促进会|公会|会馆|同乡会|会方|(?<=[本我敝贵该此])会)"
)
FIRM = re.compile(r"[该此](?:公司|集团|企业|厂|银行|机构|基金会)|公司|集团")
PRONOUN = re.compile(r"(?:我们|[他她]|先生)(?:本人|个人|自己)?")
_FIRM_NAME = re.compile(r"[一-鿿A-Za-z）)]{2,}(?:公司|集团|企业|厂|行|机构|基金会|控股|实业|股份)$")
_BODY_NAME = re.compile(r"[一-鿿]{2,}(?:会|会馆|公所|联社)$")
_BODIES = re.compile(
    r"(?:(?![向给由将把在与和对从到了是的])[一-鿿]){2,12}?(?:总会|同乡会|会馆|公会|宗亲会|基金会|联谊会|联合会|商会|协会|学会|红十字会)"
)
_PART = re.compile(
    r"(?:理事|监事|理监事|董事|会董|委员|执委|值理|大|晚|宴|年|茶话|座谈|代表|[本该我贵敝此])会$|社会$|^各"
)
_SALUTATION = re.compile(
    r"(?P<to>尊敬的|敬致|致|送)?[:： ]*(?P<names>[^。；：:]{4,60}?)"
    r"(?:(?:暨|及|和|并)?(?:全体|各位|诸位|理监事|(?:[^。；：:、]{0,6}(?:会长|主席|理事长)))[^。；：:、]{0,8})?"
    r"[:： ]*(?:钧鉴|台鉴|惠鉴)?[:： ]*"
)
_SIGNED = re.compile(r"\s*(?:谨启|敬启|启|敬上|谨上|谨告|谨识|谢启|同启|敬谢|鸣谢|谨谢|谨订)?[\s\ue000]*")
_SIGNS = re.compile(
    r"\s*(?P<who>[一-鿿]{2,28}(?:会|会馆|公所|联社|总))\s*(?:谨启|敬启|启|敬上|谨上|谨告|谨识|谢启|同启|敬谢|鸣谢|谨谢|谨订)\s*"
)
# The person a sentence is about opens it, behind bodies and offices: 商会会长甲, 大会主席拿督斯里甲.
_LEADS = re.compile(rf"[一-鿿{CHAMBER}、 \u3000]{{0,30}}?(?P<who>{PERSON}+)(?![{PERSON}、和与及暨 ])")


@dataclass(frozen=True, slots=True)
class Named:
    """A body named at `start`; `leads` where it opens its sentence."""

    start: int
    name: str
    chamber: ChamberEntity | None
    leads: bool


class References:
    """What the references of one document stand for."""

    def __init__(self, reading: Reading, chambers: Chambers, view: View) -> None:
        self.reading, self.view, self.chambers = reading, view, chambers
        self.clean, self.folded = reading.text.clean, reading.text.folded

    def written(self, chamber: ChamberEntity) -> str:
        """A chamber's full name in the characters of the document.

        A name that is known to be longer than what the document says is told in the document's words.
        """
        forms = sorted((tidy(self.clean[s.start : s.end]) for s in chamber.mentions), key=len)
        same = next((f for f in forms if fold(f) == fold(chamber.name)), None)
        if same or not forms:
            return same or chamber.name
        longest = forms[-1]
        return longest if longest != fold(longest) and chamber.name == fold(chamber.name) else chamber.name

    def body(self, start: int, words: str) -> Name | None:
        """The body that 该会, 本会 or 商会 at `start` means, None where that is open."""
        m = BODY.fullmatch(words)
        if not m:
            return None
        if m["addressed"]:
            return self.addressee(start)
        if m["own"] and (signed := self._signed(start)):
            return signed
        before = self._bodies_before(start)
        fits = [b for b in before if m["head"] in ("会", "会方") or fold(b.name).endswith(m["head"])]
        fits = fits or [b for b in before if b.chamber]  # 商会 may be a 总会 or a 联谊会
        paragraph = at(self.reading.segments.paragraphs, start)
        here = [b for b in fits if paragraph and b.start >= paragraph.start]
        return _meant(here) if here else _meant(fits) or self._titled(start, fits)

    def _titled(self, start: int, bodies: list[Named]) -> Name | None:
        """The only one of the bodies that the title of the article names."""
        section = at(self.reading.segments.sections, start)
        title = (section.title if section else self.reading.segments.title) or ""
        return _meant(b for b in bodies if b.name in title)

    def known_before(self, start: int) -> bool:
        """Whether a body is named before `start` in its article."""
        return bool(self._bodies_before(start))

    def short(self, start: int, words: str) -> Name | None:
        """The body for which 德浙联 stands: the only one of its article with those characters in that order."""
        if not _SHORT.fullmatch(words):
            return None
        section = at(self.reading.segments.sections, start)
        since, end = (section.start, section.end) if section else (0, len(self.folded))
        return _only(b for b in self._bodies if since <= b.start < end and _abbreviates(words, fold(b.name)))

    def firm(self, start: int) -> Name | None:
        """The company that 该公司 at `start` means: the last that opens a clause of its sentence, else the only one
        that opens one of the paragraph before."""
        sentence = at(self.reading.segments.sentences, start)
        paragraph = at(self.reading.segments.paragraphs, start)
        near = [n for _, n in self._clause_openers(sentence.start if sentence else start, start)]
        firms = [n for n in near if _FIRM_NAME.search(fold(n))]
        if firms:
            return firms[-1], None
        told = self._clause_openers(paragraph.start if paragraph else start, start)
        before = {n for _, n in told if _FIRM_NAME.search(fold(n))}
        return (before.pop(), None) if len(before) == 1 else None

    def _clause_openers(self, start: int, end: int) -> Iterable[tuple[int, str]]:
        """Who opens a clause of the span: where the name starts, and the name."""
        cuts = [start, *(m.end() for m in _COMMA.finditer(self.view.text, start, end)), end]
        for a, b in pairwise(cuts):
            if found := named(self.view.text, a, b):
                yield found.start, tidy(self.clean[found.start : found.end])

    def addressee(self, start: int) -> Name | None:
        """贵会 of a letter: the body of its salutation, or the bodies as they are written there."""
        paragraphs = self.reading.segments.paragraphs
        last = bisect_right(paragraphs, start, key=lambda p: p.end)
        for p in reversed(paragraphs[max(0, last - LETTER) : last]):
            m = _SALUTATION.fullmatch(self.folded, p.start, p.end)
            if not m or not (m["to"] or self.folded[p.start : p.end].rstrip()[-1] in ":："):
                continue
            inside = {id(e): e for _, e in self._chambers_in(p)}
            if len(inside) == 1:
                (chamber,) = inside.values()
                return self.written(chamber), chamber
            if inside or _BODY_NAME.search(m["names"]):
                return tidy(self.clean[slice(*m.span("names"))]), None
        return None

    def _signed(self, start: int) -> Name | None:
        """The body that signs the letter or notice in which `start` stands: alone on its line, or before 谨启."""
        section = at(self.reading.segments.sections, start)
        end = section.end if section else len(self.folded)
        for p in self.reading.segments.paragraphs:
            if p.start < start or p.end > end or p.end - p.start > SIGNATURE:
                continue
            if m := _SIGNS.fullmatch(self.folded, p.start, p.end):
                chamber = self.chambers.at(*m.span("who"))
                return (
                    self.written(chamber) if chamber else tidy(self.clean[slice(*m.span("who"))])
                ), chamber
            inside = self._chambers_in(p)
            if len(inside) == 1:
                ((span, chamber),) = inside
                first = not self.folded[p.start : span.start].strip()
                if first and _SIGNED.fullmatch(self.view.text, span.end, p.end):
                    return self.written(chamber), chamber
        return None

    def _chambers_in(self, span: Span) -> list[tuple[Span, ChamberEntity]]:
        return [(s, e) for s, e in self.chambers.places if span.start <= s.start and s.end <= span.end]

    def _bodies_before(self, start: int) -> list[Named]:
        """The bodies named before `start` in its article."""
        section = at(self.reading.segments.sections, start)
        first = bisect_left(self._bodies, section.start if section else 0, key=lambda b: b.start)
        return self._bodies[first : bisect_left(self._bodies, start, key=lambda b: b.start)]

    @cached_property
    def _bodies(self) -> list[Named]:
        """All bodies that are named in the document, in order."""
        full = {s.start: (e, s.end) for s, e in self.chambers.places if s in e.mentions}
        for m in self.reading.of("chamber"):
            if m.value.form != "bare":
                full.setdefault(m.start, (None, m.end))
        out = {
            start: Named(start, self.written(e) if e else tidy(self.clean[start:end]), e, False)
            for start, (e, end) in full.items()
        }
        openers = dict(self._openers)
        for m in _BODIES.finditer(self.view.text):
            if m.start() not in openers and is_credible(self.view.text, *m.span()):
                name = tidy(self.clean[m.start() : m.end()])
                out.setdefault(m.start(), Named(m.start(), name, None, False))
        for start, name in self._openers:
            known = out.get(start)
            if known or (_BODY_NAME.search(fold(name)) and not _PART.search(fold(name))):
                out[start] = Named(
                    start, known.name if known else name, known.chamber if known else None, True
                )
        named_so = (b for b in out.values() if not BODY.fullmatch(fold(b.name)))
        return sorted(named_so, key=lambda b: b.start)

    @cached_property
    def _openers(self) -> list[tuple[int, str]]:
        """Who opens a sentence: where the name starts, and the name."""
        out = []
        for s in self.reading.segments.sentences:
            comma = _COMMA.search(self.view.text, s.start, s.end)
            found = named(self.view.text, s.start, comma.start() if comma else s.end)
            if found and not _JOINED.search(self.view.text, found.start, found.end + 1):
                out.append((found.start, tidy(self.clean[found.start : found.end])))
        return out

    # -- people

    def person(self, start: int, surname: str = "") -> str | None:
        """Whom 他, 先生 or 伍先生 at `start` means, None where that is open.

        The only person named before in the paragraph, or the one whom the last sentence there that
        opens with a person is about; else the one whom the article is about.
        """
        paragraph = at(self.reading.segments.paragraphs, start)
        people = [m for m in self._people(start, surname) if m.start < start]
        here = [m for m in people if paragraph and m.start >= paragraph.start]
        if here:
            found = {m.value.name for m in here}
            return found.pop() if len(found) == 1 else self._subject(here, start)
        return self._protagonist(start, surname)

    def _people(self, start: int, surname: str) -> list[Mention]:
        section = at(self.reading.segments.sections, start)
        since, end = (section.start, section.end) if section else (0, len(self.folded))
        return [
            m
            for m in self.reading.within("person", since, end)
            if not m.value.partial and m.value.name.startswith(surname)
        ]

    def _subject(self, people: list[Mention], start: int) -> str | None:
        """Of several people the one with whom a sentence opens, if no other stands in the sentences since."""
        for s in reversed(self.reading.segments.sentences):
            if s.start >= start or s.end <= people[0].start:
                continue
            inside = [m for m in people if s.start <= m.start < min(s.end, start)]
            leads = _LEADS.match(self.view.text, s.start, s.end)
            if inside:
                return next((m.value.name for m in inside if leads and m.start == leads.start("who")), None)
        return None

    def _called(self, start: int, people: list[Mention]) -> set[str]:
        """Who is called 先生 by full name in the article: of the people found, else by surname."""
        section = at(self.reading.segments.sections, start)
        since, end = (section.start, section.end) if section else (0, len(self.folded))
        known = {m.value.name for m in people if self.folded.startswith("先生", m.end)}
        return known or {
            self.clean[slice(*m.span("who"))]
            for m in _CALLED.finditer(self.folded, since, end)
            if m["who"][0] in names().surnames and len(m["who"]) == 3
        }

    def _protagonist(self, start: int, surname: str) -> str | None:
        """The person in the title, or the only one of the article whom it names more than once or twice."""
        people = self._people(start, surname)
        section = at(self.reading.segments.sections, start)
        title = (section.title if section else self.reading.segments.title) or ""
        if self.folded.startswith("先生", start) and (called := self._called(start, people)):
            return called.pop() if len(called) == 1 else None
        titled = {m.value.name for m in people if m.value.name in title}
        if len(titled) == 1:
            return titled.pop()
        counts = Counter(m.value.name for m in people).most_common(2)
        if surname and len(counts) == 1:
            return counts[0][0]
        second = counts[1][1] if len(counts) > 1 else 0
        return counts[0][0] if counts and counts[0][1] >= FEW and counts[0][1] > second + 1 else None


_JOINED = re.compile(r"[与和及暨、]")
_CALLED = re.compile(r"(?:^|(?<=[\s，。、“悼念追思忆]))(?P<who>[一-鿿]{2,3})先生", re.M)
_COMMA = re.compile(r"[，,：:；。！？!?\n]")


_SHORT = re.compile(r"[一-鿿]{2,4}[联总会]")


def _abbreviates(short: str, name: str) -> bool:
    rest = iter(name)
    return name[0] == short[0] and len(name) > len(short) and all(c in rest for c in short)


def _only(bodies: Iterable[Named]) -> Name | None:
    distinct = {b.chamber or b.name: b for b in bodies}
    return next(((b.name, b.chamber) for b in distinct.values()), None) if len(distinct) == 1 else None


def _meant(bodies: Iterable[Named]) -> Name | None:
    """The only body, else the only one that opens a sentence."""
    distinct = {b.chamber or b.name: b for b in bodies}
    leading = {b.chamber or b.name: b for b in bodies if b.leads}
    for found in (distinct, leading):
        if len(found) == 1:
            (body,) = found.values()
            return body.name, body.chamber
    return None


def tidy(text: str) -> str:
    """A name or noun without the line breaks and spaces of the source; words in Latin letters stay apart."""
    return " ".join(text.split()) if _WORDS.search(text) else re.sub(r"\s+", "", text)


_WORDS = re.compile(r"[A-Za-z,.&] [A-Za-z]")
