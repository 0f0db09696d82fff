"""Days, weeks and months seen from another day: 昨天, 次日, 上周五, 上个月20日, 今明两天, 三天前."""

from __future__ import annotations

import re
from typing import NamedTuple

from chamber_extract.normalize.calendar_words import (
    DAYS,
    DAYS_AFTER,
    MONTHS,
    MONTHS_AFTER,
    WEEKDAYS,
    WEEKS,
    N,
    S,
    number,
)
from chamber_extract.normalize.day_choice import month_of_last
from chamber_extract.normalize.month_days import read_month_part
from chamber_extract.normalize.stretch import (
    DAY,
    MONTH,
    Stretch,
    make_day,
    of_day,
    of_days,
    of_month,
    of_months,
    of_week,
    shift,
)
from chamber_extract.normalize.told_days import RECALLED, day_of_event, day_told, evening_told, of_a_month
from chamber_extract.normalize.year_choice import Context


class Found(NamedTuple):
    """A stretch read in a text, and where it ends. `named` says that the text named its year."""

    stretch: Stretch
    end: int
    named: bool = False
    daypart: str = ""


def _any(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_MONTH_DAYS = 28
# 商會昨召開會議, 協進會今捐贈: how papers of Hong Kong, Macau, Taiwan and overseas write 昨天 and 今天 before what was done.
_BEFORE_DEED = re.compile(
    r"(?:(?<![如似胜今])(?P<w>昨)|(?<![如似胜昨至古而迄于现当])(?P<v>今)(?=捐|赠|召|举|宣布|公布|发布|拜|颁|签[署约订]|成立|揭|率团))(?P<n>)(?P<z>)(?=召开|举[行办]|宣布|公布|发[布出表]|表示|指出|透露|称|说|就(?!像|如)|[与向在于假率](?!今)|到(?:场|访)|拜[会访]|会[见晤]|接[待获]|前往|出席|联[同合]|捐|赠|派|率|成立|启[程动]|抵|赴|组织|起(?!伏)|回应|开[幕会]|揭|签|颁|获|通过|选出|改选|致函)"
)
DAY_WORD = re.compile(
    rf"(?P<w>{_any(DAYS)})(?![气赋性]|空[气中间调]|(?<=日昨)[天日晚])(?:{S}[(（](?P<n>{N})[日号]?[)）](?P<z>日)?)?"
)
_PRINTED = re.compile(
    rf"(?P<w>[今昨前明])[(（](?P<n>{N})(?:[日号]?[)）](?P<z>[日天])|[日号][)）](?=[由在于与和向前举假，,]))"
)
_TOLD_IN_BRACKETS = re.compile(rf"[(（](?P<m>{N})月(?P<d>{N})日[)）]")
_DAYS_AFTER = re.compile(rf"(?P<w>{_any(DAYS_AFTER)})(?!本(?!报|刊|台|网))(?![元薪常历记志气班票])")
# 协会当日回应, 出席了当天的仪式: who acts, and what was attended.
_ACTS = re.compile(
    "(?:[本该商协]会|联合会|促进会|联谊会|总会|公司|集团|工商联|[使领]馆|政府|[局厅署部]|[他她]|众人|大家|双方|[会员]员|会员店|企业|志愿者|代表|人员|同学|出席了?|参加了?|主持了?|见证了?|截至|截止|[0-9][\u4e00-\u9fff]{1,2})$"
)
_HAPPENS = re.compile(
    "投入|举[行办]|召开|签[署订约]|宣布|发[布出表]|抵达|启动|揭[牌幕]|开[工业幕馆]|成立|公布"
)
# 陈金水当日宣布: someone at the opening of a clause, whom the words of an event are not.
_SPEAKS = re.compile("[也还](?:出席|参加)|宣布|表示|致[辞词]|指出|透露|报效|受访|捐出|也?说")
_SOMEONE = re.compile(
    "(?:会长|主席|理事长|市长|部长|大使|总领事)[\u4e00-\u9fff·]{2,6}$|(?:^|[，。；\n”」])(?![^，。；\n]*(?:震|灾|火|风|会|式|礼|幕|业|立|后|前|日|天))[\u4e00-\u9fff]{2,4}$"
)
# 唐美仪当日亦到场, 侨胞当天还送来: someone of whom more is told; not 义卖当天还有抽奖.
_ALSO = re.compile("[也亦还][^是有将会]")
_OF_EVENTS = frozenset("震灾火水风雨会式礼幕业立卖演赛宴展节典动赠款拍奖选约程发")
_LINKS = tuple("于在并即至到从自和及与而但则后将已且由，。、；：（“！？")
_MONTHS = re.compile(
    rf"(?:(?P<w>{_any(MONTHS)})(?![亮球台])|(?P<printed>[本上下])[(（](?P<n>{N})[)）]月)(?:份|度)?"
)
_MONTHS_AFTER = re.compile(rf"(?P<w>{_any(MONTHS_AFTER)})(?:份)?")
_WEEK = re.compile(
    rf"(?P<w>{_any(WEEKS)})个?(?:一?周(?![年期边围转密岁折到游全])|星期|礼拜)(?P<d>[一二三四五六日天](?!系列|次|天|个))?(?P<end>末)?"
    rf"(?:[(（](?P<n>{N})[日号][)）])?"
)
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<d>[一二三四五六日天])")
_DAY_OF_REPORT = re.compile(
    rf"(?:周|星期|礼拜)(?P<d>[一二三四五六日天])(?:[(](?P<n>{N})[日号][)]|(?=[早晚]|[上下中]午|在|于|假|举[行办]|宣[布告]|召开|前往|率|为))"
)
_OF_EVERY_WEEK = re.compile("(?:[每逢至到、和及或个日号将在定于]|[日号][)])$")
_QUARTER = re.compile(r"(?P<w>上|本|这|当前|下)个?季度")


def read_relative(context: Context, position: int) -> Found | None:
    """The day, week or month at the position that is seen from the reference or from the last mention."""
    for reader in _READERS:
        found = reader(context, position)
        if found is not None:
            return found
    return None


def _day(context: Context, position: int) -> Found | None:
    if not (context.style != "document" or context.knows("day")) or context.reference is None:
        return None
    m = _PRINTED.match(context.text, position) or DAY_WORD.match(context.text, position)
    if m is None and context.style == "document":
        m = _BEFORE_DEED.match(context.text, position)
    if m is None or m["w"] == "当天" or _glued(context.text, position, m["w"] or m["v"]):
        return None
    word = m["w"] or m["v"]
    word += "天" * (len(word) == 1)
    today = context.today or context.reference
    if context.style == "document" and DAYS[word] >= 0 and not m["n"] and context.quoted(position):
        # Who is quoted speaks on the day of the event, not on that of the page.
        near = context.day is not None and context.distance(position, context.day_end) in (
            "sentence",
            "paragraph",
        )
        if not near:
            return None
        today = context.day or today
    stretch = of_day(shift(today, DAYS[word]))
    if stretch is None:
        return None
    end = m.end()
    if told := _TOLD_IN_BRACKETS.match(context.text, m.end()):
        own = make_day(today.year, number(told["m"]) or 0, number(told["d"]) or 0)
        if own and own != stretch.first and abs((own - today).days) <= _MONTH_DAYS:
            return None  # 昨天（5月12日）of a page kept longer: the bracket says the day
    if m["n"]:
        # 今(6)日: the printed number must agree with some day about the reference.
        day = number(m["n"])
        # A page kept longer than its day was printed with 今(6)日 within the month before.
        near = [shift(today, n) for n in (*range(-3, 4), *range(-4, -_MONTH_DAYS, -1))]
        agreed = next((d for d in near if d and d.day == day), None)
        stretch = of_day(agreed)
        if stretch is None or (m[0][-2] not in "日号" and not m["z"] and len(m["w"]) > 1):
            stretch, end = of_day(shift(today, DAYS[word])), position + len(m["w"])
    return Found(stretch.supplied(DAY, today), end, daypart=word if word[-1] in "晚夜" else "")


def _glued(text: str, position: int, word: str) -> bool:
    """Whether the word is only the end of another one: 目前日, 先天后天, 此后日, 光明日报, 文明日."""
    before = text[max(0, position - 1) : position]
    ends = {"前": "目日以之此午先年月", "后": "目日以之此午先年月天与", "明": "光文黎说证声"}
    return bool(before) and before in ends.get(word[0], "")


def _day_after(context: Context, position: int) -> Found | None:
    m = _DAYS_AFTER.match(context.text, position)
    before = context.text[max(0, position - 1) : position]
    # 地震次日, 成立当日 are the day after and the day of something else.
    if m is None:
        return None
    base = context.left.last if context.left else context.day
    event = None
    if context.style == "document" and before >= "\u4e00" and before not in _LINKS:
        told = _is_told(context, position, m)
        event = None if told else day_of_event(context, position)
        if event is None and not told:
            return None
    if event:
        base = event
    elif context.style == "document" and not context.left:
        if of_a_month(context, position):
            return None  # 今年2月的晚宴，当晚筹得
        distance = context.distance(position, context.day_end)
        aside = context.quoted(context.day_end) and not context.quoted(position)
        if distance in ("far", "aside") or aside or RECALLED.match(context.text, context.day_end):
            evening = evening_told(context, position) if m["w"] == "当晚" else None
            base = evening or day_told(context, position)
    if base is None and context.style != "document":
        base = context.reference
    stretch = of_day(shift(base, DAYS_AFTER.get(m["w"], 0))) if base else None
    if stretch is None or base is None:
        return None
    if m["w"] in ("当天", "当日") and context.last and context.last_end == position:
        return None
    return Found(stretch.supplied(DAY, base), m.end(), daypart=m["w"] if m["w"][-1] == "晚" else "")


def _is_told(context: Context, position: int, m: re.Match[str]) -> bool:
    """Whether words beside 当日 or 同日 leave no doubt that it is the day just told of: who acts, or what."""
    text = context.text
    if DAYS_AFTER.get(m["w"], 0) < 0:
        return False  # 春节前一天
    acts = _ACTS.search(text, max(0, position - 4), position) is not None
    if DAYS_AFTER.get(m["w"], 0):
        return acts and context.distance(position, context.day_end) == "sentence"
    if m["w"] == "同日" and _HAPPENS.match(text, m.end()):
        return True
    if _ALSO.match(text, m.end()) and text[position - 1] not in _OF_EVENTS:
        return context.day != context.reference  # or 今天 would stand there
    return acts or (
        _SPEAKS.match(text, m.end()) is not None
        and _SOMEONE.search(text, max(0, position - 10), position) is not None
    )


def _month(context: Context, position: int) -> Found | None:
    m = _MONTHS.match(context.text, position)
    before = context.text[max(0, position - 1) : position]
    if m is not None and context.reference is not None and before not in ("以", "之"):
        if context.style == "document" and not context.knows("day", "month"):
            return None
        place = (
            context.reference.year * 12 + context.reference.month - 1 + MONTHS[m["w"] or m["printed"] + "月"]
        )
        whole = of_month(place // 12, place % 12 + 1)
        if m["n"] and (whole is None or number(m["n"]) != whole.first.month):
            return None  # 本(5)月: the printed month must be the reference's
        reference = context.reference
    else:
        m = _MONTHS_AFTER.match(context.text, position)
        if m and context.last and context.last_end == position:
            return None  # 9月当月
        whole = month_of_last(context, MONTHS_AFTER[m["w"]]) if m else None
        reference = whole.reference if whole else None
    if m is None or whole is None:
        return None
    part = read_month_part(context.text, m.end(), context.style)
    if part:
        make, end = part
        inner = make(whole.first.year, whole.first.month)
        return Found(inner.supplied(MONTH, reference), end) if inner else None
    return Found(whole.supplied(MONTH, reference), m.end())


def _week(context: Context, position: int) -> Found | None:
    m = _WEEK.match(context.text, position)
    if m is None or context.reference is None:
        return None
    if context.style == "document" and (
        not context.knows("day") or context.text[max(0, position - 1) : position] == "以"
    ):
        return None
    week = of_week(context.reference, WEEKS[m["w"]])
    if week is None:
        return None
    stretch: Stretch | None = week
    end = m.end()
    if m["d"]:
        day = shift(week.first, WEEKDAYS[m["d"]])
        if m["n"] and (day is None or number(m["n"]) != day.day):
            end = m.start("n") - 1
        stretch = of_day(day)
    elif m["end"]:
        saturday = shift(week.first, 5)
        stretch = of_days(saturday, week.last) if saturday else None
    return Found(stretch.supplied(DAY, context.reference), end) if stretch else None


def weekday_after(context: Context, position: int) -> Found | None:
    """The right side of 下周一至周五: the day of that week."""
    m = _WEEKDAY.match(context.text, position) if context.left else None
    if m is None or context.left is None or context.left.precision != "day":
        return None
    monday = shift(context.left.first, -context.left.first.weekday())
    stretch = of_day(shift(monday, WEEKDAYS[m["d"]])) if monday else None
    return Found(stretch.supplied(DAY, context.left.reference), m.end()) if stretch else None


def _weekday(context: Context, position: int) -> Found | None:
    """週六晚, 周日（11日）in a report: the last one before its day. On the same weekday it may be either."""
    m = _DAY_OF_REPORT.match(context.text, position) if context.style == "document" else None
    if m is None or not (context.knows("day") and context.firm) or context.reference is None:
        return None
    if _OF_EVERY_WEEK.search(context.text, max(0, position - 4), position):
        return None
    today = context.today or context.reference
    ago = (today.weekday() - WEEKDAYS[m["d"]]) % 7
    stretch = of_day(shift(today, -ago)) if ago else None
    if stretch is None or (m["n"] and number(m["n"]) != stretch.first.day):
        return None
    return Found(stretch.supplied(DAY, today), m.end())


def _quarter(context: Context, position: int) -> Found | None:
    m = _QUARTER.match(context.text, position)
    if (
        m is None
        or context.reference is None
        or (context.style == "document" and not context.knows("day", "month", "quarter"))
    ):
        return None
    place = (
        context.reference.year * 4 + (context.reference.month - 1) // 3 + {"上": -1, "下": 1}.get(m["w"], 0)
    )
    stretch = of_months(place // 4, place % 4 * 3 + 1, place % 4 * 3 + 3, "quarter")
    return Found(stretch.supplied(MONTH, context.reference), m.end()) if stretch else None


_READERS = (_day, _day_after, _week, weekday_after, _weekday, _quarter, _month)
