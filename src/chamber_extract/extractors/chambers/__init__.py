"""Names of chambers, associations and federations.

The head noun (商会, 协会, 工商联 …) is the trigger; the name is read leftward from it. Where it begins is decided
by what names of bodies begin with, a place or a scope (甘肃省, 全荷兰, 在日, 中国, 世界), and by the words that
cannot stand in a name (verbs, offices, particles: gazetteer `name_breaks`). What no place opens is reported as an
elliptical, short or bare form; `relate.aliases` says which chamber is meant, if any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chamber_extract.extractors.chambers.edges import LEVEL, after_breaks, find_anchor
from chamber_extract.extractors.chambers.tokens import Token, is_generic, is_ordinary, tokenize, window
from chamber_extract.extractors.chambers.unplaced import is_whole
from chamber_extract.gazetteer.places import Place, places
from chamber_extract.gazetteer.trades import is_trade
from chamber_extract.mention import Mention
from chamber_extract.segment import Segments
from chamber_extract.text import Text

Form = Literal["full", "ellipsis", "short", "bare"]


@dataclass(frozen=True, slots=True)
class Name:
    """A form of a chamber's name as it stands there.

    `text` as written, cleaned; `key` the same folded; `head` its head noun, folded. `form`: `full` for a name
    that a place or scope opens; `ellipsis` for one whose place is left to the reader (市工商联); `short` for one
    without place (五矿商会); `bare` for a head noun alone (商会, 本会). `parent` is the length of the part of
    `key` that names the body this one belongs to (江苏省工商联|服装业商会), 0 without one.
    """

    text: str
    key: str
    head: str
    form: Form
    parent: int = 0


HEAD = re.compile(
    r"""
      (?:总?商会|工商总会|联合会)暨(?:同乡总?会|联谊会|企业家协会)
    | (?:同乡会|联谊总?会|联合会|公会|协会|总会)暨(?:工?商|总商)会
    | (?:商\(协\)会|商协会|商会|协会|工商联)的?联席会(?:议(?!室)|(?!议)) | 商\(协\)会 | 联席会议(?!室)
    | (?:商会|协会|联谊会)(?:总?联合总?会|联盟)(?!议) | (?:商会|协会)联谊会(?!议)
    | 工商联总会(?!长) | 工商联会(?![议员长同费见展晤谈所]) | 工商业联合会(?:\((?:总商会|总会|商会)\))? | 工商联合会(?!议(?!事))
    | 工商联(?:\((?:总商会|商会)\)|(?![盟谊]|会(?![议员长同费见展晤谈所])|络(?!绎)|手(?!册)|动(?!员|态)|席(?!位)|合(?!作|影|同|力|并|规)))
    | 全联(?![盟合系络通播动名会]|\w{2,12}商会) (?<![安健齐完周]全联)
    | (?<!慈善)(?:商会|协会|联合会?|联谊|促进)总会(?!长)
    | 总会(?:(?<=[华侨台港苏浙闽粤徽皖晋川楚鄂豫湘赣秦陕鲁桂滇黔渝甬温潮工造]商总会)|(?<=商联总会)|(?<=企业家总会)|(?<=企业总会)(?!计)|(?<=工业总会)|(?<=商业总会)|(?<=商工总会))
    | (?:总商|(?<![台侨港澳外华浙苏闽粤])商协)会(?!议(?!事)|谈|晤|馆|所(?!属|在|有))
    | (?<=[工厂]商)协进会 | (?<=[省市县])(?:商业|工业)会(?![议员馆所长谈社展])
    | 联合会(?!议(?!事)|见(?!证)|诊(?!断)|商(?![会务业])|战(?!略)|签(?![约订署])|审(?![议核定查])|师(?![生资])|演(?![讲出])|考(?![察核]))
    | 联谊会(?!议(?!事)) | 促进会(?!议(?!事)|员(?!工)|展(?![示开]))
    | 协会(?!议(?!事)|谈|员(?!工)|所(?!属|在|有)) | 工商会(?!议(?!事)|馆)
    | 商会(?!议(?!事)|谈|晤|面|聚(?![焦会集力])|场(?![地馆])|馆|所(?!属|在|有))
    | 分会(?!场|议) | 律协 | 经促会 | 中企协 | (?:战略)?联盟(?!者|会议(?!室)|会员国)
    | (?<![基日资])(?:本|该|我)会(?![议场员合不])
    """,
    re.VERBOSE,
)
_SELF = ("本会", "该会", "我会")
_FEDERATIONS = ("工商联", "工商业联合会", "工商联合会")
# Head nouns that may stand after a whole name and make it another one: X商会联合会, X商会企业联盟.
_OVER = ("联席会议", "联盟", "战略联盟", "联合会", "联合总会", "联谊会", "促进会")
_BELOW = ("商会", "协会", "总商会", "联合会", "联谊会", "促进会")
_RULE = {"full": "placed-name", "ellipsis": "elliptical-name", "short": "short-name", "bare": "bare-name"}
_CONFERENCES = ("联席会议", "联席会")
# Bodies of alumni and Red Cross societies bear the head nouns and are none of ours.
_NOT_OURS = re.compile("校友|学友|红十字|同学|政治协$|国家联盟$")
# A body or building of its own that is named after a chamber.
_OTHER = re.compile(
    "(?:互助|创业|发展|投资|控股|实业|科技|文化|传媒|有限|股份|责任|会展|咨询|小额贷款|融资担保|慈善|公益|教育|培训|企业){0,5}"
    "(?:资金会|基金会|公司|集团|合作社|大厦|大楼|研究院)"
)
_ALLIANCE = re.compile("企业|华商|商户|商家|厂商|产业|商会|协会|行业|工商|商业|投资|贸易|经贸|园区|创新")
_CONFERENCE = re.compile(r"商会|商\(协\)会|协会|商协会|工商联")
# Bodies of one kind wherever they are: no place says which.
_COLLECTIVE = re.compile(
    "(?:海外|境外|国外|全球|世界|国际|港澳|港澳台|两岸|海峡两岸)"
    "(?:(?:境外|海外|中资|中企|中国|各|主流|知名|地方|异地|外国).*|[台华侨港]?商?)?|(?:海外|境外).{2,4}"
)
# 贵州省商会组织建设: the chambers of a place as a subject of policy; 黔工商联〔2021〕18号: a document's number.
_SUBJECT = re.compile("组织建设|组织改革|改革|立法|条例|高质量|党建|事业|数量|总数|建设")
_NUMBER = re.compile(r"\w{0,3}[〔\[【(]\d{4}[〕\]】)]")
_BRACKET = re.compile(r"\((\w{2,10})\)")
_MANY = re.compile("各.*|多家|家|海内外|世界各地|所有|众多|许多|不少")
# 新春联谊会 is a party.
_FEAST = re.compile("(?:新春|春节|迎春|迎新|元旦|中秋|国庆|端午|新年|年终|周年|节日|团拜|青年交友)$")
_OWN = re.compile(f"(?:{LEVEL.pattern})$")
# Whom a chamber's own chamber is of: 厦门市总商会|女企业家商会.
_MEMBERS = re.compile("(?:女|青年|新生代|年轻一代|民营)(?:企业家)?|妇女")


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """The chambers named in the text, in order, without overlap."""
    folded = text.folded
    last: _Candidate | None = None
    for head in HEAD.finditer(folded):
        candidate = _read(folded, last, head) or _Candidate(head.start(), head.end(), head[0], None)
        if last and last.form and candidate.start >= last.end:
            yield _mention(text, last)
        last = candidate
    if last and last.form:
        yield _mention(text, last)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A span that may be a name; without form it only bars what follows from reaching over it."""

    start: int
    end: int
    head: str
    form: Form | None
    parent: int = 0


def _mention(text: Text, c: _Candidate) -> Mention:
    assert c.form is not None
    name = Name(text.clean[c.start : c.end], text.folded[c.start : c.end], c.head, c.form, c.parent)
    return Mention("chamber", c.start, c.end, name, _RULE[c.form] if not c.parent else "nested-name")


def _read(folded: str, last: _Candidate | None, head: re.Match[str]) -> _Candidate | None:
    """The name that ends with the head, or None where no body is named."""
    start, end = head.span()
    if _NUMBER.match(folded, end):
        return None
    if head[0] in _SELF:
        return _Candidate(start, end, head[0], "bare")
    if last and (nested := _nest(folded, last, head)):
        return nested
    limit = last.end if last else 0
    tokens = tokenize(folded, window(folded, limit, start), start)
    begin = after_breaks(folded, tokens)
    rest = tokens[begin:]
    if last and last.form is None and last.end == (rest[0].start if rest else start):
        return None  # 行业协会|商会
    if head[0] == "全联":
        return _Candidate(start, end, head[0], "short") if not rest else None
    before = tokens[:begin]
    if (anchor := find_anchor(folded, rest, start)) is not None:
        if len(before) > 1 and folded[before[-1].start] == "等" and before[-2].kind == "place":
            return None  # 德国、西班牙等江苏商会: none of them is written out
        if anchor == 0 and before and _MANY.fullmatch(folded, before[-1].start, before[-1].end):
            return None  # 各地温州商会, 13家江苏商会
        named = rest[anchor].place
        if LEVEL.fullmatch(folded, rest[0].start, rest[anchor].start) and named and named.home:
            return _Candidate(rest[0].start, end, head[0], "ellipsis")  # 市|浙江商会
        if anchor and _is_unlisted(folded, rest[: anchor + 1]):
            return _Candidate(rest[0].start, end, head[0], "full")  # 富山|中华总商会
        return _placed(folded, rest[anchor:], head)
    if before and before[-1].kind == "plural":
        return None
    return _unplaced(folded, rest, head)


def _is_unlisted(folded: str, tokens: list[Token]) -> bool:
    """Whether a place that no table has stands before 中华, which opens no name abroad."""
    before = folded[tokens[0].start : tokens[-1].start]
    if folded[tokens[-1].start : tokens[-1].end] != "中华" or any(t.kind != "plain" for t in tokens[:-1]):
        return False
    held_at = before.endswith("假")  # 前日假|中华总商会大厦
    return 2 <= len(before) <= 4 and not is_ordinary(before) and not is_generic(before) and not held_at


def _placed(folded: str, rest: list[Token], head: re.Match[str]) -> _Candidate | None:
    """The name that begins with the first token, or None where it names a kind of bodies."""
    start, end = rest[0].start, head.end()
    if folded[start - 1 : start] == "(" and folded.startswith(")", rest[0].end):
        start -= 1  # （德国）北威州
    whole = folded[start : head.start()]
    first = next(i for i, t in enumerate(rest) if t.kind == "place")
    chain = first + 1
    while chain < len(rest) and rest[chain].kind == "place":
        chain += 1
    opening, tail = rest[first].place, rest[chain - 1].end
    assert opening is not None
    body = folded[tail : head.start()]
    if head[0] == "联谊会" and _FEAST.search(whole):
        return None
    if (
        head[0] in ("分会", "商(协)会")
        or body.startswith("性")
        or body == "籍"
        or _NOT_OURS.search(whole)
        or _OTHER.match(folded, end)
        or (folded.startswith("纷纷", end) and folded[start - 1 : start] not in tuple("、和及与"))
    ):
        return None
    subject = head[0] == "商会" and opening.home and _SUBJECT.match(folded, end)
    if not body and (subject or (opening.name == "全国" and head[0] in _BELOW)):
        return None  # 贵州省商会组织建设, 全国浙江商会
    if head[0].endswith("联盟") and not (
        _ALLIANCE.search(whole + head[0][:-2]) or (opening.home and is_trade(body))
    ):
        return None
    if head[0].endswith(_CONFERENCES) and not _CONFERENCE.search(body + head[0]):
        return None
    if body and is_generic(body) and head[0] in _BELOW + _FEDERATIONS:
        return None
    if (
        opening.kind in ("area", "zone")
        and not head[0].endswith(_CONFERENCES)
        and _COLLECTIVE.fullmatch(whole)
    ):
        return None
    if (
        opening.name == "中国"
        and body == "企业"
        and chain == first + 1
        and head[0] in ("商会", "总商会", "协会")
    ):
        return _Candidate(start, end, head[0], "short")  # 坦桑尼亚|中国企业商会, said again
    if (
        opening.kind == "nation"
        and not body
        and chain == first + 1
        and head[0] not in (*_FEDERATIONS, "律协", "经促会")
    ):
        return _national(folded, start, head, whole)
    return _Candidate(start, _guest_end(folded, opening, end), head[0], "full")


def _guest_end(folded: str, opening: Place, end: int) -> int:
    """Where a name ends that names its host after it in brackets: 印度工商总会（新加坡）."""
    behind = _BRACKET.match(folded, end)
    host = places().get(behind[1]) if behind else None
    elsewhere = host is not None and host.kind == "country" and not set(host.codes) & set(opening.codes)
    return behind.end() if behind and elsewhere and opening.codes else end


def _national(folded: str, start: int, head: re.Match[str], whole: str) -> _Candidate | None:
    """中国商会 and 中华总商会 name a body only with a place in brackets behind (中国商会（马耳他）)."""
    behind = _BRACKET.match(folded, head.end())
    if behind and (behind[1] in places() or behind[1] == "地区"):
        return _Candidate(start, behind.end(), head[0], "full")
    return _Candidate(start, head.end(), head[0], "short") if whole in ("中国", "中华") else None


def _unplaced(folded: str, rest: list[Token], head: re.Match[str]) -> _Candidate | None:
    """An elliptical, short or bare form, or None for a kind of bodies."""
    start, end = (rest[0].start if rest else head.start()), head.end()
    core = folded[start : head.start()]
    if head[0] == "分会" or (head[0].endswith("联盟") and not _ALLIANCE.search(core)):
        return None
    if not core:
        return _Candidate(start, end, head[0], "bare")
    if _NOT_OURS.search(core):
        return None
    own = _OWN.search(core) if head[0] in _FEDERATIONS else None
    if own and (len(own[0]) > 1 or is_ordinary(core[: own.start()])):
        start, core = start + own.start(), own[0]  # 查阅|自治区工商联
    level = LEVEL.match(core)
    if level and (level.end() == len(core) or not is_generic(core[level.end() :])):
        return _Candidate(start, end, head[0], "ellipsis")
    if is_generic(core) and head[0] != "协进会":
        return None
    if len(core) == 1 and folded[start - 1 : start] in ("在", "驻", "旅", "来"):
        return None  # 在藏商会: those that are there
    if core[0] == "祝" and re.search(f"(?<!祝){re.escape(core[1:])}", folded[:start]):
        start, core = start + 1, core[1:]  # 祝|仓前街道商会越办越好, of which the text told before
    return _Candidate(start, end, head[0], "full" if is_whole(core, head[0]) else "short")


def _nest(folded: str, last: _Candidate, head: re.Match[str]) -> _Candidate | None:
    """A body named after the one it belongs to (江苏省工商联服装业商会, 柬埔寨中国商会西港分会)."""
    between = folded[last.end : head.start()]
    if not between:
        joined = head[0] in _OVER and last.form in ("full", "short")
        return _Candidate(last.start, head.end(), head[0], last.form, last.parent) if joined else None
    if last.form != "full" or len(between) > 12 or not between.isalnum():
        return None
    tokens = tokenize(folded, last.end, head.start())
    placed = any(t.place is not None and t.place.kind != "area" for t in tokens)
    if any(t.kind in ("break", "plural", "and") for t in tokens) or (not placed and is_generic(between)):
        return None
    opening = tokens[0].place
    national = folded.startswith(("中国", "全国"), last.start)
    below = head[0] in _BELOW and (
        (last.head in _FEDERATIONS and not placed)
        or (last.head in ("商会", "总商会") and (is_trade(between) or _MEMBERS.fullmatch(between)))
        or (
            last.head in ("商会", "总商会")
            and opening is not None
            and (
                opening.kind in ("city", "region") or (national and opening.kind in ("province", "division"))
            )
        )
    )
    if head[0] == "分会" or below:
        return _Candidate(last.start, head.end(), head[0], "full", last.end - last.start)
    return None
