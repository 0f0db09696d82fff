"""The overlap policy."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from chamber_extract.mention import Mention
from chamber_extract.overlap import YIELDS, settle


def at(kind: str, start: int, end: int, rule: str = "r") -> Mention:
    return Mention(kind, start, end, None, rule)


def kept(*mentions: Mention) -> list[tuple[str, int, int]]:
    settled = settle(mentions)
    return sorted((m.kind, m.start, m.end) for kind in settled for m in settled[kind])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([(0, 3), (3, 6)], [(0, 3), (3, 6)], id="touching spans do not overlap"),
        pytest.param([(0, 3), (1, 6)], [(1, 6)], id="the longest stands"),
        pytest.param([(2, 5), (0, 3)], [(0, 3)], id="of two as long the leftmost stands"),
        pytest.param([(0, 10), (2, 4), (5, 7)], [(0, 10)], id="what is inside goes"),
        pytest.param([(4, 9), (0, 5), (8, 12)], [(0, 5), (8, 12)], id="what fell makes no other fall"),
        pytest.param([(0, 4), (0, 4)], [(0, 4)], id="one of two on the same span"),
    ],
)
def test_within_a_kind(given: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    for order in (given, given[::-1]):
        assert [("chamber", *span) for span in expected] == kept(*(at("chamber", *span) for span in order))


@pytest.mark.parametrize("kind", YIELDS)
@pytest.mark.parametrize("other", YIELDS)
def test_across_kinds_yields_decides(kind: str, other: str) -> None:
    if kind == other:
        return
    expected = {(kind, 0, 4), (other, 3, 5)}
    if other in YIELDS[kind]:
        expected.discard((kind, 0, 4))
    if kind in YIELDS[other]:
        expected.discard((other, 3, 5))
    assert sorted(expected) == kept(at(kind, 0, 4), at(other, 3, 5))


def test_a_date_yields_to_a_document_number_and_not_to_a_title() -> None:
    date = at("date", 2, 4)
    assert kept(date, at("policy", 0, 6, "number")) == [("policy", 0, 6)]
    assert kept(date, at("policy", 0, 6, "series")) == [("policy", 0, 6)]
    assert kept(date, at("policy", 0, 6, "title")) == [("date", 2, 4), ("policy", 0, 6)]


def test_the_same_span_by_two_rules_goes_to_the_first_by_name() -> None:
    (stands,) = settle([at("date", 0, 4, "b"), at("date", 0, 4, "a")])["date"]
    assert stands.rule == "a"


def test_result_is_free_of_overlap_in_order_and_independent_of_order() -> None:
    rng = random.Random(7)
    mentions = [
        at(rng.choice(list(YIELDS)), s, s + rng.randint(1, 9)) for s in rng.choices(range(400), k=300)
    ]
    settled = settle(mentions)
    for found in settled.values():
        assert all(a.end <= b.start for a, b in pairwise(found))
    rng.shuffle(mentions)
    assert kept(*mentions) == sorted((m.kind, m.start, m.end) for ms in settled.values() for m in ms)


def test_time_grows_with_the_number_of_mentions() -> None:
    def seconds(n: int) -> float:
        mentions = [at("figure", 3 * i, 3 * i + 2) for i in range(n)] + [
            at("date", 9 * i, 9 * i + 4) for i in range(n)
        ]
        began = time.process_time()
        settle(mentions)
        return time.process_time() - began

    seconds(1000)
    assert seconds(40_000) < 60 * max(seconds(4_000), 0.005)  # all pairs would take a hundred times as long
