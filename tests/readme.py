"""What the README shows, made anew: `python -m tests.readme` rewrites it, a test compares.

In a console block each line after `$ ` is run by bash, in order, in a folder with seeds/; what
follows is what it prints. The accuracy table comes from the record in tests/gold/baseline.json.
Blocks of `sh` are not run: they install. Blocks of `pycon` are doctests of their own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import evaluate

README = evaluate.ROOT / "README.md"
OUTPUTS = evaluate.ROOT / "docs" / "outputs.md"  # its commands run in the example repository
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ACCURACY = re.compile(r"(?<=<!-- accuracy -->\n).*?(?=<!-- end -->)", re.DOTALL)


def commands(readme: str) -> list[str]:
    """The commands of the console blocks."""
    return [
        line[2:] for block in CONSOLE.findall(readme) for line in block.splitlines() if line.startswith("$ ")
    ]


def rendered(readme: str) -> str:
    """The README with what its commands print now. Raises CalledProcessError where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(evaluate.ROOT / "seeds", Path(folder, "seeds"))
        settings = _settings(_programs(), sys.path)
        readme = CONSOLE.sub(lambda block: f"```console\n{_session(block[1], folder, settings)}```", readme)
    report = json.loads(evaluate.BASELINE.read_text("utf-8"))["report"]
    tables = "\n".join(f"\n**{name}**\n\n" + "\n".join(lines) + "\n" for name, lines in report.items())
    return ACCURACY.sub(lambda _: tables + "\n", readme)


def outputs(page: str) -> str:
    """The page on outputs with what its commands print now; `python` there is that of `make checkers`."""
    with tempfile.TemporaryDirectory() as folder:
        example = Path(shutil.copytree(evaluate.ROOT / "examples" / "chamber-data", Path(folder, "example")))
        (example / "extract.toml").unlink()  # the page says what is written where
        checkers = evaluate.ROOT / ".checkers" / "bin"
        settings = _settings(f"{checkers}{os.pathsep}{_programs()}", [str(evaluate.ROOT / "src")])
        return CONSOLE.sub(lambda block: f"```console\n{_session(block[1], str(example), settings)}```", page)


def _settings(path: str, packages: list[str]) -> dict[str, str]:
    """The environment of the commands."""
    return {**os.environ, "COLUMNS": "100", "PATH": path, "PYTHONPATH": os.pathsep.join(packages)}


def _programs() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def _session(block: str, folder: str, settings: dict[str, str]) -> str:
    """The block's commands, each followed by what it prints."""
    shown = ""
    for command in commands(f"```console\n{block}```"):
        run = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=folder,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=True,
        )
        shown += f"$ {command}\n{run.stdout}"
    return shown


if __name__ == "__main__":
    for page, make in ((README, rendered), (OUTPUTS, outputs)):
        page.write_text(make(page.read_text("utf-8")), "utf-8")
