"""Titles of policies without marks: 关于…的通知 where issuers, acts, numbers or the layout tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.policies.acts import sentence_start
from chamber_extract.extractors.policies.behind import acts_in_bracket
from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.issue import Issue, issue_of
from chamber_extract.extractors.policies.marks import LONGEST_TITLE
from chamber_extract.extractors.policies.names import LINE_END, LIST_MARK
from chamber_extract.extractors.policies.titles import ENOUGH, weigh
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.mention import Mention

_PLAIN = re.compile(r"关于")
_PLAIN_END = re.compile(
    r"的(?:政策|紧急|补充|工作|若干|实施|指导|暂行|管理|联合|重要|有关|具体|特别|重大|临时)*"
    r"(?:通知|公告|通告|意见|决定|决议|批复|办法|规定|措施|实施细则|解释|复函|函|指引|行动计划|实施方案|工作方案|方案|条例|命令)"
    r"(?:\((?:试行|暂行)\))?(?=$|[\n()〔《》“”，。、:;！？…·‥⋯\s\t]|[.．]{2}|精神|要求|中|规定|等|[和与及后已于由]|以来|印发|发布|出台|指出|明确|提出|文件|第)"
)
# 国务院批转|发展改革委|关于…意见的通知: the notice is whose it is who passes the opinion on.
_PASSED_ON = re.compile(r"(?:转发|批转)[^，。；;:！？\n《》]{2,30}\Z")
_ENACTED = re.compile(
    r"^[ \t]*(?P<title>[\u4e00-\u9fff()]{4,40})\n\s{0,4}(?=\((?:19|20)\d\d年\d{1,2}月\d{1,2}日[^()\n]{2,80}(?:通过|公布|发布|修订))",
    re.M,
)
_OWN_RULES = re.compile("(?:商会|协会|联合会|学会)(?:会员|会费|选举|财务|章程)")
_NEXT_MARK = re.compile("[《〈》〉“”\n]")
_CLAUSE_STOP = re.compile(r"[。;！？\n\t]")
_SECOND_LINE = re.compile(
    rf"\n[ \u3000]*(?P<line>(?!{LIST_MARK})[^\s《》，。;:！？()【】〔〕]{{2,50}}?)(?={LINE_END})"
)
_LIST_MARK = re.compile(
    rf"[ \t\u3000]*(?:附件?:[ \u3000]*)?(?:[(〔\[【][^()【】\n]{{2,40}}号[)〕\]】][ \t]*)?(?:{LIST_MARK})?"
)


def unmarked(context: Context) -> Iterator[Mention]:
    """Every title without marks; one that two rules see comes twice."""
    yield from _plain(context)
    yield from _enacted(context)


def _plain(context: Context) -> Iterator[Mention]:
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
        mark = _NEXT_MARK.search(folded, end) if folded[about - 1 : about] in ("《", "〈", "“") else None
        if mark and mark[0] in "》〉”":
            continue
        low = sentence_start(folded, about)
        line = folded.rfind("\n", low, about) + 1 or low
        passed = _PASSED_ON.search(folded, low, about)
        if passed and instrument(folded[about:end].removesuffix("的通知")):
            about = passed.start()
        head = issuers.ending_at(folded, about, low)
        lead = _LIST_MARK.match(folded, line)
        at_head = lead is not None and lead.end() == (head[0].start if head else about)
        issue = issue_of(folded, low, about, end)
        bodies = head or (issue.before.bodies if issue.before else ())
        around = context.around(about, end, about, end)
        official = any(b.standing == "state" for b in bodies)
        private = bool(bodies) and all(b.standing == "private" for b in bodies)
        if private or not (official or around.numbered or (at_head and around.labelled)):
            continue
        start = head[0].start if head and at_head and "\t" not in folded[head[0].start : about] else about
        if weigh(folded[start:end], around, bodies) > ENOUGH:
            yield titled(context.text, start, end, "plain-title", issue, bodies)


def _enacted(context: Context) -> Iterator[Mention]:
    """A law's own heading: its title on a line, and in brackets on the next when it was passed or issued."""
    for m in _ENACTED.finditer(context.text.folded):
        word = instrument(m["title"])
        if word and word.standing == "state" and not _OWN_RULES.search(m["title"]):
            issue = Issue(bracket=tuple(acts_in_bracket(context.text.folded, m.end())[0]))
            yield titled(context.text, *m.span("title"), "law-heading", issue)


def _plain_end(folded: str, about: int) -> int | None:
    """Where the title that begins at 关于 ends: at the first instrument outside 《》 in the same clause, or that of
    the line below, of which it is the rest."""
    stop = _CLAUSE_STOP.search(folded, about, about + LONGEST_TITLE)
    limit = stop.start() if stop else min(len(folded), about + LONGEST_TITLE)
    for m in _PLAIN_END.finditer(folded, about + 4, limit):
        inside = folded.count("《", about, m.start()) - folded.count("》", about, m.start())
        if inside == 0 and "，" not in folded[about : m.start()]:
            return m.end()
    below = _SECOND_LINE.match(folded, limit)
    if below and below["line"].startswith("关于") and not _PASSED_ON.search(folded, about, limit):
        return None
    last = _PLAIN_END.search(folded, limit, below.end("line")) if below else None
    return last.end() if below and last and last.end() == below.end("line") else None
