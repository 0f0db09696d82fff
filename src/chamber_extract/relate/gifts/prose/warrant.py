"""What warrants that a lot beside a verb was given: the kind of verb, the noun, the words around."""

from __future__ import annotations

import re

from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import FIGURE, GOODS_UNITS, Act, Clause
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.recipients import recipient_before
from chamber_extract.relate.gifts.parties.subject_phrases import subject
from chamber_extract.relate.gifts.parties.wording import head
from chamber_extract.relate.gifts.setting import Setting

# What money is spent on in order to give it: 资助学生, 为村里修建水渠, 慰问职工.
_PURPOSE = re.compile(
    r"资助|捐|援建|帮助|指名[给予送]|救助|扶助|慰问|赈济|救济|助学|助困|支援|帮扶|重建|赈灾|[救抗]灾|[抗防]疫|抗洪|防汛"
    r"|为(?!了)[^，。]{2,20}(?:[修兴新重扩]?建|添置|购置|安装|改造|硬化|打井|铺设|配备|购买)|(?:希望|爱心|光彩)[小学桥校工]|(?:学校|校舍|教学楼|敬老院|村民|灾区|水井|卫生[院室])"
)
_BUYS_RELIEF = re.compile(
    r"(?:紧急|用于)?(?:购买|采购|购置)了?[^，。；]{0,6}(?:物资|药|食品|粮|大米|被|衣|帐篷|口罩|防护[服用]|水$|水[，。]|饮用水|矿泉水)"
)
_PAYING_OUT = frozenset({"发放", "派发", "分发", "颁发"})
_PROVIDING = frozenset({"提供", "给予"})
_IN_CASH = re.compile(r"现金|现款|利是|红包|慰问金|礼金")
_RELIEF = re.compile(r"物资|物品|用品|药|食品|粮|大米|被|衣|帐篷|口罩|防护|书|文具")
_TRADE = re.compile(r"签约|成交|订单|合同|采购商|展会|展销|招标|中标")
THINGS = frozenset({"goods", "building"})
_CLIENT = re.compile(r"(?:企业|公司|项目)$")
# 三辆满载物资的货车, 3辆货车拉来牛奶: what brings a gift is none.
_CARRIES = re.compile(
    r"(?:[^，。；]{0,3}[满装运][载满着][^，。；]{0,10}的)?(?:大型|重型|冷链|厢式|专用)?(?:货车|卡车|大货车|大卡车|拖车|货柜车|专车|车队|专机|包机|货机)(?:$|[拉运送载装抵驶开出发于从满将把]|[，]?(?:抵达|到达|出发|启程))"
)
_REPEATED = re.compile(r"(.)(?:一)?\1")  # 一箱一箱, 一份份
_ASIDE_END = re.compile(r"[(（][^()（）]*[)）]$")
_UNNAMED_MONEY = re.compile(r"(?:捐款?|善款|捐出|捐资|捐赠)(?:了|共|约|近|逾|达|人民币)*$")


_THEN = re.compile(
    r"[，、](?:主要|全部|专门)?(?:(?=资助|捐|帮|救|慰问|赈|支援|为|指名)|用于|用来|用作|以便?|在)"
)
PURPOSE_WITHIN = 24  # characters after a sum within which its purpose is named


def is_given(setting: Setting, clause: Clause, act: Act, lot: Lot, chain: list[Act], floor: int) -> bool:
    """Whether the verb means giving here: sure verbs always, others where the context says so."""
    if any(a.sure for a in chain):
        return True
    if are_savings(setting, act, lot) or is_put_in_box(setting, act):
        return True
    granted = "拨" in act.form or act.form == "列支"
    # 会费结余亦拨出10万元: what dues bring may be given away
    if context.COMMERCE.search(setting.text, act.start if granted else clause.start, clause.end):
        return False
    if granted and context.LENDING.search(setting.words):
        return False  # 拨款成立基金，免息借予商户
    own = subject(setting.text, clause.start, act.start)[0]
    since = clause.start if own else setting.sentence.start
    if clause.start <= lot.start < act.start and setting.text.startswith("由", lot.end):
        since = lot.end  # 向县政府致赠320万元，其中100万元由协会拨出
    if granted and context.GOVERNMENT.search(setting.text, since, act.start):
        return False
    if act.form == "拨付" and not recipient_before(setting.text, floor, act.start):
        relief = _PURPOSE.search(setting.text, lot.end, clause.end) or _is_for_others(setting, clause, lot)
        return setting.generous_near and bool(relief) and lot.money is not None
    if not _is_gift_so(setting, clause, act, lot):
        return False
    if are_goods(setting, lot) or lot.count:
        return _goods_given(setting, act, lot, floor)
    if act.action == "raise":
        return _money_raised(setting, act, lot, floor)
    if "spends" in act.senses:
        charity = context.CHARITY.search(setting.text, act.end, min(lot.end + 8, clause.end))
        if charity or _PURPOSE.search(setting.text, act.end, clause.end):
            return True
        if setting.generous_near and _BUYS_RELIEF.match(setting.folded, lot.end):
            return True  # 支出10万元购买饮用水
        return _is_for_others(setting, clause, lot) or _spent_on_giving(setting, clause, act, lot)
    if act.form in _PROVIDING and setting.generous_near:
        for_others = _PURPOSE.search(setting.text, lot.end, clause.end) or _is_for_others(
            setting, clause, lot
        )
        if for_others and not context.GOVERNMENT.search(setting.text, setting.sentence.start, act.start):
            return True  # 提供1500万克瓦查用于修缮校舍
    if setting.generous_near and "sends" in act.senses:
        bought = act.form.startswith("自掏") and _PAID_FOR.match(setting.text, lot.end)
        return not bought and not _FOR_HIMSELF.match(setting.text, lot.end)
    if setting.generous_near and _IN_CASH.search(setting.folded, act.end, lot.end):
        return True  # 送来现金1万元
    if not setting.giving:
        helped = is_money_given(setting, lot, act.end) and not _OF_MEMBERS.search(setting.words)
        return (granted or helped or "hands_over" in act.senses) and setting.generous_near
    return (
        "拨" in act.form
        or "hands_over" in act.senses
        or is_money_given(setting, lot, act.end)
        or any(a.sure for c in setting.clauses for a in c.acts if a.start > lot.end)
    )


def _is_for_others(setting: Setting, clause: Clause, lot: Lot) -> bool:
    """Whether the purpose of a sum is named after it: 出资20万元，乙出资10万元，用于购买防疫物资."""
    near, limit = clause, lot.end + PURPOSE_WITHIN
    for later in setting.clauses:
        if later.start < clause.end:
            continue
        then = _THEN.match(setting.text, near.end, later.end)
        if then:
            return _PURPOSE.search(setting.text, then.end(), min(limit, setting.sentence.end)) is not None
        if FIGURE not in setting.text[later.start : later.end]:
            return False
        near, limit = later, later.end + PURPOSE_WITHIN
    return False


_FOR_HIMSELF = re.compile(
    r"开[起了办设]|首付|入股|还[债贷清]|做[生买]|办[起厂]|创业|装修"
)  # 凑了5万元开起餐馆
_PAID_FOR = re.compile("买|垫[付支]|支付|请|租|印|包车")  # 自掏腰包3000元买了机票
_OF_MEMBERS = re.compile(r"子女|子弟|会员(?!企业|单位)|员工")  # 颁发会员子女奖学金


def are_savings(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether someone gives of what is his own: 拿出一个月的工资2500美元."""
    if act.form in _PAYING_OUT:
        return False  # 发放工资20万元
    return setting.generous_near and _SAVINGS.search(setting.text, act.end, lot.end) is not None


def is_put_in_box(setting: Setting, act: Act) -> bool:
    """Whether something goes into a box for gifts: 把工资投进了募捐箱."""
    return "puts_in" in act.senses and _BOX.match(setting.text, act.end) is not None


_FREE = re.compile(r"免费|义务|无偿|另?以")
LENT = re.compile(r"(?:[机车艇舟船]|车辆|设备)$")  # 派出挖掘机3台
_BOX = re.compile(r"了?[^，。]{0,4}(?:募捐|捐款|善款|功德|爱心|赈灾)箱")
_ON_ITS_WAY = re.compile(r"捐|赠|[运送寄]|分发|派发|交[给到予]|发[往放]")
_SOLD = re.compile(r"客户|市场|买家|订单|销")
_AS_GIFT = re.compile(r"亲手|义务|一针一线")
_FOR_CHARITY = re.compile(r"[义慈]卖|义拍|慈善|善款|卖旗|募捐")
_BUILT_WITH = re.compile(r"捐[建修造]|援建|捐赠|认建")


def _is_gift_so(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether what a verb of everyday life says was for others: 投进募捐箱, 亲手编织, 义卖烏龍茶賣得."""
    if "puts_in" in act.senses:
        return False  # in a box of another kind
    if act.form == "供应":  # 另以鸡蛋二十万枚供应医院
        return _FREE.search(setting.text, clause.start, act.start) is not None
    if act.form == "派出" and lot.item and LENT.search(setting.folded, *lot.item):
        return False
    if "sells" in act.senses:
        later = (a for c in setting.clauses for a in c.acts if a.start > lot.end)
        return _FOR_CHARITY.search(setting.words) is not None or any(a.sure for a in later)
    if act.form == "配有":  # 捐建的爱心书屋，配有图书2600册
        return _BUILT_WITH.search(setting.folded, setting.sentence.start, act.start) is not None
    if act.form == "赞助" and _SCHOLARSHIP.search(setting.words):
        return True
    if "makes" in act.senses and not _AS_GIFT.search(setting.text, clause.start, act.start):
        sold = _SOLD.search(setting.text, lot.end, setting.sentence.end)
        return not sold and _ON_ITS_WAY.search(setting.text, lot.end, setting.sentence.end) is not None
    return True


_HELPED = re.compile(r"(?:资助|救助|慰问|捐助)[^，。]{0,12}\ue004+[^，。]{0,6}，?$")
_FOUND = re.compile(
    r"[^，。；]{0,12}，?设立[^，。]{0,16}(?:奖学金|助学金|奖教金|奖助学金|(?:教育|慈善|助学|爱心|公益|救助|扶贫)基金)"
)
_SAVINGS = re.compile(r"(?:工资|薪水|薪金|积蓄|压岁钱|退休金|养老金|私房钱|零[花用]钱|奖金)\ue003")
_SCHOLARSHIP = re.compile(r"[奖助]学金|奖教金|助学基金|教育基金")
_FOR_ALL = re.compile(r"(?:建成|修建|兴建|修筑|建造|修缮|重修)")
_COMMON = re.compile(
    r"桥|公路|村道|凉亭|水塔|水渠|学校|小学|校舍|教学楼|敬老院|图书馆|卫生[院所室]|自来水|路灯"
)


_LEADING = re.compile(r"率先|带头|当场|当即|慷慨")
_ITSELF = (
    r"用[于来作以]|奖励|奖给|购[买置]|添置|成立|开[办设起]|投[入资]|扩[建大]|作为|收购|入股|注册|设立|租|还"
)
_FOR_ITSELF = re.compile(rf"[，、]?(?:{_ITSELF})")
_THEN_ITSELF = re.compile(rf"[，；](?:并|共同|联合|全部)?(?:{_ITSELF})")  # 甲、乙各出资20万元，成立公司
_STOPS = re.compile(r"[，。；、;,和及与]|$")


def _spent_on_giving(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether money spent went to people helped, a fund for them, or what all may use."""
    before = setting.text[setting.sentence.start : clause.start]
    until = lot.start if clause.start <= lot.start else clause.start
    fund = _SCHOLARSHIP.search(setting.folded, max(setting.sentence.start, until - PURPOSE_WITHIN), until)
    if fund or _HELPED.search(before) or _FOUND.match(setting.folded, lot.end, setting.sentence.end):
        return True  # 累计资助学子2718人次，投入资金2306万元; 出资300万元设立“继生奖学金”
    own = (act.senses & {"hands", "sends"} or act.form == "出资") and not lot.count
    own = own and not _FOR_ITSELF.match(setting.folded, lot.end)
    own = own and not _THEN_ITSELF.search(setting.folded, lot.end, setting.sentence.end)
    leading = own or _LEADING.search(setting.folded, clause.start, act.start)
    if setting.generous_near and leading and _STOPS.match(setting.folded, lot.end):
        return True  # 率先出资28万元, 掏出2万元
    built = _FOR_ALL.search(setting.text, lot.end, min(lot.end + 6, clause.end))
    return (
        built is not None and _COMMON.search(setting.folded, setting.sentence.start, clause.end) is not None
    )


# 善款拨作医院购置扫描仪: what the receiver will buy is no second gift.
_FOR_ANOTHER = re.compile(r"(?:拨作|以供|供)[^，]{2,20}$")


def clause_start(setting: Setting, act: Act) -> int:
    return next((c.start for c in setting.clauses if c.start <= act.start < c.end), setting.sentence.start)


def _goods_given(setting: Setting, act: Act, lot: Lot, floor: int) -> bool:
    if act.action == "raise":
        return True
    if act.action == "purchase" and (_TRADE.search(setting.words) or _is_own(setting, act, lot)):
        return False
    if act.action == "purchase" and _FOR_ANOTHER.search(setting.text, clause_start(setting, act), act.start):
        return False
    if setting.giving and "hands_over" in act.senses:
        return True
    if "brings" in act.senses and recipient_before(setting.text, floor, act.start):
        return True  # 向汉旺镇送去大米5吨
    if act.action == "deliver" and not lot.count:
        relief = lot.item is not None and _RELIEF.search(setting.folded, *lot.item)
        return setting.generous or (setting.generous_near and relief is not None)
    return setting.generous or setting.generous_near


def _is_own(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether what was bought stays at the office: 秘书处购置办公电脑12台."""
    own = clause_start(setting, act)
    after = min(lot.end + PURPOSE_WITHIN, setting.sentence.end)
    return _OWN_USE.search(setting.folded, own, after) is not None and not context.GENEROUS.search(
        setting.folded, own, lot.end
    )


_OWN_USE = re.compile(r"秘书处|会所|办公(?!室主任)|自用|更换|原材料|原料|成本|扩大生产|生产线")


_FUND_RAISED = re.compile(r"总规模|彩票|股权")


def _money_raised(setting: Setting, act: Act, lot: Lot, floor: int) -> bool:
    client = recipient_before(setting.text, floor, act.start)
    if client and _CLIENT.search(setting.text, client.start, client.end):
        return False  # 为3家企业募集资金
    if _FUND_RAISED.search(setting.words) or _FOR_HIMSELF.match(setting.text, lot.end):
        return False
    if setting.generous_near and (
        "collects" in act.senses or not context.FINANCE.search(setting.words)
    ):  # the sentence may name targets and prices too
        near = next(c for c in setting.clauses if c.start <= act.start < c.end)
        return not context.COMMERCE.search(setting.text, near.start, near.end)
    words = setting.text[setting.sentence.start : setting.sentence.end]
    return setting.giving and not context.FINANCE.search(words) and not context.COMMERCE.search(words)


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


def is_thing(setting: Setting, lot: Lot, sure: bool) -> bool:
    """Whether a lot is money, or a count of goods; things of no known noun only after a sure verb."""
    if any(m and m.value.quantity.amount.value == 0 for m in (lot.money, lot.count)):
        return False
    if lot.money:
        unnamed = lot.money.value.quantity.kind == "number"
        left = setting.folded[max(0, lot.start - 8) : lot.start]
        return not unnamed or lot.currency is not None or _UNNAMED_MONEY.search(left) is not None
    assert lot.count
    if _CARRIES.match(setting.folded, lot.count.end):
        return False
    if lot.inherited or (
        lot.item and head_kind(_ASIDE_END.sub("", setting.folded[slice(*lot.item)])) in THINGS
    ):
        return True
    unit = lot.count.value.quantity.unit or ""
    people = lot.item is not None and head(setting.folded[slice(*lot.item)]) is not None  # 资助了11个女孩
    return (
        sure and not people and unit in GOODS_UNITS and not _REPEATED.match(setting.folded, lot.count.end - 1)
    )
