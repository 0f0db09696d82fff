"""What a mention of a policy says, and the marks of a list entry that its readers share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.extractors.policies.acts import PUBLISHED
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.issuers import Body
from chamber_extract.models import PolicyKind
from chamber_extract.normalize.document_numbers import DocumentNumber
from chamber_extract.segment import Span
from chamber_extract.text import Text


@dataclass(frozen=True, slots=True)
class PolicyName:
    """What a mention of a policy says: a title (clean, without its marks) or a number.

    `issuers` are the bodies that the words before it name, for a number of a series those that are
    part of the mention. `agency` is what the number names for its issuer, as written: the code, or the
    words before a series. `short` titles are an instrument's bare name (《办法》), which says which policy
    only together with an earlier mention or an issuer. `entry` is the span of the list's entry that tells of the policy
    and of nothing else, `day` that of the day which it gives for its issue. `told` are the words of the acts among which the
    day of issue stands, first those most to be relied on.
    """

    title: str | None = None
    number: DocumentNumber | None = None
    kind: PolicyKind = "other"
    issuers: tuple[str, ...] = ()
    agency: str = ""
    short: bool = False
    entry: Span | None = None
    day: Span | None = None
    told: tuple[Span, ...] = ()


_S = r"[ \t\u3000]{0,6}"  # 标　　题, 文　号: words spread over the width of a column
LABEL = re.compile(
    rf"【?(?:(?P<issuer>(?:发{_S}文|发{_S}布|颁布|印发|制定|制发|颁发|公布|发证){_S}(?:单{_S}位|机{_S}关|机{_S}构|部{_S}门)|发[文布]者)"
    rf"|(?P<date>(?:发{_S}文|发{_S}布|印{_S}发|颁{_S}布|公{_S}布|成{_S}文|制发|签发|生成|刊宪){_S}(?:时{_S}间|日{_S}期))"
    rf"|(?P<number>(?:发文{_S}|发布{_S})?(?:文{_S}号|字{_S}号|文件编号|文件号|编号(?=】?[ \t]*:[ \t]*(?:(?:19|20)\d\d年)?第)))"
    r"|(?P<url>(?:原文|全文|文件|政策|网页|来源|查看|详情|官方)?(?:链接|网址|地址)|(?:查看|阅读)?原文))"
    r"(?:[ \t]*】[ \t]*:?|[ \t]*:)"
)
# What stands before a title: 标题:, 文件名称:, 【政策名称】.
TITLE_LABEL = (
    rf"【?(?:标{_S}题|题{_S}名|名{_S}称|文件名称?|政策名称?|(?:公文|法规|法律|法例|条例|规例|规章|公告|通知|通告|办法)名称|文件标题)"
    r"(?:】[ \t]*:?|[ \t]*:)"
)
# What an entry of a list begins with: a number, a bullet, a label.
LIST_MARK = (
    r"(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、．)][ \t\u3000]*|\([\d一二三四五六七八九十]{1,3}\)[ \t]*"
    r"|[①-⑳◎●■◆▲▶►◇□☆✅·*•※★—\U0001f300-\U0001faff-]\ufe0f?[ \t]*|\d\ufe0f?\u20e3|第?\d{1,3}[ \t]+|(?:政策|文件)[\d一二三四五六七八九十]{1,3}[ \t\u3000:、.]+"
    rf"|{TITLE_LABEL}[ \t]*)+"
)

# Of a label or the head of a column: its day is another than that of issue.
OTHER_DAY = "实施|施行|生效|执行|废止|截止|失效|到期|有效|修[订改正]"
# Words about a document, not its title: 省医保局即将出台的集采细则, 各单位要认真学习国务院的通知.
TOLD = re.compile(
    rf"(?:{PUBLISHED}|制定)(?:的|了|(?:通知|公告|通告|意见|方案|文件)$)"
    "|修[订改正]后?的|^(?:以及|根据|按照|依据|参照|各)|作[出了]|学习|传达|解读|座谈|会议$|各(?:有关)?(?:部门|单位)"
)

# What ends the line of an entry: its day, and in a contents list its page (……（3）, ······ 4, 14, （5）).
DAY = r"(?:[ \t\u3000]*+[(（]?(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[)）]?)?[ \t\u3000]*+"
LINE_END = rf"{DAY}(?:[.．…·‥⋯]{{2,}}+[ \t\u3000.．…·‥⋯]*+(?:\(?\d{{1,4}}\)?)?|(?<=[ \t\u3000])\d{{1,4}}|\(\d{{1,4}}\))?[ \t\u3000]*+(?:\n|\Z)"

# Meetings, the head of state, who promulgates, and words that leave open whose government it is.
_NO_ISSUER = re.compile(
    "(?:(?<!行政)(?<!部长)(?:会议|會議)|(?<!人民代表)(?:大会|大會)|主席|总统|總統)$|^(?:当局|當局|政府|有关部门|有關部門)$"
)


def names(text: Text, bodies: tuple[Body, ...]) -> tuple[str, ...]:
    """The bodies' names as written; meetings, heads of state and an unnamed government are no issuers."""
    written = (issuers.without_term(text.clean, b).strip() for b in bodies)
    return tuple(dict.fromkeys(n for n in written if not _NO_ISSUER.search(n)))
