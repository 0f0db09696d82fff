"""Rows of names in which those of two characters are padded to the width of three."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text

NAMES = "丁志强 于波 马明 王伟 王晓芳 石磊 田树山 白玉兰 刘洋 安建国 孙晓东 李金柱 赵敏 郝刚 梁栋".split()


def padded(padding: str, apart: str, a_row: int) -> str:
    """The list of names in rows, with the padding inside of names of two characters."""
    words = [padding.join(n) if len(n) == 2 else n for n in NAMES]
    rows = [apart.join(words[i : i + a_row]) for i in range(0, len(words), a_row)]
    return "市工商联常委名单\n常委：\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("a_row", [3, 5, 7, 8, 15])
@pytest.mark.parametrize(
    ("padding", "apart"),
    [("", " "), ("　", " "), ("  ", " "), ("　", "　　"), (" ", "  ")],
    ids=["unpadded", "wide-blank", "two-blanks", "wide-blanks-between", "one-blank"],
)
def test_every_name_of_a_padded_row_is_read(padding: str, apart: str, a_row: int) -> None:
    found = {p.name for p in extract_text(padded(padding, apart, a_row)).people}
    assert found == set(NAMES)
