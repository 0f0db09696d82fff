"""Rows of cells, what their heads say of them, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from chamber_extract.normalize.quantities import POINTED, find_quantities
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.values import Quantity
from chamber_extract.relate.gifts.tables import moneys
from chamber_extract.relate.gifts.view import GOODS_UNITS, WEIGHTS
from chamber_extract.segment import Span

# The role of a column by its head; the first pattern that is found decides.
_ROLES = (
    ("index", re.compile(r"^(?:序号?|编号|号|号码|No\.?|NO\.?|名次|排名)$")),
    (
        "blocked",
        re.compile(r"单价|余额|结余|规格|型号|汇率|电话|地址|账号|票据|收据|凭证|证书|籍贯|性别|职[务位称]"),
    ),
    (
        "recipient",
        re.compile(
            r"受[赠捐助益领惠]|领[取受]|接[收受]|收款|捐赠?对象|捐往|捐给|去向|流向|拨[给往付]|转[交赠]"
        ),
    ),
    ("date", re.compile(r"日期|时间|年月")),
    ("currency", re.compile(r"^(?:币[种别]|货币|货币单位)$")),
    ("equivalent", re.compile(r"(?:折[合算]?|约合|等值)人民币|人民币等值")),
    ("worth", re.compile(r"价值|折[价款合算]|估[值价]|市值|总价|货值|总值")),
    (
        "donor",
        re.compile(
            r"(?:捐[赠款助献资建]*|认[建购养领助捐])(?:人|者|单位|方|企业|机构|商会|团体|公司|会员|名称|来源)|(?:单位|企业|公司|商会|会员|机构|团体|店|户|法人)(?:名称?|全称|[/、或和及(（])"
            r"|姓 ?名|芳名|名字|善长|侨领|[乐认]捐[人者]|(?<![受获])赠(?:送)?[人者方]|功德主|^来源$"
        ),
    ),
    (
        "content",
        re.compile(
            r"款物|[捐赠]物$|实物$|金额[或及和与/、]+(?:捐赠)?物[资品]|物[资品][或及和与/、]+(?:金额|现金)|捐赠内容|^内容$|捐赠情况|(?:物[资品]|品[名种类]|货物)(?:名称)?(?:及|和|与|、|/|\()?数量|捐赠明细"
        ),
    ),
    (
        "amount",
        re.compile(
            r"金 ?额|款额|数额|[捐善义]款|捐[赠资助献]?额|现金|资金|捐出|人民币|港币|美元|[（(](?:单位:)?[百千万]?.{0,3}元[)）]|^(?:欧元|令吉|兰特|英镑|日元|泰铢)$"
        ),
    ),
    ("count", re.compile(r"数 ?量|件数|数目")),
    ("unit", re.compile(r"^(?:计量)?单 ?位$")),
    ("item", re.compile(r"物[资品]|品[名种类]|货物|类[型别]|种类|捐赠内容|礼品|项目")),
    ("donor", re.compile(r"单位|企业|公司|商会|协会|会员|机构|名称|团体|个人|店名|捐[赠款]")),
)
DITTO = re.compile(r"同[上前右左]|[〃″]")  # what stands above, or beside where lines run downwards
MEASURES = frozenset({"amount", "worth", "count", "content", "thing"})
# 小米（袋）, under which rows say how many
_THING = re.compile(
    rf"(?P<item>[一-鿿A-Za-z0-9]{{1,10}})[(（/](?:单位[:：]?)?(?P<unit>{'|'.join(sorted(GOODS_UNITS | WEIGHTS))})[)）]?"
)
_NUMBER = re.compile(
    r"[约近]?[￥¥$]?(?:\d[\d,，]*(?:\.\d+)?[十百千]?[万亿]{0,2}|\d+万零?[1-9]\d{0,3}|[一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}(?:[,、][〇一二三四五六七八九]{3})*)[余多]?(?:整|[.，,]?-|/-)?"
)
# The heads of accounts.
_CAME_IN = re.compile("收[入款方]|进账")
_WENT_OUT = re.compile("支[出付]|付[款方出]")
_ENTRY = re.compile("摘要|事[由项]|项目|内容|说明")
_ARRIVED = re.compile("[实已][到收缴付]|到[账位]")
_NO_HEAD = re.compile(r"\d|.*\d$|[（(]?[^（(]+[:：].")  # 单位:新台币元 is a remark
_IN_HEAD = re.compile(
    r"[（(\[/:](?:单位|币种)?:?(?P<unit>(?!数 ?量|金 ?额|物[资品])[^（()）\[\]/]{1,8}?)[)）\]]?$"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not blank, at `start:end` of the clean text."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True)
class Head:
    """A row of heads: the role of each column, its groups of columns, and the unit that a head names."""

    roles: Mapping[int, str]
    groups: tuple[tuple[int, ...], ...]
    units: Mapping[int, str]
    columns: int
    words: Mapping[int, str]

    @property
    def text(self) -> str:
        """All the heads in a row."""
        return " ".join(self.words.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One group of cells of a row, by column; `total` for a row that sums up, `first` its first column."""

    line: Span
    total: bool
    first: int
    cells: Mapping[int, Cell]
    roles: Mapping[int, str]

    @property
    def cells_by_role(self) -> dict[str, Cell]:
        return {self.roles[column]: cell for column, cell in self.cells.items()}

    def cell(self, role: str) -> Cell | None:
        return self.cells_by_role.get(role)


def cells(folded: str, row: Span, separator: str = "\t") -> list[Cell]:
    """The cells of a row that are not blank, with their columns; between blanks they are all there are."""
    if separator == " ":
        words = re.finditer(r"\S+", folded[row.start : row.end])
        return [Cell(row.start + m.start(), row.start + m.end(), i) for i, m in enumerate(words)]
    out, column, position = [], 0, row.start
    for piece in re.split(separator, folded[row.start : row.end]):
        if bare := piece.strip():
            left = position + piece.index(bare)
            out.append(Cell(left, left + len(bare), column))
        column, position = column + 1, position + len(piece) + 1
    return out


def whole_words(folded: str, row: list[Cell]) -> list[Cell]:
    """The row with 数 and 量 of 数 量 in one cell, as heads are padded."""
    out: list[Cell] = []
    for cell in row:
        last = out[-1] if out else None
        if last and _PADDED.fullmatch(folded, last.start, cell.end):
            out[-1] = replace(last, end=cell.end)
        else:
            out.append(replace(cell, column=len(out)))
    return out


_PADDED = re.compile(r"[㐀-鿿]\s+[㐀-鿿]")


def thing_of(word: str) -> tuple[str, str]:
    """The thing that a head names, and the unit in which the cells below count it."""
    m = _THING.fullmatch(word)
    assert m
    return m["item"], m["unit"]


def role_of(word: str) -> str | None:
    """The role of a column or a row by its head."""
    bare = re.sub(r"\s", "", word)
    if not bare:
        return None
    return next(
        (name for name, sign in _ROLES if sign.search(bare)), "amount" if moneys.names_money(bare) else None
    )


def head_of(folded: str, row: list[Cell]) -> Head | None:
    """The row as a row of heads, None where it is none or heads no figures."""
    words = [re.sub(r"\s", "", folded[c.start : c.end]) for c in row]
    if len(row) < 2 or any(_NO_HEAD.match(w) or len(w) > 20 or not re.search(r"\w", w) for w in words):
        return None
    found = [role_of(w) or ("thing" if _THING.fullmatch(w) else None) for w in words]
    found = _of_accounts(words, found)
    if any("认捐" in w for w in words):  # 认捐 | 实到: the same gift
        found = [None if _ARRIVED.match(w) else role for role, w in zip(found, words, strict=True)]
    if "unit" in found and "count" not in found:  # 单位 | 金额: who gave
        found = ["donor" if role == "unit" else role for role in found]
    if not {"item", "content", "unit", "amount"} & set(found):  # 芳名 | 数目: a sum
        found = [
            "amount" if role == "count" and w.endswith("数目") else role
            for role, w in zip(found, words, strict=True)
        ]
    if "count" in found and "item" not in found and found.count("donor") > 1:  # 单位名称 | 名称 | 数量
        last = max(i for i, role in enumerate(found) if role == "donor")
        found[last] = "item" if words[last] == "名称" else "donor"
    named = [role for role in found if role]
    if (not MEASURES & set(named) and "item" not in named) or len(named) * 2 < len(row):
        return None
    if not {"donor", "item", "content", "entry"} & set(named):
        return None
    roles = {c.column: role for c, role in zip(row, found, strict=True) if role}
    units = {
        c.column: unit
        for c, word in zip(row, words, strict=True)
        if (unit := _unit_in(word, roles.get(c.column)))
    }
    by_column = {c.column: word for c, word, role in zip(row, words, found, strict=True) if role != "outgo"}
    return Head(roles, tuple(_groups(roles)), units, row[-1].column + 1, by_column)


def _of_accounts(words: list[str], found: list[str | None]) -> list[str | None]:
    """The roles in accounts, in which a column tells what came in: 摘要 | 收入 | 支出, 收入 | 金额 | 支出 | 金额."""
    came = next((i for i, w in enumerate(words) if _CAME_IN.match(w)), None)
    went = next((i for i, w in enumerate(words) if _WENT_OUT.match(w)), None)
    if came is None or went is None or went < came:
        return found
    if came + 1 < went and found[came + 1] == "amount":
        return [*found[:came], "entry", *found[came + 1 : went], *("outgo" for _ in words[went:])]
    roles = [
        "entry" if role != "donor" and _ENTRY.match(w) else role for w, role in zip(words, found, strict=True)
    ]
    return [*roles[:came], "amount", *("outgo" for _ in words[came + 1 : went + 1]), *roles[went + 1 :]]


def _unit_in(word: str, role: str | None) -> str | None:
    if role in ("amount", "worth", "equivalent"):
        return moneys.of_head(word)
    named = _IN_HEAD.search(word) if role in MEASURES else None
    return named["unit"] if named else None


def _groups(roles: Mapping[int, str]) -> Iterator[tuple[int, ...]]:
    """Columns that belong together, where the same heads come again side by side."""
    first = next(iter(sorted(roles)), 0)
    group: list[int] = []
    for column in sorted(roles):
        role, held = roles[column], {roles[c] for c in group}
        again = role in held and held & MEASURES
        if again and (
            (role in ("donor", "item", "index") and role not in _beside(roles, group)) or role == roles[first]
        ):
            yield tuple(group)
            group = []
        group.append(column)
    if group:
        yield tuple(group)


def _beside(roles: Mapping[int, str], group: list[int]) -> set[str]:
    """The role of the last column of a group: two heads of givers side by side are one group."""
    return {roles[group[-1]]} if group else set()


# What a cell says before a sum.
_WORTH = re.compile(
    r"^(?:折[合价款算]?|价值|估值|估价|市值|总值|[价计]|合|现[金款]|捐款|善款)?(?:人民币)?[:：]?(?=[\d¥￥])"
)


_POINTS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])")  # 5.000 may be five thousand


def is_number(folded: str, start: int, end: int) -> bool:
    """Whether a bare number, its currency sign aside, is all that stands there."""
    return _NUMBER.fullmatch(folded, start, end) is not None


def money(text: str, unit: str | None, default: str | None) -> Quantity | None:
    """The money that a cell states, by itself or in the unit of its column; None where it is in doubt.

    >>> money("2.5", "港币万元", None).amount.value, money("2.5", "港币万元", None).currency
    (Decimal('25000'), 'HKD')
    """
    text = _WORTH.sub("", re.sub(r"\s", "", fold(text)), count=1)
    code, scale, name = moneys.currency(unit, default)
    text = text.removeprefix("$") if code else text  # whose dollar it is the column says
    if _POINTS.search(text):
        if code not in POINTED and name != "盾":
            return None
        text = text.replace(".", "")
    if found := [q for q in find_quantities(text, default_currency=code) if q.kind == "money"]:
        values = {(q.amount, q.currency) for q in found}
        rest = text[: found[0].start] + text[found[-1].end :]
        same = len(values) == 1 and len(rest.strip("()（）大小写：:")) == 0
        return replace(found[0], currency=found[0].currency or code) if same else None
    bare = re.sub(r"整$|[.，,]?-$|/-$|^[￥¥$]", "", text)
    if not _NUMBER.fullmatch(text) or (unit is None and default is None):
        return None
    if scale and bare[-1] in "万亿":
        scale = ""
    found = find_quantities(f"{bare}{scale}元", default_currency=code)
    if len(found) != 1 or found[0].kind != "money":
        return None
    return (
        found[0] if code else replace(found[0], unit=name, currency=None)
    )  # 比索 and P, of whichever country


def count(text: str, unit: str | None) -> Quantity | None:
    """The number of things that a cell states, their counter in it or given."""
    text = re.sub(r"\s", "", text)
    bare = _NUMBER.fullmatch(text) is not None
    found = find_quantities(text + (unit or "个") if bare else text)
    if not found or found[0].kind not in ("count", "measure") or found[0].start:
        return None
    if len(found) > 1 and text[found[0].end] not in "(（":  # 50箱（10万只）
        return None
    return replace(found[0], unit=None) if bare and not unit else found[0]
