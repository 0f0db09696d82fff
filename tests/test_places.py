"""Where a named body is at home."""

from __future__ import annotations

import pytest

from chamber_extract.gazetteer.places import find_places, host, letters, place_at, places
from chamber_extract.normalize.script import fold

ABROAD = [
    ("俄罗斯中国总商会", "RU"),
    ("阿联酋中国商会", "AE"),
    ("沙特中资企业协会", "SA"),
    ("沙特阿拉伯中资企业协会", "SA"),
    ("赤几中国商会", "GQ"),
    ("赤道几内亚中国商会", "GQ"),
    ("几内亚中资企业协会", "GN"),
    ("几内亚比绍中国商会", "GW"),
    ("巴布亚新几内亚中资企业商会", "PG"),
    ("圣普中国总商会", "ST"),
    ("圣多美和普林西比中国总商会", "ST"),
    ("刚果（金）中资企业协会", "CD"),
    ("刚果（布）中资企业协会", "CG"),
    ("中资企业（新加坡）协会", "SG"),
    ("中国商会（马耳他）", "MT"),
    ("（德国）北威州中资企业协会", "DE"),
    ("伊斯坦布尔中资企业协会", "TR"),
    ("中资企业驻特立尼达和多巴哥商业协会", "TT"),
    ("全荷兰中资企业协会", "NL"),
    ("全日本华侨华人联合会", "JP"),
    ("在日中国企业协会", "JP"),
    ("在津中资企业商会", "ZW"),
    ("旅英中国工商企业联合会", "GB"),
    ("驻科威特中资企业协会", "KW"),
    ("英中贸易协会", "GB"),
    ("南中经贸协会", "ZA"),
    ("菲华商联总会", "PH"),
    ("印尼中国商会总会", "ID"),
    ("印度中国商会", "IN"),
    ("苏里南中国企业商会", "SR"),
    ("南苏丹中国商会", "SS"),
    ("苏丹中国企业家商会", "SD"),
    ("尼日尔中资企业承包工程协会", "NE"),
    ("尼日利亚中国总商会", "NG"),
    ("蒙古国中华总商会", "MN"),
    ("老挝—中国友好协会", "LA"),
    ("缅甸（中国）云南商会", "MM"),
    ("日本无锡商会", "JP"),
    ("欧盟中国商会", "EU"),
    ("南加州潮州商会", "US"),
    ("多伦多华商会", "CA"),
    ("寮國中國總商會", "LA"),
    ("紐西蘭中國商會", "NZ"),
    ("義大利中資企業協會", "IT"),
    ("砂拉越中華總商會", "MY"),
    ("吉隆坡暨雪蘭莪中華總商會", "MY"),
    ("香港中華總商會", "HK"),
    ("香港美國商會", "HK"),
    ("九龍總商會", "HK"),
    ("澳門中華總商會", "MO"),
    ("台北市電腦商業協會", "TW"),
    ("台湾省商业会联合会", "TW"),
    ("菲律濱工商總會", "PH"),
    ("錫蘭中華總商會", "LK"),
    ("黑山中资企业商会", "ME"),
    ("星洲潮州商會", "SG"),
    ("隆雪中華總商會", "MY"),
    ("粵港澳大灣區香港商會", "HK"),
    ("閩澳工商聯誼會", "MO"),
    ("滬港經濟發展協會", "HK"),
    ("中国企业驻秘鲁协会", "PE"),
    ("西港中國商會", "KH"),
]


@pytest.mark.parametrize(("name", "code"), ABROAD, ids=[a[0] for a in ABROAD])
def test_host_country(name: str, code: str) -> None:
    assert host(fold(name)).countries == (code,)


HOME = [
    ("江苏省工商联", "江苏省"),
    ("天津市甘肃商会", "天津市"),
    ("宁波市永嘉商会", "浙江省"),
    ("海曙区古林商会", "浙江省"),
    ("内蒙古自治区工商联", "内蒙古自治区"),
    ("延边朝鲜族自治州企业家协会", "吉林省"),
    ("阿坝州工商联", "四川省"),
    ("长阳县工商联", "湖北省"),
    ("苏商发展促进会", "江苏省"),
    ("浙商总会", "浙江省"),
    ("武汉国际合作商会", "湖北省"),
    ("中国（浙江）自由贸易试验区商会", "浙江省"),
    ("上海美国商会", "上海市"),
]


@pytest.mark.parametrize(("name", "province"), HOME, ids=[h[0] for h in HOME])
def test_province(name: str, province: str) -> None:
    assert (host(fold(name)).countries, host(fold(name)).province) == ((), province)


@pytest.mark.parametrize(
    "name",
    [
        "中国欧盟商会",
        "中国美国商会",
        "中国医师协会",
        "全国工商联",
        "长三角企业家联盟",
        "世界华商联合会",
        "中美洲中资企业协会",
    ],
)
def test_neither_country_nor_province(name: str) -> None:
    assert (host(name).countries, host(name).province) == ((), None)


def test_two_host_countries() -> None:
    assert host("比利时卢森堡中资企业协会").countries == ("BE", "LU")


def test_a_district_of_several_provinces_has_none_by_itself() -> None:
    assert host("和平区工商联").province is None
    assert host("天津市和平区工商联").province == "天津市"


def test_the_longest_name_is_read() -> None:
    place = place_at("几内亚比绍中国商会", 0)
    assert place is not None and place.name == "几内亚比绍"
    assert [f.place.name for f in find_places("内蒙古自治区与蒙古")] == ["内蒙古自治区", "蒙古"]


@pytest.mark.parametrize("word", ["公安", "和平", "互助", "东方", "中山", "通道"])
def test_words_that_are_also_counties_are_no_places(word: str) -> None:
    assert place_at(word + "商会", 0) is None


def test_every_place_has_two_characters_at_least_and_letters_one() -> None:
    assert all(len(name) > 1 for name in places())
    assert all(len(letter) == 1 for letter in letters())


def test_names_are_as_folding_leaves_them() -> None:
    """A name in the tables that folding changes could never be found."""
    assert [name for name in places() if fold(name) != name] == []
