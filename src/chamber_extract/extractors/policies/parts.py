"""What the parts of an entry of a list look like: its mark, title, day, state, labels, and what says nothing."""

from __future__ import annotations

import re

from chamber_extract.extractors.policies.acts import PUBLISHED
from chamber_extract.extractors.policies.names import LIST_MARK, OTHER_DAY

_ACT = rf"(?:正式|联合|共同|联[合同])*(?:{PUBLISHED}|制定|成文|通过|牵头|文|发)"
_SEPARATOR = r"[ \t\u3000|/;,，、。:：—…·‥⋯*\-\x00]"
_D = r"\d{1,2}"
TITLE = re.compile(r"[^，。;:！？\n\t]{3,90}")
SHORTEST = {"law": 3}  # 公司法, and of others 5 characters
LISTED = re.compile(rf"[ \t\u3000]*(?:{LIST_MARK})")
VERSION = re.compile("试行|暂行|修[订改正]版?")  # in brackets, part of the title
MARK = re.compile(rf"[ \t\u3000]*(?:附件?:?[ \u3000]*)?(?:\[\d{{1,3}}\]|[甲乙丙丁戊己]、|{LIST_MARK})?")
ASIDES = re.compile(
    r"\0[ ]*【[^】\n\0]{1,6}】|^【[^】\n\0]{1,6}】(?=.)|签发人[ \t\u3000:]*[^\s\0]{2,4}"
    r"|〔[^〔〕]{0,4}注:[^〔〕]*〕|[于在]?《[^《》\n]{0,16}公报》(?:第[一二三四]组)?"
)  # 【山东】, who signs, 〔译注:…〕, the gazette
TWO = re.compile(r"》[ ]?[、和与及][ ]?\0")  # 《…意见》、商务部公告2023年第27号
MARKED = re.compile(rf"《(?P<title>[^\n]*)》(?:{_ACT})?")
BODIES = re.compile(rf"(?P<who>.+?)(?:{_ACT})?")
CATALOGUE = re.compile("(?:目录|清单|名单|汇编|一览表?)\\Z")  # heads a list
# 木家具安全规范（DB44/T 2361-2022）: what the brackets add is no part of the title; a version is.
ASIDE = re.compile(r"\((?![^()]*(?:试行|暂行|修订|修正|草案|征求|版\)|(?:19|20)\d\d[年—-]))[^()]*\)\Z")
_ON = (
    rf"(?:(?:(?:19|20)\d\d[ ]?[年./-][ ]?)?{_D}[ ]?[月./-][ ]?{_D}[ ]?日?"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日)"
)
# How a policy stands: 现行有效, 已修订, 有效期三年, 执行至2027年12月31日.
_STATE = rf"(?:现行|继续|长期|部分|全文|仍|现)*有效|(?:已经?|全文|部分|拟)?(?:废止|失效)|已经?修[订改正]|(?:有效期|试行期?|执行期?)限?(?:[自至到为:]|延长)*(?:{_ON}|[\d一二三四五六七八九十两]+个?[年月])?|(?:即日|(?:[公发]布|印发)之日)起(?:施行|实施|生效|执行)"
ON_DAY = re.compile(_ON)
DAY = re.compile(
    rf"(?:(?<={_SEPARATOR})|(?<=[(于自])|^|(?=[^()]{{8,12}}{_ACT}\)))(?P<day>{_ON})"
    rf"(?P<force>[ ]?(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起施行|起|废止|失效|修订|修正|止))?"
    rf"(?P<act>{_ACT}|[\u4e00-\u9fff]{{0,6}}[公宪]报)?(?=[)]|{_SEPARATOR}|$)"
)
# 部门:, 发文日期:, and those that tell of another day.
LABELLED = re.compile(
    rf"(?:^|(?<={_SEPARATOR})|(?<=[(【]))【?(?P<label>[\u4e00-\u9fff][\u4e00-\u9fff \t\u3000]{{0,6}}[\u4e00-\u9fff])】?[ ]?:"
)
# 文号 浦府规〔2021〕6号, 发布时间 2021-07-30
BARE_LABEL = re.compile(
    r"(?:文号|(?:发文|发布|印发|成文)(?:字号|机关|机构|单位|日期|时间))(?=[ \t\u3000]*\0|[ \t\u3000]+[12]\d{3})"
)
OF_OTHER_DAY = re.compile(f"^发布|^公布|{OTHER_DAY}|报名|会议")
OF_LIST = re.compile(
    "文号|字号|编号|日期|时间|单位|部门|机关|机构|标题|名称|题名|文件|政策|颁布|发布|印发|成文|发文|层级|依据|效力|类别"
)
# What is no token and says nothing: an act, a page, a serial, the type of a reference.
SAYS_NOTHING = re.compile(
    rf"(?:{_ACT})?|由|于|自|\[[A-Z/]{{1,5}}\]|\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|P\d{{1,4}}|\d{{1,4}}页|第\d{{1,4}}页|附件?\d*|全文|原文|链接|{_STATE}|中央|国家|[省市区县]级?|刊[登载]于?|[\u4e00-\u9fff]{{1,8}}(?:政策|领域|方面|类)"
)
BRACKET = re.compile(r"\([^()]*\)|〔[^〔〕]*〕|【[^【】]*】")
WHOLE = re.compile(r"《[^\n]*?》|“[^”\n]*”|\([^()]*\)")  # what is inside parts no cells
GAP = re.compile(
    rf"(?=\x02)(?<!\x02)|{_SEPARATOR}+|\[[A-Z/]{{1,5}}\]\.?|(?<=[\u4e00-\u9fff\]])\.[ ]?|[.．]{{2,}}"
)
# Beside the number of a law abroad: 工贸部, 国会.
ORGAN = re.compile(
    "[\u4e00-\u9fff]{1,10}部|[\u4e00-\u9fff]{0,10}(?:国会|议会|政府|内阁)|[\u4e00-\u9fff]{2,10}(?:总局|委员会)"
)
CLAUSE_END = "，,。;|\t"
SPACE = ("", " ", "\u3000", "\n", "、")  # between the words of one title
TOKEN = "\0"  # stands for each character of what is known already
