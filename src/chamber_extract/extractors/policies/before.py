"""Acts of issuing before a policy, which is their object: 商务部3月5日印发《…》, 国务院《…》, 海关总署发布公告2021年第12号."""

from __future__ import annotations

import re

from chamber_extract.extractors.policies.acts import (
    ADVERB,
    ISSUE,
    TIME,
    UNIT,
    Act,
    sentence_start,
    subject_end,
)
from chamber_extract.extractors.policies.counts import announced
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.normalize.numerals import read_integer

_BESIDE = re.compile(rf"(?:{ISSUE.pattern})(?:了|的)?(?:关于[^，。；;《》]{{2,30}}的)?$")
# Between the verb and the title; another title ends it unless the two are enumerated: 发布两项公告，分别为|《…》.
_GAP = re.compile(r"(?:[^，,。；;！？\n”》]|[”》](?=[、和及与(])){0,40}(?:[，,](?:分别[为是]?|包括|即):?)?$")
# Between the body that opens a clause and its act of issuing: 也在此基础上, 结合本市实际.
_PREDICATE = re.compile(r"[^的《》“”向对被由将，。；;\n]{0,16}")
_SEVERAL = re.compile(r"([两二三四五六七八九])部[门委]$")
_AGAIN = re.compile(r"^[^，。；;\n《》]{0,12}(?:又|再次|再度|还|(?<![^，])并)")
_SAME_BODY = re.compile(r"该(?P<organ>[厅局部委署办院])(?:联合|会同|联同|[和与、])?$")
_CITED = re.compile(r"《|(?:\d{4}年)?第\d+号(?:公告|通告|令)")
_REACH = 300
_TIME_LEAD = re.compile(
    r"(?:[ \t\u3000“\"「《】)]|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[,，上下午起]|以来)?|近日|日前|近期|随后|此[前后外]|同时|据悉|[,，])*"
)
# Why it acts, between the body and the act.
_GROUND = re.compile(
    "[，,]?(?:根据|依据|依照|按照|遵照|结合|针对|围绕|为(?=了|贯彻|落实|规范|加强|促进|支持|进一步|推动|应对))"
)
# 2025年4月30日，|《…法》由全国人大常委会通过
_DATED = re.compile(rf"{TIME}+[，,]?$")
# 市场监管总局近日就|《…（征求意见稿）》公开征求意见, 工信部公开征求对|《…》的意见
_SEEKING = re.compile(rf"{UNIT}*(?:就|公?开?征[求集][^，。；;\n《》]{{0,8}}对)$")
_SOUGHT = re.compile(r"《[^《》\n]{2,80}》[^，。；;\n]{0,20}(?:征[求集]|意见)")
# From the day to the subject that follows it or is left out: 9月25日，为贯彻落实《…》（…），|最高法, 10月9日，三部门|联合.
_SINCE = re.compile(
    rf"{TIME}+(?:[，,](?:为|根据|按照|依据|依照|围绕|针对|结合)[^。；;\n]{{2,80}}[，,]"
    r"|(?:[，,]经[^，。；\n]{2,20}(?:批准|同意|授权))?[，,、 ]?(?:[会联]同|联合|[两二三四五六七八九十多数几\d]+个?(?:部门|部委)|[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff·]{0,8}(?:总统|总理|首相|国王|州长|部长|[省市]长)[\u4e00-\u9fff·]{0,8})?刚?)$"
)


def act_before(text: str, low: int, mark: int, *, back: bool = True) -> Act | None:
    """The act that the words from `low` to a title's opening mark tell: an act of issuing (商务部、海关总署近日联合印发了),
    or the names of bodies right before the title (国务院《…》). One that leaves its subject to the act told before it is
    followed `back` to that one, no further."""
    low, mark = act_words(text, low, mark)
    beside = _ending(text, low, mark)
    verbs = _verbs(text, low, mark)
    if verbs is None:
        return Act(beside, "", mark, mark) if beside else _without_verb(text, low, mark)
    end, first, last = verbs
    subject = issuers.ending_at(text, end, low)
    begins = subject[0].start if subject else end
    since = _SINCE.search(text, low, begins)
    passes_on = "转发" in text[first:last] and text[mark] in "《“"
    bodies = beside or (() if passes_on else _subject(text, low, end))
    if back and not bodies and not passes_on:
        bodies = _of_act_before(text, low, end, mark)
    return Act(bodies, text[first:last], since.start() if since else begins, mark)


def _without_verb(text: str, low: int, mark: int) -> Act | None:
    """The act of which no verb tells: who asks for opinions on a draft, or the day before the mark and who stands there."""
    if (seeking := _SEEKING.search(text, low, mark)) and _SOUGHT.match(text, mark):
        return Act(issuers.ending_at(text, seeking.start(), low), "", mark, mark)
    dated = _DATED.search(text, low, mark)
    return Act(issuers.ending_at(text, dated.start(), low), "", dated.start(), mark) if dated else None


def _subject(text: str, low: int, end: int) -> tuple[Body, ...]:
    """The subject of an act, which ends at `end`, with those who join it and 该局 before it."""
    found = _named(text, low, end)
    joined = found and text.endswith(("会同", "联合", "联同"), low, found[0].start)
    if joined and (lead := ADVERB.search(text[low : found[0].start])):  # 最高法2020年2月6日会同公安部印发
        found = (*issuers.ending_at(text, low + lead.start(), low), *found)
    return (*_same_body(text, low, found[0].start if found else end), *found)


def _ending(text: str, low: int, end: int) -> tuple[Body, ...]:
    """The bodies that end there, or whose label does: 【最高检】|印发, 商务部:|《…》."""
    labelled = text.endswith(("】", ":"), low, end)
    return issuers.ending_at(
        text, end - labelled, max(low, text.rfind("【", low, end) + 1) if labelled else low
    )


def _named(text: str, low: int, end: int) -> tuple[Body, ...]:
    """The bodies that end there or before the ground of their act (省商务厅根据《…法》，|制定), else the known ones that open
    the clause or the sentence."""
    found = _ending(text, low, end)
    for ground in reversed([*_GROUND.finditer(text, low, end)]) if not found else ():
        adverb = ADVERB.search(text[low : ground.start()])
        if found := issuers.ending_at(text, low + adverb.start() if adverb else ground.start(), low):
            break
    if not found:
        clause = low + max(text.rfind(c, low, end) - low + 1 for c in "，,。；;\n")
        opened = issuers.opening_list(text, clause, end)
        found = opened if opened and _PREDICATE.fullmatch(text, opened[-1].end, end) else ()
    if not found and (lead := _TIME_LEAD.match(text, low, end)):
        found = issuers.opening_list(text, lead.end(), end)
    return found


def act_words(text: str, low: int, mark: int) -> tuple[int, int]:
    """The words that may tell a title's issue: those before it, or those that count it with others: 发布两份公告:…;|《…》."""
    counted = announced(text, mark)
    if counted is None or ISSUE.search(text, max(low, counted), mark):
        return low, mark
    return sentence_start(text, counted), counted


def _same_body(text: str, low: int, end: int) -> tuple[Body, ...]:
    """The body that 该局 or 该厅 before `end` speaks of: the last one before that so ends (记者从市人社局获悉，该局|联合)."""
    again = _SAME_BODY.search(text, low, end)
    if again is None:
        return ()
    at = again.start()
    while (at := text.rfind(again["organ"], max(0, again.start() - _REACH), at)) >= 0:
        named = issuers.ending_at(text, at + 1)
        if named and named[-1].end == at + 1 and named[-1].standing == "state":
            return named[-1:]
    return ()


def _of_act_before(text: str, low: int, end: int, mark: int) -> tuple[Body, ...]:
    """The bodies that issued what the paragraph cites before, where an act speaks of so many of them or happens again:
    财政部、税务总局印发《…》。3月5日，两部门|又印发."""
    several = _SEVERAL.search(text[low:end])
    if several is None and not _AGAIN.search(text[end:mark]):
        return ()
    high = low if several else end
    start = max(text.rfind("\n", max(0, high - _REACH), high) + 1, high - _REACH)
    last = max((m.start() for m in _CITED.finditer(text, start, high)), default=-1)
    told = act_before(text, sentence_start(text, last), last, back=False) if last >= 0 else None
    count = read_integer(several[1]) if several else None
    return told.bodies if told and count in (None, len(told.bodies)) else ()


def _verbs(text: str, low: int, mark: int) -> tuple[int, int, int] | None:
    """Where the subject of the act of issuing before a title ends, and its verbs' span; None where there is no such act."""
    verb = None
    for m in ISSUE.finditer(text, low, mark):
        verb = m
    if verb is None or not _GAP.match(text[low:mark], verb.end() - low):
        return None
    first, subject = subject_end(text, low, verb.start())
    return subject, first, verb.end()


def act_beside(text: str, mark: int) -> Act | None:
    """The act that stands right before a number: 海关总署发布|公告2021年第12号, 商务部部长签署|2020年第4号令."""
    low = max(sentence_start(text, mark), mark - 100)
    return act_before(text, low, mark) if _BESIDE.search(text[max(0, mark - 40) : mark]) else None
