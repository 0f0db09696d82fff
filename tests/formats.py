"""Size and time of each output format: `python -m tests.formats [RECORDS]` prints the table of docs/outputs.md.

The records are those of seeds/, again and again under other ids, until there are as many as asked for
(100,000). Times are of writing alone, one process; sizes as they are on disk.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from chamber_extract import extract
from chamber_extract.models import TABLES, Dataset
from chamber_extract.writers import FORMATS, Options, opened
from chamber_extract.writers.structured import json_text

ROOT = Path(__file__).parent.parent
_ID = re.compile(r'"([a-z]{3})-([0-9a-f]{11})[0-9a-f]{5}"')


def repeated(dataset: Dataset, records: int) -> Dataset:
    """At least as many records, copies of the dataset's, each copy with ids of its own."""
    text = "".join(json_text(dataset))
    size = sum(len(getattr(dataset, table)) for table in TABLES)
    tables: dict[str, list] = {table: [] for table in TABLES}
    for copy in range(-(-records // size)):

        def renamed(m: re.Match[str], copy: int = copy) -> str:
            return f'"{m[1]}-{m[2]}{copy:05x}"'

        part = Dataset.model_validate_json(_ID.sub(renamed, text))
        for table in TABLES:
            tables[table] += getattr(part, table)
    return dataset.model_copy(update=tables)


def measured(write: Callable[[], None], target: Path) -> tuple[float, int]:
    """Seconds, and bytes of the file or folder."""
    start = time.perf_counter()
    write()
    seconds = time.perf_counter() - start
    files = [target] if target.is_file() else list(target.iterdir())
    return seconds, sum(file.stat().st_size for file in files)


def table(dataset: Dataset) -> str:
    """The rows of the table, in Markdown."""
    lines = ["| format | seconds | MB |", "|---|--:|--:|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, form in FORMATS.items():
            target = Path(folder, f"{name}") if form.folder else Path(folder, f"x{form.suffixes[0]}")

            def write(name: str = name, target: Path = target) -> None:
                with opened(f"{target}/" if FORMATS[name].folder else str(target), name, Options()) as put:
                    put(dataset)

            seconds, size = measured(write, target)
            lines.append(
                f"| {name}{', a folder' if form.folder else ''} | {seconds:.1f} | {size / 1e6:.1f} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(table(repeated(extract(ROOT / "seeds"), asked)), end="")
