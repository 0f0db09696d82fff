"""Stub."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate.aliases import Chambers
from chamber_extract.relate.entities import PersonEntity


def resolve(reading: Reading, chambers: Chambers) -> list[PersonEntity]:
    return []
