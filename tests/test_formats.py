"""The same words in every format say the same, and the documents are what their script makes."""

from __future__ import annotations

import pytest

from tests.documents.make_pages import MADE
from tests.reading import DOCUMENTS, SHOWN, compared

PAGES = [name for name in SHOWN if not name.startswith(("pdf/", "image/"))]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_to_the_format(name: str) -> None:
    expected, found = compared(name)
    assert expected.total() > 20
    assert not expected - found
    # Front matter says title and day once more; an archive has a short document beside the texts.
    assert (found - expected).total() <= 3


@pytest.mark.parametrize("name", MADE)
def test_documents_are_made_by_their_script(name: str) -> None:
    made, kept = MADE[name](), (DOCUMENTS / name).read_bytes()
    # Compressed bytes are those of the machine's library.
    packed = name.endswith((".docx", ".epub", ".zip", ".gz", ".bz2", ".xz"))
    assert made == kept or (packed and abs(len(made) - len(kept)) < len(kept) / 10)
