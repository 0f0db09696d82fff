"""`extract PATH...`: from documents to a dataset."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from chamber_extract.cli.program import TROUBLE, app, read_day, say


def _configure(context: typer.Context, file: str | None) -> str | None:
    """What the settings say becomes the options' defaults."""
    from chamber_extract import config

    names = {"format": "form", "add_bom": "bom", "gazetteer": "own"}
    found = config.load(Path(file) if file else None)
    context.default_map = {names.get(name, name): value for name, value in found.items()}
    return file


@app.command("run")
def run(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files, folders (walked for documents), archives, or - for standard input."
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="json|jsonl|csv|xlsx|sqlite|parquet|ftm",
            help="Output format; else as --output is named, else json.",
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER/",
            help="Write there; a folder gets every table as CSV (or parquet), with a datapackage.json. "
            "May be repeated.",
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Only this table: documents, chambers, people, dates, donations, policies, figures; "
            "in csv and parquet also mentions (the default), sections and positions.",
        ),
    ] = None,
    headers: Annotated[
        str, typer.Option(metavar="en|zh", help="Column names of csv, xlsx and parquet: 金额 for amount.")
    ] = "en",
    bom: Annotated[
        bool | None,
        typer.Option("--add-bom/--no-add-bom", help="Byte order mark of csv; by default in files."),
    ] = None,
    encoding: Annotated[
        str, typer.Option(metavar="NAME", help="Of csv: gb18030 for old spreadsheets.")
    ] = "utf-8",
    escape_formulas: Annotated[
        bool,
        typer.Option(
            "--escape-formulas/--no-escape-formulas",
            help="An apostrophe before text of csv that a spreadsheet would run.",
        ),
    ] = True,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0, max=1, metavar="0..1", help="Leave out records whose rule was right less often than that."
        ),
    ] = 0,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of documents that do not say theirs: 2020-03-01."),
    ] = None,
    text_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The column of CSV and JSON Lines that holds the text."),
    ] = None,
    main_only: Annotated[
        bool,
        typer.Option("--main-only", help="Leave out what stands around a page's text: menus, other news."),
    ] = False,
    ner: Annotated[
        bool,
        typer.Option(
            "--ner",
            help="Also people whom a model sees and the rules do not: needs pip install 'chamber-extract[ner]'.",
        ),
    ] = False,
    own: Annotated[
        list[str] | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            help="Chambers of your own: CSV with name, aliases (a;b), type, country, source. May be repeated.",
        ),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            is_eager=True,
            callback=_configure,
            help="Settings; else extract.toml or [tool.extract] in pyproject.toml of the present folder.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Neither progress nor warnings, errors alone.")
    ] = False,
) -> None:
    """Extract the dataset of documents (the default command: the word run can be left out).

    \b
    extract seeds/ --format json
    extract seeds/ --format csv --table donations > donations.csv
    extract reports/ letter.txt --output dataset.jsonl
    """
    from chamber_extract import sources, writers
    from chamber_extract.dataset import merge
    from chamber_extract.extractors.people import model as people_model
    from chamber_extract.gazetteer import add_chambers
    from chamber_extract.gazetteer.own import read
    from chamber_extract.pipeline import extract_inputs
    from chamber_extract.rules import confident

    style = writers.Options(table, headers, bom, encoding, escape_formulas)
    targets = writers.targets(output or ["-"], form, style)
    for file in own or []:
        add_chambers(read(Path(file)))
    supplements = (people_model.supplement(),) if ner else ()
    inputs = sources.find(paths)
    intake = sources.Options(text_field, read_day(published) and published, main_only)
    with writers.all_opened(targets, style) as write:
        dataset = confident(
            merge(extract_inputs(_tracked(inputs, quiet), intake, supplements)), Decimal(str(min_confidence))
        )
        write(dataset)
    failed = [d for d in dataset.documents if d.characters is None]
    for document in failed if quiet else dataset.documents:
        for problem in document.problems:
            say(f"{document.path}: {'' if document in failed else 'warning: '}{problem.message}")
    raise typer.Exit(TROUBLE if failed else 0)


def _tracked(inputs: list[Any], quiet: bool) -> Iterable[Any]:
    """The inputs, with a bar on standard error where a person looks on."""
    if quiet or len(inputs) < 2 or not sys.stderr.isatty():
        return inputs
    from rich.console import Console
    from rich.progress import track

    return track(inputs, description="extract", console=Console(stderr=True), transient=True)
