"""The example repository, from its documents to the checks that guard it; the hook and the action that it uses."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from tests.programs import python

EXAMPLE = ROOT / "examples" / "chamber-data"


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the working directory."""
    copy = Path(shutil.copytree(EXAMPLE, here / "repository"))
    monkeypatch.chdir(copy)
    return copy


def test_its_dataset_is_what_its_documents_say(cli, repository: Path) -> None:
    before = files(repository)
    (repository / "dataset.json").unlink()
    shutil.rmtree(repository / "tables")
    run = cli("documents/")
    assert (run.status, run.out) == (0, "")
    assert files(repository) == before, "stale: run `extract documents/` in examples/chamber-data"


def test_its_dataset_holds_together(cli, repository: Path) -> None:
    run = cli("validate", "dataset.json", "tables/", "--documents", "documents/")
    assert (run.status, run.out) == (0, "")


def test_its_gifts_count_once() -> None:
    """Read by hand: the masks are told in both documents and are part of the worth stated in the first."""
    gifts = json.loads((EXAMPLE / "dataset.json").read_text("utf-8"))["donations"]
    masks = [g for g in gifts if g["item"] == "医用口罩"]
    assert [(g["additive"], g["link_reason"]) for g in masks] == [(False, "total"), (False, "other_document")]
    cash = [
        g["amount"] for g in gifts if g["kind"] == "cash" and g["additive"] and g["donor_chamber"] is None
    ]
    assert sorted(cash) == [16_000_000, 20_000_000]


def test_its_own_chamber_is_known_by_its_short_names() -> None:
    (chamber,) = json.loads((EXAMPLE / "dataset.json").read_text("utf-8"))["chambers"]
    assert (chamber["name"], chamber["countries"]) == ("老挝琅勃拉邦中国商会", ["LA"])
    assert chamber["aliases"] == ["琅勃拉邦中国商会", "琅商会"]


def test_a_changed_document_is_found_out(cli, repository: Path) -> None:
    path = repository / "documents" / "2021-08-letter.txt"
    path.write_text(path.read_text("utf-8").replace("3600万", "4600万"), "utf-8")
    run = cli("validate", "dataset.json", "--documents", "documents/")
    assert run.status == 3
    assert "should be that of documents/2021-08-letter.txt, which has changed" in run.out
    cli("documents/")
    assert files(repository)["dataset.json"] != (EXAMPLE / "dataset.json").read_bytes()


@pytest.fixture(scope="module")
def read_yaml() -> Any:
    """Reads YAML files, with the help of another Python: the tests need none otherwise."""

    def read(path: Path) -> Any:
        code = f"import json, yaml; print(json.dumps(yaml.load(open({str(path)!r}), yaml.BaseLoader)))"
        return json.loads(python(code, ROOT))

    return read


def steps(action: dict[str, Any], **inputs: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The shell steps of the action after the installation, with their variables."""
    for step in action["runs"]["steps"]:
        if "run" in step and step["name"] != "Install":
            variables = {k: inputs[v[len("${{ inputs.") : -3]] for k, v in step.get("env", {}).items()}
            yield step["run"], variables


def test_the_action_runs_its_steps_on_it(repository: Path, read_yaml: Any) -> None:
    action = read_yaml(ROOT / "action.yml")
    workflow = read_yaml(repository / ".github" / "workflows" / "dataset.yml")
    used = workflow["jobs"]["dataset"]["steps"][1]["with"]
    assert set(used) <= set(action["inputs"])
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=repository, check=True)
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"

    def passes() -> bool:
        for script, variables in steps(action, **used):
            command = ["bash", "-euo", "pipefail", "-c", script]
            done = subprocess.run(
                command, cwd=repository, env={**variables, "PATH": path}, capture_output=True, check=False
            )
            if done.returncode:
                return False
        return True

    assert passes()
    path_of_letter = repository / "documents" / "2021-08-letter.txt"
    path_of_letter.write_text(path_of_letter.read_text("utf-8").replace("3600万", "4600万"), "utf-8")
    assert not passes(), "the dataset changed, and the action did not say so"


def test_the_hooks_run_on_it(cli, repository: Path, read_yaml: Any) -> None:
    hooks = {hook["id"]: hook for hook in read_yaml(ROOT / ".pre-commit-hooks.yaml")}
    used = read_yaml(repository / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["id"] for hook in used} == set(hooks)
    checking = hooks["extract-validate"]["entry"].split()[1:]
    assert cli(*checking, "dataset.json").status == 0
    (repository / "dataset.json").write_text("{}")
    assert cli(*checking, "dataset.json").status == 3
    hook = hooks["extract-dataset"]
    assert cli(*hook["entry"].split()[1:], *hook["args"]).status == 0
    assert files(repository) == files(EXAMPLE)
