"""What stands over a table or list of gifts: who gives to whom, in which unit, and until when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.recipients import recipient_after, recipient_before
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.tables import moneys, rolls
from chamber_extract.relate.gifts.tables.subscriptions import Price, price_of
from chamber_extract.relate.gifts.view import FIGURE, View
from chamber_extract.segment import Span

# 商会首批救灾物资运抵灾区：, 会员企业自行采购了一批紧缺物资：
_BROUGHT = re.compile(
    r"(?:[首第][一二三四五六七八九十0-9]{0,2}批)?(?:救[援灾]|赈灾|抗[疫洪震]|防疫|爱心|慰问|捐赠)?的?(?:物资|物品|用品|药品|款物)(?:已|于|\ue000|陆续|全部|顺利)*(?:[运送][抵达到往至]|抵达|到达|启运|起运|发往)"
    r"|(?:自行|紧急|连夜|合力)?(?:采购|购买|购置|筹集|募集)了?一批"
)
_LIST = re.compile(
    r"名单|芳名|公示|公布|公告|榜|明细|一览|如下|名录|清单|情况|统计|台账|[账帐]目|收支|汇总|登记|记录|鸣谢|致谢|征信|徵信|接龙|善款|义款|爱心款|表$|排行|者(?:计?有|包括)[:：]?$|[内计]有[:：]?$|者如下[:：]?$|捐[款赠献资助物]+(?:者|人|单位|企业|个人)?[:：]?$"
)
_OF_NAMES = re.compile("名单|芳名|榜|名录|鸣谢|[征徵]信|接龙")
_BLANK_OR_REMARK = re.compile(r"\s+|[（(][^（()）]*[)）](?=[:：]?$)")  # （单位：元） at the end
# What came in, where all is about giving: 【收入】, 一、接收物资
_CAME_IN = re.compile(r"收入|[入进]库|[接查]收|接受|收[到取讫]|[到来]账|来[款源]")
_HEAD = re.compile(r"[^，。！；]{2,20}")
_SIDE_HEAD = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、. ]+)?[^，。:：]{0,14}(?:企业|单位|个人|会员|团体|理事|会长|监事|侨胞|商户|机构|部分|批|组|类|者|现金|物资|人士|公司|商会|协会|分会|委员|党员|续表?|实物|报效|赞助|乐捐)(?:[（(][^（()）]*[)）])?[:：]?"
)
_BOXED = re.compile(r"[【\[〔]\s?(?P<words>[^【】\[\]〔〕]{2,12})\s?[】\]〕]$")
_PART_HEAD = re.compile(
    r"(?:(?P<sure>[甲乙丙丁戊己庚辛壬癸])|[一二三四五六七八九十]{1,2})[、.．][^，。：:0-9]{2,12}[:：]?"
)
_PASSING = re.compile(
    r"截[至止][^，。；:：]{2,20}[:：]?|[-—– ]*第?\s?\d{1,3}\s?页?(?:[,，/]?\s?共\s?\d+\s?页)?[-—– ]*|[（(](?:续表?|接上[页表]|排名不分先后|按[^（()）]{1,20})[)）]|排名不分先后|[上下]一?页|(?:统计|截止|截至|公布|制表|更新|发布)?(?:时间|日期)[:：].{4,60}"
    r"|(?:[一-鿿]{0,4}(?:时间|日期|期间|单位|币[别种]|地点|[制填]表人?|会计|出纳)[:：]\s?[^，。：:\s]{1,25}\s*){1,4}|[（(][^（()）]{2,40}[)）]"
)
_CLOSING = re.compile(
    r"(?:目前|现|，|,)*(?:以上|上述|这|该|此|所有|全部|所[捐募筹]|本次|此次|这次)(?:[批些次笔])?[^，。；]{0,12}?(?:物资|款|物品|口罩|捐赠|用品|设备|资金)"
)
_IN_PART = re.compile(
    r"[款资物]中|其中|部分|[首第][一二三四五六七八九十]?[笔批]"
)  # 上述款项中，已将首笔汇至…
_GONE = re.compile(
    r"(?:转[入给交至到]|汇[入至往给到]|拨[给至往入]|拨付[给至]?|撥?[缴存划打]入|撥捐|拨捐|转捐|捐[给赠往至入]+|移交[给至]?|送[往到达至]|交[给付由])了?(?P<to>[^，。；！？、：\n]{2,30}?)(?:[的之]?(?:专用|指定|专门|捐赠|募捐)?[账帐][户号]|手中|[,，。；！]|用于|统一|$)"
)
# 捐款（汇入县红十字会）
_SENT_TO = re.compile(
    r"[（(]\s*(?:已|全部|现)?(?:[转汇][入给至交往]|拨[给付]|捐[给赠往]|移交|送[往到达至交]|交[给付])(?P<to>[^，。（()）]{2,30}?)\s*[)）]"
)
# 会馆购置基金乐捐芳名
_FUND = re.compile(
    r"\s*(?P<to>[^，。；：:\s（()）]{2,20}?(?:基金|学金|公益金))(?:乐捐|捐款|捐赠|认捐|募捐|捐献)"
)
_CAME = re.compile(r"(?:期?间|内)?[，,]?[^，。；]{0,8}?(?:[所续]收|收[到讫得]|接[收获到]|[募筹][得集到]|捐)")
_STOP = re.compile("[。！；，]")
_ROLL = re.compile(r"[计内]有|者(?:还?有|包括)$|公示|名单|芳名|榜|名录|清单|明细|如下|鸣谢|徵信|征信")
_RUN_IN = re.compile(
    r"(?P<words>(?:[^，。：:\n\t（(]|[（(][^（()）\n]{0,40}[)）]){2,40})[:：](?:[^。：:\n\t]{0,30}(?:收到|筹[得集]|捐)[^。：:\n\t]{0,12}[:：])?\s*(?=\S)"
)
_TAIL_UNIT = re.compile(r"[（(][^（()）]{0,12}[)）]$")
_END_REMARK = re.compile(r"(?<=[。！])[（(][^（()）\n]{1,60}[)）]$")
_REMARK = re.compile(r"[（(][^（()）]*[)）]")


@dataclass(slots=True)
class Caption:
    """What a caption says; `strict` where it announces a list, `of_names` one of names, `each` the amount that heads names.

    All of it is the donor's `own` where that brought it, and not only heads the list.
    Where it only speaks of giving one line below it may be prose, two alike are a list;
    where it is not `spoken` and only the article is about giving, they name who gave.
    `unit` is the money that is named over the rows, `closing` that named below them, `price` what one share or thing comes to.
    `day` is the date that holds for the sums of all rows, `within` that or those on which each row came, `bounded` that an amount heads names which gave more than it.
    """

    strict: bool = False
    of_names: bool = False
    spoken: bool = True
    unit: str | None = None
    closing: str | None = None
    price: Price | None = None
    donor: Party | None = None
    own: bool = False
    recipient: Party | None = None
    day: Mention | None = None
    within: Mention | None = None
    cumulative: bool = False
    each: Mention | None = None
    bounded: bool = False
    drafts: list[Draft] = field(default_factory=list)

    @property
    def money(self) -> str | None:
        """The money that the roll names for its rows."""
        return self.unit or self.closing

    @property
    def is_part(self) -> bool:
        """Whether it says no more than which of the gifts announced above follow: 实物：, 二、个人捐款."""
        named_one = self.donor is not None and not self.donor.plural
        return not (named_one or self.recipient or self.day or self.within)


def caption_of(reading: Reading, view: View, paragraph: Span, headed: bool) -> Caption | None:
    """The caption that a paragraph is: a line that speaks of giving, or prose that announces a list.

    `headed` says that the title over the paragraph is about giving.
    """
    folded = reading.text.folded
    text = folded[paragraph.start : paragraph.end]
    if len(text) > rolls.LONGEST_CAPTION or text[-1] in "。：:—":
        return _announcement(reading, view, paragraph, headed)
    if FIGURE in view.text[paragraph.start : paragraph.end] or rolls.says(text) is not True:
        return None
    if "，" in text and not _LIST.search(text):
        return None
    given = rolls.GIVING.search(folded, paragraph.start, paragraph.end)
    start = given.start() if given else paragraph.end
    gone = _SENT_TO.search(folded, start, paragraph.end) or _FUND.match(
        folded, paragraph.start, paragraph.end
    )
    words = _BLANK_OR_REMARK.sub("", text).strip("：:")
    return Caption(
        strict=_LIST.search(words) is not None,
        of_names=_OF_NAMES.search(words) is not None,
        unit=moneys.unit_of(text),
        price=price_of(reading.text, view, paragraph),
        donor=named(view.text, paragraph.start, start),
        recipient=recipient_before(view.text, paragraph.start, start)
        or (Party(*gone.span("to")) if gone else None),
        day=_one_day(reading, paragraph) or _until(reading, paragraph),
        within=_came_within(reading, paragraph),
    )


def _one_day(reading: Reading, words: Span) -> Mention | None:
    days = [d for d in reading.within("date", words.start, words.end) if d.value.precision != "year"]
    return days[0] if len(days) == 1 else None


def run_in(reading: Reading, view: View, paragraph: Span) -> tuple[Caption, Span] | None:
    """The caption before a colon and the list after it on the same line: 捐款芳名：张大山5000元，…"""
    folded = reading.text.folded
    starts = [paragraph.start, *(m.end() for m in _STOP.finditer(folded, paragraph.start, paragraph.end))]
    heads = (_RUN_IN.match(folded, start, paragraph.end) for start in starts)
    colon = next((m for m in heads if m and _ROLL.search(m["words"])), None)
    if not colon:
        return None
    head = Span(colon.start(), colon.end("words"))
    found = caption_of(reading, view, head, False)
    if not found or not found.strict:
        return None
    unit = _TAIL_UNIT.search(folded, colon.end(), paragraph.end)  # 张三 1000 李四 500（单位：元）
    found.unit = found.unit or (moneys.unit_of(unit[0]) if unit else None)
    return found, Span(colon.end(), unit.start() if unit else paragraph.end)


def _announcement(reading: Reading, view: View, paragraph: Span, headed: bool) -> Caption | None:
    """Prose that ends by announcing the rows: 现将名单公示如下："""
    folded = reading.text.folded
    remark = _END_REMARK.search(folded, paragraph.start, paragraph.end)  # …臚列於後。（單位：日圓）
    said = list(rolls.SENTENCE.finditer(folded, paragraph.start, remark.start() if remark else paragraph.end))
    if not said:
        return None
    last = said[-1].group()
    announces = last[-1] in ":：—" or re.search(
        r"如[下左]|见下|附后|(?:名单|明细|清单)[^，]{0,4}$|芳名登[报載载]|以昭.信$|[开胪]列于[后下]",
        last.rstrip("。"),
    )
    if (
        not announces
        or rolls.says(last) is False
        or not (_leads_on(last, headed) or rolls.GIVING.search("".join(m[0] for m in said[-2:])))
    ):
        return None
    strict, leads = _LIST.search(last) is not None, Span(*said[-1].span())
    brought = _BROUGHT.search(folded, leads.start, leads.end)
    clause = max(leads.start, folded.rfind("，", 0, brought.start()) + 1) if brought else 0
    return Caption(
        strict=strict,
        unit=moneys.unit_of(last) or (moneys.unit_of(remark[0]) if remark else None),
        price=price_of(reading.text, view, leads),
        donor=named(view.text, clause, brought.start()) if brought else None,
        own=brought is not None,
        day=_until(reading, paragraph) or (_one_day(reading, leads) if brought else None),
        within=_came_within(reading, leads),
        cumulative="累计" in folded[paragraph.start : paragraph.end],
    )


def heads_income(text: str) -> bool:
    """Whether a line heads what came in, where all is about giving: 【收入】, 二、接收款项."""
    return _HEAD.fullmatch(text) is not None and _CAME_IN.search(text) is not None


def _leads_on(text: str, headed: bool) -> bool:
    """Whether a sentence leaves it to what all is about what the rows are: 具体如下."""
    clauses = rolls.CLAUSE.findall(_REMARK.sub("", text))  # 名单如下（单位：欧元，排名不分先后）：
    return headed and bool(clauses) and rolls.leaves_open(clauses[-1])


def doubtful(text: str, about: bool) -> Caption | None:
    """What a paragraph says of the lines below that speaks of giving, or says nothing else where all is about it."""
    last = (rolls.CLAUSE.findall(text)[-1:] or [""])[0]
    spoken = rolls.GIVING.search(text) is not None
    given = (spoken and rolls.says(last) is not False) or _leads_on(text, about)
    return Caption(strict=heads_income(text), spoken=spoken, unit=moneys.unit_of(last)) if given else None


_BULLETS = frozenset("■□●○◆◇▲△★☆•·*-")


def is_prose(text: str) -> bool:
    """Whether a line is longer than one of a list, or ends as a sentence does, behind no bullet."""
    return len(text) > rolls.LONGEST_CAPTION or ("。" in text and text[0] not in _BULLETS)


def introduce(reading: Reading, prose: Span, caption: Caption) -> None:
    """Hands the day up to which prose right above a caption counts to the rows: 截至3月24日，累计筹得…"""
    whole = reading.text.folded[prose.start : prose.end]
    day = _until(reading, prose)
    if caption.day is None and day is not None and rolls.GIVING.search(whole):
        caption.day, caption.cumulative = day, "累计" in whole


def _until(reading: Reading, prose: Span) -> Mention | None:
    """The day up to which prose counts, or the days within which all of it came."""
    dates = [d for d in reading.within("date", prose.start, prose.end) if d.value.relation == "as_of"]
    return max((d for d in (*dates, _came_within(reading, prose)) if d), key=lambda d: d.start, default=None)


def _came_within(reading: Reading, prose: Span) -> Mention | None:
    """The day or days on which all that follows came: 7月23日至25日收到的款物, 昨日所收捐款芳名."""
    dates = reading.within("date", prose.start, prose.end)
    came = (d for d in dates if d.value.relation in ("on", "range") and d.value.precision != "year")
    return next((d for d in came if _CAME.match(reading.text.folded, d.end, prose.end)), None)


def passes(text: str) -> bool:
    """Whether a line may stand among rows without ending them: a page number, a unit, 一、会员企业, 【现金】."""
    if boxed := _BOXED.match(text):
        text = boxed["words"]
    return len(text) <= rolls.LONGEST_CAPTION and bool(
        _PASSING.fullmatch(text)
        or (_PART_HEAD.fullmatch(text) and rolls.says(text) is not False)
        or _SIDE_HEAD.fullmatch(text)
        or moneys.is_remark(text)
        or moneys.looks_back(text)
    )


def heads_part(text: str) -> bool:
    """Whether a line heads a part of a list: 乙、会所维修基金; 一、张国强 may be a name."""
    head = _PART_HEAD.fullmatch(text)
    return head is not None and head["sure"] is not None


def close(view: View, folded: str, paragraph: Span, drafts: list[Draft]) -> None:
    """Hands the receiver named after the rows (以上款项已转入…账户) to those that have none."""
    for said in rolls.SENTENCE.finditer(folded, paragraph.start, paragraph.end):
        if not _CLOSING.match(folded, said.start(), said.end()) or _IN_PART.search(said.group()):
            continue
        gone = _GONE.search(view.text, said.start(), said.end())
        to = Party(*gone.span("to")) if gone else recipient_after(view.text, said.start(), said.end())
        if to:
            for draft in drafts:
                draft.recipient = draft.recipient or to
            return
