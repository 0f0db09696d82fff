"""What the tests share: the repository, the dataset of its seeds, and the command line run in this process."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chamber_extract.models import Dataset

if TYPE_CHECKING:  # loads all that extracts, for which the process that only hands out the tests would wait
    from chamber_extract.records import Records

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

# Programs that make the documents of the tests; they need what the tests do not.
collect_ignore_glob = ["documents/make*.py"]


@dataclass(frozen=True, slots=True)
class Run:
    """What a command line came to."""

    status: int
    out: str
    err: str


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Runs `extract` with the arguments, in this process and in the present folder.

    As for a process of its own, the chambers that a run adds are known to it alone.
    """

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        from chamber_extract import gazetteer
        from chamber_extract.cli import main

        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
        with monkeypatch.context() as patched:
            patched.setattr(gazetteer, "_own", ())
            patched.setattr(sys, "argv", ["extract", *map(str, arguments)])
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            for name, stream in streams.items():
                patched.setattr(sys, name, stream)
            handlers = {number: signal.getsignal(number) for number in (signal.SIGPIPE, signal.SIGTERM)}
            try:
                main()
                status = 0
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else int(end.code is not None)
            finally:
                for number, handler in handlers.items():
                    signal.signal(number, handler)
        texts = []
        for stream in streams.values():
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
        return Run(status, *texts)

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def read_once() -> dict[str, Records]:
    """What each seed says, by its path as `extract seeds/` gives it."""
    from chamber_extract.pipeline import extract_inputs
    from chamber_extract.sources import Input

    return {r.document.path: r for r in extract_inputs(Input(f"seeds/{p.name}", p) for p in SEEDS)}


@pytest.fixture(scope="session")
def dataset(read_once: dict[str, Records]) -> Dataset:
    """The dataset of seeds/."""
    from chamber_extract.dataset import merge

    return merge(read_once.values())


@pytest.fixture(scope="session")
def alone(read_once: dict[str, Records]) -> dict[str, Dataset]:
    """Each seed's dataset by itself, by its path."""
    from chamber_extract.dataset import merge

    return {path: merge([records]) for path, records in read_once.items()}


@pytest.fixture(scope="session")
def texts(dataset: Dataset) -> dict[str, str]:
    """The seeds as they are on disk, by the id of their document."""
    return {d.id: (ROOT / d.path).read_bytes().decode("utf-8-sig") for d in dataset.documents}
