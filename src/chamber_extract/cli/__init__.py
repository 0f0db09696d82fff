"""The command line: parse, call, print. What takes time to import is imported where it is used.

One file for the commands of each errand; here they come together, in the order of the help.
"""

from chamber_extract.cli import run, show, check  # noqa: F401, I001 - each adds its commands
from chamber_extract.cli.program import main

__all__ = ["main"]
