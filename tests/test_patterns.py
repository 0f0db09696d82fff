"""Patterns written as formatted strings repeat what they say they repeat."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "chamber_extract"
FILES = sorted(PACKAGE.rglob("*.py"))


def counts_as_values(source: str) -> list[str]:
    """The numbers that stand in single braces: {1,14} in a formatted string is the value (1, 14), no repeat."""
    return [
        ast.unparse(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]


def test_no_repeat_is_taken_for_a_value() -> None:
    counts = {str(p.relative_to(PACKAGE)): counts_as_values(p.read_text("utf-8")) for p in FILES}
    assert len(counts) > 20
    assert {name: found for name, found in counts.items() if found} == {}


def test_a_repeat_in_single_braces_is_seen() -> None:
    assert counts_as_values('rf"a{1,14}b{2}{name}"') == ["(1, 14)", "2"]
    assert counts_as_values('rf"a{{1,14}}{name}"; r"a{1,14}"') == []
