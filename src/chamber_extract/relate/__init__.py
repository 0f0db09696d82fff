"""From what stands in a document to what it says: one file per relation."""

from __future__ import annotations

from chamber_extract.mention import Reading
from chamber_extract.relate import aliases, citations, donations, offices
from chamber_extract.relate.entities import Relations


def relate(reading: Reading) -> Relations:
    """All that the document says. Chambers first: people and gifts refer to them."""
    chambers = aliases.resolve(reading)
    return Relations(
        chambers=chambers.entities,
        people=offices.resolve(reading, chambers),
        gifts=donations.resolve(reading, chambers),
        citations=citations.resolve(reading),
    )
