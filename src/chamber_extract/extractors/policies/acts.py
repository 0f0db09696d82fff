"""Acts of issuing: which bodies issued a policy, and among which words its day stands.

Before a title the act has it for its object (商务部3月5日印发《…》); behind it the policy is what the clause speaks of
(《…》由商务部于3月5日印发; （…号，商务部印发）; 该办法3月5日公布). Reads folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from chamber_extract.extractors.policies.counts import announced, summed
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.normalize.numerals import read_integer

_GAZETTE = r"《[^《》\n]{0,16}公报》"
PUBLISHED = r"印发|签署|发布(?!会)|公布|颁布|颁行|出台|下发|签发|发出|发文|成文(?=[于时日，,]|$)|刊宪|刊登宪报|(?<=[宪公]报)刊登|(?<=报》)刊登|(?<=[一二三四]组)刊登|御准|刊登(?=第?\d)"
_IN_GAZETTE = r"刊[登载](?=[于在]?[^，。；;\n]{0,24}公报)"
_MADE = r"制定|制订|颁发|修订|起草|编制|批准|通过|研拟|拟订|拟定|订定|核定"
_ISSUE = re.compile(rf"{PUBLISHED}|{_MADE}|转发|推出|作出|做出|提出|发了|下达|出具|发表|实施|推行")
# Before another such verb: 研究制定并|, 联合发文，|, 发布公告，|, 发布2018年第21号公告，|
_CHAINED = re.compile(
    rf"(?:{_ISSUE.pattern})(?:[^，,。；;\n《》]{{0,30}}(?:公告|通告|通知|号))?(?:并|和|、|了|[，,])*$"
)
# 商务部部长签署2020年第4号令
_SIGNED_BY_HEAD = re.compile(r"(?:部长|主任|署长|局长|行长|[省市区县州]长)[\u4e00-\u9fff·]{0,4}?签[署发]了?$")
# Between the verb and the title; another title ends it unless the two are enumerated: 发布两项公告，分别为|《…》.
_GAP = re.compile(r"(?:[^，,。；;！？\n”》]|[”》](?=[、和及与(])){0,40}(?:[，,](?:分别[为是]?|包括|即):?)?$")
# Of days, of other times, and of the manner: what stands between the body and its verb.
_N, _ROC = r"[\d〇○零一二三四五六七八九十百廿卅]", "(?:(?:中华)?民国)"
_UNIT = (
    r"(?:以[^，,。;；！？\n《》]{2,24}(?:号(?:文件?|[\u4e00-\u9fff]{0,8}(?:公告|令))?|形式)|\((?:\d{4}年)?\d{1,2}月\d{1,2}日\)|[于在]?《[^《》\n]{0,16}公报》(?:第[一二三四]组)?|[于在](?:[\u4e00-\u9fff]{0,4}[公宪]报上?)|[向对][^，。；;\n《》的]{2,12}|(?:公告|通告|令)(?:\d{4}年)?第\d+号|\d{4}年第\d+号(?:公告|通告|令)|联合|共同|专门|正式|再次|先后|相继|陆续|分别|最近|近日|日前|刚刚?|今天|昨天|今日|今(?!年)|昨日|统一|及时|紧急|迅速|随即|随后|研究|牵头|首次|会同|"
    r"第[一二三四五六七]次|一起|组织|依法|重新|最新|新近|对外|公开|会衔|三读|二读|一致|据此|为此|审议|表决|讨论|审核|修改|起草|修[订正]|订定|制定|批准|发布|印发|公布|颁布|出台|(?:官方|门户)?网站|官网|上午|下午|在京|即将|正在|将|拟|又|还|也|亦|则|才|终于|曾|就|均|都|并|已经?|配套|相应|接连|率先|同步|同时|同日|其后|后来|之后|另行?|"
    rf"[于在](?=[今去前本同当上]|{_N})|{_ROC}?{_N}{{1,6}}年|{_N}{{1,3}}[月日]|[今去前本同当上]年|[本上当同]月|年?[初底中末](?<=[年月].)|(?<=日)[和、及](?=\d)|所|新)"
)
_ADVERB = re.compile(rf"{_UNIT}+$")
# The time alone: 111年7月29日, 今年9月10日.
DAY_BEFORE = re.compile(
    rf"(?:[于在]|{_ROC}?{_N}{{2,6}}年|{_N}{{1,3}}[月日]|[今去前本同当上]年|[本上当同]月)+[ \t]?$"
)
# Between the body that opens a clause and its act of issuing: 也在此基础上, 结合本市实际.
_PREDICATE = re.compile(r"[^的《》“”向对被由将，。；;\n]{0,16}")
_SEVERAL = re.compile(r"([两二三四五六七八九])部[门委]$")
_AGAIN = re.compile(r"^[^，。；;\n《》]{0,12}(?:又|再次|再度|还|(?<![^，])并)")
_SAME_BODY = re.compile(r"该(?P<organ>[厅局部委署办院])(?:联合|会同|联同|[和与、])?$")
_REACH = 300
_POSSESSIVE = re.compile(r"(?:的|】|《|关于|最新|新版|中的?|下发的|,|:|[ \t\u3000“\"「])+$")
_TIME_LEAD = re.compile(
    r"(?:[ \t\u3000“\"「《】)]|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[,，上下午起]|以来)?|近日|日前|近期|随后|此[前后外]|同时|据悉|[,，])*"
)
# A clause; the name of a gazette and short brackets are part of it, 并于 begins another.
_CLAUSE = re.compile(rf"(?:(?!并[于由自\d])(?:[^，,；;。！？\n\t()《》”]|\([^()\n]{{0,20}}\)|{_GAZETTE}))+")
# In brackets a blank parts clauses as well: （…会议通过　…国务院令第722号公布）.
_CLAUSE_IN_BRACKET = re.compile(r"(?:(?!(?<=[过准号日布])[ \u3000])[^，,；;。\n])+")
_BRACKET = re.compile(r"[》”〉〕\]】 \t]*(?:\n\s{0,4})?\((?P<inner>(?:[^()\n]|\([^()\n]{0,20}\)){1,120})\)")
_REMARKS = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)|[》”〉 ])+$")
_SENTENCE = re.compile("[。！？；;\n]")
_NEXT_TITLE = re.compile(rf"(?!{_GAZETTE})《")
_SAID_OF_IT = re.compile(rf"{PUBLISHED}|{_MADE}|{_IN_GAZETTE}")
# The policy named anew, after 该 by any noun, else by its title's last word: 该条例, 《…纲要》。纲要由…印发.
_ANAPHOR = re.compile(
    r"(?:[该此本]|上述|这[一份部项个])[\u4e00-\u9fff]{0,4}?(?:法律?|法规|法令|条例|办法|规定|细则|通知|公告|通告|意见|方案|措施|决[定议]|指引|文件|政策|规划|计划|纲要|准则|制度)|文件|全文"
)
# What follows the verb where the policy itself is its object: the clause ends, or tells when, where and what then.
_DONE = re.compile(
    rf"了?(?:$|的$|[并后起至到给各]|以来|之日|\(|(?:实施|施行|生效|执行)$|[于在自]|(?:时间|日期)[为是:]?|{_GAZETTE}|(?:{_ANAPHOR.pattern})$)"
)
# What stands between the clause's beginning and the body that acts, or the act where none is named.
_LEAD = re.compile(
    rf"[ \u3000]*(?:{_UNIT}|[系是于在自将现业原]|[^，。；;\n]{{0,14}}签[署发]了?)*+(?:(?:[由经获]|该[厅局部委署办院]|(?<=经))[^，。；;\n《》]{{0,40}})?"
)
_TURNS = re.compile("经|[^:]{2,6}:")
_WHEN = re.compile(rf"[ \u3000]*(?:{_UNIT})+")
_REACH_ON = 200


@dataclass(frozen=True, slots=True)
class Act:
    """What a clause behind a policy says of its issue: the bodies it names, if any, its verbs (empty in brackets that
    hold bodies or a day alone), and the words `start:end` among which its day stands."""

    bodies: tuple[Body, ...]
    verbs: str
    start: int
    end: int


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
    first, subject = _subject(text, start, verbs[-1].start())
    bodies = issuers.ending_at(text, subject, start)
    lead = _LEAD.fullmatch(text, start, bodies[0].start if bodies else subject)
    if lead and lead[0].endswith("获"):
        bodies = ()  # 获立法会通过: who votes for it is not who issues it
    told = Act(bodies, text[first : verbs[-1].end()], start, end)
    voted = bodies and all(b.standing == "private" for b in bodies) and not publishes(told)
    return told if lead and not voted else None


def _bare(text: str, start: int, end: int) -> Act | None:
    """A clause in brackets that is nothing but bodies, their day beside them or not, or a day."""
    bodies = issuers.ending_at(text, end, start)
    lead = _LEAD.fullmatch(text, start, bodies[0].start if bodies else end)
    return Act(bodies, "", start, end) if lead and (bodies or not text.startswith("自", start)) else None


def issued_by(text: str, low: int, mark: int, back: bool = True) -> tuple[Body, ...]:
    """The bodies that the words from `low` to a title's opening mark name as its issuers.

    Either an act of issuing whose subject they are (商务部、海关总署近日联合印发了), or their names right
    before the title (国务院《…》), or the known body that opens the sentence. An act that leaves its subject to the
    act told before it is followed `back` to that one, no further.
    """
    low, mark = act_words(text, low, mark)
    before = text[low:mark]
    possessive = _POSSESSIVE.search(before)
    if beside := issuers.ending_at(text, low + (possessive.start() if possessive else len(before)), low):
        return beside
    act = act_of_issue(text, low, mark)
    if act is None:
        return ()
    end, verb = act
    found = issuers.ending_at(text, end, low)
    if not found:
        clause = low + max(text.rfind(c, low, end) - low + 1 for c in "，,。；;\n")
        opened = issuers.opening_list(text, clause, end)
        if opened and _PREDICATE.fullmatch(text, opened[-1].end, end):
            found = opened
    if not found and (lead := _TIME_LEAD.match(text, low, end)):
        found = issuers.opening_list(text, lead.end(), end)
    if found and text.endswith(
        ("会同", "联合", "联同"), low, found[0].start
    ):  # 最高法2020年2月6日会同公安部印发
        lead = _ADVERB.search(text[low : found[0].start])
        found = (*issuers.ending_at(text, low + lead.start(), low), *found) if lead else found
    found = (*_same_body(text, low, found[0].start if found else end), *found)
    if not found and back and (several := _SEVERAL.search(text[low:end])):
        found = _named_before(text, low, read_integer(several[1]) or 0)
    elif not found and back and _AGAIN.search(text[end:mark]):
        found = _named_before(text, end)
    return () if "转发" in verb and text[mark] in "《“" else found


def act_words(text: str, low: int, mark: int) -> tuple[int, int]:
    """The words that may tell a title's issue: those before it, or those that count it with others: 发布两份公告:…;|《…》."""
    counted = announced(text, mark)
    if counted is None or _ISSUE.search(text, max(low, counted), mark):
        return low, mark
    return _sentence(text, counted), counted


def _sentence(text: str, end: int) -> int:
    """Where the sentence begins that ends here, or where the look-back ends."""
    low = max(0, end - 160)
    return low + max(text.rfind(c, low, end) - low + 1 for c in "。！？;\n")


def _same_body(text: str, low: int, end: int) -> tuple[Body, ...]:
    """The body that 该局 or 该厅 before `end` speaks of: the last one before that so ends (记者从市人社局获悉，该局|联合)."""
    again = _SAME_BODY.search(text, low, end)
    if again is None:
        return ()
    at = again.start()
    while (at := text.rfind(again["organ"], max(0, again.start() - _REACH), at)) >= 0:
        if (
            (named := issuers.ending_at(text, at + 1))
            and named[-1].end == at + 1
            and named[-1].standing == "state"
        ):
            return named[-1:]
    return ()


def _named_before(text: str, low: int, count: int = 0) -> tuple[Body, ...]:
    """The bodies, so many of them if told, that issued what the paragraph cites last: 财政部印发《…》。3月5日又印发"""
    paragraph = text.rfind("\n", max(0, low - _REACH), low) + 1
    mark = text.rfind("《", max(paragraph, low - _REACH), low)
    if mark < 0:
        return ()
    start = max(paragraph, mark - 160)
    start += max(text.rfind(c, start, mark) - start + 1 for c in "。！？;")
    found = issued_by(text, start, mark, back=False)
    return found if count in (0, len(found)) else ()


def act_of_issue(text: str, low: int, mark: int) -> tuple[int, str] | None:
    """Where the subject of the act of issuing before a title ends, and the verbs; None where there is no such act."""
    before = text[low:mark]
    verb = None
    for m in _ISSUE.finditer(before):
        verb = m
    if verb is None or not _GAP.match(before, verb.end()):
        return None
    first, subject = _subject(text, low, low + verb.start())
    return subject, text[first : low + verb.end()]


def _subject(text: str, low: int, verb: int) -> tuple[int, int]:
    """Where the chain of verbs begins that goes on at `verb`, and where its subject ends, time and manner between."""
    while m := _CHAINED.search(text, max(low, verb - 40), verb):
        verb -= len(m[0])
    adverb = _ADVERB.search(text[low:verb])
    return verb, low + adverb.start() if adverb else verb


def issuing(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies whose act of issuing stands right before the mark: 海关总署发布 before 公告2021年第12号."""
    before = text[max(0, mark - 40) : mark]
    if signed := _SIGNED_BY_HEAD.search(before):
        return issuers.ending_at(text, mark - len(signed[0]))
    if not re.search(rf"(?:{_ISSUE.pattern})(?:了|的)?(?:关于[^，。；;《》]{{2,30}}的)?$", before):
        return ()
    return issued_by(text, max(_sentence(text, mark), mark - 100), mark)


def issued_after(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies that the words after a title's closing mark name: 《…》由商务部、海关总署联合印发."""
    return _first_named(acts_behind(text, acts_in_bracket(text, mark)[1]))


def issued_in_bracket(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies in the brackets after a title: 《…》（1995年9月4日国务院发布）, （省人社厅，…）, and behind the
    number there: （江组发〔2021〕8号，市委组织部、市民政局联合印发）."""
    return _first_named(acts_in_bracket(text, mark)[0])


def _first_named(acts: list[Act]) -> tuple[Body, ...]:
    """The bodies of the act that makes the policy public, else of the first that names any."""
    ranked = sorted((a for a in acts if a.bodies), key=lambda a: not publishes(a))
    return ranked[0].bodies if ranked else ()


def publishes(act: Act) -> bool:
    """Whether the act makes its policy public, rather than drafts it or votes on it."""
    return re.search(f"{PUBLISHED}|刊[登载]", act.verbs) is not None
