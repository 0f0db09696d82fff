"""A sentence and what is known around it, and what one clause hands on to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.gifts import context, mood
from chamber_extract.relate.gifts.clauses import Act, Clause, clauses
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.wording import Party, is_body
from chamber_extract.relate.gifts.view import CHAMBER, View
from chamber_extract.segment import Span, at

SLACK = 30  # characters by which a title in the text may be longer than its clean form: outlet, spaces
AFTER = 60  # and after it: 这已是该会第三批捐赠
NEAR = 200  # characters of text before a paragraph that still tell what it is about


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence, its clauses and figures, and what its neighbourhood is about.

    `giving` is true where the sentence speaks of giving or of what calls for it, `generous` where
    it surely does, `generous_near` where title or paragraph do. `headed` is the one chamber that
    the title of the article, or else its first sentence, names.
    """

    view: View
    text: str
    folded: str
    paragraph: Span
    sentence: Span
    following: Span | None
    clauses: list[Clause]
    figures: list[Mention]
    heading: bool
    headed: Party | None
    giving: bool
    generous: bool
    generous_near: bool

    @property
    def words(self) -> str:
        return self.folded[self.sentence.start : self.sentence.end]

    @property
    def starts_anew(self) -> bool:
        """Whether the text before the sentence was brought to an end by a full stop."""
        return self._stop in tuple("。！？!?；;")

    @property
    def follows_semicolon(self) -> bool:
        return self._stop in ("；", ";")

    @property
    def _stop(self) -> str:
        """The last character before the sentence that is no blank."""
        before = self.folded[max(0, self.sentence.start - 64) : self.sentence.start]
        return before.rstrip(" \t\n\u3000")[-1:]


@dataclass(slots=True)
class State:
    """What one clause hands on to the next: the topic, and the verb whose figures are being counted."""

    topic: Party | None = None
    speaker: Party | None = None  # 会长透露，…，他本人认捐
    body: Party | None = None  # the chamber last spoken of, by its name or its officers
    donor: Party | None = None
    recipient: Party | None = None
    act: Act | None = None
    cumulative: bool = False
    gathered: bool = False
    each: bool = False
    to_each: bool = False  # 计捐义诊中心10万元，中学奖学金5万元: what follows are receivers
    respectively: bool = False
    listing: bool = False  # 捐款情况如下：甲公司10万元，乙公司5万元
    itemized: bool = False  # 商会移交：毛毯1500条；床垫600张, line by line
    currency: str | None = None  # of the money last named in the sentence
    named: str | None = None  # the same, where the money before was 菲币250万元 and not 250万元
    noun: tuple[int, int] | None = None  # 捐赠了学习用品，价值8万元
    group: list[Draft] = field(default_factory=list)
    given: Draft | None = None  # the last one
    several: bool = False  # its paragraph told of gifts of others as well

    def turn_to(self, text: str, found: Party, speaks: bool = False) -> None:
        """What follows is about `found`, or only told by it where it `speaks`."""
        if speaks:
            self.speaker = found
        else:
            self.topic = found
        if run := _CHAMBER_RUN.match(text, found.start):
            self.body = Party(*run.span())
        elif is_body(text, found):
            self.body = found

    def govern(self, act: Act, donor: Party | None, recipient: Party | None, cumulative: bool) -> None:
        """A verb takes over what follows."""
        self.act, self.donor, self.recipient, self.cumulative = act, donor, recipient, cumulative
        self.gathered = self.each = self.to_each = self.respectively = self.listing = self.itemized = False
        self.group, self.noun = [], None

    def list_givers(self, start: int) -> None:
        """What follows names givers, each before what it gave."""
        self.govern(Act(start, start, "", "donate", True), None, None, False)
        self.listing = True

    def release(self) -> None:
        """No verb governs what follows."""
        self.act, self.group, self.itemized = None, [], False


def settings(
    reading: Reading, view: View, about: Sequence[Span], paragraph: Span, figures: list[Mention]
) -> list[Setting]:
    """The sentences of a paragraph in their setting; `about` are the articles about giving."""
    folded = reading.text.folded
    section = at(reading.segments.sections, paragraph.start)
    title = (section.title if section else reading.segments.title) or ""
    heading = at(reading.segments.headings, paragraph.start) is not None
    near = title + folded[max(0, paragraph.start - NEAR) : paragraph.end + AFTER]
    generous_near = at(about, paragraph.start) is not None or context.GENEROUS.search(near) is not None
    laid_down = mood.lays_down(title) and folded[paragraph.end - 1] in "。；？"
    headed = _heading_chamber(view.text, folded, section.start if section else 0, len(title) + SLACK)
    sentences = reading.segments.sentences
    first = bisect_left(sentences, paragraph.start, key=lambda s: s.start)
    last = bisect_left(sentences, paragraph.end, key=lambda s: s.start)
    end = section.end if section else len(folded)
    out = []
    for i in range(first, last):
        span = sentences[i]
        words = folded[span.start : span.end]
        a = bisect_left(figures, span.start, key=lambda m: m.start)
        b = bisect_left(figures, span.end, key=lambda m: m.start)
        out.append(
            Setting(
                view=view,
                text=view.text,
                folded=folded,
                paragraph=paragraph,
                sentence=span,
                following=sentences[i + 1]
                if i + 1 < len(sentences) and sentences[i + 1].start < end
                else None,
                clauses=clauses(view, span.start, span.end, spaces=heading, laid_down=laid_down),
                figures=figures[a:b],
                heading=heading,
                headed=headed,
                giving=context.GIVING.search(words) is not None,
                generous=context.GENEROUS.search(words) is not None,
                generous_near=generous_near,
            )
        )
    return out


def about_giving(reading: Reading) -> list[Span]:
    """The articles that are about giving, or the document that is one."""
    folded = reading.text.folded
    articles = [Span(s.start, s.end) for s in reading.segments.sections] or [Span(0, len(folded))]
    return [a for a in articles if len(_GAVE.findall(folded, a.start, a.end)) * OFTEN >= a.end - a.start]


_GAVE = re.compile("捐[赠款助献出给资建物了]|善款|义款|赈[灾济]|义[卖演]|赠[送与予]|援助|[筹募][得款捐]")
OFTEN = 300  # characters with one such word, where an article is about giving


@lru_cache(8)  # asked for each paragraph of an article
def _heading_chamber(text: str, folded: str, start: int, length: int) -> Party | None:
    """The one chamber named at the head of an article: by its title, else by its first sentence.

    Where the first sentence has a longer name for it than the title, that one.
    """
    stop = folded.find("。", start + length, start + length + LEAD)
    runs = [m for m in _CHAMBER_RUN.finditer(text, start, max(start + length, stop)) if not _cut(text, m)]
    if any(_receives(folded, m) for m in runs if m.start() < start + length - SLACK):
        return None
    titled = _sole(folded, [m for m in runs if m.start() < start + length - SLACK])
    slack = [m for m in runs if m.end() <= start + length]
    opens = named(text, start, start + length - SLACK)
    if opens and is_body(text, opens) and text[opens.start] != CHAMBER:
        return opens
    if titled is None:
        return (
            _sole(folded, slack or runs)
            if not any(m.start() < start + length - SLACK for m in runs)
            else None
        )
    lead = _sole(folded, [m for m in runs if m.start() > titled.end])
    return lead if lead and _shortened(folded, titled, lead) else titled


def _sole(folded: str, runs: list[re.Match[str]]) -> Party | None:
    """The only chamber of the runs, where it is named first; 商会 after its name is no other."""
    names: dict[str, Party] = {}
    for m in runs:
        name = folded[m.start() : m.end()]
        if not any(known.endswith(name) for known in names):
            names[name] = Party(*m.span())
    return next(iter(names.values())) if len(names) == 1 else None


def _shortened(folded: str, short: Party, full: Party) -> bool:
    """Whether the shorter name may be a short form of the other: 沪上皖南商会 of 上海市皖南商会."""
    a, b = folded[short.start : short.end], folded[full.start : full.end]
    return len(a) < len(b) and a[-1] == b[-1] and bool(set(a) & set(b) - _HEADS)


_TO = re.compile(r"(?:向|给|予|赠|赠送|援助|支援|慰问)$")
_GETS = re.compile(r"[^，。\s]{0,4}?(?:收到|获赠|获捐|喜获|接收|接受|获得|受赠|收获)")


def _receives(folded: str, run: re.Match[str]) -> bool:
    """Whether the title names a chamber as one to whom something is given."""
    to = _TO.search(folded, max(0, run.start() - 2), run.start())
    return to is not None or _GETS.match(folded, run.end()) is not None


_HEADS = frozenset("商会协总联合谊工业")
LEAD = 240  # characters of a first sentence
_CHAMBER_RUN = re.compile(f"{CHAMBER}+")


def _cut(text: str, run: re.Match[str]) -> bool:
    return text[run.end() : run.end() + 1] == CHAMBER
