"""From drafts to gifts: values and scope of what the clauses say was given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from chamber_extract.mention import Mention, Reading
from chamber_extract.models import Action, DonationKind, Scope
from chamber_extract.normalize.items import head_kind
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers
from chamber_extract.relate.entities import Gift
from chamber_extract.relate.gifts.clauses import raises
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.forms import tidy
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.parties.wording import Party, is_person
from chamber_extract.relate.gifts.view import View
from chamber_extract.segment import Span

# The ways of writing by which gifts are found.
Rule = Literal[
    "after-verb",  # 捐款10万元
    "before-verb",  # 将4万只口罩寄往湖北; 10万元善款已汇入
    "counted-on",  # 捐赠口罩3万只、手套2万双
    "listed-giver",  # 甲公司捐款10万元、乙公司5万元
    "share-received",  # 其中育才小学获20万元
    "beside-noun",  # 善款共50万元
    "likely",  # what the words around it speak for, told in no way of these
    "in-brackets",  # 捐赠者有：甲公司（口罩8万只）
    "table-row",
    "table-cell",  # 口罩5000只、酒精200瓶 in one cell
    "list-line",  # 张三 500元 under a caption
]


@dataclass(slots=True)
class Draft:
    """A lot that was given, and what the clause says of it; spans are of the clean text."""

    rule: Rule
    lot: Lot
    action: Action
    start: int
    end: int
    sentence: Span
    paragraph: Span
    donor: Party | None = None
    recipient: Party | None = None
    cumulative: bool = False
    gathered: bool = False  # several gave, whoever is named: 收到捐款, 物资清单
    kind: DonationKind | None = None
    item: str | None = None
    each: bool = False  # 各捐10万元, of which the figure is no total
    respectively: bool = False  # 分别: each figure has its own donor or recipient
    form: str = ""  # the verb
    handed: bool = False  # 移交, 送去: whoever hands it over may do so for another
    day: Mention | None = None


# What a name says of how many it is of; names are folded.
_SEVERAL = re.compile(
    r"各(?![自个])|海内外|境外|全[省市县区球]|所属|众(?=[多人位会企侨商乡友])|广大|多家|多位|数家|部分|其他|其余|一众|(?:异地|直属|基层|省外|乡镇)(?=商)"
)
# 理事会同仁, 商会及会员, 餐馆的员工, 会员单位和个人, 理事们, and what was sold or put into a box
_GROUP = re.compile(
    r"同[仁人]$|[员职]工$|各(?:会员|地|级|区|属会|分会)[^，]{0,6}$|[及和与]其?(?:全体)?(?:会员|会董)|(?:会员|会董|员工)[及和与]家属|的[^的]{0,4}(?:员工|学生|师生|职工)们?$"
    r"|(?:义[卖演]|拍卖|捐款?箱|募捐箱|报名费)$"
    r"|(?:单位|企业|机构|团体|会员)[和及与、]个人$"
    r"|^(?:常务|名誉)?(?:理|监|理监|会|董)[事董](?:们)?$"
)
_SINGLE = re.compile(
    r"(?<![十百千万零〇])一[名位个家间对]|某[位名个家]|无名氏|匿名|(?<!会员)(?<!商会)(?<!协会)(?<!上述)的企业$|家族企业$|(?:企业|公司|[厂店])“[^”]+”$|^不[^，]{0,4}名的?(?!.*们$)"
)
_SOMEONE = re.compile(r"(?:有)?[一某][名位个](?!.*[及和与])")  # 一位退休的职工
# 副会长合捐36万元: those who hold the office.
_OFFICES = re.compile(r"(?:常务|名誉|荣誉|永远|执行|首席)*副?(?:会长|主席|理事长|监事长|顾问)")
_TOGETHER = re.compile("合|共捐")
_ONE = re.compile(r"总会|总商会|联合会|公司|基金会")
# What someone's own work or goods brought: the president's calligraphy, a shop's cherries.
_SOLD = frozenset("得款 拍得 卖得 售得".split())
_FIRM = re.compile(r"公司|集团|企业$|[厂店行楼]$|酒家$")
# 善款中的80万元, 首批募得的2560万日元
_OF_RAISED = re.compile(r"(?:善款|捐款)[中里]的?[^，。；;]*$|[募筹][得到]的[^，。；;]{0,4}$")
_RAISED = re.compile("[募筹][得集募款][^。；;]*$")  # 首批募得的2560万日元分送三县，其中宫城县1200万
# 以上各项连同会员捐款, 连同首批, 捐款总额增至
_TOTAL = re.compile(
    r"(?:(?<![岁元名人万个家])以上|上述|连同[前各]项)[^。；;]*(?:合计|[共总]计|总额|总共)[^。；;]*$|连同[^，。；;]{0,2}(?:首|前|第.)[批期笔次][^。；;]*$"
    r"|(?<!其)(?:捐款|善款|募款|筹款)总额[已现]?(?:增至|增加|升至|达)[^。；;]*$"
)
_OWN_MONEY = re.compile(
    r"(?:则?[是为由系])[^，。；]{0,16}(?:本身|自身|本人|个人|公款|会费|储备)"
)  # 善款中200万元是商会本身拨出
_BOX = re.compile(r"(?:捐款?|功德|爱心)箱[^，。；一-鿿]*$")  # what was put into it
_SALE = re.compile(r"义[卖演拍]会?(?:所得|得款)的?(?:善款|款项)?$")  # of a body's or department's sale
_OVER_TIME = re.compile("累|总[计额]")  # 共计 only adds up the kinds of one gift
_OVER_YEARS = re.compile(r"[多几来\d一二三四五六七八九十]年[来间]|成立(?:至今|以来)|历年|届")
TOLD = 16  # characters before a gift in which they stand
LEAD = 60  # characters before a sum that say of what it is a part
_CLAUSE = re.compile(r"[，。；,;]")
_COUNTERS = frozenset({"家", "个", "個", "名", "位", "人", "户", "戶", "間", "间"})
_BOTH = frozenset({"捐款捐物", "捐资捐物", "捐钱捐物"})
# 捐赠3000万元，包括现金2000万元和价值1000万元的食品
_IN_BOTH = re.compile(
    r"[，（(](?:包括|包含|其中|含)(?:现金|捐款|资金)[^，。；]{0,16}?(?:以及|[和及、，])[^，。；]{0,4}(?:物资|价值|食品|药品|设备|物品|实物)"
)
_IN_KIND = re.compile(
    r"(?<![款财钱和及])(?:物资?|实物|物品)(?:折[款价合]|价值|共计?|合计|计|约|[:：])*$"
)  # 款430万元、物250万元
_CASH_NAMED = re.compile("资金|现金|善款|款项")
_MIXED = re.compile(
    r"款物|捐款捐物|捐资捐物|捐钱捐物|(?:资金|善款|现金|款项)(?:及|和|与|、)(?:各类)?(?:防疫|抗疫|救灾|生活|医疗)?(?:物资|实物)|(?:物资|实物)(?:及|和|与|、)(?:资金|善款|现金)|现金、[一-鿿、]{2,16}等总值"
)


def write(reading: Reading, chambers: Chambers, view: View, drafts: Iterable[Draft]) -> list[Gift]:
    """The gifts of the drafts, in order of position, each written once."""
    writer = _Writer(reading, chambers, view)
    out: dict[tuple[object, ...], Gift] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        g = writer.gift(draft)
        out.setdefault((g.start, g.end, g.donor, g.recipient, g.amount, g.currency, g.quantity, g.item), g)
    return list(out.values())


class _Writer:
    """Writes gifts of one document."""

    def __init__(self, reading: Reading, chambers: Chambers, view: View) -> None:
        self.reading, self.view = reading, view
        self.clean, self.folded = reading.text.clean, reading.text.folded
        self.names = PartyNames(reading, chambers, view)

    def gift(self, draft: Draft) -> Gift:
        lot = draft.lot
        draft.donor = self.names.without_fellows(draft.donor, 0 if lot.money else lot.start)
        noun = lot.item or lot.inherited
        item = draft.item or (tidy(self.clean[noun[0] : noun[1]]) if noun else None)
        kind = draft.kind or self._kind(draft, item)
        money = lot.money.value.quantity if lot.money else None
        count = lot.count.value.quantity if lot.count else None
        measures = [q.amount for q in (count, money) if q]
        measure = next((m for m in measures if m.approximation != "exact"), measures[0])
        equivalent = lot.equivalent.value.quantity if lot.equivalent else None
        donor, chamber = self.names.giver(draft.donor, handed=draft.handed, raised=self._is_raised(draft))
        return Gift(
            start=draft.start,
            end=draft.end,
            rule=draft.rule,
            scope=_scope(draft, donor, kind, self.folded, self.view.text),
            kind=kind,
            action=draft.action,
            approximation=measure.approximation,
            donor=donor,
            donor_chamber=chamber,
            donor_count=self._donor_count(draft.donor),
            recipient=self.names.receiver(draft.recipient),
            amount=money.amount.value if money else None,
            currency=(lot.currency or money.currency) if money else None,
            amount_cny=equivalent.amount.value if equivalent and equivalent.currency == "CNY" else None,
            quantity=count.amount.value if count else None,
            unit=count.unit if count else None,
            item=item if kind == "goods" else None,
            low=measure.low,
            high=measure.high,
            cumulative=draft.cumulative,
            date=draft.day,
        )

    def _is_raised(self, draft: Draft) -> bool:
        """Whether what a clause tells of was raised by those spoken of before it: 会员仅二十人，却筹得5万元."""
        donor = draft.donor
        before = donor is not None and not is_own(donor, draft.lot, self.folded)
        return before and raises(draft.action, draft.form)

    def _kind(self, draft: Draft, item: str | None) -> DonationKind:
        """`goods` for a count; for money, what its noun and verb say it was, else cash."""
        if draft.lot.count:
            return "goods"
        around = self.folded[draft.start : draft.end]
        if draft.lot.money and not item and _IN_BOTH.match(self.folded, draft.lot.end):
            return "mixed"
        clause = _CLAUSE.split(self.folded[max(draft.sentence.start, draft.start - TOLD) : draft.end])[-1]
        both = draft.form in _BOTH and not item and not _CASH_NAMED.search(around)
        if both or _MIXED.search(around) or _MIXED.search(clause):
            return "mixed"
        if not item and _IN_KIND.search(self.folded, draft.sentence.start, draft.lot.figure.start):
            return "goods"
        if draft.form == "捐物" or ("捐物" in around and "捐款" not in around):  # 捐物折款46万元
            return "goods"
        noun = head_kind(self.folded[slice(*draft.lot.item)]) if draft.lot.item else None
        if noun is None and draft.lot.item:  # 价值15万元的滑板: worth of a thing of no known noun
            return "goods"
        return "mixed" if noun == "mixed" else "goods" if noun == "goods" else "cash"

    def _donor_count(self, donor: Party | None) -> int | None:
        """54 for 54家商会: the first count of people or bodies inside the donor's name."""
        if not donor:
            return None
        figures = self.reading.of("figure")
        i = bisect_left(figures, donor.start, key=lambda m: m.start)
        while i < len(figures) and figures[i].end <= donor.end:
            quantity = figures[i].value.quantity
            if quantity.kind == "count" and quantity.unit in _COUNTERS and quantity.amount.value:
                return int(quantity.amount.value)
            i += 1
        return None


def _scope(draft: Draft, name: str | None, kind: DonationKind, folded: str, view: str) -> Scope:
    """`aggregate` for what several gave, and for money that a body raised from many."""
    name, donor = fold(name or ""), draft.donor
    if _GROUP.search(name) and not _SOMEONE.match(name):
        return "aggregate"
    alone = donor is not None and not donor.plural and not draft.gathered
    one = donor is not None and (is_person(view, donor) or _FIRM.search(name) is not None)
    if draft.each or _SINGLE.search(name) or (alone and one and draft.form in _SOLD):
        return "individual"
    over_time = kind == "mixed" and _OVER_TIME.search(
        folded, max(0, draft.start - TOLD), draft.lot.figure.start
    )
    over_time = over_time and not _OVER_YEARS.search(folded, draft.sentence.start, draft.lot.figure.start)
    if draft.cumulative and (over_time or not (name or alone or draft.lot.count)):
        return "aggregate"  # 商会累计捐款捐物: what its members gave counts in; 捐款总额增至: of whoever gave
    several = _SEVERAL.match(name) and not _ONE.search(name)
    several = several or bool(
        donor and _OFFICES.fullmatch(name) and _TOGETHER.search(folded, donor.end, draft.lot.start)
    )
    if several or draft.gathered or (donor and donor.plural) or _is_of_many(draft, folded):
        return "aggregate"
    sold = _SALE.search(folded, max(0, draft.lot.start - TOLD), draft.lot.start)
    put_together = draft.rule == "after-verb" and draft.form[:1] == "凑"
    raised = draft.action == "raise" or ((put_together or sold) and not one)
    raised = raised and (kind != "goods" or draft.cumulative or not donor)
    return "aggregate" if raised else "individual"


def is_own(donor: Party | None, lot: Lot, folded: str) -> bool:
    """Whether a giver is named before the lot in its clause."""
    before = donor is not None and donor.end <= lot.start
    return before and _CLAUSE.search(folded, donor.end, lot.start) is None


def _is_of_many(draft: Draft, folded: str) -> bool:
    """Whether what stands before a sum says that it is the total, or a part, of what many gave."""
    before = folded[max(0, draft.lot.start - LEAD) : draft.lot.start]
    own = is_own(draft.donor, draft.lot, folded)
    own_money = _OWN_MONEY.match(folded, draft.lot.end)
    if (
        _BOX.search(before)
        or (_OF_RAISED.search(before) and not own_money)
        or (not own and _TOTAL.search(before))
    ):
        return True
    return draft.rule == "share-received" and _RAISED.search(before) is not None
