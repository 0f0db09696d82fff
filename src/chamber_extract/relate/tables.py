"""Stub for rows."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate.clauses import View
from chamber_extract.relate.gifts import Draft


def rows(reading: Reading, view: View) -> list[Draft]:
    return []
