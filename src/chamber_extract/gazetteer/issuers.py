"""Bodies that issue documents, read from running text: 财政部、税务总局; 宁波市工商联; 国家发展改革委等8部门.

Known bodies come from `issuers.csv`, local ones from the grammar of their names. Reads folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from chamber_extract.gazetteer import table

Standing = Literal["state", "joint", "private"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at `start:end`. Organs of state and party issue policies; banks, federations of
    commerce and people's organisations join them; associations, companies and meetings do not."""

    start: int
    end: int
    standing: Standing


_OFFICIAL = (
    r"人民代表大会|人大常委会|人大常务委员会|常务委员会|人大|政协|(?:特区|特别行政区|[省市区县州盟旗镇乡])?人民政府|政府|"
    r"[省市区县州盟旗港]委(?:办公厅|办公室|办)?|[省市区县州][\u4e00-\u9fff]{1,6}(?:(?<![常政代各])委|(?<![举主承协开合兴停创经代包帮])办)|党委|工委|纪委|监委|委员会|执委会|[发科教农编民]委|改革委|健康委|计生委|国资委|经信委|住建委|交通委|商务委|贸工委|"
    r"办公厅|办公室|综合司|[府政侨台外法扶金融岸口]办|领导小组|指挥部|管委会|联席会议|(?:工作|综合|保障|协调)组|总局|总署|分局|(?<![餐客大展])厅|(?<![布结格大开])(?<!(?<!安)全)局|(?<![签部])署|海关|"
    r"[政交公育务化展障信设输源村业利计防法安游]部|统战部|组织部|宣传部|(?:法|检察|行政|立法|监察|司法|考试)院|高法|[高中]院|立法会|专员办|监管局|总工会|工会|妇联|团委|残联|侨联|科协|"
    r"(?<![\u4e00-\u9fff])我[厅局部委署办]|工商联(?:合会)?|工商业联合会|贸促会|总统府|总理府|首相署|内阁|国务秘书处|(?:总?领事|大使)馆|使馆经商[处参]处?|使馆|当局|议会|国会|参议院|众议院|国务卿|财政司|金管局|部际联席会议|消防救援[总支]队|公积金(?:管理)?中心|疾控中心|中心支行"
)
_PRIVATE = (
    r"商会|协会|联合会|促进会|学会|联谊会|同业公会|公会|总会|基金会|红十字会|公司|集团|银行|分行|交易所|企业|"
    r"大学|学院|研究院|研究所|中心|医院|报社|出版社|杂志社|联盟|俱乐部|理事会|秘书处|分会|同乡会|校友会|大会|会议"
)
_HEAD = re.compile(rf"(?:(?P<official>{_OFFICIAL})|(?P<private>{_PRIVATE}))$")
_BARE = frozenset(
    {"省委", "市委", "区委", "县委", "州委", "党委", "政府", *(f"我{organ}" for organ in "厅局部委署办")}
)
_STATE_MEETING = re.compile(
    r"国务院|人大|人民代表大会|政治局|深改|常务会议|[部局署厅委]务会|国常会|常委会|党组|[省市]委|政府"
)
_FOREIGN = (
    "部",
    "省",
    "部长",
    "总理",
    "首相",
    "大臣",
)  # of other countries, whose ministers issue in their own name
_LEVELS = frozenset("省市区县州盟旗")
_LOCAL = re.compile(r"[省市区县州盟旗镇乡]$|特别行政区$|自治[区州县]$")

# Between two bodies of one list.
_SEPARATOR = re.compile(r"(?:[ \t\u3000、/]|以及|会同|联[合同]|[和与及暨])+$")
_BETWEEN = re.compile(r"[ \t\u3000、]|[和与及]")
_ET_AL = re.compile(
    r"(?:等?(?:[\d一二三四五六七八九十两多几]+(?:个|家)?(?:有关|相关|中央)?(?:部门|部委|单位|机构|厅局|委办局)|有关部门|相关部门|部门|单位))$|等$"
)
# 国务院|常务会议, 全国人大常委会|第三十五次会议: what its meeting decides is the body's.
_MEETS = r"(?:第?[一二三四五六七八九十百\d]{1,4}次|常[务務]|全[体體])+(?:全[体體])?[会會][议議]"
_MEETING = re.compile(rf"(?<=[院府大会署部委局厅]){_MEETS}$")
_TERM = re.compile("第?[一二三四五六七八九十百]{1,4}[届屆]")
_TRAILING = re.compile(r"(?:[ \t\u3000]|联合|共同|的|\([A-Za-z&.]{2,10}\))+$")
_NAME = re.compile(r"(?:(?![的了]|联合(?!会)|共同|[印颁下签]发|发布|公布|出台|制定)[\u4e00-\u9fff]){3,15}")
_ABBREVIATION = re.compile(r"\([A-Za-z&.]{2,10}\)\Z")
# What a label's line says beside bodies: 2022年4月20日, 效力级别:….
_NO_NAME = re.compile(r"[\d:]")
_ASIDE = re.compile(r"\([^()]*\d[^()]*\)$")
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z()（）·]+$")
# What may stand glued before a body's name and is no part of it; the name begins after the last.
_GLUE = re.compile(
    r"根据|按照|依据|依照|遵照|落实|贯彻|执行|学习|响应|为了|近日|日前|近期|最近|今日|昨日|今天|昨天|当天|当日|同日|日(?![照本喀])|月|年初|年底|年|"
    r"此后|随后|之后|此外|同时|(?:本|上|新一)届|其中|其间|期间|目前|此前|今后|[去今前本]年(?:年?[初底末])?|会议|宣布|获悉|表示|指出|了解到|从而|以来|以及|会同|联同|联合(?![会国])|"
    r"参照|对照|结合|刊[登载]|(?<!友)好(?=[省市区县州党国中])|签[署发]|转发|批转|印发|颁布|公布|发布|出台|下发|通过|收到|接到|收悉|依托|配合|协助|关于|推动|促成|报请|经过|指导|支持|经(?![济贸信开营促]|委(?!托))|(?<!数)据|检附|依(?![兰安])|以(?![色及])|(?<![关体联干派])系(?![统列数])|欢迎|呼吁|促请|要求|敦促|建议(?!委)|希望|感谢|使(?!馆)|对(?!外)|从(?!化)|[由将向把被让为的了是在于按至因并且而请]"
)
_INNER_AND = re.compile(
    r"(?:工业|发展|卫生|人口|住房|社会|文化|旅游|经济|规划|自然资源|资源|林业|粮食|交通|信息|农业|农村|改革|科学|教育|体育|安全|民族|宗教|应急|水利|渔业|海洋|人力资源|知识产权|劳动|贸易|劳工|能源|矿产|计划|投资|商业|科技|环境)$"
)
_PLACES = re.compile(
    r"^(?:全国|国家|中国|中共|省|市|区|县|州|自治区)|[\u4e00-\u9fff]{1,8}?(?:省|市|区|县|州|盟|旗|镇|乡|特区)|香港|澳门|台湾|美国|欧盟"
)


@cache
def _known() -> dict[str, tuple[str, Standing]]:
    """Every form of a known body's name, to its full name and standing."""
    forms: dict[str, tuple[str, Standing]] = {}
    for row in table("issuers"):
        for form in (row["name"], *filter(None, row["short_names"].split("|"))):
            forms[form] = (row["name"], cast(Standing, row["standing"]))
    return forms


@cache
def _countries() -> frozenset[str]:
    named = (row for row in table("places_abroad") if row["kind"] == "country")  # 阿联酋
    return frozenset(row["name"] for row in (*table("countries"), *named) if row.get("code") != "CN")


@cache
def _longest() -> int:
    return max(map(len, _known()))


def full_name(form: str) -> str:
    """The full name of a known body, else the form itself: 中办 is 中共中央办公厅."""
    return _known().get(form, (form, ""))[0]


def is_known(form: str) -> bool:
    """Whether the form is a name of a known body."""
    return form in _known()


def is_abroad(name: str) -> bool:
    """Whether it is the name of another country, of the Union or of a part of China with laws of its own."""
    return name in _countries() or name in ("香港", "澳门", "台湾", "欧盟", "大韩民国")


def ending_at(text: str, end: int, low: int = 0) -> tuple[Body, ...]:
    """The list of bodies that ends at `end`, in order of position; 等 and 等部门 after it are passed over.

    Looks back to `low` at most, one body at a time, and stops at the first words that name no body.
    """
    low = max(low, end - 200)
    named = _skip(_TRAILING, text, low, end)
    abbreviated = _ABBREVIATION.match(text, named, end)
    end = _skip(_MEETING, text, low, _skip(_ET_AL, text, low, named))
    found: list[Body] = []
    while end > low and len(found) < 20:
        body = _body(text, end, low) or _among(text, end, low)
        if body is None and abbreviated and not found:
            body = _within_known(text, end, low)
        if body is None:
            break
        found.append(body)
        end = _skip(_SEPARATOR, text, low, body.start)
        if end == body.start and not _known_before(text, end, low):
            break
    return tuple(reversed(found))


def without_term(text: str, body: Body) -> str:
    """A body's name, without the term before 全国人大 or of one that meets: 省|十三届|人大常委会|第三十五次会议."""
    name = text[body.start : body.end]
    meets = _TERM.match(name) or re.match(_MEETS, text[body.end : body.end + 16])
    return _TERM.sub("", name) if meets else name


def _among(text: str, end: int, low: int) -> Body | None:
    """A name that nothing marks for a body's but its list: it stands between two bodies (农业农村部、|中国光彩会|、农业银行),
    or is of the same province or town as the one before it (省工商联、|省光彩会)."""
    start = text.rfind("、", max(low, end - 16), end) + 1
    before = _body(text, start - 1, low) if start and _NAME.fullmatch(text, start, end) else None
    if before is None:
        return None
    alike = text[start] in _LEVELS and text[before.start] == text[start]
    alike = alike and not any(_body(text, i, start) for i in range(start + 3, end))  # 市工商联|随即下发
    return Body(start, end, "joint") if alike or text[end : end + 1] == "、" else None


def _within_known(text: str, end: int, low: int) -> Body | None:
    """A name with its abbreviation behind it that opens with a known body's: 财政部|金融犯罪执法网(FinCEN)."""
    run = _RUN.search(text[max(low, end - 32) : end])
    start = end - len(run[0]) if run else end
    for glue in _GLUE.finditer(run[0]) if run else ():
        start = end - len(run[0]) + glue.end() if run else end
    of = opening(text, start, end)
    return Body(start, end, "state") if of and of.standing == "state" else None


def listed(text: str, start: int, end: int) -> tuple[Body, ...]:
    """The bodies of a span that begins with such a list, as after 发文单位; unknown names stand as written."""
    found: list[Body] = []
    for piece in re.finditer(r"[^ \t\u3000、,，;；/|]+", text[start:end]):
        a = start + piece.start()
        b = a + len(_ET_AL.sub("", _ASIDE.sub("", piece[0])))
        if _NO_NAME.search(text, a, b):
            break
        inner = ending_at(text, b, a)
        found += inner if inner and inner[0].start == a else (Body(a, b, "state"),)
    return tuple(found)


def opening_list(text: str, start: int, end: int) -> tuple[Body, ...]:
    """The known bodies that the span opens with: the subject in 党中央、国务院高度重视."""
    found: list[Body] = []
    while body := opening(text, start, end):
        found.append(body)
        separator = _BETWEEN.match(text, body.end, end)
        if separator is None:
            break
        start = separator.end()
    return tuple(found)


def opening(text: str, start: int, end: int) -> Body | None:
    """The known body that the span opens with, or None."""
    for length in range(min(_longest(), end - start), 1, -1):
        known = _known().get(text[start : start + length])
        if known:
            return Body(start, start + length, known[1])
    return None


def _skip(pattern: re.Pattern[str], text: str, low: int, end: int) -> int:
    m = pattern.search(text[max(low, end - 16) : end])
    return end - len(m[0]) if m else end


def _known_before(text: str, end: int, low: int) -> int:
    """The length of the longest known name that ends here, or 0."""
    for length in range(min(_longest(), end - low), 1, -1):
        if text[end - length : end] in _known():
            return length
    return 0


def _country_before(text: str, end: int, low: int) -> int:
    """The length of a foreign country's name that ends here, or 0: 美国商务部 is not 商务部."""
    for length in range(min(6, end - low), 1, -1):
        if text[end - length : end] in _countries():
            return length
    return 0


def _body(text: str, end: int, low: int) -> Body | None:
    length = _known_before(text, end, low)
    known = end - length
    term = re.search(f"{_TERM.pattern}$", text[max(low, known - 6) : known])
    if length and term and text.startswith("全国", known):
        known -= len(term[0])
        return Body(known, end, "state")
    if length and not term and not (known > low and _LOCAL.search(text[max(low, known - 8) : known])):
        known -= 2 * text.startswith("国家", max(low, known - 2), known) or _country_before(text, known, low)
        return Body(known, end, _known()[text[end - length : end]][1])
    window = text[max(low, end - 32) : end]
    run = _RUN.search(window)
    if not run:
        return None
    start = run.start() + run[0].startswith("·")  # a bullet
    for glue in _GLUE.finditer(run[0]):
        if glue.end() < len(run[0]):
            start = run.start() + glue.end()
    start = _after_and(window, start)
    if window.startswith("(", start):  # (十二)省财政厅
        start = max(start, window.find(")", start)) + 1
    if (left := window.rfind("(", start)) > window.rfind(")"):
        start = left + 1  # …办法（省政府
    elif left < 0:
        start = max(start, window.rfind(")") + 1)  # （记者 甲）财政部
    name = window[start:]
    if length:  # 市发改委, 省药监局: local bodies bear the names of national ones
        start = end - max(len(name), length)
        return Body(start, end, _known()[text[known:end]][1])
    head = _HEAD.search(name) if name[:1] != "各" else None  # to whom a letter goes
    foreign = any(name[:length] in _countries() for length in range(2, 7))
    if not head and foreign and name.endswith(_FOREIGN):
        return Body(end - len(name), end, "state")  # 越南工贸部, 日本经济产业省, 老挝政府总理
    if not head or not (
        head["private"]
        or (
            len(name) > 2
            and (foreign or _PLACES.search(name) or len(name) <= 8 or opening(name, 0, len(name)))
        )
        or name in _BARE
    ):
        return None
    standing: Standing = "state" if head["official"] or _STATE_MEETING.search(name) else "private"
    if name.endswith(("工商联", "工商业联合会", "工商联合会")):
        standing = "joint"
    return Body(end - len(name), end, standing)


def _after_and(window: str, start: int) -> int:
    """Where the last body of the window starts: after 和 or 与, unless it joins the words of one name."""
    for m in re.finditer(r"[和与及暨]", window[start:]):
        left, right = window[start : start + m.start()], window[start + m.end() :]
        # 区发改|和|经信局: what stands before is no body, what follows bears no town's or known body's name.
        of_one = left[:1] in _LEVELS and not _HEAD.search(left)
        of_one = of_one and right[:1] not in _LEVELS and not opening(right, 0, len(right))
        if not left or not (of_one or _INNER_AND.search(left)):
            return _after_and(window, start + m.end())
    return start
