"""Trades in the names of associations (服装, 餐饮, 律师): what tells an industry's body from a place's."""

from __future__ import annotations

from functools import cache

from chamber_extract import gazetteer


@cache
def _trades() -> frozenset[str]:
    return frozenset(row["trade"] for row in gazetteer.table("trades"))


@cache
def _longest() -> int:
    return max(map(len, _trades()))


def is_trade(word: str) -> bool:
    """Whether the folded word names a trade and nothing more."""
    return word in _trades()


def holds_trade(text: str) -> bool:
    """Whether a trade is named anywhere in the folded text."""
    return any(
        text[i:j] in _trades()
        for i in range(len(text))
        for j in range(i + 1, min(len(text), i + _longest()) + 1)
    )
