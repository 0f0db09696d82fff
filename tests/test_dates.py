"""Dates in running text and as whole expressions; the tables are in `date_cases`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import product
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.normalize.dates import find_periods, parse_period
from tests.date_cases import DOCUMENTS, EVERYDAY, INFERRED, NO_DATES, RELATIONS, WHOLE

REFERENCE = date(2020, 2, 17)


def rows(groups: dict[str, str]) -> list:
    return [
        pytest.param(*line.split("|"), id=f"{name}: {line.split('|')[0][:30]}")
        for name, table in groups.items()
        for line in table.strip().split("\n")
    ]


def shown(text: str, periods: list) -> str:
    return " + ".join(f"{text[p.start : p.end]}={p.edtf}" + (f"@{p.time}" if p.time else "") for p in periods)


@pytest.mark.parametrize(("text", "expected"), rows(DOCUMENTS))
def test_dates_of_edited_text(text: str, expected: str) -> None:
    assert shown(text, find_periods(text, reference=REFERENCE, style="document")) == expected


@pytest.mark.parametrize("text", NO_DATES.split("\n"))
def test_what_only_looks_like_a_date(text: str) -> None:
    assert shown(text, find_periods(text, reference=REFERENCE, style="document")) == ""


@pytest.mark.parametrize(("text", "expected"), rows({"everyday": EVERYDAY}))
def test_dates_of_everyday_speech(text: str, expected: str) -> None:
    assert shown(text, find_periods(text, reference=REFERENCE)) == expected


@pytest.mark.parametrize(("text", "expected"), rows({"whole": WHOLE}))
def test_whole_expressions(text: str, expected: str) -> None:
    found = parse_period(text, reference=REFERENCE)
    assert (found.edtf if found else "None") == expected


@pytest.mark.parametrize(("text", "relation"), rows({"relation": RELATIONS}))
def test_relations(text: str, relation: str) -> None:
    (found,) = find_periods(text, reference=REFERENCE, style="document")
    assert found.relation == relation


@pytest.mark.parametrize(
    ("text", "components", "reference"),
    [pytest.param(*[*line.split("|"), ""][:3], id=line) for line in INFERRED.strip().split("\n")],
)
def test_what_context_supplied_is_named(text: str, components: str, reference: str) -> None:
    (found,) = find_periods(text, reference=REFERENCE, style="document")
    assert ",".join(found.inferred) == components
    assert (found.reference.isoformat() if found.reference else "") == reference


def test_a_year_named_before_is_the_reference() -> None:
    text = "2019年9月成立。10月召开会议"
    first, second = find_periods(text, style="document")
    assert (first.inferred, first.reference) == ((), None)
    assert (second.edtf, second.inferred, second.reference) == ("2019-10", ("year",), date(2019, 9, 1))


@pytest.mark.parametrize(
    "text", ["1月28日", "10月", "去年", "昨天", "28日", "次日", "前三季度", "大年初一", "本月", "上周五"]
)
def test_without_any_year_nothing_is_guessed(text: str) -> None:
    assert find_periods(text, style="document") == []


@pytest.mark.parametrize("text", ["今天", "昨晚", "上个月", "本周五", "28日", "本月底", "今（6）日"])
def test_a_reference_of_a_year_resolves_no_day(text: str) -> None:
    assert find_periods(text, reference=date(2021, 12, 31), known="year", style="document") == []


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("12月28日", date(2020, 1, 5), "2019-12-28"),
        ("1月5日", date(2020, 1, 6), "2020-01-05"),
        ("将于1月5日召开", date(2019, 12, 29), "2020-01-05"),
        ("前11个月", date(2020, 1, 10), "2019-01/2019-11"),
        ("前11个月", date(2019, 12, 29), "2019-01/2019-11"),
        ("年底", date(2020, 1, 10), "2019-12~"),
        ("年底", date(2020, 6, 10), "2020-12~"),
        ("下半年", date(2020, 2, 10), "2020-07-01/2020-12-31"),
        ("四季度", date(2020, 1, 10), "2019-10-01/2019-12-31"),
        ("5月底前完成", date(2020, 2, 1), "2020-05~"),
        ("除夕", date(2021, 2, 15), "2021-02-11"),
        ("除夕", date(2019, 12, 20), "2020-01-24"),
    ],
)
def test_the_year_of_a_date_without_one(text: str, reference: date, expected: str) -> None:
    (found,) = find_periods(text, reference=reference, style="document")
    assert found.edtf == expected


HAN = "〇一二三四五六七八九"


def han(n: int) -> str:
    """1 to 99 in words."""
    tens, ones = divmod(n, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")


def in_han(year: int) -> str:
    return "".join(HAN[int(c)] for c in str(year))


STYLES = {
    "figures": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "padded": lambda d: f"{d:%Y年%m月%d日}",
    "iso": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "points": lambda d: f"{d.year}.{d.month}.{d.day}",
    "words": lambda d: f"{in_han(d.year)}年{han(d.month)}月{han(d.day)}日",
    "full width": lambda d: f"{d.year}年{d.month}月{d.day}号".translate(
        {48 + i: 0xFF10 + i for i in range(10)}
    ),
    "republic": lambda d: f"民國{d.year - 1911}年{d.month}月{d.day}日",
}


@pytest.mark.parametrize("style", STYLES)
def test_days_from_1990_to_2050(style: str) -> None:
    """Every day of a leap year, of each other year February and one month more, which takes turns.

    Each month is one text, so that finding is tested as well.
    """
    for year, number in product(range(1990, 2051), range(1, 13)):
        if year != 2024 and number not in (2, year % 12 + 1):
            continue
        days = [date(year, number, n) for n in range(1, monthrange(year, number)[1] + 1)]
        written = [STYLES[style](d) for d in days]
        text = "；".join(written)
        found = find_periods(text, style="document")
        assert [p.first for p in found] == days
        assert [text[p.start : p.end] for p in found] == written


@given(
    st.text(
        alphabet=st.sampled_from(
            "0123456789年月日号时点分至到-—/.、，。（) 今明去昨前后上下本同次第季度初底末旬周一二三四五六七八九十廿〇正腊农历庚子的以来\n"
        ),
        max_size=60,
    )
)
def test_invariants_of_whatever_is_found(text: str) -> None:
    for style in ("document", "everyday"):
        done = 0
        for p in find_periods(text, reference=REFERENCE, style=style):
            assert done <= p.start < p.end <= len(text)
            assert p.first <= p.last
            assert bool(p.inferred) == (p.reference is not None)
            done = p.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    find_periods(text)
    parse_period(text, reference=REFERENCE)


@given(st.dates(date(1901, 1, 1), date(2099, 1, 1)), st.integers(0, 60))
def test_a_range_begins_and_ends_where_it_says(first: date, days: int) -> None:
    last = first + timedelta(days)
    text = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    (found,) = find_periods(text)
    assert (found.first, found.last, found.start, found.end) == (first, last, 0, len(text))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "1月",
        "2月30日",
        "去年的",
        "2020年1月1日至",
        "同日",
        "今(",
        "周日,",
        "1、",
        "上上个",
        "的今天",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Four times the text takes about four times as long; ten leaves room for a busy machine, as does the least of three runs."""
    short, long = (unit * (size // len(unit)) for size in (2_000, 8_000))
    limit = 10 * min(seconds(short) for _ in range(3)) + 0.1
    assert any(seconds(long) < limit for _ in range(3))


def seconds(text: str) -> float:
    """CPU time."""
    start = process_time()
    find_periods(text, reference=REFERENCE, style="everyday")
    return process_time() - start
