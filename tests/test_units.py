"""The tables of units, currencies and words that are no figures: in order, unique, folded, with known codes."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from chamber_extract.normalize import fold
from chamber_extract.normalize.units import prefix_before, unit_at

FOLDER = files("chamber_extract.normalize")
KEYS = {"units.csv": "unit", "currencies.csv": "name", "not_figures.csv": "words"}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(("name", "key"), KEYS.items(), ids=KEYS)
def test_rows_are_sorted_unique_and_folded(name: str, key: str) -> None:
    keys = [row[key] for row in rows(name)]
    assert keys == sorted(set(keys))
    assert [k for k in keys if fold(k) != k] == []


def test_currency_codes_and_their_number() -> None:
    codes = {row["code"] for row in rows("currencies.csv")} - {""}
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) >= 60
    assert {"CNY", "USD", "EUR", "HKD", "MOP", "TWD", "JPY", "LAK", "XAF", "XOF", "ZAR", "MMK"} <= codes


def test_unit_kinds() -> None:
    assert {row["kind"] for row in rows("units.csv")} == {"count", "measure", "ratio", "percent"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("家企业", "家"), ("家庭", "家庭"), ("部分", None), ("人民币", "人民币"), ("元旦", None), ("kg", "kg"), ("kgx", None), ("次性", None), ("", None)],
)  # fmt: skip
def test_longest_unit(text: str, name: str | None) -> None:
    unit = unit_at(text, 0)
    assert (unit.name if unit else None) == name


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("45.8万元通过慈善会", True),
        ("100元通过红十字会", True),
        ("30万元首批", True),
        ("8万元年底到账", True),
        ("2020元旦", False),
        ("三元里", False),
        ("10元素", False),
    ],
)
def test_yuan_is_money_after_a_multiplier(text: str, money: bool) -> None:
    assert (unit_at(text, text.index("元")) is not None) == money


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("捐人民币", ("CNY", 1)),
        ("US$", ("USD", 0)),
        ("RMB ", ("CNY", 0)),
        ("XUSD", None),
        ("口罩", None),
        ("五元", None),
    ],
)
def test_currency_before(text: str, found: tuple[str, int] | None) -> None:
    assert prefix_before(text, len(text)) == found
