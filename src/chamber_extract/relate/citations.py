"""Which titles, numbers, issuers, dates and links belong to one policy, within one document."""

from __future__ import annotations

import re

from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import title_key, without_remark
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.document_numbers import DocumentNumber
from chamber_extract.normalize.script import fold
from chamber_extract.relate.citation_drafts import Draft, absorb, canonical, draft_of, parts
from chamber_extract.relate.citation_fields import Fields, entry_fields, issued_beside, signature
from chamber_extract.relate.entities import Citation
from chamber_extract.segment import Span, at

# What may stand between a title and its number, after it and before it.
_AFTER = re.compile(
    r"[》”]?[ \t\u3000]*(?:\((?:试行|暂行|修订|20\d\d年?版?)\))?[ \t\u3000]*(?:[(〔\[【](?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日[,，]?)?原?)?[ \t\u3000]*(?:即|[,，、:])?(?:发?文(?:件)?(?:字|编)?号[ \t]*:?)?[ \t\u3000]*"
)
_BEFORE = re.compile(
    r"[)〕\]】]?[ \t\u3000]*(?:文件|文)?[ \t\u3000]*[,，]?(?:印发|发布|下发|颁布|公布)?(?:了|的)?(?:新?修[订改]后?的|新的)?"
    r"[ \t\u3000]*[,，:]?[ \t\u3000]*[(〔【]?[《“]"
    r"|[)）】]?[ \t\u3000]*:[ \t\u3000]*"
    r"|】[ \t\u3000]*[^,，。;；\n《》]{0,30}[《“]?"
)
_SAME_BRACKET = re.compile(r"[ \t\u3000]*[、,，;/和及]?[ \t\u3000]*")
_DEFINES = re.compile(r"(?:以下|下)?(?:统一)?(?:简称|合称|统称|称)(?:为|作)?[ \t:]*[《“]$")


def resolve(reading: Reading) -> list[Citation]:
    """One citation per policy, in order of first mention, each with all its mentions."""
    drafts = _Drafts(reading)
    for group in _groups(reading):
        drafts.add(group)
    found = [d for d in drafts.all if _stands(d)]
    for draft, fields in entry_fields(reading, [(d, m) for d in found for m in d.mentions if m.value.title]):
        draft.fields = draft.fields.joined(fields)
    return [_citation(reading, d) for d in _merged_by_number(found)]


def _groups(reading: Reading) -> list[list[Mention]]:
    """Mentions in order, a title together with the number beside it (and further numbers in its bracket)."""
    folded = reading.text.folded
    groups: list[list[Mention]] = []
    for m in reading.of("policy"):
        last = groups[-1] if groups else []
        if last and _joins(folded, last, m):
            last.append(m)
        else:
            groups.append([m])
    return groups


def _joins(folded: str, group: list[Mention], m: Mention) -> bool:
    previous, gap = group[-1], folded[group[-1].end : m.start]
    if len(gap) > 40 or ("\n" in gap and not _is_next_line(folded, gap, m)):
        return False
    titled, numbered = any(x.value.title for x in group), any(x.value.number for x in group)
    if m.value.number:
        if not titled:
            return False
        if not numbered:
            return _AFTER.fullmatch(gap.replace("\n", "")) is not None or _is_row_gap(gap)
        return _opens_bracket(folded, previous) and _SAME_BRACKET.fullmatch(gap) is not None
    return numbered and not titled and (_BEFORE.fullmatch(gap) is not None or _is_row_gap(gap))


def _is_next_line(folded: str, gap: str, m: Mention) -> bool:
    """Whether a number is all that stands on the line under the title."""
    line = folded.find("\n", m.end)
    rest = folded[m.end : line if line >= 0 else len(folded)]
    return m.value.number is not None and gap.count("\n") == 1 and not rest.strip(" \t\u3000)〕】]")


def _is_row_gap(gap: str) -> bool:
    return "\t" in gap and "。" not in gap


def _opens_bracket(folded: str, number: Mention) -> bool:
    return (
        folded[max(0, number.start - 1) : number.start] in tuple("(〔【[")
        and folded[number.end : number.end + 1] not in ")〕】]"
    )


class _Drafts:
    """The citations so far, and how later mentions find theirs."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.all: list[Draft] = []
        self._by_title: dict[str, list[Draft]] = {}
        self._by_number: dict[tuple[str, str], list[Draft]] = {}

    def add(self, group: list[Mention]) -> None:
        """Take a group in: into the citation it repeats, or as a new one."""
        draft = draft_of(self.reading, group)
        known = self._known(draft)
        if known is None:
            self.all.append(draft)
            known = draft
        else:
            absorb(known, draft)
        self._index(known, draft)

    def _index(self, known: Draft, draft: Draft) -> None:
        if draft.title and not draft.short:
            self._by_title.setdefault(_title_key(draft.title), []).append(known)
        if draft.number:
            self._by_number.setdefault(_serial_key(draft.number), []).append(known)

    def _known(self, draft: Draft) -> Draft | None:
        if draft.number:
            for other in reversed(self._by_number.get(_serial_key(draft.number), [])):
                if _same_number(draft, other):
                    return other
        if not draft.title:
            return None
        if self._is_definition(draft):
            return self.all[-1] if self.all else None
        if draft.short and not draft.number:
            return self._antecedent(draft)
        for other in reversed(self._by_title.get(_title_key(draft.title), [])):
            if not _conflict(draft, other):
                return other
        return None

    def _is_definition(self, draft: Draft) -> bool:
        """Whether the title is a short form being defined: （以下简称《办法》）."""
        start = draft.mentions[0].start
        return _DEFINES.search(self.reading.text.folded, max(0, start - 12), start) is not None

    def _antecedent(self, draft: Draft) -> Draft | None:
        """The last policy of the article that ends in the short title, or bears it alone."""
        section = at(self.reading.segments.sections, draft.mentions[0].start)
        short = _title_key(draft.title or "")
        for other in reversed(self.all):
            if at(self.reading.segments.sections, other.mentions[0].start) != section:
                return None
            ends_so = other.title and _title_key(without_remark(fold(other.title))).endswith(short)
            if ends_so and (not draft.issuing or not other.issuing or draft.issuing & other.issuing):
                return other
        return None


def _title_key(title: str) -> str:
    """What two ways of writing one title share: no marks, no 中华人民共和国, no issuer before 关于."""
    folded = fold(title)
    about = folded.find("关于")
    if about > 0:
        head = issuers.ending_at(folded, about)
        if head and head[0].start == 0:
            folded = folded[about:]
    return title_key(folded)


def _serial_key(number: DocumentNumber) -> tuple[str, str]:
    return (number.code or number.series or "", number.serial)


def _same_number(a: Draft, b: Draft) -> bool:
    """Same code or series and serial are given; years and issuers must not contradict each other."""
    assert a.number is not None and b.number is not None
    if a.number.code:
        return a.number.year == b.number.year
    if a.number.year and b.number.year and a.number.year != b.number.year:
        return False
    return not a.issuing or not b.issuing or bool(a.issuing & b.issuing)


def _conflict(a: Draft, b: Draft) -> bool:
    """Whether two drafts of the same title are two policies: other numbers, or other issuers."""
    if a.number and b.number:
        return _serial_key(a.number) != _serial_key(b.number) or a.number.year != b.number.year
    return False


# Numbers that say whose they are without an issuer: chapters of ordinances, laws of Macau, executive orders.
_ALWAYS_KNOWN = frozenset({"章", "行政令", "总统令"})


def _stands(draft: Draft) -> bool:
    """Whether enough is said to know the policy by: not a bare 《办法》 or 第8号公告 that leads back to nothing."""
    if draft.number:
        return draft.number.series in _ALWAYS_KNOWN or bool(
            draft.number.code or draft.number.year or draft.agency or draft.title
        )
    return not (draft.short and len(draft.title or "") <= 2 and not draft.named)


def _merged_by_number(drafts: list[Draft]) -> list[Draft]:
    """Drafts in order, with a labelled number (文号：…) of an entry joined to the entry's own draft."""
    owner = {id(m): d for d in drafts for m in d.fields.numbers}
    out = []
    for d in drafts:
        into = owner.get(id(d.mentions[0])) if d.number and not d.title else None
        if into is not None and into is not d and into.number is None:
            absorb(into, d)
        else:
            out.append(d)
    return out


def _citation(reading: Reading, draft: Draft) -> Citation:
    if signed := signature(reading, draft.mentions, draft.issuing):
        draft.fields = draft.fields.joined(Fields(issuers=draft.issuers)).joined(signed)
    spans = sorted({(m.start, m.end) for m in draft.mentions})
    number_tells_law = draft.number is not None and draft.number.series == "章"
    return Citation(
        title=draft.title,
        document_number=canonical(draft),
        kind=draft.kind,
        number_parts=parts(draft),
        issuers=() if number_tells_law else draft.issuers,
        issued=draft.fields.issued or issued_beside(reading, draft.mentions),
        url=draft.fields.url,
        mentions=[Span(start, end) for start, end in spans],
    )
