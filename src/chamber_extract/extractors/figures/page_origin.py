"""Where a page comes from, as far as it shows: its script, its dateline, the places that its opening names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from chamber_extract.gazetteer.places import Found, Place, find_places
from chamber_extract.text import Text

OPENING = 300  # characters: headline, dateline and first sentence
_NAMESAKES = {"冈山": ("JP", "TW")}  # a prefecture of Japan and a district of Kaohsiung
_BODY = re.compile("[一-鿿]{0,6}?(?:商会|总会|协会|公会|联会|会馆|公所|同乡会|联合会|商业会|社团)")
_HOMELAND = re.compile(
    "籍|人|(?:工?商|企业家?|华侨|华人){0,2}(?:总?商会|总会|协会|联合会|同乡|会馆|公会|联谊)"
)
# 【記者溫哥華報導】, （亚罗士打19日讯）, 中新社纽约5月3日电
_DATELINE = re.compile(
    r"记者[^，。；\n]{2,16}?(?:报导|报道)|[(（【\[〔][^()（）【】\n]{2,24}?[讯电][)）】\]〕]|(?:本报|中新社|新华社)[^，。\n]{2,10}?[讯电]"
)
_FILIPINO = re.compile("菲华|旅菲")
_OF_CHINA = re.compile("中新|新华|中国|人民")
_OWN = re.compile(r"[(（【\[〔][^()（）【】\n]{2,24}?讯[)）】\]〕]")
_PAPERS = {"中央社": "TW", "本港": "HK", "本澳": "MO"}
_PAPER = re.compile("|".join(_PAPERS))
# Papers abroad by whose name under the title a page is theirs.
_ABROAD = {
    **dict.fromkeys(("联合早报", "联合晚报", "新明日报"), "SG"),
    **dict.fromkeys(("星洲日报", "南洋商报", "光华日报", "诗华日报"), "MY"),
    **dict.fromkeys(("菲律宾商报", "菲律滨商报", "菲华日报"), "PH"),
}
_IMPRINT = re.compile(
    rf"(?:来源|原载|转自)[:：]\s*《?(?P<paper>{'|'.join(_ABROAD)})|^(?P<line>{'|'.join(_ABROAD)})[ \u3000]",
    re.M,
)


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


def first_body(text: Text) -> set[str]:
    """Where the first body that the opening names is at home."""
    return next(_homes(text), set())


def homes_of_bodies(text: Text) -> set[str]:
    """Where the bodies that the opening names are at home."""
    return set().union(*_homes(text))


def _homes(text: Text) -> Iterator[set[str]]:
    """The home of each body that the opening names with its place."""
    opening = text.folded[:OPENING]
    bodies = (found for found in _places(opening) if _BODY.match(opening, found.end))
    return (codes for found in bodies if (codes := _codes(found.place)))


def reported(text: Text) -> set[str]:
    """The countries and territories that the dateline names: 記者溫哥華報導, 中央社, 本澳."""
    if m := _PAPER.search(text.folded, 0, OPENING):
        return {_PAPERS[m[0]]}
    if paper := _own_imprint(text):
        return {paper}
    out: set[str] = set()
    for m in _DATELINE.finditer(text.folded, 0, OPENING):
        out |= countries_in(m[0])
    if "JP" in out and any(found.place.codes == ("TW",) for found in _places(text.folded[:OPENING])):
        return {"TW"}  # 冈山, 板桥 and 松山 are there too
    return out - {"CN"}


def _own_imprint(text: Text) -> str | None:
    """The country of the paper abroad that the opening names as its own: 来源：联合早报."""
    m = _IMPRINT.search(text.folded, 0, OPENING)
    return _ABROAD[m["paper"] or m["line"]] if m else None


def of_own_paper(text: Text) -> bool:
    """Whether a paper abroad wrote the page, and no agency of China: （槟城10日讯）, 来源：联合早报."""
    if _own_imprint(text):
        return True
    found = _OWN.finditer(text.folded, 0, OPENING)
    return any(countries_in(m[0]) - {"CN"} and not _OF_CHINA.search(m[0]) for m in found)


def countries_in(words: str) -> set[str]:
    """The countries and territories of all places that the words name."""
    codes = {code for found in _places(words) for code in _codes(found.place)}
    return codes | {"PH"} if _FILIPINO.search(words) else codes


def _codes(place: Place) -> set[str]:
    return set(_NAMESAKES.get(place.name, place.codes))


def named(text: Text) -> set[str]:
    """The countries and territories that the opening names, by their codes; China is in too many names.

    Where members of a body abroad come from is none: 休斯敦台湾商会.
    """
    opening, end = text.folded[:OPENING], -1
    codes = {"PH"} if _FILIPINO.search(opening) else set()
    for found in _places(opening):
        if found.start != end or not _HOMELAND.match(opening, found.end):
            codes |= _codes(found.place)
        end = found.end
    return codes - {"CN"}


def mainland(text: Text) -> bool:
    """Whether the opening names a place on the mainland that is not the home of people abroad (浙江商会)."""
    opening = text.folded[:OPENING]
    return any(
        found.place.provinces and found.place.kind != "short" and not _HOMELAND.match(opening, found.end)
        for found in _places(opening)
    )
