"""Headlines that are the keys of a list, not of articles: a digest's documents and who issued them, the questions of a
guide, the days of a chronicle."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument
from chamber_extract.normalize import document_numbers

_QUESTION = re.compile(
    r"[?？]$|^[问Q](?:题?[\d一二三四五六七八九十]{1,2})?\s?[:：、.]|(?:怎么[办样算]?|如何[\u4e00-\u9fff]{2,8}|哪些|是什么|吗|多[少久长])$"
)
_N = r"[\d〇零一二三四五六七八九十]"
_TIME = re.compile(
    rf"(?:{_N}{{4}}年)?\s?(?:{_N}{{1,2}}月(?:{_N}{{1,2}}日|份)?|第?[一二三四]季度|[上下]半年)?(?:$|[\s:|—-])"
)
# 商务部：推广外包创新经验, 【人社部】延长补贴
_BEFORE = re.compile(r"【?(?P<who>[^:】]{2,12})[:】](?=\S)|【(?P<all>[^】]{2,12})】$")
_ISSUES = re.compile(r"印发|[发公]布|公告|通知|出台|发文|《")


# 《中华人民共和国印花税法》, 市商务局《专项资金管理办法》（甬商务〔2022〕43号）
_CITED = re.compile(r"[^《》，。]{0,24}《[^《》]{4,}》(?:[(][^()]{2,40}[)])?$")
_ACTS = re.compile(r"印发|转发|发布|公布|颁布|下发|出台|通过|施行|实施|征求意见|修订")
_TITLE = re.compile(r"《([^《》]{4,80})》")
# What a report treats in turn: 存在的主要问题, 下一步工作建议.
_ASPECT = re.compile(
    r"[^，会联商协企局厅委]{0,7}(?:情况|概况|问题|建议|做法|成效|成果|原因|特点|影响|措施|举措|要求|安排|打算|计划|思路|目标|经验|启示|体会|背景|意义|展望|方式|办法|标准|时间|地点|范围|对象|条件|流程|须知)"
)
# What a roll is grouped by: 常务副会长单位, 捐款10万元以上.
_GROUP = re.compile(
    r"(?:[名荣]誉|创会|永远|永久|常务|执行|首席|第一|正副|副|总|普通|个人|团体|候补)*(?:会长|主席|理事长?|监事长?|会董|董事|会员|委员|顾问|秘书长)(?:单位|企业)?"
    r"|(?:捐[款赠]?)?[\d一二三四五六七八九十百千万]{1,8}[\u4e00-\u9fff]{1,4}(?:以上|以下|者|组|级)者?"
)
# 港币伍万元正: over those who gave so much.
_SUM = re.compile(
    r"[\u4e00-\u9fff]{0,8}?[壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千万亿\d]{1,12}[\u4e00-\u9fff]{1,2}[正整]"
)
# A survey and the places or bodies that it goes through: 商会助力复工纪实; 河东区：当好“店小二”.
_SURVEY = re.compile("纪实|综述|扫描|巡礼|掠影|侧记|见闻")
_CASE = re.compile(r"[^:，。]{2,16}:\S")
_TELLS = 5  # characters of a headline that tells something: 财税, 通关 name what is listed


def are_keys(headlines: Iterable[tuple[str, str]], above: Iterable[str], *, sourced: bool) -> bool:
    """Whether half of the folded headlines or more, each with what stands under it, are keys of one list.

    `above` are the headings over them. Where most of the texts name their source (`sourced`), news of acts and short
    headlines are articles.
    """
    texts = list(headlines)
    keys = [key(head, below) for head, below in texts]
    cases = [head for head, _ in texts if _CASE.match(head)]
    titles = [head for head, _ in texts if head not in cases]
    surveyed = any(map(_SURVEY.search, [*above, *titles])) and len(titles) < 2 <= len(cases)
    if surveyed and not sourced:
        return True
    if sourced:
        keys = [key if key not in ("act", "subject") else None for key in keys]
    return any(2 * keys.count(kind) >= len(keys) for kind in set(keys) - {None, "act"}) or (
        2 * sum(key in ("act", "document") for key in keys) > len(keys)  # news too may be of an act
    )


def key(head: str, below: str) -> str | None:
    """What the headline is a key of."""
    titled = instrument(head) is not None
    about = head.find("关于")
    of_state = titled and any(b.start == 0 and b.standing == "state" for b in issuers.ending_at(head, about))
    if (
        of_state
        or (titled and _CITED.match(head))
        or any(document_numbers.find(f"{head}\n{below}" if titled else head))
    ):
        return "document"
    if _names_act(below.partition("\n")[0]):
        return "act"
    if _QUESTION.search(head):
        return "question"
    if head[:1].isdigit() or head[:1] in "二一三四五六七八九十":
        return "time" if (m := _TIME.match(head)) and m[0].strip() else None
    if len(head) < _TELLS or _ASPECT.fullmatch(head) or _GROUP.fullmatch(head) or _SUM.match(head):
        return "subject"
    m = _BEFORE.match(head)
    who = (m["who"] or m["all"]) if m else ""
    bodies = issuers.ending_at(who, len(who)) if who else ()
    issued = bodies and bodies[0].start == 0 and bodies[0].standing == "state" and _ISSUES.search(below)
    return "issuer" if issued else None


def _names_act(text: str) -> bool:
    """Whether the text tells that an act of state was issued."""
    acts = (instrument(title) for title in _TITLE.findall(text))
    named = any(act and act.standing != "other" for act in acts) or any(document_numbers.find(text))
    return named and _ACTS.search(text) is not None
