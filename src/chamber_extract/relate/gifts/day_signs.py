"""The dates around a gift, and which of them may be that of a gift.

A date may be that of a disaster, of a plan, of a comparison, of what others did, of the page, or say
when something was told or began.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise

from chamber_extract.mention import Mention, Reading
from chamber_extract.relate.gifts.drafts import Draft
from chamber_extract.relate.gifts.view import ASIDE, FIGURE, View
from chamber_extract.segment import Span, at

_LINES = frozenset({"table-row", "table-cell", "list-line", "form"})

_HOUR = 3  # characters of 下午, 晚间 and the like
REACH = 400  # characters before a gift; a sentence without stops can be a whole page
# 8月23日台风吹袭，: the day of what the gift was for.
_DISASTER = re.compile(
    r"发生|吹袭|袭击|登陆|来袭|侵袭|肆虐|爆发|暴发|突发|遭遇?|重创|横扫|突降|受灾|[大强余]震|地震"
)
_MEETING = re.compile(r"举[行办]|仪式|慰问|[捐募]|[移转]交|交付|[运赠]送")  # 8月3日举行向受灾群众捐款仪式
_BROKE_OUT = re.compile(r"发生|爆发|暴发|突发")
_OF_OTHERS = re.compile(
    r"(?:比起?|较|相比|预计|预期|计划|拟)[于在至]?\s*$|(?:成立|创[办立建]|组建|注册|始建)于\s*$"
)
_ATTRIBUTE = re.compile(
    r"的?(?:工资|薪[水金资酬]|运费|收入|奖金|营业额|利润|[租房]租?金|退休金|养老金|生意|分红)|[的之](?!捐|善款|义[款卖演赛跑走拍]|募|首批|第.批|物资|慈善|[^，。]{0,8}议决|[^，。]{0,10}(?:晚会|宴会|仪式|大会|典礼|会议|活动|会)[上中])"
)
# 昨日表示，善款已达…: when it was told; 昨日宣布，首批拨款100万元 is when it was given.
_SAID = re.compile(
    r"宣布|公布|通报|获悉|了解到|(?:表示|透露|指出|介绍|披露|说|(?<![简统名])称)(?=[，,：:“该商协总])"
)
THAT_DAY = re.compile(r"[当同][天日晚]|是[日晚]|现场|即席|席[间上]")
_SO_FAR = re.compile(r"已|至今|迄今|累计|共[筹募收]|先后")
# 1月25日发出倡议，10天内收到…: when it began
_BEGAN = re.compile(r"发起|发出|启动|设立|成立|开设|展开|号召")
_SINCE_THEN = re.compile(
    r"短短|(?:\d+|[一二三四五六七八九十两数几]+)[余多]?个?(?:天|日|小时|周|月)(?:时间)?(?:内|之?间|里|，|便|就|即|[募筹收])|首[日周]|至今|目前|便|就|已"
)
_JOINT = re.compile(r"\s*[和及与、至]\s*")
_FROM = re.compile(r"\s*(?:起|开始|以来|[发开启展劝募倡][^，。；]{1,10}以来)")
_AS_EARLY = re.compile(r"早在\s*$")
_BEFOREHAND = re.compile(r"\s*(?:以|之)?前(?![后往来去])")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天][（(]$")
_DATELINE = re.compile(r"[一-鿿]{0,4}(?:(?<![视通资致])[电讯稿](?![话报谈台视子])|报道)")
OF_WHICH = re.compile(r"\s*(?:其中|当中|从[^，。]{2,6}看)")
_COMMA = "，,。；;"
STOP = "。！？!?"
_ENDED = STOP + "；;.”’」』）)：:"
_YEAR = re.compile(r"\d{4}|年")
_FULL_YEAR = re.compile(r"[\d〇零一二三四五六七八九]{4}")
_BACK = 5  # paragraphs above the gift's in which an event that it points back to is looked for
CLOSED = STOP + ".：:…”’」』）)"
IMPRINT = re.compile(r"来源|发[布表]|编辑|阅读|点击|浏览|作者|https?:")
EVENT = re.compile(r"举[行办]|仪式|启[用动]|揭牌|落成|大会|晚[宴会]|活动|走[进访]|慰问|看望")


class Around:
    """The dates around one gift; `before` is the gift before it in the document."""

    def __init__(self, reading: Reading, view: View, draft: Draft, before: Draft | None) -> None:
        self.before = before
        self.reading, self.draft, self.text, self.folded = reading, draft, view.text, reading.text.folded
        self.segments = reading.segments
        self.start, self.end = draft.lot.figure.start, draft.lot.figure.end
        self.listed = draft.rule in _LINES
        self.own = Span(max(draft.sentence.start, self.start - REACH), draft.sentence.end)

    def dates(self, start: int, end: int) -> tuple[Mention, ...]:
        """The dates that begin in the span."""
        dates = self.reading.of("date")
        first = bisect_left(dates, start, key=lambda m: m.start)
        return dates[first : bisect_left(dates, end, key=lambda m: m.start)]

    def sentences(self, span: Span) -> tuple[Span, ...]:
        sentences = self.segments.sentences
        first = bisect_left(sentences, span.start, key=lambda s: s.start)
        return sentences[first : bisect_left(sentences, span.end, key=lambda s: s.start)]

    def comma(self, start: int, end: int) -> int:
        """The next sign that ends a clause, `end` without one."""
        return next((i for i in range(start, min(end, len(self.text))) if self.text[i] in _COMMA), end)

    def is_of_a_gift(self, m: Mention) -> bool:
        """Whether a date may say when something was given, and not when something else was."""
        relation, lead = m.value.relation, self.folded[max(0, m.start - 8) : m.start]
        if self.text[m.start] == ASIDE and not _WEEKDAY.search(lead):  # 周五（9日）
            return False
        if (
            self.is_dateline(m)
            or _OF_OTHERS.search(lead)
            or _ATTRIBUTE.match(self.folded, m.end)
            or self._is_joined(m)
        ):
            return False
        if relation == "since":
            return bool(_FROM.match(self.folded, m.end) or _AS_EARLY.search(lead))
        if _BEFOREHAND.match(self.folded, m.end):
            return False
        if relation == "as_of":  # up to which the whole list counts, not one of its lines
            return not self.listed or self.draft.donor is None or self.draft.cumulative
        return not self.is_of_disaster(m)

    def is_told(self, m: Mention) -> bool:
        """Whether a date says when something was told, when a drive began, or up to when others gave."""
        lot, folded = self.draft.lot, self.folded
        if m.value.relation == "as_of":
            part = OF_WHICH.search(folded, m.end, lot.start)
            donor = self.draft.donor
            return bool(part and donor and donor.start >= part.end() and not donor.plural)
        if said := _SAID.search(folded, m.end, lot.start):
            if THAT_DAY.search(folded, said.end(), lot.start):
                return False
            counted = FIGURE in self.text[said.end() : lot.start] or folded.startswith("已", lot.end)
            return said[0] != "宣布" or counted or _SO_FAR.search(folded, said.end(), lot.start) is not None
        end = self.comma(m.end + 1, lot.start)
        return bool(
            end < lot.start
            and _BEGAN.search(folded, m.end, end)
            and _SINCE_THEN.search(folded, end, lot.start)
        )

    def _is_joined(self, m: Mention) -> bool:
        """2月6日和10日: two days of one act, of which none is the gift's alone."""
        return any(
            m in pair and _JOINT.fullmatch(self.folded, pair[0].end, pair[1].start)
            for pair in pairwise(self.dates(m.start - 20, m.end + 4))
        )

    def is_of_disaster(self, m: Mention) -> bool:
        """7月20日河南遭遇水灾，商会捐款: a year may be that of both, a month where the disaster is but named."""
        if m.value.precision == "year":
            return False
        sign = _DISASTER if m.value.precision == "day" else _BROKE_OUT
        end = self.comma(m.end, self.draft.lot.start)
        if end == m.end:  # 5月12日，汶川发生地震，
            end = self.comma(m.end + 1, self.draft.lot.start)
        start = m.start
        while start > self.own.start and self.text[start - 1] not in _COMMA:
            start -= 1
        return end < self.draft.lot.start and sign.search(self.folded, start, end) is not None

    def whole(self) -> int:
        """Where the sentence begins with its parts before semicolons."""
        start = self.draft.sentence.start
        first = max(self.draft.paragraph.start, start - REACH)
        while start > first and self.folded[start - 1] not in STOP:
            start -= 1
        return start

    def is_of_an_event(self, m: Mention) -> bool:
        """Whether something was done on a day: it is that of no dateline and of no disaster."""
        if m.value.relation != "on" or m.value.precision != "day" or self.text[m.start] == ASIDE:
            return False
        told = at(self.segments.sentences, m.start)
        if not told or self.folded[told.end - 1] not in _ENDED:  # what a page says of itself
            return False
        if self.is_dateline(m):
            return False
        end = self.comma(m.end, told.end)
        if end - m.end <= _HOUR:  # 8月3日凌晨，甘北县发生地震
            end = self.comma(end + 1, told.end)
        struck = _DISASTER.search(self.folded, m.end, end)
        return struck is None or _MEETING.search(self.folded, m.end, end) is not None

    def is_dateline(self, m: Mention) -> bool:
        """（古晋22日讯）, 【纽约十八日电】: the day on which it was written."""
        return _DATELINE.match(self.folded, m.end) is not None

    def is_exact(self, m: Mention) -> bool:
        """Whether a date is a day, or a month told with its year."""
        full = _FULL_YEAR.search(self.folded, m.start, m.end) is not None
        return m.value.precision == "day" or (m.value.precision == "month" and full)

    def dates_a_page(self, m: Mention) -> bool:
        """Whether a date is a day or a month with its year, as on the line that says when a page was published."""
        sign = {"day": _YEAR, "month": _FULL_YEAR}.get(m.value.precision)
        return sign is not None and sign.search(self.folded, m.start, m.end) is not None

    def is_held(self, m: Mention) -> bool:
        """5月19日晚，商会举行募捐会，次日送交善款: whether a day is that of the event itself."""
        said = at(self.segments.sentences, m.start)
        following = [d.start for d in self.dates(m.end, said.end)] if said else []
        return EVENT.search(self.folded, m.end, min([*following, said.end if said else m.end])) is not None

    def said_before(self, until: int) -> Iterator[tuple[int, int]]:
        """What the paragraph says before a position, then the paragraphs above it, the nearest first."""
        paragraphs, here = self.segments.paragraphs, self.draft.paragraph
        yield max(here.start, until - REACH), until
        section = at(self.segments.sections, here.start)
        i = bisect_left(paragraphs, until, key=lambda p: p.start)
        prose = (
            p for p in paragraphs[:i][::-1] if self.folded[p.end - 1] in CLOSED or self.dates(p.start, p.end)
        )
        for p in islice(prose, _BACK):
            if (section and p.start < section.start) or IMPRINT.search(self.folded, p.start, p.end):
                return
            yield max(p.start, p.end - REACH), p.end
