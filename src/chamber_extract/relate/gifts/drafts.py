"""A draft of a gift: a lot, and what the clauses say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chamber_extract.mention import Mention
from chamber_extract.models import Action, DonationKind
from chamber_extract.relate.gifts.lots import Lot
from chamber_extract.relate.gifts.parties.wording import Party
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

# The rules of rows and lines, where blanks part figures and a column names the giver.
COLUMNS = frozenset[Rule]({"table-row", "table-cell", "list-line"})


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
