"""A citation in the making: what the mentions of one policy say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain

from chamber_extract.extractors.policies.names import PolicyName
from chamber_extract.mention import Mention, Reading
from chamber_extract.models import PolicyKind
from chamber_extract.normalize.document_numbers import STANDARD, DocumentNumber
from chamber_extract.normalize.script import fold
from chamber_extract.relate.citations.fields import Fields, full_names
from chamber_extract.relate.citations.letterhead import writer

# 甲厅等三部门关于…: elsewhere all three may be named.
_AND_OTHERS = re.compile(r"等[\d一二三四五六七八九十两多兩]*[个個]?(?:部[门門委]|单位|單位|厅局|廳局)")


@dataclass(slots=True)
class Draft:
    """A citation in the making. `named` are issuers from the words beside a title, `series` those in a number."""

    title: str | None = None
    kind: PolicyKind = "other"
    short: bool = False
    number: DocumentNumber | None = None
    agency: str = ""
    written: str = ""
    named: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)

    @property
    def issuing(self) -> frozenset[str]:
        """Full names of the issuers known so far, folded."""
        return full_names(self.fields.issuers or self.series or self.named)

    @property
    def issuers(self) -> tuple[str, ...]:
        """The issuers as written: those a label names, else the fuller of those in the number and in the words,
        of equals those in the words."""
        if self.fields.issuers:
            return self.fields.issuers
        if not self.series or full_names(self.named) >= full_names(self.series):
            return self.named
        return self.series


def draft_of(reading: Reading, group: list[Mention]) -> Draft:
    """What a title and the numbers beside it say; the first of each counts."""
    draft = Draft(mentions=list(group))
    kind: PolicyKind = "other"
    for m in group:
        value: PolicyName = m.value
        if value.title and draft.title is None:
            draft.title, draft.kind, draft.short = value.title, value.kind, value.short
            named = (writer(reading, m) if name.startswith("我") else (name,) for name in value.issuers)
            draft.named = tuple(dict.fromkeys(chain.from_iterable(named)))
        elif value.number and draft.number is None:
            draft.number, draft.series = value.number, value.issuers
            clean = reading.text.clean
            draft.written = re.sub(r"\s", "", clean[m.start : m.end])
            draft.agency = value.agency
            kind = value.kind
    statute = draft.number and "/" in draft.number.serial and kind in ("law", "regulation")
    if draft.kind == "other" or kind == "standard" or statute:
        draft.kind = kind
    return draft


def absorb(known: Draft, other: Draft) -> None:
    """What a further mention adds: gaps are filled, nothing is overwritten but by what is fuller."""
    known.mentions += other.mentions
    if other.title and not other.short and (known.short or len(other.title) > len(known.title or "")):
        known.title, known.short, known.kind = other.title, other.short, other.kind
    elif known.title is None:
        known.title, known.short = other.title, other.short
        known.kind = other.kind if other.title else known.kind
    if known.number is None or (not known.agency and other.agency):
        known.number, known.agency, known.written = other.number, other.agency, other.written
    leaves_out = _AND_OTHERS.search(known.title or "") and full_names(known.named) < full_names(other.named)
    if not known.named or leaves_out:
        known.named = other.named
    known.series = known.series or other.series


def canonical(draft: Draft) -> str | None:
    """The number as data-model and GB/T 9704 write it: 商综发〔2020〕30号, 财政部 税务总局公告2020年第8号."""
    number = draft.number
    if number is None:
        return None
    if number.series == "章" or (number.code and not number.year):
        return draft.written
    if number.series == STANDARD:
        return number.serial
    sign = "號" if "號" in draft.written else "号"
    nth = "第" if "第" in draft.written else ""
    if number.code and draft.written[0] in "〔[【(（［﹝〖":
        return f"〔{number.year}〕{draft.agency}{nth}{number.serial}{sign}"
    if number.code:
        return f"{_agency(draft)}〔{number.year}〕{int(number.serial)}{sign}"
    if number.bracketed:
        return f"{_agency(draft)}{number.series}〔{number.year}〕{nth}{number.serial}{sign}"
    year = f"{number.year}年" if number.year else ""
    at = fold(draft.written).find(number.series or "")
    series = draft.written[at:][: len(number.series or "")] if at >= 0 else number.series
    return f"{_agency(draft)}{series}{year}第{number.serial}{sign}"


def _agency(draft: Draft) -> str:
    """What the number names for its issuer; a series without issuers of its own takes those of its title."""
    return draft.agency or " ".join(draft.issuers if draft.number and draft.number.series else ())


def parts(draft: Draft) -> tuple[str, int, int] | None:
    """Agency, year and serial of the number, None where it lacks one of them."""
    number = draft.number
    if number is None or number.year is None or not number.serial.isdigit():
        return None
    return (
        draft.agency if number.code else f"{_agency(draft)}{number.series}",
        number.year,
        int(number.serial),
    )
