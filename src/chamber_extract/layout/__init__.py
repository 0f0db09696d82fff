"""What setting a text did to it, undone: tables taken apart, lines broken, words and numbers spread by blanks."""

from __future__ import annotations

from chamber_extract.layout.lines import join_lines
from chamber_extract.layout.spacing import close_up, set_tabs
from chamber_extract.layout.stacks import set_rows
from chamber_extract.text import Draft


def undo(draft: Draft) -> Draft:
    """The draft with one paragraph or row a line, tabs between the cells of a row, and no blanks that only set apart."""
    return close_up(join_lines(set_tabs(set_rows(draft))))
