"""Where a text names offices: 会长, 永远名誉会长, 党组副书记."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer.names import names

# 委员会, 理事会, 代表团, 书记处 are bodies, 会长单位 is an enterprise, 部长级 a rank.
_BODY = {"委员": "会", "理事": "会长", "董事": "会局长", "监事": "会长", "常委": "会", "中委": "会", "干事": "会长", "代表": "团处大性作", "秘书": "处长", "书记": "处", "主席": "团国台", "大使": "馆", "领事": "馆", "总领事": "馆", "会长": "单企会团", "副会长": "单企会团", "专家": "组库", "律师": "事协函行费", "医师": "协", "税务师": "事协", "会计师": "行", "中校": "长", "教师": "节", "记者": "会站证节协们", "编辑": "部", "摄影": "师家展机作棚", "董事长": "单企会", "校董": "事", "会董": "事", "总监": "事察", "亲王": "医", "协理": "事"}  # fmt: skip
# 商会长期, 医院长远, 副厅长级: the title's last character begins or is part of another word.
_YANGTZE = re.compile(
    r"(?:宁区|沙市|沙理工|春市|治市|乐市|兴县|安区|葛市|征|城)|江(?:路|大桥|流域|三角|[上中下]游|口|隧道|经济带|新区|实业|之|边|畔)"
)
# What somebody is and no body appoints: 经济学家, 作家.
LEARNED = re.compile(r"(?:[^东专]家|学者|诗人|律师|会计师|建筑师)$")
_LONG = frozenset("期远效久级官")


@dataclass(frozen=True, slots=True)
class Title:
    """An office at `start:end`, modifiers included (永远名誉 in 永远名誉会长); without them it begins at `head`."""

    start: int
    end: int
    kind: str
    head: int


def scan(folded: str) -> list[Title]:
    """Every office that the text names, in order and free of overlap."""
    tables = names()
    heads, classes = tables.titles.heads, tables.titles.classes
    found: list[Title] = []
    position, size = 0, len(folded)
    while position < size:
        if folded[position] in heads and (word := tables.titles.at(folded, position)):
            end = position + len(word)
            if _is_office(folded, word, end):
                floor = found[-1].end if found else 0
                found.append(Title(_with_modifiers(folded, position, floor), end, classes[word], position))
                position = end
                continue
        position += 1
    return found


def _is_office(folded: str, word: str, end: int) -> bool:
    following = folded[end : end + 1]
    if following == "单" and not folded.startswith("单位", end):
        return True  # 副会长|单正木
    if following and (following in _BODY.get(word, "") or following in _BODY.get(word[-2:], "")):
        return following == "会" and folded.startswith("会见", end)
    if word == "行长" and folded[end - 3 : end - 1] == "银行" and names().places.at(folded, end - 1):
        return False  # 中国人民银行|长沙中心支行
    return not (word[-1] == "长" and following and (following in _LONG or _YANGTZE.match(folded, end)))


def _with_modifiers(folded: str, start: int, floor: int) -> int:
    modifiers = names().modifiers
    while start > floor and (modifier := modifiers.before(folded, start)) and start - len(modifier) >= floor:
        if _ends_a_name(folded, start - len(modifier), modifier):
            break
        start -= len(modifier)
    return start


def _ends_a_name(folded: str, start: int, modifier: str) -> bool:
    """Whether the modifier at `start` is the end of a name and a verb: ，吴锦常|任副会长."""
    known, name = names(), folded[start - 2 : start] + modifier[0]
    return (
        modifier[1:] == "任"
        and start > 2
        and known.surnames.get(name[0]) == "common"
        and all(c in known.given for c in name[1:])
        and folded[start - 3] in "，、；：。,;:\n "
    )
