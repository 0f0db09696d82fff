"""Who receives: the object of 向, 给, 为 before a verb and of 捐给, 运抵, 汇入 behind the figures; those who are helped behind those
through whose hands a gift goes; who was called on, or for whom a drive was.
"""

from __future__ import annotations

import re

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.setting import Setting
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, DATE, FIGURE, PERSON

# Who hands on what he is given.
_HANDS_ON = re.compile(
    rf"(?:红十字总?会|红会|慈善(?:总会|协会|会|机构|基金)?|基金总?会|光彩(?:事业)?(?:促进|基金)会|中联办|联络办公室|工商联|[使领]馆|统战部|侨办|侨联|民政[局厅部署]|委员会|专户|专用?账户|代表处|{CHAMBER})$"
)
# 市长林志明, 公使衔参赞: who takes something into his hands, for his body where that is named
_OFFICER = re.compile(
    rf"(?:副|总|常务|公使衔)*(?:[会院校省市县区镇乡州部局厅]长|大使|领事|参赞|公使|代表|主席|主任|干事|经理|总监|知事|书记){PERSON}*$"
)
_PEOPLE = (
    r"(?:家属|遗属|眷属|家庭|伤者|伤员|病人|患者|学生|学子|学童|孤儿|儿童|孩子们?|灾民|灾黎|难民|乡亲|同胞|群众|居民|村民|街坊|市民|老人|长者|户|妇孺|军烈属"
    r"|中小企业?|商户|官兵|义工|志愿者|医护|人员|消防员|耆老|教师|员工|职工|生)"
)
# 抚恤罹难者家属及伤者, 救助西南灾民, 帮助会属中小企恢复经营
_HELPED = re.compile(
    r"(?:抚恤|[赈救接]济(?!金|款)|救助(?!金)|资助(?!金)|帮助|协助|救治|帮扶(?!资金)|慰问(?!金)|补助(?!金)|支持|关爱|援助(?!金)|[慰犒]劳|宴请|招待)了?"
    rf"(?P<to>(?![他她其大该])[^，。；：、{FIGURE}]{{0,14}}?(?:[、及和与][^，。；：、{FIGURE}]{{0,8}}?)?{_PEOPLE})"
    rf"(?=[，。；]|$|们|等|{COUNT}|[重恢渡度完修购解走]|就[读学医]|上学|升学|来[港澳台]|生[活产])"
)
_PLACE = rf"(?:[省市县区州镇乡村]|[两三四]地|{COUNT}{{2}}|灾区|当地|家乡|本地|故乡|疫区)"
# 用于巩义市米河镇重建, 支援池州、铜陵两市灾后重建
_REBUILT = re.compile(
    rf"(?:用[于在作以]|投[入向]|支[援持]|帮助|援助)(?:支[援持]|帮助)?(?P<to>(?![他她其该])[^，。；：{FIGURE}]{{0,18}}?{_PLACE})"
    r"(?:的|各项|部分|等)*(?=灾后|震后|雨后|[倒坍垮]塌|水毁|损毁|恢复|重建|救灾|抗[疫震洪灾]|防[疫控汛]|疫情|受灾|修[复缮]|赈灾|紧急)"
)
# 转四川灾区: where it goes from there
_PASSED_ON = re.compile(
    rf"(?:^|[，、])?(?:再|并|以|[均都])?(?:转(?:往|至|予|给)?|(?:指定)?用[于作](?![援资救帮]助|赈济|安置))(?P<to>(?![给往至予交账入帐型为])[^，。；：{FIGURE}转]{{2,14}}?(?:灾区|灾民|疫区|受灾[^，。；]{{0,6}}))(?=[，。；]|$)"
)
# 通过郑州慈善总会捐赠
_THROUGH = re.compile(
    rf"(?:通过|透过|经由?|委托)(?P<to>[^，。；：、{FIGURE}]{{0,18}}?(?:红十字总?会|红会|慈善总?会|慈善协会|基金总?会))(?![员长])"
)
_THE_REST = re.compile(r"[，；](?:其余|余款|余下|剩余)")


def before_the_rest(view: str, start: int, end: int) -> int:
    """Where the span stops to speak of a gift: 余款将用于… is another's."""
    rest = _THE_REST.search(view, start, end)
    return rest.start() if rest else end


def hands_on(view: str, found: Party) -> bool:
    """Whether a receiver is one of those that collect for others."""
    officer = _OFFICER.search(view, found.start, found.end)
    end = officer.start() if officer else found.end
    return end - found.start < 2 or _HANDS_ON.search(view, found.start, end) is not None


def helped(view: str, start: int, end: int) -> Party | None:
    """Those whom what the span tells of is to help: people, or a place that is rebuilt."""
    end = before_the_rest(view, start, end)
    found = [m for m in (p.search(view, start, end) for p in (_PASSED_ON, _HELPED, _REBUILT)) if m]
    return Party(*min(found, key=lambda m: m.start()).span("to")) if found else None


def through(view: str, start: int, end: int) -> Party | None:
    """The charity through whose hands a gift goes, where nobody else is named."""
    m = _THROUGH.search(view, start, end)
    return Party(*m.span("to")) if m else None


# Ends of the names of bodies that receive.
BODY = (
    r"(?:小学|中学|大学|学校|学院|医院|纪念馆|幼儿园|养老院|敬老院|福利院|孤儿院|护老院|安老院|老人院|图书馆|博物馆|独中|华小|国小"
    r"|卫生[院室]|红十字会|慈善会|基金会|[学育动难助]金|基金|专户)"
)
_TO = re.compile(r"(?<![方志风取倾面导一])向(?!来)|(?<![供补发交送])给|(?<![作成因认华以])为|予")
_GIVEN_TO = re.compile(
    r"(?:捐(?:赠|献|助|款|资)?|赠送?|送|寄送?|[运空]?运|发[送运]?|汇|移?交|转交|拨|输送|交付|转赠|派发|发放|投放|递送|资助|分发|转运|分|派|拉|指名)(?:给予?|予|往|抵|到|达|至|入|进|与|向)了?(?P<to>[^，。；！？、：.\ue003\n][^，。；！？：\ue003\n]{1,50})"
    r"|(?:支援|驰援|援助(?!金|款)|用于(?:支[援持]|帮助|[援资救]助|赈济|抚恤|安置)|拨捐|转捐|转赠|[径迳逕]送(?![给到至往交])|助力|[移转面送递呈]交(?![给予到至付由])|供应(?!商|链)|(?<=\ue003)(?:[往交](?![给予到至付由往])|前往|赶赴|奔赴|开往|驶往)(?![^，。；]{0,20}(?:慰问|看望|参加|出席|考察))|(?:[将已均，]|[全悉]数|一并)交(?![给予到至付由往通流]))(?P<to2>[^，。；！？、：\ue003\n][^，。；！？：\ue003\n]{1,40})"
)
_TO_END = re.compile(
    r"—|\.(?=[一-鿿]|$)|抗击|赈灾(?!委|会|基金|办)|抗疫(?!一线)|抗震|防控|防疫|用于|用作|[以并将]|的?账户|账号|手[中上里]|作为|做|[，。]|投入|开展|使用|抗洪|救灾(?!基金|委|组织|办|中心|机构)|共|战胜|打赢|进行|疫情|受灾群众|献|分批|供(?!应|销)|[捐送寄]|表示|支援|转|统[筹一]|代[为收表]?接?[收受]|代[为收]|接[收受]|收(?:执|讫|下)|调配|派发|购买|买|专用|(?<=[会局部馆校院府司])代表(?![团处队的])|[灾震疫]后|重建|恢复|作(?=[^，。业坊协为]{0,8}(?:用|基金|赈|救|经费))|分[派发送]|[乐认]捐|的(?=[^的，。]{0,6}(?:物资|用品|善款|款|口罩|礼物|支票))"
)
_NOT_TO = re.compile(
    r"每[户人家名位份]|(?:基金|学金|专项|资金)$|[和及与]|的?还有|的是|价值|[首第一这该]批|[^，。]{0,6}(?:物资|善款|支票|仪式|款项|[援补]助金)|总[数额]|(?:国内|境内)(?:$|在|[，。])|机场|相关地区|村里|镇上|支援|抗击|助力|帮助|感谢|做|支持|此|国内抗|打赢|了|抗(?!疫[一前]线)|抢险|防|其(?![家故母])|民服务|大(?=[家量批力爱幅众灾战局规])|祖国(?=打)|表|筹|[的]$|贡献|响应|配合|满足|方便|确保|保障|缓解|解决|改善|弘扬|进一步|更好|主题|期|名|本(?![地省市县区州港澳坡])|他|她|什么|基础|目标|例"
)
_ADVERBS = re.compile(
    rf"(?:分[^，]{{1,2}}批|{ASIDE}|{DATE}|紧急|先后|累计|共计?|合计|已|定向|再次|无偿|捐助|捐|助|首批|各|分别|一次性|总共|现场|慷慨|免费|追加|的|筹得|合共|又|并|现金|集体|成功|提供|陆续|寄|爱心|积极|率先|及时|第一时间)+$"
)

_DEED = re.compile(r"(?:修[路桥渠]|建[校桥路]|办学|助学|赈灾|救灾)$")
_SOME = re.compile(rf"[^{FIGURE}]*{FIGURE}{{2,}}[一-鿿]{{2,}}[^{FIGURE}]*$")  # 南湖区两个隔离点
_PAIRED = re.compile(r"(?:定点|对口|结对)(?:帮扶|支援|扶贫|共建)?的")  # 向定点帮扶的昭平区


def recipient_before(view: str, start: int, end: int) -> Party | None:
    """The object of 向, 给, 为 between a subject and its verb."""
    for m in reversed(list(_TO.finditer(view, start, end))):
        led = _PAIRED.match(view, m.end(), end)
        a, b = led.end() if led else m.end(), end
        tail = _ADVERBS.search(view[a:b])
        if tail:
            b = a + tail.start()
        if deed := _DEED.search(view, a + 2, b):  # 为家乡修桥
            b = deed.start()
        if (
            b - a >= 2
            and not _NOT_TO.match(view, a, b)
            and (FIGURE not in view[a:b] or _SOME.match(view, a, b))
        ):
            return Party(a, b)
    return None


# Characters after a gift within which its own receiver is named: what is further on is another's.
NEAR = 300


def recipient_after(view: str, start: int, end: int) -> Party | None:
    """The object of 捐给, 运抵, 寄往, 汇入, 支援 in the span; where goods only come to a place, who takes them there."""
    end = min(before_the_rest(view, start, end), start + NEAR)
    if m := _DIRECT.match(view, start, end):
        return _receiver(view, *m.span("to"), end)
    found, place = _given_to(view, start, end)
    meant = None if found else _meant_for(view, start, end)
    signs = meant and place and view[meant.end - 1] == PERSON  # 运抵大河家镇，由主席马福海签收
    return found or (place if signs else meant) or place


def _given_to(view: str, start: int, end: int) -> tuple[Party | None, Party | None]:
    """Who is given something, and the place that it is carried to."""
    found = place = None
    if m := _BUILT_FOR.search(view, start, end):
        found = _receiver(view, *m.span("to"), end)
    for m in _GIVEN_TO.finditer(view, start, end):
        here = _receiver(view, *m.span("to" if m["to"] else "to2"), end)
        if here and _END_RECEIVER.match(m.group()):  # 运抵杭州，捐赠给浙江省卫健委
            return here, None
        carried = here and _CARRIED.match(m.group()) and not _IN_HAND.match(view, here.end)
        if here and carried and not _INTO.search(view, here.start, here.end):
            place = place or here
        else:
            found = found or here
    return found, place


def before_purpose(view: str, start: int, end: int) -> Party | None:
    """Who is to be helped, said before the gift: 为支援武汉抗疫，商会捐款10万元."""
    m = _TO_HELP.search(view, start, end) or _COUNTED_UP.search(view, start, end)
    return _receiver(view, *m.span("to"), end) if m else None


_TO_HELP = re.compile(
    r"(?<![作成因认])为了?(?:更好地?)?(?:支[援持]|驰援|帮助|救助|援助|慰问|资助|协助)(?P<to>[^，。；：\ue003]{2,20})(?=[，,])"
)
_COUNTED_UP = re.compile(
    rf"(?:资助|救助|帮扶)了?(?P<to>(?!学生{COUNT})[一-鿿]{{2,10}}?){COUNT}{{2,}}[一-鿿]{{0,3}}[，,]"
)
_CARRIED = re.compile(r"[运空寄发送]运?[往抵到达至入]|前往|赶赴|奔赴|开往|驶往")
_INTO = re.compile(rf"{BODY}$")  # 运抵上海，将送往中南医院
_IN_HAND = re.compile(r"的?手[中上里]")


# 用于育才小学操场改造, 撥入商會獎助學金; 由救援队领取, 已交民政署分派
_MEANT_FOR = re.compile(
    r"(?:用于|用作|用以|充作|支持|拨[作充入]|指定作为?)(?!为|[奖助]+学金)(?:援建|修建|兴建|建设|重建|改造|购买|购置|改善|设立|更换|修缮|修葺|翻新|扩建|添置|装修|添购|粉刷|修复)?(?:了|本会|该会)?"
    rf"(?P<to>[^，。；、：\ue003]{{1,16}}?{BODY})"
)
_REACHES = re.compile(
    rf"(?<=[，{FIGURE}])(?:全部)?(?:(?:惠及|专供|覆盖)了?(?P<to>[^，。；：、\ue003]{{0,20}}?(?:{BODY}|机构|单位|人员))"
    r"|(?:帮助|资助|救助)了?(?P<to2>[^，。；：\ue003]{2,24}?(?:家庭|学生|学子|学童|灾民|群众|老人|儿童|孤儿)))(?=[，。；]|$)"
    r"|(?<=，)供(?P<to4>(?![该其本])[^，。；：\ue003]{2,24}?)(?:之?用|使用|享用|食用|饮用)(?=[，。；]|$)"
    r"|(?:分[送发赠]|派[送赠]|转送|(?<=，)送)(?P<to3>(?![给到至往予抵达交货去上来出])[^，。；：\ue003]{2,24})(?=[，。；]|$)"
)
_FETCHED = re.compile(
    r"由(?P<to>[^，。；、：\ue003由]{2,20}?)(?:接收|领取|签收|收下|接走)|(?:(?:已|均|全[数部]|悉数|[一二三四五]批)交由?|，交由)(?P<to2>[^，。；：\ue003]{2,24}?)(?=分[派发]|统筹|处理|保管|[，。；]|$)"
)


def _meant_for(view: str, start: int, end: int) -> Party | None:
    """What a gift is to be used for, where that is a body; who fetches it, or whom it reaches."""
    if m := _MEANT_FOR.search(view, start, end):
        return Party(*m.span("to"))
    m = _FETCHED.search(view, start, end)
    if m:
        return _receiver(view, *m.span("to" if m["to"] else "to2"), end)
    reached = _REACHES.search(view, start, end)
    if not reached:
        return None
    return _receiver(view, *reached.span(reached.lastgroup or "to"), end)


_BUILT_FOR = re.compile(
    r"(?:(?<![作成因认华以])为|(?<![供补发交送])给)(?P<to>[^，。；！？、：\ue003]{2,20}?)(?:[修兴新重扩捐援搭盖改翻]?建|添[置购了]|购置|购买|安装|改造|铺设|配备|[修打盖换买]了?[一图新操]|修[路桥渠缮葺]|铺路|架桥|打井)"
)
_END_RECEIVER = re.compile(r"捐|赠|转赠")


_DIRECT = re.compile(
    r"(?:现金|善款|捐款|的?支票)?(?:，?指[名定])?(?:[给予]|送给|赠与|赠予)(?P<to>[^，。；！？、：\ue003\n][^，。；！？：\ue003\n]{1,40})"
)


_GIVES = re.compile(
    r"[^，。]{0,4}(?:[乐认]?[捐筹募][赠出献助款集得]*|购买|采购|购置)[的之]"
)  # 移交32家会员企业捐出的50万元
_DEPUTY = re.compile(r"[^，。的]{2,10}代表的")
_ON_THE_WAY = re.compile(r"(?:机场|码头|海关|口岸|港口?|仓库?|车站|货场|现场|物流园)$")


def _receiver(view: str, a: int, b: int, end: int) -> Party | None:
    """The name that opens the span, up to the first verb."""
    deputy = _DEPUTY.match(view, a, b)  # 市长代表的救灾基金
    a = deputy.end() if deputy else a
    stop = _TO_END.search(view, a + 1, b)
    b = min(stop.start() if stop else b, end)
    if _ON_THE_WAY.search(view, a, b) or _GIVES.match(view, b, end):
        return None
    if (
        b - a < 2
        or view[a] == "的"
        or _NOT_TO.match(view, a, b)
        or re.match(r"[国境]内?[，。]?$|[我祖]国$", view[a:b])
    ):
        return None
    if b - a < 5 and view[a:b] not in names().places and head_kind(view[a:b]) == "goods":  # 供应便当
        return None
    return Party(a, b) if re.search(r"[一-鿿\ue001\ue002A-Za-z]", view[a:b]) else None


_REACH = 80  # characters behind it within which a visit is told of
CLAUSES = 120  # characters of the clauses before a gift
_NO_HOST = r"(?:金(?!融)|团|活动|品|信|演出|组|物资|仪式|期间|现场|会场|捐[赠款]|各[地处]|银行|邮局|街头|商场|超市|[今昨同]|[这那]里)"
# 慰问抗洪官兵，送去矿泉水200箱; 走进禾库小学，捐赠图书3000册; 来到管理局，代表会员转交善款
_CALLED_ON = re.compile(
    rf"(?:慰问|看望|慰劳|探望|探访|探视|走访|访问|走进|来到|前往|赶赴|奔赴|飞抵|抵达|深入)了?(?P<to>(?!{_NO_HOST})(?:(?!慰问|看望|慰劳|探[望访视])[^，。；：\ue000\ue003]){{2,24}}?)"
    r"(?:时|并|后)?[，,](?:代表[^，。]{2,20}?)?(?:并|还|先后|随后|随即|当场|现场|共|一并|亲手|分别|为他们|给他们|向他们|将|把)*"
    r"(?=送|赠|捐|派|分发|发放|带去|[移转递]?交|致|资助|发出|一批)"
)


# 为医院基金会筹款，当晚共筹得12万元
_DRIVE_FOR = re.compile(
    r"(?<![作成因认华以])为(?P<to>[^，。；：\ue003]{2,20}?)(?:发起的?|举[办行]的?|进行)?(?:筹[款集募]|募[捐款集]|义[卖演])"
)


# 前往消防大队慰问，送去矿泉水200箱; 携大米2吨前往敬老院慰问, 上门慰问孤寡老人
_ON_VISIT = re.compile(
    r"(?:前往|赶赴|赴|走进|来到|深入|到)(?P<to>[^，。；：\ue000\ue003]{2,24}?)(?:走访)?(?:慰问|看望|探望|探访|探视)(?:时)?(?=[，,。；]|$)"
)
# 前往花莲县政府致赠善款300万元, 到青洲派发樽装水
_ON_SPOT = re.compile(
    rf"(?:前往|赶赴|奔赴|走进|来到|深入|(?<![收得达接直感受找回运送寄遇捐])到)(?P<to>(?!{_NO_HOST})[^，。；：\ue000\ue003]{{2,20}}?)"
    r"(?=派[发送赠]|[发致]放|分[发送]|[致捐转面]赠|赠[送予]|移交|递交|致送|捐[款助资出])"
)


def visited(setting: Setting, draft: Draft) -> Party | None:
    """Who was called on to hand the gift over, in the clause before it or behind it."""
    text, start = setting.text, max(setting.sentence.start, draft.lot.start - CLAUSES)
    visits = list(_ON_VISIT.finditer(text, start, min(draft.lot.end + _REACH, setting.sentence.end)))
    if visits and "，" not in text[visits[-1].end() + 1 : draft.lot.start]:
        return Party(*visits[-1].span("to"))
    if draft.action == "raise" and (drive := _DRIVE_FOR.search(text, start, draft.lot.start)):
        return Party(*drive.span("to"))
    calls = [m for p in (_CALLED_ON, _ON_SPOT) for m in p.finditer(text, start, draft.lot.start)]
    last = max(calls, key=lambda m: m.end(), default=None)
    return Party(*last.span("to")) if last and "，" not in text[last.end() : draft.lot.start] else None
