"""Lines that hold nothing but who wrote: names, the bodies and places that they are of, and the office that they hold."""

from __future__ import annotations

import re
from typing import NamedTuple

from chamber_extract.gazetteer.names import names
from chamber_extract.gazetteer.places import places
from chamber_extract.segment.media import HAN
from chamber_extract.segment.particulars import is_name

_LONGEST = 40  # characters of a line that says no more
_SPREAD = re.compile(rf"(?<![{HAN}])([{HAN}]) ([{HAN}]{{1,2}})(?![{HAN}])")  # 林 岚
_APART = re.compile(r"[\s、，/()·]+")
# 会长, 书记: who holds one may speak in a text, not write it; a member or reporter does
_OFFICE = re.compile(r".*(?:[长席记任]|经理|董事|总监|代表)$")
_CALLING = re.compile(r".*(?:[员师授]|理事|顾问|法人|记者|作者)$")
_BODY = re.compile(r".*(?:[会局厅部委社府馆院处署室组科所站厂校系司]|中心|公司|集团|支部|法院)$")
# 本院课题组, 本报评论员: who wrote, without a name
_GROUP = re.compile(r"本[报刊网台社院会所市省]\S{0,6}(?:[组部室处]|评论员|编辑|记者|通讯员|观察员)$")
_NOTICES = ("启", "讯", "业")  # 谢启, 简讯, 钟表业
_PEN_NAME = re.compile(rf"[老小阿][{HAN}]{{1,2}}$")


class Writer(NamedTuple):
    """The first name on the line, empty where a group wrote, and whether an office that it holds stands beside it."""

    name: str
    office: bool


def writer(line: str) -> Writer | None:
    """Who wrote as a folded line says that says nothing else; None where it does."""
    if len(line) > _LONGEST:
        return None
    spread = {"".join(m.groups()) for m in _SPREAD.finditer(line)}  # 陆 川, not 陆川, a place
    closed = _SPREAD.sub(r"\1\2", line)
    words = [w for w in _APART.split(closed) if w]
    found: list[str] = []
    of = office = False
    for word in words:
        if _GROUP.match(word):
            found.append("")
        elif (is_name(word) and not _is_word(word) and (word in spread or word not in places())) or (
            _PEN_NAME.match(word) and word is words[-1] and (of or closed[:1] == "·")
        ):
            found.append(word)
        elif any(p.match(word) for p in (_OFFICE, _CALLING, _BODY)) or word in places():
            of = True
            office = office or _OFFICE.match(word) is not None
        else:
            return None
    return Writer(next(filter(None, found), ""), office) if found else None


def _is_word(word: str) -> bool:
    """Whether what could be a name is a body or a word: 林业局, 单位, 谢启."""
    known = names()
    common = word in known.words or word in known.common
    return common or _BODY.match(word) is not None or word.endswith(_NOTICES)
