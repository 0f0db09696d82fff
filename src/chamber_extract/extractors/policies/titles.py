"""Which titles are policies: the signs in a title, before it and after it, and their weights."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument, laws, without_remark
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.normalize.numerals import read_integer

# A title counts from this weight on: an instrument of the state alone, or a shared one with one more sign.
ENOUGH = 2

_ISSUE = re.compile(
    r"印发|发布(?!会)|出台|下发|颁布|公布|制定|制订|发出|转发|颁发|推出|签发|修订|起草|编制|批准|通过|作出|做出|提出|发了|发文|下达|出具|发表|实施|推行|研拟|拟订|拟定|订定|核定"
)
# Before another such verb: 研究制定并|, 联合发文，|, 发布公告，|, 发布2018年第21号公告，|
_CHAINED = re.compile(
    rf"(?:{_ISSUE.pattern})(?:[^，,。；;\n《》]{{0,30}}(?:公告|通告|通知|号))?(?:并|和|、|了|[，,])*$"
)
# 商务部部长签署2020年第4号令
_SIGNED_BY_HEAD = re.compile(r"(?:部长|主任|署长|局长|行长|[省市区县州]长)[\u4e00-\u9fff·]{0,4}?签[署发]了?$")
# Between the verb and the title; another title ends it unless the two are enumerated: 发布两项公告，分别为|《…》.
_GAP = re.compile(r"(?:[^，,。；;！？\n”》]|[”》](?=[、和及与(])){0,40}(?:[，,](?:分别[为是]?|包括|即):?)?$")
_ADVERB = re.compile(
    r"(?:以[^，,。;；！？\n《》]{2,24}(?:号(?:文件?|[\u4e00-\u9fff]{0,8}(?:公告|令))?|形式)|\((?:\d{4}年)?\d{1,2}月\d{1,2}日\)|[于在](?:《[^《》\n]{0,16}公报》|(?:官方|政府)公报上?)|(?:公告|通告|令)(?:\d{4}年)?第\d+号|\d{4}年第\d+号(?:公告|通告|令)|联合|共同|专门|正式|再次|先后|相继|陆续|分别|最近|近日|日前|刚刚?|今天|昨天|今日|今|昨日|统一|及时|紧急|迅速|随即|随后|研究|牵头|首次|会同|"
    r"一起|组织|依法|重新|最新|新近|对外|公开|三读|二读|一致|据此|为此|审议|表决|讨论|审核|修改|起草|修[订正]|订定|制定|批准|发布|印发|公布|颁布|出台|(?:官方|门户)?网站|官网|上午|下午|在京|即将|正在|将|拟|又|还|也|亦|则|曾|就|均|都|并|已经?|配套|相应|接连|率先|同步|同时|同日|其后|后来|之后|另行?|"
    r"[于在](?=[\d〇○零一二三四五六七八九今去前本同当上年])|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日|"
    r"(?:\d{2,4}|[今去前本同当上])年|(?:\d{1,2}|[本上当])月|年?[初底中末](?<=[年月].)|\d{1,2}日|所|新)+$"
)
# Between the body that opens a clause and its act of issuing: 也在此基础上, 结合本市实际.
_PREDICATE = re.compile(r"[^的《》“”向对被由将，。；;\n]{0,16}")
_SEVERAL = re.compile(r"([两二三四五六七八九])部[门委]$")
_AGAIN = re.compile(r"^[^，。；;\n《》]{0,12}(?:又|再次|再度|还)")
_REACH = 300
_POSSESSIVE = re.compile(r"(?:的|】|《|关于|最新|新版|中的?|下发的|,|:|[ \t\u3000“\"「])+$")
_PASSIVE = re.compile(
    r"(?:\([^()\n]{0,60}\))?(?:[,，][^，。;；\n《》]{2,30}号)?(?:近日|日前|已|现|正式|,|，)*(?:于?\d{4}年\d{1,2}月\d{1,2}日)?[由经是]([^，。;！？\n《》]{2,60}?)(?:近日|日前|联合|共同|负责|牵头|审议|表决|于?[\d年月日]{4,11}|以[^，。;；\n《》]{2,24}号(?:公告|令|文)?|正式)*"
    rf"(?:{_ISSUE.pattern})"
)
# 《…》（1995年9月4日对外贸易经济合作部发布）: the act in brackets after the title.
_BRACKETED = re.compile(
    r"[(，,](?:[^()\n]{2,60}(?:通过|批准)[，,;； \u3000]*)?(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?)?由?(?P<body>[^()，,;；。\n《》\d]{2,90}?)(?:于|在)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:联合|共同|批准)?(?:发布|公布|印发|颁布|制定|修订发布)[，,)]"
)
_BRACKETED_BODIES = re.compile(
    r"[ \t\u3000]*\((?P<body>[^()，,;；。\n《》\d]{2,60})(?=[，,)]|[ \u3000]\d{4}年\d)"
)
# 《…》。国家网信办于2023年9月28日公布，: a sentence that says of the title before it who issued it and when.
_NEXT_SENTENCE = re.compile(
    r"(?:\([^()\n]{0,60}\))?[。，,](?P<body>[^，。;；！？\n《》\d〇○零一二三四五六七八九]{2,40}?(?:等[\d一二三四五六七八九十]+个?部[门委])?)(?:已)?[于在]?"
    r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)?"
    r"(?:正式|联合|对外)?"
    r"(?:发布|公布|印发|颁布|出台)(?=[，。;；\n])"
)
_TIME_LEAD = re.compile(
    r"(?:[ \t\u3000“\"「《】)]|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[,，上下午起]|以来)?|近日|日前|近期|随后|此[前后外]|同时|据悉|[,，])*"
)
_LEGAL = re.compile(
    r"根据|依据|依照|按照|遵照|违反|落实|贯彻|执行|遵守|符合|适用|参照|比照|对照|学习|宣传|实施|施行|修订|修正|修改|废止|依法|履行|享受|"
    r"列入|纳入|规定于|[据依按]$|出台|印发|颁布|公布|下发|转发|文件"
)
_ASSEMBLY = re.compile(r"审议|表决|听取|审定|讨论|举手|选举|鼓掌|票决|征求意见|一致通过|通过了?$|通过$")
# An association's own paper: it, not an organ of state, is what the sentence speaks of as its author.
_MAKES = re.compile(r"制定|制订|编制|起草|拟定|拟订|建立|编写|推出|出台|发布|印发|发出|下发|形成|完善|设立")
_ASSOCIATION = re.compile(
    r"商会|协会|联合会|总会|学会|促进会|联谊会|公司|集团|本会|我会|会员|企业家|学校|大学|学院|医院|基金会"
)
_ORGAN = re.compile(r"[部委局厅署]|政府|国务院|中央|法院|检察院|人大|工商联|海关|人民银行|国家")
_STATE = re.compile(
    r"国务院|全国人大|人大常委|人民代表大会|政治局|深改|常务会议|党中央|中共中央|党组会|国常会|[省市县区]委|政府"
)
_AFTER_ASSEMBLY = re.compile(
    r"^[》”]?(?:\([^()]{0,30}\))?(?:已|均|分别|业)?经?(?:本会|商会|协会|第[一二三四五六七八九十\d]+届)?[^，。]{0,12}?(?:会员大会|代表大会|理事会|大会|会长办公会|会员)[^，。]{0,10}(?:审议|表决|讨论|通过)"
)
_WORK = re.compile(
    r"出版|编写|编撰|编著|撰写|演唱|演奏|合唱|观看|播放|刊登|刊发|刊载|创刊|主编|主办|阅读|朗诵|题为|题写|赠送|赠予|专著|著作|拍摄|"
    r"(?:接受|登上|获得?|荣获|入选)$|作者|电影|影片|小说|话剧|歌曲|歌剧|图书|报纸|杂志|栏目|节目|专题片|歌曲|主题曲|微课|讲座|论文|文章|论坛|课程|培训|一文|手册|宣传片"
)
_AFTER_LEGAL = re.compile(
    r"^》?(?:\([^()]{0,30}\))?(?:[的中等]|文件|精神)*(?:第[\d一二三四五六七八九十百零]+[条款章]|规定|要求|明确|提出|指出|施行|实施|生效|印发|出台|公布|发布|颁布|落实|"
    r"自20|自\d|有关|相关|精神|修订|修正|修改|废止|即|执行|正式)"
)
_OFFICIAL_WORDS = re.compile(
    r"管理|管制|实施|工作|促进|加强|行政|监督|监管|建设|防控|防治|改革|产业|若干|支持|鼓励|保障|保护|优惠|税收|行为|合规|应急|评价|服务|外商|进出口|"
    r"准入|许可|审批|备案|登记|复工|就业|标准化|技术规范|高质量|营商|市场|全国|国家|省|市|条例|登记|发展|公共|安全|财政|补贴|补助|奖励"
)
_OWN_AFFAIRS = re.compile(
    r"^(?:商会|协会|总会|本会|学会|公司|集团)|会费|会员|理事会?|监事|会长|秘书处|换届|入会|分支机构|本会|我会|会章|会徽|值班|会所|选举办法|议事规则|财务(?:管理)?(?:制度|办法)"
)
_PRIVATE_HEAD = re.compile(
    r"^[\u4e00-\u9fff()·A-Za-z]{0,24}?(?:商会|总商会|协会|联合会|促进会|联谊会|公司|集团|学会|基金会|大学|医院|酒店)"
    r"(?=关于|转发|会员|理事|会费|章程|内部|安全|财务|自律|分会|轮值|选举|组织|管理制度|工作|第|[一二三四五六七八九十]+届|制度|年度|防疫|疫情|应急|员工|[\d]|发展规划|战略|三年|五年|合规|采购|人事|"
    r"(?:行业)?自律|反|$)"
)
_ACT_OF_YEAR = re.compile(r"(?:19|20)\d\d年.*(?:法案|指令|条规)$")
_GENERIC_BODY = re.compile(
    r"^(?:全国性)?(?:行业协会商会|行业协会|社会团体|境外|各类|民办|商会组织|工商联所属商会)"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a title: folded text up to its mark, folded text after it, and what was found there."""

    before: str
    after: str
    numbered: bool = False
    labelled: bool = False


def weigh(title: str, around: Surroundings, issued_by: tuple[Body, ...]) -> int:
    """How much speaks for a title (folded, without marks) being a policy; from ENOUGH on it is taken for one."""
    return _weigh_title(title) + _weigh_context(around, issued_by)


def _weigh_title(title: str) -> int:
    bare = title.removeprefix("中华人民共和国")
    if without_remark(bare) in laws():
        return 4
    word = instrument(title)
    weight = 0
    if word:
        weight = {"state": 2, "shared": 1, "other": -4}[word.standing]
    if "关于" in title[:40] and not title.startswith("关于我"):
        weight += 1
    if word and word.standing == "shared" and (_OFFICIAL_WORDS.search(title) or _ACT_OF_YEAR.match(title)):
        weight += 1
    if without_remark(title) != title and word and word.standing != "other":
        weight += 1
    if _OWN_AFFAIRS.search(title) and not (word and word.kind == "law"):
        weight -= 2
    if _PRIVATE_HEAD.search(title) and not _GENERIC_BODY.search(title):
        weight -= 4
    return weight


def _weigh_context(around: Surroundings, issued_by: tuple[Body, ...]) -> int:
    before, after = around.before, around.after
    weight = 3 * around.numbered + 3 * around.labelled
    standings = {body.standing for body in issued_by}
    if "state" in standings:
        weight += 2
    elif standings == {"private"}:
        weight -= 4
    clause = re.split(r"[。；;！？\n]", before)[-1][-60:]
    if _LEGAL.search(clause[-16:]):
        weight += 1
    passed = _AFTER_ASSEMBLY.search(after)
    by_state = "state" in standings or _STATE.search(before + (passed[0] if passed else ""))
    if (passed or _ASSEMBLY.search(clause)) and not by_state:
        weight -= 3
    if not issued_by and _MAKES.search(clause) and _ASSOCIATION.search(before) and not _ORGAN.search(before):
        weight -= 2
    if _WORK.search(clause[-12:]):
        weight -= 3
    if _AFTER_LEGAL.search(after):
        weight += 1
    return weight


def issued_by(text: str, low: int, mark: int, back: bool = True) -> tuple[Body, ...]:
    """The bodies that the words from `low` to a title's opening mark name as its issuers.

    Either an act of issuing whose subject they are (商务部、海关总署近日联合印发了), or their names right
    before the title (国务院《…》), or the known body that opens the sentence. An act that leaves its subject to the
    act told before it is followed `back` to that one, no further.
    """
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
    if not found and back and (several := _SEVERAL.search(text[low:end])):
        found = _named_before(text, low, read_integer(several[1]) or 0)
    elif not found and back and _AGAIN.search(text[end:mark]):
        found = _named_before(text, end)
    return () if "转发" in verb and text[mark] in "《“" else found


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
    first = verb.start()
    while m := _CHAINED.search(before, max(0, first - 40), first):
        first -= len(m[0])
    subject = _ADVERB.search(before[:first])
    return low + (subject.start() if subject else first), before[first : verb.end()]


def issuing(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies whose act of issuing stands right before the mark: 海关总署发布 before 公告2021年第12号."""
    before = text[max(0, mark - 10) : mark]
    if signed := _SIGNED_BY_HEAD.search(before):
        return issuers.ending_at(text, mark - len(signed[0]))
    if not re.search(rf"(?:{_ISSUE.pattern})(?:了|的)?$", before):
        return ()
    low = max(0, mark - 100)
    low += max(text.rfind(c, low, mark) - low + 1 for c in "。！？;\n")
    return issued_by(text, low, mark)


def issued_after(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies that the words after a title's closing mark name: 《…》由商务部、海关总署联合印发."""
    if passive := _PASSIVE.match(text, mark):
        return issuers.ending_at(text, passive.end(1), passive.start(1))
    return _told(text, _NEXT_SENTENCE.match(text, mark))


def issued_in_bracket(text: str, mark: int) -> tuple[Body, ...]:
    """The bodies in the brackets after a title: 《…》（1995年9月4日国务院发布）, （省人社厅，…）, and behind the
    number there: （江组发〔2021〕8号，市委组织部、市民政局联合印发）."""
    return _told(text, _BRACKETED.match(text, mark)) or _told(text, _BRACKETED_BODIES.match(text, mark))


def _told(text: str, said: re.Match[str] | None) -> tuple[Body, ...]:
    """The bodies that the group `body` consists of, none where it holds other words."""
    if said is None:
        return ()
    found = issuers.ending_at(text, said.end("body"), said.start("body"))
    return found if found and found[0].start == said.start("body") else ()
