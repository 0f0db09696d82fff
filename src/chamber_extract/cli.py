"""The command line: parse, call, print. What takes time to import is imported where it is used."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from chamber_extract import __version__
from chamber_extract.errors import ReadError, UsageError

TROUBLE, USAGE, VIOLATIONS = 1, 2, 3  # exit status, see the root help


class DefaultCommand(TyperGroup):
    """`extract PATH...` is `extract run PATH...`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `run` before arguments that begin with no command and none of the root's own options."""
        first = args[0] if args else "--help"
        own = (*self.commands, "--help", "-h", "--version")
        if first not in own and not first.endswith("-completion"):
            near = [] if "." in first or "/" in first else get_close_matches(first, self.commands, n=1)
            if near and not os.path.lexists(first):
                ctx.fail(f"no such file or command {first!r}: did you mean {near[0]!r}?")
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=DefaultCommand,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """The program: every error becomes a line on standard error and an exit status, never a traceback."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `extract ... | head` ends quietly
    if sys.stdout is None:
        _stop("standard output is closed", USAGE)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that unfinished files are taken away
    try:
        app(prog_name="extract")
    except UsageError as error:
        _stop(str(error), USAGE)
    except OSError as error:
        _stop(f"{error.filename or 'standard output'}: {error.strerror}", USAGE)
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        _stop(f"a fault of chamber-extract itself, please report it: {fault}", TROUBLE)


def _say(message: str) -> None:
    for line in message.splitlines():
        print(f"extract: {line}", file=sys.stderr)


def _stop(message: str, status: int) -> NoReturn:
    _say(message)
    raise SystemExit(status)


def _version(asked: bool) -> None:
    if asked:
        print(f"chamber-extract {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Chambers of commerce, people, dates, donations and policies from Chinese documents.

    \b
    extract seeds/                              the dataset of a folder, as JSON
    extract a.txt b.md -o dataset.json          of files, into a file
    extract seeds/ -o csv/                      every table as a CSV file, for spreadsheets
    extract seeds/ -f csv --table donations     one table
    cat a.txt | extract -                       standard input
    extract normalize 197余万元                 what a phrase says, exactly
    extract text report.pdf                     the text that the dataset's offsets count
    extract run --help                          all options of the extraction

    A path with the name of a command is written ./schema.

    \b
    Exit status: 0 all well, 1 some input could not be read (the rest is written),
    2 wrong usage, 3 validation found violations.
    """


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
    from chamber_extract.gazetteer import add_chambers
    from chamber_extract.gazetteer.own import read
    from chamber_extract.pipeline import extract_inputs
    from chamber_extract.rules import confident

    style = writers.Options(table, headers, bom, encoding, escape_formulas)
    targets = writers.targets(output or ["-"], form, style)
    for file in own or []:
        add_chambers(read(Path(file)))
    inputs = sources.find(paths)
    intake = sources.Options(text_field, _day(published) and published, main_only)
    with writers.all_opened(targets, style) as write:
        dataset = confident(
            merge(extract_inputs(_tracked(inputs, quiet), intake)), Decimal(str(min_confidence))
        )
        write(dataset)
    failed = [d for d in dataset.documents if d.characters is None]
    for document in failed if quiet else dataset.documents:
        for problem in document.problems:
            _say(f"{document.path}: {'' if document in failed else 'warning: '}{problem.message}")
    raise typer.Exit(TROUBLE if failed else 0)


def _tracked(inputs: list[Any], quiet: bool) -> Iterable[Any]:
    """The inputs, with a bar on standard error where a person looks on."""
    if quiet or len(inputs) < 2 or not sys.stderr.isatty():
        return inputs
    from rich.console import Console
    from rich.progress import track

    return track(inputs, description="extract", console=Console(stderr=True), transient=True)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(f"{written!r} is no date: write it as 2020-03-01") from None


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
        _stop(f"{document or path}: {error}", TROUBLE)


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
            _stop("\n".join(f"{path} {remedy}" for path in wrong), VIOLATIONS)
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
            _say(f"{name}: {error}")
            status = status or TROUBLE
            continue
        if found:
            status = VIOLATIONS
        elif not quiet:
            _say(f"{name}: valid")
    raise typer.Exit(status)


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
    day = _day(reference)
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
