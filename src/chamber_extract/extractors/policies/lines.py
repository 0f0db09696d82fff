"""Lines of lists: the tokens of a line that tells of a policy and of nothing else, in any order and layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chamber_extract.extractors.policies import parts
from chamber_extract.extractors.policies.acts import IN_FORCE
from chamber_extract.extractors.policies.behind import act_filling
from chamber_extract.extractors.policies.marks import SUBJECT
from chamber_extract.extractors.policies.names import TOLD
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.segment import Span


@dataclass(slots=True)
class Line:
    """The tokens of a line: its titles with whether 《》 stand around them, and what stands beside them."""

    start: int
    end: int
    titles: list[tuple[Span, bool]] = field(default_factory=list)
    numbers: list[Mention] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    days: list[Span] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[bool, bool, bool, bool]:
        """Which of titles, numbers, bodies and days it has."""
        return bool(self.titles), bool(self.numbers), bool(self.bodies), bool(self.days)

    def title_of(self, folded: str) -> str:
        """The words of its title, none where it has none."""
        return folded[self.titles[0][0].start : self.titles[0][0].end] if self.titles else ""


def read(folded: str, start: int, end: int, numbers: Sequence[Mention]) -> Line | None:
    """The tokens of the line, which may hold a line feed; None where it says something else, or nothing.

    Days of publication by a site (发布日期) and of coming into force are no days of issue.
    """
    if folded.find("。", start, end - 1) >= 0:
        return None  # sentences, as most lines are
    line = _Reader(folded, start, end).read(numbers)
    if line is None or len(line.titles) > 1 or not any(line.kinds):
        return None
    if folded[start:end].rstrip().endswith(":") and not line.titles:
        return None  # whom a letter is to
    alone = line.kinds == (True, False, False, False)
    return None if alone and parts.CATALOGUE.search(line.title_of(folded)) else line


class _Reader:
    """A line of which more and more is known."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.folded, self.start = folded, start
        self.words = folded[start:end].rstrip("。.; ")
        self.line = Line(start, end)
        self.listed = parts.LISTED.match(self.words) is not None
        self.acted: list[Span] = []  # days told in acts, and of them in those that make public
        self.published: list[Span] = []

    def read(self, numbers: Sequence[Mention]) -> Line | None:
        """Numbers, marks, labels, days and brackets in turn; what is left must be bodies and a title."""
        end = self.line.end
        for n in sorted(
            (n for n in numbers if self.start <= n.start and n.end <= end), key=lambda n: n.start - n.end
        ):
            a, b = n.start - self.start, n.end - self.start
            if parts.TOKEN not in (self.words[a], self.words[b - 1 : b]):  # not inside a longer one
                self.line.numbers.append(n)
                self._know(a, b)
        self._know(0, parts.MARK.match(self.words).end())  # type: ignore[union-attr]
        for m in parts.ASIDES.finditer(self.words):
            self._know(*m.span())
        if parts.TWO.search(self.words):
            return None
        self._read_days(self._read_labels())
        for m in parts.BRACKET.finditer(self.words):
            a, b = m.start() + 1, m.end() - 1
            inner = self.words[a:b]
            if not inner.strip() or (not parts.VERSION.fullmatch(inner) and self._are_parts(a, b)):
                self._know(a - 1, b + 1)
        if not self._read_rest():
            return None
        self.line.days = self.line.days or self.published or self.acted
        return self.line

    def _know(self, a: int, b: int) -> None:
        self.words = f"{self.words[:a]}{parts.TOKEN * (b - a)}{self.words[b:]}"

    def _read_labels(self) -> bool:
        """Whether the labels of the line tell of another day than that of issue."""
        other = False
        for m in parts.BARE_LABEL.finditer(self.words):
            self._know(*m.span())
        for m in parts.LABELLED.finditer(self.words):
            label = re.sub(r"\s", "", m["label"])
            if parts.OF_LIST.search(label):
                other = other or parts.OF_OTHER_DAY.search(label) is not None
                self._know(*m.span())
        return other

    def _read_days(self, other: bool) -> None:
        for m in parts.DAY.finditer(self.words):
            if not (m["force"] or other):
                self.line.days.append(Span(self.start + m.start("day"), self.start + m.end("day")))
            self._know(*m.span())

    def _are_parts(self, a: int, b: int) -> bool:
        """Whether what brackets hold are parts of an entry but its title, which are taken down."""
        found: list[tuple[tuple[Body, ...], list[Span]]] = []
        for x, y in _pieces(self.words, a, b):
            part = self._part(x, y)
            if part is None and not self._is_note(x, y, a, b):
                return False
            found.append(part or ((), []))
        for part in found:
            self._take_part(*part)
        return True

    def _is_note(self, x: int, y: int, a: int, b: int) -> bool:
        """Whether a clause by itself in brackets `a:b` tells something else beside the number of an entry."""
        apart = self.words[x - 1] in "(，,;" and self.words[y] in ")，,;"
        return apart and self.listed and any(a <= n.start - self.start < b for n in self.line.numbers)

    def _part(self, x: int, y: int) -> tuple[tuple[Body, ...], list[Span]] | None:
        """The bodies and days of words that are bodies, an act of issuing, or say nothing; None where they are not."""
        word = self.words[x:y]
        if parts.SAYS_NOTHING.fullmatch(word.strip("()")) or issuers.is_abroad(word):
            return (), []
        if bodies := self._bodies(x, y):
            return bodies, []
        start, end = self.start + x, self.start + y
        of_next = self.words[y : y + 1] in ("《", parts.TOKEN)  # of the title or number behind it
        act = None if of_next or parts.TOKEN in word else act_filling(self.folded, start, end)
        if act is None:
            return None
        days = [
            Span(*m.span())
            for m in parts.ON_DAY.finditer(self.folded, start, end)
            if act.gives_day(self.folded) and not IN_FORCE.match(self.folded, m.end())
        ]
        if days and act.publishes:
            self.published += days
        return act.bodies, days

    def _take_part(self, bodies: tuple[Body, ...], days: list[Span]) -> None:
        self.line.bodies += bodies
        self.acted += days

    def _read_rest(self) -> bool:
        """Whether what is left are bodies, acts, titles and words that say nothing; an entry with its mark ends
        where its parts do."""
        whole = parts.WHOLE.sub(lambda m: ("\x02" if m[0][0] == "《" else "\x01") * len(m[0]), self.words)
        pieces = list(_pieces(whole, 0, len(whole)))
        while pieces:
            x, y = pieces.pop(0)
            word = self.words[x:y]
            if marked := parts.MARKED.fullmatch(word):
                self._take(x + 1, x + marked.end("title"), marked=True)
            elif (part := self._part(x, y)) is not None:
                self._take_part(*part)
            elif not self._take_title(x, y, pieces):
                return self._end_at(x)
        return True

    def _take_title(self, x: int, y: int, pieces: list[tuple[int, int]]) -> bool:
        """Whether the words from `x` are a title without marks, with what spaces part from it."""
        word = self.words[x:y]
        while not instrument(word) and pieces and self.words[y : pieces[0][0]] in parts.SPACE:
            _, y = pieces.pop(0)
            word = self.words[x:y]
        title = parts.ASIDE.sub("", word.strip())
        x += word.index(title)
        y = x + len(title)
        if parts.TOKEN in title or not _is_title(self.folded, self.start + x, self.start + y, self.listed):
            return False
        self._take(x, y, marked=False)
        return True

    def _end_at(self, x: int) -> bool:
        """Whether an entry with a list's mark has its title and more before `x`, where a note begins: there it ends."""
        while x and self.words[x - 1] not in parts.CLAUSE_END:
            x -= 1  # 商务部公告2018年第16号同时废止, 市国资委:8850 2217
        line, end = self.line, self.start + x
        line.titles = [t for t in line.titles if t[0].end <= end]
        line.numbers = [n for n in line.numbers if n.end <= end]
        line.bodies = [body for body in line.bodies if body.end <= end]
        line.days, self.acted, self.published = (
            [d for d in days if d.end <= end] for days in (line.days, self.acted, self.published)
        )
        line.end = end
        return self.listed and bool(line.titles) and (any(line.kinds[1:]) or bool(self.acted))

    def _bodies(self, a: int, b: int) -> tuple[Body, ...]:
        """The bodies of which the words consist, an act of issuing behind them or not."""
        a, b = self.start + a + (self.words[a] == "由"), self.start + b
        act = parts.BODIES.fullmatch(self.folded, a, b)
        for stop in dict.fromkeys((b, act.end("who") if act else b)):
            found = issuers.ending_at(self.folded, stop, a)
            if found and found[0].start == a:
                return found
        abroad = any(n.value.number.series == "章" for n in self.line.numbers)
        return (Body(a, b, "state"),) if abroad and parts.ORGAN.fullmatch(self.folded, a, b) else ()

    def _take(self, a: int, b: int, *, marked: bool) -> None:
        """Take a title down, with the bodies before it that share its 关于: 财政部 | 税务总局关于…的公告."""
        start, end = self.start + a, self.start + b
        about = self.folded.find("关于", start, end)
        if not marked and about > start and issuers.ending_at(self.folded, about, start):
            bodies = self.line.bodies
            while bodies and self.folded[bodies[-1].end : start] in (" ", "\u3000", "、"):
                start = bodies.pop().start
        self.line.titles.append((Span(start, end), marked))


def _pieces(words: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """The words between what parts cells."""
    for gap in (*parts.GAP.finditer(words, a, b), None):
        stop = gap.start() if gap else b
        if words[a:stop].strip("() \n"):
            yield a, stop
        a = gap.end() if gap else b


def _is_title(folded: str, start: int, end: int, listed: bool) -> bool:
    """Whether words without marks are a title: an instrument, of which nothing is told; behind a list's mark a comma
    may end it."""
    title = folded[start:end].replace("\n", "")
    word = instrument(title)
    if not parts.TITLE.fullmatch(title) or word is None or word.standing == "other" or TOLD.search(title):
        return False
    if len(title) < parts.SHORTEST.get(word.kind, 5):
        return False
    if title.count("(") != title.count(")") or title.endswith("》"):
        return False
    subject = SUBJECT.search(title)
    if subject is None:
        around = {folded[start - 1 : start], folded[end : end + 1]}
        return "《" not in title and not (around - {"，"} if listed else around) & set(",，。")
    about = folded.index(subject[0], start)
    if about == start:
        return True
    bodies = issuers.ending_at(folded, about, start)
    return bool(bodies) and bodies[0].start == start and bodies[0].standing != "private"
