"""Where bodies are at home whose names do not say it alone: the article's country, divisions that no table has."""

from __future__ import annotations

import pytest

from tests.chamber_reading import chambers

Found = list[tuple[str, str, tuple[str, ...]]]


def found(source: str) -> Found:
    """Name, type and countries of each body, in order."""
    return [(c.name, c.type, c.countries) for c in chambers(source).entities]


# (the text, its bodies)
ABROAD: list[tuple[str, Found]] = [
    ("印尼苏北省华社捐款，印尼棉兰的苏北中华总商会主席说", [("苏北中华总商会", "overseas", ("ID",))]),
    ("（北海25日讯）北海华人商会召开大会。马来西亚槟城各界出席，马来西亚同胞。", [("北海华人商会", "overseas", ("MY",))]),
    ("菲律濱火山災情\n中路區華商聯誼會 披索一百萬元\n菲華商聯總會 披索五百萬元", [("中路區華商聯誼會", "overseas", ("PH",)), ("菲華商聯總會", "overseas", ("PH",))]),
    ("愛城華人工商協會籌款，加拿大紅十字會致謝，加拿大僑胞", [("愛城華人工商協會", "overseas", ("CA",))]),
    ("太原华人联合会会长说，越南太原省遭灾，越南政府致谢", [("太原华人联合会", "overseas", ("VN",))]),
    ("印尼中华总商会、印中经济文化合作协会", [("印尼中华总商会", "overseas", ("ID",)), ("印中经济文化合作协会", "foreign", ("ID",))]),
    ("印度中国商会、印中贸易协会", [("印度中国商会", "overseas", ("IN",)), ("印中贸易协会", "foreign", ("IN",))]),
    ("濠江中華商會訪京", [("濠江中華商會", "regional", ("MO",))]),
    ("澳門新口岸工商聯誼會", [("澳門新口岸工商聯誼會", "regional", ("MO",))]),
    ("香港婦女工商聯誼會", [("香港婦女工商聯誼會", "regional", ("HK",))]),
    ("香港付貨人商會", [("香港付貨人商會", "industry", ("HK",))]),
    ("香港商戶行善，香港旺角：花園街商戶聯盟義賣", [("花園街商戶聯盟", "alliance", ("HK",))]),
    ("馬來西亞華夏總商會", [("馬來西亞華夏總商會", "overseas", ("MY",))]),
    ("紐約中餐業協會、布碌崙亞裔商家聯合會", [("紐約中餐業協會", "overseas", ("US",)), ("布碌崙亞裔商家聯合會", "overseas", ("US",))]),
    ("菲華工商聯總會理事長", [("菲華工商聯總會", "overseas", ("PH",))]),
    ("沙巴暨納閩聯邦直轄區中華工商聯合會總會長", [("沙巴暨納閩聯邦直轄區中華工商聯合會", "overseas", ("MY",))]),
    ("卡城華商會、砵崙中華商會", [("卡城華商會", "overseas", ("CA",)), ("砵崙中華商會", "overseas", ("US",))]),
    ("岷市中華商會、未獅耶華商聯合會", [("岷市中華商會", "overseas", ("PH",)), ("未獅耶華商聯合會", "overseas", ("PH",))]),
    ("椰城中華商會、杜省華僑聯合會", [("椰城中華商會", "overseas", ("ID",)), ("杜省華僑聯合會", "overseas", ("ZA",))]),
    ("纽约福建商会、香江工商联合会", [("纽约福建商会", "overseas", ("US",)), ("香江工商联合会", "regional", ("HK",))]),
    ("新加坡中小企业筹款，新加坡红十字会致谢。马来工商联合会将拨5万元", [("马来工商联合会", "foreign", ("SG",))]),
    ("馬來西亞商界出席，馬來西亞土著商會、印裔商會和馬來商會代表", [("馬來西亞土著商會", "foreign", ("MY",)), ("印裔商會", "foreign", ("MY",)), ("馬來商會", "foreign", ("MY",))]),
    ("日本关西华商会", [("日本关西华商会", "overseas", ("JP",))]),
    ("马里兰州华人商会、安大略省华商总会", [("马里兰州华人商会", "overseas", ("US",)), ("安大略省华商总会", "overseas", ("CA",))]),
]  # fmt: skip

HOME: list[tuple[str, Found]] = [
    ("关东省水泥协会被罚", [("关东省水泥协会", "industry", ())]),
    ("浙北省工商联法律服务部整理", [("浙北省工商联", "federation", ())]),
    ("苏南省总商会、浙东省企业家协会", [("苏南省总商会", "regional", ()), ("浙东省企业家协会", "regional", ())]),
    ("江苏省苏北商会与印尼、印尼的客人", [("江苏省苏北商会", "regional", ())]),
    ("北海市华侨商会与马来西亚、马来西亚的客人签约", [("北海市华侨商会", "regional", ())]),
    ("广西北海商会赴马来西亚、马来西亚", [("广西北海商会", "regional", ())]),
    ("泉州市华侨商会接待菲律宾、菲律宾客人", [("泉州市华侨商会", "regional", ())]),
    ("台州市光彩事业促进会", [("台州市光彩事业促进会", "regional", ())]),
    ("凉泉彝族自治州工商业联合会（总商会）", [("凉泉彝族自治州工商业联合会（总商会）", "federation", ())]),
    ("汕头市濠江区总商会", [("汕头市濠江区总商会", "regional", ())]),
    ("厦门市总商会女企业家商会", [("厦门市总商会", "regional", ()), ("厦门市总商会女企业家商会", "regional", ())]),
    ("周巷镇企业家协会、盛泽镇民营企业商会", [("周巷镇企业家协会", "regional", ()), ("盛泽镇民营企业商会", "regional", ())]),
    ("江苏省苏商发展促进会、江苏省软件行业发展促进会", [("江苏省苏商发展促进会", "regional", ()), ("江苏省软件行业发展促进会", "industry", ())]),
    ("中国工商联、全国工商联", [("中国工商联", "federation", ()), ("全国工商联", "federation", ())]),
]  # fmt: skip

TOLD_BY_THE_ARTICLE: list[tuple[str, list[str]]] = [
    ("《丽南市食用菌产业发展规划》发布。市工商联、市电子商务协会参加。", ["丽南市工商联", "丽南市电子商务协会"]),
    ("市工商联请律师解读。\n《岭北市账款清理办法》同样适用。", ["岭北市工商联"]),
    ("澜川市人民政府办公室通知：市工商联牵头评选。", ["澜川市工商联"]),
    ("云溪傣族景颇族自治州人大开会，州工商联、州餐饮业商会捐款。", ["云溪傣族景颇族自治州工商联", "云溪傣族景颇族自治州餐饮业商会"]),
    ("中共临湖县委、县工商联联合发文。", ["临湖县工商联"]),
    ("全市动员。城市建设提速。市工商联开会。", []),
    ("各地市场活跃，超市开业。市工商联开会。", []),
    ("《丽南日报》报道，市工商联开会。", []),
    ("江宁省家具行业协会去年捐款，去年省家具行业协会也曾捐款。", ["江宁省家具行业协会"]),
]  # fmt: skip

AGAIN: list[tuple[str, Found]] = [
    ("卢旺达中国企业商会成立。据中国企业商会会长介绍", [("卢旺达中国企业商会", "overseas", ("RW",))]),
    ("日本中国企业协会开会，中国企业协会会长致辞", [("日本中国企业协会", "overseas", ("JP",))]),
    ("无锡市陇南商会成立。\n苏州市陇南商会祝贺。\n会上宣读同意陇南商会成立的批复。", [("无锡市陇南商会", "regional", ()), ("苏州市陇南商会", "regional", ())]),
    ("鳳凰城台灣商會交接。\n洛杉磯台灣商會到場祝賀，台灣商會可望增加會員。", [("鳳凰城台灣商會", "overseas", ("US",)), ("洛杉磯台灣商會", "overseas", ("US",))]),
    ("中国特种玻璃行业协会换届。\n他肯定中国特玻协会的工作。", [("中国特种玻璃行业协会", "industry", ())]),
    ("中国特种玻璃行业协会换届。\n中国玻璃协会到会祝贺。", [("中国特种玻璃行业协会", "industry", ()), ("中国玻璃协会", "industry", ())]),
    ("上海美国商会年会。\n美国商会在华盛顿发表报告。", [("上海美国商会", "foreign", ()), ("美国商会", "foreign", ("US",))]),
    ("埃及中国商会和埃及中国企业商会捐款。", [("埃及中国商会", "overseas", ("EG",)), ("埃及中国企业商会", "overseas", ("EG",))]),
    ("新界果菜行商會、台灣區螺絲工業公會聯合會", [("新界果菜行商會", "industry", ("HK",)), ("台灣區螺絲工業公會聯合會", "industry", ("TW",))]),
    ("新界工商業總會、香港出入口商會", [("新界工商業總會", "regional", ("HK",)), ("香港出入口商會", "industry", ("HK",))]),
    ("坎特伯雷雇主商会表示", [("坎特伯雷雇主商会", "foreign", ("NZ",))]),
    ("九龍西區工商協會、香港島東區工商聯合會、海滄區工商協會", [("九龍西區工商協會", "regional", ("HK",)), ("香港島東區工商聯合會", "regional", ("HK",)), ("海滄區工商協會", "regional", ())]),
    ("港九食肆東主商會、香港出口商會、澳門出入口商會", [("港九食肆東主商會", "industry", ("HK",)), ("香港出口商會", "industry", ("HK",)), ("澳門出入口商會", "industry", ("MO",))]),
    ("瓯南市侨商联合会、泉州市台商协会、厦门市女企业家协会", [("瓯南市侨商联合会", "regional", ()), ("泉州市台商协会", "regional", ()), ("厦门市女企业家协会", "regional", ())]),
    ("瓯南市服装商协会、泉州市台湾商品协会", [("瓯南市服装商协会", "industry", ()), ("泉州市台湾商品协会", "industry", ())]),
    ("昆山市台湾同胞投资企业协会、香港錶廠商會", [("昆山市台湾同胞投资企业协会", "regional", ()), ("香港錶廠商會", "industry", ("HK",))]),
    ("台南市商業會、彰化縣工業會", [("台南市商業會", "regional", ("TW",)), ("彰化縣工業會", "industry", ("TW",))]),
    ("烏魯冷岳華人商會、知知港中華商會", [("烏魯冷岳華人商會", "overseas", ("MY",)), ("知知港中華商會", "overseas", ("MY",))]),
    ("高雄市國際經貿發展協會、浙江省国际投资促进会、浙江省海外交流协会", [("高雄市國際經貿發展協會", "regional", ("TW",)), ("浙江省国际投资促进会", "regional", ()), ("浙江省海外交流协会", "industry", ())]),
    ("新加坡五金商联合会、吉隆坡咖啡酒餐商协会、新加坡华商联合会、马来西亚制造商联合会", [("新加坡五金商联合会", "industry", ("SG",)), ("吉隆坡咖啡酒餐商协会", "industry", ("MY",)), ("新加坡华商联合会", "overseas", ("SG",)), ("马来西亚制造商联合会", "foreign", ("MY",))]),
    ("洛杉磯台美商會、休士頓台灣商會", [("洛杉磯台美商會", "overseas", ("US",)), ("休士頓台灣商會", "overseas", ("US",))]),
]  # fmt: skip

NONE = [
    "馬來西亞一帶商會籌款", "广东一带商会众多", "知名华人协会很多", "青年华商会议", "旅居华侨联合会诊", "新老华侨协会员",
    "一带商会", "该街商户联盟", "各镇企业家协会", "乡镇企业家协会",
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"), [*ABROAD, *HOME, *AGAIN], ids=lambda v: v[:24] if isinstance(v, str) else ""
)
def test_type_and_host(source: str, expected: Found) -> None:
    assert found(source) == expected


@pytest.mark.parametrize(("source", "expected"), TOLD_BY_THE_ARTICLE, ids=lambda v: v[:24])
def test_whose_it_is(source: str, expected: list[str]) -> None:
    assert [name for name, _, _ in found(source)] == expected


@pytest.mark.parametrize("source", NONE)
def test_kinds_of_bodies_are_none(source: str) -> None:
    assert found(source) == []


def test_an_unknown_province_has_no_place_in_a_known_one() -> None:
    assert [c.province for c in chambers("浙北省工商联、关东省水泥协会").entities] == [None, None]
