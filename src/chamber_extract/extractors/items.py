"""The thing that a figure counts: the noun after it (3万只医用口罩) or before it (医用口罩3万只)."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from chamber_extract.gazetteer import table

LONGEST = 24  # characters of a noun with its modifiers; 可杀灭病毒的医用级杀菌空气净化设备 has 18

# What ends the noun after a figure: punctuation, a conjunction, a verb, a preposition.
_STOP = re.compile(
    r"[，,。；;：:、！!？?（）()《》“”\"'\s\n…~]|\.(?![0-9])|以及|和|及|与|同|或|并|等|[已将把在由从]|(?<![棉毛])被(?![子褥服])|用于|运[抵往回到送上]|送[达往到抵去给交]|寄|捐[给往助献出款]|通过"
    r"|赠[送予给与]?|[给为向至于]|驰援|支援|转[运交]|移交|清点|第一时间|目前|正在|搭乘|陆续|分[别批]|共计?|合计|总计|总?价值|约合|折合|约|作为?|以|供(?![电水气暖氧热应])|帮助|支持|发放|投入"
    r"|来自|进行|到位|顺利|成功|全部|均|都|也|还|再|随|且|每|各|装|交|了|过|是|有|予|助力|驶|抗击|[兴修援改扩重][建造筑缮]|建[设造立]|设立|成立|资助|救助|购[买置]|协助|赈济|扶助|添置|作|援助(?=[^医物防抗口])|随后"
)
_LEAD = re.compile(
    r"(?:[（(][^（()）]{1,40}[)）](?=的))?(?:总?(?:价值|值)?(?:左右|以上|上下)?的|(?:总?(?:价值|值)))?(?:(?:进口|捐赠|援助|爱心|捐助|支援|赠送|募集|筹集|采购|各类|各种|多种|重要|急需的)的?)*"
)
_WORD_BEFORE = re.compile(
    r"(?:[（(][^（()）]{1,20}[)）])?(?:共计|合计|总计|累计|一共|总共|大约|共|各|约|近|逾|超过?|达到?|已|为|：|:| |总?数?量|总?价?值|总?造价|总价|市值|货值|折[合款价算]|金额|总额|合)*$"
)
# What a noun before a figure cannot hold: it starts after the last of these.
_CUT = re.compile(
    r"捐(?:赠|款|献|助|出|送|给|资)?了?|赠送?(?:给|予)?了?|采购|购[买置得入]|订购|[募筹](?:集|得|措|到|款)到?了?|提供|包括|包含|包|含有?|收到|接收|送[去上来达往到]|运[抵往回送]|发[放往运]|派[发送]|分发|寄[往送出]|拿出|援助了?"
    r"|支援了?|捐物|[带捎][来去]|的|[将把了为给向与以到有是于出从由着过]|(?<![医家专民急备军日食饮学商兽])用(?![品具水药车油器料])|各[类种项]|其中|生产|加工|调[拨运集]|连同|累计|总计|另有?|以及|还|急需|装(?:载(?!机)|有)|搭载|折合|价值|获|得|共|已|分别|资助|再"
)
_BUILDINGS = frozenset("馆室楼院厂店站库场园所费")
_JOINT = re.compile(r"、|以及|[和及与跟]")
_MODEL = re.compile(r"[(（][A-Za-z0-9.\-+/ ]{1,12}[)）]")


@cache
def heads() -> dict[str, str]:
    """Goods, and what stands for money given: noun to `goods`, `cash` or `mixed`."""
    return {row["head"]: row["kind"] for row in table("goods")}


LONGEST_HEAD = 6
LONGEST_PLAIN = 5  # characters of a noun of no known head inside an enumeration


def head_end(text: str) -> int | None:
    """Where the last noun of goods or money in the text ends, None without one."""
    for end in range(len(text), 0, -1):
        if any(text[start:end] in heads() for start in range(max(0, end - LONGEST_HEAD), end)):
            return end
    return None


def head_kind(text: str) -> str | None:
    """`goods`, `cash` or `mixed` for a noun phrase by the longest noun that ends it, None otherwise."""
    return next(
        (
            heads()[text[i:]]
            for i in range(max(0, len(text) - LONGEST_HEAD), len(text))
            if text[i:] in heads()
        ),
        None,
    )


def item_after(folded: str, position: int, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase that starts at the position, just after a figure."""
    lead = _LEAD.match(folded, position, position + LONGEST)
    start = lead.end() if lead else position
    end = _run(folded, start, figures)
    relative = folded.rfind("的", start, end)
    if relative >= 0 and head_end(folded[start:relative]) == relative - start:
        end = relative  # 18万只口罩的包机
    elif relative >= 0:
        start = relative + 1  # 100台可杀灭病毒的空气净化设备
    if end <= start:
        return None
    last = head_end(folded[start:end])
    if last and folded[start + last : start + last + 1] in _BUILDINGS:  # 图书 in 图书馆
        return None
    end = start + last if last else end
    model = _MODEL.match(folded, end)
    if model and last:
        end = model.end()
    if last and end - start > 0:
        end = _enumeration(folded, end, figures)
    return (start, end) if end - start <= LONGEST * 2 else None


def _run(folded: str, start: int, figures: Set[int]) -> int:
    """Where the run of characters that may belong to one noun phrase ends."""
    limit = min(len(folded), start + LONGEST)
    stop = _STOP.search(folded, start, limit)
    end = stop.start() if stop else limit
    return next((i for i in range(start, end) if i in figures), end)


def _enumeration(folded: str, end: int, figures: Set[int]) -> int:
    """Where 口罩、手套和防护服等物资 ends, given the end of its first noun; `end` where a figure joins in."""
    first, nouns = end, 1
    while joint := _JOINT.match(folded, end):
        start = joint.end()
        stop = _run(folded, start, figures)
        last = head_end(folded[start:stop])
        known = last and start + last == stop
        plain = joint.group() == "、" and 0 < stop - start <= LONGEST_PLAIN  # 米、面、油等物资
        if start in figures or not (known or plain) or stop in figures:
            return end if nouns > 1 and start not in figures else first
        end, nouns = stop, nouns + 1
    if folded.startswith("等", end):
        stop = _run(folded, end + 1, figures)
        last = head_end(folded[end + 1 : stop])
        if last:
            return end + 1 + last
    return end


def item_before(folded: str, position: int, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase of goods that ends at the position, just before a figure."""
    floor = next(
        (i for i in range(position, max(0, position - LONGEST), -1) if i in figures),
        max(0, position - LONGEST),
    )
    left = folded[floor:position]
    glue = _WORD_BEFORE.search(left)
    end = floor + (glue.start() if glue else len(left))
    head = head_kind(folded[floor:end])
    if not head or head == "cash":  # 捐款10万元 names no goods
        return None
    start = _element(folded, floor, end)
    # 口罩、消毒液等防疫物资3万件 counts all of it; 口罩3万只、手套2万双 counts the last noun alone.
    while start > floor and (joint := _joint_before(folded, start)):
        element = _element(folded, floor, joint)
        if joint in figures or element in figures or element >= joint or not head_kind(folded[element:joint]):
            break
        start = element
    if head == "building" and folded[start - 1 : start] != "建":  # 捐建校舍两间, but not 捐给医院60万只
        return None
    return (start, end) if start < end else None


def _element(folded: str, floor: int, end: int) -> int:
    """Where the noun that ends at `end` starts: after punctuation, a conjunction, a verb or a particle."""
    start = floor
    for i in range(end - 1, floor - 1, -1):
        if folded[i] in "，,。.；;：:、！!？?（）()《》“”\"' \t\n和及与…●■▲◆":
            start = i + 1
            break
    for pattern in (_verbs(), _CUT):
        for cut in pattern.finditer(folded, start, end):
            if cut.end() < end and head_end(folded[cut.end() : end]):
                start = cut.end()
    return start


@cache
def _verbs() -> re.Pattern[str]:
    """The verbs that only mean giving; none of them is part of a noun of goods."""
    forms = sorted(
        (r["form"] for r in table("gift_verbs") if r["strength"] == "sure" and len(r["form"]) > 1), key=len
    )
    return re.compile("|".join(map(re.escape, reversed(forms))))


def _joint_before(folded: str, start: int) -> int | None:
    """Where the conjunction that ends at `start` begins, None without one."""
    for joint in ("以及", "、", "和", "及", "与"):
        if folded.startswith(joint, start - len(joint)):
            return start - len(joint)
    return None
