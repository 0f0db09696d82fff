"""Which titles, numbers, issuers, dates and links belong to one policy, within one document."""

from __future__ import annotations

import re

from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import title_key, without_remark
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.document_numbers import STANDARD, DocumentNumber
from chamber_extract.normalize.script import fold
from chamber_extract.relate.citations.days import day_of_entry, issued_beside
from chamber_extract.relate.citations.drafts import Draft, absorb, canonical, draft_of, parts
from chamber_extract.relate.citations.fields import (
    Fields,
    entry_fields,
    full_names,
    heading_issuers,
    row_fields,
)
from chamber_extract.relate.citations.groups import groups
from chamber_extract.relate.citations.letterhead import is_private, signature
from chamber_extract.relate.entities import Citation
from chamber_extract.segment import Span, at

_DEFINES = re.compile(r"(?:以下|下)?(?:统一)?(?:简称|合称|统称|(?<!名)称)(?:为|作)?[ \t:]*[《“]$")


def resolve(reading: Reading) -> list[Citation]:
    """One citation per policy, in order of first mention, each with all its mentions."""
    drafts = _Drafts(reading)
    for group in groups(reading):
        drafts.add(group)
    found = [d for d in drafts.all if _stands(d) and not _is_own_paper(reading, d)]
    for draft, fields in entry_fields(
        reading, [(d, m) for d in found for m in d.mentions if _may_head(d, m)]
    ):
        draft.fields = draft.fields.joined(fields)
    for draft in found:
        for m in draft.mentions:
            draft.fields = draft.fields.joined(row_fields(reading, m) or Fields())
    return [_citation(reading, d) for d in _merged_by_number(found)]


_REVISED = re.compile(r"\((?:(?:19|20)\d\d年?)?(?:修订|修正)(?:版|本)?\)$")
_COUNTED = ("公告", "通告", "令")  # series that bodies count within a year
_SAME_PARAGRAPH = 200


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
            self._take_over(draft)
            self.all.append(draft)
            known = draft
        else:
            absorb(known, draft)
        self._index(known, draft)

    def _take_over(self, draft: Draft) -> None:
        """A number of a year that leaves open whose it is: of those who issued the one cited last in the paragraph
        (海关总署印发2023年第127号公告，原来的2022年第54号公告)."""
        number = draft.number
        if (
            draft.title
            or not number
            or number.series not in _COUNTED
            or not number.year
            or draft.agency
            or draft.issuing
        ):
            return
        last = self.all[-1] if self.all else None
        if last and last.number and last.number.series == number.series:
            between = self.reading.text.folded[last.mentions[-1].end : draft.mentions[0].start]
            if last.issuers and len(between) <= _SAME_PARAGRAPH and "\n" not in between:
                draft.series, draft.agency = last.issuers, last.agency or " ".join(last.issuers)

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
        start = draft.mentions[0].start
        if _DEFINES.search(self.reading.text.folded, max(0, start - 12), start):
            return self.all[-1] if self.all else None  # （以下简称《办法》）
        if draft.short:
            known = self._antecedent(draft)
            if not (known and known.number and draft.number):
                return known
        for other in reversed(self._by_title.get(_title_key(draft.title), [])):
            if not _conflict(draft, other):
                return other
        cued = not draft.number and draft.mentions[0].rule == "cued-law"
        return next((d for d in reversed(self.all) if cued and _shortens(draft, d)), None)

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


def _may_head(draft: Draft, m: Mention) -> bool:
    """Whether an entry may begin with the mention: a title, or a number behind which the title stands or none."""
    titles = [x.start for x in draft.mentions if x.value.title]
    return m.value.title is not None or (bool(m.value.number) and m.start < min(titles, default=m.end))


def _title_key(title: str) -> str:
    """What two ways of writing one title share: no marks, no 中华人民共和国, no issuer before 关于, no （修订） at the end."""
    folded = _REVISED.sub("", fold(title))
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
    if a.series and b.series and len(a.series) != len(b.series):
        return full_names(a.series[:1]) == full_names(b.series[:1])  # whose number it is stands first
    return not a.issuing or not b.issuing or bool(a.issuing & b.issuing)


def _shortens(short: Draft, full: Draft) -> bool:
    """Whether a name takes single characters of a law's longer name, in order: 產創條例 of 產業創新條例."""
    a, b = fold(short.title or ""), _title_key(full.title or "")
    rest = iter(b)
    picked = len(a) < len(b) and a[:1] == b[:1] and a[-2:] == b[-2:] and all(c in rest for c in a)
    return picked and a[:-2] not in b


def _conflict(a: Draft, b: Draft) -> bool:
    """Whether two drafts of the same title are two policies: other numbers, or other issuers."""
    if a.number and b.number:
        return _serial_key(a.number) != _serial_key(b.number) or a.number.year != b.number.year
    return False


# Numbers that say whose they are without an issuer: chapters of ordinances, laws of Macau, executive orders.
_ALWAYS_KNOWN = frozenset({"章", "行政令", "总统令", STANDARD})


def _stands(draft: Draft) -> bool:
    """Whether enough is said to know the policy by: not a bare 《办法》 or 第8号公告 that leads back to nothing."""
    if draft.number:
        return draft.number.series in _ALWAYS_KNOWN or bool(draft.number.code or draft.agency or draft.title)
    return not (draft.short and len(draft.title or "") <= 2 and not draft.named)


def _is_own_paper(reading: Reading, draft: Draft) -> bool:
    """Whether the document's own letterhead is all that names it, and an association's."""
    coded = (m for m in draft.mentions if m.value.number and m.value.number.code)
    return not draft.issuing and any(is_private(reading, m) for m in coded)


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
    """What a draft says at last: its day is that of its writing or signature, else that of its publication."""
    signed = signature(reading, draft.mentions, draft.issuing)
    if signed:
        fuller = signed.issuers if len(signed.issuers) > len(draft.issuers) else draft.issuers
        draft.fields = Fields(issuers=fuller).joined(draft.fields).joined(signed)
    elif not draft.issuing and draft.kind != "law":
        above = (heading_issuers(reading, m) for m in draft.mentions if m.value.title)
        draft.fields = Fields(issuers=next(filter(None, above), ())).joined(draft.fields)
    spans = sorted({(m.start, m.end) for m in draft.mentions})
    chapter = draft.number is not None and draft.number.serial.endswith("章")
    return Citation(
        title=draft.title,
        document_number=canonical(draft),
        kind=draft.kind,
        number_parts=parts(draft),
        issuers=draft.series if chapter else draft.issuers,
        issued=(signed and signed.issued)
        or day_of_entry(reading, draft.mentions)
        or draft.fields.issued
        or draft.fields.posted
        or issued_beside(reading, draft.mentions, draft.number and draft.number.year),
        url=draft.fields.url,
        mentions=[Span(start, end) for start, end in spans],
    )
