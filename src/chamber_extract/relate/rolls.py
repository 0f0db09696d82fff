"""Gifts in rolls: lines of a name and what it gave, 张三 500元, under a caption or a sentence about giving."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from chamber_extract.mention import Mention, Reading
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate import context, donor_lists
from chamber_extract.relate.clauses import ASIDE, FIGURE, View, acts
from chamber_extract.relate.gifts import Draft
from chamber_extract.relate.listed_names import unsummed
from chamber_extract.relate.lots import Lot, lots
from chamber_extract.relate.parties import Party, is_plural
from chamber_extract.relate.topics import LISTED_BELOW
from chamber_extract.relate.warrant import THINGS
from chamber_extract.segment import Span, at

LEAD = 40  # last characters of what stands above, which say what the roll is of
LINE = 60  # characters; an entry or a caption is a line, not a paragraph

_CAPTION = re.compile(
    r"(?:捐[款赠资献助]|善款|爱心款|乐捐|义捐|认捐|募捐|善长|乐助)[^。，]{0,14}(?:名单|芳名|公示|公布|榜|明细|一览|如下|名录|清单|鸣谢|致谢|情况)"
    r"|捐[款赠]鸣谢|芳名榜|功德榜|爱心榜"
)
_ABOUT_GIVING = re.compile(r"捐|善款|义款|乐助|鸣谢")
_ABOUT_OTHERS = re.compile(r"支出|使用情况|费用|开支|需求|会费|预算|采购计划|注册资|营业")
_TOTAL = re.compile(r"(?:以上|两批|全部|本次|本批)?(?:合计|总计|小计|共计|总数|总额)")
_MARK = re.compile(r"[\s·•*●■▲◆★□①-⑳\-]*(?:[(（]?[0-9一二三四五六七八九十]{1,3}\s*[)）.、．])?\s*")
_SEPARATOR = r"[\s:：—\-.、…·|/=＝→~～*_]"
_PAIR = re.compile(
    rf"(?P<name>[^\s:：{FIGURE}]{{2,40}}?){_SEPARATOR}*(?P<figure>{FIGURE}+)[正整]?[;；,，、。\s]*"
)
_ENTRY = re.compile(rf"(?P<name>[^\s:：…—，。；;{FIGURE}]{{2,25}}){_SEPARATOR}+(?=\S)")
_GLUE = re.compile(r"[;；,，。\s…正整]*")


def rolls(reading: Reading, view: View, read: tuple[Span, ...]) -> tuple[list[Draft], tuple[Span, ...]]:
    """The gifts of all rolls, and the lines that were read; those in `read` are left alone."""
    drafts: list[Draft] = []
    lines: list[Span] = []
    for caption, sure, run in _runs(reading, view, read):
        if sure or len(run) > 1:  # one line that only looks like an entry may be prose
            for line, entries in run:
                lines.append(line)
                drafts.extend(_draft(reading, caption, line, name, lot) for name, lot in entries)
    drafts.extend(_forms(view))
    return drafts, tuple(lines)


Entries = list[tuple[Party, Lot]]


def _runs(
    reading: Reading, view: View, read: tuple[Span, ...]
) -> Iterator[tuple[Span, bool, list[tuple[Span, Entries]]]]:
    """Runs of entries with what stands above them, and whether that surely is a caption of gifts."""
    folded, caption, sure = reading.text.folded, None, False
    run: list[tuple[Span, Entries]] = []
    for paragraph in reading.segments.paragraphs:
        tabled = at(read, paragraph.start) or at(reading.segments.tables, paragraph.start)
        entries = [] if tabled or caption is None else _entries(reading, view, paragraph)
        if entries:
            run.append((paragraph, entries))
            continue
        odd = FIGURE in view.text[paragraph.start : paragraph.end] and paragraph.end - paragraph.start <= LINE
        if caption and odd:  # a line that is no entry: lists after a colon are then read as prose
            if LISTED_BELOW.search(folded[caption.start : caption.end].rstrip("：: ")):
                caption = None
            continue
        if caption and run:
            yield caption, sure, run
        run = []
        words = folded[paragraph.start : paragraph.end]
        named = len(words) <= LINE and _CAPTION.search(words) is not None
        if (named or _ABOUT_GIVING.search(words)) and not _ABOUT_OTHERS.search(words[-LEAD:]):
            caption, sure = paragraph, named
        elif tabled or len(words) > LINE or _ABOUT_OTHERS.search(words):
            caption = None
    if caption and run:
        yield caption, sure, run


def _entries(reading: Reading, view: View, line: Span) -> Entries:
    """The names of a line with what each gave; empty for a line that is no entry."""
    text = view.text
    if line.end - line.start > LINE or FIGURE not in text[line.start : line.end]:
        return []
    first = bisect_left(view.figures, line.start, key=lambda m: m.start)
    inside = list(view.figures[first : bisect_left(view.figures, line.end, key=lambda m: m.start)])
    start = _MARK.match(text, line.start, line.end)
    begin = start.end() if start else line.start
    if shared := donor_lists.of_each(view, reading.text.folded, line, begin, inside):
        return shared
    if any(act.sure for act in acts(text, line.start, line.end)):
        return []
    return (
        _pairs(text, begin, line.end, inside)
        or _single(text, begin, line.end, inside)
        or _mixed(reading, view, begin, line.end, inside)
    )


def _pairs(text: str, start: int, end: int, figures: list[Mention]) -> Entries:
    """张三 500元 李四 300元: names and money by turns, and nothing else."""
    pairs = list(_PAIR.finditer(text, start, end))
    money = {m.start: m for m in figures if m.value.quantity.kind == "money"}
    if sum(len(p.group()) for p in pairs) < len(text[start:end].rstrip()) or len(pairs) != len(money):
        return []
    found = [(p, money.get(p.start("figure"))) for p in pairs]
    if any(m is None or not _is_name(text, *p.span("name")) for p, m in found):
        return []
    return [(_party(text, *p.span("name")), Lot(m, money=m)) for p, m in found if m]


def _single(text: str, start: int, end: int, figures: list[Mention]) -> Entries:
    """新乡 商会  80000元;: one name, though with a space inside, and one sum that ends the line."""
    if len(figures) != 1 or figures[0].value.quantity.kind != "money":
        return []
    m = figures[0]
    name = text[start : m.start].rstrip(" :：—-.、…·")
    spelled = _SPACED_NAME.fullmatch(name) and _is_name(text, start, start + len(name))
    if not spelled or not _GLUE.fullmatch(text, m.end, end):
        return []
    return [(_party(text, start, start + len(name)), Lot(m, money=m))]


_SPACED_NAME = re.compile(
    r"(?=.{2,25}$)[一-鿿A-Za-z·\ue001-\ue005（）()]+(?: [一-鿿A-Za-z·\ue001-\ue005（）()]+)?"
)


def _mixed(reading: Reading, view: View, start: int, end: int, figures: list[Mention]) -> Entries:
    """天和食品 方便面2000箱、现金5万元: one name and all that it gave."""
    text, folded = view.text, reading.text.folded
    entry = _ENTRY.match(text, start, end)
    if not entry or not _is_name(text, *entry.span("name")):
        return []
    main = [m for m in figures if text[m.start] == FIGURE]
    given = lots(view, folded, main, [m for m in figures if text[m.start] == ASIDE])
    at_, out = entry.end(), []
    for lot in given:
        if lot.item and lot.item[0] < entry.end():  # the name is no part of the noun
            lot.item = (entry.end(), lot.item[1]) if lot.item[1] > entry.end() else None
        gap = text[at_ : max(at_, lot.start)]
        goods = lot.money or (lot.item and head_kind(folded[slice(*lot.item)]) in THINGS)
        if not goods or not context.GOING_ON.fullmatch(gap):
            return []
        out.append((_party(text, *entry.span("name")), lot))
        at_ = max(lot.end, at_)
    rest = text[at_:end].replace(ASIDE, "")
    return out if _GLUE.fullmatch(rest) else []


_NO_NAME = re.compile(r"[的了着是把将在于]|通过|经过|现金|善款|捐|元$|每|物资$|其中|收费|标准|单价|价格")


def _is_name(text: str, start: int, end: int) -> bool:
    words = text[start:end].replace(ASIDE, "")
    return (
        len(words) > 1
        and not words[0].isdigit()
        and (_TOTAL.fullmatch(words) is not None or not _NO_NAME.search(words))
    )


def _party(text: str, start: int, end: int) -> Party:
    end = unsummed(text, start, end)
    return Party(start, end, is_plural(text[start:end]))


def _draft(reading: Reading, caption: Span, line: Span, name: Party, lot: Lot) -> Draft:
    total = _TOTAL.fullmatch(reading.text.folded, name.start, name.end) is not None
    return Draft(
        "roll",
        lot,
        "donate",
        name.start,
        max(lot.end, name.end),
        Span(caption.start, line.end),  # what stands above dates the entry
        line,
        donor=None if total else name,
        cumulative=total,
        gathered=total,
    )


_FORM = re.compile(
    r"捐[款赠助]?(?:单位|人|企业|方|者|机构)[:：]\s*(?P<name>[^\s:：，。；]{2,30})[\s，；]*(?:捐[款赠])?(?:金额|数额|款额)[:：]\s*"
    rf"(?P<figure>{FIGURE}+)"
)


def _forms(view: View) -> Iterator[Draft]:
    """A draft for each 捐款单位：甲公司 金额：50万元."""
    figures = {m.start: m for m in view.figures}
    for e in _FORM.finditer(view.text):
        m = figures.get(e.start("figure"))
        if m and m.value.quantity.kind == "money":
            line = Span(e.start(), m.end)
            yield Draft(
                "form",
                Lot(m, money=m),
                "donate",
                e.start("name"),
                m.end,
                line,
                line,
                donor=Party(*e.span("name")),
            )
