"""Laws named without marks: those that everyone cites by name, acts that go by their year or number, and names in
running text of which the words around tell that they are laws (依貿易法第十一條, 聯邦企業透明法生效, 史塔福法案)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.policies.acts import sentence_start
from chamber_extract.extractors.policies.context import Context, titled
from chamber_extract.extractors.policies.issue import Issue, issue_behind, issue_of
from chamber_extract.extractors.policies.names import PolicyName
from chamber_extract.extractors.policies.titles import weigh
from chamber_extract.gazetteer import issuers
from chamber_extract.gazetteer.instruments import instrument, laws
from chamber_extract.gazetteer.places import places
from chamber_extract.mention import Mention
from chamber_extract.models import PolicyKind
from chamber_extract.text import Text

_LAW = re.compile(r"法(?:[典令]|案(?![例件情]))?|条例|章程|办法|准则|规定|细则|修正案|修正")
_ARTICLE = re.compile(r"第[\d一二三四五六七八九十百零]+条")  # 刑法第266条
_LONGEST_DIVISION = 12
_IMPLEMENTING = re.compile("实施(?:条例|细则|办法)")
_INSIDE_WORD = re.compile(
    r"规(?!定)|专业|专委|研究|教研|讲师|教授|博士|[治律院人庭定制学官案医师务理网语国兰郎门家警例则]"
)
_LECTURE = re.compile("(?:解读|讲座|宣讲|培训)[^“”。\\n]{0,8}”")  # “阿联酋增值税法解读”
# What a law's name ends in, and where in running text one begins: behind marks and behind words of no name.
_TAIL = re.compile(
    r"(?<!办)法案|法令|(?<![依方办司执合立做用无违守非乘法])法典?(?![案令])|条例|(?:管理|实施|处理|认定|审议|减除|奖励)办法"
)
_EDGE = re.compile(
    r"[^\u4e00-\u9fffA-Za-z\d·]|依据|根据|依照|按照|遵照|比照|参照|对照|违反|违背|触犯|遵守|适用|援引|符合|落实|贯彻|执行|学习|解读|"
    r"宣[讲传导]|讲[解授]|[部会局处院厅]长|修[订正改]|废止|通过|公布|颁布|发布|印发|出台|制[定订]|推[出动]|提出|审议|签署|讨论|支持|关于|涉及|以及|现行|现有|所谓|联邦|最新|其(?!他)|包括|例如|"
    r"介绍|提醒|说明|指出|规定|违法|相关|有关|配套|依(?!法)|[的了是在从被把将于而或称该这那各即须向]|[问谈说提][起到及]?|就(?!业)|对(?!外|等)|自(?![然由动治贸])|会(?!计|议)(?<!社会)|"
    r"新(?!能源|闻)(?<!创新)|经(?![济营贸理纪])|(?<!国)有(?![限机色])|(?<![数证])据|(?<!自)由|(?<![少成青])年|[月日号](?!\d)|以|到(?!期)|前开|也|都|又|则|并(?!购)"
)
_CITED = re.compile(
    r"(?:依据?|根据|依照|按照|遵照|比照|参照|对照|违反|违背|触犯|遵守|适用|援引|符合|落实|贯彻|修[订正改]|废止|所谓|现行|联邦|签署|通过|的“?|”|审议)(?:了|的|新的?|[》“])?\Z"
)
_SAID = re.compile(
    r"”?(?:\([^()\n]{2,30}\))?(?:第[\d〇一二三四五六七八九十百零]+条|明[定订]|(?:正式|开始|即将|将|已|于|自|[今明去]年|\d+月|\d+日起?)*(?:生效|施行|上路|刊宪)|修[正订]案?|草案|(?:部分)?条款|规定|要求|暂缓|的(?:规定|要求|适用|修[正订]|[\u4e00-\u9fff]{0,4}条款))"
)
_GENERIC = re.compile(
    r"(?:国际|行政|经济|民商|商|普通|成文|大陆|地方性?|单行|上位|下位|基本|专门|特别|程序|实体|反制|救济|刺激|纾困|本国|当地|劳工|劳动|移民|税|旧|原|次|企业|公益|涉[疆港台藏华]|拨款|预算|综合|开支|[\d]+[部项个份]|管理|实施|暂行|刑|民|国|政府|总统|部长|内阁|[一二三四五六七八九十两多几]+[部项个份])*\Z|.*[二三四五六七八九十两多几]\Z"
)
# 1955年雇佣法令: acts of Malaysia and Singapore go by the year of their passing.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d年\Z")
# 魁省96号法案, C-27号法案.
_BILL = re.compile(r"(?<![\dA-Za-z第/-])(?:[A-Z]{1,3}[ -]?)?\d{1,4}号法(?:案(?![人例])|律(?!服|师|援|顾))")
# A law beside it: 外国补贴条例、净零工业法案和|关键原材料法案.
_AND = r"(?:、|以?及|[和与])"
_BESIDE = r"(?P<law>[\u4e00-\u9fff]{2,12}?(?:法[典令案]?|条例))"
_LAW_BEFORE, _LAW_AFTER = (
    re.compile(rf"{_BESIDE}{_AND}\Z"),
    re.compile(rf"{_AND}{_BESIDE}(?![律院规定人庭制学])"),
)
_LONGEST_NAME = 20


def without_marks(context: Context) -> Iterator[Mention]:
    """Every law without marks; one that two rules see comes twice."""
    yield from _known(context.text)
    yield from _cited(context)


def _cited(context: Context) -> Iterator[Mention]:
    """Names of laws in running text that stand as the ground of an act, or of which is said what is said of laws."""
    text, folded = context.text, context.text.folded
    for m in _BILL.finditer(folded):
        yield _bare_law(text, *m.span())
    for m in _TAIL.finditer(folded):
        end = m.end()
        if m[0] == "法" and _INSIDE_WORD.match(folded, end):
            continue
        start = _name_start(folded, m.start())
        year = _YEAR.search(folded, max(0, start - 6), start) if m[0] == "法令" else None
        if folded[start - 1 : start] in ("《", "〈") or m.start() - start < 2:
            continue
        start = year.start() if year else start
        if year or (
            _is_name(folded[start : m.start()], folded[start:end])
            and (start in context.number_ends or _tells(folded, start, m))
        ):
            quoted = _is_quoted(folded, start, end)
            issue = (
                issue_of(folded, sentence_start(folded, start - 1), start - 1, end + 1) if quoted else Issue()
            )
            if weigh(folded[start:end], context.around(start, end, start, end), issue.bodies) >= 0:
                yield titled(text, start, end, "cued-law", issue)


def _is_quoted(folded: str, start: int, end: int) -> bool:
    return folded[start - 1 : start] == "“" and folded[end : end + 1] == "”"


def _is_name(stem: str, name: str) -> bool:
    """Whether a law's name without its last word names one, which is not among those known by name."""
    word = instrument(name)
    named = (
        not _GENERIC.match(stem)
        and not issuers.is_abroad(stem)
        and word is not None
        and word.standing != "other"
    )
    known = next((i for i in range(len(name) - 1) if name[i:] in laws()), None)
    return named and (known is None or (known > 2 and name[known - 1] in "和与及"))  # 外汇及|对外贸易法


def _is_law(name: str) -> bool:
    word = instrument(name)
    return word is not None and word.standing != "other" and word.kind in ("law", "regulation")


def _tells(folded: str, start: int, tail: re.Match[str]) -> bool:
    """Whether the words around a name tell that it is a law's, or marks do."""
    end = tail.end()
    if _CITED.search(folded, max(0, start - 8), start):
        return True
    beside = _LAW_BEFORE.search(folded, max(0, start - 18), start) or _LAW_AFTER.match(folded, end)
    if beside and not tail[0].endswith("办法") and _is_law(beside["law"]):
        return True
    said = tail[0] == "法案" or _is_quoted(folded, start, end) or _SAID.match(folded, end) is not None
    return said and not tail[0].endswith("办法")


def _name_start(folded: str, end: int) -> int:
    """Where the name begins whose last word begins at `end`: behind the last edge, another law's name and 和, a country."""
    start = max(0, end - _LONGEST_NAME)
    for edge in _EDGE.finditer(folded, start, end):
        start = edge.end()
    for joined in re.finditer("[和与及]", folded[start:end]):
        if joined.start() == 0 or _TAIL.search(folded, start, start + joined.start()):
            start += joined.end()
            break
    for length in range(min(6, end - start - 2), 1, -1):
        if issuers.is_abroad(folded[start : start + length]):
            return start + length
    return start


def _known(text: Text) -> Iterator[Mention]:
    """Laws known by name, a local one with its division (浙江省优化营商环境条例), with 实施条例 what carries one out."""
    folded = text.folded
    known = laws()
    longest = max(map(len, known))
    for m in _LAW.finditer(folded):
        end = m.end()
        if (m[0] == "法" and _INSIDE_WORD.match(folded, end)) or _LECTURE.match(folded, end):
            continue
        shortest = 2 if _ARTICLE.match(folded, end) else 3
        lengths = range(min(longest, end), shortest - 1, -1)
        length = next((n for n in lengths if folded[end - n : end] in known), 0)
        kind = known.get(folded[end - length : end], "other")
        start = _with_state(folded, end - length, kind)
        if not length or folded[start - 1 : start] in ("《", "〈"):
            continue
        if m[0] == "法" and (its := _IMPLEMENTING.match(folded, end)):
            end, kind = its.end(), "regulation"
        yield _bare_law(text, start, end, kind, "known-law")


def _with_state(folded: str, start: int, kind: PolicyKind) -> int:
    """Where a law's name begins with the state or, of a regulation, the division that made it."""
    if folded.endswith("中华人民共和国", max(0, start - 7), start):
        return start - 7
    if kind == "law":
        return start
    zone = start - 4 if folded.endswith("经济特区", max(0, start - 4), start) else start
    for low in range(max(0, zone - _LONGEST_DIVISION), zone - 1):
        place = places().get(folded[low:zone])
        if place and place.kind in ("province", "division"):
            return low
    return start


def _bare_law(text: Text, start: int, end: int, kind: PolicyKind = "law", rule: str = "cued-law") -> Mention:
    told = issue_behind(text.folded, end).days(text.folded)
    return Mention("policy", start, end, PolicyName(text.clean[start:end], None, kind, told=told), rule)
