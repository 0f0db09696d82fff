"""Tables whose cells stand one below another become rows; what only looks like one stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract import extract_text
from chamber_extract.layout.spacing import set_tabs
from chamber_extract.layout.stacks import set_rows
from chamber_extract.text import Draft
from tests.citation_reading import rows

STACKED = [
    ("序号\n名称\n文号\n1\n甲\n国发〔2020〕1号\n2\n乙\n国发〔2020〕2号\n", "序号\t名称\t文号\n1\t甲\t国发〔2020〕1号\n2\t乙\t国发〔2020〕2号\n"),
    ("目录\n\n編　號\n\n名 稱\n\n\n1\n\n甲\n\n\n2\n\n乙\n\n\n3\n\n丙\n\n说明：完", "目录\n\n編　號\t名 稱\n1\t甲\n2\t乙\n3\t丙\n\n说明：完"),
    ("NO.\n单位 \n金额\n1\n 甲 \n5\n2\n乙\n6\n4\n丁\n7", "NO.\t单位\t金额\n1\t甲\t5\n2\t乙\t6\n4\n丁\n7"),
]  # fmt: skip

APART = [
    "序号\n名称\n1\n甲",
    "序号\n名称\n1\n甲\n乙\n2\n丙",
    "名称\n文号\n1\n甲\n2\n乙",
    "序号\t名称\n1\t甲\n2\t乙",
    "序号\n本目录所列的文件以发文机关公布的文本为准\n1\n甲\n2\n乙",
]


@pytest.mark.parametrize(("source", "expected"), STACKED, ids=["blank", "wide", "broken off"])
def test_cells_below_one_another_are_rows(source: str, expected: str) -> None:
    assert set_rows(Draft.of(source)).text == expected


@pytest.mark.parametrize("source", APART, ids=["one row", "uneven", "no numbers", "rows", "prose"])
def test_other_lines_stay(source: str) -> None:
    assert set_rows(Draft.of(source)).text == source


def set_again(text: str) -> list[list[str]]:
    """The rows of the text that have cells."""
    lines = set_tabs(set_rows(Draft.of(text))).text.split("\n")
    return [line.split("\t") for line in lines if "\t" in line]


@pytest.mark.parametrize(
    ("heads", "body"),
    [
        ("姓名 金额", [["张国强", "5000"], ["李秀英", "3000元"]]),
        ("序号 捐款人 捐款金额（元）", [["1", "陈永昌", "10,000.00"], ["2", "怡和商行", "500"]]),
        ("芳名 菲幣", [["怡朗菲華商會", "500,000"], ["新聯發米廠", "白米一百包"], ["合計", "菲幣 1,180,000"]]),
        ("捐贈者 港幣", [["林氏宗親會", "壹萬元"], ["無名氏", "二百元"]]),
        ("捐赠单位 物资名称 数量", [["宏图集团", "口罩", "5000只"], ["大洋公司", "矿泉水", "300箱"]]),
        ("序号 捐赠企业 物资 数量 接收单位", [["1", "甲公司", "大米", "2吨", "县医院"], ["2", "乙公司", "油", "30桶", "敬老院"]]),
        ("姓名 职务 单位", [["王建国", "会长", "宏图集团"], ["马 俊", "常务副会长", "俊达公司"]]),
        ("序号 姓名 性别 工作单位及职务", [["1", "王芳", "女", "宏图集团董事长"], ["2", "阿不都", "男", "县医院院长"]]),
        ("商会职务 姓名 所在单位", [["會長", "陳大文", "大文行"], ["副會長", "李小明", "—"]]),
        ("文件名称 文号 发布时间", [["关于支持外贸的通知", "商贸发〔2020〕9号", "2020年2月5日"], ["公平竞争条例", "国务院令第783号", "2024-06-13"]]),
        ("名 称 文 号 发文机关 发文日期 链 接", [["中小企业促进法", "主席令第74号", "全国人大常委会", "2017.9.1", "http://a.cn/1"], ["税收办法", "—", "税务总局", "2019.1.2", "—"]]),
        ("日期 捐赠方 金额", [["2月3日", "甲商会", "3万元"], ["2月5日", "乙商会", "5万元"]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n　　\n"], ids=["lines", "blank lines", "indents"])
def test_the_heads_say_how_wide_a_table_is(heads: str, body: list[list[str]], gap: str) -> None:
    parts = heads.replace("名 称", "名~称").replace("文 号", "文~号").replace("链 接", "链~接").split(" ")
    table = [[part.replace("~", " ") for part in parts], *body]
    text = gap.join(["名单公布如下：", *(cell for row in table for cell in row), "特此公告，谢谢。"])
    assert set_again(text) == table


@pytest.mark.parametrize(
    "lines",
    [
        ["首页", "新闻", "政策", "单位", "名称", "关于我们", "联系电话"],
        ["单位", "姓名", "电话", "请填写以上内容后交秘书处。", "谢谢。"],
        ["姓名", "金额", "本次活动得到大家的支持，我们十分感谢。", "捐款仍在继续，欢迎参加。"],
        ["姓名", "金额", "张国强", "5000", "以下名单下期刊出"],
        ["会长", "王建国", "副会长", "李秀英", "赵大海", "秘书长", "马俊"],
        ["时间", "地点", "2月3日", "县医院", "我们出发了。"],
        ["金额", "张国强", "5000", "李秀英", "3000"],
    ],
    ids=["navigation", "a form", "prose", "one row", "offices", "one row of an agenda", "one head"],
)
def test_lines_that_no_heads_explain_stay(lines: list[str]) -> None:
    assert set_again("\n".join(lines)) == []


@pytest.mark.parametrize(
    ("source", "table"),
    [
        ("编号 | 名称 | 单位\n甲1 | 油 墨 | 商会", [["编号", "名称", "单位"], ["甲1", "油 墨", "商会"]]),
        ("芳名｜職務｜行號\n陳大文｜會長｜大文行", [["芳名", "職務", "行號"], ["陳大文", "會長", "大文行"]]),
        ("首页 | 新闻 | 公益\n商会捐款10万元", []),
        ("甲商会 | 3万元\n乙商会 | 5万元", []),
    ],
    ids=["bars", "wide bars", "navigation", "one bar"],
)
def test_bars_part_the_cells_of_rows_alike(source: str, table: list[list[str]]) -> None:
    assert set_again(source) == table


def test_rows_end_where_a_cell_is_none_of_its_column() -> None:
    text = "姓名\n金额\n张国强\n5000\n李秀英\n3000\n鸣谢\n各位乡亲\n热心捐款"
    assert set_again(text) == [["姓名", "金额"], ["张国强", "5000"], ["李秀英", "3000"]]


def test_what_a_row_says_belongs_together() -> None:
    policies = "名称\n文号\n发文机关\n发文日期\n对外承包工程管理条例\n国务院令第527号\n国务院\n2008年7月21日\n境外投资管理办法\n商务部令2009年第5号\n商务部\n2009年3月16日\n"
    people = "姓名\n职务\n单位\n王建国\n会长\n宏图集团\n李秀英\n副会长\n大洋公司\n"
    found = extract_text(f"政策目录\n{policies}南非中国商会第五届理事会名单\n{people}")
    assert {(p.title, p.document_number, str(p.issued)) for p in found.policies} == {
        ("对外承包工程管理条例", "国务院令第527号", "2008-07-21"),
        ("境外投资管理办法", "商务部令2009年第5号", "2009-03-16"),
    }
    assert {(p.name, *(x.title for x in p.positions)) for p in found.people} == {
        ("王建国", "会长"),
        ("李秀英", "副会长"),
    }


@given(st.text(alphabet="序号12甲 \n\t姓名金额—", max_size=60))
def test_only_white_space_changes(source: str) -> None:
    assert set_rows(Draft.of(source)).text.split() == source.split()


def test_a_row_is_one_policy() -> None:
    table = set_rows(
        Draft.of(
            "序号\n名称\n文号\n1\n对外承包工程管理条例\n国务院令第527号\n2\n境外投资管理办法\n商合发[2010]313号\n"
        )
    ).text
    assert rows(table) == [
        ("对外承包工程管理条例", "国务院令第527号", ("国务院",)),
        ("境外投资管理办法", "商合发〔2010〕313号", ()),
    ]
