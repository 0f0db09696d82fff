"""Stub."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.entities import Gift


def resolve(reading: Reading, chambers: Chambers) -> list[Gift]:
    return []
