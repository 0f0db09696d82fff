"""Policies, laws and official documents where they stand: titles and document numbers.

Titles are found in 《》, in other quotation marks, in the form 关于…的通知 without marks, and by name for
laws everyone cites bare (外商投资法); `policy_titles` decides which titles are policies. Numbers are
found by their form. Which number belongs to which title is for `relate.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.extractors.policy_marks import LONGEST_TITLE, runs, titles
from chamber_extract.extractors.policy_names import LABEL, LIST_MARK, PolicyName, names
from chamber_extract.extractors.policy_numbers import numbered
from chamber_extract.extractors.policy_titles import (
    ENOUGH,
    Surroundings,
    issued_after,
    issued_by,
    issued_in_bracket,
    weigh,
)
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument, is_generic, laws
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.models import PolicyKind
from chamber_extract.normalize import document_numbers
from chamber_extract.normalize.document_numbers import DocumentNumber
from chamber_extract.segment import Segments
from chamber_extract.text import Text

_QUOTED = re.compile(r"“([^“”\n]{5,120})”")
# What a title says after its issuers: 关于…的通知, 印发〈…〉.
_SUBJECT = re.compile("关于|印发(?=[《〈])")
# “甲法”第二十条及 before “乙办法”: one enumeration.
_QUOTES_BEFORE = re.compile(r"(?:“[^“”\n]{2,40}”(?:第[\d一二三四五六七八九十百]{1,5}条)?[、及和与暨]{1,2})$")
_PLAIN = re.compile(r"关于")
_PLAIN_END = re.compile(
    r"的(?:紧急|补充|工作|若干|实施|指导|暂行|管理|联合|重要|有关|具体|特别|重大|临时)*"
    r"(?:通知|公告|通告|意见|决定|决议|批复|办法|规定|措施|实施细则|复函|函|指引|行动计划|实施方案|工作方案|方案|条例|命令)"
    r"(?:\((?:试行|暂行)\))?(?=$|[\n(〔《》“”，。、:;！？\s\t]|精神|要求|中|规定|等|[和与及后]|以来|印发|发布|出台|指出|明确|提出|文件|第)"
)
_HEADED = re.compile(r"[^《》“”，。;:！？\n\t]{5,90}")
# 省医保局即将出台的集采细则: words about a document, not its title.
_TOLD = re.compile("(?:出台|印发|发布|下发|公布|颁布|制定)的|^(?:以及|根据|按照|依据|参照)")
_ENACTED = re.compile(
    r"^[ \t]*(?P<title>[\u4e00-\u9fff()]{4,40})\n\s*(?=\((?:19|20)\d\d年\d{1,2}月\d{1,2}日[^()\n]{2,80}(?:通过|公布|发布|修订))",
    re.M,
)
_OWN_RULES = re.compile("(?:商会|协会|联合会|学会)(?:会员|会费|选举|财务|章程)")
_AFTER_NUMBER = re.compile(
    r"[)）】]?[ \t\u3000]*:[ \t\u3000]*(关于[^，。;:！？\n\t《》()]{4,60})(?=[;。，\n(]|$)"
)
_CLAUSE_STOP = re.compile(r"[。;！？\n\t]")
_LIST_MARK = re.compile(rf"[ \t\u3000]*(?:【[^【】\n]{{2,40}}号】[ \t]*)?(?:{LIST_MARK})?")
_LAW = re.compile(r"法典?|条例|章程|办法|准则|规定|细则|修正案|修正")
_INSIDE_WORD = re.compile(r"[治律院规人庭定制学官案医师务理网]")
_CUED_LAW = re.compile(
    r"(?:根据|依据|依照|得?依|违反|按照|贯彻|落实|遵守|执行|实施|颁布|公布|修订|出台|符合|触犯)(?:了|新|新修订的?)?"
    r"(?P<title>[\u4e00-\u9fff]{2,24}?(?:(?P<act>[^办做方执司看想说立普书用]法)|条例))"
    r"(?(act)(?=第[\d一二三四五六七八九十百零]+条)|(?=第[\d一二三四五六七八九十百零]+条|规定|的规定|的?有关规定|，|。|正式|自\d|\())"
)
_NOT_CUED = re.compile(r"[的和与等及在是了为]|本条例|该|上述|相关|有关")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Every mention of a policy, titles and numbers apart. Mentions may overlap where two rules see one place."""
    numbers = sorted(document_numbers.find(text.folded), key=lambda n: (n.start, -n.end))
    yield from numbered(text, numbers)
    context = _Context(text, frozenset(n.start for n in numbers), frozenset(n.end for n in numbers))
    yield from _marked(context)
    yield from _plain(context)
    yield from _headed(context, numbers)
    yield from _numbered(context, numbers)
    yield from _enacted(context)
    yield from _named(text)


@dataclass(frozen=True, slots=True)
class _Context:
    """The text, and what the titles in it are judged by."""

    text: Text
    number_starts: frozenset[int]
    number_ends: frozenset[int]

    def low(self, mark: int) -> int:
        """Where the sentence of a mark begins, or where the look-back ends."""
        low = max(0, mark - 160)
        return low + max(self.text.folded.rfind(c, low, mark) - low + 1 for c in "。！？;\n")

    def around(self, start: int, end: int, first: int, last: int) -> Surroundings:
        """What stands around the marks `start:end`, in a run of titles that goes from `first` to `last`."""
        folded = self.text.folded
        return Surroundings(
            before=folded[self.low(first) : first],
            after=folded[last : last + 60].split("\n", 1)[0],
            numbered=self._numbered(start, end),
            labelled=self._labelled(end),
        )

    def _numbered(self, start: int, end: int) -> bool:
        """Whether a document number stands right after the marks, in brackets, or right before them."""
        folded = self.text.folded
        i = end
        while i < len(folded) and i < end + 40 and folded[i] in " \t\n\u3000(〔[【,，、文号:":
            i += 1
        j = start
        while j > 0 and folded[j - 1] in " \t\u3000)〕]】":
            j -= 1
        return i in self.number_starts or j in self.number_ends or self._series_after(i)

    def _series_after(self, i: int) -> bool:
        """财政部 税务总局公告2020年第8号: the issuers of a series stand between the bracket and the number."""
        return any(
            i < s <= i + 60
            and "\n" not in self.text.folded[i:s]
            and ")" not in self.text.folded[i:s]
            and issuers.ending_at(self.text.folded, s, i)
            for s in self._starts_near(i)
        )

    def _starts_near(self, i: int) -> list[int]:
        return [s for s in range(i + 1, i + 61) if s in self.number_starts]

    def _labelled(self, end: int) -> bool:
        """Whether the title is an entry's head: labelled fields follow on this line or the next."""
        folded = self.text.folded
        following = folded[end : end + 120]
        m = LABEL.search(following)
        return (
            m is not None and "。" not in following[: m.start()] and following[: m.start()].count("\n") <= 1
        )


def _marked(context: _Context) -> Iterator[Mention]:
    """Titles in 《》 and, where the words leave no doubt, in quotation marks."""
    folded = context.text.folded
    for run in runs(folded, list(titles(folded))):
        low = context.low(run[0][0])
        before, after = issued_by(folded, low, run[0][0]), issued_after(folded, run[-1][1])
        for start, end in run:
            bodies = before or issued_in_bracket(folded, end) or after
            around = context.around(start, end, run[0][0], run[-1][1])
            title = folded[start + 1 : end - 1].strip()
            if title and weigh(title, around, bodies) >= ENOUGH:
                told = bool(after) and bodies is after
                yield _title(context.text, start + 1, end - 1, bodies, "title", told)
    for m in _QUOTED.finditer(folded):
        title = m[1].strip()
        word = instrument(title)
        first = _QUOTES_BEFORE.search(folded, max(0, m.start() - 120), m.start())
        first_mark = first.start() if first else m.start()
        bodies = issued_by(folded, context.low(first_mark), first_mark)
        official = any(b.standing == "state" for b in bodies)
        if word and (word.standing == "state" or official) and not title.startswith(("“", "《")):
            around = context.around(m.start(), m.end(), first_mark, m.end())
            if weigh(title, around, bodies) > ENOUGH:
                yield _title(context.text, m.start(1), m.end(1), bodies, "quoted-title")


def _title(
    text: Text, start: int, end: int, bodies: tuple[Body, ...], rule: str, told: bool = False
) -> Mention:
    """A title as a mention; a body that it opens with is its issuer unless the words after it have `told` another."""
    folded = text.folded
    while end > start and folded[start] in " \t\u3000":
        start += 1
    while end > start and folded[end - 1] in " \t\u3000":
        end -= 1
    title = folded[start:end]
    word = instrument(title)
    kind = laws().get(title.removeprefix("中华人民共和国")) or (word.kind if word else "other")
    issuing = names(text, tuple(bodies)) if any(b.standing != "private" for b in bodies) else ()
    subject = _SUBJECT.search(folded, start, end)
    about = subject.start() if subject else -1
    if about > start and not told:
        head = issuers.ending_at(folded, about, start)
        issuing = names(text, head) if head and head[0].start == start else issuing
    elif about <= start and not issuing:
        opening = _opening_list(folded, start, end)
        issuing = names(text, opening)
    short = is_generic(title)
    return Mention(
        "policy", start, end, PolicyName(text.clean[start:end], None, kind, issuing, short=short), rule
    )


def _opening_list(folded: str, start: int, end: int) -> tuple[Body, ...]:
    """The known bodies, set apart by spaces, that a title opens with: 《市场监管总局 国家药监局 支持复工复产十条》."""
    space = folded.rfind(" ", start, end)
    if space < 0:
        return ()
    found = issuers.ending_at(folded, space, start)
    return found if found and found[0].start == start else ()


def _plain(context: _Context) -> Iterator[Mention]:
    """Titles without marks: 关于…的通知 after an issuer, after an act of issuing, beside a number or as an entry's head."""
    folded = context.text.folded
    covered = 0
    for m in _PLAIN.finditer(folded):
        about = m.start()
        if about < covered:
            continue
        found = _plain_end(folded, about)
        if found is None:
            continue
        end = found
        covered = end
        if folded[about - 1 : about] in ("《", "〈", "“"):
            continue
        low = context.low(about)
        line = folded.rfind("\n", low, about) + 1 or low
        head = issuers.ending_at(folded, about, low)
        lead = _LIST_MARK.match(folded, line)
        at_head = lead is not None and lead.end() == (head[0].start if head else about)
        bodies = head or issued_by(folded, low, about)
        around = context.around(about, end, about, end)
        official = any(b.standing == "state" for b in bodies)
        private = bool(bodies) and all(b.standing == "private" for b in bodies)
        if private or not (official or around.numbered or (at_head and around.labelled)):
            continue
        start = head[0].start if head and at_head else about
        if weigh(folded[start:end], around, bodies) > ENOUGH:
            yield _title(context.text, start, end, bodies, "plain-title")


def _headed(context: _Context, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """Titles without marks that head a line or fill a table's cell, with a number in brackets or in the next cell."""
    folded = context.text.folded
    for number in numbers:
        line = folded.rfind("\n", max(0, number.start - LONGEST_TITLE), number.start) + 1
        if line == 0 and number.start >= LONGEST_TITLE:
            continue
        stop = number.start
        if found := issuers.ending_at(folded, stop, line) if number.series else ():
            stop = found[0].start
        while stop > line and folded[stop - 1] in " \u3000":
            stop -= 1
        if folded[stop - 1 : stop] not in ("(", "〔", "【", "[", "\t") or stop - 1 < line:
            continue
        start = max(line, folded.rfind("\t", line, stop - 1) + 1)
        lead = _LIST_MARK.match(folded, start, stop)
        start = lead.end() if lead else start
        title = folded[start : stop - 1].strip()
        if not _HEADED.fullmatch(title) or _TOLD.search(title) or instrument(title) is None:
            continue
        around = Surroundings("", "", numbered=True)
        if weigh(title, around, ()) > ENOUGH:
            yield _title(context.text, start, stop - 1, (), "headed-title")


def _numbered(context: _Context, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """Titles without marks after their number and a colon: 浙政发〔2024〕4号：关于…的政策措施."""
    for number in numbers:
        m = _AFTER_NUMBER.match(context.text.folded, number.end)
        if m and instrument(m[1]) and weigh(m[1], Surroundings("", "", numbered=True), ()) > ENOUGH:
            yield _title(context.text, m.start(1), m.end(1), (), "title-after-number")


def _enacted(context: _Context) -> Iterator[Mention]:
    """A law's own heading: its title on a line, and in brackets on the next when it was passed or issued."""
    for m in _ENACTED.finditer(context.text.folded):
        word = instrument(m["title"])
        if word and word.standing == "state" and not _OWN_RULES.search(m["title"]):
            yield _title(
                context.text, *m.span("title"), issued_in_bracket(context.text.folded, m.end()), "law-heading"
            )


def _plain_end(folded: str, about: int) -> int | None:
    """Where the title that begins at 关于 ends: at the first instrument outside 《》 in the same clause."""
    stop = _CLAUSE_STOP.search(folded, about, about + LONGEST_TITLE)
    limit = stop.start() if stop else min(len(folded), about + LONGEST_TITLE)
    for m in _PLAIN_END.finditer(folded, about + 4, limit):
        inside = folded.count("《", about, m.start()) - folded.count("》", about, m.start())
        if inside == 0 and "，" not in folded[about : m.start()]:
            return m.end()
    return None


def _named(text: Text) -> Iterator[Mention]:
    """Laws cited without marks: those known by name, and those cited with an article or by the words of the law."""
    folded = text.folded
    known = laws()
    longest = max(map(len, known))
    for m in _LAW.finditer(folded):
        end = m.end()
        if m[0] == "法" and _INSIDE_WORD.match(folded, end):
            continue
        for length in range(min(longest, end), 2, -1):
            title = folded[end - length : end]
            if title in known:
                start = end - length
                if folded.endswith("中华人民共和国", max(0, start - 7), start):
                    start -= 7
                if folded[start - 1 : start] in ("《", "〈"):
                    break
                yield Mention(
                    "policy", start, end, PolicyName(text.clean[start:end], None, known[title]), "known-law"
                )
                break
    for m in _CUED_LAW.finditer(folded):
        if not _NOT_CUED.search(m["title"]):
            kind: PolicyKind = "law" if m["act"] else "regulation"
            start, end = m.span("title")
            yield Mention("policy", start, end, PolicyName(text.clean[start:end], None, kind), "cued-law")
