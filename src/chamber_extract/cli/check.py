"""Datasets against the data model, and its schemas."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from chamber_extract.cli.program import TROUBLE, VIOLATIONS, app, say, stop
from chamber_extract.errors import ReadError, UsageError


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(help="dataset (the default), or a record such as donation.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FOLDER", help="Write all schemas there.")
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Compare FOLDER (default: schemas) with the models, exit 3 if stale."),
    ] = False,
) -> None:
    """The JSON Schemas (2020-12) of the dataset and its records."""
    from chamber_extract.schema import SCHEMAS, schema_files, stale
    from chamber_extract.writers.files import replacing

    texts = schema_files()
    if name is not None and name not in SCHEMAS:
        raise UsageError(f"unknown schema {name!r}: choose one of {', '.join(SCHEMAS)}")
    if check:
        folder = Path(output or "schemas")
        if wrong := stale(folder):
            remedy = f"is stale: run extract schema --output {folder}"
            stop("\n".join(f"{path} {remedy}" for path in wrong), VIOLATIONS)
    elif output:
        with replacing([Path(output, n) for n in texts]) as files:
            for path, file in files.items():
                file.write(texts[path.name].encode())
    else:
        print(texts[f"{name or 'dataset'}.schema.json"], end="")


@app.command()
def validate(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Datasets: json, jsonl, csv, a folder of csv, xlsx, sqlite; - for standard input.",
        ),
    ],
    documents: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="The documents, to compare every quote with; may be repeated."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing of files that are well.")] = False,
) -> None:
    """Check datasets against the data model: shape, unique ids, references, quotes. Files of any size stream.

    Each violation is a line on standard output: file, record, field, what should be and what is.
    """
    from chamber_extract import validate as checking

    status = 0
    for name in files:
        found = False
        try:
            quoted = documents or []
            violations = (
                checking.validate_stream(sys.stdin.buffer, quoted)
                if name == "-"
                else checking.validate(name, quoted)
            )
            for violation in violations:
                found = True
                print(f"{name}: {violation}")
        except ReadError as error:
            say(f"{name}: {error}")
            status = status or TROUBLE
            continue
        if found:
            status = VIOLATIONS
        elif not quiet:
            say(f"{name}: valid")
    raise typer.Exit(status)
