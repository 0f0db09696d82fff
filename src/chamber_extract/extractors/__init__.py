"""One extractor per kind of mention. Adding a kind is one folder or file and one line here."""

from chamber_extract.extractors import chambers, dates, figures, people, policies
from chamber_extract.mention import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    chambers.find,
    people.find,
    dates.find,
    figures.find,
    policies.find,
)
