"""The text before a head noun, taken apart into places, words that cannot stand in a name, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from chamber_extract import gazetteer
from chamber_extract.gazetteer.places import Place, letters, living_in, place_at, places

# No name of a body is longer.
LONGEST = 40
_HARD = re.compile(r"[^\w()—-]|_")
_LETTERS = "".join(letters())
# 在日, 旅英, 全荷 before Chinese people or enterprises; 英中, 菲华, 中非 before what two peoples do together.
_LETTERED = re.compile(
    f"(?:在|旅|驻|全)[{_LETTERS}](?=中[国资企华]|华[人侨商裔]|台[商湾]|侨|福建|闽|浙|粤|潮|川|湘|苏|同乡|企业)"
    f"|[{_LETTERS}](?=中(?:经|贸|友|侨|商|工商|文化|企业|投资|科技|交流|合作|关系|青年|农|联合|联谊|总商|协会|妇|各|民间|促进)"
    "|华(?![人裔国社网日东南北西为润夏盛尔文]))"
    f"|中(?:日韩|非|拉|阿|[{_LETTERS.translate(str.maketrans('', '', '南文安白老比以港台'))}])"
    "(?=民间|经贸|贸易|友好|商|工商|企业|文化|经济|国际|青年|合作|交流|科技|投资|产业)"
)
_GUESTS = re.compile("[\u4e00-\u9fff]{2,8}?(?:中资|中国)企业")
# What stands before a place as part of the name: 全荷兰, 驻挪威, 旅法国, 大费城.
_PREFIX = frozenset("全驻旅大")
# 十二个, 多家, 第六届: what is counted is a kind of bodies or another thing.
_COUNTED = re.compile(
    "(?<=[0-9一二三四五六七八九十百千万余多几数两各每首])(?:家(?![姓具居电政庭族乡禽])|[个位名次届年月日批期大间])"
)
# 震后|协会, 灾情发生后第三天|商会, 三十万元|商会: when a body acted, what it gave; 后 may be a letter of any other name (后勤协会).
_WHEN = re.compile(
    "第[一二两三四五六七八九十]{1,2}[天日周](?!然)|[一二两三四五六七八九十百千万亿]{2,}余?[元圆镑铢]"
)
# 瓯南市, 青岩县: a place that no table has, known by its last character alone.
_NO_PLACE = re.compile(
    "[年月日来本我该各全其此的是在了和与到从向以及于对为第任时现原一二三四五六七八九十百千万数两多几家县市区省]"
)
_UNLISTED = re.compile(
    "([\u4e00-\u9fff]{2,3}?)(?:[市县区省](?![场域间])|(?:[\u4e00-\u9fff]{1,4}族){1,3}自治[州县]|(?:高新技术产业|经济技术|高新|经济)?开发区|高?新区|经开区)"
)
# What stands before 县 or 区 without being a name, ordinary words apart.
_NO_NAME = frozenset(
    "所在 周边 相邻 邻近 毗邻 各个 兄弟 其他 其它 试点 示范 沿海 贫困 脱贫 对口 受援 重点 外地 异地 欠发 边境 高新 开发 工业 经开 自贸 试验 "
    "保税 旅游 风景 园林 居民 特别 大湾 特大 中小 百强 强县 城乡 主城 地级 县级 副省 省级 市级 直辖 抄送 兼管 扎根 用好 管好 报送 上报 列席 "
    "老城 新城 所辖 下辖 辖内".split()
)
# Verbs and adjectives of one character before a place.
_TOWARDS = frozenset("访抵往援驻离回返入进达来去帮扶美富贫老原在赴到")
# 市工商联和|县工商联, 县工商联要会同|县茶叶协会: no 和县, no 会同县.
NOT_IN_PLACE = re.compile(
    "(?<=[联会局府委部厅院社团协市省州区县])(?<!马鞍山市)(?<!巢湖市)(?<!安徽省)和(?=县)"
    "|(?<=[联会局府委部厅院社团协要应须将可并])会同(?=县)"
)
_CONJUNCTIONS = frozenset(("和", "与", "及", "暨"))
_BEFORE_ALL = frozenset("安健齐完成十两保周")
# 今日本地, 近日本报: no 日本.
_BEFORE_DAY = frozenset("今昨近当每节生翌次同即")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the window. `break` cannot be inside a name; after `plural` stands a kind of bodies."""

    kind: Literal["place", "break", "plural", "and", "keep", "plain"]
    start: int
    end: int
    place: Place | None = None


@cache
def _words() -> dict[str, Literal["break", "plural", "keep"]]:
    return {row["word"]: row["kind"] for row in gazetteer.table("name_breaks")}  # type: ignore[misc]


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(row["word"] for row in gazetteer.table("people_words"))


def is_ordinary(word: str) -> bool:
    """Whether the text is a word of the language, no name."""
    return word in _ordinary()


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For the first character of a word its possible lengths, longest first."""
    found: dict[str, set[int]] = {}
    for word in _words():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _generic() -> dict[str, tuple[str, ...]]:
    """Words that name a kind of bodies, by first character."""
    found: dict[str, list[str]] = {}
    for row in gazetteer.table("generic_words"):
        found.setdefault(row["word"][0], []).append(row["word"])
    return {first: tuple(words) for first, words in found.items()}


def is_generic(body: str) -> bool:
    """Whether the text is made of words that name a kind of bodies only (基层, 各行业)."""
    if not body:
        return True
    return any(
        body.startswith(word) and is_generic(body[len(word) :]) for word in _generic().get(body[0], ())
    )


def window(folded: str, lowest: int, end: int) -> int:
    """How far left a name can reach whose head begins at `end`: to punctuation, over brackets with a place."""
    lowest = max(lowest, end - LONGEST)
    i = end
    while i > lowest:
        char = folded[i - 1]
        if char == ")":
            opening = folded.rfind("(", max(lowest, i - 10), i)
            if opening < 0 or not _bracketed(folded[opening + 1 : i - 1]):
                break
            i = opening
        elif char in "—-":
            j = i - 1 - (folded[i - 2 : i - 1] in ("—", "-"))
            if not any(folded[j - n : j] in places() for n in range(2, 8)):
                break
            i = j
        elif folded.endswith("“一带一路”", lowest, i):
            i -= len("“一带一路”")
        elif char == "(" or _HARD.match(char):
            break
        else:
            i -= 1
    return i


def _bracketed(inside: str) -> bool:
    return (
        inside in places()
        or inside in ("协", "金", "布", "总商会", "地区")
        or (inside[:1] == "驻" and inside[1:] in places())
    )


def tokenize(folded: str, start: int, end: int) -> list[Token]:
    """The span as tokens, longest match first; of a place and a word of one length the place."""
    tokens: list[Token] = []
    i = start
    while i < end:
        fresh = not tokens or tokens[-1].kind in ("break", "plural", "and")
        tokens.append(_token(folded, i, end, fresh))
        i = tokens[-1].end
    return tokens


def _token(folded: str, i: int, end: int, fresh: bool) -> Token:
    """The token at `i`; `fresh` where a name can begin."""
    if fresh and (m := _LETTERED.match(folded, i)) and m.end() <= end:
        return Token("place", i, m.end(), Place(m[0], "country"))
    if fresh and i + 4 <= end and living_in().match(folded, i):
        # 旅阿|福清商会, 旅港|四九工商联谊会
        return Token("place", i, i + 2, Place(folded[i : i + 2], "country"))
    if apart := NOT_IN_PLACE.match(folded, i, end):
        return Token("and" if apart[0] in _CONJUNCTIONS else "break", i, apart.end())
    place = place_at(folded, i)
    size = len(place.name) if place else 0
    if place and place.kind == "short" and folded[i] in _words() and place_at(folded, i + 1):
        place, size = None, 0  # 和|安徽省, 如|东莞市
    longer = unlisted_at(folded, i, end) if place and place.kind in ("short", "zone", "region") else None
    if place and longer and (place.kind != "region" or folded[longer.end - 1] == "省"):
        return longer  # 曲江|新区, 浙北|省: another place than the county or the part of a country
    prefixed = folded[i] in _PREFIX if fresh else folded[i] == "全" and folded[i - 1 : i] not in _BEFORE_ALL
    if place is None and prefixed:
        place = place_at(folded, i + 1)
        if place and (
            place.kind in ("region", "city")
            or (place.kind == "country" and folded[i] != "大")
            or (folded[i] == "全" and place.kind == "area")
        ):
            size = 1 + len(place.name)
        else:
            place = None
    if (
        place
        and place.abroad
        and folded.startswith("市", i + size)
        and not folded.startswith("市场", i + size)
    ):
        size += 1  # 圣盖博市商会
    if place and place.kind == "merchants" and folded[i + size : i + size + 1] in ("务", "业"):
        place, size = None, 0  # 在台|商务协会
    if place and (i + size > end or (place.name == "日本" and folded[i - 1 : i] in _BEFORE_DAY)):
        place, size = None, 0
    word = _word(folded, i, end)
    if word == "在" and folded.endswith("中国", 0, i) and _GUESTS.match(folded, i + 1):
        return Token("plain", i, i + 1)  # 中国在印尼中资企业协会
    if place and size >= len(word) and not (word and place.kind == "short" and size == len(word)):
        return Token("place", i, i + size, place)
    if _COUNTED.match(folded, i):
        return Token("plural", i, i + 1)
    if not word and fresh and (unlisted := unlisted_at(folded, i, end)):
        return unlisted
    when = None if word else _WHEN.match(folded, i, end)
    if when or (not word and folded[i] == "后" and i + 1 == end):
        return Token("break", i, when.end() if when else end)
    if word:
        return Token("and" if word in _CONJUNCTIONS else _words()[word], i, i + len(word))
    return Token("plain", i, i + 1)


def unlisted_at(folded: str, i: int, end: int) -> Token | None:
    """A place known by its form alone, where no known word begins inside it."""
    m = _UNLISTED.match(folded, i)
    if not m or m.end() > end or m[1] in _NO_NAME or is_generic(m[1]):
        return None
    if m[1] in _ordinary() and not any(m[1] + level in places() for level in "市县区"):
        return None
    inside = range(1, len(m[1]) + 1)
    if any(_hides_place(folded, i, i + n, m.end()) for n in inside):
        return None
    if any(_word(folded, i + n, m.end()) for n in (0, *inside)):
        return None
    if len(m[1]) > 2 and (_NO_PLACE.search(m[1]) or m[1][:2] in _ordinary() or m[1][1:] in _ordinary()):
        return None
    return Token("place", i, m.end(), Place(m[0], "division"))


def _hides_place(folded: str, i: int, inner: int, end: int) -> bool:
    """Whether a place begins inside the words from `i`: 赴新县, but not 嵊新县, of which 新县 is only the end."""
    place = place_at(folded, inner)
    return place is not None and (
        inner + len(place.name) != end or len(place.name) > 2 or folded[i] in _TOWARDS
    )


def _word(folded: str, i: int, end: int) -> str:
    """The longest break or keep word that begins at `i`, or nothing; 对|俄罗斯, not 对俄."""
    for n in _lengths().get(folded[i], ()):
        word = folded[i : i + n]
        if i + n <= end and word in _words():
            hidden = place_at(folded, i + 1) if _words()[word] == "keep" and folded[i] in _words() else None
            return folded[i] if hidden and hidden.strong and len(hidden.name) >= n else word
    return ""
