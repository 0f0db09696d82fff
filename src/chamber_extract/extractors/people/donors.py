"""Names beside a figure: what they gave, line after line (陈国庆 50000元, 孟 广田 等 15 人 7.5万元), or their telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamber_extract.extractors.people.edges import BODY_TAILS, FAINT, given_score, surname_at
from chamber_extract.extractors.people.foreign import read_latin
from chamber_extract.extractors.people.kinds import Found, NameSpan
from chamber_extract.extractors.people.tables import exact_name
from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.units import unit_at

# Between the edge of an item and an amount of money the givers, with tags, honorifics and a count between them.
_PIECE = (
    r"[\u4e00-\u9fff](?:[ \u3000]{0,2}(?!等)[\u4e00-\u9fff]){0,6}"
    r"(?:[ ]?[(（][^()（）\n]{1,12}[)）])?(?:[ ]?等[ ]?\d+[ ]?[余多]?[ ]?[人位名户])?"
)
_ITEM = re.compile(
    r"(?:(?<=[\n，,;；。\t])|(?<=[ \u3000]{2})(?![ \u3000])|^)(?:[ \u3000]*\d{1,3}(?:[ ]?[.．、)）\t]|(?=[ \u3000]{2}))[ ]?)?[ \u3000]*"
    rf"({_PIECE}(?:、{_PIECE}){{0,20}})(?:[ \u3000\t:：]{{0,6}}|…{{2,20}}|\.{{4,40}})"
    r"(?=[各每均捐认共+A-Z$￥¥€£人港美欧澳台新\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖])",
    re.M,
)
_ALONE = re.compile(
    r"^[ \u3000]*([\u4e00-\u9fff]{2,4})(?:先生|女士|小姐|伉俪|夫妇)?\n(?:[\u4e00-\u9fff]币|美金)?[壹贰叁肆伍陆柒捌玖拾佰仟万]+(?:元|圆|铢|盾|令吉|披索)",
    re.M,
)
_AMOUNT = re.compile(
    r"(?:各|每[人位]|均)?(?:认?捐款?(?:赠|出)?)?[+]?(?:[A-Z]{0,3}[$￥¥€£]|[A-Z]{2,3}|[\u4e00-\u9fff]{2,3}[币元金])?[ ]?"
    r"(?P<numeral>(?P<digits>\d[\d,.]*)[ ]?[万千百]?|[一二两三四五六七八九十百千万零壹贰叁肆伍陆柒捌玖拾佰仟]{1,10})[ ]?(?P<closes>(?=[ \u3000\t|]|\n|$))?"
)
_GIVING = re.compile(r"捐|善款|芳名|功德|赞助|献金|义卖|筹款|筹得|救灾|赈灾")
_BACK = 3000  # characters; a long list of donors still says above what it is
# A firm's or shop's short name is as long as a person's.
_SHOP = frozenset("行店号堂会庄楼馆厂社坊轩记荣氏寺庙庵宫") | BODY_TAILS


def donors(text: str) -> Iterator[Found]:
    """Every donor of two or more that stand with their amounts where gifts are spoken of; in a roll of more an
    unusual name too.
    """
    sure: list[Found] = []
    called: list[Found] = []
    others: list[Found] = []
    for start, end, numbered, stop in _items(text):
        if not _GIVING.search(text, max(0, start - _BACK), stop):
            continue
        behind = _COUPLE.search(text, start, end)
        if reading := _donor(text, start, behind.start() if behind else end, numbered):
            sure.append(Found(reading.start, reading.end, reading.score, "donor"))
        elif partial := _CALLED.search(text, start, end):
            if names().surnames.get(partial[1] or partial[2]) == "common":
                called.append(Found(*partial.span(), FAINT, "donor", partial=True))
        elif _usual(text[start : behind.start() if behind else end]):
            others.append(Found(start, end, FAINT, "donor"))
    for m in _LATIN.finditer(text):
        reading = read_latin(text, m.start(1))
        if reading and reading.end == m.end(1) and _GIVING.search(text, max(0, m.start() - _BACK), m.end()):
            called.append(Found(*m.span(1), FAINT, "donor"))
    if len(sure) > 1 or any(" " in text[f.start : f.end] for f in sure):
        yield from sure
        yield from called
    if len(sure) >= _ROLL:
        yield from others


# 41　Franz Huber　50
_LATIN = re.compile(
    r"^[ \u3000]*(?:\d{1,4}[.．、)]?[ \u3000\t]+)?([A-Z][^\n\u3000\t\d]{3,40}?)(?:[ ]{2,}|[\u3000\t]+)[^\n\u4e00-\u9fff]{0,4}\d",
    re.M,
)
_ROLL = 3  # names beyond doubt that make a roll in which one of the same shape is a name as well
# 集美|刘女士, 老韩, 邱姐
_CALLED = re.compile(
    r"(?:([\u4e00-\u9fff])(?:先生|女士|小姐|太太|老师|婆婆|[姐哥叔伯姨婶嫂总])|(?<![\u4e00-\u9fff])[老小阿]([\u4e00-\u9fff]))$"
)


def _items(text: str) -> Iterator[tuple[int, int, bool, int]]:
    """Where a name may stand with its amount, whether it has a number before it, and where the amount ends; or
    among those whom an amount heads.
    """
    for m in _ITEM.finditer(text):
        amount = _AMOUNT.match(text, m.end())
        unit = unit_at(text, amount.end("numeral")) or unit_at(text, amount.end()) if amount else None
        if amount and (
            (unit and unit.kind == "money") or (amount["digits"] and amount["closes"] is not None)
        ):
            numbered = any(map(str.isdigit, text[m.start() : m.start(1)]))
            for start, end in _pieces(text, *m.span(1)):
                yield start, end, numbered, amount.end()
    for m in _ALONE.finditer(text):
        yield *m.span(1), False, m.end()
    for m in _SHARED.finditer(text):
        for start, end in _pieces(text, *m.span(1)):
            yield start, end, False, m.end()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each giver of several, without the tag and count behind."""
    for m in _GIVER.finditer(text, start, end):
        yield m.span(1)


# 捐款3万元：甲、乙公司、丙; RM5,000：⏎甲　乙
_SHARED = re.compile(
    r"(?:\d|(?<=[各每])[一二两三四五六七八九十百]{1,4})[ ]?[万千百]?[ ]?[\u4e00-\u9fff]{0,4}?(?:元|圆|币|金|令吉|泰铢|披索|比索|卢比|先令)?(?:每?者)?[:：][ \u3000]*\n?([^\n。；]{2,300})"
)
_GIVER = re.compile(
    r"([\u4e00-\u9fff](?:[ ]?[\u4e00-\u9fff]){1,6}?)(?:认?捐款?(?:赠|出)?)?(?:[ ]?[(（][^()（）\n]{1,12}[)）])?(?:[ ]?等[ ]?\d*[ ]?[余多]?[ ]?[人位名户])?(?=[\s、，,]|$)"
)
_COUPLE = re.compile(r"(?:先生|女士|小姐|太太|同志|博士|伉俪|夫妇|阖家|全家)+$")


def _usual(name: str) -> bool:
    """Whether a surname and two characters of given names make it up, though a word or place may be in it: 高清河, 南建平."""
    level, given = names().surnames.get(name[:1]), name[1:]
    floor = {"common": 1, "rare": 1.5, "word": 2}.get(level or "", 3)
    tables = names()
    known = any(name in t for t in (tables.places, tables.titles, tables.words, tables.common))
    return len(given) == 2 and given_score(given) >= floor and name[-1] not in _SHOP and not known


# 综合部 李南 电话：…, 市工商联经济服务部　卢敏　3366 5047, 联系人：协会秘书处 于春玲 孙浩, ⏎（市工商联办公室 刘燕）⏎, 请与会员部张弛联系
_CONTACT = re.compile(
    r"(?P<label>(?:(?:联系人|联络人|承办人?|供稿|经办人|文字|图片|撰稿|撰文|作者)[ \u3000]*[:：]|(?:(?<=\n)(?P<bare>[ \u3000]*+(?![(（]))|(?:(?<=\n)|(?<=[。\u3000]))[(（]))[^\n，。:：]{0,24}?)?"
    r"(?P<desk>[部处科室组股会心司局联])(?:[ \u3000\t]*[:：])?[ \u3000\t]*(?P<names>(?<=[ \u3000\t:：])[\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff]|、){1,14}|(?(bare)(?!)|(?<=[部处科室局]))[\u4e00-\u9fff]{2,3}?(?=[)）\n ]|联系|接洽|处[，,。]|负责[，,。]))[ \u3000\t]*(?:处|负责)?[,，(（]?"
    r"(?:(?:联系)?电话|手机|联系(?!人|方)|接洽|[\dA-Z(（+-]{0,7}[- )）]?\d{3,4}[- ]?\d{4}(?![\d万元,])|(?(label)(?=[\n)）]|[ \u3000]+(?:图片|摄影|编辑|审核)|\Z)|(?!)))"
)
_EACH = re.compile(r"[^、 \u3000]{2,4}(?=[、 \u3000]|\Z)|[^、 \u3000][^、]*")


def contacts(text: str) -> Iterator[Found]:
    """All who are named between a department and a telephone, or as those to ask there."""
    for m in _CONTACT.finditer(text):
        signs = m["bare"] is not None or text[m.start()] in "(（"
        signs = signs and not text[m.end("names") : m.end()].strip()  # no telephone follows
        for each in _EACH.finditer(text, *m.span("names")):
            reading = exact_name(text, *each.span())
            name = re.sub(r"\s", "", each[0])
            known = names().surnames.get(surname_at(name, 0) or "") != "word" or len(name) > 2
            if reading and known and name[-1] not in BODY_TAILS:
                yield Found(
                    reading.start, reading.end, reading.score, "contact", author=signs, desk=m.end("desk")
                )


def _donor(text: str, start: int, end: int, numbered: bool) -> NameSpan | None:
    """A name beyond doubt: a common surname, a given name that nobody would take for a shop's.

    In a `numbered` line the given name may be a word elsewhere.
    """
    reading = exact_name(text, start, end) or _spread(text, start, end)
    if reading is None:
        return None
    name = re.sub(r"\s", "", text[start:end])
    surname = surname_at(name, 0) or ""
    given = name[len(surname) :]
    known = names().surnames.get(surname) in ("common", "compound") and name not in names().places
    plain = given_score(given) >= (len(given) - 0.5 if len(given) == 2 else 1)
    word = given in names().words and not (numbered and given_score(given) == 2)  # 1 马明亮 50000
    return reading if known and plain and not word and name[-1] not in _SHOP else None


def _spread(text: str, start: int, end: int) -> NameSpan | None:
    """A name with a space after its surname, as in text of bad scans: 孟 广田."""
    apart = re.fullmatch(r"([\u4e00-\u9fff])[ \u3000]([\u4e00-\u9fff]{2})", text[start:end])
    return NameSpan(start, end, 3.0) if apart and given_score(apart[2]) >= 1 else None
