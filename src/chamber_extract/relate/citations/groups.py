"""Which titles and numbers stand beside one another and name one policy."""

from __future__ import annotations

import re
from itertools import zip_longest

from chamber_extract.extractors.policies.names import LINE_END, TITLE_LABEL
from chamber_extract.gazetteer import issuers
from chamber_extract.mention import Mention, Reading

_LONGEST_GAP = 100
# What may stand between a title and its number, after it and before it.
_AFTER = re.compile(
    r"[ \u3000]*[》”]?[ \t\u3000]*(?:\((?:试行|暂行|修订|20\d\d年?版?)\))?[ \t\u3000]*(?:[(〔\[【](?:香港法例)?(?:(?:19|20)\d\d年(?:\d{1,2}月\d{1,2}日)?[,，]?)?原?)?[ \t\u3000]*(?:即|[,，:]|——)?(?:发?文(?:件)?(?:字|编)?号[ \t]*:?)?[ \t\u3000]*"
)
_BEFORE = re.compile(
    r"[)〕\]】]?[ \t\u3000]*(?:文件|文|令|函|公告)?[ \t\u3000]*[,，]?(?:全文|现|题为|也就是|就是|修正(?=《)|(?:订定|核定)(?=[“《])|(?:订定|修正|核定)(?=印发|发布|颁布|公布))?(?:印发|发布|下发|颁布|公布|核准)?\)?(?:了|的)?(?:新?修[订改]后?的|新的?)?"
    r"[ \t\u3000]*(?:[,，:]|——)?[ \t\u3000]*[(〔【]?即?[《“]"
    rf"|[)）】]?[ \t\u3000]*:[ \t\u3000]*|[ \t\u3000]{{1,8}}(?:{TITLE_LABEL}[ \u3000]*[《“]?)?|[ \t\u3000]*\([ \t\u3000]*"
    r"|[)〕\]][ \t\u3000]*|】[ \t\u3000]*[^,，。;；\n《》]{0,30}[《“]?"
)
# 《…法》由…通过，以中华人民共和国主席令第四十六号公布.
_BY_ORDER = re.compile(
    r"[》”]?[^。；;\n《》]{0,50}(?:[以经]|签[署发]了?|(?:公布|发布|颁布|印发|下发|出台|刊宪)\()"
)
# 《…意见》。商务部等19部门联合印发，文号为商合发〔2019〕273号
_NUMBER_TOLD = re.compile(r"[》”][^\n《》]{0,60}(?:文号|字号|编号)[为是:]?")
# 《…》（省人社厅，江人社发〔2021〕7号）, 《…条例》（2019年10月8日…会议通过，2019年10月22日国务院令第722号公布）: whatever
# stands before the number, but what it is made on the ground of.
_IN_ITS_BRACKET = re.compile(
    r"[》”][ \t\u3000]*\((?![^()\n]*(?:根据|依据|依照|按照|参照|代替|替代|取代|废止|附))[^()\n《》]{0,80}(?<![与同])"
)
# 法释〔2022〕9号，即最高人民法院《…》, 财税〔2016〕36号（财政部《…》）: whose it is before the title.
_THAT_IS = re.compile(r"(?:文件?)?(?:[,，]?(?:也就是|即|全称为?)|[ \t\u3000]*[(——:]+)[ \t\u3000]*")
# A law's heading: …决定 / （2021年12月20日宁波市人民政府令第262号公布）.
_UNDER_HEADING = re.compile(r"\s*\([^()\n《》第]{0,80}")
_BRACKET = re.compile(r"[ \t\u3000]*[(〔\[【]")
_ARTICLE = re.compile("[》”]?第[一二三四五六七八九十百零\\d]+条")
_ORDERED = re.compile(r"(?:文件?)?(?:正式|予以|联合)?(?:公布|发布|颁布|印发|下发|批复|修[订正改])")
# Behind a law without marks it is the law that is the object: no 公布《…办法》.
_ORDERED_IT = re.compile(rf"(?:{_ORDERED.pattern})(?=后|之?日|[并起施实自]|[，,。；;)]|$)")
_SAME_BRACKET = re.compile(r"[ \t\u3000]*[、,，;/和及]?[ \t\u3000]*")
# …令 / 第97号 / 《…决定》已经…会议通过，现予公布; 现公布《…条例》
_DECREED = re.compile(r"\s*(?P<act>现(?:予)?(?:公布|发布|颁布))?《")
_PASSED = re.compile(r"》[^。；\n]{0,90}现?(?:予以?)?(?:公布|发布|颁布)")
# 公告2021年第5号发布《绿色商场》（SB/T 11135—2021）: the announcement and the standard are two.
_OF_STANDARD = re.compile(r"》[ \t]*\([A-Z]{2}[A-Z\d/]{0,4}[ \t]?\d")
_APART = re.compile("，|——")
_GOES_ON = re.compile(r"[，,](?!《)")  # 国发〔2023〕15号，2023年9月25日成文
_LINE_END = re.compile(rf"[ \t\u3000)〕】\]》]*+{LINE_END}")


def groups(reading: Reading) -> list[list[Mention]]:
    """Mentions in order, a title together with the number beside it (and further numbers in its bracket)."""
    folded = reading.text.folded
    found: list[list[Mention]] = []
    cited = reading.of("policy")
    for m, following in zip_longest(cited, cited[1:]):
        last = found[-1] if found else []
        # 以商合函〔2017〕1号下发，《…》（国发〔2014〕67号）: the title has its own number.
        apart = (
            last
            and _APART.search(folded, last[-1].end, m.start)
            and following
            and _joins(folded, [m], following)
        )
        if last and not apart and _joins(folded, last, m):
            last.append(m)
        else:
            found.append([m])
    return found


def _joins(folded: str, group: list[Mention], m: Mention) -> bool:
    entry, whole = m.value.entry, group[0].value.entry
    if entry and entry == whole:
        titled, numbered = any(x.value.title for x in group), any(x.value.number for x in group)
        another = numbered and m.value.number and ";" in folded[group[-1].end : m.start]
        return not (another or (m.value.title and titled))
    if entry or (whole and not _GOES_ON.match(folded, m.end)):
        return False
    previous, gap = group[-1], folded[group[-1].end : m.start]
    if len(gap) > _LONGEST_GAP:
        return False
    titled, numbered = any(x.value.title for x in group), any(x.value.number for x in group)
    if titled and numbered:
        same = _opens_bracket(folded, previous) and _SAME_BRACKET.fullmatch(gap) is not None
        return m.value.number is not None and same
    if titled:
        return m.value.number is not None and _is_after(folded, previous, gap, m)
    return m.value.title is not None and _is_before(folded, previous, gap, m)


def _is_after(folded: str, title: Mention, gap: str, number: Mention) -> bool:
    """Whether the number stands behind the title, in its row, or alone on the line under it."""
    if title.rule == "law-heading":
        return _UNDER_HEADING.fullmatch(gap) is not None
    if "\n" in gap:
        if gap.count("\n") > 2 or not (
            _LINE_END.match(folded, number.end) or _GOES_ON.match(folded, number.end)
        ):
            return False
        gap = gap.replace("\n", "")
    elif "\t" in gap:
        return "。" not in gap
    if _NUMBER_TOLD.fullmatch(gap) or _IN_ITS_BRACKET.fullmatch(gap):
        return True
    bare = title.rule in ("known-law", "cued-law")
    if _ARTICLE.match(gap):
        return False  # 依据《反倾销条例》第四十八条，商务部以2021年第2号公告公布终裁
    if _BY_ORDER.fullmatch(gap):
        ordered = (_ORDERED_IT if bare else _ORDERED).match(folded, number.end)
        return (gap.endswith("(") and not bare) or ordered is not None
    if bare and not _BRACKET.match(gap):
        return False  # 根据出口管制法，商务部公告2023年第23号: two policies
    return _AFTER.fullmatch(gap) is not None


def _is_before(folded: str, number: Mention, gap: str, title: Mention) -> bool:
    """Whether the title stands behind the number, in its row, or in the words of the decree that bears it."""
    if _OF_STANDARD.match(folded, title.end):
        return False
    if "\n" in gap:
        own_line = folded[: number.start].endswith("\n") or not folded[: number.start].strip()
        under = _DECREED.fullmatch(gap) if own_line and number.value.number.series in ("令", "公告") else None
        return bool(under and (under["act"] or _PASSED.match(folded, title.end)))
    if not gap:
        return title.rule == "cued-law"  # 2020年第11号创造就业法
    if that_is := _THAT_IS.match(gap):
        bodies = issuers.ending_at(folded, title.start - (folded[title.start - 1] in "《“"), number.end)
        if bodies and bodies[0].start == number.end + that_is.end():
            return True
    return _BEFORE.fullmatch(gap) is not None or ("\t" in gap and "。" not in gap)


def _opens_bracket(folded: str, number: Mention) -> bool:
    return (
        folded[max(0, number.start - 1) : number.start] in tuple("(〔【[")
        and folded[number.end : number.end + 1] not in ")〕】]"
    )
