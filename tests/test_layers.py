"""Which file may import which: none from a layer above its own, and never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "chamber_extract"

# The first name that fits a module decides. `readers` and `extractors` are reached through their registries.
LAYERS: dict[str, int] = {
    "errors": 0,
    "ids": 0,
    "models": 0,
    "normalize": 1,
    "weights": 0,
    "text": 2,
    "layout": 2,
    "segment": 2,
    "gazetteer": 2,
    "mention": 2,
    "readers": 3,
    "containers": 3,
    "extractors": 4,
    "overlap": 5,
    "relate": 5,
    "rules": 5,
    "grounds": 5,
    "records": 5,
    "dataset": 5,
    "repeats": 5,
    "sources": 6,
    "writers": 6,
    "schema": 6,
    "validate": 6,
    "config": 6,
    "pipeline": 7,
    "library": 7,
    "cli": 8,
    "__main__": 8,
}
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def module(path: Path) -> str:
    """The dotted name below the package; empty for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(p) for p in FILES}


def imports(path: Path) -> Iterator[str]:
    """The project's modules that a file imports at any place, as dotted names below the package."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "chamber_extract":
            base = ".".join((node.module or "").split(".")[1:])
            for alias in node.names:
                inner = f"{base}.{alias.name}".strip(".")
                yield inner if inner in MODULES else base
        elif isinstance(node, ast.Import):
            yield from (
                ".".join(alias.name.split(".")[1:])
                for alias in node.names
                if alias.name.startswith("chamber_extract.")
            )


def layer(name: str) -> int:
    return LAYERS[name.split(".")[0]]


def test_the_walk_sees_the_package() -> None:
    assert len(FILES) > 20
    assert "chamber_extract" not in {m.split(".")[0] for p in FILES for m in imports(p)}
    assert {"normalize.values", "models"} <= set(imports(PACKAGE / "records.py"))


def test_nothing_is_imported_from_above() -> None:
    # The package's own file is the library's door: it loads what is asked for.
    above = {
        name: {m for m in imports(p) if m and layer(m) > layer(name)} for p in FILES if (name := module(p))
    }
    assert {name: found for name, found in above.items() if found} == {}


def test_no_file_imports_itself_by_way_of_others() -> None:
    graph = {module(p): {m for m in imports(p) if m != module(p)} for p in FILES if module(p)}
    assert len(tuple(TopologicalSorter(graph).static_order())) >= len(graph)


@pytest.mark.parametrize("kind", ["chambers", "people", "dates", "figures", "policies"])
def test_extractors_know_nothing_of_one_another(kind: str) -> None:
    others = {f"extractors.{k}" for k in ("chambers", "people", "dates", "figures", "policies") if k != kind}
    files = sorted((PACKAGE / "extractors" / kind).glob("*.py"))
    assert files
    for path in files:
        assert not {m for m in imports(path) if any(f"{m}.".startswith(f"{o}.") for o in others)}, path


def test_only_the_command_line_knows_typer_and_rich() -> None:
    for path in FILES:
        for node in ast.walk(parsed(path)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            heads = {name.split(".")[0] for name in names}
            assert path.parent.name == "cli" or not heads & {"typer", "rich"}, path
