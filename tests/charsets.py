"""How many generated cases each way of telling an encoding reads rightly: `python -m tests.charsets`.

The cases are those of `test_charset`: encodings by lengths by damage. Right is the very text, or, where a byte
was damaged, all of it but the characters that the byte took along. The table in `docs/readers.md` is what it prints.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from charset_normalizer import from_bytes

from chamber_extract.errors import ReadError
from chamber_extract.readers import charset
from tests.test_charset import CASES

_LOST = 4  # characters: a damaged pair of bytes and its neighbour in a double-byte encoding


def cases() -> Iterator[tuple[str, bytes, str, int]]:
    """The kind of damage, the bytes, the text, and how many of its characters may be lost."""
    for encoding, sample in ((encoding, s) for encoding, samples in CASES.items() for s in samples):
        data = sample.encode(encoding)
        yield "none", data, sample, 0
        if len(sample) >= 40:
            middle = len(data) // 4 * 2
            yield "a byte", data[:middle] + b"\xff" + data[middle + 1 :], sample, _LOST
            yield "cut off", data[:-1], sample, _LOST


def ladder(data: bytes) -> str | None:
    try:
        return charset.decode(data).text
    except ReadError:
        return None


def normalizer(data: bytes) -> str | None:
    best = from_bytes(data).best()
    return str(best) if best else None


def right(found: str | None, expected: str, lost: int) -> bool:
    if found is None or not lost:
        return found == expected
    return sum(char in found for char in expected) >= len(expected) - lost


READERS: dict[str, Callable[[bytes], str | None]] = {
    "chamber-extract": ladder,
    "charset-normalizer": normalizer,
}


def main() -> None:
    every = list(cases())
    kinds = list(dict.fromkeys(kind for kind, *_ in every))
    counts = {kind: sum(k == kind for k, *_ in every) for kind in kinds}
    print("| damage | " + " | ".join(f"{kind}, {counts[kind]} cases" for kind in kinds) + " | MB/s |")
    print("|---|" + "---|" * (len(kinds) + 1))
    for name, read in READERS.items():
        read(every[0][1])  # imports
        start = time.process_time()
        answers = [(kind, right(read(data), text, lost)) for kind, data, text, lost in every]
        seconds = time.process_time() - start
        scores = [sum(good for k, good in answers if k == kind) for kind in kinds]
        speed = sum(len(data) for _, data, *_ in every) / seconds / 1e6
        print(f"| {name} | " + " | ".join(map(str, scores)) + f" | {speed:.1f} |")


if __name__ == "__main__":
    main()
