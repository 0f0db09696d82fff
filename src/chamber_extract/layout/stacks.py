"""Tables whose cells stand one below another, as pages leave them: 姓名⏎金额⏎张三⏎500⏎李四⏎300.

How wide such a table is show the numbers of its rows, below 序号, or the heads of its columns, which say too
what a cell can be: the table ends where one cannot. It is set as rows again, its cells parted by tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from chamber_extract.normalize.script import fold
from chamber_extract.text import Draft, Edit

_LINES = re.compile(r"[^\s\x1e][^\n\x1e]*")
_INDEX = re.compile(r"[序编项]\s*[号次]|No\.?", re.IGNORECASE)
_COLUMNS = range(2, 13)
_HEAD, _NAME, _CELL = 16, 40, 120  # characters
_CLOSES = re.compile(r"[合总小共]\s?计|总[数额]|备注[:：]|注[:：]|分享|[上下]一[篇条页]")
_FEWEST = 2  # rows; one alone may be lines of something else
_BLANK = re.compile(r"[-—–－/\\无]*")
_FIGURE = r"[\d一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]"
_GIVING = "(?:捐[赠款助献资]*|爱心|赞助|认捐|乐捐)"
_BODY = "(?:单位|企业|公司|商会|机构|团体|会员|组织|店号|商号|商户|姓名|人士|个人|人|者|方)"
_MONEY = r"(?:金 ?额|数额|款额|善款|[捐义]款|现金|资金|会费)"
_THING = "(?:物资|物品|实物|品名|货物|商品|产品)"
_TITLE = "(?:[会事]长|主席|理事|监事|秘书|经理|董事|主任|部长|书记|委员|代表|顾问|校长|院长|局长|处长|总裁|总监|负责人|店主|教授|律师|干事|会员)"
_PAPER = "(?:文件|政策|法规|法律|标准|通知|制度)"


class _Kind(NamedTuple):
    """What may stand under the heads that `head` matches whole. `telling` cells can be told from those of others."""

    head: re.Pattern[str]
    cell: re.Pattern[str]
    telling: bool


_ANYTHING = re.compile(r".*")
# Neither a bare number nor a day nor an address: 中鑫集团, 王建国（常务副会长）.
_WORDS = re.compile(rf"(?!\d[\d,./:年月日 -]*$|https?:).{{1,{_NAME}}}")
_KINDS = (
    _Kind(re.compile(r"序 ?号?|编号|No\.?|NO\.?|项次|名次|排名"), re.compile(r"\d{1,4}[.、]?"), True),
    _Kind(
        re.compile(rf"{_GIVING}?{_MONEY}(?:[/、或及和与]数量)?|数 ?量[/、或及和与]金 ?额|{_GIVING}{{1,2}}(?:数|额)|(?:[美欧日港澳加新坡]元|[㐀-鿿]{{1,4}}币|令吉|披索|比索|泰铢|兰特|英镑)"),
        re.compile(rf"[^。！？]{{0,12}}{_FIGURE}[^。！？]{{0,16}}"),
        True,
    ),
    _Kind(re.compile(rf"{_GIVING}?数 ?量|件数|数目|[价总]值|单价|合计"), re.compile(rf".{{0,8}}{_FIGURE}.{{0,12}}"), True),
    _Kind(
        re.compile(r"(?:发[文布]|颁布|印发|公布|成文|实施|施行|生效|捐赠|到账|入会|当选)?(?:日 ?期|时间|年月)"),
        re.compile(r".{0,6}\d.{0,24}|[〇零一二三四五六七八九十]{4}年.{0,8}"),
        True,
    ),
    _Kind(re.compile(r"(?:发文)?(?:文 ?号|字号)|文件(?:编号|号)|标准(?:编)?号"), re.compile(r".{0,30}\d.{0,12}"), True),
    _Kind(re.compile(r"链 ?接|网 ?址|原文|来源链接"), re.compile(r"https?://\S+|www\.\S+"), True),
    _Kind(re.compile(rf"{_GIVING}?{_THING}?(?:名称?|类[别型]|种类|品种)|{_GIVING}?{_THING}|项目(?:名称)?|内容"), _WORDS, False),
    _Kind(re.compile(rf"{_PAPER}(?:名称|标题)?|名 ?称|标 ?题|题 ?名"), re.compile(rf"(?!https?:)\D.{{2,{_CELL}}}"), False),
    _Kind(re.compile(rf"(?:{_GIVING}|爱心|热心|所在|工作|推荐|受赠|接收|会员)?(?:{_BODY}|名单)(?:名称|全称|姓名)?|芳 ?名|姓 ?名|名字|善长|热心人士"), _WORDS, False),
    _Kind(re.compile(r"(?:发[文布]|颁布|制定|印发|牵头|责任|主管)(?:机关|单位|部门|机构)"), _WORDS, False),
    _Kind(re.compile(rf"(?:现任|本会|社会|拟任|行政|工作|主要)?{_BODY}?(?:[及和与、]?职 ?务|职 ?位|职 ?称)"), re.compile(rf"(?=.*{_TITLE}).{{2,{_NAME}}}"), True),
    _Kind(re.compile(r"计量单位|单 ?位"), _WORDS, False),
    _Kind(re.compile(r"备 ?注|说 ?明|附 ?注|经手人|性 ?别|民 ?族|籍 ?贯|规 ?格|(?:联系)?(?:电话|方式)|地 ?[址区]|国[别家]"), _ANYTHING, False),
)  # fmt: skip
_UNIT = re.compile(r"[（(/:：][^（()）]{1,8}[)）]?$")  # 金额（万元）


class _Line(NamedTuple):
    start: int
    end: int
    words: str  # folded


def set_rows(draft: Draft) -> Draft:
    """The draft with the cells of such tables in rows, tabs between them."""
    lines = [_line(m) for m in _LINES.finditer(draft.text)]
    edits: list[Edit] = []
    i = 0
    while i < len(lines):
        sizes = _table(lines, i)
        edits += _joints(lines[i : i + sum(sizes)], sizes)
        i += sum(sizes) or 1
    return draft.edit(edits)


def _line(m: re.Match[str]) -> _Line:
    text = m[0].rstrip()
    return _Line(m.start(), m.start() + len(text), fold(text) if len(text) <= _CELL else "")


def _table(lines: Sequence[_Line], i: int) -> list[int]:
    """How many cells each row has of the table that begins with line `i`, its heads the first; empty without one."""
    heads = _numbered(lines, i) or _known(lines, i)
    width = len(heads)
    if not width:
        return []
    sizes, at = [width], i + width
    while size := (_numbered_row if heads[0] is None else _row)(lines, at, heads, len(sizes)):
        sizes.append(size)
        at += size
    return sizes if len(sizes) > _FEWEST else []


def _row(lines: Sequence[_Line], at: int, heads: Sequence[_Kind | None], number: int) -> int:
    """How many cells the row at a line has: one under each head, or none at all."""
    words = [line.words for line in lines[at : at + len(heads)]]
    return len(heads) if len(words) == len(heads) and _is_row(words, heads) else 0


def _numbered_row(lines: Sequence[_Line], at: int, heads: Sequence[_Kind | None], number: int) -> int:
    """How many cells the row of a number has: up to the next number, blank cells having left no trace."""
    words = [line.words for line in lines[at : at + len(heads) + 1]]
    if not words or not _is_number(words[0], number) or not all(words[1 : len(heads)]):
        return 0
    size = next((n for n in range(2, len(words)) if _is_number(words[n], number + 1)), 0)
    closed = next((n for n in range(2, len(words)) if _CLOSES.match(words[n])), len(words))
    return size or min(closed, len(heads))


def _numbered(lines: Sequence[_Line], i: int) -> list[_Kind | None]:
    """The columns between 序号 in line `i` and the number of the first row, whatever they are called."""
    if not _INDEX.fullmatch(lines[i].words):
        return []
    words = [line.words for line in lines[i : i + _COLUMNS.stop]]
    width = next((n for n in _COLUMNS if n < len(words) and _is_number(words[n], 1)), 0)
    return [None] * width if all(0 < len(word) <= _HEAD for word in words[:width]) else []


def _known(lines: Sequence[_Line], i: int) -> list[_Kind | None]:
    """The columns whose heads stand from line `i` on, if the cells of any can be told from other lines."""
    found: list[_Kind | None] = []
    for line in lines[i : i + _COLUMNS.stop]:
        if not (kind := _kind(line.words)):
            break
        found.append(kind)
    return found if len(found) in _COLUMNS and any(kind and kind.telling for kind in found) else []


def _kind(words: str) -> _Kind | None:
    if not 0 < len(words) <= _HEAD:
        return None
    bare = _UNIT.sub("", words)
    return next((kind for kind in _KINDS if kind.head.fullmatch(bare)), None)


def _is_number(word: str, number: int) -> bool:
    return word.isdigit() and len(word) < 5 and int(word) == number


def _is_row(row: Sequence[str], heads: Sequence[_Kind | None]) -> bool:
    """Whether these are the cells of a row; a dash stands for nothing."""
    if not all(row):
        return False
    cells = list(zip(row, heads, strict=True))
    told = any(kind and kind.telling and not _BLANK.fullmatch(text) for text, kind in cells)
    return told and all(
        kind and (kind.cell.fullmatch(text) or _BLANK.fullmatch(text)) for text, kind in cells
    )


def _joints(cells: Sequence[_Line], sizes: Sequence[int]) -> Iterator[Edit]:
    """What stands between the cells: a tab, after the last of a row the end of the line."""
    lasts = set(accumulate(sizes))
    for n, (cell, following) in enumerate(pairwise(cells), 1):
        yield Edit(cell.end, following.start, "\n" if n in lasts else "\t")
