"""The thing that a number counts: the noun after it (3万只医用口罩) or before it (医用口罩3万只).

`counted_nouns.csv` holds the nouns that such a phrase ends with; other nouns count where punctuation
or a verb ends them. All matching is on text folded by `script.fold`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Set
from dataclasses import replace
from functools import cache
from importlib.resources import files

from chamber_extract.normalize.tokens import TIME
from chamber_extract.normalize.values import Quantity

LONGEST = 24  # characters of a noun with its modifiers; 可杀灭病毒的医用级杀菌空气净化设备 has 18
LONGEST_HEAD = 8
LONGEST_PLAIN = 5  # characters of a noun of no known head inside an enumeration
LONGEST_UNKNOWN = 8  # and of one that stands alone

# What ends the noun after a figure: punctuation, a conjunction, a verb, a preposition. Characters that
# also stand within nouns (合作 自由 装备 同胞) are none of these there.
_STOP = re.compile(
    r"[，,。；;：:、！!？?（）()《》“”\"'\s\n…~|]|\.(?![0-9])|以及|(?<![共饱温])和(?![平田谐服])|及(?![时格])|(?<!参)与(?!会)|(?<![共合不相])同(?![胞学志乡业行类步])|或|并"
    r"|等(?![级离待])|(?<!上)将(?![军领])|已|把(?!手)|(?<!现)在(?![线校职岗编])|(?<![自经缘])由|从(?!业)|(?<![棉毛])被(?![子褥服])"
    r"|用于|运[抵往回到送上]|送[达往到抵去给交进入]|拉[到往进]|今[晨早]|义[卖拍]|发[车往]|启[程运]|出发|寄(?!宿)|捐(?![款物资赠建])|捐(?:款|物|资|赠)(?=[0-9一二三四五六七八九十百千万给予]|总额|$)|通过"
    r"|赠[送予给与]?|(?<![补供])给(?![水养])|(?<![行人作])为|(?<![方导意定])向(?![日导])|至|(?<![关对属])于|驰援|支援|转[运交]|移交|清点|第一时间|目前|正在|搭乘|陆续|分[别批]|共计|(?<!公)共(?![同享建产青识振和])"
    r"|合计|总计|总?价值|约合|折合|(?<![节预合条签契])约|作为|(?<![可所])以(?!色)|(?<!提)供(?![电水气暖氧热应销])|帮助|支持|发放|投入"
    r"|来自|进行|到位|顺利|成功|全部|均(?!价)|(?<![成首])都(?!市)|也(?!门)|还|再(?!生)|(?<!伴)随(?!身)|且|每|各(?![界类种项级])"
    r"|装(?=[车船箱货运卸载](?!载?机))|(?<![外社成提移])交(?![通流易警换响])|了(?!解)|过(?![滤氧敏程])|是|(?<![没国所私具持享拥原现固公])有(?![限机声线色害效])|没有|予|助力|驶(?!员)|抗击|[兴修援改扩重][建造筑缮]|建[设造立]|设立|成立"
    r"|资助(?!金)|救助(?!金|站)|购[买置]|协助|赈济|扶助|添置|(?<![合工操协著制动写创耕])作(?![业品物家者坊])|援助(?=[^医物防抗口])|随后"
)
# Verbs that are no part of a noun of people, bodies and affairs.
_VERB = re.compile(
    r"捐[赠款资物]|参加|参与(?!者)|出席|签署|签约|签订|入选|受益|获评|获得|荣获|获|受到|积极|认真|主动|踊跃|响应|开展|加强|加入|印发|发出|发布|联合(?!会|国)|当选|募[集捐得]|筹[集得]|增[加至长]到?"
    r"|升至|上升|下降|减少|提出|提到|提高|完成|实现|达到|举办|召开|举行|组织(?=召|开|实|参)|集体|自发|共同|连续|连夜|现场|对口|承诺|表示|认为|位列|排名|落户|落地|投产|复工|复产|营业|开业|上市(?!公司|企业)|倒闭|破产|罚款"
    r"|遇难|受伤|死亡|失踪|确诊(?!病例|患者)|感染(?!者|病例)|感染$|康复|出院|治愈(?!病例|患者)|转交|透露|移居|毕业(?!生)|就业(?!岗位)|脱贫|返乡|返岗|到场|到会|莅临|赴|前往|飞抵|抵达|回国|进入|走进|走访|考察(?!团)|调研|对接(?!会|活动)|结对|帮扶(?!资金)|推动|促进(?!会|中心)|带动|吸纳|包括|包含|涉及|覆盖|认捐|接龙|报名|注册|登记|申请(?=[加入成])"
    r"|指导|担任|发起(?!人)|设(?!备|施|计)|取得|参与|经|则|免[收征除]|减免(?!政策)|不[能足得]|没|需要?|能够?|可[以能]|受访(?!企业|者)|合作(?=[建开推的])|联名|呼吁|号称|受理|审理|审结|查处|查获|破获|起诉|投诉$|投票|表决|通车|通航|建成|竣工|开工|动工|启用|中(?=$)|上(?=$)|下(?=$)|之一"
)
_LEAD = re.compile(
    r"(?:[（(][^（()）]{1,40}[)）](?=的))?(?:总?(?:价值|值)?(?:左右|以上|上下)?的|(?:总?(?:价值|值))|之(?=[㐀-鿿]{2}))?(?:(?:进口|捐赠|援助|爱心|捐助|支援|赠送|募集|筹集|采购|各类|各种|多种|重要|急需的)的?)*"
)
_WORD_BEFORE = re.compile(
    r"(?:[（(][^（()）]{1,20}[)）])?(?:共计|合计|总计|累计|一共|总共|大约|共|各|约|近|逾|超过?|达到?|已|为|：|:| |总?数?量|总?价?值|总?造价|总价|市值|货值|折[合款价算]|金额|总额|合)*$"
)
# What a noun before a figure cannot hold: it starts after the last of these.
_CUT = re.compile(
    r"(?:义|乐|助|认|慨|喜|报|独|题|赈|再|获|敬|转|定向)?捐(?:款捐物|资捐物|钱捐物|[赠款献助出送给资建修造购交缴汇得往入作赈纳钱输予俸])?[了出给来]?"
    r"|[回惠施致移寄义转购送]?赠(?:送|予|与|出|发)?(?:给|予)?了?|受赠|[施致资]送|报效|奉献|敬献|献[出捐]|解囊|认建|缴捐|赈[济助]|采购|订购|购[买置得入]|(?:新|另|又)购[买置得入]?|(?<!便)携(?:带|同|手)?|[募筹](?:集|得|措|到|款)到?了?|提供|包括|包含|包|含有?|收到|接收|送[去上来达往到]|运[抵往回送]|发[放往运]|派[发送]|分发|寄[往送出]|拿出|援助了?"
    r"|(?<=[送赠给予与献])[一-鿿]{0,8}(?:学校|小学|中学|大学|学院|幼儿园|医院|卫生院|[养敬护]老院|福利院|老人院|安老院|孤儿院|[^生]中心|基金会|消防[局队]|红十字会|灾区|灾民|村民|居民|街坊|长者(?!中心|院)|[该我本贵][校院])(?![生用士课图])"
    r"|支援了?|[带捎][来去]|的|[将把了为给与到是于从由着]|向(?!日)|以(?!色)|有(?!机)|出(?!口)|过(?![冬滤敏氧程])|(?<![医家专民急备军日食饮学商兽])用(?![品具水药车油器料])|(?<!大)(?:[首各这该此本]|第[一二三四五六七八九十])批|各[类种项]|其中|生产|加工|调[拨运集]|连同|累计|总计|另有?|以及|还|急需|装(?:载(?!机)|有)|搭载|折合|价值|获|得|共|已|分别|资助|再"
)
# And what else a noun of people, bodies or affairs cannot hold.
_CUT_OTHER = re.compile(
    r"新增|增加|创造|设(?!备|施|计)|选[举出]|产生|新设|发展|吸[引纳收]|带动|组织(?=[企会民])|动员|邀请|走访|服务(?=[企会])|帮助|联系|对接|培[训育]|在|对|使|让|全[市省县区国]|现|下[辖设]|签约(?!项目)|推[出动]|开展|举办|完成|实施|涉及|覆盖|支持|招收"
)
_BUILDINGS = frozenset("馆室楼院厂店站库场园所费")
_JOINT = re.compile(r"、|以及|[和及与跟]")
_QUOTED = re.compile('[“"]([^“”"，。；]{2,12})[”"]$')
_STRENGTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?[%度]$")
_MODEL = re.compile(r"[(（][A-Za-z0-9.\-+/ ]{1,12}[)）]")
_WORTH = re.compile(r"(?:价值|总值|市值|货值)(?:约|近|超|超过|逾)?$")
# Units that name what they count, and those after which nothing counted stands.
_WHOLE = frozenset(
    (
        "岁",
        "周岁",
        "届",
        "周年",
        "人次",
        "人",
        "班",
        "代",
        "级",
        "位数",
        "元",
        "小时",
        "点",
        "度",
        "倍",
        "番",
        "成",
        "折",
        "百分点",
        "个百分点",
    )
)
# Units that are the noun themselves: 两国贸易, 三省商会.
_NOUNS = frozenset(("国", "省", "市", "县", "部门", "季度", "周年"))
# Units of people, bodies and affairs: 会员企业300家, but not 捐给会员单位3万只.
_OF_OTHERS = frozenset(
    ("家", "户", "名", "位", "人", "项", "场", "次", "个", "所", "条", "起", "宗", "例", "座", "艘", "架")
)
_NO_NOUN = tuple("内来前后间里中时起之以左上下被级型式制年月日初末底多余再又即则仍")


@cache
def heads() -> dict[str, str]:
    """The nouns, each `goods`, `building`, `cash`, `mixed` (款物) or `other`, which is what nobody gives away."""
    rows = files(__package__).joinpath("counted_nouns.csv").read_text(encoding="utf-8").splitlines()
    return {row["head"]: row["kind"] for row in csv.DictReader(rows)}


def head_kind(text: str) -> str | None:
    """The kind of the longest noun that ends a noun phrase, None without one and for `other`."""
    kind = _kind(text)
    return None if kind == "other" else kind


def _kind(text: str) -> str | None:
    return next(
        (
            heads()[text[i:]]
            for i in range(max(0, len(text) - LONGEST_HEAD), len(text))
            if text[i:] in heads()
        ),
        None,
    )


def head_end(text: str) -> int | None:
    """Where the last known noun in the text ends, None without one."""
    known = heads()
    for end in range(len(text), 0, -1):
        if any(text[start:end] in known for start in range(max(0, end - LONGEST_HEAD), end)):
            return end
    return None


def with_items(text: str, folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of a text, which is given folded too, each with the noun that it counts."""
    if not quantities:
        return quantities
    starts = {q.start for q in quantities}
    ends = {q.end for q in quantities}
    found = []
    for q in quantities:
        span = item_of(folded, q, starts, ends)
        if span is not None:
            q = replace(q, item=text[slice(*span)], item_start=span[0], item_end=span[1])
        found.append(q)
    return found


def item_of(folded: str, q: Quantity, starts: Set[int], ends: Set[int]) -> tuple[int, int] | None:
    """Where the counted noun stands: a count takes the goods just before it, money those after it.

    `starts` and `ends` are those of all figures, which no noun runs over.
    """
    if (
        q.kind == "ordinal"
        or q.unit in TIME
        or q.unit in _NOUNS
        or (q.kind == "number" and folded[q.number_end - 1] not in "万亿")
    ):
        return None
    before = None if q.kind in ("percent", "ratio", "number") else item_before(folded, q, ends)
    if before and q.kind != "money":
        # 医院200名员工 counts what follows, 口罩5万只 what came before.
        return (_kind(folded[slice(*before)]) == "other" and _after(folded, q, starts)) or before
    if before and not folded[before[1] : q.start].strip(" \u3000") and before[1] < q.start:
        before = None  # 天和食品 20万元: a name and what it gave
    return _after(folded, q, starts) or before


def _after(folded: str, q: Quantity, starts: Set[int]) -> tuple[int, int] | None:
    apart = q.kind in ("count", "measure") and folded.startswith(" ", q.end)
    after = item_after(folded, q.end + apart, starts)
    if after is None:
        return None
    kind = _kind(_MODEL.sub("", folded[slice(*after)]))
    if q.kind == "money":
        # 10万元支援风灾重建 names a purpose.
        worth = _WORTH.search(folded, max(0, q.start - 6), q.start) and folded.startswith("的", q.end)
        return after if worth or kind not in (None, "other") else None
    if q.kind in ("percent", "ratio"):
        return after if kind and folded.startswith("的", q.end) else None
    return after if kind or not (apart or q.kind == "number" or q.unit in _WHOLE) else None


def item_after(folded: str, position: int, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase that starts at the position, just after a figure."""
    lead = _LEAD.match(folded, position, position + LONGEST)
    start = lead.end() if lead else position
    end, limited = _run(folded, start, figures)
    relative = folded.rfind("的", start, end)
    if relative >= 0 and head_end(folded[start:relative]) == relative - start:
        end, limited = relative, False  # 18万只口罩的包机
    elif relative >= 0:
        start = relative + 1  # 100台可杀灭病毒的空气净化设备
    if end <= start:
        return None
    last = head_end(folded[start:end])
    if not last or _kind(folded[start : start + last]) == "other":
        return _plain(folded, start, end, limited)
    if folded[start + last : start + last + 1] in _BUILDINGS:  # 图书 in 图书馆
        return None
    end = start + last
    model = _MODEL.match(folded, end)
    end = _enumeration(folded, model.end() if model else end, figures)
    return (start, end) if end - start <= LONGEST * 2 else None


def _plain(folded: str, start: int, end: int, limited: bool) -> tuple[int, int] | None:
    """People, bodies and affairs up to the first verb: 会员企业 of 会员企业积极响应."""
    verb = _VERB.search(folded, start, end)
    if verb:
        end, limited = verb.start(), False
    last = head_end(folded[start:end])
    if last:
        return start, start + last
    known = not limited and 1 < end - start <= LONGEST_UNKNOWN and not folded.startswith(_NO_NOUN, start)
    return (start, end) if known else None


def _run(folded: str, start: int, figures: Set[int]) -> tuple[int, bool]:
    """Where the run of characters that may belong to one noun phrase ends; True where only its length ends it."""
    limit = min(len(folded), start + LONGEST)
    stop = _STOP.search(folded, start, limit)
    end = stop.start() if stop else limit
    figure = next((i for i in range(start, end) if i in figures), None)
    if figure is not None:
        return figure, False
    return end, stop is None and end < len(folded)


def _enumeration(folded: str, end: int, figures: Set[int]) -> int:
    """Where 口罩、手套和防护服等物资 ends, given the end of its first noun; `end` where a figure joins in."""
    first, nouns = end, 1
    while joint := _JOINT.match(folded, end):
        start = joint.end()
        stop, _ = _run(folded, start, figures)
        last = head_end(folded[start:stop])
        known = last and start + last == stop
        plain = joint.group() == "、" and 0 < stop - start <= LONGEST_PLAIN  # 米、面、油等物资
        if start in figures or not (known or plain) or stop in figures:
            return end if nouns > 1 and start not in figures else first
        end, nouns = stop, nouns + 1
    if folded.startswith("等", end):
        stop, _ = _run(folded, end + 1, figures)
        last = head_end(folded[end + 1 : stop])
        if last:
            return end + 1 + last
    return end


def item_before(folded: str, q: Quantity, figures: Set[int]) -> tuple[int, int] | None:
    """The span of the noun phrase that ends just before a figure: goods, or people and bodies of a count of such."""
    position = q.start
    lowest = max(0, position - LONGEST)
    floor = next((i for i in range(position, lowest, -1) if i in figures), lowest)
    left = folded[floor:position]
    glue = _WORD_BEFORE.search(left)
    end = floor + (glue.start() if glue else len(left))
    quoted = _QUOTED.search(folded, floor, end)
    if quoted and head_kind(quoted[1]) == "goods":  # “爱心书包”300个
        return quoted.span(1)
    if folded[floor:end].endswith("等") and head_kind(folded[floor : end - 1]) == "goods":
        end -= 1  # 方便面、火腿肠等2.3万箱
    head = _kind(folded[floor:end])
    if not head or head == "cash":  # 捐款10万元 names no goods
        return None
    if head == "other":
        several = q.kind == "count" and q.unit in _OF_OTHERS and q.amount.value != 1
        return _others_before(folded, floor, end) if several else None
    start = _element(folded, floor, end)
    # 口罩、消毒液等防疫物资3万件 counts all of it; 口罩3万只、手套2万双 counts the last noun alone.
    while start > floor and (joint := _joint_before(folded, start)):
        element = _element(folded, floor, joint)
        if joint in figures or element in figures or element >= joint or not head_kind(folded[element:joint]):
            break
        start = element
    if strength := _STRENGTH.search(folded, max(0, start - 6), start):  # 75%酒精200瓶
        start = strength.start()
    if head == "building" and folded[start - 1 : start] != "建":  # 捐建校舍两间, but not 捐给医院60万只
        return None
    return (start, end) if start < end and folded[start] != "每" else None


def _others_before(folded: str, floor: int, end: int) -> tuple[int, int] | None:
    start = _element(folded, floor, end)
    for cut in _CUT_OTHER.finditer(folded, start, end):
        start = cut.end() if cut.end() < end else start
    to_whom = folded[start - 1 : start] in tuple("给向为往到予与")
    return (start, end) if not to_whom and _kind(folded[start:end]) else None


def _element(folded: str, floor: int, end: int) -> int:
    """Where the noun that ends at `end` starts: after punctuation, a conjunction, a verb or a particle."""
    start = floor
    for i in range(end - 1, floor - 1, -1):
        if folded[i] in "，,。.；;：:、！!？?（）()《》“”\"' \t\n和及与…●■▲◆|":
            start = i + 1
            break
    for cut in _CUT.finditer(folded, start, end):
        if cut.end() < end and head_end(folded[cut.end() : end]):
            start = cut.end()
    return start


def _joint_before(folded: str, start: int) -> int | None:
    """Where the conjunction that ends at `start` begins, None without one."""
    for joint in ("以及", "、", "和", "及", "与"):
        if folded.startswith(joint, start - len(joint)):
            return start - len(joint)
    return None
