"""Numbers of official documents: 商综发〔2020〕30号, 公告2020年第8号, 第588号令.

GB/T 9704-2012 section 7.2.5 gives the first form (code of the issuer, year in hexagonal brackets,
serial number); announcements and decrees are numbered by series, within a year or without.
Reads folded text (`normalize.script.fold`); offsets are those of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number at `start:end`.

    `code` is the issuer's code (商综发) and `series` None, or `series` is the noun of the series
    (公告, 令) and `code` None; issuers named before a series stand outside the span. `year` is None
    where a series runs through the years. `serial` is as written: digits, or Han numerals for 第四十二号.
    `bracketed` is True for a series with its year in brackets (证监会公告〔2020〕5号). The two forms of
    Taiwan and Hong Kong have no year: 臺財稅字第10904567890號 with its code, 第622章 of an ordinance
    as series 章, and so 第5/2021號法律 of Macau and other countries. A standard of the state (GB/T 4100-2015
    beside its title) has series 标准 and the whole as serial. `issuer` is the body that stands inside the span, between number and series (第802号国务院令), empty elsewhere.
    """

    start: int
    end: int
    code: str | None
    series: str | None
    year: int | None
    serial: str
    bracketed: bool = False
    issuer: str = ""


STANDARD = "标准"

_OPEN, _CLOSE = r"[〔【\[(﹝〖{]", r"[〕】\])﹞〗}]"
_S = r"[ \t\u3000]{0,4}"
_YEAR = r"((?:19|20)\d\d)"
_SERIAL = r"(\d{1,5}|[一二三四五六七八九十百零〇]{1,6})"
# 公告〔十五届〕第49号: an assembly counts within its term.
_NOUN = rf"(公{_S}告(?:{_OPEN}[一二三四五六七八九十]{{1,3}}届{_CLOSE})?|通{_S}告|布告|命令|通函|商业资料通告|(?<![指司口夏法])令)"

_CODED = re.compile(rf"{_OPEN}{_S}{_YEAR}{_S}年?{_S}{_CLOSE}{_S}(?:第{_S})?(\d{{1,5}}){_S}号")
# In a letterhead the number has a line of its own.
_SERIES_FIRST = re.compile(
    rf"{_NOUN}{_S}(?:(?P<under>\n)[ \t\u3000\n]{{0,4}})?(?:{_OPEN}{_S})?(?:(?P<year>{_YEAR[1:-1]}){_S}年?{_S}(?:{_CLOSE}{_S})?)?"
    rf"(?:第{_S})?(?P<serial>\d{{1,4}}/(?:19|20)\d\d|{_SERIAL[1:-1]}){_S}号(?(under)(?=[)〕】\] \t]{{0,4}}(?:\n|$)))"
)
# 国发2015年33号文: a code's year without brackets.
_UNBRACKETED = re.compile(rf"(?<=[发函字规电]){_YEAR}年第?(\d{{1,5}})号(?=文)")
# 〔2003〕外经贸法发第575号: ministries set the year first at times, as courts do for their cases, whose letters say so.
_YEAR_FIRST = re.compile(
    rf"{_OPEN}{_S}{_YEAR}{_S}{_CLOSE}{_S}(?P<code>[\u4e00-\u9fff]{{1,10}}?(?:[发函](?={_S}第)|(?<![初终申再监提抗他复异辖破])字))(?:{_S}第)?{_S}(\d{{1,5}}){_S}号"
)
_YEAR_BRACKETS = re.compile(rf"{_OPEN}{_S}\d{{4}}{_S}年?{_S}{_CLOSE}")
_SERIES_LAST = re.compile(
    rf"号{_S}(?:(国务院|国家主席|主席|总统|(?![和与及])[\u4e00-\u9fff]{{2,8}}(?:部|委|局|署|政府))(?=令|公告|通告)|部(?=令))?"
    r"(公告(?![栏牌板])|通告|布告|行政令|总统令|通令|令(?![人牌旗箭狐爱]))"
)
_NOUN_IN_TITLE = re.compile(
    rf"(公告|通告)[》”]?(?:{_S}\([^()\n]{{0,60}}?|[ ]?[，,|\t][ ]?)(?P<number>{_YEAR}{_S}年{_S}第?{_S}\d{{1,5}}{_S}号|(?<=\()第{_S}\d{{1,5}}{_S}号)(?=[)，,;；。|\t\n]|\Z)"
)
# Acts that go by number with their noun: 第5/2021号法律 of Macau, 第926/2009号条例 of the European Union, 第12/2022号通函,
# 第70/2025/NĐ-CP号议定 of Vietnam; letters of who issued stand in no count of rooms or cases.
_BY_LAW = (
    r"号(?:法律|公法|联邦法律?|法(?=《)|行政法规|行政命令|次?法令|政令|(?:总统|政府|总理|部长|王|皇家法)?令|决定|决议|[指批]示|(?:行政长官|[^，。\s]{2,6}司司长)(?:批示|公告)"
    r"|(?:[实执]行|实施|委任|授权|税务|海关|政府|总统|部长)?(?:条例|指令)|议定|规定|通函|通知|(?:商业资料)?通告|公告)"
)
_SLASHED = re.compile(
    rf"(?<![\d/])\d{{4}}/\d{{1,4}}/(?:EC|EU|EEC)(?![A-Za-z])"
    # 第03/PM号总理令, 第68-NQ/TW号决议, 第31/2021/NĐ-CP号, 第00364/CAB.MIN/MINES/2021号部长令
    rf"|第{_S}(?=[^号\n]{{0,30}}[A-ZĐ])[A-ZĐ\d]{{1,5}}[/-][A-ZĐ\d][A-ZĐa-z\d./-]{{1,24}}{_S}(?:{_BY_LAW}|号)"
    # 1535/QĐ-BCT, 31/2024/QH15: of Vietnam, which needs no 号
    rf"|(?<![A-Za-z\d/第-])\d{{1,5}}/(?:(?:19|20)\d\d/)?(?:(?:NĐ|QĐ|TT|CT|NQ)-[A-ZĐ]{{2,10}}|QH\d{{1,2}})(?![A-Za-z\d/-])(?:{_BY_LAW}|号)?"
    # 第5/2021号法律, 第11-2025号税务条例, 2010/25号公告
    rf"|第{_S}\d{{1,4}}[/-]\d{{2,4}}(?:-\d{{2,4}})?{_S}{_BY_LAW}|(?<![\d/])(?:19|20)\d\d/\d{{1,4}}{_S}{_BY_LAW}"
)
# 《投资法》（61/2020/QH14）, 《外汇法》（1949年法律第228号）, 《雇佣法令》（265法令）: what counts laws in a law's brackets.
_OF_LAW = re.compile(
    r"(?:法典?|法令|法案|条例|规例|规则)》[ \t]*\((?:编号)?(?=[^()，,；;\n]*(?:号|章|法|/\d))(?=[^()\n]*\d)"
    r"((?:(?:19|20)\d\d年)?(?:法律|共和国法案?|公法)?第?[\dA-Z][\dA-ZĐ./-]{1,18}号?(?:章|[王政]?令|(?:总统|政府|总理)令|法令|法典|法)?)(?=[)，,；;])"
)
_LETTER = re.compile(r"字第(\d{8,12})号(?=函|令|公告)")
_CHAPTER = re.compile(
    r"(?:(?:条例|规例|规则|附例)[》”]?|法令?》)(?:[ \t]*\(|\t)(?:香港法例)?(第\d{1,4}[A-Z]{0,2}章)(?=[,，)\s]|\Z)"
    r"|(?:(?<=香港法例)|(?<!\w)|(?<=[据反照守及和与据受]))(第\d{1,4}[A-Z]{0,2}章)(?=[ \t]*《[^《》\n]{2,40}(?:条例|规例|规则|附例)(?:\([^()]*\))?》)"
)
# 《電鍍污染物排放標準》（GB 21900-2008）, GB/T 4100-2015《陶瓷砖》: a standard of the state, a trade or a province beside its
# title; its number alone says what goods are like, and T/… is an association's own.
_STANDARD_CODE = re.compile(
    r"((?<![A-Za-z/])(?:GB|DB\d{2,4}|[A-Z]{2})(?:/[TZ])?[ \t]?\d{2,6}(?:\.\d{1,2})?[—–-](?:19|20)\d\d)"
)
_STANDARD = re.compile(
    rf"(?<=》)[ \t]*\({_STANDARD_CODE.pattern}(?=[,，)])|{_STANDARD_CODE.pattern}(?=[ \t]*《)"
)
_SPACED = re.compile(r"(?=\d{2,6}(?:\.\d{1,2})?[—–-])")  # GB 17761-2018
# 2020年第11号|创造就业法: a law's name behind what counts it.
NAMED_LAW = r"(?:(?![的和与及令公])[\u4e00-\u9fff]){2,12}?(?<![依方办司执合立做用无违守非])法(?![律院官规典人定令案学庭制])"
# 2021年第74号法律公告 and 2021年第21号条例 of Hong Kong, 2021年第35号政府条例, 第11534号共和国法案 of other countries.
_ACT = re.compile(
    rf"(?:19|20)\d\d年第{_S}\d{{1,4}}{_S}号(?:法律公告|法定文书|(?:[\u4e00-\u9fff]{{2,6}}部长)?条例(?!草案)|法案?(?=[，。、)《(]))"
    r"|(?:令和|平成|昭和)[\d元]{1,3}年(?:法律|政令|省令|敕令)第\d{1,4}号"
    rf"|共和国第{_S}[\d,.]{{1,6}}{_S}号法[令案]?(?![律院官规典])|(?:19|20)\d\d年第{_S}\d{{1,4}}{_S}号(?=《?{NAMED_LAW})"
    rf"|(?:(?:19|20)\d\d年)?第{_S}[\d,.]{{1,6}}{_S}号(?:(?:政府|总统|部长)条例|政府(?:令|决议)|部长令|行政命令|法定文书|(?:规范性|联邦)指令|内阁(?:令|决议|决定)|部长决[定议]|王令|共和国法[令案]?|联邦法[律令]?|次?法令|总理令|决议|通知|通函|条例(?!草案|》)|总统令(?<=[.,]\d{{3}}号总统令)|法律(?=[，。、)《(]))"
)
_YEAR_OF_ACT = re.compile(r"(\d{4})年|")
_APPLYING = re.compile(
    "(?:[实执]行|实施|委任|授权)(?=条例|指令)"
)  # 第926/2009号执行条例, then 第926/2009号条例
_LIST_BEFORE = re.compile(
    rf"(?:{_YEAR}{_S}年{_S})?((?:第?{_S}(?:\d{{1,5}}|[一二三四五六七八九十百零〇]{{1,6}}){_S}号?{_S}[、,和及与]{_S}){{0,6}}"
    rf"(?<![\d.])第?{_S}(?:\d{{1,5}}|[一二三四五六七八九十百零〇]{{1,6}}){_S})$"
)
_ITEM = re.compile(rf"第?{_S}{_SERIAL}{_S}号?")
_NEXT = re.compile(
    rf"{_S}[、,和及与]{_S}(?:{_OPEN}{_S}{_YEAR}{_S}{_CLOSE}{_S})?(?:{_YEAR}{_S}年{_S})?(?:第{_S})?(\d{{1,5}}){_S}号(?![楼栋馆门线院路])"
)

_CODE_RUN = re.compile(r"[\u4e00-\u9fff]{1,24}(?:\d字)?$")  # 勞動條2字
# Words that stand before a code in running text and never inside one; the code begins after the last.
_BEFORE_CODE = re.compile(
    r"根据|适用|违反|符合|享受|现将|按照|依据|依照|遵照|比照|参照|对照|结合|援引|引用|撤销|包括|执行|落实|贯彻|印发|转发|下发|颁发|发布|公布|出台|详见|参见|参阅|查阅|参考|参看|"
    r"文号|字号|编号|号文|有关?(?!色)|还|文件|通知|意见|办法|以下|[简下全]称|废止|修改|代替|替代|取代|[以和与及即在由从了的是为等该此其据见看号至按请]|日(?!照)|依(?![政府办安兰发])"
)
# 江商会〔2020〕1号, 中汽协发〔2019〕12号: papers of associations.
_ASSOCIATION = re.compile(r"商会(?!展)|协会|(?<![政科作文记残音书曲])协(?:会)?[发函办字秘通]?$")
# Codes of acts in a single case and of registers: judgments, penalties, permits, audits, press numbers.
_NO_CODE = re.compile(
    r"(?:[准证审许批备登检鉴验罚决判裁执仲评估刊注处案催]字|报字|罚[告决催听]|[罚处判裁执准注备]|(?<!认)证|民初|民终|刑初|刑终|行初|行终|期|卷|第|代码|许可)$"
)
_HEAD = re.compile(r"(公告|通告|布告|令)$")


def find(text: str) -> Iterator[DocumentNumber]:
    """The document numbers of folded text, those of a list one by one; spans may overlap where two forms fit."""
    yield from _coded(text)
    yield from _series_first(text)
    yield from _series_last(text)
    for m in _LETTER.finditer(text):
        code, start = code_before(text, m.start() + 1, no_code=_ASSOCIATION)  # 經審字 before 令 is no audit's
        if code:
            yield DocumentNumber(start, m.end(), code, None, None, m[1])
    for m in _NOUN_IN_TITLE.finditer(text):
        serial = re.findall(r"\d+", m["number"])[-1]
        yield DocumentNumber(*m.span("number"), None, m[1], int(m[3]) if m[3] else None, serial)
    yield from map(_standard, _STANDARD.finditer(text))
    for pattern in (_SLASHED, _CHAPTER, _ACT, _OF_LAW):
        for m in pattern.finditer(text):
            whole = re.sub(r"\s", "", m[m.lastindex or 0])
            year = _YEAR_OF_ACT.match(whole) if pattern is _ACT else None
            serial = _APPLYING.sub("", whole[year.end() if year else 0 :])
            counted = int(year[1]) if year and year[1] else None
            yield DocumentNumber(*m.span(m.lastindex or 0), None, "章", counted, serial)


def standard(text: str, start: int, end: int) -> DocumentNumber | None:
    """The standard whose code fills the span."""
    m = _STANDARD_CODE.fullmatch(text, start, end)
    return _standard(m) if m else None


def _standard(m: re.Match[str]) -> DocumentNumber:
    whole = re.sub(r"\s", "", m[m.lastindex or 0])
    return DocumentNumber(*m.span(m.lastindex or 0), None, STANDARD, None, _SPACED.sub(" ", whole, count=1))


def _coded(text: str) -> Iterator[DocumentNumber]:
    for m in (*_CODED.finditer(text), *_UNBRACKETED.finditer(text)):
        code, start = code_before(text, m.start())
        if not code:
            continue
        series = _HEAD.search(code)
        if series:
            continue  # 公告〔2020〕8号: a series with its year in brackets
        number = DocumentNumber(start, m.end(), code, None, int(m[1]), m[2])
        yield number
        yield from _following(text, number)
    for m in _YEAR_FIRST.finditer(text):
        if not _NO_CODE.search(m["code"]):
            yield DocumentNumber(*m.span(), m["code"], None, int(m[1]), m[3])


def code_before(text: str, end: int, no_code: re.Pattern[str] = _NO_CODE) -> tuple[str, int]:
    """The letters of the issuer that end at the bracket, or before 令 or 公告, and where they start; empty where none stand there."""
    low = max(0, end - 28)
    window = text[low:end].rstrip(" \t\u3000")
    run = _CODE_RUN.search(window)
    if not run:
        return "", end
    start = run.start()
    for stop in _BEFORE_CODE.finditer(run[0]):
        start = run.start() + stop.end()
    code = window[start:]
    if (len(code) < 2 and code != "法") or no_code.search(code) or _ASSOCIATION.search(code):
        return "", end
    return code, low + start


def _series_first(text: str) -> Iterator[DocumentNumber]:
    for m in _SERIES_FIRST.finditer(text):
        end = m.end()
        if (
            any(c in "〔【[(﹝" for c in m[0])
            and not any(c in "〕】])﹞" for c in m[0])
            and text[end : end + 1] in ")〕】]﹞"
        ):
            end += 1
        if m[0].startswith(f"{m[1]}(") and text[m.start() - 1 : m.start()] == "的":
            continue  # 关于减税的公告(2021年第3号): the noun ends the title, see _NOUN_IN_TITLE
        bracketed = _YEAR_BRACKETS.search(m[0]) is not None
        year = int(m["year"]) if m["year"] else None
        number = DocumentNumber(m.start(), end, None, re.sub(r"\s", "", m[1]), year, m["serial"], bracketed)
        yield number
        yield from _following(text, number)


def _following(text: str, first: DocumentNumber) -> Iterator[DocumentNumber]:
    """The numbers that share code or series with the first: 财税〔2020〕8号、9号."""
    year, end = first.year, first.end
    while (m := _NEXT.match(text, end)) and not _SERIES_LAST.match(text, m.end() - 1):
        year = int(m[1] or m[2] or year or 0) or None
        start = m.end() - len(m[0].lstrip(" \t\u3000、,和及与"))
        end = m.end()
        yield DocumentNumber(start, end, first.code, first.series, year, m[3], bool(m[1]) and not first.code)


def _series_last(text: str) -> Iterator[DocumentNumber]:
    for m in _SERIES_LAST.finditer(text):
        low = max(0, m.start() - 60)
        before = _LIST_BEFORE.search(text[low : m.start()])
        if not before:
            continue
        year = int(before[1]) if before[1] else None
        items = list(_ITEM.finditer(text, low + before.start(2), m.start() + 1))
        for i, item in enumerate(items):
            start = low + before.start() if i == 0 else item.start()
            end = m.end() if i == len(items) - 1 else item.end()
            yield DocumentNumber(start, end, None, m[2], year, item[1], issuer=m[1] or "")
