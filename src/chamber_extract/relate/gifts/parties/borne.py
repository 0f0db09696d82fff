"""Who gave, where the giver is named behind the gift: who bore it, whose it is said to be, and whose gifts a total holds."""

from __future__ import annotations

import re
from itertools import pairwise

from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.wording import Party, is_body
from chamber_extract.relate.gifts.setting import Setting
from chamber_extract.relate.gifts.view import FIGURE


def find_givers(setting: Setting, drafts: list[Draft]) -> None:
    """Sets the givers that the rest of the sentence, or for goods the next, names."""
    text = setting.text
    if len(drafts) == 2 and (pair := _FORMER.search(text, drafts[-1].lot.end, setting.sentence.end)):
        for draft, who in zip(drafts, ("former", "latter"), strict=True):
            draft.donor = named(text, *pair.span(who)) or draft.donor
    for i, draft in reversed(list(enumerate(drafts))):
        after = (draft.lot.end, setting.sentence.end)
        told = next(filter(None, (m.match(text, *after) for m in (_BORNE_NEXT, _GIFT_OF, _COMES_FROM))), None)
        if giver := told and named(text, *told.span("who")):  # 饮用水3车，由商会提供
            draft.donor, draft.gathered = giver, False
        elif not draft.donor and i + 1 < len(drafts):
            following = drafts[i + 1]
            if _AND.fullmatch(text, draft.lot.end, following.lot.start):  # 50万元、口罩3万只，由甲捐出
                draft.donor, draft.gathered = following.donor, following.gathered
        if not draft.donor:
            draft.donor = _payer(setting, drafts, i) or _with_next(setting, drafts, i)
    _goods_borne(setting, drafts)
    _add_up(setting, drafts)
    following = setting.following
    was = _THIS_WAS.match(text, following.start, following.end) if following and len(drafts) == 1 else None
    if was:
        drafts[0].donor = named(text, *was.span("who")) or drafts[0].donor


_AND = re.compile("[、及和与]|以及")
_BORNE = re.compile(
    r"(?<!支)(?<!支全)(?:款项?|全部|费用|经费|资金|均)?由(?!于|此|衷)(?P<who>[^，。；由]{2,30}?)(?<!代表)(?:[负承]担|认?捐|赞助|资助|支付|提供|乐助|报效)"
)
# 大米40吨和帆布500捆，前者来自甲公司，后者由乙公司捐献
_FORMER = re.compile(
    r"前者(?:来自于?|由)(?P<former>[^，。；]{2,40}?)(?:捐[赠献出]|提供|赞助)?[，；]后者则?(?:来自于?|由)(?P<latter>[^，。；]{2,40}?)(?:捐[赠献出]|提供|赞助|[。；，])"
)
# 其余20万元则是五十家会员厂商的乐捐; 善款50万元，这是侨胞甲送给家乡的红包
_GIFT_OF = re.compile(
    r"[，,]?(?:这|则|都|均|全|便)*[是为系]由?(?P<who>[^，。；是为]{2,30}?)(?:自愿|自发|合|凑钱)*"
    r"(?:的?(?:乐捐|捐款|捐助|捐献|捐赠|所捐)(?=[，。；]|$)|(?:(?:捐|赠|送|寄)[赠送献给来往到]+[^，。；]*|[捐送出拿掏])的(?=[^一-鿿]|$|[^，。；]{1,4}[，。；]))"
)
# 会长将5万元送到红十字会。这笔钱是36名党员自愿捐的
_THIS_WAS = re.compile(
    r"[这该此][笔些批][^，。；是]{0,6}[，]?(?:都|全|均)?是(?P<who>[^，。；是为]{2,30}?)(?:自愿|自发|合|凑钱|一起)*(?:捐[出来献赠]?|[送凑掏])的[。；，]"
)
# 最大笔捐款10万元来自某人; 捐款100万元的是某人
_COMES_FROM = re.compile(r"(?:(?:来自|出自)于?|的[正就便]?是)(?P<who>[^，。；]{2,30})(?=[，。；]|$)")
_BORNE_NEXT = re.compile(rf"[，,]*{_BORNE.pattern}")


# 其中面粉由面粉厂提供，太阳能灯由华为捐赠
_GOODS_BORNE = re.compile(
    rf"[，；、。](?:其中的?|当中的?)?(?P<what>[一-鿿A-Za-z0-9]{{1,12}}?)(?:则|均|都|全部)?{_BORNE.pattern}"
)


def _goods_borne(setting: Setting, drafts: list[Draft]) -> None:
    """Gives goods that this sentence or the next names again to who is said to have borne them."""
    counted = [d for d in drafts if d.lot.count and d.lot.item]
    end = (setting.following or setting.sentence).end
    for m in _GOODS_BORNE.finditer(setting.folded, counted[0].lot.end, end) if counted else ():
        same = [d for d in counted if d.lot.item and setting.folded[slice(*d.lot.item)] == m["what"]]
        who = named(setting.text, *m.span("who"))
        if len(same) == 1 and who:
            same[0].donor = who


_HOLDS = re.compile(rf"[^，。{FIGURE}]{{0,24}}[，；（(](?:其中|当中)[，：]?|[（(]")


def _add_up(setting: Setting, drafts: list[Draft]) -> None:
    """What holds a gift of another is of several: 商会捐款50万元，其中会长甲20万元."""
    for whole, part in pairwise(d for d in drafts if d.lot.money):
        if part.donor and whole.donor and part.donor.start > whole.lot.end:
            holds = _HOLDS.fullmatch(setting.text, whole.lot.end, part.donor.start)
            of_body = is_body(setting.text, whole.donor) or whole.donor.plural
            whole.gathered |= holds is not None and of_body


def _payer(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """Who bears a gift whose giver is named after it: 现金每户一千铢，共六十万铢，由商会负担."""
    after = next((d.start for d in drafts[i + 1 :] if d.start >= drafts[i].end), setting.sentence.end)
    borne = _BORNE.search(setting.text, drafts[i].lot.end, after)
    return named(setting.text, *borne.span("who")) if borne else None


_TOGETHER = re.compile(r"[，；]?(?:连同|加上)")


def _with_next(setting: Setting, drafts: list[Draft], i: int) -> Party | None:
    """The giver of the total, for a sum that it takes in: 连同此前捐出的20万美元，协会捐款总额增至55万美元."""
    clause = next((c for c in setting.clauses if c.start <= drafts[i].start < c.end), None)
    taken_in = clause and _TOGETHER.match(setting.text, clause.start)
    return drafts[i + 1].donor if taken_in and i + 1 < len(drafts) else None
