"""What becomes of documents that are not plain text: `python -m tests.reading [accuracy|speed|scans]`.

`accuracy` compares the records of each document of `tests/documents` with those of the same words as
`.txt`; `speed` reads a PDF of 200 pages, with pdfplumber beside it; `scans` needs an OCR engine and shows
its character errors. The tables in `docs/readers.md` are what it prints.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from chamber_extract.models import TABLES, Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source, read
from chamber_extract.sources import Input, Options

DOCUMENTS = Path(__file__).parent / "documents"
EVERY = ("newspaper", "report", "donations", "traditional")
# Each document and the texts that it shows.
SHOWN: dict[str, tuple[str, ...]] = {
    "pdf/columns.pdf": ("newspaper",),
    "pdf/across.pdf": ("newspaper",),
    "pdf/ruled.pdf": ("donations",),
    "pdf/unruled.pdf": ("donations",),
    "pdf/headed.pdf": ("report",),
    "pdf/typed.pdf": ("traditional",),
    "pdf/chromium.pdf": ("newspaper",),
    "pdf/radicals.pdf": ("donations",),
    "pdf/libreoffice.pdf": ("report",),
    "pdf/seed.pdf": ("seed",),
    "pdf/scan.pdf": ("traditional",),
    "image/scan.png": ("traditional",),
    "image/scan.tif": ("traditional",),
    "image/skewed.jpg": ("traditional",),
    "html/news.html": ("newspaper",),
    "html/report.html": ("report",),
    "html/layout.html": ("donations",),
    "html/traditional.html": ("traditional",),
    "html/libreoffice.html": ("donations",),
    "mhtml/report.mhtml": ("report",),
    "docx/report.docx": ("report",),
    "docx/donations.docx": ("donations",),
    "docx/edited.docx": ("traditional",),
    "docx/libreoffice.docx": ("donations",),
    "epub/report.epub": ("report",),
    "epub/libreoffice.epub": ("report",),
    "rtf/libreoffice.rtf": ("donations",),
    "markdown/report.md": ("report",),
    "corpora/texts.jsonl": EVERY,
    "corpora/texts.jsonl.bz2": EVERY,
    "corpora/texts.csv": EVERY,
    "corpora/crawl.warc.gz": ("newspaper", "report", "donations"),
    "archives/mixed.zip": EVERY,
    "archives/texts.tar.xz": EVERY,
}
SCANNED = frozenset(name for name in SHOWN if name.startswith("image/") or name == "pdf/scan.pdf")

# What says where a record stands, not what it says.
_PLACES = frozenset({"id", "document", "section", "start_char", "end_char", "page", "text", "mentions"})
# References, as the id that they hold differs from document to document.
_REFERENCES = frozenset({"donor_chamber", "chamber", "date", "parent", "part_of", "same_as"})


def records(source: Source) -> Counter[str]:
    """What the records of a document say, places and ids aside."""
    return said(extract_sources([source]))


def said(dataset: Dataset) -> Counter[str]:
    """What the records of a dataset say, places and ids aside."""
    found: Counter[str] = Counter()
    for table in TABLES[1:]:
        for record in getattr(dataset, table):
            found[f"{table} {_values(record.model_dump())}"] += 1
    return found


def _values(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k not in _PLACES}
        return {k: v is not None if k in _REFERENCES else _values(v) for k, v in kept.items()}
    return [_values(v) for v in value] if isinstance(value, list) else value


def text_of(names: tuple[str, ...]) -> str:
    """The words of the texts, one after another."""
    return "\n".join((DOCUMENTS / "text" / f"{name}.txt").read_text("utf-8") for name in names)


def accuracy() -> Iterator[tuple[str, int, int, int]]:
    """For every document: its name, the records of its words as text, those found alike, and those that are new."""
    for name in SHOWN:
        expected, found = compared(name)
        yield name, expected.total(), (expected & found).total(), (found - expected).total()


def compared(name: str) -> tuple[Counter[str], Counter[str]]:
    """The records of a document's words as text, and those of the document, what stands aside left out."""
    sources = Input(name, DOCUMENTS / name).sources(Options(main_only=True))
    found = (records(source) for source in sources if isinstance(source, Source))
    return sum((records_of((text,)) for text in SHOWN[name]), Counter()), sum(found, Counter())


@cache
def records_of(names: tuple[str, ...]) -> Counter[str]:
    """The records of the words of the texts, which many documents show."""
    return records(Source("a.txt", text_of(names).encode()))


def printed() -> Iterator[tuple[str, int, int, int]]:
    """The same for what LibreOffice makes of the seeds and of the texts, where it is there."""
    from tests.layouts import converted

    with tempfile.TemporaryDirectory() as folder:
        for name, text, document in converted(Path(folder)):
            expected = records(Source("a.txt", text.read_bytes()))
            found = records(Source(document.name, document.read_bytes(), main_only=True))
            yield name, expected.total(), (expected & found).total(), (found - expected).total()


PAGES = 200


def long_pdf(pages: int) -> bytes:
    """A PDF of so many pages: columns, tables and running text, each kind with its fonts once."""
    made, kinds = pypdfium2.PdfDocument.new(), ("columns", "ruled", "headed", "libreoffice", "chromium")
    for kind in kinds:
        with pypdfium2.PdfDocument(DOCUMENTS / "pdf" / f"{kind}.pdf") as document:
            count = pages // len(kinds)
            made.import_pages(document, pages=[i % len(document) for i in range(count)])
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def ours(path: str) -> int:
    """Reads the file as the tool does; how many characters there are."""
    return len(read(Source(path, Path(path).read_bytes())).text.clean)


def plumbers(path: str) -> int:
    """Reads the file as pdfplumber does; how many characters there are."""
    import pdfplumber

    characters = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            characters += len(page.extract_text())
            page.close()
    return characters


def speed() -> None:
    """Pages a second and the peak of memory, each reader in a process of its own."""
    print("| reader | pages | pages/s | peak MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for pages in (PAGES // 4, PAGES):
            path = Path(folder, f"{pages}.pdf")
            path.write_bytes(long_pdf(pages))
            for reader in ("ours", "plumbers"):
                command = [sys.executable, "-m", "tests.reading", "once", reader, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                seconds, peak = map(float, done.stdout.split())
                name = "chamber-extract" if reader == "ours" else "pdfplumber extract_text"
                print(f"| {name} | {pages} | {pages / seconds:.0f} | {peak:.0f} |", flush=True)


def once(reader: str, path: str) -> None:
    """One reading, for `speed`: its seconds of processor time, imports aside, and the peak of memory in MB."""
    read(Source("a.pdf", (DOCUMENTS / "pdf" / "ruled.pdf").read_bytes()))  # imports
    start = time.process_time()
    {"ours": ours, "plumbers": plumbers}[reader](path)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


# -- scans


def scanned(path: Path, dpi: int, skew: float) -> Source:
    """The first page of a PDF as a picture, lying askew by so many degrees."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    if skew:
        image = image.rotate(skew, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    data = io.BytesIO()
    image.save(data, "PNG")
    return Source(f"{path.stem}.png", data.getvalue())


def errors(found: str, expected: str) -> float:
    """The share of characters that are wrong, missing or too many, blanks and widths of signs aside."""
    a, b = _bare(found), _bare(expected)
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1] / len(b)


def _bare(text: str) -> str:
    return "".join(fold_widths(text).split())


def fold_widths(text: str) -> str:
    """Half-width forms of the signs that print does not tell apart."""
    return text.translate(
        dict(zip(map(ord, "（），：；！？０１２３４５６７８９"), "(),:;!?0123456789", strict=True))
    )


def scans() -> None:
    """Characters and records of pages that were rendered and read again."""
    print(
        "| page | dpi | skew | character errors | records alike | confidence | s |\n|---|---|---|---|---|---|---|"
    )
    for name in ("typed", "ruled", "columns", "seed"):
        path, text = DOCUMENTS / "pdf" / f"{name}.pdf", text_of(SHOWN[f"pdf/{name}.pdf"])
        expected = records(Source("a.txt", text.encode()))
        for dpi, skew in ((300, 0.0), (300, 1.0), (150, 0.0), (150, 1.0)):
            source = scanned(path, dpi, skew)
            start = time.perf_counter()
            loaded = read(source)
            seconds = time.perf_counter() - start
            alike = (records(source) & expected).total() / expected.total()
            wrong = errors(loaded.text.clean, text)
            sure = loaded.pages[0].confidence
            print(
                f"| {name} | {dpi} | {skew:.0f}° | {wrong:.2%} | {alike:.0%} | {sure} | {seconds:.0f} |",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.reading", description=__doc__)
    parser.add_argument("what", choices=("accuracy", "speed", "scans", "once"))
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.what == "accuracy":
        print("| document | records as text | alike | others |\n|---|---|---|---|")
        for name, expected, alike, new in (*accuracy(), *printed()):
            print(f"| {name} | {expected} | {alike} ({alike / expected:.0%}) | {new} |", flush=True)
    elif given.what == "once":
        once(*given.rest)
    else:
        {"speed": speed, "scans": scans}[given.what]()


if __name__ == "__main__":
    main()
