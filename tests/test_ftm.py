"""FollowTheMoney: entities that its own tools accept, with every payment there once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from chamber_extract.models import Dataset
from chamber_extract.writers import Options
from chamber_extract.writers.ftm import entities
from tests.programs import python


@pytest.fixture(scope="module")
def found(dataset: Dataset) -> list[dict[str, Any]]:
    return [json.loads(line) for line in entities(dataset, Options())]


def of(found: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [e for e in found if e["schema"] == schema]


@pytest.fixture(scope="module")
def made(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two commands of ftm make of them, run in one process: valid.ijson and graph.cypher."""
    folder = tmp_path_factory.mktemp("ftm")
    (folder / "x.ijson").write_text("".join(entities(dataset, Options())), "utf-8")
    code = (
        "from followthemoney.cli.cli import cli\n"
        "cli(['validate', '-i', 'x.ijson', '-o', 'valid.ijson'], standalone_mode=False)\n"
        "cli(['export-cypher', '-i', 'x.ijson', '-o', 'graph.cypher'], standalone_mode=False)\n"
    )
    python(code, folder)
    return folder


def test_ftm_accepts_them_and_keeps_them_all(found: list[dict[str, Any]], made: Path) -> None:
    kept = [json.loads(line) for line in (made / "valid.ijson").read_text("utf-8").splitlines()]
    assert {e["id"]: e["schema"] for e in kept} == {e["id"]: e["schema"] for e in found}
    before = {e["id"]: e for e in found}
    for entity in kept:
        assert set(before[entity["id"]]["properties"]) == set(entity["properties"]), "ftm threw a value away"


def test_a_graph_comes_of_them(made: Path) -> None:
    script = (made / "graph.cypher").read_text("utf-8")
    assert "MERGE" in script
    assert json.dumps("越南中国商会").strip('"') in script


def test_ids_stand_once_and_lead_somewhere(found: list[dict[str, Any]]) -> None:
    ids = [e["id"] for e in found]
    assert len(set(ids)) == len(ids)
    for entity in found:
        for name in ("member", "organization", "payer", "beneficiary", "parent", "proof"):
            assert set(entity["properties"].get(name, [])) <= set(ids)


def test_payments_are_the_gifts_that_can_be_added_up(dataset: Dataset, found: list[dict[str, Any]]) -> None:
    gifts = {g.id: g for g in dataset.donations if g.additive and g.donor and g.recipient}
    payments = of(found, "Payment")
    assert {p["id"] for p in payments} == set(gifts)
    sums = {p["id"]: p["properties"].get("amount") for p in payments}
    assert all((sums[i] is None) == (g.amount is None) for i, g in gifts.items())


def test_organisations_are_the_chambers(dataset: Dataset, found: list[dict[str, Any]]) -> None:
    assert [o["properties"]["name"] for o in of(found, "Organization")] == [
        [c.name] for c in dataset.chambers
    ]
    assert len(of(found, "Person")) == len(dataset.people)
    assert len(of(found, "Membership")) == sum(bool(o.chamber) for p in dataset.people for o in p.positions)
