"""Spaces that only spread a word or part a number from its unit: 累 计 捐 赠, 2020 年, 100 万元."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from chamber_extract.normalize.script import fold
from chamber_extract.segment.particulars import particulars
from chamber_extract.text import Draft, Edit

_HAN = "㐀-鿿豈-﫿〇"
# Three or more characters one space apart, standing free on both sides, are a word spread out;
# its head may be the end of the word before it where a line was joined. Two are left alone:
# 李 勇 is a padded name.
_SPREAD = re.compile(
    rf"(?<![^\s，。、：:；（(])(?:[{_HAN}]|\d{{1,4}}(?!\d))(?:[ \u3000](?:[{_HAN}]|\d{{1,4}}(?!\d))){{2,40}}(?![^\s，。、：:；）)／/\d])"
)
# The commonest surnames: even runs that have one at every other place list padded names.
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高梁郑鄭谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閆段雷龙龍史陶贺賀毛郝顾顧龚龔邵万覃武钱錢戴严嚴莫孔向汤湯"
)
_NUMBER_UNIT = re.compile(
    r"(?<=\d)[ \u3000](?=[年月日号號时時点點万萬亿億千百元家个個名人只隻套件箱吨噸%％])"
)
# 1 0 0 万元: digits one space apart before a unit. Closed up, or the last alone would be read.
_SPREAD_NUMBER = re.compile(
    r"(?<![\d.])(?<![\d.] )\d(?: \d)+(?= ?[年月日号號万萬亿億千百元家个個名人只隻套件箱吨噸%％])"
)
# What follows a number in prose: a unit, a counter, the name of a currency.
_COUNTED = (
    r"(?= ?(?:[万萬亿億千百元圆圓块塊个個名位人户戶只隻套副双雙件箱吨噸公斤台臺顶頂瓶辆輛艘本册冊盒包袋桶支把张張床条條部株盏盞棵间間家份米卷打组組片架枚根株面册卡樽罐车車%％￥$]"
    r"|[美欧歐港日澳加英镑鎊]元|人民[币幣]|[㐀-鿿]{1,4}(?:元|盾|铢|銖|兰特|蘭特|比索|卢布|盧布|第纳尔)))"
)
# Torn beyond doubt: no number begins with 0 (3 00万元, 2 60 0箱, 6 51 5 0元), none has a blank before its
# point (30 .5万元) or in a group of thousands (1,2 00片). Not so are times and days: 8 00, 2020 01月.
_TORN_SURELY = (
    rf"(?<![\d.:：/-])(?<!\d )(?<!^)\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?: \d{{1,3}})* 0\d{{0,2}}(?: \d{{1,3}})*(?![\d.:：/-]){_COUNTED}",
    rf"(?<![\d.])(?<!\d )\d{{1,4}} \. ?\d{{1,4}}(?!\d){_COUNTED}",
    rf"(?<=[{_HAN}] )\d{{1,4}}\. \d{{1,4}}(?= ?[万萬亿億元])|(?<=[{_HAN}])\d{{1,4}}\. \d{{1,4}}(?= ?[万萬亿億元])",
    rf"(?<![\d,])\d{{1,3}}(?:,\d{{3}})*,(?:\d \d\d|\d\d \d|\d \d \d)(?![\d,]){_COUNTED}",
    r"(?<=[月])(?:[0-3] \d| [12] \d| 3 [01])(?= ?日)",
)
_TORN = re.compile("|".join(_TORN_SURELY), re.MULTILINE)
# Torn where the page tears numbers: 发电机组 2 3 台, 总价值 3 7.2 万元. Elsewhere they may be two: 表2 300元.
_TORN_LIKELY = re.compile(
    rf"(?:(?<=[{_HAN}，,：:（(“”'\"])|(?<=[{_HAN}，,：:（(“”'\"] ))(?<![第表图圖注附] )(?<![第表图圖注附])\d{{1,3}}(?: \d{{1,3}})+(?:\.\d+)?(?![\d.]){_COUNTED}"
)
TEARS = 2  # sure tears that show a page to tear its numbers: one may be a slip
# 20 21年, 二 0二二年
_SPREAD_YEAR = re.compile(
    r"(?<![\d零〇一二三四五六七八九])(?:1 ?9|2 ?0|二 ?[〇零○0]|一 ?九) ?[\d〇零○一二三四五六七八九] ?[\d〇零○一二三四五六七八九](?= ?年)"
)
# 1, 000, 000元 and 1 000 000元: groups of three. One group behind a comma is such a group only if
# it is 000: 3, 500元 may be the third of a list.
_GROUPED = re.compile(
    r"(?<![\d.,，])(?<![\d.,，] )\d{1,3}(?:(?:[,，] \d{3}){2,}|[,，] 000|(?: \d{3}){2,})(?![\d,，]| \d)"
)
_UNIT_NUMBER = re.compile(r"(?<=[年月第约約近超逾达達共币幣])[ \u3000](?=\d)")


# Cells of a table set with spaces: two or more between them; or with bars, where a row has two or more.
_GAP = re.compile(r"(?<=[^\s])(?: {2,}|\u3000+| *\u3000[ \u3000]*)(?=\S)")
_BAR = re.compile(r"[ \u3000]*[|｜│][ \u3000]*")
# 丁志强 于　波 马　明（女）: names one space apart, those of two characters padded with more.
_PAD = r"(?: {2,}|\u3000+)"
_NAME = rf"(?:[{_HAN}]{{2,4}}|[{_HAN}]{_PAD}[{_HAN}])(?:[（(][^（）()]{{1,8}}[)）])?"
_PADDED_LINE = re.compile(rf"(?:[^：: \u3000]{{2,12}}[：:] ?)?(?P<names>{_NAME}(?: {_NAME})+)[ \u3000]*")
_PADDED = re.compile(rf"(?<=[{_HAN}]){_PAD}(?=[{_HAN}])")
_TAG = re.compile(r"[(（][^（）()]{1,8}[)）]$")
_SHORT = re.compile(rf"[{_HAN}]{{1,4}}")
_DIGIT = re.compile(r"\d")
# 海華通訊　第四十七期, 八月二十七日出版　非賣品: what heads a paper is no row.
_MASTHEAD = re.compile(
    r"(?<!\S)[總总]?第[\d〇一二三四五六七八九十百]{1,4}[期輯辑]|[\dA-Z]{1,3}版(?!\S)|(?<!\S)[A-Z]\d{1,2}[ \u3000]+\S{6,12}[日號号]$|[日號号]出[版刊]|非[賣卖]品"
)
_LINES = re.compile(r"[^\n\x1e]*")
_DRAWN = re.compile(r"[ \u3000]*[-=─━—┄―_]{4,}[ \u3000]*")  # above a total


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be a row of a table: the edits that set its cells apart, and how many gaps part them."""

    text: str
    edits: list[Edit]
    gaps: int


def set_tabs(draft: Draft) -> Draft:
    """The draft with tabs for the spaces or bars between the cells of tables: lines one after another that have them
    alike.

    Pairs without a line of column heads (王建国  500元) are lines of a list, and stay.
    """
    edits: list[Edit] = []
    run: list[_Row] = []
    for m in _LINES.finditer(draft.text):
        row = _row(m[0], m.start()) if m.end() > m.start() else None
        if row:
            run.append(row)
        elif (m[0].strip(" \u3000") and not _DRAWN.fullmatch(m[0])) or not run:
            edits += _table(run)
            run = []
    return draft.edit(edits + _table(run))


def _row(line: str, offset: int) -> _Row | None:
    """The line as a row, None where it is prose or a spread label."""
    body = line.strip(" \u3000")
    between = _BAR if len(_BAR.findall(body)) > 1 else _GAP
    longest = 400 if between is _BAR else 120
    if len(body) > longest or "\t" in body or body.endswith(("。", "；", "，")) or _MASTHEAD.search(body):
        return None
    gaps = [m.span() for m in between.finditer(line) if line[: m.start()].strip(" \u3000")]
    inside = _spread_gaps(line, gaps)
    between_cells = [gap for gap in gaps if gap not in inside]
    starts, ends = [0, *(b for _, b in between_cells)], [*(a for a, _ in between_cells), len(line)]
    cells = ["".join(line[a:b].split()) for a, b in zip(starts, ends, strict=True)]
    if not between_cells or 2 * sum(len(c) == 1 and not c.isdigit() for c in cells) >= len(cells):
        return None
    if _PADDED_LINE.fullmatch(body) or _lists_names(cells) or _is_credit(body):
        return None
    tabs = [Edit(offset + a, offset + b, "" if (a, b) in inside else "\t") for a, b in gaps]
    return _Row(body, tabs, len(between_cells))


def _is_credit(line: str) -> bool:
    """Whether the line gives the paper or writer of a text, mostly under its headline."""
    said = particulars(fold(line))
    return said is not None and (bool(said.medium) or said.signed)


def _spread_gaps(line: str, gaps: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The gaps that spread a word in its cell: 林　美　惠　　　50,000, 芳　名　　　　金　額; narrower than those between cells."""
    widths = {b - a for a, b in gaps}
    if len(widths) < 2:
        return set()
    edges = [len(line) - len(line.lstrip()), *(p for gap in gaps for p in gap), len(line.rstrip())]
    single = [b - a == 1 and not line[a].isdigit() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    narrow = min(min(widths), 2)
    return {(a, b) for i, (a, b) in enumerate(gaps) if single[i] and single[i + 1] and b - a == narrow}


def _lists_names(cells: list[str]) -> bool:
    """Whether the gaps part names, some of two characters padded to three: 于大海　王　磊　白　雪（女）."""
    names = [_TAG.sub("", cell) for cell in cells]
    padded = any(len(a) == len(b) == 1 for a, b in pairwise(names))
    return padded and all(_SHORT.fullmatch(name) for name in names)


def _table(run: list[_Row]) -> list[Edit]:
    """The gaps of the rows if there are two or more, most of them of as many cells."""
    if len(run) < 2:
        return []
    sizes = [row.gaps for row in run]
    usual = max(set(sizes), key=lambda n: (sizes.count(n), n))
    headed = not _DIGIT.search(run[0].text) and all(_DIGIT.search(row.text) for row in run[1:])
    if len(run) == 2 and headed and particulars(fold(run[1].text)):
        return []  # the halves of a headline, and when and where its text appeared
    # Under a head the last cell, a remark, may be empty.
    whole = headed and usual >= sizes[0] - 1 and all(sizes[0] - 1 <= n <= sizes[0] for n in sizes)
    if not whole and (2 * sizes.count(usual) < len(run) or (usual < 2 and not headed)):
        return []
    return [edit for row in run for edit in row.edits]


def close_up(draft: Draft) -> Draft:
    """The draft without such spaces; the space of a padded two-character name that stands alone stays, and a layout's."""
    text = draft.text
    places = {m.start() for pattern in (_NUMBER_UNIT, _UNIT_NUMBER) for m in pattern.finditer(text)}
    for m in _GROUPED.finditer(text):
        places.update(i for i in range(m.start(), m.end()) if text[i] == " ")
    for m in _SPREAD_YEAR.finditer(text):
        places.update(i for i in range(m.start(), m.end()) if text[i] == " ")
    for m in _SPREAD_NUMBER.finditer(text):
        places.update(range(m.start() + 1, m.end(), 2))
    places |= _torn(text)
    for m in _SPREAD.finditer(text):
        tokens = re.split(r"[ \u3000]", m[0])
        if _spread_out(tokens):
            position = m.start()
            for token in tokens[:-1]:
                position += len(token)
                places.add(position)
                position += 1
    places |= _padding(text)
    return draft.edit(Edit(p, p + 1) for p in sorted(places))


def _padding(text: str) -> set[int]:
    """Where the blanks inside padded names stand, in lines that part names by one space and pad with more."""
    out: set[int] = set()
    for line in _LINES.finditer(text):
        if names := _PADDED_LINE.fullmatch(text, *line.span()):
            for m in _PADDED.finditer(text, *names.span("names")):
                out.update(range(*m.span()))
    return out


def _torn(text: str) -> set[int]:
    """Where the blanks inside torn numbers stand."""
    sure = [m.span() for m in _TORN.finditer(text)]
    evidence = len(sure) + sum(" " in m[0] for p in (_SPREAD_YEAR, _SPREAD_NUMBER) for m in p.finditer(text))
    likely = [m.span() for m in _TORN_LIKELY.finditer(text)] if evidence >= TEARS else []
    return {i for a, b in (*sure, *likely) for i in range(a, b) if text[i] == " "}


def _spread_out(tokens: list[str]) -> bool:
    if sum(not t.isdigit() for t in tokens) < 2:
        return False
    if any(a.isdigit() and b.isdigit() and len(a) + len(b) > 2 for a, b in pairwise(tokens)):
        return False
    return len(tokens) % 2 == 1 or not all(t in _SURNAMES for t in tokens[::2])
