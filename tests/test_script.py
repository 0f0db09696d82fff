"""Folding: one to one, for matching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.normalize import fold
from chamber_extract.normalize.script import ideograph

CASES = [
    ("２０２０年１月", "2020年1月"),
    ("ＧＢ／Ｔ　４７５４", "GB/T 4754"),
    ("５０％", "50%"),
    ("（含）［注］", "(含)[注]"),
    ("时间：八时；地点", "时间:八时;地点"),
    ("好,的!吗?", "好，的！吗？"),
    ("1,234,567", "1,234,567"),
    ("１，２３４，５６７元", "1,234,567元"),
    ("１，２０人", "1，20人"),
    ("3,我们", "3，我们"),
    ("￥300", "¥300"),
    ("３—５萬", "3—5万"),
    ("3–5万", "3-5万"),
    ("3～5万", "3~5万"),
    ("「聯席會議」", "“联席会议”"),
    ("史蒂夫•喬布斯", "史蒂夫·乔布斯"),
    ("二○二○年", "二〇二〇年"),
    ("二O二O年", "二〇二〇年"),
    ("二0二0年", "二〇二〇年"),
    ("一○八名", "一〇八名"),
    ("2008年", "2008年"),
    ("200年", "200年"),
    ("萬餘隻", "万余只"),
    ("臺灣後裡", "台湾后里"),
    ("塊圓號", "块圆号"),
    ("於發佈", "于发布"),
    ("著名", "著名"),
    ("乾县", "乾县"),
    ("衞生署", "卫生署"),
    ("⼈⼝", "人口"),
    ("⺠國", "民国"),
    ("廣東醫藥", "广东医药"),
    ("参与", "参与"),
    ("\u00a0\u3000", "  "),
    ("简体不变，标点不变。", "简体不变，标点不变。"),
]


@pytest.mark.parametrize(("text", "folded"), CASES, ids=[text for text, _ in CASES])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="2０，,（「萬餘隻臺二○0O年 \u3000abＡ"))
def test_folding_leaves_no_full_width_digit(text: str) -> None:
    assert not set(fold(text)) & set("０１２３４５６７８９（）萬餘隻臺")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("医⽤防护服", "医用防护服"),  # Kangxi radicals, as Chromium's and macOS's PDFs have them
        ("⼈⺠⽇报", "人民日报"),
        ("⾨戶⻑⾞", "門戶長車"),  # in their own script, not simplified
        ("⻓⻔⻢⻋⻰⻛", "长门马车龙风"),
        ("\uf9e0\ufa0c", "易兀"),  # compatibility characters of Korean and Big5 files
        ("々〇ヶ", "々〇ヶ"),
        ("a１，", "a１，"),
    ],
)
def test_doubles_of_ideographs(written: str, expected: str) -> None:
    assert "".join(map(ideograph, written)) == expected


@given(st.characters())
def test_an_ideograph_stands_for_one_character(char: str) -> None:
    assert len(ideograph(char)) == 1
    assert ideograph(ideograph(char)) == ideograph(char)
