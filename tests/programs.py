"""Other people's programs that open what this one writes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

CHECKERS = ROOT / ".checkers" / "bin"


def program(name: str) -> str:
    """The path of a program of `make checkers`, or of the machine. Without it the test is skipped, but not in CI."""
    found = shutil.which(name, path=f"{CHECKERS}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        reason = f"{name} is not here: make checkers, or the system's package; CI has it"
        assert "CI" not in os.environ, reason
        pytest.skip(reason)
    return found


def run(name: str, *arguments: object, folder: Path | None = None, text: str | None = None) -> str:
    """What the program prints. Fails where the program does."""
    command = [program(name), *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def python(code: str, folder: Path) -> str:
    """What the code prints in the Python of `make checkers`, which has pandas and DuckDB."""
    program("frictionless")  # there together or not at all
    return run(str(CHECKERS / "python"), "-c", code, folder=folder)
