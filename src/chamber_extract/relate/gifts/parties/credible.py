"""Whether a stretch of text can be the name of someone, or is only a piece of a sentence."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.beginnings import object_inside, tells
from chamber_extract.relate.gifts.parties.nouns import heads
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, FIGURE, PERSON

# What no name begins with, be it that it makes an object of the name behind it; and what none ends with.
_OPENS = re.compile(
    r"请(?!愿)|委?托(?![普克里马尔福斯])|委人|[连联会偕协]同|携手|加上|前往|赶赴|奔赴|走访|慰问|看望|免息|低息|借予|访问(?!学)|组织(?![部委者成])|号召|动员|发动|呼吁|倡议|感谢|赞赏|邀[请得约]?|向|给|为(?!民)|[通透]过"
    r"|以(?!色列)|到(?![会场])|去(?!年)|用(?!友)|在(?=[^，]{1,3}(?:成功|紧急|当地|积极))|"
    r"[的了着过但却而且若则因虽既仍曾并亦就才更最很甚把被让令及或又即由从]|已(?!故)|将(?![军乐])|获(?!嘉)|受(?!益)|赴|连(?![云江州平城锁山])|随(?![州县行访同员])"
    r"|经(?![济贸纬典营])|往(?!来)|要(?!塞)|使(?![馆节领者])|与(?!会(?![员友长董馆]))|只(?!园)|比(?!利时|亚迪|中)|至(?![善诚德孝美真和])|占(?!美)|按|据|对(?!外)|除|说[要是将会]"
    r"|假(?=[^，]{2,}[厅堂店楼])|为(?=[了此何]|社会|公益|家乡|祖国|会员)|在(?=[^，]{0,6}(?:堂|厅|酒店|现场|上|下|中|会所)$)|所[有得]|转[来到]|[这那如][样次项些个果]"
    r"|[他她它](?![们人乡]|的?(?:侄|夫|太太|妻|儿|女|父|母|兄|弟|姐|妹|姊|友|朋友|同乡)|[^，]{0,6}的(?=[^，]{2}))|[一二三四五六七八九十廿卅0-9]{1,3}[日月号](?!本)"
)
_ENDS = re.compile(
    r"(?:[的了着过并且但却也又还再仍便就都均皆已将把被让由向往对于与及或之累占是有达至]|(?<!华)为|以及|组织|发起|成立|参加|响应|一直|共同|热心|通过)$"
)
_WITHIN = re.compile(
    rf"[。；：？！;:?!]|[，,](?![{CHAMBER}{PERSON}])|(?<![{CHAMBER}{PERSON}])[，,]|是(?!山)|[将把被](?!军)|了(?!解)|着(?!名|陆)|们的"
    r"|希望(?!小学|工程|学校|之|中学|集团)|成立(?!于)|联络(?!处|部|官|会|站|委|中心|小?组|员)|联系(?!会|处|人)|通过(?!者)|慰问(?![团组队金])|看望"
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
    if view.startswith(("会议", "大会"), end) or (view[start] == "在" and view.startswith("的", end)):
        return False  # 常委|会议决定, 在金边开餐馆|的老冯
    words = _OF_QUOTED.sub("", view[start:end]).replace(ASIDE, "")
    if not words or FIGURE in words or any(words.count(a) != words.count(b) for a, b in _QUOTES):
        return False
    if words[2:] in heads() and words[:2] in _LIKE_ADJECTIVES:
        return True  # 出席嘉宾
    if words[2:] in heads() and names().common.get(words[:2]) == "verb":
        return False  # 服务会员, 履行社会
    if _PURPOSE.fullmatch(words):
        return False
    words = _WHO.sub("", words)
    return not (_OPENS.match(words) or _ENDS.search(words) or _WITHIN.search(words) or tells(words))


def _is_cut(view: str, at: int) -> bool:
    """Whether a name that is known goes on over the edge."""
    return 0 < at < len(view) and view[at] in _RUN and view[at - 1] == view[at]
