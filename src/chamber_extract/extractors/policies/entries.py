"""Entries of lists: lines that hold nothing but one policy's title, number, issuers and day, in any order and layout.

A line is read as its tokens: document numbers, days, bodies, marks of a list and a title. Words that are none of
these make it prose. Lines without a title go with the title above or below, the same way all through the list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.issue import issue_of
from chamber_extract.extractors.policies.lines import Line, read
from chamber_extract.extractors.policies.names import OTHER_DAY, TITLE_LABEL, names
from chamber_extract.extractors.policies.parts import LISTED, MARK
from chamber_extract.extractors.policies.titles import ENOUGH, Surroundings, weigh
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.segment import Span
from chamber_extract.text import Text

_LONGEST = 300  # characters of a line
_WORDS = re.compile(r"[^。:，；！？【】]{8,80}")  # a line that may be a title
_LABEL = re.compile(TITLE_LABEL)
_SENTENCE = re.compile("[。;]")
_PASSED_ON = re.compile("转发|批转")
_IN_FORCE_COLUMN = re.compile(OTHER_DAY)
_ISSUE_COLUMN = re.compile(
    "(?:发布|印发|公布|颁布|成文|发文|签发)(?:日期|时间)|(?:^|\\s)(?:日期|时间)(?:\\s|$)"
)


@dataclass(slots=True)
class Entry:
    """One policy of a list. `title` is its span without marks, `marked` whether 《》 stand around it; `day` is that of
    issue. `numbered` says whether entries beside it have numbers, `enough` whether its words are an organ's act."""

    start: int
    end: int
    title: Span
    marked: bool
    numbers: list[Mention] = field(default_factory=list)
    bodies: tuple[Body, ...] = ()
    day: Span | None = None
    numbered: bool = False
    enough: bool = False

    @property
    def kinds(self) -> tuple[bool, bool, bool]:
        """Which tokens it has beside its title: number, bodies, day."""
        return bool(self.numbers), bool(self.bodies), self.day is not None


def entries(folded: str, paragraphs: Sequence[Span], numbers: Sequence[Mention]) -> list[Entry]:
    """The entries of all lists, in order."""
    found: list[Entry] = []
    in_force = False
    runs = [*_runs(_Lines(folded, paragraphs, numbers))]
    for above, run, below in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        if isinstance(run, Span):
            head = folded[run.start : run.end]
            in_force = bool(_IN_FORCE_COLUMN.search(head)) and not _ISSUE_COLUMN.search(head)
            continue
        around = [
            isinstance(s, Span) and bool(_WORDS.fullmatch(folded, s.start, s.end)) for s in (above, below)
        ]
        of_run = [e for lines in _parted(run, *around) if (e := _entry(lines, in_force))]
        for e in of_run:
            e.numbered = any(other.numbers for other in of_run)
        found += of_run
    alike = Counter(e.kinds for e in found)
    for e in found:
        e.enough = _told_enough(folded, e, alike[e.kinds])
    return found


def _told_enough(folded: str, entry: Entry, alike: int) -> bool:
    """Whether an organ's act is meant: by its number, by a label, by its issuer and day, as a law by its day, else by
    what stands beside it in the list."""
    if entry.numbers or entry.marked or _LABEL.search(folded, entry.start, entry.title.start):
        return True
    word = instrument(folded[entry.title.start : entry.title.end])
    if word and word.kind == "law" and entry.day:
        return True
    if not entry.bodies:
        return entry.numbered
    return entry.day is not None or alike > 1 or entry.numbered


def _runs(lines: _Lines) -> Iterator[list[Line] | Span]:
    """Runs of lines that are tokens alone; between them the spans of the others."""
    run: list[Line] = []
    i = 0
    while i < len(lines.spans):
        found = lines.at(i)
        if found:
            run += found
        else:
            if run:
                yield run
            run = []
            yield lines.spans[i]
        i += 2 if found and len(found) == 1 and found[0].end > lines.spans[i].end else 1
    if run:
        yield run


class _Lines:
    """The lines of a text and the numbers in them."""

    def __init__(self, folded: str, spans: Sequence[Span], numbers: Sequence[Mention]) -> None:
        self.folded = folded
        self.numbers = sorted(numbers, key=lambda n: n.start)
        self._starts = [n.start for n in self.numbers]
        self.spans = _joined(spans, [n for n in self.numbers if "\n" in folded[n.start : n.end]])

    def at(self, i: int) -> list[Line]:
        """The line as one, as several parted by semicolons, by its first sentence, or with the next where its title goes
        on there; none where it says something else."""
        line = self.spans[i]
        whole = self._read(line.start, line.end)
        return [whole] if whole else self._several(line) or self._first_sentence(line) or self._with_next(i)

    def _read(self, start: int, end: int) -> Line | None:
        if end - start > _LONGEST:
            return None
        a, b = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return read(self.folded, start, end, self.numbers[a:b])

    def _several(self, line: Span) -> list[Line]:
        cuts = [m.end() for m in re.finditer(";(?=.)", self.folded[line.start : line.end])]
        if not cuts:
            return []
        stops = [line.start, *(line.start + cut for cut in cuts), line.end]
        parts = [self._read(a, b) for a, b in pairwise(stops)]
        return [p for p in parts if p] if all(p and p.titles for p in parts) else []

    def _first_sentence(self, line: Span) -> list[Line]:
        """The entry that the first sentence of an item is, which says more than its title; notes follow."""
        stop = _SENTENCE.search(self.folded, line.start, line.end)
        if stop is None or not LISTED.match(self.folded, line.start, stop.start()):
            return []
        head = self._read(line.start, stop.start())
        return [head] if head and head.titles and any(head.kinds[1:]) else []

    def _with_next(self, i: int) -> list[Line]:
        if i + 1 == len(self.spans):
            return []
        line, below = self.spans[i], self.spans[i + 1]
        words = self.folded[line.start : line.end]
        begins = MARK.match(words).end() > 0 or "关于" in words  # type: ignore[union-attr]
        another = MARK.match(self.folded, below.start).end() > below.start or (  # type: ignore[union-attr]
            self.folded.startswith("关于", below.start) and not _PASSED_ON.search(words)
        )
        both = self._read(line.start, below.end) if begins and not another else None
        title = both.title_of(self.folded) if both else ""
        whole = both is not None and both.end == below.end
        return [both] if both and whole and "\n" in title and "\n《" not in title else []


def _joined(spans: Sequence[Span], numbers: Sequence[Mention]) -> list[Span]:
    """The lines, those over which a letterhead's number is spread as one."""
    joined: list[Span] = []
    starts = [n.start for n in numbers]
    for span in spans:
        i = bisect_left(starts, joined[-1].end) - 1 if joined else -1
        if i >= 0 and span.start < numbers[i].end:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _parted(run: list[Line], above: bool, below: bool) -> Iterator[list[Line]]:
    """The lines of each entry: from title to title, up to each title, or as the first one's lines stand around it."""
    titled = [i for i, line in enumerate(run) if line.titles]
    if not titled:
        return
    first, last = titled[0], titled[-1]
    if first == 0:
        cuts = titled
    elif last == len(run) - 1:
        cuts = [0, *(i + 1 for i in titled[:-1])]
    else:
        before = {line.kinds for line in run[:first]}
        cuts = [_head(run, i, before) for i in titled]
        if any(k[1] for k in before) and any(line.numbers for line in run[last + 1 :]):
            # From number to number: whose the title is shows where the line above or below may be a title.
            if above == below:
                cuts = [*range(len(run))]
            else:
                cuts = titled if above else [i for i, line in enumerate(run) if line.numbers]
    behind = {line.kinds for line in run[first + 1 : last] if not line.titles}
    stop = len(run)
    whole = len(titled) == 1 and any(line.numbers for line in run[last + 1 :])
    while not whole and stop - 1 > last and run[stop - 1].kinds not in behind:
        stop -= 1  # who signs under the list
    if len(titled) == 1:
        while run[cuts[0]].kinds == (False, False, False, True):
            cuts[0] += 1  # the day of the page
    for a, b in zip(cuts, [*cuts[1:], stop], strict=True):
        if a < b:
            yield run[a:b]


def _head(run: list[Line], title: int, before: set[tuple[bool, ...]]) -> int:
    """Where the lines before a title begin that are its own, of the kinds that stand before the first one."""
    while title and run[title - 1].kinds in before:
        title -= 1
    return title


def _entry(lines: list[Line], in_force: bool) -> Entry | None:
    """The policy of the lines; None where they hold no title or several, an association's name, or days at odds."""
    titles = [t for line in lines for t in line.titles]
    own = next((line for line in lines if line.titles), lines[0])
    numbers = [n for line in lines for n in line.numbers]
    bodies = own.bodies or [b for line in lines for b in line.bodies]
    days = own.days or [d for line in lines for d in line.days]
    if len(titles) != 1:
        return None
    title, marked = titles[0]
    if len(own.days) > 1 or any(b.standing == "private" for b in bodies):
        return None
    day = days[0] if len(days) == 1 and not in_force else None
    return Entry(lines[0].start, lines[-1].end, title, marked, numbers, tuple(bodies), day)


def in_entries(context: Context, listed: Sequence[Entry]) -> Iterator[Mention]:
    """The titles without marks of the entries."""
    for entry in listed:
        start, end = entry.title.start, entry.title.end
        around = Surroundings("", "", numbered=bool(entry.numbers), labelled=not entry.bodies)
        if (
            entry.enough
            and not entry.marked
            and weigh(context.text.folded[start:end], around, entry.bodies) > ENOUGH
        ):
            issue = issue_of(context.text.folded, entry.start, start, end)
            yield titled(context.text, start, end, "entry-title", issue, entry.bodies)


def of_entries(text: Text, found: Iterable[Mention], listed: Sequence[Entry]) -> Iterator[Mention]:
    """The mentions; those inside an entry's title and numbers with what the entry tells of the policy."""
    starts = [entry.start for entry in listed]
    for m in found:
        i = bisect_right(starts, m.start) - 1
        entry = listed[i] if i >= 0 and m.end <= listed[i].end else None
        if entry is None:
            yield m
            continue
        issuing = m.value.issuers or (names(text, entry.bodies) if m.value.title else ())
        told = replace(m.value, issuers=issuing, entry=Span(entry.start, entry.end), day=entry.day)
        yield replace(m, value=told)
