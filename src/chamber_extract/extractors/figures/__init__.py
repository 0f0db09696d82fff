"""Figures: every quantity with a unit, a currency or a counted noun, and the thing that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from chamber_extract.extractors.figures import pointed
from chamber_extract.extractors.figures.home_currency import of_dollar_sign, yuan
from chamber_extract.extractors.figures.page_origin import OPENING, countries_in
from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import places
from chamber_extract.mention import Mention
from chamber_extract.normalize.quantities import find_quantities
from chamber_extract.normalize.script import fold
from chamber_extract.normalize.values import Quantity
from chamber_extract.segment import Segments, at
from chamber_extract.text import Text

# What a thing is packed by is no figure of its own: 五公斤装大米, 24支装礼盒.
_PACKED = re.compile(
    r"[/／]?装(?![载运船车箱柜机上下进在卸备修配置饰有入满了]|[的]?(?:[，。、；\s]|$))(?=[㐀-鿿])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and its item, as written without its number; `item_start:item_end` None without one."""

    quantity: Quantity
    item: str | None = None
    item_start: int | None = None
    item_end: int | None = None


def find(text: Text, segments: Segments) -> Iterator[Mention]:
    """Every quantity that is more than a bare number, in order of position."""
    home = yuan(text)
    packs: dict[int, int] = {}  # the end of a pack's size (五公斤 of 五公斤装大米) to its start
    found = pointed.read(text, find_quantities(text.clean, default_currency=home))
    for q in _with_money_behind(text.folded, found):
        if q.kind in ("measure", "count") and _PACKED.match(text.folded, q.end):
            packs[q.end] = q.start
            continue
        if not _is_figure(text, q):
            continue
        q = _behind_name(text.folded, q)
        said = of_dollar_sign(text, q, home)
        if (
            q.currency == home
            and q.unit in _YUAN
            and _OTHER_MONEY.search(text.folded, max(0, q.start - 4), q.start)
        ):
            said = replace(said, currency=None)  # 苏元18万元, if 苏元 is no money we know
        code = said.currency or local_currency(text, segments, said)
        if not code and _by_letter(text, said):
            continue
        quantity = replace(said, currency=_of_its_day(code, text, segments, q) if code else None)
        start = packs.get(q.item_start, q.item_start) if q.item_start is not None else None
        item = text.clean[start : q.item_end] if start != q.item_start else q.item
        figure = Figure(quantity, item, start, q.item_end)
        yield Mention("figure", said.start, q.end, figure, f"figure-{q.kind}")


# 李超, 王小超 and nothing else before a sum that ends its line or part of one.
_NAME = re.compile(
    r"(?<![㐀-鿿0-9A-Za-z])(?P<surname>[一-鿿])(?:[一-鿿](?<![额值价量数计本均款共达已度]))?[超近]$"
)
_PART_ENDS = re.compile(r"整?(?:[\s、；;,，。）)√✓✔]|$)")


def _behind_name(folded: str, q: Quantity) -> Quantity:
    """The sum without the end of a name that reads as its bound: 李超 500元, line by line, is no more than 500."""
    m = _NAME.search(folded, max(0, q.start - 3), q.start + 1) if q.kind == "money" else None
    if not m or names().surnames.get(m["surname"]) != "common" or not _PART_ENDS.match(folded, q.end):
        return q
    return replace(q, start=q.number_start, amount=replace(q.amount, approximation="exact"))


def _with_money_behind(folded: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities; round numbers are in the money that the last of them names: 10万、5万和3万澳元."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        q, after = out[i], out[i + 1]
        named = after.kind == "money" and folded[q.end : after.start] in _AND
        if q.kind == "number" and named and _ROUND.search(folded, q.start, q.end):
            unit = q.unit if after.currency else after.unit  # 20万、10万和15万迪拉姆, of whichever country
            out[i] = replace(q, kind="money", currency=after.currency, unit=unit)
    return out


_AND = frozenset("、和及与")


def _is_figure(text: Text, q: Quantity) -> bool:
    torn = q.start == q.number_start and _BROKEN.search(text.folded, max(0, q.start - 6), q.start)
    if torn:  # 30 .5万元: half a number is a wrong one
        return False
    if "\t" in text.clean[q.start : q.end] and not _fills_cells(text.clean, q):
        return False
    if q.start > 2 and _PARTED.match(text.folded, q.start - 3):  # 3, 500元: 3500 or the third of a list
        return False
    if q.kind == "number":  # 捐款64.4150万: money whose currency was left out
        if _WORTH.search(text.folded, max(0, q.start - 6), q.start) and text.folded.startswith("的", q.end):
            return True  # 价值6.5万的图书
        named = _MONEY_NAMED.search(text.folded, max(0, q.start - 8), q.start)
        return bool(named and _stands_alone(text.folded, q.end)) or _follows_money(text, q)
    return q.kind != "ordinal" and not text.folded.startswith("性", q.end)  # 一次性口罩


def _fills_cells(words: str, q: Quantity) -> bool:
    """Whether number and unit are cells of their own: 2000 | 只, not 捐款5 | 万家灯火."""
    return words[q.start - 1 : q.start] in ("", "\t", "\n") and words[q.end : q.end + 1] in ("", "\t", "\n")


def _stands_alone(folded: str, end: int) -> bool:
    """Whether nothing that was counted follows a number: 捐两万，, not 捐赠3万口罩."""
    return not "\u3400" <= folded[end : end + 1] <= "\u9fff" or folded.startswith(_NOTHING_COUNTED, end)


def _follows_money(text: Text, q: Quantity) -> bool:
    """Whether a round number ends a part of a sentence that gave money before: 甲捐五百万元，乙三百万，丙二百万."""
    folded = text.folded
    if folded[q.end : q.end + 1] not in _PAUSES or not _ROUND.search(folded, q.start, q.end):
        return False
    sentence = folded[max(folded.rfind("。", 0, q.start), folded.rfind("\n", 0, q.start)) + 1 : q.start]
    return len(sentence) < SENTENCE and _GIVEN_BEFORE.search(sentence) is not None


_PAUSES = frozenset(("，", "。", "；", "、", "！", ",", ";", "”", "」", ")", "\n", ""))
_ROUND = re.compile(r"[万亿](?:[0-9一二三四五六七八九][0-9零一二三四五六七八九百千]*)?$")  # 三百万, 2万5千
SENTENCE = 300  # characters; beyond them a number no longer leans on what was given before
_GIVEN_BEFORE = re.compile(r"捐|善款|筹得|募得|报效|献出|解囊")
_NOTHING_COUNTED = (
    "和",
    "及",
    "与",
    "予",
    "给",
    "作",
    "为",
    "资助",
    "支持",
    "用",
    "以上",
    "左右",
    "到",
    "充",
)
_YUAN = frozenset("元圆圓")
_OTHER_MONEY = re.compile(r"(?<![百千万亿0-9单美公])[一-鿿](?:元|[^货]币)$")
_BROKEN = re.compile(r"[0-9] *[.,] *$|[0-9] +$|(?<![0-9A-Za-z一-鿿])[.,] *$")
_PARTED = re.compile(r"[0-9]， [0-9]{3}(?![0-9])")
_WORTH = re.compile(r"(?:价值|总值|市值)(?:[约近逾]|超过)?$")
_MONEY_NAMED = re.compile(
    r"(?:捐款?|善款|捐出|捐资|捐赠|捐献|乐捐|报效|款额)(?:了|共|约|近|逾|达|之|的|总额|合计|共计|累计|突破|超过)*$"
)


@cache
def _former() -> dict[str, list[tuple[date, str]]]:
    """Currencies whose name an earlier one bore: code to the earlier codes and their last days, in order."""
    out: dict[str, list[tuple[date, str]]] = {}
    for row in table("former_currencies"):
        out.setdefault(row["code"], []).append((date.fromisoformat(row["until"]), row["former"]))
    return {code: sorted(former) for code, former in out.items()}


_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")


def _of_its_day(code: str, text: Text, segments: Segments, q: Quantity) -> str:
    """The currency that bore the name when the article came out: 克瓦查 was ZMK until 2012."""
    former = _former().get(code)
    if not former or text.folded.startswith(code, q.start):  # ZMW500: as written
        return code
    article = at(segments.sections, q.start)
    day = (article and article.published) or segments.published
    if not day:
        start, end = (article.start, article.end) if article else (0, len(text.folded))
        year = _YEAR.search(text.folded, start, end)
        day = date(int(year[0]), 1, 1) if year else date.max
    return next((earlier for until, earlier in former if day <= until), code)


@cache
def _local() -> dict[str, dict[str, str]]:
    """Names shared by several currencies: name to country to code; "" has the one meant where none of the countries is named."""
    out: dict[str, dict[str, str]] = {}
    for row in table("local_currencies"):
        out.setdefault(row["name"], {})[fold(row["country"])] = row["code"]
    return out


def _by_letter(text: Text, q: Quantity) -> bool:
    """Whether only a letter says that a number is money: R50,000."""
    return q.kind == "money" and q.unit is None and text.folded[q.start] in _local()


def local_currency(text: Text, segments: Segments, q: Quantity) -> str | None:
    """Whose 比索, 先令50万 or R50,000 it is: of the one country with such money that the article names, itself or by its places."""
    unit, before = fold(q.unit or ""), text.folded[q.start : q.number_start]
    name = unit if unit in _local() else next((n for n in _local() if n in before), None)
    if q.kind != "money" or not name:
        return None
    countries = _local()[name]
    article = at(segments.sections, q.start)
    start, end = (article.start, article.end) if article else (0, len(text.folded))
    abroad = {country: code for country, code in countries.items() if country}
    codes = {code for country, code in abroad.items() if text.folded.find(country, start, end) >= 0}
    if not codes:  # 怡朗菲華商會
        near = set(countries_in(text.folded[start : min(end, start + OPENING)]))
        codes = {code for country, code in abroad.items() if near & set(places()[country].codes)}
    return (codes.pop() if codes else countries.get("")) if len(codes) < 2 else None
