"""What one can look at: the text that offsets count, and what a phrase says."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from chamber_extract.cli.program import TROUBLE, app, read_day, stop
from chamber_extract.errors import ReadError, UsageError


@app.command("text")
def show_text(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.")],
    document: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Which one, by its path in the dataset, where there are several."),
    ] = None,
) -> None:
    """The text of a document, to the character that of which the dataset's offsets are.

    \b
    extract text report.pdf
    extract text crawl.zip --document crawl.zip/report.pdf
    """
    from chamber_extract import sources
    from chamber_extract.pipeline import read_text

    texts = list(read_text(sources.find([path]), document))
    if len(texts) != 1:
        number = f"{len(texts)} documents: name one" if texts else "no such document: see documents[].path"
        raise UsageError(f"{path}: {number} with --document")
    try:
        sys.stdout.write(texts[0]())
    except ReadError as error:
        stop(f"{document or path}: {error}", TROUBLE)


@app.command()
def normalize(
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="Phrases; - for standard input, a phrase a line.")
    ],
    reference: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day that 去年 or 1月28日 is seen from: 2020-03-01."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="json|table", help="A table is for people.")
    ] = "json",
) -> None:
    """Show what the normaliser makes of phrases: numbers, money, shares and dates as exact values.

    \b
    extract normalize 捐款折合人民币197余万元
    extract normalize --reference 2020-03-24 去年上半年 1月28日 --format table
    """
    from chamber_extract.writers import phrases
    from chamber_extract.writers.structured import json_value

    if form not in ("json", "table"):
        raise UsageError(f"unknown format {form!r}: choose one of json, table")
    day = read_day(reference)
    if "-" in texts:
        lines = sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()
        texts = [line for text in texts for line in (lines if text == "-" else [text])]
    answers = phrases.answers(texts, day)
    if form == "json":
        sys.stdout.writelines(json_value(answers))
    else:
        _print_table(phrases.COLUMNS, [phrases.cells(row) for answer in answers for row in answer["found"]])


def _print_table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    Console(markup=False).print(table)
