"""Whether a gift is of one giver, or the total of what several gave; the first step that knows decides.

1. The giver's name says how many it is of (`how_many`): 公司员工, 募捐箱; 一位会员, and each of 各捐10万元; 各界, 会员们.
2. What was known when the figure was read: it was taken in or raised, or sums up what several were said to give.
3. The words before the figure tell that many brought it together: 将募得的, 会员捐来的, 席间拍卖所得, 以上合计, 捐款总额达.
   What may be of one's own is so for a person or a firm: 凑足, 卖得.
4. The words behind it tell that others have a part in it: 其中商会本身拨出10万元, 该款系会员乐捐.
5. Else whoever is named gave it in his own name; so did a few who are named one by one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from chamber_extract.gazetteer import table
from chamber_extract.models import DonationKind, Scope
from chamber_extract.normalize.script import fold
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.wording import Party, is_person

LEAD = 80  # characters of its sentence before a figure that say how it came together
FOLLOWING = 160  # characters behind a sum in which its parts are told
TOLD = 16  # characters before a gift in which it is said to be what was given over time
_CLAUSE = re.compile(r"[，。；,;]")


def scope(draft: Draft, name: str | None, kind: DonationKind, folded: str, view: str) -> Scope:
    """`aggregate` for what several gave, and for what a body raised from many."""
    name = fold(name or "")
    before = folded[max(draft.sentence.start, draft.lot.start - LEAD) : draft.lot.start]
    givers = how_many(draft, name, before, folded)
    if givers:
        return "aggregate" if givers == "several" else "individual"
    alone = draft.donor is not None and (is_person(view, draft.donor) or _FIRM.search(name) is not None)
    several = (
        draft.gathered
        or _is_of_total(draft, before, folded)
        or _came_together(draft, before, kind, folded, alone=alone)
        or (kind != "goods" and _has_other_parts(draft, before, folded))
    )
    return "aggregate" if several else "individual"


def how_many(draft: Draft, name: str, before: str, folded: str) -> Literal["one", "several"] | None:
    """Of how many a giver is by his name; None for a body, a person, a firm and nobody."""
    if _PEOPLE.search(name) and not _SOMEONE.match(name):
        return "several"
    donor = draft.donor
    shares = draft.respectively or _SHARES.search(before)
    if draft.each or _ONE.search(name) or (shares and _CLOSES.search(name)):
        return "one"
    if donor and _ONE_BEFORE.search(folded, max(0, donor.start - TOLD), donor.start):
        return "one"
    if donor and _OFFICES.fullmatch(name) and _TOGETHER.search(folded, donor.end, draft.lot.start):
        return "several"
    if name.startswith(_words("opens")) or (donor and donor.plural):
        return "several"
    return None


@cache
def _words(says: str) -> tuple[str, ...]:
    """The words of the table that say this, the longest first."""
    return tuple(
        sorted((r["word"] for r in table("gift_totals") if r["says"] == says), key=len, reverse=True)
    )


def _any(says: str) -> str:
    return f"(?:{'|'.join(_words(says))})"


# The people of a body, whose number is not told, and what many put something into.
_PEOPLE = re.compile(
    rf"{_any('people')}$|{_any('into')}$|各(?:会员|地|级|区|属会|分会)[^，]{{0,6}}$|[及和与](?:其|全体|所属)*(?:会员|会董)|(?:会员|会董|员工)[及和与]家属"
    r"|(?:单位|企业|机构|团体|会员)[和及与、]个人$|^(?:常务|名誉)?(?:理|监|理监|会|董)[事董](?:们)?$|[0-9一二三四五六七八九十百余多][人位名]$"
)
_SOMEONE = re.compile(r"(?:有)?[一某][名位个](?!.*[及和与])")  # 一位退休的职工
_ONE = re.compile(
    r"(?<![十百千万零〇])一[名位个家间对]|某[位名个家]|无名氏|[匿隐]名|(?<!会员)(?<!商会)(?<!协会)(?<!上述)的企业$|家族企业$|(?:企业|公司|[厂店])“[^”]+”$|^不[^，]{0,4}名的?(?!.*们$)"
    r"|(?:先生|女士|小姐|伉俪|夫妇)$|^(?!.*(?:[家个等各、及和与]|会员|[所下]属)).*(?:有限|股份)公司$"
)
_ONE_BEFORE = re.compile(r"一[位名](?:[^，。；]{0,12}的)?$")  # 一位不愿透露姓名的|餐馆业主
# 昆明、贵阳等地商会, 甲、乙三家侨团 before 分别: what ends the list is no number of the last.
_SHARES = re.compile("分别[^。；]{0,40}$")
_CLOSES = re.compile(
    r"等[^、]{0,4}[会馆司业]$|[0-9一两二三四五六七八九十]+[家个间](?:侨团|社团|商会|协会|企业|公司|单位|团体)$"
)
# 副会长合捐36万元: those who hold the office.
_OFFICES = re.compile(r"(?:常务|名誉|荣誉|永远|执行|首席)*副?(?:会长|主席|理事长|监事长|顾问)")
_TOGETHER = re.compile("合|共捐")
_FIRM = re.compile(r"公司|集团|企业$|[厂店行楼]$|酒家$")


def _is_of_total(draft: Draft, before: str, folded: str) -> bool:
    """Whether what stands before a sum says that it is the total, or a part, of what many gave."""
    if _OF_RAISED.search(before) and not _OWN_MONEY.match(folded, draft.lot.end):
        return True
    if not is_own(draft.donor, draft.lot, folded) and _TOTAL.search(before):
        return True
    return draft.rule == "share-received" and _RAISED.search(before) is not None


# 善款中的80万元, and 箱: what was put into it
_OF_RAISED = re.compile(r"(?:善款|捐款)[中里]的?[^，。；;]*$|(?:捐款?|功德|爱心)箱[^，。；一-鿿]*$")
_OWN_MONEY = re.compile(
    r"则?[是为由系][^，。；]{0,16}(?:本身|自身|本人|个人|公款|会费|储备)"
)  # 是商会本身拨出
# 以上各项连同会员捐款, 连同首批; 捐款总额增至, 捐款累计 of nobody named
_TOTAL = re.compile(
    r"(?:(?<![岁元名人万个家])以上|上述|连同[前各]项)[^。；;]*(?:合计|[共总]计|总额|总共)[^。；;]*$|连同[^，。；;]{0,2}(?:首|前|第.)[批期笔次][^。；;]*$"
    r"|(?<!其)(?:捐款|善款|募款|筹款|认捐|捐赠)(?:(?:总[额数]|金?额)[^。；;]{0,24}|[已现也]*(?:增至|增加|升至|达到?|累[计积])[^，。；;]{0,6})$"
)
_RAISED = re.compile("[募筹][得集募款][^。；;]*$")  # 首批募得的2560万日元分送三县，其中宫城县1200万


def _came_together(draft: Draft, before: str, kind: DonationKind, folded: str, *, alone: bool) -> bool:
    """Whether the words before a figure tell that many brought it together; persons and firms may put together their own."""
    if _is_handed_on(draft, before, folded) or _is_of_years(draft, before, kind, folded):
        return True
    if not alone and _is_taken_in(draft, before, folded):
        return True
    of_own = draft.form in _SOLD or (draft.rule == "after-verb" and draft.form[:1] == "凑")
    raised = draft.action == "raise" and not of_own
    raised = raised or (not alone and (of_own or _BROUGHT_IN.search(before) is not None))
    return raised and (kind != "goods" or draft.cumulative or not draft.donor)


_SOLD = frozenset("得款 拍得 卖得 售得".split())
# 席间拍卖书画九幅，再得2万元; 在超市放置募捐箱，至中午得3万欧元
_BROUGHT_IN = re.compile(
    rf"{_any('occasion')}[^。；]{{0,40}}?(?:{_any('income')}|(?<![所获取赢])得)(?:的|共|约|逾|近|达|善款|款项)*$"
)


def _is_handed_on(draft: Draft, before: str, folded: str) -> bool:
    """Whether it was raised, or given by members, before it is handed on; what a body raised it may give as its own.

    将募得的3万元交到 and 会员交来的善款, not 将募集的8000万基普捐赠; 筹集的2000套 may be the body's own.
    """
    found = _RAISED_THAT.search(before)
    if found is None or found[0][0] not in _RAISES:
        return found is not None
    return (draft.lot.money is not None or found[0][0] != "筹") and not _GIVEN.match(folded, draft.lot.end)


_RAISED_THAT = re.compile(
    r"(?:[募筹][集得到获足]|[收征]集)(?:到|得|了)?的[^，。；:：]{0,8}$"
    rf"|{_any('member')}(?<!个人)[们家]?(?:企业|单位)?(?:所?[捐凑缝织制]|[送交捐寄][来出献赠给]|[募筹收]集)+的[^，。；:：]{{0,8}}$"
)
_RAISES = frozenset("募筹收征")
_GIVEN = re.compile(r"[^，。；]{0,40}捐")


def _is_of_years(draft: Draft, before: str, kind: DonationKind, folded: str) -> bool:
    """Whether it is what was given in all: 商会累计捐款捐物, where its members' gifts count in; 共捐款 of whoever gave."""
    beside = folded[max(draft.sentence.start, draft.start - TOLD) : draft.lot.figure.start]
    over_time = kind == "mixed" and _OVER_TIME.search(beside) and not _OVER_YEARS.search(before)
    return draft.cumulative and bool(over_time or not (draft.donor or draft.lot.count))


_OVER_TIME = re.compile("累|总[计额]")  # 共计 only adds up the kinds of one gift
_OVER_YEARS = re.compile(r"[多几来\d一二三四五六七八九十]年[来间]|成立(?:至今|以来)|历年|届")


def _is_taken_in(draft: Draft, before: str, folded: str) -> bool:
    """Whether it came in from many: who took it in is named, members were called on, or it is 善款 without a verb."""
    taken = draft.lot.money or not draft.donor or is_own(draft.donor, draft.lot, folded)
    if taken and _TAKEN_IN.search(before):
        return True
    verbless = draft.rule in ("beside-noun", "likely") and _OF_GIFTS.search(before) is not None
    return verbless or _CALLED.search(before) is not None or _COUNTED.search(before) is not None


_TAKEN_IN = re.compile(
    r"(?:[实累共计续再]收|收到|收得|接获|接收|收集)到?了?(?:善款|义款|捐款|赈款|现款|现金|义捐金|总计|共|计|约|逾|近)*$"
)
_OF_GIFTS = re.compile(r"(?:善款|义款|赈款|捐款|义捐金)[^，。；:：者人]{0,8}$")
_CALLED = re.compile(
    rf"(?:组织|号召|发动|动员|带领|引导|倡议|鼓励)[^，。；]{{0,6}}{_any('member')}[^。；]{{0,24}}(?:累计|共)[^，。；]{{0,8}}$"
)
# 公会在各地的3200多名业主捐款
_COUNTED = re.compile(
    r"(?:^|[，。；])[^，。；向给为对]{0,30}(?!一[名位家户])[0-9一二三四五六七八九两十百千万余多几]{1,8}[名位家户][^，。；向给为对各分]{1,8}捐[款资出献了]?[^，。；捐]{0,6}$"
)


def _has_other_parts(draft: Draft, before: str, folded: str) -> bool:
    """Whether what is told behind a sum, which is no part itself, says that others have a part in it."""
    whole = draft.action != "purchase" and _PART.search(before) is None
    return whole and _PARTS.match(folded, draft.lot.end, draft.lot.end + FOLLOWING) is not None


_PART = re.compile(r"其中|当中|款项|[善捐]款[中里]|其余")
_OWN_PART = r"(?:[^，。；]{0,12}(?:本身|本会|会方|自身)|[^，。；]{0,8}[由从][^，。；]{0,12}(?:会费|公款|公积金|储备|基金))[^，。；]{0,8}[捐拨出]"
_PARTS = re.compile(
    r"[（(](?:其中|含|内含)?[^（()）]{0,4}(?:会长|主席|理事长|会员)[^（()）]{2,30}[元镑铢盾][)）]"
    rf"|[^。；]{{0,40}}[，。；（(](?:[^，。；]{{1,12}}[说称示]，)?"
    rf"(?:(?:其中|当中){_OWN_PART}|(?:[该此]款|这笔[^，。；]{{0,4}}|款项|善款)[^，。；]{{0,6}}[系为是由自][^，。；]{{0,12}}{_any('member')}[^。；]{{0,16}}[捐献凑集出])"
)


def is_own(donor: Party | None, lot: Lot, folded: str) -> bool:
    """Whether a giver is named before the lot in its clause."""
    before = donor is not None and donor.end <= lot.start
    return before and _CLAUSE.search(folded, donor.end, lot.start) is None
