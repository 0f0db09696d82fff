"""Policies, laws and official documents where they stand: titles and document numbers.

Titles are found in 《》, in other quotation marks, in the form 关于…的通知 without marks, and by name for
laws everyone cites bare (外商投资法); `policy_titles` decides which titles are policies. Numbers are
found by their form. Which number belongs to which title is for `relate.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from chamber_extract.extractors.policies.acts import issued_after, issued_by, issued_in_bracket
from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.entries import entries, in_entries, of_entries
from chamber_extract.extractors.policies.marks import ABOUT_IT, AMENDED, REPEALED, runs, titles
from chamber_extract.extractors.policies.names import PolicyName
from chamber_extract.extractors.policies.numbers import numbered
from chamber_extract.extractors.policies.plain import unmarked
from chamber_extract.extractors.policies.rows import in_rows
from chamber_extract.extractors.policies.titles import ENOUGH, weigh
from chamber_extract.gazetteer.instruments import instrument, laws
from chamber_extract.gazetteer.places import places
from chamber_extract.mention import Mention
from chamber_extract.models import PolicyKind
from chamber_extract.normalize import document_numbers
from chamber_extract.segment import Segments
from chamber_extract.text import Text

_QUOTED = re.compile(r"“([^“”\n]{5,120}(?<!》))”")
_LAW = re.compile(r"法典?|条例|章程|办法|准则|规定|细则|修正案|修正")
_ARTICLE = re.compile(r"第[\d一二三四五六七八九十百零]+条")  # 刑法第266条
_LONGEST_DIVISION = 12
_IMPLEMENTING = re.compile("实施(?:条例|细则|办法)")
_INSIDE_WORD = re.compile(r"规(?!定)|专业|专委|研究|教研|讲师|教授|博士|[治律院人庭定制学官案医师务理网]")
_LECTURE = re.compile("(?:解读|讲座|宣讲|培训)[^“”。\\n]{0,8}”")  # “阿联酋增值税法解读”
# 1955年雇佣法令: acts of Malaysia and Singapore go by the year of their passing.
_ACT_OF_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d年(?!\d)(?P<name>[\u4e00-\u9fff]{2,14}?法令)(?!案|人)(?=第|\(|修|条|规|下|，|。|、|的|将|于|而|有|与|及|\s|”|$)"
)
_NUMBERED_LAW = re.compile(rf"(?<=号){document_numbers.NAMED_LAW}")
_NOT_ACT = re.compile(r"[的了新该本各]|颁布|公布|实施|生效|修订|相关|有关|政府")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Every mention of a policy, titles and numbers apart. Mentions may overlap where two rules see one place."""
    numbers = sorted(document_numbers.find(text.folded), key=lambda n: (n.start, -n.end))
    cited = list(numbered(text, numbers))
    context = Context(text, {m.start: m for m in cited}, frozenset(m.end for m in cited))
    listed = entries(text.folded, segments.paragraphs, cited)
    found = chain(
        cited,
        in_entries(context, listed),
        _marked(context),
        unmarked(context, numbers),
        in_rows(context, segments),
        _known(text),
        _cued(text, context.number_ends),
    )
    yield from of_entries(text, found, listed)


def _marked(context: Context) -> Iterator[Mention]:
    """Titles in 《》 and, where the words leave no doubt, in quotation marks."""
    folded = context.text.folded
    for run in runs(folded, list(titles(folded))):
        low = context.low(run[0][0])
        before, after = issued_by(folded, low, run[0][0]), issued_after(folded, run[-1][1])
        if ABOUT_IT.match(folded, run[-1][1]):
            before = ()
        if AMENDED.search(folded, low, run[0][0]):
            before = after = ()
        first = context.around(*run[0], run[0][0], run[-1][1])
        for start, end in run:
            around = context.around(start, end, run[0][0], run[-1][1])
            # 民政部《…规划》（民发〔2021〕78号）和《…省条例》: what has no number beside one that has is another's.
            # 财政部《…通知》（财税〔2012〕39号）和《…办法》（国家税务总局公告2012年第24号）: its number says whose it is.
            number = context.number_after(end)
            shared = start == run[0][0] or (
                around.numbered == first.numbered
                and not (number and number.value.issuers)
                and not REPEALED.match(folded, end)
            )
            bodies = (before if shared else ()) or issued_in_bracket(folded, end) or after
            title = folded[start + 1 : end - 1].strip()
            if title and weigh(title, around, before or bodies) >= ENOUGH:
                told = bool(after) and bodies is after
                yield titled(context.text, start + 1, end - 1, bodies, "title", told)
    for m in _QUOTED.finditer(folded):
        title = m[1].strip()
        word = instrument(title)
        bodies = (
            issued_by(folded, context.low(m.start()), m.start())
            or issued_in_bracket(folded, m.end())
            or issued_after(folded, m.end())
        )
        official = any(b.standing == "state" for b in bodies)
        around = context.around(m.start(), m.end(), m.start(), m.end())
        corner = context.text.clean[m.start()] == "「"  # marks titles as 《 does
        told = (word and (word.standing == "state" or official)) or context.by_letter(m.start())
        weight = weigh(title, around, bodies) if told and not title.startswith(("“", "《")) else 0
        if weight >= ENOUGH + (not corner):
            yield titled(context.text, m.start(1), m.end(1), bodies, "quoted-title")


def _known(text: Text) -> Iterator[Mention]:
    """Laws known by name, a local one with its division (浙江省优化营商环境条例), with 实施条例 what carries one out."""
    folded = text.folded
    known = laws()
    longest = max(map(len, known))
    for m in _LAW.finditer(folded):
        end = m.end()
        if (m[0] == "法" and _INSIDE_WORD.match(folded, end)) or _LECTURE.match(folded, end):
            continue
        shortest = 2 if _ARTICLE.match(folded, end) else 3
        lengths = range(min(longest, end), shortest - 1, -1)
        length = next((n for n in lengths if folded[end - n : end] in known), 0)
        kind = known.get(folded[end - length : end], "other")
        start = _with_state(folded, end - length, kind)
        if not length or folded[start - 1 : start] in ("《", "〈"):
            continue
        if m[0] == "法" and (its := _IMPLEMENTING.match(folded, end)):
            end, kind = its.end(), "regulation"
        yield Mention("policy", start, end, PolicyName(text.clean[start:end], None, kind), "known-law")


def _with_state(folded: str, start: int, kind: PolicyKind) -> int:
    """Where a law's name begins with the state or, of a regulation, the division that made it."""
    if folded.endswith("中华人民共和国", max(0, start - 7), start):
        return start - 7
    if kind == "law":
        return start
    zone = start - 4 if folded.endswith("经济特区", max(0, start - 4), start) else start
    for low in range(max(0, zone - _LONGEST_DIVISION), zone - 1):
        place = places().get(folded[low:zone])
        if place and place.kind in ("province", "division"):
            return low
    return start


def _cued(text: Text, numbers: frozenset[int]) -> Iterator[Mention]:
    """Acts without marks that go by the year of their passing, or stand behind what counts them."""
    folded = text.folded
    for m in _ACT_OF_YEAR.finditer(folded):
        if not _NOT_ACT.search(m["name"]) and folded[m.start() - 1 : m.start()] not in ("《", "“"):
            yield _bare_law(text, *m.span())
    for m in _NUMBERED_LAW.finditer(folded):
        if m.start() in numbers:
            yield _bare_law(text, *m.span())


def _bare_law(text: Text, start: int, end: int) -> Mention:
    return Mention("policy", start, end, PolicyName(text.clean[start:end], None, "law"), "cued-law")
