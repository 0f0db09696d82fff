"""Whom a gift is for behind those through whose hands it goes: 汇入红十字会，用于救助灾民; 透过红十字会转交灾区."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, FIGURE

# Who hands on what he is given.
_HANDS_ON = re.compile(
    rf"(?:红十字总?会|红会|慈善(?:总会|协会|会|机构|基金)?|基金总?会|光彩(?:事业)?(?:促进|基金)会|中联办|联络办公室|工商联|[使领]馆|统战部|侨办|侨联|民政[局厅部署]|委员会|专户|专用?账户|代表处|{CHAMBER})$"
)
_PEOPLE = (
    r"(?:家属|遗属|眷属|家庭|伤者|伤员|病人|患者|学生|学子|学童|孤儿|儿童|孩子们?|灾民|灾黎|难民|乡亲|同胞|群众|居民|村民|街坊|市民|老人|长者|户|妇孺|军烈属"
    r"|中小企业?|商户|官兵|义工|志愿者|医护|人员|消防员|耆老|教师|员工|职工|生)"
)
# 抚恤罹难者家属及伤者, 救助西南灾民, 帮助会属中小企恢复经营
_HELPED = re.compile(
    r"(?:抚恤|[赈救接]济(?!金|款)|救助(?!金)|资助(?!金)|帮助|协助|救治|帮扶(?!资金)|慰问(?!金)|补助(?!金)|支持|关爱|援助(?!金)|[慰犒]劳|宴请|招待)了?"
    rf"(?P<to>(?![他她其大该])[^，。；：、{FIGURE}]{{0,14}}?(?:[、及和与][^，。；：、{FIGURE}]{{0,8}}?)?{_PEOPLE})"
    rf"(?=[，。；]|$|们|等|{COUNT}|[重恢渡度完修购解走]|就[读学医]|上学|升学|来[港澳台]|生[活产])"
)
_PLACE = rf"(?:[省市县区州镇乡村]|[两三四]地|{COUNT}{{2}}|灾区|当地|家乡|本地|故乡|疫区)"
# 用于巩义市米河镇重建, 支援池州、铜陵两市灾后重建
_REBUILT = re.compile(
    rf"(?:用[于在作以]|投[入向]|支[援持]|帮助|援助)(?:支[援持]|帮助)?(?P<to>(?![他她其该])[^，。；：{FIGURE}]{{0,18}}?{_PLACE})"
    r"(?:的|各项|部分|等)*(?=灾后|震后|雨后|[倒坍垮]塌|水毁|损毁|恢复|重建|救灾|抗[疫震洪灾]|防[疫控汛]|疫情|受灾|修[复缮]|赈灾|紧急)"
)
# 转四川灾区: where it goes from there
_PASSED_ON = re.compile(
    rf"(?:^|[，、])?(?:再|并|以|[均都])?(?:转(?:往|至|予|给)?|(?:指定)?用[于作])(?P<to>(?![给往至予交账入帐型为])[^，。；：{FIGURE}转]{{2,14}}?(?:灾区|灾民|疫区|受灾[^，。；]{{0,6}}))(?=[，。；]|$)"
)
# 通过郑州慈善总会捐赠
_THROUGH = re.compile(
    rf"(?:通过|透过|经由?|委托)(?P<to>[^，。；：、{FIGURE}]{{0,18}}?(?:红十字总?会|红会|慈善总?会|慈善协会|基金总?会))(?![员长])"
)
_THE_REST = re.compile(r"[，；](?:其余|余款|余下|剩余)")


def before_the_rest(view: str, start: int, end: int) -> int:
    """Where the span stops to speak of a gift: 余款将用于… is another's."""
    rest = _THE_REST.search(view, start, end)
    return rest.start() if rest else end


def hands_on(view: str, found: Party) -> bool:
    """Whether a receiver is one of those that collect for others."""
    return _HANDS_ON.search(view, found.start, found.end) is not None


def helped(view: str, start: int, end: int) -> Party | None:
    """Those whom what the span tells of is to help: people, or a place that is rebuilt."""
    end = before_the_rest(view, start, end)
    found = [m for m in (p.search(view, start, end) for p in (_PASSED_ON, _HELPED, _REBUILT)) if m]
    return Party(*min(found, key=lambda m: m.start()).span("to")) if found else None


def through(view: str, start: int, end: int) -> Party | None:
    """The charity through whose hands a gift goes, where nobody else is named."""
    m = _THROUGH.search(view, start, end)
    return Party(*m.span("to")) if m else None
