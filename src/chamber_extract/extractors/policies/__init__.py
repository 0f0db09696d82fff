"""Policies, laws and official documents where they stand: titles and document numbers.

Titles are found in 《》, in other quotation marks, in the form 关于…的通知 without marks, and by name for
laws everyone cites bare (外商投资法); `policy_titles` decides which titles are policies. Numbers are
found by their form. Which number belongs to which title is for `relate.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from chamber_extract.extractors.policies.acts import sentence_start
from chamber_extract.extractors.policies.bare import without_marks
from chamber_extract.extractors.policies.before import act_before
from chamber_extract.extractors.policies.behind import acts_behind, acts_in_bracket
from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.entries import entries, in_entries, of_entries
from chamber_extract.extractors.policies.issue import Issue, issue_of
from chamber_extract.extractors.policies.marks import ABOUT_IT, AMENDED, REPEALED, runs, titles
from chamber_extract.extractors.policies.numbers import numbered
from chamber_extract.extractors.policies.plain import unmarked
from chamber_extract.extractors.policies.rows import in_rows
from chamber_extract.extractors.policies.titles import ENOUGH, weigh
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.mention import Mention
from chamber_extract.normalize import document_numbers
from chamber_extract.segment import Segments
from chamber_extract.text import Text

_QUOTED = re.compile(r"“([^“”\n]{5,120}(?<!》))”")


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
        unmarked(context),
        in_rows(context, segments),
        without_marks(context),
    )
    yield from of_entries(text, found, listed)


def _marked(context: Context) -> Iterator[Mention]:
    """Titles in 《》 and, where the words leave no doubt, in quotation marks."""
    folded = context.text.folded
    for run in runs(folded, list(titles(folded))):
        low = sentence_start(folded, run[0][0])
        before = act_before(folded, low, run[0][0])
        behind = tuple(acts_behind(folded, acts_in_bracket(folded, run[-1][1])[1]))
        if ABOUT_IT.match(folded, run[-1][1]):
            before = None
        if AMENDED.search(folded, low, run[0][0]):
            before, behind = None, ()
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
            issue = Issue(before if shared else None, tuple(acts_in_bracket(folded, end)[0]), behind)
            title = folded[start + 1 : end - 1].strip()
            if title and weigh(title, around, (before.bodies if before else ()) or issue.bodies) >= ENOUGH:
                yield titled(context.text, start + 1, end - 1, "title", issue)
    for m in _QUOTED.finditer(folded):
        title = m[1].strip()
        word = instrument(title)
        issue = issue_of(folded, sentence_start(folded, m.start()), *m.span())
        official = any(b.standing == "state" for b in issue.bodies)
        around = context.around(m.start(), m.end(), m.start(), m.end())
        corner = context.text.clean[m.start()] == "「"  # marks titles as 《 does
        told = (word and (word.standing == "state" or official)) or context.by_letter(m.start())
        weight = weigh(title, around, issue.bodies) if told and not title.startswith(("“", "《")) else 0
        if weight >= ENOUGH + (not corner):
            yield titled(context.text, *m.span(1), "quoted-title", issue)
