"""How years are written: 2020年, 二〇二〇年, 民国109年, 18年10月, 庚子年, 今年, 次年, 2017-2019年度."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamber_extract.normalize import lunar
from chamber_extract.normalize.bare_years import bare_span
from chamber_extract.normalize.calendar_words import AND, ERAS, HAN, TO, YEARS, YEARS_AFTER, N, S, number
from chamber_extract.normalize.decades import read_decade
from chamber_extract.normalize.stretch import YEAR, Stretch, of_days, of_year
from chamber_extract.normalize.year_choice import REPORTS, Context

_DIGIT = "〇○零一二三四五六七八九O壹贰叁肆伍陆柒捌玖"
_FOUR = rf"(?:[0-9]{{4}}|[{_DIGIT}]{{4}})"
_AGE = r"历史|文明|传统|之久|以上|左右|古[城都镇]|老店"
_ABSOLUTE = re.compile(
    rf"(?:公元|西元|纪元|西历)?{S}(?P<y>{_FOUR}){S}(?:年(?!{_AGE}|代)(?P<z>度|份(?!额)|版)?|(?P<w>财年|学年|版|财政年度)|(?=[Qq][1-4]))"
)
_SPAN = re.compile(
    rf"(?P<a>{_FOUR}){S}(?:年度?)?(?P<more>(?:、{_FOUR}){{0,4}})(?P<to>{TO}|{AND}|/)(?P<b>{_FOUR}|[0-9]{{2}}|(?<=[至到])[{_DIGIT}]{{2}}){S}(?:年度?(?![0-9一二三四五六七八九十]{{1,2}}月)|财年|学年)"
)
_WHOLE_SPAN = re.compile(rf"(?P<a>{_FOUR})(?P<to>{TO})(?P<b>{_FOUR})$")
_AND = re.compile(AND)
_LIST = re.compile(rf"(?P<a>{_FOUR})(?={AND}{_FOUR}{S}年)")
_QING = "顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统"
_ERA = re.compile(
    rf"(?:中华)?(?P<e>民国|令和|平成|昭和|佛历|{_QING}){S}(?P<y>元|[0-9]{{1,4}}|[{HAN}百]{{1,5}}){S}"
    rf"(?:年?{TO}(?P<until>[0-9]{{1,4}}|[{HAN}百]{{1,5}}){S}年度?(?!{S}{N}{S}月)|年度?)"
)
_ROC = re.compile(
    rf"(?P<y>1[0-2][0-9]|[七八九]十[一二三四五六七八九]?(?={S}年{S}{N}{S}月)|一[〇○零一二][〇○零一二三四五六七八九]|一百(?:一十|十|零|〇)?[一二三四五六七八九]?){S}年(?:度|(?={S}{N}{S}月|[\u4e00-\u9fff]{{0,4}}(?:震灾|地震|风灾|台风|水灾)))"
)
_SHORT = re.compile(rf"(?P<y>[0-9]{{2}}|[{_DIGIT}]{{2}}){S}(?:年(?P<z>度|份|版)?|版)")
_PAIR = re.compile(rf"[{lunar.STEMS}][{lunar.BRANCHES}](?:[{lunar.ANIMALS}])?年")
_IN_LUNAR_YEAR = re.compile(
    r"的?(?:[正冬腊闰一二三四五六七八九十1-9]|年?[初底末]|除夕|春节|大年|元宵|端午|中秋|重阳)"
)
_ANIMAL = re.compile(rf"[{lunar.ANIMALS}]年(?=[春除正大初]|元宵|新春)")
_LUNAR_PREFIX = re.compile(r"(?:农历|阴历|旧历|夏历)的?")
_BARE = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=以来|至今)")
_RELATIVE = re.compile(
    "(?:" + "|".join(sorted(YEARS, key=len, reverse=True)) + r")(?![均级龄纪轻代薪])(?P<z>度|份)?"
)
# What stands before 后年 where it is no 后 of a verb.
_VERB_BEFORE = re.compile("[一-鿿](?<![于到至在从自和及与或拟将定待等是年明])")
# 2015年度, 二〇一四至一五年度 (without `y`)
_ACCOUNT_YEAR = re.compile(
    rf"{_FOUR}{S}年?{S}(?:{TO}|/){S}(?:{_FOUR}|[0-9]{{2}}|[{_DIGIT}]{{2}}){S}年?度|(?P<y>{_FOUR}){S}年度"
)
_ACCOUNTS = re.compile("收支|工作|总结|财务|决算|审计|报告|述职")
_AFTER = re.compile("(?:" + "|".join(YEARS_AFTER) + r")(?![级龄限均])(?P<z>度)?")
# A word before a number of years that makes it a length of time.
_LENGTH = frozenset("第近约过满达长历时短用共逾超多几十百千两整足每前后")
_FOLLOWED = re.compile(
    rf"{S}的?(?:{N}{S}月|{N}{TO}{N}{S}月|[上下]半年|第?[一二三四1-4]季|年?[底末初](?!步)|[春夏秋冬][季天]|春节|国庆|中秋|端午|元旦|除夕|元宵|[父母]亲节|感恩节|圣诞|儿童节|劳动节|前[一二两三四1-4]个?季|前{N}个月)"
)


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """A year as written: `year` and where it ends.

    `stretch` is what it means on its own; `complete` says that nothing of a date can follow (a span
    of years), `lunar` that what follows is a lunar month.
    """

    year: int
    end: int
    stretch: Stretch
    complete: bool = False
    lunar: bool = False


def read_year(context: Context, position: int) -> WrittenYear | None:
    """The year that begins at the position."""
    first = context.text[position : position + 1]
    for reader in _FIGURE_READERS if "0" <= first <= "9" else _READERS if first in HAN else _WORD_READERS:
        found = reader(context, position)
        if found is not None:
            return found
    return None


def _plausible(context: Context, year: int) -> bool:
    return 1 <= year <= 9999 and (context.style != "document" or 1500 <= year <= 2100)


def _absolute(context: Context, position: int) -> WrittenYear | None:
    text = context.text
    m = _ABSOLUTE.match(text, position)
    year = number(m["y"]) if m else None
    if m is None or year is None or not _plausible(context, year):
        return None
    if (m["z"] == "版" or m["w"] == "版") and context.style != "whole":
        if m["w"]:
            return None
        return _plain(year, m.end() - 1)
    before, after = text[max(0, position - 1) : position], text[m.end() : m.end() + 1]
    if year % 100 == 0 and ((before and before in "近约有达距历逾超前后") or (after and after in "来前间")):
        return None
    return _plain(year, m.end())


def _plain(year: int, end: int, **flags: bool) -> WrittenYear | None:
    stretch = of_year(year)
    return WrittenYear(year, end, stretch, **flags) if stretch else None


def _span(context: Context, position: int) -> WrittenYear | None:
    m = _SPAN.match(context.text, position)
    if m is None and context.style == "whole":
        m = _WHOLE_SPAN.match(context.text, position)
    if m is None:
        m = bare_span(context.text, position)
    if m is None:
        m = _LIST.match(context.text, position)
        year = number(m["a"]) if m else None
        return _plain(year, m.end(), complete=True) if m and year and _plausible(context, year) else None
    a, b = number(m["a"]), number(m["b"])
    if a is None or b is None or not _plausible(context, a):
        return None
    b = a - a % 100 + b if b < 100 else b
    if b <= a:
        return None
    if _AND.fullmatch(m["to"]) and b != a + 1 + m["more"].count("、"):
        return _plain(a, m.end("a") + context.text.startswith("年", m.end("a")), complete=True)
    if _AND.fullmatch(m["to"]) and "年" in context.text[m.end("a") : m.start("b")]:
        return None
    first, last = of_year(a), of_year(b)
    if first is None or last is None:
        return None
    stretch = Stretch(first.first, last.last, "period", f"{first.edtf}/{last.edtf}")
    return WrittenYear(a, m.end(), stretch, complete=True)


def _era(context: Context, position: int) -> WrittenYear | None:
    m = _ERA.match(context.text, position)
    n = (1 if m["y"] == "元" else number(m["y"])) if m else None
    first = of_year(n + ERAS[m["e"]]) if m and n else None
    if m is None or first is None:
        return None
    last = of_year((number(m["until"]) or 0) + ERAS[m["e"]]) if m["until"] else None
    if last is None or last.first <= first.last:
        # The months of an emperor's year are lunar.
        return None if m["until"] else _plain(first.first.year, m.end(), lunar=m["e"] in _QING)
    stretch = Stretch(first.first, last.last, "period", f"{first.edtf}/{last.edtf}")
    return WrittenYear(first.first.year, m.end(), stretch, complete=True)


def _roc(context: Context, position: int) -> WrittenYear | None:
    # Three figures before 年 count the years of the Republic only where a month or a disaster follows.
    m = _ROC.match(context.text, position)
    n = number(m["y"]) if m else None
    if m is None or n is None or not context.traditional:
        return None
    return _plain(n + ERAS["民国"], m.end())


def _short(context: Context, position: int) -> WrittenYear | None:
    text = context.text
    m = _SHORT.match(text, position)
    n = number(m["y"]) if m else None
    if m is None or n is None or n > 99:
        return None
    year = n + (2000 if n < 50 else 1900)
    if context.republic and _FOLLOWED.match(text, m.end()):
        year = n + ERAS["民国"]
    if context.style == "whole":
        return _plain(year, m.end())
    if not text[m.end("y") :].lstrip().startswith("年") or text[max(0, position - 1) : position] in tuple(
        _LENGTH
    ):
        return None
    digits = m["y"]
    spoken = not digits.isascii() and (number(digits[1]) or 0) != (number(digits[0]) or 0) + 1
    sure = digits[0] in "0零〇" or (spoken and digits[0] in "九八") or _FOLLOWED.match(text, m.end())
    if context.style != "document" and not digits.isascii() and spoken:
        sure = True
    return _plain(year, m.end()) if sure else None


def _cyclic(context: Context, position: int) -> WrittenYear | None:
    text = context.text
    m = _PAIR.match(text, position)
    near = (
        context.reference.year if context.reference else (context.last.first.year if context.last else None)
    )
    if m is None:
        m = _ANIMAL.match(text, position)
        if m is None or near is None:
            return None
        year = near + 1 - (near + 1 - 4 - lunar.ANIMALS.index(m[0][0])) % 12
    else:
        year = lunar.sexagenary(m[0][:2], near) if near else None
    span = lunar.year_span(year) if year else None
    if span is None:
        return None
    if context.style == "document" and not _IN_LUNAR_YEAR.match(text, m.end()):
        # 庚子年 alone is an ornament of the text more often than a period.
        return None
    stretch = of_days(*span, "year").supplied(YEAR, context.reference)
    return WrittenYear(year, m.end(), stretch, lunar=True)


def _lunar_prefix(context: Context, position: int) -> WrittenYear | None:
    m = _LUNAR_PREFIX.match(context.text, position)
    year = (
        (_cyclic(context, m.end()) or _absolute(context, m.end()) or _relative(context, m.end()))
        if m
        else None
    )
    span = lunar.year_span(year.year) if year else None
    if year is None or span is None:
        return None
    stretch = of_days(*span, "year").supplied(year.stretch.inferred, year.stretch.reference)
    return WrittenYear(year.year, year.end, stretch, lunar=True)


def _relative(context: Context, position: int) -> WrittenYear | None:
    text = context.text
    m = _RELATIVE.match(text, position)
    if m is None or context.reference is None:
        return None
    word = m[0].removesuffix(m["z"] or "")
    if context.style == "document" and word in ("下一年", "上一年", "这一年"):
        return None
    if context.style == "document" and word == "来年" and not _FOLLOWED.match(text, m.end()):
        return None  # 余款留待来年: some time to come
    before = text[max(0, position - 1) : position]
    if before and before in "以之此岁年目日" and word[0] in "上前后":
        return None
    if context.style == "document" and word == "后年" and _VERB_BEFORE.match(before):
        return None  # 建成后年销售收入
    if word[0] in "前后" and (before.isdigit() or before in HAN) and before:
        return None
    if (
        context.style == "document"
        and word == "本年"
        and _ACCOUNTS.match(text, m.end())
        and context.reference.month <= REPORTS
    ):
        return None
    seen = _seen_from(context, word + (m["z"] or ""), position)
    stretch = of_year(seen + YEARS[word]) if seen else None
    if stretch is None:
        return None
    return WrittenYear(stretch.first.year, m.end(), stretch.supplied(YEAR, context.reference))


def _seen_from(context: Context, word: str, position: int) -> int | None:
    """The year that 本年度 is, or before which 上年 stands: the one that the text has named, else the reference's;
    None for a year of accounts that runs over New Year."""
    assert context.reference is not None
    if context.style == "document" and word in ("本年度", "上年度"):
        named = {m["y"] for m in _ACCOUNT_YEAR.finditer(context.text, 0, position)}
        if len(named) == 1:
            (year,) = named
            return number(year) if year else None
    last, near = context.last, context.distance(position)
    if last and word.startswith("上年") and "year" not in last.inferred:
        told = near == "sentence" or (near == "paragraph" and last.precision in ("year", "half", "quarter"))
        return last.last.year if told else context.reference.year
    return context.reference.year


def _after(context: Context, position: int) -> WrittenYear | None:
    m = _AFTER.match(context.text, position)
    if m is None:
        return None
    word, document = m[0].removesuffix("度"), context.style == "document"
    parted = _FOLLOWED.match(context.text, m.end()) is not None
    if document and word == "当年" and not parted:
        return None
    reach = (
        ("sentence", "paragraph", "aside", "far")
        if parted and (word == "同年" or (context.last and "year" not in context.last.inferred))
        else ("sentence", "paragraph", "aside")
    )
    base = context.last.last if context.last and context.distance(position) in reach else None
    if base is None and not document:
        base = context.reference
    if base is None:
        return None
    stretch = of_year(base.year + YEARS_AFTER[word])
    return WrittenYear(stretch.first.year, m.end(), stretch.supplied(YEAR, base)) if stretch else None


def _bare(context: Context, position: int) -> WrittenYear | None:
    m = _BARE.match(context.text, position)
    return _plain(int(m["y"]), m.end(), complete=True) if m else None


def _decade(context: Context, position: int) -> WrittenYear | None:
    found = read_decade(context, position)
    return WrittenYear(*found, complete=True) if found else None


_READERS = (_span, _decade, _absolute, _era, _roc, _short, _lunar_prefix, _cyclic, _relative, _after, _bare)
# Those that can begin with an Arabic figure, and with something else than a numeral.
_FIGURE_READERS = (_span, _decade, _absolute, _roc, _short, _bare)
_WORD_READERS = (_decade, _absolute, _era, _lunar_prefix, _cyclic, _relative, _after)
