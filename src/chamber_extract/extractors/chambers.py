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
from functools import cache
from typing import Literal

from chamber_extract import gazetteer
from chamber_extract.gazetteer.places import Place, letters, place_at, places
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
      (?:商\(协\)会|商协会|商会|协会|工商联)的?联席会议(?!室) | 商\(协\)会 | 联席会议(?!室) | 工商业联合会(?:\((?:总商会|总会|商会)\))? | 工商联合会(?!议)
    | 工商联(?:\((?:总商会|商会)\)|(?![盟络手动席合]))
    | 全联(?![盟合系络通播动名]|\w{2,12}商会) (?<![安健齐完周]全联)
    | (?:商会|联合)总会 | 总会(?:(?<=[华侨台港苏浙闽粤徽皖晋川楚鄂豫湘赣秦陕鲁桂滇黔渝甬温潮工]商总会)|(?<=商联总会)|(?<=企业家总会)|(?<=工业总会))
    | (?:总商|商协)会(?!议(?!事)|谈|晤|馆|所(?!属|在|有))
    | 同乡会暨(?:工?商|总商)会
    | 联合会(?![议见诊商战签审师演考稿]) | 联谊会(?!议) | 促进会(?![议员展])
    | 协会(?!议(?!事)|谈|员(?!工)|所(?!属|在|有)) | 工商会(?!议) | 商会(?!议(?!事)|谈|晤|面|聚|场|馆|所(?!属|在|有))
    | 分会(?!场|议) | 律协 | (?:战略)?联盟(?![会者])
    | (?<![基日资])(?:本|该|我)会(?![议场员合不])
    """,
    re.VERBOSE,
)
_HARD = re.compile(r"[^\w()—-]|_")
# No name of a body is longer.
_LONGEST = 40
_LETTERS = "".join(letters())
_WHOLE = re.compile(
    f"(?:在|旅|驻|全)[{_LETTERS}](?=中[国资企华]|华[人侨商裔]|台[商湾]|侨|福建|闽|浙|粤|潮|川|湘|苏|同乡|企业)"
    f"|[{_LETTERS}](?:中|华)(?=经|贸|友|商|工商|文化|企业|投资|科技|交流|合作|关系|青年|农|联合|联谊|总商|协会|妇|各)"
)
# 十二个, 多家, 第六届: what is counted is a kind of bodies or another thing.
_COUNTED = re.compile("(?<=[0-9一二三四五六七八九十百千万余多几数两各每首])[家个位名次届年月日批期]")
# What stands before a place as part of the name.
_PREFIX = re.compile("[全驻旅]")
_MEMBERS = re.compile(r"(?:中资企业|中资机构|中国企业|华人企业|华商企业|中国商会)(?:\(|驻)$")
_RULE = {"full": "placed-name", "ellipsis": "elliptical-name", "short": "short-name", "bare": "bare-name"}
_FEDERATIONS = ("工商联", "工商业联合会", "工商联合会")
# Bodies of alumni and Red Cross societies bear the head nouns and are none of ours.
_FOREIGN_KIND = re.compile("校友|学友|红十字|同学|政治协$|英超|国家联盟$")
_ALLIANCE = re.compile("企业|华商|产业|商会|协会|行业|工商|商业|投资|贸易|经贸|园区|创新")
# Chinese bodies abroad taken together: no place abroad says which.
_COLLECTIVE = re.compile(
    "(?:海外|境外|国外|全球|世界|国际|港澳|港澳台|两岸|海峡两岸)(?:(?:境外|海外|中资|中企|中国|各|主流|知名|地方|异地|外国).*|商)?|(?:海外|境外).{2,4}"
)
_CONFERENCE = re.compile(r"商会|商\(协\)会|协会|商协会|工商联")
# A body or building of its own that is named after a chamber.
_OTHER = re.compile(r"\w{0,5}(?:资金会|基金会|公司|集团|合作社|大厦|大楼|研究院|银行)")
# Nouns of bodies and people: what follows 和 after them is another party, not the rest of a name.
_PARTY = re.compile(
    "(?:政府|公司|集团|[^西东中内外北南]部|局|委|院|办|处|行|馆|所|中心|大学|机构|人士|代表|记者|侨胞|华侨|华人|同胞|会|队|团|联|单位|群众|市民)$"
)
# Words between two places of one name.
_NAMELIKE = re.compile("企业|商|侨|华|国际|贸|科技|文化|经济|行业|青年|民间|海外|籍|人")
# After a county's short form (永嘉), what makes it a name of a body.
_AFTER_SHORT = re.compile(r"(?:籍|人|企业|民营|工商|青年|海外|异地|女|总)?(?:企业家?)?$")
_TRANSLITERATED = re.compile(
    "[阿埃艾安奥巴班邦贝本比彼波伯博布查达丹道德得登迪底蒂丁顿多厄恩尔法菲费弗佛夫福盖甘冈高戈格根贡古瓜圭哈汉豪赫亨洪胡霍基吉加嘉伽贾杰金津卡喀凯坎"
    "康考科可克肯孔库奎昆拉莱赖兰朗劳勒雷黎里立利莲列林隆卢鲁路伦罗洛马玛迈麦曼毛梅美蒙孟米密摩莫墨姆木慕穆拿那纳娜内尼宁纽努诺欧帕潘庞佩彭皮匹平坡普奇齐契"
    "钱乔切琼瑞若萨塞赛桑沙圣什史士舒斯松苏索塔泰坦汤唐陶特腾提廷图土托瓦威韦维温沃乌吾武西希锡夏辛休许雅亚延扬耶叶伊以意因英尤约扎泽詹赞珍兹佐]{3,8}"
)


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


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Literal["place", "break", "and", "keep", "plain"]
    start: int
    end: int
    place: Place | None = None


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in gazetteer.table("name_breaks")}


@cache
def _word_lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in _words():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in gazetteer.table("generic_words"))


def _is_generic(body: str) -> bool:
    """Whether the text is made of words that name a kind of bodies only."""
    if not body:
        return True
    return any(
        body.startswith(word) and _is_generic(body[len(word) :]) for word in _generic() if word[0] == body[0]
    )


def _read(folded: str, last: _Candidate | None, head: re.Match[str]) -> _Candidate | None:
    """The name that ends with the head, or None where no body is named."""
    start, end = head.span()
    if head[0] in ("本会", "该会", "我会"):
        return _Candidate(start, end, head[0], "bare")
    if last and (nested := _nest(folded, last, head)):
        return nested
    limit = last.end if last else 0
    window = _window(folded, max(limit, start - _LONGEST), start)
    tokens = _tokens(folded, window, start)
    begin = _after_breaks(folded, tokens)
    plural = begin > 0 and folded[tokens[begin - 1].start : tokens[begin - 1].end] in _PLURAL
    rest = tokens[begin:]
    anchor = _anchor(folded, rest, start)
    if last and last.form is None and last.end == (rest[0].start if rest else start) == limit > 0:
        return None  # 行业协会|商会
    if head[0] == "全联":
        return _Candidate(start, end, head[0], "short") if not rest else None
    if anchor is None:
        return None if plural else _unplaced(folded, rest, head)
    if begin > 1 and folded[tokens[begin - 1].start] == "等" and tokens[begin - 2].kind == "place":
        return None  # 德国、西班牙等江苏商会: none of them is written out
    return _placed(folded, rest[anchor:], head)


_PLURAL = frozenset(
    [
        "各",
        "各家",
        "每家",
        "多家",
        "几家",
        "数家",
        "两家",
        "三家",
        "四家",
        "五家",
        "六家",
        "七家",
        "八家",
        "九家",
        "十家",
        "数十家",
        "百家",
        "家",
        "个",
        "些",
        "广大",
        "有关",
        "相关",
        "所属",
        "下属",
        "直属",
        "各级",
        "各类",
        "各地",
        "各国",
        "各省",
        "各市",
        "各县",
        "各区",
        "各界",
        "众多",
        "许多",
        "不少",
        "部分",
        "所有",
        "其他",
        "其它",
        "另一",
        "一批",
        "多个",
        "兄弟",
        "全国性",
        "地方性",
        "两级",
        "三级",
        "四级",
        "某",
        "余家",
    ]
)


def _window(folded: str, lowest: int, end: int) -> int:
    """How far left a name ending at `end` can reach: to punctuation, or over brackets that hold a place."""
    i = end
    while i > lowest:
        char = folded[i - 1]
        if char == ")":
            opening = folded.rfind("(", max(lowest, i - 10), i)
            if opening < 0 or not _bracketed(folded[opening + 1 : i - 1]):
                break
            i = opening
        elif char in "—-":
            j = i - 1 - (folded[i - 2 : i - 1] in "—-")
            if not any(folded[j - n : j] in places() for n in range(2, 8)):
                break
            i = j
        elif char == "(" or _HARD.match(char):
            break
        else:
            i -= 1
    return i


def _bracketed(inside: str) -> bool:
    return (
        inside in places()
        or inside in ("协", "金", "布", "总商会")
        or (inside[:1] == "驻" and inside[1:] in places())
    )


def _tokens(folded: str, start: int, end: int) -> list[_Token]:
    """The window as places, breaks, conjunctions and the rest, longest match first."""
    tokens: list[_Token] = []
    i = start
    while i < end:
        fresh = not tokens or tokens[-1].kind in ("break", "and")
        if fresh and (m := _WHOLE.match(folded, i)) and m.end() <= end:
            place = Place(m[0], "country")
            tokens.append(_Token("place", i, m.end() - (m[0][0] not in "在旅驻全"), place))
            i = tokens[-1].end
            continue
        place = place_at(folded, i)
        if fresh and not place and _PREFIX.match(folded, i, end):
            place, length = place_at(folded, i + 1), 1
            if (place and place.kind not in ("country", "region", "city")) or place is None:
                place, length = None, 0
        else:
            length = 0
        size = length + len(place.name) if place else 0
        if i + size > end:
            place, size = None, 0
        word = next(
            (
                folded[i : i + n]
                for n in _word_lengths().get(folded[i], ())
                if i + n <= end and folded[i : i + n] in _words()
            ),
            "",
        )
        if place and size >= len(word) and not _misread(folded, i, place):
            tokens.append(_Token("place", i, i + size, place))
        elif _COUNTED.match(folded, i):
            tokens.append(_Token("break", i, i + 1))
        elif word:
            kind = "and" if word in ("和", "与", "及", "暨") else _words()[word]
            tokens.append(_Token(kind, i, i + len(word)))
        else:
            tokens.append(_Token("plain", i, i + 1))
        i = tokens[-1].end
    return tokens


def _misread(folded: str, i: int, place: Place) -> bool:
    """日本 in 今日本地, 中国驻 of an embassy."""
    before = folded[i - 1 : i]
    return place.name == "日本" and before in "今昨近当每节生翌次同即" and before != ""


def _after_breaks(folded: str, tokens: list[_Token]) -> int:
    """Index of the first token after the last one that cannot be inside a name."""
    cut = 0
    for i, token in enumerate(tokens):
        if token.kind == "break":
            if not (i == len(tokens) - 1 and _is_joint(folded, tokens[cut:], token)):
                cut = i + 1
        elif token.kind == "and":
            left = tokens[cut:i]
            right = tokens[i + 1 :]
            if not _joins(folded, token, left, right):
                cut = i + 1
    return cut


def _is_joint(folded: str, tokens: list[_Token], word: _Token) -> bool:
    """Whether 联合 or 组织 before the head noun belongs to the name (世界华商联合促进会)."""
    before = folded[tokens[0].start : word.start]
    return (
        folded[word.start : word.end] in ("联合", "组织")
        and tokens[0].kind == "place"
        and bool(_NAMELIKE.search(before))
    )


def _joins(folded: str, conjunction: _Token, left: list[_Token], right: list[_Token]) -> bool:
    """Whether 和, 与 stands inside one name (物流与采购) rather than between two parties."""
    if not left or not right or not any(t.kind == "place" for t in left):
        return False
    if right[0].kind == "place":
        return left[-1].kind == "place" and folded[conjunction.start] == "暨"
    if left[-1].kind == "plain" and (len(left) == 1 or left[-2].kind == "place"):
        return True  # 元和街道
    before, after = folded[left[0].start : left[-1].end], folded[right[0].start : right[-1].end]
    return not _PARTY.search(before) and not _is_generic(after)


def _anchor(folded: str, rest: list[_Token], end: int) -> int | None:
    """Index of the token with which the name begins, or None where no place opens it."""
    chosen: int | None = None
    latest = 0
    for i, token in enumerate(rest):
        if token.kind != "place":
            continue
        assert token.place is not None
        if chosen is not None:
            gap = folded[rest[latest].end : token.start]
            if (
                gap.strip("()—-驻和与暨")
                and not _TRANSLITERATED.fullmatch(gap)
                and token.place.strong
                and token.place.kind != "division"
                and not _NAMELIKE.search(gap)
            ):
                chosen = i
            latest = i
            continue
        prefix = folded[rest[0].start : token.start]
        if members := _MEMBERS.search(prefix):
            return next(j for j, t in enumerate(rest) if t.start >= rest[0].start + members.start())
        unknown = token.place.kind not in ("area", "zone") and _TRANSLITERATED.fullmatch(prefix) is not None
        if token.place.kind == "short" and not (i == 0 and _AFTER_SHORT.match(folded[token.end : end])):
            continue
        if not token.place.strong and prefix and not unknown:
            continue
        if prefix and unknown and token.place.kind in ("nation", "merchants"):
            chosen, latest = 0, i
        else:
            chosen, latest = i, i
    return chosen


def _placed(folded: str, rest: list[_Token], head: re.Match[str]) -> _Candidate | None:
    """The name that begins with the first token."""
    start, end = rest[0].start, head.end()
    if folded[start - 1 : start] == "(" and ")" in folded[start : head.start()]:
        start -= 1
    first = next(t for t in rest if t.kind == "place")
    assert first.place is not None
    chain = first.end
    for token in rest[rest.index(first) + 1 :]:
        if token.kind != "place" or token.start != chain:
            break
        chain = token.end
    body = folded[chain : head.start()]
    whole = folded[start : head.start()]
    if _FOREIGN_KIND.search(whole) or _OTHER.match(folded, end) or folded[chain : chain + 1] == "性":
        return None
    if head[0].endswith("联盟") and not _ALLIANCE.search(whole):
        return None
    if head[0].endswith("联席会议") and not _CONFERENCE.search(body + head[0]):
        return None
    if head[0] in ("分会", "律协") and body and head[0] == "分会":
        return None
    town = body in ("镇", "乡", "村", "街道") and folded[chain - 1] not in "省市区县州盟旗"
    if body and _is_generic(body) and not town:
        return None
    if (
        first.place.kind in ("area", "zone")
        and not head[0].endswith("联席会议")
        and _COLLECTIVE.fullmatch(whole)
    ):
        return None
    if (
        first.place.kind == "nation"
        and not body
        and chain == first.end
        and head[0] not in _FEDERATIONS
        and head[0] != "律协"
    ):
        tail = re.compile(r"\((\w{2,10})\)").match(folded, end)
        if tail and tail[1] in places():
            return _Candidate(start, tail.end(), head[0], "full")
        return _Candidate(start, end, head[0], "short") if whole == "中国" or whole == "中华" else None
    return _Candidate(start, end, head[0], "full")


def _unplaced(folded: str, rest: list[_Token], head: re.Match[str]) -> _Candidate | None:
    """An elliptical, short or bare form, or None for a kind of bodies."""
    start, end = (rest[0].start if rest else head.start()), head.end()
    core = folded[start : head.start()]
    if head[0] in ("分会", "律协") or (head[0].endswith("联盟") and not _ALLIANCE.search(core)):
        return None
    if not core:
        return _Candidate(start, end, head[0], "bare")
    if _FOREIGN_KIND.search(core):
        return None
    if core[0] in "市省区县州" and (len(core) == 1 or not _is_generic(core[1:])):
        return _Candidate(start, end, head[0], "ellipsis")
    if _is_generic(core):
        return None
    return _Candidate(start, end, head[0], "short")


def _nest(folded: str, last: _Candidate, head: re.Match[str]) -> _Candidate | None:
    """A body named after the one it belongs to (江苏省工商联服装业商会, 柬埔寨中国商会西港分会)."""
    between = folded[last.end : head.start()]
    if (
        not between
        and head[0] in ("联席会议", "联盟", "联合会", "联合总会", "联谊会", "促进会")
        and last.form in ("full", "short")
    ):
        return _Candidate(last.start, head.end(), head[0], last.form, last.parent)
    if (
        last.form != "full"
        or not 1 <= len(between) <= 12
        or _HARD.search(between)
        or "(" in between
        or ")" in between
    ):
        return None
    tokens = _tokens(folded, last.end, head.start())
    if any(t.kind in ("break", "and") for t in tokens):
        return None
    if head[0] == "分会" or (
        last.head in _FEDERATIONS
        and head[0] in ("商会", "协会", "总商会", "联合会", "联谊会", "促进会")
        and not any(t.kind == "place" for t in tokens)
        and not _is_generic(between)
    ):
        return _Candidate(last.start, head.end(), head[0], "full", last.end - last.start)
    return None
