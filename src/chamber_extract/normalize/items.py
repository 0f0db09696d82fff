"""The thing that a number counts: the noun after it (3万只医用口罩) or before it (医用口罩3万只).

`counted_nouns.csv` holds the nouns that such a phrase ends with; other nouns count where punctuation
or a verb ends them. All matching is on text folded by `script.fold`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Set
from dataclasses import replace
from functools import cache
from importlib.resources import files

from chamber_extract.normalize.item_edges import CUT, CUT_OTHER, LEAD, STOP, VERB, WORD_BEFORE
from chamber_extract.normalize.tokens import TIME
from chamber_extract.normalize.values import Quantity

LONGEST = 24  # characters of a noun with its modifiers; 可杀灭病毒的医用级杀菌空气净化设备 has 18
LONGEST_HEAD = 8
LONGEST_PLAIN = 5  # characters of a noun of no known head inside an enumeration
LONGEST_UNKNOWN = 8  # and of one that stands alone

_BUILDINGS = frozenset("馆室楼院厂店站库场园所费")
_JOINT = re.compile(r"、|以及|[和及与跟]")
_QUOTED = re.compile('[“"]([^“”"，。；]{2,12})[”"]$')
_STRENGTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?[%度]$")
_MODEL = re.compile(r"[(（][A-Za-z0-9.\-+/ ]{1,12}[)）]")
_WORTH = re.compile(r"(?:价值|总值|市值|货值)(?:约|近|超|超过|逾)?$")
# Units that name what they count, and those after which nothing counted stands.
_WHOLE = frozenset(
    (
        "岁",
        "周岁",
        "届",
        "周年",
        "人次",
        "人",
        "班",
        "代",
        "级",
        "位数",
        "元",
        "小时",
        "点",
        "度",
        "倍",
        "番",
        "成",
        "折",
        "百分点",
        "个百分点",
    )
)
# Units that are the noun themselves: 两国贸易, 三省商会.
_NOUNS = frozenset(("国", "省", "市", "县", "部门", "季度", "周年"))
# Units of people, bodies and affairs: 会员企业300家, but not 捐给会员单位3万只.
_OF_OTHERS = frozenset(
    ("家", "户", "名", "位", "人", "项", "场", "次", "个", "所", "条", "起", "宗", "例", "座", "艘", "架")
)
_BUILT = re.compile("[建捐修]$|捐[献赠]$|打[下出成了]?$")
# By which buildings and wells are counted.
OF_BUILDINGS = frozenset("座间間所栋棟口眼")
_NO_NOUN = tuple("内来前后间里中时起之以左上下被级型式制年月日初末底多余再又即则仍")


@cache
def heads() -> dict[str, str]:
    """The nouns, each `goods`, `building`, `cash`, `mixed` (款物), a `token` of thanks (锦旗), or `other`: what nobody gives away."""
    rows = files(__package__).joinpath("counted_nouns.csv").read_text(encoding="utf-8").splitlines()
    return {row["head"]: row["kind"] for row in csv.DictReader(rows)}


def head_kind(text: str) -> str | None:
    """The kind of the longest noun that ends a noun phrase, None without one and for `other`."""
    kind = _kind(text)
    return None if kind == "other" else kind


def _kind(text: str) -> str | None:
    return next(
        (
            heads()[text[i:]]
            for i in range(max(0, len(text) - LONGEST_HEAD), len(text))
            if text[i:] in heads()
        ),
        None,
    )


def head_end(text: str) -> int | None:
    """Where the last known noun in the text ends, None without one."""
    known = heads()
    for end in range(len(text), 0, -1):
        if any(text[start:end] in known for start in range(max(0, end - LONGEST_HEAD), end)):
            return end
    return None


def with_items(text: str, folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of a text, which is given folded too, each with the noun that it counts."""
    if not quantities:
        return quantities
    starts = {q.start for q in quantities}
    ends = {q.end for q in quantities}
    found = []
    for q in quantities:
        span = item_of(folded, q, starts, ends)
        if span is not None:
            q = replace(q, item=text[slice(*span)], item_start=span[0], item_end=span[1])
        found.append(q)
    return found


def item_of(folded: str, q: Quantity, starts: Set[int], ends: Set[int]) -> tuple[int, int] | None:
    """Where the counted noun stands: a count takes the goods just before it, money those after it.

    `starts` and `ends` are those of all figures, which no noun runs over.
    """
    if (
        q.kind == "ordinal"
        or q.unit in TIME
        or q.unit in _NOUNS
        or (q.kind == "number" and folded[q.number_end - 1] not in "万亿")
    ):
        return None
    before = None if q.kind in ("percent", "ratio", "number") else item_before(folded, q, ends)
    if before and q.kind != "money":
        # 医院200名员工 counts what follows, 口罩5万只 what came before.
        return (_kind(folded[slice(*before)]) == "other" and _after(folded, q, starts)) or before
    if before and not folded[before[1] : q.start].strip(" \u3000") and before[1] < q.start:
        before = None  # 天和食品 20万元: a name and what it gave
    return _after(folded, q, starts) or before


def _after(folded: str, q: Quantity, starts: Set[int]) -> tuple[int, int] | None:
    apart = q.kind in ("count", "measure") and folded.startswith(" ", q.end)
    after = item_after(folded, q.end + apart, starts)
    if after is None:
        return None
    kind = _kind(_MODEL.sub("", folded[slice(*after)]))
    if q.kind == "money":
        # 10万元支援风灾重建 names a purpose.
        worth = _WORTH.search(folded, max(0, q.start - 6), q.start) and folded.startswith("的", q.end)
        return after if worth or kind not in (None, "other") else None
    if q.kind in ("percent", "ratio"):
        return after if kind and folded.startswith("的", q.end) else None
    return after if kind or not (apart or q.kind == "number" or q.unit in _WHOLE) else None


def item_after(folded: str, position: int, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase that starts at the position, just after a figure."""
    lead = LEAD.match(folded, position, position + LONGEST)
    start = lead.end() if lead else position
    end, limited = _run(folded, start, figures)
    relative = folded.rfind("的", start, end)
    if relative >= 0 and head_end(folded[start:relative]) == relative - start:
        end, limited = relative, False  # 18万只口罩的包机
    elif relative >= 0:
        start = relative + 1  # 100台可杀灭病毒的空气净化设备
    if end <= start:
        return None
    last = head_end(folded[start:end])
    if not last or _kind(folded[start : start + last]) == "other":
        return _plain(folded, start, end, limited)
    if folded[start + last : start + last + 1] in _BUILDINGS:  # 图书 in 图书馆
        return None
    end = start + last
    model = _MODEL.match(folded, end)
    end = _enumeration(folded, model.end() if model else end, figures)
    return (start, end) if end - start <= LONGEST * 2 else None


def _plain(folded: str, start: int, end: int, limited: bool) -> tuple[int, int] | None:
    """People, bodies and affairs up to the first verb: 会员企业 of 会员企业积极响应."""
    verb = VERB.search(folded, start, end)
    if verb:
        end, limited = verb.start(), False
    last = head_end(folded[start:end])
    if last:
        return start, start + last
    known = not limited and 1 < end - start <= LONGEST_UNKNOWN and not folded.startswith(_NO_NOUN, start)
    return (start, end) if known else None


def _run(folded: str, start: int, figures: Set[int]) -> tuple[int, bool]:
    """Where the run of characters that may belong to one noun phrase ends; True where only its length ends it."""
    limit = min(len(folded), start + LONGEST)
    stop = STOP.search(folded, start, limit)
    end = stop.start() if stop else limit
    figure = next((i for i in range(start, end) if i in figures), None)
    if figure is not None:
        return figure, False
    return end, stop is None and end < len(folded)


def _enumeration(folded: str, end: int, figures: Set[int]) -> int:
    """Where 口罩、手套和防护服等物资 ends, given the end of its first noun; `end` where a figure joins in."""
    first, nouns = end, 1
    while joint := _JOINT.match(folded, end):
        start = joint.end()
        stop, _ = _run(folded, start, figures)
        last = head_end(folded[start:stop])
        known = last and start + last == stop
        plain = joint.group() == "、" and 0 < stop - start <= LONGEST_PLAIN  # 米、面、油等物资
        if start in figures or not (known or plain) or stop in figures:
            return end if nouns > 1 and start not in figures else first
        end, nouns = stop, nouns + 1
    if folded.startswith("等", end):
        stop, _ = _run(folded, end + 1, figures)
        last = head_end(folded[end + 1 : stop])
        if last:
            return end + 1 + last
    return end


def item_before(folded: str, q: Quantity, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase that ends just before a figure: goods, or people and bodies of a count of such."""
    position = q.start
    lowest = max(0, position - LONGEST)
    floor = next((i for i in range(position, lowest, -1) if i in figures), lowest)
    left = folded[floor:position]
    glue = WORD_BEFORE.search(left)
    end = floor + (glue.start() if glue else len(left))
    quoted = _QUOTED.search(folded, floor, end)
    if quoted and head_kind(quoted[1]) == "goods":  # “爱心书包”300个
        return quoted.span(1)
    if folded[floor:end].endswith("等") and head_kind(folded[floor : end - 1]) == "goods":
        end -= 1  # 方便面、火腿肠等2.3万箱
    head = _kind(folded[floor:end])
    if not head or head == "cash":  # 捐款10万元 names no goods
        return None
    if head == "other":
        several = q.kind == "count" and q.unit in _OF_OTHERS and q.amount.value != 1
        return _others_before(folded, floor, end) if several else None
    start = _element(folded, floor, end)
    # 口罩、消毒液等防疫物资3万件 counts all of it; 口罩3万只、手套2万双 counts the last noun alone.
    while start > floor and (joint := _joint_before(folded, start)):
        element = _element(folded, floor, joint)
        if joint in figures or element in figures or element >= joint or not head_kind(folded[element:joint]):
            break
        start = element
    if strength := _STRENGTH.search(folded, max(0, start - 6), start):  # 75%酒精200瓶
        start = strength.start()
    joined = start - 1 in figures and folded[start - 1] in "、和及与" and q.unit in OF_BUILDINGS
    built = q.kind == "count" and (_BUILT.search(folded, max(0, start - 2), start) or joined)
    if head == "building" and not built:  # 捐建校舍两间, but not 捐给医院60万只
        return None
    return (start, end) if start < end and folded[start] != "每" else None


def _others_before(folded: str, floor: int, end: int) -> tuple[int, int] | None:
    start = _element(folded, floor, end)
    for cut in CUT_OTHER.finditer(folded, start, end):
        start = cut.end() if cut.end() < end else start
    to_whom = folded[start - 1 : start] in tuple("给向为往到予与")
    return (start, end) if not to_whom and _kind(folded[start:end]) else None


def _element(folded: str, floor: int, end: int) -> int:
    """Where the noun that ends at `end` starts: after punctuation, a conjunction, a verb or a particle."""
    start = floor
    for i in range(end - 1, floor - 1, -1):
        if folded[i] >= "\U0001f000" or folded[i] in "，,。.；;：:、！!？?（）()《》“”—\"' \t\n和及与…●■▲◆|":
            start = i + 1
            break
    for cut in CUT.finditer(folded, start, end):
        if cut.end() < end and head_end(folded[cut.end() : end]):
            start = cut.end()
    return start


def _joint_before(folded: str, start: int) -> int | None:
    """Where the conjunction that ends at `start` begins, None without one."""
    for joint in ("以及", "、", "和", "及", "与"):
        if folded.startswith(joint, start - len(joint)):
            return start - len(joint)
    return None
