"""Which titles are policies: the signs in a title, before it and after it, and their weights."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer.instruments import instrument, laws, without_remark
from chamber_extract.gazetteer.issuers import Body

# A title counts from this weight on: an instrument of the state alone, or a shared one with one more sign.
ENOUGH = 2

_LEGAL = re.compile(
    r"根据|依据|依照|按照|遵照|违反|落实|贯彻|执行|遵守|符合|适用|参照|比照|对照|学习|宣传|实施|施行|修订|修正|修改|废止|依法|履行|享受|"
    r"列入|纳入|规定于|[据依按](?:现行)?$|(?:现行|现有)的?$|签[署发]了?$|出台|印发|颁布|公布|下发|转发|文件"
)
_ASSEMBLY = re.compile(
    r"审议(?!会|委)|表决|听取|审定|讨论|举手|选举|鼓掌|票决|征求意见|一致通过|通过了?$|通过$"
)
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
    r"出版|编写|编撰|编著|撰写|演唱|演奏|合唱|观看|播放|(?<![宪公]报)刊登(?!第?\d)|刊发|刊载|创刊|主编|主办|阅读|朗诵|题为|题写|赠送|赠予|专著|著作|拍摄|"
    r"(?:接受|登上|获得?|荣获|入选)$|作者|电影|影片|小说|话剧|歌曲|歌剧|图书|报纸|杂志|栏目|节目|专题片|歌曲|主题曲|微课|讲座|论文|文章|论坛|课程|培训|一文|手册|宣传片"
)
# 《…管理办法》，某出版社，2021年; 《…指南》（商会编，定价30元）
_PUBLISHER = re.compile("》?[,，] ?[^，。；;\\n]{0,12}出版|》?\\([^()]{0,16}(?:编[印写著]?|著)[，,)]")
_GROUND = re.compile("[，,](?:根据|依据|依照|按照|参照)[^，,]*$")
_AFTER_LEGAL = re.compile(
    r"^》?(?:\([^()]{0,30}\))?(?:[的中等]|文件|精神)*(?:第[\d一二三四五六七八九十百零]+[条款章]|规定|要求|明确|提出|指出|施行|实施|生效|印发|出台|公布|发布|颁布|落实|"
    r"自20|自\d|有关|相关|精神|修订|修正|修改|废止|即|执行|正式)"
)
_IS_LAW = re.compile(
    "》?(?:法律|法令|條例|条例|行政法规|草案)(?!援助|专家|顾问|服务|工作|事务)"
)  # 《僱員的最低工資》法律訂明
_OFFICIAL_WORDS = re.compile(
    r"管理|管制|实施|工作|促进|加强|行政|监督|监管|建设|防控|防治|改革|产业|若干|支持|鼓励|保障|保护|优惠|税收|行为|合规|应急|评价|服务|外商|进出口|"
    r"准入|许可|审批|备案|登记|复工|就业|标准化|技术规范|高质量|营商|市场|全国|国家|省|市|条例|登记|发展|公共|安全|财政|补贴|补助|奖励"
)
_OWN_AFFAIRS = re.compile(
    r"^(?:商会|协会|总会|本会|学会|公司|集团)(?!登记|注册|收费|信用|债券|商会|改革)|会费|会员|理事会?|监事|会长|秘书处|换届|入会|分支机构|本会|我会|会章|会徽|值班|会所|选举办法|议事规则|财务(?:管理)?(?:制度|办法)"
)
_PRIVATE_HEAD = re.compile(
    r"^[\u4e00-\u9fff()·A-Za-z]{0,24}?(?:商会|总商会|协会|联合会|促进会|联谊会|公司|集团|学会|基金会|大学|医院|酒店)"
    r"(?=关于|转发|公益|基金|互助|会员|理事|会费|章程|内部|安全|财务|自律|分会|轮值|选举|组织|管理制度|工作|第|[一二三四五六七八九十]+届|制度|年度|防疫|疫情|应急|员工|[\d]|发展规划|战略|三年|五年|合规|采购|人事|"
    r"(?:行业)?自律|反|$)"
)
# 三、地方性法规: a class of acts, a heading.
_CLASS = re.compile(
    "(?:[省市县]?政府|地方性?|行政|部门|国家|相关|有关|配套|主要|法律|法规|规章|政策|规范性|文件|司法|解释|及|和|、)+"
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
    word = instrument(title)
    return _weigh_title(title, around.numbered) + _weigh_context(
        around, issued_by, of_law=word is not None and word.kind == "law"
    )


def _weigh_title(title: str, numbered: bool) -> int:
    bare = title.removeprefix("中华人民共和国")
    if _CLASS.fullmatch(bare):
        return -ENOUGH
    if without_remark(bare) in laws():
        return 4
    word = instrument(title)
    weight = 0
    if word:
        weight = {"state": 2, "shared": 1, "other": -4}[word.standing]
        weight += 3 * (weight < 0 and numbered and title.endswith("法"))  # 《远程工作法》（第10/2021号法律）
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


def _weigh_context(around: Surroundings, issued_by: tuple[Body, ...], *, of_law: bool) -> int:
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
    ground = _GROUND.search(clause)  # 授权或审批审定，依据|《专利法》
    if (passed or _ASSEMBLY.search(clause, ground.start() if ground else 0)) and not by_state and not of_law:
        weight -= 3
    if (
        not issued_by
        and not of_law
        and _MAKES.search(clause)
        and _ASSOCIATION.search(before)
        and not _ORGAN.search(before)
    ):
        weight -= 2
    if _WORK.search(re.split("[，,]", clause[-12:])[-1]) or _PUBLISHER.match(after):
        weight -= 3
    if _AFTER_LEGAL.search(after):
        weight += 1
    if _IS_LAW.match(after):
        weight += ENOUGH
    return weight
