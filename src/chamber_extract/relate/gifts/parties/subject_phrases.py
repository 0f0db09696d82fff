"""Finding who acts: the subject in the part of a clause before its verb."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.parties.bounds import TAIL, only_tells, opens_with_verb, trim
from chamber_extract.relate.gifts.parties.clause_words import MARK
from chamber_extract.relate.gifts.parties.named import SENT, described, named, short_name
from chamber_extract.relate.gifts.parties.roles import ASKS, COMMISSION, actor, delegation, last
from chamber_extract.relate.gifts.parties.wording import Party, is_person
from chamber_extract.relate.gifts.view import COUNT

RECEIVED = re.compile(
    r"(?:共|已|先后|陆续)?(?:收到|接到|接过|接收|接受|接获|获得|喜获|涌入|收获|进账|代收|[承荷幸多另又并复]蒙(?![古特自])|获(?!奖(?!学金)|[救选准]))(?:了|过)?(?:来自|由)?的?"
)
# What a chamber gives, members pay for: 这批物资由会员企业集资采购
PAID = re.compile(r"(?:[共合同众]|出资|集资|捐资|凑钱|集体|自发)*(?:采购|购[买置入得]|买下?)")
_COUNT_ALONE = re.compile(rf"(?P<who>{COUNT}{{2,}})(?:先后|陆续|踊跃|参与|积极)*$")
# 商会从教育基金拨出10万元: of what means something is given.
_OF_FUND = re.compile(
    r"(?:从|自|由)[^，从由]{0,12}(?:基金|公益金|福利金|经费|会费|账户|储备金?|准备金|结余|盈余|余款|款项)(?:中|内|里|项下)?(?:专门|特别|再|另)?$"
)


def _source_cut(view: str, start: int, end: int) -> int:
    """Where the words before the fund from which something is given end."""
    fund = _OF_FUND.search(view, start, end)
    agent = fund and view[fund.start()] == "由" and fund.start() == start  # the fund itself
    return fund.start() if fund and not agent else end


# 与家族的基金合捐, 联同会员捐出: with whom the one spoken of gives.
_WITH = re.compile(r"(?:委?托|与(?!会(?![员友长董馆]))|和|同|联同|连同|偕同?|携)[^，]{2,24}$")
_FROM = re.compile(r"[又还也再便则]*从(?![^，]*到)[^，、]{1,16}$")  # 又从古镇的仓库里搬出
_PLACE_IN_FRONT = re.compile(
    r"随(?=[^，]{1,4}一[同起并道])|^在[^，]{1,6}$|^[已现]?经由?[^，]{2,14}$|^[^，]{2,6}(?:经由?(?=[水陆空海公铁])|循|取道)[^，]{1,6}$|^[^，]{0,8}(?:[水洪旱火雪风震]灾|地震|海啸|洪水|台风|疫情)$"
)


def subject(view: str, start: int, end: int, short: bool = False) -> tuple[Party | None, Party | None, bool]:
    """Who acts in `start:end`, the part of a clause before its verb.

    Returns the donor, the recipient where the clause tells of receiving, and whether the part
    names anything at all as subject (False: the subject is carried over). With `short`, a name
    need not end in a noun that names a party.
    """
    at, _ = trim(view, start, end)
    end = _source_cut(view, at, end)
    if entrusted := COMMISSION.search(view, at, end):  # 受商会委托
        return named(view, *entrusted.span("who")), None, True
    if led := delegation(view, at, end):
        return led, None, True
    if received := last(RECEIVED, view, at, end):
        taker = named(view, at, received.start()) or _host(view, at, received.start())
        if taker and is_person(view, taker) and _TAKES_UP.search(view, taker.end, received.start()):
            return taker, None, True  # 商户甲把刚收到的货款全部捐出
        return named(view, received.end(), end), taker, True
    if SENT.match(view, at, end):
        return None, None, False
    if told := described(view, at, end):
        return told, None, True
    if _FROM.match(view, at, end):
        return None, None, False
    if view[at - 1 : at] == "有" and (counted := _COUNT_ALONE.match(view, at, end)):
        return Party(*counted.span("who"), plural=True), None, True  # 共有116人次捐款
    found = actor(view, at, end, short)
    if found and found.plural and view[found.start - 1] == "由" and PAID.match(view, found.end):
        return None, None, False
    if found:
        return found, None, True
    if _WITH.match(view, at, end):
        return None, None, False
    mark = MARK.search(view, at, end)
    rest = TAIL.sub("", view[at : mark.start() if mark else end].strip())
    unsaid = only_tells(rest) or opens_with_verb(rest) or _PLACE_IN_FRONT.match(rest)
    return None, None, len(rest) > 3 and not unsaid


_TAKES_UP = re.compile("[把将]")
# 我院收到, 校方获捐, 县府专户涌入: a school or an office that is no giver
_HOST = re.compile(
    r"(?:[我该本](?:[校院县镇村乡市区馆站园]|医院|学校)|[校院馆园]方|[一-鿿]{2,10}(?:专户|消防员|灾民|居民|村民))(?=[已共现先也还又]{0,2}$)"
)


def _host(view: str, start: int, end: int) -> Party | None:
    start, end = trim(view, start, end)
    host = _HOST.match(view, start, end)
    return Party(*host.span()) if host else None


def nearest(view: str, start: int, end: int) -> Party | None:
    """The party that ends the span, as in 同机运送的还有瑞士华人捐赠的口罩."""
    end = _source_cut(view, start, end)
    breaks = [m.end() for m in _BREAK.finditer(view, start, end)]
    received = last(RECEIVED, view, start, end)
    floor = received.end() if received else start  # who took it in gave nothing
    for at in reversed([floor, *(at for at in breaks if at > floor)]):
        if found := named(view, at, end):
            return found
    return short_name(view, breaks[-1] if breaks else start, end)


_BREAK = re.compile(
    ASKS.pattern
    + r"|还有|见到|看到|[等盼携带转捎]来|带着|包括|包含|连同|加上|感谢|答谢|鸣谢|承蒙|收到|接过|落实|接收|由|[将把被是着了从对](?!外)|的(?=[^，]{2,})|有(?!限)|来自|除|[，、](?=其他|另)"
)
