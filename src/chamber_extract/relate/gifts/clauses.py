"""The clauses of a sentence and the verbs of giving, raising, buying and delivering in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from chamber_extract.gazetteer import table
from chamber_extract.models import Action
from chamber_extract.normalize.items import head_kind, heads
from chamber_extract.relate.gifts import mood
from chamber_extract.relate.gifts.view import FIGURE, View

_BOUNDARY = re.compile(
    r"[，；;：。！？!?\n\t|●■▲◆★□]|(?<![A-Za-z.]),|,(?![A-Za-z])|:(?!//)|——|…+|(?<=[一-鿿\ue000-\ue005])\.(?![0-9A-Za-z])"
)
_SPACE = re.compile(r"(?<![A-Za-z.,&])[ \u3000]+|[ \u3000]+(?![A-Za-z&])")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of giving, raising, buying or delivering. `sure` acts need no context to be giving.

    `senses` are what else the table of verbs says of it: that it `collects`, `spends`, `hands_over` …
    """

    start: int
    end: int
    form: str
    action: Action
    sure: bool
    done: bool = True
    senses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas: a span, and the acts in it."""

    start: int
    end: int
    acts: tuple[Act, ...]
    undone: bool = False  # 计划捐款, 并未捐款: nothing here was given


def clauses(view: View, start: int, end: int, spaces: bool = False, laid_down: bool = False) -> list[Clause]:
    """The clauses of a sentence, in order; in headings a space parts clauses as a comma does."""
    cuts = [m.span() for m in _BOUNDARY.finditer(view.text, start, end)]
    if spaces:
        cuts = sorted([*cuts, *(m.span() for m in _SPACE.finditer(view.text, start, end))])
    spans, at = [], start
    for a, b in [*cuts, (end, end)]:
        if a > at and view.text[at:a].strip():
            spans.append((at, a))
        at = max(at, b)
    found = [list(acts(view.text, *span)) for span in spans]
    firsts = [told[0].start if told else b for told, (_, b) in zip(found, spans, strict=True)]
    untold = mood.untold(view.text, spans, firsts, laid_down)
    out = []
    for (a, b), told, since in zip(spans, found, untold, strict=True):
        done = tuple(act for act in told if act.done and act.start < since)
        out.append(Clause(a, b, done, undone=len(done) < len(told) or (since < b and not done)))
    return out


# 捐赠仪式, 捐款箱, 捐赠者: a noun made of the verb. 捐款人民币 is not 捐款人.
_NOUN = re.compile(
    r"仪式|血|中心(?![一-鿿]{0,2}[校院站区])|商(?![会家户界])|活动(?!板?房|[床桌])|典礼|证书|者|人(?!民币)|方(?![舱便])|箱(?!子)|倡议|协议|平台|渠道|通道|收入|账[户号]|帐[户号]|工作(?!服)|清单|名单|用途|公示|热线|凭证|意愿|途径|程序|支出|票据|扣除|法|行为|精神|事业|事宜|号召|总结|晚[会宴]|运动|义务|计划|办法|制度|站|点(?![心滴])|处|牌|大会|现场|意向"
    r"|力度|情况|比例|标准|税收|免[征税]|进口|信息|方案|环节|接收|主体|需求|方向|去向|机[制构]|网站|承诺|申请|会上|会现场|所得|机(?![器械构关票场床])|量|用(?!于)|款物(?:的|情况|管理)"
)
_BEFORE_NOUN = re.compile(r"(?:以购代|苛|劝|房|代)$")  # 房捐 is a tax
_COUNTED = frozenset("累合共总统")  # 累计捐赠 is no 计捐
_SINGLE = frozenset("筹募赠拨送购认打")


@cache
def _lexicon() -> dict[str, list[tuple[str, Action, bool, frozenset[str]]]]:
    """Verbs by their first character, the longest first."""
    out: dict[str, list[tuple[str, Action, bool, frozenset[str]]]] = {}
    for row in table("gift_verbs"):
        verb = (row["form"], row["action"], row["strength"] == "sure", frozenset(row["senses"].split()))
        out.setdefault(row["form"][0], []).append(verb)
    return {first: sorted(forms, key=lambda f: -len(f[0])) for first, forms in out.items()}


def verb_end(text: str, start: int, end: int) -> int:
    """Where a verb of the lexicon that opens the span ends; `start` without one."""
    forms = (form for form, *_ in _lexicon().get(text[start], ()) if len(form) > 1)
    return next((start + len(f) for f in forms if len(f) < end - start and text.startswith(f, start)), start)


def acts(text: str, start: int, end: int) -> Iterator[Act]:
    """The verbs of the lexicon in the span, longest first, leaving out nouns made of them."""
    i, lexicon = start, _lexicon()
    while i < end:
        forms = () if _goes_on_a_word(text, i) else lexicon.get(text[i], ())
        found = next((f for f in forms if text.startswith(f[0], i, end)), None)
        if not found:
            i += 1
            continue
        form, action, sure, senses = found
        after = i + len(form)
        if _is_verb(text, start, i, after, end, form):
            done = not mood.is_undone(text, start, i)
            yield Act(i, after, form, action, sure, done, senses)
        i = after


def _goes_on_a_word(text: str, at: int) -> bool:
    """Whether 计, 义 or 发 belongs to the word before: 累计捐赠, 以父亲名义捐资, 自发出资."""
    return (text[at] == "计" and text[at - 1] in _COUNTED) or text.startswith(
        ("名义", "自发", "充分", "申报"), at - 1
    )


_AID = frozenset("帮扶 援助 资助 救助 扶助 补助 支援".split())
_PAIRED = re.compile(r"(?:定点|对口|结对)..的")
_AID_MONEY = re.compile(r"资金|款|金")
_HELPED_PLACE = re.compile(r"[县镇乡市州区对](?!民|小)")
_IF_GOODS = frozenset("组织 安装 准备 架设".split())  # which mostly mean something else
_WELL = re.compile("[下了出成]?[深机水]{0,2}井")
_MEALS = re.compile(rf"(?:盒?[餐饭]|水|药|菜|米|油|粥|衣|被|书|利是|红包|慰问金|礼金)\s?{FIGURE}")
_GOODS_NEXT = re.compile(rf"(?![向给为])[一-鿿A-Za-z0-9]{{1,10}}{FIGURE}")


def _is_verb(text: str, start: int, at: int, after: int, end: int, form: str) -> bool:
    taxed = form[0] == "捐" and _BEFORE_NOUN.search(text, max(start, at - 3), at)
    placed = form[-1] in _PLACED and form[0] != "捐"  # 投进箱里
    goods = _GOODS_NEXT.match(text, after, end)
    # 赞助运动鞋150双 is no 赞助运动, but 捐赠用轮椅 are for giving
    named = goods and text[after] != "用" and head_kind(goods[0].rstrip(FIGURE)) == "goods"
    noun = not placed and not named and _NOUN.match(text, after, end)
    stuff = any(heads().get(text[at : after + n]) == "goods" for n in (1, 2))  # 编织袋18万条
    firm = form[-1] == "有" and text.startswith("限", after)  # 服装有限公司
    if taxed or text.startswith("”", after) or noun or stuff or firm:  # “一元捐”
        return False
    if (
        form == "赠"
        and _GOODS_NEXT.match(text, after, end)
        and text[at - 1 : at] not in ("捐", "转", "受", "获")
    ):
        return True  # 另赠校服612套
    applied = text[at - 2 : at] in ("获批", "申领", "申请")
    if form in _AID and (applied or _AID_MONEY.match(text, after, end) or _PAIRED.match(text, at - 2)):
        return False  # 投入帮扶资金213万元, 向定点帮扶的昭平区, 获批资助合共283万元
    if form == "帮扶" and text[at - 2 : at] == "消费":
        return False  # 消费帮扶2480万元: bought
    if form == "帮扶" and _HELPED_PLACE.match(text, after, end):  # 用于定点帮扶县的1280万元
        return False
    if form == "出":  # 副会长各出3000澳元, 又出5万元
        return text[at - 1] in _EACH_OR_MORE and text[after : after + 1] == FIGURE
    if form == "负担":  # 由商会负担, but not 减轻企业负担
        return "由" in text[max(start, at - 24) : at]
    if form == "支出" and text.startswith(("合计", "总额", "小计"), after):
        return False
    if form == "投入" and text[at - 1 : at] == "总":
        return False
    if form == "供":  # 免费供餐5.2万份
        return _MEALS.match(text, after, end) is not None
    if form == "打" and _WELL.match(text, after, end):  # 打井3口, 打下深水井8眼
        return True
    if form == "送" and _MEALS.match(text, after, end):
        return True  # 为消防员送餐1500份
    if form in _IF_GOODS:
        counted = text[after : after + 1] == FIGURE  # 组织会员捐款 is no act of its own
        return counted or (form != "组织" and _GOODS_NEXT.match(text, after, end) is not None)
    if form == "购" and _GOODS_NEXT.match(text, after, end):
        return True
    if form == "给":  # 帐篷300顶给桂花乡
        return text[at - 1 : at] == FIGURE and after < end
    if after == end and text[at - 1 : at] == "所":  # 为老侨胞所赠
        return True
    return form not in _SINGLE or text[after : after + 1] in (FIGURE, "了", "得", "给", "予")


_EACH_OR_MORE = frozenset("各又另先再也共还均都则")
_PLACED = frozenset("进入到给往至")
_HANDED = re.compile(r"[移转递]交|[交送运]|面交|致送|赠送")


def hands_over(action: Action, form: str) -> bool:
    """Whether a verb tells of handing something over, whosever it is: 移交, 送去."""
    return action == "deliver" or _HANDED.search(form) is not None


def raises(action: Action, form: str) -> bool:
    """Whether a verb tells of raising from many: 筹集, 凑了."""
    return action == "raise" or form[:1] == "凑"


def main_verb(left: list[Act]) -> Act:
    """Of 募得捐款, 捐资采购 and the like the verb that says how: raising first, then giving."""
    for first, second in pairwise(left):
        if first.action == "raise" and second.start - first.end <= 2:
            return replace(first, end=second.end, sure=first.sure or second.sure)
    return next((a for a in reversed(left) if a.sure), left[-1])
