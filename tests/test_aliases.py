"""Which forms mean the same chamber within a document, and which are left apart."""

from __future__ import annotations

import re

import pytest

from tests.chamber_reading import chambers


def names(clean: str, **kind: bool) -> dict[str, set[str]]:
    """Name to aliases, in order of first mention."""
    return {e.name: e.aliases for e in chambers(clean, **kind).entities}


def meant(clean: str, form: str, **kind: bool) -> list[str | None]:
    """For each place where the form stands the chamber it means."""
    found = chambers(clean, **kind)
    spots = [m.span() for m in re.finditer(re.escape(form), clean)]
    at = {(s.start, s.end): e.name for s, e in found.places}
    return [at.get(spot) for spot in spots]


SAME = [
    ("defined", "老挝中国总商会（以下简称“总商会”）成立。总商会捐款。", {"老挝中国总商会": {"总商会"}}),
    ("defined without quotes", "中国针织工业协会（简称中针协）开会。中针协指出。", {"中国针织工业协会": {"中针协"}}),
    ("defined, traditional", "香港中華總商會（簡稱中總）今日開會，中總會長致詞。", {"香港中華總商會": {"中總"}}),
    ("in brackets alone", "香港中華廠商聯合會（廠商會）捐款。廠商會會長說。", {"香港中華廠商聯合會": {"廠商會"}}),
    ("in brackets, of two places", "吉隆坡暨雪蘭莪中華總商會（隆雪中總）響應。隆雪中總會長說。", {"吉隆坡暨雪蘭莪中華總商會": {"隆雪中總"}}),
    (
        "defined as what is itself read as a name",
        "境外中资企业商（协）会联席会议（以下简称“境外商会联席会议”）成立。境外商会联席会议指出。",
        {"境外中资企业商（协）会联席会议": {"境外商会联席会议"}},
    ),
    ("import chamber", "中国五矿化工进出口商会换届。五矿商会会长说。", {"中国五矿化工进出口商会": {"五矿商会"}}),
    ("import chamber, unnamed", "机电商会组织企业参展。", {"中国机电产品进出口商会": {"机电商会"}}),
    ("known by a headless form", "中钢协统计显示，产量下降。", {"中国钢铁工业协会": {"中钢协"}}),
    ("two countries in two characters", "南非中国经贸协会成立。南中经贸协会捐款。", {"南非中国经贸协会": {"南中经贸协会"}}),
    ("经济贸易 and 经贸", "肯尼亚中国经济贸易协会开会。肯中经贸协会捐款。", {"肯尼亚中国经济贸易协会": {"肯中经贸协会"}}),
    ("台商會 and 台灣商會", "南加州台灣商會開會。南加州台商會捐款。", {"南加州台灣商會": {"南加州台商會"}}),
    ("在 a country in one character", "在尼中资企业协会赈灾。在尼泊尔中资企业协会捐款。", {"尼泊尔中资企业协会": {"在尼中资企业协会"}}),
    ("南加 and 南加州", "南加台商會捐款。南加州台灣商會開會。", {"南加州台灣商會": {"南加台商會"}}),
    ("台商協會 at home", "東莞市台灣同胞投資企業協會函謝。東莞台商協會捐款。", {"東莞市台灣同胞投資企業協會": {"東莞台商協會"}}),
    ("country in one character", "全巴基斯坦中资企业协会开会。全巴中资企业协会捐款。", {"全巴基斯坦中资企业协会": {"全巴中资企业协会"}}),
    ("country's short form", "赤道几内亚中国商会开会。赤几中国商会捐款。", {"赤道几内亚中国商会": {"赤几中国商会"}}),
    ("印尼", "印度尼西亚中国商会总会开会。印尼中国商会总会会长。", {"印度尼西亚中国商会总会": {"印尼中国商会总会"}}),
    ("中企", "缅甸中国企业商会开会。缅甸中企商会捐款。", {"缅甸中国企业商会": {"缅甸中企商会"}}),
    ("企业家", "白俄罗斯中国企业商会开会。白俄罗斯中国企业家商会捐款。", {"白俄罗斯中国企业家商会": {"白俄罗斯中国企业商会"}}),
    ("驻", "驻土库曼斯坦中资企业商会开会。土库曼斯坦中资企业商会捐款。", {"驻土库曼斯坦中资企业商会": {"土库曼斯坦中资企业商会"}}),
    ("brackets and none", "中资企业(新加坡)协会开会。中资企业（新加坡）协会捐款。", {"中资企业(新加坡)协会": {"中资企业（新加坡）协会"}}),
    ("工商业联合会", "温州市工商业联合会换届。温州市工商联主席。", {"温州市工商业联合会": {"温州市工商联"}}),
    ("工商联（总商会）", "青羊区工商联（总商会）换届。青羊区总商会会长。", {"青羊区工商联（总商会）": {"青羊区总商会"}}),
    ("a federation's other name", "芜湖市工商业联合会换届，选举产生市总商会理事会。", {"芜湖市工商业联合会": {"市总商会"}}),
    ("another body's name", "温州市总商会换届，市总商会会长致辞。", {"温州市总商会": {"市总商会"}}),
    ("the association of the province", "河南省焙烤行业协会自救。省协会捐款。", {"河南省焙烤行业协会": {"省协会"}}),
    ("two associations of the province", "河南省餐饮协会、河南省建筑协会到会。省協會发言。", {"河南省餐饮协会": set(), "河南省建筑协会": set()}),
    ("a town's, known by its officer", "虎门商会换届。虎门商会会长李明致辞，虎门商会捐款。", {"虎门商会": set()}),
    ("a trade's is some known one", "五金商会会长、友好商会会长、异地商会会长到会。", {}),
    ("with and without 市", "无锡温州商会换届。无锡市温州商会会长。", {"无锡市温州商会": {"无锡温州商会"}}),
    ("商總 of Taiwan", "全國商業總會捐款。商總理事長說，工商協進會也捐。", {"全國商業總會": {"商總"}, "工商協進會": set()}),
    ("中華 after a country", "泰國中華青年商會成立。中華青年商會會長致詞。", {"泰國中華青年商會": {"中華青年商會"}}),
    ("longer place, other word", "苏州市吴江区工商业联合会编。\n吴江区工商联主席说。", {"苏州市吴江区工商业联合会": {"吴江区工商联"}}),
    ("short in the headline", "閩商總會捐款\n澳門閩商聯合總會昨日捐款。", {"澳門閩商聯合總會": {"閩商總會"}}),
    ("short in the headline, of a city", "卡城華商會籌款\n【專訊】卡加利中華商會昨日籌款。", {"卡加利中華商會": {"卡城華商會"}}),
    ("short in the headline, its place cut", "大溫中華總商會球賽\n大溫哥華中華總商會周日舉行球賽。", {"大溫哥華中華總商會": {"大溫中華總商會"}}),
    ("short in the headline, of Taiwanese", "台商總會送暖\n泰國台灣商會聯合總會昨日送暖。", {"泰國台灣商會聯合總會": {"台商總會"}}),
    ("台灣工商協會 and 台商協會", "新加坡台商協會交接\n新加坡台灣工商協會昨日交接。", {"新加坡台灣工商協會": {"新加坡台商協會"}}),
    ("of Taiwanese in one city", "峇里島台商會賑災。（峇里島台灣工商聯誼會提供）", {"峇里島台灣工商聯誼會": {"峇里島台商會"}}),
    ("full in the headline", "永平中华商会庆典\n马来西亚各界出席，永平商会捐款。", {"永平中华商会": {"永平商会"}}),
    ("of people from a town", "旅菲永寧同鄉會暨商會訊\n永寧同鄉會暨商會理事長說。", {"旅菲永寧同鄉會暨商會": {"永寧同鄉會暨商會"}}),
    ("two places in one word", "浙港工商聯合總會就職。\n香港浙港工商聯合總會慶祝成立。", {"香港浙港工商聯合總會": {"浙港工商聯合總會"}}),
    ("longer place", "大连市中山区工商联承办。中山区工商联主席说。", {"大连市中山区工商联": {"中山区工商联"}}),
    ("misspelt country", "埃塞俄比亚中国商会开会。埃及俄比亚中国商会捐款。", {"埃塞俄比亚中国商会": {"埃及俄比亚中国商会"}}),
    ("trade without its federation", "江苏省工商联服装业商会响应。服装业商会引导会员。", {
        "江苏省工商联": set(), "江苏省工商联服装业商会": {"服装业商会"},
    }),
    ("English name", "日本中华总商会（CCCJ）捐款。", {"日本中华总商会": {"CCCJ"}}),
    ("understood, traditional", "香港中華總商會捐款。中總會長致詞。", {"香港中華總商會": {"中總"}}),
    ("understood, abroad", "新加坡中华总商会开会。中总副会长说。", {"新加坡中华总商会": {"中总"}}),
    ("understood, manufacturers", "澳門中華廠商聯合會捐款。廠商會理事長說。", {"澳門中華廠商聯合會": {"廠商會"}}),
    ("understood, Philippines", "菲華商聯總會就職。商總理事長說。", {"菲華商聯總會": {"商總"}}),
    ("understood, consumers", "江州市消费者协会发布提示。消协提醒。", {"江州市消费者协会": {"消协"}}),
    ("understood, enterprises", "智利中资企业协会捐款。中企协会长说。", {"智利中资企业协会": {"中企协"}}),
    ("short form with its place", "香港中國企業協會捐款。香港中企協會長說。", {"香港中國企業協會": {"香港中企協"}}),
    ("known in Malaysia", "隆雪中总会长林先生说。", {"吉隆坡暨雪兰莪中华总商会": {"隆雪中总"}}),
    ("members' home without their city", "湖阳市潮汕商会开会。潮汕商会捐款。", {"湖阳市潮汕商会": {"潮汕商会"}}),
    ("city without its country", "菲律賓描戈律菲華商會就職。描戈律菲華商會捐款。", {"菲律賓描戈律菲華商會": {"描戈律菲華商會"}}),
    ("town without its city", "诸暨市大唐街道商会开会。大唐街道商会捐款。", {"诸暨市大唐街道商会": {"大唐街道商会"}}),
    ("全联", "全国工商联发文。全联要求。", {"全国工商联": {"全联"}}),
]  # fmt: skip


@pytest.mark.parametrize(("clean", "expected"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_one_body_under_several_names(clean: str, expected: dict[str, set[str]]) -> None:
    assert names(clean) == expected


APART = [
    ("home and guest", "欧盟中国商会与中国欧盟商会签约。", ["欧盟中国商会", "中国欧盟商会"]),
    ("two Congos", "刚果（金）中资企业协会、刚果（布）中资企业协会", ["刚果（金）中资企业协会", "刚果（布）中资企业协会"]),
    ("one trade inside another", "中国旅游协会、中国旅游景区协会", ["中国旅游协会", "中国旅游景区协会"]),
    ("one character of a trade", "中国电子商会、中国电力商会", ["中国电子商会", "中国电力商会"]),
    ("two origins", "天津市甘肃商会、天津市福建商会", ["天津市甘肃商会", "天津市福建商会"]),
    ("a country and its city", "土耳其中资企业总商会、伊斯坦布尔中资企业协会", ["土耳其中资企业总商会", "伊斯坦布尔中资企业协会"]),
    ("enterprises and their contractors", "尼日尔中资企业承包工程协会、尼日尔中资企业协会", ["尼日尔中资企业承包工程协会", "尼日尔中资企业协会"]),
    ("named side by side", "韩国中国商会、韩中商会代表出席。", ["韩国中国商会", "韩中商会"]),
    ("chamber and federation", "宁海县商会与宁海县工商联", ["宁海县商会", "宁海县工商联"]),
    ("two districts of one name", "大连市中山区工商联、台北市中山区工商联、中山区工商联", ["大连市中山区工商联", "台北市中山区工商联", "中山区工商联"]),
    ("a trade more than in the headline", "坦桑尼亚中国商会考察\n坦桑尼亚中国工业商会签约。", ["坦桑尼亚中国商会", "坦桑尼亚中国工业商会"]),
    ("the young of the headline's body", "新加坡溫州總商會慶典\n新加坡溫州青年總商會到賀。", ["新加坡溫州總商會", "新加坡溫州青年總商會"]),
    ("members from elsewhere", "香港工商總會到訪\n香港浙港工商聯合總會接待。", ["香港工商總會", "香港浙港工商聯合總會"]),
    ("a part of the headline's body", "厦门市总商会成立八十年\n厦门市总商会女企业家商会献花。", ["厦门市总商会", "厦门市总商会女企业家商会"]),
    ("another city of the country", "悉尼华商会来访\n墨尔本中华商会接待。", ["悉尼华商会", "墨尔本中华商会"]),
    ("Chinese and Overseas Chinese", "德国中国商会、德国华商联合总会", ["德国中国商会", "德国华商联合总会"]),
]  # fmt: skip


@pytest.mark.parametrize(("clean", "expected"), [a[1:] for a in APART], ids=[a[0] for a in APART])
def test_two_bodies_stay_apart(clean: str, expected: list[str]) -> None:
    assert list(names(clean)) == expected


def test_a_documents_number_names_no_body() -> None:
    assert names("黔工商联〔2021〕18号，中汽协发〔2019〕12号。") == {}


ELLIPSES = [
    (
        "two cities in the sentence",
        "德阳市工商联、德阳市福建商会开会。\n温州市、晋江市工商联致电慰问，市温州商会认捐。",
        "市温州商会",
        "德阳市温州商会",
    ),
    (
        "a guest's home is not the host's",
        "湖阳市工商联动态。\n浙江省金华商会来湖考察，市工商联主席会见。",
        "市工商联",
        "湖阳市工商联",
    ),
    ("city of the sentence", "武汉市司法局、市律师协会日前举行推进会。", "市律师协会", "武汉市律师协会"),
    ("city without 市", "会议在大连举行。\n市工商联主席出席。", "市工商联", "大连市工商联"),
    ("body named before", "宁波市工商联指导改革。\n会上，市工商联书记表示。", "市工商联", "宁波市工商联"),
    ("district of the sentence", "江北区委统战部副部长、区工商联书记说。", "区工商联", "江北区工商联"),
    (
        "nearest district",
        "海曙区发布公告。中山区工商联主席介绍，区工商联注重建设。",
        "区工商联",
        "中山区工商联",
    ),
    (
        "origin is no home",
        "临州市工商联换届。\n省浙江商会、市浙江商会参会，市浙江商会会长发言。",
        "市浙江商会",
        "临州市浙江商会",
    ),
    (
        "province of most cities, not of the members",
        "临沂市工商联开会。\n费县县长到会，市浙江商会、市福建商会和省工商联祝贺。",
        "省工商联",
        "山东省工商联",
    ),
    (
        "province beside a guest's",
        "浙江省四川商会换届。\n会后，省工商联副主席讲话。",
        "省工商联",
        "浙江省工商联",
    ),
    (
        "city that no table has",
        "洛川市工商联副主席、市餐饮与住宿业商会会长",
        "市餐饮与住宿业商会",
        "洛川市餐饮与住宿业商会",
    ),
    ("province of the cities", "徐州市召开会议，贯彻省工商联通知精神。", "省工商联", "江苏省工商联"),
    (
        "the headline's province, not a body's named further on",
        "安徽省江苏商会大事记\n省工商联领导到会。\n会后率团回苏，与江苏省工商业联合会座谈。",
        "省工商联",
        "安徽省工商联",
    ),
    (
        "autonomous region",
        "广西光彩助学仪式在邕举行\n仪式由自治区工商联主办。",
        "自治区工商联",
        "广西壮族自治区工商联",
    ),
    (
        "autonomous prefecture",
        "恩施土家族苗族自治州开会。\n自治州工商联到会。",
        "自治州工商联",
        "恩施土家族苗族自治州工商联",
    ),
    (
        "no 和县",
        "湖阳市动态\n市工商联和县工商联办展。\n和县工商联、马鞍山市和县工商联。",
        "市工商联",
        "湖阳市工商联",
    ),
    (
        "behind a verb that no table has",
        "广西光彩助学\n记者查阅自治区工商联的统计。",
        "自治区工商联",
        "广西壮族自治区工商联",
    ),
    (
        "county by its short form",
        "今日遂昌\n县工商联发放助学金，学子回到遂昌教书。",
        "县工商联",
        "遂昌县工商联",
    ),
    (
        "of two the oftener",
        "永嘉泵阀走向世界。\n县工商联主席说，永嘉与泰顺结对。",
        "县工商联",
        "永嘉县工商联",
    ),
    (
        "the headline's city, not one whose body was named in another paragraph",
        "宁德市温州商会大事记\n9月　拜访温州市工商联。\n10月　参加市工商联组织的募捐。",
        "市工商联",
        "宁德市工商联",
    ),
    (
        "会同 is no county",
        "安溪县工商联换届。\n县工商联要会同县茶叶协会引导企业。",
        "县茶叶协会",
        "安溪县茶叶协会",
    ),
    ("prefecture", "阿坝州召开会议，州工商联主席出席。", "州工商联", "阿坝藏族羌族自治州工商联"),
]


@pytest.mark.parametrize(
    ("clean", "form", "expected"), [e[1:] for e in ELLIPSES], ids=[e[0] for e in ELLIPSES]
)
def test_an_ellipsis_is_expanded_from_its_article(clean: str, form: str, expected: str) -> None:
    assert meant(clean, form)[-1] == expected


@pytest.mark.parametrize(
    ("clean", "form"),
    [
        ("市工商联召开会议。", "市工商联"),
        ("有关县工商联", "县工商联"),
        ("安溪县\n市工商联要会同县茶叶协会。各省、自治区工商联照办。", "市工商联"),
        ("市浙江商会与省广东商会座谈。", "市浙江商会"),
        ("今日遂昌\n县工商联开会。", "县工商联"),
        ("遂昌与泰顺、泰顺与遂昌结对。\n县工商联开会。", "县工商联"),
    ],
)
def test_an_ellipsis_without_its_place_stays_open(clean: str, form: str) -> None:
    assert meant(clean, form) == [None]


BARE = [
    ("in its sentence", "越南中国商会会长说，商会共收到捐款197万元。", "，商会", ["越南中国商会"]),
    ("in its paragraph", "阿曼中资企业协会发出倡议。随后，协会将物资运出。", "，协会", ["阿曼中资企业协会"]),
    ("of the headline", "四川省浙江商会换届\n四川省广东商会、重庆市浙江商会代表出席。\n会上，商会捐款。", "，商会", ["四川省浙江商会"]),
    ("two compete", "天津市甘肃商会、天津市福建商会座谈，商会捐款。", "，商会", [None]),
    ("another kind", "中国钢铁工业协会说，商会捐款。", "，商会", [None]),
    ("many", "越南中国商会说，各商会捐款。", "各商会", [None]),
    ("self", "菲律宾中国商会理事长说，该会已捐款。", "，该会", ["菲律宾中国商会"]),
]  # fmt: skip


@pytest.mark.parametrize(("clean", "form", "expected"), [b[1:] for b in BARE], ids=[b[0] for b in BARE])
def test_a_bare_head_noun_means_the_only_body_there(
    clean: str, form: str, expected: list[str | None]
) -> None:
    found = chambers(clean)
    spots = [(m.start() + 1, m.end()) for m in re.finditer(re.escape(form), clean)]
    at = {(s.start, s.end): e.name for s, e in found.places}
    assert [at.get(spot) for spot in spots] == expected


def test_a_bare_head_noun_is_no_mention_and_does_not_leave_its_article() -> None:
    clean = "越南中国商会募捐。商会捐款。\n商会代表说。"
    found = chambers(clean, articles=True)
    (entity,) = found.entities
    assert [clean[s.start : s.end] for s in entity.mentions] == ["越南中国商会"]
    assert [clean[s.start : s.end] for s, _ in found.places] == ["越南中国商会", "商会"]


def test_at_gives_the_chamber_inside_a_span() -> None:
    clean = "南非中国经贸协会会长单位捐款"
    found = chambers(clean)
    assert found.at(0, len(clean)) is found.entities[0]
    assert found.at(8, len(clean)) is None


UNDERSTOOD_HERE = [
    ("香港商界賑災。香港多間商會響應，中華總商會捐款。", "中華總商會", "香港中华总商会"),
    ("香港商界賑災。中總會長致詞，香港紅十字會致謝。", "中總", "香港中华总商会"),
    ("本澳商戶受災。澳門多區水浸，澳門政府撥款，中總理事長巡視。", "中總", "澳门中华总商会"),
    ("马尼拉讯：菲律宾华社赈灾，商总理事长说。", "商总", "菲华商联总会"),
    ("马来西亚与泰国合作，中总会长说。", "中总", None),
    ("四川商界赈灾，中总会长说。", "中总", None),
]


@pytest.mark.parametrize(
    ("clean", "form", "expected"), UNDERSTOOD_HERE, ids=[u[0][:8] for u in UNDERSTOOD_HERE]
)
def test_a_known_short_form_is_that_of_the_articles_country(
    clean: str, form: str, expected: str | None
) -> None:
    assert meant(clean, form) == [expected]


def test_a_name_that_no_place_opens_counts_where_its_officer_is_named() -> None:
    clean = "香港醫療界籌款，香港市民響應。醫管局前線醫生協會主席致詞，慈善協會主席到場，各協會主席出席。"
    (entity,) = chambers(clean).entities
    assert (entity.name, entity.countries) == ("醫管局前線醫生協會", ("HK",))


def test_a_name_without_its_territory_takes_the_articles() -> None:
    clean = "澳門水浸，澳門政府撥款。中華海產批發商會捐款。"
    assert chambers(clean).entities[0].countries == ("MO",)
    clean = "日本华商会开会，日本侨胞捐款。富山中华总商会捐款。"
    assert [(e.name, e.countries) for e in chambers(clean).entities][1] == ("富山中华总商会", ("JP",))


def test_a_short_form_of_two_bodies_stays_open() -> None:
    clean = "香港中華總商會、澳門中華總商會捐款。中總表示感謝。"
    assert meant(clean, "中總") == [None]


@pytest.mark.parametrize("words", ["其中总额", "集中总结", "手中总有", "心中总是"])
def test_a_short_form_is_no_part_of_other_words(words: str) -> None:
    assert names(f"泰国中华总商会开会。{words}。") == {"泰国中华总商会": set()}
