"""When two written forms are the same chamber's name: keys, and abbreviations of a full name."""

from __future__ import annotations

import re
from functools import cache

from chamber_extract import gazetteer
from chamber_extract.gazetteer.places import host
from chamber_extract.normalize.script import fold

# Ways of writing the same body, applied in order; what is left is compared as it stands.
_SAME = (
    (re.compile(r"[\s“”\"'‘’]"), ""),
    (re.compile(r"商\(协\)会"), "商会"),
    (re.compile("的?联席会议?"), "联席会议"),
    (re.compile(r"工商联合会|工商业联合会"), "工商联"),
    (re.compile(r"工商联\((?:总商会|商会|总会)\)"), "工商联"),
    (re.compile("^中华全国工商联|^全联(?=.)"), "全国工商联"),
    (re.compile("律协$"), "律师协会"),
    (re.compile("中企协$"), "中企协会"),
    (re.compile("经济贸易|经济与贸易"), "经贸"),
    (re.compile("(?:中资|中国)(?:企业家|企业|机构)|中资"), "中企"),
    (re.compile("华侨华人|华人华侨"), "华人"),
    (re.compile("^(?:在|驻|全(?!国|联))"), ""),
    (re.compile("(?<=^[南北]加)(?=[台华中])"), "州"),
    (re.compile("^中企驻(?=.)"), "中企"),
    (re.compile("商会总会$"), "商会"),
    (re.compile("台湾同胞投资企业|台[商资](?:投资)?企业|台湾工?商(?=(?:协|联谊)?会)"), "台商"),
    (re.compile("(?<=台商)(?:协|联谊)会$"), "会"),
    (re.compile("(?:(?<=台商)会)?联合总会$"), "总会"),
)
# The only body of the Chinese-funded enterprises of a country, whatever it calls itself.
_NATIONAL = re.compile("中企(?:总?商会|协会|联合会)$")


def spelled(text: str) -> str:
    """The name without white space and in half-width brackets and simplified characters."""
    return re.sub(r"\s", "", fold(text))


@cache
def usual(name: str) -> str:
    """The folded name with the usual word for what is written in several ways: 工商联 for 工商业联合会."""
    for pattern, same in _SAME:
        name = pattern.sub(same, name)
    return name


@cache
def skeleton(name: str) -> tuple[str, str]:
    """Host and body of a folded name: equal for spellings of one body, whoever wrote it.

    The first place is given by code or full division name, so that 印尼 is 印度尼西亚 and 宁波 宁波市;
    中资企业, 中国企业家 and 中企 are one, 工商业联合会 and 工商联, 商（协）会 and 商会.
    """
    body = usual(name)
    where = host(body)
    if not where.places:
        return ("", body)
    first = next((f.place for f in where.places if f.place.codes), where.places[0].place)
    if where.countries:
        for found in where.places:
            if found.place.codes and found.place.kind != "area":  # 浙港 is more than a host
                body = body.replace(found.place.name, "", 1)
        body = body.replace("()", "").lstrip("驻和与")
        own = all(f.place.kind == "country" for f in where.places if f.place.codes)
        if own and _NATIONAL.fullmatch(body):
            body = "中企"
        return ("+".join(where.countries) if own else first.name, body)
    if body.startswith(first.name):
        return (_division(first.name), body[len(first.name) :])
    return ("", body)


@cache
def _divisions() -> dict[str, str]:
    """Short form of a province or city to its full name."""
    rows = gazetteer.table("divisions")
    full = {r["short"]: r["name"] for r in rows if r["short"] and r["level"] == "city"}
    full |= {r["short"] + "州": r["name"] for r in rows if r["short"] and r["name"].endswith("自治州")}
    return full | {r["short"]: r["name"] for r in rows if r["short"] and r["level"] == "province"}


def _division(name: str) -> str:
    return _divisions().get(name, name)


def abbreviates(short: str, full: str) -> bool:
    """Whether the short form takes characters of the full name in their order, ending with its head noun.

    五矿商会 of 中国五矿化工进出口商会, 南中经贸协会 of 南非中国经贸协会, 服装业商会 of 江苏省工商联服装业商会. Two
    characters before the head noun are the least that tell one body from another.
    """
    if (
        len(short) >= len(full)
        or len(short) < 4
        or short[-2:] != full[-2:]
        or short[1:] in ("工商联", "总商会")
    ):
        return False
    rest = iter(full)
    return all(char in rest for char in short)


def shortens(short: str, full: str) -> bool:
    """Whether all characters of the short form stand in the full name in their order (隆雪中总)."""
    rest = iter(full)
    return len(short) < len(full) and short not in full and all(char in rest for char in short)


def misspells(name: str, right: str) -> bool:
    """Whether the name is the right one but for one wrong character in the name of the country."""
    if len(name) != len(right):
        return False
    wrong = [i for i, (a, b) in enumerate(zip(name, right, strict=True)) if a != b]
    if len(wrong) != 1:
        return False
    country = next((f for f in host(right).places if f.place.codes and f.start <= wrong[0] < f.end), None)
    if country is None or len(country.place.name) < 3:
        return False
    return not any(f.end == country.end for f in host(name).places if f.place.codes)
