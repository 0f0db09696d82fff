"""Where a page comes from, as far as it shows: its script, its dateline, the places that its opening names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.places import Found, find_places
from chamber_extract.text import Text

OPENING = 300  # characters: headline, dateline and first sentence
_NAMESAKES = {"冈山": ("TW", "JP")}  # a prefecture of Japan and a district of Kaohsiung
_BODY = re.compile("[一-鿿]{0,6}?(?:商会|总会|协会|公会|联会|会馆|公所|同乡会|联合会|联谊会|商业会|社团)")
_HOMELAND = re.compile(
    "籍|人|(?:工?商|企业家?|华侨|华人|社团|侨团){0,2}(?:总?商会|总会|协会|联合会|同乡|会馆|公会|联谊)"
)
# 【記者溫哥華報導】, （亚罗士打19日讯）, 中新社纽约5月3日电
_DATELINE = re.compile(
    r"记者[^，。；\n]{2,16}?(?:报导|报道)|[(（【\[〔][^()（）【】\n]{2,24}?[讯电][)）】\]〕]|(?:本报|中新社|新华社)[^，。\n]{2,10}?[讯电]"
)
_FILIPINO = re.compile("菲华|旅菲")
_REPUBLIC = re.compile("民国|新北市|立法院|内政部")
_MAINLAND_BODY = re.compile(
    "工商联(?![谊合会])|统战部|[省市县]委(?!员)|民政局|(?:[省市县]|自治州)[一-鿿]{0,4}(?:总?商会|行业协会)|中国[一-鿿]{2,8}协会"
)
_FROM_CHINA = re.compile("中国|中资|中企|国内|大使馆|祖国|驻新")
_OF_CHINA = re.compile("中新|新华|中国|人民")
_OWN = re.compile(r"[(（【\[〔][^()（）【】\n]{2,24}?讯[)）】\]〕]")
_REPORT = re.compile(r"[(（【\[〔](?:本报|[一-鿿]{1,6}报)(?:消息|[专特]?讯)[)）】\]〕]")
_HERE = {"本港": "HK", "本澳": "MO"}
_IS_HERE = re.compile("|".join(_HERE))
FOOT = 60  # characters: a paper's own name below its article


def is_simplified(text: Text) -> bool:
    """Whether hardly any character changes when folded to simplified script.

    Traditional text changes about every third character; names and quotations in simplified
    text stay far below one in thirty.
    """
    han = changed = 0
    for a, b in zip(text.clean, text.folded, strict=True):
        if "一" <= b <= "鿿":
            han += 1
            changed += a != b
    return changed * 30 <= han


@lru_cache(maxsize=32)  # asked for each $ and 比索 of a page
def _places(words: str) -> tuple[Found, ...]:
    return tuple(find_places(words))


def home(text: Text) -> tuple[str, ...]:
    """Where a page comes from: by its dateline, the bodies that it opens with, or the places named; one of them if any is clear."""
    republic = ("TW",) if _REPUBLIC.search(text.folded, 0, OPENING) else ()
    told = [codes for codes in (reported(text), bodies(text), named(text), republic) if codes]
    return next((codes for codes in told if len(codes) == 1), told[0] if told else ())


def bodies(text: Text) -> tuple[str, ...]:
    """Where the bodies that the opening names are at home, in their order."""
    return _codes(found for found in _opening(text) if _BODY.match(text.folded, found.end))


def reported(text: Text) -> tuple[str, ...]:
    """The countries and territories that the dateline names, else those of the paper: 記者溫哥華報導, 本澳, 西貢解放日報."""
    if m := _IS_HERE.search(text.folded, 0, OPENING):
        return (_HERE[m[0]],)
    datelines = [m[0] for m in _DATELINE.finditer(text.folded, 0, OPENING)]
    out = tuple(dict.fromkeys(code for line in datelines for code in countries_in(line)))
    if "JP" in out and any(found.place.codes == ("TW",) for found in _places(text.folded[:OPENING])):
        return ("TW",)  # 冈山, 板桥 and 松山 are there too
    paper = _imprint(text)
    return out or ((paper,) if paper else ())


@cache
def _papers() -> tuple[dict[str, str], re.Pattern[str]]:
    """The papers outside of the mainland with their countries, and how one stands over or under its own article."""
    papers = {row["name"]: row["country"] for row in table("papers")}
    names = "|".join(sorted(papers, key=len, reverse=True))
    return papers, re.compile(
        rf"(?:^|[\s:(【\[〔|])《?({names})(?=[\s》)】\]〕|,，]|讯|消息|记者|[0-9]|$)(?!》?报[道导])", re.M
    )


def _imprint(text: Text) -> str | None:
    """The country of the paper that the page names as its own: 来源：联合早报, （中央社記者, 香港文匯報訊."""
    papers, written = _papers()
    n = len(text.folded)
    m = written.search(text.folded, 0, OPENING) or written.search(text.folded, max(0, n - FOOT))
    return papers[m[1]] if m else None


def of_own_paper(text: Text) -> bool:
    """Whether a paper outside of the mainland wrote the page, and no agency of China: （槟城10日讯）, 来源：联合早报."""
    if _imprint(text):
        return True
    found = _OWN.finditer(text.folded, 0, OPENING)
    return any(countries_in(m[0]) and not _OF_CHINA.search(m[0]) for m in found)


def of_local_paper(text: Text) -> bool:
    """Whether a paper reports in its own words on bodies of the one place that the opening names: 【明報專訊】溫哥華華商會."""
    return (
        _REPORT.search(text.folded, 0, OPENING) is not None
        and len(named(text)) == 1
        and bodies(text) == named(text)
    )


def named(text: Text) -> tuple[str, ...]:
    """The countries and territories that the opening names, by their codes; China is in too many names."""
    return _with_filipinos(_opening(text), text.folded[:OPENING])


def countries_in(words: str) -> tuple[str, ...]:
    """The countries and territories of all places that the words name."""
    return _with_filipinos(_places(words), words)


def _with_filipinos(found: Iterable[Found], words: str) -> tuple[str, ...]:
    filipino = ("PH",) if _FILIPINO.search(words) else ()
    return tuple(dict.fromkeys((*_codes(found), *filipino)))


def _codes(found: Iterable[Found]) -> tuple[str, ...]:
    """The codes of the places but for China, in their order."""
    codes = (code for f in found for code in _NAMESAKES.get(f.place.name, f.place.codes))
    return tuple(code for code in dict.fromkeys(codes) if code != "CN")


def _opening(text: Text) -> Iterator[Found]:
    """The places that the opening names, but for where members of a body abroad come from: 休斯敦台湾商会, 马来西亚福建社团."""
    end, papers = -1, _papers()[0]
    for found in _places(text.folded[:OPENING]):
        if found.start != end and not text.folded.startswith(tuple(papers), found.start):
            yield found
        end = found.end if found.place.abroad or found.start == end else -1


def mainland(text: Text) -> bool:
    """Whether the opening names a place on the mainland that is not the home of people abroad (浙江商会)."""
    return any(
        found.place.provinces
        and found.place.kind not in ("short", "merchants")
        and not _HOMELAND.match(text.folded, found.end)
        for found in _opening(text)
    )


def of_mainland(text: Text) -> bool:
    """Whether a page opens with a body that only the mainland has, and names no place elsewhere: 深圳市潮陽商會."""
    return not home(text) and _MAINLAND_BODY.search(text.folded, 0, OPENING) is not None


def of_china(text: Text) -> bool:
    """Whether the opening names bodies of China abroad, or its agencies."""
    return _FROM_CHINA.search(text.folded, 0, OPENING) is not None
