"""Lists of policies: the same entries in every layout, and lists that are of something else."""

from __future__ import annotations

from datetime import date

import pytest

from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source

# Title, number, issuer, day as written, day.
ENTRIES = [
    ("关于支持外贸企业稳定订单的若干措施", "江政办发〔2021〕16号", "江城市人民政府办公室", "2021年3月5日", date(2021, 3, 5)),
    ("江城市中小企业专项资金管理办法", "江财规〔2022〕4号", "江城市财政局", "2022年11月20日", date(2022, 11, 20)),
    ("关于做好行业协会商会收费清理工作的通知", "江民函〔2023〕8号", "江城市民政局", "2023年6月1日", date(2023, 6, 1)),
]  # fmt: skip

# How an entry is written; i its place, t title, n number, b body, d day.
LAYOUTS = {
    "marks-and-brackets": "{i}. 《{t}》（{n}，{d}）",
    "plain-and-brackets": "{i}、{t}（{n}　{d}）",
    "bars": "{i}|{t}|{n}|{b}|{d}",
    "tabs": "{i}\t{d}\t{b}\t{t}\t{n}",
    "wide-spaces": "{d}    {t}    {b}    {n}",
    "one-space": "{i} {t} {n} {d}",
    "slashes": "{t} / {b} / {n}",
    "body-and-colon": "{b}：{t}（{n}）",
    "body-in-marks": "【{b}】\n《{t}》（{n}，{d}）",
    "body-above": "{b}\n{t}\n{n}",
    "below-a-dash": "《{t}》\n——{b}，{n}，{d}",
    "labels-of-any-name": "《{t}》\n　文号：{n}\n　部门：{b}\n　时间：{d}",
    "labels-number-first": "文　　号：{n}\n标　　题：{t}\n制定机关：{b}\n签发日期：{d}",
    "day-above": "{d}\n《{t}》公布（{n}）",
    "commas": "{d}，《{t}》，{n}；",
    "act-in-brackets": "{i}　{t}（{b}{d}印发）",
    "act-in-a-column": "{t}　　{b}　　{d}印发",
    "dots-and-page": "{i}.{t} ………… {b}（1{i}）",
    "type-of-reference": "◎{b}. {t}[Z]. {n}, {d}.",
    "commas-and-the-act": "{i}. {t}，{n}，{b}{d}联合印发。",
    "state-in-a-column": "{i}|{t}|{n}|{b}|{d}|已废止",
    "notes-in-the-brackets": "（{i}）{t}（{n}，{d}发布，2025年1月1日起施行，有效期5年，条文见附页）",
    "notes-behind": "{i}．《{t}》，{b}，{n}，{d}；原规定同时废止。要点：补助减半。",
    "a-place-before": "{i}．香港：《{t}》（{n}），{d}，详见全文链接",
    "over-two-lines": "{i}. {t[0]}{t[1]}{t[2]}{t[3]}{t[4]}{t[5]}\n{rest}（{n}）",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_an_entry_says_the_same_in_every_layout(layout: str) -> None:
    lines = [
        layout.format(i=i, t=title, rest=title[6:], n=number, b=body, d=day)
        for i, (title, number, body, day, _) in enumerate(ENTRIES, 1)
    ]
    found = {
        p.title: (p.document_number, p.issuers, p.issued)
        for p in extract_sources([Source("list.txt", "\n".join(lines).encode())], ()).policies
    }
    assert found == {
        title: (
            number if "{n}" in layout else None,
            [body] if "{b}" in layout else [],
            issued if "{d}" in layout else None,
        )
        for title, number, body, _, issued in ENTRIES
    }


def test_several_entries_stand_on_one_line() -> None:
    line = "；".join(f"{t}（{b}，{n}）" for t, n, b, *_ in ENTRIES) + "。"
    policies = extract_sources([Source("list.txt", line.encode())], ()).policies
    assert {p.title: (p.document_number, p.issuers) for p in policies} == {
        t: (n, [b]) for t, n, b, *_ in ENTRIES
    }


def test_a_law_goes_with_its_decree_and_the_day_of_its_passing() -> None:
    text = (
        "目录\n1.《中华人民共和国民营经济促进法》，主席令第46号，全国人民代表大会常务委员会2025年4月30日通过，2025年5月20日起施行。\n"
        "2. 安哥拉：私人投资法（第10/18号法律，2018年6月26日颁布）\n3. 投资法（第61/2020/QH14号），颁布机关同上。\n"
        "4. 保障中小企业款项支付条例，国务院令第728号，2020年7月5日公布。要点见附件。\n"
        "7. 供应链企业尽职调查法（2021年7月16日颁布，2023年1月1日起施行）\n"
        "6. 澳门第7/2023号法律《人才引进法律制度》〔译注：有葡文本〕，2023年5月29日《澳门特别行政区公报》第一组刊登\n"
        "5. 关于征收反倾销税的决定（1535/QĐ-BCT，工贸部，2021年6月14日）"
    )
    found = extract_sources([Source("list.txt", text.encode())], ()).policies
    assert ["工贸部"] in [p.issuers for p in found]
    assert {(p.title, p.document_number, str(p.issued)) for p in found} == {
        ("中华人民共和国民营经济促进法", "主席令第46号", "2025-04-30"),
        ("私人投资法", "第10/18号法律", "2018-06-26"),
        ("投资法", "第61/2020/QH14号", "None"),
        ("保障中小企业款项支付条例", "国务院令第728号", "2020-07-05"),
        ("供应链企业尽职调查法", None, "2021-07-16"),
        ("人才引进法律制度", "第7/2023号法律", "2023-05-29"),
        ("关于征收反倾销税的决定", "1535/QĐ-BCT", "2021-06-14"),
    }


def test_the_column_of_coming_into_force_gives_no_day() -> None:
    rows = "\n".join(f"{t}\t{n}\t{d}" for t, n, _, d, _ in ENTRIES)
    found = extract_sources([Source("list.txt", f"文件名\t文号\t实施日期\n{rows}".encode())], ()).policies
    assert [p.issued for p in found] == [None] * 3
    found = extract_sources([Source("list.txt", f"文件名\t文号\t发布日期\n{rows}".encode())], ()).policies
    assert {p.issued for p in found} == {entry[-1] for entry in ENTRIES}


def test_who_signs_under_a_list_issued_none_of_it() -> None:
    rows = "\n".join(f"{i}. {t}（{n}）" for i, (t, n, *_) in enumerate(ENTRIES, 1))
    text = f"废止文件目录\n{rows}\n江城市司法局\n2024年1月8日"
    found = extract_sources([Source("list.txt", text.encode())], ()).policies
    assert [(p.issuers, p.issued) for p in found] == [([], None)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "商会内部制度目录\n1. 江城服装商会章程\n2. 江城服装商会财务管理制度\n3. 江城服装商会会费收缴办法",
        "江城服装商会　关于召开年会的通知　2021年3月5日\n江城服装商会　关于缴纳会费的通知　2021年4月6日",
        "本期要目\n2022年行业运行报告…………5\n会员走访纪实…………11\n关于举办年会的通知…………15",
        "新书推荐\n1.《企业合规管理办法》，江城出版社，2021年3月\n2.《企业家手册》，江城出版社，2019年1月",
        "培训安排\n4月12日　劳动合同管理办法　主讲：市人社局 林工\n4月13日　税收优惠政策　主讲：市税务局 王工",
        "关于召开座谈会的通知\n2021-03-05\n来源：市工商联",
        "荣誉榜\n《优秀会员单位》　江城纸业有限公司\n《突出贡献奖》　王明",
        "议程\n1. 审议年度工作报告　理事会\n2. 审议章程修改的决议　监事会",
    ],
    ids=lambda text: text.split("\n")[0],
)
def test_lists_of_other_things_hold_no_policy(text: str) -> None:
    assert extract_sources([Source("list.txt", text.encode())], ()).policies == []
