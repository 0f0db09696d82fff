"""The command line, thin for now."""

from __future__ import annotations

import sys
from pathlib import Path

from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:] if not a.startswith("-") and a != "json"]
    files = sorted(f for p in paths for f in (p.rglob("*.txt") if p.is_dir() else [p]))
    dataset = extract_sources(Source(f.as_posix(), f.read_bytes()) for f in files)
    sys.stdout.write(dataset.model_dump_json(indent=2) + "\n")
