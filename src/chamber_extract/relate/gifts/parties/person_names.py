"""Names of people that no list and no office tells: behind what somebody does or where he is from."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.bounds import LONGEST_NAME, is_credible
from chamber_extract.relate.gifts.parties.clause_words import NO_GIVEN, mark_at
from chamber_extract.relate.gifts.parties.wording import Party, is_party

PERSON_NAME = re.compile(r"[一-鿿·]{2,7}")
TRADES = frozenset(
    "贩农匠夫伕侨亲胞民友工师傅翁妇妪士员生嬷婆嫂伯婶娘"
)  # with which the word for what someone does or is ends


def by_trade(view: str, start: int, end: int) -> Party | None:
    """Who is named behind a trade or an origin: 水上乡菜贩陈阿雪, 退休护士周美兰."""
    for at in range(start + 2, min(end, start + LONGEST_NAME)):
        if not "一" <= view[at] <= "鿿":
            return None
        if view[at - 1] in TRADES and (stop := called(view, at, end)):
            return Party(start, stop) if is_credible(view, start, at) else None
    return None


# 甲伉俪, 甲昆仲: named with whom he gives
_KIN = re.compile(
    "贤?伉俪|夫[妻妇]俩?|昆[仲玉]|兄[弟妹]|姐[弟妹]|姊妹|父[子女]|母[子女]|[一全合阖]家|先生|女士"
)


def called(view: str, at: int, end: int) -> int:
    """Where a person's name of two or three characters ends that begins at a place, 0 without one."""
    if view[at] not in names().surnames or view[at : at + 2] in names().common:
        return 0
    for stop in (at + 3, at + 2):
        if kin := _KIN.match(view, stop, end):
            return kin.end()
        bounded = stop == end or view[stop : stop + 1] in "，、,：" or mark_at(view, stop, end)
        bounded = bounded or view[stop : stop + 2] in names().common
        if (
            stop <= end
            and bounded
            and PERSON_NAME.fullmatch(view, at, stop)
            and not NO_GIVEN.search(view, at, stop)
            and not any(
                is_party(view[at:n]) for n in range(stop, min(end, stop + 4) + 1)
            )  # 林氏|超市, 工|商银行
        ):
            return stop
    return 0
