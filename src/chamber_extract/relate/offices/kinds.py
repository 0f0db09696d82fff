"""Which offices are of one kind of body: a chamber's, a firm's, a school's, an embassy's."""

from __future__ import annotations

import re

# A body's own sections are part of the office: 教育组副主任, 青商团团长, and the committees of its women and youth.
COMMITTEE = re.compile(
    r"(?:属下|辖下|下属)?((?:妇女|青年|青商|青委|社会事务)(?:事务|联络|工作)?(?:委员会|专委会|专业委员会)"
    r"|(?:妇女|青年|青商|青委|公益|慈善|福利|教育|文教|文娱|康乐|体育|财务|联络|公关|奖学金|外事|会员|学术|社会事务|敬老|工商|外交|外务|经贸|商务|组织|宣传|联谊|法律|国际|资讯|社团|治安|中小企业)(?:事务|联络|工作)?[组团股])"
)
# Offices that only chambers and their like have: without an organisation beside them, the chamber last spoken of is meant.
OF_CHAMBERS = re.compile(
    r"会长|理事长|秘书长|总秘书|商董$|中委$|监事长|监事会(?:主[席任]|召集人)|常董$|理事会主席|党支部书记|监察长|会董|理事$|监事$|监事召集人|总干事|财政$|财务长$|总务$|查[账帐]$|会务顾问|执行顾问|名誉顾问|荣誉顾问|顾问$|秘书$|司库$|干事$|青年团|妇女组|青年组|青年部|妇女部|外联部长|文体部长|宣传部长|(?:外联|文体|会员|活动|公关|联络)部部长|财务负责人$|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}主委$"
    r"|稽[核查]$|核数$|财务$|会计$|执行长$|[中英西]文书记?$|财务监督$|(?:外交|外务|福利|康乐|联络|公关|总务|财务|财政|文书|宣传|会籍|交际|会务|查账|稽核|庶务|资讯|出版|法务|税务|侨务|会务|公益|文教|工商|产业|国际贸易|经贸|工业|商业|中小企业|法律|奖学金|学术|文化)主任$"
    rf"|{COMMITTEE.pattern}|(?<!护理|门诊|急诊)[部组股]副?主任$"
)
_OF_SOCIETIES = re.compile(
    rf"{OF_CHAMBERS.pattern}|(?<!董事[局会])主席$|行政总裁$|党(?:组|委|支部|总支)副?书记$|党组成员$|(?<!执行)董事$"
)
# Who governs a place is of the place: 副市长.
GOVERNOR = re.compile(r"^(?:常务|代理?|前任?|原|时任|现任|副)*([省市县区州镇郡])长$")
OF_SCHOOLS = re.compile(r"校长|校董|董事长|家协|教务长")
OF_FEDERATIONS = re.compile(r"(?<!大会)(?<!主席团)主席$")
OF_FEDERATIONS_ALONE = re.compile(
    r"^(?:常委|常务委员|执委|执行委员|党组(?:副?书记|成员))$"
)  # no chamber has them
OF_FIRMS = re.compile(r"经理|董事长|总裁|总监|执行长$|董事$|首席执行官|负责人|厂长|老板|东主|东家|店[主东长]")
OF_EMBASSIES = re.compile(
    r"参赞$|领事$|大使$|武官$|代办$|联络官$|[一二三]等秘书$|随员$|(?:领事|经商|政治|领侨|侨务)[部处室组]?主任$"
)
_OF_CABINETS = re.compile(r"(?:总统|总理|首相|国王|大臣|外长|防长|财长|国务卿)$")
OF_LEARNING = re.compile(r"^(?:副|代理|名誉|荣誉|前)*(?:校长|教务长|教导主任|训导主任)$")
DIVISIONS = "县市省州区镇郡"
# The word that closes the name of a body, by what its head is named for: 院长, 村支书, 会头.
NOUNS = {
    "使馆": re.compile(
        r"驻[\u4e00-\u9fff]{1,9}?(?:大使馆|使馆|总领事馆|总领馆|领事馆)(?:经商处|商务处|经济商务处|领事处|政治处)?"
    ),
    "校": re.compile(r"小学|中学|大学|学院|学校|书院|国小|国中|华小|独中|幼儿园|公学|女中|高中"),
    "院": re.compile("医院|学院|孤儿院|安老院|护老院|养老院|福利院|敬老院|研究院|法院|检察院"),
    "部": re.compile(r"(?<=[\u4e00-\u9fff]{2})部(?![\u4e00-\u9fff]?[长队门份署分])"),
    "局": re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<!当)局(?![\u4e00-\u9fff]?[长面部势])"),
    "署": re.compile("总署|审计署"),
    "处": re.compile("办事处|代表处|经文处|联络处"),
    "馆": re.compile("图书馆|博物馆|纪念馆|美术馆|使馆"),
    "所": re.compile("研究所|派出所"),
    "社": re.compile("报社|通讯社|出版社|杂志社|合作社"),
    "行": re.compile("银行|分行|支行|商行"),
    "队": re.compile("(?:消防|救援|搜救|医疗|志愿|义工|特警|龙狮|醒狮)[\u4e00-\u9fff]{0,2}队|[大支中]队"),
    "园": re.compile("幼儿园|幼稚园|老人园"),
    "厂": re.compile(r"(?<=[\u4e00-\u9fff]{2})厂(?![\u4e00-\u9fff]?[长商家房区])"),
    "店": re.compile("店|酒楼|餐厅"),
    "村": re.compile(
        r"(?<=[\u4e00-\u9fff]{2})(?<![进到入返回下驻在个各该本全每山农])(?:(?<!贫困)(?<!结对)(?<!帮扶)(?<!示范)(?<!行政)(?<!自然)村|寨)(?![民里口级干庄”子])"
    ),
    "团": re.compile("(?:青年|义工|妇女|合唱|舞蹈|醒狮|龙狮)团(?!长)"),
    "委员长": re.compile("委员会"),
    "主任": re.compile("(?:青年|妇女|福利|教育|[\u4e00-\u9fff]{2})委员会|联络处|办事处"),
    "会头": re.compile("商工会议所|商工会"),
    "知事": re.compile("[县府都道](?:厅|政府)"),
    "府尹": re.compile(r"(?<=[\u4e00-\u9fff]{2})府(?![尹上邸])"),
    "公司": re.compile(r"(?:公司|集团|企业|行|厂)(?![\u4e00-\u9fff]{0,2}长)"),
    "集团": re.compile("集团"),
    "银行": re.compile("银行"),
    **{place: re.compile(place) for place in DIVISIONS},
}
_HEADS = re.compile(
    r"^(?:副|常务副|代理|名誉|荣誉|第一副)*(?:([院部局署处馆所社行队园厂村团])长|(会头|知事|府尹|委员长|主任)|专务(?:理事)?|村支书|村主任|村党支部书记)$"
)
# Ranks of officials: they follow the head of their own bureau.
_RANKS = re.compile(r"(?:调研员|巡视员|主任科员|督学)$")
# The head of a body and its deputy: 主席 has a 副主席, 会长 a 副会长.
_DEPUTY = re.compile(r"(?:署理|常务副|执行副|第一副|首席副|副)(?:总)?(会长|主席)$")
_HEAD = re.compile(r"^(?:总|新任|新一届|现任|现届)?(会长|主席|理事长)$")

# What goes before the word for an office.
_MODIFIERS = re.compile(
    r"^(?:前任?|原|时任|现任|新任|上一?届|连任|候任|创会|永久|永远|终身|名誉|荣誉|第[一二三四五六]|首席|执行|常务|署理|代理|兼职|专职|副|大会)+(?=..)"
)
_OF_THE_PRESS = re.compile("记者|编辑?$|编委|通讯员|实习生|评论员|校对|审核|美编|摄影|策划|设计|监制")
_CLASSES = {"chamber": OF_CHAMBERS, "federation": OF_FEDERATIONS, "firm": OF_FIRMS, "embassy": OF_EMBASSIES, "governor": GOVERNOR, "press": _OF_THE_PRESS}  # fmt: skip

_KINDS = (_OF_SOCIETIES, OF_FIRMS, OF_SCHOOLS, OF_EMBASSIES, _OF_CABINETS)


def compatible(title: str, other: str) -> bool:
    """Whether both offices can be of one body: not two presidents, nor a 会长 or 副会长 beside a 主席."""
    deputies, heads = [[m and m[1] for m in map(p.search, (title, other))] for p in (_DEPUTY, _HEAD)]
    if all(heads) and (heads[0] == heads[1] or "主席" in heads):
        return False
    return all(
        not (second and first in ("会长", "主席") and second != first)
        for second, first in ((deputies[0], heads[1]), (deputies[1], heads[0]))
    )


def same_kind(title: str, known: str) -> bool:
    """Whether two offices named one after the other can belong to one body: both a chamber's, a firm's or a school's, 总理 and 副总理."""
    if not compatible(title, known):
        return False
    return (
        any(p.search(title) and p.search(known) for p in _KINDS)
        or deputy(title, known)
        or (_RANKS.search(title) is not None and not OF_FIRMS.search(known))
        or (title.endswith("记者") and known.endswith("记者"))
    )


def deputy(title: str, known: str) -> bool:
    """Whether the office is the other's or its deputy's: 副主任委员 after 主任委员."""
    return title.removeprefix("副") in known


def named_for(title: str, before: str) -> str | None:
    """The kind of body that an office is named for, a key of `NOUNS`; `before` is the character before it."""
    if OF_EMBASSIES.search(title):
        return "使馆"
    if OF_LEARNING.search(title) or before == "校":
        return "校"
    m = _HEADS.search(title)
    if m is None:
        return "村" if before == "村" else None
    return m[1] or m[2] or ("会头" if "专务" in title else "村")


def stem(title: str) -> str:
    """The word for an office: 会长 of 永远名誉会长."""
    return _MODIFIERS.sub("", title)


def class_of(title: str, before: str) -> str | None:
    """Which bodies have such offices, or what kind of body the office is named for; `before` is the character before it."""
    of = next((name for name, pattern in _CLASSES.items() if pattern.search(title)), None)
    return of or named_for(title, before)
