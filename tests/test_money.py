"""Money: currencies by name, sign and code, before and after the number, coins and equivalents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chamber_extract.normalize import Quantity, find_quantities, parse

# (text, quote, value, currency); a bare 元 has none.
WRITTEN = {
    "yuan": [
        ("捐款12.5亿元", "12.5亿元", "1250000000", None),
        ("善款一千二百万元", "一千二百万元", "12000000", None),
        ("捐资50万元人民币", "50万元人民币", "500000", "CNY"),
        ("人民币300万元", "人民币300万元", "3000000", "CNY"),
        ("捐款折合人民币197余万，近15人", "人民币197余万", "1970000", "CNY"),
        ("捐款984150人民币", "984150人民币", "984150", "CNY"),
        ("￥5,000", "￥5,000", "5000", "CNY"),
        ("RMB 300万", "RMB 300万", "3000000", "CNY"),
        ("人民幣壹佰萬元整", "人民幣壹佰萬元整", "1000000", "CNY"),
        ("伍仟元整", "伍仟元整", "5000", None),
        ("壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", "1234567.89", None),
        ("三元五角", "三元五角", "3.5", None),
        ("九元零九分", "九元零九分", "9.09", None),
        ("九角九分", "九角九分", "0.99", None),
        ("五分钱", "五分钱", "0.05", None),
        ("五十块钱", "五十块钱", "50", None),
        ("82，225.00元", "82，225.00元", "82225", None),
        ("捐款5，200元", "5，200元", "5200", None),
        ("百万元", "百万元", "1000000", None),
        ("捐 款 30 万 元", "30 万 元", "300000", None),
    ],
    "in hundreds of millions": [
        ("捐了1个亿元", "1个亿元", "100000000", None),
        ("两个亿美元", "两个亿美元", "200000000", "USD"),
        ("3个亿人民币", "3个亿人民币", "300000000", "CNY"),
        ("一个半亿港元", "一个半亿港元", "150000000", "HKD"),
        ("五个百万美元", "五个百万美元", "5000000", "USD"),
    ],
    "in millions": [
        ("donated US$3.5 million to", "US$3.5 million", "3500000", "USD"),
        ("HK$2 billion", "HK$2 billion", "2000000000", "HKD"),
        ("捐款US$3.5m，", "US$3.5m", "3500000", "USD"),
        ("筹得RM1.2mil", "RM1.2mil", "1200000", "MYR"),
        ("RM50k", "RM50k", "50000", "MYR"),
        ("RMB 5 million", "RMB 5 million", "5000000", "CNY"),
        ("3 million yuan", "3 million yuan", "3000000", "CNY"),
        ("5 million dollars", "5 million dollars", "5000000", None),
        ("捐款100K美元", "100K美元", "100000", "USD"),
        ("共5k元", "5k元", "5000", None),
        ("售价3M美元", "3M美元", "3000000", "USD"),
    ],
    "spoken": [
        ("每只三块五，", "三块五", "3.5", None),
        ("每只三块五毛", "三块五毛", "3.5", None),
        ("12块5", "12块5", "12.5", None),
        ("港纸五千", "港纸五千", "5000", "HKD"),
        ("六分之五卢布", "六分之五卢布", "0.8333333333333333333333333333", "RUB"),
    ],
    "after the number": [
        ("4.7万美元", "4.7万美元", "47000", "USD"),
        ("20多万美金", "20多万美金", "200000", "USD"),
        ("33000欧元", "33000欧元", "33000", "EUR"),
        ("34796.25英镑", "34796.25英镑", "34796.25", "GBP"),
        ("一百萬港元", "一百萬港元", "1000000", "HKD"),
        ("200萬元港幣", "200萬元港幣", "2000000", "HKD"),
        ("新臺幣三十億元", "新臺幣三十億元", "3000000000", "TWD"),
        ("5億日圓", "5億日圓", "500000000", "JPY"),
        ("300万韩元", "300万韩元", "3000000", "KRW"),
        ("100新加坡元", "100新加坡元", "100", "SGD"),
        ("5万新币", "5万新币", "50000", "SGD"),
        ("2万澳元", "2万澳元", "20000", "AUD"),
        ("3万纽币", "3万纽币", "30000", "NZD"),
        ("6万加元", "6万加元", "60000", "CAD"),
        ("7000瑞郎", "7000瑞郎", "7000", "CHF"),
        ("500万卢布", "500万卢布", "5000000", "RUB"),
        ("100万泰铢", "100万泰铢", "1000000", "THB"),
        ("20亿越南盾", "20亿越南盾", "2000000000", "VND"),
        ("8,000万基普", "8,000万基普", "80000000", "LAK"),
        ("500万瑞尔", "500万瑞尔", "5000000", "KHR"),
        ("1亿缅币", "1亿缅币", "100000000", "MMK"),
        ("10万林吉特", "10万林吉特", "100000", "MYR"),
        ("50万令吉", "50万令吉", "500000", "MYR"),
        ("3亿印尼盾", "3亿印尼盾", "300000000", "IDR"),
        ("200万菲律宾比索", "200万菲律宾比索", "2000000", "PHP"),
        ("2100万中非法郎", "2100万中非法郎", "21000000", "XAF"),
        ("300万西非法郎", "300万西非法郎", "3000000", "XOF"),
        ("40万兰特", "40万兰特", "400000", "ZAR"),
        ("100万奈拉", "100万奈拉", "1000000", "NGN"),
        ("50万肯尼亚先令", "50万肯尼亚先令", "500000", "KES"),
        ("30万埃塞俄比亚比尔", "30万埃塞俄比亚比尔", "300000", "ETB"),
        ("700万宽扎", "700万宽扎", "7000000", "AOA"),
        ("9万克瓦查", "9万克瓦查", "90000", None),
        ("9万赞比亚克瓦查", "9万赞比亚克瓦查", "90000", "ZMW"),
        ("80万塔卡", "80万塔卡", "800000", "BDT"),
        ("60万印度卢比", "60万印度卢比", "600000", "INR"),
        ("60万卢比", "60万卢比", "600000", None),
        ("1000万坚戈", "1000万坚戈", "10000000", "KZT"),
        ("5万图格里克", "5万图格里克", "50000", "MNT"),
        ("12万迪拉姆", "12万迪拉姆", "120000", None),
        ("12万阿联酋迪拉姆", "12万阿联酋迪拉姆", "120000", "AED"),
        ("4万里亚尔", "4万里亚尔", "40000", None),
        ("4万沙特里亚尔", "4万沙特里亚尔", "40000", "SAR"),
        ("6万谢克尔", "6万谢克尔", "60000", "ILS"),
        ("3万土耳其里拉", "3万土耳其里拉", "30000", "TRY"),
        ("2万兹罗提", "2万兹罗提", "20000", "PLN"),
        ("90万福林", "90万福林", "900000", "HUF"),
        ("8万瑞典克朗", "8万瑞典克朗", "80000", "SEK"),
        ("7万雷亚尔", "7万雷亚尔", "70000", "BRL"),
        ("5亿阿根廷比索", "5亿阿根廷比索", "500000000", "ARS"),
        ("11万秘鲁索尔", "11万秘鲁索尔", "110000", "PEN"),
        ("30美分", "30美分", "0.3", "USD"),
    ],
    "before the number": [
        ("美元98万", "美元98万", "980000", "USD"),
        ("澳門幣500萬元", "澳門幣500萬元", "5000000", "MOP"),
        ("港幣3.14", "港幣3.14", "3.14", "HKD"),
        ("US$3,000", "US$3,000", "3000", "USD"),
        ("HK$50万", "HK$50万", "500000", "HKD"),
        ("NT$200萬", "NT$200萬", "2000000", "TWD"),
        ("€1.5万", "€1.5万", "15000", "EUR"),
        ("USD 2000", "USD 2000", "2000", "USD"),
        ("£99.99", "£99.99", "99.99", "GBP"),
        ("S$5000", "S$5000", "5000", "SGD"),
        ("A$10,000", "A$10,000", "10000", "AUD"),
        ("RM3万", "RM3万", "30000", "MYR"),
        ("人民币约1581.91万元", "人民币约1581.91万元", "15819100", "CNY"),
        ("约人民币300万元", "约人民币300万元", "3000000", "CNY"),
    ],
}


@pytest.mark.parametrize(
    ("text", "quote", "value", "currency"),
    [pytest.param(*row, id=f"{group}-{row[0]}") for group, rows in WRITTEN.items() for row in rows],
)
def test_money(text: str, quote: str, value: str, currency: str | None) -> None:
    q = find_quantities(text)[0]
    assert (text[q.start : q.end], q.kind, q.amount.value, q.currency) == (
        quote,
        "money",
        Decimal(value),
        currency,
    )


def test_equivalent_is_a_quantity_of_its_own() -> None:
    text = "价值总计4.7万美元（约合人民币32.9万元）"
    assert [(text[q.start : q.end], q.amount.value, q.amount.approximation, q.currency) for q in find_quantities(text)] == [
        ("4.7万美元", 47000, "exact", "USD"),
        ("约合人民币32.9万元", 329000, "about", "CNY"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("3-5万元", "30000", "50000", None),
        ("三五百元", "300", "500", None),
        ("1亿到2亿美元", "100000000", "200000000", "USD"),
        ("3万元至5万元", "30000", "50000", None),
        ("从8500到3万港元", "8500", "30000", "HKD"),
        ("数十万欧元", "100000", "999999", "EUR"),
        ("几千元人民币", "1000", "9999", "CNY"),
        ("$5-$10", "5", "10", "USD"),
        ("人民币30-50万元", "300000", "500000", "CNY"),
    ],
)
def test_money_between(text: str, low: str, high: str, currency: str | None) -> None:
    (q,) = find_quantities(text)
    assert (q.amount.value, q.amount.low, q.amount.high, q.currency) == (
        None,
        Decimal(low),
        Decimal(high),
        currency,
    )


@pytest.mark.parametrize(
    ("text", "currency"), [("30万元", "HKD"), ("五块钱", "HKD"), ("30万美元", "USD"), ("5万卢比", None)]
)
def test_default_currency_is_for_a_bare_yuan_only(text: str, currency: str | None) -> None:
    (q,) = find_quantities(text, default_currency="HKD")
    assert q.currency == currency


@pytest.mark.parametrize(
    ("text", "value"),
    [("5分", "0.05"), ("两角五分", "0.25"), ("九块九毛九", "9.99"), ("九块九", "9.9"), ("十五块三毛五", "15.35"), ("壹角贰分", "0.12"), ("七块", "7")],
)  # fmt: skip
def test_spoken_money_where_money_is_asked_for(text: str, value: str) -> None:
    found = parse(text, "money", default_currency="CNY")
    assert isinstance(found, Quantity)
    assert (found.kind, found.amount.value, found.currency) == ("money", Decimal(value), "CNY")


@pytest.mark.parametrize(
    "text",
    [
        "签约100家", "人民币升值", "美元指数", "三角债", "两分法", "五分之一", "十分重要", "3块牌匾", "10分钟", "2分球",
        "元宵节", "单元楼", "欧元区19国", "港币兑换", "日元贬值", "二元期权", "八角", "五毛党", "人民币国际化", "亿元户",
        "三元催化", "一分为二", "一元一次方程", "银元", "英镑汇率下跌",
    ],
)  # fmt: skip
def test_no_money(text: str) -> None:
    assert [q for q in find_quantities(text) if q.kind == "money"] == []
