"""Time grows with the length of a text, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from chamber_extract import extract_text
from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment

UNITS = [
    "1", "一", "万", ".", "A", "<", "&", "（", "《", "》", "“", "-", "…", "的", "省", "中国", "http://",
    "商会", "协会、", "中国商会；", "中国商会、", "张伟", "先生", "会长", "李先生，", "会长张伟、", "记者 ", "本报记者张伟",
    "1元", "1月", "2020年", "1月1日，", "第1条", "〔2020〕1号", "《法》", "《通知》、", "关于法的通知", "两部门又印发《甲通知》。",
    "捐赠", "口罩3万只；", "捐赠口罩3万只", "意大利口罩5.000只、", "某公司捐款1万元，", "张三捐1000元、", "张三\t1000元\n", "口罩、",
]  # fmt: skip


def seconds(text: str) -> float:
    began = time.process_time()
    dataset = extract_text(text)
    spent = time.process_time() - began
    assert [p for p in dataset.documents[0].problems if p.code == "failed"] == []
    return spent


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Tables and patterns are loaded once, at the first document."""
    extract_text("2020年1月28日，柬埔寨中国商会会长张伟捐款10万美元。")


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_one_thing_again_and_again(unit: str) -> None:
    short, long = (unit * (n // len(unit)) for n in (1_500, 6_000))
    # Four times the text: four times the time if it grows with the length, sixteen if with its square.
    # What is under a twentieth of a second says nothing about growth.
    spent = seconds(long)
    assert spent < 10 * 0.05 or spent < 10 * seconds(short)


def test_lines_of_one_make() -> None:
    """What is seen of all lines of a make is read once, not for each of them."""

    def spent(lines: int) -> float:
        visits = (chr(ord("一") + i) for i in range(lines))
        text = tidy("".join(f"■ 商会走访{who}企业\n本会近日走访会员，了解生产经营情况。\n" for who in visits))
        began = time.process_time()
        segment(text)
        return time.process_time() - began

    assert spent(2_000) < 16 * max(spent(250), 0.05)  # eight times the lines


@pytest.mark.parametrize(
    "text",
    [
        "商会向灾区（包括" + "甲地乙地" * 12 + "）群众再次捐款1万元。",
        "商会为" + "2020年1月28日" * 6 + "受灾群众捐款1万元。",
        "捐款名单：\n" + "张三（" + "甲地" * 20 + "）元x 500元\n" * 3,
    ],
    ids=["long bracket", "days in a row", "bracket in a list"],
)
def test_what_stands_aside_is_read_once(text: str) -> None:
    assert seconds(text) < 2


@pytest.mark.parametrize("length", range(1, 18))
def test_a_text_may_end_anywhere(length: int) -> None:
    text = "出席：張三豐、丘明達、盧春秀等人"[:length]
    assert [p.code for p in extract_text(text).documents[0].problems] == []


def test_receivers_end_with_their_verb() -> None:
    """退 breaks off the list of receivers; the sum after it has a name before it and no verb."""
    text = "商會已捐助義診中心10萬元、育才中學5萬元，退：地產商聯醫生夫婦十萬零八百元。"
    found = extract_text(text)
    assert [p for p in found.documents[0].problems if p.code == "failed"] == []
    assert [(d.recipient, d.amount) for d in found.donations] == [("義診中心", 100_000), ("育才中學", 50_000)]
