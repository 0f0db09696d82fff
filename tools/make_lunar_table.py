"""Write src/chamber_extract/normalize/lunar_years.csv: the Chinese calendar from 1900 to 2100.

    PYTHONPATH=src uv run --no-project --with lunar_python==1.4.8 python tools/make_lunar_table.py

`new_year` is the Gregorian day of 正月初一, `leap` the number of the month that is followed by its
leap month (0 for none), `months` the lengths of the months in order, `terms` the days of the month on
which the 24 solar terms of the Gregorian year fall, from 小寒 (January) to 冬至 (December).
"""

from __future__ import annotations

import csv
from importlib.metadata import version
from pathlib import Path

from lunar_python import Lunar, LunarYear, Solar

from chamber_extract.normalize.lunar import TERMS

TARGET = Path(__file__).parents[1] / "src/chamber_extract/normalize/lunar_years.csv"


def solar_terms(year: int) -> list[int]:
    # Seen from 1 July the table reaches from the winter solstice before, named 冬至, to the one after.
    table = Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable()
    days = [table[name] for name in TERMS[:-1]] + [table["DONG_ZHI"]]
    assert all(day.getYear() == year and day.getMonth() == n // 2 + 1 for n, day in enumerate(days))
    return [day.getDay() for day in days]


def main() -> None:
    source = f"lunar_python {version('lunar_python')}"
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["year", "new_year", "leap", "months", "terms", "source"])
        for year in range(1900, 2101):
            months = LunarYear.fromYear(year).getMonthsInYear()
            leap = next((-m.getMonth() for m in months if m.getMonth() < 0), 0)
            new_year = Lunar.fromYmd(year, 1, 1).getSolar().toYmd()
            lengths = " ".join(str(m.getDayCount()) for m in months)
            rows.writerow([year, new_year, leap, lengths, " ".join(map(str, solar_terms(year))), source])


if __name__ == "__main__":
    main()
