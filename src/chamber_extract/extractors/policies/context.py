"""What titles of policies are judged by, and how a title becomes a mention."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chamber_extract.extractors.policies.acts import sentence_start
from chamber_extract.extractors.policies.issue import Issue
from chamber_extract.extractors.policies.marks import SUBJECT
from chamber_extract.extractors.policies.names import LABEL, PolicyName, names
from chamber_extract.extractors.policies.titles import Surroundings
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument, is_generic, laws
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.mention import Mention
from chamber_extract.text import Text

_BROKEN = re.compile(r"\s*\n\s*")  # a headline on two lines
# 《关于…的通知（国发〔2022〕12号）》: the number is no part of the title.
_NUMBER_INSIDE = re.compile(r"(?<=.{4})[ \u3000]*\([^()]{0,40}(?:[〔\[]\d{4}[〕\]]|\d{4}年)第?\d{1,5}号\)$")
# 經審字第10204601170號公告修正發布「…」
_BY_LETTER = re.compile("号(?:函|令|公告)?(?:订定|核定|(?:修正|订定)?(?:发布|公布))?\\)?\\Z")


@dataclass(frozen=True, slots=True)
class Context:
    """The text, and what the titles in it are judged by."""

    text: Text
    numbers: Mapping[int, Mention]  # by where they start
    number_ends: frozenset[int]

    def around(self, start: int, end: int, first: int, last: int) -> Surroundings:
        """What stands around the marks `start:end`, in a run of titles that goes from `first` to `last`."""
        folded = self.text.folded
        return Surroundings(
            before=folded[sentence_start(folded, first) : first],
            after=folded[last : last + 60].split("\n", 1)[0],
            numbered=self._numbered(start, end),
            labelled=self._labelled(end),
        )

    def _numbered(self, start: int, end: int) -> bool:
        """Whether a document number stands right after the marks, in brackets, or right before them."""
        folded = self.text.folded
        j = start
        if self.by_letter(start):
            return True
        while j > 0 and folded[j - 1] in " \t\u3000)〕]】(:":
            j -= 1
        return self.number_after(end) is not None or j in self.number_ends

    def by_letter(self, mark: int) -> bool:
        """Whether a letter of Taiwan, by its number right before the mark, issues what the title names."""
        act = _BY_LETTER.search(self.text.folded, max(0, mark - 12), mark)
        return act is not None and act.start() + 1 in self.number_ends

    def number_after(self, end: int) -> Mention | None:
        """The document number right after the marks, in brackets or not."""
        folded = self.text.folded
        i = end
        while i < len(folded) and i < end + 40 and folded[i] in " \t\n\u3000(〔[【,，、文号:":
            i += 1
        return self.numbers.get(i)

    def _labelled(self, end: int) -> bool:
        """Whether the title is an entry's head: labelled fields follow on this line or the next."""
        folded = self.text.folded
        following = folded[end : end + 120]
        m = LABEL.search(following)
        return (
            m is not None and "。" not in following[: m.start()] and following[: m.start()].count("\n") <= 1
        )


def titled(
    text: Text, start: int, end: int, rule: str, issue: Issue, bodies: tuple[Body, ...] = ()
) -> Mention:
    """A title as a mention, issued by the `bodies` beside it or by those of its acts; a body that it opens with is its
    issuer unless the words after it tell of another."""
    folded = text.folded
    written = folded[start:end]
    start, end = start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())
    if inside := _NUMBER_INSIDE.search(folded, start, end):
        end = inside.start()
    title = _BROKEN.sub("", folded[start:end])
    word = instrument(title)
    kind = laws().get(title.removeprefix("中华人民共和国")) or (word.kind if word else "other")
    bodies = bodies or issue.bodies
    issuing = names(text, bodies) if any(b.standing != "private" for b in bodies) else ()
    subject = SUBJECT.search(folded, start, end)
    about = subject.start() if subject else -1
    if about > start and not issue.told_behind:
        head = issuers.ending_at(folded, about, start)
        own = names(text, head) if head and head[0].start == start else ()
        # 甲厅、乙厅、丙厅联合印发《甲厅等三部门关于…》: the act names those whom the title counts.
        issuing = own if own and not set(own) < set(issuing) else issuing
    elif about <= start and not issuing:
        opening = _opening_list(folded, start, end)
        issuing = names(text, opening)
    short = is_generic(title)
    return Mention(
        "policy",
        start,
        end,
        PolicyName(
            _BROKEN.sub("", text.clean[start:end]), None, kind, issuing, short=short, told=issue.days(folded)
        ),
        rule,
    )


def _opening_list(folded: str, start: int, end: int) -> tuple[Body, ...]:
    """The known bodies, set apart by spaces, that a title opens with: 《市场监管总局 国家药监局 支持复工复产十条》."""
    space = folded.rfind(" ", start, end)
    if space < 0:
        return ()
    found = issuers.ending_at(folded, space, start)
    return found if found and found[0].start == start else ()
