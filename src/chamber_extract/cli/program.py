"""The program: its commands' group, its errors, its exit status."""

from __future__ import annotations

import gc
import os
import signal
import sys
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from chamber_extract import __version__
from chamber_extract.errors import UsageError

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
    gc.set_threshold(20_000)  # tables and patterns, which are kept, need not be walked hundreds of times
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `extract ... | head` ends quietly
    if sys.stdout is None:
        stop("standard output is closed", USAGE)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that unfinished files are taken away
    try:
        app(prog_name="extract")
    except UsageError as error:
        stop(str(error), USAGE)
    except OSError as error:
        stop(f"{error.filename or 'standard output'}: {error.strerror}", USAGE)
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        stop(f"a fault of chamber-extract itself, please report it: {fault}", TROUBLE)


def say(message: str) -> None:
    for line in message.splitlines():
        print(f"extract: {line}", file=sys.stderr)


def stop(message: str, status: int) -> NoReturn:
    say(message)
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


def read_day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(f"{written!r} is no date: write it as 2020-03-01") from None
