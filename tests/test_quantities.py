"""Quantities in running text: values, hedges, units and spans; and what is no figure."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.normalize import Amount, Quantity, find, find_quantities, parse
from tests import quantity_cases as cases

MARKS = {">": "over", "<": "under", "~": "about"}


def amount(spec: str) -> Amount:
    """The amount that a case's value means."""
    if ".." in spec:
        low, high = spec.split("..")
        return Amount(None, Decimal(low), Decimal(high), "several")
    approximation = MARKS.get(spec[0], "exact")
    return Amount(Decimal(spec.lstrip("><~")), approximation=approximation)  # type: ignore[arg-type]


def expected(findings: str) -> list[tuple[str, Amount, str | None]]:
    """The quotes, amounts and units that a case names."""
    rows = []
    for finding in filter(None, findings.split("; ")):
        quote, value, unit = finding.rsplit(" ", 2)
        rows.append((quote, amount(value), None if unit == "-" else unit))
    return rows


def shown(text: str, q: Quantity) -> tuple[str, Amount, str | None]:
    spelled_out = q.unit == "%" and "%" not in text  # 百分之
    return text[q.start : q.end], q.amount, None if spelled_out else q.unit


ALL = [
    pytest.param(text, findings, id=f"{group}-{text}")
    for table in (cases.COUNTS, cases.HEDGES, cases.RANGES, cases.SHARES, cases.MEASURES)
    for group, rows in table.items()
    for text, findings in rows
]


@pytest.mark.parametrize(("text", "findings"), ALL)
def test_found(text: str, findings: str) -> None:
    assert [shown(text, q) for q in find_quantities(text)] == expected(findings)


@pytest.mark.parametrize(
    "text", [pytest.param(t, id=f"{group}-{t}") for group, rows in cases.NOTHING.items() for t in rows]
)
def test_nothing_found(text: str) -> None:
    assert find_quantities(text) == []
    assert find_quantities(f"会长表示，{text}，") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3家", "count"), ("3吨", "measure"), ("3%", "percent"), ("3倍", "ratio"), ("三分之一", "ratio"), ("3元", "money"),
        ("12.5亿", "number"), ("三成", "percent"), ("2.3个百分点", "percent"), ("人民币30万", "money"), ("30天", "measure"),
    ],
)  # fmt: skip
def test_kind(text: str, kind: str) -> None:
    assert [q.kind for q in find_quantities(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("约2100万中非法郎", "2100万"), ("三万多枚", "三万"), ("人民币197余万", "197余万"), ("近 30 万元", "30 万"),
        ("3-5万元", "3-5万"), ("负百分之五", "负百分之五"), ("1,234.50元", "1,234.50"),
    ],
)  # fmt: skip
def test_span_of_the_number_alone(text: str, number: str) -> None:
    (q,) = find_quantities(text)
    assert text[q.number_start : q.number_end] == number


def test_bare_numbers_and_ordinals_only_when_asked_for() -> None:
    text = "第三届共35，编号7"
    assert find_quantities(text) == []
    assert [q.amount.value for q in find_quantities(text, kinds={"ordinal"})] == [3]
    assert [q.amount.value for q in find_quantities(text, kinds={"number"})] == [35, 7]


@pytest.mark.parametrize(
    ("text", "kind", "spec"),
    [
        ("三四百", None, "300..400"), ("两万三", "number", "23000"), ("三分之二", "ratio", "0.6666666666666666666666666667"),
        ("１２３．４５", None, "123.45"), ("负一百二十万", None, "-1200000"), ("- 1,200,000", None, "-1200000"),
        ("1 234 567", None, "1234567"), ("一百二十三京", None, "1230000000000000000"), ("2^10", None, "1024"),
        ("3.2E8", None, "320000000"), ("百 分 之 五 点 五", "percent", "5.5"), ("第二十一", "ordinal", "21"),
        ("一半", None, "0.5"), ("正一千", None, "1000"), ("百分之负三点八", "percent", "-3.8"),
    ],
)  # fmt: skip
def test_parse(text: str, kind: str | None, spec: str) -> None:
    found = parse(text, kind)  # type: ignore[arg-type]
    assert isinstance(found, Quantity)
    assert found.amount == amount(spec)


@pytest.mark.parametrize("text", ["", "口罩", "十三五", "三百家企业和五十家商会", "千方百计", "2020-13-45"])
def test_parse_of_what_is_no_quantity(text: str) -> None:
    assert parse(text, "number") is None


def test_import_is_light() -> None:
    code = "import sys, chamber_extract.normalize; print([m for m in ('regex', 'pydantic', 'typer') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_dates_win_over_quantities() -> None:
    assert [type(f).__name__ for f in find("2020年捐赠口罩3万只")] == ["Period", "Quantity"]


@given(
    st.text(
        alphabet="0123456789,.-%一二三十百千万亿两半几数余多约近超过第元美人民币只家个年月分之点到至 （）()",
        max_size=40,
    )
)
def test_spans_are_inside_in_order_and_apart(text: str) -> None:
    last = 0
    for q in find_quantities(
        text, kinds={"number", "ordinal", "money", "count", "measure", "percent", "ratio"}
    ):
        assert last <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        last = q.end


@given(st.text(alphabet="一二三四五六七八九十百千万亿两几数余多约近超过不到以上左右3至-家", max_size=16))
def test_bounds_are_in_order_and_only_for_several(text: str) -> None:
    for q in find_quantities(text):
        low, high = q.amount.low, q.amount.high
        assert (low is None) == (high is None)
        if low is not None and high is not None:
            assert low < high and q.amount.value is None and q.amount.approximation == "several"
        else:
            assert q.amount.value is not None


@pytest.mark.parametrize(
    "text", ["0^0", "一又一又一又一又五分之一", "0^-1", "3/0", "零分之一", "二点几亿", "." * 50, "一" * 500]
)
def test_odd_texts_are_read_without_failing(text: str) -> None:
    find_quantities(text, kinds={"number", "ratio", "count"})
    parse(text, "number")


HOSTILE = {
    "digits": "1234567890", "万": "万", "一": "一", "mixed": "一万3千", "brackets": "(个(套", "open brackets": "3个(",
    "hedges": "约近超过", "percents": "百分之", "points": "一点", "commas": "1,234,", "dashes": "3-", "ranges": "3至",
    "coins": "3元5角", "slashes": "1/2/", "blanks": "年 3 ", "fractions": "一又", "currency": "人民币", "addresses": "a.b-", "at": "a@b",
    "round": "一○O0", "items": "5只", "nouns": "5只口罩、", "either": "一、二", "sums": "1个亿", "millions": "5 mil", "parts": "三分",
}  # fmt: skip


def seconds(text: str) -> float:
    """CPU time."""
    start = time.process_time()
    find_quantities(text)
    find_quantities(text, kinds={"number", "ordinal", "money", "count", "measure", "percent", "ratio"})
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_only(piece: str) -> None:
    short, long = (piece * (size // len(piece)) + "@" for size in (2_500, 10_000))
    # Four times the text takes four times as long; sixteen times would be the square. The least of three runs counts.
    limit = 10 * min(seconds(short) for _ in range(3)) + 0.005
    assert any(seconds(long) < limit for _ in range(3))
