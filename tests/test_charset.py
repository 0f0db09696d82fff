"""The charset ladder on generated cases: encodings by lengths by damage, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chamber_extract.errors import ReadError
from chamber_extract.readers.charset import decode

SIMPLIFIED = (
    "柬埔寨中国商会向会员企业发出倡议，号召大家为灾区捐款捐物。截至3月24日，共收到捐款197万元、口罩6万只。"
    "会长王建国表示，商会将继续发挥桥梁作用，服务企业，回报社会。据悉，第二批物资将于下周启运，由红十字会统一分配到各县市医院使用。"
    "四川省工商联召开第十二次会员代表大会，选举产生新一届领导班子，听取并审议了工作报告，表彰了一批先进个人和单位。"
)
TRADITIONAL = (
    "香港中華總商會昨日舉行會員大會，選舉新一屆會長及副會長。會議通過向災區捐贈港幣200萬元的決議，並呼籲各界踴躍支持。"
    "理事長陳志明指出，協會成立二十年來，始終關心國家發展，熱心公益事業，先後為學校、醫院籌募善款共3500萬元，獲得社會各界的好評。"
    "澳門中華總商會亦於同日宣佈設立獎學金，資助家境清寒的學生完成學業，名單將於下月公佈，有關詳情可向秘書處查詢。"
)
LENGTHS = (16, 24, 40, 80, 160)
ENCODINGS = {
    "utf-8": (SIMPLIFIED, TRADITIONAL),
    "gb18030": (SIMPLIFIED, TRADITIONAL),
    "gbk": (SIMPLIFIED,),
    "big5": (TRADITIONAL,),
    "big5hkscs": (TRADITIONAL,),
    "utf-16-le": (SIMPLIFIED, TRADITIONAL),
    "utf-16-be": (SIMPLIFIED, TRADITIONAL),
}
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
SAME = {"gbk": "gb18030", "big5": "big5hkscs"}


def samples(text: str, length: int) -> list[str]:
    """Pieces of a text that do not begin at its beginning only."""
    return [text[i : i + length] for i in range(0, len(text) - length, max(1, length // 3))][:8]


CASES = {
    encoding: [sample for length in LENGTHS for text in texts for sample in samples(text, length)]
    for encoding, texts in ENCODINGS.items()
}


def test_there_are_many_cases() -> None:
    assert sum(map(len, CASES.values())) >= 300


@pytest.mark.parametrize("encoding", CASES)
def test_undamaged(encoding: str) -> None:
    for sample in CASES[encoding]:
        decoded = decode(sample.encode(encoding))
        found = (decoded.text, decoded.encoding, decoded.replaced)
        assert found == (sample, SAME.get(encoding, encoding), 0)


@pytest.mark.parametrize("encoding", CASES)
@pytest.mark.parametrize("damage", ["bad byte", "cut"])
def test_damaged(encoding: str, damage: str) -> None:
    for sample in (s for s in CASES[encoding] if len(s) >= 40):
        data = sample.encode(encoding)
        if damage == "cut":
            data = data[:-1]
        else:
            middle = len(data) // 2 // 2 * 2
            data = data[:middle] + b"\xff" + data[middle + 1 :]
        decoded = decode(data)
        assert decoded.encoding == SAME.get(encoding, encoding), sample
        # A double-byte encoding may lose the character and its neighbour, not more.
        assert sum(c in decoded.text for c in sample) >= len(sample) - 4, sample


@pytest.mark.parametrize("encoding", MARKS)
def test_byte_order_mark_is_left_out(encoding: str) -> None:
    assert decode(MARKS[encoding] + SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


def test_replaced_characters_are_counted() -> None:
    decoded = decode((SIMPLIFIED * 3).encode() + b"\xff\xfe" + SIMPLIFIED.encode())
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 2


def test_replacement_characters_of_the_source_are_no_damage() -> None:
    assert decode((SIMPLIFIED + "\ufffd").encode()).replaced == 0


DECLARED = {
    "gb2312 label on GBK bytes": (
        '<html><head><meta charset="gb2312"></head><body>镕基商会</body></html>',
        "gbk",
        "gb18030",
    ),
    "big5 label": (
        '<meta http-equiv="Content-Type" content="text/html; charset=big5">商會',
        "big5",
        "big5hkscs",
    ),
    "xml declaration": ("<?xml version='1.0' encoding='GBK'?><a>商会</a>", "gbk", "gb18030"),
    "false label on UTF-8": ('<meta charset="gb2312"><p>商会捐款</p>', "utf-8", "utf-8"),
    "unknown label": (f'<meta charset="x-unknown"><p>{SIMPLIFIED}</p>', "gbk", "gb18030"),
}


@pytest.mark.parametrize(("text", "written", "expected"), DECLARED.values(), ids=DECLARED)
def test_declaration_counts_only_if_true(text: str, written: str, expected: str) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding) == (text, expected)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 8, b"\x93\xfa\x96\x7b" * 50, b"\x80\x00\x01" * 200],
    ids=["all bytes", "Shift JIS", "zeros"],
)
def test_what_is_no_chinese_text(data: bytes) -> None:
    with pytest.raises(ReadError):
        decode(data)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_utf8_is_always_read_as_written(text: str) -> None:
    data = text.encode()
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    assert decode(data).text == text
