"""Folding one to one: the same text in half-width forms and simplified characters.

`script.txt` holds the table of characters, made by `tools/make_script_table.py` from OpenCC and
Unicode data. Folding is for matching only: what is quoted or reported is taken from the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_FULL_WIDTH_KEPT = frozenset("，！？")  # Chinese print has these full-width only
_SIGNS = {
    "￥": "¥", "￡": "£", "￠": "¢", "￦": "₩", "〜": "~", "∼": "~", "∽": "~",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "―": "—", "─": "—", "━": "—",
    "「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "〝": "“", "〞": "”", "〟": "”",
    "≪": "《", "≫": "》", "«": "《", "»": "》", "︽": "《", "︾": "》", "︿": "〈", "﹀": "〉",
    "︵": "(", "︶": ")", "︷": "{", "︸": "}", "︹": "〔", "︺": "〕", "︻": "【", "︼": "】", "﹝": "〔", "﹞": "〕",
    "﹐": "，", "﹑": "、", "﹒": ".", "﹔": ";", "﹕": ":", "︰": ":", "﹖": "？", "﹗": "！", "!": "！", "?": "？",
    "﹙": "(", "﹚": ")", "﹛": "{", "﹜": "}", "﹟": "#", "﹠": "&", "﹡": "*", "﹢": "+", "﹣": "-", "﹤": "<", "﹥": ">",
    "﹦": "=", "﹩": "$", "﹪": "%", "﹫": "@",
    "‧": "·", "・": "·", "•": "·", "･": "·", "∙": "·", "⋅": "·",
}  # fmt: skip
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# A thousands mark among full-width digits, then an ASCII comma that is none, then the round signs
# and letters that stand for 〇 among Chinese digits (二○二○年, 二O二O年, 二0二0年).
_WIDE_THOUSANDS = re.compile(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_COMMA = re.compile(r",(?:(?<![0-9],)|(?![0-9]))")
_HAN_DIGIT = "[〇一二三四五六七八九]"
_ROUND = re.compile(
    rf"[○◯Oo0](?:(?<=[○◯])(?={_HAN_DIGIT})"
    rf"|(?<={_HAN_DIGIT}[○◯Oo0])(?:[○◯Oo0]*(?=[〇一二三四五六七八九年])|(?<=[○◯])[○◯]*))"
)

# Radicals of the second block, which no normalisation form knows, then their ideographs (Unicode's EquivalentUnifiedIdeograph).
_RADICALS = dict(
    zip(
        "⺁⺄⺈⺊⺌⺍⺏⺒⺓⺜⺝⺟⺠⺧⺩⺫⺬⺶⺼⻁⻄⻅⻆⻉⻋⻏⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙刀卜小小尣巳幺日月母民牛王目示羊肉虎西见角贝车邑長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
# Kangxi radicals, compatibility ideographs and those: doubles of ideographs that files of other programs bring along.
DOUBLES = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9]")


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _FULL_WIDTH_KEPT}
    table.update({ord(char): made for char, made in _SIGNS.items() if char != made})
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    for line in files(__package__).joinpath("script.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            table.update(dict.fromkeys(map(ord, line[1:]), line[0]))
    return table


@lru_cache(maxsize=4)  # figures and dates of one text are found one after the other
def fold(text: str) -> str:
    """The text in half-width digits, letters and brackets and simplified characters, of equal length.

    Corner quotes become curly ones, dashes between numbers a hyphen, every blank a space; commas,
    exclamation and question marks become full-width, save a comma between digits.

    >>> fold("捐贈（３，０００萬港幣）予「聯席會議」,謝謝!")
    '捐赠(3,000万港币)予“联席会议”，谢谢！'
    """
    if "，" in text:
        text = _WIDE_THOUSANDS.sub(",", text)
    text = text.translate(_table())
    if "," in text:
        text = _COMMA.sub("，", text)
    return _ROUND.sub(lambda m: "〇" * len(m[0]), text)


def ideograph(char: str) -> str:
    """The ideograph that a radical or a compatibility character doubles, in its own script; others as they are.

    >>> "".join(map(ideograph, "医⽤品⺠⻑"))
    '医用品民長'
    """
    if not DOUBLES.fullmatch(char):
        return char
    return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)


def simplified(text: str) -> str:
    """The text with its traditional characters simplified one to one; all else stays as written.

    >>> simplified("香港中華總商會（中總）")
    '香港中华总商会（中总）'
    """
    return "".join(b if "\u3400" <= b <= "\u9fff" else a for a, b in zip(text, fold(text), strict=True))
