"""Which body 该会, 本会, 贵会, 商会 and 该公司 stand for, where the words leave no other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from chamber_extract.gazetteer.names import names
from chamber_extract.mention import Reading
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import ChamberEntity
from chamber_extract.relate.gifts.parties.bounds import is_credible
from chamber_extract.relate.gifts.parties.forms import HOUSES, SHORT, abbreviates, firm_of, tidy
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.view import View
from chamber_extract.segment import Span, at

Name = tuple[str, ChamberEntity | None]

LETTER = 40  # paragraphs of a letter below its salutation
REMEMBERED = 200  # bodies of an article that a reader has in mind
QUOTED = 80  # characters before 本会 in which a quotation may begin
OFTENER = 2  # times that a name must stand more often than the full one, to be no slip of one writer
SIGNATURE = 40  # characters of a line with which a letter or notice is signed

# 该会, 本商会, 协会: what stands for a body, and the noun in which that body's name must end.
BODY = re.compile(
    r"(?:(?P<own>[本我敝])|(?P<addressed>贵)|[该此])?"
    r"(?P<head>总商会|商会|协会|总会|联合会|联谊会|促进会|公会|会馆|同乡会|会方|分会|(?<=[本我敝贵该此])会)"
)
FIRM = re.compile(rf"[该此](?:公司|集团|企业|厂|银?行|机构|基金会|[{HOUSES}])|公司|集团")
_BODY_NAME = re.compile(r"[一-鿿]{2,}(?:会|会馆|公所|联社)$")
_BODIES = re.compile(
    r"(?:(?![向给由将把在与和对从到了是的至予汇捐])[一-鿿]){2,12}?(?:总会|同乡会|会馆|公会|宗亲会|基金会|联谊会|联合会|商会|协会|学会|红十字会)"
)
_PART = re.compile(
    r"[>|]|(?:理事|监事|理监事|董事|会董|委员|执委|值理|大|晚|宴|年|茶话|座谈|代表|[本该我贵敝此])会$|社会$|^各"
)
_NO_NAME = re.compile(f"{BODY.pattern}|.*[理监董]事.{{0,2}}联席会议")
_SALUTATION = re.compile(
    r"(?P<to>[尊敬][敬爱]的|敬致|致|送|受文者)?[:： ]*(?P<names>[^。；：:]{4,60}?)"
    r"(?:(?:暨|及|和|并)?(?:全体|各位|诸位|理监事|(?:[^。；：:、]{0,6}(?:会长|主席|理事长)))[^。；：:、]{0,8})?"
    r"[:： ]*(?:钧鉴|台鉴|惠鉴)?[:： ]*"
)
# ——致某某商会的感谢信
_LETTER_TO = re.compile(
    r"[—\- \u3000]*致(?P<names>[^。；：:]{4,40}?)的?(?:一封)?(?:感谢|慰问|公开)?[信函]\s*"
)
_SIGNED = re.compile(r"\s*(?:谨启|敬启|启|敬上|谨上|谨告|谨识|谢启|同启|敬谢|鸣谢|谨谢|谨订)?[\s\ue000]*")
_SIGNS = re.compile(
    r"\s*(?P<who>[一-鿿]{2,28}(?:会|会馆|公所|联社|总))\s*(?:谨启|敬启|启|敬上|谨上|谨告|谨识|谢启|同启|敬谢|鸣谢|谨谢|谨订)\s*"
)


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

    def fullest(self, chamber: ChamberEntity, start: int, words: str) -> str:
        """The longest name by which the article calls a chamber that it calls `words` at `start`: 医保商会, 塞中资企业商会.

        A name that tells its country as well is kept where the article has made it the usual one.
        """
        if not words.endswith(("会", "會")):
            return self.written(chamber)  # 中总
        section = at(self.reading.segments.sections, start)
        told = (m for m in chamber.mentions if not section or section.start <= m.start < section.end)
        forms = Counter(tidy(self.clean[m.start : m.end]) for m in told)
        if (whole := self.written(chamber)).endswith(words):
            return whole  # 市服装商会
        longest = max([words, *(name for name in forms if name.endswith(words[-2:]))], key=len)
        usual = forms[words] - forms[longest] >= OFTENER and names().places.at(fold(words), 0)
        return words if usual else longest

    def body(self, start: int, words: str) -> Name | None:
        """The body that 该会, 本会 or 商会 at `start` means, None where that is open."""
        m = BODY.fullmatch(words)
        if not m:
            return None
        if m["addressed"]:
            return self.addressee(start)
        before = self._bodies_before(start)
        if m["own"] and (own := self._signed(start) or self._publisher(start)):
            return own
        fits = [b for b in before if m["head"] in ("会", "会方") or fold(b.name).endswith(m["head"])]
        # 同乡会 may be a 同乡总会, 商会 a 总会 or a 联谊会
        fits = fits or [b for b in before if fold(b.name).replace("总会", "会").endswith(m["head"])]
        fits = fits or [b for b in before if b.chamber]
        paragraph = at(self.reading.segments.paragraphs, start)
        here = [b for b in fits if paragraph and b.start >= paragraph.start]
        return _meant(here) if here else _meant(fits) or self._titled(start, fits)

    def _titled(self, start: int, bodies: list[Named]) -> Name | None:
        """The only one of the bodies that the title of the article names."""
        section = at(self.reading.segments.sections, start)
        title = (section.title if section else self.reading.segments.title) or ""
        return _meant(b for b in bodies if b.name in title)

    def _publisher(self, start: int) -> Name | None:
        """The body whose name opens the article, else the whole paper, which says 本会 of itself outside of what it quotes."""
        section = at(self.reading.segments.sections, start)
        since = section.start if section else 0
        if "“" in self.folded[max(since, start - QUOTED) : start]:
            return None
        heads = [b for b in self._bodies if b.leads and b.start < start]
        opens = (b for begin in (since, 0) for b in heads if not self.folded[begin : b.start].strip())
        return next(((b.name, b.chamber) for b in opens), None)

    def leading(self, start: int) -> Name | None:
        """The body that last opens a clause of the sentence in which `start` stands: 某会馆主席宣布该会捐出三万元."""
        sentence = at(self.reading.segments.sentences, start)
        here = [b for b in self._bodies_before(start) if sentence and b.start >= sentence.start]
        opens = {begin for begin, _ in self._clause_openers(sentence.start, start)} if here else set()
        opens |= {b.start for b in here if self.folded.endswith(("感谢", "感激", "称赞"), 0, b.start)}
        return next(((b.name, b.chamber) for b in reversed(here) if b.start in opens), None)

    def here(self, start: int) -> Name | None:
        """The one body of which the paragraph has told before `start`."""
        paragraph = at(self.reading.segments.paragraphs, start)
        return _meant(b for b in self._bodies_before(start) if paragraph and b.start >= paragraph.start)

    def known_before(self, start: int) -> bool:
        """Whether a body is named before `start` in its article."""
        return bool(self._bodies_before(start))

    def short(self, start: int, words: str) -> Name | None:
        """The body for which 德浙联 stands: the only one of its article with those characters in that order."""
        if not SHORT.fullmatch(words):
            return None
        section = at(self.reading.segments.sections, start)
        first = bisect_left(self._bodies, section.start if section else 0, key=lambda b: b.start)
        last = bisect_left(self._bodies, section.end if section else len(self.folded), key=lambda b: b.start)
        told = self._bodies[first : min(last, first + REMEMBERED)]
        return _whole(words, told)

    def firm(self, start: int, words: str) -> Name | None:
        """The company that 该公司 at `start` means: the last that opens a clause of its sentence, else the only one
        that opens one of the paragraph before, alone or before its officer."""
        noun = words[-1] if words[-1] in f"行厂{HOUSES}" else ""
        sentence = at(self.reading.segments.sentences, start)
        paragraph = at(self.reading.segments.paragraphs, start)
        near = [n for _, n in self._clause_openers(sentence.start if sentence else start, start)]
        firms = [firm for n in near if (firm := firm_of(n, noun))]
        if firms:
            return firms[-1], None
        told = self._clause_openers(paragraph.start if paragraph else start, start)
        before = {firm for _, n in told if (firm := firm_of(n, noun))}
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
            letter = _LETTER_TO.fullmatch(self.folded, p.start, p.end)
            m = m if m and (m["to"] or self.folded[p.start : p.end].rstrip()[-1] in ":：") else letter
            inside = {id(e): e for _, e in self._chambers_in(p)} if m else {}
            if len(inside) == 1:
                (chamber,) = inside.values()
                return self.written(chamber), chamber
            if m and (inside or _BODY_NAME.search(m["names"])):
                return tidy(self.clean[slice(*m.span("names"))]), None
        return None

    def _signed(self, start: int) -> Name | None:
        """The body that signs the letter or notice in which `start` stands."""
        section = at(self.reading.segments.sections, start)
        end = section.end if section else len(self.folded)
        i = bisect_left(self._signatures, start, key=lambda s: s[0])
        place, name = self._signatures[i] if i < len(self._signatures) else (end, None)
        return name if place < end else None

    @cached_property
    def _signatures(self) -> list[tuple[int, Name]]:
        """The bodies that stand alone on their line, or before 谨启, and where the line starts."""
        found = ((p.start, self._signature(p)) for p in self.reading.segments.paragraphs)
        return [(start, name) for start, name in found if name]

    def _signature(self, line: Span) -> Name | None:
        if line.end - line.start > SIGNATURE:
            return None
        if m := _SIGNS.fullmatch(self.folded, line.start, line.end):
            chamber = self.chambers.at(*m.span("who"))
            return self.written(chamber) if chamber else tidy(self.clean[slice(*m.span("who"))]), chamber
        inside = self._chambers_in(line)
        if len(inside) != 1:
            return None
        ((span, chamber),) = inside
        alone = not self.folded[line.start : span.start].strip()
        signed = alone and _SIGNED.fullmatch(self.view.text, span.end, line.end)
        return (self.written(chamber), chamber) if signed else None

    def _chambers_in(self, span: Span) -> list[tuple[Span, ChamberEntity]]:
        places = self.chambers.places
        first = bisect_left(places, span.start, key=lambda p: p[0].start)
        last = bisect_left(places, span.end, key=lambda p: p[0].start)
        return [(s, e) for s, e in places[first:last] if s.end <= span.end]

    def _bodies_before(self, start: int) -> list[Named]:
        """The bodies named before `start` in its article."""
        section = at(self.reading.segments.sections, start)
        first = bisect_left(self._bodies, section.start if section else 0, key=lambda b: b.start)
        last = bisect_left(self._bodies, start, key=lambda b: b.start)
        return self._bodies[max(first, last - REMEMBERED) : last]

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
        for m in _BODIES.finditer(self.view.text):
            if is_credible(self.view.text, *m.span()):
                name = tidy(self.clean[m.start() : m.end()])
                out.setdefault(m.start(), Named(m.start(), name, None, False))
        for start, name in self._openers:
            known = out.get(start)
            if (not known or not known.chamber) and _is_body(fold(name)):
                out[start] = Named(start, name, None, True)
            elif known:
                out[start] = replace(known, leads=True)
        named_so = [b for _, b in sorted(out.items()) if not _NO_NAME.fullmatch(fold(b.name))]
        known = [b for b in named_so if b.chamber][:REMEMBERED]
        wholes = {b.name: _whole(fold(b.name), known) for b in named_so if not b.chamber}
        return [
            replace(b, name=whole[0], chamber=whole[1]) if (whole := wholes.get(b.name)) else b
            for b in named_so
        ]

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


def _is_body(name: str) -> bool:
    return _BODY_NAME.search(name) is not None and not _PART.search(name)


_JOINED = re.compile(r"[与和及暨、]|[联会偕]同|携手")
_COMMA = re.compile(r"[，,：:；。！？!?\n]")


def _whole(short: str, bodies: list[Named]) -> Name | None:
    """The one of the bodies that a short form stands for: 德国浙江商会联合会 for 德浙联, 休斯敦台湾商会 for 台商会."""
    fits = [b for b in bodies if SHORT.fullmatch(short) and abbreviates(short, fold(b.name))]
    return _only(b for b in fits if fold(b.name)[0] == short[0]) or _only(b for b in fits if b.chamber)


def _only(bodies: Iterable[Named]) -> Name | None:
    distinct = {b.chamber or b.name: b for b in bodies}
    return next(((b.name, b.chamber) for b in distinct.values()), None) if len(distinct) == 1 else None


def _meant(bodies: Iterable[Named]) -> Name | None:
    """The only body, else the only one that opens a sentence, else the only chamber: 到访红十字会 leaves no doubt."""
    distinct = {b.chamber or b.name: b for b in bodies}
    leading = {b.chamber or b.name: b for b in bodies if b.leads}
    known = {k: b for k, b in distinct.items() if b.chamber}
    for found in (distinct, leading, known):
        if len(found) == 1:
            (body,) = found.values()
            return body.name, body.chamber
    return None
