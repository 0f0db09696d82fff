"""Entries of lists: lines that hold nothing but one policy's title, number, issuers and day, in any order and layout.

A line is read as its tokens: document numbers, days, bodies, marks of a list and a title. Words that are none of
these make it prose. Lines without a title go with the title above or below, the same way all through the list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.marks import SUBJECT
from chamber_extract.extractors.policies.names import LIST_MARK, names
from chamber_extract.extractors.policies.titles import ENOUGH, Surroundings, weigh
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.segment import Span
from chamber_extract.text import Text

_LONGEST = 300  # characters of a line
_TITLE = re.compile(r"[^，。;:！？\n\t]{5,90}")
_MARK = re.compile(rf"[ \t\u3000]*(?:附件?:?[ \u3000]*)?(?:\[\d{{1,3}}\]|{LIST_MARK})?")
_PASSED_ON = re.compile("转发|批转")
_TWO = re.compile(r"》[ ]?[、和与及][ ]?\0")  # 《…意见》、商务部公告2023年第27号
_CATALOGUE = re.compile("(?:目录|清单|名单|汇编|一览表?)\\Z")  # heads a list
# 木家具安全规范（DB44/T 2361-2022）: what the brackets add is no part of the title; a version is.
_ASIDE = re.compile(r"\((?![^()]*(?:试行|暂行|修订|修正|草案|征求|版\)|(?:19|20)\d\d[年—-]))[^()]*\)\Z")
_ACT = r"(?:正式|联合|共同|联[合同])*(?:印发|发布|公布|颁布|出台|下发|制定|发文|成文|签发|通过|文|发)"
_SEPARATOR = r"[ \t\u3000|/;,，、。:：—…·‥⋯*\-\x00]"
_D = r"\d{1,2}"
_DAY = re.compile(
    rf"(?:(?<={_SEPARATOR})|(?<=[(于自])|^|(?=[^()]{{8,12}}{_ACT}\)))(?P<day>(?:(?:19|20)\d\d[ ]?[年./-][ ]?)?{_D}[ ]?[月./-][ ]?{_D}[ ]?日?"
    rf"|[〇○零一二三四五六七八九]{{4}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十廿卅]{{1,3}}日)"
    rf"(?P<force>[ ]?(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起施行|起|废止|失效|修订|修正|止))?"
    rf"(?P<act>{_ACT})?(?=[)]|{_SEPARATOR}|$)"
)
# 部门:, 发文日期:, and those that tell of another day.
_LABELLED = re.compile(
    rf"(?:^|(?<={_SEPARATOR})|(?<=[(【]))【?(?P<label>[\u4e00-\u9fff][\u4e00-\u9fff \t\u3000]{{0,6}}[\u4e00-\u9fff])】?[ ]?:"
)
_OTHER_DAY = re.compile("实施|施行|生效|废止|执行|有效|截止|失效|修订|修改|报名|会议")
_OF_LIST = re.compile(
    "文号|字号|编号|日期|时间|单位|部门|机关|机构|标题|名称|题名|文件|政策|颁布|发布|印发|成文|发文|层级|依据|效力|类别"
)
# What is no token and says nothing: an act, a page, a serial, the type of a reference.
_SAYS_NOTHING = re.compile(
    rf"(?:{_ACT})?|由|于|自|\[[A-Z/]{{1,5}}\]|\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|P\d{{1,4}}|\d{{1,4}}页|第\d{{1,4}}页|附件?\d*|全文|原文|链接|有效|现行|现行有效|中央|国家|[省市区县]级?|刊[登载]|第[一二]组公报|[\u4e00-\u9fff]{1, 8}(?:政策|领域|方面|类)"
)
_TOLD = re.compile(
    "(?:出台|印发|发布|下发|公布|颁布|制定|发出)(?:的|了)|^(?:以及|根据|按照|依据|参照|各)|学习|传达|解读|座谈|会议$|各(?:有关)?(?:部门|单位)"
)
_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)|〔(?P<inside2>[^〔〕]*)〕|【(?P<inside3>[^【】]*)】")
_WHOLE = re.compile(r"《[^\n]*?》|“[^”\n]*”|\([^()]*\)")  # what is inside parts no cells
_GAP = re.compile(
    rf"(?=\x02)(?<!\x02)|{_SEPARATOR}+|\[[A-Z/]{{1,5}}\]\.?|(?<=[\u4e00-\u9fff\]])\.[ ]?|[.．]{{2,}}"
)
_IN_FORCE_COLUMN = re.compile("(?:实施|施行|生效|执行|废止|失效)(?:日期|时间)?")
_ISSUE_COLUMN = re.compile(
    "(?:发布|印发|公布|颁布|成文|发文|签发)(?:日期|时间)|(?:^|\\s)(?:日期|时间)(?:\\s|$)"
)


@dataclass(slots=True)
class Entry:
    """One policy of a list. `title` is its span without marks, `marked` whether 《》 stand around it; `day` is that of
    issue; `enough` says whether the words are an organ's act without more."""

    start: int
    end: int
    title: Span
    marked: bool
    numbers: list[Mention] = field(default_factory=list)
    bodies: tuple[Body, ...] = ()
    day: Span | None = None

    @property
    def kinds(self) -> tuple[bool, bool, bool]:
        """Which tokens it has beside its title: number, bodies, day."""
        return bool(self.numbers), bool(self.bodies), self.day is not None


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    titles: list[tuple[Span, bool]] = field(default_factory=list)
    numbers: list[Mention] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    days: list[Span] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[bool, ...]:
        return bool(self.titles), bool(self.numbers), bool(self.bodies), bool(self.days)


def entries(folded: str, lines: Sequence[Span], numbers: Sequence[Mention]) -> list[Entry]:
    """The entries of all lists, in order; those of a title and a day alone only where others of the list say more."""
    found: list[Entry] = []
    in_force = False
    for run in _runs(folded, lines, numbers):
        if isinstance(run, Span):
            head = folded[run.start : run.end]
            in_force = bool(_IN_FORCE_COLUMN.search(head)) and not _ISSUE_COLUMN.search(head)
            continue
        found += [e for lines_of_one in _parted(run) if (e := _entry(lines_of_one, in_force))]
    alike = Counter(e.kinds for e in found)
    numbered = any(e.numbers for e in found)
    return [e for e in found if _told_enough(e, alike[e.kinds], numbered)]


def _told_enough(entry: Entry, alike: int, numbered: bool) -> bool:
    """Whether an organ's act is meant: by its number, by its issuer and day, else by what stands beside it in the list."""
    if entry.numbers or entry.marked:
        return True
    official = bool(entry.bodies) and all(b.standing != "private" for b in entry.bodies)
    if official:
        return entry.day is not None or alike > 1 or numbered
    return numbered and not entry.bodies and entry.day is not None


def _runs(folded: str, lines: Sequence[Span], numbers: Sequence[Mention]) -> Iterator[list[_Line] | Span]:
    """Runs of lines that are tokens alone; between them the spans of the others."""
    run: list[_Line] = []
    i = 0
    while i < len(lines):
        line, span = _read_line(folded, lines, i, numbers)
        i += span
        if line:
            run += line
            continue
        if run:
            yield run
        run = []
        yield lines[i - 1]
    if run:
        yield run


def _read_line(
    folded: str, lines: Sequence[Span], i: int, numbers: Sequence[Mention]
) -> tuple[list[_Line], int]:
    """What the line holds, of several entries each, and how many lines that took: a title may go on below."""
    line = lines[i]
    if line.end - line.start > _LONGEST:
        return _several(folded, line, numbers), 1
    if whole := _tokens(folded, line.start, line.end, numbers):
        return [whole], 1
    if several := _several(folded, line, numbers):
        return several, 1
    if i + 1 < len(lines) and lines[i + 1].end - line.start <= _LONGEST:
        mark, below = (_MARK.match(folded, at.start) for at in lines[i : i + 2])
        begins = mark and (mark.end() > line.start or "关于" in folded[line.start : line.end])
        if folded.startswith("关于", lines[i + 1].start) and not _PASSED_ON.search(
            folded, line.start, line.end
        ):
            begins = None
        if begins and below and below.end() == lines[i + 1].start:
            both = _tokens(folded, line.start, lines[i + 1].end, numbers)
            title = folded[both.titles[0][0].start : both.titles[0][0].end] if both and both.titles else ""
            if both and "\n" in title and "\n《" not in title:
                return [both], 2
    return [], 1


def _several(folded: str, line: Span, numbers: Sequence[Mention]) -> list[_Line]:
    """The entries of a line that parts them by semicolons."""
    stops = [m.end() for m in re.finditer(";", folded[line.start : line.end])]
    if not stops:
        return []
    cuts = [line.start, *(line.start + s for s in stops), line.end]
    parts = [
        _tokens(folded, a, b, numbers)
        for a, b in pairwise(cuts)
        if folded[a:b].strip("。 ")
    ]
    return [p for p in parts if p] if all(p and p.titles for p in parts) and len(parts) > 1 else []


def _tokens(folded: str, start: int, end: int, numbers: Sequence[Mention]) -> _Line | None:
    """The line's tokens; None where it says something else, or nothing."""
    line = _Line(start, end)
    masked = list(folded[start:end].rstrip("。;； "))
    for n in sorted((n for n in numbers if start <= n.start and n.end <= end), key=lambda n: n.start - n.end):
        if masked[n.start - start] == "\0" or masked[n.end - start - 1] == "\0":
            continue  # inside a longer one
        line.numbers.append(n)
        masked[n.start - start : n.end - start] = "\0" * (n.end - n.start)
    lead = _MARK.match(folded, start, end)
    masked[: lead.end() - start] = "\0" * (lead.end() - start)  # type: ignore[union-attr]
    words = "".join(masked)
    if _TWO.search(words):
        return None
    other = False
    for m in _LABELLED.finditer(words):
        if not _OF_LIST.search(re.sub(r"\s", "", m["label"])):
            continue
        other = other or bool(_OTHER_DAY.search(m["label"]) or m["label"].startswith(("发布", "公布")))
        masked[m.start() : m.end()] = "\0" * (m.end() - m.start())
    words = "".join(masked)
    for m in _DAY.finditer(words):
        if not (m["force"] or other):
            line.days.append(Span(start + m.start("day"), start + m.end("day")))
        masked[m.start() : m.end()] = "\0" * (m.end() - m.start())
    words = "".join(masked)
    for m in _BRACKET.finditer(words):
        content = next(g for g in m.groups() if g is not None)
        at = m.start() + 1
        if not content.strip() or _segments(folded, words, start, at, at + len(content), line, probe=True):
            masked[m.start()] = masked[m.end() - 1] = "\0"
    words = "".join(masked)
    if not _segments(folded, words, start, 0, len(words), line, probe=False):
        return None
    if len(line.titles) > 1:
        return None
    if folded[start:end].rstrip().endswith(":") and not line.titles:
        return None  # whom a letter is to
    bare = line.titles and line.kinds == (True, False, False, False)
    if bare and _CATALOGUE.search(folded[line.titles[0][0].start : line.titles[0][0].end]):
        return None
    return line if any(line.kinds) else None


def _segments(folded: str, words: str, start: int, a: int, b: int, line: _Line, *, probe: bool) -> bool:
    """Whether what is left of the words is bodies, words that say nothing and, unless a bracket is probed, a title;
    they are taken down."""
    position = a
    pieces: list[tuple[int, int]] = []
    shielded = (
        _WHOLE.sub(lambda m: ("\x02" if m[0][0] == "《" else "\x01") * len(m[0]), words)
        if not probe
        else words
    )
    for gap in _GAP.finditer(shielded, a, b):
        pieces.append((position, gap.start()))
        position = gap.end()
    pieces.append((position, b))
    pieces = [(x, y) for x, y in pieces if words[x:y].strip("() \n")]
    found: list[Body] = []
    titles: list[tuple[Span, bool]] = []
    i = 0
    while i < len(pieces):
        x, y = pieces[i]
        i += 1
        word = words[x:y]
        if _SAYS_NOTHING.fullmatch(word.strip("()")):
            continue
        if word.startswith("《") and not probe:
            closed = re.match(rf"《[^\n]*》(?={_ACT}$|$)", word)
            if not closed:
                return False
            titles.append((Span(start + x + 1, start + x + closed.end() - 1), True))
            continue
        if bodies := _bodies(folded, start + x, start + y):
            found += bodies
            continue
        while (
            not probe
            and not instrument(word)
            and i < len(pieces)
            and words[y : pieces[i][0]] in (" ", "\u3000", "\n", "、")
        ):
            y = pieces[i][1]
            word, i = words[x:y], i + 1
        title = word.strip()
        x += word.index(title)
        title = _ASIDE.sub("", title)
        if probe or "\0" in title or not _is_title(folded, start + x, start + x + len(title)):
            return False
        titles.append((Span(start + x, start + x + len(title)), False))
    if not probe:
        line.titles += [_with_bodies(folded, t, found) if not marked else (t, marked) for t, marked in titles]
        line.bodies += found
    return True


def _is_title(folded: str, start: int, end: int) -> bool:
    """Whether words without marks are a title: an instrument, of which nothing is told."""
    title = folded[start:end].replace("\n", "")
    if not _TITLE.fullmatch(title) or instrument(title) is None or _TOLD.search(title):
        return False
    if title.count("(") != title.count(")") or title.endswith("》"):
        return False
    subject = SUBJECT.search(title)
    if subject is None:
        around = {folded[start - 1 : start], folded[end : end + 1]}
        return "《" not in title and not around & set(",，。")
    about = folded.index(subject[0], start)
    if about == start:
        return True
    bodies = issuers.ending_at(folded, about, start)
    return bool(bodies) and bodies[0].start == start and bodies[0].standing != "private"


def _with_bodies(folded: str, title: Span, found: list[Body]) -> tuple[Span, bool]:
    """The title with the bodies that it shares with those right before it: 财政部 | 税务总局关于…的公告."""
    about = folded.find("关于", title.start, title.end)
    opens = about > title.start and issuers.ending_at(folded, about, title.start)
    start = title.start
    while opens and found and folded[found[-1].end : start] in (" ", "\u3000", "、"):
        start = found.pop().start
    return Span(start, title.end), False


def _bodies(folded: str, start: int, end: int) -> tuple[Body, ...]:
    """The bodies of which the words consist, an act of issuing behind them or not."""
    act = re.compile(rf"由?(?P<who>.+?)(?:{_ACT})?").fullmatch(folded, start, end)
    for stop in dict.fromkeys((end, act.end("who") if act else end)):
        begin = start + (folded[start] == "由")
        found = issuers.ending_at(folded, stop, begin)
        if found and found[0].start == begin:
            return found
    return ()


def _parted(run: list[_Line]) -> Iterator[list[_Line]]:
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
        if any(k[1] for k in before) and any(line.numbers for line in run[last + 1 :]):
            return  # of a run from number to number nobody says which is the title's
        cuts = [_head(run, i, before) for i in titled]
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


def _head(run: list[_Line], title: int, before: set[tuple[bool, ...]]) -> int:
    """Where the lines before a title begin that are its own, of the kinds that stand before the first one."""
    while title and run[title - 1].kinds in before:
        title -= 1
    return title


def _entry(lines: list[_Line], in_force: bool) -> Entry | None:
    """The policy of the lines; None where they hold no title, several, or nothing beside it."""
    titles = [t for line in lines for t in line.titles]
    own = next((line for line in lines if line.titles), lines[0])
    numbers = [n for line in lines for n in line.numbers]
    bodies = own.bodies or [b for line in lines for b in line.bodies]
    days = own.days or [d for line in lines for d in line.days]
    if len(titles) != 1 or not (numbers or bodies or days):
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
        if not entry.marked and weigh(context.text.folded[start:end], around, entry.bodies) > ENOUGH:
            yield titled(context.text, start, end, entry.bodies, "entry-title")


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
