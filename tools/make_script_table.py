"""Write the table of `normalize.script`: traditional, variant and radical characters to simplified, one to one.

    pip install opencc==1.4.2
    python tools/make_script_table.py EquivalentUnifiedIdeograph.txt > src/chamber_extract/normalize/script.txt

The file named is the one of the Unicode Character Database (lines `2E81..2E81 ; 5382`).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from opencc import OpenCC

HEADER = """\
# Simplified character, then the traditional, variant, radical and compatibility characters folded to it.
# Made by tools/make_script_table.py from OpenCC 1.4.2 (Apache-2.0, https://github.com/BYVoid/OpenCC)
# and EquivalentUnifiedIdeograph.txt of the Unicode Character Database (Unicode-3.0 licence).
"""

# Characters that simplified texts use in their own right, in names above all (乾县, 著名, 魏徵).
KEPT = set("乾著拚捱摺吒袷榘薹円")
# Printed forms that OpenCC leaves alone.
ADDED = dict(zip("値眞髙淸靑戸緖衹囯尅閙", "值真高清青户绪只国克闹", strict=True))


def standard(char: str) -> bool:
    """Whether the character is in GB 2312, the core of simplified print."""
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def table(equivalents: str) -> dict[str, str]:
    """Every folded character and what it is folded to."""
    simplify, taiwan, hong_kong, shinjitai = (
        OpenCC(name).convert for name in ("t2s", "tw2s", "hk2s", "jp2t")
    )
    folded = dict(ADDED)
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        char = chr(code)
        for way in (simplify, taiwan, hong_kong, lambda c: simplify(simplify(shinjitai(c)))):
            made = way(char)
            if made != char and (way is simplify or (not standard(char) and standard(made))):
                folded.setdefault(char, made)
                break
    for first, last, target in re.findall(
        r"(?m)^([0-9A-F]{4})(?:\.\.([0-9A-F]{4}))? +; ([0-9A-F]{4})\b", equivalents
    ):
        for code in range(int(first, 16), int(last or first, 16) + 1):
            folded[chr(code)] = chr(int(target, 16))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        char = chr(code)
        folded[char] = unicodedata.normalize("NFKC", char)
    for char, made in list(folded.items()):
        folded[char] = folded.get(made, made) if made not in KEPT else made
    return {c: m for c, m in folded.items() if c not in KEPT and c != m and len(m) == 1}


def main() -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for char, made in table(Path(sys.argv[1]).read_text(encoding="utf-8")).items():
        groups[made].append(char)
    sys.stdout.write(HEADER)
    for made in sorted(groups):
        print(made + "".join(sorted(groups[made])))


if __name__ == "__main__":
    main()
