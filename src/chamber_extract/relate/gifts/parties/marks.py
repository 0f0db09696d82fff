"""Prepositions and adverbs that end a subject, unless they are letters of a name: 华为, 信用, 爱心企业."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.gazetteer.places import letters
from chamber_extract.relate.gifts.clauses import verb_end
from chamber_extract.relate.gifts.parties.clause_words import alternatives
from chamber_extract.relate.gifts.parties.nouns import LONGEST_HEAD, head
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, DATE, PERSON

# Where the subject ends: a preposition or an adverb before the verb. A letter of a name is none:
# 华为, 信用, 在日中国企业协会, 联合会, 各界, 爱心企业.
_ABROAD = "".join(letters()) + "华中南赤坦喀沪京深粤津渝浙闽苏川鄂湘皖赣晋鲁豫冀黔滇桂琼陕甘"
BY_KIN = r"托(?=(?:人|[儿孙]子|女儿|孙女|朋友|友人|家人|亲戚|同乡|老乡)[^，]{0,4}(?:[带捎转送汇]|$))"
MARK = re.compile(
    rf"(?<!一)向(?!阳|前|日葵|来)|(?<=.)到(?![位达])|(?<!华)为(?!民)|(?<![信医专家日食军民备费使])用(?!友)|以(?![及色])|也(?!门)|还(?!是)|再(?!生)|共(?![青产和同享])"
    rf"|第[一二三四五六七八九十]批|各(?![界国地省市位族行大级方类种商单企会分]|校友|侨社|宗亲|同乡|[一-鿿]{{0,3}}(?:单位|企业|公司|机构|团体|社团|侨团|商会))|联合(?![会国总商社早]|[一-鿿]{{2,6}}(?:集团|公司|银行|企业)$)|(?<=[^所])在(?![{_ABROAD}]|[一-鿿](?:{COUNT}|企业)|[一-鿿]{{1,3}}(?:中资|中企|华[人侨]|侨胞)|[^，的]{{1,8}}的(?:会员|企业|公司|员工|成员|老乡|乡亲|校友|[侨华][商胞]))"
    rf"|(?<=.)在[{_ABROAD}](?![^，]{{0,6}}(?:[商企协侨华机]|同胞|人士|会员|员工|老乡|乡亲))|于(?=[\ue000今近])|爱心(?!人士|企|单位|商|机构|团|市民|会员|车|组织|家庭|网友)"
    rf"|热心(?!人|市民|企业|网友)|代表(?![处们团大])|组织(?![部委者成、和与及])|便(?!利)|{BY_KIN}|都(?=[捐为向积已])|义(?=[卖演拍])|冒(?=[着雨雪险暑])|得(?=到)|{DATE}|{alternatives('mark')}"
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
        and (mark.group() in "正再" or not head(view[max(0, at - LONGEST_HEAD) : at]))
    )


_TWO = re.compile(r"[一-鿿]{2}")
_LETTERS = frozenset("正再均则便曾更尽现立")  # adverbs that may be letters of a name
