"""The words of a clause one after the other, as far as they tell where a name can begin or end: nouns for parties, offices,
words that open a clause, prepositions and adverbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.lexicon import Lexicon
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import letters
from chamber_extract.relate.gifts.clauses import verb_end
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, DATE, PERSON

# Who is known by these words alone.
_REFERENCE = re.compile(r"[该此本敝贵](?:公司|集团|会(?![场议员计]))|[他她]们?|我们?(?![国省市县区镇村州])")
_JOINT = re.compile("[、，(（和及与暨]|以及")
_PREPOSITION = re.compile(
    "[向给为对把将由被令让使同跟比到在从以用靠替帮托请邀]|[通透经]过|经由?|随着|根据|依据|按照|除了?|自从?|凭借|来自|代表|包括|连同|[会联协偕]同|因"
)
# 三天后, 2月初, 当晚八时
_WHEN = re.compile(
    r"[0-9一二三四五六七八九十廿卅两数几半]{1,3}(?:年|个?多?月|[日号时点天周]|星期|小时|分钟)"
    r"[底初末中]?(?:时间)?(?:以?来|之?[前后内间]|之中|里|起|止|下来|上午|下午|当[天晚])?"
)
SOME = re.compile(f"{COUNT}|[一几多两数][位名家对]|某[位家一]")
_BEHIND = frozenset("后前时间内起止底午")  # behind a noun or a verb they say when: 震后, 开会时
# Adverbs and pronouns that open the names of parties: 各界, 本地, 全体, 该校; 永远名誉会长, 已故侨领.
_OPENS_NAMES = frozenset("各本我某其全多众几有他她别大该此您咱它吾谁")
_IN_NAMES = frozenset("已故 永远 永久 首都 首相 高新 自家 自己 活佛 爷们 老少 旁人".split())


class Word(NamedTuple):
    """A word at `start:end`, and the kind of the word before it.

    The kinds: `known` (a name or what stands for one), `joint` (、 和), `count`, `break` (a word of time or the like, with which
    no name goes on), `adverb` (the same, but a word that a name may chance to be made of; 的), `preposition`, `place`,
    `grammar` (各界, 本地), `verb`, `noun`; any other character is its own kind.
    """

    kind: str
    start: int
    end: int
    before: str


def each_word(view: str, start: int, end: int) -> Iterator[Word]:
    at, before = start, ""
    while at < end:
        kind, after = _kind(view, at, end, before)
        yield Word(kind, at, after, before)
        at, before = after, kind


def _kind(view: str, at: int, end: int, before: str) -> tuple[str, int]:
    """The kind of the word at a place, and where it ends; a single character is its own kind."""
    here = view[at]
    joint = _JOINT.match(view, at, end)
    if joint and not names().places.at(view, at):  # 和 of 和美镇
        return "joint", joint.end()
    if here in (CHAMBER, PERSON) or _REFERENCE.match(view, at, end):
        return "known", at + 1
    if when := _WHEN.match(view, at, end):
        return "break", when.end()
    if some := SOME.match(view, at, end):
        return "count", some.end()
    if here in " \u3000":
        return before, at + 1
    if here == DATE:
        return "break", at + 1
    if here == "的" and before != "place" and view[at + 1 : at + 2] != COUNT:
        return "adverb", at + 1  # 热心公益的商会, but 悉尼的商会, 到会的30家企业
    governs = _PREPOSITION.match(view, at, end)
    opening = opening_at(view, at, end)
    if opening and not (governs and governs.end() == at + opening):
        return "break", at + opening
    kind = names().common.get(view[at : at + 2], "") if at + 2 <= end else ""
    if governs and kind not in ("noun", "verb"):
        return "preposition", governs.end()
    if place := names().places.at(view, at):
        return "place", min(at + len(place), end)
    if kind == "grammar":
        kept = here in _OPENS_NAMES or view[at : at + 2] in _IN_NAMES
        return "grammar" if kept else "adverb", at + 2
    if kind:
        return "verb" if view[at : at + 2] in names().acts else kind, at + 2
    behind = here in _BEHIND and before in ("verb", "noun", "break", "adverb")
    return "break" if behind else here, at + 1


def opening_at(view: str, at: int, end: int) -> int:
    """The length of the word that stands at a place and may open a clause, 0 without one."""
    return len(_words("opening").at(view, at, end) or "")


def predicate_at(view: str, at: int, end: int) -> int:
    """The length of the word that stands at a place and tells what is done, as no name does."""
    return len(_words("predicate").at(view, at, end) or "")


def alternatives(role: str) -> str:
    """The words of a role in the table of clause words as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, _words(role).classes), key=lambda w: (-len(w), w)))


@cache
def _words(role: str) -> Lexicon:
    return Lexicon((row["word"], role) for row in table("clause_words") if row["role"] == role)


@cache
def heads() -> dict[str, bool]:
    """Nouns that end the name of a party: noun to whether it means several."""
    return {row["head"]: row["plural"] == "1" for row in table("party_heads")}


@cache
def _heads() -> Lexicon:
    return Lexicon((noun, "head") for noun in heads())


def head(text: str) -> str | None:
    """The longest party noun that ends the text, None without one."""
    return _heads().before(text, len(text))


TITLE = re.compile(
    r"(?:会长|主席|理事长|董事长|总经理|秘书长|总裁|主任|书记|委员|理事|董事|创办人|创始人|会员|老板|议员|局绅|拿督|丹斯里|人士|企业家|侨领|侨商|商人|老人|校友|市民|村民|居民|个体户|女士|先生|成员|绅士|店主|店东|东主|业主|牙医|医生|医师|厨师|司机|(?:[小中大]|留)?学生|研究生|同学|华侨|侨胞|侨青|华商|乡贤|善长|网友|院士|教授|校长|老师|[部局团省市县区镇乡州]长|顾问|监事长?|司库|司理|财政|总务|值理|总干事|经理|青年|党员|干部|船长|小朋友)$"
)
# An officer of a chamber who is named by his firm as well gives for himself: 副会长、恒越公司董事长甲.
OF_FIRM = re.compile(
    r"、[^、]{2,}(?:公司|集团|企业|厂|行|店|控股|股份)[^、]{0,4}(?:董事长|总裁|总经理|经理|老板|东主|[厂行店社]长|创办人|负责人)"
)
# What no name of a person holds behind an office.
NO_GIVEN = re.compile(
    r"[的了着过是和与及等此这那每我你他她们各把将被向给在于为捐赠筹募款个元万签，。]|华[人侨商]|[侨同]胞|单位|积极|踊跃|纷纷|带头|率先|慷慨|热烈|自愿|现场|共同|合计|公司|集团|协会|商会|企业|团体|先生|女士|小姐|伉俪|夫妇"
    r"|活动|仪式|大会|会议|晚宴|爱心|一行|代表|出席|参加|响应|联合|组织|启动|宣布|表示|介绍|透露|披露|指出|强调|致辞"
)


# Where the subject ends: a preposition or an adverb before the verb. A letter of a name is none:
# 华为, 信用, 在日中国企业协会, 联合会, 各界, 爱心企业.
_ABROAD = "".join(letters()) + "华中南赤坦喀沪京深粤津渝浙闽苏川鄂湘皖赣晋鲁豫冀黔滇桂琼陕甘"
BY_KIN = r"托(?=(?:人|[儿孙]子|女儿|孙女|朋友|友人|家人|亲戚|同乡|老乡)[^，]{0,4}(?:[带捎转送汇]|$))"
MARK = re.compile(
    rf"(?<!一)向(?!阳|前|日葵|来)|受(?=[^，]{{2,20}}(?:委[托派]|之托|所托|指派))|假(?=[^，]{{2,14}}(?:酒[店楼家]|饭店|大厦|[礼会食]堂|会所|餐厅|宴会厅|学校|中学))|(?<=.)到(?![位达])|(?<!华)为(?!民)|(?<![信医专家日食军民备费使])用(?![友品])|以(?![及色])|也(?!门)|还(?!是)|再(?!生)|共(?![青产和同享])"
    rf"|第[一二三四五六七八九十]批|各(?![界国地省市位族行大级方类种商单企会分]|(?:常务|名誉|副)*(?:理监?事|会长|主席|首长|委员)|校友|侨社|宗亲|同乡|[一-鿿]{{0,3}}(?:单位|企业|公司|机构|团体|社团|侨团|商会))|联合(?![会国总商社早]|[一-鿿]{{2,6}}(?:集团|公司|银行|企业)$)|(?<=[^所])在(?![{_ABROAD}]|[一-鿿](?:{COUNT}|企业)|[一-鿿]{{1,3}}(?:中资|中企|华[人侨]|侨胞)|[^，的]{{1,8}}的(?:会员|企业|公司|员工|成员|老乡|乡亲|校友|[侨华][商胞]))"
    rf"|(?<=.)在[{_ABROAD}](?![^，]{{0,6}}(?:[商企协侨华机]|同胞|人士|会员|员工|老乡|乡亲))|于(?=[\ue000今近])|经(?=[与由过])|爱心(?!人士|企|单位|商|机构|团|市民|会员|车|组织|家庭|网友)"
    rf"|热心(?!人|市民|企业|网友)|代表(?![处们团大])|组织(?![部委者成、和与及])|便(?!利)|{BY_KIN}|(?<=[{CHAMBER}{PERSON}])(?:率(?!先)|委?托)|都(?=[捐为向积已])|义(?=[卖演拍])|冒(?=[着雨雪险暑])|得(?=到)|派(?=人?员|义工|志工|志愿|代表|专人|专车)|{DATE}|{alternatives('mark')}"
)


def marks_in(view: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The prepositions and adverbs of the span, without those that are letters of a name."""
    return (m for m in MARK.finditer(view, start, end) if not _is_letter(view, m, end))


def mark_at(view: str, at: int, end: int) -> bool:
    m = MARK.match(view, at)
    return m is not None and not _is_letter(view, m, end)


def _is_letter(view: str, mark: re.Match[str], end: int) -> bool:
    """Whether an adverb is a letter of a name: 正 in 正和电气 and 天正照明, not in 商会正积极."""
    at, after = mark.span()
    if mark.group() not in _LETTERS or view[at - 1] in (CHAMBER, PERSON, COUNT):
        return False
    return bool(
        _TWO.match(view, after, end)
        and not MARK.match(view, after)
        and verb_end(view, after, end) == after
        and (mark.group() in "正再" or not _heads().before(view, at))
    )


_TWO = re.compile(r"[一-鿿]{2}")
_LETTERS = frozenset("正再均则便曾更尽现立")  # adverbs that may be letters of a name
