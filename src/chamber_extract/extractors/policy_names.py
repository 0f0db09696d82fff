"""What a mention of a policy says, and the marks of a list entry that its readers share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer.issuers import Body
from chamber_extract.models import PolicyKind
from chamber_extract.normalize.document_numbers import DocumentNumber
from chamber_extract.text import Text


@dataclass(frozen=True, slots=True)
class PolicyName:
    """What a mention of a policy says: a title (clean, without its marks) or a number.

    `issuers` are the bodies that the words before it name, for a number of a series those that are
    part of the mention. `agency` is what the number names for its issuer, as written: the code, or the
    words before a series. `short` titles are an instrument's bare name (《办法》), which says which policy
    only together with an earlier mention or an issuer.
    """

    title: str | None = None
    number: DocumentNumber | None = None
    kind: PolicyKind = "other"
    issuers: tuple[str, ...] = ()
    agency: str = ""
    short: bool = False


LABEL = re.compile(
    r"【?(?:(?P<issuer>(?:发文|发布|颁布|印发|制定|颁发|公布|发证)(?:单位|机关|机构|部门)|发[文布]者)"
    r"|(?P<date>(?:发文|发布|印发|颁布|公布|成文|制发|签发)(?:时间|日期))"
    r"|(?P<number>(?:发文)?(?:文号|字号|文件编号|文件号))"
    r"|(?P<url>(?:原文|全文|文件|政策|网页|来源|查看|详情|官方)?(?:链接|网址|地址)|(?:查看|阅读)?原文))"
    r"(?:[ \t]*】[ \t]*:?|[ \t]*:)"
)
# What an entry of a list begins with: a number, a bullet, a label.
LIST_MARK = (
    r"(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、．)][ \t\u3000]*|\([\d一二三四五六七八九十]{1,3}\)[ \t]*"
    r"|[①-⑳◎●■◆▲·*•※★—-][ \t]*|第?\d{1,3}[ \t]+|【?(?:标题|题名|名称|文件名称?|政策名称?|文件标题)(?:】[ \t]*:?|[ \t]*:)[ \t]*)+"
)


# Meetings, and words that leave open whose government it is.
_NO_ISSUER = re.compile("(?:会议|會議|大会|大會)$|^(?:当局|當局|政府|有关部门|有關部門)$")


def names(text: Text, bodies: tuple[Body, ...]) -> tuple[str, ...]:
    """The bodies' names as written; meetings and an unnamed government are no issuers."""
    written = (text.clean[b.start : b.end].strip() for b in bodies)
    return tuple(dict.fromkeys(n for n in written if not _NO_ISSUER.search(n)))
