"""What looks like a date in edited text and is none: nowadays, lengths of time, seasons of gifts and greetings."""

from __future__ import annotations

import re

from chamber_extract.normalize import festivals
from chamber_extract.normalize.year_choice import WIRE, Context

_TODAY = frozenset(("今天", "今日", "明天", "明日", "昨天", "昨日"))
# Words that make 今天 an age instead of a day.
_AGE_BEFORE = re.compile(r"(?:的|到|至|直至|直到|发展到|走到|时至|当今|是|《|“|\")$")
_AGE_AFTER = re.compile(
    r"会?更|的(?!会(?![员馆])|[^，。；、的]{0,6}?(?:[事议大者布谈年谊例宴酒餐茶委员表]会(?![员馆])|论坛|活动|仪式|座谈|发布|讨论|主题|议题|报告|讲话|演讲|捐赠|典礼|宴|上午|下午|培训|签约|见面|调研))|之(?!内)|黄花|[》”]|头条|视点|说法|重现|[\u4e00-\u9fff]{2,3}\s+第?[0-9A-Z]{1,3}\s?版|与明天|和明天|、明天|这样|已经?(?:成为|是)|[,，]?(?:中国|世界|全球|人类|我国|社会|市场|企业|民营|人们|年轻人|青年)"
)
_CALENDAR_BEFORE = re.compile(r"(?:截至|截止|截止到|截至到)$")
# 二十年前我背着一袋核桃来到无锡，今天我们有了自己的家.
_YEARS_AGO = re.compile("年前[^。；！？\n]*$")
_SENTENCE = 40
# What is done when a year ends, whichever.
_EVERY_YEAR = re.compile("分红|结[算账]|盘点|清账|考核|评[比优]|聚餐")
_UNTIL = re.compile(r"为?止|[上下]午|[0-9]{1,2}[时点:]")
_LENGTH_BEFORE = re.compile(
    r"(?:[少多低长]于|提前|[期限]为|期限|至少|最多|为|为期|连续|[一接]连|整整|[每间]隔|第|近|(?<![纽合条契])约|共|满|过去|每|(?<!前)的|达|限|超过|最近|前|头|后|起|历时|仅|短短|[0-9]\.?|(?:开[通张业放]|上[线市架]|公[示告]|持续|展出|义[诊卖演]|培训|停[工课业产电水运]|断[水电]|休[息业市]|住院|失[联踪]|被困|期满|增[设加]|延长|缩短|给予|享[有受]|[产婚丧年病事]假)了?)$"
)
_LENGTH_AFTER = re.compile(
    r"内|以内|之内|是[最底上下]|前(?![后往来去赴])|谈|新[增高低]|线|无理由|的?(?:公示|公告|宽限|试用|期)|游(?!客)|龄|均|元|后(?!来|勤)|[一二两三四五六七八九十]夜|以上|以下|左右|间|[收筹]得|捐(?![款出赠资物献助了])|来(?![到自访源临电函文信京沪])|(?:[有带无停]薪|法定|[年病产婚丧事]|陪产|侍产|育儿|[男女]士)[^，。；]{0,6}假"
)
# 机关30日，最长不超过60日: a number that closes its clause, and behind it one that no month has.
_COUNTED = re.compile(
    r"(?=[，、；。])[^。；！？\n]{0,30}?(?<![0-9])(?:3[2-9]|[4-9][0-9]|[1-9][0-9]{2})日(?=[，、；。]|$)"
)
# 五日晚, 三日上午: a day of the month, however short its number.
_PART_OF_DAY = re.compile(
    r"(?:上午|下午|中午|清晨|凌晨|早上|傍晚|晚(?:上|间|宴|假|在|于|举)?|[早晚]?[十一二三四五六七八九0-9]{1,3}[时点])"
)
# A number with 号 that counts something else than days.
_NUMBERED = re.compile(
    r"号(?:楼|文|线|令|院|店|机|车|公告|馆|门|地|厅|桌|房|室|码|通知|位|种|选手|人物|船|井|机组|航站|厂|仓|库|路|工程|项目|决议|提案|议案|草案|法|规|公报|企业|牌|商|产|染|病|坑|集装)"
)
_SEASON_AFTER = re.compile(
    r"[”\"]?(?:佳?节)?(?:[、和及与](?:元旦|春节|元宵|清明|五一|端午|中秋|国庆)|期间|[小长大]?假|假|返乡|晚会|联欢|团拜|慰问|黄金周|档|休息|加班|联谊|活动|庆典|招待|酒会|贺|快乐|习俗|文化|消费|市场|购物|礼|祝|氛围|气氛|来临之际|运动|奖章|奖|精神|[0-9一二三四五六七八九十]{1,3}周年|[^。]{0,3}周年)"
)


def is_rhetoric(text: str, start: int, end: int) -> bool:
    """Whether a found expression is rhetoric, a festive season or a greeting rather than a date."""
    word = text[start:end]
    if word in _TODAY:
        before = text[max(0, start - 4) : start]
        if _CALENDAR_BEFORE.search(before) or (before[-1:] in ("到", "至") and _UNTIL.match(text, end)):
            return False
        since = word[0] == "今" and _YEARS_AGO.search(text, max(0, start - _SENTENCE), start)
        return bool(since or _AGE_BEFORE.search(before) or _AGE_AFTER.match(text, end))
    if word in ("年底", "年末", "岁末"):
        return _EVERY_YEAR.match(text, end) is not None
    if festivals.on(word) is None:
        return False
    if word in _NAMES and start and text[start - 1] not in _BEFORE_FESTIVAL:
        return True
    if (word == "除夕" and _EVE_AFTER.match(text, end)) or text[start - 1 : start] == "于":
        return bool(_SEASON_AFTER.match(text, end))
    return word in _WEATHER or bool(_SEASON_AFTER.match(text, end)) or not _DAY_AFTER.match(text, end)


# 李国庆 and 张立春 are people.
_NAMES = frozenset(
    name
    for name in festivals.NAMES
    if len(name) == 2 and name not in ("除夕", "春节", "元旦", "元宵", "端午")
)
_BEFORE_FESTIVAL = frozenset('，。、；：,.;:\n（(“"逢迎到临在于是过年后至为日值 ')
_WEATHER = frozenset(("雨水", "白露", "大雪", "小雪", "大寒", "小寒", "大暑", "小暑", "小满"))
_EVE_AFTER = re.compile("[在于向举派设晚]|[上下]午")
_DAY_AFTER = re.compile(
    r"节?(?:当天|当日|当晚|这天|那天|前夕|前|后|起|到来|来临|发生|[将即]至|[将即快]?将?[来到]临|[上下]午|凌晨|清晨|早上|晚上|[,，。、;；!！(（)）\n”]|$)"
)


# 〔2020〕30号 in all the brackets that are printed for them.
_BRACKETS = tuple("〕］]】)）")


def is_length(text: str, start: int, end: int, context: Context) -> bool:
    """Whether a number of days without a month is a length of time, an age or the number of a thing."""
    if context.style == "whole" or (context.left is not None and context.left.precision == "day"):
        return False
    before = text[max(0, start - 4) : start]
    if WIRE.match(text, end):
        return False  # 雅加达20日专电
    if _LENGTH_BEFORE.search(before) or _LENGTH_AFTER.match(text, end) or _COUNTED.match(text, end):
        return True
    if text[end - 1] == "号" and before[-1:] in _BRACKETS:
        return True
    if text[end - 1] == "号":
        near = context.last is not None and context.distance(start) == "sentence"
        return bool(_NUMBERED.match(text, end - 1)) or (context.style == "document" and not near)
    if _CALENDAR_BEFORE.search(before) or (
        before[-1:] in ("至", "到") and re.match("止(?!步)", text[end : end + 2])
    ):
        return False
    if not text[start].isdigit() and context.left is None and context.style == "document":
        if end - start > 2 or _PART_OF_DAY.match(text, end) or before[-1:] in ("于", "在"):
            return False
        # 三日 goes on from a day or a month, not from a year: 二〇〇八年…，三日募得百万.
        near = context.last is not None and context.distance(start) != "far"
        return not (near and context.last is not None and context.last.precision != "year")
    return False
