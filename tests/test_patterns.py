"""Patterns written as formatted strings repeat what they say they repeat."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "chamber_extract"
FILES = sorted(PACKAGE.rglob("*.py"))


def counts_as_values(source: str) -> list[str]:
    """The numbers that stand in single braces: {1,14} in a formatted string is the value (1, 14), no repeat."""
    return [
        ast.unparse(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_repeat_is_taken_for_a_value(path: Path) -> None:
    assert counts_as_values(path.read_text("utf-8")) == []


def test_a_repeat_in_single_braces_is_seen() -> None:
    assert counts_as_values('rf"a{1,14}b{2}{name}"') == ["(1, 14)", "2"]
    assert counts_as_values('rf"a{{1,14}}{name}"; r"a{1,14}"') == []
