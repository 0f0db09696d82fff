"""Mentions of policies by their number, with the issuers whose names are part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chamber_extract.extractors.policies.acts import PUBLISHED, TIME, Act, sentence_start
from chamber_extract.extractors.policies.before import act_before, act_beside
from chamber_extract.extractors.policies.behind import acts_behind, acts_in_bracket
from chamber_extract.extractors.policies.issue import Issue
from chamber_extract.extractors.policies.marks import AMENDED
from chamber_extract.extractors.policies.names import PolicyName, names
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.models import PolicyKind
from chamber_extract.normalize.document_numbers import STANDARD, DocumentNumber, code_before
from chamber_extract.normalize.script import fold
from chamber_extract.text import Text

_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)年[ \t]?$")  # 2021年商务部公告第46号
# Of acts by number, what is no instrument of other titles.
_KINDS: dict[str, PolicyKind] = {"批示": "other", "通函": "notice", "法律公告": "regulation", "EC": "regulation", "EU": "regulation", "政府令": "regulation", "议定": "regulation", "次法令": "regulation", "法定文书": "regulation"}  # fmt: skip
# 第10/2024号行政长官批示, 第4/2024号社会文化司司长批示: who signs it.
_SIGNED_BY = re.compile(r"号(行政长官|[\u4e00-\u9fff]{2,6}司司长)(?:批示|公告)$")
# 主席 before 令, 中华人民共和国 before 国务院令, 国 in 国令第778号, of the State Council; 国家标准 before 公告.
_LABEL = re.compile(
    r"(?:(?:中华人民共和国)?国家标准|(?:中华人民共和国|国家)?主席|总统|行政长官|中华人民共和国|(?<![\u4e00-\u9fff])国)\Z"
)
_OF_STATE = re.compile(r"(?:主席|总统|行政长官)\Z")
# 粤府令第277号, 苏市监公告〔2021〕5号: the letters of who issues, not his name; no 招标公告.
_LETTERS = re.compile(
    "[\u4e00-\u9fff]{1,4}(?:[府政民财税商监农教卫社改委会建交环水林科信质药证保局厅署]|(?<![举主承协开])办)"
)
# 第12/2020号通函: chambers count theirs so too; it takes an organ of state that issues it, or a title before it.
_OF_UNION = re.compile(r"\d{4}/\d+号.+")
_ANYONES = re.compile(
    r"(?<!》\()(?:第[^号A-ZĐ]{1,20}号(?:通函|通知|通告|公告|规定|决定|决议)|(?<!年)第[^号A-ZĐ]{1,20}号条例)\Z"
)
# 市政署第12/2020号公告: what each body counts for itself, unlike the laws of the land and what letters say whose it is.
_COUNTED_BY_BODY = re.compile(
    r"第?[ \t]*[\d/-]+[ \t]*号(?:公告|通告|通函|通知|决定|决议|规定|(?:税务|海关)条例)"
)
_IN_CODES = ("工信部", "人社部")  # bodies whose codes open with their name: 工信部企业〔2022〕63号
_HEAD_OF_STATE = "国家主席"
_THROUGH_YEARS = frozenset((_HEAD_OF_STATE, "国务院"))  # whose decrees are counted through the years
_DATED = re.compile(rf"已?{TIME}+[曾已又]?[ \t]?$")  # between who issues and his number
_LINE_ABOVE = re.compile(r"(?:\A|\n)[ \u3000]*([^\s][^\n]*?)\s*\n[ \u3000]*\Z")
_BLANKS = (" ", "\u3000")
_BLANK = re.compile(r"[ \u3000]{0,2}")
_ANNOUNCED = re.compile(rf"(?:{PUBLISHED})[^，。；;《》]{{0,8}}(?:公告|通告|通知|文件|令)(?=，)")
_CARRY = re.compile(r"[ \t\u3000、,，和及与]{0,4}")  # between the numbers of one list


def numbered(text: Text, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """The numbers as mentions; those of a series take in the issuers before them."""
    previous: PolicyName | None = None
    reach = 0
    for number in numbers:
        goes_on = previous if _CARRY.fullmatch(text.folded, reach, number.start) else None
        if number.series in (None, "章", STANDARD):
            start, name = _coded(text, number, goes_on) if number.code else _of_law(text, number)
            if not name.issuers and _ANYONES.search(text.folded, max(0, start - 2), number.end):
                continue
        else:
            bodies = _in_letterhead(text.folded, number)
            if bodies and all(b.standing == "private" for b in bodies):
                continue
            start, name = _of_series(text, number, bodies, goes_on)
        yield Mention("policy", start, number.end, name, "number" if number.code else "series")
        previous, reach = name, number.end


def _in_letterhead(folded: str, number: DocumentNumber) -> tuple[Body, ...]:
    """The bodies before a number of a series; where it stands on a line below, also those of the lines above."""
    bodies = issuers.ending_at(folded, number.start)
    start = bodies[0].start if bodies else number.start
    while "\n" in folded[number.start : number.end] and (
        above := _LINE_ABOVE.search(folded, max(0, start - 60), start)
    ):
        found = issuers.ending_at(folded, above.end(1), above.start(1))
        if not found or found[0].start != above.start(1):
            break
        bodies, start = (*found, *bodies), found[0].start
    return bodies


def _of_law(text: Text, number: DocumentNumber) -> tuple[int, PolicyName]:
    """第5/2021号法律 and other acts that go by their number, with who issues them."""
    start, words = number.start, text.folded[number.start : number.end]
    kind = "standard" if number.series == STANDARD else _kind_of(words)
    amended = AMENDED.search(text.folded, max(0, start - 4), number.end)
    issue = Issue() if amended else _issue(text.folded, number, start)
    issued_by, agency = names(text, issue.bodies), ""
    if text.folded.endswith("欧盟", 0, start) and _OF_UNION.fullmatch(words):
        start, agency, issued_by = start - 2, "欧盟", issued_by or ("欧盟",)
    elif signed := _SIGNED_BY.search(words):
        issued_by = (text.clean[start + signed.start(1) : start + signed.end(1)],)
    elif issued_by and issue.bodies[-1].end == start and _COUNTED_BY_BODY.fullmatch(words):
        start = issue.bodies[0].start
        agency = text.clean[start : number.start].strip()
        issue = _issue(text.folded, number, start)
    return start, PolicyName(
        number=number, kind=kind, issuers=issued_by, agency=agency, told=issue.days(text.folded)
    )


def _coded(text: Text, number: DocumentNumber, previous: PolicyName | None) -> tuple[int, PolicyName]:
    assert number.code is not None
    start = _without_issuers(text.folded, number)
    agency = number.code
    if (at := text.folded.find(number.code, number.start, number.end)) >= 0:
        agency = re.sub(r"\s", "", text.clean[max(start, at) : at + len(number.code)])
    elif previous:
        agency = previous.agency  # 财税〔2016〕36号和140号
    issue = _issue(text.folded, number, start)
    told = issue.days(text.folded)
    return start, PolicyName(number=number, issuers=names(text, issue.bodies), agency=agency, told=told)


def _issue(folded: str, number: DocumentNumber, start: int) -> Issue:
    """What the words beside a number tell of its issue; no association or company issues what counts."""
    bracket, rest = acts_in_bracket(folded, number.end)
    behind = acts_behind(folded, rest) if folded[number.end : number.end + 1] not in tuple(")〕】]") else []
    before = _before(folded, number, start)
    return Issue(_public(before), tuple(map(_public, bracket)), tuple(map(_public, behind)))


def _public(act: Act) -> Act:
    return replace(act, bodies=tuple(b for b in act.bodies if b.standing != "private"))


def _kind_of(words: str) -> PolicyKind:
    """Of 第8/2010号行政法规 and the like, by its last words."""
    if own := next((kind for word, kind in _KINDS.items() if words.endswith(word)), None):
        return own
    word = instrument(words)
    return word.kind if word else "law"


def _of_series(
    text: Text, number: DocumentNumber, bodies: tuple[Body, ...], previous: PolicyName | None
) -> tuple[int, PolicyName]:
    kind: PolicyKind = "regulation" if number.series in ("令", "命令") else "announcement"
    if not bodies and previous and previous.number and previous.number.series == number.series:
        return number.start, replace(previous, number=number, kind=kind)
    start = _label_before(text.folded, bodies[0].start if bodies else number.start)
    issue = _issue(text.folded, number, start)
    name = PolicyName(number=number, kind=kind, told=issue.days(text.folded))
    if number.issuer:
        inside = text.folded.index(number.issuer, number.start) + len(number.issuer)
        issued_by = names(text, issuers.ending_at(text.folded, inside, inside - len(number.issuer)))
        agency = text.clean[inside - len(number.issuer) : inside]
        return number.start, replace(name, issuers=issued_by, agency=agency)
    if not bodies:
        letters, begin = code_before(text.folded, start)
        if _LETTERS.fullmatch(letters):
            return begin, replace(name, agency=text.clean[begin:start])
        if start == number.start or not _OF_STATE.search(text.folded, start, number.start):
            bodies = issue.bodies
    issued_by = _with_others(names(text, bodies), names(text, issue.before.bodies if issue.before else ()))
    if any(issuers.full_name(text.folded[b.start : b.end]) == _HEAD_OF_STATE for b in bodies):
        # 主席令 promulgates what the assembly has passed.
        issued_by, agency = (), text.clean[start : number.start].strip()
    else:
        state = "中华人民共和国" if text.folded.startswith("中华人民共和国", start) and bodies else ""
        label = text.clean[start : number.start].strip()
        agency = label if label.endswith("标准") else state + " ".join(names(text, bodies)) or label
    through_years = any(issuers.full_name(text.folded[b.start : b.end]) in _THROUGH_YEARS for b in bodies)
    year = _YEAR_BEFORE.search(text.folded, max(0, start - 8), start)
    if number.year is None and not through_years and year:
        name, start = replace(name, number=replace(number, year=int(year[1]))), year.start()
    return start, replace(name, issuers=issued_by, agency=agency)


def _with_others(own: tuple[str, ...], acting: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the bodies in a number; of all whose act issues it where they are among those: 商务部会同海关总署发布
    |商务部公告2020年第31号."""
    full = {issuers.full_name(fold(name)) for name in acting}
    return acting if own and {issuers.full_name(fold(name)) for name in own} <= full else own


def _before(folded: str, number: DocumentNumber, start: int) -> Act:
    """The act before a number: a name beside it (商务部|商综发〔2020〕30号), or set apart by the day alone (省财政厅3月5日以
    |皖财行〔2018〕1330号), an act of issuing, or one before its bracket."""
    parted = (
        start > number.start or not number.code or number.year is None or folded[start - 1 : start] in _BLANKS
    )
    beside = issuers.ending_at(folded, start) if parted else ()
    if (
        beside
        and _BLANK.fullmatch(folded, beside[-1].end, start)
        and all(b.standing != "private" for b in beside)
    ):
        return Act(beside, "", start, start)
    end = start - folded.endswith("以", 0, start)
    if dated := _DATED.search(folded, max(0, end - 20), end):
        end = dated.start()
    told = Act(issuers.ending_at(folded, end), "", end, start) if end < start else act_beside(folded, start)
    if told is None or not told.bodies:
        told = _acting(folded, start) or told
    return told or Act((), "", start, start)


def _acting(folded: str, start: int) -> Act | None:
    """The act that the words before the brackets tell: 省医保局出台的集采细则（浦医保发〔2022〕43号）, 海关总署发布公告，推广试点
    （公告2021年第47号）."""
    mark = start - 1
    while mark > 0 and folded[mark] in " \t\u3000":
        mark -= 1
    if folded[mark] != "(" or folded[max(0, mark - 4) : mark].rstrip().endswith(("》", "”")):
        return None
    low = max(0, mark - 60)
    low += max(folded.rfind(c, low, mark) - low + 1 for c in "。！？;，》\n")
    act, sentence = act_before(folded, low, mark), sentence_start(folded, mark)
    announced = None if act and act.bodies else _ANNOUNCED.search(folded, sentence, mark)
    return act_before(folded, sentence, announced.end()) if announced else act


def _label_before(folded: str, start: int) -> int:
    """Where words begin that name no body but belong to the number."""
    label = _LABEL.search(folded, max(0, start - 12), start)
    return label.start() if label else start


def _without_issuers(folded: str, number: DocumentNumber) -> int:
    """Where the code begins: 商务部商综发〔2020〕30号 has the issuer's name glued before it."""
    assert number.code is not None
    for cut in range(len(number.code) - (1 if number.code[-1] == "法" else 2), 1, -1):
        head, code = number.code[:cut], number.code[cut:]
        if (code[0] in "发办函联厅明规公令纪" and code[:2] != "发改") or number.end - number.start > 60:
            continue
        found = issuers.ending_at(folded, number.start + cut, number.start)
        if (
            found
            and found[0].start == number.start
            and found[-1].end == number.start + len(head)
            and (cut > 3 or issuers.is_known(head))
            and (head not in _IN_CODES or code[0] == head[0])
        ):
            return number.start + cut
    return number.start
