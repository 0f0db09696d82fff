"""Figures and the things that they count."""

from __future__ import annotations

from array import array
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.extractors.figures import find
from chamber_extract.extractors.figures.home_currency import yuan
from chamber_extract.normalize.script import fold
from chamber_extract.segment import Segments
from chamber_extract.text import Text

NO_SEGMENTS = Segments((), ())


def document(words: str) -> Text:
    n = len(words)
    return Text(words, words, fold(words), array("l", range(n)), array("l", range(1, n + 1)))


def figures(words: str) -> list[tuple[str, str | None]]:
    return [(words[m.start : m.end], m.value.item) for m in find(document(words), NO_SEGMENTS)]


AFTER = [
    ("modifiers-kept", "捐赠3万只一次性医用外科口罩，", [("3万只", "一次性医用外科口罩")]),
    ("relative-dropped", "100台可杀灭病毒的空气净化设备。", [("100台", "空气净化设备")]),
    ("model-in-brackets", "5000个医用口罩（FFP2）定于明日", [("5000个", "医用口罩（FFP2）")]),
    ("verb-ends-it", "将4万只手套寄往湖北", [("4万只", "手套")]),
    ("conjunction-ends-it", "2000套防护服和2万双手套", [("2000套", "防护服"), ("2万双", "手套")]),
    ("enumeration-of-one", "3000个口罩和护目镜，", [("3000个", "口罩和护目镜")]),
    ("long-enumeration", "30吨大米、食用油和消毒液等物资。", [("30吨", "大米、食用油和消毒液等物资")]),
    ("worth-of-goods", "60万元的口罩、防护服等防疫物资", [("60万元", "口罩、防护服等防疫物资")]),
    ("put on board", "600顶帐篷装上飞往灾区的救援专机。", [("600顶", "帐篷")]),
    ("handed over", "1亿卢比的支票递到管理局局长手中。", [("1亿卢比", "支票")]),
    ("traditional", "捐出5000個外科口罩予長者", [("5000個", "外科口罩")]),
    ("given-ones", "18万只捐赠口罩的包机", [("18万只", "口罩")]),
]

BEFORE = [
    ("directly", "口罩6万只，", [("6万只", "口罩")]),
    ("joint", "防护服及护目镜400套和", [("400套", "防护服及护目镜")]),
    ("each-its-own", "口罩5000只、防护服300套", [("5000只", "口罩"), ("300套", "防护服")]),
    ("etc", "捐赠口罩等防疫物资2000件", [("2000件", "口罩等防疫物资")]),
    ("verb-left-out", "赠送图书3000册", [("3000册", "图书")]),
    ("carried for nothing", "会员车辆义务转运生活物资1100吨", [("1100吨", "生活物资")]),
    ("made overnight", "妇女联合会连夜赶缝棉被260床", [("260床", "棉被")]),
    ("cooked for nothing, trad", "另免費送盒飯2,000份", [("2,000份", "盒飯")]),
    ("total-left-out", "募集手套共计2万双", [("2万双", "手套")]),
    ("worth", "物资折价900万元", [("900万元", "物资")]),
]

NONE = [
    ("money-alone", "捐款20万元。", [("20万元", None)]),
    ("purpose-is-no-item", "拨款500万元支援重建", [("500万元", None)]),
    ("building-is-no-goods", "捐赠50万元兴建图书馆", [("50万元", None)]),
]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [c[1:] for c in [*AFTER, *BEFORE, *NONE]],
    ids=[c[0] for c in [*AFTER, *BEFORE, *NONE]],
)
def test_items(words: str, wanted: list[tuple[str, str | None]]) -> None:
    assert figures(words) == wanted


def test_a_disposable_mask_is_no_event() -> None:
    assert figures("一次性口罩") == []


@pytest.mark.parametrize(
    "words", ["把库存一件不留地交给车队", "大米一袋不少送到", "貨物一箱不落運抵", "一桶不剩全部捐出"]
)
def test_to_the_last_one_is_no_count(words: str) -> None:
    assert list(find(document(words), NO_SEGMENTS)) == []


@pytest.mark.parametrize(
    ("words", "approximation"),
    [
        ("捐款\n王小超 500元\n", "exact"),
        ("李超500元、张近300元", "exact"),
        ("金额超500元\n", "over"),
        ("共捐款近500元。", "under"),
        ("陈近500元的礼品", "under"),
    ],
    ids=["alone-on-a-line", "between-marks", "an-amount", "a-verb", "goes-on"],
)
def test_the_end_of_a_name_is_no_bound(words: str, approximation: str) -> None:
    found = [m.value.quantity for m in find(document(words), NO_SEGMENTS)]
    assert {q.amount.approximation for q in found} == {approximation}


def test_one_that_is_counted_is_a_figure() -> None:
    (mention,) = find(document("捐赠救护车一辆，不留姓名"), NO_SEGMENTS)
    assert mention.value.quantity.unit == "辆"


def test_a_unit_is_reported_as_written() -> None:
    (mention,) = find(document("口罩5000個"), NO_SEGMENTS)
    assert mention.value.quantity.unit == "個"


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("商会捐款20万元。", "CNY"),
        ("商会向新加坡分会捐款20万元，新加坡元汇率走强。", None),
        ("人民币20万元，另有新加坡元5万元。", "CNY"),
        ("香港商會捐款20萬元，會費500港元。", "HKD"),
        ("商會捐款20萬元，獲各界響應支持災區。", None),
        ("商會捐款港元20萬及新臺幣50萬元，獲各界響應。", None),
        ("香港潮州商會會長昨日宣佈，捐款50萬元予四川災區。", "HKD"),
        ("【澳門訊】工商聯會捐款30萬元，鄉親踴躍響應。", "MOP"),
        ("高雄市商業會捐款50萬元，協助花蓮災後復原。", "TWD"),
        ("民國一百一十三年，總會捐款50萬元，協助災後復原。", "TWD"),
        ("香港與澳門的商會聯合捐款50萬元，協助災後復原。", None),
        ("紐約中華總商會捐款5萬元，僑胞響應。", "USD"),
        ("香港商會捐款人民幣50萬元，另撥20萬元協助災後復原。", None),
        ("香港中华总商会捐款50万元予四川灾区。", "CNY"),
        ("當晚共籌得84萬元（加元，下同），善款撥予列治文醫院。", "CAD"),
        ("捐款名单（单位：万澳元）如下，排名不分先后。", "AUD"),
        ("商會籌得港幣一百萬元，另收人民幣五萬元，會長再捐五十萬元。", "HKD"),
        ("募捐汇总表（货币: 澳元, 另注明者除外）", "AUD"),
        ("【記者溫哥華報導】洪都商會與川渝工商聯誼會籌得加幣38萬，會長帶頭捐兩萬元。", "CAD"),
        ("【記者溫哥華報導】商會籌得加幣38萬及美金5萬，會長帶頭捐兩萬元。", "CAD"),
        ("以下金额均为新币，捐款者共十二名。", "SGD"),
        ("旧金山浙江商会拨出30万元，商家再捐2万元，合4万多美元。", None),
        ("新加坡工商联合会拨出30万元，协助客工。", "SGD"),
        ("新加坡中资企业协会拨出30万元，协助客工。", None),
        ("新加坡中国商会向湖北捐款30万元，支援武汉抗疫。", "CNY"),
        (
            "黄松年病逝\n\n2019年2月21日　来源：联合早报\n\n黄松年把生意做到马来西亚，捐款300万元给福建永春的学校。",
            "SGD",
        ),
        (
            "黄松年病逝\n\n来源：人民日报\n\n黄松年把生意做到新加坡和马来西亚，捐款300万元给永春的学校。",
            "CNY",
        ),
        ("旧金山中华总商会先拨出3万元，会员再捐$41,250。", "USD"),
        ("肯尼亚中国商会向当地学校捐款3万元。", "CNY"),
        ("大阪華僑總會的會員放下一百萬圓，再加五十萬圓；另有新臺幣三百萬元。", "JPY"),
        ("表中带星号者为补交（单位：家），商会捐款3万元。", "CNY"),
        (
            "（中央社記者鍾文翔台北14日電）土耳其強震，日本台商捐200萬日圓，全國總會捐1,000萬元，合新台幣1億元。",
            "TWD",
        ),
        (
            "【記者宋予安／花蓮報導】越南台灣商會捐越盾21億元（約新台幣268萬元），日圓一千萬元，另捐5萬元。",
            "TWD",
        ),
        ("休士頓台灣商會會長說，總數是31萬美元，分會捐了87,400元，另收到新台幣二百餘萬元。", "USD"),
        ("宿務訊：描戈律菲華商會移宴費菲幣三十五萬元，計捐義診中心十五萬元；旅港鄉賢捐港幣五萬元。", "PHP"),
        ("記者高思齊／聖蓋博報導：洛杉磯中華工商協會募得3萬2450元，悉數捐給紅十字會。", "USD"),
        ("記者黎書婷／西雅圖報導：他回鄉捐出人民幣30萬元，四川地震後商會籌得21萬8000元，轉交災區。", "USD"),
        ("紐約訊：僑商捐2萬美元，新台幣五十萬元，另撥3,000元購物。", "USD"),
        ("【本報紐約訊】僑商捐新台幣五十萬元，另撥人民幣十萬元及三千元購物，各界響應。", None),
        ("本港七個商會捐款美金五萬元，會長捐二十萬元，獲各界響應。", "HKD"),
        ("本澳工商社團歲晚敬老，撥款八千元予中心，獲各界響應。", "MOP"),
        (
            "澳大利亚中国总商会新州分会捐A$412,850，20万澳元给议会，2万澳元（折合人民币9.4万元）转交，9000元购得油画。",
            "AUD",
        ),
        ("澳大利亚中国总商会捐出20万澳元、10万澳元，另捐人民币五万元，会员再捐9000元。", "CNY"),
        ("〔記者陳文祥／岡山報導〕岡山工商協會捐贈新台幣50萬元，日本友人捐300萬日圓，會長另捐2萬元。", "TWD"),
        ("〔記者林美惠／板橋報導〕板橋工商婦女會捐款10萬元援助日本震災，日方已收300萬日圓。", None),
        ("本會捐款50萬元賑濟日本地震災民，紅十字會共收300萬日圓，各界踴躍響應。", None),
        ("東京華僑總會捐300萬日圓，橫濱商會捐50萬元。", "JPY"),
        ("香港商會捐款100萬元，日本商會捐款300萬日圓。", None),
        ("台北市日僑工商會捐300萬日圓，市商業會捐50萬元。", "TWD"),
        ("台北市商會捐款50萬元，香港友會捐港幣20萬元。", "TWD"),
        ("溫哥華中華商會捐2萬元，香港商會捐港幣5萬元。", None),
        ("澳門中華總商會捐50萬元，另有港幣20萬元。", "MOP"),
        ("澳門中華總商會收到港幣20萬元，另撥50萬元。", None),
        ("香港商會捐款港幣5萬元，另撥5萬元予台灣災民。", "HKD"),
        ("馬來西亞中華總商會捐款令吉三萬元，會長捐五千元。", "MYR"),
        ("（八打灵再也10日讯）建材商会捐款10万令吉予灾民，会长再捐5000元。", "MYR"),
        ("（槟城3日讯）中国驻马大使馆见证，商会捐款5万元。", "MYR"),
        ("马来西亚福建总商会捐款10万令吉（约16万元），会长再捐5万元。", "CNY"),
        ("马来西亚中国商会捐款10万令吉，会员再捐5万元。", None),
        ("中新社吉隆坡5月3日电 马来西亚中华总商会捐款10万令吉，会长再捐5万元。", None),
        ("马来西亚福建总商会捐款10万林吉特，厦门商会捐款5万元。", None),
        ("菲华商联总会捐菲币20万元，会长再捐5万元。", "PHP"),
        ("【馬尼拉訊】菲華商會捐款五十萬元，再捐菲幣十萬。", "PHP"),
        ("（斯里巴加湾讯）文莱中华总商会捐款5000元，另捐汶币2万元。", "BND"),
        ("（新山讯）柔佛商会捐5万令吉，新加坡商会捐3万新元，会长再捐3千元。", "MYR"),
        ("新加坡中华总商会捐10万新元，马来西亚中总捐5万令吉，会长再捐3万元。", None),
        ("【温哥华讯】华商会捐款2万元，另捐5万美元。", None),
        ("本报纽约5月3日电 市工商联代表团向当地侨社捐款2万元。", None),
        ("上海市工商联会员企业捐款300万元，一会员捐100万港元。", "CNY"),
        ("澳门中华总商会决定拨款500万澳门元，协会另捐20万元。", "MOP"),
        ("休士頓台灣商會捐款2萬8000元，前會長再捐1萬元。", "USD"),
        ("菲律賓讓德總商會理事長獨捐十萬元，副理事長捐三萬元。", "PHP"),
        ("本會捐款五萬元賑濟紐約災民。", None),
    ],
    ids=[
        "mainland",
        "other-dollar",
        "renminbi-named",
        "hong-kong",
        "open",
        "two-dollars",
        "hong-kong-place",
        "macao-place",
        "taiwan-place",
        "republic",
        "two-places",
        "another-country",
        "hong-kong-renminbi",
        "mainland-about-hong-kong",
        "said-to-be-so",
        "unit-of-a-list",
        "hong-kong-dollar-beside-renminbi",
        "money-of-a-list",
        "canadian-naming-its-dollar",
        "canadian-naming-two",
        "said-of-all-below",
        "american-telling-its-dollar-apart",
        "singapore-alone",
        "chinese-in-singapore",
        "singapore-and-the-mainland",
        "singapore-s-own-paper",
        "mainland-paper-about-singapore",
        "american-dollar-sign",
        "yen-written-with-its-own-sign",
        "two-of-east-asia",
        "a-unit-that-is-no-money",
        "agency-of-taiwan",
        "reported-from-hualien",
        "members-come-from-taiwan",
        "philippines-beside-hong-kong-dollars",
        "reported-from-california",
        "reported-from-seattle",
        "reported-from-new-york",
        "new-york-naming-another-dollar",
        "this-port",
        "this-macao",
        "australian-with-worth-in-renminbi",
        "australian-with-renminbi-given",
        "district-with-a-name-of-japan",
        "district-naming-yen-alone",
        "gift-to-japan",
        "tokyo",
        "hong-kong-naming-yen-alone",
        "taipei-naming-yen-alone",
        "taipei-and-hong-kong",
        "vancouver-and-hong-kong",
        "macao-naming-hong-kong-dollars-later",
        "macao-naming-hong-kong-dollars-first",
        "hong-kong-giving-to-taiwan",
        "malaysia",
        "malaysian-paper",
        "malaysian-paper-naming-no-money",
        "malaysian-with-worth-in-yuan",
        "chinese-in-malaysia",
        "chinese-agency-in-malaysia",
        "mainland-naming-ringgit-its-way",
        "philippines-simplified",
        "manila-paper",
        "brunei",
        "johor-beside-singapore",
        "singapore-beside-malaysia",
        "vancouver-naming-american-dollars",
        "chinese-paper-in-new-york",
        "mainland-naming-hong-kong-dollars",
        "macao-simplified",
        "body-of-taiwanese-in-houston",
        "philippine-body",
        "only-gone-abroad",
    ],
)
def test_a_bare_yuan_is_known_by_script_and_by_the_dollars_named(words: str, currency: str | None) -> None:
    assert yuan(document(words)) == currency


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("深圳市潮陽商會捐建學校\n商會會員大會籌得善款860萬元。", "CNY"),
        ("汶川縣工商聯發動企業捐款12萬元。", "CNY"),
        ("中國衛生用品協會會員捐款300萬元支援武漢。", "CNY"),
        ("縣委統戰部牽頭，六家企業捐資20萬元。", "CNY"),
        ("潮州商會昨日宣布捐款50萬元，賑濟四川災民。", None),  # as likely one abroad
        ("商業總會捐五百萬元賑四川地震", None),
        ("香港深圳市潮陽商會捐款50萬元。", "HKD"),
        ("工商聯誼會捐款10萬元，總務致謝。", None),
        ("新北市商業會捐款50萬元。", "TWD"),
        ("新加坡中華總商會基金撥出50萬元，支持社區援助計劃。", "SGD"),
        ("新加坡中華總商會捐款50萬元人民幣。", None),
        ("新加坡中華總商會捐款50萬美元，會員另捐3萬元。", None),
        ("台灣花蓮強震，香港中華總商會昨日捐出100萬元。", "HKD"),
        ("香港颱風，台灣商業總會、台北市商會各捐五十萬元。", "TWD"),
        ("香港總商會與澳門中華總商會各捐100萬元。", None),
        ("吉隆坡記者會上，中國家具協會捐款5萬元。", None),
    ],
)
def test_on_a_traditional_page_yuan_is_the_money_of_the_bodies_that_it_opens_with(
    words: str, currency: str | None
) -> None:
    assert yuan(document(words)) == currency


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("胡志明市陸豐商會捐5000萬元。\n西貢解放日報 2019-09-09", "VND"),
        ("胡志明市台湾商会捐赠1亿元救助灾民。\n（华文西贡解放日报，2020年10月22日）", "VND"),
        ("菲華商聯總會撥款五百萬元賑濟災民。\n2013-11-15 菲律賓商報", "PHP"),
        ("【明報專訊】亞省山火，卡加利華商會籌得八萬元。", "CAD"),
        ("【本報訊】雪梨僑界為水災籌款，澳洲廣東商會捐5萬元。", "AUD"),
        ("基隆拿山火，奧肯那根華人商會捐2萬元。（本報記者王佳雯基隆拿報道）", "CAD"),
        ("越南中国商会捐款20万元，用于水灾。\n来源：人民日报", "CNY"),
        ("【明報專訊】溫哥華與香港的商會合籌八萬元。", None),
        ("【本報訊】菲華商會捐款五十萬元，另捐美金十萬元。\n菲律賓商報", None),
        ("基隆市商業會捐款2萬元，協助災民。", "TWD"),
    ],
)
def test_a_paper_of_one_place_writes_its_own_money(words: str, currency: str | None) -> None:
    assert yuan(document(words)) == currency


# A money named before a sum in 元 says what 元 is from there on a page of its country.
CALLED = [
    ("thailand", "中新网曼谷10月20日电 泰国中华总商会拨出泰币500万元赈济灾民。会长当场捐出100万元。", "THB"),
    ("myanmar", "缅甸华商商会向灾区捐赠缅币2000万元，会长个人捐500万元。", "MMK"),
    (
        "reported-by-their-paper",
        "中国侨网3月5日电 据马来西亚《星洲日报》报道，福建社团联合会拨出马币50万元，会长另捐10万元。",
        "MYR",
    ),
    ("canada", "加拿大潮商会为医院筹款，当晚筹得加币12万元，会长带头捐2万元。", "CAD"),
    ("taiwan", "中评社台北8月12日电 机器工业同业公会捐出新台币1000万元，理事长捐200万元。", "TWD"),
    ("giver-of-the-mainland", "深圳市工商联会员踊跃捐款，香港会员捐港币100万元，其余会员共捐500万元。", None),
    (
        "worth-in-yuan",
        "中新社曼谷10月5日电 泰国江苏商会捐款泰铢100万元（约20万元），会员另采购价值15万元的饮用水。",
        "CNY",
    ),
    ("worth-in-yuan-of-pesos", "菲律宾中国商会向马尼拉捐款500万比索（约合70万元），会长捐款10万元。", "CNY"),
    ("no-yuan-of-their-own", "西班牙青田同乡会捐款3万欧元、2万欧元，采购口罩价值20万元。", "CNY"),
    ("dongs-and-yuan", "越南中国商会捐款20亿越南盾，浙江商会会员另捐价值30万元的物资。", "CNY"),
    ("gifts-from-abroad", "温州市侨商会收到意大利侨胞5万欧元、法国侨胞2万欧元，会员捐款80万元。", "CNY"),
]
# Renminbi that stands at its own sums behind those in 元 is another money.
BESIDE_RENMINBI = [
    ("hong-kong", "九龍西區工商聯會會長捐出80萬元，副會長捐30萬元；佛山市工商聯也捐來人民幣30萬元。", "HKD"),
    (
        "hong-kong-behind-the-sum",
        "香港福建社團聯會捐款500萬元，主席捐100萬元。福建省工商聯亦捐200萬元人民幣。",
        "HKD",
    ),
    (
        "hong-kong-paper",
        "香港文匯報訊（記者 李明）新界總商會向醫院捐贈50萬元，內地友會捐10萬元人民幣。",
        "HKD",
    ),
    (
        "hong-kong-paper-with-renminbi-first",
        "大公報訊（記者 張三）廣州商會捐人民幣20萬元，會長帶頭捐30萬元。",
        "HKD",
    ),
    ("macao", "澳門福建同鄉總會撥款100萬元，會長再捐20萬元；福州市工商聯捐來50萬元人民幣。", "MOP"),
    ("macao-paper", "【澳門日報消息】敬老宴上會長捐5萬元，珠海工商聯捐2萬元人民幣。", "MOP"),
    ("taiwan", "桃園市工商婦女協會捐200萬元，理事長捐30萬元；昆山台協捐人民幣50萬元。", "TWD"),
    ("singapore", "新加坡中華總商會撥出50萬元，會員再捐20萬元；四川商會捐30萬元人民幣。", "SGD"),
    ("renminbi-first", "香港江西商會捐款人民幣100萬元，會長捐50萬元，各會董捐20萬元。", None),
    ("mainland", "廣東省工商聯捐款200萬元，會員企業再捐人民幣100萬元。", "CNY"),
]
# The only money that a page from abroad gives its sums in.
NAMED_ALONE = [
    ("vietnam", "胡志明市台灣商會頒發獎助學金3億越盾，每名300萬元；會員再認捐2億元。", "VND"),
    ("thailand", "【曼谷訊】泰國潮州會館撥款一百萬銖賑災，永遠名譽主席捐五十萬元。", "THB"),
    ("indonesia-by-a-shared-name", "（雅加達訊）印尼中華總商會捐款10億盾，會長捐2億元。", "IDR"),
    ("korea", "【首爾訊】漢城華僑協會捐500萬韓元，會長捐100萬元。", "KRW"),
    ("france", "【本報巴黎訊】法國潮州會館籌得10萬歐元，會長捐一萬元。", "EUR"),
    ("paraguay", "巴拉圭東方市台灣商會捐三千萬瓜拉尼，會長再捐五百萬元。", "PYG"),
    ("paper-at-the-foot", "台商會頒獎助學金4億越盾，會員再捐2億元。\n西貢解放日報　嘉敏　08/12/2020", "VND"),
    ("gift-abroad", "本會昨日捐款50萬元賑濟泰國水災，泰國紅十字會至今已收3億銖。", None),
    ("hong-kong-giving-abroad", "香港中華廠商聯合會捐款100萬元賑濟尼泊爾，尼泊爾商會捐50萬盧比。", "HKD"),
    (
        "a-paper-of-another-place",
        "環球華報 > 紐約\n美東商會改選\n記者王大同／紐約報導　新會長與商會各捐5000元，賑濟日本強震。",
        "USD",
    ),
    ("taipei-on-vietnam", "【記者陳大同／台北報導】越南台商總會捐越盾21億元，外貿協會捐100萬元。", "TWD"),
    (
        "two-moneys",
        "洛杉磯台灣商會捐美金三萬元，台北總會捐新台幣五十萬元，香港總會捐港幣二十萬元，會長另捐二十萬元。",
        None,
    ),
    ("first-of-another-place", "英國倫敦華埠商會捐一萬英鎊，香港總商會捐港幣十萬元，會長再捐二千元。", None),
]


@pytest.mark.parametrize(
    ("words", "currency"),
    [c[1:] for c in [*CALLED, *BESIDE_RENMINBI, *NAMED_ALONE]],
    ids=[
        f"{table}-{c[0]}" for table in ("CALLED", "BESIDE_RENMINBI", "NAMED_ALONE") for c in globals()[table]
    ],
)
def test_a_bare_yuan_is_known_by_the_moneys_beside_it(words: str, currency: str | None) -> None:
    assert yuan(document(words)) == currency


@pytest.mark.parametrize(
    ("words", "text", "currency"),
    [
        ("副會長個人捐出港幣$10,000元。", "港幣$10,000元", "HKD"),
        ("香港商會會員捐出$10,000，獲頒證書。", "$10,000", "HKD"),
        ("紐約中華總商會捐$3,000，僑胞響應。", "$3,000", "USD"),
        ("商會會員捐出$10,000，獲頒證書。", "$10,000", None),
        ("香港商會會員捐出US$10,000，獲頒證書。", "US$10,000", "USD"),
        ("商会会员捐出$10,000，获颁证书。", "$10,000", "USD"),
        ("澳大利亚中国总商会会员捐款$27,305.75，人民币账户另列。", "$27,305.75", "AUD"),
        ("澳大利亚江苏商会为武汉募捐$27,305。", "$27,305", "AUD"),
        ("【加西訊】愛城華埠商會為山火災民籌得$128,500。", "$128,500", "CAD"),
        ("埃德蒙顿华商总会为山火灾民筹得$128,500。", "$128,500", "CAD"),
        ("溫哥華華埠商會捐款$5,000美元予醫院。", "$5,000美元", "USD"),
        ("温哥华华商会捐款$5,000，西雅图华商会同日响应。", "$5,000", None),
        ("香港商會捐款$50,000予台灣災民。", "$50,000", "HKD"),
        ("香港商會與台灣商會各捐$50,000。", "$50,000", None),
    ],
    ids=[
        "named-before",
        "hong-kong",
        "new-york",
        "open",
        "american",
        "simplified",
        "australian",
        "australian-for-a-city-at-home",
        "reported-from-western-canada",
        "edmonton",
        "named-behind",
        "two-countries",
        "gift-elsewhere",
        "two-territories",
    ],
)
def test_a_dollar_sign_is_the_page_s_own(words: str, text: str, currency: str | None) -> None:
    (mention,) = [m for m in find(document(words), NO_SEGMENTS) if m.value.quantity.kind == "money"]
    assert (words[mention.start : mention.end], mention.value.quantity.currency) == (text, currency)


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("阿根廷侨界捐款30万比索。", "ARS"),
        ("菲律宾商会捐款30万比索。", "PHP"),
        ("侨界捐款30万比索。", None),
        ("阿根廷和智利的商会捐款30万比索。", None),
        ("秘鲁中资企业协会捐款41.8万索尔。", "PEN"),
        ("怡朗菲華商會將現款30萬比索發放災民。", "PHP"),
        ("马尼拉与布宜诺斯艾利斯的商会捐款30万比索。", None),
        ("奥斯陆侨界捐款30万克朗。", "NOK"),
        ("南非洪都商会捐款R50,000。", "ZAR"),
        ("菲律宾商会捐款P 50,000.00。", "PHP"),
        ("博茨瓦纳华侨捐款P5000。", "BWP"),
    ],
    ids=[
        "argentina",
        "philippines",
        "nowhere",
        "two-countries",
        "peru",
        "place-of-the-philippines",
        "two-places",
        "place-of-norway",
        "letter-of-rand",
        "letter-of-pesos",
        "letter-of-pula",
    ],
)
def test_a_shared_name_of_money_is_that_of_the_one_country_named(words: str, currency: str | None) -> None:
    (mention,) = find(document(words), NO_SEGMENTS)
    assert mention.value.quantity.currency == currency


@pytest.mark.parametrize(
    "words", ["在南非R22公路旁。", "型号R5,000已停产。", "菲律宾P2P平台。", "南非商会第P50号会员。"]
)
def test_letters_before_numbers_are_no_money_by_themselves(words: str) -> None:
    assert not [m for m in find(document(words), NO_SEGMENTS) if m.value.quantity.kind == "money"]


def test_money_without_a_currency_is_a_figure_only_where_money_was_named() -> None:
    (mention,) = find(document("全会共捐款64.4150万。"), NO_SEGMENTS)
    assert mention.value.quantity.amount.value == Decimal("644150")
    assert figures("编号为64.4150万。") == []


@given(st.text(alphabet="捐款口罩防护服和、，等的0123456789万只套元（）价值将A ", max_size=60))
def test_every_figure_and_item_stands_in_the_text(words: str) -> None:
    text = document(words)
    for m in find(text, NO_SEGMENTS):
        assert 0 <= m.start < m.end <= len(words)
        if m.value.item is not None:
            assert words[m.value.item_start : m.value.item_end] == m.value.item
            assert m.value.item


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("中新社卢萨卡2010年4月20日电 赞比亚中资企业协会捐款500万克瓦查。", "ZMK"),
        ("中新社卢萨卡2014年4月20日电 赞比亚中资企业协会捐款5万克瓦查。", "ZMW"),
        ("赞比亚中资企业协会捐款5万克瓦查。", "ZMW"),
        ("2007年，委内瑞拉中华总商会捐款100万玻利瓦尔。", "VEB"),
        ("2013年，委内瑞拉中华总商会捐款100万玻利瓦尔。", "VEF"),
        ("2015年，白俄罗斯中资企业商会捐款2亿白俄罗斯卢布。", "BYR"),
        ("2020年，白俄罗斯中资企业商会捐款2万白俄罗斯卢布。", "BYN"),
        ("2015年，塞拉利昂中资企业商会捐款1亿利昂。", "SLL"),
        ("2010年，马拉维华人商会捐款500万克瓦查。", "MWK"),
        ("2010年，赞比亚中资企业协会捐款500万美元。", "USD"),
    ],
)
def test_money_is_what_bore_its_name_at_the_time(words: str, currency: str) -> None:
    (money,) = (m.value.quantity for m in find(document(words), NO_SEGMENTS))
    assert money.currency == currency


SHARED_NAMES = [
    ("argentina-in-traditional", "阿根廷中華工商聯合會捐出五十萬披索", "ARS"),
    ("mexico-in-traditional", "墨西哥台灣商會捐款三十萬披索", "MXN"),
    ("no-country-named", "會長捐三十萬披索", "PHP"),
    ("manila", "马尼拉中华商会捐三十万披索", "PHP"),
    ("two-countries-with-it", "墨西哥和阿根廷的商会各捐三十万披索", None),
    ("coin-of-a-letter", "阿根廷华商会捐款10万阿币", "ARS"),
    ("coin-of-a-letter-2", "迪拜温州商会捐款10万阿币", "AED"),
    ("coin-of-a-letter-3", "巴基斯坦中资企业协会捐款100万巴币", "PKR"),
    ("coin-of-a-letter-unknown", "会长捐款100万巴币", None),
    ("dirham-by-a-city", "杜拜台灣商會捐出五萬迪漢", "AED"),
    ("dirham-otherwise", "沙迦中国商会捐款5万迪尔汗", "AED"),
    ("brunei", "汶萊中華總商會捐款5萬汶幣", "BND"),
    ("sign-with-a-slash", "秘魯中華通惠總局捐出S/5,000", "PEN"),
    ("cfa-in-short", "喀麦隆中国商会捐款200万西法", "XAF"),
]


@pytest.mark.parametrize(
    ("words", "currency"), [c[1:] for c in SHARED_NAMES], ids=[c[0] for c in SHARED_NAMES]
)
def test_money_that_several_countries_call_so(words: str, currency: str | None) -> None:
    (figure,) = [m for m in find(document(words), NO_SEGMENTS) if m.value.quantity.kind == "money"]
    assert figure.value.quantity.currency == currency


@pytest.mark.parametrize("words", ["车牌A/S/5000，", "第03/PM号总理令", "地址：Calle 5/500"])
def test_no_money_by_a_slash(words: str) -> None:
    assert [m for m in find(document(words), NO_SEGMENTS) if m.value.quantity.kind == "money"] == []


POINTED = {
    "thousands of things": ("普拉托侨团捐口罩25.000只、手套8.500副。", ["25000", "8500"]),
    "in a list without money": ("米兰商会捐赠名单\n张三 口罩5.000只\n李四 口罩10.000只", ["5000", "10000"]),
    "of a weight": ("巴西华人协会捐大米1.200公斤。", ["1200"]),
    "of a money with several countries": ("阿根廷商会捐款10.000比索。", ["10000"]),
    "on a page with a decimal point": ("西班牙商会捐口罩5.000只，每只2.5欧元。", ["2.5"]),
    "with a Chinese multiplier beside": ("西班牙商会捐口罩5.000只，共捐2.5万只。", ["5000", "25000"]),
    "where points part decimals": ("加拿大商会捐口罩5.000只，另捐5000元。", ["5000"]),
    "a weight of a mainland trade": ("商会捐钢材3.250吨。", ["3.250"]),
    "an average": ("每千人拥有床位1.125张。", ["1.125"]),
}


@pytest.mark.parametrize(("words", "values"), POINTED.values(), ids=POINTED)
def test_a_point_before_three_digits(words: str, values: list[str]) -> None:
    found = [m.value.quantity.amount.value for m in find(document(words), NO_SEGMENTS)]
    assert found == [Decimal(value) for value in values]
