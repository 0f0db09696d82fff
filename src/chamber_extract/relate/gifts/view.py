"""The view of a document in which gifts are read.

Each mention is a run of one letter of the private use area, so that a pattern can say "figure" and a name
never looks like a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from chamber_extract.extractors.figures.home_currency import yuan
from chamber_extract.gazetteer import table
from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.items import OF_BUILDINGS, head_kind
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.aliases import Chambers

# The letters of the view.
DATE, CHAMBER, PERSON, FIGURE, COUNT, ASIDE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"

# Units by which things are counted or weighed; anything else is given only if its noun is one of goods.
GOODS_UNITS = frozenset(
    "个 個 份 只 隻 套 副 付 双 雙 箱 台 臺 顶 頂 瓶 辆 輛 本 册 冊 盒 包 袋 桶 支 张 張 床 头 頭 株 枚 把 部 艘 架 块 塊 条 條 桌 打 件 剂 劑 剂次 罐 听 幅 匹 卷"
    " 颗 顆 粒 筐 车 棵 尾 羽 盏 盞 根 面 方 人份 单位 單位 支装 令 樽 片 方 组 組 扇 栋 棟 束 捆 壶 壺 缸 针 針 桩 台套 件套 套件 席 聽".split()
)
# Units of what is not itself given, even where goods stand beside: 物资3批, 运送物资30车次.
_NEVER = frozenset(
    "批 批次 宗 笔 筆 车次 航次 架次 趟 次 种 種 类 類 项 項 家 名 位 人 户 戶 所 间 間 吨位 期 场 句 個月 个月 天 年 倍".split()
)
WEIGHTS = frozenset("吨 噸 公吨 公噸 公斤 千克 斤 克 磅 担 升 公升 毫升 立方米 t kg 加仑 加侖".split())
# By which cloth, pipes and tiles are measured: 彩条布1.2万平方米, but not 修路3000米.
_LENGTHS = frozenset("米 公尺 平方米 平方公尺 码 碼 英尺".split())


_ASIDE = re.compile(r"[（(][^（()）\n]{0,80}[)）]|《[^《》\n]{0,60}》|“[^“”\n，。" + FIGURE + r"]{0,16}”")
_GIVES = re.compile(r"(?:[、和及与]“[^“”]{1,16}”)*(?:各|均|共|也|还|则|另|率先|合|[认乐]?捐|赠|送|为|向)")
_PARTS = re.compile(r"[（(](?:其中|当中|含(?!税)|[^，。；（()）]{2,12}个人)")  # 300万元（其中甲公司100万元）
_SAID_APART = re.compile(r"[（(][^（()）]{4,40}，[^（()）]*捐[^（()）]*\ue003")  # a sentence in brackets
_APART = tuple("。！？!?”\n")


@dataclass(frozen=True, slots=True)
class View:
    """The document for reading clauses: `text` has the length of the clean text."""

    text: str
    figures: tuple[Mention, ...]
    home: str | None  # the currency of a bare 元
    moneys: frozenset[str]  # the currencies that the figures outside of brackets name
    named: frozenset[str]  # those named in so many words, and not by a bare 元
    density: int  # words of giving among 200 characters of the document
    weighed: dict[int, float] = field(default_factory=dict, compare=False)  # likelihoods found so far

    def within(self, start: int, end: int) -> list[Mention]:
        """The figures that begin in the stretch."""
        first = bisect_left(self.figures, start, key=lambda m: m.start)
        return list(self.figures[first : bisect_left(self.figures, end, key=lambda m: m.start)])

    def parted(self, figures: list[Mention]) -> tuple[list[Mention], list[Mention]]:
        """The figures outside of brackets, and those inside if there are others."""
        main = [m for m in figures if self.text[m.start] != ASIDE]
        return (main, [m for m in figures if self.text[m.start] == ASIDE]) if main else (figures, [])


def look(reading: Reading, chambers: Chambers) -> View:
    """The view of a document, with the figures that could be a gift."""
    letters = list(reading.text.folded)

    def paint(start: int, end: int, letter: str) -> None:
        letters[start:end] = letter * (end - start)

    for place in (*reading.of("chamber"), *(span for span, _ in chambers.places)):
        paint(place.start, place.end, CHAMBER)
    for m in reading.of("person"):
        paint(m.start, m.end, PERSON)
    figures = []
    for m in reading.of("figure"):
        bodies = _counts_no_thing(m) and _BODIES.match("".join(letters[m.end : m.end + LONGEST_FRONT]))
        if _PACKED.match(reading.text.folded, m.end) and m.value.quantity.kind != "money":  # 10公斤装1000袋
            paint(m.start, m.end + 1, ASIDE)
            continue
        giveable = (can_be_given(m) and not bodies) or is_built(reading.text.folded, m, figures)
        paint(m.start, m.end, FIGURE if giveable else COUNT)
        if giveable:
            figures.append(m)
    for m in reading.of("date"):
        paint(m.start, m.end, DATE)
    plain = "".join(letters)
    for m in _ASIDE.finditer(plain):
        if m.end() - m.start() <= 1 or _PARTS.match(plain, m.start()):
            continue
        if _SAID_APART.match(plain, m.start()) and plain[m.start() - 1 : m.start()] in _APART:
            continue
        if _GIVES.match(plain, m.end()) and _is_people(m[0].strip("“”")):  # “东方百货”和“金龙超市”各捐
            paint(m.start(), m.start() + 1, ASIDE)
            paint(m.end() - 1, m.end(), ASIDE)
        else:
            paint(m.start(), m.end(), ASIDE)
    told = (m.value.quantity.currency for m in figures if letters[m.start] == FIGURE)
    named = (
        m.value.quantity.currency for m in figures if not _BARE.fullmatch(reading.text.folded, m.start, m.end)
    )
    words = len(_GIVING.findall(reading.text.folded))
    density = min(_DENSEST, 200 * words // max(1, len(letters)))
    return View(
        "".join(letters),
        tuple(figures),
        yuan(reading.text),
        frozenset(filter(None, told)),
        frozenset(filter(None, named)),
        density,
    )


_BARE = re.compile(r"[约近逾超过共]*[0-9〇零一二三四五六七八九十百千万亿两,.余多]+[元圆]")
# Few words and all of them common: how often they stand in a document is one of the things weighed in `likely`.
_GIVING = re.compile("捐|赠|善款|赈|慈善|爱心|救灾")
_DENSEST = 6  # more say no more


def can_be_given(m: Mention) -> bool:
    """Whether a figure is money or a count or weight of things."""
    quantity = m.value.quantity
    if quantity.kind in ("money", "number"):
        return True
    unit = (quantity.unit or "").partition("(")[0].partition("（")[0]  # 个（套、双）
    noun = head_kind(fold(m.value.item or ""))
    if quantity.kind == "measure":
        return unit in WEIGHTS or (unit in _LENGTHS and noun == "goods")
    if quantity.kind != "count" or noun == "token" or _NO_THING.search(m.value.item or ""):
        return False
    if unit == "席" and not m.value.item:  # 认捐50席: tables at a banquet
        return False
    return (unit in GOODS_UNITS and not _is_people(m.value.item, unit)) or (
        unit not in _NEVER and noun == "goods"
    )


_NO_THING = re.compile(
    r"^(?:周末|週末|星期|国家|國家|地区|地區|省市|省份|城市|区县|县市|乡镇|鄉鎮)|(?:名额|名額|学额|學額|席位|岗位|崗位|机会|機會|学位|學位|项目|項目|课程|課程|[置灾災务務助离離测測种種勤站][点點])$"
)


@cache
def _party_nouns() -> frozenset[str]:
    return frozenset(row["head"] for row in table("party_heads"))


def _is_people(item: str | None, unit: str = "") -> bool:
    """Whether a counted noun names people or bodies: 43个社团."""
    noun = fold(item or "")
    if unit in ("个", "個") and any(noun[:n] in _party_nouns() for n in (2, 3, 4)):
        return True  # 二十多个侨团昨午举行
    return head_kind(noun) is None and any(noun[i:] in _party_nouns() for i in range(len(noun)))


def _counts_no_thing(m: Mention) -> bool:
    return m.value.quantity.kind == "count" and m.value.item is None


_PACKED = re.compile("装(?![柜车箱船机上进入在载满运好完])")  # but 睡袋1000条装柜
LONGEST_FRONT = 4  # characters of what stands between a count and the chambers it counts
_BODIES = re.compile(rf"[一-鿿]{{0,3}}{CHAMBER}")  # 七个主要商会


_CLAUSE = re.compile("[，。；;：:\n]")
_JOINT = re.compile("、|以及|[和及与]")
_BUILT = re.compile(r"(?:建(?:成|造|设)?|捐[赠献修造]?|援?打[下出成]?)了?(?:约|近|逾)?$")


def is_built(folded: str, m: Mention, before: list[Mention]) -> bool:
    """Whether a figure counts what was built to be given: 捐建校舍两间, 援建3所希望小学.

    What a sum just told of is for is none: 出资20万元打井一口.
    """
    figure = m.value
    if figure.quantity.kind != "count":
        return False
    if figure.item_start is None:
        return (
            figure.quantity.unit in OF_BUILDINGS
            and _BUILT.search(folded, max(0, m.start - 5), m.start) is not None
        )
    if head_kind(fold(figure.item)) != "building":
        return False
    start = min(figure.item_start, m.start)
    paid = before and before[-1].value.quantity.kind == "money" and before[-1]
    if paid and folded[paid.end] != "的" and not _CLAUSE.search(folded, paid.end, start):
        return False
    goes_on = bool(before) and _JOINT.fullmatch(folded, before[-1].end, start) is not None
    if goes_on and head_kind(fold(before[-1].value.item or "")) == "building":  # 援建小学6所、卫生所4间
        return True
    return _BUILT.search(folded, max(0, start - 5), start) is not None
