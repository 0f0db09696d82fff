"""Ways of telling a gift that need no verb of their own: who gave most, what a sum was for or has become."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.places import places
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Clause
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.named import named, short_name
from chamber_extract.relate.gifts.parties.officers import clause_end
from chamber_extract.relate.gifts.parties.wording import Party, is_short_name, party, split, trim
from chamber_extract.relate.gifts.rates import clause_before
from chamber_extract.relate.gifts.setting import Setting, State

LEAD = 120  # characters before a figure in which who gave most is named
_EXTREME = re.compile(
    r"最[高大多低小少][^，。；]{0,8}(?:[来出]自于?|[是为由])(?P<who>[^，。；来是为由]{2,30}?)(?:的|——|，|捐[出赠]?了?|[达为共]|（)*$"
)
# 甲公司以8000美元居首，乙公司次之，为6500美元
_FIRST = re.compile(r"(?P<who>[^，。；由被]{2,30}?)以$")
_IS_FIRST = re.compile(
    r"(?:的[^，。；]{2,6})?(?:居首|居冠|居榜首|位[居列](?:第一|榜首|首位)|排名?第一|领先|拔得头筹)"
)
# 由司库乙以9000元购得，款归医院
_BIDS = re.compile(r"(?:成功)?(?:竞?投得|竞得|[标拍购]得|[标拍]下)")
_AUCTION = re.compile("拍卖|[义慈]卖|义拍|竞[投标]|福物|善款|款[项归]")
# 一對燈籠以八千元由青年團投得
_BY_BUYER = re.compile(rf"由(?P<who>[^，。；由]{{2,24}}?){_BIDS.pattern}")
# 以会长甲的五十万元为最多
_WHOSE = re.compile(r"以(?P<who>[^，。；以]{2,30}?)的$")
_IS_MOST = re.compile(r"[为居]?最[多高大]")
_SECOND = re.compile(r"(?P<who>[^，。；]{2,30}?)(?:次之|居次|紧随其后)，(?:[为达捐以]|捐款|认捐)?$")
_SUM_ONLY = re.compile(r"(?:总?金额|累计|合计|总计|共计|总额|共|计|达到?)+(?:约|逾|近|超过?)?")
_GIFTS = re.compile(
    r"捐款(?!人|者|箱|仪式|活动|倡议|方式|账)|善款|义款|认捐|[家位名人]\ue004*[一-鿿]{0,6}响应"
)
_FOR_WHAT = re.compile(r"(?:[奖助教]+学?金|基金|经费|善款|建设费|修建费)?(?:各|分别)?$")
BOTH = re.compile(r"捐[款资钱]捐物|款物")
_USED = re.compile(r"(?:其中|，|主要)*(?:用于|用在|投向|用作)[一-鿿、]{2,24}?(?:的|方面|约|共|达)*")
_USE = re.compile(r"[，、]?(?:用于)?[一-鿿]{2,8}(?:的|方面|约|共|达)*")
_DEAR = frozenset("台 臺 辆 輛 部 座 套 艘 架 间 間 栋 棟 口".split())
_ALONE = re.compile("[，。；]|$")
_COST = re.compile("，?[共合总]?[计费]约?")


def most_or_least(setting: Setting, lot: Lot) -> Party | None:
    """Who gave most or least: 最大一笔来自王先生——30万元, 最小的一笔是小学生的13元."""
    since = max(setting.sentence.start, lot.start - LEAD)
    before = setting.text[since : lot.start] if setting.generous_near else ""
    if context.COMMERCE.search(before.rpartition("；")[2].rpartition(";")[2]):  # 纳税最多的是甲公司
        return None
    found = _EXTREME.search(before) or _SECOND.search(before)
    bids = _BIDS.match(setting.folded, lot.end) and _AUCTION.search(setting.words)
    if not found and (bids or _IS_FIRST.match(setting.folded, lot.end)):
        found = _FIRST.search(before)
    if not found and _IS_MOST.match(setting.folded, lot.end):
        found = _WHOSE.search(before)
    start, end = (since + found.start("who"), since + found.end("who")) if found else (0, 0)
    buyer = _BY_BUYER.match(setting.text, lot.end) if before and not found else None
    if buyer and _AUCTION.search(setting.words):
        start, end = buyer.span("who")
    if start == end:
        return None
    return named(setting.text, start, end) or short_name(setting.text, start, end)


def told_source(setting: Setting, lot: Lot) -> Party | None:
    """Who is told behind a sum to have given it: 第一笔善款——10万元，出自一位老人; 最小的一笔20美元来自一名小学生."""
    if not lot.money or lot.count or not setting.generous_near:
        return None
    before = setting.folded[max(setting.sentence.start, lot.start - _NEAR) : lot.start]
    from_whom = _FROM.match(setting.folded, lot.figure.end)
    if not from_whom or not (_A_GIFT.search(before) or from_whom["gift"]) or context.COMMERCE.search(before):
        return None
    start, end = from_whom.end(), setting.sentence.end
    return named(setting.text, start, end) or short_name(
        setting.text, start, clause_end(setting.text, start, end)
    )


_NEAR = 24  # characters before a sum in which it is called a gift
_FROM = re.compile(r"(?P<gift>的?(?:善款|捐款|心意))?，?[就则均都]?(?:[来出]自于?)")
_A_GIFT = re.compile("一笔|善款|捐款")


def is_for_use(state: State, lot: Lot, gap: str) -> bool:
    """Whether a gift just told of is told by its uses: 其中用于救灾742万元、教育466万元."""
    last, money = state.group[-1], lot.money
    if not last.lot.money or not money or state.act is None:
        return False
    if _USED.fullmatch(gap):
        return last.lot.money.value.quantity.currency == money.value.quantity.currency
    return last.rule == "share-received" and _USE.fullmatch(gap) is not None


# 其中宫城县1200万日元, 其余两县各680万日元, 武汉3万只
_PLACE = re.compile(
    r"(?![各全本该])[一-鿿]{2,6}(?:[省县州府镇乡]|(?<!超)市)|其[余他]的?[一二两三四五六七八九十]?个?[省市县州府国地]"
)
_EVERYWHERE = re.compile("各|海内外|全[国球]|世界")


# 按学生人数分配，中学25万，小学20万
_DEALT = re.compile("分配|分[给予赠拨]|均分|平分")
_HELPED = re.compile(
    r"[一-鿿]{0,8}(?:[小中大]学|幼儿园|[独华国]中|[华国]小|[养敬护安]老院|老人院|孤儿院|福利院)|医院|学校"
)
_PUPILS = re.compile("校|[师学]生|医")


def shares_of(setting: Setting, state: State, lot: Lot, floor: int) -> tuple[Draft, Party] | None:
    """A gift just told of, and the places or schools to which a share of it goes.

    Givers are those in 各国台商合捐12万，其中德国3万.
    """
    dealt = _DEALT.search(setting.folded, setting.sentence.start, lot.start) is not None
    group = state.group or ([state.given] if dealt and state.given else [])
    if not group or group[-1].rule == "listed-giver":
        return None
    start, end = trim(setting.text, max(floor, lot.figure.start - LEAD), lot.figure.start)
    if start >= end:
        return None
    parts = [setting.folded[p.start : p.end] for p in split(setting.text, Party(start, end))]
    donor = group[0].donor
    if dealt and all(_HELPED.fullmatch(p) for p in parts):
        among = donor and _PUPILS.search(setting.folded, donor.start, donor.end)
        return None if among else (group[0], Party(start, end))
    if not all(_PLACE.fullmatch(p) or _is_place(p) for p in parts):
        return None
    told = setting.folded[max(setting.paragraph.start, donor.end if donor else 0) : start]
    if not all(p.rstrip("省市县州府") in told for p in parts):
        raised = donor is None or group[0].action == "raise"
        if raised or _EVERYWHERE.match(setting.folded, donor.start if donor else 0):
            return None
    return group[0], Party(start, end)


def _is_place(words: str) -> bool:
    place = places().get(words)
    return place is not None and place.kind not in ("merchants", "nation")


def listed_receiver(text: str, lot: Lot, floor: int) -> Party | None:
    """华中学 in 计捐义诊中心15万元，华中学奖学金10万元."""
    purpose = _FOR_WHAT.search(text, floor, lot.start)
    if not purpose:
        return None
    start, end = trim(text, floor, purpose.start())
    return party(text, start, end) or (Party(start, end) if is_short_name(text, start, end) else None)


def sums_up(setting: Setting, clause: Clause, lot: Lot, floor: int) -> bool:
    """Whether a sum is that of the gifts named in the clause before: 现金捐款另见公示，累计2347万坚戈."""
    before = clause_before(setting, clause)
    if not lot.money or lot.item or not before or before.undone:
        return False
    summed = _SUM_ONLY.fullmatch(setting.folded, floor, lot.start)
    return summed is not None and _GIFTS.search(setting.folded, before.start, before.end) is not None


def is_price(text: str, last: Lot | None, lot: Lot, gap: str, *, sole: bool) -> bool:
    """Whether a bare sum behind goods, which are the `sole` kind told of or not, says what they are worth: 购置净水器40具，计
    26400索尔; 捐了一台复康巴士，126万元."""
    count = last.count.value.quantity if last and last.count and last.item else None
    dear = count is not None and count.amount.value == 1 and count.unit in _DEAR
    alone = _ALONE.match(text, lot.end)
    told = sole and count is not None and _COST.fullmatch(gap) is not None
    blank = count is not None and bool(gap) and gap.isspace()  # 购买帐篷210顶　18900欧元 in accounts
    return bool(alone and (told or blank or (dear and not gap and text[lot.start - 1] == "，")))
