"""Rules by name, what they were right in, and leaving out what is less sure."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chamber_extract import rules
from chamber_extract.models import TABLES, Dataset
from chamber_extract.rules import Rule, confident, estimate


class TestConfidence:
    def test_of_many_finds_is_their_share(self) -> None:
        rows = [Rule("dates", "day", "", 900, 1000)]
        assert estimate("dates", 900, 1000, rows) == Decimal("0.90")

    def test_of_few_finds_is_near_the_share_of_the_table(self) -> None:
        rows = [Rule("dates", "day", "", 98, 100), Rule("dates", "eve", "", 0, 1)]
        assert Decimal("0.7") < estimate("dates", 0, 1, rows) < Decimal("0.9")

    def test_is_less_as_the_table_is_right_less_often_elsewhere(self) -> None:
        rows = [Rule("dates", "day", "", 999, 1000)]
        assert estimate("dates", 999, 1000, rows, (899, 1000)) == Decimal("0.90")
        assert estimate("dates", 999, 1000, rows, (1000, 1000)) == Decimal("1.00")

    def test_of_nothing_found_says_nothing(self) -> None:
        assert estimate("dates", 0, 0, []) is None

    @given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
    def test_lies_between_nought_and_one(self, right: int, wrong: int, others: int, amiss: int) -> None:
        rows = [
            Rule("people", "a", "", right, right + wrong),
            Rule("people", "b", "", others, others + amiss),
        ]
        share = estimate("people", right, right + wrong, rows)
        assert share is None if right + wrong + others + amiss == 0 else 0 <= share <= 1

    def test_every_rule_that_finds_something_has_its_row(self, dataset: Dataset) -> None:
        named = {(t, r.rule) for t in TABLES[1:] for r in getattr(dataset, t)}
        assert named <= rules.rules().keys()

    def test_rows_say_what_is_written(self) -> None:
        assert all(rule.writing and 0 <= rule.right <= rule.found for rule in rules.rules().values())


class TestConfident:
    def test_leaves_out_what_is_less_sure(self, dataset: Dataset) -> None:
        levels = sorted({d.confidence for d in dataset.dates})
        assert len(levels) > 1
        sure = confident(dataset, levels[-1])
        assert {d.confidence for d in sure.dates} == {levels[-1]}
        assert sure.figures == dataset.figures  # nobody judged them
        assert sure.documents == dataset.documents

    def test_keeps_everything_at_nought(self, dataset: Dataset) -> None:
        assert confident(dataset, Decimal(0)) == dataset

    def test_nothing_refers_to_what_is_left_out(self, dataset: Dataset) -> None:
        for least in sorted({c.confidence for c in dataset.chambers} | {Decimal(1)}):
            sure = confident(dataset, least)
            known = {c.id for c in sure.chambers}
            referred = {d.donor_chamber for d in sure.donations} | {c.parent for c in sure.chambers}
            referred |= {office.chamber for p in sure.people for office in p.positions}
            assert referred - {None} <= known
            assert {d.date for d in sure.donations} - {None} <= {d.id for d in sure.dates}
