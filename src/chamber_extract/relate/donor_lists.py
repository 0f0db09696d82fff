"""Gifts in lines without heads: 张三 5000元; 50000元：甲、乙、丙; names under an amount."""

from __future__ import annotations

import re
from bisect import bisect_left

from chamber_extract.extractors.figures import Figure
from chamber_extract.mention import Mention
from chamber_extract.relate.captions import Caption
from chamber_extract.relate.clauses import ASIDE, FIGURE, View
from chamber_extract.relate.gifts import Draft
from chamber_extract.relate.grid import TOTAL, is_number, money
from chamber_extract.relate.lots import Lot, lots
from chamber_extract.relate.parties import Party, is_plural
from chamber_extract.segment import Span

_INDEX = re.compile(
    r"\s*(?:[（(]?\d{1,4}\s?[)）]?\s?[.、．:：)）\t]\s?(?!\d)|[（(]\d{1,3}[)）]|\d{1,4}[ \t]+(?=[^\d\s.,])|[①-⑳]|[一二三四五六七八九十]{1,3}[、.]|[·•●◆★■▪►▲○*\-—]\s*)?\s*"
)
_VERB = r"(?:个人|各自?|共)?(?:捐[款赠资献出助]?|认捐|乐捐|乐助|义捐|赞助|报效|奉献|敬献)(?:款|了|人民币)?"
_AFTER_NAME = re.compile(
    rf"[\s:：—–\-.．·…。_,，、]*(?:{_VERB})?[\s:：]*(?:现金|善款|人民币|款|折合|折款|约合|价值|总值|时值|{ASIDE}+)?[\s:：—–\-.…]*$"
)
_BEFORE_NAME = re.compile(r"[\s;；,，、。./|整正]*(?:和|及|以及)?\s*")
_WORTH = re.compile(r"价值|总值|折[合款价]|市值")
_BLANK = re.compile(r"\s*")
_GLUE = re.compile(r"(?:[\s;；,，、+]|和|及|以及|另|另捐|捐?现金|价值|总价值|约|共|合计|捐赠?|物资)*")
_TAIL = re.compile(rf"(?:[\s;；,，、。.整正]|{ASIDE}|[元圆])*(?:\t[^\t{FIGURE}]{{1,12}})*[\s;；,，、。.]*$")
_NO_NAME = re.compile(
    r"余额|结余|结转|累计|金额|公示|[合总共]计|支出|利息|手续费|退款|运费|采购|购买|收入|会费|工资|奖金|单价|报名|预算|目标|以[上下内]|不等|银行|账[户号]|电话|[向将把被是]|[了的](?=[^店家])|已经?[^\d]|收到|现将|截[至止]|今天|每"
)
_TITLE = re.compile(
    r"(?:(?:[一-鿿]{0,6}(?:会长|主席|理事长?|董事长?|总经理|经理|秘书长|总裁|主任|书记|委员|监事长?|顾问|会员|老板|总监))|先生|女士|小姐|太太|[男女])$"
)
# Several that are not named one by one; a number of people or a family of them ends in the same words.
_COLLECTIVE = re.compile(
    r"^(?:其他|其余|其它|全体|各|部分|众|广大|多位|若干|零星|散客|所有)|(?:会员企业|各会员|员工|职工|师生|教职工?|同仁|侨胞们?|乡亲们?|们|众人|人员|党员|同胞|义工|志愿者|学生|同学|各界|校友|一行|等)$|等?[\d一二三四五六七八九十百]+(?:名|位|个|家)?(?:人|会员|企业|员工|商户|同学)"
)
_HIDDEN = re.compile(
    r"(?:(?<=[.…一二三四五六七八九十百千万])|(?<=[一二三四五六七八九十百千万][ \t:]))\d[\d,]*(?:\.\d+)?[百千]?万?(?:元|[美欧港日澳加]元|港币|人民币|令吉|英镑|兰特)"
)
_NEAR = 200  # characters
_SEVERAL_NAMES = re.compile(r"[、,，;；/]|\s{2,}|\t")
_EACH = re.compile(
    rf"\s*[【\[（(]?(?:捐款?|各捐?|每人捐?|捐赠|认捐)?(?P<figure>{FIGURE}+)(?:人民币|整|者|的|有|者有|的有|个人|名单|单位|\s)*[】\])）]?\s*(?P<colon>[:：\t ]?)\s*"
)
# 甲　乙　丙　以上各捐10万元
_OF_EACH = re.compile(
    rf"(?P<names>[^{FIGURE}]{{4,200}}?)[\s:：，,]*(?:[以上列述]{{2}}(?:各[人位]|诸位|人士|芳名)?)?[\s:：，,]*(?:每[人位家]|各[人位家自]?|均)\s*(?:{_VERB})?[\s:：]*[㐀-鿿]{{0,8}}(?P<figure>{FIGURE})"
)
_PERSON = re.compile(r"[一-鿿·]{2,8}")


def read(view: View, folded: str, line: Span, caption: Caption, default: str | None) -> list[Draft] | None:
    """The gifts of a line under a caption, None where it is no line of a list."""
    figures = _figures(view, folded, line, default)
    index = _INDEX.match(folded, line.start, line.end)
    start = index.end() if index else line.start
    if TOTAL.match(folded, start, line.end):
        return _total(view, folded, Span(start, line.end), line, figures, caption, default)
    if not figures:
        return _bare(view, folded, line, caption, default) or _names_below(view, folded, line, start, caption)
    if shared := of_each(view, folded, line, start, figures):
        caption.each, caption.bounded = None, False
        return [
            _draft(lot, min(name.start, lot.start), max(name.end, lot.end), line, name)
            for name, lot in shared
        ]
    if view.text[start] == FIGURE or _EACH.match(view.text, start, line.end):
        return _amount_first(view, folded, line, start, figures, caption)
    caption.each, caption.bounded = None, False
    return _name_first(view, folded, line, start, figures)


def giver(view: View, folded: str, start: int, end: int) -> Party | None:
    """The giver named by a cell or a stretch of a line, without index, title and blanks; None where it is no name."""
    index = _INDEX.match(folded, start, end)
    start = index.end() if index else start
    start = next((i for i in range(start, end) if not folded[i].isspace()), end)
    while end > start and folded[end - 1].isspace():
        end -= 1
    pieces = [m.span() for m in re.finditer(r"\S+", folded[start:end])]
    if len(pieces) > 1 and not re.search(r"[A-Za-z]", folded[start:end]):
        plain = [(a, b) for a, b in pieces if not _TITLE.fullmatch(folded[start + a : start + b])]
        if 0 < len(plain) < len(pieces):
            start, end = start + plain[0][0], start + plain[-1][1]
    words = folded[start:end]
    if (
        not 2 <= len(words) <= 60
        or _NO_NAME.search(words)
        or not re.search(r"[一-鿿A-Za-z]{2}|[一-鿿] [一-鿿]", words)
    ):
        return None
    if re.search(r"[。；！？:：]", words):
        return None
    return Party(start, end, is_several(view, folded, start, end))


def is_several(view: View, folded: str, start: int, end: int) -> bool:
    """Whether a name in a list stands for many: 其他会员, 全体员工, 孟广田等15人."""
    words = folded[start:end]
    return _COLLECTIVE.search(words) is not None or ("等" in words and is_plural(view.text[start:end]))


def _figures(view: View, folded: str, line: Span, default: str | None) -> list[Mention]:
    """The figures of a line, those included that running text would hide: 王五一100元, 李小河......300元."""
    first = bisect_left(view.figures, line.start, key=lambda m: m.start)
    seen = list(view.figures[first : bisect_left(view.figures, line.end, key=lambda m: m.start)])
    for m in _HIDDEN.finditer(folded, line.start, line.end):
        if view.text[m.start()] == FIGURE or view.text[m.start()] == ASIDE:
            continue
        if quantity := money(m.group(), None, default):
            seen.append(Mention("figure", m.start(), m.end(), Figure(quantity), "list-line"))
    return sorted(seen, key=lambda m: m.start)


def _draft(lot: Lot, start: int, end: int, line: Span, donor: Party | None) -> Draft:
    return Draft("list-line", lot, "donate", start, end, line, line, donor=donor)


def _total(
    view: View,
    folded: str,
    words: Span,
    line: Span,
    figures: list[Mention],
    caption: Caption,
    default: str | None,
) -> list[Draft] | None:
    """合计 79000元: what all gave together."""
    caption.each = None
    if words.end - words.start > 60 or "。" in folded[words.start : words.end - 1]:
        return None
    cash = next((m for m in figures if m.value.quantity.kind == "money"), None)
    if not cash:
        m = re.search(r"(?<=[计额共数和:：\s])[\d,]+(?:\.\d+)?[。\s]*$", folded[words.start : words.end])
        quantity = money(m[0].strip("。 \t"), caption.unit, default) if m else None
        if not m or not quantity:
            return None if figures else []
        start = words.start + m.start()
        cash = Mention("figure", start, start + len(m[0].strip("。 \t")), Figure(quantity), "list-line")
    draft = _draft(Lot(cash, money=cash), words.start, cash.end, line, None)
    draft.cumulative = draft.gathered = True
    return [draft]


def of_each(
    view: View, folded: str, line: Span, start: int, figures: list[Mention]
) -> list[tuple[Party, Lot]]:
    """甲、乙、丙 各捐5万元: the names and the sum, or the one thing, that each of them gave; empty for other lines."""
    m = _OF_EACH.match(view.text, start, line.end)
    if not m or not figures or figures[0].start != m.start("figure"):
        return []
    names = _names(view, folded, *m.span("names"))
    given = lots(view, folded, figures, [])
    if len(names) < 2 or len(given) != 1 or any(n.plural for n in names):
        return []
    return [(name, given[0]) for name in names] if _TAIL.match(view.text, given[0].end, line.end) else []


def _name_first(
    view: View, folded: str, line: Span, start: int, figures: list[Mention]
) -> list[Draft] | None:
    """张三 5000元、李四 3000元; 甲公司 50万元、矿泉水20箱."""
    main = [m for m in figures if view.text[m.start] != ASIDE]
    asides = [m for m in figures if view.text[m.start] == ASIDE]
    out: list[Draft] = []
    position, donor = start, None
    for lot in lots(view, folded, main, asides):
        if lot.figure.value.quantity.amount.value is None:
            return None
        if not out or not _GLUE.fullmatch(folded, position, lot.start):
            lead = (_BEFORE_NAME if out else _BLANK).match(folded, position, lot.start)
            left = lead.end() if lead else position
            after = _AFTER_NAME.search(view.text, left, lot.start)
            if out and left == position:  # nothing parts this name from the gift before
                return None
            donor = giver(view, folded, left, after.start() if after else lot.start)
        worth = bool(out and lot.money and not lot.count and _WORTH.search(folded, position, lot.start))
        if worth and _is_worth_of(out, lot):
            position = lot.end
            continue
        if not donor or (
            lot.money and not lot.count and lot.item and "的" in folded[lot.money.end : lot.end]
        ):
            return None
        out.append(
            _draft(
                lot,
                min(donor.start, lot.start) if position <= donor.start else lot.start,
                lot.end,
                line,
                donor,
            )
        )
        if worth:
            out[-1].kind = "goods"
        position = lot.end
    return out if out and _TAIL.match(view.text, position, line.end) else None


def _is_worth_of(out: list[Draft], lot: Lot) -> bool:
    """Adds a worth to the one lot of goods before it; False where several were counted."""
    last = out[-1]
    if (len(out) > 1 and out[-2].donor == last.donor) or not last.lot.count or last.lot.money:
        return False
    last.lot.money, last.end = lot.money, lot.end
    return True


def _amount_first(
    view: View, folded: str, line: Span, start: int, figures: list[Mention], caption: Caption
) -> list[Draft] | None:
    """50000元：甲、乙、丙, one gift of each; an amount alone heads the names on the next lines."""
    m = _EACH.match(view.text, start, line.end)
    if not m or len(figures) != 1 or figures[0].value.quantity.kind != "money":
        return None
    cash = figures[0]
    exact = cash.value.quantity.amount.approximation == "exact" and not re.match(
        r"[)）\s]*(?:以[上下内]|及以上|起|不等|至|[-—~])", folded[cash.end : line.end]
    )
    if m.end() >= line.end:
        caption.each, caption.bounded = cash if exact else None, not exact
        return []
    caption.each, caption.bounded = None, False
    if not m["colon"]:
        return [] if not exact else None
    names = _names(view, folded, m.end(), line.end)
    if not names:
        return None
    return [_shared(cash, n, line) for n in names] if exact else []


def _shared(cash: Mention, giver: Party, line: Span) -> Draft:
    """The gift of one of many under an amount; its words run from the amount to the name where that is near."""
    start = cash.start if giver.end - cash.start <= _NEAR else giver.start
    return _draft(Lot(cash, money=cash), start, giver.end, line, giver)


def _names_below(view: View, folded: str, line: Span, start: int, caption: Caption) -> list[Draft] | None:
    """The names on a line under an amount."""
    cash = caption.each
    if not cash:
        return [] if caption.bounded and _names(view, folded, start, line.end) else None
    names = _names(view, folded, start, line.end)
    if not names:
        caption.each = None
        return None
    return [_shared(cash, n, line) for n in names]


def _names(view: View, folded: str, start: int, end: int) -> list[Party]:
    """The givers of 甲、乙、丙, blanks inside a name kept; empty where one of them is no name."""
    sign = _SEVERAL_NAMES if _SEVERAL_NAMES.search(folded[start:end].strip()) else re.compile(r"\s+")
    if re.fullmatch(r"\s*[一-鿿]\s+[一-鿿]\s*[。；;]?", folded[start:end]):
        sign = _SEVERAL_NAMES
    out, at = [], start
    for m in [*sign.finditer(folded, start, end), None]:
        stop = m.start() if m else end
        while stop > at and folded[stop - 1] in "。；; \t.":
            stop -= 1
        if folded[at:stop].strip():
            found = giver(view, folded, at, stop)
            if not found or found.end - found.start > 25:
                return []
            out.append(found)
        at = m.end() if m else end
    return out


def _bare(view: View, folded: str, line: Span, caption: Caption, default: str | None) -> list[Draft] | None:
    """张三 5000 in a list whose unit the caption names, once or several times side by side."""
    found = [
        (m.start() + line.start, m.end() + line.start)
        for m in re.finditer(r"[^\s:：…]+", folded[line.start : line.end])
    ]
    out: list[Draft] = []
    name: tuple[int, int] | None = None
    for a, b in found:
        if not is_number(folded, a, b) or not folded[b - 1].isdigit():
            name = (name[0], b) if name else (a, b)
            continue
        if not name:
            if out:  # a second number of one name: which of them was given is not said
                return None
            continue  # an index
        sure = caption.unit or "," in folded[a:b] or "." in folded[a:b] or b - a >= 3
        donor = giver(view, folded, *name)
        quantity = money(folded[a:b], caption.unit, default) if sure else None
        if not donor or not quantity:
            return None
        cash = Mention("figure", a, b, Figure(quantity), "list-line")
        out.append(_draft(Lot(cash, money=cash), donor.start, b, line, donor))
        name = None
    return out or None
