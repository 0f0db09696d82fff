"""Kinds of written works by the last words of their titles, and laws known by name. Folded text."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from chamber_extract.gazetteer import table
from chamber_extract.models import PolicyKind

Standing = Literal["state", "shared", "other"]


class Instrument(NamedTuple):
    """What a title's last words tell: the kind, and who issues such works.

    `state`: organs of state; `shared`: they and others alike; `other`: none of them, or not as an act.
    """

    word: str
    kind: PolicyKind
    standing: Standing


# 《…办法（试行）》, 《…条例（2019年修订）》, 《…方案》（2.0版）: the instrument stands before the remark.
_REMARK = re.compile(
    r"(?:\([^()]{1,24}\)|〔[^〔〕]{1,24}〕|(?:19|20)\d\d年?版?|[ \t\u3000、,.]|试行|草案|征求意见稿|[\d.]+版)+$"
)
_MARKS = re.compile(r"[\s,，、。;:·“”‘’《》〈〉()\[\]〔〕\-—_]+")
# 《企业会计准则第16号——政府补助》 is a 准则, 《…规划——…》 a 规划.
_SERIAL = re.compile(r"(?:第[\d一二三四五六七八九十百]{1,4}[号部])?(?:(?:——|—(?!\d)).{1,40})?$")
_ARTICLES = re.compile(r"[\d一二三四五六七八九十]条$")


@cache
def _instruments() -> dict[str, Instrument]:
    return {
        row["word"]: Instrument(row["word"], row["kind"], row["standing"])  # type: ignore[arg-type]
        for row in table("instruments")
    }


@cache
def laws() -> dict[str, PolicyKind]:
    """Titles of laws and regulations cited without 《》, to their kind."""
    return {row["title"]: row["kind"] for row in table("laws")}  # type: ignore[misc]


def without_remark(title: str) -> str:
    """The title without 试行, version and the like at its end."""
    return _REMARK.sub("", title) or title


def instrument(title: str) -> Instrument | None:
    """The instrument that the title names at its end, by the longest known word; None where it names none."""
    stem = _SERIAL.sub("", without_remark(title)).rstrip("〉》”")
    for length in range(min(10, len(stem)), 0, -1):
        known = _instruments().get(stem[-length:])
        if known and (length > 1 or known.word != "条" or _ARTICLES.search(stem)):
            return known
    return None


_GENERIC = re.compile(r"(?:实施|指导|若干|管理|暂行|工作|行动|总体|试行|补充|紧急|指导性|政策|新|本)*")


def is_generic(title: str) -> bool:
    """Whether the title is an instrument's bare name, such as 实施办法, which many documents bear."""
    word = instrument(title)
    if word is None or len(title) > 12:
        return False
    return _GENERIC.fullmatch(without_remark(title).removesuffix(word.word)) is not None


def title_key(title: str) -> str:
    """What two ways of writing one title share: folded, without marks, 中华人民共和国 and spaces."""
    return _MARKS.sub("", title).removeprefix("中华人民共和国")
