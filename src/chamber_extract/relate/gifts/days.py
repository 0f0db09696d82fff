"""The day on which a gift was given, as far as the words around it say so.

A day is that of the gift where it stands before the gift in its sentence; behind it only where the
gift was handed over then; above it where the sentence points back (现场, 此次, 随后) or stands under
a line that is a day. What a day says of something else (a disaster, a plan, a comparison) is no day
of a gift: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.gifts.context import GENEROUS
from chamber_extract.relate.gifts.day_signs import (
    CLOSED,
    EVENT,
    IMPRINT,
    OF_WHICH,
    REACH,
    Around,
)
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, FIGURE, View
from chamber_extract.segment import Span, at

_SOON = 60  # characters between a gift and the day on which it was handed over
_WRAP = 6  # characters of a verb on the next line
_WRAPPED = 60  # characters of a sentence that breaks off at the end of its line
_OPENING = 8  # characters; 截至目前、 and 据悉， may stand before the date that opens a paragraph
_LINES_BACK = 8  # lines of an entry of a diary

# 席间募得, 当场认捐, 此行共发放: on the day of what has just been told.
_THEN = re.compile(
    r"[此这本是今][次番行]|[此这该][批份笔](?!中)|礼[成毕]|同行(?!业)|同时(?=[向移转捐赠送交])|(?<![到赴])现场|当场|到场|即席|席[间上]|(?<!记者)会[上后](?!海)|仪式[上后中结]|活动(?:[中上前后]|当[天日])|[晚宴][宴会]上|礼上|典礼[上中]"
    r"|随后|随[车船]|首先|一同移交|[当同][天日晚]|是[日晚]"
)
_SAME_DAY = re.compile(r"当[天日]即?[送运交汇]")
_ELSEWHERE = re.compile(r"\s*而?在[一-鿿]{2,8}[，,]")  # 在泰国，: another event of a round-up
_GIFT_BEFORE = re.compile(rf"{FIGURE}[^{FIGURE}，,；;]*[，,；;]")
_BEFORE = re.compile(r"(?:[此之在早先]前|介绍)，")
_TOLD_THERE = re.compile(
    r"(?<!宣)[说称]|表示|透露|指出|介绍|告诉|[此之早先]前|曾|[累共]计|[历多近][年日]|[年日]来|以来|成立|至今|迄今|先后|陆续|每[年月天]|计划|目前|近期|据|多次|一直|[另又][悉讯]|此外|方面，|各地"
)
_OF_A_LIST = re.compile(f"[{FIGURE}{ASIDE}][^。]{{0,4}}$")  # 张三　五百元, 甲公司（5万元）；
_GIVEN_ON = re.compile(r"[晚夜当]?[晚间场]?(?:现场|当场|即席)?(?:认捐|捐款|乐捐|募捐)")
_APART = 3  # characters between two sentences
_NOW = re.compile(r"[今此是这本]次")
_HELD = re.compile(
    r"仪式|捐赠会|晚[宴会]|活动[^，。]{0,12}(?:举[行办]|召开|启动)|(?:举[行办]|召开)[^，。]{0,16}(?:仪式|晚[宴会])"
)
_SOME_DAY = re.compile(r"日前|近日|早前|近期|不久前")
# What is done with goods and with money on the day when they are handed over.
_SENT = re.compile(r"[送运抵寄发]|赠[予给]|捐给|移交|转交|交[付予给到由]|启运|起运|到账|汇|已经?交")
_PAID = re.compile(r"汇|拨|转[账入]|到账|移交|转交|交[付予给到]|送交")
_ANOTHER = re.compile(r"其中|当中|[，；](?:首|第一)[笔批]|[一-鿿\ue001\ue002]{4,40}(?:则|另|也|又|再)")
_MARKS = re.compile(r"(?:[\W_]|星期.|周[一二三四五六日]|第[一二三四五六七八九十\d]{1,3}天)*")
_ENTRY = re.compile(r"(?:[（(][^（()）]{1,8}[)）])?[ \u3000\t：:]")


def date(reading: Reading, view: View, drafts: Iterable[Draft]) -> None:
    """Sets the day of each draft that has none yet and of which the words say it."""
    before: Draft | None = None
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        draft.day = draft.day or _Days(reading, view, draft, before).find()
        if before and not draft.day and _is_part(reading, before, draft):
            draft.day = before.day
        before = draft


def _is_part(reading: Reading, before: Draft, draft: Draft) -> bool:
    """Whether the day of a gift is that of the next: 8月2日晚，理事认捐46万元。其中，会长捐款10万元; 捐赠口罩3万只；手套2万双."""
    day, start = before.day, draft.sentence.start
    if not day or day.value.relation != "on" or day.value.precision not in ("day", "year"):
        return False
    goes_on = draft.rule == "counted-on" or OF_WHICH.match(reading.text.folded, start)
    return start - before.sentence.end <= 1 and bool(goes_on)


class _Days(Around):
    """The days around one gift."""

    def find(self) -> Mention | None:
        if self.listed:
            return self._on_the_line()
        day = self._nearest_before(self.own.start)
        now = _NOW.search(self.folded, self.own.start, self.start)
        other = _GIFT_BEFORE.search(self.text, day.end, self.draft.lot.start) if day else None
        if other:  # whose day it may be
            day = None if now and now.start() >= other.end() else self._handed_over() or day
        return (
            day
            or self._of_the_whole()
            or self._broken_off()
            or self._handed_over()
            or self._day_line()
            or self._above(self.whole() if now else self.own.start)
            or self._opening()
            or self._at_event()
        )

    def _nearest_before(self, start: int) -> Mention | None:
        """8月3日，商会捐款: the last date before the gift, a year only where no other is."""
        before = [m for m in self.dates(start, self.start) if self.is_of_a_gift(m)]
        fine = [m for m in before if m.value.precision != "year"] or before
        return fine[-1] if fine and not self.is_told(fine[-1]) else None

    def _on_the_line(self) -> Mention | None:
        """张三 500元（2月3日）: the one day on a line or a row; without any, that in the caption of a list."""
        line, caption = self.draft.paragraph, at(self.segments.paragraphs, self.draft.sentence.start)
        days = self.dates(line.start, min(line.end, line.start + REACH))
        if days or not caption:
            return days[0] if len(days) == 1 else None
        if caption.start >= line.start:
            return self._over_the_list()
        return next((m for m in self.dates(caption.start, caption.end)[::-1] if self.is_of_a_gift(m)), None)

    def _over_the_list(self) -> Mention | None:
        """二十四日晚认捐名单如下：, 当晚捐款芳名如下：: the day on which all that are listed gave."""
        paragraphs, last = self.segments.paragraphs, self.before
        above = last.paragraph if last and last.rule == self.draft.rule and last.donor else None
        if (
            last
            and above
            and self.draft.paragraph.start - above.end <= _APART
            and not self.dates(above.start, above.end)
        ):
            return last.day  # that of the line above, so that long lists are walked through once
        i = bisect_left(paragraphs, self.draft.paragraph.start, key=lambda p: p.start) - 1
        while i >= 0 and _OF_A_LIST.search(self.text, paragraphs[i].start, paragraphs[i].end):
            i -= 1
        said = self.sentences(paragraphs[i]) if i >= 0 else ()
        if not said or said[-1].end - said[-1].start > _WRAPPED:
            return None
        head = said[-1]
        given = [m for m in self.dates(head.start, head.end) if _GIVEN_ON.match(self.folded, m.end)]
        if given:
            return given[0]
        return self._event_before(head.start) if _THEN.search(self.folded, head.start, head.end) else None

    # -- beyond what stands before the gift in its sentence

    def _of_the_whole(self) -> Mention | None:
        """截至2月15日，收到捐款10万元；募集物资5万件: up to which both count."""
        start, donor, whole = self.draft.sentence.start, self.draft.donor, self.whole()
        days = self.dates(whole, start)
        if len(days) == 1 and days[0].value.relation == "on" and days[0].value.precision == "day":
            event = EVENT.search(self.folded, days[0].end, start)
            if event and days[0].start - whole <= _OPENING and self.is_of_a_gift(days[0]):
                return days[0]
        if donor and donor.start >= start:
            return None
        return next((m for m in days[::-1] if m.value.relation == "as_of"), None)

    def _handed_over(self) -> Mention | None:
        """口罩5万只，已于2月3日运抵: the day behind a gift on which it was sent or came."""
        behind = self.dates(self.end, min(self.end + _SOON, self.own.end))
        day = next((m for m in behind if m.value.relation == "on" and self.is_of_a_gift(m)), None)
        if not day or day.value.precision != "day" or _ANOTHER.search(self.text, self.end, day.start):
            return None
        verb = _SENT if self.draft.lot.count or self.draft.kind == "goods" else _PAID
        return day if verb.search(self.folded, day.end, self.comma(day.end, self.own.end + _WRAP)) else None

    def _above(self, until: int) -> Mention | None:
        """活动现场，商会捐赠大米2吨: the day of the event that has just been told, before a position."""
        then = _THEN.search(self.folded, self.whole(), self.draft.lot.end)
        if _ELSEWHERE.match(self.folded, self.whole()) or _ELSEWHERE.match(
            self.folded, self.draft.paragraph.start
        ):
            return None
        if not then and not _SAME_DAY.search(self.folded, self.end, min(self.own.end, self.end + _SOON)):
            return None
        return self._event_before(until)

    def _event_before(self, until: int) -> Mention | None:
        """The day of the event that was told last before a position."""
        for span in self.said_before(until):
            days = {m.value.first: m for m in self.dates(*span) if self.is_of_an_event(m)}
            if days or _SOME_DAY.search(self.folded, *span):
                held = [m for m in days.values() if self.is_held(m)] if len(days) > 1 else [*days.values()]
                return held[0] if len(held) == 1 else None
        return None

    def _at_event(self) -> Mention | None:
        """2月1日晚，商会举行募捐会。会长率先捐出2万元: the last day told, if that of an event of giving.

        What is only told there (会长说，…), came before or was given by another body is of no such day.
        """
        text, donor = self.text, self.draft.donor
        for a, b in self.said_before(self.whole()):
            if not (days := self.dates(a, b)):
                continue
            last, told = days[-1], self.folded[days[-1].end : self.draft.lot.end]
            held = [m for m in days if self.is_of_an_event(m) and self.is_held(m)]
            if held != [last] or not GENEROUS.search(told):
                return None
            other = donor and CHAMBER in text[donor.start : donor.end]
            if other and self.folded[donor.start : donor.end] not in self.folded[a:b]:
                return None
            return None if _TOLD_THERE.search(told) else last
        return None

    def _opening(self) -> Mention | None:
        """1月31日，商会举行仪式。大使感谢会员筹集口罩3万只: the day that opens the sentence before."""
        paragraph = self.draft.paragraph
        said = self.sentences(Span(paragraph.start, self.draft.sentence.end))
        event = len(said) > 1 and _HELD.search(self.folded, said[0].start, said[0].end)
        if len(said) < 2 or (self.whole() != said[1].start and not event):
            return None
        if _BEFORE.search(self.folded, self.whole(), self.start):
            return None
        days = self.dates(paragraph.start, paragraph.start + _OPENING)
        first = self.before if self.before and self.before.sentence.start == said[0].start else None
        others = first and first.donor != self.draft.donor and first.action != "raise"
        of_which = OF_WHICH.match(self.folded, said[1].start)
        kinds = ("on",) if of_which else ("as_of",) if others else ("on", "as_of")
        usable = (m for m in days if self.is_exact(m) and m.value.relation in kinds)
        return next((m for m in usable if not (self.is_of_disaster(m) or self.is_dateline(m))), None)

    # -- lines above

    def _lines_above(self) -> Iterator[Span]:
        paragraphs = self.segments.paragraphs
        i = bisect_left(paragraphs, self.draft.paragraph.start, key=lambda p: p.start)
        for line in paragraphs[max(0, i - _LINES_BACK) : i][::-1]:
            if IMPRINT.search(self.folded, line.start, line.end):
                return
            yield line

    def _broken_off(self) -> Mention | None:
        """今年7月，商会向灾区⏎运送矿泉水60吨: the day in lines that end without a stop."""
        if self.draft.sentence.start != self.draft.paragraph.start:
            return None
        for line in self._lines_above():
            said = self.sentences(line)
            last = said[-1] if said else line
            if self.folded[line.end - 1] in CLOSED or last.end - last.start > _WRAPPED:
                return None
            heading = at(self.segments.headings, line.start)
            for m in self.dates(last.start, last.end)[::-1]:
                if self.is_of_a_gift(m) and not self.dates_a_page(m):
                    another = FIGURE in self.text[m.end : last.end]
                    return None if another or (heading and m.value.relation != "as_of") else m
            if len(said) > 1:
                return None
        return None

    def _day_line(self) -> Mention | None:
        """7月4日　商会捐款…；会员另捐…: the day of an entry, or in the line above that is nothing else."""
        entry = self.draft.paragraph
        for m in self.dates(entry.start, entry.start + _OPENING):
            if _ENTRY.match(self.folded, m.end) and _MARKS.fullmatch(self.folded, entry.start, m.start):
                return m if m.value.relation == "on" else None
        for line in self._lines_above():
            days, rest, here = self.dates(line.start, line.end), "", line.start
            for m in days:
                rest, here = rest + self.folded[here : m.start], m.end
            if _MARKS.fullmatch(rest + self.folded[here : line.end]):  # 第三天 alone is another day
                return days[0] if days and not self.dates_a_page(days[0]) else None
        return None
