"""What is told of a policy's issue: in the words before it, in its brackets, and in the clauses behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chamber_extract.extractors.policies.acts import Act, first_named
from chamber_extract.extractors.policies.before import act_before
from chamber_extract.extractors.policies.behind import acts_behind, acts_in_bracket
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.segment import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """The acts that tell of a policy's issue, by where they stand."""

    before: Act | None = None
    bracket: tuple[Act, ...] = ()
    behind: tuple[Act, ...] = ()

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Who issued it, by the first of these places that names anybody."""
        before = self.before.bodies if self.before else ()
        return before or first_named(self.bracket) or first_named(self.behind)

    @property
    def told_behind(self) -> bool:
        """Whether the clauses behind it alone say who issued it."""
        return (
            not (self.before and self.before.bodies) and not first_named(self.bracket) and bool(self.bodies)
        )

    def days(self, folded: str) -> tuple[Span, ...]:
        """The words among which the day of issue stands, first those most to be relied on."""
        later = sorted((*self.bracket, *self.behind), key=lambda act: bool(act.verbs) and not act.publishes)
        acts = [a for a in later if a.gives_day(folded)]
        act = self.before
        # 8月13日，《…》公布: a day alone before it is that of what the clause behind it tells.
        if (
            act
            and act.gives_day(folded)
            and (act.verbs or act.bodies or any(a in acts for a in self.behind[:1]))
        ):
            acts.append(act)
        return tuple(Span(a.start, a.end) for a in acts if a.start < a.end)


def issue_of(text: str, low: int, start: int, end: int) -> Issue:
    """What the words from `low` on tell of the issue of the policy whose title with its marks is `start:end`."""
    return replace(issue_behind(text, end), before=act_before(text, low, start))


def issue_behind(text: str, end: int) -> Issue:
    """What the brackets and the clauses behind a policy tell of its issue."""
    bracket, rest = acts_in_bracket(text, end)
    return Issue(None, tuple(bracket), tuple(acts_behind(text, rest)))
