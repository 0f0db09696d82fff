"""Which acts and which days are those of issue: no vote before another publishes, no day of coming into force."""

from __future__ import annotations

import re

from chamber_extract.extractors.policies.acts import PUBLISHED, Act

# Behind a day: something comes into force, is amended or ends on it.
IN_FORCE = re.compile(
    r"[ \t]*(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起|修(?:[订正]|改)(?!通过|公布|发布|印发|出台|下发)|废止|至|到|—|(?:以|之)?前)"
)
# Whose vote is not yet the act: of a cabinet's regulation and a foreign assembly's law the gazette gives the day.
_VOTED = re.compile(
    r"(?:常务会议|办公会|部务会|局务会|国常会|党组会?|政治局|立法[会院议]|国会|议会|议院|参议|众议|内阁)[^。；;\n]*通过|三读"
)
ISSUED = re.compile(f"{PUBLISHED}|刊[登载]|通过|作出|[核订]定")


def gives_day(folded: str, act: Act) -> bool:
    """Whether the day of an act is that of issue: brackets may hold the day alone."""
    issued = not act.verbs or ISSUED.search(act.verbs) is not None
    return issued and not only_voted(folded[act.start : act.end])


def only_voted(words: str) -> bool:
    """Whether the last that the words tell is the vote of a body whose acts another publishes."""
    voted = _VOTED.search(words)
    return voted is not None and not re.search(PUBLISHED, words[voted.end() :])
