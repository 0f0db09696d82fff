"""What lines are about: whether what stands over them makes them a roll of gifts.

The nearest words decide: the heads of the columns, the caption, the sentence that leads up to them, else the
title and what the article has said. Where words of giving and of something else meet, the last is what the
others only tell more of: 捐款支出明细 is spending, 奖学金捐款芳名 are gifts.
"""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.context import SPENT_OR_LEFT
from chamber_extract.segment import Span

LONGEST_CAPTION = 60  # characters: two lines of a newspaper

GIVING = re.compile(
    r"捐|认[建养]|认领(?=单位|企业|人|者|名单|表|情况|明细)|解囊|征信录|善款|义款|义援金|爱心款|芳名|赞助(?=人|者|芳名|名单)|(?:爱心|慈善|公益|助学|赈灾|救[灾援助]|抗[疫震洪])[一-鿿]{0,4}接龙|(?:开始|群|#)接龙|乐助|功德|鸣谢|赠送|赈灾款|献爱心|(?:爱心|慈善|公益)[一-鿿]{0,4}榜|报效(?!祖国|国家|家乡|桑梓|社会)|[筹募][得集款]|出资(?=名单|芳名|者)|响应(?:号召|倡议|者)"
    r"|(?:[驰支]援|援助)[一-鿿]{0,8}(?:情况|名单|统计|明细|一览|清单|公示)"
    r"|(?:救[援灾助]|赈灾|抗[疫洪震]|战“?疫”?|防疫|爱心|慈善|公益|助学)(?:物资)?(?:进出库|出入库|收发|接收|收[到入款]|(?:专项|专户|基金)*(?:台账|[账帐]目|流水|收支)|榜)"
    r"|(?:救[援灾助]|赈灾|抗[疫洪震]|防疫|爱心|慰问|[支驰]援|援助|首批|第[一二三四五六七八九十0-9]{1,2}批|[购买置集募]了?一批(?:急需|紧缺|所需)?的?)(?:医疗|生活|防疫|防护)?(?:物资|物品|用品|礼品|慰问品|药品|款物)"
)
_NAMES = frozenset({"芳名", "征信录"})  # of givers, unless something else is told of them: 会费缴纳芳名
# What is paid, owed, earned, won or counted, and not given.
_NO_GIFT = re.compile(
    r"团购|拍得|买主|同比|环比|占比|比重|利率|产值|营[收业]|得分|应缴|已缴|欠缴|合同|中标|租金|损失|支出|授信|贷款|借款|融资|[进出]口|贸易|销售|奖[项金]|[会年]费|(?<![\d一二三四五六七八九〇零])[年月]捐(?![款赠资献助])|标准|税|罚|薪|工资|投资|需求|预算"
)
# The same, and what was done with what was given or is left of it.
_OTHERWISE = re.compile(
    rf"{_NO_GIFT.pattern}|"
    r"剩余|使用|用途|[去流]向|开支|开销|费用|结[余算转]|发放|分[发配派]|派发|余额|余款|库存|储备|拨付|发往|热销|在售|售价|单价|采购|收费|价格|报价|价目|票[价据]|席位"
    r"|奖学|获奖|奖励|荣誉|表彰|(?<!接)受[惠助捐赠]|资助(?:名单|情况|对象|项目)|成交|签约|摊位|展位|得票|票数|选举|当选|造价|工程款|(?:须知|办法|方式|渠道|规[则定]|章程)(?=如下|[:：]|$)"
)
_OFFERED = "赞助(?:方案|套餐|等?级别?|权益|回报|须知)"
# What is wished for or planned is not yet given, whatever else is said.
_NOT_YET = re.compile(
    r"(?<!一批)(?:急需|所需|紧缺)|求[助购]|计划|目标|指标|拟捐|意向|倡议(?!发出|[之以]?[来后])|任务|招商"
    rf"|{_OFFERED}"
)
# What came in and what went out: the heads below part them.
_ACCOUNTS = re.compile(
    r"收支|(?<=[款物赠资入收募])(?:情况)?[及和与、](?:其|管理)*(?:使用|支出|[分发派]放|分[发配]|拨付|用途|去向|开支)"
)
_BALANCE = re.compile(rf"[^，。！；]{{0,8}}(?:{SPENT_OR_LEFT}|余款|库存|{_OFFERED})[^，。！；]{{0,8}}")
_PLEDGED = re.compile("[已未实]缴")
# What was done with it: 二、物资采购, 【出库】, 乙、轉贈; a line of it: 本年度發放獎學金32名，計16萬元
_NUMBERED = r"[（(【\[]?(?:[一二三四五六七八九十甲乙丙丁戊]{1,2}|\d{1,2})[)）、.．]+\s*"
_DONE = (
    "采购(?!商)|购[买置入]|发[放出]|派发|分[发配]|转[赠交送]|移交|出库|[拨支出][付出账](?!宝)|用途|去[向处]"
)
_GONE = re.compile(
    rf"[【\[][出发支付存用][】\]]|{_NUMBERED}[^，。！；:：]{{0,8}}(?:{_DONE}|[结尚]存)[^，。！；:：]{{0,8}}[:：]?|[【\[][^，。！；:：】\]]{{0,4}}(?:{_DONE}|[结尚]存)[^】\]]{{0,4}}[】\]]|(?:{_DONE})(?:物[资品])?(?:情况|明细)?[:：]"
)
_SPENT = re.compile(
    rf"(?:[本今上此]?[年月季]度?|[已共另并现]|其中|注[:：])*(?:{_DONE}|支取|汇出|奖励|定向|用于)|[【\[](?:[出发支付存用]|[结尚库]存)[】\]]"
)
# What says nothing of what the rows are, and leaves it to what was said before.
_PLAIN = re.compile(
    r"[（(][^（()）]*[)）]|\W|[一二三四五六七八九十\d]+[、.]|第?[一二三四五六七八九十\d]+[批期次家位名个轮组]|附[件表录]?[一二三四五六七八九十\d]*|现将|以下|以上|上述|如[下左]|具体|其中|分别|共有|[为是有的及和与等各其已均特谨此]"
    r"|各?[方位界]|(?:副|理事|监事|秘书)?会?[长员]|企业|单位|个人|公司|商[会号户家]|协会|本会|团体|机构|组织|热心|爱心|好心|友好|人士|同胞|侨[胞领界]|乡亲|朋友|兄弟|成员|部分|其他|名[单录]|芳名|明细|清单|一览|列?表|情况|汇总|详情|统计|榜|现金|物资|实物|款[项物]?|善|物品|类|组|批"
    r"|公[布示告]|鸣?致?感?谢[意忱]?|心意|善举|义举|支持|帮助|奉献|付出|响应|踊跃|积极|接[收受]|收[到讫取入]|[到来入]账|收入|累计|合计|截[至止](?:[\d年月日号时点分]|[上下]午)*|以昭公?信|人民币|美元"
)
# What heads the sum of the rows above.
TOTAL = re.compile(
    r"(?:以上|上述|截[至止](?:[\d年月日时点分:早晚上下午]{2,18}[，,]?)?|目前|迄今|捐款|善款|现[款金]|款项|全部|各项|[汇转]入|[本今此前第这各]|[一二两三四五六七八九十\d]{1,2}、?(?=[批期次轮页笔组天日合总小共累])|[批期次轮页笔组天日]|连同?[前上]?|收入|承接?)*"
    r"(?:[合总小共]\s{0,8}计|总共|合共|(?<=[前日])共[收募筹]|(?<=[上期次批笔])共(?:[收计得]|[募筹捐][得集款]?)?|共[收募筹捐][得到获集]|(?<=[时点分日])共(?=\d)|(?<=现款)计|(?<!.)计(?=[\s:：]+\S)|[Tt]otal|TOTAL|累计|总额|总金额|总数|总和|以上(?:[续共]?[收捐得])?(?=(?:人民|新?[港台澳菲缅泰越马])?[币元]?(?:RM|[$¥])?[约共]?[\d壹贰叁肆伍陆柒捌玖一二三四五六七八九十])|(?<![，,、；;])折合(?:人民币|美元|港币)?共?(?=[总约逾近]*\d))"
)
_SPENT_ON = re.compile(rf"(?:{_SPENT.pattern})(?:(?<=[】\]])|[^，。；:：]{{0,6}}[:：])")
CLAUSE = re.compile(r"[^，。！？!?\n]+")
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")


def says(text: str) -> bool | None:
    """True where words are about giving, False where about something else, None where they say neither."""
    if _NOT_YET.search(text):
        return False
    text = _ACCOUNTS.sub("", text)
    otherwise = max((m.end() for m in _OTHERWISE.finditer(text)), default=0)
    said = (m for m in GIVING.finditer(text) if not (otherwise and m[0] in _NAMES))
    given = max((m.end() for m in said), default=0)
    return given > otherwise if given or otherwise else None


def counts_otherwise(heads: str) -> bool:
    """Whether the heads of columns are those of statistics, dues, loans, awards or plans, whatever else they say."""
    heads = _PLEDGED.sub("", heads) if "认捐" in heads else heads
    return (_NO_GIFT.search(heads) or _NOT_YET.search(heads)) is not None


def speaks_of_giving(text: str) -> bool:
    return says(text) is True


def leaves_open(text: str) -> bool:
    """Whether words say nothing of what the rows below are: 明细如下, 【第二批】, 已到账."""
    return not _PLAIN.sub("", text)


def refuses(text: str) -> bool:
    """Whether a line heads something that is no gift; what a sentence leads up to is in its last clause.

    Of several sentences only the last leads up to the rows: 商会发出倡议。现将捐赠公示如下：
    """
    parts = (CLAUSE if text.endswith(("。", "！")) else SENTENCE).findall(text)
    return len(text) <= LONGEST_CAPTION and says(parts[-1] if parts else text) is False


def is_balance(text: str) -> bool:
    """Whether a line heads what is left, was spent, handed on or is on offer: 四、结余, 三、支出情况, 【出库】, 晚宴赞助方案."""
    return (_BALANCE.fullmatch(text) or _GONE.fullmatch(text)) is not None


def lists_spent(text: str) -> bool:
    """Whether a paragraph says before a colon that it tells what was spent, none of it as a gift: 本月支出：看望侨胞30万元."""
    return _SPENT_ON.match(text) is not None and not GIVING.search(text)


def was_spent(text: str) -> bool:
    """Whether a line tells what was done with what the rows above gave: 本年度发放奖学金32名，计16万元."""
    return _SPENT.match(text) is not None


# What only those who give in need are told of, where no word of giving falls.
_ROUSED = re.compile(rf"{GIVING.pattern}|援手|[驰支]援|援助|救[灾援]|抗[疫震洪]|赈|善举|爱心|慷慨")


def first_word(folded: str, article: Span) -> int:
    """Where an article first speaks of giving; its end where it never does."""
    said = _ROUSED.search(folded, article.start, article.end)
    return said.start() if said else article.end
