"""Chambers of commerce, people, dates, donations and policies from Chinese documents.

    from chamber_extract import extract, extract_text

    dataset = extract("seeds/")                     # files and folders, as the command does
    dataset = extract_text("2020年1月28日，柬埔寨中国商会捐款10万美元。")

Both return a `Dataset`. `chamber_extract.normalize` reads numbers, money and dates without any document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chamber_extract.library import extract, extract_text
    from chamber_extract.models import Dataset

__version__ = "0.1.0"
__all__ = ["Dataset", "__version__", "extract", "extract_text"]


def __getattr__(name: str) -> Any:
    """Load the public names when they are asked for: `chamber_extract.normalize` alone stays light."""
    if name in ("extract", "extract_text"):
        from chamber_extract import library

        return getattr(library, name)
    if name == "Dataset":
        from chamber_extract.models import Dataset

        return Dataset
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
