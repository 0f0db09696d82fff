"""The evaluation: sound annotations, floors that hold, and a scorer that can be trusted."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests import evaluate
from tests.scoring import TABLES, Score, agree, bare, score, with_elsewhere

DOCUMENTS = evaluate.load()
BASELINE = json.loads(evaluate.BASELINE.read_text("utf-8"))


@pytest.fixture(scope="module")
def run() -> dict[str, Any]:
    return evaluate.record(evaluate.outcomes_now(DOCUMENTS))


class TestCorpus:
    def test_is_there(self) -> None:
        assert [d.name[:3] for d in DOCUMENTS if d.set == "seeds"] == ["000", "001", "002", "003", "004"]
        assert len({d.name for d in DOCUMENTS}) == len(DOCUMENTS)

    def test_annotations_are_sound(self) -> None:
        assert [fault for document in DOCUMENTS for fault in evaluate.faults(document)] == []

    def test_is_the_one_of_the_baseline(self) -> None:
        assert evaluate.corpus(DOCUMENTS) == BASELINE["corpus"], "run `python -m tests.evaluate --update`"
        assert len(DOCUMENTS) == BASELINE["documents"]


class TestFloors:
    def test_hold(self, run: dict[str, Any]) -> None:
        assert evaluate.regressions(BASELINE, run) == []

    def test_are_there_for_every_set_and_table(self) -> None:
        assert set(BASELINE["floors"]) == {d.set for d in DOCUMENTS}
        floors = {name: tuple(tables) for name, tables in BASELINE["floors"].items()}
        assert floors.pop("collections") == ("sections",)
        assert set(floors.values()) == {TABLES}

    def test_below_one_is_a_regression(self) -> None:
        old = {"floors": {"seeds": {"dates": {"f1": 0.95, "strict": 0.9}}}}
        assert evaluate.regressions(old, {"floors": {"seeds": {"dates": {"f1": 0.96, "strict": 0.9}}}}) == []
        (line,) = evaluate.regressions(old, {"floors": {"seeds": {"dates": {"f1": 0.949, "strict": 1.0}}}})
        assert line == "seeds dates f1: 0.949 < 0.950"
        assert len(evaluate.regressions(old, {"floors": {}})) == 2

    def test_changes_are_told_item_by_item(self) -> None:
        old, new = {"misses": {"a": ["- x", "+ y"]}}, {"misses": {"a": ["+ y", "~ z"]}}
        assert evaluate.changes(old, new) == (["a: - x"], ["a: ~ z"])


class TestWords:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("中国\n商会", "中国商会"), ("（协）", "(协)"), ("财政部[2020]8号", "财政部〔2020〕8号"), ("《外商投资法》", "外商投资法"),
         ("１２", "12"), (None, "")],
    )  # fmt: skip
    def test_that_are_the_same(self, one: str | None, other: str | None) -> None:
        assert bare(one) == bare(other)

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("湖北省", "湖北", True),
            ("湖北", "湖南", False),
            (None, None, True),
            ("湖北", None, False),
            ("", "湖北", False),
        ],
    )
    def test_that_agree(self, one: str | None, other: str | None, expected: bool) -> None:
        assert agree(one, other) == agree(other, one) == expected


def annotated(**tables: list[dict[str, Any]]) -> dict[str, Any]:
    return {t: tables.get(t, []) for t in TABLES}


def dataset(**tables: list[dict[str, Any]]) -> dict[str, Any]:
    return {"documents": [{"id": "doc-1", "sections": []}], **{t: [] for t in TABLES}, **tables}


def outcome(table: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    data = dataset(**{table: found})
    s = score(annotated(**{table: gold}), data, data["documents"][0])[table]
    return (s.matched, s.missed, s.wrong, s.strict)


HERE = [{"document": "doc-1", "text": "柬商会"}]


def chamber(name: str = "柬埔寨中国商会", **more: Any) -> dict[str, Any]:
    """Good both as annotation and as record."""
    base = {"name": name, "aliases": [], "type": "overseas", "countries": ["KH"], "mentions": HERE}
    return {**base, **more}


def when(start: int = 0, end: int = 5, day: str = "2020-01-28", **more: Any) -> dict[str, Any]:
    place = {"id": f"dat-{start}", "document": "doc-1", "start_char": start, "end_char": end, "text": "x"}
    return {**place, "start": day, "end": day, "relation": "on", "time": None, **more}


def gift(**more: Any) -> dict[str, Any]:
    names = (
        "donor",
        "recipient",
        "item",
        "unit",
        "amount",
        "currency",
        "amount_cny",
        "quantity",
        "low",
        "date",
    )
    base = {"document": "doc-1", "start_char": 0, "end_char": 9, "kind": "cash", "scope": "individual"}
    return {**base, **dict.fromkeys(names), "approximation": "exact", "cumulative": False, **more}


def policy(title: str = "慈善法", number: str | None = None, **more: Any) -> dict[str, Any]:
    """Good both as annotation and as record."""
    base = {"title": title, "document_number": number, "surfaces": [title], "mentions": HERE, "kind": "law"}
    return {**base, "issuers": [], "issued": None, "url": None, **more}


class TestScore:
    """Matched, missed, wrong, strictly right."""

    @pytest.mark.parametrize(
        ("gold", "found", "expected"),
        [
            pytest.param([chamber()], [chamber()], (1, 0, 0, 1), id="same"),
            pytest.param([chamber()], [chamber("柬商会", mentions=[{**HERE[0], "text": "柬埔寨中国商会"}])], (1, 0, 0, 1), id="a form in common"),
            pytest.param([chamber()], [chamber(type="foreign")], (1, 0, 0, 0), id="type wrong"),
            pytest.param([chamber()], [], (0, 1, 0, 0), id="missed"),
            pytest.param([], [chamber()], (0, 0, 1, 0), id="wrong"),
            pytest.param([chamber()], [chamber(), chamber()], (1, 0, 1, 1), id="twice"),
            pytest.param([chamber(optional=True)], [], (0, 0, 0, 0), id="optional missed"),
            pytest.param([chamber(optional=True)], [chamber()], (0, 0, 0, 0), id="optional found"),
            pytest.param([chamber()], [chamber(mentions=[{**HERE[0], "document": "doc-2"}])], (0, 1, 0, 0), id="elsewhere"),
        ],
    )  # fmt: skip
    def test_chambers(self, gold: list, found: list, expected: tuple) -> None:
        assert outcome("chambers", gold, found) == expected

    @pytest.mark.parametrize(
        ("gold", "found", "expected"),
        [
            pytest.param([when()], [when(4, 9)], (1, 0, 0, 0), id="overlapping"),
            pytest.param([when()], [when(5, 9)], (0, 1, 1, 0), id="touching"),
            pytest.param([when()], [when(day="2021-01-28")], (0, 1, 1, 0), id="wrong year"),
            pytest.param([when(0, 5), when(5, 9)], [when(5, 9), when(0, 5)], (2, 0, 0, 2), id="each its own"),
            pytest.param([when(0, 8)], [when(0, 3), when(0, 8)], (1, 0, 1, 1), id="the better of two"),
        ],
    )
    def test_dates(self, gold: list, found: list, expected: tuple) -> None:
        assert outcome("dates", gold, found) == expected

    @pytest.mark.parametrize(
        ("gold", "found", "expected"),
        [
            pytest.param(
                {"amount": "34796.25", "currency": "GBP"},
                {"amount": 34796.25, "currency": "GBP"},
                1,
                id="same",
            ),
            pytest.param(
                {"amount": "5", "currency": "GBP"}, {"amount": 5, "currency": "USD"}, 0, id="currency"
            ),
            pytest.param(
                {"amount": "5", "currency": "GBP"}, {"amount": 50, "currency": "GBP"}, 0, id="amount"
            ),
            pytest.param(
                {"quantity": "6", "item": "口罩"},
                {"quantity": 6, "item": "医用口罩"},
                1,
                id="item compatible",
            ),
            pytest.param({"quantity": "6", "item": "口罩"}, {"quantity": 6, "item": "手套"}, 0, id="item"),
            pytest.param({"quantity": "6"}, {"quantity": None}, 0, id="quantity"),
            pytest.param({"low": "1000"}, {"low": 1000}, 1, id="bounds"),
            pytest.param({"low": "1000"}, {"low": 2000}, 0, id="other bounds"),
            pytest.param({}, {"kind": "goods"}, 0, id="kind"),
            pytest.param({}, {"start_char": 9, "end_char": 12}, 0, id="elsewhere"),
        ],
    )
    def test_donations(self, gold: dict, found: dict, expected: int) -> None:
        assert outcome("donations", [gift(**gold)], [gift(**found)])[0] == expected

    @pytest.mark.parametrize(
        ("told_there", "found", "strict"),
        [
            pytest.param(policy(issued="2020-02-05"), policy(issued="2020-02-05"), 1, id="filled in"),
            pytest.param(policy(), policy(issued="2020-02-05"), 0, id="told nowhere"),
            pytest.param(policy(issued="2020-02-05"), policy(), 1, id="not filled in"),
            pytest.param(policy("民法", issued="2020-02-05"), policy(issued="2020-02-05"), 0, id="of another law"),
            pytest.param(policy(number="法〔2020〕1号", issued="2020-02-05"), policy(issued="2020-02-05"), 0, id="of another number"),
            pytest.param(policy(issuers=["国务院"]), policy(issuers=["国务院"]), 1, id="issuers"),
        ],
    )  # fmt: skip
    def test_policies_of_several_documents(self, told_there: dict, found: dict, strict: int) -> None:
        here = policy(number="法〔2019〕9号")
        gold, _ = with_elsewhere([annotated(policies=[here]), annotated(policies=[told_there])])
        data = dataset(policies=[{**found, "document_number": "法〔2019〕9号"}])
        assert score(gold, data, data["documents"][0])["policies"].strict == strict

    def test_rates(self) -> None:
        s = Score(matched=3, missed=1, wrong=2, strict=2)
        assert (s.precision, s.recall, round(s.f1, 3), round(s.strict_f1, 3)) == (0.6, 0.75, 0.667, 0.444)
        assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
