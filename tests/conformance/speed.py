"""How fast `find` is beside one pass of `re` and, where it is installed, JioNLP, in the same run.

    python -m tests.conformance.speed TEXT_FILE [ROUNDS]

Each tool reads the file line by line; the CPU time of the best round counts, in MB of UTF-8 a second.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from chamber_extract.normalize import find

NUMERALS = re.compile(r"[0-9][0-9,.]*|[零〇一二三四五六七八九十百千万亿两]+")
REFERENCE = date(2020, 3, 1)


def tools() -> dict[str, Callable[[str], object]]:
    """The tools at hand by name."""
    found: dict[str, Callable[[str], object]] = {
        "re, one pass": NUMERALS.findall,
        "find, all kinds": lambda line: find(line, reference=REFERENCE),
        "find, money": lambda line: find(line, kinds={"money"}),
    }
    try:
        jionlp = importlib.import_module("jionlp")
    except ImportError:
        return found
    extract_time, extract_money = jionlp.ner.extract_time, jionlp.ner.extract_money
    found["JioNLP, money and time"] = lambda line: (extract_money(line), extract_time(line))
    return found


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    lines, size = text.splitlines(), len(text.encode()) / 1e6
    at_hand = tools()
    best = dict.fromkeys(at_hand, float("inf"))
    for _ in range(rounds):
        for name, tool in at_hand.items():
            start = time.process_time()
            for line in lines:
                tool(line)
            best[name] = min(best[name], time.process_time() - start)
    for name, seconds in best.items():
        print(f"{name:24} {size / seconds:8.2f} MB/s {seconds / best['re, one pass']:8.1f} x re")


if __name__ == "__main__":
    main()
