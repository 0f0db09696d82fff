"""What reading a large corpus takes: `python -m tests.streaming [MB]`.

Makes a corpus of JSON Lines of so many MB (200) beside its gzip and Zstandard, and a crawl of web pages,
and reads each in a process of its own as a run does, extraction aside. The table in `docs/readers.md` is
what it prints: a constant peak of memory whatever the size.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from chamber_extract.containers.compression import zstd
from chamber_extract.readers import Source
from chamber_extract.sources import Input
from tests.documents.make_pages import TEXTS, lines_of, page


def rows(size: int) -> Iterator[bytes]:
    """Lines of JSON of texts that differ, to a total of `size` bytes."""
    texts = ["\n".join(lines_of(name)) for name in TEXTS]
    for i in count():
        text = f"第{i}篇\n{texts[i % len(texts)]}"
        row = {"url": f"https://example.org/{i}", "date": "2020-03-07", "text": text}
        line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
        if (size := size - len(line)) < 0:
            return
        yield line


def answers(size: int) -> Iterator[bytes]:
    """Records of a WARC file, to a total of `size` bytes."""
    html = page("report").encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    for i in range(size // len(http)):
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-{i}>\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://example.org/{i}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        yield head.encode() + http + b"\r\n\r\n"


def make(folder: Path, size: int) -> list[Path]:
    paths = [
        folder / name for name in ("corpus.jsonl", "corpus.jsonl.gz", "corpus.jsonl.zst", "crawl.warc.gz")
    ]
    openers = (open, gzip.open, zstd.open, gzip.open)
    for path, opener in zip(paths, openers, strict=True):
        with opener(path, "wb") as file:
            for piece in answers(size) if "warc" in path.name else rows(size):
                file.write(piece)
    return paths


def once(path: Path) -> None:
    """Reads the documents; prints how many, their bytes, seconds, and the peak of memory in MB."""
    start = time.perf_counter()
    number = size = 0
    for source in Input(path.name, path).sources():
        assert isinstance(source, Source), source
        number, size = number + 1, size + len(source.data)
    seconds = time.perf_counter() - start
    print(number, size, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["once"]:
        once(Path(arguments[1]))
        return
    largest = int(arguments[0]) if arguments else 200
    print("| corpus | MB | documents | MB/s | peak MB |\n|---|---|---|---|---|")
    for megabytes in (largest // 10, largest):
        with tempfile.TemporaryDirectory() as folder:
            for path in make(Path(folder), megabytes * 1_000_000):
                command = [sys.executable, "-m", "tests.streaming", "once", str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                number, size, seconds, peak = map(float, done.stdout.split())
                print(
                    f"| {path.name} | {megabytes} | {number:.0f} | {size / 1e6 / seconds:.0f} | {peak:.0f} |"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
