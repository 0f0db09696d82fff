"""Names of people that no list and no office tells: by what somebody does, where he is from, or whose kin he is."""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.bounds import LONGEST_NAME, is_credible, trim
from chamber_extract.relate.gifts.parties.clause_words import NO_GIVEN, each_word, mark_at
from chamber_extract.relate.gifts.parties.wording import Party, is_party
from chamber_extract.relate.gifts.view import COUNT, FIGURE, PERSON

PERSON_NAME = re.compile(r"[一-鿿·]{2,7}")
TRADES = frozenset(
    "贩农匠夫伕侨亲胞民友工师傅翁妇妪士员生嬷婆嫂伯婶娘"
)  # with which the word for what someone does or is ends


def by_trade(view: str, start: int, end: int) -> Party | None:
    """Who is named behind a trade or an origin: 水上乡菜贩陈阿雪, 退休护士周美兰."""
    aged = _AGED.match(view, start, end)
    if aged and (stop := called(view, aged.end(), end)):
        return Party(aged.end(), stop)
    for at in range(start + 2, min(end, start + LONGEST_NAME)):
        if not "一" <= view[at] <= "鿿":
            return None
        if view[at - 1] in TRADES and (stop := called(view, at, end)):
            return Party(start, stop) if is_credible(view, start, at) else None
    return None


_AGED = re.compile(f"[{COUNT}{FIGURE}]+的")  # 83岁的
# 甲伉俪, 甲昆仲: named with whom he gives
_KIN = re.compile(
    "贤?伉俪|夫[妻妇]俩?|昆[仲玉]|兄[弟妹]|姐[弟妹]|姊妹|父[子女]|母[子女]|[一全合阖]家|先生|女士"
)


_DOING = re.compile("[一-鿿][着著了]")  # 拄着拐杖


def called(view: str, at: int, end: int) -> int:
    """Where a person's name of two or three characters ends that begins at a place, 0 without one."""
    if view[at] not in names().surnames or view[at : at + 2] in names().common:
        return 0
    twice = view[at + 1 : at + 2] in names().surnames  # 甄陈秀英
    for stop in (at + 4, at + 3, at + 2) if twice else (at + 3, at + 2):
        if kin := _KIN.match(view, stop, end):
            return kin.end()
        bounded = stop == end or view[stop : stop + 1] in "，、,：" or mark_at(view, stop, end)
        bounded = bounded or view[stop : stop + 2] in names().common or _DOING.match(view, stop, end)
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


# 会长甲的女儿, 其千金甲
_KIN_OF = re.compile(
    rf"(?:[^，的{PERSON}]{{0,16}}{PERSON}+(?:先生|女士)?的?|[他她其]的?)(?:{COUNT}*|大|小)"
    rf"(?:女儿|儿子|外?孙[女子儿]?|太太|夫人|妻子|丈夫|母亲|父亲|岳[父母]|遗[孀属]|家属|胞?[兄弟姐妹]{{1,2}}|侄[子女]|千金|公子)们?{PERSON}*"
)


def kin_of(view: str, start: int, end: int) -> Party | None:
    """The relative of somebody, where nothing but an adverb or a preposition goes on: 会长甲的女儿也把."""
    kin = _KIN_OF.match(view, start, end)
    bounded = kin and (trim(view, start, end)[1] == kin.end() or mark_at(view, kin.end(), end))
    return Party(*kin.span()) if kin and bounded else None


_BY_TRADE = re.compile("[一-鿿]{1,10}[商主匠户贩师工农店铺行厂社馆]")


def trade_end(view: str, start: int, end: int) -> int:
    """Where the noun at `start` ends that says what a person or a firm does (小贩, 医疗用品批发商), 0 where it says none.

    It ends before the first verb or adverb, unless that is part of it as 批发 is of 批发商.
    """
    told = (w for w in each_word(view, start, end) if w.kind in _TELLS and w.start > start)
    stop = next((w.start for w in told if view[w.end : w.end + 1] not in _DOES), end)
    return stop if _BY_TRADE.fullmatch(view, start, stop) else 0


_TELLS = frozenset({"verb", "break", "adverb", "preposition"})
_DOES = frozenset("商主户者员工匠师家")  # behind a verb they name who does it
