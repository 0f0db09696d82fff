"""The agreement of two readers: full with oneself, no more and no less than what differs."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import agreement, evaluate
from tests.scoring import TABLES, Score

READING: dict[str, list[dict[str, Any]]] = {
    "sections": [{"title": "赈灾", "outlet": None, "published": "2024-05-01"}],
    "chambers": [{"name": "肯尼亚中国商会", "surfaces": ["肯尼亚中国商会"], "type": "overseas", "countries": ["KE"]}],
    "people": [{"name": "周平", "positions": [{"title": "会长", "organization": "商会"}], "roles": []}],
    "dates": [
        {"text": "5月2日", "start": "2024-05-02", "end": "2024-05-02", "relation": "on", "time": None, "start_char": 10, "end_char": 14}
    ],
    "donations": [
        {"donor": "商会", "scope": "individual", "recipient": None, "kind": "cash", "amount": "500", "currency": "KES",
         "amount_cny": None, "quantity": None, "unit": None, "item": None, "approximation": "exact", "low": None,
         "cumulative": False, "date": "2024-05-02", "start_char": 20, "end_char": 30}
    ],
    "policies": [
        {"title": "慈善法", "document_number": None, "issuers": [], "issued": None, "url": None, "kind": "law", "surfaces": []}
    ],
}  # fmt: skip


def changed(table: str, **fields: Any) -> dict[str, Any]:
    """The reading with other fields in the one record of a table."""
    other = copy.deepcopy(READING)
    other[table][0].update(fields)
    return other


def counts(s: Score) -> tuple[int, int, int, int]:
    return (s.matched, s.missed, s.wrong, s.strict)


def test_with_oneself_is_full() -> None:
    full = dict.fromkeys(TABLES, (1.0, 1.0))
    whole = [d for d in evaluate.load() if set(TABLES) <= set(d.gold)]
    compared = {d.name: agreement.compare(d.gold, d.gold) for d in whole}
    found = {name: {t: (s.f1, s.strict_f1) for t, s in scores.items()} for name, scores in compared.items()}
    assert found == dict.fromkeys(found, full)


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("sections", {"published": "2024-05-02"}),
        ("chambers", {"type": "foreign"}),
        ("people", {"positions": [{"title": "秘书长", "organization": "商会"}]}),
        ("dates", {"end_char": 12}),
        ("donations", {"donor": "周平"}),
        ("policies", {"issuers": ["国务院"]}),
    ],
)
def test_a_trait_that_differs_lowers_strict_alone(table: str, fields: dict[str, Any]) -> None:
    scores = agreement.compare(READING, changed(table, **fields))
    assert (scores[table].f1, scores[table].strict_f1) == (1.0, 0.0)
    assert all(s.strict_f1 == 1.0 for name, s in scores.items() if name != table)


@pytest.mark.parametrize("swap", [False, True], ids=["second lacks it", "first lacks it"])
@pytest.mark.parametrize("table", TABLES)
def test_a_record_of_one_reader_alone(table: str, swap: bool) -> None:
    readings = [READING, {**READING, table: []}]
    scores = agreement.compare(*(reversed(readings) if swap else readings))
    assert counts(scores[table]) == ((0, 0, 1, 0) if swap else (0, 1, 0, 0))
    assert [n[0] for n in scores[table].notes] == ["+" if swap else "-"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(READING, lambda t: changed(t, optional=True), id="optional to the second"),
        pytest.param(lambda t: changed(t, optional=True), READING, id="optional to the first"),
        pytest.param(lambda t: changed(t, optional=True), lambda t: {**READING, t: []}, id="one optional, none"),
        pytest.param(lambda t: {**READING, t: []}, lambda t: changed(t, optional=True), id="none, one optional"),
    ],
)  # fmt: skip
def test_what_is_optional_does_not_count(table: str, first: Any, second: Any) -> None:
    def reading(of: dict[str, Any] | Callable[[str], dict[str, Any]]) -> dict[str, Any]:
        return of(table) if callable(of) else of

    assert counts(agreement.compare(reading(first), reading(second))[table]) == (0, 0, 0, 0)


@pytest.mark.parametrize("table", TABLES)
def test_what_one_alone_calls_optional_is_a_firm_difference(table: str) -> None:
    first, second = agreement.required(READING), agreement.required(changed(table, optional=True))
    assert counts(agreement.compare(first, second)[table]) == (0, 1, 0, 0)


class TestSecondReader:
    def test_read_documents_of_the_sets(self) -> None:
        files = list((evaluate.GOLD / evaluate.SECOND).glob("*.json"))
        assert len(agreement.pairs()) == len(files) > 0

    @pytest.mark.parametrize("pair", agreement.pairs(), ids=lambda pair: pair[0].name[:20])
    def test_annotations_are_sound(self, pair: tuple[evaluate.Annotated, dict[str, Any]]) -> None:
        first, second = pair
        assert second["document"] == first.name
        assert list(evaluate.faults(evaluate.Annotated(evaluate.SECOND, first.text, second))) == []

    def test_is_no_set_to_score(self, tmp_path: Path) -> None:
        for name in ("dev", evaluate.SECOND):
            (tmp_path / name).mkdir()
            (tmp_path / name / "a.json").write_text('{"document": "a.txt"}', encoding="utf-8")
        assert [d.set for d in evaluate.load(tmp_path)] == ["dev"]
