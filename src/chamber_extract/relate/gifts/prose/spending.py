"""Money that is spent: on others in order to give it, or on what stays one's own."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.setting import Setting
from chamber_extract.relate.gifts.view import FIGURE

# What money is spent on in order to give it: 资助学生, 为村里修建水渠, 慰问职工.
_PURPOSE = re.compile(
    r"资助|捐|善款|援建|帮助|指名[给予送]|救助|扶助|慰问|赈济|救济|助学|助困|支援|帮扶|重建|赈灾|[救抗]灾|[抗防]疫|抗洪|防汛"
    r"|为(?!了)[^，。]{2,20}(?:[修兴新重扩]?建|添置|购置|安装|改造|硬化|打井|铺设|配备|购买)|(?:希望|爱心|光彩)[小学桥校工]|(?:教育|慈善|助学|爱心|公益|救助|扶贫|奖学|助困)基金|(?:学校|校舍|教学楼|敬老院|村民|灾区|水井|卫生[院室])"
)
_FROM_CHARITY = re.compile(
    r"[从由](?:[^，。；]{0,8})(?:互助|慈善|公益|爱心|救助|赈灾|扶贫|急难)[一-鿿]{0,4}[金款会]中?$"
)
_THEN = re.compile(
    r"[，、](?:主要|全部|专门)?(?:(?=资助|捐|帮|救|慰问|赈|支援|为|指名)|用于|用来|用作|作为|以便?|在)"
)
PURPOSE_WITHIN = 24  # characters after a sum within which its purpose is named
_BUYS_RELIEF = re.compile(
    r"(?:紧急|用于)?(?:购买|采购|购置)了?[^，。；]{0,6}(?:物资|药|食品|粮|大米|被|衣|帐篷|口罩|防护[服用]|水$|水[，。]|饮用水|矿泉水)"
)
_FOR_HIMSELF = re.compile(
    r"开[起了办设]|首付|入股|还[债贷清]|做[生买]|办[起厂]|创业|装修"  # 凑了5万元开起餐馆
)
_PAID_FOR = re.compile("买|垫[付支]|支付|请|租|印|包车")  # 自掏腰包3000元买了机票


def is_spent_on_others(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether a verb of spending means giving: its purpose is named, or it buys what is needed."""
    charity = context.CHARITY.search(setting.text, act.end, min(lot.end + 8, clause.end))
    charity = charity or _FROM_CHARITY.search(setting.folded, clause.start, act.start)
    if charity or _PURPOSE.search(setting.text, act.end, clause.end):
        return True
    if setting.generous_near and _BUYS_RELIEF.match(setting.folded, lot.end):
        return True  # 支出10万元购买饮用水
    return _is_for_others(setting, clause, lot) or _is_spent_so(setting, clause, act, lot)


def has_purpose(setting: Setting, clause: Clause, lot: Lot) -> bool:
    """Whether what follows a sum says whom it helps: 提供1500万克瓦查用于修缮校舍."""
    here = _PURPOSE.search(setting.text, lot.end, clause.end)
    return here is not None or _is_for_others(setting, clause, lot)


def is_for_himself(setting: Setting, act: Act, lot: Lot) -> bool:
    """Whether who found a sum needs it himself: 凑了5万元开起餐馆, 自掏腰包3000元买了机票."""
    bought = act.form.startswith("自掏") and _PAID_FOR.match(setting.text, lot.end)
    return bool(bought or _FOR_HIMSELF.match(setting.text, lot.end))


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


_HELPED = re.compile(r"(?:资助|救助|慰问|捐助)[^，。]{0,12}\ue004+[^，。]{0,6}，?$")
_FOUND = re.compile(
    r"[^，。；]{0,12}，?设立[^，。]{0,16}(?:奖学金|助学金|奖教金|奖助学金|(?:教育|慈善|助学|爱心|公益|救助|扶贫)基金)"
)
SCHOLARSHIP = re.compile(r"[奖助]学金|奖教金|助学基金|教育基金")
_FOR_ALL = re.compile(
    r"建成|盖[了起新]|翻[修新建]|修建|兴建|修筑|建造|修缮|重修|铺设|硬化|打了?[^，。；]{0,5}井"
)
_COMMON = re.compile(
    r"[新校]楼|桥|公路|村道|井|饮水|凉亭|水塔|水渠|学校|小学|校舍|教学楼|敬老院|图书馆|卫生[院所室]|自来水|路灯"
)
_LEADING = re.compile(r"率先|带头|当场|当即|慷慨")
_ITSELF = r"用[于来作以]|奖励|奖给|(?:购[买置]|添置)(?![^。；]*[送捐赠])|成立|开[办设起]|投[入资]|扩[建大]|作为|收购|入股|注册|设立|租|还[债贷清]"
_FOR_ITSELF = re.compile(rf"[，、]?(?:{_ITSELF})")
_THEN_ITSELF = re.compile(rf"[，；](?:并|共同|联合|全部)?(?:{_ITSELF})")  # 甲、乙各出资20万元，成立公司
_STOPS = re.compile(r"[，。；、;,和及与]|[交递塞]给|$")


def _is_spent_so(setting: Setting, clause: Clause, act: Act, lot: Lot) -> bool:
    """Whether money spent went to people helped, a fund for them, or what all may use."""
    before = setting.text[setting.sentence.start : clause.start]
    until = lot.start if clause.start <= lot.start else clause.start
    fund = SCHOLARSHIP.search(setting.folded, max(setting.sentence.start, until - PURPOSE_WITHIN), until)
    if fund or _HELPED.search(before) or _FOUND.match(setting.folded, lot.end, setting.sentence.end):
        return True  # 累计资助学子2718人次，投入资金2306万元; 出资300万元设立“继生奖学金”
    own = (act.senses & {"hands", "sends"} or act.form == "出资") and not lot.count
    own = own and not _FOR_ITSELF.match(setting.folded, lot.end)
    own = own and not _THEN_ITSELF.search(setting.folded, lot.end, setting.sentence.end)
    leading = own or _LEADING.search(setting.folded, clause.start, act.start)
    if setting.generous_near and leading and _STOPS.match(setting.folded, lot.end):
        return True  # 率先出资28万元, 掏出2万元
    built = _FOR_ALL.search(setting.text, lot.end, min(lot.end + 6, clause.end))
    common = _COMMON.search(setting.folded, setting.sentence.start, clause.end)
    return built is not None and common is not None
