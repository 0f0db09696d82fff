"""What part those who are named in a clause have in it: who is asked to give, who leads whom, for whom somebody acts.

The words that turn from one to another stand in the table of clause words, each with its role.
"""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.gifts.parties.bounds import trim
from chamber_extract.relate.gifts.parties.clause_words import alternatives
from chamber_extract.relate.gifts.parties.named import named, short_name
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, PERSON

_ARRANGES = "组织(?![部委者成、和与及])"  # 组织会员捐款 asks them to, 组织会员走访 takes them along
ASKS = re.compile(f"{alternatives('asks')}|{_ARRANGES}")
_LEADS = f"(?:{alternatives('leads')})"
_FELLOW = f"(?:{alternatives('fellow')})"
_VISITS = f"(?:{alternatives('visits')})"
_SECTION = r"(?:(?!兼)[一-鿿]){0,12}?[一-鿿]{2}[部组团股](?=主任|[部组团股]?长)"
_ANY_BODY = (
    r"[一-鿿]{2,12}?(?:[同宗][乡亲]会|妇女会|青年会|会馆|公会|公所|三院|[善仁][堂社]|医院)(?=副?[会主理董])"
)

# 由商会代表: for whom somebody acts
ACTS_FOR = re.compile(
    r"代表(?![处们团大])|以(?:其(?=[^，]{2,12}(?:公司|集团|超市|市场|[厂店行楼馆厅])的?名义))?(?!个人|私人|公司|其|亡|家族|匿名|化名)(?=[^，]{2,30}名义)"
)
COMMISSION = re.compile(r"受(?P<who>[^，]{2,24}?)(?:的)?(?:委[托派]|之托|所托|指派)(?!的)")
# 来自会员的, 由会员: whose it is
_WHOSE = re.compile(
    rf"感谢|宣[布告]|(?<![愿意肯想便])透露(?![姓名身])|(?<![向给为对助])来自于?|由(?!于|衷|此|[^，]{{1,14}}(?:陪同|陪伴|搀扶|见证|主礼))|(?:共|已|现|便|就|先后)有(?={COUNT})"
)
_THEN = re.compile(r"[并且后时，]|还|也")
# Who helps to carry out what a body does: 青年部组织义工派发
_HELPERS = re.compile(rf"(?:[一-鿿{COUNT}]{{0,4}})(?:义工|志愿者|工作人员|员工|秘书处|专人)们?")


def actor(view: str, start: int, end: int, short: bool = False) -> Party | None:
    """Who acts in a stretch: whose it is, who is asked or led or acted for in it, else the one with whom it opens.

    With `short`, a name need not end in a noun that names a party.
    """
    for turns in (_WHOSE, ASKS, _LEADS_A_BODY, ACTS_FOR):
        turn = last(turns, view, start, end)
        if turn and (found := _behind(view, turn, end)):
            return _own_firm(view, start, turn, found) if turns is ACTS_FOR else found
    return named(view, start, end) or (short_name(view, start, end) if short else None)


def _behind(view: str, turn: re.Match[str], end: int) -> Party | None:
    """Who is named behind a word that turns to another; not helpers, nor those who are thanked while another gives."""
    found = named(view, turn.end(), end)
    if not found and turn.re is not _WHOSE:
        found = short_name(view, turn.end(), end)
        if found and view[found.start : found.end] in names().common:
            return None  # 倡议赈济
    if not found or _HELPERS.fullmatch(view, found.start, found.end) or view[found.start] == "其":
        return None
    thanked = turn.group() == "感谢" and _THEN.search(view, found.end, end)  # 感谢会员并捐款
    return None if thanked else found


def _own_firm(view: str, start: int, turn: re.Match[str], found: Party) -> Party:
    """The firm for whose officer 公司 stands, or he where none is named: 副会长、昌隆电缆总经理甲代表公司."""
    if not _A_FIRM.fullmatch(view, found.start, found.end):
        return found
    firm = _FIRM_OF.search(view, start, turn.start())
    return Party(*firm.span("firm")) if firm else named(view, start, turn.start()) or found


_A_FIRM = re.compile("(?:[该本]|自己的?|所在的?)?(?:公司|集团|企业|单位|工厂|家族)")
_FIRM_OF = re.compile(
    rf"(?:^|(?<=[、，兼{CHAMBER}]))(?P<firm>[^、，兼{CHAMBER}{PERSON}]{{2,24}}?)"
    r"(?:(?:执行|副|常务)*(?:董事长|董事局主席|总裁|总经理|经理|行长|厂长|店长|老板|负责人|创办人|创始人))[^、，]{1,8}$"
)


def asked(view: str, start: int, end: int) -> Party | None:
    """Who is asked to do what a stretch tells: 动员12家会员酒店加工爱心餐, but not 组织会员走访."""
    turn = last(ASKS, view, start, end)
    found = turn and _behind(view, turn, end)
    if not turn or not found or found.start - turn.end() > _NEAR:
        return None
    arranged = turn.group() == "组织" and _TAKEN_ALONG.search(view, found.end, end)
    return None if arranged or _NO_GIVER.search(view, found.start, found.end) else found


_NEAR = 4  # characters between a word and whom it governs: 了, 全体
_TAKEN_ALONG = re.compile(rf"{_VISITS}|参观|考察|召开|学习|培训|座谈|开会|会议|活动")
# 呼吁政府, 组织车队, 组织理事会表决: who gives nothing of his own
_NO_GIVER = re.compile("政府|当局|部门|民众|公众|[理董监]事会|大会|[车船][队辆]")


def is_asked(text: str, found: Party) -> bool:
    """Whether those named were asked to give: 商会组织会员捐款."""
    return _ASKED.search(text, max(0, found.start - _LONGEST), found.start) is not None


def asker(view: str, start: int, found: Party) -> Party | None:
    """Who asks those named to give, in the same clause; the stretch in which they stand begins at `start`."""
    turn = last(ASKS, view, start, found.start)
    begin = max(view.rfind("，", start, found.start) + 1, start)
    return named(view, begin, turn.start()) if turn and turn.start() > begin else None


_LONGEST = 6  # characters of such a word and what stands before whom it governs
_ASKED = re.compile(rf"(?:{ASKS.pattern})(?:了|全体|广大|各)*$")

# 会长甲率商会助学队, 秘书长带领总会慰问团一行, 甲率恒通集团: whose own crew is led
_CREW = re.compile(
    rf"{_LEADS}(?P<body>{CHAMBER}+|[该本我敝]?(?:[总商协公]会|总商会|会馆|联谊会|同乡会)|[该本我敝]会)"
    rf"(?=$|[向为赴到前来往]|[一-鿿]{{0,6}}(?:[团队组]|一行|[首领]导?长|{_FELLOW}))"
)
_LEADS_A_BODY = re.compile(
    rf"(?:(?<={PERSON})率|带领|率领)(?=[一-鿿]{{2,16}}(?:集团|公司|企业|厂|[青妇].[团组部]))"
)
# 商会会长甲率会员代表走访: who leads a visit gives for his body.
_DELEGATION = re.compile(
    rf"(?P<body>{CHAMBER}+|{_ANY_BODY}|{_SECTION})(?!{CHAMBER})"
    r"(?:[^，、]{0,6}?(?:[会事]长|主席|秘书长)[^，]{2,30}?一行"
    r"|[^，、由]{0,12}由[^，、]{1,24}?(?:代表|派出|[带率]队|带领|率领)"
    rf"|[^，]{{1,40}}?(?:一行|[带率]队|率团|(?:{_LEADS}|[联会]同)(?:全体|部分|多名|多位|一众|众|[董理]事[局会]|{COUNT}+)*{_FELLOW}"
    rf"|(?:率|带领|偕)[^，]{{1,40}}?{_VISITS}))"
)


def delegation(view: str, start: int, end: int) -> Party | None:
    """The body whose officers the part shows on a visit, or whose crew it says that they lead."""
    start, _ = trim(view, start, end)
    led = _DELEGATION.match(view, start, end) or _CREW.search(view, start, end)
    return Party(*led.span("body")) if led else None


# That somebody goes with others of his body, and the body in whose office he is: 女企业家分会会长甲带队
GOES_WITH = re.compile(
    rf"一行|[带率]队|率团|(?:{_LEADS}|组织|发动)[^，。；]{{0,8}}(?:{_FELLOW}|秘书长|会长|主席|[组团部队社]员|干事|委员)"
)


def last(pattern: re.Pattern[str], view: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(view, start, end))), None)
