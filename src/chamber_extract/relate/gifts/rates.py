"""What is no single gift: a rate, a threshold, a rule of law."""

from __future__ import annotations

import re
from bisect import bisect_left

from chamber_extract.relate.gifts import context, mood
from chamber_extract.relate.gifts.clauses import Clause
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.setting import Setting

AROUND = 60  # characters over which 应当, 扣除, 税前 bear on a figure
_TITLE = re.compile(r"《[^《》]*》")
_FOUNDED = re.compile(r"(?:推出|设立|成立|注资|筹组|组建)了?(?:总额|规模|总值|约|达)*$")
_FUND = re.compile(r"的?[一-鿿]{0,6}基金")


def is_rule(setting: Setting, clause: Clause) -> bool:
    """Whether the words around a clause lay down a rule, a rate or a false report.

    A title among them may well be that of a law: 依据《……免税暂行办法》放行.
    """
    sentence = setting.sentence
    a, b = max(sentence.start, clause.start - AROUND), min(sentence.end, clause.end + AROUND)
    around = _TITLE.sub("", setting.folded[a:b])
    told = mood.is_told(setting.text, clause.start, clause.end)
    rule = context.FALSE if told else context.LEGAL
    return rule.search(around) is not None or _is_each_time(setting, clause)


def clause_before(setting: Setting, clause: Clause) -> Clause | None:
    """The clause of the sentence just before."""
    n = bisect_left(setting.clauses, clause.start, key=lambda c: c.start)
    return setting.clauses[n - 1] if n else None


def _is_each_time(setting: Setting, clause: Clause) -> bool:
    """Whether a clause, or the one just before it that names no sum, tells what is given each time."""
    if context.RATE.search(setting.folded, clause.start, clause.end):
        return True
    before = clause_before(setting, clause)
    if before and context.SPENT.search(setting.folded, before.start, before.end):
        return True
    if not before or not context.RATE.search(setting.folded, before.start, before.end):
        return False
    money = (m for m in setting.figures if m.value.quantity.kind == "money")
    return not any(before.start <= m.start < before.end for m in money)


def is_rate(setting: Setting, lot: Lot) -> bool:
    """Whether a figure is a price, a threshold or a sum for each."""
    m = lot.figure
    if context.is_threshold(setting.folded, m.start, m.end) or context.RATE_AFTER.match(
        setting.folded, m.end
    ):
        return True
    left = setting.folded[max(setting.sentence.start, m.start - 12) : m.start]
    if lot.money and not lot.item and _OF_ONE.search(left) and setting.folded[m.end : m.end + 1] != "的":
        return True
    if setting.folded.startswith(("不低于", "不少于"), m.start) and not _SO_FAR.search(left):
        return True  # 捐款额不低于1亿元
    before = setting.text[max(setting.sentence.start, m.start - GROWN) : m.start]
    if ("从" in left and _GREW.match(setting.text, m.end)) or _GROWN.search(before):
        return True  # 捐赠总额从不足百亿元增长到2000亿元
    if _FELL.match(setting.text, m.end) or _FALLEN.search(before):
        return True  # 审批权限由5万元下调至2万元
    if _FROM_TO.match(setting.text, m.end) or (
        left[-1:] in ("至", "到") and _VARIES.match(setting.folded, m.end)
    ):
        return True  # 各捐1000英镑至5000英镑不等
    if _JUDGED.match(setting.folded, m.end):
        return True
    if _FOUNDED.search(left) and _FUND.match(setting.folded, m.end):  # 推出5亿元专项基金
        return True
    return context.RATE_BEFORE.search(left) is not None or left.endswith(("一天", "一日"))


# 捐出200万美元算是中等水平, 捐一万元就可以: what giving so much would be
_JUDGED = re.compile(
    r"(?:以上)?(?:算是|就?算[得不]|已?属于?|[实便]?属|即可|就[可能]|便[可能]|才[可能]|可以?[授获享]|大约能|意味着|等于|已?经?够|，?(?:不过|只|无非)是)"
)
_OF_ONE = re.compile("[，、（(]一[^笔批次家位名人共]{1,2}[约近]?$")  # AED10台，一台约6万元
_GREW = re.compile(r"[^，。；]{0,4}(?:增[长加]?|上升|提高|扩大|攀升|发展)[至到]")
_GROWN = re.compile(rf"从[^，。；]{{0,4}}\ue003+{_GREW.pattern}[^，。；]{{0,2}}$")
_FELL = re.compile(r"[^，。；]{0,2}(?:下调|降低?|减少?|调[整低高]|上调|提高|[缩削]减|压缩)[至到为]")
_FALLEN = re.compile(rf"[从由][^，。；]{{0,4}}\ue003+{_FELL.pattern}[^，。；]{{0,2}}$")
GROWN = 24  # characters in which from what a sum has grown is told
_SO_FAR = re.compile(r"已|共|累计|[筹募][得集]|值")
_FROM_TO = re.compile(r"[至到~—-]\ue003+[^，。]{0,2}不等")
_VARIES = re.compile(r"[^，。]{0,2}不等")
