"""How likely a figure was given, by the words around it.

The verbs around a figure, what its clause and sentence are about and every run of one to four characters near it
speak for or against it with a weight (gift_weights.csv), learned from the annotated documents by
`python -m tests.weigh`: a logistic regression, the same for the same documents.

Whatever verb governs it, a lot that is unlikely was not given (`is_credible`), nor is anything in the sentences of a
page that has no figure which is very likely (`tells_of_giving`). And giving is told in more ways than there are rules
for: a lot may be taken for the words around it alone (`is_likely`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from chamber_extract.mention import Mention
from chamber_extract.normalize.items import head_kind
from chamber_extract.normalize.script import fold
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause, clauses
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.setting import NEAR, Setting
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON, View
from chamber_extract.weights import weights

# Below this likelihood no verb makes a lot a gift, and on a page whose likeliest gift is below the other none is one. Of
# 5,763 figures that were given, in documents of authors not learned from, 23 are below the first (`python -m tests.weigh
# --only gift --folds 4`).
LEAST = 0.25
TELLS = 0.85
# A text of fewer characters has few words to tell it by: nothing is asked of it as a page, and less of its lots.
PAGE = 120
LEAST_OF_FEW = 0.2
# From this likelihood on a sum counts as given where giving is told near, known goods from an even one on, and apart
# from that either only from the next on: of such in documents not learned from 9 in 10 were.
ENOUGH = 0.6
APART = 0.75
# From this one on also where trade or what one keeps is told of.
SURE = 0.98
# And from this one on what a sale brought, where giving is told near.
SURE_SALE = 0.85
EVEN = 0.5

BIAS = "bias"
# Characters of the sentence on either side of a figure that are weighed, those next to it apart, and
# characters before these.
_LEFT, _NEAR_LEFT, _RIGHT, _NEAR_RIGHT, _BEFORE = 40, 12, 24, 8, 60
_ENDS = re.compile(r"[。！？\n]")
# Characters of the sentence in which its verbs stand, and those around it that tell what it is about.
_SENTENCE, _ABOUT = 80, 200
_LETTERS = str.maketrans(
    dict(zip((DATE, CHAMBER, PERSON, FIGURE, COUNT, ASIDE, "\n"), "DCPFNA¶", strict=True))
)
_RUN = re.compile(r"([DCPFNA])\1+")


# What was only counted, seized, misused or bought for oneself, however much is said of giving around it.
_NO_GIFT = re.compile(
    "目前[^，。]{0,4}库存|报价|[国月份年]进口|海关[^，。]{0,4}统计|验放|配套|查获|缴获|逮捕|手头|商铺|门面|房产|购房|购车|总重|日均|批发市场(?![^，。]{0,4}[买购采])|总规模|彩票|股权|地块|[一二三头]等?奖|大奖|[冠亚季]军|抽奖|入围|赔[款付]|理赔|分红|股东|公示累计|为[^，。]{0,6}企业筹[集措]"
)
_BUYS = re.compile("[采认订选团]购|购买|购[入进]|买[了下]|下单|订[了下]|投入消费")
_IN_PLACE_OF_GIVING = re.compile("消费(?:帮扶|扶贫|助农)|以[购买]代[捐帮扶]|爱心(?:下单|认购|团购)")
_HELPS_SELLERS = re.compile(
    rf"{_IN_PLACE_OF_GIVING.pattern}|(?:帮扶|扶贫|助农|脱贫地区(?:的)?|农(?:副|特)?)产品|[采认]购[^，。；]{{0,4}}(?:帮扶|扶贫|脱贫)[^，。；]{{0,4}}的|(?:扶贫|帮扶|助农|消费)平台|滞销|[员职]工的?(?:福利|食堂)|[给发][^，。；]{{0,6}}[员职]工"
)
_BEHIND = 6  # characters behind a figure in which trade is told
_TOLD = re.compile("[，。！？；]")
_HANDED_ON = re.compile(
    r"捐[给赠出往到献]|[赠送][给往到予与]|送[上去来达至到往抵]|支援|驰援|援助|慰问(?!品)|(?:分发|发放|派发|分送)[给到至](?![^，。；]{0,6}[员职]工)"
)
_PART = re.compile("其中|包括|含")  # 采购农产品960万元，其中大米320万元


def is_likely(
    setting: Setting, clause: Clause, lot: Lot, run: list[Lot], *, doubted: bool, goes_on: bool
) -> bool:
    """Whether the words around a lot speak for its having been given, or those around another of its `run`: the sums and
    goods of an enumeration are given together. It takes more where it is `doubted` or trade is told near."""
    paragraph, until = setting.paragraph, min(clause.end, run[-1].end + _BEHIND)
    told = _TOLD.search(setting.text, paragraph.start, paragraph.end)  # a row says no more than its caption
    if not told or is_ruled_out(setting, clause):
        return False
    if not _stands_alone(setting, clause, lot, run, goes_on=goes_on):
        return False
    doubted |= _is_traded(setting, clause, until)
    goods = lot.item and head_kind(setting.folded[slice(*lot.item)]) == "goods"
    near = EVEN if lot.count and goods else ENOUGH
    enough = SURE if doubted else near if setting.generous_near else APART
    here = likelihood(setting.view, lot.figure)
    given = lot.money or goods
    others = given and here >= EVEN and any(likelihood(setting.view, other.figure) >= enough for other in run)
    return here >= enough or bool(others)


# What a clause says of a sum that is a price, is laid out, is left over or was taken away.
_PRICED = re.compile(
    "楼价|[起底拍叫出喊标]价|只[收要]|[费价][需由]|租[车金]|运费|开[销支]|入会|出售|[上下]调|调[整高低]|上[年限]|[盈赤]余|亏损"
    "|流动资金|捐赠收入|(?<!捐款)收入[为达约共]|按揭|钞票|面额|哪怕|把其中|骗|冻结|扣押|没收(?!一分|钱|费|任何)|追缴|追回"
)
_FEE = re.compile("费用?[约共计合为达是]{0,3}$")  # 晚宴酒水费约6万令吉
# What a clause says of goods that are sold, carried for others or wanting.
_NOT_GIVEN = re.compile(
    "拍卖|义卖|竞拍|[卖售]出|抽奖|承运|托运|参[加与]|投入|产量|日产|毁|急需|短缺|捐血|储备|库存"
)
_AT_WORK = re.compile("车$|[掘载土吊铲程]机$|机械$")  # what works for others or carries: 调派泥头车六十部
_PLAIN = re.compile(r"\W+")
# Units of what is handed out by the piece, whatever it is; 四处, 两节 and 三个 may count anything.
_PIECES = frozenset("箱 袋 包 桶 瓶 盒 床 顶 頂 套 双 雙 只 隻 件 条 條 吨 噸 公斤 斤 公升 升".split())
_LEAST_SUM = 100  # below which a sum that no verb gives is a price or a way of speaking: 哪怕一元, 一人十元


def _stands_alone(setting: Setting, clause: Clause, lot: Lot, run: list[Lot], *, goes_on: bool) -> bool:
    """Whether a lot for which only the words around speak is a sum that is no price, or goods; a noun that we do not
    know may be goods in an enumeration of such, or where it `goes_on` after a gift.
    """
    folded = setting.folded
    if lot.money:
        value = lot.money.value.quantity.amount.value
        small = value is not None and value < _LEAST_SUM and not lot.count
        fee = _FEE.search(folded, clause.start, lot.money.start)
        return not (small or fee or _PRICED.search(folded, clause.start, clause.end))
    assert lot.count
    quantity = lot.count.value.quantity
    if quantity.amount.value == 1 or _NOT_GIVEN.search(folded, clause.start, clause.end):
        return False
    noun, *others = (_PLAIN.sub("", folded[slice(*(x.item or x.inherited or (0, 0)))]) for x in (lot, *run))
    if _AT_WORK.search(noun) or quantity.unit in ("处", "處"):
        return False
    known = goes_on or any(head_kind(n) == "goods" for n in (noun, *others))
    return known or (not noun and quantity.unit in _PIECES)


def _is_traded(setting: Setting, clause: Clause, until: int) -> bool:
    """Whether a sentence tells of trade up to here, other than as what is given: 捐出全日营业额的一成，合计2万元."""
    told = [c for c in setting.clauses if c.start <= clause.start]
    return any(
        context.COMMERCE.search(setting.folded, c.start, until if c is clause else c.end)
        for c in told
        if c is clause or not any(a.sure for a in c.acts)
    )


def is_ruled_out(setting: Setting, clause: Clause) -> bool:
    """Whether a sentence or its paragraph before it tells of what is no gift, however much is said of giving, or the
    clause of goods that are bought to help who sells them and go to nobody else: 认购滞销脐橙200箱.
    """
    folded, end = setting.folded, setting.sentence.end
    if _NO_GIFT.search(folded, setting.paragraph.start, end):
        return True
    return _is_bought(setting, clause, _HELPS_SELLERS)


def is_bought_to_help(setting: Setting, clause: Clause) -> bool:
    """Whether a page on buying in place of giving tells of what was bought: nothing there is a gift, whatever is said."""
    return _is_bought(setting, clause, _IN_PLACE_OF_GIVING)


def _is_bought(setting: Setting, clause: Clause, about: re.Pattern[str]) -> bool:
    folded, end = setting.folded, setting.sentence.end
    start = setting.sentence.start if _PART.match(folded, clause.start, clause.end) else clause.start
    if not _BUYS.search(folded, start, clause.end) or _HANDED_ON.search(folded, clause.start, end):
        return False
    return about.search(folded, max(0, setting.paragraph.start - NEAR), end) is not None


def is_credible(view: View, lot: Lot) -> bool:
    """Whether a lot may have been given at all, whatever verb governs it."""
    return _likeliest(view, lot) >= (LEAST if len(view.text) >= PAGE else LEAST_OF_FEW)


def tells_of_giving(view: View, found: Iterable[Lot]) -> bool:
    """Whether one of the lots found on a page is so likely given that the page tells of giving."""
    return len(view.text) < PAGE or any(_likeliest(view, lot) >= TELLS for lot in found)


def _likeliest(view: View, lot: Lot) -> float:
    """How likely a lot was given by that measure of it which is likelier."""
    return max(likelihood(view, m) for m in (lot.money, lot.count) if m)


def likelihood(view: View, figure: Mention) -> float:
    """How likely a figure was given."""
    if figure.start not in view.weighed:
        known = weights("gift")
        # summed exactly, so that the order in a set is of no account
        score = math.fsum(known.get(f, 0.0) for f in set(features(view, figure)))
        view.weighed[figure.start] = 1 / (1 + math.exp(-score - known[BIAS]))
    return view.weighed[figure.start]


def features(view: View, figure: Mention) -> Iterator[str]:
    """What is weighed: where it stands, and the characters."""
    text = view.text
    quantity, item = figure.value.quantity, figure.value.item or ""
    yield f"kind {quantity.kind}"
    yield f"unit {quantity.unit}"
    yield f"density {view.density}"
    yield from (f"item {item[-n:]}" for n in (1, 2) if len(item) >= n)
    low = max(0, figure.start - _LEFT)
    start = max((m.end() for m in _ENDS.finditer(text, low, figure.start)), default=low)
    stop = _ENDS.search(text, figure.end, figure.end + _RIGHT)
    left = _letters(text[start : figure.start])
    right = _letters(text[figure.end : stop.start() if stop else figure.end + _RIGHT])
    yield from _runs("left", left, (2, 3))
    yield from _runs("next left", left[-_NEAR_LEFT:], (1, 2, 3, 4))
    yield from _runs("next right", right[:_NEAR_RIGHT], (1, 2, 3))
    yield from _runs("right", right, (2, 3))
    yield from _runs("before", _letters(text[max(0, start - _BEFORE) : start]), (2,))
    yield from _told(view, figure)


def _told(view: View, figure: Mention) -> Iterator[str]:
    """What is done in the clause of a figure and around it, and what they speak of."""
    text, at = view.text, figure.start
    low = max(0, at - _SENTENCE)
    start = max((m.end() for m in _ENDS.finditer(text, low, at)), default=low)
    stop = _ENDS.search(text, figure.end, figure.end + _SENTENCE)
    end = stop.start() if stop else min(len(text), figure.end + _SENTENCE)
    told = clauses(view, start, end)
    here = next((c for c in told if c.start <= at < c.end), Clause(at, figure.end, ()))
    acts = [a for clause in told for a in clause.acts]
    left = [a for a in acts if here.start <= a.start and a.end <= at]
    right = [a for a in acts if a.start >= figure.end and a.end <= here.end]
    yield f"verb left {_deed(left[::-1])}{' undone' * here.undone}"
    yield f"verb right {_deed(right)}"
    yield f"verb before {_deed([a for a in acts if a.end <= here.start][-1:])}"
    yield f"verb after {_deed([a for a in acts if a.start >= here.end][:1])}"
    yield f"noun {head_kind(fold(figure.value.item or ''))}"
    yield f"commerce {context.COMMERCE.search(text, here.start, here.end) is not None}"
    yield f"commerce near {context.COMMERCE.search(text, start, end) is not None}"
    yield f"generous {context.GENEROUS.search(text, start, end) is not None}"
    yield f"generous near {context.GENEROUS.search(text, max(0, start - _ABOUT), end + _ABOUT) is not None}"


def _deed(acts: list[Act]) -> str:
    """What verbs say is done, the nearest first."""
    return "sure" if any(a.sure for a in acts) else acts[0].action if acts else "none"


def _letters(view: str) -> str:
    """A stretch of the view with one capital for each run of a mention."""
    return _RUN.sub(r"\1", view.translate(_LETTERS))


def _runs(where: str, words: str, lengths: tuple[int, ...]) -> Iterator[str]:
    """Every run of characters of these lengths; one that ends at the figure is marked so."""
    edge = {"next left": words + "|", "next right": "|" + words}.get(where, words)
    for n in lengths:
        for i in range(len(edge) - n + 1):
            yield f"{where} {edge[i : i + n]}"
