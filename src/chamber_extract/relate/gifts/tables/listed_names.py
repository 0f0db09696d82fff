"""Names in lists of givers: without index, title and blanks, and whether they stand for many."""

from __future__ import annotations

import re
from dataclasses import replace

from chamber_extract.extractors.people.edges import title_at
from chamber_extract.gazetteer.names import names as known
from chamber_extract.relate.gifts.parties.wording import Party, is_plural
from chamber_extract.relate.gifts.view import COUNT, DATE, PERSON, View
from chamber_extract.segment import Span

INDEX = re.compile(
    r"\s*(?:[Nn][Oo]\.?\s?\d{1,4}[.、:：)）]?[ \t]+|第[一二三四五六七八九十\d]{1,3}[名位][:：]?\s+|(?:(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?[ \t]+)?\d{1,2}:\d\d(?::\d\d)?[ \t]+|(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?[ \t]+(?=\D)|[（(]?\d{1,4}\s?[)）]?\s?[.、．:：)）\t]\s?(?!\d)|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|\d{1,4}[ \t]+(?=[^\d\s.,])|[①-⑳]|(?:\d\ufe0f?\u20e3)+\s*|[一二三四五六七八九十]{1,3}[、.]|[·•●◆★■▪►▲○*\-—\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)?\s*"
)
# What a giver does with a sum: 认捐, 各赞助.
VERB = r"(?:个人|各自?|共|合|另外?|再|又|也)?(?:捐[款赠资献出助银金]?|认捐|乐捐|乐助|义捐|赞助|报效|奉献|敬献|赠送?|送|转账|汇款)(?:款|了|人民币)?"
# What comes in or is left without anybody's giving it, or is carried over from another page.
_NOBODYS = re.compile(
    r"^[待尚]|缺口|拍得|利息|结息|手续费|(?:采购|购[买置入])(?![一-鿿])|结[余转存]|余[额款]|会费|退款|^[前上][期次届页]|^承[接上前]|^连?[上前]页|^结前|^[过转移][次下后]页?$|^支付(?!宝)"
)
_REMARK = re.compile("[（(]")
_NO_NAME = re.compile(
    rf"{_NOBODYS.pattern}|^(?:捐[款赠资献助]?|[认乐义]捐|乐助|赞助|报效)|"
    r"[一二两三四五六七八九十百千][百千万亿][、，；]|净得$|人数|得票|票号|邮编|^印[刷制]|^(?:点[击赞]|在看|转发|收藏|评论|分享|关注)|^阅读|^浏览|^网站|www|QQ|汇率|累计|金额|公示|[合总共]计|支出|运费|采购|购买|收入|供应(?!链)|出售|工资|奖金|单价|报名|预算|目标|以[上下内]|不等|(?:开户|收款|汇款|转账)银?行|银行(?:转|存|账|利|卡|汇)|账[户号]|电话|(?<=.)[向将把被是](?![阳东日前荣军服])|^(?![一两][位名个]).*[了的](?=[^店家])(?![一-鿿]{0,3}(?:人|友|老乡|先生|女士|老板|同胞)$)|已(?!故)经?[^\d]|收到|现将|截[至止]|今天|不[低少]于|平均|人均|每[人位家月年天]"
)
_TITLE = re.compile(
    r"(?:(?:[一-鿿]{0,6}(?:会长|主席|理事长?|董事长?|总经理|经理|秘书长|总裁|主任|书记|委员|监事长?|顾问|会员|老板|总监))|先生|女士|小姐|太太|[男女])$"
)
# Several that are not named one by one; a number of people or a family of them ends in the same words.
_COLLECTIVE = re.compile(
    r"^(?:会员|侨胞|企业)个人$|一[群众班]$|^(?:其他|其余|其它|全体|各|部分|众(?=[位人多])|广大|多位|若干|零星|散[客户]|所有)|(?:会员企业|各会员|员工|职工|师生|教职工?|同仁|侨胞们?|乡亲们?|们|众人|人员|零散|全体[一-鿿]{2,4}|党员|同胞|义工|志愿者|学生|同学|各界|校友|一行|等|(?:养殖|种植|经营|个体|[商业农住])户|摊[商贩主]|商贩|[民坊善会街]众|员生|工[人友]|同寅|宗亲|族人|[乡渔农牧]民|家长|[队社店船]员|[厂团]友|学子|官兵|华商|侨商|村民|居民|市民|会员(?:捐款)?|商家|街坊|[同全]人|(?<!无名)善信|信众|车友|小组|义[卖演](?:所得|善款)?|捐款箱|华侨|华人|群众)$|等?[\d一二三四五六七八九十百]+(?:名|位|个|家)?(?:人|会员|企业|员工|商户|同学)|(?:单位|会员|企业|商户)共?[\d一二三四五六七八九十百]+[家名位个人户]$"
)
_ONE = re.compile("[一某](?![群众班些])[^、，]{1,6}$")  # 一老华侨
_SUMMED = re.compile(r"(?<=[^\s:：])\s*(?:[合共总]计|共)[\s:：]*$")
_GAVE = re.compile(
    r"(?<=[^\s:：]{2})\s*(?:(?:[寿喜]庆|[婚丧喜]事|[金银]婚|帛金|奠仪|荣休|弥月|新居|[一-鿿]秩)*移捐?|捐[款赠资献助]|乐捐|赞助|赠送)[\s:：]*$"
)  # 壽慶移捐
_MANY_BEHIND = re.compile(r"\s?[（(][共计]?(?!1[人名位户家间])\d+[人名位户家间][)）]")  # 众筹平台（87人）
# What a field behind a name tells of the occasion: 紀念先父, 六秩壽慶移捐
_OCCASION = re.compile(
    r"\s(?=(?:纪念|追思|祝贺|庆祝|恭[祝贺]|[为替代]\S|[因以]\S)\S+|\S*(?:移捐|[志誌]?庆|[志誌]喜|冥[寿诞]|[仙去逝]世|周年|寿[辰诞]|于归|弥月|毕业|乔迁|荣[升任])(?:\s|$))"
)
# Between names; 王　芳 and Tan Ah Kow are one each.
_APART = (
    r"(?:(?<![^一-鿿][一-鿿])\s++|\s++(?![一-鿿](?![一-鿿])))(?!伉俪|夫妇|[合阖全]家|先生|女士|小姐|太太)"
)
_SEVERAL_NAMES = re.compile(rf"[、,，;；/]|(?=\s\s){_APART}|\t")
_BLANKS = re.compile(rf"(?<![a-z.]){_APART}(?![A-Za-z&])")  # Canton Trading 广州贸易 is one
# 副会长单位：恒丰贸易有限公司, 理事单位　汴梁灯饰
_LABEL = re.compile(
    r"(?:姓名|芳名|捐[款赠][人者方])[:：]\s?|[特一二三四五六金银铜钻白]{1,2}[质级等]?[级奖等]\s+(?=\S)|[一-鿿]{0,6}(?:捐[款赠]|[乐认]捐)(?:者?还?[有:：])\s?|[一-鿿]{0,8}(?:(?:单位|企业|会员)(?:[:：]|[ \t])|(?:[宝商]号|社团|公司|乡亲)[:：]|(?:会长|理事长?|监事长?|秘书长|个人|顾问)[:：])\s*(?=\S)"
)


def giver(view: View, folded: str, start: int, end: int) -> Party | None:
    """The giver named by a cell or a stretch of a line, without index, title and blanks; None where it is no name."""
    index = INDEX.match(folded, start, end)
    start = index.end() if index else start
    label = _LABEL.match(folded, start, end)
    start = label.end() if label else start
    start = _past_day(view, folded, start, end)
    while end > start and folded[end - 1].isspace():
        end -= 1
    end = unsummed(folded, start, end)
    gave = _GAVE.search(folded, start, end)
    end = gave.start() if gave else end
    occasion = _OCCASION.search(folded, start + 1, end)
    end = start + len(folded[start : occasion.start()].rstrip()) if occasion else end
    pieces = [m.span() for m in re.finditer(r"\S+", folded[start:end])]
    if len(pieces) > 1 and not re.search(r"[A-Za-z]", folded[start:end]):
        plain = [
            (a, b)
            for a, b in pieces
            if PERSON in view.text[start + a : start + b] or not _is_title(folded[start + a : start + b])
        ]
        if 0 < len(plain) < len(pieces):
            start, end = start + plain[0][0], start + plain[-1][1]
    words = folded[start:end]
    if (
        not 2 <= len(words) <= 60
        or _NO_NAME.search(words)
        or not re.search(r"[一-鿿A-Za-z]{2}|[一-鿿]\s+[一-鿿]|[一-鿿][*×]", words)
    ):
        return None
    if re.search(r"[。；！？:：]", words):
        return None
    several = is_several(view, folded, start, end) or _MANY_BEHIND.match(folded, end) is not None
    return Party(start, end, several, listed=words[-1] != "箱")  # what was in a box is nobody's


_GIVER_ALONE = re.compile(
    r"(?:捐[赠助献款]?|赠送?|提供|认[捐购领])(?:单位|个人|企业|机构|商号|团体|[人者方])[:：]\s*(?P<name>\S[^，。\n]{1,40})"
)


def over_things(view: View, folded: str, line: Span) -> Party | None:
    """The giver that a line names over what he gave: 捐赠单位：丝路贸易公司⏎口罩 5000个."""
    alone = _GIVER_ALONE.fullmatch(folded, line.start, line.end)
    return giver(view, folded, *alone.span("name")) if alone else None


def _past_day(view: View, folded: str, start: int, end: int) -> int:
    """Where a name begins behind blanks and a day: 5月12日 张国强, but not 1985年毕业同学."""
    opens = next((i for i in range(start, end) if not folded[i].isspace()), end)
    after = next((i for i in range(opens, end) if view.text[i] != DATE), end)
    part = after < end and folded[after - 1] == "年" and not folded[after].isspace()
    return _past_day(view, folded, after, end) if after > opens and not part else opens


def _is_title(words: str) -> bool:
    """Whether a word beside a name is a title or an office: 先生, 总干事, 外联部主任."""
    return _TITLE.fullmatch(words) is not None or _is_office(words)


def _is_office(words: str) -> bool:
    office = title_at(words, 0)
    return office is not None and words.endswith(office) and known().titles.classes[office] == "office"


def is_nobodys(folded: str, start: int, end: int) -> bool:
    """Whether what stands for a giver is money that nobody gave: 存款利息, 上年结转, but not 商会（会费结余）."""
    remark = _REMARK.search(folded, start, end)
    return _NOBODYS.search(folded[start : remark.start() if remark else end].strip()) is not None


def unsummed(folded: str, start: int, end: int) -> int:
    """Where a name ends that a sum is counted up to: 其余会员合计 are 其余会员."""
    summed = _SUMMED.search(folded, start, end)
    return summed.start() if summed else end


def heads_class(folded: str, start: int, end: int) -> bool:
    """Whether words end in a verb of giving, and so head those who gave in that way: 物品赞助."""
    return _GAVE.search(folded, start, end) is not None


def is_several(view: View, folded: str, start: int, end: int) -> bool:
    """Whether a name in a list stands for many: 其他会员, 全体员工, 孟广田等15人."""
    words = folded[start:end]
    if _ONE.match(words):
        return False
    if _MANY_BEHIND.search(words) or (view.text[end - 1] == COUNT and not words.endswith("一名")):
        return True  # 会员超市廿八家
    return _COLLECTIVE.search(words) is not None or ("等" in words and is_plural(view.text[start:end]))


_LATIN = re.compile(r"[A-Za-z .&']+")
_KIN = re.compile(r"(?:昆仲|昆玉|兄弟|姐妹|姊妹|父子|母女)$")  # 赖金水、赖金发昆仲, who are one


def names(view: View, folded: str, start: int, end: int) -> list[Party]:
    """The givers of 甲、乙、丙, blanks inside a name kept; empty where one of them is no name."""
    sign = _SEVERAL_NAMES if _SEVERAL_NAMES.search(folded[start:end].strip()) else _BLANKS
    if re.fullmatch(r"\s*[一-鿿]\s+[一-鿿]\s*[。；;]?", folded[start:end]):
        sign = _SEVERAL_NAMES
    out, at = [], start
    for m in [*sign.finditer(folded, start, end), None]:
        stop = m.start() if m else end
        while stop > at and folded[stop - 1] in "。；; \t.":
            stop -= 1
        if (words := folded[at:stop].strip()) and not _is_office(words):  # 名誉会长　戴国华
            found = giver(view, folded, at, stop)
            if not found or len(_LATIN.sub("", folded[found.start : found.end])) > 25:
                return []
            out.append(found)
            if len(out) > 1 and folded[out[-2].start] == folded[at] and _KIN.search(folded, at, stop):
                out[-2:] = [replace(out[-2], end=found.end)]
        at = m.end() if m else end
    return out
