"""The words of a clause one after the other, as far as they tell where a name can begin or end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, DATE, PERSON

# Who is known by these words alone.
_REFERENCE = re.compile(r"[该此本敝贵](?:公司|集团|会(?![场议员计]))|[他她]们?|我们?(?![国省市县区镇村州])")
_JOINT = re.compile("[、，(（和及与暨]|以及")
_PREPOSITION = re.compile(
    "[向给为对把将由被令让使同跟比到在从以用靠替帮托请邀]|[通透经]过|经由?|随着|根据|依据|按照|除了?|自从?|凭借|来自|代表|包括|连同|[会联协偕]同|因"
)
# 三天后, 2月初, 当晚八时
_WHEN = re.compile(
    r"[0-9一二三四五六七八九十廿卅两数几半]{1,3}(?:年|个?多?月|[日号时点天周]|星期|小时|分钟)"
    r"[底初末中]?(?:时间)?(?:以?来|之?[前后内间]|之中|里|起|止|下来|上午|下午|当[天晚])?"
)
_LASTED = re.compile(
    rf"{COUNT}+(?:(?:时间)?(?:以?来|之?[前后内间]|之中|里|起|止|下来)|(?={CHAMBER}{{4}}|{PERSON}))"
)
SOME = re.compile(f"{COUNT}|[一几多两数][位名家对]|某[位家一]")
_BEHIND = frozenset("后前时间内起止底午")  # behind a noun or a verb they say when: 震后, 开会时
# Adverbs and pronouns that open the names of parties: 各界, 本地, 全体, 该校; 永远名誉会长, 已故侨领.
_OPENS_NAMES = frozenset("各本我某其全多众几有他她别大该此您咱它吾谁")
_IN_NAMES = frozenset("已故 永远 永久 首都 首相 高新 自家 自己 活佛 爷们 老少 旁人".split())


class Word(NamedTuple):
    """A word at `start:end`, and the kind of the word before it.

    The kinds: `known` (a name or what stands for one), `joint` (、 和), `count`, `break` (a word of time or the like, with which
    no name goes on), `adverb` (the same, but a word that a name may chance to be made of; 的), `preposition`, `place`,
    `grammar` (各界, 本地), `verb`, `noun`; any other character is its own kind.
    """

    kind: str
    start: int
    end: int
    before: str


def each_word(view: str, start: int, end: int) -> Iterator[Word]:
    at, before = start, ""
    while at < end:
        kind, after = _kind(view, at, end, before)
        yield Word(kind, at, after, before)
        at, before = after, kind


def _kind(view: str, at: int, end: int, before: str) -> tuple[str, int]:
    """The kind of the word at a place, and where it ends; a single character is its own kind."""
    here = view[at]
    if joint := _JOINT.match(view, at, end):
        return "joint", joint.end()
    if here in (CHAMBER, PERSON) or _REFERENCE.match(view, at, end):
        return "known", at + 1
    if when := _LASTED.match(view, at, end) or _WHEN.match(view, at, end):
        return "break", when.end()
    if some := SOME.match(view, at, end):
        return "count", some.end()
    if here in " \u3000":
        return before, at + 1
    if here == DATE:
        return "break", at + 1
    if here == "的" and before != "place" and view[at + 1 : at + 2] != COUNT:
        return "adverb", at + 1  # 热心公益的商会, but 悉尼的商会, 到会的30家企业
    governs = _PREPOSITION.match(view, at, end)
    opening = opening_at(view, at, end)
    if opening and not (governs and governs.end() == at + opening):
        return "break", at + opening
    kind = names().common.get(view[at : at + 2], "") if at + 2 <= end else ""
    if governs and kind not in ("noun", "verb"):
        return "preposition", governs.end()
    if place := names().places.at(view, at):
        return "place", min(at + len(place), end)
    if kind == "grammar":
        kept = here in _OPENS_NAMES or view[at : at + 2] in _IN_NAMES
        return "grammar" if kept else "adverb", at + 2
    if kind:
        return "verb" if view[at : at + 2] in names().acts else kind, at + 2
    behind = here in _BEHIND and before in ("verb", "noun", "break", "adverb")
    return "break" if behind else here, at + 1


def opening_at(view: str, at: int, end: int) -> int:
    """The length of the word that stands at a place and may open a clause, 0 without one."""
    return _listed(view, at, end, "opening")


def predicate_at(view: str, at: int, end: int) -> int:
    """The length of the word that stands at a place and tells what is done, as no name does."""
    return _listed(view, at, end, "predicate")


LONGEST_WORD = 8


def _listed(view: str, at: int, end: int, role: str) -> int:
    lengths = range(min(LONGEST_WORD, end - at), 0, -1)
    return next((n for n in lengths if view[at : at + n] in _words(role)), 0)


def alternatives(role: str) -> str:
    """The words of a role in the table of clause words as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, _words(role)), key=lambda w: (-len(w), w)))


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("clause_words") if row["role"] == role)
