"""Stub."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate.entities import Citation


def resolve(reading: Reading) -> list[Citation]:
    return []
