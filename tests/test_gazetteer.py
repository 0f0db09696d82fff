"""Every data file: its columns, order, sources; no row twice."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import chamber_extract.gazetteer as gazetteer
from chamber_extract.gazetteer.places import host, places
from chamber_extract.normalize.script import fold
from chamber_extract.relate.chambers.keys import skeleton, spelled
from chamber_extract.relate.chambers.types import classify

FILES = sorted(Path(gazetteer.__file__).parent.glob("*.csv"))
# How many columns identify a row; in other tables all of them do, but for the source.
KEYS = dict.fromkeys(
    (
        "bylines",
        "chambers",
        "common_words",
        "countries",
        "divisions",
        "former_divisions",
        "generic_words",
        "given_names",
        "home_currencies",
        "instruments",
        "issuers",
        "laws",
        "name_breaks",
        "name_followers",
        "native_names",
        "papers",
        "people_words",
        "scopes",
        "statesmen",
        "surnames",
        "title_modifiers",
        "titles",
        "trades",
        "transliteration",
    ),
    1,
)
KEYS["places_abroad"] = 2


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_table_is_sorted_without_repeats_and_sourced(path: Path) -> None:
    header, *rows = rows_of(path)
    assert header[-1] == "source"
    assert rows, "an empty table"
    assert all(len(row) == len(header) for row in rows)
    assert all(row[-1].strip() for row in rows), "a row without source"
    assert all(cell == cell.strip() for row in rows for cell in row)
    keys = [tuple(row[: KEYS.get(path.stem, -1)]) for row in rows]
    assert rows == sorted(rows)
    assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)[:5]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_table_is_written_as_the_csv_writer_writes_it(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")


def test_divisions_know_their_province() -> None:
    rows = gazetteer.table("divisions")
    provinces = {r["province"] for r in rows if r["level"] == "province"}
    assert len(provinces) == 34
    assert {r["level"] for r in rows} == {"province", "city", "county"}
    assert all(r["province"] in provinces and r["code"].isdigit() and len(r["code"]) == 6 for r in rows)


def test_codes_are_iso_or_the_union() -> None:
    for name in ("countries", "places_abroad"):
        codes = {r["code"] for r in gazetteer.table(name)} - {""}
        assert all(len(code) == 2 and code.isupper() for code in codes)
    assert {r["code"] for r in gazetteer.table("countries")} >= {"US", "CD", "CG", "TL", "EU"}


def test_no_form_of_a_known_chamber_is_another_ones() -> None:
    seen: dict[str, str] = {}
    for row in gazetteer.table("chambers"):
        for form in {row["name"], *filter(None, row["aliases"].split(";"))}:
            assert seen.setdefault(spelled(form), row["name"]) == row["name"]
    names = [skeleton(spelled(r["name"])) for r in gazetteer.table("chambers")]
    assert len(names) == len(set(names))


# What the name alone does not tell: trades that are none in other names, bodies of a people at another's.
TOLD_BY_THE_REGISTRY = {
    "香港中华出入口商会",
    "香港工业总会",
}


def test_the_registry_agrees_with_what_names_tell() -> None:
    """Known chambers give nothing that finding depends on: type and host follow from the name."""
    for row in gazetteer.table("chambers"):
        if row["name"] in TOLD_BY_THE_REGISTRY:
            continue
        key = spelled(row["name"])
        where = host(key)
        told = (row["type"], row["country"])
        assert (classify(key, where), ";".join(where.countries)) == told, row["name"]


def test_the_registry_has_the_conference_the_federations_and_the_chambers_of_trade() -> None:
    rows = gazetteer.table("chambers")
    assert len([r for r in rows if "list of members" in r["source"]]) == 101
    assert len([r for r in rows if r["type"] == "federation"]) == 33
    assert len([r for r in rows if r["type"] == "import_export"]) == 6


def test_breaks_and_scopes_have_the_kinds_that_the_code_knows() -> None:
    assert {r["kind"] for r in gazetteer.table("name_breaks")} == {"break", "plural", "keep"}
    assert {r["kind"] for r in gazetteer.table("scopes")} == {"nation", "zone", "merchants"}
    kinds = {"country", "region", "city", "area", "letter"}
    assert {r["kind"] for r in gazetteer.table("places_abroad")} == kinds


def test_the_members_of_the_conference_of_chambers_abroad_have_a_host() -> None:
    """Countries come from the tables of places, never from a list of chambers."""
    for country in (
        "巴巴多斯",
        "莱索托",
        "毛里求斯",
        "东帝汶",
        "土库曼斯坦",
        "斯洛文尼亚",
        "厄立特里亚",
        "圭亚那",
    ):
        assert len(host(country + "中资企业协会").countries) == 1
        assert country in places()


@pytest.mark.parametrize("path", [p for p in FILES if p.stem != "chambers"], ids=lambda p: p.stem)
def test_a_row_is_in_the_script_that_is_read(path: Path) -> None:
    """Rows are looked up in folded text: one in traditional characters would never be found."""
    with path.open(encoding="utf-8", newline="") as file:
        words = [next(iter(row.values())) for row in csv.DictReader(file)]
    assert [w for w in words if fold(w) != w] == []
