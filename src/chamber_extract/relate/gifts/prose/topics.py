"""What a clause in which nothing is given leaves for the next: who is spoken of, and whether counting goes on."""

from __future__ import annotations

import re

from chamber_extract.normalize.items import LONGEST, head_kind
from chamber_extract.relate.gifts import context
from chamber_extract.relate.gifts.clauses import Act, Clause
from chamber_extract.relate.gifts.parties.bounds import opens_with_verb
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.officers import for_body
from chamber_extract.relate.gifts.parties.raisers import collector
from chamber_extract.relate.gifts.parties.recipients import recipient_after, recipient_before
from chamber_extract.relate.gifts.parties.roles import ACTS_FOR, COMMISSION, asked, delegation
from chamber_extract.relate.gifts.parties.subject_phrases import RECEIVED, subject
from chamber_extract.relate.gifts.parties.subjects import CUMULATIVE
from chamber_extract.relate.gifts.parties.told_after import AMONG
from chamber_extract.relate.gifts.parties.wording import Party, any_name, is_party, is_person, trim
from chamber_extract.relate.gifts.prose.warrant import KEPT
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import CHAMBER, COUNT, FIGURE

_MEANS = re.compile(r"通过|透过|经由?|以(?!色列)|除|为(?!民)|对|随着|鉴于|面对")
_THANKS = re.compile(r"感谢|赞赏|称赞|肯定|表扬|点赞")
_DEED = re.compile(r"善举|义举|爱心|的?(?:捐赠|慷慨|支持|援助|无私|大爱)")
_SAID = re.compile(r"(?:说|表示|宣布|指出|介绍|透露|披露|强调|致[辞词]|谈到|告诉\S{0,6}|认为|称)道?$")
_GIVERS = (
    r"(?:(?:捐[款赠献助]|认捐|[乐义]捐|乐助|善款)(?:[金数]?额|[^，。：]{1,9}以上)?|(?<!交易|投资|成交|合同|订单|签约)[金数]额)"
    r"(?:[较最]?[大多高]|居前|领先|前[一二三四五六七八九十几]名)?(?:的|者)?"
    r"(?:(?:单位|企业|个人|会员|商[号户家]|[团机社侨][体构团]|人士|理事|会董|商会)[及和与、]?)*(?:主要|还|计|则|分别|依次|另)*"
)
LISTED_BELOW = re.compile(
    r"(?:捐[款赠资献物](?:捐[款物资])?(?:物资|款物)?(?:情况|名单|明细|金额|数额|如下|公示|统计|一览|汇总|清单|排名)表?(?:如下|公布|公示)?"
    r"|(?<![一-鿿A-Za-z])(?:现金|资金|物资|实物)?捐[款赠物献](?:方面|部分)?"
    rf"|接龙|{_GIVERS}(?:包括|有|为|是))(?:[（(][^（()）]*[)）])?$"
)
# 其他捐款者有甲商会5000元、乙公会3000元
LISTED_HERE = re.compile(rf"{_GIVERS}(?:包括|有(?!机))[:：]?(?=[^，。；：\ue003]{{2,30}}\ue003)")
# 受惠团体包括：仁爱之家1万令吉; 获商会赠送礼盒的有：安老院120盒
_RECEIVERS_BELOW = re.compile(
    r"(?:受[惠益助赠][^，。；]{0,8}?|获(?P<who>[^，。；]{0,16}?)(?:捐[赠助款]|赠[送予]|资助|拨款)(?P<item>[^，。；]{0,10}?)的?(?:单位|学校|团体|机构|院舍)?)"
    r"(?:包括|计?有|分别[为是]|为|是|名单如下|如下)$"
)
_PARTS_BELOW = re.compile(r"\s*(?:其中|其中有|包括|计[开有捐]?|分配如下|分别[是为]?|具体如下|明细如下)$")
_TURNED_TO = re.compile(r"移[充作捐]|[拨转充][充作]|分[捐赠配]|捐作")  # 贺仪85万元移充慈善用途，计：
_ORGANISED = re.compile(
    r"由(?!于|此|衷)(?P<who>[^，]{2,40}?)(?:共同|联合)?(?:主办|牵头|发起|举办|统筹|合办|承办|倡议)"
    r"|经(?P<by>[^，]{2,40}?)(?:汇收|代收|汇集|经收|统收)"
)
_LED_BY = re.compile(
    rf"[^，由{CHAMBER}]{{0,16}}由[^，]{{2,30}}?(?:带领|带队|率领|率队|领队|经手|派出[^，]{{0,8}}|陪同|主持|见证|接[收受领]|领取|签收)$"
)
_CAME_FROM = re.compile(r"(?:捐款|善款|捐赠)[^，。；]{0,4}(?:来自于?|出自)(?P<who>[^，。；]{2,30})$")
_MANY = re.compile(rf"有(?P<who>{COUNT}{{2,}}[一-鿿]{{0,6}}?)(?:报名|响应|参与|参加|加入|接龙|解囊)")
_REPORTED = re.compile(
    rf"(?:收到|接到|接获|汇总)了?(?P<who>{COUNT}{{2,}}[一-鿿]{{0,8}}?)(?:[报发]来|[报递发]送|上报|提交|反馈|填报)"
)
_THERE_IS = re.compile(f"(?<=[晚时上中里天场下边])有(?={COUNT})")
# 分会会员多为家具业者, 该会会员仅23户: how many or what the members are is told of the body
_MEMBERS_ARE = re.compile(
    rf"(?P<body>{CHAMBER}+|[本我该]会|分会|协会|商会|公会)?的?(?:{COUNT}+)?(?:会员|理监?事|会董|店铺|成员)[一-鿿]{{0,2}}?(?:目前|现在?|已|大)*(?:由(?=[^，]{{0,4}}{COUNT})|增[至加到]|多[为是有]|是|有|多数?|仅|只|不过|来自|遍[及布])"
)
_ENDS_OPEN = frozenset({"：", ":", "\n", ""})
_OBJECT = re.compile(
    r"(?:第[一二三四五六七八九十]批|首批|\ue004|[了的、和及与或等]|各类|一批|大批|大量|物[资品]|善款|款项|资金|现金|捐款|红包|利是|慰问金|助学金|奖学金|医疗|医用|防疫|抗疫|紧缺|急需|生活|救灾|用品|款物|爱心|总额|总数|合计|共计|(?:\ue004+|(?:[一半两三]个?)?[天日月])的?(?:工资|薪金|薪水|收入|所得|营业额|退休金|养老金)|累计|情况|(?:他|她|自己|本人)的?|踊跃|热烈|不断|这[笔些批]|钱|虽然?|[不数]?[多大少小]|占[^，]{2,8}|如下|清单|明细|主要|包括|包含|含|计?有|为|是|折款|折价|折合|价值)*(?:[给予][^，]{2,20})?"
)
_COUNTED = re.compile(
    rf"每[人户名家位份校]{FIGURE}+|(?:[共合总计]|受[惠益]者?|惠及|覆盖|涉及)*[一-鿿]{{0,4}}{COUNT}{{2,}}[一-鿿]{{0,6}}"
)
_BY_WHOM = re.compile(r"(?P<noun>[一-鿿A-Za-z]{2,12}?)(?:全部|全|均|都|则)?由(?!于|此)")
_A_LOT = re.compile(r"(?:一批|若干|一宗)$")


def hear(setting: Setting, state: State, clause: Clause) -> None:
    """A clause in which nothing is given may set the topic, and ends or opens the counting."""
    text = setting.text
    opens = setting.folded[clause.end : clause.end + 1] in _ENDS_OPEN
    if opens and state.act and _PARTS_BELOW.fullmatch(text, clause.start, clause.end):
        state.to_each = _TURNED_TO.search(text, setting.sentence.start, clause.start) is not None
        state.listing = not state.to_each
        return
    found = _topic(setting, clause)
    if not found and (state.listing or (opens and _acts_next(setting, clause))):
        found = any_name(text, clause.start, clause.end)
    said = _SAID.search(text, clause.start, clause.end)
    if found:
        state.turn_to(text, found, speaks=bool(said) and is_person(text, found))  # 会长宣布，…
    if taker := _taker(text, clause):
        state.turn_to(text, taker)
    own = KEPT.search(setting.folded, clause.start, clause.end)
    acts = [
        a for a in clause.acts if a.sure or (setting.generous_near and not (own and a.action == "purchase"))
    ]
    rest = setting.folded[acts[-1].end : clause.end].lstrip("了“") if acts else ""
    noun = _A_LOT.sub("", rest).rstrip("”")
    noun_start = clause.end - len(rest)
    passive = _BY_WHOM.match(text, clause.start, acts[0].start) if acts and not rest else None
    if passive:  # 药品由理事长报效，约值20万元
        noun, noun_start = setting.folded[slice(*passive.span("noun"))], passive.start("noun")
    kind = head_kind(noun) if len(noun) <= LONGEST else None
    listed = LISTED_BELOW.search(setting.folded, clause.start, clause.end)
    gets = (
        _RECEIVERS_BELOW.search(text, clause.start, clause.end) if setting.generous_near and opens else None
    )
    if gets:
        giver = gets["who"] and named(text, *gets.span("who"))
        donor = giver or found or state.topic or setting.headed
        state.govern(Act(gets.start(), gets.end(), gets.group(), "donate", True), donor, None, False)
        state.to_each = True
        state.noun = gets.span("item") if gets["item"] else None
    elif not state.group and _opens_list(setting, clause):
        state.govern(Act(clause.start, clause.end, "", "donate", True), None, None, False)
        state.listing = True
    elif listed and opens:
        told = Act(listed.start(), listed.end(), listed.group(), "donate", True)
        state.govern(told, None, recipient_before(text, clause.start, listed.start()), False)
        state.listing = True
    elif state.listing and found:  # 甲公司：50万元 in a list of givers
        state.donor, state.group = found, []
    elif setting.generous_near and opens and _TAKEN_IN.search(text, clause.start, clause.end):
        taker = collector(setting, state, found or state.topic)  # 商会共收到：现金50万元，旧衣320袋
        state.govern(Act(clause.end, clause.end, "", "donate", True), taker, None, True)
        state.gathered = state.itemized = True
    elif acts and (
        kind in ("goods", "cash") or _object_of(setting, acts[-1], clause)
    ):  # 慷慨解囊，共10万元; 捐赠各类物资，包括
        before = recipient_before(text, found.end if found else clause.start, acts[-1].start)
        recipient = before or recipient_after(text, acts[0].start, clause.end)
        cumulative = CUMULATIVE.search(text, clause.start, clause.end) is not None
        donor = for_body(setting, state, acts[-1], found or state.topic or setting.headed)
        state.govern(acts[-1], donor, recipient, cumulative)
        state.gathered = RECEIVED.search(text, clause.start, acts[-1].start) is not None  # 收到捐款1026笔
        state.itemized = opens and setting.folded[clause.end : clause.end + 1] in "：:"
        state.noun = (noun_start, noun_start + len(noun)) if kind == "goods" else None
    elif _announces(setting, clause):  # 此次交接的为第二批物资，包括
        donor = found or (state.topic if state.topic and not state.topic.plural else None)
        if not donor and setting.folded[clause.start] in "这此该":  # 这份礼物包括
            donor = setting.headed
        to = recipient_after(text, clause.start, clause.end)
        state.govern(Act(clause.end, clause.end, "", "deliver", True), donor, to, False)
        state.gathered = donor is None
    elif state.act and (
        _is_aside(text, clause)
        or _is_row(setting, state, clause)
        or (state.group and _TURNED_TO.search(text, clause.start, clause.end))
    ):
        return
    elif not (
        context.GOING_ON.fullmatch(text, clause.start, clause.end)
        or AMONG.fullmatch(text, clause.start, clause.end)
    ):
        state.act, state.listing, state.itemized = None, False, False


def _opens_list(setting: Setting, clause: Clause) -> bool:
    """Whether a clause leads up to givers with their sums: 各侨团上台捐款，其中，甲5万欧元、乙3万欧元; 当场认捐：甲5万元，…"""
    listed = _NAME_AND_SUM.match(setting.text, clause.end)
    if listed and clause.acts and clause.acts[-1].sure and clause.acts[-1].end == clause.end:
        return listed[0][0] in ":：" and is_party(listed["who"])
    if not listed or not _OF_THEM.fullmatch(setting.text, clause.start, clause.end):
        return False
    before = setting.folded[max(setting.paragraph.start, clause.start - _NEAR) : clause.end]
    before = "。".join(before.rpartition("\n")[2].split("。")[-2:])  # this sentence and the one before
    return context.GENEROUS.search(before) is not None and context.COMMERCE.search(before) is None


_NEAR = 80  # characters before a list within which its giving is told
_OF_THEM = re.compile(r"其中|当中|[此本这该]次(?:募捐|捐[款赠资])(?:活动)?中")
_NAME_AND_SUM = re.compile(
    rf"[，:：](?P<who>[^，。；、：{FIGURE}]{{2,24}}){FIGURE}+[、，；][^，。；：{FIGURE}]{{2,24}}{FIGURE}"
)


def _object_of(setting: Setting, act: Act, clause: Clause) -> bool:
    """Whether what follows a verb is all kinds of goods or money, or people who were helped."""
    return bool(
        _OBJECT.fullmatch(setting.text, act.end, clause.end)
        or ("helps" in act.senses and _PEOPLE.fullmatch(setting.text, act.end, clause.end))
    )


_PEOPLE = re.compile(rf"了?[一-鿿、{COUNT}]{{0,20}}{COUNT}{{2}}[一-鿿]{{0,8}}")  # 资助贫困大学生36名


def _taker(text: str, clause: Clause) -> Party | None:
    """Who received what a clause tells of."""
    if not clause.acts or not RECEIVED.search(text, clause.start, clause.acts[0].start):
        return None
    return subject(text, clause.start, clause.acts[0].start)[1]


_TAKEN_IN = re.compile(r"(?:收到|接获|接收|募得|筹得|收得)了?$")
_STUFF_END = re.compile(
    r"(?:物资|物品|善款|用品|捐赠品|礼[包物品]|慰问品|药品|款物)(?P<such>(?:主要)?(?:包括|计?有|含))?$"
)
_STUFF_WORD = re.compile(r"物资|物品|用品|捐赠品|款物")
_STUFF_CAME = re.compile(
    r"(?:物资|物品|用品|捐赠品)(?:已|也|均|全部|陆续|分批|顺利|\ue000|于|日前)*(?:(?:运抵|抵达|运到|运达|送达|送抵|送到|运至|运往|发往|寄达|到达)了?[^，。；]{1,24}|(?:如数|全数|全部|业已)*(?:收到|收讫|收悉|查收|签收))$"
)
_SUCH_AS = re.compile(r"[，,:：]\s*(?:主要)?(?:包括|计有|内有|含|有|分别[为是])")


def _announces(setting: Setting, clause: Clause) -> bool:
    """Whether a clause ends in what was given, and the next says of what that consists."""
    stuff = _STUFF_END.search(setting.text, clause.start, clause.end)
    stuff = stuff or _STUFF_CAME.search(setting.text, clause.start, clause.end)
    such = _SUCH_AS.match(setting.text, clause.end, setting.sentence.end)
    such = such or (
        stuff and stuff.groupdict().get("such") and setting.folded[clause.end : clause.end + 1] in "：:"
    )
    if (
        such and not stuff and any(a.action == "deliver" for a in clause.acts)
    ):  # 首批物资由秘书长押车，交到了指挥部手里
        stuff = _STUFF_WORD.search(setting.text, setting.sentence.start, clause.start)
    return bool(setting.generous_near and stuff and such and not clause.undone)


def _is_aside(text: str, clause: Clause) -> bool:
    """Whether a clause only counts people, names a day, or says what goes with the goods: 每人2000元，共360人，计72万元."""
    start, end = trim(text, clause.start, clause.end)
    aside = _COUNTED.fullmatch(text, clause.start, clause.end) or _GOES_WITH.match(text, clause.start)
    return start >= end or aside is not None


# 捐赠救护车1辆，连同担架等装备，总价约420万元; 福袋800份，内有罐头及月饼，总值约12万元
_GOES_WITH = re.compile(r"(?:[包袋箱车]?内|里面|其中|并)?(?:连同|[有含装附配]|包括)")


def _is_row(setting: Setting, state: State, clause: Clause) -> bool:
    """Whether a clause only names givers, and the next clause names others and what each gave: 副会长甲、乙，司库丙各3万元."""
    after = next((c for c in setting.clauses if c.start >= clause.end), None)
    if not after or not state.group or not _EACH_GAVE.search(setting.text, after.start, after.end):
        return False
    start, end = trim(setting.text, clause.start, clause.end)
    return start < end and is_party(setting.text[start:end])


_EACH_GAVE = re.compile(rf"各(?:自|捐|认捐)?{FIGURE}")


def _acts_next(setting: Setting, clause: Clause) -> bool:
    """Whether the next clause starts with a verb of giving: 天和食品：捐矿泉水3000箱."""
    after = next((c for c in setting.clauses if c.start >= clause.end), None)
    if not after or not after.acts:
        return False
    start, end = trim(setting.text, after.start, after.acts[0].start)
    return start >= end


def _topic(setting: Setting, clause: Clause) -> Party | None:
    """Who a clause is about."""
    text = setting.text
    thanks = _THANKS.search(text, clause.start, clause.end)
    deed = _DEED.search(text, thanks.end(), clause.end) if thanks else None
    if entrusted := COMMISSION.search(text, clause.start, clause.end):
        return named(text, *entrusted.span("who"))
    if organised := _ORGANISED.search(text, clause.start, clause.end):
        return named(text, *organised.span("who" if organised["who"] else "by"))
    if led := delegation(text, clause.start, clause.end):
        return led
    if _LED_BY.match(text, clause.start, clause.end):  # 商会一行六人，由理事长甲带领，到访中学; 由校长接收
        return None
    if came := _CAME_FROM.search(text, clause.start, clause.end):  # 最大笔捐款来自会长甲的家属，以…名义捐出
        return named(text, *came.span("who"))
    # 当天就有143人报名，认捐…; 商会收到97家会员企业报来的捐赠情况，累计捐款…
    if many := _MANY.search(text, clause.start, clause.end) or _REPORTED.search(
        text, clause.start, clause.end
    ):
        return Party(*many.span("who"), plural=True)
    if members := _MEMBERS_ARE.match(text, *trim(text, clause.start, clause.end)):
        return Party(*members.span("body")) if members["body"] else None
    if thanks and deed:  # 感谢在摩中资企业善举
        return named(text, thanks.end(), deed.start())
    if _MEANS.match(text, clause.start, clause.end):  # 通过会员企业捐赠等渠道
        return None
    if there := _THERE_IS.search(text, clause.start, clause.end):  # 筹款当晚有一名小贩上台
        return named(text, there.end(), clause.end)
    if clause.acts and clause.acts[0].action == "deliver" and text[clause.start] == "由":
        return None  # 由救援队送抵
    if clause.acts:
        donor, taker, _ = subject(text, clause.start, clause.acts[0].start)
        return donor or taker
    if members := asked(text, clause.start, clause.end):  # 工商联组织会员企业参与行动，捐资…
        return members
    deputed = ACTS_FOR.search(text, clause.start, clause.end)
    found = named(text, deputed.end(), clause.end) if deputed else None
    found = found or named(text, clause.start, clause.end)
    is_object = found is not None and opens_with_verb(text[clause.start : found.start])
    return None if is_object else found  # 没有参加任何侨团
