"""Words around a figure that say whether it was given: giving, commerce, law, rates, cash."""

from __future__ import annotations

import re

from chamber_extract.relate.clauses import ASIDE

# What makes a neighbourhood one of giving, so that 采购, 运抵, 筹集 mean giving too.
# What makes a neighbourhood surely one of giving, for verbs that mostly mean something else.
GENEROUS = re.compile(
    r"捐|送暖|教育基金|建校|受惠|赈灾|支票|光彩|善款|义款|赈|慈善|爱心|救灾|驰援|支援|义卖|慰问|助学|援助|救援|奉献|红十字|灾区|灾民|受灾|疫区|大爱|雪中送炭|守望相助|献爱"
)
GIVING = re.compile(
    GENEROUS.pattern
    + r"|公益|抗震|义演|抗疫|战疫|防疫|疫情|扶贫|济困|帮困|送温暖|海啸|地震|洪灾|水灾|台风|火灾|风灾|旱灾|重建"
)
# What makes money in the same clause commerce, a due or a budget.
COMMERCE = re.compile(
    r"免息|借予|借给|借出|出借|贷款|借款|融资|授信|信贷|债券|合同|订单|签约|成交|交易[额量]|贸易|出口|进口(?!捐赠|的?医|口罩|抗疫|防疫)|销售|售价|售出|单价|均价|价格|市值|营收|营业|产值|利润|税(?!务)|纳税|应税|罚[款金]|会费|年费|费用|手续费|注册资[本金]|总投资|投资|造价|损失"
    r"|赔偿|补贴|减免|免收|免除|减租|租金|余额|结余|存款|工资|薪|奖金|门票|票价|保[费额险]|彩票|总资产|资产|身家|财富|生产总值|预算|财政|案值|涉案|诈骗|募集资金投|募投|上市|股[票权份]|发行|理财|私募|中标|招标|采购额|流水|成本|让利|优惠|罚没|没收|目标"
)
FINANCE = re.compile(r"金融|融资|债券|上市|股[票权份]|证券投资|产业基金|投资|贷|发行|创业")
LEGAL = re.compile(
    r"免征|减税降费|优惠政策|买一赠|凡购|即赠|购买[^。]{0,40}(?:获赠|赠送)|减税|免税|抵税|扣税|税前|谣言|不实|造谣|谎称|冒充|骗取|诈骗|假借|(?:税前|准予|全额|据实|中|可|得以?)扣除|应纳税|纳税人|税率|税额|第[一二三四五六七八九十百0-9]+条|以下罚款|处[以罚]"
)
GOVERNMENT = re.compile(r"财政|国务院|中央|发改委|民政[部厅局]|政府")
LENDING = re.compile(r"免息|低息|借予|借给|贷")
CHARITY = re.compile(r"慈善|公益|爱心|善款|助学|赈灾|慰问|助困|济困")
# Words that may stand between two parts of one enumeration.
GOING_ON = re.compile(
    r"(?:以及|和|及|与|并|还有|另有|另外|另|外加|加上|其中|当中|包括|包含|主要|含|共|共计|合计|总计|累计|总共|一共|总额|总价值|总值|价值|约合|折合|约|近|为|是|达|有|计|资金|款(?=)|[一-鿿]{2,8}\ue004{2,3}(?=、|和|及)|连同|[一-鿿]{2,4}所得|净余|余款|所得|净得|全数|悉数|造价|总造价|[^\w\s\ue000-\ue005，。；、：,;:]|总?金额|现款|现金|慰问金|助学金|善款|捐款|资金|物资|款项|款物|人民币|其余|各类|各种|等|、|的|了|又|也|再|还|各|分别|第[一二三四五六七八九十]批|首批|：|:|,|\s|一批|余下|剩余|爱心|急需|紧缺|医用|防疫|抗疫|医疗|一次性|个人|"
    + ASIDE
    + r")*"
)
CASH_BEFORE = re.compile(
    r"(?:支票|善款|义款|赈灾款|救灾款|爱心款|爱心捐款|捐款|慈善款|助学金|助学款|慰问金|捐赠款|捐款额|捐赠额|捐赠资金)(?:总额|总数|总计|合计|共计|累计|共|已|达到?|突破|超过|逾|为|约|金额|现已|折合|高达|：|:|数额|计|额|现|约合)*$"
)
CASH_AFTER = re.compile(
    r"(?:现金)?(?:的)?(?:(?:模拟)?支票|资助(?=[，。；])|援助款|捐款|善款|义款|赈灾款|救灾款|赈灾善款|赈灾义款|爱心款|爱心捐款|爱心善款|慈善款|慈善捐款|慰问金|助学金|助学款|捐赠款|捐助款|助学善款|抗疫善款|爱心助学金|爱心慰问金|捐赠资金|赈灾捐款|捐赠(?=[，。；]|$))"
)
RATE_AFTER = re.compile(
    r"(?:/|／|每)(?:人|年|月|份|套|户|只|吨|天|次|个)|以[上下内]的?(?:部分|企业|单位|个人|者|捐|会员|可|，|爱心)|(?:左右)?的?(?:贷款|投资|合同|订单|罚款|奖金|租金|会费|工程|损失|授信|融资|销售|经济损失|补贴|补偿|赔偿|税|信贷|优惠|费用|折扣|价格|薪|工资|采购订单|交易)"
)
RATE_BEFORE = re.compile(
    r"每(?![年日]?捐)[^，。；、]{0,8}$|(?:单价|售价|定价|票价|原价|每\w{1,3})[^，。；]{0,4}$|不(?:少|低|多|超)[于过]?$|至少$|最[低高]$|上限$"
)


# 每售出一件捐1元: what is given each time, whose sum nobody says.
RATE = re.compile(r"每(?:[售卖销购]|成交|消费|认购|下单|完成|步行|走|转发|点赞|张(?!面[值额])|卖)")
_THRESHOLD = re.compile(
    r"(?:以[上下内])?的?(?:企业|单位|个人|者|会员(?!企业捐)|团体|善长|人士|部分)|(?:以[上下内])?，?(?:可|将?[授颁]|均可|即可|由)|或以上"
)


def is_threshold(folded: str, start: int, end: int) -> bool:
    """Whether a figure only marks a class of givers: 捐款10万元以上的企业."""
    bounded = folded[start:end].endswith(("以上", "以下", "以内")) or folded.startswith(
        ("以上", "以下", "以内", "或以上"), end
    )
    return bounded and _THRESHOLD.match(folded, end) is not None
