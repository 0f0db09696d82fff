"""What is known of a chamber beside its names: type, host, parent, offices, and the key that other documents share."""

from __future__ import annotations

import pytest

from chamber_extract.relate.entities import ChamberEntity
from tests.chamber_reading import chambers

KINDS = [
    ("中资企业（新加坡）协会", "overseas", ("SG",), None),
    ("肯尼亚江苏商会", "overseas", ("KE",), None),
    ("全日本华侨华人联合会", "overseas", ("JP",), None),
    ("日本川渝总商会", "overseas", ("JP",), None),
    ("越南台灣商會聯合總會", "overseas", ("VN",), None),
    ("菲華商聯總會", "overseas", ("PH",), None),
    ("菲律宾和平统一促进会", "overseas", ("PH",), None),
    ("世界华商联合促进会", "overseas", (), None),
    ("中美洲中资企业协会", "overseas", (), None),
    ("香港中國企業協會", "overseas", ("HK",), None),
    ("中国机电产品进出口商会", "import_export", (), None),
    ("天津市进出口商会", "import_export", (), "天津市"),
    ("香港中華出入口商會", "industry", ("HK",), None),
    ("香港九龍東各界聯合會", "regional", ("HK",), None),
    ("澳門葡語國家商貿促進會", "regional", ("MO",), None),
    ("澳門福建工商聯會", "regional", ("MO",), None),
    ("中国医师协会", "industry", (), None),
    ("武汉建设监理与咨询行业协会", "industry", (), "湖北省"),
    ("余姚市裘皮商会", "industry", (), "浙江省"),
    ("深圳市商业联合会", "industry", (), "广东省"),
    ("香港珠寶製造業廠商會", "industry", ("HK",), None),
    ("江苏省工商联服装业商会", "industry", (), "江苏省"),
    ("全国工商联", "federation", (), None),
    ("新疆维吾尔自治区工商业联合会", "federation", (), "新疆维吾尔自治区"),
    ("天津市工商联（总商会）", "federation", (), "天津市"),
    ("香港工商業聯合會", "regional", ("HK",), None),
    ("澳門工商聯", "regional", ("MO",), None),
    ("天津市甘肃商会", "regional", (), "天津市"),
    ("海曙区高桥镇商会", "regional", (), "浙江省"),
    ("鄞州区潘火投创中心商会", "regional", (), "浙江省"),
    ("苏州工业园区商会", "regional", (), "江苏省"),
    ("浙商总会", "regional", (), "浙江省"),
    ("上海市青年企业家商会", "regional", (), "上海市"),
    ("香港福建商會", "regional", ("HK",), None),
    ("澳門中華總商會", "regional", ("MO",), None),
    ("柬埔寨香港商會", "overseas", ("KH",), None),
    ("泰國澳門總商會", "overseas", ("TH",), None),
    ("重庆市中小企业服务协会", "regional", (), "重庆市"),
    ("广州市物流服务协会", "industry", (), "广东省"),
    ("英中贸易协会", "foreign", ("GB",), None),
    ("老挝—中国友好协会", "foreign", ("LA",), None),
    ("全巴基斯坦工商总会", "foreign", ("PK",), None),
    ("馬來西亞製造商聯合會", "foreign", ("MY",), None),
    ("中国欧盟商会", "foreign", (), None),
    ("上海美国商会", "foreign", (), "上海市"),
    ("香港美國商會", "foreign", ("HK",), None),
    ("世界钢铁协会", "foreign", (), None),
    ("巴西中国双边商会", "foreign", ("BR",), None),
    ("多倫多華埠商會", "overseas", ("CA",), None),
    ("开普敦顺德联谊会", "overseas", ("ZA",), None),
    ("悉尼番禺同乡商会", "overseas", ("AU",), None),
    ("中国企业驻秘鲁协会", "overseas", ("PE",), None),
    ("閩澳工商聯誼會", "regional", ("MO",), None),
    ("粵港澳大灣區香港工商協進商會", "regional", ("HK",), None),
    ("香港工業總會", "industry", ("HK",), None),
    ("曲江新区商会", "regional", (), None),
    ("湖阳市潮汕商会", "regional", (), None),
    ("湖阳市女企业家商会", "regional", (), None),
    ("香港四川經貿聯合會", "regional", ("HK",), None),
    ("广西东盟经贸促进会", "regional", (), "广西壮族自治区"),
    ("沧源湾市民营企业协会", "regional", (), "云南省"),
    ("绍兴市新生代企业家联合会", "regional", (), "浙江省"),
    ("中国中小企业协会", "industry", (), None),
    ("泗水百家姓协会", "overseas", ("ID",), None),
    ("索法拉中资企业协会", "overseas", ("MZ",), None),
    ("卡布韦华侨华人商会", "overseas", (), None),
    ("印度工商总会（新加坡）", "foreign", ("SG",), None),
    ("緬甸華文教育促進會", "overseas", ("MM",), None),
    ("香港果欄商會", "industry", ("HK",), None),
    ("成都市川菜商会", "industry", (), "四川省"),
    ("境外中资企业商（协）会联席会议", "alliance", (), None),
    ("中国在非企业社会责任联盟", "alliance", (), None),
    ("长三角企业家联盟", "alliance", (), None),
]


@pytest.mark.parametrize(("name", "kind", "countries", "province"), KINDS, ids=[k[0] for k in KINDS])
def test_type_host_and_province(
    name: str, kind: str, countries: tuple[str, ...], province: str | None
) -> None:
    entity = next(e for e in chambers(f"近日，{name}举行会议。").entities if e.name == name)
    assert (entity.type, entity.countries, entity.province) == (kind, countries, province)


def test_parents() -> None:
    found = {e.name: e for e in chambers("柬埔寨中国商会西港分会捐款。江苏省工商联服装业商会捐款。").entities}
    assert found["柬埔寨中国商会西港分会"].parent is found["柬埔寨中国商会"]
    assert found["江苏省工商联服装业商会"].parent is found["江苏省工商联"]


def test_a_country_in_one_character_is_the_one_of_the_document() -> None:
    found = {e.name: e.countries for e in chambers("阿根廷中资企业协会开会。旅阿福清商会出席。").entities}
    assert found["旅阿福清商会"] == ("AR",)
    assert chambers("旅阿福清商会出席。").entities[0].countries == ()


def test_a_district_of_several_provinces_takes_the_documents() -> None:
    found = {e.name: e.province for e in chambers("天津市工商联开会。和平区工商联出席。").entities}
    assert found == {"天津市工商联": "天津市", "和平区工商联": "天津市"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("成都市青羊区工商联主席唐志远带头捐款，区工商联共筹集善款68万元。", {"成都市青羊区工商联"}),
        ("蘇州市吳江區工商聯開會，區工商聯主席出席。", {"蘇州市吳江區工商聯"}),
        ("温州市永嘉县工商联开会，县工商联主席和市工商联主席出席。", {"温州市永嘉县工商联", "温州市工商联"}),
        ("成都市青羊区开会，区工商联主席出席。", {"青羊区工商联"}),
    ],
)
def test_an_ellipsis_means_the_body_named_in_full(text: str, names: set[str]) -> None:
    assert {e.name for e in chambers(text).entities} == names


def roles(clean: str) -> dict[str, list[tuple[str, str | None]]]:
    return {e.name: e.roles for e in chambers(clean).entities if e.roles}


def test_offices_in_another_body() -> None:
    body = "境外中资企业商（协）会联席会议"
    clean = (
        f"{body}成立。中资企业（新加坡）协会担任首届轮值主席；德国中国商会、越南中国商会为副主席单位；"
        "首届理事单位为巴西中资企业协会和埃及中国商会。"
    )
    assert roles(clean) == {
        "中资企业（新加坡）协会": [("轮值主席", body)],
        "德国中国商会": [("副主席单位", body)],
        "越南中国商会": [("副主席单位", body)],
        "巴西中资企业协会": [("理事单位", body)],
        "埃及中国商会": [("理事单位", body)],
    }


def test_offices_of_a_roll() -> None:
    body = "境外中资企业商（协）会联席会议"
    clean = f"{body}成员名单\n德国中国商会\t越南中国商会\n埃及中国商会\t\n媒体报道\n韩国中国商会捐款"
    assert roles(clean) == {
        name: [("成员单位", body)] for name in ("德国中国商会", "越南中国商会", "埃及中国商会")
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("印尼中国商会总会", "印度尼西亚中国商会总会"),
        ("浙江省工商業聯合會", "浙江省工商联"),
        ("驻科威特中资企业协会", "科威特中资企业协会"),
        ("中资企业（马拉维）商会", "马拉维中资企业商会"),
        ("中国商会（马耳他）", "马耳他中国商会"),
        ("宁波市永嘉商会", "宁波永嘉商会"),
    ],
)
def test_spellings_share_a_key_across_documents(one: str, other: str) -> None:
    assert ChamberEntity(one, "regional").keys & ChamberEntity(other, "regional").keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("欧盟中国商会", "中国欧盟商会"),
        ("刚果（金）中资企业协会", "刚果（布）中资企业协会"),
        ("上海市福建商会", "福建省上海商会"),
        ("伊斯坦布尔中资企业协会", "土耳其中资企业协会"),
        ("吉林市工商联", "吉林省工商联"),
    ],
)
def test_other_bodies_do_not(one: str, other: str) -> None:
    assert not ChamberEntity(one, "regional").keys & ChamberEntity(other, "regional").keys
