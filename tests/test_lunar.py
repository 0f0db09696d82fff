"""The Chinese calendar: the table's own arithmetic, and days that almanacs give."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.normalize import festivals, lunar


def test_years_follow_one_another_without_a_gap() -> None:
    table = lunar.years()
    assert sorted(table) == list(range(1900, 2101))
    for year in range(1900, 2100):
        assert table[year].new_year + timedelta(sum(table[year].months)) == table[year + 1].new_year


def test_months_have_29_or_30_days_and_a_thirteenth_is_a_leap_month() -> None:
    for row in lunar.years().values():
        assert set(row.months) == {29, 30}
        assert len(row.months) == (13 if row.leap else 12)
        assert 0 <= row.leap <= 12


def test_new_year_falls_between_21_january_and_21_february() -> None:
    for year, row in lunar.years().items():
        assert date(year, 1, 21) <= row.new_year <= date(year, 2, 21)


def test_solar_terms_lie_half_a_month_apart() -> None:
    for row in lunar.years().values():
        assert len(row.terms) == 24
        assert all(3 <= day <= 9 for day in row.terms[::2])
        assert all(18 <= day <= 24 for day in row.terms[1::2])


def test_nineteen_years_hold_seven_leap_months() -> None:
    table = lunar.years()
    for year in range(1900, 2082):
        assert 6 <= sum(table[y].leap > 0 for y in range(year, year + 19)) <= 8


NEW_YEARS = {
    1949: "01-29", 1978: "02-07", 1997: "02-07", 2000: "02-05", 2008: "02-07", 2012: "01-23", 2014: "01-31", 2017: "01-28",
    2018: "02-16", 2019: "02-05", 2020: "01-25", 2021: "02-12", 2022: "02-01", 2023: "01-22", 2024: "02-10", 2025: "01-29",
    2026: "02-17",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_new_year(year: int, day: str) -> None:
    assert lunar.day(year, 1, 1) == date.fromisoformat(f"{year}-{day}")
    assert lunar.eve(year) == date.fromisoformat(f"{year}-{day}") - timedelta(1)


@pytest.mark.parametrize(
    ("year", "leap"),
    [
        (1984, 10),
        (2001, 4),
        (2004, 2),
        (2006, 7),
        (2009, 5),
        (2012, 4),
        (2014, 9),
        (2017, 6),
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2033, 11),
    ],
)
def test_leap_months(year: int, leap: int) -> None:
    assert lunar.years()[year].leap == leap


DAYS = """
中秋节 2008-09-14
中秋节 2013-09-19
中秋节 2017-10-04
中秋节 2019-09-13
中秋节 2020-10-01
中秋节 2021-09-21
中秋节 2023-09-29
中秋节 2024-09-17
中秋节 2025-10-06
端午节 2008-06-08
端午节 2020-06-25
端午节 2022-06-03
端午节 2023-06-22
端午节 2024-06-10
端午节 2025-05-31
元宵节 2020-02-08
元宵节 2024-02-24
七夕 2020-08-25
重阳节 2020-10-25
腊八 2021-01-20
清明节 2020-04-04
清明节 2021-04-04
清明节 2022-04-05
清明节 2023-04-05
冬至 2019-12-22
冬至 2020-12-21
立春 2021-02-03
母亲节 2020-05-10
父亲节 2020-06-21
感恩节 2019-11-28
国庆节 2019-10-01
除夕 2020-01-24
除夕 2024-02-09
""".strip().split("\n")


@pytest.mark.parametrize("row", DAYS)
def test_festivals(row: str) -> None:
    name, day = row.split()
    rule = festivals.on(name)
    assert rule is not None
    assert rule(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize("name", ["商会", "春", "节", "", "春节联欢会", "中国"])
def test_no_festivals(name: str) -> None:
    assert festivals.on(name) is None


@pytest.mark.parametrize(
    ("name", "near", "year"),
    [
        ("庚子", 2021, 2020), ("庚子", 2019, 2020), ("辛丑", 2021, 2021), ("甲辰", 2024, 2024), ("甲辰", 2021, 2024), ("戊戌", 1900, 1898),
        ("甲午", 1900, 1894), ("辛亥", 1912, 1911), ("甲子", 2000, 1984), ("癸亥", 1984, 1983),
    ],
)  # fmt: skip
def test_the_sixty_year_cycle(name: str, near: int, year: int) -> None:
    assert lunar.sexagenary(name, near) == year


@pytest.mark.parametrize("name", ["甲丑", "子庚", "商会", "乙子"])
def test_pairs_that_do_not_exist(name: str) -> None:
    assert lunar.sexagenary(name, 2020) is None


@pytest.mark.parametrize(
    ("year", "month", "number", "leap"),
    [
        (2020, 13, 1, False),
        (2020, 0, 1, False),
        (2020, 1, 31, False),
        (2020, 1, 0, False),
        (2021, 4, 1, True),
        (1899, 1, 1, False),
        (2101, 1, 1, False),
    ],
)
def test_days_that_do_not_exist(year: int, month: int, number: int, leap: bool) -> None:
    assert lunar.day(year, month, number, leap=leap) is None


def test_the_leap_month_follows_its_month() -> None:
    plain, leap = lunar.month_span(2020, 4), lunar.month_span(2020, 4, leap=True)
    after = lunar.month_span(2020, 5)
    assert plain and leap and after
    assert (leap[0] - plain[1], after[0] - leap[1]) == (timedelta(1), timedelta(1))


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 30))
def test_every_lunar_day_lies_in_its_year(year: int, month: int, number: int) -> None:
    found, span = lunar.day(year, month, number), lunar.year_span(year)
    assert span is not None
    assert found is None or span[0] <= found <= span[1]
