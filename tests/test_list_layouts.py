"""Lists of officers and of givers in every common layout: the same people and sums come out of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chamber_extract import extract_text

OFFICERS = {
    "会长": ["陈建明"],
    "常务副会长": ["李国庆", "王海波"],
    "副会长": ["丁志强", "马明", "王芳", "方晓", "欧阳文轩"],
    "秘书长": ["孙晓东"],
    "监事长": ["赵敏"],
}
LABELS: dict[str, Callable[[int, str], str]] = {
    "colon": lambda i, office: f"{office}：",
    "wide-blank": lambda i, office: f"{office}　",
    "blanks": lambda i, office: f"{office}  ",
    "brackets": lambda i, office: f"【{office}】",
    "numbered": lambda i, office: f"{'一二三四五'[i]}、{office}：",
    "counted": lambda i, office: f"{office}（若干名）：",
    "line": lambda i, office: f"{office}\n",
    "line-with-colon": lambda i, office: f"{office}：\n",
    "spread": lambda i, office: f"{' '.join(office)}：",
    "tab": lambda i, office: f"{office}\t",
}
BETWEEN = {
    "comma-of-lists": "、",
    "blank": " ",
    "blanks": "  ",
    "wide-blank": "　",
    "comma": "，",
    "lines": "\n",
}
BESIDE: dict[str, Callable[[str], str]] = {
    "name": lambda name: name,
    "sex": lambda name: f"{name}（女）" if name in ("王芳", "赵敏") else name,
    "firm": lambda name: f"{name}（恒通集团董事长）",
}


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("label", LABELS)
def test_officers_are_read_from_every_layout(label: str, beside: str) -> None:
    wanted = {name: (office, "深圳市温州商会") for office, names in OFFICERS.items() for name in names}
    for between in BETWEEN:
        if between == "lines" and label in ("wide-blank", "blanks", "tab", "spread"):
            continue  # only the first of the names would stand beside the label
        lines = [
            LABELS[label](i, office) + BETWEEN[between].join(map(BESIDE[beside], names))
            for i, (office, names) in enumerate(OFFICERS.items())
        ]
        text = "深圳市温州商会第三届理事会组成人员名单\n\n" + "\n".join(lines) + "\n"
        people = extract_text(text).people
        found = {p.name: (p.positions[0].title, p.positions[0].organization) for p in people if p.positions}
        assert found == wanted, between


GIVERS = {
    "陈国庆": 50000,
    "温州大华阀门厂": 80000,
    "王芳": 500,
    "浙江金鼎鞋业有限公司": 100000,
    "林海明": 3000,
    "李伟夫妇": 1200,
    "台州市温州商会": 20000,
}
IN_WORDS = {50000: "伍万", 80000: "捌万", 500: "伍佰", 100000: "壹拾万", 3000: "叁仟", 1200: "壹仟贰佰", 20000: "贰万"}  # fmt: skip
SUMS: dict[str, Callable[[int], str]] = {
    "yuan": lambda n: f"{n}元",
    "groups": lambda n: f"{n:,}元",
    "cents": lambda n: f"{n:.2f}",
    "bare": lambda n: f"{n}",
    "ten-thousands": lambda n: f"{n // 10000}万元" if n % 10000 == 0 else f"{n}元",
    "sign": lambda n: f"￥{n:,}",
    "words": lambda n: f"人民币{IN_WORDS[n]}元整",
    "verb": lambda n: f"捐款{n}元",
    "code": lambda n: f"RMB{n:,}",
}
APART = {"blank": " ", "blanks": "  ", "tab": "\t", "colon": "：", "dots": "………", "wide-blank": "　", "dash": "——", "comma": "，", "nothing": ""}  # fmt: skip
NUMBERS: dict[str, Callable[[int], str]] = {
    "unnumbered": lambda i: "",
    "point": lambda i: f"{i}.",
    "list-comma": lambda i: f"{i}、",
    "brackets": lambda i: f"（{i}）",
    "blank": lambda i: f"{i} ",
}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("sum_", SUMS)
def test_givers_are_read_from_every_layout(sum_: str, number: str) -> None:
    for apart in APART:
        if sum_ in ("bare", "cents") and apart in ("dash", "comma", "nothing"):
            continue  # 陈国庆，50000 may be anything
        lines = [
            NUMBERS[number](i) + name + APART[apart] + SUMS[sum_](amount)
            for i, (name, amount) in enumerate(GIVERS.items(), 1)
        ]
        text = "温州市龙湾商会抗洪救灾捐款名单（单位：元）\n\n" + "\n".join(lines) + "\n"
        found = {d.donor: d.amount for d in extract_text(text).donations}
        assert found == GIVERS, apart


SHARED = {
    50000: ["陳國慶", "溫州大華閥門廠"],
    3000: ["王芳", "歐陽文軒", "張玉蘭"],
    1200: ["李偉夫婦"],
    500: ["周明", "金鼎鞋業有限公司"],
}
CAPITALS = {50000: "伍萬", 3000: "叁仟", 1200: "壹仟貳佰", 500: "伍佰"}
PLAIN = {50000: "五萬", 3000: "三千", 1200: "一千二百", 500: "五百"}
WRITTEN: dict[str, Callable[[int], str]] = {
    "yuan": lambda n: f"{n:,}元",
    "dollars": lambda n: f"${n:,}",
    "code": lambda n: f"HK$ {n:,}.00",
    "capitals": lambda n: f"港幣{CAPITALS[n]}圓正",
    "numerals": lambda n: f"{PLAIN[n]}元",
    "bare": lambda n: f"{n:,}",
    "bare-cents": lambda n: f"{n:,}.00",
    "bare-digits": lambda n: f"{n}",
    "bare-numerals": lambda n: PLAIN[n],
}
EACH = ["", "各"]
TOGETHER: dict[str, Callable[[str, list[str]], str]] = {
    "sum-before-blanks": lambda sum_, names: f"{sum_}　　{'　'.join(names)}",
    "sum-before-tab": lambda sum_, names: f"{sum_}\t{'、'.join(names)}",
    "sum-with-colon": lambda sum_, names: f"{sum_}：{'、'.join(names)}",
    "sum-in-box": lambda sum_, names: f"【{sum_}】{'、'.join(names)}",
    "sum-over": lambda sum_, names: f"{sum_}\n{'　'.join(names)}",
    "box-over-lines": lambda sum_, names: "\n".join([f"【{sum_}】", *names]),
    "who-gave": lambda sum_, names: f"捐{sum_}者：{'、'.join(names)}",
    "each-gave": lambda sum_, names: f"各捐{sum_}：{'、'.join(names)}",
    "each-behind": lambda sum_, names: f"{'、'.join(names)}　{EACH[len(names) > 1]}{sum_}",
    "each-behind-blanks": lambda sum_, names: f"{'　'.join(names)}　{EACH[len(names) > 1]}{sum_}",
    "each-in-brackets": lambda sum_, names: f"{'、'.join(names)}（{EACH[len(names) > 1]}{sum_}）",
    "each-above": lambda sum_, names: f"{'　'.join(names)}　{'以上各' if len(names) > 1 else ''}{sum_}",
}


@pytest.mark.parametrize("together", TOGETHER)
@pytest.mark.parametrize("written", WRITTEN)
def test_givers_of_one_sum_are_read_from_every_layout(written: str, together: str) -> None:
    lines = [TOGETHER[together](WRITTEN[written](n), names) for n, names in SHARED.items()]
    text = "香港溫州商會賑災捐款芳名（單位：港元）\n\n" + "\n".join(lines) + "\n"
    found = {d.donor: (d.amount, d.currency) for d in extract_text(text).donations}
    assert found == {name: (n, "HKD") for n, names in SHARED.items() for name in names}


def test_numbers_of_rows_are_no_sums() -> None:
    text = "溫州商會捐款芳名（單位：元）\n\n5,000：\n99 陳國慶\n100 林海明\n101 王芳\n"
    found = {d.donor: d.amount for d in extract_text(text).donations}
    assert found == dict.fromkeys(["陳國慶", "林海明", "王芳"], 5000)


# Lines below a list of bare sums that give nothing.
NOT_GIVEN = [
    "會員人數　350", "得票　356", "郵編：325000", "票號　123456", "傳真　23456789", "第 120 頁", "印刷　5000", "瀏覽次數：5321",
    "上期結存　50,000", "支出　8,000", "餘款　3,000", "聯絡人　李小姐　13800138000", "帳號：6222 0000 1234", "二〇一〇年五月十二日", "2010",
]  # fmt: skip


@pytest.mark.parametrize("line", NOT_GIVEN)
def test_lines_among_givers_that_give_nothing(line: str) -> None:
    text = f"溫州商會捐款芳名（單位：元）\n\n陳國慶　5,000\n大華五金廠　3,000\n{line}\n"
    found = {d.donor: d.amount for d in extract_text(text).donations}
    assert found == {"陳國慶": 5000, "大華五金廠": 3000}


LISTED = {
    "林玉水（先母八秩壽慶移贈）": "林玉水",
    "東勢鋁門窗（會員吳登發）": "東勢鋁門窗",
    "副會長單位：恒豐貿易有限公司": "恒豐貿易有限公司",
    "Tan Ah Kow": "Tan Ah Kow",
    "陳*慶": "陳*慶",
    "王五一": "王五一",
    "永昌印刷": "永昌印刷",
}


@pytest.mark.parametrize("name", LISTED)
def test_names_of_givers_in_lists(name: str) -> None:
    for row in (f"{name}　　1,300元", f"{name}\t1,300元", f"1,300元　{name}", f"1,300元：\n{name}"):
        first = "700元　陳玉山\n" if row.startswith("1") else "陳玉山　700元\n"
        found = extract_text(f"溫州商會賑災捐款芳名\n\n{first}{row}\n").donations
        assert {(d.donor or "").partition("（")[0]: d.amount for d in found} == {
            "陳玉山": 700,
            LISTED[name]: 1300,
        }, row


THREE = {"周明": 5000, "林海明": 3000, "王芳": 3000}
RUNNING_ON: dict[str, tuple[str, str]] = {
    "parts-in-two-moneys": ("紐約福建同鄉會捐款芳名\n\n美金部分\n周明　5,000元\n\n人民幣部分\n林海明　3,000元\n王芳　3,000元\n", "USD CNY CNY"),
    "sums-over-names-in-one-line": ("沙巴福建公會義款芳名\n\nRM5,000：周明。RM3,000：林海明、王芳。\n", "MYR MYR MYR"),
    "names-on-the-next-line": ("沙巴福建公會義款芳名\n\nRM5,000：周明\nRM3,000：林海明、\n王芳\n", "MYR MYR MYR"),
    "padded-names": ("香港溫州商會捐款芳名\n伍仟元正\n周明\n叁仟元正\n林海明　王　芳\n", "HKD HKD HKD"),
    "brackets-in-a-line": ("温州商会捐款芳名：周明（5000元）、林海明（3000元）、王芳（3000元）。\n", "CNY CNY CNY"),
    "pesos": ("菲律賓溫州同鄉會捐款芳名\n\nP5,000.00　周明\nP3,000.00　林海明、王芳\n", "PHP PHP PHP"),
    "rand": ("南非华人协会洪灾捐款名单\n\n周明　R5,000\n林海明　R3000\n王芳　R3,000\n", "ZAR ZAR ZAR"),
    "euros": ("米兰华侨华人商会捐款名单\n\n周明　€5,000\n林海明　3000 €\n王芳　3000欧\n", "EUR EUR EUR"),
    "dots-between-thousands": ("米兰华侨华人商会捐款名单（单位：欧元）\n\n周明　5.000\n林海明　3.000\n王芳　3.000\n", "EUR EUR EUR"),
    "dots-and-euros": ("米兰华侨华人商会捐款名单\n\n周明　5.000欧元\n林海明　€3.000\n王芳　3000欧元\n", "EUR EUR EUR"),
    "dots-and-rupiah": ("印尼温州同乡会捐款名单\n\n周明　Rp 5.000\n林海明　Rp 3.000\n王芳　Rp3.000\n", "IDR IDR IDR"),
    "plus-signs": ("温州商会捐款接龙\n1. 周明+5000元\n2. 林海明+3000元\n3. 王芳+3000元\n", "CNY CNY CNY"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "currencies"), RUNNING_ON.values(), ids=RUNNING_ON)
def test_lists_that_run_on_and_signs_of_money(text: str, currencies: str) -> None:
    found = [(d.donor, d.amount, d.currency) for d in extract_text(text).donations]
    assert sorted(found) == sorted(
        (name, amount, currency)
        for (name, amount), currency in zip(THREE.items(), currencies.split(), strict=True)
    )


MONEYS = {
    "克瓦查": ("赞比亚", "ZMW"),
    "比索": ("菲律宾", "PHP"),
    "欧元": ("法国", "EUR"),
    "令吉": ("马来西亚", "MYR"),
    "澳門元": ("澳門", "MOP"),
    "英鎊": ("英國", "GBP"),
}
SAID = {
    "in-the-title": "{place}中国商会捐款名单（单位：{money}）\n",
    "plainly": "{place}中國商會賑災捐款芳名（{money}）\n",
    "on-its-own-line": "{place}中国商会捐款芳名\n（单位：{money}，排名以到账先后为序）\n",
    "in-the-announcement": "{place}中国商会公示\n\n各位会员：本会发出募捐倡议以来，会员踊跃响应。现将第三批捐款公示如下（单位：{money}，排名不分先后）：\n",
    "below": "{place}中國商會賑災捐款明細\n以下金額單位：{money}\n",
    "for-all": "{place}中国商会捐款名单如下（以下金额均为{money}）：\n",
    "the-same-below": "{place}中国商会捐款名单（{money}，下同）：\n",
}
RUNS: dict[str, Callable[[list[tuple[str, str]]], str]] = {
    "tab": lambda gifts: "\n".join(f"{name}\t{sum_}" for name, sum_ in gifts),
    "office": lambda gifts: "\n".join(f"{name}（副会长）　{sum_}" for name, sum_ in gifts),
    "part-of-it": lambda gifts: "\n".join(f"{name}\t{sum_}（含员工个人300）" for name, sum_ in gifts),
    "numbered": lambda gifts: "\n".join(f"{i}. {name}　{sum_}" for i, (name, sum_) in enumerate(gifts, 1)),
    "on-one-line": lambda gifts: "、".join(name + sum_ for name, sum_ in gifts) + "。",
    "between-semicolons": lambda gifts: "；".join(name + sum_ for name, sum_ in gifts) + "。",
}
MIXED = {50000: "5万", 80000: "8万", 500: "500", 100000: "10万", 3000: "3000", 1200: "1200", 20000: "2万"}
SPOKEN = {
    50000: "五万",
    80000: "八万",
    500: "五百",
    100000: "十万",
    3000: "三千",
    1200: "一千二百",
    20000: "二万",
}
PLAIN_SUMS: dict[str, Callable[[int], str]] = {
    "digits": str,
    "groups": lambda n: f"{n:,}",
    "ten-thousands": MIXED.__getitem__,
    "spoken": SPOKEN.__getitem__,
}


@pytest.mark.parametrize("runs", RUNS)
@pytest.mark.parametrize("said", SAID)
def test_the_money_of_a_list_is_what_its_caption_says(said: str, runs: str) -> None:
    """Each money and each writing of sums stand with every caption and run; with one another they take turns."""
    turn = [*SAID].index(said) + [*RUNS].index(runs)
    for i, (money, (place, code)) in enumerate(MONEYS.items(), turn):
        written = [*PLAIN_SUMS.values()][i % len(PLAIN_SUMS)]
        over = SAID[said].format(place=place, money=money)
        over = over.rstrip("：\n") + "：" if runs in ("on-one-line", "between-semicolons") else over
        if "\n" in over and runs in ("on-one-line", "between-semicolons") and "各位" not in over:
            continue  # two lines are no caption on the line of its list
        text = over + RUNS[runs]([(name, written(n)) for name, n in GIVERS.items()]) + "\n"
        found = {d.donor: (d.amount, d.currency) for d in extract_text(text).donations}
        assert {(d or "").partition("（")[0]: v for d, v in found.items()} == {
            name: (n, code) for name, n in GIVERS.items()
        }, text


@pytest.mark.parametrize(
    ("sum_", "amount"), [("1万2000", 12000), ("5万5600", 55600), ("12萬3000", 123000), ("3万零500", 30500)]
)
def test_sums_of_ten_thousands_and_more(sum_: str, amount: int) -> None:
    found = extract_text(f"法国华侨协会捐款名单（单位：欧元）：周明{sum_}、林海明800、王芳1万。\n").donations
    assert {d.donor: d.amount for d in found} == {"周明": amount, "林海明": 800, "王芳": 10000}


# What stands over the rows of an article about giving, and says itself nothing or little of it.
GAVE = "商会为水灾募捐\n\n家乡水灾，商会发出倡议后，会员踊跃捐款。\n\n"
OPEN = ["现将爱心名单公布如下（排名不分先后）：", "一、接收款项", "以下是各位会员的心意：", "已到账", "附件：明细", "【第二批】", "具体为："]  # fmt: skip
OTHER = [
    "当晚节目如下：", "门票", "商会概况", "善款去向", "二、发放情况", "四、结余", "会员受灾损失如下：", "助学金领取名单",
    "理赔情况", "善款使用计划", "选举结果", "起拍价", "纳税前三名", "义演开支", "赞助方案", "会馆租金", "2020年销售排行",
]  # fmt: skip


@pytest.mark.parametrize("traditional", [False, True])
@pytest.mark.parametrize("head", OPEN)
def test_a_head_that_leaves_it_open_heads_what_the_article_is_about(head: str, traditional: bool) -> None:
    for apart in ("　", "\t", "  ", "："):
        rows = "\n".join(f"{name}{apart}{amount}元" for name, amount in GIVERS.items())
        text = f"{GAVE}{head}\n\n{rows}\n"
        text = text.replace("会", "會").replace("为", "為").replace("捐赠", "捐贈") if traditional else text
        found = {(d.donor or "").replace("會", "会"): d.amount for d in extract_text(text).donations}
        assert found == GIVERS, apart


@pytest.mark.parametrize("head", OTHER)
def test_a_head_of_something_else_heads_no_gifts(head: str) -> None:
    text = f"{GAVE}{head}\n\n陈国庆　5000元\n温州大华阀门厂　3000元\n王芳　500元\n"
    assert extract_text(text).donations == []


@pytest.mark.parametrize("last", ["用途", "备注", "使用方向"])
def test_a_head_that_names_the_giver_makes_a_table_of_gifts(last: str) -> None:
    text = f"""县工商联2022年度助学专项资金收支情况公示

二、本年收入
序号\t日期\t捐赠单位（个人）\t金额（元）\t{last}
1\t2022-03-12\t安溪县茶叶协会\t50,000.00\t助学
2\t2022-04-02\t福建三安重工有限公司\t100,000.00\t助学

三、本年支出
序号\t日期\t项目\t金额（元）\t受助对象
1\t2022-08-20\t发放贫困大学生助学金\t120,000.00\t40人
"""
    found = [(d.donor, d.amount) for d in extract_text(text).donations]
    assert found == [("安溪县茶叶协会", 50_000), ("福建三安重工有限公司", 100_000)]


@pytest.mark.parametrize(
    "spent",
    [
        "支出明细：\n2022.05.06　购买防护服　84000.00元\n2022.06.01　慰问困难学生　100000.00元",
        "三、支出\n购买防护服  84000元\n年末结余：471000元",
        "支出40万元，其中：\n1. 湖头镇路灯工程30万元；\n2. 贫困生助学金10万元。\n结余25.5万元结转下年使用。",
        "截至年末，已支出40万元，尚余25.5万元。",
    ],
)
def test_what_was_spent_or_is_left_is_no_gift(spent: str) -> None:
    text = f"县工商联2022年度接受捐赠及使用情况公示\n\n县工商联共接受捐赠65.5万元，其中：\n1. 三安集团50万元；\n2. 林文侨3万元。\n{spent}\n"
    found = [(d.donor, d.amount) for d in extract_text(text).donations]
    assert found == [("县工商联", 655_000), ("三安集团", 500_000), ("林文侨", 30_000)]
