"""Mentions of policies by their number, with the issuers whose names are part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chamber_extract.extractors.policies.acts import (
    DAY_BEFORE,
    issued_after,
    issued_by,
    issued_in_bracket,
    issuing,
)
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
_ANYONES = re.compile(r"(?<!》\()第[^号A-ZĐ]{3,20}号(?:通函|通知|通告|公告|规定|决定|决议)\Z")
# 市政署第12/2020号公告: what each body counts for itself, unlike the laws of the land and what letters say whose it is.
_COUNTED_BY_BODY = re.compile(
    r"第?[ \t]*[\d/-]+[ \t]*号(?:公告|通告|通函|通知|决定|决议|规定|(?:税务|海关)条例)"
)
_IN_CODES = ("工信部", "人社部")  # bodies whose codes open with their name: 工信部企业〔2022〕63号
_HEAD_OF_STATE = "国家主席"
_THROUGH_YEARS = frozenset((_HEAD_OF_STATE, "国务院"))  # whose decrees are counted through the years
_LINE_ABOVE = re.compile(r"(?:\A|\n)[ \u3000]*([^\s][^\n]*?)\s*\n[ \u3000]*\Z")
_BLANK = re.compile(r"[ \u3000]{0,2}")
_CARRY = re.compile(r"[ \t\u3000、,，和及与]{0,4}")  # between the numbers of one list


def numbered(text: Text, numbers: list[DocumentNumber]) -> Iterator[Mention]:
    """The numbers as mentions; those of a series take in the issuers before them."""
    previous: PolicyName | None = None
    reach = 0
    for number in numbers:
        goes_on = previous if _CARRY.fullmatch(text.folded, reach, number.start) else None
        if number.series in (None, "章", STANDARD):
            start, name = _coded(text, number, goes_on)
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


def _coded(text: Text, number: DocumentNumber, previous: PolicyName | None) -> tuple[int, PolicyName]:
    if number.code is None:
        words = text.folded[number.start : number.end]
        kind = "standard" if number.series == STANDARD else _kind_of(words)
        if signed := _SIGNED_BY.search(words):
            a, b = (number.start + i for i in signed.span(1))
            return number.start, PolicyName(number=number, kind=kind, issuers=(text.clean[a:b],))
        bodies = (
            () if AMENDED.search(text.folded, max(0, number.start - 4), number.end) else _around(text, number)
        )
        issued_by = names(text, bodies)
        if issued_by and bodies[-1].end == number.start and _COUNTED_BY_BODY.fullmatch(words):
            start = bodies[0].start
            agency = text.clean[start : number.start].strip()
            return start, PolicyName(number=number, kind=kind, issuers=issued_by, agency=agency)
        return number.start, PolicyName(number=number, kind=kind, issuers=issued_by)
    start = _without_issuers(text.folded, number)
    agency = number.code
    if (at := text.folded.find(number.code, number.start, number.end)) >= 0:
        agency = re.sub(r"\s", "", text.clean[max(start, at) : at + len(number.code)])
    elif previous:
        agency = previous.agency  # 财税〔2016〕36号和140号
    bodies = (
        _beside(text, number, start)
        or _issuing(text, start)
        or issued_in_bracket(text.folded, number.end)
        or _acting(text, start)
        or _told(text, number)
    )
    return start, PolicyName(number=number, issuers=names(text, bodies), agency=agency)


def _around(text: Text, number: DocumentNumber) -> tuple[Body, ...]:
    """The bodies that the words beside a number name as its issuers."""
    return _beside(text, number, number.start) or _issuing(text, number.start) or _told(text, number)


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
        return number.start, PolicyName(
            number=number, kind=kind, issuers=previous.issuers, agency=previous.agency
        )
    if number.issuer:
        inside = text.folded.index(number.issuer, number.start) + len(number.issuer)
        issued_by = names(text, issuers.ending_at(text.folded, inside, inside - len(number.issuer)))
        agency = text.clean[inside - len(number.issuer) : inside]
        return number.start, PolicyName(number=number, kind=kind, issuers=issued_by, agency=agency)
    start = _label_before(text.folded, bodies[0].start if bodies else number.start)
    if not bodies:
        letters, begin = code_before(text.folded, start)
        if _LETTERS.fullmatch(letters):
            return begin, PolicyName(number=number, kind=kind, agency=text.clean[begin:start])
        if start == number.start or not _OF_STATE.search(text.folded, start, number.start):
            bodies = _issuing(text, start) or _told(text, number)
    issued_by = _with_others(text, start, bodies)
    if any(issuers.full_name(text.folded[b.start : b.end]) == _HEAD_OF_STATE for b in bodies):
        # 主席令 promulgates what the assembly has passed.
        issued_by, agency = (), text.clean[start : number.start].strip()
    else:
        state = "中华人民共和国" if text.folded.startswith("中华人民共和国", start) and bodies else ""
        label = text.clean[start : number.start].strip()
        agency = label if label.endswith("标准") else state + " ".join(names(text, bodies)) or label
    through_years = any(issuers.full_name(text.folded[b.start : b.end]) in _THROUGH_YEARS for b in bodies)
    if (
        number.year is None
        and not through_years
        and (year := _YEAR_BEFORE.search(text.folded, max(0, start - 8), start))
    ):
        number, start = replace(number, year=int(year[1])), year.start()
    return start, PolicyName(number=number, kind=kind, issuers=issued_by, agency=agency)


def _with_others(text: Text, start: int, bodies: tuple[Body, ...]) -> tuple[str, ...]:
    """The names of the bodies in a number; of all whose act issues it where they are among those: 商务部会同海关总署发布
    |商务部公告2020年第31号."""
    own, acting = (names(text, b) for b in (bodies, issuing(text.folded, start) if bodies else ()))
    full = {issuers.full_name(fold(name)) for name in acting}
    return acting if own and {issuers.full_name(fold(name)) for name in own} <= full else own


def _beside(text: Text, number: DocumentNumber, start: int) -> tuple[Body, ...]:
    """The bodies whose name stands glued before a code: 商务部|商综发〔2020〕30号, 財政部|台財稅字第1091005859號."""
    if (
        number.code
        and start == number.start
        and number.year is not None
        and text.folded[max(0, start - 1) : start] not in (" ", "\u3000")
    ):
        return ()
    found = issuers.ending_at(text.folded, start)
    near = found and _BLANK.fullmatch(text.folded, found[-1].end, start)
    return found if near and all(b.standing != "private" for b in found) else ()


def _issuing(text: Text, start: int) -> tuple[Body, ...]:
    end = start - text.folded.endswith("以", 0, start)  # 由省财政厅以皖财行〔2018〕1330号印发
    if dated := DAY_BEFORE.search(text.folded, max(0, end - 20), end):
        end = dated.start()  # 财政部111年7月29日台财税字第…号
    found = issuers.ending_at(text.folded, end) if end < start else issuing(text.folded, start)
    return tuple(b for b in found if b.standing != "private")


def _told(text: Text, number: DocumentNumber) -> tuple[Body, ...]:
    """The bodies that the words behind a number without brackets name: 第32/2021号通告由商务部发布."""
    if text.folded[number.end : number.end + 1] in tuple(")〕】]"):
        return ()
    return tuple(b for b in issued_after(text.folded, number.end) if b.standing == "state")


def _acting(text: Text, start: int) -> tuple[Body, ...]:
    """The bodies whose act the words before the brackets tell: 省医保局出台的集采细则（浦医保发〔2022〕43号）."""
    mark = start - 1
    while mark > 0 and text.folded[mark] in " \t\u3000":
        mark -= 1
    if text.folded[mark] != "(" or text.folded[max(0, mark - 4) : mark].rstrip().endswith(("》", "”")):
        return ()
    low = max(0, mark - 60)
    low += max(text.folded.rfind(c, low, mark) - low + 1 for c in "。！？;，》\n")
    return tuple(b for b in issued_by(text.folded, low, mark) if b.standing == "state")


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
