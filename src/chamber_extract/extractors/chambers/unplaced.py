"""Names that are whole though no place that a table has opens them: of towns, streets, peoples, places abroad."""

from __future__ import annotations

import re

from chamber_extract.extractors.chambers.edges import ABROAD_UNLISTED
from chamber_extract.extractors.chambers.tokens import is_generic, is_ordinary
from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.trades import holds_trade, is_trade

# Peoples of other countries, whose bodies name no place: 马来|工商(联合会), 印裔(商会).
PEOPLES = re.compile(
    "(?:马来人?|土著|印裔|锡克|淡米尔|回教|穆斯林|伊斯兰|毛利)(?:人|青年|妇女)?(?:工商业?|中小型?企业|贸易|企业家)?"
)
_CHINESE_PEOPLE = re.compile(r"([^\W\d旅居各新老全海归]{2,4})(?:华人|华裔|华侨(?!城)|华商)")
# 花園街商戶聯盟: the shops of a street.
_STREET = re.compile(r"\w{2,4}(?:街|大道|路|坊|墟|里)(?:商户|商铺|店铺|商家|食肆)$")
# 容桂女企业家协会: of a town without 镇.
_WOMEN = re.compile("([\u4e00-\u9fff]{2,3})(?:女|青年)企业家")
# 唐家口街道商会, 开发区商会: a town or park without its city.
_TOWN = re.compile(
    r"(?!乡镇|各|本|全)\w{2,4}(?<!乡镇)(?<!级)(?:街道|镇|乡|社区|开发区|高新区|新区|工业园|园区)(?:(?:民营|青年|女)?企业家?|工商|商业)?$"
)


def is_whole(core: str, head: str) -> bool:
    """Whether what stands before the head noun makes a name with it that says which body is meant."""
    members = _WOMEN.fullmatch(core)
    towns = head in ("商会", "总商会") or core.endswith(("企业家", "工商", "商业"))
    return bool(
        (towns and _TOWN.match(core))
        or ABROAD_UNLISTED.match(core)
        or _STREET.fullmatch(core)
        or core + head == "工商协进会"
        or _of_chinese(core)
        or (members is not None and not is_ordinary(members[1]) and not is_generic(members[1]))
        or (head.endswith(("商会", "工商联合会", "工商会")) and PEOPLES.fullmatch(core))
    )


def has_own_place(core: str) -> bool:
    """Whether a place that no table has stands before a trade, or is all: 红牌楼|汽摩用品(商会), 春熙路(商会), but
    红木|家具(商会) is of a trade alone.
    """
    road = _ROAD.fullmatch(core)
    return bool(road and _may_be_place(core)) or any(
        is_trade(core[size:].removesuffix("行业")) and _may_be_place(core[:size])
        for size in _PLACE
        if size < len(core)
    )


def _may_be_place(word: str) -> bool:
    """Whether no ordinary word, trade or kind of bodies makes it up, nor a verb or adverb begins it."""
    common = names().common
    known = is_ordinary(word) or word in common or is_generic(word) or holds_trade(word)
    return not known and not (is_generic(word[:2]) or common.get(word[:2], "noun") != "noun")


_PLACE = (2, 3)  # characters of such a place
_ROAD = re.compile(r"[\u4e00-\u9fff]{2,3}(?:(?<![网公铁线套思门出])路|(?<![步行商一条整全])街|商圈)")


def _of_chinese(core: str) -> bool:
    """Whether a place that no table has stands before Chinese people, as it does abroad: 愛城華人工商(協會)."""
    m = _CHINESE_PEOPLE.match(core)
    return m is not None and not is_ordinary(m[1]) and not is_generic(m[1])
