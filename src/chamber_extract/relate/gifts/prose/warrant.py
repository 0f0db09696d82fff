"""What warrants that a lot beside a verb was given: the kind of verb, the noun, the words around."""

from __future__ import annotations

import re

from chamber_extract.normalize.items import head_kind, heads
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.recipients import recipient_before
from chamber_extract.relate.gifts.parties.subject_phrases import subject
from chamber_extract.relate.gifts.parties.wording import head
from chamber_extract.relate.gifts.prose.spending import (
    PURPOSE_WITHIN,
    SCHOLARSHIP,
    has_purpose,
    is_for_himself,
    is_spent_on_others,
)
from chamber_extract.relate.gifts.setting import Setting
from chamber_extract.relate.gifts.view import GOODS_UNITS

_PAYING_OUT = frozenset({"发放", "派发", "分发", "颁发"})
_PROVIDING = frozenset({"提供", "给予"})
_IN_CASH = re.compile(r"现金|现款|利是|红包|慰问金|礼金")
_RELIEF = re.compile(r"物资|物品|用品|药|食品|粮|大米|被|衣|帐篷|口罩|防护|书|文具")
_TRADE = re.compile(r"签约|成交|订单|合同|采购商|展会|展销|招标|中标")
THINGS = frozenset({"goods", "building"})
_CLIENT = re.compile(r"(?:企业|公司|项目)$")
# 三辆满载物资的货车, 3辆货车拉来牛奶: what brings a gift is none.
_CARRIES = re.compile(
    r"(?:[^，。；]{0,3}[满装运][载满着][^，。；]{0,10}的)?(?:大型|重型|冷链|厢式|专用)?(?:货车|卡车|大货车|大卡车|拖车|货柜车|专车|车队|专机|包机|货机)(?:$|[拉运送载装抵驶开出发起启于从满将把]|[，]?(?:抵达|到达|出发|启程))"
)
# What goes or works for others, unless a sure verb gives it: 押运货车3辆, 带着挖掘机6台.
_AT_WORK = re.compile("(?:货车|卡车|拖车|餐车|[掘载土吊铲]机|车队)$")
_REPEATED = re.compile(r"(.)(?:一)?\1")  # 一箱一箱, 一份份
_ASIDE_END = re.compile(r"[(（][^()（）]*[)）]$")
_UNNAMED_MONEY = re.compile(r"(?:捐款?|善款|捐出|捐资|捐赠)(?:了|共|约|近|逾|达|人民币)*$")


def is_given(setting: Setting, clause: Clause, act: Act, lot: Lot, chain: list[Act], floor: int) -> bool:
    """Whether the verb means giving here: sure verbs always, others where the context says so."""
    if any(a.sure for a in chain):
        return True
    if are_savings(setting, act, lot) or is_put_in_box(setting, act):
        return True
    granted = "拨" in act.form or act.form == "列支"
    own = subject(setting.text, clause.start, act.start)[0]
    # 会费结余亦拨出10万元: what dues bring may be given away, and 贸易总会 may be who gives
    trading = act.start if granted else own.end if own else clause.start
    if context.COMMERCE.search(setting.text, trading, clause.end):
        return False
    if granted and context.LENDING.search(setting.words):
        return False  # 拨款成立基金，免息借予商户
    since = clause.start if own else setting.sentence.start
    if clause.start <= lot.start < act.start and setting.text.startswith("由", lot.end):
        since = lot.end  # 向县政府致赠320万元，其中100万元由协会拨出
    if granted and context.GOVERNMENT.search(setting.text, since, act.start):
        return False
    if act.form == "拨付" and not recipient_before(setting.text, floor, act.start):
        return setting.generous_near and lot.money is not None and has_purpose(setting, clause, lot)
    if not _is_gift_so(setting, clause, act, lot):
        return False
    granted_each = act.form in _PAYING_OUT and SCHOLARSHIP.search(setting.words)
    if granted_each and lot.money and setting.generous_near:  # 发放助学金，每人3000元，共发放资金12.6万元
        return not _OF_MEMBERS.search(setting.words)
    if are_goods(setting, lot) or lot.count:
        return _goods_given(setting, act, lot, floor)
    if act.action == "raise":
        return _money_raised(setting, act, lot, floor)
    if "spends" in act.senses:
        return is_spent_on_others(setting, clause, act, lot)
    by_state = context.GOVERNMENT.search(setting.text, setting.sentence.start, act.start)
    if (
        act.form in _PROVIDING
        and setting.generous_near
        and not by_state
        and has_purpose(setting, clause, lot)
    ):
        return True
    if setting.generous_near and "sends" in act.senses:
        return not is_for_himself(setting, act, lot)
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


_SAVINGS = re.compile(r"(?:工资|薪水|薪金|积蓄|压岁钱|退休金|养老金|私房钱|零[花用]钱|奖金)\ue003")
_OF_MEMBERS = re.compile(r"子女|子弟|会员(?!企业|单位)|员工")  # 颁发会员子女奖学金


def are_savings(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether someone gives of what is his own: 拿出一个月的工资2500美元."""
    if act.form in _PAYING_OUT:
        return False  # 发放工资20万元
    if _INTO_BOX.match(setting.text, lot.end):
        return True  # 掏出营业款1260元放进募捐箱
    return setting.generous_near and _SAVINGS.search(setting.text, act.end, lot.end) is not None


def is_put_in_box(setting: Setting, act: Act) -> bool:
    """Whether something goes into a box for gifts: 把工资投进了募捐箱."""
    if "puts_in" not in act.senses:
        return False
    near = max(setting.paragraph.start, act.start - _NEAR_BOX)
    return bool(_BOX.match(setting.text, act.end) or _A_BOX.search(setting.text, near, act.start))


_NEAR_BOX = 80  # characters before 投进了五千元 within which the box is told of
_FREE = re.compile(r"免费|义务|无偿|另?以")
LENT = re.compile(r"(?:[机车艇舟船]|车辆|设备)$")  # 派出挖掘机3台
_A_BOX = re.compile(r"(?:募捐|捐款|善款|功德|爱心|赈灾)箱")
_BOX = re.compile(rf"了?[^，。]{{0,4}}{_A_BOX.pattern}")
_INTO_BOX = re.compile(rf"[^，。]{{0,8}}[放投塞]进{_BOX.pattern}")
_ON_ITS_WAY = re.compile(r"捐|赠|[运送寄]|分发|派发|交[给到予]|发[往放]")
_BROUGHT = re.compile(r"捐|赠|送[来去往]")
_SOLD = re.compile(r"客户|市场|买家|订单|[销售]")
_AS_GIFT = re.compile(r"亲手|义务|无偿|免费|一针一线")
_FOR_CHARITY = re.compile(r"[义慈]卖|义拍|慈善|善款|卖旗|募捐")
_FOR_WHOM = re.compile(r"(?:(?<![作成因认华以])为(?![了此民])|给)[^，。；]{1,20}$")
_COSTS = re.compile(r"开[销支]|费用|[餐租旅]费")
_BUILT_WITH = re.compile(r"捐[建修造]|援建|捐赠|认建")


def _is_gift_so(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether what a verb of everyday life says was for others: 投进募捐箱, 亲手编织, 义卖烏龍茶賣得."""
    if "puts_in" in act.senses:
        return False  # in a box of another kind
    if act.form == "供应":  # 另以鸡蛋二十万枚供应医院
        return _FREE.search(setting.text, clause.start, act.start) is not None
    if act.form == "负担" and _COSTS.search(setting.text, clause.start, act.start):
        return False
    if act.form in ("派出", "组织") and lot.item and LENT.search(setting.folded, *lot.item):
        return False
    if lot.count and act.form in ("义卖", "义拍"):  # 义卖书画9幅，得款7万元
        return False
    if "sells" in act.senses:
        later = (a for c in setting.clauses for a in c.acts if a.start > lot.end)
        return _FOR_CHARITY.search(setting.words) is not None or any(a.sure for a in later)
    if act.form == "配有":  # 捐建的爱心书屋，配有图书2600册
        return _BUILT_WITH.search(setting.folded, setting.sentence.start, act.start) is not None
    if act.form == "赞助" and SCHOLARSHIP.search(setting.words):
        return True
    if "makes" in act.senses and not _AS_GIFT.search(setting.text, clause.start, act.start):
        if _SOLD.search(setting.text, clause.start, setting.sentence.end):
            return False
        for_whom = _FOR_WHOM.search(setting.text, clause.start, act.start)  # 为灾民烹制热食1000份
        sent = _ON_ITS_WAY.search(setting.text, lot.end, setting.sentence.end) or _BROUGHT.search(
            setting.text, setting.sentence.start, clause.start
        )  # 会员送来的是急需的物资：甲公司赶制了板房20套
        return for_whom is not None or sent is not None
    return True


# 善款拨作医院购置扫描仪: what the receiver will buy is no second gift.
_FOR_ANOTHER = re.compile(r"(?:拨作|以供|供)[^，]{2,20}$|作[为]$")


def clause_start(setting: Setting, act: Act) -> int:
    return next((c.start for c in setting.clauses if c.start <= act.start < c.end), setting.sentence.start)


def _goods_given(setting: Setting, act: Act, lot: Lot, floor: int) -> bool:
    if act.action == "raise":
        return True
    if act.action == "purchase" and (_TRADE.search(setting.words) or _is_own(setting, act, lot)):
        return False
    if (act.action == "purchase" or act.form == "添置") and _FOR_ANOTHER.search(
        setting.text, clause_start(setting, act), act.start
    ):
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
    sent = any(a.action == "deliver" for c in setting.clauses for a in c.acts if a.start >= lot.end)
    return OWN_USE.search(setting.folded, own, after) is not None and not (
        sent or context.GENEROUS.search(setting.folded, own, lot.end)
    )


OWN_USE = re.compile(
    r"秘书处|会所|二手|轿车|写字[间楼]|房产|办公(?!室主任)|自用|更换|原材料|原料|成本|扩大生产|生产线"
)


_FUND_RAISED = re.compile(r"总规模|彩票|股权")


def _money_raised(setting: Setting, act: Act, lot: Lot, floor: int) -> bool:
    client = recipient_before(setting.text, floor, act.start)
    if client and _CLIENT.search(setting.text, client.start, client.end):
        return False  # 为3家企业募集资金
    if _FUND_RAISED.search(setting.words) or is_for_himself(setting, act, lot):
        return False
    if setting.generous_near and (
        "collects" in act.senses or not context.FINANCE.search(setting.words)
    ):  # the sentence may name targets and prices too
        near = next(c for c in setting.clauses if c.start <= act.start < c.end)
        own = subject(setting.text, near.start, act.start)[0]
        return not context.COMMERCE.search(setting.text, own.end if own else near.start, near.end)
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


def is_thing(setting: Setting, lot: Lot, sure: bool, likely: bool = False) -> bool:
    """Whether a lot is money, or a count of goods.

    Things of no known noun only after a sure verb, or after one of handing out that is `likely` giving.
    """
    if any(m and m.value.quantity.amount.value == 0 for m in (lot.money, lot.count)):
        return False
    if lot.money:
        unnamed = lot.money.value.quantity.kind == "number"
        left = setting.folded[max(0, lot.start - 8) : lot.start]
        return not unnamed or lot.currency is not None or _UNNAMED_MONEY.search(left) is not None
    assert lot.count
    noun = setting.folded[slice(*(lot.item or lot.inherited or (0, 0)))]
    if _CARRIES.match(setting.folded, lot.count.end) or (not sure and _AT_WORK.search(noun)):
        return False
    given_away = not any(heads().get(noun[i:]) == "other" for i in range(len(noun) - 1))
    if (lot.inherited and (sure or given_away)) or (
        lot.item and head_kind(_ASIDE_END.sub("", noun)) in THINGS
    ):
        return True
    unit = lot.count.value.quantity.unit or ""
    if likely and given_away and not sure:  # 一张支票 is no thing of its own
        sure = bool(noun) or unit not in ("个", "張", "张", "本")
    people = lot.item is not None and head(noun) is not None  # 资助了11个女孩
    return (
        sure and not people and unit in GOODS_UNITS and not _REPEATED.match(setting.folded, lot.count.end - 1)
    )
