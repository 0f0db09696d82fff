"""From what stands in a document to what it says: one folder per relation."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate import citations, gifts, offices
from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.entities import Relations


def relate(reading: Reading) -> Relations:
    """All that the document says. Chambers first: people and gifts refer to them."""
    chambers = aliases.resolve(reading)
    return Relations(
        chambers=chambers.entities,
        people=offices.resolve(reading, chambers),
        gifts=gifts.resolve(reading, chambers),
        citations=citations.resolve(reading),
    )
