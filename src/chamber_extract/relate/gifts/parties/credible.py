"""Whether a stretch of text can be the name of someone, or is only a piece of a sentence."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.clauses import ASIDE, CHAMBER, FIGURE, PERSON
from chamber_extract.relate.gifts.parties.beginnings import object_inside
from chamber_extract.relate.gifts.parties.nouns import heads

# Words with which no name begins: conjunctions, adverbs, prepositions, what points back.
_OPENS = re.compile(
    r"已(?!故)|目[标的]|说[要是将会]|获(?!嘉)|连(?![云江州平城锁山])|受(?!益)|随(?![州县行访团同员])|经(?![济贸纬典营])|往(?!来)|赴|前往|[一二三四五六七八九十廿卅0-9]{1,3}[日月号](?!本)|假(?=[^，]{2,}[厅堂店楼])|函请|邀请|履行|承担|践行|肩负|积极|主动|寻找|多方|四处|要(?!塞)|[的了着过但却而且若则因虽既仍曾并亦就才更最很甚把被让令]|将(?![军乐])|使(?![馆节领者])|与(?!会(?![员友长董馆]))|及|或|又|即|只(?!园)|从|比(?!利时|亚迪|中)|至(?![善诚德孝美真和])|一连|一直|一起|一同|一并|一方|最初|最终|上述|下述|所[有得]|其中|其实|本着|本次|此[次外前番]|这[样次项些个笔]|那[样次项些个]|如[此何果]"
    r"|再[次度]|首先|另外|同时|目前|当时|随着|为[了此何]|为(?=社会|公益|家乡|祖国|会员)|经过|通过|根据|按照|关于|对于|由于|由|自(?:从|发)|在(?=[^，]{0,6}(?:堂|厅|酒店|现场|上|下|中|会所)$)|占(?!美)|按|据|达[到至成约逾]"
    r"|服务(?=会员|社会|企业|大众|群众|乡亲)|回报|报效|回馈|奉献|关爱|关心|关注|帮助|支持|支援(?!队|团|会)|欢迎|凝聚|团结(?=会员|广大|各|乡|侨)|加强|推动|推进|促使|带[动领来]|引领|率领|号召|动员|发动|组织(?![部委者])|启动|启用|采用|动用|使用|利用|提供|包括|包含|涵盖|来自|加上|连同|连前|除了?|对(?!外)"
    r"|[他她它](?![们人乡]|的?(?:侄|夫|太太|妻|儿|女|父|母|兄|弟|姐|妹|姊|友|朋友|同乡)|[^，]{0,6}的(?=[^，]{2}))|转[来到]|[到参走]访|拜[访会]|探[访望]|希望(?!小学|工程|学校|之|中学|集团)|要求|表示|认为|指出|强调|宣布|决定|继续|开展|举行|举办|参加(?!者|单位|企业|人员|商会|嘉宾)|出席|得到|受到|收到|获得|完成|进行|实现|发扬|弘扬|秉承|秉持|心系|情系"
)
_ENDS = re.compile(
    r"(?:[的了着过并且但却也又还再仍便就都均皆已将把被让由向往对于与及或之累]|以及|随车|随机|随船|随即|随后|一连|一直|共同|先后|陆续|积极|热心|慷慨|踊跃|纷纷|占|率先|主动|迅速|紧急|连夜|当即|立即|成立|举行|举办|开展|出席|参加|表示|宣布|发出|倡议|响应|组织|发起|启动|决定|(?<!华)为|是|有|没有|达|至|等待|通过|代表去|亲自|分别)$"
)
# Verbs and the like that no name holds; a body of a name made with one is left out beside it.
_WITHIN = re.compile(
    rf"包括|包含|比起|相比|[。；：？！;:?!]|[，,](?![{CHAMBER}{PERSON}])|(?<![{CHAMBER}{PERSON}])[，,]|[是](?!山)|[将把被](?!军)|了(?!解)|着(?!名|陆)|们的|没有|不是|并非|因为|所以|但是|而且|如果|虽然|已经|正在|曾经|可以|能够|应该|希望(?!小学|工程|学校|之|中学|集团)|认为|觉得|表示|宣布|指出|强调|介绍|透露|报道|举行|举办|召开|成立(?!于)|出席|收到|得到|获得|获悉|达到|超过|突破|响应|号召|倡议|启动|动用|邀集|发扬|弘扬|秉承|秉持|发挥|履行|践行|彰显|心系|情系"
    r"|联络(?!处|部|官|会|站|委|中心|小?组|员)|联系(?!会|处|人)|随车|一连|假座|席开|累计|共计|合计|总计|通过(?!者)|根据|按照|经过|为了|关于|由于|来到|前往|抵达|赶赴|奔赴|送往|运往|送来|送去|捐出|捐给|捐来|[募筹]得"
)
_QUOTES = (("“", "”"), ("‘", "’"), ("（", "）"), ("(", ")"), ("《", "》"))
_LIKE_ADJECTIVES = frozenset(
    "参与 参会 参展 参加 与会 列席 到场 在场 到会 退休 离休 执行 随行 匿名 无名 归国 留学 旅居 出席 捐赠 捐款 爱国 加盟 入会 创始 联合 直属 下属 所属 在任 现任 卸任 离任"
    " 永久 驻外 援建 救援 执业 待业 就业 投资 从事 民办 合资 独资 承建 建设 施工 生产 制造 加工 销售 运输 装饰 建筑 设计 广告 印刷 包装 开发".split()
)
# What money is for: 其中抗疫捐款50万元.
_PURPOSE = re.compile(
    r"(?:抗[疫震洪灾]|防[疫汛]|赈灾|救灾|助[学残老医]|扶[贫困]|济困|敬老|慰老|教育|公益|慈善|文化|医疗|爱心|光彩|定向|专项|现金|物资|建设|修路|修桥|乡村振兴|社会)+"
)
_SOCIETY = re.compile(r"(?:全|[一-鿿]{0,2}华[人侨]?|侨民?|国际|当地|海内外|海外|工商)*社会")
# What somebody who is described does: 一位不愿透露姓名的侨胞, 出席会议的会员.
_WHO = re.compile(
    r"[不未](?:愿|肯|便|欲|想)?(?:具名|留名|署名|[^，]{0,4}(?:姓名|名称|名字|身份))的?|^(?:出席|参加)[^，的]{0,8}的(?=[^，]{2})"
)
_OF_QUOTED = re.compile(f"^{ASIDE}+的")  # “美食街”的32家店铺
_RUN = frozenset({CHAMBER, PERSON})


def is_credible(view: str, start: int, end: int) -> bool:
    """Whether `start:end` of the view reads as a whole name and as nothing more.

    It does not where it begins or ends inside a name that is known, holds half a pair of quotation
    marks or of brackets, or opens, ends or goes on with words that no name has.
    """
    if _is_cut(view, start) or _is_cut(view, end) or object_inside(view, start, end):
        return False
    if view.startswith(("会议", "大会"), end):  # 常委会议决定
        return False
    words = _OF_QUOTED.sub("", view[start:end]).replace(ASIDE, "")
    if not words or FIGURE in words or any(words.count(a) != words.count(b) for a, b in _QUOTES):
        return False
    if words[2:] in heads() and words[:2] in _LIKE_ADJECTIVES:
        return True  # 出席嘉宾
    if words[2:] in heads() and names().common.get(words[:2]) == "verb":
        return False  # 服务会员, 履行社会
    if _PURPOSE.fullmatch(words):
        return False
    if words.endswith("社会") and not _SOCIETY.fullmatch(words):
        return False
    words = _WHO.sub("", words)
    return not (_OPENS.match(words) or _ENDS.search(words) or _WITHIN.search(words))


def _is_cut(view: str, at: int) -> bool:
    """Whether a name that is known goes on over the edge."""
    return 0 < at < len(view) and view[at] in _RUN and view[at - 1] == view[at]
