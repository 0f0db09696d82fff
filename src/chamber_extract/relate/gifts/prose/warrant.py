"""What warrants that a lot beside a verb was given.

A sure verb (捐, 赠) does. What is bought, spent, raised, sent or handed out may be a gift or none: trade,
the state and what one keeps speak against it, and for it a purpose that is named or the words around.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chamber_extract.normalize.items import head_kind, heads
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.lots import Lot, is_weight
from chamber_extract.relate.gifts.parties.recipients import recipient_before
from chamber_extract.relate.gifts.parties.subject_phrases import subject
from chamber_extract.relate.gifts.parties.subjects import TAKE
from chamber_extract.relate.gifts.parties.wording import head, trim
from chamber_extract.relate.gifts.prose import likely
from chamber_extract.relate.gifts.setting import Setting
from chamber_extract.relate.gifts.view import CHAMBER, GOODS_UNITS, WEIGHTS

# Whom or what money helps: 资助学生, 为村里修建水渠, 慰问职工.
_PURPOSE = re.compile(
    r"资助|捐|善款|援建|帮助|指名[给予送]|救助|扶助|慰问|赈济|救济|助学|助困|支援|帮扶|重建|赈灾|[救抗]灾|[抗防]疫|抗洪|防汛"
    r"|(?:为(?!了)|[帮给替])[^，。]{2,20}(?:[修兴新重扩]?建|修[复缮]|翻修|添置|购置|安装|改造|硬化|打井|铺设|配备|购买)|(?:希望|爱心|光彩)[小学桥校工]|(?:教育|慈善|助学|爱心|公益|救助|扶贫|奖学|助困)基金|[奖助]学金|奖教金|(?:学校|校舍|教学楼|敬老院|村民|灾区|水井|卫生[院室])"
)
# What one keeps, pays for or puts into business.
KEPT = re.compile(
    r"会[所址](?!(?:建设|重建|筹建|修缮)?基金)|[送运发][到往至](?:工地|车间|门店)|用于[^，。]{0,4}(?:年会|聚餐|团建|晚宴)|产业(?:扶贫|项目)?[资基园投]|贷”|为[^，。]{0,6}企业募集|二手|轿车|货车跑|写字[间楼]|房产|商铺|首付|装修|办公(?!室主任)|自用|工业[园区]|更换|原材料|原料|成本|扩大生产|生产[线设]|的工厂|建厂|样品"
    r"|(?:奖励|奖给)(?![^，。；]{0,8}(?:[学师]|考[上取]))|[成设]立(?!(?:捐款|赈灾|救灾)?[专账]户)(?![^，。；]{0,16}(?:[奖助赈灾]|教育|慈善|爱心|公益|扶贫|抗疫|应急))|开起|开[办设]|办[起厂]|做[生买]|创业|投资|国债|扩建|收购|入股|注册|还[债贷清]"
    r"|机票|(?<!扣除)[空运输]费|[买卖]了?房|客户|销[往路量售]|售[出完]|收汇|许愿|签约|成交|订单|合同|采购商|展会|展销|招标|中标"
)
THINGS = frozenset({"goods", "building"})
# 三辆满载物资的货车, 3辆货车拉来牛奶: what brings a gift is none.
_CARRIES = re.compile(
    r"(?:[^，。；]{0,3}[满装运][载满着][^，。；]{0,10}的)?(?:大型|重型|冷链|厢式|专用)?(?:货车|卡车|大货车|大卡车|拖车|货柜车|专车|车队|专机|包机|货机)(?:$|[拉运送载装抵驶开出发起启于从满将把]|[，]?(?:抵达|到达|出发|启程))"
)
# What goes or works for others, unless a sure verb gives it: 押运货车3辆, 带着挖掘机6台.
_AT_WORK = re.compile("(?:货车|卡车|拖车|餐车|[掘载土吊铲]机|车队)$")
# 四幅书画共拍得6亿盾: what is sold for the good cause is not given, but the sum
_SOLD = re.compile(
    r"[^，。；;]{0,30}(?:[拍卖售投标竞]得|共筹得|拍出|售出|成交)|[^，。；;]{0,6}(?:交付?|拿[出来去]|[供作])(?:义卖|拍卖|竞[投拍]|义拍)"
)
_OWNED = 12  # characters in which who gave it to be sold is told: 会员捐出的手镯一只以1.2万元成交
_PENNY = Decimal("0.01")  # of which only ways of speaking tell
_REPEATED = re.compile(r"(.)(?:一)?\1")  # 一箱一箱, 一份份
_ASIDE_END = re.compile(r"[(（][^()（）]*[)）]$")
_UNNAMED_MONEY = re.compile(r"(?:捐款?|善款|捐出|捐资|捐赠)(?:了|共|约|近|逾|达|人民币)*$")
LENT = re.compile(r"(?:[机车艇舟船]|车辆|设备)$")  # 派出挖掘机3台
_SAVINGS = re.compile(
    r"(?:\ue004|[当全半][天日])[一-鿿]{0,8}(?:营业额|收入|款|所得)[共约]?\ue003|(?:工资|薪水|薪金|积蓄|压岁钱|退休金|养老金|私房钱|零[花用]钱|奖金)\ue003"
)
_INTO_BOX = re.compile(r"[^，。]{0,12}[放投塞][进入][^，。]{0,4}(?:募捐|捐款|善款|功德|爱心|赈灾)箱")
_SOLD_OFF = re.compile("(?:[变典]卖|卖[掉出]|出售)了?$")  # 把卖掉一辆旧皮卡的钱拿了出来
_OWN_DUES = re.compile("了?(?:全部|部分)?(?:会费|公款)")
_CHARITY_SUM = re.compile("[了到得]?(?:善款|义款|捐款|赈款)")  # 扣除食材成本后筹得善款3万2千元
# 善款作为购置扫描仪之用: what the receiver will buy is no second gift.
_AS_USE = re.compile(r"(?:拨作|以供|供)[^，]{2,20}$|作为$")
_COSTS = re.compile(
    r"(?:开销|开支|费用|餐费|场租|房租|会务费|杂费)(?:支出)?[约近共计为达]{0,2}$"
)  # 餐会开销4800元由他负担
_REMARK = re.compile("，(?:[他她]?[说称]|[这也]?是)|[“「]")
_COST = frozenset({"耗资", "花费", "花去"})
_HOUSES = re.compile("学校|医院|[校院]方")  # 学校安装空调30台
_SHARES_OUT = frozenset("发放 分发 补助".split())  # what the state does with what is the people's
_FOR_CHARITY = re.compile(r"[义慈]卖|义拍|慈善|善款|卖旗|募捐|捐|赈")
_PURPOSE_WITHIN = 24  # characters after a sum within which its purpose is named


def is_given(setting: Setting, clause: Clause, act: Act, lot: Lot, chain: list[Act], floor: int) -> bool:
    """Whether the verb means giving here: sure verbs do, others where the context says so."""
    if any(a.sure for a in chain):
        return True
    if is_of_state(setting, clause, act):
        return False
    if act.action == "raise" and _CHARITY_SUM.match(setting.folded, act.end, lot.figure.start):
        return True
    if likely.is_ruled_out(setting, clause):
        return False
    if lot.count and (
        ("募" in act.form or "筹" in act.form)
        or ({"brings", "hands"} & act.senses and recipient_before(setting.text, floor, act.start))
    ):
        return act.form != "派出"  # 募集口罩3万只, 向汉旺镇送去大米5吨
    if are_savings(setting, act, lot):
        return True
    if speaks_against(setting, clause, act, lot):
        return False
    until = _purpose_end(setting, clause, lot)
    handed = "hands_over" in act.senses or _grants(act)
    if lot.money and (handed or _PURPOSE.search(setting.folded, min(act.end, lot.end), until)):
        return setting.generous_near
    around = setting.generous_near or setting.giving or _is_brought(setting, clause) or "募" in act.form
    if around and not context.COMMERCE.search(setting.words):
        return True
    return likely.likelihood(setting.view, lot.figure) >= (likely.EVEN if around else likely.APART)


def _is_brought(setting: Setting, clause: Clause) -> bool:
    """Whether the next clause brings what was just told of to someone: 购买面罩400个，次日送到医院."""
    after = next((c for c in setting.clauses if c.start >= clause.end), None)
    act = after.acts[0] if after and after.acts else None
    if not after or not act or act.form[0] not in "送寄":
        return False
    return trim(setting.text, after.start, act.start)[0] >= act.start


def speaks_against(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether trade, the state or what one keeps speak against a verb that mostly means something else."""
    granted = _grants(act)
    own = subject(setting.text, clause.start, act.start)[0]
    # 会费结余亦拨出10万元: what dues bring may be given away, and 贸易总会 may be who gives
    trading = act.start if granted else own.end if own else clause.start
    if taken := TAKE.search(setting.text, clause.start, min(act.start, lot.start)):
        trading = max(trading, taken.start())  # 四海贸易则把10万先令的支票交到院长手里
    if context.COMMERCE.search(setting.text, trading, clause.end):
        return True
    if granted and context.LENDING.search(setting.words):
        return True  # 拨款成立基金，免息借予商户
    since = clause.start if own else setting.sentence.start
    if clause.start <= lot.start < act.start and setting.text.startswith("由", lot.end):
        since = lot.end  # 向县政府致赠320万元，其中100万元由协会拨出
    if granted and context.GOVERNMENT.search(setting.text, since, act.start):
        return True
    told = own.end if own else clause.start
    until = _purpose_end(setting, clause, lot)
    if context.GENEROUS.search(setting.folded, clause.end, until):  # 募得3万欧元，将资助受灾家庭更换家电
        until = clause.end
    elif remark := _REMARK.search(setting.folded, clause.end, until):  # 送来30万元，说是创业时受过关照
        until = remark.start()
    if KEPT.search(setting.folded, min(told, act.start, lot.start), until):
        return True
    if "makes" in act.senses and own and _HOUSES.fullmatch(setting.folded, own.start, own.end):
        return True
    if act.form in _COST and not own and trim(setting.text, clause.start, act.start)[0] < act.start:
        return True  # 修建该路段耗资300万元
    if lot.money and _COSTS.search(setting.folded, clause.start, lot.figure.start):
        return True
    sold = "sells" in act.senses or act.form in ("义卖", "义拍")
    if sold and (lot.count or not (_FOR_CHARITY.search(setting.words) or _is_surely_likely(setting, lot))):
        return True
    if lot.count and act.action == "purchase" and _AS_USE.search(setting.folded, clause.start, act.start):
        return True
    return bool(act.form in ("派出", "组织") and lot.item and LENT.search(setting.folded, *lot.item))


def _is_surely_likely(setting: Setting, lot: Lot) -> bool:
    return setting.generous_near and likely.likelihood(setting.view, lot.figure) >= likely.SURE_SALE


def _grants(act: Act) -> bool:
    return "拨" in act.form or act.form == "列支"


def is_of_state(setting: Setting, clause: Clause, act: Act) -> bool:
    """Whether the state allots something: 民政部紧急调拨帐篷3000顶; or shares it out: 政府已向灾民发放大米320吨."""
    ours = CHAMBER in setting.text[clause.start : act.start] and not _grants(act)
    allots = _grants(act) or act.form in _SHARES_OUT
    return (
        allots and not ours and context.GOVERNMENT.search(setting.text, clause.start, act.start) is not None
    )


def _purpose_end(setting: Setting, clause: Clause, lot: Lot) -> int:
    """Where the words end that may name what a lot is for."""
    return min(max(clause.end, lot.end + _PURPOSE_WITHIN), setting.sentence.end)


def are_savings(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether someone gives of what is his own: 拿出一个月的工资2500美元."""
    if _INTO_BOX.match(setting.text, lot.end):
        return True
    own = _SAVINGS.search(setting.text, act.end if act.end <= lot.start else setting.sentence.start, lot.end)
    return setting.generous_near and own is not None and act.form[0] not in "发派分颁"


def is_traded(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether trade or a due stands between a verb and its lot; dues of its own may be given: 拨出会费一百万铢."""
    own = _OWN_DUES.match(setting.text, act.end) if act.form[0] in "拨拿提支动" else None
    traded = context.COMMERCE.search(setting.text, own.end() if own else act.end, lot.start)
    return traded is not None and not are_savings(setting, act, lot)


def are_goods(setting: Setting, lot: Lot) -> bool:
    """Whether a lot has a noun that is more than a word for money."""
    if lot.item is None:
        return False
    return bool(lot.count) or head_kind(setting.folded[slice(*lot.item)]) != "cash"


def is_money_given(setting: Setting, lot: Lot, floor: int) -> bool:
    """Whether a word for money given stands beside: 善款共50万元, 50万元捐款; or 18万只捐赠口罩."""
    if not lot.money:
        return bool(lot.item and re.search("捐[赠助献]", setting.folded[lot.figure.end : lot.item[0]]))
    left = setting.folded[max(floor, lot.money.start - 24) : lot.money.start]
    return bool(context.CASH_BEFORE.search(left) or context.CASH_AFTER.match(setting.folded, lot.money.end))


def is_thing(setting: Setting, lot: Lot, sure: bool, likely: bool = False) -> bool:
    """Whether a lot is money, or a count of goods.

    Things of no known noun only after a sure verb, or after one of handing out that is `likely` giving.
    """
    if any(m and m.value.quantity.amount.value == 0 for m in (lot.money, lot.count)):
        return False
    if lot.money:
        if lot.money.value.quantity.amount.value == _PENNY:  # 不动用善款一分钱
            return False
        unnamed = lot.money.value.quantity.kind == "number"
        left = setting.folded[max(0, lot.start - 8) : lot.start]
        return not unnamed or lot.currency is not None or _UNNAMED_MONEY.search(left) is not None
    assert lot.count
    unit = lot.count.value.quantity.unit or ""
    if unit in ("岁", "歲"):
        return False  # 一位九十岁的洗衣工
    noun = setting.folded[slice(*(lot.item or lot.inherited or (0, 0)))]
    if (
        _SOLD.match(setting.text, lot.end)
        and "捐" not in setting.folded[max(0, lot.start - _OWNED) : lot.start]
    ):
        return False
    if _SOLD_OFF.search(setting.folded, max(0, lot.start - 4), lot.start):
        return False
    if _CARRIES.match(setting.folded, lot.count.end) or (not sure and _AT_WORK.search(noun)):
        return False
    given_away = not any(heads().get(noun[i:]) == "other" for i in range(len(noun) - 1))
    if (lot.inherited and (sure or given_away)) or (
        lot.item and head_kind(_ASIDE_END.sub("", noun)) in THINGS
    ):
        return True
    if likely and given_away and not sure:  # 一张支票 is no thing of its own
        sure = bool(noun) or unit not in ("个", "張", "张", "本", "块", "塊")
    people = lot.item is not None and head(noun) is not None  # 资助了11个女孩
    known = unit in GOODS_UNITS or (unit in WEIGHTS and not is_weight(lot, setting.folded))
    return sure and known and not people and not _REPEATED.match(setting.folded, lot.count.end - 1)
