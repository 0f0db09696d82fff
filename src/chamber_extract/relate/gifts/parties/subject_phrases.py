"""Finding who acts: the subject in the part of a clause before its verb."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.parties.bounds import TAIL, only_tells, trim
from chamber_extract.relate.gifts.parties.clause_words import MARK
from chamber_extract.relate.gifts.parties.named import PIVOT, SENT, described, named, short_name
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.view import CHAMBER, COUNT

RECEIVED = re.compile(
    r"(?:共|已|先后|陆续)?(?:收到|接到|接收|接受|接获|获得|喜获|涌入|收获|进账|代收|[承荷幸多另又并复]蒙(?![古特自])|获(?!奖(?!学金)|[救选准]))(?:了|过)?(?:来自|由)?的?"
)
_SOURCE = re.compile(
    rf"感谢|宣[布告]|(?<![愿意肯想便])透露(?![姓名身])|(?<![向给为对助])来自于?|由(?!于|衷|此|[^，]{{1,14}}(?:陪同|陪伴|搀扶|见证|主礼))|(?:共|已|现|便|就|先后)有(?={COUNT})"
)
# What a chamber gives, members pay for: 这批物资由会员企业集资采购
PAID = re.compile(r"(?:[共合同众]|出资|集资|捐资|凑钱|集体|自发)*(?:采购|购[买置入得]|买下?)")
_HELPERS = re.compile(rf"(?:[一-鿿{COUNT}]{{0,4}})(?:义工|志愿者|工作人员|员工|秘书处|专人)们?")
_THEN = re.compile(r"[并且后时，]|还|也")
_COUNT_ALONE = re.compile(rf"(?P<who>{COUNT}{{2,}})(?:先后|陆续|踊跃|参与|积极)*$")
# 与家族的基金合捐, 联同会员捐出: with whom the one spoken of gives.
ENTRUSTED = re.compile(r"受(?P<who>[^，]{2,24})(?:的)?(?:委托|之托|所托)")
# 商会从教育基金拨出10万元: of what means something is given.
_OF_FUND = re.compile(
    r"(?:从|自|由)[^，从由]{0,12}(?:基金|公益金|福利金|经费|会费|账户|储备金?|准备金|结余|盈余|余款|款项)(?:中|内|里|项下)?(?:专门|特别|再|另)?$"
)


def _source_cut(view: str, start: int, end: int) -> int:
    """Where the words before the fund from which something is given end."""
    fund = _OF_FUND.search(view, start, end)
    agent = fund and view[fund.start()] == "由" and fund.start() == start  # the fund itself
    return fund.start() if fund and not agent else end


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
    if entrusted := ENTRUSTED.match(view, at, end):  # 受商会委托
        return named(view, *entrusted.span("who")), None, True
    if led := delegation(view, at, end):
        return led, None, True
    if received := _last(RECEIVED, view, at, end):
        taker = named(view, at, received.start()) or _host(view, at, received.start())
        return named(view, received.end(), end), taker, True
    if SENT.match(view, at, end):
        return None, None, False
    if told := described(view, at, end):
        return told, None, True
    if _FROM.match(view, at, end):
        return None, None, False
    if view[at - 1 : at] == "有" and (counted := _COUNT_ALONE.match(view, at, end)):
        return Party(*counted.span("who"), plural=True), None, True  # 共有116人次捐款
    for pattern in (_SOURCE, PIVOT, DEPUTY):
        turn = _last(pattern, view, at, end)
        if turn and (
            found := named(view, turn.end(), end)
            or (short_name(view, turn.end(), end) if pattern is not _SOURCE else None)
        ):
            if _HELPERS.fullmatch(view, found.start, found.end) or view[found.start] == "其":
                # 青年部组织义工派发, 甲代表其家族捐出
                continue
            if turn.group() == "感谢" and _THEN.search(view, found.end, end):  # 感谢会员并捐款
                continue
            break
    else:
        found = named(view, at, end) or (short_name(view, at, end) if short else None)
    if found and found.plural and view[found.start - 1] == "由" and PAID.match(view, found.end):
        return None, None, False
    if found:
        return found, None, True
    if _WITH.match(view, at, end):
        return None, None, False
    mark = MARK.search(view, at, end)
    rest = TAIL.sub("", view[at : mark.start() if mark else end].strip())
    return None, None, len(rest) > 3 and not only_tells(rest) and not _PLACE_IN_FRONT.match(rest)


# 我院收到, 校方获捐, 县府专户涌入: a school or an office that is no giver
_HOST = re.compile(
    r"(?:[我该本](?:[校院县镇村乡市区馆站园]|医院|学校)|[校院馆园]方|[一-鿿]{2,10}(?:专户|消防员|灾民|居民|村民))(?=[已共现先也还又]{0,2}$)"
)


def _host(view: str, start: int, end: int) -> Party | None:
    start, end = trim(view, start, end)
    host = _HOST.match(view, start, end)
    return Party(*host.span()) if host else None


# 商会会长甲率会员代表走访…: who leads a visit gives for his body.
_LED = re.compile(
    rf"(?P<body>{CHAMBER}+|[一-鿿]{{2,12}}?(?:[同宗][乡亲]会|妇女会|青年会|会馆|公会|公所|三院|[善仁][堂社]|医院)(?=副?[会主理董])|(?:(?!兼)[一-鿿]){{0,12}}?[一-鿿]{{2}}[部组团股](?=主任|[部组团股]?长))(?!{CHAMBER})(?:[^，、]{{0,6}}?(?:[会事]长|主席|秘书长)[^，]{{2,30}}?一行|[^，、由]{{0,12}}由[^，、]{{1,24}}?(?:代表|带领|派出|带队|率队|率领)|[^，]{{1,40}}?(?:一行|[带率]队|率团|(?:率领?|带领|偕同?|联同|会同|携)(?:全体|部分|多名|多位|一众|众|[董理]事[局会]|{COUNT}+)*(?:首长|会员|会友|理监?事|会董|同仁|同人|成员|姐妹|姊妹|乡亲|班子|义工|志愿者|代表团|团)|(?:率|带领|偕)[^，]{{1,40}}?(?:走访|[探拜到]?访|看望|慰问|前往|赴|抵|来到|走进|深入|到)))"
)


# 会长甲率商会助学队, 秘书长带领总会慰问团一行: whose crew is led
_CREW = re.compile(
    rf"(?:率领?|带领|带着|偕同?|携)(?P<body>{CHAMBER}+|[该本我敝]?(?:[总商协公]会|总商会|会馆|联谊会|同乡会)|[该本我敝]会)"
    r"(?=$|[向为赴到前来往]|[一-鿿]{0,6}(?:[团队组]|一行|成员|代表|义工|志愿者|[首领]导?长|[理监会]事|会董|同[仁人]|班子|会员|会友))"
)


def delegation(view: str, start: int, end: int) -> Party | None:
    """The body whose officers the part shows on a visit, or whose crew it says that they lead."""
    start, _ = trim(view, start, end)
    led = _LED.match(view, start, end) or _CREW.search(view, start, end)
    return Party(*led.span("body")) if led else None


DEPUTY = re.compile(r"代表(?![处们团大])|以(?!个人|私人|公司|其|亡|家族|匿名|化名)(?=[^，]{2,30}名义)")


def nearest(view: str, start: int, end: int) -> Party | None:
    """The party that ends the span, as in 同机运送的还有瑞士华人捐赠的口罩."""
    end = _source_cut(view, start, end)
    breaks = [m.end() for m in _BREAK.finditer(view, start, end)]
    for at in reversed([start, *breaks]):
        if found := named(view, at, end):
            return found
    return short_name(view, breaks[-1] if breaks else start, end)


_BREAK = re.compile(
    PIVOT.pattern
    + r"|还有|见到|看到|等来|盼来|带着|包括|包含|连同|加上|感谢|答谢|鸣谢|承蒙|收到|落实|接收|由|[将把被是着了从对](?!外)|的(?=[^，]{2,})|有(?!限)|来自|除|[，、](?=其他|另)"
)


def _last(pattern: re.Pattern[str], view: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(view, start, end))), None)
