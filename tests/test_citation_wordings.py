"""Policies cited in every common way, with every bracket about the year: the same title, number, issuer and day."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text
from tests.citation_reading import cited, rows

TITLE = "关于进一步加强行业协会商会收费管理的通知"
ISSUERS = {"国务院办公厅": "国办发", "浙江省人民政府": "浙政发", "中共温州市委办公室": "温委办发", "深圳市民政局": "深民函"}  # fmt: skip
BRACKETS = ["〔2019〕", "[2019]", "【2019】", "（2019）", "(2019)", "﹝2019﹞", "〔 2019 〕", "［2019］"]

# Each with what it tells: the title, the issuer, the day.
CITATIONS: dict[str, tuple[str, bool, bool, bool]] = {
    "behind": ("根据《{title}》（{number}）精神，制定本方案。", True, False, False),
    "of-issuer": ("根据{issuer}《{title}》（{number}）要求，开展自查。", True, True, False),
    "issued": ("{issuer}印发《{title}》（{number}），明确了有关要求。", True, True, False),
    "issued-on": ("2019年3月5日，{issuer}印发《{title}》（{number}）。", True, True, True),
    "published-on": ("{issuer}于2019年3月5日发布《{title}》（{number}），自发布之日起施行。", True, True, True),
    "number-alone": ("按照{number}文件要求，全面清理收费。", False, False, False),
    "number-under-title": ("{title}\n{number}\n各市、县人民政府：\n为贯彻落实党中央决策部署，现通知如下。", False, False, False),
    "listed": ("1.《{title}》（{number}）\n2.《慈善法》\n", True, False, False),
    "repealed": ("《{issuer}关于印发〈章程〉的通知》（{number}）同时废止。", False, False, False),
    "with-day": ("一、{title}（{number}，2019年3月5日发布）", True, False, True),
    "day-in-bracket": ("《{title}》（{number}，2019年3月5日）明确提出要减轻企业负担。", True, False, True),
    "recently": ("{issuer}近日出台了《{title}》（{number}）。", True, True, False),
    "jointly": ("{issuer}联合财政部下发《{title}》（{number}）。", True, True, False),
    "row": ("《{title}》\t{number}\t{issuer}\t2019年3月5日", True, True, True),
}  # fmt: skip


@pytest.mark.parametrize("way", CITATIONS)
def test_a_citation_says_the_same_in_every_writing(way: str) -> None:
    words, titled, issued_by, dated = CITATIONS[way]
    for issuer, code in ISSUERS.items():
        for brackets in BRACKETS:
            text = words.format(title=TITLE, issuer=issuer, number=f"{code}{brackets}24号")
            found = extract_text(f"政策解读\n\n{text}\n").policies
            (policy,) = [p for p in found if p.document_number == f"{code}〔2019〕24号"] or [None]
            assert policy, text
            assert not titled or policy.title == TITLE, text
            assert not issued_by or issuer in policy.issuers, text
            assert (policy.issued.isoformat() if policy.issued else None) == (
                "2019-03-05" if dated else None
            ), text


# What is said of {a} and {b} around a title, to who issued it.
ACTS: dict[str, list[tuple[str, ...]]] = {
    "a": [
        ("{a}近日对外公布《{t}》", "{a}制定出台了《{t}》", "{a}公布新修订的《{t}》", "{a}刚刚印发的《{t}》"),
        ("{a}网站公布了《{t}》", "{a}官网昨日发布《{t}》", "{a}发布公告，公布《{t}》", "{a}日前下发通知，印发《{t}》"),
        ("经{b}同意，{a}印发了《{t}》", "{b}转发{a}《{t}》", "由{a}牵头起草的《{t}》", "“{a}《{t}》”", "【{a}】《{t}》"),
        ("去年底{a}下发《{t}》后", "今年6月，{a}出台的《{t}》明确", "{a}2021年印发的《{t}》", "会议学习了{a}最新下发的《{t}》"),
    ],
    "ab": [
        ("《{t}》由{a}、{b}联合印发", "{a}会同{b}研究制定了《{t}》", "{a}和{b}《{t}》", "《{t}》（{a}、{b}，2020年6月）"),
        ("近日，{a}、{b}联合发文，出台《{t}》", "{a}、{b}等部门日前联合出台《{t}》"),
    ],
    "": [
        ("在{a}指导下，协会学习《{t}》", "{a}副局长李明讲解《{t}》", "商会邀请{a}专家解读《{t}》"),
    ],
}  # fmt: skip
BODIES = [
    ("商务部", "财政部"),
    ("浙江省民政厅", "浙江省财政厅"),
    ("國家發展改革委", "海關總署"),
    ("县委", "县政府"),
]


@pytest.mark.parametrize(
    ("words", "who"), [(w, who) for who, groups in ACTS.items() for group in groups for w in group]
)
def test_who_issued_is_told_by_the_words_around(words: str, who: str) -> None:
    for a, b in BODIES:
        ((_, _, issuers),) = rows(words.format(a=a, b=b, t=TITLE))
        assert set(issuers) == {{"a": a, "b": b}[w] for w in who}


# Of each policy in the text: its number, who issued it and when.
Told = list[tuple[str | None, tuple[str, ...], str | None]]
SAID: dict[str, list[tuple[str, Told]]] = {
    "alone-on-the-line": [
        ("政策速递 2023年6月12日\n【山东】《三年行动计划》（鲁政办字〔2023〕85号）省政府办公厅 6月8日印发", [("鲁政办字〔2023〕85号", ("省政府办公厅",), "2023-06-08")]),
        ("👉 《关于恢复消费的措施》 福州市商务局、福州市财政局 2022年7月18日发布", [(None, ("福州市商务局", "福州市财政局"), "2022-07-18")]),
        ("2020-03-12 財政部 《關於金融服務的通知》（財金〔2020〕3號）", [("財金〔2020〕3號", ("財政部",), "2020-03-12")]),
        ("（一）关于推动互联网发展的通知（工信厅信管〔2020〕8号，工业和信息化部办公厅，2020年3月6日）", [("工信厅信管〔2020〕8号", ("工业和信息化部办公厅",), "2020-03-06")]),
        ("（十二）省财政厅 2019年7月1日印发《关于收费减免的通知》", [(None, ("省财政厅",), "2019-07-01")]),
        ("①《关于融通对接的通知》——工业和信息化部、全国工商联，2022年4月28日", [(None, ("工业和信息化部", "全国工商联"), "2022-04-28")]),
        ("《关于信贷的意见》 （银发〔2023〕233号 2023年11月27日 中国人民银行 全国工商联）", [("银发〔2023〕233号", ("中国人民银行", "全国工商联"), "2023-11-27")]),
    ],
    "not-alone": [
        ("2020-05-12 市人社局举办《工资支付条例》宣讲", [(None, (), None)]),
        ("5、《关于换届的通知》（台民〔2018〕41号） 2018年4月3日起施行 市民政局", [("台民〔2018〕41号", (), None)]),
        ("2020-05-12 市商会 《关于疫情防控工作的通知》（商综发〔2020〕3号）", [("商综发〔2020〕3号", (), None)]),
        ("2019-05-12 财政部 2020-01-02 《关于疫情防控工作的通知》（商综发〔2020〕3号）", [("商综发〔2020〕3号", (), None)]),
    ],
    "labelled": [
        ("📌《关于民营经济的意见》\n发文单位：中共中央、国务院\n成文日期：2023年7月14日", [(None, ("中共中央", "国务院"), "2023-07-14")]),
        ("一、《关于消费的措施》\n发文单位：国家发展改革委 | 成文日期：2023-07-28", [(None, ("国家发展改革委",), "2023-07-28")]),
    ],
    "by-a-number": [
        ("财政部2021年12月30日以财会〔2021〕35号文印发《合作社会计制度》。", [("财会〔2021〕35号", ("财政部",), "2021-12-30")]),
        ("2009年3月16日，商务部以商务部令2009年第5号公布《境外投资管理办法》。", [("商务部令2009年第5号", ("商务部",), "2009-03-16")]),
        ("《企业名称登记管理规定》（2020年12月28日国务院令第734号修订）", [("国务院令第734号", ("国务院",), "2020-12-28")]),
        ("市司法局起草的《涉企行政执法办法》以市政府令第318号公布。", [("市政府令第318号", ("市政府",), None)]),
        ("工業貿易署於二零一二年五月十日發出商業資料通告第312/2012號。", [("工業貿易署商業資料通告第312/2012號", ("工業貿易署",), "2012-05-10")]),
        ("2022年6月2日，市医保局以公告形式发布《集采名单管理办法》。", [(None, ("市医保局",), "2022-06-02")]),
        ("環保署聯同勞工處於二零一八年八月一日公布《產品環保責任規例》。", [(None, ("環保署", "勞工處"), "2018-08-01")]),
        ("請各會員留意工業貿易署商業資料通告第88/2009號。", [("工業貿易署商業資料通告第88/2009號", ("工業貿易署",), None)]),
    ],
    "standards": [
        ("2021年3月9日，商务部以2021年第5号公告发布《绿色商场》（SB/T 11135—2021）。", [("商务部公告2021年第5号", ("商务部",), None), ("SB/T 11135—2021", ("商务部",), "2021-03-09")]),
        ("根据国家标准公告2020年第8号，《日用陶瓷》（GB/T 3532—2020）实施。", [("国家标准公告2020年第8号", (), None), ("GB/T 3532—2020", (), None)]),
        ("此前，工信部公告2019年第4号批准了QB/T 5318—2019《口杯》、QB/T 5319—2019《花瓶》。", [("工信部公告2019年第4号", ("工信部",), None), ("QB/T 5318—2019", ("工信部",), None), ("QB/T 5319—2019", ("工信部",), None)]),
        ("2018年9月17日，市场监管总局、国家标准委发布国家标准公告2018年第21号，批准GB/T 36847—2018《罐头瓶》。", [("国家标准公告2018年第21号", ("市场监管总局", "国家标准委"), "2018-09-17"), ("GB/T 36847—2018", ("市场监管总局", "国家标准委"), "2018-09-17")]),
    ],
    "passed-on": [
        ("县财政局、县税务局转发《关于小规模纳税人的公告》。", [(None, (), None)]),
        ("市物价局、市财政局转发关于收费目录的通知（湖价费〔2015〕41号）。", [("湖价费〔2015〕41号", ("市物价局", "市财政局"), None)]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [pytest.param(*case, id=f"{way}-{i}") for way, cases in SAID.items() for i, case in enumerate(cases)],
)
def test_who_issued_and_when(text: str, told: Told) -> None:
    found = [(c.document_number, c.issuers, c.issued.isoformat() if c.issued else None) for c in cited(text)]
    assert found == told
