"""Numerals of all styles to exact numbers, and the round trip through five ways of writing."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.normalize import read_integer
from chamber_extract.normalize.numerals import read_number

VALUES = [
    ("0", ["0", "零", "〇", "０"]),
    ("1", ["1", "一", "壹", "01"]),
    ("2", ["两", "二", "贰", "弍"]),
    ("10", ["10", "十", "一十", "拾", "壹拾"]),
    ("21", ["二十一", "廿一", "贰拾壹", "21"]),
    ("33", ["卅三", "三十三", "叁拾叁", "参拾参"]),
    ("40", ["卌", "四十"]),
    ("105", ["一百零五", "一百〇五", "壹佰零伍", "1百05"]),
    ("110", ["一百一十", "一百十", "一百一"]),
    ("230", ["二百三", "两百三十"]),
    ("534", ["五百卅四", "五百三十四"]),
    ("1010", ["一千零一十", "一千零十", "一千一十"]),
    ("1200", ["一千二", "一千二百", "1千2百"]),
    ("2020", ["二〇二〇", "二零二零", "２０２０", "两千零二十"]),
    ("10111", ["一万零一百一十一", "一万零百一十一"]),
    ("19000", ["万九", "一万九"]),
    ("23000", ["两万三", "2万3", "二万三千"]),
    ("200000", ["二零万", "二十万", "20万"]),
    ("1200000", ["百二万", "一百二十万", "120万"]),
    ("1203000", ["一百二十万三"]),
    ("1875000", ["187万5000", "187.5万", "一百八十七万五千"]),
    ("508800", ["五〇八,八〇〇"]),
    ("1000000", ["一,〇〇〇,〇〇〇"]),
    ("107305618", ["1亿730万5,618"]),
    ("300000000", ["三亿", "3亿", "叁亿"]),
    ("31000000", ["3.1千万", "三千一百万"]),
    ("1200000000000", ["1.2万亿", "一万二千亿", "1.2兆"]),
    ("10000000000000000", ["一亿亿", "一万兆", "一京"]),
    ("1000300000000", ["一万零三亿"]),
    ("235000", ["二十三点五万", "23.5万"]),
    ("2838182899.4", ["二十八万三千八百一十八点二八九九四万"]),
    ("0.05", ["零点零五", "0.05", ".05"]),
    ("12.034", ["十二点零三四", "12点034"]),
    ("1700", ["十七百", "一千七百"]),
]
MALFORMED = [
    "", "十三五", "千方百", "千千万万", "三万二万", "三四百", "百千", "二十零五百", "3.5.2", "1,23", "点", "一点",
    "五零百", "abc", "三 百", "１２", "零百", "万千百",
]  # fmt: skip


@pytest.mark.parametrize(("numeral", "value"), [(n, v) for v, ns in VALUES for n in ns], ids=lambda x: str(x))
def test_value(numeral: str, value: str) -> None:
    assert read_number(numeral.translate(str.maketrans("０２", "02"))) == Decimal(value)


@pytest.mark.parametrize("numeral", MALFORMED, ids=lambda x: x or "empty")
def test_malformed_is_no_number(numeral: str) -> None:
    assert read_number(numeral) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("２０２０", 2020),
        ("貳拾", 20),
        ("十 二", 12),
        ("兩萬", 20000),
        ("3.5", None),
        ("第三", None),
        ("3.0", 3),
    ],
)
def test_read_integer(text: str, value: int | None) -> None:
    assert read_integer(text) == value


PLAIN = "零一二三四五六七八九"
CAPITAL = "零壹贰叁肆伍陆柒捌玖"


def four(number: int, digits: str, units: tuple[str, str, str]) -> str:
    """A number below 10,000 in words."""
    out, gap = "", False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // power % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + unit
            gap = False
        else:
            gap = True
    return out


def words(number: int, digits: str = PLAIN, units: tuple[str, str, str] = ("十", "百", "千")) -> str:
    """A number in words: 一万零三十, 壹万零叁拾."""
    if not number:
        return digits[0]
    out = ""
    for power, big in ((10**12, "兆"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // power % 10**4
        if section:
            out += (digits[0] if out and section < 1000 else "") + four(section, digits, units) + big
    return out


def styles(number: int) -> list[str]:
    """The number as digits, with thousands marks, in words, in short words and in capitals."""
    plain = words(number)
    short = plain[1:] if plain.startswith("一十") else plain.replace("二百", "两百").replace("二千", "两千")
    return [str(number), f"{number:,}", plain, short, words(number, CAPITAL, ("拾", "佰", "仟"))]


def test_round_trip_of_numbers_below_100_000() -> None:
    """Every one of one group of four digits; above, every seventh, whose last four run through every combination."""
    for number in (*range(10_000), *range(10_000, 100_000, 7)):
        expected = Decimal(number)
        for text in styles(number):
            assert read_number(text) == expected, text


def test_round_trip_of_10_000_large_numbers() -> None:
    generator = random.Random(20200130)
    for _ in range(10_000):
        number = generator.randrange(10 ** generator.randrange(6, 16))
        for text in styles(number):
            assert read_number(text) == number, text


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=0, max_value=99))
def test_decimals_are_exact(whole: int, cents: int) -> None:
    assert read_number(f"{whole}.{cents:02}万") == (whole * 100 + cents) * 100


@given(st.text(alphabet="零一二三两十百千万亿点0123,.", max_size=40))
def test_any_run_is_a_number_or_none(text: str) -> None:
    value = read_number(text)
    assert value is None or value >= 0


def test_decimals_of_any_length_are_exact() -> None:
    assert read_number("1234567890123456789012345678901.25万") == Decimal(
        "12345678901234567890123456789012500"
    )
