"""The JSON Schemas: current, well formed, and true of what the tool writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator

from chamber_extract.models import SCHEMA_VERSION, Dataset
from chamber_extract.schema import SCHEMAS, schema, schema_files
from chamber_extract.writers.structured import json_text
from tests import contract


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {p.name: p.read_text("utf-8") for p in (ROOT / "schemas").glob("*.json")}
    assert committed == schema_files(), "stale: run `make schemas`"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_2020_12_with_a_versioned_id(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:chamber-extract:{SCHEMA_VERSION}:{name}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_required_and_none_other_allowed(name: str) -> None:
    for part in (schema(name), *schema(name).get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


def test_numbers_are_numbers() -> None:
    types = [option["type"] for option in schema("donation")["properties"]["amount"]["anyOf"]]
    assert types == ["number", "null"]


def test_the_seeds_dataset_fits(dataset: Dataset) -> None:
    validator = Draft202012Validator(schema("dataset"), format_checker=Draft202012Validator.FORMAT_CHECKER)
    validator.validate(json.loads("".join(json_text(dataset))))


def test_the_command_writes_and_checks_them(cli, here: Path) -> None:
    stale = cli("schema", "--check")
    assert (stale.status, stale.err.count("is stale")) == (3, len(schema_files()))
    assert cli("schema", "--output", "schemas").status == 0
    assert cli("schema", "--check").status == 0
    assert {p.name: p.read_text("utf-8") for p in (here / "schemas").iterdir()} == schema_files()
    (here / "schemas" / "date.schema.json").write_text("{}")
    assert re.findall(r"schemas/(\S+) is stale", cli("schema", "--check").err) == ["date.schema.json"]


def test_the_command_shows_one(cli) -> None:
    assert json.loads(cli("schema").out) == schema("dataset")
    assert json.loads(cli("schema", "donation").out) == schema("donation")
    unknown = cli("schema", "gift")
    assert (unknown.status, unknown.out) == (2, "")
    assert "choose one of dataset, document" in unknown.err


class TestVersion:
    """The version of the data model says what a reader of datasets can rely on."""

    def test_a_changed_shape_has_a_new_version(self) -> None:
        assert contract.recorded().get(SCHEMA_VERSION) == contract.fingerprint(), (
            "fields, types or columns changed: change SCHEMA_VERSION as CONTRIBUTING.md says, "
            "then python -m tests.contract --update"
        )

    def test_versions_only_go_up(self) -> None:
        versions = [tuple(map(int, version.split("."))) for version in contract.recorded()]
        assert versions == sorted(set(versions))
        assert tuple(map(int, SCHEMA_VERSION.split("."))) == versions[-1]

    @pytest.mark.parametrize(
        ("change", "counts"),
        [
            (lambda s: s["properties"].pop("amount"), True),
            (lambda s: s["properties"].update(colour={"type": "string"}), True),
            (lambda s: s["properties"]["scope"].update(enum=["one", "many"]), True),
            (lambda s: s["required"].remove("amount"), True),
            (lambda s: s["properties"].update(title={"type": "string"}), True),
            (lambda s: s["properties"]["amount"].update(description="other words"), False),
            (lambda s: s.update(title="Gift"), False),
        ],
    )
    def test_a_shape_is_fields_types_and_choices(self, change: Callable[[Any], object], counts: bool) -> None:
        before, after = schema("donation"), schema("donation")
        change(after)
        assert (contract.shape(before) != contract.shape(after)) == counts
