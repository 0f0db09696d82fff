"""Whether a clause tells what was done, or what is planned, wished, asked, denied, needed or supposed: the one
place that knows.

1. An article of by-laws, a case made up to explain a tax (`is_supposed`): nothing in it was done.
2. A page that lays down rules, a budget or a tender by its title (`lays_down`): only what is said to be done was.
3. A sentence that supposes a case tells nothing from there on, one that doubts or puts right nothing at all:
   如果每家捐一万元，…; …，是真的吗？
4. A clause that plans, asks for or needs something tells nothing from there on, nor does the next that goes on planning:
   计划办义演，筹款50万元. What is said to be done (了, 已, 当场) or was put to the vote and carried is done.
5. A verb is denied or wished for by the words just before it (`is_undone`): 没有捐款, 可捐, 希望会员捐款.
"""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.view import COUNT, DATE, FIGURE
from chamber_extract.segment import Span

BEFORE = 24  # characters before a verb in which it is denied or wished for
# 没有捐款, 拟捐赠, 未捐: what was not given, or not yet.
_UNDONE = re.compile(
    r"(?:(?:从未|尚未|并未|未曾|不曾|不再|(?<!要是)(?<!如果)没有|无需|不得|(?<![虚模原])拟|拒绝|取消|停止|终止|暂停|谎称|骗取|诈骗|假冒|挪用|侵占|计划|预计|预期|准备(?!金)|争取|希望(?!小学|工程|学校|[之镇村中书厨])|有望"
    r"|(?:建议|倡议|鼓励|申请)(?![书下后的信中])|提出|可[以获]|应当|必须|需要|考虑|能够|目标|强制|被迫|欲)[^，。；\ue003]{0,12}"
    r"|(?:未|没|不|最[多高]|至多|(?<!原)拟|(?<![许认])可|(?<!响)应|须|(?<![急必所军刚])需|(?<![主重需])要|(?<!自)愿意?|凡|盼望?|(?<![只才不可技职功性节产智体动效贤])能)(?:[向给为][^，。；\ue003]{1,12})?)$"
)
# What supposes a case, up to the end of the sentence; 要是没有商会捐的80万元 speaks of what was given.
_SUPPOSES = re.compile(
    r"(?<!不)(?:如果(?!说)|假[如若使设定](?!的)|倘[若使]|设若|要是|一旦|万一|举例|(?:例如|比如|譬如)[，:]?(?=.{0,12}(?:某|[甲乙丙丁A-D](?:企业|公司|商会|单位)))|(?:^|(?<=[，；：。“\n]))若(?!干|非))(?!不是|没有|没|无|非)|的话[，。]|动辄"
)
# What doubts it, whichever side it stands: 网传“商会捐款千万”, …的说法没有根据
_DOUBTS = re.compile(
    r"辩称|抗辩|与其[^。]{0,30}不如|网传|误传|讹传|据传|谣传|传闻|无从(?:考证|查证)|查无|子虚乌有|并非事实|不属实|(?:悉数|全数|如数|翌日|次日|当即)退[回还]|”应为|”的(?:消息|说法|传言|帖子)|是不是有|[听据]说[^。；]{0,40}？|(?:真的|[对是]|可[以能])吗？|能[^，。]{0,12}多少？"
)
_PLANS = re.compile(
    rf"(?<![原按依照曾])计划(?=[在于明今年未用将向为从每与和再对通到购捐资举筹募投建拨赠送增分设推{DATE}{COUNT}])|(?<![虚模原草])拟(?![定稿订])|(?<!原)打算|(?<!原)筹划(?!好)|力争|争取(?!到|了)|按照?原定?(?:方案|计划|安排)|构想|设想|目标(?=[是为筹募达{FIGURE}])|提议|将[在于自](?:未来|今后|明年|后年|来年|下[个半]?[月年])|有意(?![义思见向])"
)
_NEEDS = re.compile(
    r"(?<!响应)(?:呼吁|促请|敦促|吁请|恳请|请求|要求)(?![书下后的信中声匿不])|(?:[急亟所]需|需要|缺[少乏])的?[^，。]{0,8}(?:包括|有|为|是)|(?:尚|还|仍|相)[有]?(?:差|欠|缺)|缺口|短缺|(?<!急)(?<!所)(?<!必)(?<!军)(?<!刚)需(?:要)?(?:资金|经费|费用|款|花费|\ue003)|[另共约]需|估(?:算|计)?需"
)
# 仍差70万元，全数由黄先生认捐: what was needed is what was given
_MET = re.compile(r"，(?:差额|余款|其余|全[数部额]|悉数|均|都|则|便|就|最终)*由")
_PASSED = re.compile(r"(?:全体|一致|表决|审议|(?<!未)获)通过")
# What says that it was done after all, or that a plan was followed up.
_DONE = re.compile(
    rf"(?<![为除])了(?!解|结)|[已曾昨经]|[募筹收获凑]得|[募筹收]到|共[募筹捐收]|当[场晚日天即]|现场|即席|终于|结果|迄今|至今|截[至止]|随即|率先|带头|纷纷|实际|先后|日前|{DATE}[^，。]{{0,12}}(?:捐|赠|送)"
)
_GOES_ON = re.compile(
    rf"(?:其中|当中|目标|总额|并|还|另外?|再|也|各|分别|[将把]|拟|预计|为此|主要|用[于来以]|约|共|每[人年校家]|第[一二三]年|{COUNT}|{FIGURE}|{DATE}|[向给为][^，。；]{{1,16}}|、|\s)*"
)
# What a page is by its title: rules, examples, budgets, tenders.
_LAYS_DOWN = re.compile(
    r"(?:章程|办法|细则|简章|守则|须知|规定|指引|指南|问答|案例|(?:案例|涉税)[解分]析|标准|方案|大纲|预算|工作(?:计划|要点)|(?:采购|招标|询价|比选|竞价|磋商)[^，。]{0,6}(?:公告|文件|通知)|合同公告)(?:[（(][^（()）]{0,12}[)）]|摘[录要]|节[录选])?$"
)


def is_undone(text: str, start: int, at: int) -> bool:
    """Whether the words of its clause just before a verb deny it or wish for it."""
    return _UNDONE.search(text, max(start, at - BEFORE), at) is not None


def is_told(text: str, start: int, end: int) -> bool:
    """Whether a clause says of what it tells that it was done: 已捐赠200万元, 捐赠了200万元."""
    return _DONE.search(text, start, end) is not None


def lays_down(title: str) -> bool:
    """Whether a page with this title holds rules, examples, a budget or a tender."""
    return _LAYS_DOWN.search(title) is not None


def untold(text: str, spans: list[tuple[int, int]], verbs: list[int], laid_down: bool) -> list[int]:
    """For each clause of a sentence, where in it begins what is not told as done; its end where all is.

    `verbs` is where the first verb of giving of each clause starts, or its end without one.
    """
    if not spans:
        return []
    first, last = spans[0][0], spans[-1][1] + 1
    doubt = _DOUBTS.search(text, first, last)
    supposed = _SUPPOSES.search(text, first, last)
    passed = _PASSED.search(text, first, last) is not None
    since = first if doubt else supposed.start() if supposed else last
    out, planned = [], False
    for (a, b), verb in zip(spans, verbs, strict=True):
        done = is_told(text, a, b)
        plans = None if done or passed else _PLANS.search(text, a, b)
        planned = planned and not done and _GOES_ON.match(text, a).end() >= verb
        needs = None if _MET.match(text, b) else _NEEDS.search(text, a, b)
        opened = min([m.start() for m in (plans, needs) if m], default=b)
        begins = a if planned or (laid_down and not done) else opened
        out.append(max(a, min(begins, since, b)))
        planned = planned or plans is not None
    return out


# What lays down for all time: 第三条　本基金由公会拨款; 因公死亡者，致赠慰问金; 以三十万元为限.
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百\d]{1,4}[条点][\s:]")
_LAID_DOWN = re.compile(
    r"(?:办法|要点|章程|细则|规程)(?:[如规]下|规定|草案|修正案)?[:，]|本(?:基金|办法|要点|细则|章程|奖学金)|得申请|[:，；]得|以[^，。；]{1,12}为限"
    r"|不得(?:动用|低于|少于|超过|高于)|者，(?:[^，。；]{0,6})(?:得|应|每|致[赠送]|发给|补助)|每年(?:以其|捐|补助|颁发)|孳息|核[定准]后"
)
_LAWS = 2  # such words that a paragraph needs
_SOMEONE = re.compile(
    r"某(?:[一-鿿]{0,6})(?:企业|公司|单位|纳税人|居民|商会|协会|人)|[甲乙丙丁A-D](?:企业|公司|商会|先生|某)"
)
_TAXED = re.compile(r"扣除|应纳税|所得额|利润总额|税前|第[一二三四五六七八九十百\d]+条|处以|罚款")
_CASE = re.compile(r"[【\[(（]?\s?(?:案例|示例|例\s?[\d一二三]?)\s?[\d一二三]?\s?[】\])）]?[:：、]")


def is_supposed(folded: str, paragraph: Span, sentence: Span) -> bool:
    """Whether a sentence supposes a gift to explain a rule, or lays one down, and reports none."""
    words = folded[sentence.start : sentence.end]
    if _ARTICLE.match(folded, paragraph.start, paragraph.end):
        return True
    if _LAID_DOWN.search(words):
        laid_down = {m[0] for m in _LAID_DOWN.finditer(folded, paragraph.start, paragraph.end)}
        if len(laid_down) >= _LAWS:
            return True
    if _CASE.match(folded, paragraph.start, paragraph.end):
        return True
    said = folded[paragraph.start : paragraph.end]
    return _SOMEONE.search(words) is not None and _TAXED.search(said) is not None
