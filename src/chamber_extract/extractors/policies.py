"""Policies, laws and official documents where they stand: titles and document numbers.

Titles are found in 《》, in other quotation marks, in the form 关于…的通知 without marks, and by name for
laws everyone cites bare (外商投资法); `policy_titles` decides which titles are policies. Numbers are
found by their form. Which number belongs to which title is for `relate.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamber_extract.extractors.policy_titles import (
    ENOUGH,
    Surroundings,
    issued_after,
    issued_by,
    issuing,
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


@dataclass(frozen=True, slots=True)
class PolicyName:
    """What a mention of a policy says: a title (clean, without its marks) or a number.

    `issuers` are the bodies that the words before it name, for a number of a series those that are
    part of the mention. `agency` is what the number names for its issuer, as written: the code, or the
    words before a series. `short` titles are an instrument's bare name (《办法》), which says which policy
    only together with an earlier mention or an issuer.
    """

    title: str | None = None
    number: DocumentNumber | None = None
    kind: PolicyKind = "other"
    issuers: tuple[str, ...] = ()
    agency: str = ""
    short: bool = False


LABEL = re.compile(
    r"【?(?:(?P<issuer>(?:发文|发布|颁布|印发|制定|颁发|公布|发证)(?:单位|机关|机构|部门)|发[文布]者)"
    r"|(?P<date>(?:发文|发布|印发|颁布|公布|成文|制发|签发)(?:时间|日期))"
    r"|(?P<number>(?:发文)?(?:文号|字号|文件编号|文件号))"
    r"|(?P<url>(?:原文|全文|文件|政策|网页|来源|查看|详情|官方)?(?:链接|网址|地址)|(?:查看|阅读)?原文))"
    r"(?:[ \t]*】[ \t]*:?|[ \t]*:)"
)
# What an entry of a list begins with: a number, a bullet, a label.
LIST_MARK = (
    r"(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、．)][ \t\u3000]*|\([\d一二三四五六七八九十]{1,3}\)[ \t]*"
    r"|[①-⑳◎●■◆▲·*•※★—-][ \t]*|第?\d{1,3}[ \t]+|【?(?:标题|题名|名称|文件名称?|政策名称?|文件标题)(?:】[ \t]*:?|[ \t]*:)[ \t]*)+"
)
_CARRY = re.compile(r"[ \t\u3000、,，和及与]{0,4}")  # between the numbers of one list
_LONGEST_TITLE = 200
_MARK = re.compile(r"[《》〈〉\n]")
_QUOTED = re.compile(r"“([^“”\n]{5,120})”")
_PLAIN = re.compile(r"关于")
_PLAIN_END = re.compile(
    r"的(?:紧急|补充|工作|若干|实施|指导|暂行|管理|联合|重要|有关|具体|特别|重大|临时)*"
    r"(?:通知|公告|通告|意见|决定|决议|批复|办法|规定|措施|实施细则|复函|函|指引|行动计划|实施方案|工作方案|方案|条例|命令)"
    r"(?:\((?:试行|暂行)\))?(?=$|[\n(〔《》“”，。、:;！？\s\t]|精神|要求|中|规定|等|[和与及后]|以来|印发|发布|出台|指出|明确|提出|文件|第)"
)
_HEADED = re.compile(r"[^《》“”，。;:！？\n\t]{5,90}")
_CLAUSE_STOP = re.compile(r"[。;！？\n\t]")
_LIST_MARK = re.compile(rf"[ \t\u3000]*(?:{LIST_MARK})?")
_LAW = re.compile(r"法典?|条例|章程|办法|准则|规定|细则|修正案|修正")
_INSIDE_WORD = re.compile(r"[治律院规人庭定制学官案医师务理网]")
_CUED_LAW = re.compile(
    r"(?:根据|依据|依照|违反|按照|贯彻|落实|遵守|执行|实施|颁布|公布|修订|出台|符合|触犯)(?:了|新|新修订的?)?"
    r"(?P<title>[\u4e00-\u9fff]{2,24}?(?:(?P<act>[^办做方执司看想说立普书用]法)|条例))"
    r"(?(act)(?=第[\d一二三四五六七八九十百零]+条)|(?=第[\d一二三四五六七八九十百零]+条|规定|的规定|的?有关规定|，|。|正式|自\d|\())"
)
_NOT_CUED = re.compile(r"[的和与等及在是了为]|本条例|该|上述|相关|有关")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Every mention of a policy, titles and numbers apart. Mentions may overlap where two rules see one place."""
    numbers = sorted(document_numbers.find(text.folded), key=lambda n: (n.start, -n.end))
    yield from _numbers(text, numbers)
    context = _Context(text, frozenset(n.start for n in numbers), frozenset(n.end for n in numbers))
    yield from _marked(context)
    yield from _plain(context)
    yield from _headed(context, numbers)
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
        while i < len(folded) and i < end + 40 and folded[i] in " \t\u3000(〔[【,，、文号:":
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


def _numbers(text: Text, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """The numbers as mentions; those of a series take in the issuers before them."""
    previous: PolicyName | None = None
    reach = 0
    for number in numbers:
        goes_on = previous if _CARRY.fullmatch(text.folded, reach, number.start) else None
        if number.series in (None, "章"):
            start, name = _coded(text, number, goes_on)
        else:
            bodies = issuers.ending_at(text.folded, number.start)
            if bodies and all(b.standing == "private" for b in bodies):
                continue
            start, name = _of_series(text, number, bodies, goes_on)
        yield Mention("policy", start, number.end, name, "number" if number.code else "series")
        previous, reach = name, number.end


def _coded(text: Text, number: DocumentNumber, previous: PolicyName | None) -> tuple[int, PolicyName]:
    if number.code is None:
        return number.start, PolicyName(number=number, kind="law")
    start = _without_issuers(text.folded, number)
    agency = _squeezed(text.clean[start : number.start + len(number.code)])
    if not text.folded.startswith(number.code, number.start) and previous:
        agency = previous.agency  # 财税〔2016〕36号和140号
    return start, PolicyName(number=number, agency=agency)


def _of_series(
    text: Text, number: DocumentNumber, bodies: tuple[Body, ...], previous: PolicyName | None
) -> tuple[int, PolicyName]:
    kind: PolicyKind = "regulation" if number.series in ("令", "命令") else "announcement"
    if not bodies and previous and previous.number and previous.number.series == number.series:
        return number.start, PolicyName(
            number=number, kind=kind, issuers=previous.issuers, agency=previous.agency
        )
    start = _label_before(text.folded, bodies[0].start if bodies else number.start)
    if not bodies:
        bodies = issuing(text.folded, start)
    state = "中华人民共和国" if text.folded.startswith("中华人民共和国", start) and bodies else ""
    agency = state + " ".join(names(text, bodies)) or text.clean[start : number.start].strip()
    return start, PolicyName(number=number, kind=kind, issuers=names(text, bodies), agency=agency)


def _squeezed(written: str) -> str:
    return re.sub(r"\s+", "", written)


def _label_before(folded: str, start: int) -> int:
    """Where a name begins that names no body: 主席 before 令, 中华人民共和国 before 国务院令."""
    for word in ("中华人民共和国主席", "国家主席", "主席", "总统", "行政长官", "中华人民共和国"):
        if folded.endswith(word, max(0, start - len(word)), start):
            return start - len(word)
    return start


def _without_issuers(folded: str, number: DocumentNumber) -> int:
    """Where the code begins: 商务部商综发〔2020〕30号 has the issuer's name glued before it."""
    assert number.code is not None
    for cut in range(len(number.code) - 2, 1, -1):
        head, code = number.code[:cut], number.code[cut:]
        if code[0] in "发办函联厅明规公令" or number.end - number.start > 60:
            continue
        found = issuers.ending_at(folded, number.start + cut, number.start)
        if (
            found
            and found[0].start == number.start
            and found[-1].end == number.start + len(head)
            and cut >= 3
        ):
            return number.start + cut
    return number.start


def names(text: Text, bodies: tuple[Body, ...]) -> tuple[str, ...]:
    """The bodies' names as written; meetings are no issuers."""
    written = (text.clean[b.start : b.end].strip() for b in bodies)
    return tuple(dict.fromkeys(n for n in written if not n.endswith(("会议", "會議", "大会", "大會"))))


def _marked(context: _Context) -> Iterator[Mention]:
    """Titles in 《》 and, where the words leave no doubt, in quotation marks."""
    folded = context.text.folded
    for run in _runs(folded, list(_titles(folded))):
        low = context.low(run[0][0])
        bodies = issued_by(folded, low, run[0][0]) or issued_after(folded, run[-1][1])
        for start, end in run:
            around = context.around(start, end, run[0][0], run[-1][1])
            if weigh(folded[start + 1 : end - 1].strip(), around, bodies) >= ENOUGH:
                yield _title(context.text, start + 1, end - 1, bodies, "title")
    for m in _QUOTED.finditer(folded):
        title = m[1].strip()
        word = instrument(title)
        if word and word.standing == "state" and not title.startswith(("“", "《")):
            bodies = issued_by(folded, context.low(m.start()), m.start())
            around = context.around(m.start(), m.end(), m.start(), m.end())
            if weigh(title, around, bodies) > ENOUGH:
                yield _title(context.text, m.start(1), m.end(1), bodies, "quoted_title")


def _titles(folded: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of each paragraph with their marks; an outer title left open closes with the inner one."""
    stack: list[int] = []
    inner: list[tuple[int, int]] = []
    for m in _MARK.finditer(folded):
        i, c = m.start(), m[0]
        if c in "《〈":
            stack.append(i)
        elif c == "\n":
            yield from _left_open(folded, stack, inner)
            stack, inner = [], []
        elif stack:
            start = stack.pop()
            if folded[start] == "《" or c == "》":
                if not stack:
                    inner = []
                    if i - start <= _LONGEST_TITLE:
                        yield start, i + 1
                else:
                    inner.append((start, i + 1))
        elif c == "》" and folded[i - 1 : i] == "》":
            pass
    yield from _left_open(folded, stack, inner)


def _left_open(folded: str, stack: list[int], inner: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(stack) == 1 and inner and folded.startswith("关于", stack[0] + 1) and inner[0][0] - stack[0] < 24:
        yield stack[0], inner[0][1]
        inner = inner[1:]
    last = -1
    for start, end in inner:
        if start >= last and folded[start] == "《" and end - start <= _LONGEST_TITLE:
            yield start, end
            last = end


def _runs(folded: str, titles: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Titles of one enumeration together: 《…》（…号）、《…》和《…》."""
    run: list[tuple[int, int]] = []
    for start, end in titles:
        if run and not re.fullmatch(
            r"(?:\([^()\n]{0,60}\)|〔[^〔〕\n]{0,30}〕)?[ \t\u3000、和与及，以,]{0,4}",
            folded[run[-1][1] : start],
        ):
            yield run
            run = []
        run.append((start, end))
    if run:
        yield run


def _title(text: Text, start: int, end: int, bodies: tuple[Body, ...], rule: str) -> Mention:
    """A title as a mention; a body that it opens with is its issuer where none is named before."""
    folded = text.folded
    while end > start and folded[start] in " \t\u3000":
        start += 1
    while end > start and folded[end - 1] in " \t\u3000":
        end -= 1
    title = folded[start:end]
    word = instrument(title)
    kind = laws().get(title.removeprefix("中华人民共和国")) or (word.kind if word else "other")
    issuing = names(text, tuple(bodies)) if any(b.standing != "private" for b in bodies) else ()
    about = folded.find("关于", start, end)
    if about > start:
        head = issuers.ending_at(folded, about, start)
        issuing = names(text, head) if head and head[0].start == start else issuing
    elif not issuing:
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
        if folded[about - 1 : about] in "《〈“":
            continue
        low = context.low(about)
        line = folded.rfind("\n", 0, about) + 1
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
            yield _title(context.text, start, end, bodies, "plain_title")


def _headed(context: _Context, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """Titles without marks that head a line or fill a table's cell, with a number in brackets or in the next cell."""
    folded = context.text.folded
    for number in numbers:
        line = folded.rfind("\n", max(0, number.start - _LONGEST_TITLE), number.start) + 1
        if line == 0 and number.start >= _LONGEST_TITLE:
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
        if not _HEADED.fullmatch(title) or instrument(title) is None:
            continue
        around = Surroundings("", "", numbered=True)
        if weigh(title, around, ()) > ENOUGH:
            yield _title(context.text, start, stop - 1, (), "headed_title")


def _plain_end(folded: str, about: int) -> int | None:
    """Where the title that begins at 关于 ends: at the first instrument outside 《》 in the same clause."""
    stop = _CLAUSE_STOP.search(folded, about, about + _LONGEST_TITLE)
    limit = stop.start() if stop else min(len(folded), about + _LONGEST_TITLE)
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
                if folded[start - 1 : start] in ("《", "〈"):
                    break
                if folded.endswith("中华人民共和国", 0, start):
                    start -= 7
                yield Mention(
                    "policy", start, end, PolicyName(text.clean[start:end], None, known[title]), "known_law"
                )
                break
    for m in _CUED_LAW.finditer(folded):
        if not _NOT_CUED.search(m["title"]):
            kind: PolicyKind = "law" if m["act"] else "regulation"
            start, end = m.span("title")
            yield Mention("policy", start, end, PolicyName(text.clean[start:end], None, kind), "cued_law")
