"""What a passage says about time, and the rule by which a date without a year gets one.

The rule. A date that names no year belongs to the year of the reference, unless that would lie far
ahead: what lies more than a quarter ahead and is not announced (将于, 拟, 定于 …) happened a year
before; what was announced and lies long past comes a year after. A year that the text named just
before governs instead, where the date continues it and does not fall into the weeks about the
reference, which news is about. A year named without a month governs only its sentence, or what follows
where it opened a sentence; alone on a line, or in a title that looks back on it (2019年大事记) or ahead (2017年工作打算),
it governs until a line opens with a year. What is announced lies ahead of the reference. Everyday speech takes the reference's own year, and a neighbouring one
only within a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from chamber_extract.normalize.stretch import YEAR, Stretch
from chamber_extract.normalize.values import Precision

Style = Literal["everyday", "document", "whole"]
# 前11个月 tells what is over, a half or a quarter without a year is one of the running year, a festival
# the nearest; "ahead" is what the text announces.
Tense = Literal["any", "past", "own", "near", "ahead"]
Distance = Literal["sentence", "paragraph", "aside", "far"]
Make = Callable[[int], Stretch | None]

QUARTER_DAYS = 92
# 四季度 of January is the last one, 下半年 of January and 年底 of May are to come.
RUNNING_DAYS = 230
MONTH_DAYS = 31
_LIMITS = {"own": RUNNING_DAYS, "ahead": 366}
# News is written within some six weeks of what it tells.
NEWS_DAYS = 45
# Nobody continues a date that stands further back than this many characters.
REACH = 2000
_LINE = 40  # characters of a heading beside its year
WIRE = re.compile(r"\s?(?:专|急|综合)?[电讯]")
REPORTS = 3  # months in which reports on the last year are written, and call it 本年
_NOW = re.compile("[去今明]年|[昨今明][天日]")
_WEEK = 7
_BESIDE = 3  # characters between a day and the same in brackets
# What says that a report looks back on a year, or on from it.
_REVIEW = re.compile(
    "一年来|过去的?一年|年度?工作(?:报告|总结)|(?P<on>新的一年|今年|明年|下一步|(?:工作)?计划|安排|展望)"
)
# A line that is the title of what was done, or will be, in the year that it names.
_OF_YEAR = re.compile(
    r"(?!.*(?:审议|听取|通过|召开|举[行办]|发布|[公颁]布|印发|报送|提交|表决|宣读|[大年]会|会上))[^，。:；《]{0,60}?"
    r"(?:大事记|纪事|年鉴|年报|报告|总结|回顾|汇报|概况|掠影|打算|计划|安排|要点|设想|展望)书?(?:\(.{2,20}\))?\s*$"
)
_SENTENCE_ENDS = "。!?;！？；\n"
_OPENERS = _SENTENCE_ENDS + '“"(（ '


@dataclass(slots=True)
class Context:
    """What is known while a text is read from left to right.

    `traditional` says in which script it is, and `republic` that it counts the years of the Republic.
    `reference` is known to a day, a month, a quarter or a year (`known`); it is `firm` where somebody stated
    it and not only gathered it from the text. `last` is the
    stretch mentioned last and `last_end` where its mention ended; `named` says that its
    year was named there and not chosen, `opens` that it began a sentence, `heading` is the
    year that stood alone on a line or in the title of a text about it. `day` is the day mentioned last,
    `term` the part of a year mentioned last that counts from its beginning (前三季度),
    `today` that of a dateline (怡保15日讯), which 今日 means in a paper of the day after. `left` is the left side of a range while its right is read.
    """

    text: str
    reference: date | None
    known: Precision
    style: Style
    traditional: bool = False
    republic: bool = False
    firm: bool = True
    last: Stretch | None = None
    last_end: int = 0
    named: bool = False
    opens: bool = False
    heading: Stretch | None = None
    term: Stretch | None = None
    day: date | None = None
    day_end: int = 0
    days: list[tuple[date, int]] = field(default_factory=list)
    today: date | None = None
    left: Stretch | None = None

    def note(self, stretch: Stretch, start: int, end: int, named: bool) -> None:
        """Remember a mention."""
        # A date that a named year governs hands the year on.
        self.named = named or (
            self.named and self.last is not None and stretch.first.year == self.last.last.year
        )
        before = self.text[max(0, start - 2) : start].rstrip("在于自从 ")
        self.opens = not before or before[-1] in _OPENERS
        self.last, self.last_end = stretch, end
        opens_line = self.text[max(0, start - 1) : start] in ("", "\n")
        other = self.heading is not None and stretch.first.year != self.heading.first.year
        if not stretch.inferred and opens_line and other:
            # A line that opens with another year ends what a heading governs.
            self.heading = None
        if not stretch.inferred and stretch.precision == "year" and self._heads(start, end):
            self.heading = stretch
        if stretch.precision in ("quarter", "half", "period") and stretch.first.timetuple().tm_yday == 1:
            self.term = stretch
        if stretch.precision == "day":
            self.day, self.day_end = stretch.last, end
            self.days.append((stretch.last, end))
            if (
                WIRE.match(self.text, end)
                and self.reference
                and 0 <= (self.reference - stretch.last).days <= _WEEK
            ):
                self.today = stretch.last

    def _heads(self, start: int, end: int) -> bool:
        before = self.text[max(0, start - _LINE) : start].rpartition("\n")[2]
        after = self.text[end : end + _LINE].partition("\n")[0]
        alone = not (before + after).strip(" #*【】[]()（）:：-—")
        return alone or (len(before + after) < _LINE and _OF_YEAR.match(before + after) is not None)

    def quoted(self, position: int) -> bool:
        """Whether the position lies in direct speech of its paragraph."""
        start = self.text.rfind("\n", 0, position) + 1
        opening = max(self.text.rfind(sign, start, position) for sign in "“「")
        said = opening > start and self.text[opening - 1] in ":，。"
        return said and not any(sign in self.text[opening:position] for sign in "”」")

    def knows(self, *precisions: Precision) -> bool:
        """Whether the reference is given and known to one of these precisions."""
        return self.reference is not None and self.known in precisions

    def distance(self, position: int, end: int | None = None) -> Distance:
        """How near to the position the last mention, or another that ended at `end`, stands.

        One within brackets that have closed since is an aside.
        """
        end = self.last_end if end is None else end
        if self.last is None or position - end > REACH:
            return "far"
        between = self.text[end:position]
        if any(between.count(close) > between.count(open_) for open_, close in ("()", "（）")):
            return "aside"
        if "\n" in between:
            return "far"
        return "paragraph" if any(c in between for c in _SENTENCE_ENDS) else "sentence"

    def choose(self, make: Make, position: int, tense: Tense = "any") -> Stretch | None:
        """The stretch in the year that the rule gives it; None where no year is to be had.

        `tense` "ahead" says that the text announces it.
        """
        if self.left is not None:
            return self._after_left(make)
        if tense == "near" and self.last and position - self.last_end <= _BESIDE:
            # 二〇一二年一月十五日（農曆十二月廿二日）: the same day by another calendar.
            same = (make(self.last.first.year - n) for n in (0, 1))
            if found := next((s for s in same if s and s.first == self.last.first), None):
                return found.supplied(YEAR, self.last.first)
        headed = make(self.heading.first.year) if self.heading else None
        if self.heading and headed and (tense != "ahead" or self.reference is None):
            return headed.supplied(YEAR, self.heading.first)
        other = self._by_reference(make, tense, position)
        found = self._continued(make, position, tense)
        if found and tense == "past" and self.reference and found.last > self.reference:
            found = None
        if found is None or (other is not None and found.first == other.first):
            return other
        if tense == "ahead" and (ahead := self._announced(other, found, position)):
            return ahead
        if other is None or self._governs(found, other, position, tense):
            return found.supplied(YEAR, self.last.first if self.last else None)
        if (
            not self.firm
            and found.first < other.first
            and self.distance(position) in ("sentence", "paragraph")
        ):
            # Two years are as likely, and a wrong one is worse than none.
            return None
        return other

    def _announced(self, other: Stretch | None, found: Stretch, position: int) -> Stretch | None:
        """Of the two the one that is yet to come, as what is announced is; None where that does not decide.

        A sentence that goes on in a year which it names may tell of what was announced then.
        """
        if not (self.firm and self.reference and self.last and other):
            return None
        near = self.distance(position) == "sentence"
        if near and other.last < self.reference <= found.first:
            return found.supplied(YEAR, self.last.first)
        told = near and "year" not in self.last.inferred
        goes_on = told and found.first >= self.last.first
        later = found.first.year > self.last.last.year  # 11月的博览会，报名截止4月30日
        over = found.last < self.reference and not goes_on
        return other if self.reference < other.first and (over or later) else None

    def _after_left(self, make: Make) -> Stretch | None:
        assert self.left is not None
        found = make(self.left.last.year)
        if found is not None and found.last < self.left.first:
            found = make(self.left.last.year + 1)
        return found

    def _by_reference(self, make: Make, tense: Tense, position: int) -> Stretch | None:
        if self.reference is None:
            return None
        year = self.reference.year
        own, before, after = make(year), make(year - 1), make(year + 1)
        found = own or before or after
        if own is not None and not (self.known == "year" and tense in ("near", "ahead")):
            to_come = (own.first - self.reference).days
            gone = (self.reference - own.last).days
            if self.style == "document":
                over = (
                    own.last <= self.reference
                    if tense == "past"
                    else to_come <= _LIMITS.get(tense, QUARTER_DAYS)
                )
                if before and (not over or (to_come > 0 and self._looks_back(own, tense, position))):
                    found = before
                elif after and gone > 2 * QUARTER_DAYS:
                    wait = {"ahead": 2 * QUARTER_DAYS, "near": NEWS_DAYS}.get(tense, -1)
                    if (after.first - self.reference).days <= wait:
                        found = after
            elif before and to_come > 2 * QUARTER_DAYS and (self.reference - before.last).days <= MONTH_DAYS:
                found = before
            elif after and gone > 2 * QUARTER_DAYS and (after.first - self.reference).days <= MONTH_DAYS:
                found = after
        return found.supplied(YEAR, self.reference) if found else None

    def _looks_back(self, own: Stretch, tense: Tense, position: int) -> bool:
        """Whether a report of January that told of last autumn goes on with a month (三月) that is not yet here, or one
        that told of last year with a quarter."""
        last, reference = self.last, self.reference
        if reference and reference.month <= REPORTS and tense == "any" and own.precision == "month":
            review = [m["on"] for m in _REVIEW.finditer(self.text, 0, position)]
            if review:
                return review[-1] is None
        if last is None or reference is None or last.last.year != reference.year - 1:
            return False
        if tense == "own":
            return own.precision == "quarter" and last.precision in ("year", "half", "quarter")
        early = reference.month <= REPORTS and own.precision == "month"
        return tense == "any" and early and last.precision in ("day", "month")

    def _continued(self, make: Make, position: int, tense: Tense) -> Stretch | None:
        """The stretch in the year named last, or in the next where a sentence goes on over New Year."""
        if self.last is None or not (self.named or self.reference is None):
            return None
        if self.style == "document" and self.reference is None:
            # Where nobody knows when the text was written, a year that it recalls reaches no further than its passage.
            near = ("sentence", "paragraph") if self.opens else ("sentence",)
            if self.distance(position) not in near or _NOW.search(self.text, self.last_end, position):
                return None
        found, later = make(self.last.first.year), make(self.last.first.year + 1)
        if found is None or later is None or found.first >= self.last.first or self.last.precision == "year":
            return found
        if self.distance(position) != "sentence" or found.precision in ("quarter", "half"):
            return found  # 第三季度降幅较二季度收窄 goes back, not on
        if self.firm and self.reference and later.first > self.reference and tense != "ahead":
            return found  # 海运费在7月高点时比年初多出一倍 too
        return later if (later.first - self.last.last).days < 2 * QUARTER_DAYS else found

    def _governs(self, found: Stretch, other: Stretch, position: int, tense: Tense) -> bool:
        """Whether the year named last comes before the one that the reference gives."""
        assert self.last is not None and self.reference is not None
        distance, last = self.distance(position), self.last
        since = (found.first - last.first).days
        to_come = (found.first - self.reference).days > QUARTER_DAYS
        # 2019年将做好四项工作：…；办好10月的展览: a paragraph of the running year.
        running = (
            distance == "paragraph" and last.precision == "year" and last.first.year == self.reference.year
        )
        # 2018年1月至2019年12月 hands no year on.
        years = last.first.year != last.last.year
        if distance == "aside" or ((years or to_come) and distance != "sentence" and not running):
            return False
        if not self.firm and distance != "far":
            return since >= -2 * MONTH_DAYS
        recent = self.known == "day" and abs((other.first - self.reference).days) <= NEWS_DAYS
        if tense == "own" and self.reference.month <= REPORTS and "year" not in last.inferred:
            recent = False  # 2020年捐款200万元，其中上半年150万元 of a page of January
        if last.precision == "year":
            passing = (not self.opens and not running) or "year" in last.inferred
            return not recent and (distance == "sentence" or (since >= 0 and not passing))
        if distance == "sentence":
            return True
        # 2008年5月13日 … 5月15日: a story told day by day.
        told = distance == "paragraph" and last.precision == "day" and 0 <= since <= 2 * MONTH_DAYS
        return since >= 0 and (told or not recent)
