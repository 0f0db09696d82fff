"""Acts of issuing behind a policy, of which the clause speaks: 《…》由商务部于3月5日印发; （…号，商务部印发）; 该办法3月5日公布."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.extractors.policies.acts import (
    GAZETTE,
    IN_GAZETTE,
    MADE,
    PUBLISHED,
    UNIT,
    Act,
    subject_end,
)
from chamber_extract.extractors.policies.counts import NOUN, summed
from chamber_extract.gazetteer import issuers

# A clause; the name of a gazette and short brackets are part of it, 并于 begins another.
_CLAUSE = re.compile(rf"(?:(?!并[于由自\d])(?:[^，,；;。！？\n\t()《》”]|\([^()\n]{{0,20}}\)|{GAZETTE}))+")
# In brackets a blank parts clauses as well: （…会议通过　…国务院令第722号公布）.
_CLAUSE_IN_BRACKET = re.compile(r"(?:(?!(?<=[过准号日布])[ \u3000])[^，,；;。\n])+")
_BRACKET = re.compile(r"[》”〉〕\]】 \t]*(?:\n\s{0,4})?\((?P<inner>(?:[^()\n]|\([^()\n]{0,20}\)){1,120})\)")
_REMARKS = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)|[》”〉 ])+$")
_SENTENCE = re.compile("[。！？；;\n]")
_NEXT_TITLE = re.compile(rf"(?!{GAZETTE})《")
_SAID_OF_IT = re.compile(rf"{PUBLISHED}|{MADE}|{IN_GAZETTE}")
# The policy named anew, after 该 by any noun, else by its title's last word: 该条例, 《…纲要》。纲要由…印发.
_ANAPHOR = re.compile(rf"(?:[该此本]|上述|这[一份部项个])[\u4e00-\u9fff]{{0,4}}?(?:{NOUN}|法)|文件|全文")
# What follows the verb where the policy itself is its object: the clause ends, or tells when, where and what then.
_DONE = re.compile(
    rf"了?(?:$|的$|[并后起至到给各]|以来|之日|\(|(?:实施|施行|生效|执行)$|[于在自]|(?:时间|日期)[为是:]?|{GAZETTE}|(?:{_ANAPHOR.pattern})$)"
)
# What stands between the clause's beginning and the body that acts, or the act where none is named.
_LEAD = re.compile(
    rf"[ \u3000]*(?:{UNIT}|[系是于在自将现业原]|[^，。；;\n]{{0,14}}签[署发]了?)*+(?:(?:[由经获]|该[厅局部委署办院]|(?<=经))[^，。；;\n《》]{{0,40}})?"
)
_TURNS = re.compile("经|[^:]{2,6}:")
_WHEN = re.compile(rf"[ \u3000]*(?:{UNIT})+")
_REACH_ON = 200


def acts_in_bracket(text: str, end: int) -> tuple[list[Act], int]:
    """The acts told in the brackets right behind a policy, and where those end."""
    found: list[Act] = []
    while bracket := _BRACKET.match(text, end):
        for clause in _CLAUSE_IN_BRACKET.finditer(text, *bracket.span("inner")):
            act = act_filling(text, *clause.span()) or _bare(text, *clause.span())
            found += [act] if act else []
        end = bracket.end()
    return found, end


def acts_behind(text: str, end: int) -> list[Act]:
    """The acts told of a policy that ends at `end` with its brackets: in the rest of its sentence, by the clause that
    opens the next one, and wherever 该办法 is spoken of before another title stands."""
    following = _NEXT_TITLE.search(text, end + 1, end + _REACH_ON)
    stop = following.start() if following else min(len(text), end + _REACH_ON)
    found: list[Act] = []
    if (told := summed(text, end)) and (clause := _CLAUSE.match(text, told)):
        found += filter(None, [act_filling(text, *clause.span())])
    topic, sentences, about, reached = re.compile(re.escape(_last_word(text, end))), 0, True, end
    day: int | None = None
    for clause in _CLAUSE.finditer(text, end, stop):
        start = clause.start()
        opens = _SENTENCE.search(text, reached, start) is not None
        reached, sentences = clause.end(), sentences + opens
        named = _ANAPHOR.match(text, start) or topic.match(text, start)
        verb = _SAID_OF_IT.search(text, start, reached)
        if opens and not named and not verb and _WHEN.fullmatch(text, start, reached):
            day = start  # 9月8日，省财政厅印发
            continue
        opens, day, when = opens or day is not None, None, day
        start = named.end() if named else start
        # Without 该办法 a sentence goes on about it where it opens with who issued it or when, not with 经 or a page's label.
        goes_on = sentences == 1 and not _TURNS.match(text, start, reached)
        about = bool(named) or (goes_on if opens else about)
        act = act_filling(text, start, reached) if verb and about else None
        if act:
            found.append(act if when is None else replace(act, start=when))
        elif (verb or opens) and not named:
            about = False
    return found


def _last_word(text: str, end: int) -> str:
    """The last two characters of the title that ends here, its number and remarks aside: 条例, 纲要, 通知."""
    return _REMARKS.sub("", text[max(0, end - 80) : end])[-2:]


def act_filling(text: str, start: int, end: int) -> Act | None:
    """The act that fills the clause `start:end`, with the policy for its object; None where it tells something else."""
    end += text[end : end + 1] in "《“"  # printed for what follows: no end of the clause
    verbs = [m for m in _SAID_OF_IT.finditer(text, start, end) if _DONE.match(text, m.end(), end)]
    if not verbs:
        return None
    first, subject = subject_end(text, start, verbs[-1].start())
    bodies = issuers.ending_at(text, subject, start)
    lead = _LEAD.fullmatch(text, start, bodies[0].start if bodies else subject)
    if lead and lead[0].endswith("获"):
        bodies = ()  # 获立法会通过: who votes for it is not who issues it
    told = Act(bodies, text[first : verbs[-1].end()], start, end)
    voted = bodies and all(b.standing == "private" for b in bodies) and not told.publishes
    return told if lead and not voted else None


def _bare(text: str, start: int, end: int) -> Act | None:
    """A clause in brackets that is nothing but bodies, their day beside them or not, or a day."""
    bodies = issuers.ending_at(text, end, start)
    lead = _LEAD.fullmatch(text, start, bodies[0].start if bodies else end)
    return Act(bodies, "", start, end) if lead and (bodies or not text.startswith("自", start)) else None
