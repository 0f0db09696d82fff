"""How far left of an office the name of its body reaches, and the words that such names are made of."""

from __future__ import annotations

import re

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.lexicon import Lexicon
from chamber_extract.gazetteer.names import names


def words(kind: str) -> tuple[str, ...]:
    """What the table knows of the words around offices: `break` ends a body's name, `within` lets it go on, `body` and
    `tail` close it, `acting` ends as bodies do, `generic` and `common` name no body of their own.
    """
    return tuple(row["word"] for row in table("office_words") if row["class"] == kind)


LONGEST = 40  # characters that an organisation and its department may take
_STOP = frozenset('\n\t。！？!?；;：:“”"‘’「」『』《》【】[]■□…—~～|*●◆▲(（')
_GRAMMAR = frozenset("予受由被在是了把让请据将从向对为有经以使给跟称说即的到兼")
# The same characters inside names of organisations.
_WITHIN = words("within")
_BREAKS = Lexicon((word, "break") for word in words("break"))
# Words that close the name of a body, and characters that do.
ENTITIES = words("body")
TAILS = frozenset("党堂寺庙宫部局厅委署院所处司科组团队厂店校行会社馆站台网报室园港庄办府")


def reach(text: str, end: int, chamber_ends: dict[int, int], person_ends: set[int], beside: int = -1) -> int:
    """How far left of `end` an organisation with its department reaches: the start of the phrase.

    A person's name closes it, but for the one that ends at `beside`.
    """
    position, past = end, {}  # where each bracket that was passed opens, and where it closes
    while position > 0 and end - position < LONGEST:
        if position in chamber_ends:
            return chamber_ends[position]
        char = text[position - 1]
        if (position in person_ends and position != beside) or char in _STOP:
            break
        if char in ")）":
            back = _LATIN_NAME if text[position - 2].isascii() else _SHORT_NAME
            opening = max(text.rfind(mark, max(0, position - back), position) for mark in "(（")
            if opening <= 0 or not text[opening - 1].isalnum():
                break
            end -= position - opening
            past[opening] = position
            position = opening
            continue
        if char in " \u3000" and position - 1 in chamber_ends:
            return chamber_ends[position - 1]
        if char in " \u3000" and not _latin_gap(text, position - 1):
            break
        if char in "、，,.．/" and not (char in "，,." and _latin_gap(text, position - 1)):
            break
        if char in _GRAMMAR and not _inside_word(text, position - 1):
            break
        if char in "和与及暨同" and _conjoins(text, position - 1):
            break
        counted = char in "日月年时晚人名位" and not text.startswith("人民", position - 1)
        if counted and text[position - 2 : position - 1] in _DIGITS:
            break
        if _BREAKS.before(text, position) and not _NAMING.match(text, position - 2):
            break
        position -= 1
    return past.get(position, position)  # a bracket with nothing before it is somebody else's


_SHORT_NAME, _LATIN_NAME = 14, 80  # characters of a bracket with another name of the body
_DIGITS = tuple("0123456789一二三四五六七八九十")  # 等11人|任副会长
# The same words inside names of bodies: 代表处, 选举委员会.
_NAMING = re.compile(r"代表[处团机]|(?:选举|采访|活动)(?:委员会|中心|部)")


def _latin_gap(text: str, position: int) -> bool:
    """Whether the space, comma or dot stands between Latin letters, as in Co.,LTD."""
    left, right = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    return (right.isascii() or right == "，") and left.isascii() and (left.isalnum() or left in (".", ","))


def _inside_word(text: str, position: int) -> bool:
    around = text[max(0, position - 2) : position + 3]
    at = position - max(0, position - 2)
    return any((i := around.find(word)) >= 0 and i <= at < i + len(word) for word in _WITHIN)


_ASKS = ("请", "可", "应", "，", ",", "。")  # 请与|会员部联系


def _conjoins(text: str, position: int) -> bool:
    """Whether 和 joins two parties, rather than standing inside a name (万和国际集团, 人民共和国)."""
    left = text[max(0, position - 12) : position]
    if text[position] == "与" and left.endswith(_ASKS):
        return True
    if text[position - 1 : position + 2] in ("共和国", "暨同乡"):
        return False
    closed = left.endswith((")", "）", *ENTITIES)) or (left[-1:] in TAILS and text[position] != "同")
    return closed or bool(names().titles.before(text, position))
