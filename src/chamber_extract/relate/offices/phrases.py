"""What stands before an office: the organisation, and the offices chained to it.

    江苏省委统战部副部长、省工商联党组书记 -> (副部长, 江苏省委统战部), (党组书记, 江苏省工商联)

Positions are those of `Text.clean`; the folded text is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.gazetteer.names import names
from chamber_extract.relate.offices.extent import ENTITIES, LONGEST, TAILS, words
from chamber_extract.relate.offices.kinds import COMMITTEE
from chamber_extract.segment import Span

_CENTRE = words("tail")
_CHAIN = re.compile(
    r"(?:(?:、|，|,)(?:著名|知名|资深|原|前|时任|现任|现)|、|，|,|;|；|/|[ \u3000]|兼任|兼|暨|和|及|以及|并任|,兼|，兼)$"
)
_PREFIX = re.compile(
    r"(?:[该本](?:会|商会|协会|总会|公会)(?=[\u4e00-\u9fff]{2})|第?[一二三四五六七八九十百\d]+[届任]|新一届|本届|上届|首届|该|原(?![平阳州子料])|前(?![海进锋郭程沿卫])|老(?![挝街河凤板百字干])|著名|知名|资深|时任|现任|的|等(?:[\d一二三四五六七八九十多余]*[人位名])?|与会的|我国|旗下|担任|任|同(?![乡业心济仁学善德安庆])|和(?![平谐])|与|及|暨)+"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One office with what stands before it: `start` of the whole, where the organisation ends, the title's span."""

    start: int
    organization_end: int
    title: Span


def split(text: str, start: int, title: Span, chamber_ends: dict[int, int]) -> Phrase:
    """The phrase divided: where its organisation ends and its title, department included, begins."""
    named = any(
        chamber_ends.get(e) == start for e in range(title.start, start + _POINTER, -1)
    )  # 老挝中华总商会
    own = _OURS.match(text, start, title.start)
    while not named and start < title.start and (m := _PREFIX.match(text, start, title.start)):
        start = m.end()
    end = next((e for e in range(title.start, start, -1) if chamber_ends.get(e, -1) >= start), start)
    if end > start and text[end : title.start] in (")", "）"):
        return Phrase(start, end, title)  # 某总商会（中总）总会长
    rest = text[end : title.start]
    if rest in _ROOMS:
        return Phrase(start, end, Span(end, title.end))
    if end > start and _SHORT_FORM.fullmatch(rest):
        return Phrase(start, end, title)  # 华人社团总会（商联会）总秘书
    if own and _OWN_COMMITTEE.fullmatch(rest):
        return Phrase(own.start(), own.end(), Span(own.end(), title.end))  # 本会|财务委员会主席
    if _heads_list(text, start, title) and _SECTION.fullmatch(rest):
        return Phrase(start, start, Span(start, title.end))  # ⏎国际贸易主任：甲
    if inner := COMMITTEE.fullmatch(rest):
        return Phrase(start, end, Span(end + inner.start(1), title.end))
    if end > start and _OWN_COMMITTEE.fullmatch(rest):
        return Phrase(start, end, Span(end, title.end))
    if text[start - 1 : start] == "》" and _PAPER.fullmatch(text, start, title.start):
        opening = text.rfind("《", max(0, start - _PAPER_NAME), start)
        return Phrase(opening if opening >= 0 else start, title.start, title)
    if (opening := _quoted(text, start, title)) is not None:
        return Phrase(opening, title.start, title)
    if (
        end > start
        and not rest.endswith(("分会", "委员会", "专委会", "支会", "代表处", "办事处"))
        and not _entity_end(rest)
    ):
        return Phrase(start, end, Span(end, title.end))
    if place := _governed(text, start, title):
        return Phrase(title.start - len(place), title.start, title)
    if rest.rstrip("的").endswith(_ACTING) or _DOING.search(rest):
        return Phrase(start, start, title)
    if _FIELD.fullmatch(rest):
        return Phrase(start, start, Span(start, title.end))
    if _DESK.fullmatch(rest) and text.endswith("主任", title.start, title.end):
        return Phrase(start, start, Span(start, title.end))
    if rest and (stop := _entity_end(rest)):
        after = title.start if _SHORT_FORM.fullmatch(rest, stop) else end + stop
        return Phrase(start, end + stop, Span(after, title.end))
    if _REGION.fullmatch(rest):
        return Phrase(start, start, Span(start, title.end))
    if rest and (rest[-1] in TAILS or rest.endswith(_CENTRE) or rest.rstrip("的")[-1:] in TAILS):
        return Phrase(start, title.start, title)
    if _POSTED.fullmatch(rest):
        reports = text.startswith("记者", title.end - 2)  # 驻布鲁塞尔记者, of a paper
        return Phrase(title.start if reports else start, title.start, title)
    if (inner := _MINISTRY.match(rest)) and _OF_STATE.search(text, title.start, title.end):
        return Phrase(start, start + inner.end(), Span(start + inner.end(), title.end))
    place = names().places.at(rest, 0) or ""
    if place and place[-1] not in _DIVISIONS and rest[len(place) : len(place) + 1] in _DIVISIONS:
        place += rest[len(place)]
    if 0 < len(place) < len(rest) <= len(place) + _TRADE and _OF_STATE.search(text, title.start, title.end):
        return Phrase(start, start + len(place), Span(start + len(place), title.end))
    if (town := _TOWN.match(rest)) and _OF_STATE.search(text, title.start, title.end):
        return Phrase(start, start + town.end(), Span(start + town.end(), title.end))
    named = text[title.start] in _MINISTRIES or text.startswith("大臣", title.start)
    if 1 < len(rest) <= 4 and named and title.end - title.start == 2:
        return Phrase(start, start, Span(start, title.end))
    if rest and (rest.replace("，", ",").isascii() or names().places.at(rest, 0) == rest):
        return Phrase(start, title.start, title)
    signs = text[start - 1 : start] in ("", "\n", "【", "(")  # 绵报融媒|记者
    reports = signs and len(rest) > 3 and text.startswith("记者", title.end - 2)
    of_firm = _FIRM_TITLE.search(text, title.start, title.end) or reports
    if 2 <= len(rest) <= 10 and of_firm and rest not in _FIRM_WORDS:
        return Phrase(start, title.start, title)
    if _short_name(rest.removeprefix(place)) and _LED.search(text, title.start, title.end):
        return Phrase(start, title.start, title)
    return Phrase(start, start, title)


def _heads_list(text: str, start: int, title: Span) -> bool:
    """Whether an officer of a section fills a line up to the sign that names follow."""
    heads = text.endswith(("主任", "组长", "股长", "主委"), title.start, title.end)
    return heads and text[start - 1 : start] in ("", "\n") and text[title.end : title.end + 1] == ":"


def _quoted(text: str, start: int, title: Span) -> int | None:
    """Where a body opens whose name stands in quotes: “老张饺子”老板, “希望之家”孤儿院院长."""
    opening = _QUOTES.get(text[start - 1 : start])
    rest = text[start : title.start]
    owner = not rest and _OWNER.search(text, title.start, title.end)
    if opening is None or not (
        owner or (rest and rest[-1] in TAILS) or (rest and _entity_end(rest) == len(rest))
    ):
        return None
    quoted = text.rfind(opening, max(0, start - _QUOTE), start)
    return quoted if quoted >= 0 and not _INNER.search(text, quoted + 1, start - 1) else None


def _governed(text: str, start: int, title: Span) -> str:
    """The place whose governor is named: 熊本 of 转达熊本|市长; a foreign one by its sound: 久尔贝勒|市长."""
    if not _GOVERNOR.fullmatch(text, title.start, title.end):
        return ""
    rest = text[start : title.start]
    same = rest[-1:] == text[title.end - 2]  # 塔纳河郡|郡长
    if 2 <= len(rest) <= _SPELLED and (same or names().translit.issuperset(rest)):
        return rest
    place = names().places.before(text, title.start) or ""
    return place if start <= title.start - len(place) < title.start else ""


_SPELLED = 7  # characters of a foreign place that no table has
_GOVERNOR = re.compile(r"副?[市县州镇省区郡](?:长|议员)")
# 信息部|主任: a part of the body that is meant, and no body itself.
_DESK = re.compile(r"(?=.{3,6}$)(?:市场|国际|[^驻省市县区国各该全局署院委处])+[部组股]")
_OURS = re.compile("[本我](?:商|协|公|总商|联合)?会")
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![部局厅处署院所会司科室馆省市县区])")
# The committee of a chamber that is named: 菲华商联总会|税务委员会主任.
_OWN_COMMITTEE = re.compile(r"[\u4e00-\u9fff]{1,8}(?<!基金会)(?:委员会|专委会)")
# What an officer sees to: 公益|主委, 关务|负责人.
_FIELD = re.compile(
    r"[财税关侨会外总庶法]务|公益|慈善|文教|康乐|文娱|体育|联络|公关|外联|(?:外联|文体|会员|活动|公关|联络|外贸)部|事务局"
)
_ROOMS = ("办公室", "秘书处", "办公厅")
_SHORT_FORM = re.compile(r"[(（](?:[^()（）]{2,12}|[A-Z][ -~]{2,76})[)）]")
_REGION = re.compile(
    r"(?:[\u4e00-\u9fff]语|大中华|亚太|欧洲|非洲|美洲|华[东南北中]|西[南北]|东[南北]|[东西南北中]部?)(?:大|片)?区"
)
_QUOTES = {"”": "“", "」": "「", "』": "『", '"': '"'}
_INNER = re.compile(r"[，。！？；：,!?;:“”「」]")
_QUOTE = 16  # characters of a name in quotes
_OWNER = re.compile(r"老板|店主|店长|经理|东[主家]|司理|董事长|总裁|创始人|创办人|负责人|校长|院长|主理人")


def _short_name(rest: str) -> bool:
    """Whether a body is called so for short, as 马华 or 闽商联: no word that does, joins or describes."""
    common, tables = names().common, names()
    if rest.endswith(_JOINT_BODIES) and len(rest) <= _SHORT:
        return True
    pairs = [rest[i : i + 2] for i in range(len(rest) - 1)]
    return (
        2 <= len(rest) <= _SHORT
        and all("\u4e00" <= c <= "\u9fff" for c in rest)
        and not any(
            common.get(pair) or pair in tables.followers or pair in tables.modifiers for pair in pairs
        )
        and not _NO_NAME.intersection(rest)
        and rest not in _FIRM_WORDS
        and rest not in tables.titles
    )


# Grammar, and what describes somebody: 离不开老会长.
_NO_NAME = frozenset("的都不离开老再又就已更最很还也没去来我你他她它们这那其此每各某前后新旧多两三几")
_JOINT_BODIES = ("华联", "商联", "华总", "商总")  # 苏北华联
_SHORT = 6  # characters of a body's short name
_LED = re.compile(r"会长|主席|理事长|秘书长|监事长|总干事|校长|[州省国]会?议员")
# 中国驻秘鲁大使: where somebody is posted.
_POSTED = re.compile(
    r"[\u4e00-\u9fff]{0,8}?常?驻(?!会|地|村|点)[\u4e00-\u9fff]{1,10}(?:[(（][\u4e00-\u9fff]{1,3}[)）])?"
)
# 交通部长: the word for the body is part of the office.
_MINISTRIES = frozenset("部局厅处司署科委课室")
# 马来西亚交通部长: the trade of a minister belongs to the office.
_OF_STATE = re.compile(r"部长$|大臣$|次长$|[局厅司处署课]长$")
# 产业通商资源部|通商政策局长
_MINISTRY = re.compile(r"[\u4e00-\u9fff]{3,16}[部厅委署院](?=[\u4e00-\u9fff]{2,6}$)")
# 石卷市|社会福祉课长
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,5}?[市县州省](?=[\u4e00-\u9fff]{2,8}$)")
_DIVISIONS = tuple("市县州省区")
_TRADE = 8  # characters of such a trade
_PAPER = re.compile(r"(?:杂志社?|周刊|月刊|报社?|编辑部|学刊|社)?")
_PAPER_NAME = 24  # characters that a periodical's title takes


def _entity_end(rest: str) -> int:
    """Where the last organisation in a stretch ends, 0 where none does."""
    ends = (rest.rfind(word) + len(word) for word in ENTITIES if word in rest)
    return max((end for end in ends if not _GOES_ON.match(rest, end)), default=0)


# 市场|部, 市场|监管局, 人大|常委会, 企业|家
_GOES_ON = re.compile(rf"[家{''.join(sorted(_MINISTRIES))}]|监[管督]|常委会|常务委员会")


def chained(text: str, start: int) -> int | None:
    """Where the office before this phrase would end, if a chain joins them, else None."""
    m = _CHAIN.search(text[max(0, start - _JOINT) : start])
    if m is None and text[start - 1 : start] == "的" and _ALSO.search(text, max(0, start - LONGEST), start):
        return start - 1
    return start - len(m[0]) if m else None


_POINTER = 4  # characters of 该总商会
_JOINT = 3  # characters that join two offices at most
# 兼任某协会主席的|公司董事甲
_ALSO = re.compile(r"(?:[兼担出现时连]任|身为|身兼|同时是)[^，。；\n]{3,38}的$")


def is_department(words: str) -> bool:
    """Whether the words before a name are a department that belongs to the office after it: 市场部张明总监."""
    return 1 < len(words) <= _DEPARTMENT and (
        words[-1] in "部处科室组司局" or words.endswith(("中心", "办公厅"))
    )


_DEPARTMENT = 12  # characters


# A firm's bare name is told by the office: 京东物流副总裁.
_FIRM_TITLE = re.compile(r"总裁|总经理|董事长|董事局主席|首席执行官|创始人|行长|社长|董事经理|总监")
# They end as bodies do: 开店的孙老板, 一行.
_ACTING = words("acting")
# 开小饭馆的|吴老板, 经营超市的|店主
_DOING = re.compile(
    r"(?:[开办做卖](?:[了着过]|[一两几]?[家间个]|小|大|餐|饭|面|酒|茶|超市|网店|民宿|工厂|公司|生意)|经营|经销|从事|打理)[\u4e00-\u9fff]*的$"
)
_FIRM_WORDS = words("common")


def begins(text: str, title: Span, edge: int, chamber_ends: dict[int, int]) -> int:
    """Where the office begins in a title that starts within a body's name: 立法会|议员, 中总|会长, 商务理事会|主席, 柔州|行政议员."""
    start, inside = title.start, title.start + 1
    if seat := _SEAT.match(text, start, title.end):
        return seat.end()
    short = text.startswith(("总会长", "总理事长"), start) and _SHORTENED.search(
        text[max(0, inside - 5) : inside]
    )
    named = edge == start and chamber_ends.get(inside, inside) < edge
    if short or named or (text[start] == "州" and names().places.before(text, inside)):
        return inside
    council = text.startswith("理事会", start) and _COUNCIL.search(text[max(0, start - 3) : start])
    return start + 3 if council else start


# Offices that name their body: 立法会议员, 全国政协委员.
_SEAT = re.compile(
    r"(?:全国|[省市县区州])?(?:立法会|政协|人大|议会|(?<![\u4e00-\u9fff])国会)(?=(?:常务|副)?(?:主席|议员|委员|常委(?!会)|代表))"
    r"|(?:前任?|原|时任|现任)?(?:政务司|财政司|律政司|联合国|世卫组织|世界卫生组织|筹委会|筹备委员会|工委会|校董会|家协|家教协会|[\u4e00-\u9fff]{2}处(?=处长))(?=副?(?:司长|秘书长|总干事|处长|主席|主任))"
)
_SHORTENED = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|尚有|[由和及])[诗霹槟隆柔雪沙古泰柬缅印新越彭森登]?[中华商厂菲]总$"
)
# Before 理事会: a body of its own, no chamber's council.
_COUNCIL = re.compile(r"(?:商务|经济|贸易|经贸|工商|合作|友好|企业|企业家|商业|文化|发展|交流)$")
